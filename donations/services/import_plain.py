"""Plain rows by the thousand: what each cell means to the book is looked up once, and every row is put together of that."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from fractions import Fraction
from hashlib import blake2b
from operator import mul
from typing import Any, NamedTuple

from donations import errors
from donations.domain import text
from donations.domain.amount import LARGEST_MINOR
from donations.importers.table import Meanings, Plain
from donations.services import import_drafts
from donations.services.import_drafts import BETWEEN, IDENTITY_BYTES, Drafts
from donations.services.import_names import Names, Place
from donations.store.bulk import Bulk
from donations.store.bulk_plain import Goods, Party, PlainEntries, PlainWriter

_MOST = 50_000
"""So many cells of one sort are remembered."""


class NotPlain(Exception):  # noqa: N818 - it says what the row is, and never leaves this file
    """The row goes the careful way."""


_NOT_PLAIN = (NotPlain, errors.BadInput, errors.Refused, errors.NotThere)


class Worked(dict[Any, Any]):
    """What is worked out when it is first asked for; all is forgotten when it becomes too much."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401 - a cell, or those of several columns
        value = self._work(key)
        if len(self) >= _MOST:
            self.clear()
        self[key] = value
        return value


class Said:
    """What cells say, whatever the book has of it: it is asked nothing, and nothing comes into it."""

    def __init__(self, means: Meanings, title: str, closed_until: str) -> None:
        self._means, self._closed_until = means, closed_until
        self._title = b"" if means.has_date else f"\n{text.key(title)}".encode()
        self._kept = [
            Worked(work) for work in (self._day, self._who, self._place, self._goods, self._number, self._note)
        ]

    def of(self, plain: Plain) -> tuple[list[list[Any]], frozenset[int]]:
        """What the cells say, column by column, and the places of the rows that aren't plain."""
        cells = plain.columns[1:]
        try:
            return [
                list(map(kept.__getitem__, column)) for kept, column in zip(self._kept, cells, strict=True)
            ], frozenset()
        except _NOT_PLAIN:
            pass
        rows = [self._row(row) for row in zip(*cells, strict=True)]
        bad = frozenset(at for at, row in enumerate(rows) if row is None)
        return [list(column) for column in zip(*(row or _NOTHING for row in rows), strict=True)], bad

    def _row(self, cells: Sequence[Any]) -> list[Any] | None:
        try:
            return [kept[cell] for kept, cell in zip(self._kept, cells, strict=True)]
        except _NOT_PLAIN:
            return None

    def _day(self, cell: str) -> tuple[str, bytes]:
        day = self._means.day(cell).isoformat()
        if day <= self._closed_until:  # whether it may go there is for the careful way to ask
            raise NotPlain
        return day, f"{self._means.kind}{BETWEEN}{day}{BETWEEN}".encode()

    def _who(self, cells: Any) -> bytes:  # noqa: ANN401 - of several columns
        roles = import_drafts.roles_said(self._means.parties(cells))
        return "".join(f"{role}{BETWEEN}" for role in roles).encode()

    def _place(self, cells: Any) -> tuple[Place | None, bytes]:  # noqa: ANN401 - of several columns
        place = self._means.place(cells)
        found = None if place is None else (place.city, place.county)
        return found, f"{'' if found is None else BETWEEN.join(map(str, found))}{BETWEEN}".encode()

    def _goods(self, cells: Any) -> tuple[bytes, bytes, str]:  # noqa: ANN401 - of several columns
        line, _before, unit = self._means.goods(cells, "1")
        before, behind = import_drafts.around_number(line)
        return before.encode(), behind.encode() + self._title, unit

    def _number(self, cell: str) -> tuple[int, int, bytes]:
        many, parts = self._means.number(cell).as_integer_ratio()
        return many, parts, b"%d/%d" % (many, parts)

    def _note(self, cell: str) -> tuple[str | None, bytes]:
        note = self._means.note(cell)
        noted = import_drafts.noted(note) if note else ""
        return noted or None, f"{noted}{BETWEEN}{BETWEEN}".encode()


_NOTHING: tuple[Any, ...] = (("", b""), b"", (None, b""), (b"", b"", ""), (0, 1, b""), (None, b""))
"""What a row that isn't plain is counted as until somebody comes to it."""


class Rows(NamedTuple):
    """Rows that were handed over together: what their cells say, column by column, and what each row is known by."""

    plain: Plain
    not_plain: frozenset[int]
    first_met: list[int]
    """Where cells stand for the first time that name somebody or something the book wasn't asked for yet."""
    days: Sequence[str]
    places: Sequence[Place | None]
    units: Sequence[str]
    many: Sequence[int]
    parts: Sequence[int]
    notes: Sequence[str | None]
    identities: list[bytes]


class PlainTable:
    """Takes the plain rows of one table."""

    def __init__(self, bulk: Bulk, names: Names, drafts: Drafts, title: str, closed_until: str = "") -> None:
        self._names, self._drafts, self._title, self._closed_until = names, drafts, title, closed_until
        self._writer = PlainWriter(bulk)
        self._who: dict[Any, tuple[Party, Place]] = {}
        self._what: dict[Any, tuple[Goods, int]] = {}
        self._heads = Worked(lambda key: self._writer.head(self._kind, *key))
        self._sums: dict[tuple[str, int], int] = {}
        self._kind = ""
        self._said: Said | None = None
        self._rows: Rows | None = None

    def take(self, plain: Plain, start: int) -> int:
        """Take rows from `start` on up to one that isn't plain to the book; gives its place, or how many rows there are."""
        rows = self._rows
        if rows is None or rows.plain is not plain:
            rows = self._rows = self._read(plain)
        who, what, digits = plain.columns[2], plain.columns[4], plain.columns[5]
        at, last = start, plain.many
        while at < last:
            if at in rows.not_plain or not self._knows(plain.means, who[at], what[at], digits[at]):
                break
            next_met = bisect_right(rows.first_met, at)
            stop = rows.first_met[next_met] if next_met < len(rows.first_met) else last
            done = self._write(rows, at, stop)
            if done < stop and self._is_known(who[done], what[done]):
                return done
            at = done
        return at

    def sums(self) -> dict[str, Fraction]:
        """What the rows add to the sums of the table, per unit as written."""
        found: dict[str, Fraction] = {}
        for (unit, parts), many in self._sums.items():
            found[unit] = found.get(unit, Fraction(0)) + Fraction(many, parts)
        return found

    # --- many at once

    def _read(self, plain: Plain) -> Rows:
        if self._said is None:
            self._said = Said(plain.means, self._title, self._closed_until)
            self._kind = plain.means.kind
        (day_cells, who_said, place_cells, goods, numbers, note_cells), not_plain = self._said.of(plain)
        days, day_said = zip(*day_cells, strict=True)
        places, place_said = zip(*place_cells, strict=True)
        before, behind, units = zip(*goods, strict=True)
        many, parts, number_said = zip(*numbers, strict=True)
        notes, note_said = zip(*note_cells, strict=True)
        said = map(b"".join, zip(day_said, who_said, place_said, note_said, before, number_said, behind, strict=True))
        identities = [blake2b(each, digest_size=IDENTITY_BYTES).digest() for each in said]
        met = {*not_plain, *_first_met(plain.columns[2], self._who), *_first_met(plain.columns[4], self._what)}
        return Rows(plain, not_plain, sorted(met), days, places, units, many, parts, notes, identities)

    def _write(self, rows: Rows, at: int, stop: int) -> int:
        """Write the rows from `at` to before `stop`, as far as all is known of them; gives how far that is."""
        who, what = rows.plain.columns[2][at:stop], rows.plain.columns[4][at:stop]
        try:
            parties, homes = zip(*map(self._who.__getitem__, who), strict=True)
            goods, scales = zip(*map(self._what.__getitem__, what), strict=True)
        except KeyError:  # what was known became too much, and was forgotten
            known = next(place for place, each in enumerate(zip(who, what, strict=True)) if not self._is_known(*each))
            return self._write(rows, at, at + known) if known else at
        minors = _minors(rows.many[at:stop], rows.parts[at:stop], scales)
        stop = at + len(minors)
        if not minors:
            return at
        there = [place or home for place, home in zip(rows.places[at:stop], homes, strict=False)]
        heads = list(map(self._heads.__getitem__, zip(rows.days[at:stop], there, strict=True)))
        many = len(minors)
        self._writer.add(
            PlainEntries(
                heads, parties[:many], goods[:many], minors, rows.plain.columns[5][at:stop], rows.notes[at:stop],
                rows.plain.columns[0][at:stop], rows.identities[at:stop],
            )
        )  # fmt: skip
        self._add_up(rows.units[at:stop], rows.parts[at:stop], rows.many[at:stop])
        return stop

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

    def _is_known(self, who: Any, what: Any) -> bool:  # noqa: ANN401 - of several columns
        return who in self._who and what in self._what

    def _knows(self, means: Meanings, who: Any, what: Any, digits: str) -> bool:  # noqa: ANN401 - of several columns
        """Look up what isn't known yet of a row, in the order of the careful way; gives whether all of it is plain."""
        try:
            if who not in self._who:
                _keep(self._who, who, self._party(means, who))
            if what not in self._what:
                _keep(self._what, what, self._goods(means, what, digits))
        except _NOT_PLAIN:
            return False
        return True

    def _party(self, means: Meanings, cells: Any) -> tuple[Party, Place]:  # noqa: ANN401 - of several columns
        rows = self._drafts.looked_up(means.parties(cells))
        if len(rows) != 1:
            raise NotPlain
        return self._writer.party(rows[0]), self._drafts.place_of(rows)

    def _goods(self, means: Meanings, cells: Any, digits: str) -> tuple[Goods, int]:  # noqa: ANN401 - of several columns
        line, *words = means.goods(cells, digits)
        values = self._drafts.line(None, line)
        scale = self._names.scale(line.quantity)
        if scale is None:
            raise NotPlain
        before, behind = words
        return self._writer.goods(values, (before, behind)), scale


def _keep(kept: dict[Any, Any], key: Any, value: object) -> None:  # noqa: ANN401 - a cell, or those of several columns
    if len(kept) >= _MOST:
        kept.clear()
    kept[key] = value


def _first_met(cells: Sequence[Any], known: dict[Any, Any]) -> list[int]:
    """Where each of the cells that isn't known yet stands first."""
    new = set(cells).difference(known)
    if not new:
        return []
    places = dict(zip(reversed(cells), range(len(cells) - 1, -1, -1), strict=True))
    return [places[cell] for cell in new]


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
