"""Plain rows of goods or of money, handed on as their cells: a million of them cost seconds, since each cell is understood once."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from donations.importers.columns.columns import GOODS_OUT
from donations.importers.columns.utc_days import are_in_utc
from donations.importers.patterns import pattern_of
from donations.importers.quick.meanings import Meanings
from donations.importers.quick.quick import (
    FEW_KEPT,
    MOST_KEPT,
    Unplain,
    has_plain_rows,
    index_of,
    is_code,
    is_goods,
    is_money,
    totals_in_front,
)  # fmt: skip
from donations.importers.rows.drafting import scaled, unscaled
from donations.importers.rows.rows import RowReader
from donations.importers.sheet import Covered, Divided, Merged, Spanning
from donations.importers.stream import Row, Stream
from donations.importers.sums.stated import Stated
from donations.importers.table import Plain, PlainCells
from donations.importers.words.cells import Misfit
from donations.importers.words.foot import total_of
from donations.importers.words.transaction_numbers import known_by

TOGETHER = 1000
"""So many rows are handed on at once, where they are plain."""
FEWEST = 16
"""So many are looked at together where others stand among them."""


def plain_way(group: RowReader, width: int, stated: Stated) -> "PlainRows | None":
    """What reads plain rows of goods or of money; None where the table has no such rows."""
    has_one_amount = is_goods(group) or is_money(group)
    return PlainRows(group, width, stated) if has_one_amount and has_plain_rows(group) else None


class Numbered(dict[Any, int]):
    """The different cells of a column, numbered as they come, and what each of them means."""

    def __init__(self, work: Callable[[Any], Any], most: int) -> None:
        super().__init__()
        self._work, self._most = work, most
        self.means: list[Any] = []

    def __missing__(self, cell: Any) -> int:  # noqa: ANN401 - a cell, or the cells of several columns
        try:
            meaning = self._work(cell)
        except Misfit:
            raise Unplain from None
        self[cell] = number = len(self.means)
        self.means.append(meaning)
        return number

    def forget(self) -> None:
        """Begin anew, once they have become too many."""
        if len(self) >= self._most:
            self.clear()
            self.means = []


class PlainRows:
    """Reads plain rows of one table; a row that isn't plain is for the careful way."""

    def __init__(self, group: RowReader, width: int, stated: Stated) -> None:
        self._group, self._width, self._stated = group, width, stated
        self._date_at = index_of(group, "date")
        self._hours_tell = are_in_utc(group.by_field.get("date", []))
        self._serial_at, self._number_at = index_of(group, "serial"), index_of(group, "number")
        self._passed_on_at = None if group.sort == GOODS_OUT else index_of(group, "recipient")
        self._front, self._is_plain_there = totals_in_front(group)
        self._means = Meanings(group, passes_on=self._passed_on_at is not None)
        fields = self._means.fields
        self._indexes = [[index for field in each if (index := index_of(group, field)) is not None] for each in fields]
        if self._passed_on_at is not None:  # whether it is passed on stands behind the columns of the sheet
            for place in (_DAYS, _GOODS):
                self._indexes[place].append(width)
        self._cells = list(map(Numbered, self._means.works(), MOST))
        is_measured = any(said.factor != 1 for said in group.said.values())
        self._measured = [index for index in self._indexes[_AMOUNTS] if is_measured and index < width]
        self._scaled: list[int] = []
        self._numbers: list[str] = []
        """Of the rows that were read last, where they have transaction numbers of their own."""
        self._together = FEWEST

    def read(self, stream: Stream) -> tuple[Sequence[Plain], Row | None]:
        """As many of the next rows as are plain, and the one behind them that isn't; none of either at the end."""
        if self._group.is_said_above:
            return (), stream.next()
        rows, stop = stream.take(self._together), None
        self._forget()
        try:
            cells = self._columns(rows)
        except Unplain:
            at = self._first_unplain(rows)
            stop = rows[at]
            for row in reversed(rows[at + 1 :]):
                stream.give_back(row)
            self._together = min(TOGETHER, max(FEWEST, 2 * at))
            del rows[at:]
            if not rows:
                return (), stop
            cells = self._columns(rows)
        else:
            if not rows:
                return (), None
            self._together = min(TOGETHER, 2 * self._together)
        self._count(cells.goods, cells.amounts, rows[-1][1])
        means = PlainCells(*(numbered.means for numbered in self._cells))
        numbers = None if self._number_at is None else self._numbers
        return (Plain(self._date_at is not None, list(map(itemgetter(0), rows)), cells, means, numbers),), stop

    def _forget(self) -> None:
        for numbered in self._cells:
            numbered.forget()
        if not self._cells[_AMOUNTS].means:
            self._scaled = []
            self._means.around.clear()

    def _are_seen_otherwise(self, cells: list[tuple[Any, ...]]) -> bool:
        """Whether cells lie under merged ones, or amounts are covered by these, or show less than the number in them below a heading with a measure."""
        under = any("" in column and Merged in map(type, column) for column in cells)
        if under or any(not _OTHERWISE.isdisjoint(map(type, cells[index])) for index in self._measured):
            return True
        return any(Covered in map(type, cells[index]) for index in self._indexes[_AMOUNTS])

    def _columns(self, rows: list[Row]) -> PlainCells:
        """The numbers of the cells of `rows`; raises Unplain where one isn't plain."""
        if not rows:
            return PlainCells([], [], [], [], [], [])
        found = list(map(itemgetter(1), rows))
        if set(map(len, found)) != {self._width} or set(map(type, found)) != {list}:
            raise Unplain
        cells: list[tuple[Any, ...]] = list(zip(*found, strict=True))
        if self._are_seen_otherwise(cells):
            raise Unplain
        if self._passed_on_at is not None:
            cells.append(tuple(map(bool, cells[self._passed_on_at])))
        if self._serial_at is not None and not all(map(is_code, cells[self._serial_at])):
            raise Unplain
        for index in self._front:
            list(map(self._is_plain_there.__getitem__, set(cells[index])))
        if self._number_at is not None:
            self._numbers = list(map(self._number, cells[self._number_at]))
        if self._date_at is not None and not self._hours_tell:
            cells[self._date_at] = _days_alone(cells[self._date_at])
        keys = [_of(cells, indexes, len(rows)) for indexes in self._indexes]
        around = self._means.around
        around = [around[amount] for amount in map(self._cells[_AMOUNTS].__getitem__, keys[_AMOUNTS])]
        self._means.is_worded = any(around)
        if self._means.is_worded:
            keys[_GOODS] = list(zip(around, keys[_GOODS], strict=True))
        # The days last: what reads them remembers those above, and those of rows that aren't plain may be none.
        columns = reversed(list(zip(self._cells, keys, strict=True)))
        numbers = [list(map(numbered.__getitem__, some)) for numbered, some in columns]
        return PlainCells(*reversed(numbers))

    def _number(self, text: str) -> str:
        """The transaction number of a row, with what gave it; raises Unplain."""
        if not (text.isascii() and text.isalnum()) or not (text.isdigit() or total_of(text) is None):
            raise Unplain
        try:
            number = known_by(text)
        except Misfit:
            raise Unplain from None
        if number is None:
            raise Unplain
        return number

    def _first_unplain(self, rows: list[Row]) -> int:
        """The place of the first row that isn't plain; there is one."""
        plain, end = 0, len(rows)
        while end - plain > 1:
            middle = (plain + end) // 2
            try:
                self._columns(rows[plain:middle])
            except Unplain:
                end = middle
            else:
                plain = middle
        return plain

    def _count(self, goods: Sequence[int], amounts: Sequence[int], last: Sequence[str]) -> None:
        """Count the rows as Stated does."""
        new = self._cells[_AMOUNTS].means[len(self._scaled) :]
        self._scaled += [scaled(meant.number) for meant in new]
        amount = sum(map(self._scaled.__getitem__, amounts))
        self._group.recent = last
        self._stated.rows += len(amounts)
        self._stated.part += amount
        if self._means.is_money:
            self._stated.money += amount
            self._count_moneys(goods, amounts, amount)
        else:
            self._stated.quantity += amount

    def _count_moneys(self, goods: Sequence[int], amounts: Sequence[int], whole: int) -> None:
        """Count the rows of each money, where there are several."""
        named = [meant.counted_as for meant in self._cells[_GOODS].means]
        for money in set(named):
            each = [self._scaled[amount] for name, amount in zip(goods, amounts, strict=True) if named[name] == money]
            self._stated.moneys.add_one(money, unscaled(sum(each) if len(set(named)) > 1 else whole))


_DAYS, _GOODS, _AMOUNTS = 0, 3, 4
_OTHERWISE = {Divided, Spanning}
"""What may be shown divided, alone or over several rows."""
_DAY = len("2020-01-01")
MOST = (FEW_KEPT, MOST_KEPT, FEW_KEPT, FEW_KEPT, 2 * FEW_KEPT, FEW_KEPT)
"""So many different cells of each column are remembered: of amounts to the fen most come once."""


_AT_A_TIME = pattern_of(r"([0-9]{4}([-/])[0-9]{2}\2[0-9]{2})[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")


def _days_alone(column: tuple[Any, ...]) -> tuple[Any, ...]:
    """The days of a column without the time of day, which is another in every row and says nothing of a gift."""
    if len(column[0]) <= _DAY:
        return column
    return tuple(text if (found := _AT_A_TIME.fullmatch(text)) is None else found[1] for text in column)


def _of(cells: Sequence[Sequence[str]], indexes: Sequence[int], rows: int) -> Sequence[Any]:
    """A column, or the cells of several beside each other; of none blanks."""
    if len(indexes) == 1:
        return cells[indexes[0]]
    return list(zip(*(cells[index] for index in indexes), strict=True)) if indexes else [()] * rows
