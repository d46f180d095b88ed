"""What a bill says of itself, how many rows it has and what came in, held against the rows that were read."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.bills.payments import UNPAID
from donations.importers.bills.row import yuan_in
from donations.importers.patterns import pattern_of
from donations.importers.table import Record, Slip
from donations.importers.words.cells import shown

NOT_ALL_ROWS = N_("as many rows as the bill says it has (--accept-good takes a part of a bill)")
NOT_THE_SUM = N_("rows whose income is what the bill says (--accept-good takes a part of a bill)")

MAY_DIFFER = N_("the income that the bill states: its rows make another sum, as it says itself that they may")

_SAYS_SO = pattern_of(r"统计金额不一致|与统计.{0,6}不一致")
_COUNT = pattern_of(r"共\s*([0-9]{1,9})\s*笔记录")
_INCOME = pattern_of(
    r"(?:(?<!待)收入(?:合计)?|交易合计)[:：]\s*[0-9]{1,9}\s*笔[\s,，]*(?:商家实收)?共?([0-9][0-9,]*(?:\.[0-9]+)?)\s*元"
)


class Sums:
    """The count and the income that a bill states, at its head or its foot, and those of its rows."""

    def __init__(self) -> None:
        self._count: int | None = None
        self._count_at = 0
        self._income: Fraction | None = None
        self.income_at: int | None = None
        self._rows = 0
        self._all = self._unpaid = self._all_back = self._back = self._gifts = Fraction(0)
        self._is_readable = True
        self._may_differ = False

    def read(self, row: int, cells: Sequence[str]) -> None:
        """Look for what is stated in a line of words; two bills in one sheet say it each for itself."""
        words = simplified(",".join(text.strip('" `') for cell in cells if (text := shown(cell))))
        self._may_differ = self._may_differ or _SAYS_SO.search(words) is not None
        if found := _COUNT.search(words):
            self._count, self._count_at = (self._count or 0) + int(found[1]), row
        found = _INCOME.search(words)
        income = yuan_in(found[1]) if found else None
        if income is not None:
            self._income, self.income_at = (self._income or Fraction(0)) + income, row

    def add(self, income: Fraction | None, record: Record) -> None:
        """Count a row; `income` is what came in by it (0: nothing), None where that can't be read."""
        self._rows += 1
        if income is None:
            self._is_readable = False
            return
        self._all += income
        if record.ignored in UNPAID:
            self._unpaid += income
        if record.refunded is not None:
            self._back += record.refunded
            self._all_back += income if record.refunded == income else 0
        self._gifts += income if record.drafts and record.gives_back is None else 0

    @property
    def total_of_gifts(self) -> Fraction | None:
        """What the bill states, where it is the sum of gifts: not where other income is in it too."""
        return self._income if self._income == self._all == self._gifts else None

    def problems(self) -> Iterator[Record]:
        """A record for each statement that the rows contradict.

        Whether income is stated with what was given back, or never paid, is documented nowhere: each way is taken.
        """
        if self._count is not None and self._count != self._rows:
            yield Record(self._count_at, slips=(Slip(None, NOT_ALL_ROWS, f"{self._rows} ≠ {self._count}"),))
        paid = self._all - self._unpaid
        sums = (self._all, paid, paid - self._all_back, paid - self._back)
        if self._income is not None and self.income_at and self._is_readable and self._income not in sums:
            if self._may_differ and self._count == self._rows:
                yield Record(self.income_at, ignored=MAY_DIFFER)
                return
            differ = f"{decimal_text(self._all)} ≠ {decimal_text(self._income)}"
            yield Record(self.income_at, slips=(Slip(None, NOT_THE_SUM, differ),))
