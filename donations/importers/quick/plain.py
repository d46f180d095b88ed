"""Plain rows of goods, handed on as their cells: a million of them cost seconds, since each cell is understood once."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any, NamedTuple

from donations.domain.amount import Certainty
from donations.domain.entry import DraftLine
from donations.domain.quantity import Quantity
from donations.importers.columns.columns import GOODS_IN
from donations.importers.quick.quick import (
    FEW_KEPT,
    MOST_KEPT,
    TYPES,
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
from donations.importers.rows.drafting import purpose_of, scaled
from donations.importers.rows.rows import ROLES, RowReader
from donations.importers.sheet import Merged
from donations.importers.stream import Row, Stream
from donations.importers.sums.stated import Stated
from donations.importers.table import Plain, PlainCells, PlainGoods, PlainNumber
from donations.importers.words.cells import Misfit
from donations.importers.words.counting import UNCOUNTED, item_and_specification, unit_of
from donations.importers.words.ditto import is_any_ditto
from donations.importers.words.foot import is_note, total_of
from donations.importers.words.money_items import money_item
from donations.importers.words.own_units import own_unit, unit_of_many
from donations.importers.words.unit_cells import own_amount

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


class Numbered(dict[Any, int]):
    """The different cells of a column, numbered as they come, and what each of them means."""

    def __init__(self, work: Callable[[Any], Any], most: int) -> None:
        super().__init__()
        self._work, self._most = work, most
        self.means: list[Any] = []

    def __missing__(self, cell: Any) -> int:  # noqa: ANN401 - a cell, or the cells of several columns
        try:
            meaning = self._work(cell)
        except Misfit:
            raise Unplain from None
        self[cell] = number = len(self.means)
        self.means.append(meaning)
        return number

    def forget(self) -> None:
        """Begin anew, once they have become too many."""
        if len(self) >= self._most:
            self.clear()
            self.means = []


class PlainRows:
    """Reads plain rows of one table; a row that isn't plain is for the careful way."""

    def __init__(self, group: RowReader, width: int, stated: Stated) -> None:
        self._group, self._width, self._stated = group, width, stated
        self._kind, self._flow = TYPES[group.sort]
        self._has_date = "date" in group.by_field
        self._serial_at = index_of(group, "serial")
        goods = [field for field in _GOODS if field in group.by_field]
        fields = (["date"], ROLES, ["city", "county"], goods, ["quantity"], ["note"])
        self._indexes = [[index for field in each if (index := index_of(group, field)) is not None] for each in fields]
        self._cells = list(map(Numbered, self._works(goods), MOST))
        self._scaled: list[int] = []
        self._together = FEWEST

    def _works(self, goods: Sequence[str]) -> Sequence[Callable[[Any], Any]]:
        """What works out what the cells of each column mean; where there is no such column, the same of all."""
        group, factor = self._group, self._group.said["quantity"].factor
        undated, place = group.undated or date.min, group.settings.place
        return (
            days_of(group).work if self._has_date else lambda _blank: undated,
            who_of(group)[0].work,
            where_of(group)[0].work if self._indexes[2] else lambda _blank: place,
            lambda key: self._goods(template(group, as_row(goods, key))),
            lambda text: PlainNumber(text, number(text, factor)[0]),
            (lambda text: note_of(group, text)) if self._indexes[5] else lambda _blank: None,
        )

    def read(self, stream: Stream) -> tuple[Plain | None, Row | None]:
        """As many of the next rows as are plain, and the one behind them that isn't; none of either at the end."""
        if self._group.is_said_above:
            return None, stream.next()
        rows, stop = stream.take(self._together), None
        self._forget()
        try:
            cells = self._columns(rows)
        except Unplain:
            at = self._first_unplain(rows)
            stop = rows[at]
            for row in reversed(rows[at + 1 :]):
                stream.give_back(row)
            self._together = min(TOGETHER, max(FEWEST, 2 * at))
            del rows[at:]
            if not rows:
                return None, stop
            cells = self._columns(rows)
        else:
            if not rows:
                return None, None
            self._together = min(TOGETHER, 2 * self._together)
        self._count(cells.amounts, rows[-1][1])
        means = PlainCells(*(numbered.means for numbered in self._cells))
        return Plain(self._kind, self._has_date, list(map(itemgetter(0), rows)), cells, means), stop

    def _forget(self) -> None:
        for numbered in self._cells:
            numbered.forget()
        if not self._cells[_AMOUNTS].means:
            self._scaled = []

    def _columns(self, rows: list[Row]) -> PlainCells:
        """The numbers of the cells of `rows`; raises Unplain where one isn't plain."""
        if not rows:
            return PlainCells([], [], [], [], [], [])
        found = list(map(itemgetter(1), rows))
        if set(map(len, found)) != {self._width} or set(map(type, found)) != {list}:
            raise Unplain
        cells = list(zip(*found, strict=True))
        if any("" in column and Merged in map(type, column) for column in cells):
            raise Unplain
        if self._serial_at is not None and not all(map(str.isdigit, cells[self._serial_at])):
            raise Unplain
        return PlainCells(
            *(
                list(map(numbered.__getitem__, _of(cells, indexes, len(rows))))
                for numbered, indexes in zip(self._cells, self._indexes, strict=True)
            )
        )

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

    def _count(self, amounts: Sequence[int], last: Sequence[str]) -> None:
        """Count the rows as Stated does."""
        new = self._cells[_AMOUNTS].means[len(self._scaled) :]
        self._scaled += [scaled(meant.number) for meant in new]
        amount = sum(map(self._scaled.__getitem__, amounts))
        self._group.recent = last
        self._stated.rows += len(amounts)
        self._stated.part += amount
        self._stated.quantity += amount

    def _goods(self, template: Template) -> PlainGoods:
        written, item, specification, unit, behind, store, purpose = template
        said = f"{written}1{behind}"
        quantity = Quantity(said, item, specification, Fraction(1), unit, Certainty.EXACT, None, None, None)
        return PlainGoods(DraftLine(quantity, self._flow, store, purpose), written, behind)


_AMOUNTS = 4
MOST = (FEW_KEPT, MOST_KEPT, FEW_KEPT, FEW_KEPT, MOST_KEPT, FEW_KEPT)
"""So many different cells of each column are remembered."""


def _of(cells: Sequence[Sequence[str]], indexes: Sequence[int], rows: int) -> Sequence[Any]:
    """A column, or the cells of several beside each other; of none blanks."""
    if len(indexes) == 1:
        return cells[indexes[0]]
    return list(zip(*(cells[index] for index in indexes), strict=True)) if indexes else [()] * rows


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
    if (
        not text
        or total_of(text)
        or is_note([text])
        or money_item(text)
        or own_unit(text)
        or own_amount(text)
        or total_of(row.get("unit", "") or "-")
    ):
        raise Unplain
    if is_any_ditto(row.values()):
        raise Unplain
    item, specification, whole = item_and_specification(text, row.get("specification", ""))
    if whole:
        raise Unplain
    unit = row.get("unit", "") or group.said["quantity"].unit or ""
    if (
        unit_of_many(unit) or unit in UNCOUNTED or not all(character.isalpha() for character in unit)
    ):  # 24瓶/箱, 箱（24瓶）
        raise Unplain
    shown = f"{item}（{specification}）" if specification else item
    purpose = purpose_of(row.get("purpose", "")) if group.sort == GOODS_IN else None
    return Template(shown, item, specification, unit_of(unit), unit, row.get("store") or None, purpose)
