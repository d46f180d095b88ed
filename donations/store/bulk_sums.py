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
_TOTALS = (
    *((name, f"f.{name} * s.amount") for name in _FIGURES),
    *((f"{name}_unknown", f"abs(f.{name}) * s.unknown * s.sign") for name in _FIGURES),
    *((f"{name}_about", f"abs(f.{name}) * s.about * s.sign") for name in _FIGURES),
    ("value_in", "(f.received + f.bought) * s.value"),
    ("value_in_lines", "abs(f.received + f.bought) * s.valued * s.sign"),
    ("value_abouts", "abs(f.received + f.bought) * s.value_about * s.sign"),
)
_HELD = "(f.received + f.bought + f.adjusted)"
_STOCK = (
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


_KEYS = {
    "day_total": ("date", "city", "item"),
    "month_total": ("month", "city", "item"),
    "day_stock": ("item", "store", "purpose", "date"),
}


def _adding(table: str, columns: tuple[tuple[str, str], ...], which: str) -> str:
    """The statement that adds every group of lines to the sums in `table`."""
    keys = _KEYS[table]
    names = ", ".join((*keys, *(name for name, _sum in columns)))
    sums = ", ".join((*(f"s.{key}" for key in keys), *(f"sum({sum_})" for _name, sum_ in columns)))
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name, _sum in columns)
    return (
        f"insert into {table} ({names}) select {sums} from bulk_sum as s join flow as f on f.name = s.flow where {which}"  # noqa: S608
        f" group by {', '.join(f's.{key}' for key in keys)} on conflict ({', '.join(keys)}) do update set {added}"
    )


_IN_TOTALS, _IN_STOCK = "f.name not in ('moved_in', 'moved_out')", "f.stock <> 0"
_ADD = (
    _adding("day_total", _TOTALS, _IN_TOTALS),
    _adding("month_total", _TOTALS, _IN_TOTALS),
    _adding("day_stock", _STOCK, _IN_STOCK),
)


_PLAIN_GROUPS = """
create temp table plain_day (place integer primary key, date, city, month);
insert into plain_day
  select row_number() over (order by date, city), date, city, dense_rank() over (order by substr(date, 1, 7), city)
  from (select distinct date, coalesce(city, '') as city from plain_head);
create temp table plain_month (place integer primary key, month, city);
insert into plain_month select distinct month, substr(date, 1, 7), city from plain_day;
create temp table plain_at (head integer primary key, place);
insert into plain_at select h.number, d.place from plain_head as h
  join plain_day as d on d.date = h.date and d.city = coalesce(h.city, '');
create temp table plain_day_group as
  select (a.place << 32) + p.goods as key, sum(p.amount) as amount
  from plain_sum as p cross join plain_at as a on a.head = p.head group by (a.place << 32) + p.goods;
create temp table plain_month_group as
  select (d.month << 32) + (g.key & 0xffffffff) as key, sum(g.amount) as amount
  from plain_day_group as g cross join plain_day as d on d.place = g.key >> 32 group by (d.month << 32) + (g.key & 0xffffffff)
"""
"""By day or month, city and goods, in that order, told by one number, which is sorted more quickly than the words."""

_PLAIN_TABLES = ("plain_day", "plain_month", "plain_at", "plain_day_group", "plain_month_group")


def _adding_plain(table: str, columns: tuple[tuple[str, str], ...], which: str) -> str:
    """The same for what entries of exact amounts, taken back by none, come to: most of the sums are 0 then."""
    keys = _KEYS[table]
    of = "month" if "month" in keys else "day"
    own = {key: f"d.{key}" for key in ("date", "month", "city")}
    names = ", ".join((*keys, *(name for name, _sum in columns)))
    said = [(name, sum_ if sum_.endswith("* s.amount") else "0") for name, sum_ in columns]
    sums = ", ".join((*(own.get(key, f"g.{key}") for key in keys), *(sum_ for _name, sum_ in said)))
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name, sum_ in said if sum_ != "0")
    return (
        f"insert into {table} ({names}) select {sums} from temp.plain_{of}_group as s"  # noqa: S608
        f" cross join temp.plain_{of} as d on d.place = s.key >> 32"
        " cross join temp.plain_goods as g on g.number = s.key & 0xffffffff"
        f" cross join flow as f on f.name = g.flow where {which}"
        f" on conflict ({', '.join(keys)}) do update set {added}"
    )


_ADD_PLAIN = (
    _adding_plain("day_total", _TOTALS, _IN_TOTALS),
    _adding_plain("month_total", _TOTALS, _IN_TOTALS),
    _adding_plain("day_stock", _STOCK, _IN_STOCK),
)


def add_up(connection: sqlite3.Connection, others: Iterable[tuple[int, int]]) -> None:
    """Add up all plain entries, and those of the numbers from the first to the last of each of `others`, in their sums."""
    if connection.execute("select 1 from temp.plain_sum limit 1").fetchone() is not None:
        for statement in (*_PLAIN_GROUPS.split(";"), *_ADD_PLAIN):
            connection.execute(statement)
        for table in _PLAIN_TABLES:
            connection.execute(f"drop table temp.{table}")
    connection.execute("create temp table bulk_other (first integer primary key, last)")
    connection.executemany("insert into temp.bulk_other values (?, ?)", others)
    for statement in (_GROUPS, *_ADD):
        connection.execute(statement)
    connection.execute("drop table temp.bulk_sum")
    connection.execute("drop table temp.bulk_other")
