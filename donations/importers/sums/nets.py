"""What came less what went out, of a column of amounts with signs, whose total may be that."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.importers.rows.drafting import scaled
from donations.importers.rows.rows import RowReader
from donations.importers.words.accounts import SIGNS, takes_off
from donations.importers.words.cells import number_of_yuan


class Nets:
    """The sums of such columns, as they grow."""

    def __init__(self, groups: Sequence[RowReader]) -> None:
        self._sums = {
            column.index: (Fraction(0), group.factor(column))
            for group in groups
            for column in group.by_field.get("money", [])
            if column.signed
        }

    def add(self, texts: Mapping[int, str]) -> None:
        """One more record, with its cells."""
        for index, (before, factor) in self._sums.items():
            text = texts.get(index, "")
            number = (number_of_yuan(text.strip(SIGNS)) or Fraction(0)) * factor
            self._sums[index] = (before - number if takes_off(text) else before + number), factor

    @property
    def sums(self) -> list[int]:
        """As `scaled` says them."""
        return [scaled(total) for total, _factor in self._sums.values()]
