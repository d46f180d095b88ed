"""What came less what went out, and both together, of a column of amounts that hold either, whose total may be one of these."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.importers.rows.drafting import scaled
from donations.importers.rows.rows import RowReader
from donations.importers.words.accounts import SIGNS, takes_off
from donations.importers.words.cells import number_of_yuan


class Nets:
    """The sums of such columns, as they grow: by signs, or of all where a column beside says which way each went."""

    def __init__(self, groups: Sequence[RowReader]) -> None:
        self._net: dict[int, Fraction] = {}
        self._gross: dict[int, Fraction] = {}
        self._factors: dict[int, int] = {}
        for group in groups:
            for column in group.by_field.get("money", []):
                if column.signed:
                    self._net[column.index] = Fraction(0)
                if column.signed or "direction" in group.by_field:
                    self._gross[column.index] = Fraction(0)
                    self._factors[column.index] = group.factor(column)

    def add(self, texts: Mapping[int, str]) -> None:
        """One more record, with its cells."""
        for index, factor in self._factors.items():
            text = texts.get(index, "")
            number = (number_of_yuan(text.strip(SIGNS)) or Fraction(0)) * factor
            self._gross[index] += number
            if index in self._net:
                self._net[index] += -number if takes_off(text) else number

    @property
    def sums(self) -> list[int]:
        """As `scaled` says them."""
        return [scaled(total) for total in (*self._net.values(), *self._gross.values())]
