"""Gifts of money of which a part is for a purpose: 金额 500, 其中：助学 200."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import Certainty, decimal_text
from donations.domain.quantity import Quantity
from donations.i18n import N_
from donations.importers.columns.columns import PART, Column
from donations.importers.words import money_cells
from donations.importers.words.cells import InField, Misfit, number_of_yuan
from donations.importers.words.heading_words import Heading, normal
from donations.importers.words.purpose_words import is_for_some_purpose, part_named, purpose_of_part

A_PART = N_("an exact amount of the same money, which is a part of the gift in its row")
NO_MORE = N_("no more, with the parts before it, than the gift of its row, of which it is said to be a part")
HOW_MUCH = N_("how much of the gift is for the purpose that its row names")


class Split(NamedTuple):
    """Each amount with its purpose, and what of its parts has no place but the note."""

    amounts: tuple[tuple[Quantity, str | None], ...]
    note: str | None = None


class Parts:
    """The columns that call parts of the gift in their row; `said` are their headings by what they are called in a row."""

    def __init__(self, columns: Sequence[Column], said: Mapping[str, Heading]) -> None:
        self.said = said
        self.columns = {f"{PART}:{column.index}": column for column in columns if column.field == PART}
        self.named = {key: part_named(column_words(column)) or "" for key, column in self.columns.items()}
        self.unnamed = [key for key, part in self.named.items() if is_for_some_purpose(part)]

    def split(self, money: Sequence[Quantity], cells: Mapping[str, str], purpose: str | None) -> Split:
        """The gift of a row over its purposes; `purpose` is what a column of its own names. Raises InField."""
        said = {key: text for key in self.columns if (text := cells.get(key, "")) and number_of_yuan(text) != 0}
        if purpose and self.unnamed and not said.keys() & set(self.unnamed):
            raise InField(self.unnamed[0], HOW_MUCH, "")
        if not said:
            return Split(tuple((each, purpose) for each in money))
        if len(money) != 1:
            raise InField(next(iter(said)), NO_MORE, next(iter(said.values())))
        [gift], rest, notes = money, money[0].number, []
        found: list[tuple[Quantity, str | None]] = []
        for key, text in said.items():
            part = self._part(key, text, gift)
            assert part.number is not None
            if rest is not None and (rest := rest - part.number) < 0:
                raise InField(key, NO_MORE, text)
            of = purpose if key in self.unnamed else purpose_of_part(self.named[key], self.columns[key].heading)
            if of:
                found.append((part, of))
                continue
            rest = None if rest is None else rest + part.number
            notes += [f"{self.columns[key].heading} {part.written}"] if of is None else []
        rest_of = None if self.unnamed else purpose
        if rest is None or rest > 0:
            found.append((_rest(gift, rest) if found else gift, rest_of))
        return Split(tuple(found), "，".join(notes) or None)

    def _part(self, key: str, text: str, gift: Quantity) -> Quantity:
        heading = self.said[key]
        if heading.currency is None and heading.factor == 1:
            heading = self.said.get("money", heading)  # whose measure a title may say as well
        try:
            parts = money_cells.money(text, heading.factor, heading.currency or gift.item)
        except Misfit as misfit:
            raise InField(key, misfit.expected, text) from None
        part = parts[0]
        if len(parts) != 1 or part.item != gift.item or part.number is None or part.certainty is not Certainty.EXACT:
            raise InField(key, A_PART, text)
        return part


def column_words(column: Column) -> str:
    """What a column says of its part: its heading, and the one above it where 其中 stands there."""
    return normal(column.heading if part_named(normal(column.heading)) else column.whole)


def _rest(gift: Quantity, rest: Fraction | None) -> Quantity:
    written = gift.written if rest is None else f"{decimal_text(rest)}{gift.unit or ''}"
    return replace(gift, number=rest, written=written)
