"""Delimited text (CSV, TSV): streamed as fast as `csv.reader` goes; quotation marks that fit nothing are seen."""

import csv
import re
from collections import Counter, deque
from collections.abc import Iterator
from itertools import count, islice
from typing import TextIO

from donations import errors
from donations.importers.patterns import pattern_of
from donations.importers.readers.source import Source
from donations.importers.readers.swallowed_rows import swallows_rows
from donations.importers.readers.text import CHUNK, encoding_of, kept_as_text, text_of
from donations.importers.sheet import Sheet

LONGEST_CELL = 2_000_000
"""Characters: more is a quotation mark that is never closed."""
LONGEST_LINE = 16_000_000
"""Bytes: of cells without number that is still little, and no list has a line of this length."""
DELIMITERS = ",\t;|"
SAMPLE = 100_000
"""Characters that the delimiter is found in."""

_SAID = pattern_of(r"sep=([,\t;|])\r?\n", re.IGNORECASE)
"""What Excel writes and understands as a first line."""
_BEHIND_QUOTE = pattern_of(r'"[ \t]+(?=[,;|\t\r\n]|$)')
"""Blanks between a closing quotation mark and the next delimiter, which belong to no cell."""
_PADDING = pattern_of(r"(?<!\t)\t+(?=[,;|])|(?<=[,;|])\t+")
"""Tabs that keep Excel from taking numbers for numbers, as in the bills of Alipay: they part nothing."""

Row = tuple[int, list[str]]


def read(source: Source) -> Iterator[Sheet]:
    """The one sheet of a delimited text. Raises what `encoding_of` does, and StrayQuote, CellTooLong as it goes."""
    encoding = encoding_of(source)
    has_quotes = _refuse_endless_lines(source)
    with text_of(source, encoding) as text:
        sample = text.read(SAMPLE)
    said = _SAID.match(sample)
    delimiter = said[1] if said else delimiter_of(sample)
    rows = islice(_rows(source, encoding, delimiter, has_quotes=has_quotes), 1 if said else 0, None)
    yield Sheet(None, _without_formulas(rows) if '="' in sample.replace(" ", "") else rows, is_lines=True)


def _refuse_endless_lines(source: Source) -> bool:
    """Whether there are quotation marks. Raises CellTooLong for a line that would be held in memory as a whole, and has no end in sight."""
    source.file.seek(0)
    row, open_line, has_quotes = 1, 0, False
    while chunk := source.file.read(CHUNK):
        end = max(chunk.find(b"\n"), chunk.find(b"\r"))
        open_line += len(chunk) if end < 0 else end
        if open_line > LONGEST_LINE:
            raise errors.CellTooLong(file=source.name, row=row, limit=LONGEST_CELL)
        if end >= 0:
            row += chunk.count(b"\n")
            open_line = len(chunk) - max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) - 1
        has_quotes = has_quotes or b'"' in chunk
    return has_quotes


def delimiter_of(sample: str) -> str:
    """The delimiter that stands in every line that has any, or gives the most rows the same number of cells; a comma where none does.

    口罩500个;手套20双 in the cells of some lines, and not between their headings, parts no cells.
    """
    lines = [line for line in sample.splitlines() if any(map(line.__contains__, DELIMITERS))]
    return max(DELIMITERS, key=lambda delimiter: (all(delimiter in line for line in lines), *_order(sample, delimiter)))


def _order(sample: str, delimiter: str) -> tuple[tuple[bool, int], tuple[bool, int]]:
    """Whether rows have a common width, and how many cells stand in those of the commonest, the first of each not counted; then,
    quotation marks ignored.
    """
    if delimiter == "\t":
        sample = _PADDING.sub("", sample)
    csv.field_size_limit(LONGEST_CELL)
    lines = sample.splitlines(keepends=True)
    orders = []
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):  # a stray quotation mark may swallow the whole sample
        rows = csv.reader(lines, delimiter=delimiter, quoting=quoting)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        orders.append(max(((count > 1, (width - 1) * count) for width, count in widths.items()), default=(False, 0)))
    return orders[0], orders[1]


def _rows(source: Source, encoding: str, delimiter: str, *, has_quotes: bool) -> Iterator[Row]:
    """The rows of the text, in one loop that runs in C where it has no quotation marks, or nearly so as long as they are in order."""
    csv.field_size_limit(LONGEST_CELL)
    numbers = count(1)
    try:
        with text_of(source, encoding) as text:
            whole = (
                _whole(source, text, delimiter) if has_quotes else csv.reader(text, delimiter=delimiter, strict=True)
            )
            yield from zip(numbers, whole, strict=False)
    except csv.Error:
        failed = next(numbers) - 1
    except UnicodeError:  # it was all read before: the file was changed meanwhile
        raise errors.DamagedPaper(file=source.name, part=encoding) from None
    else:
        return
    with text_of(source, encoding) as text:
        yield from islice(_mended(source, text, delimiter), failed - 1, None)


def _whole(source: Source, text: TextIO, delimiter: str) -> Iterator[list[str]]:
    """The rows as they come. Raises StrayQuote for one of several lines that swallowed others, csv.Error where a quotation mark fits nothing."""
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    before = width = 0
    for row, cells in enumerate(reader, 1):
        if reader.line_num - before > 1 and swallows_rows(cells, width, delimiter):
            raise errors.StrayQuote(file=source.name, row=row)
        before = reader.line_num
        width = len(cells) or width
        yield cells


def _without_formulas(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows with the text that such formulas hold; other formulas stay as they are, and are refused where they are read."""
    for number, cells in rows:
        yield number, [kept_as_text(cell) if cell[:1] == "=" else cell for cell in cells]


def _mended(source: Source, text: TextIO, delimiter: str) -> Iterator[Row]:
    """The same rows; one whose quotation marks fit nothing is split at every delimiter, if that gives the usual width.

    So `"某某"群,5` is read as it stands. Raises StrayQuote where the width differs: cells would stand in wrong columns.
    """
    waiting: deque[str] = deque()
    taken: list[str] = []

    def lines() -> Iterator[str]:
        while line := waiting.popleft() if waiting else text.readline():
            taken.append(line)
            yield line

    feed = lines()
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    width = 0
    for number in count(1):
        taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = _without_blanks(taken[0], delimiter) or taken[0].rstrip("\r\n").split(delimiter)
            if len(cells) != width or len(taken[0]) > LONGEST_CELL:
                raise errors.StrayQuote(file=source.name, row=number) from None
            waiting.extendleft(reversed(taken[1:]))
            feed = lines()
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
        else:
            if len(taken) > 1 and swallows_rows(cells, width, delimiter):
                raise errors.StrayQuote(file=source.name, row=number)
        width = len(cells) or width
        yield number, cells


def _without_blanks(line: str, delimiter: str) -> list[str]:
    """The cells of a line that is in order but for blanks behind its closing quotation marks; none where it isn't."""
    try:
        return next(csv.reader([_BEHIND_QUOTE.sub('"', line)], delimiter=delimiter, strict=True))
    except csv.Error:
        return []
