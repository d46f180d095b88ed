"""A list in lines that name all who gave as much (壹万元：张三、李四), laid out as a table below its title."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, count, islice

from donations.domain.slip_words import may_be_person
from donations.importers.columns.title import read_title
from donations.importers.patterns import pattern_of
from donations.importers.sheet import Struck
from donations.importers.stream import Row
from donations.importers.words.cells import looks_like_a_date, plain_number, shown
from donations.importers.words.chain_lines import speaks_of_giving
from donations.importers.words.foot import is_note, is_published, is_section, total_of
from donations.importers.words.heading_words import understood
from donations.importers.words.level_lines import Level, are_names, levels_of
from donations.importers.words.names_alone import is_sort_of_parties, name_alone

_LOOKED_AT = 30
"""Such a list begins in so many rows: most sheets are none, and are passed on as they come."""
_HEADINGS = ["序号", "捐款人", "捐款金额"]
_ASIDE = pattern_of(r"[(（][^()（）0-9、，,]{1,40}[)）]")
"""（排名不分先后）"""
_BETWEEN = pattern_of(r"[、，, ]")
_FEWEST = 3
"""So many names at least make one line a list; of two lines each is one."""


def in_columns(rows: Iterator[Row], today: date) -> Iterator[Row]:
    """The rows of a sheet; those of such a list with a row for each who gave, below headings of name and amount."""
    first = list(islice(rows, _LOOKED_AT))
    rows = chain(first, rows)
    lines = list(_apart(first))
    begin = next((place for place, row in enumerate(lines) if levels_of(_line(row))), None)
    if begin is None or not _is_list(lines, begin, today):
        return rows
    return _laid_out(_apart(rows), begin)


def _apart(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, of a cell that stands alone and holds several lines a row for each."""
    for number, cells in rows:
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) == 1 and "\n" in filled[0]:
            lines = [line for line in filled[0].splitlines() if line.strip()]
            yield from ((number, _struck_as(cells, [line])) for line in lines)
        else:
            yield number, cells


def _line(row: Row) -> str:
    """The line that a row is: its one cell, or the cells that commas have made of it."""
    return "，".join(cell.strip() for cell in row[1] if cell.strip())


def _is_list(rows: Sequence[Row], begin: int, today: date) -> bool:
    """Whether the words above the first level, or its own, say that people gave, no table stands there, and most names are some."""
    above = [_line(row) for row in rows[:begin]]
    found = [level for row in rows[begin:] for level in levels_of(_line(row))]
    title = read_title(above, today)
    if any(map(is_of_table, rows[:begin])) or title.way == "out" or title.buys:
        return False
    if not any(map(speaks_of_giving, above)) and not all(level.gives for level in found):
        return False
    return (len(found) > 1 or len(found[0].names) >= _FEWEST) and are_names(found)


def is_of_table(row: Row) -> bool:
    """Whether a row has headings, or numbers in cells of their own."""
    texts = [text for cell in row[1] if (text := shown(cell))]
    is_filled = len(texts) > 1
    return is_filled and (
        any(plain_number(text) is not None for text in texts) or all(understood(t).sense for t in texts)
    )


def _laid_out(rows: Iterator[Row], begin: int) -> Iterator[Row]:
    numbers = count(1)  # a row of one cell alone may be words below the table
    for place, row in enumerate(rows):
        if place == begin:
            yield row[0], list(_HEADINGS)
        line = _line(row)
        found = levels_of(line) if place >= begin else []
        if not found and (place < begin or _says_nothing_of_givers(line)):
            yield row
            continue
        each = [pair for level in found for pair in _pairs(level, line)] or [_refused(line)]
        for name, amount in each:
            yield row[0], _struck_as(row[1], [f"{next(numbers)}", name, amount])


def _pairs(level: Level, line: str) -> list[tuple[str, str]]:
    """The names of a level, each with its amount; the line where an amount belongs if it can't be taken apart, to be refused."""
    return [(name, level.amount) for name in level.names] or [("", line)]


def _refused(line: str) -> tuple[str, str]:
    """A name and an amount of a line that says something else, which no row may be: 5000元以上 alone would be nobody's gift."""
    are_names = all(name_alone(part) is not None for part in _BETWEEN.split(line) if part)
    return ("", line) if are_names else (line, "")


def _struck_as(row: Sequence[str], cells: list[str]) -> list[str]:
    """The cells, struck through where the line that they are of is."""
    return Struck(cells, range(len(cells))) if isinstance(row, Struck) else cells


def _says_nothing_of_givers(line: str) -> bool:
    """Whether a line among them, or below, is a total, a note, a day, the name of a body that signs, or of a sort of givers."""
    text = shown(line)
    if (
        not any(map(str.isalnum, text))
        or _ASIDE.fullmatch(text)
        or total_of(text)
        or looks_like_a_date(text)
        or is_sort_of_parties(text)
        or is_section(text)
    ):
        return True
    return is_note([text]) or is_published([text], "") or (name_alone(text) is not None and not may_be_person(text))
