"""The time that the names of a sheet and of its file say of a table whose title doesn't: 2月 in 2019年捐款.xlsx."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from donations.domain.quantities.goods import fold
from donations.domain.quantities.numerals import number
from donations.importers.columns.title import Title, read_title, says_year
from donations.importers.patterns import pattern_of

_MONTH = pattern_of(
    r"(?<![0-9一二三四五六七八九十第])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?![0-9一二三四五六七八九十])"
)
_YEAR = 366
"""So many days has the time of a file at most in which a month comes once."""


def named_time(title: Title, sheet: str | None, files: Sequence[str], year: str | None, today: date) -> Title:
    """The title with the time of the sheet's name, where it has none itself; of the names of the file (`files`) alone, or the `year` of the
    sheets before, only days without a year are, since the name may say when it was made.
    """
    if sheet and title.last is None and title.span is None:
        named = read_title([sheet], today)
        title = replace(title, last=named.last, year_only=named.year_only, span=named.span, of_taiwan=named.of_taiwan)
    for words in (*files, *([f"{year}年"] if year else [])):
        if title.last is None and title.span is None and not says_year(title):
            said = read_title([words], today)
            is_one = said.span is not None and (said.span[1] - said.span[0]).days < _YEAR
            title = replace(title, span=said.span, of_taiwan=said.of_taiwan) if is_one else title
    return _in_month(title, sheet) if sheet else title


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
