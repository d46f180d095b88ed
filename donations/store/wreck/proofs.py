"""Recovered entries held against the recovered chain: what is proven by a digest, what is not, and what was changed."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum

from donations.store.evidence import CHANGE_EVIDENCE, EVIDENCE, digest_after
from donations.store.wreck.shapes import Row, number_of


class Proof(Enum):
    """What the chain says of an entry."""

    PROVEN = 1
    CHANGED = 2
    """Its digest, and the one before, are known, and it is not what was sealed."""
    SUSPECT = 3
    """Digests between are lost, and it or one of its neighbours is not what was sealed."""
    UNPROVEN = 4


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the chain covers of the rows that were found: entries, acts, and what they point to."""

    tables: Mapping[str, Iterable[Row]]
    entries: frozenset[int]
    """The entries of which everything is there that the chain covers, as far as can be seen."""
    acts: frozenset[int]
    identity: str | None
    """What the chain begins with, where it is known."""


_Act = tuple[str, int]
"""`entry` or `change`, and its number."""

_TABLES = {
    "entry": "number integer primary key, type, date, city, county, reason, reverses, corrects, request, recorded_at",
    "entry_note": "entry integer primary key, commitment",
    "entry_party": "entry integer, role, position, name integer, primary key (entry, role, position)",
    "party_name": "number integer primary key, commitment",
    "line": "entry integer, position, item integer, flow, amount_minor, certainty, value_minor, value_certainty, value_basis, counted_minor,"
    " store integer, purpose integer, recipient integer, batch, expires_on, written, primary key (entry, position)",
    "item": "number integer primary key, first_name, unit, decimals",
    "store": "number integer primary key, name",
    "purpose": "number integer primary key, name",
    "register_change": "number integer primary key, register, subject, act, before, after, commitment, changed_at, state",
}
"""Whole numbers that others are looked up by are said to be such: else SQLite uses no index for them."""


def prove(sealed: Sealed, links: Mapping[int, Row], entries: int) -> dict[int, Proof]:
    """What the chain says of each entry from 1 to `entries`. `links`: the rows of the chain that are left, by number."""
    return _Chain(_evidence(sealed), links, _moments(sealed)).judge(sealed.identity, entries)


def _evidence(sealed: Sealed) -> dict[_Act, str]:
    """What the chain covers of every entry and act of which all is there."""
    with closing(sqlite3.connect(":memory:")) as scratch:
        for table, columns in _TABLES.items():
            scratch.execute(f"create table {table} ({columns})")
            names = [part.split()[0] for part in columns.partition(", primary key")[0].split(",")]
            marks = ", ".join(f":{name}" for name in names)
            query = f"insert or ignore into {table} ({', '.join(names)}) values ({marks})"  # noqa: S608 - constants above
            scratch.executemany(query, ({name: row.get(name) for name in names} for row in sealed.tables[table]))
        found = {("entry", number): text for number, text in scratch.execute(EVIDENCE) if number in sealed.entries}
        acts = {("change", number): text for number, text in scratch.execute(CHANGE_EVIDENCE) if number in sealed.acts}
    return {**found, **acts}


def _moments(sealed: Sealed) -> dict[_Act, str]:
    """When each entry and act was recorded."""
    entries = {("entry", number_of(row, "number")): str(row["recorded_at"]) for row in sealed.tables["entry"]}
    acts = {("change", number_of(row, "number")): str(row["changed_at"]) for row in sealed.tables["register_change"]}
    return {**entries, **acts}


@dataclass
class _Chain:
    evidence: Mapping[_Act, str]
    links: Mapping[int, Row]
    moments: Mapping[_Act, str]
    proofs: dict[int, Proof] = field(default_factory=dict)
    entries: int = 0
    """How many entries were sealed up to the link that is looked at."""
    changes: int = 0

    def judge(self, identity: str | None, entries: int) -> dict[int, Proof]:
        """Go from each digest that is left to the next one, over all that was sealed between them."""
        before, lost = identity, 0
        for number in range(1, max(self.links, default=0) + 1):
            link = self.links.get(number)
            if link is None:
                lost += 1
                continue
            last: _Act = (
                ("entry", number_of(link, "entry"))
                if link["entry"] is not None
                else ("change", number_of(link, "change"))
            )
            digest = str(link["digest"])
            between = self._between(last, lost)
            proof = Proof.UNPROVEN if between is None else self._proof(before, [*between, last], digest)
            for kind, act in [*(between or []), last]:
                if kind == "entry":
                    self.proofs[act] = proof
            self._count(last, number)
            before, lost = digest, 0
        return {number: self.proofs.get(number, Proof.UNPROVEN) for number in range(1, entries + 1)}

    def _count(self, last: _Act, number: int) -> None:
        """Each link seals one entry or one act, so that what one doesn't number the other does."""
        if last[0] == "entry":
            self.entries, self.changes = last[1], number - last[1]
        else:
            self.entries, self.changes = number - last[1], last[1]

    def _between(self, last: _Act, lost: int) -> list[_Act] | None:
        """What was sealed by the `lost` links before the one of `last`, in the order it was recorded."""
        if last[0] == "entry":
            entries = last[1] - 1 - self.entries
            changes = lost - entries
        else:
            changes = last[1] - 1 - self.changes
            entries = lost - changes
        if entries < 0 or changes < 0:
            return None
        acts: list[_Act] = [("change", self.changes + number) for number in range(1, changes + 1)]
        acts += [("entry", self.entries + number) for number in range(1, entries + 1)]
        if not changes or not entries:
            return acts
        if not all(act in self.moments for act in acts):
            return None
        return sorted(acts, key=lambda act: (self.moments[act], act[0], act[1]))

    def _proof(self, before: str | None, acts: list[_Act], digest: str) -> Proof:
        if before is None or not all(act in self.evidence for act in acts):
            return Proof.UNPROVEN
        found = before
        for act in acts:
            found = digest_after(found, self.evidence[act])
        if found == digest:
            return Proof.PROVEN
        return Proof.CHANGED if len(acts) == 1 else Proof.SUSPECT
