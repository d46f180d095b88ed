"""Plain rows on their way from the process that read them: each different cell goes once, with what it says, the rows as numbers."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from donations.domain.entry import Draft, DraftLine, Role
from donations.domain.place import Place
from donations.importers.table import Plain, PlainRow, PlainSaid, Record
from donations.services.import_drafts import IDENTITY_BYTES
from donations.services.import_said import MOST, Said

_COLUMNS = ("day", "parties", "place", "goods", "number", "note")


class PackedColumn(NamedTuple):
    """A column of cells: those that come for the first time, what they say and mean, and the number of each row's."""

    begins: bool
    """Whether all that came before is forgotten."""
    cells: list[Any]
    said: list[Any]
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


class Packer:
    """Packs the plain rows of one table."""

    def __init__(self, title: str, closed_until: str) -> None:
        self._title, self._closed_until = title, closed_until
        self._said: Said | None = None
        self._numbers: list[dict[Any, int]] = [{} for _column in _COLUMNS]

    def pack(self, plain: Plain) -> Packed:
        """The rows as they are sent."""
        if self._said is None:
            self._said = Said(plain.means, self._title, self._closed_until)
        said = self._said.of(plain)
        means = plain.means
        meanings: tuple[Callable[[Any], Any], ...] = (
            means.day, means.parties, means.place, lambda cells: means.goods(cells, "1"),
            lambda cell: means.number(cell).as_integer_ratio(), means.note,
        )  # fmt: skip
        columns = [self._column(place, cells, meanings[place]) for place, cells in enumerate(plain.columns[1:])]
        rows = array("q", plain.columns[0]).tobytes()
        return Packed(means.kind, means.has_date, rows, columns, b"".join(said.identities), said.not_plain)

    def _column(self, place: int, cells: Sequence[Any], meaning: Callable[[Any], Any]) -> PackedColumn:
        numbers = self._numbers[place]
        begins = len(numbers) >= MOST
        if begins:
            numbers.clear()
        new = [cell for cell in dict.fromkeys(cells) if cell not in numbers]
        numbers.update(zip(new, range(len(numbers), len(numbers) + len(new)), strict=True))
        assert self._said is not None
        said = [self._said.of_cell(place, cell) for cell in new]
        return PackedColumn(
            begins, new, said, list(map(meaning, new)), array("I", map(numbers.__getitem__, cells)).tobytes()
        )


class Unpacker:
    """Unpacks the plain rows of one table; it is what their cells mean, too."""

    def __init__(self) -> None:
        self.kind, self.has_date = "", True
        self._cells: list[list[Any]] = [[] for _column in _COLUMNS]
        self._said: list[list[Any]] = [[] for _column in _COLUMNS]
        self._means: list[dict[Any, Any]] = [{} for _column in _COLUMNS]

    def unpack(self, packed: Packed) -> Plain:
        """The rows as whoever takes them wants them; those of the next call may take their meanings away."""
        self.kind, self.has_date = packed.kind, packed.has_date
        columns, said = zip(*map(self._column, range(len(_COLUMNS)), packed.columns), strict=True)
        days, _who, places, goods, numbers, notes = said
        many, parts, _said = zip(*numbers, strict=True)
        identities = packed.identities
        known_by = [identities[at : at + IDENTITY_BYTES] for at in range(0, len(identities), IDENTITY_BYTES)]
        told = PlainSaid(
            [day for day, _said in days], [place for place, _said in places], [unit for _b, _e, unit in goods],
            many, parts, [note for note, _said in notes], known_by, packed.not_plain,
        )  # fmt: skip
        rows = array("q", packed.rows)
        return Plain((rows, *columns), self, told)

    def _column(self, place: int, column: PackedColumn) -> tuple[list[Any], list[Any]]:
        cells, said, means = self._cells[place], self._said[place], self._means[place]
        if column.begins:
            for each in (cells, said):
                each.clear()
            means.clear()
        cells += column.cells
        said += column.said
        means.update(zip(column.cells, column.means, strict=True))
        numbers = array("I", column.numbers)
        return list(map(cells.__getitem__, numbers)), list(map(said.__getitem__, numbers))

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
