"""Slips of the hand in amounts are told as such; each of them was booked, as another item, another number, or in part."""

import pytest
from conftest import Desk
from harness.tables import told

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.parsing import parse_quantities


@pytest.mark.parametrize(("typed", "right"), [
    ("口罩1O5个", "105"), ("口罩2O0个", "200"), ("口罩5O个", "50"), ("5OO元", "500"), ("l00元", "100"), ("大米5O斤", "50"), ("口罩1oo", "100"),
])  # fmt: skip
def test_a_letter_in_a_number_is_no_digit(typed: str, right: str) -> None:
    """口罩1O5个 were five of an item 口罩1O; of 口罩2O0个 it was said that an amount must be above zero."""
    with pytest.raises(errors.LetterInNumber) as refused:
        parse_quantities(typed)
    assert refused.value.facts["right"] == right


def test_the_example_for_a_name_that_ends_with_a_number_is_no_larger_number(desk: Desk) -> None:
    """N95500个 was proposed."""
    assert "such as 'N95 500个', or" in desk.refused("receive 李华 N95", code=65)
    assert "such as 书500个, or" in desk.refused("receive 李华 书", code=65)
    desk.do("receive 李华 'N95 500个'")
    assert [(row["item"], row["received"]) for row in desk.read("ledger")] == [("N95", "500")]


@pytest.mark.parametrize("typed", ["100.元", "5千克元", "100. 元", "5斤个", "100.个口罩", "120.套防护服", "3斤美元"])
def test_a_unit_is_nothing_to_give(typed: str) -> None:
    """100.元 were a hundred pieces of an item 元, and 100.个口罩 of 个口罩."""
    with pytest.raises(errors.BadInput):
        parse_quantities(typed)


@pytest.mark.parametrize("typed", ["口罩1000只 手套20", "100斤大米 雨衣5", "口罩1000只 手套1.5万"])
def test_a_further_gift_without_a_unit_is_not_passed_over(typed: str) -> None:
    """Of 口罩1000只 手套20 the gloves were lost."""
    with pytest.raises(errors.SeveralReadings):
        parse_quantities(typed)


@pytest.mark.parametrize(("typed", "item", "number", "unit"), [
    ("双氧水H2O2 5瓶", "双氧水H2O2", 5, "瓶"), ("酒精5l10桶", "酒精5l", 10, "桶"), ("口罩500只 批号20200201", "口罩", 500, "只"),
    ("口罩500只 和平路20", "口罩", 500, "只"), ("红包500个", "红包", 500, "个"), ("包20个", "包", 20, "个"), ("口罩100.个", "口罩", 100, None), ("100盒 感冒灵999", "感冒灵999", 100, "盒"),
    ("1.个人防护包5套", "个人防护包", 5, "套"), ("100.5元", "CNY", 100.5, "元"), ("100美元", "USD", 100, "美元"), ("一件套睡衣5套", "一件套睡衣", 5, "套"),
    ("500（美元）", "USD", 500, "美元"), ("500(元)", "CNY", 500, "元"), ("1.5万（元）", "CNY", 15000, "元"), ("100个口罩", "口罩", 100, "个"), ("O型血试剂5盒", "O型血试剂", 5, "盒"), ("500OZ杯子5个", "500OZ杯子", 5, "个"),
])  # fmt: skip
def test_what_only_looks_like_a_slip_is_read_as_before(typed: str, item: str, number: float, unit: str | None) -> None:
    [found] = parse_quantities(typed)
    assert (found.item, float(found.number or 0), found.unit) == (item, number, unit)


@pytest.mark.parametrize(
    "typed", ["5000块整", "五千块正", "5000块 整", "5000块钱整", "捐款5000块整", "5000块（微信）", "5000块(支付宝)"]
)
def test_what_stands_behind_an_amount_in_kuai_makes_no_goods_of_it(typed: str) -> None:
    """5000块整 were five thousand pieces of an item 整, and 5000块（微信） of 微信."""
    [found] = parse_quantities(typed)
    assert (found.item, float(found.number or 0), found.unit) == ("CNY", 5000, "元")


@pytest.mark.parametrize(
    ("typed", "item"),
    [("5000块整理箱", "整理箱"), ("500块毛巾", "毛巾"), ("香皂5000块", "香皂"), ("500块（香皂）", "香皂")],
)
def test_pieces_of_goods_stay_pieces(typed: str, item: str) -> None:
    [found] = parse_quantities(typed)
    assert (found.item, found.unit) == (item, "块")


@pytest.mark.parametrize(
    ("typed", "yuan"), [("200块左右", 200), ("两百块多", 200), ("12块5左右", 12.5), ("三块八上下", 3.8)]
)
def test_kuai_may_be_rough(typed: str, yuan: float) -> None:
    """200块左右 was no quantity, and 12块5左右 twelve pieces of 5左右."""
    [found] = parse_quantities(typed)
    assert (found.item, float(found.number or 0), found.certainty) == ("CNY", yuan, Certainty.ABOUT)


@pytest.mark.parametrize("cell", ["(500元整)", "（1.5万元）", "(人民币500元)", "500元-", "5万-", "500.00元整－"])
def test_a_sign_beside_a_unit_is_one_too(cell: str) -> None:
    """(500) is below zero, and so it is with its unit."""
    assert "2 ! 金额: an amount above zero; money that takes back" in told(
        f"捐赠人,金额\n李华,{cell}\n", day="2020-02-01"
    )


def test_the_number_of_a_page_is_no_row() -> None:
    found = told("捐赠人,金额\n李华,10\n第1页，共3页,\n王芳,20\n", day="2020-02-01").splitlines()
    assert found[2:] == ["3 - a note", "4 receipt (2020-02-01) donor=王芳: CNY 20元 [20CNY]"]


def test_packs_of_nothing_are_no_goods() -> None:
    assert (
        told("捐赠人,物品,数量,单位\n李华,口罩,10,box of 0\n", day="2020-02-01").count("! 数量: an amount above zero")
        == 1
    )
