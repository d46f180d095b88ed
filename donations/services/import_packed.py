"""Plain rows on their way from the process that read them: each different cell goes once, with what it says, the rows as numbers."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import blake2b
from typing import Any, NamedTuple

from donations.domain.entry import Draft, DraftLine, Role
from donations.domain.place import Place
from donations.importers.table import Plain, PlainRow, PlainSaid, Record
from donations.services.import_drafts import IDENTITY_BYTES
from donations.services.import_said import MOST, NOTHING, Said


class PackedColumn(NamedTuple):
    """A column of cells: those that come for the first time, what they say and mean, and the number of each row's."""

    begins: bool
    """Whether all that came before is forgotten."""
    cells: list[Any]
    said: list[tuple[Any, ...]]
    means: list[Any]
    numbers: bytes


class Packed(NamedTuple):
    """Plain rows as they are sent."""

    kind: str
    has_date: bool
    rows: bytes
    columns: list[PackedColumn]
    identities: bytes
    not_plain: frozenset[int]


class _Known(dict[Any, int]):
    """The cells of one column, numbered as they come, and what rows are known by of each."""

    def __init__(self, column: int, said: Said, meaning: Callable[[Any], Any]) -> None:
        super().__init__()
        self._column, self._said, self._meaning = column, said, meaning
        self.known_by: list[list[bytes]] = [[] for _part in _KNOWN_BY[column]]
        self.odd: set[int] = set()
        """Those of cells that aren't plain."""
        self._begin()

    def _begin(self) -> None:
        self.new: list[Any] = []
        self.new_said: list[tuple[Any, ...]] = []
        self.new_means: list[Any] = []

    def __missing__(self, cell: Any) -> int:  # noqa: ANN401 - of several columns
        self[cell] = number = len(self)
        said = self._said.of_cell(self._column, cell)
        if said is None:
            self.odd.add(number)
            nothing = NOTHING[self._column]
            said = nothing if isinstance(nothing, tuple) else (nothing,)
        for part, place in zip(self.known_by, _KNOWN_BY[self._column], strict=True):
            part.append(said[place])
        self.new.append(cell)
        self.new_said.append(tuple(said[place] for place in _SAID[self._column]))
        self.new_means.append(self._meaning(cell))
        return number

    def pack(self, cells: Sequence[Any]) -> tuple[PackedColumn, Sequence[int]]:
        """The column as it is sent, and the numbers of its cells."""
        begins = len(self) >= MOST
        if begins:
            self.clear()
            self.odd.clear()
            for part in self.known_by:
                part.clear()
        numbers = array("I", map(self.__getitem__, cells))
        packed = PackedColumn(begins, self.new, self.new_said, self.new_means, numbers.tobytes())
        self._begin()
        return packed, numbers


_SAID: tuple[tuple[int, ...], ...] = ((0,), (), (0,), (2,), (0, 1), (0,))
"""Which parts of what a cell says are sent."""
_KNOWN_BY: tuple[tuple[int, ...], ...] = ((1,), (0,), (1,), (0, 1), (2,), (1,))
"""Of which parts a row is known."""


class Packer:
    """Packs the plain rows of one table."""

    def __init__(self, title: str, closed_until: str) -> None:
        self._title, self._closed_until = title, closed_until
        self._columns: list[_Known] = []

    def pack(self, plain: Plain) -> Packed:
        """The rows as they are sent."""
        means = plain.means
        if not self._columns:
            said = Said(means, self._title, self._closed_until)
            meanings: tuple[Callable[[Any], Any], ...] = (
                means.day, means.parties, means.place, lambda cells: means.goods(cells, "1"),
                lambda cell: means.number(cell).as_integer_ratio(), means.note,
            )  # fmt: skip
            self._columns = [_Known(column, said, meaning) for column, meaning in enumerate(meanings)]
        known = self._columns
        packed, numbers = zip(*map(_Known.pack, known, plain.columns[1:]), strict=True)
        day, who, place, (before, behind), number, note = (
            [map(part.__getitem__, each) for part in column.known_by]
            for column, each in zip(known, numbers, strict=True)
        )
        said_of = zip(*day, *who, *place, *note, before, *number, behind, strict=True)
        identities = b"".join([blake2b(each, digest_size=IDENTITY_BYTES).digest() for each in map(b"".join, said_of)])
        odd = [
            {row for row, each in enumerate(column) if each in of.odd}
            for of, column in zip(known, numbers, strict=True)
            if of.odd
        ]
        rows = array("q", plain.columns[0]).tobytes()
        return Packed(means.kind, means.has_date, rows, list(packed), identities, frozenset().union(*odd))


class Cells(Sequence[Any]):
    """A column of which few cells are asked for."""

    def __init__(self, cells: list[Any], numbers: Sequence[int]) -> None:
        self._cells, self._numbers = cells, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - one, or several
        if isinstance(at, slice):
            return [self._cells[number] for number in self._numbers[at]]
        return self._cells[self._numbers[at]]


class Unpacker:
    """Unpacks the plain rows of one table; it is what their cells mean, too."""

    kind: str
    has_date: bool

    def __init__(self) -> None:
        self._cells: list[list[Any]] = [[] for _column in _SAID]
        self._said: list[list[list[Any]]] = [[[] for _part in parts] for parts in _SAID]
        self._means: list[dict[Any, Any]] = [{} for _column in _SAID]

    def unpack(self, packed: Packed) -> Plain:
        """The rows as whoever takes them wants them; those of the next call may take their meanings away."""
        self.kind, self.has_date = packed.kind, packed.has_date
        numbers = [array("I", column.numbers) for column in packed.columns]
        for place, column in enumerate(packed.columns):
            self._learn(place, column)
        [days], _who, [places], [units], [many, parts], [notes] = (
            [list(map(part.__getitem__, each)) for part in parts]
            for parts, each in zip(self._said, numbers, strict=True)
        )
        identities = packed.identities
        known_by = [identities[at : at + IDENTITY_BYTES] for at in range(0, len(identities), IDENTITY_BYTES)]
        said = PlainSaid(days, places, units, many, parts, notes, known_by, packed.not_plain)
        day, who, place_cells, goods, number, note = self._cells
        columns = (
            array("q", packed.rows), Cells(day, numbers[0]), list(map(who.__getitem__, numbers[1])),
            Cells(place_cells, numbers[2]), list(map(goods.__getitem__, numbers[3])),
            list(map(number.__getitem__, numbers[4])), Cells(note, numbers[5]),
        )  # fmt: skip
        return Plain(columns, self, said)

    def _learn(self, place: int, column: PackedColumn) -> None:
        """Know the cells that come for the first time."""
        cells, said, means = self._cells[place], self._said[place], self._means[place]
        if column.begins:
            means.clear()
            for each in (cells, *said):
                each.clear()
        if column.cells:
            cells += column.cells
            for part, new in zip(said, zip(*column.said, strict=True), strict=True):
                part.extend(new)
            means.update(zip(column.cells, column.means, strict=True))

    # --- what cells mean

    def day(self, cell: str) -> date:
        """The day."""
        return self._means[0][cell]  # type: ignore[no-any-return]

    def parties(self, cells: Any) -> Mapping[Role, tuple[str, ...]]:  # noqa: ANN401 - of several columns
        """Who stands in the row."""
        return self._means[1][cells]  # type: ignore[no-any-return]

    def place(self, cells: Any) -> Place | None:  # noqa: ANN401 - of several columns
        """The place it names."""
        return self._means[2][cells]  # type: ignore[no-any-return]

    def goods(self, cells: Any, number: str) -> tuple[DraftLine, str, str]:  # noqa: ANN401 - of several columns
        """So many of the goods, and what is written before and behind their number."""
        line, before, behind = self._means[3][cells]
        quantity = replace(line.quantity, written=f"{before}{number}{behind}", number=self.number(number))
        return replace(line, quantity=quantity), before, behind

    def number(self, cell: str) -> Fraction:
        """How many they are."""
        return Fraction(*self._means[4][cell])

    def note(self, cell: str) -> str | None:
        """The note."""
        return self._means[5][cell]  # type: ignore[no-any-return]

    def record(self, row: PlainRow) -> Record:
        """The row as a record of its own."""
        place, day, who, where, goods, text, note_cell = row
        line, _before, unit = self.goods(goods, text)
        draft = Draft(
            self.kind, self.day(day), (line,), self.parties(who), self.place(where), note=self.note(note_cell)
        )
        return Record(place, (draft,), None, self.has_date, None, {unit: self.number(text)})
