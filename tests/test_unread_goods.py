"""Goods in a column that nobody reads, beside money that is read, would be lost: the list is asked about. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.unread_goods import BOUGHT_OR_GIVEN, GOODS_UNREAD


@pytest.mark.parametrize(
    ("headings", "row"),
    [("姓名,捐款金额,另附", "李华,300,口罩50只"), ("Donor,Amount,Details", "Acme Ltd,300,50 masks")],
)
def test_goods_that_nobody_reads_are_asked_about(headings: str, row: str) -> None:
    text = f"Date,{headings}\n2020-02-01,{row}\n"
    assert GOODS_UNREAD in told(text)
    unread = headings.rsplit(",", 1)[1]
    assert "CNY 300元" in told(text, columns={unread: "-"})


@pytest.mark.parametrize("heading", ["回赠", "回礼", "需求", "Reward", "分配方案", "转赠", "相当于", "认购", "Impact"])
def test_what_givers_got_or_need_is_no_gift(heading: str) -> None:
    assert "2 receipt 2020-02-01 donor=李华: CNY 300元 [" in told(
        f"日期,姓名,捐款金额,{heading}\n2020-02-01,李华,300,大米1袋\n"
    )


def test_what_was_bought_with_the_money_is_asked_about() -> None:
    text = "日期,姓名,捐款金额,购买物资\n2020-02-01,李华,300,口罩50只\n"
    assert BOUGHT_OR_GIVEN in told(text)
    assert "CNY 300元 “口罩50只”" in told(text, columns={"购买物资": "note"})
    assert "CNY 300元, 口罩 50只" in told(text, columns={"购买物资": "item"})


@pytest.mark.parametrize(
    ("item", "what"), [("50 masks", "masks 50@@300"), ("masks", "masks 300 ["), ("3M masks", "3M masks 300 [")]
)
def test_amounts_beside_goods_that_say_how_many_are_money(item: str, what: str) -> None:
    assert f"donor=Acme Ltd: {what}" in told(f"Date,Donor,Item,Amount\n2020-02-01,Acme Ltd,{item},300\n")
