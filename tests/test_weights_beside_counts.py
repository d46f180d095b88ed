"""重量 beside 数量 of goods that are usually weighed, and of records side by side; a colon behind a recipient's name. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.goods_counts import TWO_COUNTS


def rows(text: str) -> list[str]:
    """What each row is."""
    return [line.split(" ", 1)[1].split(" [")[0] for line in told(text).splitlines()[1:]]


@pytest.mark.parametrize("weight", ["重量（公斤）", "毛重（公斤）", "总重量（kg）"])
def test_a_bare_number_beside_a_weight_is_none_of_jin(weight: str) -> None:
    """白菜 10, which weigh 500公斤, are no 10斤."""
    text = f"日期,捐赠人,品名,数量,{weight}\n2020-02-03,甲公司,白菜,10,500\n2020-02-04,乙公司,萝卜,20,600\n"
    assert all(row.startswith(f"! None: {TWO_COUNTS}") for row in rows(text))


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("日期,捐赠人,品名,数量,总重量（kg）\n2020-02-03,甲公司,口罩,10,5\n", "口罩 10"),
        ("日期,捐赠人,品名,数量,单位,重量（公斤）\n2020-02-03,甲公司,白菜,10,筐,500\n", "白菜 10筐"),
        ("日期,捐赠人,品名,数量,重量（公斤）\n2020-02-03,甲公司,白菜,10筐,500\n", "白菜 10筐"),
        ("日期,捐赠人,品名,件数,重量（公斤）\n2020-02-03,甲公司,白菜,10,500\n", "白菜 500公斤"),
        ("日期,捐赠人,品名,数量,重量（斤）\n2020-02-03,甲公司,白菜,500,500\n", "白菜 500"),
    ],
)  # fmt: skip
def test_where_it_is_told_what_is_counted(text: str, goods: str) -> None:
    """The count, or the weight."""
    assert goods in rows(text)[0]


def test_what_a_lorry_weighs_is_not_given() -> None:
    """毛重 beside 皮重, and no 净重."""
    text = "日期,捐赠人,品名,毛重（吨）,皮重（吨）\n2020-02-03,甲公司,白菜,22.5,12.5\n"
    assert rows(text)[0].startswith(f"! None: {TWO_COUNTS}")
    assert "白菜 10吨" in rows(text.replace("皮重（吨）", "皮重（吨）,净重（吨）").replace("12.5", "12.5,10"))[0]
    assert "白菜 22.5吨" in rows(text.replace(",皮重（吨）", "").replace(",12.5", ""))[0]


def test_weights_of_records_side_by_side() -> None:
    """Each has its own."""
    half = "日期,捐赠人,品名,重量,单位"
    text = f"{half},,{half}\n2020-02-03,甲公司,苹果,1.5,吨,,2020-02-04,李华,面粉,250,公斤\n2020-02-03,王芳,鸡蛋,30,斤,,,,,,\n"
    found = "\n".join(rows(text))
    assert all(goods in found for goods in ("苹果 1.5吨", "面粉 250公斤", "鸡蛋 30斤"))


def test_a_colon_behind_a_recipient() -> None:
    """城东镇： is 城东镇."""
    text = "2020年2月3日捐赠物资分配表\n物资名称,单位,分配数量,,合计\n,,城东镇：,城西镇,\n棉被,床,20,30,50\n"
    found = told(text)
    assert "城东镇" in found
    assert "recipient=城东镇：" not in found
