"""The days of a table, in the order of its rows: one that says no year is near the day above it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from donations.domain.quantities.goods import fold
from donations.importers.columns.columns import Layout
from donations.importers.columns.day_order import with_year_first
from donations.importers.columns.days import day_within, read_day, with_century
from donations.importers.patterns import pattern_of
from donations.importers.sheet import NoYear
from donations.importers.words.cells import OTHER_YEAR, Misfit, shown, shown_at

_SOON = timedelta(days=60)
_YEARS_LATE = 5
"""So many years after a list was made it may be typed."""
_HALF_A_YEAR, _A_YEAR = timedelta(days=182), timedelta(days=365)
_LEAP = 4
"""So many years later there is a 29th of February again."""
_MOST_KEPT = 4096
YEARLESS = pattern_of(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[-./月](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]?(?: .*)?"
)
_WITH_YEAR = pattern_of(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
Days = Callable[[str], date | None]


def days(
    today: date, last: date | None, *, year_first: bool = False, span: tuple[date, date] | None = None, month_first: bool | None = None,
    before: tuple[date, date] | None = None, hears: Callable[[date], None] = lambda _day: None,
) -> Days:  # fmt: skip
    """What reads the days of a table, row by row; `year_first` where 20.7.5 means the year 2020, and `month_first`
    whether 2/3/2024 is the third of February, where the table tells it.

    A day without a year is one of `span`, the time the table is of, else of the year in which that ends. Where the table
    doesn't say its time, it is the nearest to the day above it, as soon as one says its year, or `before`, the first and
    the last day of the tables above, do (`hears` is told of those that do); else the latest not long after `last` and of its year,
    nor after `today`, unless that would tear it from the day above it: then it is one to come, which nobody can mean.
    """
    base = today if last is None else min(today, last + _SOON, date(last.year, 12, 31))
    least = date.min if before is None else min(today, _half_way(*before))
    base = base if before is None else least
    known = guessed = None
    kept: dict[str, date] = {}  # only what says its year: any other depends on the rows above

    def day(text: str) -> date | None:
        nonlocal known, guessed
        if (found := kept.get(text)) is not None:
            known = found
            return found
        plain = text if month_first is None else with_year_first(text, is_month_first=month_first)
        plain = with_century(plain, today) if year_first else plain
        if span is not None:
            return day_within(plain, span, today)
        found = read_day(plain, base if known is None else max(least, known + _HALF_A_YEAR))
        if found is None:
            return None
        if says_year(plain, found):
            hears(found)
            known = kept[text] = found
            if len(kept) > _MOST_KEPT:
                kept.clear()
        elif known or before:
            known = found
        elif last is None:
            guessed = found = _near(found, guessed)
        return found

    return day


def says_year(text: str, found: date) -> bool:
    """Whether a text, which was read as that day, says its year, in whatever way: 2020-01-02, 2-Jan-20, 109/1/2, 43832."""
    if f"{found.year}" in fold(text):
        return True
    try:
        return read_day(text, date(found.year + _LEAP, 12, 31)) == found
    except Misfit:
        return True  # 20.1.2, whose year is that of no day so much later


def refusing_other_years(
    read: Days, layout: Layout, rows: Sequence[Sequence[str]], time: tuple[date, date] | None, today: date
) -> Days:
    """What reads the days of a table: `read`, but for days of another year than that of the title (`time`), where the sheet shows
    none of them and holds no day of that year: 1月25日 below 2023年, which was typed in 2024. Each that would lie in the time of
    the title with its year raises Misfit; others are before or behind it: 12月3日 of a list made on 2023-01-05.
    """
    places = {column.index for group in layout.groups for column in group.of("date")}
    cells = [row[place] for row in rows for place in places if place < len(row)]
    held = {int(cell[:4]) for cell in cells if isinstance(cell, NoYear)}
    if time is None or not held or not held.isdisjoint(range(time[0].year, time[1].year + 1)):
        return read
    first, last = time[0], min(time[1], today)
    in_full = frozenset(shown(cell) for cell in cells if not isinstance(cell, NoYear))

    def day(text: str) -> date | None:
        found = read(text)
        if found is not None and text not in in_full and _is_of_another_year(found, first, last):
            raise Misfit(OTHER_YEAR)
        return found

    return day


def _is_of_another_year(found: date, first: date, last: date) -> bool:
    """Whether a day lies outside of a time, and would lie within it with a year of those around its own."""
    if first <= found <= last:
        return False
    for year in range(found.year - _YEARS_LATE, found.year + _YEARS_LATE + 1):
        try:
            if first <= found.replace(year=year) <= last:
                return True
        except ValueError:  # 29th February
            continue
    return False


def mixes_years(layout: Layout, rows: Sequence[Sequence[str]], span: tuple[date, date] | None) -> bool:
    """Whether some days of a table say their year and others don't, 2020年1月3日 above 1月6日, so that the same words may mean
    another day in another row.
    """
    places = {column.index for group in layout.groups for column in group.of("date")}
    cells = {fold(shown_at(row, place)).strip() for row in rows for place in places} if span is None else set()
    return any(map(YEARLESS.fullmatch, cells)) and any(map(_WITH_YEAR.search, cells))


def _half_way(first: date, last: date) -> date:
    """The day half a year's rest behind the last: days up to it are nearer to these two than those of the year after."""
    return last + max(timedelta(), _A_YEAR - (last - first)) / 2


def _near(found: date, above: date | None) -> date:
    """The day, or that of the year to come where it is the one near the day above it."""
    if above is None:
        return found
    later = found + _A_YEAR
    return later if later - above < _HALF_A_YEAR < above - found else found
