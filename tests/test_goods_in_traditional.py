"""Goods and money written in traditional characters are read as those in simplified ones are, and whom they went to is no part of their name."""

import pytest

from donations import errors
from donations.domain.quantities.gifts import gifts


def _said(text: str) -> list[tuple[str, str, str]]:
    return [(each.item, str(each.number), str(each.unit)) for each in gifts(text)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("捐贈口罩500個", "口罩"),
        ("贈送500個口罩", "口罩"),
        ("購買口罩500個", "口罩"),
        ("發放口罩500個", "口罩"),
        ("還有口罩500個", "口罩"),
        ("累計捐出口罩500個", "口罩"),
        ("口罩數量為500個", "口罩"),
        ("為本會捐贈口罩500個", "口罩"),
    ],
)
def test_words_around_goods_are_no_name(text: str, item: str) -> None:
    assert _said(text) == [(item, "500", "个")]


def test_goods_are_joined_by_traditional_and() -> None:
    for text in ("216組生活物資與396包白米", "生活物資216組與白米396包"):
        assert _said(text) == [("生活物資", "216", "组"), ("白米", "396", "包")]


def test_sum_of_goods_is_their_worth() -> None:
    (rice,) = gifts("白米100包，總計5000元")
    assert (rice.item, str(rice.number), rice.price) == ("白米", "100", gifts("白米100包，总计5000元")[0].price)
    assert rice.price is not None


@pytest.mark.parametrize(("text", "code"), [("英鎊500", "GBP"), ("500韓元", "KRW"), ("盧布500", "RUB")])
def test_money_of_other_countries_is_money(text: str, code: str) -> None:
    (money,) = gifts(text)
    assert (money.item, str(money.number), money.is_money) == (code, "500", True)


def test_names_that_hold_a_number_stay_whole() -> None:
    assert _said("千張5斤") == [("千張", "5", "斤")]
    assert _said("5層貨架") == [("5層貨架", "None", "None")]


def test_our_own_body_is_no_part_of_the_name() -> None:
    assert _said("向我校捐赠医用口罩800个、手套20双") == [("医用口罩", "800", "个"), ("手套", "20", "双")]


@pytest.mark.parametrize("text", ["个人向学校捐赠医用口罩800个", "為醫院捐贈口罩500個", "捐赠给学校口罩500个"])
def test_names_that_tell_a_receiver_are_refused(text: str) -> None:
    with pytest.raises(errors.SeveralReadings):
        gifts(text)


@pytest.mark.parametrize("text", ["向日葵500束", "方向盘500个", "补给500箱", "捐赠箱500个", "为民服务牌500块"])
def test_goods_named_so_are_read(text: str) -> None:
    assert [str(each.number) for each in gifts(text)] == ["500"]


@pytest.mark.parametrize(
    ("text", "goods"),
    [("為醫院捐贈護目鏡10個", "護目鏡"), ("给希望小学的图书100册", "图书"), ("给医院护士的口罩100个", "口罩")],
)
def test_what_is_to_be_written_alone_is_said_as_it_stands(text: str, goods: str) -> None:
    with pytest.raises(errors.ReceiverInName) as refused:
        gifts(text)
    assert refused.value.facts["goods"] == goods


@pytest.mark.parametrize(
    ("text", "item", "sum_of_money"),
    [
        ("口罩和現金1000元", "口罩", "1000"),
        ("口罩與善款1,000圓", "口罩", "1000"),
        ("棉被及資金500元", "棉被", "500"),
    ],
)
def test_goods_before_money_are_not_lost(text: str, item: str, sum_of_money: str) -> None:
    """現金 was not known, and the masks went into the words of the money."""
    assert _said(text) == [(item, "None", "None"), ("CNY", sum_of_money, "元")]


def test_words_behind_a_name_alone_are_no_part_of_it() -> None:
    assert [each.item for each in gifts("口罩數量")] == ["口罩"]
    with pytest.raises(errors.NoQuantity):
        gifts("100（隻）")
