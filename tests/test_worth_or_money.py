"""Lists that look like those of what goods are worth, and tell of money; and names below 名称 that are no goods. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.worth_or_cash import WORTH_OF_PRICES

DAY = "2020-03-20"


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("", "捐款人,物资名称,数量,单价,捐款金额"),
        ("", "捐赠单位,物资名称,数量,单价,现金捐款（元）"),
        ("认捐课桌椅公示\n", "捐款人,品名,数量,单价,捐款金额"),
        ("", "姓名,捐赠类别,数量,单价,捐款金额"),
    ],
)
def test_money_given_for_so_many_things_at_a_price_is_asked_about(title: str, headings: str) -> None:
    """The money was gone, and desks that never came were booked."""
    text = f"{title}{headings}\n李华,课桌,10,300,3000\n王强,椅子,5,100,500\n"
    found = told(text, DAY)
    assert found.count(WORTH_OF_PRICES) == 2
    names = headings.split(",")
    passed = told(text, DAY, {names[1]: "-", "数量": "-", "单价": "-"})
    assert "[3000CNY]" in passed
    assert "课桌" not in passed
    assert "课桌 10@@3000" in told(text, DAY, {names[-1]: "value"})


def test_cash_by_a_word_for_it_stands_between_goods_at_a_price() -> None:
    """Who wrote 现金 there, as the question told them to, was asked again."""
    found = told("捐赠单位,物资名称,数量,单价,捐款金额\n甲公司,口罩,500,12,6000\n乙公司,现金,,,1000\n", DAY)
    assert "口罩 500@@6000" in found
    assert "[1000CNY]" in found


@pytest.mark.parametrize(
    "names",
    [
        ("三年级2班", "三年级3班"),
        ("张家村2组", "李家村3组"),
        ("职工35人", "职工20人"),
        ("一车间30人", "二车间20人"),
        ("月捐1次", "月捐2次"),
    ],
)
def test_parts_of_a_body_below_a_bare_name_are_no_goods(names: tuple[str, str]) -> None:
    """2班 of 三年级 were booked as goods beside the money."""
    first, second = names
    found = told(f"捐款人,名称,捐款金额\n李华,{first},100\n王强,{second},200\n", DAY)
    assert "2 receipt (2020-03-20) donor=李华: CNY 100元 [100CNY]" in found
    assert "3 receipt (2020-03-20) donor=王强: CNY 200元 [200CNY]" in found


@pytest.mark.parametrize("worth", ["总值", "折合人民币"])
def test_bodies_below_a_bare_name_are_no_goods(worth: str) -> None:
    """甲有限公司 was booked as a thing worth 2000 yuan."""
    found = told(f"捐赠代表,名称,{worth}\n李华,甲有限公司,2000\n王强,乙有限公司,500\n", DAY)
    assert "甲有限公司 ?" not in found
    assert "[2000CNY]" in found


@pytest.mark.parametrize(
    "text",
    [
        "捐赠人,币种,折算金额（元）\n李华,美元,7000\n王强,欧元,8000\n",
        "捐款人,折算金额（元）\n李华,7000\n王强,8000\n",
        "捐款人,折算金額（元）\n李華,7000\n王強,8000\n",
        "捐赠人,折算金额（元）,备注\n李华,7000,1000美元\n王强,8000,1000欧元\n",
        "海外侨胞捐款公示\n姓名,国家,折算金额（元）\n李华,美国,7000\n王强,法国,8000\n",
        "捐赠单位,捐赠类型,折算金额（元）\n李华,现金,7000\n王强,现金,8000\n",
        "捐赠人,外币,折算金额（元）\n李华,1000,7000\n王强,500,8000\n",
        "捐赠人,外币金额,折合人民币\n李华,1000,7000\n王强,500,8000\n",
        "捐赠单位,捐赠金额（含物资折价）\n李华,7000\n王强,8000\n",
    ],
)
def test_what_money_makes_in_yuan_is_money(text: str) -> None:
    """Goods of which nobody speaks were booked, and the money was gone."""
    found = told(text, DAY)
    assert "[7000CNY]" in found
    assert "[8000CNY]" in found
    assert "物资" not in found.partition("\n")[2]


@pytest.mark.parametrize(("first", "second"), [("乡贤", "姓名"), ("姓名", "乡贤"), ("居士", "姓名"), ("侨胞", "姓名")])
def test_who_is_of_a_sort_is_asked_beside_the_name_and_names_nobody(first: str, second: str) -> None:
    """The giver was 是."""
    said = {"姓名": ("李华", "王强")}
    rows = "\n".join(
        f"{said.get(first, ('是', ''))[place]},{said.get(second, ('是', ''))[place]},{100 + place}"
        for place in range(2)
    )
    found = told(f"{first},{second},金额\n{rows}\n", DAY)
    assert "donor=李华" in found
    assert "3 receipt (2020-03-20) donor=王强: CNY 101元 [101CNY]" in found


def test_members_of_either_sort_gave() -> None:
    """Who stood below 个人会员 was nobody."""
    found = told("单位会员,个人会员,捐款金额\n甲公司,,100\n,王强,200\n", DAY)
    assert "donor=甲公司: CNY 100元" in found
    assert "donor=王强: CNY 200元" in found


@pytest.mark.parametrize("heading", ["会员", "乡贤", "乡亲"])
def test_yes_and_no_are_nobodys_names(heading: str) -> None:
    """是 had given 100 yuan."""
    found = told(f"{heading},金额\n是,100\n否,50\n", DAY)
    assert "receipt" not in found
    assert "2 ! None: headings that tell who gave" in found


def test_who_leads_a_body_gave_nothing_beside_it() -> None:
    found = told("侨领,侨团,捐款\n李华,海外某会,100\n王强,海外某会馆,50\n", DAY)
    assert "donor=海外某会: CNY 100元" in found
    assert "donor=李华" not in found


def test_an_amount_beside_units_of_goods_counts_them() -> None:
    """数额 is no money there: 500个 were worth 500 yuan."""
    found = told(
        "捐赠者,捐赠类型,品名,捐赠数额,单位\n甲公司,货币,,10000,人民币\n乙公司,物资,口罩,500,个\n", "2020-02-29"
    )
    assert "donor=甲公司: CNY 10000元" in found
    assert "donor=乙公司: 口罩 500个 [500个]" in found
    found = told("捐赠者,捐赠形式,捐赠数额,币种/单位\n甲公司,货币,10000,人民币\n乙公司,物资,500,个口罩\n", "2020-02-29")
    assert "donor=甲公司: CNY 10000元" in found
    assert "3 ! 币种/单位" in found
