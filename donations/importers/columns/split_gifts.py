"""Gifts that a donor database splits over funds: a row for each part, with the whole of the gift in each of them."""

from collections.abc import Iterator
from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown, shown_at
from donations.importers.words.foot import total_of

_SPLIT = pattern_of(
    r"(?:fund|gift|designation|donation|payment)?[-_]?(?:splits?|allocat(?:ion|ed)|designat(?:ion|ed))(?:gift)?[-_]?(?:amount|amt)|amountallocated"
)
_GIFT_ID = pattern_of(
    r"(?:gift|donation|contribution|payment|transaction|receipt)?[-_]?(?:system)?(?:id|key|no|number|nr)"
)
_MONEY = ("money", "amount")
_OF_GIFT = ("date", "donor", "party", "name_part", "payer", "number", "serial")


def settle(senses: Senses) -> None:
    """Of the parts and the whole the parts are read, where those of each gift make its whole, which is then in none of its rows a gift."""
    splits = [column for column in senses.columns if _SPLIT.fullmatch(column.joined) and not column.by_user]
    wholes = [column for column in senses.columns if column.field in _MONEY and column not in splits]
    if (
        len(splits) != 1
        or len(wholes) != 1
        or wholes[0].by_user
        or splits[0].said.currency not in (None, wholes[0].said.currency)
    ):
        return
    if not all(whole == parts for whole, parts in _gifts(senses, wholes[0], splits[0])):
        return
    splits[0].field, wholes[0].field = "money", PASSED
    for column in senses.columns:
        if column.field == "number" and not column.by_user:
            column.field = PASSED  # that of the whole, which its parts share


def _gifts(senses: Senses, whole: Column, split: Column) -> Iterator[tuple[Fraction, Fraction]]:
    """The whole of each gift, and what its parts make; not of the last, of which more parts may come."""
    named = [c.index for c in senses.columns if c.field in _OF_GIFT or _GIFT_ID.fullmatch(c.joined)]
    last: tuple[str, ...] | None = None
    stated, made = Fraction(0), Fraction(0)
    for row in senses.below:
        if any(total_of(shown(cell)) for cell in row):
            continue
        key = (*(shown_at(row, index) for index in named), shown_at(row, whole.index))
        if key != last and last is not None:
            yield stated, made
        if key != last:
            last, stated, made = key, _amount(row[whole.index]) if whole.index < len(row) else Fraction(0), Fraction(0)
        made += _amount(row[split.index]) if split.index < len(row) else Fraction(0)


def _amount(cell: str) -> Fraction:
    """A number; one in brackets is below zero."""
    text = shown(cell)
    number = plain_number(text.strip("()-$€£¥￥ ")) or Fraction(0)
    return -number if text[:1] in ("(", "-") else number
