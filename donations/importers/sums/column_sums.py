"""The sums of every column of amounts, held against what a total row states below each."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from donations.importers.columns.columns import GOODS, MEASURE, Column
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import scaled, unscaled
from donations.importers.rows.rows import RowReader
from donations.importers.table import Differing
from donations.importers.words.cells import plain_number
from donations.importers.words.foot import sums_up

_WITH_UNIT = pattern_of(r"[¥￥]?\s*([0-9][0-9,，]*(?:\.[0-9]+)?)\s*[^0-9,，.亿万千百十余多/×*+、;；-]{0,3}")


class ColumnSums:
    """What stands in the columns of one record's amounts, added up as it is written."""

    def __init__(self, groups: Sequence[RowReader], *, is_side: bool = False) -> None:
        self.fewest = 1 if is_side else 2  # the total of one column is that of the table, but not of one side of it
        self.columns: list[Column] = []
        if len(groups) == 1:
            fields = ("quantity", "money", "value", "spent", GOODS, MEASURE)
            self.columns = [column for column in groups[0].amounts if column.field in fields]
        self.sums = dict.fromkeys((column.index for column in self.columns), 0)
        """As `scaled` says them."""
        self.rows = 0
        self.unsaid: dict[int, int] = {}
        """How many cells of each column of quantities are blank though goods stand beside them: a total may count them as one."""
        self.stated: tuple[Mapping[int, str], int] | None = None
        self.carried = Fraction(0)
        """What rows of the side say was there before, or is left, which its total may count too."""

    def add(self, texts: Mapping[int, str], *, is_unsaid: bool) -> None:
        """One more record, maybe of goods whose amount is unknown; a column with a cell that is no plain number is compared no more."""
        self.rows += 1
        if is_unsaid:
            for column in self.columns:
                if column.field == "quantity" and not texts.get(column.index):
                    self.unsaid[column.index] = self.unsaid.get(column.index, 0) + 1
        for index in list(self.sums):
            number = _counted(texts.get(index, ""))
            if number is None:
                del self.sums[index]
            else:
                self.sums[index] += number

    def leave(self, texts: Mapping[int, str]) -> None:
        """A row that is no record, but may be counted in the totals of the columns in which it has amounts."""
        for column in self.columns:
            if texts.get(column.index):
                self.sums.pop(column.index, None)

    def counts_in_others(self, groups: Sequence[RowReader], whole: int) -> bool:
        """Whether some rows say how much it is in another unit only, or beside columns of goods in words (其他), so that the
        totals of the columns are no total of all (`whole`).
        """
        beside = any(group.dealer.reader.columns and "item" in group.by_field for group in groups)
        measured = beside or any(group.measures for group in groups)
        return measured and all(whole != self.sums.get(each.index) for each in self.columns)

    def differing(self) -> tuple[Differing, ...]:
        """The columns whose total in the last total row is another than their sum."""
        return tuple(found for found in self._all_differing() if not self._counts_one(found))

    def counted_as_one(self) -> int:
        """How many rows of goods without an amount a total counts as one each."""
        counted = [one for one in self._all_differing() if self._counts_one(one)]
        return max((self.unsaid[self._index(one)] for one in counted), default=0)

    def differing_with(self, others: "ColumnSums") -> bool:
        """Whether a column's total is another than its sum here and in `others` together."""
        together = {index: self.sums[index] + others.sums[index] for index in self.sums if index in others.sums}
        self.sums = together
        return bool(self._all_differing())

    def _all_differing(self) -> list[Differing]:
        if self.stated is None or len(self.columns) < self.fewest:
            return []
        texts, row = self.stated
        found = []
        for column in self.columns:
            stated = _number(texts[column.index]) if texts.get(column.index) else None
            added = self.sums.get(column.index)
            total = None if added is None else unscaled(added)
            if stated is not None and total is not None and stated not in (total, total + self.carried):
                found.append(Differing(row, column.heading or None, total, stated))
        return [] if len(found) == 1 and self._of_another(found[0], texts) else found

    def _of_another(self, found: Differing, texts: Mapping[int, str]) -> bool:
        """Whether the only number of the total row is the sum of the money, though it stands below another column, as behind merged cells."""
        alone = sum(1 for column in self.columns if texts.get(column.index)) == 1
        money = [self.sums.get(column.index) for column in self.columns if column.field in ("money", "spent", "value")]
        return alone and any(added is not None and unscaled(added) == found.stated for added in money)

    def _index(self, found: Differing) -> int:
        return next(column.index for column in self.columns if (column.heading or None) == found.column)

    def _counts_one(self, found: Differing) -> bool:
        return found.stated - found.total == self.unsaid.get(self._index(found), 0)


def take_sides(
    groups: Sequence[RowReader],
    sides: Mapping[int, ColumnSums],
    texts: Mapping[int, str],
    number: int,
    cells: Sequence[str],
) -> None:
    """Keeps the totals that one row states of all sides, each below its own column, or of the side its word stands in."""
    known = [(group, sides[id(group)]) for group in groups if id(group) in sides]
    said = [side for _, side in known if any(column.index in texts for column in side.columns)]
    for group, side in known:
        own = (cells[column.index] for column in group.group.columns if column.index < len(cells))
        if side in said and (len(said) == len(known) or sums_up(own)):
            side.stated = (texts, number)


@lru_cache(maxsize=8192)
def _counted(text: str) -> int | None:
    """The number that a cell is as `scaled` says it, where that is exact."""
    number = _number(text)
    return None if number is None or unscaled(scaled(number)) != number else scaled(number)


def _number(text: str) -> Fraction | None:
    """The number that a cell is, with a unit behind it or not; 0 where it is blank, None where it says anything else."""
    if not text:
        return Fraction(0)
    found = _WITH_UNIT.fullmatch(text)
    return plain_number(found[1].replace("，", ",") if found else text)
