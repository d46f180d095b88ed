"""Hold the sums kept beside the journal against what its lines add up to."""

import sqlite3
from collections.abc import Iterator

from donations.i18n import N_
from donations.services.known_as import thing
from donations.services.problem import Problem


def sums_are_kept(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The sums kept beside the journal are what its lines add up to."""
    wrong_days: set[tuple[object, ...]] = set()
    for table, keys in _SUMS.items():
        for row in _differing(connection, table, keys):
            of = dict(zip(keys, row, strict=False))
            if table == "day_total":
                wrong_days.add((str(of["date"])[:7], of["city"], of["item"]))
            elif (of.get("month"), of.get("city"), of["item"]) in wrong_days:
                continue  # a month is held against its days: where one of them is wrong, that was said
            yield _wrong(connection, table, of)


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
