"""Rows of a merchant's bill of WeChat Pay: payments, refunds of earlier ones, and the bill's own sums at its end."""

from collections.abc import Sequence
from fractions import Fraction

from donations.domain.amount import MONEY, decimal_text
from donations.domain.entry import Draft, DraftLine, Flow
from donations.i18n import N_
from donations.importers.bills.layouts import Layout, folded
from donations.importers.bills.payments import FAILED, NO_STATE, NOTHING, receipt, refund_record, yuan
from donations.importers.bills.row import BillRow, yuan_in
from donations.importers.bills.sums import NOT_ALL_ROWS, NOT_THE_SUM
from donations.importers.bills.words import is_owed_by
from donations.importers.table import Record, Settings, Slip
from donations.importers.words.accounts import OTHER_INCOME

OWN_SUMS = N_("the bill's own sums; fees are not booked: `donations spend` records them")
NO_CURRENCY = N_("CNY: other money is not taken from a bill")

_PAID, _REFUND, _REVOKED = "SUCCESS", "REFUND", "REVOKED"
_NOT_REFUNDED = frozenset({"FAIL", "FAILED", "CHANGE", "REFUNDCLOSE", "CLOSED"})
_UNPAID = frozenset({"NOTPAY", "CLOSED", "PAYERROR", "USERPAYING", "ACCEPT"})
_COUNTS = ("总交易单数", "资金流水总笔数")
_INCOME = ("应结订单总金额", "总交易额", "订单总金额", "收入金额")


class Foot:
    """The heading and the row of sums at the end, held against the rows above."""

    def __init__(self) -> None:
        self._headings: tuple[str, ...] | None = None
        self._rows = 0
        self._sum = Fraction(0)

    def add(self, income: Fraction) -> None:
        """Count a row of the bill, by which so much came in."""
        self._rows += 1
        self._sum += income

    def read(self, number: int, cells: Sequence[str]) -> Record | None:
        """The record of a row that belongs to the sums; None where it is a row of the bill."""
        headings = tuple(folded(cell) for cell in cells)
        if headings and headings[0] in _COUNTS:
            self._headings = headings
            return Record(number, ignored=OWN_SUMS)
        if self._headings is None or not any(headings):
            return None
        stated = dict(zip(self._headings, (yuan_in(heading) for heading in headings), strict=False))
        counted, self._headings = self._headings[0], None
        count, income = stated.get(counted), next((stated[name] for name in _INCOME if name in stated), None)
        slips = [
            Slip(name, expected, f"{decimal_text(read)} ≠ {decimal_text(said)}")
            for name, expected, read, said in (
                (counted, NOT_ALL_ROWS, Fraction(self._rows), count),
                (next((name for name in _INCOME if name in stated), counted), NOT_THE_SUM, self._sum, income),
            )
            if said is not None and said != read
        ]
        self._rows, self._sum = 0, Fraction(0)
        return Record(number, slips=tuple(slips)) if slips else Record(number, ignored=OWN_SUMS)


def read_order(layout: Layout, row: BillRow, settings: Settings) -> Record:
    """The record of a payment or of a refund, whose giver no merchant is told."""
    state = row.text("state").upper()
    if row.text("currency").upper() not in {"", MONEY}:
        row.refuse("currency", NO_CURRENCY)
    if state == _REFUND:
        return _refund(layout, row, settings)
    if state in _UNPAID:
        return Record(row.number, ignored=FAILED)
    if state not in {_PAID, _REVOKED}:
        row.refuse("state", NO_STATE)
    amount = row.yuan("amount")
    if amount == 0 and not row.slips:
        return Record(row.number, ignored=NOTHING)
    draft = receipt(row, amount, settings)
    number = row.transaction("number")
    if row.slips or draft is None or amount is None:
        return Record(row.number, slips=tuple(row.slips))
    if is_owed_by(draft.note):
        return Record(row.number, ignored=OTHER_INCOME)
    refunded = amount if state == _REVOKED else None
    identity = f"{layout.provider}:{number}" if number else None
    sums, is_gone = {MONEY: amount}, refunded is not None
    return Record(row.number, (draft,), identity, refunded=refunded, sums=sums, is_gone=is_gone)


def _refund(layout: Layout, row: BillRow, settings: Settings) -> Record:
    """A refund is a transaction with a number of its own: what it is of may stand in the bill of another day."""
    if row.text("refund_state").upper() in _NOT_REFUNDED:
        return Record(row.number, ignored=FAILED)
    back = row.yuan("refund")
    given = receipt(row, back, settings)
    day = row.day(("refunded", "paid", "date"), settings.today)
    number, payment = row.transaction("refund_number"), row.transaction("number")
    if row.slips or given is None or day is None or back is None:
        return Record(row.number, slips=tuple(row.slips))
    draft = Draft("return", day, (DraftLine(yuan(back), Flow.REFUNDED),), given.parties, given.place, note=given.note)
    if number is None or payment is None:
        return Record(row.number, (draft,), f"{layout.provider}:{number}" if number else None)
    return refund_record(row, draft, f"{layout.provider}:{number}", f"{layout.provider}:{payment}")
