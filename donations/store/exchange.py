"""A whole book read as statements that another book can take, and what each entry of a book says, to tell known ones.

What was merged is one by now; an entry keeps the names that were recorded with it. Contact, request ids, salts and times
of recording stay where they are: they are this book's own.
"""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from donations.domain import text
from donations.domain.amount import MONEY_DECIMALS, minor_text
from donations.domain.exchange import (
    BY_CONTENT,
    NUMBERED,
    VERSION,
    BookSaid,
    ClosingSaid,
    EntrySaid,
    ItemSaid,
    LineSaid,
    NamedSaid,
    PackSaid,
    PartySaid,
    Said,
    Statement,
    Whole,
)
from donations.store import closings
from donations.store.erased_names import ErasedNames
from donations.store.refund_of import GIFT_SAID

_RANK = "case ep.role when 'donor' then 1 when 'via' then 2 when 'payer' then 3 when 'supplier' then 4 when 'recipient' then 5 else 6 end"
_LABEL = "i.name || iif(i.specification is null, '', '（' || i.specification || '）')"
_REASON_GONE = "（已删除）"

_SIZE = """
select count(*), (select count(*) from line) + (
  select count(*) from entry as e where not exists (select 1 from line where entry = e.number))
from entry
"""
"""How many entries there are, and how many rows say them: one a line, and one for an entry without lines."""

_NAMES = """
select coalesce(p.merged_into, p.number) as root, n.name from party_name as n join party as p on p.number = n.party
order by root, p.merged_into is not null, n.is_main desc, n.number
"""
_PARTIES = "select number, sort, city, county, consent from party where merged_into is null order by number"
_ITEMS = "select number, name, specification, unit, decimals, english, category from item where merged_into is null order by number"
_ITEM_NAMES = """
select coalesce(i.merged_into, i.number) as root, n.name from item_name as n join item as i on i.number = n.item order by root, n.key
"""
_PACKS = f"""
select {_LABEL}, k.unit, k.amount_minor, i.decimals from item_pack as k
join item as j on j.number = k.item join item as i on i.number = coalesce(j.merged_into, j.number)
order by i.number, k.unit, k.item <> i.number, k.item
"""  # noqa: S608 - constants of this file
_NAMED = """
select 'store', number, name from store where number > 1 union all select 'purpose', number, name from purpose where number > 1
order by 1 desc, 2
"""
_HEADS = f"""
select e.number, e.date, e.type, e.reason, e.reverses, e.corrects, e.city, e.county, n.note, g.consent, r.identity, r.is_numbered,
  coalesce({GIFT_SAID.format(e="e")}, r.returns), v.number
from entry as e left join entry_note as n on n.entry = e.number left join gift_consent as g on g.entry = e.number
left join import_row as r on r.entry = e.number left join entry as v on v.reverses = e.number order by e.number
"""  # noqa: S608 - a constant of this room
_WHO = f"""
select ep.entry, ep.role, n.name, coalesce(p.merged_into, p.number)
from entry_party as ep join party_name as n on n.number = ep.name join party as p on p.number = n.party
order by ep.entry, {_RANK}, ep.position
"""  # noqa: S608 - a constant of this file
_LINES = f"""
select l.entry, {_LABEL}, i.unit, i.decimals, l.flow, l.amount_minor, l.certainty, l.value_minor, l.value_certainty, l.value_basis,
  l.counted_minor, nullif(s.name, ''), iif(l.purpose = 1, null, t.name), l.recipient, n.name, coalesce(p.merged_into, p.number), l.batch,
  l.expires_on, l.written
from line as l join item as j on j.number = l.item join item as i on i.number = coalesce(j.merged_into, j.number)
join store as s on s.number = l.store join purpose as t on t.number = l.purpose
left join party_name as n on n.number = l.recipient left join party as p on p.number = n.party
order by l.entry, l.position
"""  # noqa: S608 - a constant of this file
_LINES_AS_KEPT = """
select l.entry, coalesce(j.merged_into, j.number), l.flow, l.amount_minor, l.certainty, l.value_minor, l.value_certainty, l.value_basis,
  l.counted_minor, l.store, l.purpose, coalesce(p.merged_into, p.number), nullif(l.batch, ''), l.expires_on, nullif(l.written, '')
from line as l join item as j on j.number = l.item
left join party_name as n on n.number = l.recipient left join party as p on p.number = n.party
order by l.entry, l.position
"""
_AMOUNTS = """
select coalesce(i.merged_into, i.number), l.flow, l.amount_minor from line as l join item as i on i.number = l.item
where l.entry = ? order by l.position
"""
_INTO_CLOSED = (
    "select subject, reason from register_change where register = 'entry' and act = 'into_closed' order by number"
)

_TEXTS_AS_KEPT = (6, 11, 13)

OWN = b"exported"
"""How what the row of an exported book is known by begins, where it was known by nothing before: it is this book's own."""

Row = tuple[Any, ...]


def statements(connection: sqlite3.Connection) -> Iterator[Statement]:
    """Everything the book says: what it is, its names, then entry after entry, where a month was closed, and that this is all."""
    whole = Whole()
    for said in _said(connection):
        whole.add(said)
        yield said
    yield whole.end()


def _said(connection: sqlite3.Connection) -> Iterator[Said]:
    erased = ErasedNames(connection)
    yield BookSaid(VERSION, *connection.execute(_SIZE).fetchone())
    yield from _parties(connection, erased)
    yield from _items(connection)
    for register, _number, name in connection.execute(_NAMED):
        yield NamedSaid(register, name)
    yield from _entries(connection, erased)


def _parties(connection: sqlite3.Connection, erased: ErasedNames) -> Iterator[PartySaid]:
    names = _by_first(connection.execute(_NAMES))
    for number, sort, city, county, consent in connection.execute(_PARTIES):
        main, *also = dict.fromkeys(erased.name(name, number) for _root, name in names(number))
        yield PartySaid(main, tuple(also), sort, city, county, consent)


def _items(connection: sqlite3.Connection) -> Iterator[ItemSaid | PackSaid]:
    names = _by_first(connection.execute(_ITEM_NAMES))
    for number, name, specification, unit, decimals, english, category in connection.execute(_ITEMS):
        label = f"{name}（{specification}）" if specification else name
        also = tuple(other for _root, other in names(number) if other != label)
        yield ItemSaid(name, specification, unit, decimals, english, category, also)
    for (item, unit), [(_item, _unit, minor, decimals), *_others] in groupby(
        connection.execute(_PACKS), key=itemgetter(0, 1)
    ):
        yield PackSaid(item, unit, minor_text(minor, decimals))


def _entries(connection: sqlite3.Connection, erased: ErasedNames) -> Iterator[EntrySaid | ClosingSaid]:
    who, lines = _by_first(connection.execute(_WHO)), _by_first(connection.execute(_LINES))
    reasons = dict(connection.execute(_INTO_CLOSED))
    closed = closings.every(connection)
    for head in connection.execute(_HEADS):
        number = head[0]
        while closed and closed[0].entries < number:
            yield ClosingSaid(closed.pop(0).last_day)
        parties: dict[str, tuple[str, ...]] = {}
        for _entry_number, role, name, party in who(number):
            parties[role] = (*parties.get(role, ()), erased.name(name, party))
        into_closed = (reasons[number] or _REASON_GONE) if number in reasons else None
        yield _entry(head, parties, tuple(_line(line, erased) for line in lines(number)), into_closed)
    for closing in closed:
        yield ClosingSaid(closing.last_day)


def _entry(
    head: Row, parties: dict[str, tuple[str, ...]], lines: tuple[LineSaid, ...], into_closed: str | None
) -> EntrySaid:
    (
        number,
        day,
        type_,
        reason,
        reverses,
        corrects,
        city,
        county,
        note,
        consent,
        identity,
        is_numbered,
        returns,
        reversed_by,
    ) = head
    is_own = identity is None or identity.startswith(OWN)
    known_by = None if is_own else f"{NUMBERED if is_numbered else BY_CONTENT}-{identity.hex()}"
    return EntrySaid(
        number, day, type_, lines, parties, reason, reverses, corrects, city, county, note, consent, into_closed,
        returns, known_by, reversed_by,
    )  # fmt: skip


def _line(row: Row, erased: ErasedNames) -> LineSaid:
    (
        _entry_number, item, unit, decimals, flow, minor, certainty, value, value_certainty, basis, counted, store, purpose,
        recipient, name, party, batch, expires_on, written,
    ) = row  # fmt: skip
    return LineSaid(
        item, flow, _decimal(minor, decimals), None if minor is None else unit, certainty,
        _decimal(value, MONEY_DECIMALS), value_certainty, _plain(basis), _decimal(counted, decimals), store, purpose,
        None if recipient is None else erased.name(name, party), _plain(batch), expires_on, _plain(written),
    )  # fmt: skip


def _plain(words: str | None) -> str | None:
    """What was typed, in one line: a cell has no more."""
    return text.one_line(words) if words else None


def _decimal(minor: int | None, decimals: int) -> str | None:
    return None if minor is None else minor_text(minor, decimals)


def _by_first(cursor: sqlite3.Cursor) -> Callable[[int], list[Row]]:
    """How the rows that begin with a number are asked for, number after number."""
    ahead: Row | None = next(cursor, None)

    def of(number: int) -> list[Row]:
        nonlocal ahead
        found = []
        while ahead is not None and ahead[0] <= number:
            if ahead[0] == number:
                found.append(ahead)
            ahead = next(cursor, None)
        return found

    return of


# --- what is known


Kept = tuple[Any, ...]
"""An entry as it can be compared: its head, its parties by role and number, its lines; names by what they stand for."""


def kept(connection: sqlite3.Connection) -> Iterator[tuple[int, Kept]]:
    """Every entry by its number, with what it says whatever its names are by now."""
    who, lines = _by_first(connection.execute(_WHO)), _by_first(connection.execute(_LINES_AS_KEPT))
    for number, *head in connection.execute(_HEADS):
        parties = tuple((role, party) for _entry_number, role, _name, party in who(number))
        yield number, (*head[:8], parties, tuple(map(_line_as_kept, lines(number))))


def amounts(connection: sqlite3.Connection, number: int) -> Kept:
    """Of one entry its day and type, and the item, flow and amount of its lines: what can't differ for one transaction."""
    head = connection.execute("select date, type from entry where number = ?", (number,)).fetchone()
    return (*head, tuple(connection.execute(_AMOUNTS, (number,)).fetchall()))


def _line_as_kept(row: Row) -> Row:
    """The line without its entry, its texts as a file has them: basis, batch and words."""
    said = list(row[1:])
    for at in _TEXTS_AS_KEPT:
        said[at] = _plain(said[at])
    return tuple(said)


def taken_back(connection: sqlite3.Connection) -> tuple[set[int], set[int], set[int]]:
    """The entries that take back another, those that were taken back, and those that were said aright since."""
    links = connection.execute("select number, reverses from entry where reverses is not null").fetchall()
    # The plus keeps SQLite from the index on `reverses`: nearly every entry has none.
    right = connection.execute("select corrects from entry where corrects is not null and +reverses is null")
    return {number for number, _of in links}, {of for _number, of in links}, {int(row[0]) for row in right}
