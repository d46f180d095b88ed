"""The time that the names of a sheet and of its file say of a table whose title doesn't: 2月 in 2019年捐款.xlsx."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from donations.domain.quantities.goods import fold
from donations.domain.quantities.numerals import number
from donations.importers.columns.title import Title, read_title, says_year
from donations.importers.patterns import pattern_of
from donations.importers.sheet import Sheet
from donations.importers.words.foot import is_note, is_titled

_MONTH = pattern_of(
    r"(?<![0-9一二三四五六七八九十第])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![0-9一二三四五六七八九十])"
)
_DAY = pattern_of(
    r"(?:(20[0-9]{2})[-./年])?(1[0-2]|0?[1-9])(?:月([12][0-9]|3[01]|0?[1-9])[日号][^0-9]*|([-.])([12][0-9]|3[01]|0?[1-9]))"
)
"""The whole name of a sheet, 2月3日, 2月3日接收, 2.3."""
_LONGEST_TIME = {("-", 1): 31, ("-", 2): 100, (".", 1): 100}
"""So many days at most has the time in which a name with such a sign and so many figures behind it is a day: in a longer one 2.3 may be a
chapter or a version, and 2-3 the third class of the second year.
"""
_YEAR = 366
"""So many days has the time of a file at most in which a month comes once."""
_DAY_ALONE = pattern_of(r"20[0-9]{2}([-/.年])[0-9]{1,2}[-/.月][0-9]{1,2}日?")
SAYS_YEAR = pattern_of(r"(?:19|20)[0-9]{2}")
"""Somewhere in a line."""
_TIME_ALONE = pattern_of(r"20[0-9]{2}(?:年度?|年?[-/.]?[0-9]{1,2}月份?)")
_LONGEST = 60
"""Longer ones are prose."""


def without_day_of_above(lines: Sequence[str], today: date, *, is_first: bool) -> Sequence[str]:
    """The lines above a table without those that end with the day on which the table above was signed: a day alone behind notes
    and names, where a line below it says the time of the table that follows. `is_first`: no table stands above in the sheet,
    so that only a note tells that one does in the page.
    """
    signed = [place for place, line in enumerate(lines) if _DAY_ALONE.fullmatch("".join(fold(line).split()))]
    if not signed or (is_first and not is_note(lines[:1])):
        return lines
    foot, rest = lines[: signed[0]], lines[signed[0] + 1 :]
    says_time = any(SAYS_YEAR.search(fold(line)) for line in rest)
    return (
        rest if says_time and read_title([line for line in foot if not is_note([line])], today).way is None else lines
    )


def other_time(text: str, title: Title, today: date) -> tuple[date, date] | None:
    """The first and the last day of the time that a line says, with its year, of the rows below it, 2020年1月 or 2020年捐款名单, where
    the title says that the table is of quite another.
    """
    if title.span is None or len(text) > _LONGEST or not SAYS_YEAR.search(fold(text)):
        return None
    own = read_title([text], today)
    if own.span is None or (title.span[0] <= own.span[1] and own.span[0] <= title.span[1]):
        return None
    is_said = own.way is not None or is_titled(text) or _TIME_ALONE.fullmatch("".join(fold(text).split())) is not None
    return own.span if is_said else None


def named_time(title: Title, sheet: str | None, files: Sequence[str], year: str | None, today: date) -> Title:
    """The title with the time of the sheet's name, where it has none itself; of the names of the file (`files`) alone, or the `year` of the
    sheets before, only days without a year are, since the name may say when it was made.
    """
    named = read_title([sheet], today) if sheet and title.last is None and title.span is None else None
    if named is not None and (says_year(named) or named.last is None):
        title = _at_time(title, named)
    for words in (*files, *([f"{year}年"] if year else [])):
        if title.last is None and title.span is None and not says_year(title):
            said = read_title([words], today)
            is_one = said.span is not None and (said.span[1] - said.span[0]).days < _YEAR
            title = replace(title, span=said.span, of_taiwan=said.of_taiwan) if is_one else title
    if named is not None and title.last is None and title.span is None:
        title = _at_time(title, named)  # a day of which nothing says the year
    return on_named_day(_in_month(title, sheet), sheet) if sheet else title


_LATER = pattern_of(
    r"第(?:[2-9]|1[0-9]|[二三四五六七八九十]{1,3})[批次期轮]|[二三四五六七八九十][期批]|(?:后|又|再)[续次期]|次[日年月]|[下后]一"
)


def on_day_of_page(title: Title, sheet: Sheet, today: date) -> Title:
    """The title of the first table of a sheet with the day that was said above the first of its page, where it says no time itself
    but the year, which is taken along from there, and isn't told apart from the first by its number.
    """
    page = sheet.page
    if page is None or not page.is_text:
        return title
    page.first = page.first or sheet.name
    if page.first == sheet.name:
        page.day = None if title.year_only else title.last
    if page.day is None or page.first == sheet.name or (title.last is not None and not title.year_only):
        return title
    if _LATER.search(title.text):
        return title  # 第二批 below 3月5日第一批
    own = read_title([title.text.removeprefix(f"{page.day.year}年")], today)
    if own.last is not None or own.span is not None or says_year(own):
        return title
    return replace(title, last=page.day, year_only=False, span=None)


def _at_time(title: Title, named: Title) -> Title:
    return replace(title, last=named.last, year_only=named.year_only, span=named.span, of_taiwan=named.of_taiwan)


def on_named_day(title: Title, sheet: str) -> Title:
    """The title, of the one day that the name of the sheet says of a longer time that it is of: 2月3日 of 2020年2月1日—2月29日."""
    found = _DAY.fullmatch("".join(fold(sheet).split()))
    if found is None or title.span is None or (title.last not in (None, title.span[1]) and not title.year_only):
        return title
    begin, end = title.span
    length = (end - begin).days
    if found[4] and not found[1] and length > _LONGEST_TIME.get((found[4], len(found[5])), length):
        return title
    days = []
    for year in [int(found[1])] if found[1] else range(begin.year, end.year + 1):
        with suppress(ValueError):  # 2月30日
            days.append(date(year, int(found[2]), int(found[3] or found[5])))
    within = [day for day in days if begin <= day <= end]
    return replace(title, last=within[0], year_only=False) if len(within) == 1 else title


def _in_month(title: Title, sheet: str) -> Title:
    """The title, of the one month that the name of the sheet says of a year that it is of."""
    found = _MONTH.findall(fold(sheet))
    if title.span is None or len(found) != 1:
        return title
    begin, end = title.span
    month = int(found[0] if found[0].isdigit() else number(found[0]))
    firsts = [first for year in {begin.year, end.year} if begin <= (first := date(year, month, 1)) <= end]
    if len(firsts) != 1:
        return title
    after = date(firsts[0].year + month // 12, month % 12 + 1, 1)
    return replace(title, span=(firsts[0], min(end, date.fromordinal(after.toordinal() - 1))))
