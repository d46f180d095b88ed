"""`correct` takes away what should not have been there, and says what to do with an entry nothing of which stands."""

import pytest
from conftest import Desk

GIFT = (
    "receive 李华 口罩100个 --with 王芳 --via 志愿者协会 --payer 会员自筹 --benefits 五中 --for 防疫 --store 二号仓"
    " --city 九江市 --date 2020-02-01 --note 备忘"
)


def shown(desk: Desk, number: int) -> tuple[dict[str, object], dict[str, list[str]], dict[str, object]]:
    """The entry, who has which role, and its first line."""
    tables = desk.do(f"show {number} --format json").json["tables"]
    roles: dict[str, list[str]] = {}
    for row in tables[1]["rows"]:
        roles.setdefault(row["role"], []).append(row["name"])
    return tables[0]["rows"][0], roles, tables[2]["rows"][0]


@pytest.mark.parametrize(("option", "role"), [("--via", "via"), ("--payer", "payer"), ("--benefits", "beneficiary")])
def test_whoever_had_nothing_to_do_with_it_goes(desk: Desk, option: str, role: str) -> None:
    desk.do(GIFT)
    _entry, before, _line = shown(desk, 1)
    desk.do(f"correct 1 {option} ''")
    _entry, after, _line = shown(desk, 3)
    assert after == {one: names for one, names in before.items() if one != role}
    assert desk.is_in_order()


def test_a_joint_gift_was_of_one_alone(desk: Desk) -> None:
    desk.do(GIFT)
    desk.do("correct 1 --with ''")
    assert shown(desk, 3)[1]["donor"] == ["李华"]
    desk.do("correct 3 赵敏 --with ''")
    assert shown(desk, 5)[1]["donor"] == ["赵敏"]


def test_the_city_the_purpose_the_store_and_the_note_go(desk: Desk) -> None:
    desk.do(GIFT)
    desk.do("correct 1 --city '' --for '' --store '' --note ''")
    entry, roles, line = shown(desk, 3)
    assert (entry["city"], entry["note"], line["store"], line["purpose"]) == (None, None, None, None)
    assert roles["donor"] == ["李华", "王芳"]
    assert desk.stock() == {"口罩": "100"}
    assert desk.is_in_order()


def test_what_was_said_to_be_handed_on_came_into_stock_first(desk: Desk) -> None:
    desk.do("receive 李华 口罩100个 --to 五中 --date 2020-02-01")
    assert desk.stock() == {}
    desk.do("correct 1 --to ''")
    assert shown(desk, 3)[0]["type"] == "receipt"
    assert desk.stock() == {"口罩": "100"}
    desk.do("correct 3 --to 六中")
    assert shown(desk, 5)[0]["type"] == "relay"
    assert desk.is_in_order()


def test_who_paid_for_a_purchase_is_corrected_both_ways(desk: Desk) -> None:
    """Where another paid, none of the book's money left; where it did, the price leaves it."""
    desk.do("receive 李华 1000元 --date 2020-02-01")
    desk.do("buy 口罩100个@3元 --from 药店 --date 2020-02-02")
    assert desk.stock()["CNY"] == "700"
    desk.do("correct 2 --payer 会员自筹")
    assert desk.stock()["CNY"] == "1000"
    desk.do("correct 4 --payer ''")
    assert desk.stock()["CNY"] == "700"
    desk.do("correct 6 --from ''")
    assert shown(desk, 8)[1] == {}
    assert desk.stock() == {"CNY": "700", "口罩": "100"}
    assert desk.is_in_order()


def test_a_payer_and_a_beneficiary_are_corrected(desk: Desk) -> None:
    desk.do(GIFT)
    desk.do("correct 1 --payer 赵敏 --benefits 六中")
    _entry, roles, _line = shown(desk, 3)
    assert (roles["payer"], roles["beneficiary"]) == (["赵敏"], ["六中"])


@pytest.mark.parametrize("what", ["distribute 五中 口罩1个", "return 五中 口罩1个"])
def test_what_went_to_somebody_can_not_have_gone_to_nobody(desk: Desk, what: str) -> None:
    desk.do("adjust opening 口罩10个 --date 2020-01-01")
    desk.do("distribute 五中 口罩5个 --date 2020-02-01")
    desk.do(f"{what} --date 2020-02-02")
    sentence = desk.refused("correct 2 --to ''")
    assert "can't be without anybody there" in sentence


def test_a_blank_that_changes_nothing_is_a_slip(desk: Desk) -> None:
    desk.do("receive 李华 口罩100个 --date 2020-02-01")
    for option in ("--via", "--city"):
        assert "Nothing was recorded." in desk.refused(f"correct 1 {option} ''")


def test_of_what_was_corrected_and_then_taken_back_nothing_is_left(desk: Desk) -> None:
    """It was told to correct the correction, which was told to be reversed."""
    desk.do("receive 李华 口罩100个 --date 2020-02-01")
    desk.do("correct 1 口罩90个")
    desk.do("correct 3 口罩80个")
    for verb in ("correct 1 口罩70个", "reverse 1 --reason x", "correct 3 口罩70个"):
        assert "entry 5 says it aright" in desk.refused(verb)
    desk.do("reverse 5 --reason 误记")
    for verb in ("correct 1 口罩70个", "reverse 1 --reason x"):
        assert "was corrected as entry 5, which entry 6 took back" in desk.refused(verb)
    assert "record what is right anew with `receive`" in desk.refused("correct 5 口罩70个")
    assert "already reversed" in desk.refused("reverse 5 --reason x")


EVERY_TYPE = (
    GIFT, "buy 口罩5个@1元 --payer 会员自筹 --date 2020-02-02", "distribute 五中 口罩5个 --for 防疫 --store 二号仓 --date 2020-02-03", "adjust opening 300元 --date 2020-02-01",
    "transfer 100元 --to 二号仓 --date 2020-02-03", "receive 李华 5元 --date 2020-02-03", "refund 李华 5元 --date 2020-02-04", "return 五中 口罩1个 --date 2020-02-04",
    "spend 3元 --date 2020-02-05",
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "words", "verb"),
    [
        (5, "--to 一号仓", None), (5, "--from 一号仓", None), (5, "--with 王芳", None),
        (1, "--from 王芳", "receive"), (2, "--to 五中", "buy"), (2, "--with 王芳", "buy"), (3, "--with 王芳", "distribute"),
        (3, "--payer 王芳", "distribute"), (4, "--to 五中", "adjust"), (4, "--via 王芳", "adjust"), (7, "--to 五中", "refund"),
        (8, "--with 王芳", "return"), (9, "--with 王芳", "spend"),
    ],
)  # fmt: skip
def test_nobody_gets_a_role_that_such_an_entry_has_not(desk: Desk, number: int, words: str, verb: str | None) -> None:
    """--to of a transfer names a store: it became a recipient, and the goods stayed where they were."""
    for line in EVERY_TYPE:
        desk.do(f"{line} --yes --new")
    sentence = desk.refused(f"correct {number} {words} --new")
    assert f"donations reverse {number}" in sentence
    assert verb is None or f"donations {verb}`" in sentence
    assert verb is None or words.split(maxsplit=1)[0] in sentence


@pytest.mark.parametrize(
    ("number", "words", "role"),
    [
        (6, "--to 六中", "recipient"), (2, "--from 药店", "supplier"), (3, "--via 王芳", "via"), (3, "--to 六中", "recipient"),
        (7, "王芳", "donor"), (8, "六中", "recipient"), (9, "--to 货运", "supplier"), (1, "--payer 王芳", "payer"),
    ],
)  # fmt: skip
def test_whoever_such_an_entry_can_have_is_said_anew(desk: Desk, number: int, words: str, role: str) -> None:
    for line in EVERY_TYPE:
        desk.do(f"{line} --yes --new")
    right = desk.do(f"correct {number} {words} --new --opening --format json").json["entry"]
    assert words.rsplit(maxsplit=1)[-1] in shown(desk, right)[1][role]
    assert desk.is_in_order()
