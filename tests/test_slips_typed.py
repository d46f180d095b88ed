"""Slips of whoever types in a hurry: each is refused by a sentence that names it, and nothing is booked in its place."""

import pytest
from conftest import Desk

_GIFT = "receive 李华 口罩500个"


@pytest.mark.parametrize("dashes", ["—", "——", "–", "−−", "－－", "–-", "-—", "-"])
def test_an_option_behind_other_dashes_is_no_goods(desk: Desk, dashes: str) -> None:
    """An input method makes —note of --note: it and what stands behind it are nothing that was given."""
    for line in (
        f"{_GIFT} {dashes}note 门口",
        f"{_GIFT} {dashes}note=门口",
        f"receive {dashes}note 门口 李华 口罩500个",
    ):
        assert f"{dashes}note here; did you mean --note?" in desk.refused(line, code=2)
    assert f"{dashes}nota here; did you mean --note?" in desk.refused(f"{_GIFT} {dashes}nota 门口", code=2)


def test_what_only_begins_with_a_dash_is_read_as_before(desk: Desk) -> None:
    desk.do("receive 李华 5元 --new --note —note")
    assert desk.read("show 1")[0]["note"] == "—note"
    desk.do("receive -- 李华 —note一批")
    assert "must be above zero" in desk.refused("receive 李华 －5个口罩", code=65)


@pytest.mark.parametrize("typed", ["（已删除）1号", "(erased) no. 1", "(已删除)1号", "（已删除）1"])
def test_what_stands_for_an_erased_name_is_no_goods(desk: Desk, typed: str) -> None:
    """It was booked as an item 1号（已删除）: a treasurer copied it from a report, where a name stood."""
    desk.do("receive 李华 口罩500个 --new")
    desk.do("forget 李华 --yes")
    for line in ("correct 1", "receive 王芳 5元", "receive 王芳", "distribute 王芳", "buy", "buy 口罩5个"):
        assert "stands in reports for a name that was erased" in desk.refused(line, typed, "--new", code=65)
    desk.do("correct 1 口罩400个")


@pytest.mark.parametrize("pack", ["1个=5个", "1只=5个", "1公斤=5斤"])
def test_a_pack_that_says_otherwise_than_the_units_is_not_kept(desk: Desk, pack: str) -> None:
    """It was kept and listed, and nothing was ever counted by it."""
    item = "大米" if "斤" in pack else "口罩"
    desk.do(f"receive 李华 {item}10{pack[-1]} --new")
    assert "can't be: one" in desk.refused(f"items pack {item} {pack}", code=65)
    desk.do("items pack 大米 1公斤=2斤" if item == "大米" else "items pack 口罩 1个=1个")


@pytest.mark.parametrize("pack", ["1盒=-5个", "1盒=5-6个", "1盒=1O个", "1盒=5元"])
def test_a_pack_without_a_number_is_answered_as_a_pack(desk: Desk, pack: str) -> None:
    desk.do("receive 李华 口罩10个 --new")
    assert f"“{pack}” says no pack" in desk.refused(f"items pack 口罩 {pack}", code=65)


@pytest.mark.parametrize(
    ("typed", "near"), [("吉按市", "吉安市"), ("南倡市", "南昌市"), ("赣洲市", "赣州市"), ("九江巿", "(九江市?)")]
)
def test_a_misspelt_city_is_told_every_city_that_is_as_near(desk: Desk, typed: str, near: str) -> None:
    """One of several was told, at random: 昌吉市 for 吉按市."""
    assert near in desk.refused(f"receive 李华 5元 --city {typed}", code=65)
