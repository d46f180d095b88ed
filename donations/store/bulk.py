"""Many entries appended in one transaction: the same rows, sums and seals as one by one, told to SQLite in bulk.

The triggers that keep sums and refuse what no entry may be are taken away for the transaction and made again, word for
word, at its end; so are the indexes where that pays. Whoever is killed in between leaves the book as it was.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

from donations.domain import text
from donations.domain.entry import Entry
from donations.domain.place import Place
from donations.store import bulk_sums
from donations.store.evidence import SALT_BYTES
from donations.store.journal import LineValues, line_values

BATCH = 5000
"""So many entries are handed to SQLite at a time."""

MANY = 50_000
"""From so many on it pays to make the indexes anew."""

_TABLES = (
    "entry",
    "entry_note",
    "entry_party",
    "line",
    "chain",
    "party",
    "party_name",
    "register_change",
    "import_row",
)
_HEAVY = ("entry", "entry_party", "line", "chain")
_SALTS = 1024

_STAGES = """
create temp table bulk_head (number integer primary key, type, date, city, county, reason, reverses, corrects, role);
create temp table bulk_line (number integer primary key, item, flow, certainty, store, purpose);
create temp table bulk_entry (
  number integer primary key, head, name, line, amount_minor, written, digest, link, row, identity
)
"""
_ADD_HEAD = "insert into bulk_head values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_KIND = "insert into bulk_line values (?, ?, ?, ?, ?, ?)"
_ADD_STAGED = "insert into bulk_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FROM_STAGE = (
    """
insert into entry (number, type, date, city, county, reason, reverses, corrects, recorded_at)
select s.number, h.type, h.date, h.city, h.county, h.reason, h.reverses, h.corrects, :now
from bulk_entry as s cross join bulk_head as h on h.number = s.head order by s.number""",
    """
insert into line (entry, position, item, flow, amount_minor, certainty, store, purpose, written)
select s.number, 1, l.item, l.flow, s.amount_minor, l.certainty, l.store, l.purpose, s.written
from bulk_entry as s cross join bulk_line as l on l.number = s.line order by s.number""",
    """
insert into entry_party (entry, role, position, name)
select s.number, h.role, 1, s.name from bulk_entry as s cross join bulk_head as h on h.number = s.head
where s.name is not null order by s.number""",
    "insert into chain (number, entry, digest) select link, number, digest from bulk_entry order by number",
    """
insert into import_row (entry, source, row, identity, is_numbered)
select number, :source, row, identity, 0 from bulk_entry where row is not null order by number""",
    "delete from bulk_entry",
)
_ADD = {
    "party": "insert into party (number, city, county, created_at) values (?, ?, ?, ?)",
    "party_name": "insert into party_name (number, party, name, key, salt, commitment, is_main, created_at)"
    " values (?, ?, ?, ?, ?, ?, 1, ?)",
    "register_change": "insert into register_change (number, register, subject, act, after, state, changed_at)"
    " values (?, 'party', ?, 'add', ?, ?, ?)",
    "entry_note": "insert into entry_note (entry, note, salt, commitment) values (?, ?, ?, ?)",
    "entry_party": "insert into entry_party (entry, role, position, name) values (?, ?, ?, ?)",
    "line": "insert into line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "import_row": "insert into import_row (entry, source, row, identity, is_numbered, returns) values (?, ?, ?, ?, ?, ?)",
    "chain": "insert into chain (number, change, digest) values (?, ?, ?)",
}
_BEFORE_ENTRIES = ("party", "party_name", "register_change")
_LASTS = """
select (select coalesce(max(number), 0) from entry), (select coalesce(max(number), 0) from register_change),
  (select coalesce(max(number), 0) from party), (select coalesce(max(number), 0) from party_name),
  coalesce((select max(number) from chain), 0),
  coalesce((select digest from chain order by number desc limit 1), (select identity from book))
"""

PartyRow = tuple[str, int, int]
"""Role, position, and the number of the recorded name."""


Kind = tuple[int, str, str, int, int, bool]
"""Item, flow, certainty, store and purpose of ordinary lines, and whether their amount is unknown."""


class Head(NamedTuple):
    """What entries of one day have in common; `role` is that of their first party."""

    type: str
    date: str
    city: str | None
    county: str | None
    reason: str | None = None
    reverses: int | None = None
    corrects: int | None = None
    role: str | None = None


class Origin(NamedTuple):
    """The row of a paper that an entry came from; as its row has it."""

    source: int
    row: int
    identity: bytes | None
    is_numbered: bool
    returns: int | None = None


class Bulk:
    """Entries being appended. `last` is the number of the last one; the caller holds the transaction and calls `end`."""

    def __init__(self, connection: sqlite3.Connection, now: str) -> None:
        self._connection, self._now = connection, now
        for statement in _STAGES.split(";"):
            connection.execute(statement)
        self._guards = _made_anew(connection, "trigger", _TABLES)
        self._indexes: list[str] = []
        self._indexes_at: dict[str, list[str]] = {}
        self._salts = b""
        self._moment = quoted(now)
        self._source: int | None = None
        self._resume()
        self.first = self.last + 1
        [self._before] = connection.execute("select count(*) from entry").fetchone()

    def _resume(self) -> None:
        """Go on from what stands in the book; what is remembered of it may have been rolled back."""
        row = self._connection.execute(_LASTS).fetchone()
        self.last, self._change, self._party, self._name, self._link, self._digest = row
        self._staged: list[tuple[object, ...]] = []
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _ADD}
        self._heads: dict[Head, tuple[int, str]] = {}
        self._kinds: dict[Kind, tuple[int, str, str]] = {}
        self._items: dict[tuple[int, bool], str] = {}
        self._places: dict[tuple[str, int], str] = {}
        self._commitments: dict[int, str] = {}
        self._joint: dict[tuple[PartyRow, ...], str] = {}
        for table in ("bulk_head", "bulk_line"):
            self._connection.execute(f"delete from {table}")  # noqa: S608 - one of two words

    # --- one entry

    def begin_source(self, source: int) -> None:
        """From now on entries come from this table of a paper."""
        self.flush()
        self._source = source

    def add(
        self, head: Head, parties: tuple[PartyRow, ...], lines: tuple[LineValues, ...], note: str | None,
        row: int | None = None, identity: bytes | None = None,
    ) -> int:  # fmt: skip
        """Append one entry; gives its number. What it names is in the book, and its values are such as the schema takes.

        `row`: of the present source, with what it is known by.
        """
        self.last = number = self.last + 1
        self._link = link = self._link + 1
        head_number, said = self._heads.get(head) or self._new_head(head)
        joint = self._joint.get(parties) or self._new_joint(parties)
        committed = "null" if note is None else self._note(number, note)
        kind, minor, written, line_said = self._lines(number, lines)
        evidence = f"{self._digest}\n[{number}{said}{committed},{joint},[{line_said}]]"
        self._digest = digest = sha256(evidence.encode()).hexdigest()
        if len(parties) > 1:
            self._rows["entry_party"] += [(number, *party) for party in parties[1:]]
        name = parties[0][2] if parties else None
        self._staged.append((number, head_number, name, kind, minor, written, digest, link, row, identity))
        if len(self._staged) >= BATCH:
            self.flush()
        return number

    def add_entry(self, entry: Entry, origin: Origin | None = None) -> int:
        """Append an entry that was looked up one by one."""
        parties = in_order(
            tuple(
                (str(role), place, name) for role, names in entry.parties.items() for place, name in enumerate(names, 1)
            )
        )
        role = parties[0][0] if parties else None
        head = Head(
            entry.type,
            entry.date.isoformat(),
            entry.city,
            entry.county,
            entry.reason,
            entry.reverses,
            entry.corrects,
            role,
        )
        assert entry.request is None, entry
        number = self.add(head, parties, tuple(line_values(line) for line in entry.lines), entry.note or None)
        if origin is not None:
            self.note_origin(number, origin)
        return number

    def note_origin(self, number: int, origin: Origin) -> None:
        """Say which row entry `number` came from, where that is more than `add` is told."""
        self._rows["import_row"].append((number, *origin))

    def _lines(self, number: int, lines: tuple[LineValues, ...]) -> tuple[int | None, int | None, str | None, str]:
        """How the one ordinary line is staged; others are kept to be written by themselves. And what the chain covers."""
        if len(lines) == 1:
            item, flow, minor, certainty, value, _v, _b, counted, store, purpose, recipient, batch, expires, written = (
                lines[0]
            )
            if value is None and counted is None and recipient is None and batch is None and expires is None:
                key = (item, flow, certainty, store, purpose, minor is None)
                kind, before, behind = self._kinds.get(key) or self._new_kind(key)
                amount = "null" if minor is None else minor
                return kind, minor, written, f"[1{before}{amount}{behind}{_text(written)}]"
        self._rows["line"] += [(number, position, *line) for position, line in enumerate(lines, 1)]
        return None, None, None, ",".join(self._line(position, line) for position, line in enumerate(lines, 1))

    def _line(self, position: int, line: LineValues) -> str:
        (
            item,
            flow,
            minor,
            certainty,
            value,
            value_certainty,
            basis,
            counted,
            store,
            purpose,
            recipient,
            batch,
            expires,
            written,
        ) = line
        told = (
            str(position), self._item(item, is_known=minor is not None), _text(flow), _number(minor), _text(certainty),
            _number(value), _text(value_certainty), _text(basis), _number(counted), self._named("store", store),
            self._named("purpose", purpose), "null" if recipient is None else self._committed(recipient), _text(batch),
            _text(expires), _text(written),
        )  # fmt: skip
        return f"[{','.join(told)}]"

    def _new_kind(self, key: Kind) -> tuple[int, str, str]:
        item, flow, certainty, store, purpose, is_unknown = key
        number = len(self._kinds) + 1
        self._connection.execute(_ADD_KIND, (number, item, flow, certainty, store, purpose))
        before = f",{self._item(item, is_known=not is_unknown)},{quoted(flow)},"
        places = f"{self._named('store', store)},{self._named('purpose', purpose)}"
        behind = f",{quoted(certainty)},null,null,null,null,{places},null,null,null,"
        self._kinds[key] = found = (number, before, behind)
        return found

    def _new_head(self, head: Head) -> tuple[int, str]:
        if len(self._heads) > MANY:
            self.flush()
            self._heads.clear()
            self._connection.execute("delete from bulk_head")
        number = len(self._heads) + 1
        self._connection.execute(_ADD_HEAD, (number, *head))
        links = f"{_number(head.reverses)},{_number(head.corrects)}"
        said = f",{','.join(map(_text, head[:5]))},{links},null,{self._moment},"
        self._heads[head] = found = (number, said)
        return found

    def _new_joint(self, parties: tuple[PartyRow, ...]) -> str:
        said = ",".join(f"[{_text(role)},{position},{self._committed(name)}]" for role, position, name in parties)
        if len(self._joint) > MANY:
            self._joint.clear()
        self._joint[parties] = found = f"[{said}]"
        return found

    def _note(self, number: int, note: str) -> str:
        salt = self._salt()
        committed = sha256(salt + note.encode()).hexdigest()
        self._rows["entry_note"].append((number, note, salt, committed))
        return f'"{committed}"'

    def _salt(self) -> bytes:
        if not self._salts:
            self._salts = os.urandom(SALT_BYTES * _SALTS)
        salt, self._salts = self._salts[:SALT_BYTES], self._salts[SALT_BYTES:]
        return salt

    # --- what the chain covers of the registers

    def _item(self, number: int, *, is_known: bool) -> str:
        found = self._items.get((number, is_known))
        if found is None:
            query = "select first_name, unit, decimals from item where number = ?"
            name, unit, decimals = self._connection.execute(query, (number,)).fetchone()
            found = f"{_text(name)},{_text(unit)},{decimals}" if is_known else f"{_text(name)},null,null"
            self._items[number, is_known] = found
        return found

    def _named(self, table: str, number: int) -> str:
        found = self._places.get((table, number))
        if found is None:
            query = f"select name from {table} where number = ?"  # noqa: S608 - one of two words
            found = self._places[table, number] = _text(self._connection.execute(query, (number,)).fetchone()[0])
        return found

    def _committed(self, name: int) -> str:
        found = self._commitments.get(name)
        if found is None:
            query = "select commitment from party_name where number = ?"
            found = self._commitments[name] = _text(self._connection.execute(query, (name,)).fetchone()[0])
        return found

    def add_party(self, name: str, place: Place | None) -> int:
        """A new party, as `parties.add` makes one; gives the number of its recorded name."""
        self._party, self._name, self._change = self._party + 1, self._name + 1, self._change + 1
        city, county = (place.city, place.county) if place is not None else (None, None)
        salt = self._salt()
        committed = _text(sha256(salt + name.encode()).hexdigest())
        self._commitments[self._name] = committed
        state = f"[null,{_text(city)},{_text(county)},null,null,{self._moment},[[{self._name},{committed},1,{self._moment}]]]"
        self._rows["party"].append((self._party, city, county, self._now))
        self._rows["party_name"].append(
            (self._name, self._party, name, text.key(name), salt, committed[1:-1], self._now)
        )
        self._rows["register_change"].append((self._change, self._party, str(self._name), state, self._now))
        said = f'["change",{self._change},"party",{self._party},"add",null,"{self._name}",null,{self._moment},{quoted(state)}]'
        self._digest = sha256(f"{self._digest}\n{said}".encode()).hexdigest()
        self._link += 1
        self._rows["chain"].append((self._link, self._change, self._digest))
        return self._name

    # --- handing over

    @contextmanager
    def aside(self) -> Iterator[sqlite3.Connection]:
        """The connection for an act done in the ordinary way in between: a new item, a purpose, a reversal."""
        self.flush()
        yield self._connection
        self._resume()

    def flush(self) -> None:
        """Hand over what was added."""
        self._spare_indexes()
        for table in _BEFORE_ENTRIES:
            self._hand_over(table)
        if self._staged:
            self._connection.executemany(_ADD_STAGED, self._staged)
            for statement in _FROM_STAGE:
                self._connection.execute(statement, {"now": self._now, "source": self._source})
            self._staged.clear()
        for table in _ADD:
            self._hand_over(table)

    def _hand_over(self, table: str) -> None:
        if self._rows[table]:
            self._connection.executemany(_ADD[table], self._rows[table])
            self._rows[table].clear()

    def _spare_indexes(self) -> None:
        added = self.last - self.first + 1
        if not self._indexes and added >= MANY and added * 3 >= self._before:
            self._indexes = _made_anew(self._connection, "index", _HEAVY)

    def mark(self, name: str) -> None:
        """Remember how far it is, to come back to."""
        self.flush()
        self._indexes_at[name] = self._indexes
        self._connection.execute(f"savepoint {name}")

    def go_on(self, name: str) -> None:
        """What was added since `mark` stays."""
        self.flush()
        self._connection.execute(f"release {name}")

    def go_back(self, name: str) -> None:
        """Undo all that was added since `mark`."""
        self._connection.execute(f"rollback to {name}")
        self._connection.execute(f"release {name}")
        self._indexes = self._indexes_at[name]
        self._resume()

    def end(self) -> None:
        """Hand over the rest, add up the sums, and put indexes and guards back in their places."""
        self.flush()
        for index in self._indexes:
            self._connection.execute(index)
        if self.last >= self.first:
            bulk_sums.add_up(self._connection, self.first)
        for table in ("bulk_head", "bulk_line", "bulk_entry"):
            self._connection.execute(f"drop table temp.{table}")
        for guard in self._guards:
            self._connection.execute(guard)


def _made_anew(connection: sqlite3.Connection, sort: str, tables: tuple[str, ...]) -> list[str]:
    """Take away the triggers or indexes of these tables; gives the statements that make them again."""
    marks = ", ".join("?" for _table in tables)
    query = f"select name, sql from main.sqlite_master where type = ? and sql is not null and tbl_name in ({marks}) order by rowid"  # noqa: S608
    found = connection.execute(query, (sort, *tables)).fetchall()
    for name, _sql in found:
        connection.execute(f'drop {sort} main."{name}"')
    return [str(sql) for _name, sql in found]


def in_order(parties: tuple[PartyRow, ...]) -> tuple[PartyRow, ...]:
    """The parties in the order in which the chain covers them."""
    return tuple(sorted(parties))


def _text(value: str | None) -> str:
    """A text as SQLite's json_array writes it."""
    return "null" if value is None else quoted(value)


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)
