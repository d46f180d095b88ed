"""Cards of goods: what was given stands above a small table of who gave how much. All is invented."""

from pathlib import Path

import openpyxl
import pytest
from conftest import Desk
from harness.tables import told

BOTH = [
    "receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]",
    "receipt 2020-02-02 donor=张三: 口罩 20只 [20只]",
    "receipt 2020-02-03 donor=乙公司: 酒精 30瓶 [30瓶]",
]
CARDS = {
    "with headings of its own": """
捐赠物资台账
品名：口罩,单位：只,
日期,捐赠单位,数量
2020-02-01,甲公司,500
2020-02-02,张三,20
合计,,520
品名：酒精,单位：瓶,
日期,捐赠单位,数量
2020-02-03,乙公司,30
合计,,30
""",
    "two by two": """
物品名称,口罩,单位,只
日期,捐赠单位,数量,经手人
2020-02-01,甲公司,500,王五
2020-02-02,张三,20,王五
物品名称,酒精,单位,瓶
日期,捐赠单位,数量,经手人
2020-02-03,乙公司,30,王五
""",
    "among the rows": """
日期,捐赠单位,数量
品名：口罩（只）,,
2020-02-01,甲公司,500
2020-02-02,张三,20
品名：酒精（瓶）,,
2020-02-03,乙公司,30
""",
    "as a name alone": """
一、口罩,,
日期,捐赠单位,数量
2020-02-01,甲公司,500只
2020-02-02,张三,20只
二、酒精,,
日期,捐赠单位,数量
2020-02-03,乙公司,30瓶
""",
    "in more cells than the rows have": """
品名：口罩,单位：只,编号：1,仓管：李
日期,捐赠单位,数量
2020-02-01,甲公司,500
2020-02-02,张三,20
品名：酒精,单位：瓶,编号：2,仓管：李
日期,捐赠单位,数量
2020-02-03,乙公司,30
""",
}


@pytest.mark.parametrize("table", CARDS.values(), ids=CARDS)
def test_the_goods_stand_above_the_rows(table: str) -> None:
    found = told(table.lstrip("\n")).splitlines()
    assert [line.split(" ", 1)[1] for line in found if " receipt " in line] == BOTH
    assert not [line for line in found if " ! " in line]


@pytest.mark.parametrize(
    "above",
    [
        ("品名：口罩 单位：只,,,,品名：酒精 单位：瓶,,", "品名：手套 单位：双,,,,品名：帽子 单位：顶,,"),
        ("口罩,,,,酒精,,", "手套,,,,帽子,,"),
    ],
)
def test_cards_beside_each_other(above: tuple[str, str]) -> None:
    """And more of them below."""
    headings = "日期,捐赠人,数量,,日期,捐赠人,数量"
    units = ("", "", "", "") if "：" in above[0] else ("只", "瓶", "双", "顶")
    rows = [f"2020-02-01,李华,5{units[0]},,2020-02-02,王芳,6{units[1]}", f"2020-02-03,张三,7{units[0]},,,,"]
    more = [f"2020-02-04,李华,8{units[2]},,2020-02-05,王芳,9{units[3]}"]
    found = told("\n".join([above[0], headings, *rows, "", above[1], headings, *more]) + "\n").splitlines()
    assert [line.split(" ", 1)[1] for line in found if " receipt " in line] == [
        "receipt 2020-02-01 donor=李华: 口罩 5只 [5只]",
        "receipt 2020-02-02 donor=王芳: 酒精 6瓶 [6瓶]",
        "receipt 2020-02-03 donor=张三: 口罩 7只 [7只]",
        "receipt 2020-02-04 donor=李华: 手套 8双 [8双]",
        "receipt 2020-02-05 donor=王芳: 帽子 9顶 [9顶]",
    ]


def test_a_specification_and_recipients() -> None:
    found = told("名称：口罩 规格：50只/盒 单位：盒\n日期,领用单位,数量\n2020-02-01,市一院,5\n").splitlines()
    assert found[1] == "3 distribution 2020-02-01 recipient=市一院: 口罩（50只/盒） 5盒 [5盒]"


@pytest.mark.parametrize("line", ["品名：口罩、酒精", "第二批", "应急用品一宗", "品名：口罩 品名：酒精", "品名："])
def test_below_another_line_nobody_knows_of_what_the_rows_are(line: str) -> None:
    """Nor are they of the goods above that line."""
    found = told(
        f"日期,捐赠单位,数量\n品名：口罩,,\n2020-02-01,甲公司,5只\n{line},,\n2020-02-02,乙公司,6只\n"
    ).splitlines()
    assert found[2] == "3 receipt 2020-02-01 donor=甲公司: 口罩 5只 [5只]"
    assert not [one for one in found if one.startswith("5 receipt")]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("品名：口罩\n日期,捐赠单位,品名,数量\n2020-02-01,甲公司,酒精,5瓶\n", "酒精 5瓶"),
        ("口罩\n日期,捐赠单位,捐赠物资\n2020-02-01,甲公司,酒精5瓶\n", "酒精 5瓶"),
    ],
)
def test_columns_go_before_what_stands_above(table: str, said: str) -> None:
    assert said in told(table)


def test_in_a_workbook(desk: Desk, tmp_path: Path) -> None:
    """A card a sheet and several in one, booked and again."""
    book = openpyxl.Workbook()
    for sheet, cards in ((book.active, ["口罩", "酒精"]), (book.create_sheet("手套"), ["手套"])):
        for item in cards:
            for row in (
                ["品名", item, "单位", "箱"],
                ["日期", "捐赠人", "数量"],
                ["2020-02-01", "李华", len(item)],
                [],
            ):
                sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    for _again in range(2):
        assert desk.run(f"import {tmp_path / 'a.xlsx'} --yes").code == 0
    assert [(row["item"], row["received"], row["unit"]) for row in desk.read("ledger")] == [
        ("口罩", "2", "箱"),
        ("酒精", "2", "箱"),
        ("手套", "2", "箱"),
    ]


@pytest.mark.parametrize("card", ["品名：口罩", "物资名称：口罩  单位：只", "口罩"])
@pytest.mark.parametrize("heading", ["金额", "金额（元）", "捐款金额"])
def test_above_amounts_alone_nobody_knows_what_these_are(card: str, heading: str) -> None:
    """500 below 金额 was booked as money, whatever goods stood above; which of the three it is can be said."""
    table = f"{card},,\n捐赠人,日期,{heading}\n李华,2020-02-01,500\n"
    assert told(table).splitlines()[1].startswith("3 ! None: what the amounts are, above which a line says goods")
    said = {field: told(table, columns={heading: field}).splitlines()[1] for field in ("quantity", "value", "money")}
    assert ": 口罩 500" in said["quantity"]
    assert ": 口罩 ?@@500 [500value]" in said["value"]
    assert ": CNY 500元 [500CNY]" in said["money"]


def test_what_the_goods_of_a_card_are_worth_is_no_money() -> None:
    assert ": 口罩 ?@@500 [500value]" in told("品名：口罩,,\n捐赠单位,日期,价值（元）\n甲公司,2020-02-01,500\n")
    both = told("品名：口罩 单位：只,,\n捐赠人,日期,数量,金额\n李华,2020-02-01,500,1000\n")
    assert ": 口罩 500只@@1000 [500只 1000value]" in both


def test_nobody_signed_below_who_got_it() -> None:
    """领取人 left blank was asked for, where 领取单位 stands above the table."""
    text = "救灾物资发放表（2020年2月1日）\n领取单位：东乡镇\n品名,单位,数量,领取人\n家庭包,个,80,{}\n棉被,床,90,\n"
    assert told(text.format("")).splitlines()[1:] == [
        "4 distribution (2020-02-01) recipient=东乡镇: 家庭包 80个 [80个]",
        "5 distribution (2020-02-01) recipient=东乡镇: 棉被 90床 [90床]",
    ]
    assert "4 distribution (2020-02-01) recipient=东乡镇: 家庭包 80个" in told(text.format("张三"))
    assert "receipt" not in told(text.format("").replace("领取单位：东乡镇\n", ""))
    assert "distribution" not in told(text.format("").replace("领取单位：东乡镇\n", ""))


@pytest.mark.parametrize(("title", "what"), [
    ("物资发放签收表", "distribution 2020-02-01 recipient=市一院: 口罩 500只"), ("物资捐赠登记表", "receipt 2020-02-01 donor=市一院: 口罩 500只"),
])  # fmt: skip
def test_a_card_above_bodies_that_are_called_units(title: str, what: str) -> None:
    """单位 above 市一院 is no unit of the goods: which way they went the title says."""
    assert what in told(f"{title}\n品名：口罩  单位：只\n序号,单位,数量,日期\n1,市一院,500,2020-02-01\n")
