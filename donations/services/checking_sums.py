"""Hold the sums kept beside the journal against what its lines add up to."""

import sqlite3
from collections.abc import Iterator

from donations.i18n import N_
from donations.services.known_as import thing
from donations.services.problem import Problem


def totals_are_kept(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The totals kept beside the journal, by day and by month, are what its lines add up to."""
    wrong_days: set[tuple[object, ...]] = set()
    for of in _wrong_sums(connection, "day_total"):
        wrong_days.add((str(of["date"])[:7], of["city"], of["item"]))
        yield _wrong(connection, "day_total", of)
    for of in _wrong_sums(connection, "month_total"):
        # A month is held against its days: where one of them is wrong, that was said.
        if (of["month"], of["city"], of["item"]) not in wrong_days:
            yield _wrong(connection, "month_total", of)


def stock_is_kept(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The stock kept beside the journal is what its lines add up to."""
    for of in _wrong_sums(connection, "day_stock"):
        yield _wrong(connection, "day_stock", of)


def _wrong(connection: sqlite3.Connection, table: str, of: dict[str, object]) -> Problem:
    """One wrong sum, by what it is of: totals by city, stock by store and purpose."""
    row = connection.execute("select first_name from item where number = ?", (of["item"],)).fetchone()
    day = of.get("date")
    facts: dict[str, object] = {"day": day or of.get("month"), "city": of.get("city")}
    if table != "day_stock":
        sentence = _OF_CITY if of["city"] else _OF_NO_CITY
    else:
        sentence = _OF_STOCK if thing(connection, "store", int(str(of["store"]))).name else _OF_ALL_STOCK
        for kind in ("store", "purpose"):
            facts[kind] = thing(connection, kind, int(str(of[kind])))
        if of["purpose"] != 1:
            sentence = _OF_PURPOSE
    return Problem("sums", sentence, facts, None, None if day is None else str(day), row and row[0])


_OF_CITY = N_("the kept totals of {city} of {day} are not what the entries add up to")
_OF_NO_CITY = N_("the kept totals without a city of {day} are not what the entries add up to")
_OF_ALL_STOCK = N_("the kept stock of {day} is not what the entries add up to")
_OF_STOCK = N_("the kept stock of {day} in {store} is not what the entries add up to")
_OF_PURPOSE = N_("the kept stock of {day} in {store} for {purpose} is not what the entries add up to")

_SUMS = {
    "day_total": ("date", "city", "item"),
    "month_total": ("month", "city", "item"),
    "day_stock": ("item", "store", "purpose", "date"),
}
"""The tables of kept sums: what each sum is of, in the order they are read in."""

_FLOWS = ("received", "bought", "spent", "distributed", "adjusted")
_IN_ORDER = "from line_figures where entry > 0"
"""Where this is asked of every line, SQLite goes through the journal as it lies in the file, not by some index and to and fro.

So that it isn't led to an index on items, what is grouped by an item first has a plus before it.
"""

_AGAIN = {
    "day_total": f"""
select date, coalesce(city, '') as city, item, {", ".join(
    f"sum({name}) as {name}"
    for name in (
        *_FLOWS, *(f"{flow}_unknown" for flow in _FLOWS), *(f"{flow}_about" for flow in _FLOWS), "value_in", "value_in_lines", "value_abouts"
    )
)}
{_IN_ORDER} and flow not in ('moved_in', 'moved_out')
group by date, coalesce(city, ''), item
""",
    "month_total": "select * from month_total_again",
    "day_stock": f"""
select item, store, purpose, date, sum(stock) as change, sum(unknowns) as unknowns, sum(abouts) as abouts, sum(counts) as counts,
  sum(came_in) as came_in, sum(held_value) as value, sum(held_valued) as valued, sum(held_valued_unknown) as valued_unknown,
  sum(held_value_abouts) as value_abouts
{_IN_ORDER} and is_stock
group by +item, store, purpose, date
""",
}  # fmt: skip
"""The sums derived again, as the views do."""


def _wrong_sums(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, object]]:
    """What each sum in `table` is of that isn't the one derived again."""
    if _are_all_kept(connection, table):
        return
    keys = _SUMS[table]
    for row in _differing(connection, table, keys):
        yield dict(zip(keys, row, strict=False))


def _are_all_kept(connection: sqlite3.Connection, table: str) -> bool:
    """Whether each sum derived again stands in `table` with all its figures, and nothing else does: SQLite alone tells sooner."""
    query = f"""
        select count(*) = count(kept.item) and count(*) = (select count(*) from {table})
        from ({_AGAIN[table]}) as again natural left join {table} as kept
    """  # noqa: S608 - constants above
    return bool(connection.execute(query).fetchone()[0])


def _differing(connection: sqlite3.Connection, table: str, keys: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    """The keys of sums in `table` that are not those derived again, read side by side: a large book has many."""
    queries = (f"select * from {of} order by {', '.join(keys)}" for of in (table, f"{table}_again"))  # noqa: S608 - our words
    kept, again = map(connection.execute, queries)
    mine, right = kept.fetchone(), again.fetchone()
    while mine or right:
        if mine == right:
            mine, right = kept.fetchone(), again.fetchone()
            continue
        key = min(row[: len(keys)] for row in (mine, right) if row)
        yield key
        if mine and mine[: len(keys)] == key:
            mine = kept.fetchone()
        if right and right[: len(keys)] == key:
            right = again.fetchone()
