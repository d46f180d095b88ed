"""Days that programs keep in parts in JSON: {"year": 2020, "month": 2, "day": 3}, {"__type": "Date", "iso": "2020-02-03T…"}."""

from collections.abc import Mapping, Sequence
from typing import Any

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date
from donations.importers.words.heading_words import understood

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
_OF_ALL = pattern_of(r"(?:捐[赠款]|接[收受]|发放|收款|到账|入库|出库)?(?:日期|时间)")
"""What the day of all records of a list is called; date beside one may be when a program wrote it, and so may 时间 with a clock in it."""
_UNSAID = ("日期", "时间")


def day_of(value: Mapping[str, Any]) -> str | None:
    """The day that an object is, as people write it; None of any other object."""
    if isinstance(value.get("iso"), str) and value.keys() <= {"iso", "__type"}:
        return str(value["iso"])
    parts = next((names for names in _PARTS if set(names) <= value.keys() <= _CALENDAR), None)
    said = [str(value[name]) for name in parts] if parts else []
    if not said or not all(each.isascii() and each.isdigit() and len(each) <= _LONGEST_PART for each in said):
        return None
    return f"{said[0]}-{said[1]:0>2}-{said[2]:0>2}"


def day_of_all(value: Mapping[str, Any], records: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The day that an object says once beside its list, {"日期": "2020-02-03", "明细": […]}, where no record says one."""
    found = {key: each for key, each in value.items() if isinstance(each, str) and _is_day_of_all(key, each)}
    keys = {key for record in records for key in record} if found else set()
    return found if len(found) == 1 and not any(understood(key).sense == "date" for key in keys) else {}


def _is_day_of_all(key: str, value: str) -> bool:
    is_written_by_a_program = key in _UNSAID and ":" in value
    return _OF_ALL.fullmatch(key) is not None and looks_like_a_date(value) and not is_written_by_a_program


def is_in_other_parts(value: Mapping[str, Any]) -> bool:
    """Whether an object is a day in parts that nobody can put together for sure: a month that may count from nought."""
    return {"year", "month"} <= value.keys() <= _CALENDAR and not {"dayOfMonth", "date", "dayOfYear"}.isdisjoint(value)
