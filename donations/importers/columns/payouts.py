"""What a platform keeps of gifts besides: when and how much it paid out of them, and what they make in its own currency."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown_at
from donations.importers.words.heading_words import normal
from donations.importers.words.money_measures import money_measure
from donations.importers.words.yes_no import NO, YES

_FEE = pattern_of(r".*fees?(?:amount|total)?(?:[(].*)?|.*(?:手续费|服务费)(?:金额)?(?:[(].*)?")
_OF_SENDING = pattern_of(r".*(?:shipping|delivery|postage|freight|school|tuition|member)")
"""Fees that no platform takes of a gift."""
_PAID_OUT = pattern_of(r"(?:disbursement|payout|deposit|settlement|remittance|transfer)(?:total)?(?:amount|amt)")
_PAID_OUT_ON = pattern_of(
    r"(?:disburse(?:ment|d)|payout|paidout|deposit(?:ed)?|settle(?:ment|d)|remit(?:tance|ted)|transfer(?:red)?|available|cleared|statement)[-_]?(?:date|on|day|time)(?:[(].*)?|(?:结算|清算)(?:日期|时间|日)"
)
_NET, _COVERED = (
    pattern_of("net"),
    pattern_of(r"(?:donor)?(?:fees?covered|covered(?:fees?|costs?))(?:bydonor)?(?:amount)?"),
)
_GIVEN_ON = pattern_of(
    r"(?:donat(?:ion|ed)|gift|given|contribution|transaction|payment|paid|charged?|created|received|order)?[-_]?(?:date|at|on|time|datetime)(?:received)?(?:[(].*)?|created(?:[(].*)?|(?:捐[赠款]|支付|付款|交易|下单)(?:日期|时间|日)"
)
_CURRENCY = pattern_of(
    r"(?:payout|settlement|donation|gift|payment|transaction|charge|contribution|amount|donor|sender|presentment)[-_]?currency(?:code)?|(?:捐[赠款]|支付)(?:币种|货币)"
)
_OF_GIFT = pattern_of(r"donation|gift|contribution|amount|transaction|charge|payment|捐")
_GIVERS = ("donor", "party", "name_part", "payer")
_FMV = pattern_of(r"(?:estimated)?(?:fairmarketvalue|fmv)(?:amount)?|benefitvalue")
_DEDUCTIBLE = pattern_of(r"(?:tax-?)?(?:non-?)?(?:deductible|eligible)(?:amount|portion)?")
_ANSWERS = (YES | NO) - {"0", "1"}
WHICH_CURRENCY = N_(
    "which currency the amounts are in: two columns say two of them; say --map HEADING=currency of that of the amounts"
)
NOT_ITS_OWN = N_(
    "one amount of each gift: where the currency of the row is that of the other column, both must say the same; say --map HEADING=- of the wrong one"
)


_MOST = 12
"""Lists of one gift a row have no more columns of money than these."""


def settle(senses: Senses) -> None:
    """What of these columns is none of the gifts."""
    _answers(senses)
    _covered(senses)
    _benefits(senses)
    _paid_out(senses)
    _currencies(senses)
    _own_name(senses)


def _own_name(senses: Senses) -> None:
    """Recipient above one name in every row of a platform's list, with its fees, is who keeps the list; who else may stand further down received it."""
    if not senses.has(*_GIVERS) or senses.has("item", "quantity", "goods", "unit"):
        return  # a hospital received the goods
    if not any(_FEE.fullmatch(column.joined) and not _OF_SENDING.match(column.joined) for column in senses.columns):
        return
    for column in senses.columns:
        cells = senses.entries(column) if column.field == "recipient" else []
        if len(cells) > 1 and len(set(cells)) == 1 and not column.by_user and column.heading.isascii():
            column.keeper = cells[0]


def _currencies(senses: Senses) -> None:
    """Payout Currency is that of the amounts, where no column is called Currency alone and all say the same."""
    if senses.has("currency"):
        return
    found = [
        column
        for column in senses.columns
        if column.field in ("", PASSED) and not column.by_user and _CURRENCY.fullmatch(column.joined)
    ]
    found = [column for column in found if (cells := senses.cells(column)) and all(map(_currency, cells))]
    own = [column for column in found if _OF_GIFT.match(column.joined)]
    for column in (own or found)[:1]:
        column.field = "currency"


def _disagree(senses: Senses, kept: Column) -> bool:
    """Whether of two such columns neither is called that of the gifts, and they say two currencies of a row."""
    name = kept.joined
    if kept.by_user or not _CURRENCY.fullmatch(name) or _OF_GIFT.match(name):
        return False
    others = [c for c in senses.columns if c is not kept and _CURRENCY.fullmatch(c.joined) and not c.by_user]
    rows = [[shown_at(row, column.index) for column in (kept, *others)] for row in senses.below]
    return any(len(set(filter(None, map(_currency, row)))) > 1 for row in rows)


def _currency(cell: str) -> str | None:
    measure = money_measure(normal(cell))
    return measure.currency if measure else None


def _answers(senses: Senses) -> None:
    """Pledge Payment above Y and N asks something, and says no amount."""
    for column in senses.columns:
        cells = [normal(cell) for cell in senses.cells(column)] if column.field in ("spent", "money", "refund") else []
        if cells and not column.by_user and all(cell in _ANSWERS for cell in cells):
            column.field = PASSED


def _covered(senses: Senses) -> None:
    """Donated beside Amount is what of it was meant, where the rest is the fee that who gave paid too: Amount is what was paid."""
    more = [column for column in senses.columns if _COVERED.fullmatch(column.joined)]
    gifts = [column for column in senses.of("money", "amount") if not column.by_user] if more else []
    if not 1 < len(gifts) <= _MOST:
        return
    records = senses.records()
    told = {column.index: [_numbers(row, (column,))[0] for row in records] for column in (*gifts, *more[:_MOST])}
    for whole, part in permutations(gifts, 2):
        rows = list(zip(told[whole.index], told[part.index], strict=True))
        if any(paid < meant for paid, meant in rows) or not any(paid != meant for paid, meant in rows):
            continue
        for column in more[:_MOST]:
            if all(paid == meant + fee for (paid, meant), fee in zip(rows, told[column.index], strict=True)):
                part.field = PASSED
                return


def is_fee(column: Column) -> bool:
    """Whether a column says what a platform kept of a gift."""
    return _FEE.fullmatch(column.joined) is not None and _OF_SENDING.match(column.joined) is None


def is_covered(column: Column) -> bool:
    """Whether a column says how much of the fee who gave paid besides."""
    return _COVERED.fullmatch(column.joined) is not None


def _benefits(senses: Senses) -> None:
    """Fair Market Value, in a list of payments, is what who gave got for it, a seat or a mug: no goods that were given."""
    headings = [column.joined for column in senses.columns]
    is_of_payments = any(_FEE.fullmatch(name) or _DEDUCTIBLE.fullmatch(name) for name in headings)
    if is_of_payments and senses.has("money", "amount") and not senses.has("item", "quantity"):
        for column in senses.columns:
            if column.field == "value" and not column.by_user and _FMV.fullmatch(column.joined):
                column.field = PASSED


def _numbers(row: Sequence[str], columns: Sequence[Column]) -> list[Fraction]:
    return [plain_number(shown_at(row, column.index).strip("$€£¥￥ ")) or Fraction(0) for column in columns]


def _paid_out(senses: Senses) -> None:
    """When money was paid out, and how much, beside who gave it and when, is none of the gifts."""
    days = [column for column in senses.of("date") if senses.cells(column)]
    of_gift = any(_GIVEN_ON.fullmatch(column.joined) for column in days)
    others = [column for column in days if of_gift and not _PAID_OUT_ON.fullmatch(column.joined)]
    if senses.has(*_GIVERS):
        for column in days if others else ():
            if column not in others and not column.by_user:
                column.field = PASSED
    if not any(_FEE.fullmatch(column.joined) for column in senses.columns) or not senses.has(*_GIVERS):
        return
    gifts = senses.of("money", "amount")
    for column in senses.columns:
        is_out = column.field in ("spent", "money", "amount") and _PAID_OUT.fullmatch(column.joined)
        if is_out and not column.by_user and any(gift is not column for gift in gifts):
            column.field = PASSED


def converted(senses: Senses) -> str | None:
    """Amount in USD beside Amount and a column of currencies is what that makes in dollars, and no second gift; says what is wrong
    where a row in dollars says two amounts.
    """
    kept = _without_those_of_converted(senses)
    if kept and _disagree(senses, kept[0]):
        return WHICH_CURRENCY
    amounts = [each for each in senses.columns if each.field in ("money", "amount") and each.said.currency is None]
    plain = [each for each in amounts if not _NET.match(each.joined)]
    if len(kept) != 1 or not plain:
        return None
    for column in senses.columns:
        if column.field not in ("money", "amount") or column.said.currency is None or column.by_user:
            continue
        rows = [_beside(row, kept[0], plain, column) for row in senses.records()]
        if not all(any(first is not None for first in firsts) for _, firsts, second in rows if second is not None):
            continue  # a gift of its own where the other is blank
        fits = [second in firsts for currency, firsts, second in rows if second and currency == column.said.currency]
        if not all(fits) and len(plain) == 1:
            return NOT_ITS_OWN
        if all(fits) and (fits or len(plain) == 1):
            column.field = PASSED
    return None


def _without_those_of_converted(senses: Senses) -> list[Column]:
    """The columns of currencies; of several not those right behind Amount in USD that say nothing but USD, which are passed over."""
    kept = senses.of("currency")
    before = {column.index + 1: column.said.currency for column in senses.columns if column.said.currency}
    for column in kept if len(kept) > 1 else ():
        own = before.get(column.index)
        if own is not None and not column.by_user and {_currency(cell) for cell in senses.cells(column)} == {own}:
            column.field = PASSED
    return [column for column in kept if column.field != PASSED]


def _beside(
    row: Sequence[str], kept: Column, plain: Sequence[Column], other: Column
) -> tuple[str | None, list[Fraction | None], Fraction | None]:
    """The currency of a row, what it says in the columns of amounts, and in that of what they make."""
    *firsts, second = (plain_number(shown_at(row, each.index).strip("$€£¥￥ ")) for each in (*plain, other))
    return _currency(shown_at(row, kept.index)), firsts, second
