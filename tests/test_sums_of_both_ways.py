"""A summary of what came and went is no list of payments; and who gave may stand beside the way that an amount went. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

SUMMARY = "项目,金额\n捐款收入,21566.66\n采购支出,2750\n结余,18816.66\n"


@pytest.mark.parametrize("text", [
    f"2020年2月收支汇总\n{SUMMARY}", "类别,金额\n一、捐款收入,500\n二、支出合计,300\n三、本月结余,200\n", "项目,收入,支出\n捐款收入,500,\n采购支出,,300\n结余,200,\n",
])  # fmt: skip
def test_sums_of_what_came_and_went_are_a_statistic(text: str) -> None:
    found = told(text, "2020-02-29")
    assert found.startswith("statistic ")
    assert "receipt" not in found


@pytest.mark.parametrize("text", [
    "摘要,金额\n李华捐款收入,500\n口罩支出,300\n", "日期,项目,金额\n2020-02-01,捐款收入,500\n2020-02-02,采购支出,300\n", "项目,金额\n捐款收入,500\n捐款收入,300\n采购支出,20\n",
])  # fmt: skip
def test_payments_are_none(text: str) -> None:
    assert "receipt" in told(text, "2020-02-29")


@pytest.mark.parametrize(("came", "went"), [("李华捐款收入", "口罩支出"), ("收入：李华捐款", "支出：买口罩")])
def test_who_gave_stands_beside_the_way(came: str, went: str) -> None:
    found = told(f"日期,摘要,金额\n2020-02-01,{came},500\n2020-02-03,{went},300\n")
    assert "receipt 2020-02-01 donor=李华: CNY 500元" in found
    assert "expense 2020-02-03 : CNY 300元" in found


def test_what_lies_there_by_another_specification_is_named(desk: Desk, tmp_path: Path) -> None:
    desk.do("receive 甲公司 口罩（N95）100只 --date 2020-02-03 --yes")
    (tmp_path / "out.csv").write_text("日期,领取单位,品名,单位,数量\n2020-02-07,市一院,口罩,只,60\n", encoding="utf-8")
    assert "but there is 口罩（N95） 100 pcs" in desk.run(f"import {tmp_path / 'out.csv'} --yes").err
    assert "口罩（N95）" in desk.refused("distribute 市一院 口罩60只 --date 2020-02-07 --yes")


STATEMENT = "一、上期结余,12000\n二、本期收入,3500\n{}\n三、本期支出,2500\n1.购买口罩,1500\n2.慰问医护人员,1000\n四、期末结余,13000\n"


@pytest.mark.parametrize(
    "parts", ["1.个人捐款,1500\n2.企业捐款,2000", "（一）社会捐款收入,3490\n（二）利息,10", "其中：单位捐赠款,3500"]
)
def test_a_statement_of_sums_with_their_parts_is_a_statistic(parts: str) -> None:
    """Each of them was somebody's gift, what was spent too."""
    lines = told(f"2020年2月社会捐赠资金收支明细表\n项目,金额\n{STATEMENT.format(parts)}").splitlines()
    assert lines[0].startswith("statistic")
    assert all(line.endswith("a figure of a statistic, no gift") for line in lines[1:])


@pytest.mark.parametrize("parts", ["1.李华捐款,1500\n2.王芳捐款,2000", "李华,3500"])
def test_a_statement_whose_parts_may_be_gifts_is_refused(parts: str) -> None:
    lines = told(f"2020年2月社会捐赠资金收支明细表\n项目,金额\n{STATEMENT.format(parts)}").splitlines()
    assert lines[0].startswith("unclear")
    assert any("a statement of sums" in line for line in lines)


def test_what_projects_cost_beside_their_budgets_is_a_statement() -> None:
    """The sums of the lists beside it were booked as payments, once more."""
    found = told("项目,预算金额,执行金额,结余金额\n助学,1000,800,200\n助老,500,500,0\n", "2020-03-31")
    assert "expense" not in found
    assert "a statement of sums" in found


@pytest.mark.parametrize(
    "rows",
    [
        "类别,摘要,金额\n收入,李华捐款,500\n支出,买口罩,200\n",
        "日期,项目,收入,支出\n3月1日,李华捐款收入,500,\n3月2日,买口罩支出,,200\n",
        "捐款人,项目,金额\n李华,本期收入,500\n王芳,个人捐款,200\n",
        "摘要,收入,支出\n李华捐款,300,\n收入合计,300,\n买口罩,,400\n支出合计,,400\n",
        "摘要,收入,支出\n李华捐款,300,\n买口罩,,400\n本期收入合计,300,\n本期支出合计,,400\n",
        "内容,收入,支出\n李华捐款,300,\n捐款收入,5,\n买口罩,,400\n其他支出,,5\n",
    ],
)
def test_an_account_of_single_rows_is_no_statement(rows: str) -> None:
    assert "statement" not in told(rows, "2020-03-31")
    assert "李华" in told(rows, "2020-03-31")


FUNDS = "基金名称,期初余额,捐赠收入,支出,期末余额\n助学基金,10000,5000,3000,{}\n抗疫基金,0,50000,45000,5000\n合计,10000,55000,48000,17000\n"


def test_what_came_to_funds_and_went_in_all_is_a_statistic() -> None:
    """A donor was asked for."""
    assert told(FUNDS.format(12000), "2020-03-31").startswith("statistic ")
    assert not told(FUNDS.format(11000), "2020-03-31").startswith("statistic ")


def test_an_account_with_days_or_names_is_none_of_funds() -> None:
    rows = "日期,摘要,期初余额,收入,支出,期末余额\n2020-03-01,李华捐款,0,500,,500\n2020-03-02,买水,500,,200,300\n"
    assert "donor=李华" in told(rows)
    assert "receipt" in told("捐款人,期初余额,收入,支出,期末余额\n李华,0,500,0,500\n", "2020-03-31")
