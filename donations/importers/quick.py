"""The quick way for rows that are plain: what a cell means is kept, so that a million rows cost seconds.

A row is plain if nothing is blank that must be said, nothing is a total, a fault or a text that needs reading, and no
cell lies under a merged one. Whatever is not plain goes the careful way of `rows`, which says the same of plain ones.
"""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any, NamedTuple

from donations.domain.amount import Certainty
from donations.domain.entry import Draft, DraftLine, Flow
from donations.domain.quantity import Quantity
from donations.domain.text import LONGEST_NAME
from donations.importers import cells as one
from donations.importers.cells import Misfit
from donations.importers.counting import is_money, item_and_specification, unit_of
from donations.importers.drafting import purpose_of, scaled
from donations.importers.foot import is_note, total_of
from donations.importers.layout import GOODS_IN, GOODS_OUT, MONEY_IN
from donations.importers.rows import ROLES, RowReader
from donations.importers.sheet import Merged
from donations.importers.stated import Stated
from donations.importers.table import Record

_MOST_KEPT = 32768
_FEW_KEPT = 8192
_EXACT_DIGITS = 15
_TYPES = {
    GOODS_IN: ("receipt", Flow.RECEIVED),
    GOODS_OUT: ("distribution", Flow.DISTRIBUTED),
    MONEY_IN: ("receipt", Flow.RECEIVED),
}
_OTHERS = {*ROLES, "date", "city", "county", "note", "serial"}
_GOODS = {"item", "specification", "unit", "quantity", "purpose", "store"}
_MONEY = {"money", "purpose", "store"}


class Unplain(Exception):  # noqa: N818 - it says what the row is, and never leaves this file
    """The row goes the careful way."""


class Kept(dict[Any, Any]):
    """What cells mean, worked out when they are first met; all is forgotten when it becomes too much."""

    def __init__(self, work: Callable[[Any], Any], most: int) -> None:
        super().__init__()
        self.work, self.most = work, most

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401 - a cell, or the cells of several columns
        try:
            value = self.work(key)
        except Misfit:
            raise Unplain from None
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value


class Template(NamedTuple):
    """What all rows of one item, specification and unit share."""

    written: str
    item: str
    specification: str | None
    unit: str | None
    behind: str
    store: str | None
    purpose: str | None


Quick = Callable[[int, list[str]], Record | None]


def quick_way(group: RowReader, width: int, stated: Stated) -> Quick | None:
    """What reads plain rows of the table, and gives None for all others; None where the table has no plain rows."""
    fields = set(group.by_field)
    is_money = group.sort == MONEY_IN and fields - _OTHERS == fields & _MONEY and "money" in fields
    is_goods = group.sort in (GOODS_IN, GOODS_OUT) and fields - _OTHERS <= _GOODS and {"item", "quantity"} <= fields
    if not (is_money or is_goods) or any(len(columns) > 1 for columns in group.by_field.values()):
        return None
    if (group.sort != GOODS_OUT and "recipient" in fields) or (group.undated is None and "date" not in fields):
        return None
    lines = _goods_lines(group) if is_goods else _money_lines(group)
    return _row(group, width, stated, lines, is_money=is_money)


def _index(group: RowReader, field: str) -> int | None:
    return group.by_field[field][0].index if field in group.by_field else None


def _getter(group: RowReader, fields: Sequence[str]) -> Callable[[Sequence[str]], Any] | None:
    indexes = [index for field in fields if (index := _index(group, field)) is not None]
    return itemgetter(*indexes) if indexes else None


def _as_row(fields: Sequence[str], key: Any) -> dict[str, str]:  # noqa: ANN401 - of itemgetter
    texts = key if isinstance(key, tuple) else (key,)
    return {field: one.tidied(text) for field, text in zip(fields, texts, strict=True)}


def _row(group: RowReader, width: int, stated: Stated, lines: "Lines", *, is_money: bool) -> Quick:
    """The function that reads one plain row."""
    who, where = _who(group), _where(group)
    parties, get_parties = who
    places, get_place = where
    days, day_at = _days(group), _index(group, "date")
    notes, note_at = Kept(lambda text: _note(group, text), _FEW_KEPT), _index(group, "note")
    serial_at = _index(group, "serial")
    kind, place, own = _TYPES[group.sort][0], group.settings.place, day_at is not None
    undated = group.undated or date.min  # a table without any day has no quick way

    def quick(number: int, cells: list[str]) -> Record | None:
        if len(cells) != width or Merged in map(type, cells):
            return None
        try:
            if serial_at is not None and not cells[serial_at].isdigit():
                return None
            if day_at is None and group.last.get("date"):  # that of a line above the rows of a day
                return None
            drafted, sums, amount = lines(cells)
            day = undated if day_at is None else days[cells[day_at]]
            draft = Draft(
                kind, day, drafted, parties[get_parties(cells)], place if get_place is None else places[get_place(cells)],
                None, None, False, None if note_at is None else notes[cells[note_at]],
            )  # fmt: skip
        except Unplain:
            return None
        group.recent = cells
        stated.rows += 1
        stated.part += amount
        if is_money:
            stated.money += amount
        else:
            stated.quantity += amount
        return Record(number, (draft,), None, own, None, sums)

    return quick


def _note(group: RowReader, text: str) -> str | None:
    if text.isalnum() and len(text) < LONGEST_NAME:
        return text  # as it would be tidied
    return group.noted({"note": one.tidied(text)}, None)


Lines = Callable[[list[str]], tuple[tuple[DraftLine, ...], dict[str, Fraction], int]]


def _who(group: RowReader) -> tuple[Kept, Callable[[Sequence[str]], Any]]:
    fields = [field for field in ROLES if field in group.by_field]
    needed = [field for field in ("donor", "recipient") if field in fields]

    def work(key: Any) -> Any:  # noqa: ANN401 - of itemgetter
        row = _as_row(fields, key)
        if not all(row[field] for field in needed) or any(total_of(text) for text in row.values() if text):
            raise Unplain
        if any(is_note([row[field]]) for field in needed):
            raise Unplain
        return group.who(row).parties

    return Kept(work, _MOST_KEPT), _getter(group, fields) or (lambda _cells: ())


def _where(group: RowReader) -> tuple[Kept, Callable[[Sequence[str]], Any] | None]:
    fields = [field for field in ("city", "county") if field in group.by_field]

    def work(key: Any) -> Any:  # noqa: ANN401 - of itemgetter
        row = _as_row(fields, key)
        [place] = group.where(row)
        if group.noted(row, None):  # a region that is none belongs into the note
            raise Unplain
        return place

    return Kept(work, _FEW_KEPT), _getter(group, fields)


def _days(group: RowReader) -> Kept:
    def work(text: str) -> Any:  # noqa: ANN401 - a date
        plain = one.tidied(text)
        day = group.days(plain) if plain else None
        if day is None:
            raise Unplain
        return day

    return Kept(work, _FEW_KEPT)


def _goods_lines(group: RowReader) -> Lines:
    """What makes the line of a row whose quantity is a plain number."""
    flow = _TYPES[group.sort][1]
    fields = [field for field in ("item", "specification", "unit", "purpose", "store") if field in group.by_field]
    templates, get = Kept(lambda key: _template(group, _as_row(fields, key)), _FEW_KEPT), _getter(group, fields)
    factor, exact = group.said["quantity"].factor, Certainty.EXACT
    numbers, number_at = Kept(lambda text: _number(text, factor), _MOST_KEPT), _index(group, "quantity")
    assert get is not None
    assert number_at is not None

    def lines(cells: list[str]) -> tuple[tuple[DraftLine, ...], dict[str, Fraction], int]:
        written, item, specification, unit, behind, store, purpose = templates[get(cells)]
        text = cells[number_at]
        number, amount = numbers[text]
        quantity = Quantity(f"{written}{text}{behind}", item, specification, number, unit, exact, None, None, None)
        return (DraftLine(quantity, flow, store, purpose),), {behind: number}, amount

    return lines


def _number(text: str, factor: int) -> tuple[Fraction, int]:
    """The number, and the same as Stated counts it."""
    whole, point, part = text.partition(".")
    digits = whole + part
    if not (
        digits.isdigit() and digits.isascii() and whole and len(digits) <= _EXACT_DIGITS and bool(point) == bool(part)
    ):
        raise Unplain
    number = Fraction(int(digits) * factor, 10 ** len(part)) if part else Fraction(int(digits) * factor)
    if not number:
        raise Unplain
    return number, scaled(number)


def _template(group: RowReader, row: dict[str, str]) -> Template:
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


def _money_lines(group: RowReader) -> Lines:
    """What makes the line of a row of money."""
    flow = _TYPES[group.sort][1]
    fields = [field for field in ("money", "purpose", "store") if field in group.by_field]
    get = _getter(group, fields)
    assert get is not None

    def work(key: Any) -> tuple[tuple[DraftLine, ...], dict[str, Fraction], int]:  # noqa: ANN401 - of itemgetter
        row = _as_row(fields, key)
        if not row["money"] or one.plain_number(row["money"]) is None:
            raise Unplain
        [(_, lines)], sums, money, _, _ = group.dealer.deal(row, relayed=False)
        assert all(line.flow is flow for line in lines)
        return lines, dict(sums), money

    kept = Kept(work, _FEW_KEPT)
    return lambda cells: kept[get(cells)]
