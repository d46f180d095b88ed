"""The register of items, and of the purposes and stores that lines are tied to."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from donations.domain import text
from donations.domain.amount import Item
from donations.store.changes import Change, note_change

_COLUMNS = "number, name, specification, unit, decimals, category"
_BY_NUMBER = f"select {_COLUMNS} from item where number = ?"  # noqa: S608 - the columns are a constant above
_BY_KEY = f"""
select {_COLUMNS} from item where number = (
  select coalesce(i.merged_into, i.number) from item_name as n join item as i on i.number = n.item where n.key = ?
)
"""  # noqa: S608 - the columns are a constant above
_ADD = """
insert into item (first_name, name, specification, english, unit, decimals, category, is_money, created_at)
values (:label, :name, :specification, :english, :unit, :decimals, :category, :is_money, :now)
"""


class NewItem(NamedTuple):
    """What a new item is to be; `aliases` are further names that find it."""

    name: str
    specification: str | None
    unit: str
    decimals: int
    category: str | None = None
    english: str | None = None
    aliases: tuple[str, ...] = ()
    is_money: bool = False


def by_number(connection: sqlite3.Connection, number: int) -> Item:
    """The item recorded under `number`, as it was recorded (a merge doesn't change old entries)."""
    return Item(*connection.execute(_BY_NUMBER, (number,)).fetchone())


def find(connection: sqlite3.Connection, name: str) -> Item | None:
    """The item that goes by `name` (a label with its specification, or an alias)."""
    row = connection.execute(_BY_KEY, (text.key(name),)).fetchone()
    return Item(*row) if row else None


def names(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every known name, with the label its item now has."""
    return connection.execute(
        "select n.name, iif(j.specification is null, j.name, j.name || '（' || j.specification || '）') from item_name as n"
        " join item as i on i.number = n.item join item as j on j.number = coalesce(i.merged_into, i.number)"
    )


def so_called(connection: sqlite3.Connection, name: str) -> list[str]:
    """The labels of the items of that name, whatever their specification."""
    found = connection.execute(
        "select number from item where name = ? and merged_into is null order by number", (name,)
    )
    return [by_number(connection, number).label for [number] in found.fetchall()]


def stands_for(connection: sqlite3.Connection, item: Item) -> int:
    """The number of the item that `item` is now shown as."""
    [number] = connection.execute("select item from item_now where item_number = ?", (item.number,)).fetchone()
    return int(number)


def add(connection: sqlite3.Connection, new: NewItem, now: str) -> Item:
    """A new item with its names; names that already find another item are left to it."""
    label = Item(0, new.name, new.specification, new.unit, new.decimals).label
    turned = f"{new.specification}{new.name}" if new.specification else None  # N95口罩 finds 口罩（N95）
    return add_named(connection, new, [name for name in (label, turned, *new.aliases) if name], now)


def add_named(connection: sqlite3.Connection, new: NewItem, found_by: Iterable[str], now: str) -> Item:
    """A new item that is found by these names alone; those that already find another item are left to it."""
    item = Item(0, new.name, new.specification, new.unit, new.decimals, new.category)
    values = {
        "label": item.label, "name": new.name, "specification": new.specification, "english": new.english,
        "unit": new.unit, "decimals": new.decimals, "category": new.category, "is_money": int(new.is_money), "now": now,
    }  # fmt: skip
    number = connection.execute(_ADD, values).lastrowid
    assert number is not None
    for name in found_by:
        _add_name(connection, number, name)
    note_change(connection, Change("item", number, "add", after=item.label), now)
    return by_number(connection, number)


def _add_name(connection: sqlite3.Connection, item: int, name: str) -> None:
    """A name that already finds an item goes on finding that one."""
    query = "insert into item_name (key, item, name) select :key, :item, :name where not exists (select 1 from item_name where key = :key)"
    connection.execute(query, {"key": text.key(name), "item": item, "name": name})


def add_alias(connection: sqlite3.Connection, item: Item, name: str, now: str) -> None:
    """One more name by which the item is found."""
    _add_name(connection, item.number, name)
    note_change(connection, Change("item", item.number, "alias", after=name), now)


def rename(
    connection: sqlite3.Connection, item: Item, name: str, specification: str | None, reason: str | None, now: str
) -> None:
    """The item goes by that name and specification from now on; it is still found by the old ones."""
    new = Item(item.number, name, specification, item.unit, item.decimals)
    connection.execute(
        "update item set name = ?, specification = ? where number = ?", (name, specification, item.number)
    )
    _add_name(connection, item.number, new.label)
    note_change(connection, Change("item", item.number, "rename", item.label, new.label, reason), now)


def merge(connection: sqlite3.Connection, item: Item, into: Item, reason: str, now: str) -> None:
    """From now on everything of `item` is shown and found as `into`; the journal stays as it is."""
    query = "update item set merged_into = ? where number = ? or merged_into = ? returning number"
    moved = connection.execute(query, (into.number, item.number, item.number)).fetchall()
    for [number] in moved:
        note_change(connection, Change("item", number, "merge", after=into.label, reason=reason), now)


def settle(connection: sqlite3.Connection, item: Item, column: str, value: str | int, now: str) -> None:
    """State one thing about an item: its category, English name, unit or decimals."""
    assert column in {"category", "english", "unit", "decimals"}, column
    [before] = connection.execute(f"select {column} from item where number = ?", (item.number,)).fetchone()  # noqa: S608 - one of four words
    if before == value:
        return
    connection.execute(f"update item set {column} = ? where number = ?", (value, item.number))  # noqa: S608 - one of four words
    note_change(
        connection, Change("item", item.number, column, None if before is None else str(before), str(value)), now
    )


def pack(connection: sqlite3.Connection, item: Item, unit: str) -> int | None:
    """How many smallest units one `unit` of the item (or of one merged into it) holds; None where nobody has said so."""
    query = """
        select amount_minor from item_pack
        where unit = ? and item in (select number from item where ? in (number, merged_into)) order by item <> ? limit 1
    """
    row = connection.execute(query, (unit, item.number, item.number)).fetchone()
    return int(row[0]) if row else None


def set_pack(connection: sqlite3.Connection, item: Item, unit: str, amount_minor: int, now: str) -> None:
    """State what one `unit` of the item holds, in its smallest unit; entries already recorded keep what they said."""
    before = pack(connection, item, unit)
    if before == amount_minor:
        return
    connection.execute(
        "insert into item_pack (item, unit, amount_minor) values (?, ?, ?)"
        " on conflict (item, unit) do update set amount_minor = excluded.amount_minor",
        (item.number, unit, amount_minor),
    )
    note_change(
        connection,
        Change("item", item.number, "pack", None if before is None else f"{unit}={before}", f"{unit}={amount_minor}"),
        now,
    )


def is_counted(connection: sqlite3.Connection, item: Item) -> bool:
    """Whether any entry has a known amount of the item, or of one merged into it."""
    query = "select 1 from line where item in (select number from item where ? in (number, merged_into)) and amount_minor is not null limit 1"
    return connection.execute(query, (item.number,)).fetchone() is not None


def known(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of all purposes or stores."""
    assert table in {"purpose", "store"}, table
    return [str(row[0]) for row in connection.execute(f"select name from {table} where number > 1 order by number")]  # noqa: S608 - one of two words


def named(connection: sqlite3.Connection, table: str, name: str | None) -> int | None:
    """The number of the purpose or store called `name`, 1 (the usual one) where none is named; None where it is not known."""
    assert table in {"purpose", "store"}, table
    if not name:
        return 1
    for number, other in connection.execute(f"select number, name from {table}"):  # noqa: S608 - one of two words
        if text.key(other) == text.key(name):
            return int(number)
    return None


def name_of(connection: sqlite3.Connection, table: str, number: int) -> str:
    """The name of a purpose or store; empty for the usual one."""
    assert table in {"purpose", "store"}, table
    [name] = connection.execute(f"select name from {table} where number = ?", (number,)).fetchone()  # noqa: S608 - one of two words
    return str(name)


def add_to(connection: sqlite3.Connection, table: str, name: str, now: str) -> int:
    """The number of a new purpose that gifts can be tied to, or a new store where stock or money lies."""
    assert table in {"purpose", "store"}, table
    number = connection.execute(f"insert into {table} (name, created_at) values (?, ?)", (name, now)).lastrowid  # noqa: S608 - one of two words
    assert number is not None
    note_change(connection, Change(table, number, "add", after=name), now)
    return number


def beginning(connection: sqlite3.Connection, begin: str, most: int) -> list[str]:
    """The names that begin so, at most `most`; once something is typed, the English ones too."""
    query = """
        select name from items where substr(name, 1, length(:begin)) = :begin
        union select english from items where :begin <> '' and name <> 'CNY' and substr(english, 1, length(:begin)) = :begin
        order by 1 limit :most
    """
    return [str(row[0]) for row in connection.execute(query, {"begin": begin, "most": most})]
