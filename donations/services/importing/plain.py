"""Plain rows by the thousand: what each cell means to the book is looked up once, and every row is put together of that."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

from donations.domain.entry import Role
from donations.importers.table import Plain, PlainGoods
from donations.services.importing.before import Before
from donations.services.importing.drafts import IDENTITY_BYTES, Drafts
from donations.services.importing.meanings import PlainMeanings
from donations.services.importing.names import Names
from donations.services.importing.numbered import ByNumber
from donations.services.importing.plain_identities import NOT_PLAIN, NotPlain, PlainIdentities, cut
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.tables import Act
from donations.store.bulk.writer import PlainWriter


class Rows(NamedTuple):
    """Rows that were handed over together, and what each is known by."""

    plain: Plain
    perhaps: dict[int, int]
    """Rows that may have come before, and how many entries are known by each."""
    perhaps_met: list[int]
    goods_met: list[int]
    """Where goods stand that the book wasn't asked for yet, the first time, and where rows that aren't plain do."""
    who_met: list[int]
    """Where somebody stands whom the book wasn't asked for yet, the first time."""
    identities: bytes
    gists: bytes
    """Of rows with numbers of their own what tells each from another that has the same."""
    not_plain: frozenset[int]

    def known_by(self, at: int, stop: int) -> bytes:
        """What the rows from `at` to before `stop` are known by."""
        return self.identities[at * IDENTITY_BYTES : stop * IDENTITY_BYTES]


class PlainTable:
    """Takes the plain rows of one table."""

    def __init__(self, bulk: Bulk, names: Names, drafts: Drafts, title: str, closed_until: str, before: Before) -> None:
        """`before`: what rows may have come before in."""
        self._before, self._again = before, 0
        self._names, self._drafts = names, drafts
        self._bulk, self._writer = bulk, PlainWriter(bulk)
        self._identities = PlainIdentities(title, closed_until)
        self._cells = PlainMeanings(self._writer)
        self._rows: Rows | None = None

    def take(self, plain: Plain, start: int, *, known_only: bool = False) -> int:
        """Take rows from `start` on up to one that isn't plain to the book; gives its place, or how many rows there are.

        `known_only`: only such as came before are taken.
        """
        rows = self._rows
        if rows is None or rows.plain is not plain:
            rows = self._rows = self._read(plain, start)
        else:  # the row before went the careful way, and what is first met there is met again
            _at_each(rows.goods_met, plain.cells.goods, start - 1)
            _at_each(rows.who_met, plain.cells.parties, start - 1)
        at, last = start, plain.many
        while at < last and at not in rows.not_plain:
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
        if entries is None:
            return False
        if not self._before.comes_again(rows.plain.rows[at], rows.known_by(at, at + 1), entries):
            return False
        self._again += 1
        self._cells.add_up(rows.plain.cells, at, at + 1)
        return True

    def again(self) -> int:
        """How many rows have come before, since this was asked last."""
        again, self._again = self._again, 0
        return again

    def sums(self) -> dict[str, Fraction]:
        """What the rows add to the sums of the table, per unit as written."""
        return self._cells.sums()

    # --- many at once

    def _read(self, plain: Plain, start: int) -> Rows:
        if plain.identities:
            identities, gists, not_plain = plain.identities, plain.gists, plain.not_plain
        else:
            identities, gists, not_plain = self._identities.of(plain)
        self._cells.follow(plain)
        if plain.numbers is None:
            perhaps = self._before.perhaps(plain.rows, identities)
            not_plain |= self._before.known_before(plain.many, identities, lambda: self._identities.before(plain))
        else:
            perhaps, not_plain = {}, not_plain | self._before.numbers_met(plain.rows, plain.numbers, identities, gists)
        apart = {*perhaps, *not_plain}
        goods_met = sorted({*not_plain, *_first_met(plain.cells.goods, start, self._cells.what, apart)})
        who_met = sorted(_first_met(plain.cells.parties, start, self._cells.who, apart))
        return Rows(plain, perhaps, sorted(perhaps), goods_met, who_met, identities, gists, not_plain)

    def _write(self, rows: Rows, at: int, stop: int) -> int:
        """Write the rows from `at` to before `stop`, whose goods are known, as far as they are plain; gives how far that is."""
        cells = rows.plain.cells
        amounts = self._cells.amounts(cells, at, stop)
        acts, stop = self._meet(rows, at, at + len(amounts.minors))
        if stop == at:  # the first row's names are known already
            return at
        self._writer.add(self._cells.entries(rows.plain, at, stop, amounts, rows.known_by(at, stop)), acts)
        self._cells.add_up(cells, at, stop)
        if rows.plain.numbers is not None:
            self._before.note_numbers(cut(rows.identities, at, stop), cut(rows.gists, at, stop))
        return stop

    def _meet(self, rows: Rows, at: int, stop: int) -> tuple[list[tuple[int, Act]], int]:
        """Look up who is met for the first time; gives what that did, each with its place, and how far all are plain."""
        acts: list[tuple[int, Act]] = []
        met = rows.who_met
        with self._bulk.postponing() as done:
            for place in met[bisect_left(met, at) : bisect_left(met, stop)]:
                before = len(done)
                is_plain = self._knows_who(rows.plain, place)
                acts += [(place - at, act) for act in done[before:]]
                if not is_plain:
                    return acts, place
        return acts, stop

    # --- what cells mean to the book

    def _knows(self, rows: Rows, at: int) -> bool:
        """Look up what isn't known yet of a row, in the order of the careful way; gives whether all of it is plain."""
        plain = rows.plain
        cell = plain.cells.goods[at]
        if not self._is_taken(plain, at) or not self._knows_who(plain, at):
            return False
        if not self._cells.what.knows(cell):
            try:
                self._cells.what.put(cell, self._goods(plain.means.goods[cell]))
            except NOT_PLAIN:
                return False
        return True

    def _is_taken(self, plain: Plain, at: int) -> bool:
        """Whether the book can take its amount; asked before anybody is registered."""
        goods = plain.cells.goods[at]
        if self._cells.what.knows(goods):
            return bool(self._cells.amounts(plain.cells, at, at + 1).minors)
        number, line = plain.means.amounts[plain.cells.amounts[at]], plain.means.goods[goods].line
        try:
            self._names.check(replace(line.quantity, written=number.written, number=number.number))
        except NOT_PLAIN:
            return False
        return True

    def _knows_who(self, plain: Plain, at: int) -> bool:
        cell = plain.cells.parties[at]
        if not self._cells.who.knows(cell):
            try:
                self._cells.who.put(cell, self._party(plain.means.parties[cell]))
            except NOT_PLAIN:
                return False
        return True

    def _party(self, parties: Mapping[Role, tuple[str, ...]]) -> tuple[Any, ...]:
        for names in parties.values():
            for name in names:  # of a row that can't be taken nobody is registered
                self._names.check_party(name)
        rows = self._drafts.looked_up(parties)
        if not rows:
            raise NotPlain
        return *self._writer.party(rows), self._drafts.common_place(rows)

    def _goods(self, goods: PlainGoods) -> tuple[Any, ...]:
        values = self._drafts.line(None, goods.line)
        scale = self._names.scale(goods.line.quantity)
        if scale is None:
            raise NotPlain
        return *self._writer.goods(values, (goods.before, goods.behind)), scale


def _first_met(cells: Sequence[int], start: int, known: ByNumber, apart: set[int]) -> list[int]:
    """Where each of the cells from `start` on that isn't known yet stands first, in rows that aren't looked at `apart`."""
    said = known.parts[0]
    new = [cell for cell in set(cells) if said[cell] is None]
    if not new:
        return []
    behind = range(len(cells) - 1, start - 1, -1)
    met = [at for at in behind if at not in apart] if apart else behind
    places = dict(zip(map(cells.__getitem__, met), met, strict=True))  # of several that are equal the first is left
    return [places[cell] for cell in new if cell in places]


def _next(places: list[int], at: int, last: int) -> int:
    """The first of the places behind `at`; `last` where there is none."""
    found = bisect_right(places, at)
    return places[found] if found < len(places) else last


def _at_each(met: list[int], cells: Sequence[Any], at: int) -> None:
    """What stands at that place is to be looked up wherever it stands."""
    met[:] = sorted({*met, *(place for place, cell in enumerate(cells) if cell == cells[at])})
