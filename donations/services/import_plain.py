"""Plain rows by the thousand: what each cell means to the book is looked up once, and every row is put together of that."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from fractions import Fraction
from operator import mul
from typing import Any, NamedTuple, Protocol

from donations.domain.amount import LARGEST_MINOR
from donations.importers.table import Meanings, Plain, PlainSaid
from donations.services.import_drafts import Drafts
from donations.services.import_names import Names, Place
from donations.services.import_said import MOST, NOT_PLAIN, NotPlain, Said, Worked
from donations.store.bulk import Bulk
from donations.store.bulk_tables import Act
from donations.store.bulk_writer import Goods, Party, PlainEntries, PlainWriter


class Before(Protocol):
    """What the book had before this file."""

    def perhaps(self, rows: Sequence[int], identities: Sequence[bytes]) -> dict[int, int]:
        """The places of those of the rows that may have come before, and how many entries are known by each."""

    def comes_again(self, row: int, identity: bytes, entries: int) -> bool:
        """Whether the row, known by as many entries, came before; said in the order of the rows, once of each."""


class Rows(NamedTuple):
    """Rows that were handed over together: what their cells say, column by column, and what each row is known by."""

    plain: Plain
    perhaps: dict[int, int]
    """Rows that may have come before, and how many entries are known by each."""
    perhaps_met: list[int]
    goods_met: list[int]
    """Where goods stand that the book wasn't asked for yet, the first time, and where rows that aren't plain do."""
    who_met: list[int]
    """Where somebody stands whom the book wasn't asked for yet, the first time."""
    said: PlainSaid


class PlainTable:
    """Takes the plain rows of one table."""

    def __init__(
        self, bulk: Bulk, names: Names, drafts: Drafts, title: str, closed_until: str, before: Before | None
    ) -> None:
        """`before`: what rows may have come before in; None where none can have."""
        self._before, self._again = before, 0
        self._names, self._drafts, self._title, self._closed_until = names, drafts, title, closed_until
        self._bulk, self._writer = bulk, PlainWriter(bulk)
        self._who: dict[Any, tuple[Party, Place]] = {}
        self._what: dict[Any, tuple[Goods, int]] = {}
        self._heads = Worked(lambda key: self._writer.head(self._kind, *key))
        self._sums: dict[tuple[str, int], int] = {}
        self._kind = ""
        self._reader: Said | None = None
        self._rows: Rows | None = None

    def take(self, plain: Plain, start: int, *, known_only: bool = False) -> int:
        """Take rows from `start` on up to one that isn't plain to the book; gives its place, or how many rows there are.

        `known_only`: only such as came before are taken.
        """
        rows = self._rows
        if rows is None or rows.plain is not plain:
            rows = self._rows = self._read(plain, start)
        else:  # the row before went the careful way, and what is first met there is met again
            _at_each(rows.goods_met, plain.columns[4], start - 1)
            _at_each(rows.who_met, plain.columns[2], start - 1)
        at, last = start, plain.many
        while at < last and at not in rows.said.not_plain:
            if self._comes_again(rows, at):
                at += 1
                continue
            if known_only or not self._knows(rows, at):
                break
            stop = min(_next(rows.goods_met, at, last), _next(rows.perhaps_met, at, last))
            done = self._write(rows, at, stop)
            if done < stop:
                return done
            at = done
        return at

    def _comes_again(self, rows: Rows, at: int) -> bool:
        entries = rows.perhaps.pop(at, None)
        if entries is None or self._before is None:
            return False
        if not self._before.comes_again(rows.plain.columns[0][at], rows.said.identities[at], entries):
            return False
        self._again += 1
        self._add_up(rows.said.units[at : at + 1], rows.said.parts[at : at + 1], rows.said.many[at : at + 1])
        return True

    def again(self) -> int:
        """How many rows have come before, since this was asked last."""
        again, self._again = self._again, 0
        return again

    def sums(self) -> dict[str, Fraction]:
        """What the rows add to the sums of the table, per unit as written."""
        found: dict[str, Fraction] = {}
        for (unit, parts), many in self._sums.items():
            found[unit] = found.get(unit, Fraction(0)) + Fraction(many, parts)
        return found

    # --- many at once

    def _read(self, plain: Plain, start: int) -> Rows:
        said = plain.said
        if said is None:
            if self._reader is None:
                self._reader = Said(plain.means, self._title, self._closed_until)
            said = self._reader.of(plain)
        self._kind = plain.means.kind
        for kept in (self._who, self._what):
            if len(kept) >= MOST:
                kept.clear()
        perhaps = {} if self._before is None else self._before.perhaps(plain.columns[0], said.identities)
        apart = {*perhaps, *said.not_plain}
        goods_met = sorted({*said.not_plain, *_first_met(plain.columns[4], start, self._what, apart)})
        who_met = sorted(_first_met(plain.columns[2], start, self._who, apart))
        return Rows(plain, perhaps, sorted(perhaps), goods_met, who_met, said)

    def _write(self, rows: Rows, at: int, stop: int) -> int:
        """Write the rows from `at` to before `stop`, whose goods are known, as far as they are plain; gives how far that is."""
        cells = rows.plain.columns
        goods, scales = zip(*map(self._what.__getitem__, cells[4][at:stop]), strict=True)
        minors = _minors(rows.said.many[at:stop], rows.said.parts[at:stop], scales)
        acts, stop = self._meet(rows, at, at + len(minors))
        count = stop - at
        if not count:  # the first row's names are known already
            return at
        parties, homes = zip(*map(self._who.__getitem__, cells[2][at:stop]), strict=True)
        there = [place or home for place, home in zip(rows.said.places[at:stop], homes, strict=True)]
        heads = list(map(self._heads.__getitem__, zip(rows.said.days[at:stop], there, strict=True)))
        entries = PlainEntries(
            heads, parties, goods[:count], minors[:count], cells[5][at:stop], rows.said.notes[at:stop], cells[0][at:stop],
            rows.said.identities[at:stop],
        )  # fmt: skip
        self._writer.add(entries, acts)
        self._add_up(rows.said.units[at:stop], rows.said.parts[at:stop], rows.said.many[at:stop])
        return stop

    def _meet(self, rows: Rows, at: int, stop: int) -> tuple[list[tuple[int, Act]], int]:
        """Look up who is met for the first time; gives what that did, each with its place, and how far all are plain."""
        acts: list[tuple[int, Act]] = []
        met = rows.who_met
        with self._bulk.postponing() as done:
            for place in met[bisect_left(met, at) : bisect_left(met, stop)]:
                before = len(done)
                is_plain = self._knows_who(rows, place)
                acts += [(place - at, act) for act in done[before:]]
                if not is_plain:
                    return acts, place
        return acts, stop

    def _add_up(self, units: Sequence[str], parts: Sequence[int], many: Sequence[int]) -> None:
        sums = self._sums
        keys = set(zip(units, parts, strict=True))
        if len(keys) == 1:
            [key] = keys
            sums[key] = sums.get(key, 0) + sum(many)
            return
        for key, each in zip(zip(units, parts, strict=True), many, strict=True):
            sums[key] = sums.get(key, 0) + each

    # --- what cells mean to the book

    def _knows(self, rows: Rows, at: int) -> bool:
        """Look up what isn't known yet of a row, in the order of the careful way; gives whether all of it is plain."""
        goods = rows.plain.columns[4]
        if not self._is_taken(rows, at) or not self._knows_who(rows, at):
            return False
        try:
            if goods[at] not in self._what:
                self._what[goods[at]] = self._goods(rows.plain.means, goods[at], rows.plain.columns[5][at])
        except NOT_PLAIN:
            return False
        return True

    def _is_taken(self, rows: Rows, at: int) -> bool:
        """Whether the book can take its amount; asked before anybody is registered."""
        cells, known = rows.plain.columns, self._what.get(rows.plain.columns[4][at])
        if known is not None:
            return bool(_minors(rows.said.many[at : at + 1], rows.said.parts[at : at + 1], known[1:]))
        try:
            line, *_words = rows.plain.means.goods(cells[4][at], cells[5][at])
            self._names.check(line.quantity)
        except NOT_PLAIN:
            return False
        return True

    def _knows_who(self, rows: Rows, at: int) -> bool:
        who = rows.plain.columns[2]
        try:
            if who[at] not in self._who:
                self._who[who[at]] = self._party(rows.plain.means, who[at])
        except NOT_PLAIN:
            return False
        return True

    def _party(self, means: Meanings, cells: Any) -> tuple[Party, Place]:  # noqa: ANN401 - of several columns
        rows = self._drafts.looked_up(means.parties(cells))
        if len(rows) != 1:
            raise NotPlain
        return self._writer.party(rows[0]), self._drafts.common_place(rows)

    def _goods(self, means: Meanings, cells: Any, digits: str) -> tuple[Goods, int]:  # noqa: ANN401 - of several columns
        line, *words = means.goods(cells, digits)
        values = self._drafts.line(None, line)
        scale = self._names.scale(line.quantity)
        if scale is None:
            raise NotPlain
        before, behind = words
        return self._writer.goods(values, (before, behind)), scale


def _first_met(cells: Sequence[Any], start: int, known: dict[Any, Any], apart: Container[int]) -> list[int]:
    """Where each of the cells from `start` on that isn't known yet stands first, in rows that aren't looked at `apart`."""
    new = set(cells).difference(known)
    if not new:
        return []
    places = {cells[at]: at for at in range(len(cells) - 1, start - 1, -1) if at not in apart}
    return [places[cell] for cell in new if cell in places]


def _next(places: list[int], at: int, last: int) -> int:
    """The first of the places behind `at`; `last` where there is none."""
    found = bisect_right(places, at)
    return places[found] if found < len(places) else last


def _at_each(met: list[int], cells: Sequence[Any], at: int) -> None:
    """What stands at that place is to be looked up wherever it stands."""
    met[:] = sorted({*met, *(place for place, cell in enumerate(cells) if cell == cells[at])})


def _minors(many: Sequence[int], parts: Sequence[int], scales: Sequence[int]) -> list[int]:
    """The amounts in smallest units, up to the first that is too large for the book, or too fine."""
    if parts.count(1) == len(parts):
        minors = list(map(mul, many, scales))
        if max(minors) <= LARGEST_MINOR:
            return minors
    minors = []
    for each, part, scale in zip(many, parts, scales, strict=True):
        minor, finer = divmod(each * scale, part)
        if finer or minor > LARGEST_MINOR:
            break
        minors.append(minor)
    return minors
