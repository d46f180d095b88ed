"""What rows say that are no gifts, added up apart: by their own word nothing came, or it is 利息; the totals of a table may count it, or may not."""

from collections.abc import Mapping, Sequence

from donations.importers.rows.drafting import Deal
from donations.importers.rows.rows import RowReader
from donations.importers.sums.column_sums import ColumnSums
from donations.importers.table import Differing


class LeftOut:
    """The sums of the rows that are passed over because nothing of them came, all of it went back, or nobody gave it."""

    def __init__(self, groups: Sequence[RowReader]) -> None:
        self.rows = self.money = self.quantity = 0
        self._parts: dict[int, tuple[int, int, int]] = {}
        self._columns = ColumnSums(groups)
        self._is_income: set[bool] = set()
        """Whether the rows are income that is no gift, 利息, or of gifts of which nothing came: a total may count the former alone."""

    def add(self, group: RowReader, deal: Deal, texts: Mapping[int, str], why: str | None) -> None:
        """One more such row, with its cells, and why it is passed over."""
        self.rows += 1
        self._is_income.add(why in group.ways.others)
        self.money += deal.money
        self.quantity += deal.quantity
        self._columns.add(texts, is_unsaid=deal.is_unsaid)
        rows, money, quantity = self._parts.get(id(group), (0, 0, 0))
        self._parts[id(group)] = rows + 1, money + deal.money, quantity + deal.quantity

    def since(self, group: RowReader, *, of_money: bool, is_alone: bool) -> tuple[int, int]:
        """How many of a group's rows there were since the last subtotal, and what they say; of all groups where it `is_alone`."""
        parts = list(self._parts.values()) if is_alone else [self._parts.get(id(group), (0, 0, 0))]
        return sum(rows for rows, _, _ in parts), sum(part[1] if of_money else part[2] for part in parts)

    def begin(self, group: RowReader, *, is_alone: bool) -> None:
        """A subtotal was met."""
        if is_alone:
            self._parts.clear()
        else:
            self._parts.pop(id(group), None)

    def differing(self, columns: ColumnSums) -> tuple[Differing, ...]:
        """The columns whose stated total is another than what was taken adds up to; none where it counts what was left out."""
        found = columns.differing()
        if not found or not self.rows:
            return found
        if len(self._is_income) > 1:
            return ()
        self._columns.stated = columns.stated
        return found if self._columns.differing_with(columns) else ()
