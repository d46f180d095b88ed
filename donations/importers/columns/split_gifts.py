"""Gifts that a donor database splits over funds: a row for each part, with the whole of the gift in each of them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown, shown_at
from donations.importers.words.foot import sums_up

_SPLIT = pattern_of(
    r"(?:fund|gift|designation|donation|payment)?[-_]?(?:splits?|allocat(?:ion|ed)|designat(?:ion|ed))(?:gift)?[-_]?(?:amount|amt)|amountallocated"
)
_GIFT_ID = pattern_of(
    r"(?:gift|donation|contribution|payment|transaction|receipt)?[-_]?(?:system)?(?:id|key|no|number|nr)"
)
_MONEY = ("money", "amount")
_OF_GIFT = ("date", "donor", "party", "name_part", "payer", "number", "serial")


PARTS = N_(
    "the parts of each gift to make its whole, which stands in each of its rows; here some don't: say --map HEADING=money of the column that is to be booked, and --map HEADING=- of the other"
)
_SAMPLE = 25
"""Of fewer rows than these all are known, also those of the last gift."""


class _Gift(NamedTuple):
    """The whole of a gift as it is stated, what its parts make, and in how many rows they stand."""

    stated: Fraction
    made: Fraction
    rows: int


def settle(senses: Senses) -> str | None:
    """Of the parts and the whole the parts are read, where those of each gift make its whole, which is then in none of its rows a gift.

    Says what is wrong where they don't, and the whole of one gift would be booked more than once.
    """
    splits = [column for column in senses.columns if _SPLIT.fullmatch(column.joined) and not column.by_user]
    wholes = [column for column in senses.of(*_MONEY) if column not in splits]
    if (
        len(splits) != 1
        or len(wholes) != 1
        or wholes[0].by_user
        or splits[0].said.currency not in (None, wholes[0].said.currency)
    ):
        return None
    gifts = list(_gifts(senses, wholes[0], splits[0]))
    if any(gift.stated != gift.made for gift in gifts):
        return PARTS if any(gift.rows > 1 for gift in gifts) else None
    splits[0].field, wholes[0].field = "money", PASSED
    for column in senses.columns:
        if column.field == "number" and not column.by_user:
            column.field = PASSED  # that of the whole, which its parts share
    return None


def _gifts(senses: Senses, whole: Column, split: Column) -> Iterator[_Gift]:
    """The gifts one after the other; not the last of many rows, of which more parts may come."""
    named = [c.index for c in senses.columns if c.field in _OF_GIFT or _GIFT_ID.fullmatch(c.joined)]
    last: tuple[str, ...] | None = None
    gift = _Gift(Fraction(0), Fraction(0), 0)
    for row in senses.below:
        if sums_up(row):
            continue
        key = (*(shown_at(row, index) for index in named), shown_at(row, whole.index))
        is_again = gift.rows == 1 and gift.stated == gift.made == _at(row, split)  # given twice, whole each time
        if key != last or is_again:
            if last is not None:
                yield gift
            last, gift = key, _Gift(_at(row, whole), Fraction(0), 0)
        gift = gift._replace(made=gift.made + _at(row, split), rows=gift.rows + 1)
    if last is not None and (len(senses.below) < _SAMPLE or abs(gift.made) > abs(gift.stated)):
        yield gift


def _at(row: Sequence[str], column: Column) -> Fraction:
    return _amount(row[column.index]) if column.index < len(row) else Fraction(0)


def _amount(cell: str) -> Fraction:
    """A number; one in brackets is below zero."""
    text = shown(cell)
    number = plain_number(text.strip("()-$€£¥￥ ")) or Fraction(0)
    return -number if text[:1] in ("(", "-") else number
