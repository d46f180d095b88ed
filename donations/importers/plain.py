"""Plain rows of goods, handed on as their cells: a million of them cost seconds, since each cell is understood once."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from donations.domain.amount import Certainty
from donations.domain.entry import Draft, DraftLine
from donations.domain.quantity import Quantity
from donations.importers.counting import is_money, item_and_specification, unit_of
from donations.importers.drafting import purpose_of, scaled
from donations.importers.foot import is_note, total_of
from donations.importers.layout import GOODS_IN
from donations.importers.quick import (
    FEW_KEPT,
    MOST_KEPT,
    TYPES,
    Kept,
    Unplain,
    as_row,
    days_of,
    getter_of,
    has_plain_rows,
    index_of,
    is_goods,
    note_of,
    where_of,
    who_of,
)  # fmt: skip
from donations.importers.rows import RowReader
from donations.importers.sheet import Merged
from donations.importers.stated import Stated
from donations.importers.stream import Row
from donations.importers.table import Plain, PlainRow, Record

TOGETHER = 1000
"""So many rows are handed on at once."""
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
        self._parties, self._get_parties = who_of(group)
        self._places, self._get_place = where_of(group)
        self._days, self._day_at = days_of(group), index_of(group, "date")
        self._notes, self._note_at = Kept(lambda text: note_of(group, text), FEW_KEPT), index_of(group, "note")
        self._serial_at = index_of(group, "serial")
        fields = [field for field in _GOODS if field in group.by_field]
        self._templates = Kept(lambda key: template(group, as_row(fields, key)), FEW_KEPT)
        get_goods, number_at = getter_of(group, fields), index_of(group, "quantity")
        assert get_goods is not None
        assert number_at is not None
        self._get_goods, self._number_at = get_goods, number_at
        factor = group.said["quantity"].factor
        self._numbers = Kept(lambda text: number(text, factor), MOST_KEPT)

    def read(self, rows: Iterator[Row]) -> tuple[Plain | None, Row | None]:
        """As many of the next rows as are plain, and the one behind them that isn't; none of either at the end."""
        taken: list[PlainRow] = []
        before, stop, amount = self._group.recent, None, 0
        at_day, at_note, at_serial, at_number = self._day_at, self._note_at, self._serial_at, self._number_at
        who_at, where_at, goods_at, add, width = (
            self._get_parties, self._get_place, self._get_goods, taken.append, self._width,
        )  # fmt: skip
        days, parties, places, notes = self._days, self._parties, self._places, self._notes
        templates, numbers = self._templates, self._numbers
        cells: Sequence[str] | None = before
        if at_day is None and self._group.last.get("date"):  # that of a line above the rows of a day
            return None, next(rows, None)
        for row in rows:
            place, found = row
            if len(found) != width or ("" in found and Merged in map(type, found)):
                stop = row
                break
            if at_serial is not None and not found[at_serial].isdigit():
                stop = row
                break
            day, note = "" if at_day is None else found[at_day], "" if at_note is None else found[at_note]
            who, where, goods, text = who_at(found), where_at and where_at(found), goods_at(found), found[at_number]
            try:
                _plain = at_day is None or days[day], parties[who], where_at and places[where], templates[goods]
                _noted = at_note is None or notes[note]
                amount += numbers[text][1]
            except Unplain:
                stop = row
                break
            cells = found
            add((place, day, who, where, goods, text, note))
            if len(taken) >= TOGETHER:
                break
        if not taken:
            return None, stop
        self._count(len(taken), amount, cells)
        return Plain(taken, self.record, self.around), stop

    def _count(self, rows: int, amount: int, last: Sequence[str] | None) -> None:
        self._group.recent = last
        self._stated.rows += rows
        self._stated.part += amount
        self._stated.quantity += amount

    def record(self, row: PlainRow) -> Record:
        """The row as a record of its own."""
        place, day_said, who, where, goods, text, note = row
        group, own = self._group, self._day_at is not None
        kind, flow = TYPES[group.sort]
        made, amount = self._templates[goods], self._numbers[text][0]
        written, item, specification, unit, behind, store, purpose = made
        quantity = Quantity(
            f"{written}{text}{behind}", item, specification, amount, unit, Certainty.EXACT, None, None, None
        )
        draft = Draft(
            kind,
            self._days[day_said] if own else group.undated or date.min,
            (DraftLine(quantity, flow, store, purpose),),
            self._parties[who],
            group.settings.place if self._get_place is None else self._places[where],
            note=None if self._note_at is None else self._notes[note],
        )
        return Record(place, (draft,), None, own, None, {behind: amount})

    def around(self, goods: Any) -> tuple[str, str]:  # noqa: ANN401 - of itemgetter
        """What is written before and behind the number of these goods."""
        made = self._templates[goods]
        return made.written, made.behind


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
    if not text or total_of(text) or is_note([text]) or is_money(text) or total_of(row.get("unit", "") or "-"):
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
