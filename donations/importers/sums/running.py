"""What is left after each row, 余额 or 结存, or came up to it, 累计: held against the amounts beside it, where it is their running sum."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.balances import mostly, signed_number
from donations.importers.columns.columns import Column
from donations.importers.columns.sides import sums_up_in_account
from donations.importers.columns.ways_told import is_of_balances
from donations.importers.layouts.stock_books import is_of_stock, is_of_stock_before
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import OUTWARD
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Row, Stream
from donations.importers.table import Record, Told
from donations.importers.words.cells import shown, shown_at
from donations.importers.words.heading_words import normal

OTHER_LEFT = N_(
    "{column} isn't what was there before with what the row itself says; a number may be wrong, or a row missing: {rows}"
)
_SO_FAR = pattern_of(
    r"累计(?:捐[款赠]|收[入到]|接收|募集|金|总|数){0,2}[额数量]?(?:[(]?元[)]?)?|(?:running|cumulative)(?:total|sum|amount)?"
)
_THINGS = ("item", "name", "specification", "unit", "store", "batch")
"""Of each of these a store has a sum of its own."""
_AHEAD = 80
_GAP = 12


class Running(NamedTuple):
    """Where the amounts stand that came in and went out, and their running sum; and which end of time the rows begin with."""

    came: int
    went: int | None
    left: int
    heading: str
    before: int | None = None
    """Where it stands what was there before the first row of a thing."""
    things: tuple[int, ...] = ()
    """Where it stands what the sum of a row is of; it stands for the rows below, too, in which all of it is blank."""
    newest_first: bool = False

    def step(self, cells: Sequence[str]) -> Fraction | None:
        """What a row adds; None where it says no amount, or one that isn't read."""
        places = [index for index in (self.came, self.went) if index is not None and shown_at(cells, index)]
        numbers = {index: signed_number(cells, index) for index in places}
        if not numbers or None in numbers.values():
            return None
        came, went = (numbers.get(index) if index is not None else None for index in (self.came, self.went))
        return (came or Fraction(0)) - (went or 0)

    def sum_at(self, cells: Sequence[str]) -> Fraction | None:
        """The running sum that stands in a row."""
        return signed_number(cells, self.left)

    def first(self, cells: Sequence[str]) -> Fraction | None:
        """What was there before the first row of a thing; None where it isn't said."""
        return None if self.before is None else signed_number(cells, self.before) or Fraction(0)


class _Sums:
    """The sum of each thing as the rows go by."""

    def __init__(self, running: Running) -> None:
        self._running = running
        self._thing: tuple[str, ...] = ()
        self._left: dict[tuple[str, ...], Fraction | None] = {}

    def fits(self, cells: Sequence[str], *, is_record: bool, below: Sequence[Row] = ()) -> bool | None:
        """Whether the sum of a row is that before it with what the row adds; None where one of them isn't known, or where the sum
        begins anew with the row, as that of a new month may.

        A row that `is_record` not, 上月结转, says what is there up to it. `below`: the rows in which the older ones stand.
        """
        running = self._running
        thing = tuple([shown_at(cells, index) for index in running.things])
        self._thing = thing = thing if any(thing) else self._thing
        left, step = running.sum_at(cells), running.step(cells) if is_record else None
        before = self._left[thing] if thing in self._left else running.first(cells)
        if running.newest_first:
            before = next((running.sum_at(older) for _, older in below if any(map(shown, older))), None)
        if left is not None or is_record:
            self._left[thing] = left if left is not None or before is None or step is None else before + step
        if before is None or not step or left is None:
            return None
        begins_anew = running.before is None and left == step
        return left - before == step or (None if begins_anew else False)


class RunningSums:
    """Holds each row of a table that is read against the one before it in time."""

    def __init__(self, groups: Sequence[RowReader], stream: Stream) -> None:
        self._stream = stream
        running = _found(groups, stream.peek(_AHEAD))
        self._sums = None if running is None else _Sums(running)
        self._told = () if running is None else (Told(OTHER_LEFT, running.heading),)
        self._gap = _GAP if running is not None and running.newest_first else 0

    @property
    def are_there(self) -> bool:
        """Whether the table has such sums, so that its rows are to be read one by one."""
        return self._sums is not None

    def held(self, found: list[Record], cells: Sequence[str]) -> list[Record]:
        """The record of a row, told of where its sum is another."""
        if self._sums is None or len(found) != 1:
            return found
        is_record = not found[0].ignored
        if self._sums.fits(cells, is_record=is_record, below=self._stream.peek(self._gap)) is not False:
            return found
        return [found[0]._replace(told=(*found[0].told, *self._told))]


def _found(groups: Sequence[RowReader], rows: Sequence[Row]) -> Running | None:
    """The running sum of a table of one record a row, or of a store, if it is one in most of its rows."""
    said = _of_store(groups) if groups[0].group.of_store else _of_money(groups)
    ways = (
        way for running in said for way in (running, running._replace(newest_first=True))[: 1 if running.things else 2]
    )
    return next((way for way in ways if _mostly_holds(way, rows)), None)


def _of_money(groups: Sequence[RowReader]) -> Iterator[Running]:
    by_field = groups[0].by_field
    money, spent = by_field.get("money", []), by_field.get("spent", [])
    if len(groups) != 1 or "direction" in by_field or len(money) != 1 or len(spent) > 1 or money[0].by_balance:
        return
    has_spent = bool(spent) or money[0].signed
    is_sum = is_of_balances if has_spent else lambda heading: _SO_FAR.fullmatch(normal(heading)) is not None
    sums = _passed(groups[0].group.columns, is_sum)
    if len(sums) == 1:
        yield Running(money[0].index, spent[0].index if spent else None, sums[0].index, sums[0].heading)


def _of_store(groups: Sequence[RowReader]) -> Iterator[Running]:
    ways = {group.sort in OUTWARD: group.by_field.get("quantity", []) for group in groups}
    columns = groups[0].group.columns
    sums = _passed(columns, is_of_stock)
    if len(sums) != 1 or [len(ways.get(is_out, [])) for is_out in (False, True)] != [1, 1]:
        return
    before = _passed(columns, is_of_stock_before)
    things = tuple(column.index for column in columns if column.field in _THINGS)
    yield Running(
        ways[False][0].index, ways[True][0].index, sums[0].index, sums[0].heading, before[0].index if before else None, things
    )  # fmt: skip


def _passed(columns: Iterable[Column], is_meant: Callable[[str], bool]) -> list[Column]:
    """The columns with such a heading that are read for nothing else."""
    return [column for column in columns if column.field == PASSED and is_meant(column.heading)]


def _mostly_holds(running: Running, rows: Sequence[Row]) -> bool:
    """Whether rows say what the one before them leaves, but for one in three."""
    sums = _Sums(running)
    fits = [
        sums.fits(
            cells,
            is_record=not any(map(sums_up_in_account, map(shown, cells))),
            below=rows[place + 1 : place + 1 + _GAP],
        )
        for place, (_, cells) in enumerate(rows)
    ]
    return mostly([fit for fit in fits if fit is not None])
