"""Accounts of payment services: what was paid, the fee and what is left of it in each row, and signs for which way it went."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.amount_marks import MINUS
from donations.importers.words.cells import plain_number, shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal

_GROSS = pattern_of(r"(?:total)?gross(?:amount)?|totalcollected|amount|(?:交易|付款)?(?:总额|金额|总金额)")
_SURELY = pattern_of(r".*gross|总额")
_FEE = pattern_of(r"(?:total|processing|paypal|stripe|transaction)?fees?(?:amount)?|(?:手续|交易)?费用?|服务费")
_NET = pattern_of(r"net(?:amount|total)?|净额|净收入|净金额")
_GIVERS = pattern_of(r"(?:donor|supporter|contributor|giver|sponsor)(?!.*(?:id|fee)$)")
_OF_ORDERS = ("quantity", "price", "value", "unit", "specification")
"""What says how much of something was ordered by a payment, which is money: Quantity, Option 1 Value."""


class _Parts(NamedTuple):
    """The columns of what was paid, of the fee, and of what is left."""

    gross: Column
    fee: Column
    net: Column


def settle(senses: Senses) -> bool:
    """Where some of what was paid went out, the sign of it says which way each row went, and nothing else does; the fee is
    none of what was spent. False where it is no such account.
    """
    parts = _parts(senses)
    said = [] if parts is None else [row for below in senses.below if (row := _numbers(below, parts)) and row[0]]
    fits = [_is_net(*row) for row in said]
    if parts is None or not any(fits):
        return False
    parts.fee.field = parts.net.field = PASSED
    parts.gross.field = "money"
    is_called_so = _SURELY.match(normal(parts.gross.heading)) is not None and not _names_givers(senses)
    if not all(fits) or not (is_called_so or any(gross < 0 for gross, _fee, _net in said)):
        return False  # a list of what came
    parts.gross.signed = True
    for column in senses.columns:
        is_part = column.field == "money" and column is not parts.gross and not column.by_user  # Cash, Card
        if column.field == "direction" or is_part:
            column.field = PASSED
        elif column.field in ("party", "name"):
            column.field = "payer"
        elif column.field in ("item", "summary", "content") and not column.by_user:
            column.field = "note"
        elif column.field in _OF_ORDERS and not column.by_user:
            column.field = PASSED
    _own_payers(senses, parts.gross)
    return True


def _own_payers(senses: Senses, gross: Column) -> None:
    """Payer, filled in only where something went out, is who of us paid it."""
    for column in senses.columns:
        paid = (shown_at(row, gross.index) for row in senses.below if shown_at(row, column.index))
        went = [text[:1] in MINUS for text in paid if text]
        if column.field == "payer" and normal(column.heading) == "payer" and not column.by_user and all(went):
            column.field = PASSED


def _names_givers(senses: Senses) -> bool:
    """Whether it is a list of givers, Donor First Name, all of whose rows came."""
    return any(_GIVERS.match(normal(column.heading)) for column in senses.columns)


def _parts(senses: Senses) -> _Parts | None:
    """The three columns, where each is there once and nobody said otherwise."""
    found: list[Column] = []
    for heading in (_GROSS, _FEE, _NET):
        called = [column for column in senses.columns if heading.fullmatch(normal(column.heading))]
        if heading is _NET and not called and any(cell[:1] in MINUS for cell in senses.cells(found[0])):
            called = [column for column in senses.columns if normal(column.heading) == "totalamount"]
        if len(called) != 1 or called[0].by_user:
            return None
        found += called
    return _Parts(*found)


def _numbers(row: Sequence[str], parts: _Parts) -> tuple[Fraction, Fraction, Fraction] | None:
    """What a row says in the three columns; None where it doesn't, or is a total."""
    if sums_up(row):
        return None
    gross, fee, net = (_number(shown_at(row, c.index)) if c.index < len(row) else None for c in parts)
    return None if gross is None or fee is None or net is None else (gross, fee, net)


def _number(text: str) -> Fraction | None:
    """A number, below zero where a sign or brackets say so; a blank fee is none."""
    plain = plain_number(text.strip("+-−－＋()（）$¥￥€£ ")) if text else Fraction(0)
    return -plain if plain is not None and text[:1] in MINUS else plain


def _is_net(gross: Fraction, fee: Fraction, net: Fraction) -> bool:
    """Whether the fee, which some write below zero, makes the difference."""
    return gross - abs(fee) == net or gross + fee == net or gross - fee == net
