"""What goods that go back are worth, and whom a joint gift goes back to: totals say what is left of a gift, and of whose."""

import pytest
from conftest import Desk
from test_bad_input import check_sentence


def values(desk: Desk, by: str = "donor") -> dict[str, tuple[str | None, str | None]]:
    """What each has given or received of goods by totals, and its value."""
    figure = "received" if by != "recipient" else "distributed"
    return {row[by]: (row[figure], row["value"]) for row in desk.read(f"totals --by {by}") if row["item"] != "CNY"}


def worth(desk: Desk, line: str) -> list[str | None]:
    """Record it; what its lines are worth."""
    return [each["value"] for each in desk.do(f"{line} --yes --new --format json").json["lines"]]


def test_what_goes_back_takes_its_share_of_the_value_along(desk: Desk) -> None:
    """To the fen, all shares together the whole of it; receipt, statement and totals say the same."""
    desk.do("receive 李华 口罩7个@@100元 --date 2020-02-01 --yes --new")
    assert worth(desk, "refund 李华 口罩2个 --date 2020-02-02") == ["28.57"]
    assert values(desk) == {"李华": ("5", "71.43")}
    assert {row["value"] for row in desk.do("receipt 1 --format json").json["tables"][1]["rows"]} == {"71.43"}
    assert desk.do("statement 李华 --format json").json["tables"][0]["totals"][0]["value"] == "71.43"
    assert worth(desk, "refund 李华 口罩2个 口罩2个 --of 1 --date 2020-02-02") == ["28.57", "28.57"]
    assert worth(desk, "refund 李华 口罩1个 --date 2020-02-02") == ["14.29"]
    assert values(desk) == {"李华": ("0", "0")}
    assert desk.is_in_order()


def test_what_is_stated_stays_and_what_is_rough_is_about(desk: Desk) -> None:
    desk.do("receive 李华 蔬菜100斤@@约300元 --date 2020-02-01 --yes --new")
    [line] = desk.do("refund 李华 蔬菜10斤 --date 2020-02-02 --yes --format json").json["lines"]
    assert (line["value"], line["value_certainty"]) == ("30", "about")
    desk.do("receive 李华 口罩10个@@100元 --date 2020-02-01 --yes")
    for amount, certainty in (("口罩2个", "exact"), ("约2个口罩", "about")):
        [line] = desk.do(f"refund 李华 {amount} --date 2020-02-02 --yes --format json").json["lines"]
        assert (line["value"], line["value_certainty"]) == ("20", certainty)
    assert worth(desk, "refund 李华 蔬菜10斤@@20元 --date 2020-02-02") == ["20"]
    assert worth(desk, "refund 李华 蔬菜一些 --date 2020-02-02") == [None]


def test_where_several_gifts_could_be_meant_none_is_guessed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said how to say which; with that said the share is found."""
    desk.do("receive 李华 口罩10个@@100元 --date 2020-02-01 --yes --new")
    desk.do("receive 李华 口罩10个@@50元 --date 2020-02-01 --yes")
    for language in ("zh", "en"):
        monkeypatch.setenv("DONATIONS_LANG", language)
        answer = desk.do("refund 李华 口罩4个 --date 2020-02-02 --yes")
        assert ("totals keep" in answer.err) == (language == "en")
        assert "--of" in answer.err
    assert values(desk) == {"李华": ("12", "150")}
    assert [each["value"] for each in desk.do("correct 3 --of 1 --yes --format json").json["lines"]] == ["40"]
    assert [each["value"] for each in desk.do("correct 4 --of 2 --yes --format json").json["lines"]] == ["20"]
    assert values(desk) == {"李华": ("12", "90")}
    assert not desk.do("refund 李华 口罩1个 --of 1 --date 2020-02-02 --yes").err


@pytest.mark.parametrize(("others", "expected"), [(2, "40"), (3, None)])
def test_of_so_many_gifts_the_one_that_can_be_meant_is_looked_for(
    desk: Desk, others: int, expected: str | None
) -> None:
    """What was given alone goes back before joint gifts; of more than three nobody can say which is meant."""
    desk.do("receive 李华 口罩10个@@100元 --date 2020-02-01 --yes --new")
    for _time in range(others):
        desk.do("receive 李华 --with 王芳 口罩10个@@50元 --date 2020-02-01 --yes --new")
    answer = desk.do("refund 李华 口罩4个 --date 2020-02-02 --yes --format json")
    assert [each["value"] for each in answer.json["lines"]] == [expected]
    assert ("--of" in answer.err) == (expected is None)


def test_a_correction_of_what_goes_back_finds_its_share_anew(desk: Desk) -> None:
    desk.do("receive 李华 口罩10个@@100元 --date 2020-02-01 --yes --new")
    desk.do("refund 李华 口罩4个 --date 2020-02-02 --yes")
    said = desk.do("correct 2 口罩3个 --yes --format json --request-id r").json
    assert said["lines"][0]["value"] == "30"
    assert desk.do("correct 2 口罩3个 --yes --format json --request-id r").json == said
    assert values(desk) == {"李华": ("7", "70")}
    assert [each["value"] for each in desk.do("correct 4 --note 现金 --yes --format json").json["lines"]] == ["30"]
    desk.do("correct 6 口罩3个@@25元")
    assert values(desk) == {"李华": ("7", "75")}


def test_a_retry_of_what_goes_back_is_recorded_once(desk: Desk) -> None:
    desk.do("receive 李华 --with 王芳 口罩10个@@100元 --date 2020-02-01 --yes --new")
    first = desk.do("refund 李华 口罩9个 --date 2020-02-02 --yes --request-id r --format json").json
    assert desk.do("refund 李华 口罩9个 --date 2020-02-02 --yes --request-id r --format json").json == first
    assert values(desk) == {"李华、王芳": ("1", "10")}
    desk.refused("refund 李华 口罩9个@@1元 --date 2020-02-02 --yes --request-id r")


def test_what_a_recipient_brings_back_takes_its_share_along(desk: Desk) -> None:
    """Of what went straight to it, or was handed out with a value; the donor gave all of it."""
    desk.do("receive 李华 护目镜9副@@90元 --to 市三院 --date 2020-02-01 --yes --new")
    assert worth(desk, "return 市三院 护目镜2副 --date 2020-02-02") == ["20"]
    assert values(desk, "recipient") == {"市三院": ("7", "70")}
    assert values(desk) == {"李华": ("9", "90")}
    desk.do("distribute 市三院 护目镜1副@@11元 --date 2020-02-03 --yes")
    answer = desk.do("return 市三院 护目镜3副 --date 2020-02-04 --yes")
    assert "correct 4" in answer.err
    assert "--of" not in answer.err


def test_goods_given_before_the_book_begins_have_no_share(desk: Desk) -> None:
    desk.do("receive 李华 口罩10个@@100元 --date 2020-02-01 --yes --new")
    assert worth(desk, "refund 李华 口罩4个 --opening --date 2020-02-02") == [None]


def test_a_joint_gift_goes_back_to_all_who_gave_it(desk: Desk) -> None:
    """Nobody stands below nothing in totals by donor; each one's statement says what went back."""
    desk.do("receive 赵一 --with 钱二 50元 --date 2020-02-01 --yes --new")
    desk.do("refund 钱二 20元 --date 2020-02-02 --yes")
    assert {row["donor"]: row["received"] for row in desk.read("totals --by donor")} == {"赵一、钱二": "30"}
    for name in ("赵一", "钱二"):
        assert [row["amount"] for row in desk.read(f"statement {name}")] == ["50", "-20"]
    desk.do("receive 钱二 5元 --date 2020-02-02 --yes")
    said = desk.refused("refund 钱二 10元 --date 2020-02-03 --yes")
    assert "--of" in said
    assert "5" in said
    desk.do("refund 钱二 10元 --of 1 --date 2020-02-03 --yes")
    desk.do("refund 钱二 5元 --date 2020-02-03 --yes")
    assert {row["donor"]: row["received"] for row in desk.read("totals --by donor")} == {"赵一、钱二": "20"}
    assert desk.is_in_order()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_of_gifts_with_several_others_it_is_said_which(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("DONATIONS_LANG", language)
    desk.do("receive 赵一 --with 钱二 50元 --date 2020-02-01 --yes --new")
    desk.do("receive 赵一 --with 孙三 50元 --date 2020-02-01 --yes --new")
    said = desk.refused("refund 赵一 60元 --date 2020-02-02 --yes")
    check_sentence(said, language)
    assert "--of" in said
    desk.do("refund 赵一 10元 --of 2 --date 2020-02-02 --yes")
    desk.do("receive 孙三 100元 --date 2020-02-02 --yes")
    desk.refused("refund 赵一 41元 --of 2 --date 2020-02-02 --yes")  # what one gave alone is not the others'
    assert {row["donor"]: row["received"] for row in desk.read("totals --by donor")} == {
        "赵一、钱二": "50",
        "赵一、孙三": "40",
        "孙三": "100",
    }


def test_of_many_gifts_nobody_can_say_which(desk: Desk) -> None:
    """Only the latest are looked at, so that it costs the same however many there are; which one may be said."""
    for _time in range(13):
        desk.do("receive 李华 口罩10个@@100元 --date 2020-02-01 --yes --new")
    assert "--of" in desk.do("refund 李华 口罩1个 --date 2020-02-02 --yes").err
    assert worth(desk, "refund 李华 口罩1个 --of 3 --date 2020-02-02") == ["10"]
    assert not desk.do("refund 李华 口罩1个@@9元 --date 2020-02-02 --yes").err


def test_a_value_that_is_said_of_the_gift_later_is_found_by_a_correction(desk: Desk) -> None:
    desk.do("receive 李华 口罩10个 --date 2020-02-01 --yes --new")
    assert worth(desk, "refund 李华 口罩4个 --of 1 --date 2020-02-02") == [None]
    desk.do("correct 1 --value 100")
    assert [each["value"] for each in desk.do("correct 2 口罩5个 --format json").json["lines"]] == ["50"]
    assert values(desk) == {"李华": ("5", "50")}


def test_no_more_worth_goes_back_than_is_left(desk: Desk) -> None:
    """One part was said to be worth nearly all: the others have the rest, and nothing is unclear about it."""
    desk.do("receive 李华 口罩100个@@100元 --date 2020-02-01 --yes --new")
    desk.do("refund 李华 口罩50个@@90元 --of 1 --date 2020-02-02 --yes")
    assert worth(desk, "refund 李华 口罩25个 --of 1 --date 2020-02-02") == ["10"]
    assert not desk.do("refund 李华 口罩20个 --of 1 --date 2020-02-02 --yes").err
    assert values(desk) == {"李华": ("5", "0")}


def test_a_remark_gives_no_worth_to_what_had_none(desk: Desk) -> None:
    """What was given before the book begins, or was said to be worth nothing, is no part of a gift in it."""
    desk.do("receive 李华 口罩10个@@100元 --date 2020-02-01 --yes --new")
    desk.do("refund 李华 口罩2个 --opening --date 2020-02-02 --yes")
    assert worth(desk, "correct 2 --note 旧账") == [None]
    desk.do("refund 李华 口罩2个 --of 1 --date 2020-02-02 --yes")
    assert worth(desk, "correct 5 --value ''") == [None]
    assert worth(desk, "correct 7 --note 不计") == [None]
    assert values(desk) == {"李华": ("6", "100")}


def test_of_a_gift_said_aright_the_right_one_is_named(desk: Desk) -> None:
    """Whoever gave it by then, alone or with others."""
    desk.do("receive 李华 口罩10个 --date 2020-02-01 --yes --new")
    desk.do("correct 1 --with 王芳 --yes --new")
    assert "--of 3" in desk.refused("refund 李华 口罩2个 --of 1 --date 2020-02-02 --yes")
    desk.do("correct 3 --with ''")
    assert "--of 5" in desk.refused("refund 李华 口罩2个 --of 1 --date 2020-02-02 --yes")
    assert desk.is_in_order()


def test_what_goes_back_under_one_request_goes_back_once_whoever_gives_later(desk: Desk) -> None:
    desk.do("receive 李华 口罩10个 --with 王芳 --date 2020-02-01 --yes --new")
    refund = "refund 李华 口罩2个 --date 2020-02-02 --yes --request-id r"
    desk.do(refund)
    desk.do("receive 李华 口罩5个 --date 2020-02-01 --yes")
    assert desk.do(f"{refund} --format json").json["entry"] == 2
    desk.refused("refund 李华 口罩3个 --date 2020-02-02 --yes --request-id r")


def test_who_gave_is_said_aright_and_then_whom_it_went_back_to(desk: Desk) -> None:
    """The refund of a gift that was no joint one is met, said, and put right by its number."""
    desk.do("receive 李华 口罩10个@@100元 --with 王芳 --date 2020-02-01 --yes --new")
    desk.do("refund 李华 口罩2个 --date 2020-02-02 --yes")
    assert not desk.do("correct 1 --note 两人合捐").err
    assert not desk.do("correct 4 --note 合捐").err
    assert "李华、王芳" in desk.do("correct 6 --with ''").err
    desk.do("correct 2 --of 8")
    assert values(desk) == {"李华": ("8", "80")}
    assert desk.is_in_order()


def test_givers_merged_since_are_named_once(desk: Desk) -> None:
    desk.do("receive 李华 口罩10个 --with 李大华 --date 2020-02-01 --yes --new")
    desk.do("donors merge 李大华 李华 --reason 同一人")
    assert "李华, 李华" not in desk.do("refund 李华 口罩2个 --of 1 --date 2020-02-02 --yes").out


@pytest.mark.parametrize(
    ("gifts", "line", "have"),
    [
        (("receive 李华 口罩100个@@100元",), "refund 李华 口罩10个@@101元", "100"),
        (("receive 李华 口罩100个@@100元",), "refund 李华 口罩10个@15元 --of 1", "100"),
        (("receive 李华 口罩100个",), "refund 李华 口罩10个@@5元", "0"),
        (("receive 李华 口罩100个@@100元", "refund 李华 口罩10个@@95元"), "refund 李华 口罩10个@@6元", "5"),
        (("receive 李华 口罩9个@@900元", "receive 李华 口罩9个@@90元"), "refund 李华 口罩2个@@91元", "90"),
        (("receive 李华 口罩9个@@900元", "receive 李华 口罩9个"), "refund 李华 口罩2个@@901元", "900"),
        (("receive 李华 口罩9个", "distribute 院 口罩9个@@90元"), "return 院 口罩2个@@91元", "90"),
    ],
)
def test_no_more_worth_goes_back_than_came(
    desk: Desk, gifts: tuple[str, ...], line: str, have: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It made the giver one of less than nothing; the sentence says what to do."""
    for gift in gifts:
        desk.do(f"{gift} --date 2020-02-01 --yes --new")
    for language, unit in (("zh", "元"), ("en", "yuan")):
        monkeypatch.setenv("DONATIONS_LANG", language)
        sentence = desk.refused(f"{line} --date 2020-02-02 --yes")
        check_sentence(sentence, language)
        assert f" {have} {unit}" in sentence


def test_what_was_said_of_worth_once_can_be_said_aright(desk: Desk) -> None:
    """A correction that raises no worth passes, though the gift was said to be worth less since; where several can be meant any may be."""
    desk.do("receive 李华 口罩9个@@900元 --date 2020-02-01 --yes --new")
    desk.do("receive 李华 口罩9个 --date 2020-02-01 --yes")
    desk.do("refund 李华 口罩2个@@200元 --date 2020-02-02 --yes")
    desk.do("correct 1 --value 100")
    desk.do("correct 3 --note 破损")
    assert "800" not in desk.refused("correct 7 --value 201")
    desk.do("refund 李华 口罩2个@@800元 --opening --date 2020-02-02 --yes")
