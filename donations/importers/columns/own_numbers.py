"""Which numbers are of one payment each: what a bank numbers the rows of an account with where no other is, and none of what a platform
paid out, which many givers share.
"""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import REMARK, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import sums_up

_OF_PAYOUTS = pattern_of(
    r"payment_?ref(?:erence)?(?:id|no|number)?|.*(?:payout|disbursement|settlement|deposit|batch|remittance)_?(?:ref(?:erence)?)?_?(?:id|no|number)?"
    r"|(?:结算|打款|出款|提现|划付)(?:单号|批次号?|编号|流水号?)"
)
"""Other numbers that come again say so of slips, or of days on which a bank begins to count anew, and stay what rows are known by:
what they are must not hang on which rows a download happens to hold.
"""
_OF_SERVICES = pattern_of(r"(?:4[0-9]{3}|1000)0[0-9]{20,27}|20[0-9]{6}2[0-9]{15,23}")
"""How WeChat Pay and Alipay number payments: 4200000001202403010000000001, 2024030122001400110000000001."""
_CALLED = pattern_of(
    r".*(?:单号|流水|流水号|交易号|订单号|编号|(?:txn|transaction|payment|order|trade)_?(?:id|no|number))"
)
_GIVERS = ("donor", "party", "payer", "name_part", "unit_or_party", "name")


def settle(senses: Senses) -> None:
    """Takes the number of a row in its account, 账户明细编号, where there is no other column of numbers, and passes over a number of what
    was paid out that stands in rows of many givers: they would be taken for one gift. 主机流水号 or 柜员流水号 is of all that a bank
    posted at once, and no row is known by it.
    """
    if senses.has("number"):
        senses.become("banks_number", PASSED)
    senses.first("banks_number", "number")
    named = senses.of(*_GIVERS)
    for column in senses.columns:
        is_number = column.field == "number" and not column.by_user and _OF_PAYOUTS.fullmatch(column.said_as)
        if is_number and _is_shared(senses, column, named):
            column.field = PASSED
    _of_services(senses)


def _of_services(senses: Senses) -> None:
    """Keeps in the note by which number WeChat Pay or Alipay knows each payment, where the platform's own number of it stands before:
    their bills say no other. So is the number of the other service, where each has a column of its own and no row fills both.
    """
    first = next(iter(senses.of("number")), None)
    if first is None or first.by_user:
        return
    taken = [first] if _are_of_services(senses, first) else []
    for column in senses.columns:
        is_other = column.field in ("number", "", PASSED) and column is not first and not column.by_user
        if not is_other or not _CALLED.fullmatch(column.said_as) or not _are_of_services(senses, column):
            continue
        if not any(_in_one_row(senses, one, column) for one in taken):
            column.field = REMARK
            taken.append(column)


def _in_one_row(senses: Senses, one: Column, other: Column) -> bool:
    """Whether a row fills both columns: the second number of a payment is that of the order, or of what it takes back."""
    return any(shown_at(row, one.index) and shown_at(row, other.index) for row in senses.below)


def _are_of_services(senses: Senses, column: Column) -> bool:
    cells = senses.cells(column)
    return bool(cells) and all(map(_OF_SERVICES.fullmatch, cells))


def _is_shared(senses: Senses, numbers: Column, named: list[Column]) -> bool:
    """Whether the numbers are half as many as the rows, or fewer, and one of them is of two givers."""
    givers: dict[str, set[tuple[str, ...]]] = {}
    rows = 0
    for row in senses.below:
        number, who = shown_at(row, numbers.index), tuple(shown_at(row, column.index) for column in named)
        if number and any(who) and not sums_up(row):
            givers.setdefault(number, set()).add(who)
            rows += 1
    return 2 * len(givers) <= rows and any(len(each) > 1 for each in givers.values())
