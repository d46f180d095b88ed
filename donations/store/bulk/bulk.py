"""Many entries appended in one transaction: the same rows, sums and seals as one by one, told to SQLite in bulk.

The triggers that keep sums and refuse what no entry may be are taken away for the transaction and made again, word for
word, at its end; so are the indexes where that pays. Whoever is killed in between leaves the book as it was.
"""

import sqlite3
from binascii import hexlify
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import Self

from donations.domain import text
from donations.domain.entry import Entry
from donations.domain.place import Place
from donations.store.bulk import plain, plain_sums, sums, tables
from donations.store.bulk.added import Added, Rows
from donations.store.bulk.amounts import Amounts
from donations.store.bulk.evidence import Covered, Head, Kind, PartyRow, in_order, written
from donations.store.bulk.guards import Spared
from donations.store.bulk.hand import Hand
from donations.store.bulk.notes import Notes
from donations.store.bulk.numbers_met import NumbersMet
from donations.store.bulk.plain import PlainStage
from donations.store.bulk.tables import Act, Origin, random_salts
from donations.store.journal import LineValues, line_values

BATCH = 5000
"""How many entries are handed to SQLite at a time."""

MANY = 10_000
"""From this many on it pays to make the indexes anew."""

ASIDE = 20_000
"""From this many on SQLite works beside whoever adds entries."""

_MOST_HEADS = 50_000
_TABLES = (*tables.COMMON, *tables.BEFORE_ENTRIES, *tables.BEHIND_ENTRIES)


class Bulk:
    """Entries being appended; the caller holds the transaction and calls `end`.

    `last` and `link` are the numbers of the last entry and the last link of the chain, `digest` is that one's.
    """

    def __init__(self, connection: sqlite3.Connection, now: str) -> None:
        self._hand, self._now, self.moment = Hand(connection), now, quoted(now)
        for statement in tables.STAGES.split(";"):
            connection.execute(statement)
        plain.begin(connection)
        self._parts = 0
        self._postponed: list[Act] | None = None
        self._spared = Spared(connection)
        self._spared_at: dict[str, tuple[bool, list[str], list[str]]] = {}
        self._salts = {"name": random_salts(), "note": random_salts()}
        self._source: int | None = None
        self._keeps_identities = False
        self.last: int
        self.amounts, self.numbers = Amounts(), NumbersMet(self._hand.settled)
        self._resume()
        self.first = self.last + 1
        [self._before] = connection.execute("select count(*) from entry").fetchone()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Nothing more comes into the book, whether it ended or something went wrong."""
        self._hand.stop()

    @property
    def connection(self) -> sqlite3.Connection:
        """The book's, when all that was passed on is in it; of what was added since nothing is."""
        return self._hand.settled()

    def _resume(self) -> None:
        """Go on from what stands in the book; what is remembered of it may have been rolled back."""
        row = self.connection.execute(tables.LASTS).fetchone()
        self.last, self._change, self._party, self._name, self.link = map(int, row[:-1])
        self.digest = str(row[-1])
        self._begin_rows()
        self.covered = Covered(self._hand.settled)
        self._kinds: dict[Kind, tuple[int, str, str]] = {}
        self.connection.execute("delete from bulk_line")
        self._forget_heads()

    def _begin_rows(self) -> None:
        self._staged: list[tuple[object, ...]] = []
        self.plain, self.notes = PlainStage(), Notes()
        self._rows: Rows = {table: [] for table in _TABLES}

    def _forget_heads(self) -> None:
        self._heads: dict[Head, tuple[int, str]] = {}
        self.connection.execute("delete from bulk_head")

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
        self.link = link = self.link + 1
        head_number, said = self._heads.get(head) or self._new_head(head)
        joint = self.covered.joint(parties)
        committed = "null" if note is None else self.note(number, note)
        kind, minor, written, line_said = self._lines(number, lines)
        evidence = f"{self.digest}\n[{number}{said}{committed},{joint},[{line_said}]]"
        self.digest = digest = sha256(evidence.encode()).hexdigest()
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
            entry.type, entry.date.isoformat(), entry.city, entry.county, entry.reason, entry.reverses, entry.corrects,
            role,
        )  # fmt: skip
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
            item, flow, minor, certainty, value, _v, _b, counted, store, purpose, recipient, batch, expires, words = (
                lines[0]
            )
            if value is None and counted is None and recipient is None and batch is None and expires is None:
                key = (item, flow, certainty, store, purpose, minor is None)
                kind, before, behind = self._kinds.get(key) or self._new_kind(key)
                amount = "null" if minor is None else minor
                return kind, minor, words, f"[1{before}{amount}{behind}{written(words)}]"
        self._rows["line"] += [(number, position, *line) for position, line in enumerate(lines, 1)]
        return None, None, None, ",".join(self.covered.line(position, line) for position, line in enumerate(lines, 1))

    def _new_kind(self, kind: Kind) -> tuple[int, str, str]:
        number = len(self._kinds) + 1
        self.tell("bulk_line", (number, *kind[:-1]))
        self._kinds[kind] = found = (number, *self.covered.kind(kind))
        return found

    def _new_head(self, head: Head) -> tuple[int, str]:
        if len(self._heads) > _MOST_HEADS:
            self.flush()
            self._forget_heads()
        number = len(self._heads) + 1
        self.tell("bulk_head", (number, *head))
        self._heads[head] = found = (number, self.covered.head(head, self.moment))
        return found

    def add_others(self, parties: Iterable[tuple[int, str, int, int]]) -> None:
        """Who stands in plain entries beside their first party: of each the entry, role, place and recorded name."""
        self._rows["entry_party"] += parties

    def note(self, number: int, note: str) -> str:
        """Keep the note of entry `number`; gives what the chain covers of it."""
        salt = next(self._salts["note"])
        committed = sha256(salt + note.encode()).hexdigest()
        self._rows["entry_note"].append((number, note, salt, committed))
        return f'"{committed}"'

    def committed(self, first: int, notes: Sequence[bytes | None]) -> Iterable[bytes]:
        """Keep the notes of plain entries from `first` on (None: it has none); gives what the chain covers of each."""
        return self.notes.add(first, notes, self._salts["note"])

    def next_part(self) -> int:
        """A number for what many entries have in common; none comes again."""
        self._parts += 1
        return self._parts

    def tell(self, table: str, values: tuple[object, ...]) -> None:
        """Put what entries to come have in common where statements find it."""
        self._rows[table].append(values)

    def add_party(self, name: str, place: Place | None) -> int:
        """A new party, as `parties.add` makes one; gives the number of its recorded name."""
        self._party, self._name, self._change = self._party + 1, self._name + 1, self._change + 1
        city, county = (place.city, place.county) if place is not None else (None, None)
        salt = next(self._salts["name"])
        commitment = sha256(salt + name.encode()).hexdigest()
        self.covered.commit(self._name, f'"{commitment}"')
        names = f'[[{self._name},"{commitment}",1,{self.moment}]]'
        state = f"[null,{written(city)},{written(county)},null,null,{self.moment},{names}]"
        self._rows["party"].append((self._party, city, county, self._now))
        self._rows["party_name"].append(
            (self._name, self._party, name, text.party_key(name), salt, commitment, 1, self._now)
        )
        self._rows["register_change"].append(
            (self._change, "party", self._party, "add", str(self._name), state, self._now)
        )
        done = f'["change",{self._change},"party",{self._party},"add",null,"{self._name}"'
        act = Act(self._change, f"\n{done},null,{self.moment},{quoted(state)}]".encode())
        if self._postponed is None:
            self.digest = self.seal_act(act, self.digest.encode()).decode()
        else:
            self._postponed.append(act)
        return self._name

    def seal_act(self, act: Act, before: bytes) -> bytes:
        """Append the link of an act on a register to the one whose digest is `before`; gives its own digest."""
        digest = hexlify(sha256(before + act.said).digest())
        self.link += 1
        self._rows["chain"].append((self.link, act.number, digest.decode()))
        return digest

    @contextmanager
    def postponing(self) -> Iterator[list[Act]]:
        """New parties are noted but not sealed meanwhile: whoever adds the entries between them does that."""
        acts: list[Act] = []
        self._postponed = acts
        try:
            yield acts
        finally:
            self._postponed = None

    # --- handing over

    @contextmanager
    def aside(self) -> Iterator[sqlite3.Connection]:
        """The connection for an act done in the ordinary way in between, such as a new item."""
        self.flush()
        yield self.connection
        self._resume()

    def flush(self) -> None:
        """Hand over what was added; it is in the book then."""
        self.pass_on()
        self._hand.settled()

    def pass_on(self) -> None:
        """Hand over what was added; where there is much it comes into the book while others are added."""
        count = self.last - self.first + 1
        if not self._spared.is_spare and count >= MANY and count * 3 >= self._before:
            self._hand.settled()
            self._spared.spare_indexes(keeps_identities=self._keeps_identities)
        if self.plain.many and count >= ASIDE:
            self._hand.start()
        keeps_rows_apart = self._spared.is_spare and self._keeps_identities
        many, said = self.plain.many, self.plain.told()
        said |= {"now": self._now, "source": self._source}
        added = Added(
            self._rows,
            self._staged,
            many,
            self.notes,
            said,
            keeps_rows_apart=keeps_rows_apart,
            with_amounts=self.amounts.is_full,
        )
        self._begin_rows()
        self._hand.give(added.write)
        self.covered.forget_commitments()

    def hand_each_amount_over(self) -> None:
        """From now on the sums of plain entries are added up at the end."""
        self.flush()
        self.amounts.hand_over(self.connection)
        self.amounts.is_full = True

    def look_up_identities(self) -> None:
        """From now on rows are looked up by what they are known by."""
        self.flush()
        self._put_rows_in_place()
        self._keeps_identities = True
        self._spared.put_identities_back()

    def _put_rows_in_place(self) -> None:
        """Rows of many entries stand apart as long as their file is read, within which nobody looks them up."""
        if plain.has_rows_apart(self.connection):
            self._spared.spare_identities()
            plain.put_rows_in_place(self.connection)

    def mark(self, name: str) -> None:
        """Remember how far it is, to come back to."""
        self.flush()
        self.amounts.hand_over(self.connection)
        self.numbers.settle()
        self._spared_at[name] = self._spared.state()
        self.connection.execute(f"savepoint {name}")

    def go_on(self, name: str) -> None:
        """What was added since `mark` stays."""
        self.flush()
        self.connection.execute(f"release {name}")

    def go_back(self, name: str) -> None:
        """Undo all that was added since `mark`."""
        self.connection.execute(f"rollback to {name}")
        self.connection.execute(f"release {name}")
        self._spared.go_back(self._spared_at[name])
        self._resume()
        self.amounts.go_back(self.last)
        self.numbers.go_back()

    def end(self) -> None:
        """Hand over the rest, add up the sums, and put indexes and guards back in their places."""
        self.flush()
        self._hand.stop()
        self.covered = Covered(self._hand.settled)
        self._put_rows_in_place()
        self._spared.put_indexes_back()
        if self.last >= self.first:
            if self.amounts.entries:
                plain_sums.add_up(self.connection, self.amounts)
            sums.add_up(self.connection, self.amounts.others(self.first, self.last))
        plain.end(self.connection)
        self.numbers.end()
        for table in ("bulk_head", "bulk_line", "bulk_entry"):
            self.connection.execute(f"drop table temp.{table}")
        self._spared.put_guards_back()
