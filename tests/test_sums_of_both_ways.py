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
