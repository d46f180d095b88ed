"""Rows of the cash book that Alipay's app exports beside its bills: it says of no income who paid it, nor its number."""

from donations.i18n import N_
from donations.importers.bills.payments import SPENT
from donations.importers.bills.row import BillRow
from donations.importers.table import Record
from donations.importers.words.accounts import INTEREST, NEUTRAL, NO_DIRECTION, is_neutral

NO_PAYER = N_(
    "who paid and the transaction number: Alipay's cash book (记账本) has neither, so that a refund, or the same payment in another export, would not be known. Export the bill itself: 账单 › ··· › 开具交易流水证明 › 用于个人对账"
)


def read_note(row: BillRow) -> Record:
    """What was spent or moved is passed over; income, which may be a gift, is refused."""
    direction = row.text("direction")
    if direction == "支出":
        return Record(row.number, ignored=SPENT)
    if is_neutral(direction):
        return Record(row.number, ignored=NEUTRAL)
    if direction != "收入":
        row.refuse("direction", NO_DIRECTION)
    elif "收益发放" in row.text("remark"):
        return Record(row.number, ignored=INTEREST)
    else:
        row.refuse("direction", NO_PAYER)
    return Record(row.number, slips=tuple(row.slips))
