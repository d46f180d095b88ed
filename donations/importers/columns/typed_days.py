"""Days on which rows were typed, 录入时间, where the title says that the gifts came before all of them."""

from collections.abc import Sequence
from datetime import date

from donations.i18n import N_
from donations.importers.columns.columns import BOOKED, UNCLEAR, Column, Group
from donations.importers.columns.days import read_day
from donations.importers.columns.title import Title, says_year
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit
from donations.importers.words.day_lines import says_day, without_words
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal

WHICH_DAY = N_(
    "which day it was: the title, or a line among the rows, names one, or a month, and all rows were typed later; say --map HEADING=- of the column of days where the title is meant (or that and --date), --map HEADING=date where the rows are"
)
_YEAR = pattern_of("[0-9]{4}")
_TYPED = pattern_of(r"(?:数据|信息|系统)?(?:录入|上传|导入)(?:日期|时间|日)")


def judge(groups: Sequence[Group], title: Title, below: Sequence[Sequence[str]], today: date) -> None:
    """Asks of tables whose only days are those on which their rows were typed, and all of them behind the time that the title says,
    or the lines among the rows: 第一批（2020年2月4日）.
    """
    rows = [row for row in below if not sums_up(row)]
    end = _end(title, rows, today)
    if end is None:
        return
    for group in groups:
        dated = group.of("date")
        if group.sort in BOOKED and len(dated) == 1 and _is_typed(dated[0]) and _are_later(dated[0], rows, end, today):
            group.sort, group.why = UNCLEAR, WHICH_DAY


def _end(title: Title, rows: Sequence[Sequence[str]], today: date) -> date | None:
    """The last day of the gifts, as the title says it, else the lines; None where neither does."""
    if title.last is not None and says_year(title):
        return title.last if title.span is None else title.span[1]
    lines = [filled[0] for row in rows if len(filled := [cell for cell in row if cell]) == 1]
    days = [_day(without_words(line), today) for line in lines if _YEAR.search(line) and says_day(line)]
    return max(filter(None, days), default=None)


def _day(text: str, today: date) -> date | None:
    try:
        return read_day(text, today)
    except Misfit:
        return None


def _is_typed(column: Column) -> bool:
    return not column.by_user and _TYPED.fullmatch(normal(column.heading)) is not None


def _are_later(column: Column, rows: Sequence[Sequence[str]], end: date, today: date) -> bool:
    """Whether all that stands in a column are days later than that."""
    texts = column.texts(rows)
    try:
        days = [read_day(text, today) for text in texts]
    except Misfit:
        return False
    return bool(days) and all(day is not None and day > end for day in days)
