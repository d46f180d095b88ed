"""What the cells of plain rows are to the book, and entries put together of that, column by column."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import getitem
from typing import Any, NamedTuple

from donations.domain.amount import LARGEST_MINOR
from donations.domain.place import Place
from donations.importers.table import Plain, PlainCells, PlainDay, PlainGoods, PlainNumber
from donations.services.importing import drafts
from donations.services.importing.numbered import ByNumber
from donations.store.bulk.plain import DIGITS
from donations.store.bulk.writer import PlainEntries, PlainWriter

_MOST_HEADS = 50_000
_SCALE = 5
"""Where it stands in what goods are how many of the smallest units one is."""


class Amounts(NamedTuple):
    """In smallest units, as the chain covers them, and as cells."""

    minors: list[int]
    covered: list[bytes]
    cells: list[bytes]
    as_written: bool
    """Whether they were written in the same digits."""

    def until(self, many: int) -> "Amounts":
        """The first `many` of them."""
        if many == len(self.minors):
            return self
        return Amounts(self.minors[:many], self.covered[:many], self.cells[:many], self.as_written)


class _Days(dict[int, int]):
    """The heads of entries of one place, by the numbers of their types and days."""

    def __init__(self, new: Callable[[int], int]) -> None:
        super().__init__()
        self._new = new

    def __missing__(self, day: int) -> int:
        self[day] = number = self._new(day)
        return number


class _Heads:
    """Heads of entries, numbered, and what each is, part by part."""

    def __init__(self, writer: PlainWriter) -> None:
        self._writer = writer
        self.parts: tuple[list[Any], ...] = [], [], []
        self._at: dict[Any, _Days] = {}

    def forget(self) -> None:
        """Days are numbered anew."""
        self._at.clear()
        for part in self.parts:
            part.clear()

    def at(self, types: list[str], days: list[str], place: Any) -> _Days:  # noqa: ANN401 - a city and a county
        """The heads of entries at a place, by the numbers of their days."""
        found = self._at.get(place)
        if found is None:

            def new(day: int) -> int:
                for part, value in zip(self.parts, self._writer.head(types[day], days[day], place), strict=True):
                    part.append(value)
                return len(self.parts[0]) - 1

            found = self._at[place] = _Days(new)
        return found


class _Minors(ByNumber):
    """What numbers are in smallest units, as the chain covers that, and as cells; None of those that the book can't take."""

    def __init__(self, scale: int) -> None:
        super().__init__(3, lambda number: _minor(number, scale))
        self.has_misfits, self.as_written = False, True
        """Whether some can't be taken, and whether all are written as they are."""

    def follow(self, means: list[Any]) -> int:
        """Know all numbers of which that is the meaning; gives that of the first new one."""
        first = super().follow(means)
        self.has_misfits = None in self.parts[0][first:] or (self.has_misfits and first > 0)
        new = zip(self.parts[1][first:], means[first:], strict=True)
        self.as_written = all(said.decode() == mean.written for said, mean in new) and (self.as_written or not first)
        return first


class PlainMeanings:
    """What the cells of one table are to the book, by their numbers."""

    def __init__(self, writer: PlainWriter) -> None:
        self._writer = writer
        self.who = ByNumber(5, None)
        """The fields of Party, and where they are."""
        self.what = ByNumber(6, None)
        """The fields of Goods, and how many of the smallest units one is."""
        self._days, self._places = ByNumber(2, _day), ByNumber(1, _place)
        self._units, self._notes = ByNumber(1, _unit), ByNumber(1, _note)
        self._numbers = ByNumber(4, _number)
        self._heads = _Heads(writer)
        self._is_whole = True
        """Whether all numbers are whole ones."""
        self._minors: dict[int, _Minors] = {}
        """For each of those scales what the numbers are then."""
        self._sums: dict[tuple[str, int], int] = {}

    def follow(self, plain: Plain) -> None:
        """Know the cells that come for the first time."""
        means = plain.means
        self._means_of_numbers = means.amounts
        if not self._days.follow(means.days) or len(self._heads.parts[0]) >= _MOST_HEADS:
            self._heads.forget()
        self._places.follow(means.places)
        for column, of in (
            (self.who, means.parties), (self.what, means.goods), (self._units, means.goods), (self._notes, means.notes),
        ):  # fmt: skip
            column.follow(of)
        first, parts = self._numbers.follow(means.amounts), self._numbers.parts[1]
        self._is_whole = all(part == 1 for part in parts[first:]) and (self._is_whole or not first)

    # --- entries

    def amounts(self, cells: PlainCells, at: int, stop: int) -> Amounts:
        """The amounts of the rows from `at` to before `stop`, whose goods are known, up to the first that the book can't take."""
        numbers = cells.amounts[at:stop]
        scales = list(map(self.what.parts[_SCALE].__getitem__, cells.goods[at:stop]))
        if scales.count(scales[0]) == len(scales):
            by = self._minors_by(scales[0])
            minors, covered, told = (list(map(part.__getitem__, numbers)) for part in by.parts)
            found = Amounts(minors, covered, told, by.as_written)
            if not by.has_misfits:
                return found
        else:
            each = (
                tuple(part[number] for part in self._minors_by(scale).parts)
                for number, scale in zip(numbers, scales, strict=True)
            )
            minors, covered, told = map(list, zip(*each, strict=True))
            found = Amounts(minors, covered, told, as_written=False)
        return found.until(minors.index(None) if None in minors else len(minors))

    def _minors_by(self, scale: int) -> "_Minors":
        found = self._minors.get(scale)
        if found is None:
            found = self._minors[scale] = _Minors(scale)
        found.follow(self._means_of_numbers)
        return found

    def entries(self, plain: Plain, at: int, stop: int, amounts: Amounts, known_by: bytes) -> PlainEntries:
        """The rows from `at` to before `stop`, of which all is known."""
        days, parties, places, goods, numbers, notes = (column[at:stop] for column in plain.cells)
        names, roles, party_covered, others_of, homes_of = self.who.parts
        there: list[Any] = list(map(self._places.parts[0].__getitem__, places))
        if None in self._places.parts[0]:
            there = [place or home for place, home in zip(there, map(homes_of.__getitem__, parties), strict=True)]
        types, days_of = self._days.parts
        of = {place: self._heads.at(types, days_of, place) for place in set(there)}
        heads = list(map(getitem, map(of.__getitem__, there), days))
        minors, amounts_covered, amount_cells, as_written = amounts.until(stop - at)
        return PlainEntries(
            _picked(self._heads.parts, heads), _picked((names, party_covered), parties),
            None if self._writer.has_one_role else list(map(roles.__getitem__, parties)),
            list(map(others_of.__getitem__, parties)) if self._writer.has_several else None,
            _picked(self.what.parts[:_SCALE], goods), (minors, amounts_covered, amount_cells),
            None if as_written else _picked(self._numbers.parts[2:], numbers),
            list(map(self._notes.parts[0].__getitem__, notes)), plain.rows[at:stop], known_by, plain.numbers is not None,
        )  # fmt: skip

    # --- sums of the table

    def add_up(self, cells: PlainCells, at: int, stop: int) -> None:
        """Count the rows from `at` to before `stop`."""
        goods, numbers = cells.goods[at:stop], cells.amounts[at:stop]
        [unit_of], (many_of, parts_of, *_digits), sums = self._units.parts, self._numbers.parts, self._sums
        units = {unit_of[cell] for cell in set(goods)}
        if len(units) == 1 and self._is_whole:
            key = units.pop(), 1
            sums[key] = sums.get(key, 0) + sum(map(many_of.__getitem__, numbers))
            return
        for cell, number in zip(goods, numbers, strict=True):
            key = unit_of[cell], parts_of[number]
            sums[key] = sums.get(key, 0) + many_of[number]

    def sums(self) -> dict[str, Fraction]:
        """What the rows add to the sums of the table, per unit as written."""
        found: dict[str, Fraction] = {}
        for (unit, parts), many in self._sums.items():
            found[unit] = found.get(unit, Fraction(0)) + Fraction(many, parts)
        return found


def _picked(parts: Sequence[list[Any]], numbers: list[int]) -> Any:  # noqa: ANN401 - as many columns as there are parts
    return tuple(list(map(part.__getitem__, numbers)) for part in parts)


def _day(day: PlainDay) -> tuple[str, str]:
    return day.type, day.day.isoformat()


def _place(place: Place | None) -> tuple[tuple[str, str | None] | None]:
    return (None if place is None else (place.city, place.county),)


def _unit(goods: PlainGoods) -> tuple[str]:
    return (goods.counted_as,)


def _note(note: str | None) -> tuple[bytes | None]:
    noted = drafts.noted(note) if note else ""
    return (noted.encode() or None,)


def _number(number: PlainNumber) -> tuple[int, int, bytes, bytes]:
    """How many, of how many parts, its digits, and these as a cell."""
    digits = number.written.encode()
    return *number.number.as_integer_ratio(), digits, digits.ljust(DIGITS)


def _minor(number: PlainNumber, scale: int) -> tuple[int | None, bytes, bytes]:
    many, parts = number.number.as_integer_ratio()
    minor, finer = divmod(many * scale, parts)
    if finer or minor > LARGEST_MINOR:
        return None, b"", b""
    said = b"%d" % minor
    return minor, said, said.ljust(DIGITS)
