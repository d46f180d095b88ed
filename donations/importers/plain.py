"""Plain rows of goods, handed on as their cells: a million of them cost seconds, since each cell is understood once."""

from collections import deque
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any, NamedTuple

from donations.domain.amount import Certainty
from donations.domain.entry import Draft, DraftLine, Role
from donations.domain.place import Place
from donations.domain.quantity import Quantity
from donations.importers.columns import GOODS_IN
from donations.importers.counting import item_and_specification, unit_of
from donations.importers.ditto import is_any_ditto
from donations.importers.drafting import purpose_of, scaled
from donations.importers.foot import is_note, total_of
from donations.importers.money_items import money_item
from donations.importers.quick import (
    FEW_KEPT,
    MOST_KEPT,
    TYPES,
    Kept,
    Unplain,
    as_row,
    days_of,
    has_plain_rows,
    index_of,
    is_goods,
    note_of,
    where_of,
    who_of,
)  # fmt: skip
from donations.importers.rows import ROLES, RowReader
from donations.importers.sheet import Merged
from donations.importers.stated import Stated
from donations.importers.stream import Row, Stream
from donations.importers.table import Plain, PlainColumns, PlainRow, Record

TOGETHER = 1000
"""So many rows are handed on at once, where they are plain."""
FEWEST = 16
"""So many are looked at together where others stand among them."""
_EXACT_DIGITS = 15
_GOODS = ("item", "specification", "unit", "purpose", "store")


class Template(NamedTuple):
    """What all rows of one item, specification and unit share."""

    written: str
    item: str
    specification: str | None
    unit: str | None
    behind: str
    store: str | None
    purpose: str | None


def plain_way(group: RowReader, width: int, stated: Stated) -> "PlainRows | None":
    """What reads plain rows of goods; None where the table has no such rows."""
    return PlainRows(group, width, stated) if is_goods(group) and has_plain_rows(group) else None


class PlainRows:
    """Reads plain rows of one table; a row that isn't plain is for the careful way."""

    def __init__(self, group: RowReader, width: int, stated: Stated) -> None:
        self._group, self._width, self._stated = group, width, stated
        self.kind, self._flow = TYPES[group.sort]
        self.has_date = "date" in group.by_field
        self._serial_at = index_of(group, "serial")
        goods = [field for field in _GOODS if field in group.by_field]
        fields = (["date"], ROLES, ["city", "county"], goods, ["quantity"], ["note"])
        self._indexes = [[index for field in each if (index := index_of(group, field)) is not None] for each in fields]
        factor = group.said["quantity"].factor
        self._days = days_of(group) if self.has_date else None
        self._parties = who_of(group)[0]
        self._places = where_of(group)[0] if self._indexes[2] else None
        self._templates = Kept(lambda key: template(group, as_row(goods, key)), FEW_KEPT)
        self._numbers = Kept(lambda text: number(text, factor), MOST_KEPT)
        self._notes = Kept(lambda text: note_of(group, text), FEW_KEPT) if self._indexes[5] else None
        self._together = FEWEST

    def read(self, stream: Stream) -> tuple[Plain | None, Row | None]:
        """As many of the next rows as are plain, and the one behind them that isn't; none of either at the end."""
        if not self.has_date and self._group.last.get("date"):  # that of a line above the rows of a day
            return None, stream.next()
        rows, stop = stream.take(self._together), None
        try:
            columns, amount = self._columns(rows)
        except Unplain:
            at = self._first_unplain(rows)
            stop = rows[at]
            for row in reversed(rows[at + 1 :]):
                stream.give_back(row)
            self._together = min(TOGETHER, max(FEWEST, 2 * at))
            del rows[at:]
            if not rows:
                return None, stop
            columns, amount = self._columns(rows)
        else:
            if not rows:
                return None, None
            self._together = min(TOGETHER, 2 * self._together)
        self._count(len(rows), amount, rows[-1][1])
        return Plain(columns, self), stop

    def _columns(self, rows: list[Row]) -> tuple[PlainColumns, int]:
        """The columns of `rows`, and their amounts added up as Stated counts them; raises Unplain where one isn't plain."""
        if not rows:
            return ((), (), (), (), (), (), ()), 0
        numbers, found = zip(*rows, strict=True)
        if set(map(len, found)) != {self._width}:
            raise Unplain
        cells = list(zip(*found, strict=True))
        if any("" in column and Merged in map(type, column) for column in cells):
            raise Unplain
        if self._serial_at is not None and not all(map(str.isdigit, cells[self._serial_at])):
            raise Unplain
        days, who, where, goods, texts, notes = (
            _of(cells, indexes, blank, len(rows)) for indexes, blank in zip(self._indexes, _BLANKS, strict=True)
        )
        kept = ((self._days, days), (self._parties, who), (self._places, where), (self._templates, goods))
        for meanings, column in kept:
            if meanings is not None:
                deque(map(meanings.__getitem__, column), 0)
        if self._notes is not None:
            deque(map(self._notes.__getitem__, notes), 0)
        amount = sum(map(itemgetter(1), map(self._numbers.__getitem__, texts)))
        return (numbers, days, who, where, goods, texts, notes), amount

    def _first_unplain(self, rows: list[Row]) -> int:
        """The place of the first row that isn't plain; there is one."""
        plain, end = 0, len(rows)
        while end - plain > 1:
            middle = (plain + end) // 2
            try:
                self._columns(rows[plain:middle])
            except Unplain:
                end = middle
            else:
                plain = middle
        return plain

    def _count(self, rows: int, amount: int, last: Sequence[str]) -> None:
        self._group.recent = last
        self._stated.rows += rows
        self._stated.part += amount
        self._stated.quantity += amount

    # --- what cells mean

    def day(self, cell: str) -> date:
        """The day."""
        return (self._group.undated or date.min) if self._days is None else self._days[cell]

    def parties(self, cells: Any) -> Mapping[Role, tuple[str, ...]]:  # noqa: ANN401 - of itemgetter
        """Who stands in the row."""
        return self._parties[cells]  # type: ignore[no-any-return]

    def place(self, cells: Any) -> Place | None:  # noqa: ANN401 - of itemgetter
        """The place it names, or the one that was said of all."""
        return self._group.settings.place if self._places is None else self._places[cells]

    def goods(self, cells: Any, number: str) -> tuple[DraftLine, str, str]:  # noqa: ANN401 - of itemgetter
        """So many of the goods, and what is written before and behind their number."""
        written, item, specification, unit, behind, store, purpose = self._templates[cells]
        said = f"{written}{number}{behind}"
        quantity = Quantity(said, item, specification, self.number(number), unit, Certainty.EXACT, None, None, None)
        return DraftLine(quantity, self._flow, store, purpose), written, behind

    def number(self, cell: str) -> Fraction:
        """How many they are."""
        return self._numbers[cell][0]  # type: ignore[no-any-return]

    def note(self, cell: str) -> str | None:
        """The note."""
        return None if self._notes is None else self._notes[cell]

    def record(self, row: PlainRow) -> Record:
        """The row as a record of its own."""
        place, day, who, where, goods, text, note_cell = row
        line, _before, unit = self.goods(goods, text)
        parties, note = self.parties(who), self.note(note_cell)
        draft = Draft(self.kind, self.day(day), (line,), parties, self.place(where), note=note)
        return Record(place, (draft,), None, self.has_date, None, {unit: self.number(text)})


_BLANKS = ("", (), None, None, "", "")
"""What stands for the cells of no column: of the day, the parties, the place, the goods, the number, the note."""


def _of(cells: Sequence[Sequence[str]], indexes: Sequence[int], blank: object, rows: int) -> Sequence[Any]:
    """A column, or the cells of several beside each other."""
    if len(indexes) == 1:
        return cells[indexes[0]]
    return list(zip(*(cells[index] for index in indexes), strict=True)) if indexes else [blank] * rows


def number(text: str, factor: int) -> tuple[Fraction, int]:
    """The number that plain digits are, and the same as Stated counts it; raises Unplain."""
    whole, point, part = text.partition(".")
    digits = whole + part
    if not (
        digits.isdigit() and digits.isascii() and whole and len(digits) <= _EXACT_DIGITS and bool(point) == bool(part)
    ):
        raise Unplain
    found = Fraction(int(digits) * factor, 10 ** len(part)) if part else Fraction(int(digits) * factor)
    if not found:
        raise Unplain
    return found, scaled(found)


def template(group: RowReader, row: dict[str, str]) -> Template:
    """What the cells of goods say; raises Unplain."""
    text = row["item"]
    if not text or total_of(text) or is_note([text]) or money_item(text) or total_of(row.get("unit", "") or "-"):
        raise Unplain
    if is_any_ditto(row.values()):
        raise Unplain
    item, specification, whole = item_and_specification(text, row.get("specification", ""))
    if whole:
        raise Unplain
    unit = row.get("unit", "") or group.said["quantity"].unit or ""
    if not all(character.isalpha() for character in unit):  # 24瓶/箱, 箱（24瓶）
        raise Unplain
    shown = f"{item}（{specification}）" if specification else item
    purpose = purpose_of(row.get("purpose", "")) if group.sort == GOODS_IN else None
    return Template(shown, item, specification, unit_of(unit), unit, row.get("store") or None, purpose)
