"""The sums kept with every line, added up for many lines at once: what the triggers `line_sums` and `line_month_sums` do one by one."""

import sqlite3
from collections.abc import Iterable

_GROUPS = """
create temp table bulk_sum as
select
  e.date as date, substr(e.date, 1, 7) as month, coalesce(e.city, '') as city, l.item as item, l.store as store, l.purpose as purpose, l.flow as flow,
  iif(e.reverses is null, 1, -1) as sign,
  sum(coalesce(l.amount_minor, 0)) as amount, count(*) - count(l.amount_minor) as unknown, sum(l.certainty = 'about') as about,
  count(l.counted_minor) as counts, sum(coalesce(l.value_minor, 0)) as value, count(l.value_minor) as valued,
  sum(coalesce(l.value_certainty = 'about', 0)) as value_about,
  sum((l.value_minor is not null) * coalesce(l.amount_minor, 0)) as valued_amount,
  sum(l.value_minor is not null and l.amount_minor is null) as valued_unknown
from temp.bulk_other as o cross join line as l on l.entry between o.first and o.last
cross join entry as e on e.number = l.entry
group by e.date, e.city, l.item, l.store, l.purpose, l.flow, e.reverses is null
"""
_FIGURES = ("received", "bought", "spent", "distributed", "adjusted")
TOTALS = (
    *((name, f"f.{name} * s.amount") for name in _FIGURES),
    *((f"{name}_unknown", f"abs(f.{name}) * s.unknown * s.sign") for name in _FIGURES),
    *((f"{name}_about", f"abs(f.{name}) * s.about * s.sign") for name in _FIGURES),
    ("value_in", "(f.received + f.bought) * s.value"),
    ("value_in_lines", "abs(f.received + f.bought) * s.valued * s.sign"),
    ("value_abouts", "abs(f.received + f.bought) * s.value_about * s.sign"),
)
_HELD = "(f.received + f.bought + f.adjusted)"
STOCK = (
    ("change", "f.stock * s.amount"),
    ("unknowns", "s.unknown * s.sign"),
    ("abouts", "s.about * s.sign"),
    ("counts", "s.counts * s.sign"),
    ("came_in", f"({_HELD} > 0) * s.amount"),
    ("value", f"{_HELD} * s.value"),
    ("valued", f"{_HELD} * s.valued_amount"),
    ("valued_unknown", f"abs({_HELD}) * s.valued_unknown * s.sign"),
    ("value_abouts", f"abs({_HELD}) * s.value_about * s.sign"),
)


KEYS = {
    "day_total": ("date", "city", "item"),
    "month_total": ("month", "city", "item"),
    "day_stock": ("item", "store", "purpose", "date"),
}


def _adding(table: str, columns: tuple[tuple[str, str], ...], which: str) -> str:
    """The statement that adds every group of lines to the sums in `table`."""
    keys = KEYS[table]
    names = ", ".join((*keys, *(name for name, _sum in columns)))
    sums = ", ".join((*(f"s.{key}" for key in keys), *(f"sum({sum_})" for _name, sum_ in columns)))
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name, _sum in columns)
    return (
        f"insert into {table} ({names}) select {sums} from bulk_sum as s join flow as f on f.name = s.flow where {which}"  # noqa: S608
        f" group by {', '.join(f's.{key}' for key in keys)} on conflict ({', '.join(keys)}) do update set {added}"
    )


IN_TOTALS, IN_STOCK = "f.name not in ('moved_in', 'moved_out')", "f.stock <> 0"
_ADD = (
    _adding("day_total", TOTALS, IN_TOTALS),
    _adding("month_total", TOTALS, IN_TOTALS),
    _adding("day_stock", STOCK, IN_STOCK),
)


def add_up(connection: sqlite3.Connection, others: Iterable[tuple[int, int]]) -> None:
    """Add up the entries of the numbers from the first to the last of each of `others` in their sums."""
    connection.execute("create temp table bulk_other (first integer primary key, last)")
    connection.executemany("insert into temp.bulk_other values (?, ?)", others)
    for statement in (_GROUPS, *_ADD):
        connection.execute(statement)
    connection.execute("drop table temp.bulk_sum")
    connection.execute("drop table temp.bulk_other")
