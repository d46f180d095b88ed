# ruff: noqa: N802 - the names of the catalogue
"""E4 and E5: a clock that is wrong, and dates that are far from today."""

import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import Desk
from harness.counts import Tries
from harness.terminal import Terminal
from test_languages import chinese_left_in, english_left_in

from donations.cli import clock, session

NOON = datetime(2024, 2, 28, 12, tzinfo=UTC)
TODAY = clock.today()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """`at(moment)` sets the computer's clock."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
        monkeypatch.setattr(clock, "today", moment.date)

    return set_clock  # type: ignore[return-value]


# --- E4: the clock

JUMPS = {
    "an hour back": timedelta(hours=-1), "a day back": timedelta(days=-1), "a second back": timedelta(seconds=-1),
    "three minutes back": timedelta(minutes=-3), "on": timedelta(minutes=7), "a day on": timedelta(days=1),
}  # fmt: skip
MOMENTS = (
    datetime(1970, 1, 1, tzinfo=UTC), datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(2024, 2, 29, tzinfo=UTC), datetime(2023, 2, 28, 23, 59, 59, tzinfo=UTC), NOON,
)  # fmt: skip


def recorded(book: Path) -> list[tuple[int, str]]:
    """Every entry's number and when it was recorded."""
    with closing(sqlite3.connect(book)) as connection:
        return connection.execute("select number, recorded_at from entry order by number").fetchall()


@pytest.mark.promise("E4", full=1000, short=40)
def test_E4_a_clock_that_jumps_changes_no_order(desk: Desk, at: object, tries: Tries, chance: random.Random) -> None:
    """Back, ahead, to 1970, to 2099, over a leap day: numbers run on, and who is behind the last entry is told so."""
    assert callable(at)
    moment = NOON
    moments: list[datetime] = []
    for number in tries:
        moment = chance.choice((*MOMENTS, *(moment + jump for jump in JUMPS.values())))
        if not datetime(1970, 1, 1, tzinfo=UTC) <= moment <= datetime(2100, 1, 1, tzinfo=UTC):
            moment = NOON
        at(moment)
        is_behind = bool(moments) and moments[-1] - moment > clock.CLOCKS_DIFFER
        answer = desk.do(f"receive 李华 口罩{number + 1}个")
        assert ("clock" in answer.err) == is_behind, (moments[-1:], moment, answer.err)
        moments.append(moment)
    assert recorded(desk.book) == [
        (number, moment.strftime("%Y-%m-%dT%H:%M:%SZ")) for number, moment in enumerate(moments, 1)
    ]
    assert [row["entry"] for row in desk.read("journal")] == list(range(1, len(moments) + 1))
    assert desk.do("totals --by item --format json").rows()[0]["received"] == str(sum(range(1, len(moments) + 1)))
    assert desk.is_in_order()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_E4_the_warning_says_both_times_and_the_entry(
    desk: Desk, at: object, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Once a command, beside what it prints; reports say nothing, for they date nothing."""
    assert callable(at)
    monkeypatch.setenv("DONATIONS_LANG", language)
    at(NOON)
    desk.do("receive 李华 口罩5个")
    at(NOON - timedelta(days=400))
    for line in ("donors alias 李华 老李", "receive 李华 口罩6个"):
        [said] = [row for row in desk.do(line).err.splitlines() if "2024-02-28" in row]
        assert "2023-01-24" in said
        assert (english_left_in(said) if language == "zh_CN" else chinese_left_in(said)) == set()
    assert desk.do("totals").err == ""


def test_E4_sees_a_program_that_says_nothing(desk: Desk, at: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: without the look at the last entry nobody is told."""
    assert callable(at)
    monkeypatch.setattr(session, "_warn_of_clock", lambda _book: None)
    at(NOON)
    desk.do("receive 李华 口罩5个")
    at(MOMENTS[0])
    assert "clock" not in desk.do("receive 李华 口罩6个").err


# --- E5: a date far from today


def far_back(answer_err: str) -> list[str]:
    """What is said of dates far back."""
    return [row for row in answer_err.splitlines() if "days back" in row]


@pytest.mark.promise("E5", full=500, short=40)
def test_E5_a_date_far_from_today_is_never_silent(desk: Desk, tries: Tries, chance: random.Random) -> None:
    """Where nobody can be asked: more than 31 days back is said with the entry's number, ahead of today is refused."""
    for number in tries:
        days = chance.choice((chance.randint(-40, 80), chance.randint(30, 33), chance.randint(0, 20_000)))
        day = TODAY - timedelta(days=days)
        line = f"receive 李华 口罩{number + 1}个 --date {day}"
        if days < 0:
            desk.refused(line, code=65)
            continue
        said = far_back(desk.do(line).err)
        assert len(said) == (days > 31), (day, said)
        if said:
            entries = desk.do("totals --format json").json["book"]["entries"]
            assert f"Entry {entries} is dated {days:,} days back ({day})" in said[0]
            assert f"donations correct {entries} --date" in said[0]


def test_E5_a_correction_and_every_verb_say_it_too(desk: Desk) -> None:
    """Whatever verb an entry is dated by; `--yes` says that the date is meant."""
    desk.do("receive 李华 口罩500个 500元 --date 2019-01-01 --yes")
    for line in (
        "receive 李华 口罩5个", "distribute 市三院 口罩1个", "buy 口罩5个@1元", "spend 1元", "transfer 口罩1个 --to 二号仓",
        "return 市三院 口罩1个", "refund 李华 1元", "adjust loss 口罩1个", "correct 2 --note 补记",
    ):  # fmt: skip
        assert len(far_back(desk.do(f"{line} --date 2019-02-01 --new").err)) == 1, line
    for line in ("receive 李华 口罩6个", "adjust loss 口罩1个"):
        assert desk.do(f"{line} --date 2019-02-01 --yes").err == ""
        assert desk.do(line).err == ""


def test_E5_a_file_says_once_how_many(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line at its end: how many, from when to when; nothing when it is run again, nothing when it is refused."""
    file = tmp_path / "old.txt"
    lines = [f"receive 李华 口罩{number + 1}个 --date 2019-0{number + 1}-11" for number in range(5)]
    file.write_text("\n".join([*lines, "receive 李华 口罩9个"]), encoding="utf-8")
    [said] = far_back(desk.do(f"run {file}").err)
    assert "5 entries" in said
    assert "from 2019-01-11 to 2019-05-11" in said
    assert far_back(desk.do(f"run {file}").err) == []
    file.write_text("receive 李华 口罩7个 --date 2019-01-11\nreceive 李华 口罩0个\n", encoding="utf-8")
    assert far_back(desk.run(f"run {file}").err) == []
    file.write_text("receive 李华 口罩7个 --date 2019-01-11\n", encoding="utf-8")
    monkeypatch.setenv("DONATIONS_LANG", "zh_CN")
    said = desk.do(f"run {file}").err
    assert re.search(r"1 笔的日期在 31 天以前，都是 2019-01-11。", said)


@pytest.mark.parametrize(("keys", "code", "entries"), [(b"n\n", 1, 0), (b"y\n", 0, 1), (b"\n", 0, 1)])
def test_E5_on_a_terminal_it_is_asked_about(desk: Desk, tmp_path: Path, keys: bytes, code: int, entries: int) -> None:
    """No is an answer, after which nothing is recorded; yes is one too, and then nothing more is said."""
    terminal = Terminal(["receive", "李华", "口罩1个", "--date", "2019-02-01", "--book", str(desk.book)], tmp_path)
    try:
        terminal.await_text(b"[Y/n]")
        terminal.type(keys)
        assert terminal.wait() == code
        assert b"days back" not in terminal.shown
        assert desk.do("totals --format json").json["book"]["entries"] == entries
    finally:
        terminal.close()


def test_E5_sees_a_program_that_says_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: with another idea of what is far, an entry of last year is taken in silence."""
    monkeypatch.setattr(session, "FAR_BACK", timedelta(days=100_000))
    assert far_back(desk.do("receive 李华 口罩5个 --date 2019-02-01").err) == []


# --- publish speaks of the clock itself


@pytest.mark.parametrize(("said", "code"), [("", 1), ("--yes", 0)])
def test_publish_says_one_thing_of_a_clock_that_is_behind(desk: Desk, at: object, said: str, code: int) -> None:
    """The refusal, or what --yes let pass; with a clock before the last issue its refusal."""
    assert callable(at)
    at(NOON)
    desk.do("receive 李华 100元 --date 2024-01-02 --new --yes")
    at(NOON - timedelta(days=3))
    answer = desk.run(f"publish 2024-01 {said}")
    assert answer.code == code
    assert answer.err.count("2024-02-25") == 1
    if code == 0:
        at(NOON - timedelta(days=20))
        answer = desk.run("publish 2024-02")
        assert answer.code == 1
        assert len(answer.err.strip().splitlines()) == 1
