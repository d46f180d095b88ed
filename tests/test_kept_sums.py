"""The sums kept by day and by month: whatever period is asked for, they are what its lines add up to, and few are read."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import Desk
from test_laws import sabotage
from test_versions import old_book

from donations.domain.period import Period
from donations.reports.kept_sums import SUMS, kept_sums

FIRST, LAST = date(2019, 12, 1), date(2021, 2, 3)
"""Days before and after all of the old year's."""

ADDED = ", ".join(f"sum({name}) as {name}" for name in SUMS)
BY = "month, city, category, item"
BY_LINES = f"select {BY}, {ADDED} from line_totals where date between ? and ? group by {BY}"


@pytest.fixture
def year(desk: Desk, tmp_path: Path) -> Path:
    """A thousand random entries of a year, and some more of the ends of months, one of them taken back."""
    path = old_book("v1-year", tmp_path / "year.db")
    for day in ("2020-02-28", "2020-02-29", "2020-03-01", "2020-12-31", "2021-01-01"):
        desk.do(f"receive 李华 口罩5个 鸡蛋不详 大米约3公斤@12元 --city 九江市 --date {day} --yes --book {path}")
    desk.do(f"reverse --reason 写错 --book {path}", last(path))
    return path


def last(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("select max(number) from entry").fetchone()[0])


def by_kept(connection: sqlite3.Connection, period: Period) -> list[tuple[object, ...]]:
    found = connection.execute(f"select {BY}, {ADDED} from ({kept_sums(period)}) group by {BY}")
    return sorted(found.fetchall(), key=repr)


def by_lines(connection: sqlite3.Connection, period: Period) -> list[tuple[object, ...]]:
    days = (str(period.begin or FIRST), str(period.end or LAST))
    return sorted(connection.execute(BY_LINES, days).fetchall(), key=repr)


def periods(chance: random.Random) -> Iterator[Period]:
    """Whole months and quarters, parts of one month, of two and of many, single days, and those that are open at an end."""
    ends = [date(2020, month, 1) + timedelta(days=shift) for month in (1, 2, 3, 4, 12) for shift in (-2, -1, 0, 1)]
    for begin in (None, *ends):
        for end in (None, *ends):
            if begin is None or end is None or begin <= end:
                yield Period(begin, end)
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    for _try in range(100):
        yield Period(*sorted(chance.choices(days, k=2)))


def test_the_kept_sums_of_any_period_are_those_of_its_lines(year: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(year)) as connection:
        for period in periods(chance):
            assert by_kept(connection, period) == by_lines(connection, period), period


@pytest.mark.parametrize(("kept", "period"), [
    ("day_total", Period(date(2020, 2, 10), date(2020, 2, 29))), ("day_total", Period(date(2020, 2, 10), date(2020, 5, 31))),
    ("month_total", Period(date(2020, 2, 1), date(2020, 2, 29))), ("month_total", Period(date(2020, 1, 10), None)),
    ("month_total", Period(None, None)),
])  # fmt: skip
def test_a_kept_sum_that_is_off_by_one_is_seen(year: Path, kept: str, period: Period) -> None:
    """Broken by hand: each of the two sorts of sums is what is read of the periods that they are for."""
    sabotage(year, f"update {kept} set received = received + 1")
    with closing(sqlite3.connect(year)) as connection:
        assert by_kept(connection, period) != by_lines(connection, period)


@pytest.mark.parametrize(("period", "months", "days"), [
    (Period(None, None), True, False),
    (Period(date(2020, 2, 1), date(2020, 2, 29)), True, False),
    (Period(date(2020, 1, 1), date(2020, 12, 31)), True, False),
    (Period(date(2020, 12, 1), date(2020, 12, 31)), True, False),
    (Period(date(2020, 2, 1), None), True, False),
    (Period(None, date(2020, 12, 31)), True, False),
    (Period(None, date(2020, 2, 28)), True, True),
    (Period(date(2020, 1, 31), date(2020, 3, 1)), True, True),
    (Period(date(2020, 1, 31), date(2020, 2, 28)), False, True),
    (Period(date(2020, 2, 29), date(2020, 2, 29)), False, True),
])  # fmt: skip
def test_of_whole_months_no_sum_of_a_day_is_read(period: Period, months: bool, days: bool) -> None:
    assert ("month_totals" in kept_sums(period), "day_totals" in kept_sums(period)) == (months, days)
