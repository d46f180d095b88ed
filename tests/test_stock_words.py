"""What is said where there isn't enough: only what is true, and helps."""

import pytest
from conftest import Desk
from harness.tables import told


def test_what_a_refused_transfer_would_have_brought_is_not_said_to_be_there(desk: Desk) -> None:
    desk.do("receive 李华 口罩520个 --date 2020-02-01 --yes --new")
    said = desk.refused("transfer 口罩5000个 --to 新仓 --date 2020-02-02 --yes --new")
    assert "520" in said
    assert "新仓" not in said
    desk.do("transfer 口罩20个 --to 新仓 --date 2020-02-02 --yes --new")
    said = desk.refused("transfer 口罩5000个 --to 新仓 --date 2020-02-03 --yes")
    assert "20" in said.partition("新仓")[2]
    assert "5000" not in said.partition("elsewhere")[2]


def test_what_was_counted_since_needs_no_count(desk: Desk) -> None:
    desk.do("receive 李华 口罩一批 --date 2020-02-01 --yes --new")
    assert "adjust count" in desk.refused("distribute 院 口罩1个 --date 2020-02-01 --yes --new")
    desk.do("adjust count 口罩0个 --date 2020-02-02 --yes")
    assert "adjust count" not in desk.refused("distribute 院 口罩1个 --date 2020-02-03 --yes --new")
    desk.do("receive 李华 口罩一批 --date 2020-02-04 --yes")
    assert "adjust count" in desk.refused("distribute 院 口罩1个 --date 2020-02-05 --yes --new")


def test_the_pack_of_an_item_that_is_new_is_said_after_the_item(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told to be typed can be typed, in this order."""
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    said = desk.refused("receive 赵六 矿泉水3箱零5瓶 --date 2020-02-01 --yes --new", code=65)
    assert said.index("`donations items add 矿泉水 --unit 瓶`") < said.index(
        "`donations items pack 矿泉水 '1 箱 = N 瓶'`"
    )
    desk.do("items add 矿泉水 --unit 瓶")
    assert "items add" not in desk.refused("receive 赵六 矿泉水3箱零5瓶 --date 2020-02-01 --yes --new", code=65)
    desk.do("items pack 矿泉水 1箱=24瓶")
    desk.do("receive 赵六 矿泉水3箱零5瓶 --date 2020-02-01 --yes --new")
    assert desk.stock() == {"矿泉水": "77"}


def test_a_stores_book_may_say_it_in_one_character() -> None:
    """入, 出 and 余 were columns that nobody read."""
    rows = "2月1日,口罩,甲公司捐,1000,,1000\n2月2日,口罩,市一院领,,300,700\n"
    found = told(f"日期,物品,来源/去向,入,出,余\n{rows}")
    assert "receipt 2020-02-01 donor=甲公司: 口罩 1000" in found
    assert "distribution 2020-02-02 recipient=市一院: 口罩 300" in found


def test_where_goods_in_a_stores_book_came_from_is_who_gave_them() -> None:
    """接收来源 was read for nothing, and a donor asked for."""
    found = told(
        "物资名称,单位,接收数量,接收来源,发放数量,发放去向,库存\n口罩,只,2000,甲公司,1500,市一院,500\n", "2020-03-31"
    )
    assert (
        "receipt (2020-03-31) donor=甲公司: 口罩 2000只 + distribution (2020-03-31) recipient=市一院: 口罩 1500只"
        in found
    )


def test_what_went_out_has_the_day_of_its_side_in_english_too() -> None:
    """It went out on the day on which it came."""
    found = told(
        "Item,Qty Received,Donor,Date Received,Qty Distributed,Distributed To,Date Distributed,Balance\n"
        "Masks,1000,ABC Co.,2020-02-01,600,City Hospital,2020-02-03,400\n"
    )
    assert "receipt 2020-02-01 donor=ABC Co.: Masks 1000 + distribution 2020-02-03 recipient=City Hospital" in found
