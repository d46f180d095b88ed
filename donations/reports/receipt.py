"""The fields of the official receipt for a gift (公益事业捐赠票据): filled in by hand, or in the system that issues it."""

from donations import errors
from donations.domain.amount import MONEY
from donations.domain.capitals import in_capitals
from donations.domain.currencies import FOREIGN
from donations.domain.entry import GIFTS
from donations.domain.kept import Kept
from donations.i18n import N_
from donations.reports.gift import GIVEN_BACK, gave_back, given_back, standing
from donations.reports.selection import report
from donations.reports.table import Column, Report, Row, Screen, Table, Type, Value
from donations.reports.totals import CERTAINTY, DECIMALS, ITEM_LABEL
from donations.store.book import Book
from donations.store.given import GIVEN_ON
from donations.store.kept import given_back_whole, kept_of

_ENTRY = f"select {GIVEN_ON.format(e='e')}, donor, coalesce(payer, donor) from entries as e where number = ?"  # noqa: S608
_LINES = f"""
select {ITEM_LABEL}, unit, amount_minor, certainty, value_minor, value_certainty, decimals, item_name = 'CNY', position
from lines where entry = ? order by position
"""  # noqa: S608 - every part is a constant of this file
_COLUMNS = (
    Column("item", N_("Project (item)")),
    Column("unit", N_("Unit")),
    Column("quantity", N_("Quantity"), Type.QUANTITY, show_zero=True),
    CERTAINTY,
    Column("standard", N_("Standard (price of one)"), Type.MONEY),
    Column("value", N_("Amount (yuan)"), Type.MONEY),
    Column("value_certainty", N_("Certainty of the value"), Type.TERM, Screen.NEVER),
    DECIMALS,
)
_FIELDS = (
    Column("entry", N_("No."), Type.INTEGER),
    Column("date", N_("Date"), Type.DATE),
    Column("payer", N_("Payer")),
    Column("credit_code", N_("Unified social credit code"), screen=Screen.WHERE_USED),
    Column("donor", N_("Giver")),
    Column("capitals", N_("Total in capitals"), none=N_("unstated")),
    Column("total", N_("Total (yuan)"), Type.MONEY),
    Column("total_certainty", "", Type.TERM, Screen.NEVER, for_programs=False),
)
_NO_RECEIPT = N_("This is not the receipt: the program can't issue one. These are the fields to fill in where receipts for public-benefit donations are issued.")  # fmt: skip
_NO_VALUE = N_("Goods without a stated value have no amount, and are not in the total: an invoice, a customs form or an agreement says it. `donations correct` records it.")  # fmt: skip
_FOREIGN = N_("Money of another currency has no amount in yuan, and is not in the total: the bank says what it came to on its day.")  # fmt: skip
_NO_SUM = N_("Money of an unknown amount is not in the total: a receipt is for the sum that was received. Count it; `donations correct` records what it came to.")  # fmt: skip
_KEPT = N_("A receipt is for what was received and kept. Where one was issued for more, take it back and cancel it before this one is issued.")  # fmt: skip
_ABOUT = N_("An amount here is only about known: a receipt needs the exact one.")
_STRAIGHT = N_("This went straight to its recipient and was never the association's: ask who receives it for the receipt, unless the association was asked to issue it.")  # fmt: skip


def receipt(book: Book, number: int, credit_code: str | None) -> Report:
    """The fields for gift `number`; `credit_code` is the payer's. Raises UnknownEntry, NoGift, GaveBack, AllGivenBack, TakenBack, CorrectedSince."""
    book.expect_crowds()
    type_, kept = _lessened(book, number)
    found = book.connection.execute(_LINES, (number,)).fetchall()
    of_each = [(row, kept.get((number, row[-1]))) for row in found]
    lines = [_line(*row[:-1], left=left) for row, left in of_each if left is None or not left.is_nothing]
    day, donor, payer = book.connection.execute(_ENTRY, (number,)).fetchone()
    values = [value for line in lines if isinstance(value := line[5], int)]
    is_about = any(line[6] == "about" for line in lines)
    total = sum(values) if values else None
    capitals = in_capitals(total) if total is not None and not is_about else None
    fields: Row = (number, day, payer, credit_code, donor, capitals, total, "about" if is_about else "exact")
    tables = [
        Table("receipt", N_("Receipt"), _FIELDS, lambda: [fields]),
        Table("lines", N_("Lines"), _COLUMNS, lambda: lines),
    ]
    if kept:
        tables.append(given_back(book, kept))
    without = {_why_without(line[0]) for line in lines if line[5] is None}
    notes = [
        _NO_RECEIPT,
        *([_KEPT, GIVEN_BACK] if kept else ()),
        *(why for why in (_NO_VALUE, _NO_SUM, _FOREIGN) if why in without),
    ]
    notes += [_ABOUT] * is_about + [_STRAIGHT] * (type_ == "relay")
    made = report(book, "receipt", N_("Fields for the donation receipt"), tables, None)
    return made._replace(notes=tuple(notes), is_paper=True)


def _lessened(book: Book, number: int) -> tuple[str, dict[tuple[int, int], Kept]]:
    """The type of gift `number`, of which something was kept, and what was kept of the lines that were given back in part."""
    type_ = standing(book, number)
    if type_ not in GIFTS:
        raise (errors.GaveBack if gave_back(book, number) else errors.NoGift)(number=number)
    if whole := given_back_whole(book.connection, [number]):
        raise errors.AllGivenBack(number=number, by=whole[number])
    return type_, kept_of(book.connection, [number])


def _why_without(item: Value) -> str:
    """Why a line without a value has none."""
    return _FOREIGN if item in FOREIGN else _NO_SUM if item == MONEY else _NO_VALUE


def _line(item: str, unit: str, minor: int | None, certainty: str, value: int | None, value_certainty: str | None, decimals: int, is_money: int, *, left: Kept | None) -> Row:  # fmt: skip
    """Money is one of its whole sum; goods have the price of one where their value is a multiple of it in whole fen. `left`: what was kept of it."""
    if left is not None:
        minor, certainty, value, value_certainty = left.minor, left.certainty, left.value, left.value_certainty
    if is_money:
        known = None if minor is None else 1
        return item, unit, known, "exact" if known else "unknown", minor, minor, certainty, 0
    of_one = None
    if minor and value is not None and (certainty, value_certainty) == ("exact", "exact"):
        price, rest = divmod(value * 10**decimals, minor)
        of_one = None if rest else price
    return item, unit, minor, certainty, of_one, value, value_certainty, decimals
