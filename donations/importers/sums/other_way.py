"""Lines among the rows of a table that say that those below went another way than those above: 二、发放情况."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol

from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, GOODS_OUT, MONEY_IN, SPENDING, UNCLEAR, Group, Layout
from donations.importers.columns.title import Title
from donations.importers.layouts.finding import Further
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Row, Stream
from donations.importers.sums import sections
from donations.importers.sums.above import Above
from donations.importers.words.cells import shown, shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.owed import is_cost
from donations.importers.words.turn_words import BOUGHT, IN, OUT, way_of_line

OTHER_WAY = N_(
    "headings of their own for the rows below a line like 支出 or 发放情况, which went another way than the others: 接收单位, 品名, 数量 or 支出事项, 金额 of what went out, 捐赠人 beside what came"
)
_SORTS = {GOODS_IN: IN, MONEY_IN: IN, GOODS_OUT: OUT, SPENDING: OUT}
_EITHER_WAY = ("spent", "direction", "debit", "credit")
_AHEAD = 3
_FEWEST, _LONGEST_LINE = 2, 12


class _Body(Protocol):
    """What the rows stand in."""

    groups: list[RowReader]
    layout: Layout
    title: Title
    stream: Stream
    further: Further
    above: Above

    def has_amount(self, group: RowReader, cells: Sequence[str]) -> bool: ...


def line_of(cells: Sequence[str]) -> str | None:
    """Which way a row of one cell says that those below it went: `in`, `out` or `bought`."""
    said = [text for cell in cells if cell and (text := shown(cell))]
    return way_of_line(said[0]) if len(said) == 1 else None


def begins(body: _Body, row: Row, below: Sequence[Sequence[str]]) -> bool:
    """Whether another table begins with a row: the same headings come again below it for another money or time, or it says that the
    rows below went another way. Then the headings are put between both, where they don't come again.
    """
    number, cells = row
    if sections.begins_again(cells, below, body.title, body.layout, body.groups[0]):
        return True
    way = line_of(cells)
    if way is None or not _is_other(body, way):
        return False
    if not any(body.further.again(later, below[place:]) for place, later in enumerate(below[:_AHEAD], 1)):
        if not _is_record_next(body, below):
            return False
        for headings in reversed(body.above.headings):
            body.stream.give_back((number, headings))
    body.above.way = way
    return True


def judge(groups: Sequence[Group], way: str | None, below: Sequence[Sequence[str]]) -> None:
    """Refuses rows of which a line said which way they went, where their headings say the contrary, or don't say of whom."""
    for group in groups if way is not None else ():
        went = _SORTS.get(group.sort)
        is_said = went == IN if way == IN else (group.sort == SPENDING if way == BOUGHT else went == OUT)
        if (not is_said or _names_things(group, below)) and not _is_account(group):
            group.sort, group.why = UNCLEAR, OTHER_WAY


def _is_account(group: Group) -> bool:
    """Whether each row says itself which way its money went."""
    return group.sort == MONEY_IN and group.has(*_EITHER_WAY)


def _names_things(group: Group, below: Sequence[Sequence[str]]) -> bool:
    """Whether what the money was for stands where names would: 购口罩 below 姓名, 李华捐款 below 用途."""
    if group.sort == MONEY_IN:
        return group.has("purpose") and not group.has("donor")
    named = group.of("recipient") if group.sort == SPENDING else []
    own = takewhile(lambda row: line_of(row) is None, below)
    return any(is_cost(shown_at(row, column.index)) for row in own for column in named)


def _is_other(body: _Body, way: str) -> bool:
    """Whether the rows of the table went another way; what was bought may be what was handed out too."""
    groups = [group.group for group in body.groups]
    if any(group.of_store or group.turn or group.words is not None for group in groups):
        return False
    if any(_is_account(group) or (group.has("donor") and group.has("recipient")) for group in groups):
        return False  # each row says it
    ways = {_SORTS.get(group.sort) for group in groups}
    return ways == {OUT} if way == IN else ways == {IN} or (way == OUT and None in ways)


def _is_record_next(body: _Body, below: Sequence[Sequence[str]]) -> bool:
    """Whether the next row that is not blank, nor a line of words as （一）医院, says more than one thing, and how much."""
    for place, cells in enumerate(below):
        said = [text for cell in cells if cell and (text := shown(cell))]
        is_line = len(said) == 1 and len(said[0]) <= _LONGEST_LINE and not any(map(str.isdecimal, said[0]))
        if is_line and line_of(cells) is None:
            continue
        if said:
            is_total = any(total_of(text) for text in said)
            if len(said) < _FEWEST or is_total or body.further.of_other(below[place : place + _AHEAD]):
                return False
            return any(body.has_amount(group, cells) for group in body.groups)
    return False
