"""Where the sums of a period are kept: those of whole months, and those of the days before and after them."""

from datetime import date, timedelta

from donations.domain.period import Period

_FIGURES = ("received", "bought", "spent", "distributed", "adjusted")
SUMS = (
    *(figure + what for what in ("", "_unknown", "_about") for figure in _FIGURES),
    "value_in", "value_in_lines", "value_abouts",
)  # fmt: skip
"""What is summed, of known amounts in the smallest unit; and how many amounts were unknown, or about."""

_COLUMNS = ", ".join(("month", "city", "category", "item", *SUMS))


def kept_sums(period: Period) -> str:
    """A SELECT of the month, city, category and item, and of the `SUMS` kept for them, that add up to `period`.

    A book of a million entries has some hundred thousand sums of days, and twenty times fewer of months.
    """
    begin, end = period
    first = "0000-01" if begin is None else _month_from(begin)
    after = "9999-13" if end is None else _month_from(end + timedelta(days=1), up=False)
    if first >= after:
        return _of("day_totals", f"date between '{begin}' and '{end}'")
    parts = [_of("month_totals", f"month >= '{first}' and month < '{after}'")]
    if begin is not None and begin.day > 1:
        parts.append(_of("day_totals", f"date >= '{begin}' and date < '{first}'"))
    if end is not None and f"{end}" >= after:
        parts.append(_of("day_totals", f"date >= '{after}' and date <= '{end}'"))
    return " union all ".join(parts)


def _month_from(day: date, *, up: bool = True) -> str:
    """The first month that begins on `day` or after it; the one that it is in where not `up`."""
    month = day.year * 12 + day.month - 1 + (up and day.day > 1)
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _of(view: str, where: str) -> str:
    return f"select {_COLUMNS} from {view} where {where}"  # noqa: S608 - days, and words of this file
