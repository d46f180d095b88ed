"""A chain (#接龙) that was copied from a chat, one person on each line, laid out as a table below its title."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from donations.importers.sheet import Struck
from donations.importers.stream import Row
from donations.importers.words.cells import plain_number
from donations.importers.words.chain_lines import Entry, entry_of, is_mark, is_unnamed, says_money, speaks_of_giving
from donations.importers.words.heading_words import understood

_LOOKED_AT = 30
"""A chain begins in so many rows: most sheets are none, and are passed on as they come."""
_JUDGED = 300
"""So many rows tell whether all gifts are of money."""
_LONGEST_TITLE = 12
_FEWEST = ["1", "2"]
_MONEY, _EITHER = ("序号", "捐款人", "捐款金额", "备注"), ("序号", "捐赠人", "捐赠金额/物资", "备注")
_STATE, _UNNAMED = "状态", "是否匿名"


def in_columns(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a sheet; those of a chain of gifts with a cell for each thing that a line says, below headings of these."""
    first = list(islice(rows, _LOOKED_AT))
    if not any(is_mark(line) for row in first for line in _lines(row)):
        return chain(first, rows)
    first += islice(rows, _JUDGED - len(first))
    lines = [line for row in first for line in _lines(row)]
    begin = _begin(lines)
    rows = chain(first, rows)
    if begin is None or _is_table(first, begin):
        return rows
    return _laid_out(rows, begin, *_headings(lines, begin))


def _is_table(rows: Sequence[Row], begin: int) -> bool:
    """Whether headings, or rows with numbers in cells of their own, stand above the first person: it is a table with 接龙 in its
    title, and what is numbered are its rows, or the notes below it.
    """
    place = 0
    for row in rows:
        filled = [cell.strip() for cell in row[1] if cell.strip()]
        if place + len(_lines(row)) > begin:
            return False
        place += len(_lines(row))
        if len(filled) > 1 and (
            any(plain_number(cell) is not None for cell in filled) or all(understood(cell).sense for cell in filled)
        ):
            return True
    return False


def _lines(row: Row) -> list[str]:
    """The lines of a row of which one cell is filled, or which commas have made several cells of."""
    filled = [cell.strip() for cell in row[1] if cell.strip()]
    if len(filled) == 1 and "\n" in filled[0]:
        return [text for line in filled[0].splitlines() if (text := line.strip())]
    return ["，".join(filled)]


def _begin(lines: Sequence[str]) -> int | None:
    """Where the first person of a chain of gifts stands; None where there is no such chain."""
    mark = next((place for place, line in enumerate(lines) if is_mark(line)), len(lines))
    for place in range(mark + 1, min(mark + _LONGEST_TITLE, len(lines))):
        entry = entry_of(lines[place])
        if entry is not None and entry.number == _FEWEST[0]:
            numbers = [entry.number for line in lines[place:] if (entry := entry_of(line))]
            is_of_gifts = any(map(speaks_of_giving, lines[:place]))
            return place if is_of_gifts and numbers[: len(_FEWEST)] == _FEWEST else None
    return None


def _headings(lines: Sequence[str], begin: int) -> tuple[Sequence[str], bool]:
    """The headings of a list of money, where nothing else was given, else of a list of whatever was given; and whether a number alone is money."""
    entries = [entry for line in lines[begin:] if (entry := entry_of(line)) and entry.gift]
    is_of_money, all_money = any(map(says_money, lines[:begin])), all(entry.is_money for entry in entries)
    is_of_money = is_of_money or (all_money and any(entry.says_yuan for entry in entries))
    headings: Sequence[str] = _MONEY if is_of_money and all_money else _EITHER
    if any(entry.state for entry in entries):
        headings = (*headings, _STATE)
    if any(is_unnamed(entry) for entry in entries):
        headings = (*headings, _UNNAMED)
    return headings, is_of_money


def _laid_out(rows: Iterator[Row], begin: int, headings: Sequence[str], is_of_money: bool) -> Iterator[Row]:
    place = 0
    for number, cells in rows:
        for line in _lines((number, cells)):
            entry = entry_of(line) if place >= begin else None
            if place == begin:
                yield number, list(headings)
            place += 1
            if entry is not None:
                yield number, _struck_as(cells, _cells(entry, headings, is_of_money))
            elif place > begin and is_mark(line):  # the same people come again in it, or it is of something else
                yield number, _untold("0", line)
            else:
                yield number, [line] if line else []


def _struck_as(row: Sequence[str], cells: list[str]) -> list[str]:
    """The cells, struck through where the line that they are of is."""
    return Struck(cells, (place for place, cell in enumerate(cells) if cell)) if isinstance(row, Struck) else cells


def _cells(entry: Entry, headings: Sequence[str], is_of_money: bool) -> list[str]:
    if not entry.name:
        return []
    is_bare = entry.is_money and not entry.says_yuan and not is_of_money
    also = {_STATE: entry.state, _UNNAMED: "是" if is_unnamed(entry) else ""}
    if is_bare or not entry.gift or any(said and heading not in headings for heading, said in also.items()):
        return _untold(entry.number, f"{entry.name} {entry.gift} {entry.state}".strip())
    return [
        entry.number,
        entry.name,
        entry.gift,
        entry.note,
        *(also[heading] for heading in headings if heading in also),
    ]


def _untold(number: str, line: str) -> list[str]:
    """A line that nobody can take apart, or a number alone among goods, stands where names do, and beside it nothing."""
    return [number, line, "", ""]
