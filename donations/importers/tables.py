"""A sheet → its tables: one, with its headings in the first row that has known ones."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache

from donations import errors
from donations.domain import text
from donations.domain.amount import Certainty
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.place import parse_place
from donations.domain.quantity import Quantity
from donations.importers.sheet import Sheet
from donations.importers.table import Record, Settings, Slip, Table

_WORDS = {
    "日期": "date", "捐赠人": "donor", "捐赠单位": "donor", "受赠单位": "recipient", "物资": "item", "规格": "specification",
    "数量": "quantity", "单位": "unit", "金额": "money", "城市": "city", "备注": "note", "单号": "number",
    "date": "date", "donor": "donor", "recipient": "recipient", "item": "item", "quantity": "quantity", "unit": "unit",
    "city": "city", "note": "note",
}  # fmt: skip
_place = lru_cache(maxsize=4096)(parse_place)
_day = lru_cache(maxsize=4096)(date.fromisoformat)


def tables(sheet: Sheet, settings: Settings) -> Iterator[Table]:
    """The table of the sheet."""
    title: list[str] = []
    for number, row in sheet.rows:
        said = {**(settings.remembered("|".join(map(text.key, row))) or {}), **settings.columns}
        columns = {heading: said.get(heading) or _WORDS.get(heading, "-") for heading in row}
        if sum(field != "-" for field in columns.values()) > 1:
            is_out = "recipient" in columns.values()
            sort = "goods_out" if is_out else "goods_in"
            where = {field: index for index, field in enumerate(columns.values()) if field != "-"}
            records = _records(sheet, where, list(columns), settings, is_out=is_out)
            yield Table(
                "table", sort, sheet.name, number, columns, "|".join(map(text.key, row)), " ".join(title), records
            )
            return
        title += row


def _records(
    sheet: Sheet, where: dict[str, int], headings: list[str], settings: Settings, *, is_out: bool
) -> Iterator[Record]:
    role, flow = (Role.RECIPIENT, Flow.DISTRIBUTED) if is_out else (Role.DONOR, Flow.RECEIVED)
    for number, row in sheet.rows:
        cell = {field: row[index].strip() for field, index in where.items() if index < len(row)}
        try:
            day = _day(cell["date"]) if cell.get("date") else settings.day
        except ValueError:
            yield Record(number, slips=(Slip(headings[where["date"]], "a date", cell["date"]),))
            continue
        amount = cell.get("money") or cell.get("quantity") or ""
        if day is None or not amount.replace(".", "", 1).isdigit():
            column = "date" if day is None else "money" if "money" in where else "quantity"
            yield Record(number, slips=(Slip(headings[where.get(column, 0)], "a number or a date", amount),))
            continue
        unit = "元" if "money" in where else cell.get("unit") or None
        item = "CNY" if "money" in where else cell.get("item", "")
        count = Fraction(amount)
        quantity = Quantity(
            f"{amount}{unit or ''}",
            item,
            cell.get("specification") or None,
            count,
            unit,
            Certainty.EXACT,
            None,
            None,
            None,
        )
        named = cell.get("recipient" if is_out else "donor", "")
        try:
            place = _place(cell["city"]) if cell.get("city") else settings.place
        except errors.BadInput as error:
            yield Record(number, slips=(Slip(headings[where["city"]], str(error), cell["city"]),))
            continue
        draft = Draft(
            "distribution" if is_out else "receipt", day, (DraftLine(quantity, flow),), {role: (named,)}, place,
            note=cell.get("note") or None,
        )  # fmt: skip
        yield Record(
            number, (draft,), f"test:{cell['number']}" if cell.get("number") else None, bool(cell.get("date")),
            sums={unit or "": count},
        )  # fmt: skip
