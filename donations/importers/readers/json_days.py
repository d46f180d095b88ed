"""Days that programs keep in parts in JSON: {"year": 2020, "month": 2, "day": 3}, {"__type": "Date", "iso": "2020-02-03T…"}."""

from collections.abc import Mapping
from typing import Any

_PARTS = (("year", "month", "day"), ("y", "m", "d"), ("year", "monthValue", "dayOfMonth"), ("年", "月", "日"))
"""The month of others, {"year": …, "month": 1, "dayOfMonth": 3}, may count from nought: those stay apart."""
_CALENDAR = frozenset(
    [
        "year",
        "month",
        "day",
        "y",
        "m",
        "d",
        "年",
        "月",
        "日",
        "monthValue",
        "dayOfMonth",
        "dayOfYear",
        "dayOfWeek",
        "date",
        "hour",
        "hours",
        "hourOfDay",
        "minute",
        "minutes",
        "second",
        "seconds",
        "nano",
        "milliseconds",
        "millisecond",
        "era",
        "leapYear",
        "chronology",
        "timezone",
        "offset",
    ]
)
_LONGEST_PART = 4


def day_of(value: Mapping[str, Any]) -> str | None:
    """The day that an object is, as people write it; None of any other object."""
    if isinstance(value.get("iso"), str) and value.keys() <= {"iso", "__type"}:
        return str(value["iso"])
    parts = next((names for names in _PARTS if set(names) <= value.keys() <= _CALENDAR), None)
    said = [str(value[name]) for name in parts] if parts else []
    if not said or not all(each.isascii() and each.isdigit() and len(each) <= _LONGEST_PART for each in said):
        return None
    return f"{said[0]}-{said[1]:0>2}-{said[2]:0>2}"


def is_in_other_parts(value: Mapping[str, Any]) -> bool:
    """Whether an object is a day in parts that nobody can put together for sure: a month that may count from nought."""
    return {"year", "month"} <= value.keys() <= _CALENDAR and not {"dayOfMonth", "date", "dayOfYear"}.isdisjoint(value)
