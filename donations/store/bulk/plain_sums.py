"""What plain entries come to, brought into the sums that are kept of all lines: by day or month, city and goods, and what is on hand."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice

from donations.store.bulk import columns as bulk_columns
from donations.store.bulk.amounts import Amounts
from donations.store.bulk.sums import IN_STOCK, IN_TOTALS, KEYS, STOCK, TOTALS

_TOGETHER = 5000
_PLACES = """
create temp table plain_day (place integer primary key, date, city, month, day);
insert into plain_day
  select row_number() over (order by date, city), date, city, dense_rank() over (order by substr(date, 1, 7), city),
    dense_rank() over (order by date)
  from (select distinct date, coalesce(city, '') as city from plain_head);
create temp table plain_month (place integer primary key, month, city);
insert into plain_month select distinct month, substr(date, 1, 7), city from plain_day;
create temp table plain_date (place integer primary key, date);
insert into plain_date select distinct day, date from plain_day;
create temp table plain_at (head integer primary key, place);
insert into plain_at select h.number, d.place from plain_head as h
  join plain_day as d on d.date = h.date and d.city = coalesce(h.city, '');
create temp table plain_day_group (key, amount);
create temp table plain_month_group (key, amount);
create temp table plain_stock_group (key, amount)
"""
"""The days, months and dates in their order, and which day each head is of. Groups are told by one number: the place of the day
or month before that of the goods, or of what is on hand the goods before the date."""

_GROUPS = """
insert into plain_day_group
  select (a.place << 32) + p.goods, sum(p.amount)
  from plain_sum as p cross join plain_at as a on a.head = p.head group by (a.place << 32) + p.goods;
insert into plain_month_group
  select (d.month << 32) + (g.key & 0xffffffff), sum(g.amount)
  from plain_day_group as g cross join plain_day as d on d.place = g.key >> 32 group by (d.month << 32) + (g.key & 0xffffffff);
insert into plain_stock_group
  select ((g.key & 0xffffffff) << 32) + d.day, sum(g.amount)
  from plain_day_group as g cross join plain_day as d on d.place = g.key >> 32 group by ((g.key & 0xffffffff) << 32) + d.day
"""
_TABLES = (
    "plain_day", "plain_month", "plain_date", "plain_at", "plain_day_group", "plain_month_group", "plain_stock_group",
)  # fmt: skip
Groups = Iterable[tuple[object, ...]]


def _adding(table: str, of: str, columns: tuple[tuple[str, str], ...], which: str) -> str:
    """The statement that adds every group to the sums in `table`; of exact amounts, taken back by none, most of the sums are 0."""
    keys, place, goods = KEYS[table], "s.key >> 32", "s.key & 0xffffffff"
    group = "stock" if of == "date" else of
    if group == "stock":
        place, goods = goods, place
    own = {key: f"d.{key}" for key in ("date", "month", "city")}
    names = ", ".join((*keys, *(name for name, _sum in columns)))
    said = [(name, sum_ if sum_.endswith("* s.amount") else "0") for name, sum_ in columns]
    sums = ", ".join((*(own.get(key, f"g.{key}") for key in keys), *(sum_ for _name, sum_ in said)))
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name, sum_ in said if sum_ != "0")
    return (
        f"insert into {table} ({names}) select {sums} from temp.plain_{group}_group as s"  # noqa: S608
        f" cross join temp.plain_{of} as d on d.place = {place}"
        f" cross join temp.plain_goods as g on g.number = {goods}"
        f" cross join flow as f on f.name = g.flow where {which}"
        f" on conflict ({', '.join(keys)}) do update set {added}"
    )


_ADD = (
    _adding("day_total", "day", TOTALS, IN_TOTALS),
    _adding("month_total", "month", TOTALS, IN_TOTALS),
    _adding("day_stock", "date", STOCK, IN_STOCK),
)


def add_up(connection: sqlite3.Connection, amounts: Amounts) -> None:
    """Add what plain entries come to: `amounts`, and what was handed over before."""
    for statement in _PLACES.split(";"):
        connection.execute(statement)
    if amounts.is_full or connection.execute("select 1 from temp.plain_sum limit 1").fetchone() is not None:
        amounts.hand_over(connection)
        for statement in _GROUPS.split(";"):
            connection.execute(statement)
    else:
        _group(connection, amounts)
    for statement in _ADD:
        connection.execute(statement)
    for table in _TABLES:
        connection.execute(f"drop table temp.{table}")


def _group(connection: sqlite3.Connection, amounts: Amounts) -> None:
    """Make the groups of amounts of which none was handed over."""
    at = dict(connection.execute("select head, place from temp.plain_at").fetchall())
    months, dates = [0], [0]
    for month, date in connection.execute("select month, day from temp.plain_day order by place"):
        months.append(month)
        dates.append(date)
    in_order = "select number from temp.plain_goods order by item, store, purpose, flow"
    goods = [number for (number,) in connection.execute(in_order)]
    places = [at.get(head, 0) for head in amounts.heads]  # one that was rolled back has no place, nor an amount
    days = [_added_up(amounts.sums[number], places, len(months)) for number in goods]
    by_month = (_added_up(each, months, max(months) + 1) for each in days)
    by_date = (_added_up(each, dates, max(dates) + 1) for each in days)
    _keep(connection, "plain_month_group", _across(goods, by_month))
    _keep(connection, "plain_stock_group", _along(goods, by_date))
    _keep(connection, "plain_day_group", _across(goods, days))


def _added_up(amounts: "Iterable[int]", places: list[int], many: int) -> "array[int]":
    """The amounts of each of `many` places added up."""
    sums = array("q", bytes(8 * many))
    for place, amount in zip(places, amounts, strict=False):  # there may be room for more heads
        sums[place] += amount
    return sums


def _across(goods: list[int], sums: "Iterable[array[int]]") -> Iterator[tuple[object, ...]]:
    """Groups of all goods in the order of the places."""
    for place, row in enumerate(zip(*sums, strict=True)):
        key = place << 32
        yield from ((key + number, amount) for number, amount in zip(goods, row, strict=True) if amount)


def _along(goods: list[int], sums: "Iterable[array[int]]") -> Iterator[tuple[object, ...]]:
    """Groups of all places in the order of the goods."""
    for number, each in zip(goods, sums, strict=True):
        key = number << 32
        yield from ((key + place, amount) for place, amount in enumerate(each) if amount)


def _keep(connection: sqlite3.Connection, table: str, groups: Groups) -> None:
    rows = iter(groups)
    while some := list(islice(rows, _TOGETHER)):
        bulk_columns.insert(connection, table, "key, amount", some)
