"""What publishing asks about, lets pass with --yes or only tells of: wrong years, clocks, repetitions, names."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from conftest import Desk
from test_bad_input import check_sentence

from donations.cli import clock

COMPANY = "丙公司有限公司"
PREVIEW = "publish 2020-04 --dry-run"


def tables(desk: Desk, line: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of an issue by table."""
    return {table["key"]: table["rows"] for table in desk.do(f"{line} --format json").json["tables"]}


@pytest.fixture
def april(desk: Desk) -> Desk:
    """A book that begins in April: money and masks of a company."""
    desk.do(f"receive {COMPANY} 1000元 口罩500个 --date 2020-04-01 --yes --new")
    return desk


# --- wrong years


@pytest.mark.parametrize("mended", ["correct 2 --date 2020-04-02 --reason 年份写错", "reverse 2 --reason 年份写错"])
@pytest.mark.parametrize("line", ["publish 2020-04", "publish"])
def test_a_wrong_year_that_was_put_right_blocks_no_first_issue(april: Desk, mended: str, line: str) -> None:
    april.do(f"receive {COMPANY} 5元 --date 2002-04-02 --yes")
    assert "2002-04-02" in april.refused("publish 2020-04 --yes")
    april.do(mended)
    rows = tables(april, line)
    assert [row["entry"] for row in rows["money_in"]] == ([1, 4] if mended.startswith("correct") else [1])
    assert all(row["agrees"] == "✓" for row in rows["ties"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_was_taken_back_later_stays_out_of_a_first_issue_that_goes_so_far(
    april: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """What a closed month had wrong is put right on the day of that: an issue up to then has neither, and ties out."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    april.do(f"receive {COMPANY} 5元 --date 2002-04-02 --yes")
    april.do("close 2020-03")
    with monkeypatch.context() as then:
        then.setattr(clock, "today", lambda: date(2020, 5, 2))
        then.setattr(clock, "now", lambda: "2020-05-02T04:00:00Z")
        april.do("reverse 2 --reason 年份写错")
    said = april.refused("publish 2020-04")
    check_sentence(said, language)
    assert "--from 2020-04-01 --to 2020-05-02" in said
    rows = tables(april, "publish --from 2020-04-01 --to 2020-05-02")
    assert [row["amount"] for row in rows["money_in"]] == ["1000"]
    assert all(row["agrees"] == "✓" for row in rows["ties"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_month_before_everything_is_told_the_month_to_publish(
    april: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """A month that is long over isn't said to be waited for; one that isn't over is."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    waits = "过完" if language == "zh" else "once that is over"
    said = april.refused("publish 2020-03")
    check_sentence(said, language)
    assert "`donations publish 2020-04`" in said
    assert waits not in said
    monkeypatch.setattr(clock, "today", lambda: date(2020, 4, 20))
    assert waits in april.refused("publish 2020-03")


# --- clocks


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_clock_behind_the_last_entry_publishes_nothing(
    april: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Neither as a preview nor in earnest; where the clock was wrong then, --yes says so."""
    then = datetime.now(UTC) - timedelta(days=12)
    monkeypatch.setenv("DONATIONS_LANG", language)
    monkeypatch.setattr(clock, "today", then.date)
    monkeypatch.setattr(clock, "now", lambda: f"{then:%Y-%m-%dT%H:%M:%SZ}")
    said = april.refused(PREVIEW)
    check_sentence(said, language)
    assert f"{then.astimezone():%Y-%m-%d %H:%M}" in said
    assert april.run("publish 2020-04").code == 1
    assert april.read("publish --list") == []
    assert "--yes" in april.do(f"{PREVIEW} --yes").err


# --- repetitions

_TWICE = {
    "lines of one entry": (["distribute 九江市第一医院 口罩2个 口罩2个 --date 2020-04-02"], "2"),
    "recipients in another order": (
        ["distribute 甲医院 口罩2个 --to 乙医院 --date 2020-04-02", "distribute 乙医院 口罩2个 --to 甲医院 --date 2020-04-02"],
        "2, 3",
    ),
    "goods of a donor": (["receive 丁公司 手套9双 --date 2020-04-02"] * 2, "2, 3"),
    "money to a payee": (["spend 10元 --to 丁公司有限公司 --date 2020-04-02"] * 2, "2, 3"),
    "the same purchase": (["buy 大米10斤@@30元 --from 康民药店 --date 2020-04-02"] * 2, "2, 3"),
    "money of a donor in one entry": (["receive 丁公司 5元 5元 --date 2020-04-02"], "2"),
    "money given back": ([f"refund {COMPANY} 5元 --date 2020-04-02"] * 2, "2, 3"),
    "an amount nobody counted": (["receive 丁公司 手套一批 --date 2020-04-02"] * 2, "2, 3"),
}  # fmt: skip


@pytest.mark.parametrize("name", _TWICE)
def test_rows_that_say_the_same_are_asked_about(april: Desk, name: str) -> None:
    lines, entries = _TWICE[name]
    for line in lines:
        april.do(f"{line} --yes --new")
    said = april.refused(PREVIEW)
    check_sentence(said, "en")
    assert ("Entries " if "," in entries else "Entry ") + entries in said
    passed = april.do(f"{PREVIEW} --yes").err
    assert "Passed by --yes: " in passed
    assert entries in passed


_NOT_TWICE = {
    "goods bought at one price": [
        "buy 大米10斤@@30元 --from 康民药店 --date 2020-04-02", "buy 面粉10斤@@30元 --from 康民药店 --date 2020-04-02"
    ],
    "lots of one entry": ["receive 丁公司 手套9双@@90元 手套9双@@180元 --date 2020-04-02"],
    "nobody known": ["receive 匿名 手套9双 --date 2020-04-02"] * 2,
    "another day": [f"distribute 九江市第一医院 口罩2个 --date 2020-04-0{day}" for day in (2, 3)],
    "money of nobody known": ["receive 匿名 5元 --date 2020-04-02"] * 2,
}  # fmt: skip


@pytest.mark.parametrize("name", _NOT_TWICE)
def test_rows_that_only_look_alike_go_out_without_a_word(april: Desk, name: str) -> None:
    for line in _NOT_TWICE[name]:
        april.do(f"{line} --yes --new")
    said = april.do(PREVIEW).err
    assert not re.search(r"Entr(y|ies) [\d, ]+ say", said)


def test_money_given_twice_is_told_of_and_goes_out(april: Desk) -> None:
    for _time in range(2):
        april.do("receive 丁公司 5元 --date 2020-04-02 --yes --new")
    assert "Entries 2, 3 say that 丁公司 gave the same money" in april.do(PREVIEW).err


# --- names


def test_who_agreed_for_one_gift_is_named_there_and_masked_in_another(april: Desk) -> None:
    april.do("receive 李华 10元 --named --city 九江市 --date 2020-04-01 --yes --new")
    april.do("receive 李华 20元 --city 九江市 --date 2020-04-02 --yes")
    april.do("receive 张三 30元 --with 李华 --named --date 2020-04-03 --yes --new")
    donors = [row["donor"] for row in tables(april, PREVIEW)["money_in"]]
    assert donors[:3] == [COMPANY, "李华", "unnamed donor"]


def test_a_masked_name_is_not_the_name_of_another(april: Desk) -> None:
    """欧阳* stands for 欧阳雪, also where somebody is called 欧阳 and gives unnamed."""
    for name in ("欧阳雪", "欧阳"):
        april.do(f"donors add {name} --sort person --new")
    april.do("receive 欧阳 10元 --date 2020-04-02 --yes")
    april.do("distribute 欧阳雪 口罩2个 --date 2020-04-02 --yes")
    assert [row["recipient"] for row in tables(april, PREVIEW)["goods_out"]] == ["欧阳*"]


def test_a_name_within_the_name_of_another_is_still_asked_about(april: Desk) -> None:
    april.do("donors add 李华助学基金会 --sort organisation --new")
    april.do("receive 李华 10元 --date 2020-04-02 --yes --new")
    april.do("receive 李华助学基金会 20元 --date 2020-04-02 --yes --new")
    assert "李华助学基金会" in april.refused(PREVIEW)
    assert "Passed by --yes: 李华 " in april.do(f"{PREVIEW} --yes").err


def test_a_reason_makes_no_donor_of_who_was_helped(april: Desk) -> None:
    for name in ("王小明", "李华", "欧阳雪", "欧阳"):
        april.do(f"donors add {name} --sort person --new")
    april.do("distribute 王小明 口罩2个 --date 2020-04-02 --yes")
    april.do("distribute 欧阳雪 口罩4个 --date 2020-04-02 --yes")
    april.do("receive 李华 10元 --date 2020-04-02 --yes")
    april.do("receive 欧阳 20元 --date 2020-04-02 --yes")
    april.do("publish 2020-04")
    april.do("correct 2 口罩3个 --reason 王小明、李华、欧阳雪补报 --date 2020-04-02 --yes")
    [row] = tables(april, "publish 2020-05")["amendments"]
    assert row["reason"] == "王**、爱心人士、欧阳*补报"


_REPORTS = (
    "totals --public --by purpose", "ledger --public", "journal --public", "month 2020-04 --public",
    "export journal --public --format hledger", "trace 3 --public",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_registered_name_in_a_purpose_is_warned_of(
    april: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Where it goes out, by name; not where it doesn't, nor where who it is agreed."""
    april.do("receive 王小明 5元 --date 2020-04-01 --yes --new")
    april.do("receive 马云飞 100元 --city 九江市 --for 王小明助学 --date 2020-04-01 --yes --new")
    monkeypatch.setenv("DONATIONS_LANG", language)
    for line in _REPORTS:
        said = april.do(line).err
        assert "王小明" in said, line
        assert "“王小明助学”" in said, line
    for line in ("totals --public --by city", "totals --by purpose", PREVIEW):
        assert "王小明" not in april.do(line).err, line
    april.do("donors consent 王小明 named")
    assert "王小明助学" not in april.do("ledger --public").err


def test_a_registered_name_in_an_item_is_warned_of_where_who_it_is_stands_not_in_the_issue(april: Desk) -> None:
    april.do("donors add 王小明 --sort person --new")
    april.do("items rename 口罩 王小明牌口罩")
    answer = april.do(f"{PREVIEW} --format json")
    assert "王小明牌口罩" in json.dumps(answer.json, ensure_ascii=False)
    assert "王小明 is in the register and may not be named, but stands in “王小明牌口罩”" in answer.err
