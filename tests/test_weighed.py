"""Vegetables by the 斤: what goods weigh is how much of them there is, and what stands below 蔬菜 is their names. All is invented."""

import pytest
from harness.tables import told

BEGIN = "receipt 2020-02-01 donor=甲公司: "


def rows(text: str) -> list[str]:
    """What is understood of the rows of a CSV, without the line of its columns."""
    return told(text).splitlines()[1:]


@pytest.mark.parametrize(("headings", "row", "what"), [
    ("蔬菜,重量", "白菜,520斤", "白菜 520斤"), ("新鲜蔬菜,总重", "白菜,0.5吨", "白菜 0.5吨"), ("食材,重量,单位", "白菜,520,斤", "白菜 520斤"),
    ("品名,净重", "白菜,520斤", "白菜 520斤"), ("蔬菜,毛重,皮重,净重", "白菜,520斤,20斤,500斤", "白菜 500斤"),
    ("品名,毛重（斤）,皮重（斤）,净重（斤）", "白菜,520,20,500", "白菜 500斤"), ("粮油,重量或数量", "大米,520斤", "大米 520斤"),
    ("水果,箱数,每箱重量,总重量", "苹果,50箱,10斤,500斤", "苹果 50箱"), ("品名,数量,重量", "大米,200袋,5吨", "大米 200袋"),
    ("蔬菜,水果", "白菜520斤,苹果10箱", "白菜 520斤, 苹果 10箱"), ("蔬菜,水果", "520斤,10箱", "蔬菜 520斤, 水果 10箱"),
])  # fmt: skip
def test_goods_are_told_by_their_weight(headings: str, row: str, what: str) -> None:
    [found] = rows(f"日期,捐赠方,{headings}\n2020-02-01,甲公司,{row}\n")
    assert found.startswith(f"2 {BEGIN}{what} [")


def test_a_sum_of_weights_beside_columns_of_goods_is_no_goods() -> None:
    [found] = rows("日期,捐赠方,鸡蛋（枚）,蔬菜（斤）,大米（斤）,重量合计（斤）\n2020-02-01,甲公司,500,100,200,300\n")
    assert found.startswith(f"2 {BEGIN}鸡蛋 500枚, 蔬菜 100斤, 大米 200斤 “重量合计（斤）：300”")


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("名录,重量", "白菜,520斤"),
        ("蔬菜,重量", "白菜,20箱"),
        ("蔬菜,重量", "见附件,520斤"),
    ],
)
def test_what_names_no_goods_or_weighs_nothing_is_asked_about(headings: str, row: str) -> None:
    assert "receipt" not in told(f"日期,捐赠方,{headings}\n2020-02-01,甲公司,{row}\n")


@pytest.mark.parametrize("what", ["口罩（只）", "口罩(N95)", "口罩 （N95）"])
def test_a_bracket_behind_a_name_is_no_amount(what: str) -> None:
    """一批 says that nobody counted them; （只） and （N95） don't."""
    assert "2 ! 物品: a quantity" in told(f"日期,捐赠方,物品\n2020-02-01,甲公司,{what}\n")
    assert "口罩（N95） ?" in told("日期,捐赠方,物品\n2020-02-01,甲公司,口罩（N95）一批\n")


def test_what_was_taken_out_of_a_store_is_counted() -> None:
    found = rows(
        "日期,品名,来源,入库,领用人,领用,库存\n2020-02-01,口罩（只）,甲公司,500,,,500\n2020-02-02,口罩（只）,,,李华,200,300\n"
    )
    assert found[0].startswith("2 receipt 2020-02-01 donor=甲公司: 口罩 500只")
    assert found[1].startswith("3 distribution 2020-02-02 recipient=李华: 口罩 200只")


@pytest.mark.parametrize(("headings", "row", "what"), [
    ("捐赠方,物资,单位,应收,实收", "甲公司,口罩,只,500,400", "receipt 2020-02-01 donor=甲公司: 口罩 400只"),
    ("领用单位,物资,单位,申请,实发", "市一院,口罩,只,500,400", "distribution 2020-02-01 recipient=市一院: 口罩 400只"),
    ("Donor,Item,Unit,Ordered,Received", "Acme Ltd,Masks,pcs,500,400", "receipt 2020-02-01 donor=Acme Ltd: Masks 400个"),
    ("捐赠方,物资,已收", "甲公司,口罩500只,1", "receipt 2020-02-01 donor=甲公司: 口罩 500只"),
    ("Donor,Item,Gross Weight,Net Weight", "Acme Ltd,Rice,52 kg,50 kg", "receipt 2020-02-01 donor=Acme Ltd: Rice 50公斤"),
    ("Donor,Food,Cash", "Acme Ltd,Rice 50kg,100", "receipt 2020-02-01 donor=Acme Ltd: CNY 100元, Rice 50公斤"),
])  # fmt: skip
def test_what_came_or_went_is_counted(headings: str, row: str, what: str) -> None:
    """实收 alone counts it; where the goods say how many, it says whether they came."""
    [found] = rows(f"Date,{headings}\n2020-02-01,{row}\n")
    assert found.startswith(f"2 {what}")


@pytest.mark.parametrize("text", [
    "日期,捐赠方,蔬菜,水果,数量\n2020-02-01,甲公司,白菜,,50斤\n2020-02-02,乙公司,,苹果,30斤\n",
    "日期,捐赠方,品名,净重,单位\n2020-02-01,甲公司,大米,10kg,袋\n",
    "日期,品名,单位,购入,领用,库存\n2020-02-01,口罩,甲商店,500,,500\n2020-02-02,口罩,市一院,,300,200\n",
])  # fmt: skip
def test_what_may_be_of_either_of_each_or_bought_is_asked_about(text: str) -> None:
    """The number beside 蔬菜 and 水果 is of either; 10kg is what one 袋 holds; what was bought nobody gave."""
    assert "receipt" not in told(text)


@pytest.mark.parametrize(("headings", "cells"), [
    ("Donor,Item,Received", ["Ann Lee,Masks,43891", "Bob Ray,Soap,43892"]), ("Donor,Item,Received", ["Ann Lee,Masks,1", "Bob Ray,Soap,0"]),
    ("捐赠单位,品名,入库,签收", ["甲公司,口罩,20200301,500"]), ("领用单位,品名,出库", ["市一院,口罩,0900"]), ("Recipient,Item,Issued,Returned", ["Ann Lee,Masks,50,5"]),
])  # fmt: skip
def test_days_marks_and_what_went_back_are_not_how_many(headings: str, cells: list[str]) -> None:
    rows = "".join(f"2020-02-01,{cell}\n" for cell in cells)
    found = told(f"Date,{headings}\n{rows}")
    assert "receipt" not in found
    assert "distribution" not in found


@pytest.mark.parametrize("headings", ["入库,领用,退回", "入库数量,出库数量,退回数量", "Received,Issued,Returned"])
def test_what_was_brought_back_to_a_store_is_not_passed_over(headings: str) -> None:
    text = f"日期,品名,单位名称,{headings},结存\n2020-02-01,口罩,甲公司,500,,,500\n2020-02-02,口罩,市一院,,300,,200\n2020-02-03,口罩,市一院,,,20,220\n"
    back = headings.rsplit(",", 1)[1]
    assert f"4 ! {back}: nothing here: what was brought back" in told(text)
    assert "4 - a row in which nothing came in" in told(text, columns={back: "-"})


def test_what_money_was_for_is_no_name_of_goods() -> None:
    rows = "2020-02-01,助学,甲公司,500,,500\n2020-02-02,助学金,市一中,,300,200\n"
    assert "distribution" not in told(f"日期,名称,单位名称,收入,使用,结余\n{rows}")


def test_goods_that_nobody_knows_beside_known_ones_are_not_dropped() -> None:
    assert "大米 " not in told("接收单位,日期,礼包,大米\n市一院,2020-02-01,5,3\n")
