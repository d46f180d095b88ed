"""What acts do in detail: prices and payments, where a gift lies, what stays of a corrected entry, what refusals say."""

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk, Row
from test_laws import sabotage

from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.parsing import parse_quantity
from donations.services import checking
from donations.services.amounts import few
from donations.services.naming import Meant, unclear_names
from donations.services.problem import Problem
from donations.services.recording import record
from donations.store.book import open_book

DAY = "--date 2020-02-01"


def lines(desk: Desk, number: int) -> list[Row]:
    """The lines of an entry, as `show` gives them."""
    return desk.read(f"show {number}", table=2)


def line(desk: Desk, number: int) -> Row:
    """The one line of an entry."""
    [row] = lines(desk, number)
    return row


def entry(desk: Desk, number: int) -> Row:
    [row] = desk.read(f"show {number}")
    return row


def basis(desk: Desk, number: int) -> str | None:
    """What the value of an entry's first line is based on, as the book keeps it; no report shows it."""
    with closing(sqlite3.connect(desk.book)) as connection:
        [found] = connection.execute(
            "select value_basis from line where entry = ? order by position", (number,)
        ).fetchone()
    return None if found is None else str(found)


# --- what goods are worth


@pytest.mark.parametrize(
    ("goods", "value", "certainty"),
    [
        ("口罩3个@0.335元", "1.01", "exact"),  # 1.005 yuan: half a fen goes up
        ("口罩3个@0.331元", "0.99", "exact"),  # 0.993 yuan goes down
        ("棉签1个@0.001元", "0.01", "exact"),  # what costs something costs a fen
        ("口罩50箱×100只@每箱700元", "35000", "exact"),
        ("口罩50箱×100只@3元/只", "15000", "exact"),
        ("大米500公斤@3元/斤", "3000", "exact"),
        ("大米500斤@3元", "1500", "exact"),
        ("口罩约500个@2元", "1000", "about"),
        ("口罩500个@约2元", "1000", "about"),
        ("口罩500个@@999.5元", "999.5", "exact"),
        ("口罩若干@@999.5元", "999.5", "exact"),
    ],
)
def test_what_goods_are_worth_by_the_price_beside_them(desk: Desk, goods: str, value: str, certainty: str) -> None:
    desk.do(f"receive 李华 {goods} {DAY}")
    row = line(desk, 1)
    assert (row["value"], row["value_certainty"]) == (value, certainty)


def test_a_price_must_fit_what_is_counted(desk: Desk) -> None:
    """Per carton where nobody says how many a carton holds; for one where nobody knows how many."""
    assert "箱" in desk.refused(f"receive 李华 口罩500个@每箱700元 {DAY}", code=65)
    assert "箱" in desk.refused(f"receive 李华 药水1400瓶60桶@每箱700元 {DAY}", code=65)
    assert "瓶" in desk.refused(f"receive 李华 口罩500@3元/瓶 {DAY}", code=65)
    assert "no number" in desk.refused(f"receive 李华 口罩若干@3元 {DAY}", code=65)


def test_a_value_is_said_once_and_of_goods_alone(desk: Desk) -> None:
    assert "twice" in desk.refused(f"receive 李华 口罩5个@3元 --value 15元 {DAY}", code=2)
    assert "2" in desk.refused(f"receive 李华 口罩5个 手套5双 --value 15元 {DAY}", code=2)
    assert "money has no value" in desk.refused(f"receive 李华 500元 --value 15元 {DAY}", code=65)
    desk.do(f"receive 李华 口罩5个 --value 约15元 --basis market {DAY}")
    row = line(desk, 1)
    assert (row["value"], row["value_certainty"], basis(desk, 1)) == ("15", "about", "market")


def test_what_was_paid_is_as_sure_as_the_prices(desk: Desk) -> None:
    """Two things bought: together 110 yuan, about, since one price is; what has no price costs nothing."""
    desk.do(f"receive 李华 5000元 {DAY}")
    desk.do(f"buy 口罩10个@1元 手套10双@约10元 帽子5顶 {DAY}")
    [money] = [row for row in lines(desk, 2) if row["item"] == "CNY"]
    assert (money["amount"], money["certainty"]) == ("-110", "about")
    desk.do(f"buy 口罩10个@2元 {DAY}")
    [money] = [row for row in lines(desk, 3) if row["item"] == "CNY"]
    assert (money["amount"], money["certainty"]) == ("-20", "exact")
    desk.do(f"buy 口罩10个@2元 --payer 王芳 {DAY}")
    assert [row["item"] for row in lines(desk, 4)] == ["口罩"]


# --- where a gift lies


@pytest.mark.parametrize(
    ("words", "city", "county"),
    [
        ("九江市第三人民医院 口罩5个", "九江市", None),
        ("李华 口罩5个 --to 吉安市红十字会", "吉安市", None),
        ("九江市第三人民医院 口罩5个 --to 吉安市红十字会", "吉安市", None),
        ("李华 口罩5个 --to 吉安市红十字会 --benefits 九江市第五中学", "九江市", None),
        ("李华 口罩5个 --to 吉安市红十字会 --to 九江市第五中学", None, None),
        ("李华 口罩5个 --to 九江市柴桑区人民医院 --to 九江市浔阳区人民医院", "九江市", None),
        ("李华 口罩5个 --to 九江市柴桑区人民医院", "九江市", "柴桑区"),
        ("李华 口罩5个 --to 九江市柴桑区人民医院 --city 庐山市", "九江市", "庐山市"),
        ("李华 口罩5个 --to 王芳", None, None),
        ("九江市第五中学 口罩5个 --to 吉安市红十字会 --to 南昌市红十字会", None, None),
        ("九江市第三人民医院 口罩5个 --to 王芳", "九江市", None),
    ],
)
def test_the_city_of_a_gift(desk: Desk, words: str, city: str | None, county: str | None) -> None:
    """As told, else that of those who benefit, else of the recipients, else of the donors; none where they differ."""
    desk.do(f"receive {words} {DAY} --new")
    shown = entry(desk, 1)
    assert (shown["city"], shown["county"]) == (city, county)


def test_a_corrected_party_takes_the_city_along_only_where_it_came_from_there(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 --to 吉安市红十字会 {DAY}")
    desk.do("correct 1 --to 九江市第五中学 --new")
    assert entry(desk, 3)["city"] == "九江市"
    desk.do(f"receive 李华 口罩5个 --to 吉安市红十字会 --city 南昌市 {DAY}")
    desk.do("correct 4 --to 九江市第五中学")
    assert entry(desk, 6)["city"] == "南昌市"


def givers(desk: Desk, number: int, role: str = "donor") -> list[str]:
    """Who has that role in an entry."""
    return [row["name"] for row in desk.read(f"show {number}", table=1) if row["role"] == role]


def test_joint_givers_stay_where_only_the_first_or_only_the_others_are_corrected(desk: Desk) -> None:
    desk.do(f"receive 李华 500元 --with 王芳 {DAY}")
    desk.do("correct 1 李华 600元")
    assert givers(desk, 3) == ["李华", "王芳"]
    desk.do("correct 3 张三")
    assert givers(desk, 5) == ["张三", "王芳"]
    desk.do("correct 5 --with 赵一 --with 钱二")
    assert givers(desk, 7) == ["张三", "赵一", "钱二"]
    desk.do("correct 7 赵一")
    assert givers(desk, 9) == ["赵一", "钱二"]
    desk.do("correct 9 赵一 --with 赵一")
    assert givers(desk, 11) == ["赵一"]
    desk.do("correct 11 --with 李华")
    assert givers(desk, 13) == ["赵一", "李华"]
    desk.do(f"receive 李华 口罩50个 {DAY}")
    desk.do(f"distribute 市三院 口罩5个 --to 市二院 --new {DAY}")
    desk.do("correct 15 市三院 口罩6个")
    assert givers(desk, 17, "recipient") == ["市三院", "市二院"]
    desk.do("correct 17 --to 市一院 --new")
    assert givers(desk, 19, "recipient") == ["市一院"]


# --- what stays of a corrected entry


def test_a_corrected_number_keeps_the_basis_of_its_value(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩1000个@3.5元 --basis invoice {DAY}")
    desk.do("correct 1 口罩900个")
    assert (line(desk, 3)["value"], basis(desk, 3)) == ("3150", "invoice")
    desk.do("correct 3 口罩900个@3元")
    assert (line(desk, 5)["value"], basis(desk, 5)) == ("2700", "invoice")


def test_a_corrected_number_leaves_a_whole_value_as_it_was(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩1000个@@3500元 {DAY}")
    desk.do("correct 1 口罩900个")
    assert line(desk, 3)["value"] == "3500"


def test_other_goods_do_not_inherit_a_price(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩1000个@3.5元 {DAY}")
    desk.do("correct 1 护目镜1000个")
    row = line(desk, 3)
    assert (row["item"], row["value"]) == ("护目镜", None)


def test_what_several_lines_of_an_item_are_worth_is_handed_on_once(desk: Desk) -> None:
    """Each new line stands for the old one in its place; a further one keeps a price of one, never a whole value."""
    desk.do("receive 李华 大米100斤@@800元 大米500斤 --date 2020-02-01 --yes --new")
    desk.do("correct 1 大米90斤 大米400斤")
    assert [row["value"] for row in desk.read("ledger") if row["entry"] == 3] == ["800", None]
    desk.do("correct 3 大米90斤 大米400斤 大米5斤")
    assert [row["value"] for row in desk.read("ledger") if row["entry"] == 5] == ["800", None, None]
    desk.do("receive 李华 口罩100个@3元 --date 2020-02-01 --yes")
    desk.do("correct 6 口罩50个 口罩60个")
    assert [row["value"] for row in desk.read("ledger") if row["entry"] == 8] == ["150", "180"]
    assert {row["item"]: row["value"] for row in desk.read("totals --by item")} == {"大米": "800", "口罩": "330"}


def test_one_of_several_lines_is_corrected_where_it_stood(desk: Desk) -> None:
    """Three lines, the one in the middle said anew: the order stays, the others too; something new goes to the end."""
    desk.do(f"receive 李华 口罩5个 手套6双 帽子7顶 --store 二号仓 --for 防疫 {DAY}")
    desk.do("correct 1 手套60双 毛巾8条")
    assert [(row["item"], row["amount"]) for row in lines(desk, 3)] == [
        ("口罩", "5"),
        ("手套", "60"),
        ("帽子", "7"),
        ("毛巾", "8"),
    ]
    assert desk.stock() == {
        "口罩/二号仓/防疫": "5",
        "手套/二号仓/防疫": "60",
        "帽子/二号仓/防疫": "7",
        "毛巾/二号仓/防疫": "8",
    }
    assert "幕布" in desk.refused("correct 3 幕布1块 --new", code=2), "which of the four it replaces is not clear"


def test_lines_are_left_out_and_not_all_of_them(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 手套6双 {DAY}")
    desk.do(f"receive 李华 帽子6顶 {DAY}")
    assert "caps" in desk.refused("correct 1 --without 帽子", code=66)
    desk.refused("correct 1 --without 口罩 --without 手套")
    desk.do("correct 1 --without 口罩")
    assert desk.stock() == {"手套": "6", "帽子": "6"}


def test_a_gift_that_went_straight_through_becomes_a_relay(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do("correct 1 --to 九江市第五中学")
    assert entry(desk, 3)["type"] == "relay"
    assert desk.stock() == {}
    assert desk.is_in_order()


def test_goods_that_were_bought_move_and_the_money_stays_where_it_lay(desk: Desk) -> None:
    desk.do(f"receive 李华 500元 {DAY}")
    desk.do(f"buy 口罩10个@1元 {DAY}")
    desk.do("correct 2 --store 二号仓")
    assert desk.stock() == {"CNY": "490", "口罩/二号仓": "10"}


def test_a_corrected_purpose_is_that_of_every_line(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 手套6双 {DAY}")
    desk.do("correct 1 --for 防疫 --note 补记 --reason 漏写")
    assert desk.stock() == {"口罩/防疫": "5", "手套/防疫": "6"}
    assert (entry(desk, 3)["note"], entry(desk, 2)["note"]) == ("补记", "漏写")
    desk.do("correct 3 口罩4个")
    assert entry(desk, 5)["note"] == "补记", "a note that is not said anew stays"


def test_a_value_corrects_one_line_of_goods(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 手套6双 {DAY}")
    desk.do(f"receive 李华 500元 {DAY}")
    assert "--value" in desk.refused("correct 1 --value 5元", code=2)
    assert "500元" in desk.refused("correct 2 --value 5元", code=65)


def test_what_cannot_be_reversed_or_corrected(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do("reverse 1 --reason 误记")
    assert "entry 1" in desk.refused("reverse 2 --reason 误记")
    assert "entry 2" in desk.refused("reverse 1 --reason 误记")
    assert "entry 2" in desk.refused("correct 1 口罩4个")
    assert "entry 1" in desk.refused("correct 2 口罩4个")
    desk.refused("reverse 9 --reason 误记", code=66)


# --- names


def test_an_item_first_recorded_without_an_amount_learns_its_unit(desk: Desk) -> None:
    """Some rice, then 2.5 kg: counted in kg, to the gram."""
    desk.do(f"receive 李华 杂粮若干 {DAY}")
    desk.do(f"receive 李华 杂粮2.5公斤 {DAY}")
    [row] = desk.read("totals --by item")
    assert (row["received"], row["unit"]) == ("2.5", "公斤")


def test_at_most_five_names_are_offered(desk: Desk) -> None:
    for name in "ABCDEFG":
        desk.do(f"receive 李华 5元 --for 防疫专项{name}组 {DAY} --new")
    said = desk.refused(f"spend 1元 --for 救灾 {DAY}", code=66)
    assert said.count("防疫专项") == 5
    for name in "ABCDEFG":
        desk.do(f"receive 李华 5元 --store 仓库{name}座 {DAY} --new")
    assert desk.refused(f"spend 1元 --store 不存在 {DAY}", code=66).count("仓库") == 5


def test_at_most_five_look_alikes_are_named(desk: Desk) -> None:
    for place in ("九江", "吉安", "南昌", "赣州", "上饶", "宜春", "抚州"):
        desk.do(f"receive {place}爱心公益联合会 一次性雨衣{place}款5件 {DAY} --new")
    assert desk.refused(f"receive 爱心公益联合会 5元 {DAY}").count("爱心公益联合会") == 6, "what was typed, and five"
    assert desk.refused(f"receive 王芳 一次性雨衣5件 {DAY}").count("一次性雨衣") == 6


def test_unknown_names_come_with_what_they_look_like(desk: Desk) -> None:
    desk.do(f"receive 九江蓝天救援协会 广播设备3套 {DAY}")
    assert "九江蓝天救援协会" in desk.refused("ledger --party 九江蓝天救援协回", code=66)
    assert "(" not in desk.refused("ledger --party 王芳", code=66)
    assert "广播设备" in desk.refused("ledger --item 广播设施备", code=66)


def test_a_specification_is_part_of_what_looks_alike(desk: Desk) -> None:
    desk.do(f"receive 李华 医用手套（大号）5双 {DAY}")
    assert "医用手套（大号）" in desk.refused(f"receive 李华 医用手套（特大号）5双 {DAY}")
    desk.do(f"receive 李华 医用手套（大号）5双 {DAY}")
    assert set(desk.stock().values()) == {"10"}


def test_what_a_party_is_called_may_be_said_again(desk: Desk) -> None:
    """Its own alias or name is no other's; another's is."""
    desk.do(f"receive 九江蓝天救援协会 口罩5个 护目镜5个 {DAY}")
    desk.do(f"receive 王芳 口罩5个 {DAY}")
    for _ in range(2):
        desk.do("donors alias 九江蓝天救援协会 蓝天队")
        desk.do("items alias 口罩 防护口罩")
    desk.do("donors rename 九江蓝天救援协会 蓝天队 --reason 改名")
    desk.do("items rename 口罩 防护口罩 --reason 改名")
    assert "蓝天队" in desk.refused("donors rename 王芳 蓝天队 --reason 改名")
    assert "蓝天队" in desk.refused("donors alias 王芳 蓝天队")
    assert "防护口罩" in desk.refused("items rename 护目镜 防护口罩 --reason 改名")
    assert "防护口罩" in desk.refused("items alias 护目镜 防护口罩")
    desk.refused("donors merge 王芳 王芳 --reason 重复")


def test_a_party_is_added_once_and_described_later(desk: Desk) -> None:
    desk.do("donors add 九江市蓝天救援协会")
    assert "already" in desk.refused("donors add 九江市蓝天救援协会")
    desk.refused("donors add 九江市蓝天救援协回")
    desk.do("donors add 九江市蓝天救援协回 --new")
    desk.do("donors add 王芳 --city 庐山市")
    desk.do("donors add 九江市蓝天救援协会 --city 吉安市")
    desk.do(f"receive 王芳 5元 {DAY}")
    desk.do(f"receive 九江市蓝天救援协会 5元 {DAY}")
    desk.do(f"receive 九江市蓝天救援协回 5元 {DAY}")
    assert [(entry(desk, number)["city"], entry(desk, number)["county"]) for number in (1, 2, 3)] == [
        ("九江市", "庐山市"), ("吉安市", None), ("九江市", None),
    ]  # fmt: skip


def test_an_item_is_added_once_and_described_later(desk: Desk) -> None:
    desk.do("items add 检测仪 --unit 个")
    assert "检测仪" in desk.refused("items add 检测仪 --unit 个")
    assert "检测仪" in desk.refused("items add 检测义 --unit 个")
    desk.do("items describe 检测仪 --unit 公斤 --category 设备 --english detectors")
    desk.do(f"receive 李华 检测仪2.5公斤 {DAY}")
    [row] = desk.read("items list")
    assert (row["item"], row["unit"], row["category"], row["english"]) == ("检测仪", "公斤", "设备", "detectors")
    desk.do("items describe 检测仪 --unit 公斤")
    desk.refused("items describe 检测仪 --unit 个")
    desk.do("receive 李华 'detectors 0.5公斤' --date 2020-02-01")
    assert list(desk.stock().values()) == ["3"]


@pytest.mark.parametrize(("pack", "received"), [("1件=5公斤", "20"), ("件 = 10斤", "20"), ("1件＝10", "20")])
def test_a_pack_is_stated_in_any_unit_that_converts(desk: Desk, pack: str, received: str) -> None:
    desk.do(f"receive 李华 大米5斤 {DAY}")
    desk.do("items pack 大米", pack)
    desk.do(f"receive 李华 大米2件 {DAY}")
    assert line(desk, 2)["amount"] == received


def test_goods_counted_in_packs_take_the_packs_of_what_is_written(desk: Desk) -> None:
    desk.do(f"receive 李华 药水3箱 {DAY}")
    desk.do(f"receive 李华 药水1400瓶60箱 {DAY}")
    assert desk.stock() == {"药水": "63"}
    said = desk.refused(f"receive 李华 药水5瓶 {DAY}", code=65)
    assert "药水5瓶（N箱）" in said
    assert "药水2.5瓶（N箱）" in desk.refused(f"receive 李华 药水2.5瓶 {DAY}", code=65), "as it can be typed"


# --- what refusals say


def test_a_shortage_says_how_much_was_wanted_and_how_much_is_there(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 --store 二号仓 --for 防疫 {DAY}")
    desk.do(f"receive 李华 手套5双 {DAY}")
    said = desk.refused("distribute 社区 手套7双 --date 2020-02-02")
    assert "7 pairs wanted" in said
    assert "only 5 pairs" in said
    assert "2020-02-02" in said
    desk.do("distribute 社区 手套3双 --date 2020-02-03")
    assert "only 2 pairs" in desk.refused("distribute 社区 手套3双 --date 2020-02-02")
    said = desk.refused("distribute 社区 口罩7个 --store 二号仓 --for 防疫 --date 2020-02-02")
    assert "“二号仓 · 防疫”" in said
    assert "二号仓" in desk.refused("distribute 社区 口罩7个 --date 2020-02-02")


def test_a_reversal_that_takes_too_much_says_what_is_missing(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do("distribute 社区 口罩3个 --date 2020-02-02")
    said = desk.refused("reverse 1 --reason 误记")
    assert "5 pcs can't be taken back" in said
    assert "3 pcs would be missing on 2020-02-02" in said


def test_a_rough_count_that_agrees_is_not_recorded(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 {DAY}")
    assert "5 pcs" in desk.refused("adjust count 口罩约5个 --date 2020-02-02")
    desk.refused("adjust count 口罩若干 --date 2020-02-02", code=65)
    desk.do("adjust count 口罩5个 --date 2020-02-02")
    desk.do("adjust count 口罩约7个 --date 2020-02-03")
    [row] = desk.read("stock")
    assert (row["on_hand"], row["certainty"]) == ("7", "about")
    desk.do("correct 3 --date 2020-02-04")
    [row] = desk.read("stock")
    assert (row["on_hand"], row["certainty"]) == ("7", "about")
    desk.do("adjust count 口罩4个 --date 2020-02-05")
    [row] = desk.read("stock")
    assert (row["on_hand"], row["certainty"]) == ("4", "exact")


def test_the_same_id_with_another_city_is_refused_only_where_the_city_is_said(desk: Desk) -> None:
    first = f"receive 李华 口罩5个 {DAY} --request-id a1"
    desk.do(f"{first} --city 九江市")
    desk.do(f"{first} --city 九江市")
    desk.do(first)
    assert "a1" in desk.refused(f"{first} --city 吉安市")
    assert desk.stock() == {"口罩": "5"}


def test_a_refusal_names_the_store_alone_where_there_is_no_purpose(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 --store 二号仓 {DAY}")
    assert "“二号仓”" in desk.refused(f"distribute 社区 口罩7个 --store 二号仓 {DAY}")
    assert "elsewhere: 二号仓 5 pcs." in desk.refused(f"distribute 社区 口罩1个 {DAY}")
    desk.do(f"receive 李华 手套5双 {DAY}")
    said = desk.refused(f"distribute 社区 手套7双 {DAY}")
    assert "“" not in said, "the usual store has no name"
    assert "elsewhere" not in said


def test_a_name_of_two_characters_may_come_without_an_amount(desk: Desk) -> None:
    desk.do(f"receive 李华 药品 {DAY}")
    desk.do(f"receive 李华 口罩、手套 {DAY}")
    desk.do(f"receive 李华 防护（面）屏 {DAY}")
    desk.refused(f"receive 李华 药 {DAY}", code=65)
    desk.refused(f"receive 李华 九江 {DAY}", code=65)
    desk.refused(f"receive 李华 李华 {DAY}", code=65)
    assert desk.stock() == {"药品": None, "口罩": None, "手套": None, "防护（面）屏": None}


def test_one_of_several_priced_lines_keeps_its_own_price(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个@1元 手套6双@2元 {DAY}")
    desk.do("correct 1 手套7双")
    assert [(row["item"], row["amount"], row["value"]) for row in lines(desk, 3)] == [
        ("口罩", "5", "5"),
        ("手套", "7", "14"),
    ]


def test_each_of_several_corrected_lines_keeps_its_own_price(desk: Desk) -> None:
    """Both lines said anew: neither takes over the price of the other."""
    desk.do(f"receive 李华 口罩5个@1元 手套6双@2元 {DAY}")
    desk.do("correct 1 手套7双 口罩4个")
    assert [(row["item"], row["amount"], row["value"]) for row in lines(desk, 3)] == [
        ("口罩", "4", "4"),
        ("手套", "7", "14"),
    ]
    assert desk.is_in_order()


def test_what_replaces_the_only_line_lies_where_that_lay(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 --store 二号仓 --for 防疫 {DAY}")
    desk.do("correct 1 护目镜4个 --without 口罩")
    assert desk.stock() == {"护目镜/二号仓/防疫": "4"}


def test_new_names_in_a_correction_are_taken_as_they_are_meant(desk: Desk) -> None:
    desk.do(f"receive 九江蓝天救援协会 口罩5个 {DAY}")
    desk.refused("correct 1 九江蓝天救援协回")
    desk.do("correct 1 九江蓝天救援协回 --new")
    assert [row["name"] for row in desk.read("show 3", table=1)] == ["九江蓝天救援协回"]


def test_the_first_word_of_a_corrected_expense_is_who_was_paid(desk: Desk) -> None:
    desk.do(f"receive 李华 500元 {DAY}")
    desk.do(f"spend 10元 --to 王芳 {DAY}")
    desk.do("correct 2 张建国")
    assert [(row["role"], row["name"]) for row in desk.read("show 4", table=1)] == [("supplier", "张建国")]


def test_the_rough_lines_of_a_corrected_count_stay(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩500个 手套5双 {DAY}")
    desk.do("adjust count 口罩490个 手套约7双 --date 2020-02-02")
    desk.do("correct 2 口罩480个")
    assert desk.stock() == {"口罩": "480", "手套": "7"}
    desk.do("correct 4 --date 2020-02-03")
    assert desk.stock() == {"口罩": "480", "手套": "7"}
    assert desk.is_in_order()


def test_an_item_may_be_renamed_to_a_specification(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do(f"receive 李华 护目镜5个 {DAY}")
    desk.do("items rename 口罩 面部口罩 --specification 大号")
    assert [(row["item"], row["specification"]) for row in desk.read("stock")] == [
        ("面部口罩", "大号"),
        ("护目镜", None),
    ]
    assert "面部口罩" in desk.refused("items rename 护目镜 面部口罩 --specification 大号")
    desk.do("items rename 护目镜 面部口罩")
    assert [(row["item"], row["specification"]) for row in desk.read("stock")] == [
        ("面部口罩", "大号"),
        ("面部口罩", None),
    ]


# --- who is asked about, where somebody can be asked


def asked(desk: Desk, meant: Meant, parties: tuple[str, ...], *drafted: DraftLine) -> dict[str, tuple[str, ...]]:
    draft = Draft("receipt", date(2020, 2, 1), drafted, {Role.DONOR: parties})
    with closing(open_book(desk.book, writing=False)) as book:
        return {case.name: case.candidates for case in unclear_names(book.connection, draft, meant)}


def test_who_is_asked_about(desk: Desk) -> None:
    """Names nobody knows that look like known ones: parties, items with their specification, purposes and stores."""
    desk.do(f"receive 九江蓝天救援协会 一次性雨衣5件 5元 --for 社区防疫 --store 二号仓库 {DAY}")
    party, item, store, purpose = "九江蓝天救援协回", "一次性雨衣款", "二号仑库", "社区防役"
    drafted = (
        DraftLine(parse_quantity("一次性雨衣款5件"), Flow.RECEIVED, store, purpose),
        DraftLine(parse_quantity("一次性雨衣5件"), Flow.RECEIVED, store, "社区防疫"),
        DraftLine(parse_quantity("5元"), Flow.RECEIVED, "全新的"),
    )
    expected = {party: ("九江蓝天救援协会",), item: ("一次性雨衣",), store: ("二号仓库",), purpose: ("社区防疫",)}
    parties = ("九江蓝天救援协会", party, party, "王芳")
    assert asked(desk, Meant(), parties, *drafted) == expected
    assert list(asked(desk, Meant(), parties, *drafted)) == [party, item, purpose, store]
    assert asked(desk, Meant(new=True), parties, *drafted) == {}
    for settled, known in expected.items():
        answers = Meant(names={settled: known[0]})
        assert asked(desk, answers, parties, *drafted).keys() == expected.keys() - {settled}


def test_an_answer_leads_to_the_name_that_was_meant(desk: Desk) -> None:
    desk.do(f"receive 九江蓝天救援协会 一次性雨衣5件 --store 二号仓库 --for 社区防疫 {DAY}")
    lines = (
        DraftLine(parse_quantity("一次性雨衣款6件"), Flow.RECEIVED, "二号仑库", "社区防役", "批A", date(2021, 5, 6)),
    )
    draft = Draft("receipt", date(2020, 2, 2), lines, {Role.DONOR: ("九江蓝天救援协回",)})
    names = {
        "九江蓝天救援协回": "九江蓝天救援协会", "一次性雨衣款": "一次性雨衣", "二号仑库": "二号仓库", "社区防役": None,
    }  # fmt: skip
    with closing(open_book(desk.book, writing=True)) as book:
        recorded = record(book, draft, "2020-02-02T00:00:00Z", Meant(names=names))
    [kept] = recorded.entry.lines
    assert (kept.batch, kept.expires_on) == ("批A", date(2021, 5, 6))
    assert desk.stock() == {"一次性雨衣/二号仓库/社区防疫": "5", "一次性雨衣/二号仓库/社区防役": "6"}
    assert [row["name"] for row in desk.read("donors")] == ["九江蓝天救援协会"]


# --- what `check` says


def problems(desk: Desk, rule: str) -> list[Row]:
    return [row for row in desk.run("check --format json").rows() if row["rule"] == rule]


def test_each_day_whose_sums_are_off_is_named_once(desk: Desk) -> None:
    """Once for its totals, and once for its stock."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do("receive 李华 口罩5个 --date 2020-02-02")
    sabotage(desk.book, "update day_total set received = 1; update day_stock set change = 1")
    assert [(row["item"], row["date"]) for row in problems(desk, "sums")] == [
        ("口罩", "2020-02-01"), ("口罩", "2020-02-02"), ("口罩", "2020-02-01"), ("口罩", "2020-02-02"),
    ]  # fmt: skip


def test_rows_that_name_what_is_not_there_are_told(desk: Desk) -> None:
    """As people know them; rows of a table without numbers by their table alone."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    sabotage(desk.book, "update entry_party set name = 99; update party_name set party = 98")
    assert {row["message"] for row in problems(desk, "references")} == {
        "row ? of entry_party names a row of party_name that isn't there",
        "李华 (no. 98 in the register) needs party no. 98 of the register, which is missing",
    }


def test_a_name_without_its_salt_is_told(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 --note 首批 {DAY}")
    sabotage(desk.book, "update entry_note set salt = null")
    [row] = problems(desk, "names")
    assert row["entry"] == 1
    assert "the note of entry 1" in row["message"]


def test_what_the_schema_does_not_make_is_told_from_what_is_missing(desk: Desk) -> None:
    sabotage(desk.book, "create view extra as select 1; drop view entries")
    assert sorted(row["message"] for row in problems(desk, "guards")) == [
        "view entries is missing", "view extra is not what this program makes",
    ]  # fmt: skip


def test_many_guards_that_are_missing_are_one_line_with_how_many(desk: Desk) -> None:
    """A table made anew by another program loses all its triggers; nobody can do anything about one of them alone."""
    with closing(sqlite3.connect(desk.book)) as connection:
        triggers = [row[0] for row in connection.execute("select name from sqlite_master where type = 'trigger'")]
        for name in triggers:
            connection.execute(f"drop trigger {name}")
        connection.commit()
    [row] = problems(desk, "guards")
    assert row["message"].startswith(f"trigger: {len(triggers)} are missing (")
    assert len(triggers) > 50


def test_an_entry_without_seal_or_lines_is_told(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 {DAY}")
    sabotage(desk.book, "insert into entry (number, type, date, recorded_at) values (2, 'receipt', '2020-02-02', 'x')")
    assert [(row["entry"], row["date"]) for row in problems(desk, "types")] == [(2, "2020-02-02")] * 2
    assert "entry 2 is not sealed" in [row["message"] for row in problems(desk, "chain")]


def test_a_book_without_its_identity_is_told(desk: Desk) -> None:
    sabotage(desk.book, "delete from book")
    assert [row["message"] for row in problems(desk, "chain")] == [
        "what begins the chain is gone: nobody can say whose book this is"
    ]


def test_what_is_recorded_says_which_names_are_new(desk: Desk) -> None:
    said = desk.do(f"receive 李华 药水5瓶 --to 王芳 {DAY}").out
    assert "New names: 李华, 王芳, 药水" in said
    assert "New names" not in desk.do(f"receive 李华 药水5瓶 --to 王芳 {DAY}").out
    assert "New names: 张建国" in desk.do("correct 2 --to 张建国").out
    assert "New names: US dollars" in desk.do(f"receive 李华 100美元 {DAY}").out


def test_a_transfer_that_loses_goods_is_told(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do(f"transfer 口罩3个 --to 二号仓 {DAY}")
    assert problems(desk, "transfers") == []
    sabotage(desk.book, "update line set amount_minor = 2 where flow = 'moved_in'")
    assert [(row["entry"], row["item"]) for row in problems(desk, "transfers")] == [(2, "口罩")]


def test_no_more_problems_than_anybody_reads(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 6):
        desk.do(f"receive 李华 口罩5个 --date 2020-02-0{day}")
    sabotage(desk.book, "update day_total set received = 1")
    monkeypatch.setattr(checking, "MOST_PROBLEMS", 3)
    assert len(desk.run("check --format json").rows()) == 3


def test_a_damaged_file_is_damage_and_nothing_more_is_asked(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    class Damaged(sqlite3.Connection):
        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            return super().execute("select 'page 3 is torn'" if "integrity" in sql else sql, *rest)

    with closing(sqlite3.connect(desk.book, factory=Damaged)) as connection:
        [problem] = checking.file_is_whole(connection)
    assert (problem.rule, problem.is_damage, problem.facts) == ("file", True, {"found": "page 3 is torn"})
    torn = Problem("file", "torn", is_damage=True)
    later = Problem("later", "later")
    monkeypatch.setattr(checking, "CHECKS", (lambda _connection: iter([torn]), lambda _connection: iter([later])))
    with closing(open_book(desk.book, writing=False)) as book:
        assert checking.check(book) == [torn]


def test_more_given_out_than_there_was_is_told_with_the_item(desk: Desk) -> None:
    desk.do(f"receive 李华 口罩5个 手套5双 {DAY}")
    desk.do("distribute 社区 口罩3个 --date 2020-02-02")
    sabotage(desk.book, "update line set amount_minor = 9 where entry = 2")
    [row] = problems(desk, "on_hand")
    assert (row["item"], row["date"]) == ("口罩", "2020-02-02")
    assert "-4 pcs of masks" in row["message"]


def test_goods_leave_no_store_that_is_not_there(desk: Desk) -> None:
    """`--new` makes stores for what comes in; what goes out lay somewhere known."""
    desk.do(f"receive 李华 口罩5个 {DAY} --yes")
    said = desk.refused(f"distribute 市三院 口罩1个 --store 三号仓 --new --yes {DAY}", code=66)
    assert "三号仓" in said
    desk.do(f"receive 李华 口罩5个 --store 三号仓 --new --yes {DAY}")
    desk.do(f"distribute 市三院 口罩1个 --store 三号仓 --new --yes {DAY}")


def test_words_of_a_new_item_are_tidied(desk: Desk) -> None:
    desk.do(
        "items add", "  药\t盒 ", "--unit", "盒", "--category", " 医疗  用品 ", "--english", " medicine  box", "--new"
    )
    [row] = [row for row in desk.read("items") if row["item"] == "药 盒"]
    assert (row["category"], row["english"]) == ("医疗 用品", "medicine box")


def test_what_was_there_before_a_paper_lay_where_the_paper_says(desk: Desk, tmp_path: Path) -> None:
    """Goods given out of a store that the book hadn't: with --opening they are booked as opening stock of that store."""
    paper = tmp_path / "out.csv"
    paper.write_text("日期,受赠单位,物资,数量,单位,仓库,用途\n2020-02-01,市三院,口罩,5,个,二号仓,\n", encoding="utf-8")
    desk.do(f"receive 李华 口罩5个 --store 二号仓 --new --yes {DAY}")
    desk.do(f"receive 李华 口罩9个 --yes {DAY}")
    desk.do("reverse 1 --reason 重复")
    desk.do(f"import {paper} --yes --opening")
    assert {(row["store"] or "", row["on_hand"]) for row in desk.read("stock")} == {("", "9")}
    assert line(desk, 4)["store"] == line(desk, 5)["store"] == "二号仓"


def test_rows_passed_over_are_counted_as_they_are(desk: Desk, tmp_path: Path) -> None:
    """Of an exported book the first and the last row are no entries: one each."""
    paper, other = tmp_path / "book.csv", tmp_path / "other.db"
    desk.do(f"receive 李华 口罩5个 {DAY} --yes")
    desk.do(f"export book -o {paper}")
    desk.do(f"init --book {other}")
    [file] = desk.do(f"import {paper} --yes --format json --book {other}").json["files"]
    [table] = file["tables"]
    assert table["ignored"] == 2
    assert sum(table.get("reasons", {"": 2}).values()) == 2


def test_another_book_is_told_as_one(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    desk.do(f"receive 李华 口罩5个 {DAY} --yes")
    desk.do(f"init --book {other}")
    answer = desk.run(f"check --against {other} --format json")
    assert answer.code == 1
    assert [row["rule"] for row in answer.rows()] == ["fork"]


def test_issues_are_numbered_one_after_another(desk: Desk) -> None:
    said = []
    for month in ("2020-01", "2020-02", "2020-03"):
        desk.do(f"receive 李华 口罩5个 --date {month}-05 --yes --named")
        said.append(desk.do(f"publish {month} --format json").json["title"])
    assert ["".join(filter(str.isdecimal, title))[:1] for title in said] == ["1", "2", "3"], said


def test_ten_numbers_are_named_and_of_more_that_there_are_more() -> None:
    assert few(range(1, 11)) == [str(number) for number in range(1, 11)]
    assert few(range(1, 12)) == [*(str(number) for number in range(1, 10)), "10…"]
    assert few([]) == []


@pytest.mark.parametrize(
    "line",
    [
        "receive 爱心公益联合会 5元", "receive 王芳 一次性雨衣5件", "donors add 爱心公益联合会", "items add 一次性雨衣 --unit 件",
        "receive 王芳 5元 --store 爱心仓库", "receive 王芳 5元 --for 疫情防控工作",
    ],
)  # fmt: skip
def test_all_that_a_new_name_looks_like_are_named(desk: Desk, line: str) -> None:
    """Of parties, items, stores and purposes, as a list; said to be new it is added."""
    for place in ("九江", "吉安"):
        desk.do(
            f"receive {place}爱心公益联合会 一次性雨衣{place}款5件 {DAY} --new --store {place}爱心仓库 --for {place}疫情防控工作"
        )
    day = DAY if line.startswith("receive") else ""
    assert re.search(r"(九江|吉安)\w+, \w*(九江|吉安)", desk.refused(f"{line} {day}"))
    desk.do(f"{line} {day} --new")
