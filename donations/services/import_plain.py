"""Plain rows by the thousand: what each cell means to the book is looked up once, and every row is put together of that."""

from fractions import Fraction
from hashlib import blake2b
from typing import Any, NamedTuple

from donations import errors
from donations.domain import text
from donations.domain.amount import LARGEST_MINOR
from donations.domain.entry import Draft
from donations.importers.table import Plain, PlainRow, Record
from donations.services import import_drafts
from donations.services.import_drafts import BETWEEN, IDENTITY_BYTES, Drafts
from donations.services.import_names import Names, Place
from donations.store.bulk import Bulk
from donations.store.bulk_plain import Goods, Head, Party, PlainEntry, PlainWriter

_MOST = 50_000
"""So many cells of one sort are remembered."""


class _Who(NamedTuple):
    """Who stands in a row, where they are, and what a row is known by of them."""

    party: Party
    place: Place
    said: str


class _What(NamedTuple):
    """The goods of a row, how many smallest units one of theirs is, and what a row is known by of them."""

    goods: Goods
    scale: int
    before: str
    behind: str
    unit: str


class _NotPlain(Exception):  # noqa: N818 - it says what the row is, and never leaves this file
    """The row goes the careful way."""


class PlainTable:
    """Takes the plain rows of one table."""

    def __init__(self, bulk: Bulk, names: Names, drafts: Drafts, title: str, closed_until: str = "") -> None:
        self._names, self._drafts, self._title, self._closed_until = names, drafts, title, closed_until
        self._writer = PlainWriter(bulk)
        self._who: dict[Any, _Who] = {}
        self._places: dict[Any, tuple[Place | None, str]] = {}
        self._what: dict[Any, _What] = {}
        self._notes: dict[str, tuple[str | None, str]] = {}
        self._days: dict[str, tuple[str, str]] = {}
        self._heads: dict[tuple[str, Place], Head] = {}
        self._numbers: dict[str, tuple[int, int, str]] = {}
        self._sums: dict[tuple[str, int], int] = {}

    def take(self, plain: Plain, start: int) -> int:
        """Take rows from `start` on up to one that isn't plain to the book; gives its place, or how many rows there are."""
        rows, sums = plain.rows, self._sums
        days, parties, places, kinds, notes = self._days, self._who, self._places, self._what, self._notes
        numbers, heads = self._numbers, self._heads
        pending: list[PlainEntry] = []
        at, last, add = start, len(rows), pending.append
        while at < last:
            number, day_cell, who, where, what, digits, note_cell = rows[at]
            try:
                day, day_said = days[day_cell]
                party, home, party_said = parties[who]
                place, place_said = places[where]
                goods, scale, before, behind, unit = kinds[what]
                note, note_said = notes[note_cell]
                many, parts, said = numbers[digits]
                head = heads[day, place or home]
            except KeyError:
                self._writer.add(pending)
                pending.clear()
                if not self._knows(plain, rows[at]):
                    break
                continue
            minor, finer = (many * scale, 0) if parts == 1 else divmod(many * scale, parts)
            if finer or minor > LARGEST_MINOR:
                break
            known_by = f"{day_said}{party_said}{place_said}{note_said}{before}{said}{behind}".encode()
            identity = blake2b(known_by, digest_size=IDENTITY_BYTES).digest()
            add((head, party, goods, minor, digits, note, number, identity))
            sums[unit, parts] = sums.get((unit, parts), 0) + many
            at += 1
        self._writer.add(pending)
        return at

    def sums(self) -> dict[str, Fraction]:
        """What the rows add to the sums of the table, per unit as written."""
        found: dict[str, Fraction] = {}
        for (unit, parts), many in self._sums.items():
            found[unit] = found.get(unit, Fraction(0)) + Fraction(many, parts)
        return found

    # --- what cells mean

    def _knows(self, plain: Plain, row: PlainRow) -> bool:
        """Look up what isn't known yet of a row, in the order of the careful way; gives whether all of it is plain."""
        record = plain.record(row)
        _place, day, who, where, what, digits, note = row
        draft = record.drafts[0]
        if draft.date.isoformat() <= self._closed_until:  # whether it may go there is for the careful way to ask
            return False
        try:
            if who not in self._who:
                _keep(self._who, who, self._party(draft))
            if what not in self._what:
                _keep(self._what, what, self._goods(draft, record, plain.around(what)))
            if digits not in self._numbers:
                _keep(self._numbers, digits, _number(draft))
            if note not in self._notes:
                noted = import_drafts.noted(draft.note) if draft.note else ""
                _keep(self._notes, note, (noted or None, f"{noted}{BETWEEN}{BETWEEN}"))
        except (_NotPlain, errors.BadInput, errors.Refused, errors.NotThere):
            return False
        self._days[day] = draft.date.isoformat(), f"{draft.type}{BETWEEN}{draft.date.isoformat()}{BETWEEN}"
        place = None if draft.place is None else (draft.place.city, draft.place.county)
        self._places[where] = place, f"{'' if place is None else BETWEEN.join(map(str, place))}{BETWEEN}"
        head = draft.date.isoformat(), place or self._who[who].place
        if head not in self._heads:
            _keep(self._heads, head, self._writer.head(draft.type, *head))
        return True

    def _party(self, draft: Draft) -> _Who:
        rows = self._drafts.looked_up(draft.parties)
        if len(rows) != 1:
            raise _NotPlain
        said = "".join(f"{role}{BETWEEN}" for role in import_drafts.roles_said(draft))
        return _Who(self._writer.party(rows[0]), self._drafts.place_of(rows), said)

    def _goods(self, draft: Draft, record: Record, words: tuple[str, str]) -> _What:
        [line], [unit] = draft.lines, record.sums
        values = self._drafts.line(draft, line)
        scale = self._names.scale(line.quantity)
        if scale is None:
            raise _NotPlain
        before, behind = import_drafts.around_number(line)
        title = "" if record.has_date else f"\n{text.key(self._title)}"
        return _What(self._writer.goods(values, words), scale, before, f"{behind}{title}", unit)


def _keep(kept: dict[Any, Any], key: Any, value: object) -> None:  # noqa: ANN401 - a cell, or those of several columns
    if len(kept) >= _MOST:
        kept.clear()
    kept[key] = value


def _number(draft: Draft) -> tuple[int, int, str]:
    """Numerator and denominator, and what a row is known by of them."""
    number = draft.lines[0].quantity.number
    assert number is not None, draft
    many, parts = number.as_integer_ratio()
    return many, parts, f"{many}/{parts}"
