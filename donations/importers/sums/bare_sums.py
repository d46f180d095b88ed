"""Rows of nothing but amounts that are the sum of the rows above them since the last such, without a word that says so."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.i18n import N_
from donations.importers.columns.columns import ABROAD, AMOUNTS, GOODS_IN, GOODS_OUT, MADE
from donations.importers.rows.drafting import scaled, unscaled
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Stream
from donations.importers.words import cells as one
from donations.importers.words.cells import InField
from donations.importers.words.foot import GRAND, PART, RUNNING, is_amount, is_of_words

A_SUM = N_("the sum of the rows above it, like the other rows without a name; or who gave it")
SUM_OR_GIFT = N_(
    "a word like 小计 beside it if it is the sum of the rows above it, which it would be; or who gave it, like 爱心人士"
)

Amount = Callable[[RowReader, Mapping[int, str]], Fraction | None]
"""What a row states as a total."""

_SEVERAL = 2
"""One amount of nobody's that is as much as the one above it is as likely a gift."""
_MANY = 5
"""So many amounts have the sum of nobody's gift by no chance."""
_OF_RECORDS = ("date", "serial", "item", "number")
"""Columns that a gift would have filled too."""
_AHEAD = 300
_SAID = (*AMOUNTS, ABROAD, MADE, "price", "unit", "total", "amount")
"""What a row of nothing but amounts says, also where nobody reads it: Total beside Qty."""


class BareSums:
    """Tells such sums from gifts of nobody; once there was one, a row like it is never taken for a gift."""

    def __init__(self, amount: Amount) -> None:
        self._amount = amount
        self._rows_before = 0
        self._met = False

    def begin(self, rows: int) -> None:
        """A subtotal was met below so many rows."""
        self._rows_before = rows

    def since(self, rows: int) -> int:
        """How many of so many rows came since the last subtotal."""
        return rows - self._rows_before

    def sort_of(
        self,
        group: RowReader,
        texts: Mapping[int, str],
        sums: tuple[int, int, int],
        below: Stream,
        is_last: Callable[[], bool],
    ) -> str | None:
        """What a row of nothing but amounts sums up; None where it may be a gift.

        `sums`: how many rows there were, what those since the last subtotal add up to, and all of them. Raises InField
        where it contradicts the sums above it.
        """
        rows, part, whole = sums
        stated = self._amount(group, texts)
        if stated is None:
            return None
        since = self.since(rows)
        field, text = next((column.field, text) for column in group.columns if (text := texts.get(column.index)))
        if scaled(stated) == part and since:
            if self._is_sure(group, texts, since, below, is_last):
                self._met = True
                return GRAND if part == whole and is_last() else PART
            if (
                since >= _SEVERAL or "serial" in group.by_field or group.sort in (GOODS_IN, GOODS_OUT)
            ):  # gifts of goods are of something
                raise InField(field, SUM_OR_GIFT, text)
            return None
        if not self._met:
            return None
        if scaled(stated) == whole:
            return GRAND if is_last() else RUNNING
        raise InField(field, A_SUM, f"{decimal_text(stated)} ≠ {decimal_text(unscaled(part or whole))}")

    def _is_sure(
        self, group: RowReader, texts: Mapping[int, str], since: int, below: Stream, is_last: Callable[[], bool]
    ) -> bool:
        """Whether an amount that is the sum of so many rows above is so by no chance."""
        if self._met or since >= _MANY:
            return True
        lacks = any(field in group.by_field for field in _OF_RECORDS)
        return (since >= _SEVERAL and (lacks or is_last())) or self._next_is(group, texts, below)

    def _next_is(self, group: RowReader, like: Mapping[int, str], below: Stream) -> bool:
        """Whether the next row of nothing but amounts is the sum of those between, which are several."""
        rows, found = 0, Fraction(0)
        for _, cells in below.peek(_AHEAD):
            if not any(map(str.isdigit, "".join(cells))):
                continue  # a blank row, or headings again, part nothing
            texts = {index: one.shown_at(cells, index) for index in like}
            amount = self._amount(group, texts)
            if amount is None:
                return False
            if is_bare(group, texts):
                return rows >= _SEVERAL and amount == found
            rows, found = rows + 1, found + amount
        return False


def is_bare(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether a row has nothing but amounts, and maybe what they are counted in."""
    filled = [(index, text) for index, text in texts.items() if text]
    fields = {column.index: column.field for column in group.columns}
    fields |= {
        each.index: each.said.sense for each in group.group.columns if each.index not in fields and each.said.sense
    }
    amounts = [text for index, text in filled if fields.get(index) in (*AMOUNTS, "price")]
    return (
        bool(amounts) and all(map(is_amount, amounts)) and not any(map(is_of_words, amounts)) and _only(filled, fields)
    )


def _only(filled: Sequence[tuple[int, str]], fields: Mapping[int, str | None]) -> bool:
    return all(fields.get(index) in _SAID for index, _ in filled)
