"""Columns that say of each gift whether it came, 到账情况, whatever else stands in them; and gifts that went back by other words."""

from typing import Any

import pytest
from harness.tables import told

from donations.importers.rows.fates import PART_CAME

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "money that came, did not, or in part",
        {"day": "2020-03-20"},
        """
捐款单位,金额（万元）,到账情况
甲公司,10,已到账
乙公司,20,未到账
丙公司,5,部分到账3万元
""",
        """
money_in 1: 捐款单位=donor 金额（万元）=money 到账情况=status
2 receipt (2020-03-20) donor=甲公司: CNY 100000元 [100000CNY]
3 - not paid, by its own word
4 ! 到账情况: 已到账 or 未到账: of what came in part, the amount that came, and 已到账 beside it (部分到账3万元)
""",
    ),
    (
        "goods of which one state is of something else",
        {"day": "2020-03-20"},
        """
捐赠单位,物资名称,数量,到货情况
甲公司,口罩,1000只,已到货
乙公司,酒精,20桶,运输中
丙公司,手套,50双,已发放
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 到货情况=status
2 receipt (2020-03-20) donor=甲公司: 口罩 1000只 [1000只]
3 - not received, by its own word
4 receipt (2020-03-20) donor=丙公司: 手套 50双 [50双]
""",
    ),
    (
        "amounts below such a heading are no states",
        {"day": "2020-03-20"},
        """
捐款单位,认捐金额,到账情况
甲公司,100,60
""",
        """
money_in 1: 捐款单位=donor 认捐金额=- 到账情况=money
2 receipt (2020-03-20) donor=甲公司: CNY 60元 [60CNY]
""",
    ),
    (
        "what went back by another word",
        {"day": "2020-03-20"},
        """
捐款人,金额,备注
甲一,100,
乙二,300,重复捐款已退
丙三,50,已退休
丁四,20,票据已退
""",
        """
money_in 1: 捐款人=donor 金额=money 备注=note
2 receipt (2020-03-20) donor=甲一: CNY 100元 [100CNY]
3 ! 备注: what stayed: this says that it went back; take the row out, and the one that it takes back if that is another. What the book has already, `donations refund`, `return` or `reverse` takes back (重复捐款已退)
4 receipt (2020-03-20) donor=丙三: CNY 50元 “已退休” [50CNY]
5 receipt (2020-03-20) donor=丁四: CNY 20元 “票据已退” [20CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_what_came_of_each_gift_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize("way", ["物资捐赠明细\n日期,捐赠单位", "物资发放明细\n日期,接收单位"])
@pytest.mark.parametrize("amount", ["-5个", "-5", "(5)", "5-"])
def test_goods_below_zero_are_told_what_to_do(way: str, amount: str) -> None:
    """What stayed is to be written in the row of the gift; nothing of it speaks of money."""
    said = told(f"{way},物资,数量\n2020-02-01,甲公司,口罩,500个\n2020-02-02,甲公司,口罩,{amount}\n").splitlines()[-1]
    assert "write what stayed in the row of the gift" in said
    assert "支出" not in said


@pytest.mark.parametrize("item", ["口罩退回", "退货口罩", "口罩（退还）"])
def test_goods_whose_name_says_that_they_went_back(item: str) -> None:
    """口罩退回 was booked as a gift of such things; 退热贴 is one."""
    row = f"日期,捐赠单位,物资,数量\n2020-02-01,甲公司,{item},5个\n"
    assert "this says that it went back" in told(row).splitlines()[-1]
    assert told(row.replace(item, "退热贴")).splitlines()[-1].endswith("退热贴 5个 [5个]")


@pytest.mark.parametrize(
    ("amount", "state"),
    [
        ("10000", "到账5000元"),
        ("20000", "已到账50%"),
        ("20000", "到账1万"),
        ("4000", "首期2000元已到账"),
        ("3000", "余1000元未到"),
        ("3000", "尾款待付"),
        ("8000", "尚欠3000"),
        ("100", "Paid $50"),
        ("100", "50% paid"),
        ("100", "Balance due"),
    ],
)
def test_what_came_in_part_by_its_amount_is_asked_about(amount: str, state: str) -> None:
    """All that was promised was booked as if it had come."""
    asked = told(f"姓名,捐款金额,到账情况\n甲一,{amount},{state}\n", "2020-03-20")
    assert f"\n2 ! 到账情况: {PART_CAME} ({state})\n" in asked


@pytest.mark.parametrize(
    "state",
    [
        "已到账8000元",
        "已到账0.8万元",
        "到账5000元，3000元已到账",
        "已到账20200303",
        "已到账2020.3.3",
        "已到账100%",
        "收到收据1张",
        "分两次到账",
        "Paid $8,000.00",
        "Paid 3/7",
    ],
)
def test_a_state_with_a_number_may_say_that_all_came(state: str) -> None:
    text = told(f'姓名,捐款金额,到账情况\n甲一,8000,"{state}"\n', "2020-03-20")
    assert "\n2 receipt (2020-03-20) donor=甲一: CNY 8000元 [8000CNY]\n" in text


def test_part_of_the_goods_is_asked_about() -> None:
    rows = "甲公司,口罩,500个,到货300个\n乙公司,口罩,500个,已到货500个\n丙公司,口罩,10箱,第一批5箱已到\n"
    asked = told(f"捐赠单位,物资,数量,到货情况\n{rows}", "2020-03-20").splitlines()[1:]
    assert [line.split()[1] for line in asked] == ["!", "receipt", "!"]


def test_a_remark_of_another_amount_that_came_is_asked_about() -> None:
    rows = "甲一,10000,已到账5000元\n乙二,8000,已到账8000元\n丙三,8000,已到账（8000元）\n丁四,500,已汇款\n"
    asked = told(f"姓名,捐款金额,备注\n{rows}", "2020-03-20").splitlines()[1:]
    assert [line.split()[1] for line in asked] == ["!", "receipt", "receipt", "receipt"]


@pytest.mark.parametrize("state", ["作废", "已作废", "作废重开", "已冲红"])
@pytest.mark.parametrize("heading", ["票据状态", "收据状态", "捐赠票据状态"])
def test_a_receipt_that_is_void_is_of_no_gift(heading: str, state: str) -> None:
    """Both were booked, this one and the one that was issued for it."""
    rows = f"0001,2020-03-01,甲一,1000,正常\n0002,2020-03-02,乙二,500,{state}\n0003,2020-03-02,乙二,500,未领取\n"
    said = told(f"票据号码,开票日期,交款人,金额,{heading}\n{rows}").splitlines()[1:]
    assert [line.split()[1] for line in said] == ["receipt", "-", "receipt"]


def test_what_became_of_a_receipt_says_nothing_of_money_that_came() -> None:
    head, rows = "票据号码,日期,捐赠人,金额", "0001,2020-03-01,甲一,1000,未打印\n0002,2020-03-02,乙二,500,未领取\n"
    assert told(f"{head},票据状态\n{rows}").count("receipt 2020") == 2
    came = "0001,2020-03-01,甲一,1000,已到账,正常\n0002,2020-03-02,乙二,500,已到账,已冲红\n"
    assert told(f"{head},到账情况,票据状态\n{came}").count("receipt 2020") == 2
