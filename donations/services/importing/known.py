"""Which entries of an exported book this one has: by what they say, by their transaction number, or but for an erased name."""

import sqlite3
from collections import deque
from typing import NamedTuple

from donations import errors
from donations.domain.exchange import NUMBERED, EntrySaid
from donations.domain.masking import is_erased
from donations.services.importing import drafts
from donations.services.importing.registers import Registers
from donations.store import exchange, imports
from donations.store.exchange import Kept

_NOTE, _PARTIES, _LINES = 7, 8, 9
_RECIPIENT = 10
"""Where these stand in an entry as it is compared, and whose line it is in a line."""

Digests = dict[bytes, deque[int]]


class _Candidate(NamedTuple):
    """An entry of this book by all but its names and its note."""

    number: int
    note: str | None
    parties: tuple[int | None, ...]


def digest(kept: Kept) -> bytes:
    """What an entry is known by."""
    return drafts.digest(repr(kept))


class Known:
    """The entries that the book had before the first statement of a file; each is found once."""

    def __init__(self, connection: sqlite3.Connection, registers: Registers, last: int) -> None:
        self._connection, self._registers, self._last = connection, registers, last
        self._found = bytearray(last + 1)
        self._digests: Digests = {}
        self._undone: Digests = {}
        """Entries of imports that were taken back: such a row may come again."""
        self._nameless: dict[bytes, list[_Candidate]] | None = None
        undone = imports.undone_entries(connection) if last else frozenset()
        for number, kept in exchange.kept(connection) if last else ():
            into = self._undone if number in undone else self._digests
            into.setdefault(digest(kept), deque()).append(number)
        self._reversed = exchange.taken_back(connection)[1]

    def find(self, said: EntrySaid, by: bytes) -> int | None:
        """The entry that says the same; one of an import that was taken back where the file takes it back too."""
        found = self._next(self._digests, by)
        if found is None and said.reversed_by is not None:
            found = self._next(self._undone, by)
        return found

    def _next(self, among: Digests, by: bytes) -> int | None:
        numbers = among.get(by)
        while numbers:
            number = numbers.popleft()
            if not self._found[number]:
                self._found[number] = True
                return number
        return None

    # --- by a transaction number

    def by_number(self, said: EntrySaid, kept: Kept) -> int | None:
        """The entry that came with the same transaction number. Raises NumberSaysOther where it says something else."""
        if said.known_by is None or said.returns is not None or not said.known_by.startswith(NUMBERED):
            return None
        identity = bytes.fromhex(said.known_by.partition("-")[2])
        candidates = [
            number
            for number in imports.entries_known_by(self._connection, identity)
            if number <= self._last and not self._found[number] and number not in self._reversed
        ]
        for number in candidates:
            if exchange.amounts(self._connection, number) == _amounts(kept):
                self._found[number] = True
                return number
        if candidates:
            raise errors.NumberSaysOther(number=candidates[0])
        return None

    # --- but for a name that was erased

    def but_for_names(self, kept: Kept, is_gone: tuple[bool, ...]) -> int | None:
        """The entry that says the same but for names erased here or there.

        `kept` has 0 for a party that this book doesn't know; `is_gone`: which of the names were erased there.
        """
        if self._nameless is None:
            self._nameless = {}
            for number, each in exchange.kept(self._connection):
                if number <= self._last:
                    candidate = _Candidate(number, each[_NOTE], _parties(each))
                    self._nameless.setdefault(digest(_nameless(each)), []).append(candidate)
        for candidate in self._nameless.get(digest(_nameless(kept)), ()):
            if not self._found[candidate.number] and self._may_be(candidate, kept, is_gone):
                self._found[candidate.number] = True
                return candidate.number
        return None

    def _may_be(self, candidate: _Candidate, kept: Kept, is_gone: tuple[bool, ...]) -> bool:
        erased, signs = self._registers.erased_parties(), self._registers.forgotten_elsewhere()
        note = kept[_NOTE]
        if candidate.note != note and not (
            (note is None and any(is_gone)) or (candidate.note is None and erased.intersection(candidate.parties))
        ):
            return False
        return all(
            said == own
            or (was_gone and not self._registers.is_named(own) and own not in signs)
            # A higher number than the erased party's: it was added again since.
            or (said is not None and own in erased and (was_gone or said == 0 or said > own))
            for said, own, was_gone in zip(_parties(kept), candidate.parties, is_gone, strict=True)
        )


def names_of(said: EntrySaid) -> list[str]:
    """Every name that an entry has."""
    return [name for names in said.parties.values() for name in names] + [
        line.own_recipient for line in said.lines if line.own_recipient is not None
    ]


def gone_in(said: EntrySaid) -> tuple[bool, ...]:
    """Which of the names of an entry were erased, in the order in which parties are compared."""
    parties = [name for names in said.parties.values() for name in names]
    return tuple(
        name is not None and is_erased(name) for name in (*parties, *(line.own_recipient for line in said.lines))
    )


def _parties(kept: Kept) -> tuple[int | None, ...]:
    return (*(party for _role, party in kept[_PARTIES]), *(line[_RECIPIENT] for line in kept[_LINES]))


def _nameless(kept: Kept) -> Kept:
    lines = tuple((*line[:_RECIPIENT], line[_RECIPIENT] is not None, *line[_RECIPIENT + 1 :]) for line in kept[_LINES])
    return (*kept[:_NOTE], tuple(role for role, _party in kept[_PARTIES]), lines)


def _amounts(kept: Kept) -> Kept:
    return (*kept[:2], tuple(line[:3] for line in kept[_LINES]))
