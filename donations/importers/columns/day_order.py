"""In which order the days of a table are written: 20.7.5 with its year in front, 5/13/2024 with its month."""

import re
from collections.abc import Iterable, Sequence

from donations.domain.quantities.goods import fold
from donations.importers.columns.columns import Column, Layout
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown
from donations.importers.words.heading_words import normal

_DAY = pattern_of(r"\s*([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![-/.0-9])")
"""A day whose year stands behind it, and which of month and day comes first nobody knows."""
_ORDER = pattern_of(r"(?<![a-z])(?:mm?[-/.]?dd?|dd?[-/.]?mm?|mon[-/.]day|day[-/.]mon)(?:[-/.]?y{2,4})?(?![a-z])")
_DAY_FIRST = pattern_of(r"(?<![a-z])(?:dd?[-/.]?m|day[-/.]mon)")
"""What a heading says of that: Date (DD/MM/YYYY)."""
_MONTHS = 12
_CENTURY = 2000
_FAR_APART = 10


def year_first(layout: Layout) -> bool:
    """Whether the headings of the days are Chinese, in which 20.7.5 has its year in front."""
    return any("\u3400" <= character <= "\u9fff" for column in _columns(layout) for character in column.heading)


def month_first(layout: Layout, rows: Sequence[Sequence[str]], *fields: str) -> bool | None:
    """Whether days such as 2/3/2024 begin with the month, as the heading says or one that can't begin otherwise tells; None where
    nothing does. Of the columns of gifts' days, or of those of other `fields`.
    """
    columns = list(_columns(layout, *fields))
    said = {_DAY_FIRST.search(text) is None for column in columns if _ORDER.search(text := normal(column.heading))}
    if len(said) == 1:
        return said.pop()
    cells = (row[column.index] for column in columns for row in rows if column.index < len(row))
    found = [day for cell in cells if (day := _DAY.match(fold(shown(cell)))) is not None]
    first, second = (any(int(day[place]) > _MONTHS for day in found) for place in (1, 3))
    if first == second or (first and not _end_with_years(found, layout)):  # 20/7/5 begins with its year
        return None
    return second


def _end_with_years(days: Sequence[re.Match[str]], layout: Layout) -> bool:
    """Whether days that can't begin with a month end with their year. Of two digits it may stand in front, 20/7/5: but not where what
    stands last hardly changes, 13/03/25 and 28/04/25, and what stands first would be years far apart.
    """
    short = [day for day in days if len(day[4]) == 2]  # noqa: PLR2004 - digits
    if not short:
        return True
    firsts, lasts = ({int(day[place]) for day in short} for place in (1, 4))
    return not year_first(layout) and max(firsts) - min(firsts) >= _FAR_APART and max(lasts) - min(lasts) <= 1


def with_year_first(text: str, *, is_month_first: bool) -> str:
    """The day of a text with its year in front; the text as it is where its day is written otherwise."""
    folded = fold(text)
    found = _DAY.match(folded)
    if found is None:
        return text
    month, day = (found[1], found[3]) if is_month_first else (found[3], found[1])
    year = int(found[4])
    return f"{year if year >= _CENTURY // 2 else _CENTURY + year}-{month}-{day}{folded[found.end() :]}"


def _columns(layout: Layout, *fields: str) -> Iterable[Column]:
    return (column for group in layout.groups for column in group.of(*(fields or ("date",))))
