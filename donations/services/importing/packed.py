"""Plain rows on their way from the process that read them: what each different cell means goes once, the rows as numbers."""

from array import array
from typing import Any, NamedTuple

from donations.importers.table import Plain, PlainCells
from donations.services.importing.plain_identities import KnownBy, PlainIdentities


class PackedColumn(NamedTuple):
    """A column of cells: what those mean that come for the first time, and the number of each row's."""

    begins: bool
    """Whether numbers begin anew."""
    means: list[Any]
    numbers: bytes


class Packed(NamedTuple):
    """Plain rows as they are sent."""

    has_date: bool
    rows: bytes
    columns: list[PackedColumn]
    numbers: str | None
    """The transaction numbers of all rows, one a line."""
    known_by: KnownBy


class Packer:
    """Packs the plain rows of one table."""

    def __init__(self, title: str, closed_until: str) -> None:
        self._identities = PlainIdentities(title, closed_until)
        self._means: list[list[Any]] = [[] for _column in PlainCells._fields]
        self._sent = [0 for _column in PlainCells._fields]

    def pack(self, plain: Plain) -> Packed:
        """The rows as they are sent."""
        known_by = self._identities.of(plain)
        columns = [self._column(place, means) for place, means in enumerate(plain.means)]
        packed = [
            PackedColumn(begins, means, array("I", numbers).tobytes())
            for (begins, means), numbers in zip(columns, plain.cells, strict=True)
        ]
        numbers = None if plain.numbers is None else "\n".join(plain.numbers)
        return Packed(plain.has_date, array("q", plain.rows).tobytes(), packed, numbers, known_by)

    def _column(self, place: int, means: list[Any]) -> tuple[bool, list[Any]]:
        """What wasn't sent yet of what cells of that column mean, and whether it comes instead of all before."""
        begins = means is not self._means[place]
        first, self._means[place], self._sent[place] = 0 if begins else self._sent[place], means, len(means)
        return begins, means[first:]


class Unpacker:
    """Unpacks the plain rows of one table."""

    def __init__(self) -> None:
        self._means: list[list[Any]] = [[] for _column in PlainCells._fields]

    def unpack(self, packed: Packed) -> Plain:
        """The rows as whoever takes them wants them."""
        for place, column in enumerate(packed.columns):
            if column.begins:
                self._means[place] = []
            self._means[place] += column.means
        numbers = (array("I", column.numbers).tolist() for column in packed.columns)
        return Plain(
            packed.has_date, array("q", packed.rows), PlainCells(*numbers), PlainCells(*self._means),
            None if packed.numbers is None else packed.numbers.split("\n"), *packed.known_by,
        )  # fmt: skip
