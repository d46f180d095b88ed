"""What the chain covers of an entry, put together without asking SQLite: byte for byte what `evidence.EVIDENCE` gives."""

import sqlite3
from collections.abc import Callable
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

from donations.store.journal import LineValues

MOST_JOINT = 50_000
"""How many sets of parties are remembered at a time."""

MOST_COMMITMENTS = 5000
"""How many commitments are remembered."""

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


class Covered:
    """The parts that evidence is made of, each asked of the book once."""

    def __init__(self, settled: Callable[[], sqlite3.Connection]) -> None:
        """`settled` gives the connection when all that was added is in the book."""
        self._settled = settled
        self._items: dict[tuple[int, bool], str] = {}
        self._places: dict[tuple[str, int], str] = {}
        self._commitments: dict[int, str] = {}
        self._joint: dict[tuple[PartyRow, ...], str] = {}

    def head(self, head: Head, moment: str) -> str:
        """What stands between an entry's number and the commitment to its note; `moment` is quoted."""
        said = (head.type, head.date, head.city, head.county, head.reason)
        return f",{','.join(map(written, said))},{number(head.reverses)},{number(head.corrects)},null,{moment},"

    def joint(self, parties: tuple[PartyRow, ...]) -> str:
        """The parties, by their commitments."""
        found = self._joint.get(parties)
        if found is None:
            if len(self._joint) > MOST_JOINT:
                self._joint.clear()
            self._joint[parties] = found = self.parties(parties)
        return found

    def parties(self, parties: tuple[PartyRow, ...]) -> str:
        """As `joint`, without a memory: for callers that keep the result themselves."""
        said = ",".join(f"[{written(role)},{place},{self.committed(name)}]" for role, place, name in parties)
        return f"[{said}]"

    def kind(self, kind: Kind) -> tuple[str, str]:
        """What stands before the amount of an ordinary line, and between it and the words it was written in."""
        item, flow, certainty, store, purpose, is_unknown = kind
        before = f",{self._item(item, is_known=not is_unknown)},{quoted(flow)},"
        places = f"{self._named('store', store)},{self._named('purpose', purpose)}"
        return before, f",{quoted(certainty)},null,null,null,null,{places},null,null,null,"

    def line(self, position: int, line: LineValues) -> str:
        """A line of whatever sort."""
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
            text,
        ) = line
        told = (
            str(position), self._item(item, is_known=minor is not None), written(flow), number(minor), written(certainty),
            number(value), written(value_certainty), written(basis), number(counted), self._named("store", store),
            self._named("purpose", purpose), "null" if recipient is None else self.committed(recipient), written(batch),
            written(expires), written(text),
        )  # fmt: skip
        return f"[{','.join(told)}]"

    def committed(self, name: int) -> str:
        """The commitment to a recorded name, quoted."""
        found = self._commitments.get(name)
        if found is None:
            query = "select commitment from party_name where number = ?"
            found = self._commitments[name] = written(self._settled().execute(query, (name,)).fetchone()[0])
        return found

    def commit(self, name: int, commitment: str) -> None:
        """Know the commitment to a name that is not in the book yet, quoted."""
        self._commitments[name] = commitment

    def forget_commitments(self) -> None:
        """They are in the book by now, and can be asked of it."""
        if len(self._commitments) > MOST_COMMITMENTS:
            self._commitments.clear()

    def _item(self, item: int, *, is_known: bool) -> str:
        found = self._items.get((item, is_known))
        if found is None:
            query = "select first_name, unit, decimals from item where number = ?"
            name, unit, decimals = self._settled().execute(query, (item,)).fetchone()
            found = f"{written(name)},{written(unit)},{decimals}" if is_known else f"{written(name)},null,null"
            self._items[item, is_known] = found
        return found

    def _named(self, table: str, place: int) -> str:
        found = self._places.get((table, place))
        if found is None:
            query = f"select name from {table} where number = ?"  # noqa: S608 - one of two words
            found = self._places[table, place] = written(self._settled().execute(query, (place,)).fetchone()[0])
        return found


def in_order(parties: tuple[PartyRow, ...]) -> tuple[PartyRow, ...]:
    """The parties in the order in which the chain covers them."""
    return tuple(sorted(parties))


def written(value: str | None) -> str:
    """A text as SQLite's json_array writes it."""
    return "null" if value is None else quoted(value)


def number(value: int | None) -> str:
    """A whole number as SQLite's json_array writes it."""
    return "null" if value is None else str(value)
