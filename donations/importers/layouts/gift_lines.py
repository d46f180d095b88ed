"""A list in lines that say of one gift each who gave and how much (- 张三：100元), laid out as a table below its title."""

from collections.abc import Iterator, Sequence
from itertools import chain, count, islice

from donations.importers.layouts.levels import is_of_table
from donations.importers.readers.markdown_cells import shown_line
from donations.importers.sheet import SaidAgain
from donations.importers.stream import Row
from donations.importers.words.foot import total_of
from donations.importers.words.gift_line_names import is_no_giver
from donations.importers.words.gift_lines import (
    GiftLine,
    gifts_of,
    has_mark,
    is_of_others,
    is_remark,
    is_title,
    sums_up,
)
from donations.importers.words.gift_lists import ABOVE, begin_of, is_heading, may_head

_LOOKED_AT = 300
"""A list begins in so many lines of a text."""
_HEADINGS = ("序号", "捐款人", "捐款金额", "捐款日期", "状态", "备注")
_OPTIONAL = {"捐款日期": "day", "状态": "state"}


def in_columns(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a text; those of such a list with a cell for each thing that a line says, below headings of these."""
    first, is_table = first_rows(rows)
    if is_table:
        return chain(first, rows)
    lines = list(map(line_of, first))
    begin, rows = begin_of(lines), chain(first, rows)
    return rows if begin is None else _laid_out(rows, begin, _headings(lines[begin:]))


def first_rows(rows: Iterator[Row]) -> tuple[list[Row], bool]:
    """The rows of a text in which a list may begin; and whether the last of them is of a table, so that none does."""
    first: list[Row] = []
    for row in islice(rows, _LOOKED_AT):
        first.append(row)
        if is_of_table(row):
            return first, True
    return first, False


def line_of(row: Row) -> str:
    """The line that a row is, as it is shown: its one cell, or the cells that commas have made of it."""
    cells = [cell.strip() for cell in row[1] if cell.strip()]
    return shown_line("，".join(cells)) if cells else ""


def _headings(lines: Sequence[str]) -> list[str]:
    gifts = [gift for line in lines for gift in gifts_of(line)]
    is_said = {heading: any(getattr(gift, of) for gift in gifts) for heading, of in _OPTIONAL.items()}
    return [heading for heading in _HEADINGS if is_said.get(heading, True)]


def _laid_out(rows: Iterator[Row], begin: int, headings: Sequence[str]) -> Iterator[Row]:
    before: list[Row] = []
    for row in islice(rows, begin):
        before = [*before[1 - ABOVE :], row] if line_of(row) else before
    yield from before
    place, around = count(1), _Around()
    for number, cells in rows:
        line = line_of((number, cells))
        if around.is_first:
            yield number, list(headings)
        gifts = gifts_of(line) if line else []
        if around.is_word(line, gifts):
            if line:
                yield number, [line]
        elif around.may_be_of_others or not all(_fits(gift, headings) for gift in gifts) or not gifts:
            yield number, _untold(next(place), line)
        else:
            found = (_cells(next(place), gift, headings) for gift in gifts)
            yield from ((number, SaidAgain(each) if isinstance(cells, SaidAgain) else each) for each in found)


class _Around:
    """What stands between the lines of a list, and whether it has come to its end."""

    def __init__(self) -> None:
        self.is_first = True
        self._is_apart = False
        """Whether a blank line stands above."""
        self.may_be_of_others = False
        """Whether something else than a title of givers stands between it and the lines before."""
        self._is_of_others = False

    def is_word(self, line: str, gifts: Sequence[GiftLine]) -> bool:
        """Whether a line says nothing of a gift; heard once for each line."""
        self.is_first = False
        if not line:
            self._is_apart = True
            return True
        if gifts:
            self._is_apart = False
            return self._is_of_others or (self.may_be_of_others and any(is_no_giver(gift.name) for gift in gifts))
        if total_of(line) is not None or is_remark(line):
            return True
        if is_heading(line):
            self._is_of_others, self.may_be_of_others = is_of_others(line), not is_title(line) or sums_up(line)
            self._is_apart = True
            return True
        is_words = self._is_apart or not (has_mark(line) or any(map(str.isdigit, line)))
        self.may_be_of_others = self.may_be_of_others or self._is_apart or (is_words and may_head(line))
        return is_words


def _fits(gift: GiftLine, headings: Sequence[str]) -> bool:
    """Whether all that it says has a column: headings are of the lines that were looked at."""
    is_said = all(heading in headings or not getattr(gift, of) for heading, of in _OPTIONAL.items())
    return is_said and not is_no_giver(gift.name)


def _cells(place: int, gift: GiftLine, headings: Sequence[str]) -> list[str]:
    said = {
        "序号": f"{place}",
        "捐款人": gift.name,
        "捐款金额": gift.amount,
        "捐款日期": gift.day,
        "状态": gift.state,
        "备注": gift.note,
    }
    return [said[heading] for heading in headings]


def _untold(place: int, line: str) -> list[str]:
    """A line that nobody can take apart stands where names do, and beside it nothing."""
    return [f"{place}", line, ""]
