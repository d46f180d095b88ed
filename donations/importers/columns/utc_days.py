"""Days below a heading that says UTC, Created (UTC): each moment is of the day that it was in China, as one with a Z behind it is."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from donations.importers.columns.columns import Column, Layout
from donations.importers.patterns import pattern_of

_IN_UTC = pattern_of(r"(?:^|[^a-z])utc(?![a-z0-9])(?!.{0,8}[-+−－＋][ 0-9])", re.IGNORECASE)
"""Not of hours before or behind it, as UTC +08:00 is."""
_CAMEL = pattern_of(r"(?<=[a-z])(?:UTC|Utc)$")
_HOUR = pattern_of(
    r"(?<![0-9:])([0-9]{1,2}):[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?\s*(am|pm)?$",
    re.IGNORECASE,
)
"""Of a moment without a zone of its own."""
_NOON, _NEXT_DAY = 12, 16
"""In China it is eight hours later: from four in the afternoon on the next day."""


def in_china(read: Callable[[str], date | None], layout: Layout) -> Callable[[str], date | None]:
    """What reads the days of a table: `read`, but for moments below a heading that says UTC."""
    if not are_in_utc([column for group in layout.groups for column in group.of("date")]):
        return read

    def day(text: str) -> date | None:
        found, hour = read(text), _hour(text)
        return found if found is None or hour is None or hour < _NEXT_DAY else found + timedelta(days=1)

    return day


def are_in_utc(columns: Sequence[Column]) -> bool:
    """Whether the headings of columns of days say UTC."""
    return bool(columns) and all(_says_utc(column.heading) for column in columns)


def _says_utc(heading: str) -> bool:
    return _IN_UTC.search(heading) is not None or _CAMEL.search(heading) is not None


def _hour(text: str) -> int | None:
    """The hour of a moment in a cell, to 24; None where it says none."""
    found = _HOUR.search(text.strip())
    if found is None:
        return None
    half = (found[2] or "").lower()
    return int(found[1]) % _NOON + _NOON * (half == "pm") if half else int(found[1])
