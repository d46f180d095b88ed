"""Accounts with two sides: what came in stands left, what was paid right. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

TITLE = "2020年2月收支公示\n"
HEADS = {
    "收入,金额,支出,金额": TITLE,
    "收入项目,收入金额（元）,支出项目,支出金额（元）": TITLE,
    "项目,金额,事项,金额": f"{TITLE}收入,,支出,\n",
    "摘要,收入金额,用途,支出金额": f"{TITLE}收入部分,,支出部分,\n",
}
LINES = "李华捐款,500,购口罩,300\n甲公司捐赠,200,运费,50\n上期结余,100,本期结余,450\n合计,800,合计,800\n"


def lines(table: str) -> list[str]:
    """What is understood of the rows."""
    return told(table, day="2020-02-29").splitlines()[1:]


@pytest.mark.parametrize(("heads", "above"), HEADS.items())
def test_each_side_has_its_lines(heads: str, above: str) -> None:
    said = lines(f"{above}{heads}\n{LINES}")
    assert [line.partition(" ")[2] for line in said[:4]] == [
        "receipt (2020-02-29) donor=李华: CNY 500元 “李华捐款” [500CNY]",
        "expense (2020-02-29) : CNY 300元 “购口罩” [300CNY]",
        "receipt (2020-02-29) donor=甲公司: CNY 200元 “甲公司捐赠” [200CNY]",
        "expense (2020-02-29) : CNY 50元 “运费” [50CNY]",
    ]
    assert all(" - a total" in line for line in said[4:])


def test_days_of_their_own_and_names_alone() -> None:
    said = lines(
        f"{TITLE}日期,收入,金额,日期,支出,金额,备注\n2月1日,李华,500,2月3日,购口罩,300,发票1\n,合计,500,,合计,300,\n,,,,余额,200,\n"
    )
    assert said[:2] == [
        "3 receipt 2020-02-01 donor=李华: CNY 500元 [500CNY]",
        "3 expense 2020-02-03 : CNY 300元 “发票1；购口罩” [300CNY]",
    ]


def test_in_english() -> None:
    table = (
        "Receipts,Amount (CNY),Payments,Amount (CNY)\nBalance b/f,100,Masks,300\nDonation from Li Hua,500,Postage,50\n"
        "Membership fees,40,Balance c/f,290\nTotal,640,Total,640\nSurplus,,,250\n"
    )
    said = lines(table)
    assert said[1] == "2 expense (2020-02-29) : CNY 300元 “Masks” [300CNY]"
    assert said[2] == "3 receipt (2020-02-29) donor=Li Hua: CNY 500元 “Donation from Li Hua” [500CNY]"
    assert [line for line in said if " receipt " in line or " expense " in line] == [said[1], said[2], said[3]]
    assert any(line.startswith("4 - income that is no gift") for line in said)


@pytest.mark.parametrize("heads", HEADS)
def test_sums_by_sort_are_no_gifts(heads: str) -> None:
    said = lines(f"{HEADS[heads]}{heads}\n捐款收入,5000,项目支出,300\n会费收入,200,办公费,50\n")
    assert all(line.endswith("- a figure of a statistic, no gift") for line in said)


@pytest.mark.parametrize(
    ("rows", "row", "why"),
    [
        ("小太阳,500,购口罩,300\n风中追风,200,运费,50\n", 3, "None: lines of what came in that name who gave"),
        ("Donation - Li Hua,500,Masks,300\n", 3, "None: lines of what came in that name who gave"),
        ("李华捐款,500,购口罩,300\n,,,100\n", 4, "支出: what this amount was"),
        ("李华捐款,500,购口罩,300\n,100,,\n", 4, "收入: what this amount was"),
        ("李华,500,购口罩,300\n,100,,\n王芳,1,,\n", 4, "收入: what this amount was"),
        ("李华捐款,500,购口罩,300\n义卖所得,100,,\n", 4, "None: a donor"),
    ],
)
def test_what_nobody_can_tell_is_asked(rows: str, row: int, why: str) -> None:
    said = lines(f"{TITLE}收入,金额,支出,金额\n{rows}")
    assert any(line.startswith(f"{row} ! {why}") for line in said)


@pytest.mark.parametrize("wrong", ["合计,801,合计,800", "合计,800,合计,900"])
def test_a_total_of_a_side_is_held_against_its_lines(wrong: str) -> None:
    """With what was there before and is left, or without."""
    table = f"{TITLE}收入,金额,支出,金额\n{LINES}"
    assert "≠" not in told(table, day="2020-02-29")
    assert "≠" not in told(table.replace("合计,800,合计,800", "合计,700,合计,350"), day="2020-02-29")
    assert "≠ 6" in told(table.replace("合计,800,合计,800", wrong), day="2020-02-29")


def test_it_is_booked_once(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{TITLE}收入,金额,支出,金额\n{LINES}")
    for _again in range(2):
        assert desk.run(f"import {file} --yes").code == 0
    rows = [(row["type"], row["donor"], row["received"], row["spent"]) for row in desk.read("ledger")]
    assert rows == [
        ("receipt", "李华", "500", "0"),
        ("expense", None, "0", "300"),
        ("receipt", "甲公司", "200", "0"),
        ("expense", None, "0", "50"),
    ]


ROWS = "2月1日,李华捐款,500,购口罩,300\n2月3日,,,运费,50\n2月4日,王芳捐款,100,,\n"
OF_ROW = {
    "日期,收入,金额,支出,金额": (ROWS, ""),
    "日期,收入项目,收入金额,支出项目,支出金额": (ROWS, ""),
    "日期,收入,,支出,\n,项目,金额,项目,金额": (ROWS, ""),
    "序号,日期,收入项目,收入金额,支出项目,支出金额": (
        "".join(f"{at},{row}\n" for at, row in enumerate(ROWS.splitlines(), 1)),
        "",
    ),
    "日期,收入项目,收入金额,支出项目,支出金额,余额": (ROWS.replace("\n", ",7\n"), ""),
    "日期,收款事由,收款金额,付款事由,付款金额": (ROWS, ""),
    "日期,收入,,支出,,备注\n,项目,金额,项目,金额,": (ROWS.replace("\n", ",急\n"), "急；"),
}


@pytest.mark.parametrize("heads", OF_ROW)
def test_a_day_before_both_sides_is_of_both(heads: str) -> None:
    """A side on which nothing stands is no record of its row, whatever stands beside both."""
    rows, note = OF_ROW[heads]
    said = [line.partition(" ")[2] for line in lines(f"{TITLE}{heads}\n{rows}")]
    assert [line.partition(" “")[0] for line in said] == [
        "receipt 2020-02-01 donor=李华: CNY 500元",
        "expense 2020-02-01 : CNY 300元",
        "expense 2020-02-03 : CNY 50元",
        "receipt 2020-02-04 donor=王芳: CNY 100元",
    ]
    assert f"“{note}运费”" in said[2]


def test_what_went_on_of_a_gift_is_none_more_of_who_gave_it() -> None:
    """甲公司 gave 50 more, which had gone out."""
    said = told("捐赠单位,物资,接收,,发放,\n,,数量,单位,数量,单位\n甲公司,口罩,100,只,50,只\n", day="2020-02-01")
    assert "口罩 50只" not in said
    assert "3 ! None: one column of quantities" in said


def test_who_money_was_paid_to_gave_none() -> None:
    """收款方 was read as the words for what came."""
    said = lines("日期,收款方,收款金额,付款方,付款金额\n2020-02-01,江北小学,500,李华,300\n")
    assert not any("donor=江北小学" in line for line in said)


def test_a_day_below_the_left_side_is_of_that() -> None:
    said = lines(f"{TITLE}收入,,,支出,\n日期,项目,金额,项目,金额\n2月1日,李华捐款,500,购口罩,300\n")
    assert said[1].startswith("4 expense (2020-02-29)")


@pytest.mark.parametrize(
    ("day", "of_both"), [("收款日期", False), ("捐款日期", False), ("收支日期", True), ("时间", True)]
)
def test_the_day_when_something_came_is_of_that_side(day: str, of_both: bool) -> None:
    """What was paid was booked on the day when the gift beside it came."""
    said = lines(f"{TITLE}{day},收入,金额,支出,金额\n2月1日,李华捐款,500,购口罩,300\n2月4日,王芳捐款,100,,\n")
    paid = [line for line in said if " expense " in line]
    assert [" expense 2020-02-01 " in line for line in paid] == [of_both]
