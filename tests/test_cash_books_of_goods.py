"""Accounts with goods in columns of their own: what money went out for was bought, from whoever stands there."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

from donations.importers.columns.sides import GOODS_PAID_FOR

BOOK = """日期,摘要,对方单位,品名,数量,单位,收入,支出
2020-02-03,捐款,李华,,,,1000,
2020-02-05,购买,某药店,口罩,100,个,,200
2020-02-06,运费,顺达货运,,,,,50
2020-02-06,捐物,甲公司,护目镜,20,副,,
"""


def understood(desk: Desk, tmp_path: Path, text: str) -> list[tuple[str, ...]]:
    """Of each line in the book type, item, received, bought and spent."""
    paper = tmp_path / "a.csv"
    paper.write_text(text, encoding="utf-8")
    desk.do(f"import {paper} --yes")
    keys = ("type", "item", "received", "bought", "spent")
    return [tuple(row[key] for key in keys) for row in desk.read("ledger")]


def test_goods_that_money_went_out_for_were_bought(desk: Desk, tmp_path: Path) -> None:
    """They stood as given by the shop, and the carrier as a donor."""
    rows = understood(desk, tmp_path, BOOK)
    assert rows == [
        ("receipt", "CNY", "1000", "0", "0"), ("purchase", "口罩", "0", "100", "0"), ("purchase", "CNY", "0", "0", "200"),
        ("expense", "CNY", "0", "0", "50"), ("receipt", "护目镜", "20", "0", "0"),
    ]  # fmt: skip
    assert [row["donor"] for row in desk.read("sql 'select donor from donors'")] == ["李华", "甲公司"]
    assert desk.is_in_order()


@pytest.mark.parametrize(
    "text",
    ["日期,摘要,品名,数量,单位,收入,支出\n2020-02-03,李华捐款,,,,1000,\n2020-02-05,购口罩,口罩,100,个,,200\n",
     "日期,捐赠人,品名,数量,收入,支出,备注\n2020-02-03,李华,,,1000,,\n2020-02-05,,口罩,100个,,200,采购\n"],
)  # fmt: skip
def test_where_nobody_is_named_too(desk: Desk, tmp_path: Path, text: str) -> None:
    rows = understood(desk, tmp_path, text)
    assert rows[1:] == [("purchase", "口罩", "0", "100", "0"), ("purchase", "CNY", "0", "0", "200")]


def test_who_gave_goods_gave_them_whatever_their_freight_cost(desk: Desk, tmp_path: Path) -> None:
    heads = "日期,捐赠人,品名,数量,收入,支出,备注"
    rows = understood(desk, tmp_path, f"{heads}\n2020-02-03,李华,,,1000,,\n2020-02-06,甲公司,护目镜,20副,,30,运费\n")
    assert rows[1:] == [("receipt", "护目镜", "20", "0", "0"), ("expense", "CNY", "0", "0", "30")]


def test_what_came_into_a_store_and_what_left_it_are_summed_apart(desk: Desk, tmp_path: Path) -> None:
    """What was bought stood as given out, and what was given out, lost or used nowhere."""
    paper = tmp_path / "a.csv"
    rows = "捐赠入库,甲公司,口罩,500,个\n采购入库,某药店,口罩,100,个\n发放,市三院,口罩,200,个\n报损,,口罩,10,个\n"
    paper.write_text(f"类型,往来单位,品名,数量,单位\n{rows}", encoding="utf-8")
    answer = desk.do(f"import {paper} --yes --date 2020-02-03 --format json").json
    [table] = answer["files"][0]["tables"]
    assert (table["sums"], table["went_out"]) == ({"个": "600"}, {"个": "210"})
    assert desk.stock() == {"口罩": "390"}


def _read(text: str) -> list[str]:
    return told(text).splitlines()[1:]


def test_what_came_in_and_what_went_beside_goods_are_money_in_english_too() -> None:
    """Money In was what goods are worth, and what was paid out was passed over, or refused."""
    heads = "Date,Description,Item,Qty,Money In (CNY),Money Out (CNY),Balance"
    rows = "2020-02-01,Donation from Li Hua,,,1000,,1000\n2020-02-02,Bought masks,Masks,500,,300,700\n"
    first, second = _read(f"{heads}\n{rows}")
    assert first.startswith("2 receipt 2020-02-01 donor=Li Hua: CNY 1000元")
    assert second.startswith("3 purchase 2020-02-02 : Masks 500@@300")


def test_who_gave_some_goods_gave_them_whatever_was_paid_besides() -> None:
    """支出（元） was passed over without a word where 捐款 stood as an item in the rows of money."""
    heads = "日期,捐赠人,品名,数量,收入（元）,支出（元）"
    found = _read(f"{heads}\n2020-02-01,李华,捐款,,1000,\n2020-02-03,甲公司,手套,100,,300\n")
    assert found[0].startswith("2 receipt 2020-02-01 donor=李华: CNY 1000元")
    assert "3 receipt 2020-02-03 donor=甲公司: 手套 100" in found[1]
    assert "300" in found[1]


@pytest.mark.parametrize(
    "text",
    [
        "日期,捐赠单位,品名,数量,捐赠金额,采购金额\n2020-02-03,甲公司,口罩,500,1000,\n2020-02-03,乙公司,手套,100,,300\n",
        "Date,Item,Qty,Money In (CNY),Money Out (CNY)\n2020-02-01,Masks,500,1000,\n2020-02-02,Masks,500,,300\n",
        "日期,项目,数量,收入,支出,捐赠人\n2020-02-01,捐款,1,500,,李华\n2020-02-02,手套,20,,100,王芳\n",
    ],
)
def test_goods_beside_either_of_two_sides_are_asked_about(text: str) -> None:
    """What was paid was passed over; or what came in was what the goods cost; and one 捐款 was a yuan more."""
    assert all(GOODS_PAID_FOR in line for line in _read(text))


@pytest.mark.parametrize("row", ["甲公司,口罩,500,1000,50", "甲公司,口罩,500,1000,"])
def test_what_a_gift_cost_beside_its_worth_is_not_asked_about(row: str) -> None:
    assert "2 receipt" in told(f"捐赠单位,品名,数量,价值,运费支出,日期\n{row},2020-02-03\n")


def test_money_that_went_on_in_parts_was_not_paid_to_who_gave_it() -> None:
    """Below a gift that went to several, 甲公司 was who was paid."""
    heads = "日期,捐款人,捐款金额（元）,拨付单位,拨付金额（元）"
    found = _read(f"{heads}\n2020-02-03,甲公司,1000,东乡镇,500\n2020-02-03,甲公司,,西乡镇,300\n")
    assert found[-1].startswith("3 expense 2020-02-03 recipient=西乡镇: CNY 300元")
    found = _read("日期,对方户名,收入,支出,受助人\n2020-02-03,甲公司,1000,,\n2020-02-04,某药房,,300,李小明\n")
    assert "某药房" in found[-1]
    assert "李小明" in found[-1]
