"""What the program shows can be typed as it stands: names of goods with a packing in their bracket, places nobody named yet."""

from pathlib import Path

import pytest
from conftest import Desk

DAY = "--date 2020-02-03"
LIST = (
    "日期,捐赠单位,品名,规格,单位,数量\n2020-02-01,甲公司,大米,10kg/袋,袋,30\n2020-02-01,甲公司,方便面,24桶/箱,箱,50\n"
)


@pytest.fixture
def stocked(desk: Desk, tmp_path: Path) -> Desk:
    """A book with goods of a list that says specifications in a column of their own."""
    paper = tmp_path / "a.csv"
    paper.write_text(LIST, encoding="utf-8")
    desk.do(f"import {paper}")
    return desk


def on_hand(desk: Desk) -> dict[str, str | None]:
    """What is there, by the whole name."""
    rows = desk.read("stock")
    return {
        f"{row['item']}（{row['specification']}）" if row["specification"] else str(row["item"]): row["on_hand"]
        for row in rows
    }


RICE, NOODLES = "大米（10kg/袋）", "方便面（24桶/箱）"


@pytest.mark.parametrize("typed", [f"{RICE}5袋", "大米(10kg/袋)5袋", f"5袋{RICE}"])
def test_goods_are_found_by_the_name_that_reports_show(stocked: Desk, typed: str) -> None:
    """A packing in the bracket of the name makes no other goods of it: 大米, in 公斤."""
    stocked.do(f"distribute 彭泽县敬老院 {typed} {DAY}")
    assert on_hand(stocked) == {RICE: "25", NOODLES: "50"}


def test_so_it_is_counted_corrected_and_priced(stocked: Desk) -> None:
    """The price is that of one pack; what was found and what was wrong is said by the same name."""
    stocked.do(f"receive 乙公司 {RICE}5袋@30元 {DAY}")
    assert [row["value"] for row in stocked.read("totals --by item") if row["item"] == RICE] == ["150"]
    stocked.do(f"correct 3 {RICE}6袋@30元 --reason 少记")
    stocked.do(f"adjust count {RICE}35袋 {DAY}")
    assert on_hand(stocked) == {RICE: "35", NOODLES: "50"}
    assert stocked.is_in_order()


def test_packings_of_other_goods_are_packings(stocked: Desk) -> None:
    """Another packing, another unit, or goods that no list has made: multiplied out as ever."""
    stocked.do(f"receive 乙公司 大米（5kg/袋）4袋 {DAY}")
    stocked.do(f"receive 乙公司 口罩（50只/盒）20盒 {DAY}")
    stocked.do(f"receive 乙公司 大米4袋×10公斤 {DAY}")
    assert on_hand(stocked) == {RICE: "30", NOODLES: "50", "大米": "60", "口罩": "1000"}


def test_the_advice_to_write_it_so_works(stocked: Desk) -> None:
    """What a refusal names is what can be typed."""
    said = stocked.refused(f"distribute 彭泽县敬老院 大米50公斤 {DAY}")
    assert f"{RICE} 30 bags" in said
    stocked.do(f"distribute 彭泽县敬老院 '{RICE} 30袋' {DAY}")
    assert on_hand(stocked) == {NOODLES: "50"}


def test_a_place_that_nobody_named_says_how_one_begins(desk: Desk) -> None:
    """`stock` lists no places where there are none."""
    desk.do(f"receive 李华 100元 {DAY}")
    said = desk.refused(f"spend 60元 --store 微信零钱 {DAY}", code=66)
    assert "`donations transfer … --to 微信零钱`" in said
    desk.do(f"transfer 100元 --to 微信零钱 {DAY}")
    desk.do(f"spend 60元 --store 微信零钱 {DAY}")
    assert "`donations stock` lists them" in desk.refused(f"spend 6元 --store 银行卡 {DAY}", code=66)
