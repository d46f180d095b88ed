"""Where the sums of a period are kept, those of whole months and of the days before and after them; and what a count settles."""

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


def settled(until: str) -> str:
    """A SELECT of the last day on which each pile was counted, of the days for which the condition `until` holds.

    That settles what was about or unknown of it before.
    """
    return f"select item, store, purpose, max(date) as day from day_stocks where {until} and counts > 0 group by item, store, purpose"  # noqa: S608


def again(until: str, by: str) -> str:
    """A SELECT of what was taken back after a count that had settled it, and so isn't as before: its sums, by the columns `by`."""
    return f"""
  select {by}, sum(t.unknowns) as unknowns, sum(t.abouts) as abouts
  from taken_back_after_counts as t cross join ({settled(until)}) as c on c.item = t.item and c.store = t.store and c.purpose = t.purpose
  where t.{until} and t.date > c.day and t.first_date <= c.day group by {by}"""  # noqa: S608
