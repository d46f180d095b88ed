"""Goods in a column that nobody reads, beside money that is read, would be lost: the list is asked about. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
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


@pytest.mark.parametrize(
    ("headings", "row", "asked"),
    [
        ("姓名,捐款金额,座右铭,另附", "李华,300,加油,口罩50只", "另附"),
        ("姓名,捐款金额,座右铭,购买物资", "李华,300,加油,口罩50只", "购买物资"),
        ("Donor,Amount (CNY),Motto,Further gifts", "Acme Ltd,300,go,50 masks", "'Further gifts=…'"),
    ],
)
def test_the_column_that_is_asked_about_is_named(
    desk: Desk, tmp_path: Path, headings: str, row: str, asked: str
) -> None:
    """`--map 日期=…` stood there as what to type, or another column that isn't read."""
    paper = tmp_path / "a.csv"
    paper.write_text(f"Date,{headings}\n2020-02-01,{row}\n2020-02-02,{row}\n", encoding="utf-8")
    told_of = desk.run(f"import {paper} --yes").out
    assert f"rows 2 to 3, {headings.rsplit(',', 1)[1]}: expected " in told_of
    assert f"`--map {asked}" in told_of


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
