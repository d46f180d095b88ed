"""The tables of an issue that name who gave and who received: a row a line, each line once, with their totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from donations.domain.amount import MONEY, MONEY_DECIMALS
from donations.domain.issue import Scope
from donations.i18n import N_
from donations.reports.issue_sums import OUT, RECEIVED, Item, Sum, Sums, number
from donations.reports.selection import rows
from donations.reports.table import Column, Row, Screen, Table, Type, Value
from donations.reports.totals import DECIMALS, UNIT
from donations.store.book import Book

_FLOWS = {RECEIVED: "l.received", OUT: "l.spent + l.distributed"}
_IS_PART = {
    RECEIVED: "(l.received is null or l.received <> 0)",
    OUT: "(l.spent is null or l.spent <> 0 or l.distributed is null or l.distributed <> 0)",
}
_WHO = {
    RECEIVED: "coalesce(e.donor, '—')",
    OUT: "coalesce(l.own_recipient, e.recipient, e.supplier, '—')",
}
_SELECT = """
select l.entry, l.position, e.date, e.type, {who}, l.item_name, l.specification, l.unit, {amount}, l.certainty, l.decimals, l.item
from entries as e join lines as l on l.entry = e.number
where e.date between :begin and :end and e.number not in (select value from json_each(:without))
  and {is_part} and l.item in (select item from item_now where is_money = :money)
order by e.date, l.entry, l.position
"""

_HIDDEN = (
    Column("entry", N_("No."), Type.INTEGER, Screen.NEVER),
    Column("date", N_("Date"), Type.DATE, Screen.NEVER),
)

_GIVEN_BACK = Column("type", N_("What it is"), Type.TERM, Screen.WHERE_USED)
"""Said of what went or came back alone, which stands below zero."""


def _goods(specification: str) -> tuple[Column, ...]:
    """The columns of goods, with what stands above the specification."""
    return (
        Column("item", N_("Article")),
        Column("specification", specification),
        Column("unit", N_("Unit of measure")),
        Column("quantity", N_("Quantity"), Type.QUANTITY, show_zero=True),
        Column("certainty", N_("Certainty"), Type.TERM, Screen.NEVER),
        _GIVEN_BACK,
        DECIMALS,
    )


_AMOUNT = (
    Column("amount", N_("Amount (yuan)"), Type.MONEY, show_zero=True),
    Column("amount_certainty", N_("Certainty of the amount"), Type.TERM, Screen.NEVER),
    Column("foreign", N_("In another currency"), Type.QUANTITY, Screen.WHERE_USED, show_zero=True),
    Column("foreign_certainty", N_("Certainty of the amount"), Type.TERM, Screen.NEVER),
    UNIT._replace(title=N_("Currency"), screen=Screen.WHERE_USED),
    DECIMALS,
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One of these tables: its rows as printed, and beside each the line it stands for and its item."""

    key: str
    figure: str
    money: bool
    title: str
    columns: Sequence[Column]
    cells: Callable[[Row], Row]
    """A row of the SELECT as a row of the table."""


def _cells_of_goods(row: Row) -> Row:
    entry, _position, day, entry_type, who, name, specification, unit, amount, certainty, decimals, _item = row
    return entry, day, who, name, specification, unit, amount, certainty, _given_back(entry_type), decimals


def _given_back(entry_type: Value) -> Value:
    return entry_type if entry_type == "return" else None


def _refund(entry_type: Value) -> Value:
    """Of what came in, what comes back went back to a donor."""
    return "refund" if entry_type == "return" else None


def _cells_of_gifts_in_kind(row: Row) -> Row:
    *cells, _came_back, decimals = _cells_of_goods(row)
    return *cells, _refund(row[3]), decimals


def _cells_of_money(row: Row) -> Row:
    entry, _position, day, entry_type, who, name, _specification, unit, amount, certainty, decimals, _item = row
    *cells, decimals = _of_money(name, unit, amount, certainty, decimals)
    return entry, day, who, *cells, _refund(entry_type), decimals


def _cells_of_spending(row: Row) -> Row:
    entry, _position, day, entry_type, who, name, _specification, unit, amount, certainty, decimals, _item = row
    return entry, day, who, entry_type, *_of_money(name, unit, amount, certainty, decimals)


def _of_money(name: Value, unit: Value, amount: Value, certainty: Value, decimals: Value) -> Row:
    """The cells of an amount of money: yuan in their own column, other money beside it, since they never share a sum."""
    if name == MONEY:
        return amount, certainty, None, None, None, MONEY_DECIMALS
    return None, None, amount, certainty, unit, decimals


DETAILS = (
    Detail(
        "money_in", RECEIVED, True, N_("Issue {number}—1 Money received (unit: yuan)"),
        (*_HIDDEN, Column("donor", N_("Donating organisation or person")), *_AMOUNT[:-1], _GIVEN_BACK, _AMOUNT[-1]), _cells_of_money,
    ),
    Detail(
        "goods_in", RECEIVED, False, N_("Issue {number}—2 Goods received"),
        (*_HIDDEN, Column("donor", N_("Donating organisation")), *_goods(N_("Specification"))), _cells_of_gifts_in_kind,
    ),
    Detail(
        "goods_out", OUT, False, N_("Issue {number}—3 Goods given out"),
        (*_HIDDEN, Column("recipient", N_("Receiving organisation")), *_goods(N_("Spec."))), _cells_of_goods,
    ),
    Detail(
        "money_out", OUT, True, N_("Issue {number}—4 Money paid out (unit: yuan)"),
        (*_HIDDEN, Column("recipient", N_("Paid or given to")), Column("type", N_("For"), Type.TERM), *_AMOUNT), _cells_of_spending,
    ),
)  # fmt: skip


@dataclass(slots=True)
class Printed:
    """A table with the lines behind its rows, and what its rows add up to."""

    detail: Detail
    table: Table
    lines: Sequence[Row]
    added_up: Sums


def printed(book: Book, detail: Detail, scope: Scope, without: str, period: Sums, items: Sequence[Item]) -> Printed:
    """The table `detail` of an issue; its totals are those of the period, however its rows add up."""
    query = _SELECT.format(who=_WHO[detail.figure], amount=_FLOWS[detail.figure], is_part=_IS_PART[detail.figure])
    parameters: dict[str, str | int | None] = {
        "begin": scope.begin.isoformat(),
        "end": scope.end.isoformat(),
        "without": without,
        "money": int(detail.money),
    }
    lines = [tuple(row) for row in rows(book, query, parameters)()]
    added_up = Sums()
    made: list[Row] = []
    for line in lines:
        amount, certainty, item = line[8], line[9], number(line[11])
        added = Sum(0 if amount is None else number(amount), int(amount is None), int(certainty == "about"))
        added_up.add(item, detail.figure, added)
        made.append(detail.cells(line))
    told = {number(line[11]) for line in lines}
    totals = [
        _total(detail, item, period.get(item.number, detail.figure))
        for item in items
        if item.is_money == detail.money and (item.number in told or not period.get(item.number, detail.figure).is_none)
    ]
    empty = N_("Nothing in this period.")
    return Printed(
        detail, Table(detail.key, detail.title, detail.columns, lambda: made, totals, empty), lines, added_up
    )


def _total(detail: Detail, item: Item, total: Sum) -> Row:
    """What stands under the table: a sum an item."""
    if detail.money:
        cells = _of_money(item.name, item.unit, total.shown, total.certainty, item.decimals)
        if detail.key == "money_out":
            return (None, None, None, None, *cells)
        return (None, None, None, *cells[:-1], None, cells[-1])
    return (
        None, None, None, item.name, item.specification, item.unit, total.shown, total.certainty, None, item.decimals
    )  # fmt: skip
