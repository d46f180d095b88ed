"""What the cells of plain rows say, and what a row is known by; the book is asked nothing, and nothing comes into it."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any

from donations import errors
from donations.domain import text
from donations.importers.table import Meanings, Plain, PlainSaid
from donations.services import import_drafts
from donations.services.import_drafts import BETWEEN, IDENTITY_BYTES
from donations.services.import_names import Place

MOST = 50_000
"""So many cells of one sort are remembered."""


class NotPlain(Exception):  # noqa: N818 - it says what the row is, and never leaves these files
    """The row goes the careful way."""


NOT_PLAIN = (NotPlain, errors.BadInput, errors.Refused, errors.NotThere)


class Worked(dict[Any, Any]):
    """What is worked out when it is first asked for; all is forgotten when it becomes too much."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401 - a cell, or those of several columns
        value = self._work(key)
        if len(self) >= MOST:
            self.clear()
        self[key] = value
        return value


class Said:
    """What cells say, whatever the book has of it: it is asked nothing, and nothing comes into it."""

    def __init__(self, means: Meanings, title: str, closed_until: str) -> None:
        self._means, self._closed_until = means, closed_until
        self._title = b"" if means.has_date else f"\n{text.key(title)}".encode()
        self._work = (self._day, self._who, self._place, self._goods, self._number, self._note)
        self._kept = [Worked(work) for work in self._work]

    def of(self, plain: Plain) -> PlainSaid:
        """What the cells say, and what each row is known by."""
        (day_cells, who_said, place_cells, goods, numbers, note_cells), not_plain = self._columns(plain)
        days, day_said = zip(*day_cells, strict=True)
        places, place_said = zip(*place_cells, strict=True)
        before, behind, units = zip(*goods, strict=True)
        many, parts, number_said = zip(*numbers, strict=True)
        notes, note_said = zip(*note_cells, strict=True)
        said = map(b"".join, zip(day_said, who_said, place_said, note_said, before, number_said, behind, strict=True))
        identities = [blake2b(each, digest_size=IDENTITY_BYTES).digest() for each in said]
        return PlainSaid(days, places, units, many, parts, notes, identities, not_plain)

    def of_cell(self, column: int, cell: Any) -> Any:  # noqa: ANN401 - of several columns
        """What a cell of that column says, as a tuple; None of one that isn't plain."""
        try:
            said = self._work[column](cell)
        except NOT_PLAIN:
            return None
        return said if isinstance(said, tuple) else (said,)

    def _columns(self, plain: Plain) -> tuple[list[list[Any]], frozenset[int]]:
        """What the cells say, column by column, and the places of the rows that aren't plain."""
        cells = plain.columns[1:]
        try:
            return [
                list(map(kept.__getitem__, column)) for kept, column in zip(self._kept, cells, strict=True)
            ], frozenset()
        except NOT_PLAIN:
            pass
        rows = [self._row(row) for row in zip(*cells, strict=True)]
        bad = frozenset(at for at, row in enumerate(rows) if row is None)
        return [list(column) for column in zip(*(row or NOTHING for row in rows), strict=True)], bad

    def _row(self, cells: Sequence[Any]) -> list[Any] | None:
        try:
            return [kept[cell] for kept, cell in zip(self._kept, cells, strict=True)]
        except NOT_PLAIN:
            return None

    def _day(self, cell: str) -> tuple[str, bytes]:
        day = self._means.day(cell).isoformat()
        if day <= self._closed_until:  # whether it may go there is for the careful way to ask
            raise NotPlain
        return day, f"{self._means.kind}{BETWEEN}{day}{BETWEEN}".encode()

    def _who(self, cells: Any) -> bytes:  # noqa: ANN401 - of several columns
        roles = import_drafts.roles_said_once(self._means.parties(cells))
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


NOTHING: tuple[Any, ...] = (("", b""), b"", (None, b""), (b"", b"", ""), (0, 1, b""), (None, b""))
"""What a row that isn't plain is counted as until somebody comes to it."""
