"""Lines between the rows that say of what time those below them are, 2020年2月, where the title says another."""

from collections.abc import Mapping, Sequence
from datetime import date

from donations.i18n import N_
from donations.importers.columns.named_times import SAYS_YEAR, other_time
from donations.importers.columns.title import Title, read_title
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Stream
from donations.importers.table import Slip
from donations.importers.words import cells as one
from donations.importers.words.foot import is_amount

HEADINGS_AGAIN = N_(
    "the headings once more below this line, or the year in each day: the title says another time than the line, and the days below it say none"
)
_AHEAD = 6


def begins_other_time(group: RowReader, text: str, title: Title, below: Sequence[Sequence[str]]) -> bool:
    """Whether a line says that the rows `below` are of another time than the title does, or that their money went another way,
    and these don't say so themselves.
    """
    today = group.settings.today
    if (time := other_time(text, title, today)) is None:
        return False
    ways = {title.way, read_title([text], today).way} - {None}
    return len(ways) > 1 or not _is_told(group, below, time)


def tears_time(group: RowReader, texts: Mapping[int, str], title: Title, stream: Stream) -> Slip | None:
    """What is expected of a line that says of what time the rows below it are, 2020年, where the title says another and the day
    in the next row would be taken for none of the line's.
    """
    said = [text for text in texts.values() if text]
    time = other_time(said[0], title, group.settings.today) if len(said) == 1 else None
    if time is None:
        return None
    below = [cells for _, cells in stream.peek(_AHEAD)]
    first: Sequence[str] = next(filter(any, below), [])
    amounts = [text for column in group.amounts if (text := one.shown_at(first, column.index))]
    if not any(map(is_amount, amounts)) or _is_told(group, below, time):
        return None  # headings that come again are no record
    return Slip(None, HEADINGS_AGAIN, said[0][:60])


def _is_told(group: RowReader, below: Sequence[Sequence[str]], time: tuple[date, date]) -> bool:
    """Whether the first of the rows says its day with the year, or without one a day that is taken for one of that time."""
    first: Sequence[str] = next(filter(any, below), [])
    dates = [one.shown_at(first, column.index) for column in group.by_field.get("date", [])]
    return any(SAYS_YEAR.search(text) or _is_within(group, text, time) for text in dates)


def _is_within(group: RowReader, text: str, time: tuple[date, date]) -> bool:
    """Whether the day that a cell means lies in that time."""
    try:
        return (day := group.days(text) if text else None) is not None and time[0] <= day <= time[1]
    except one.Misfit:
        return False
