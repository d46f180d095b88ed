"""Aligned lines of our own, streamed: tables longer than a screen or two, and everything that goes into a file."""

from collections.abc import Iterable, Iterator, Sequence

from donations.output.cells import Reader
from donations.output.colour import ABOUT, BOLD, PLAIN, UNKNOWN, Paint
from donations.output.fields import TOTAL, Field, total_cells
from donations.output.layout import Layout
from donations.output.width import pad, width, wrap


def lines(layout: Layout, reader: Reader, paint: Paint, rule: str) -> Iterator[str]:
    """The table as lines without their ends: titles, rows, and the totals under a second rule."""
    fields = layout.fields
    across = rule * layout.width
    yield from _titles(layout, paint)
    yield across
    yield from _rows(layout, reader, paint)
    if layout.totals:
        yield across
        for cells in total_cells(fields, layout.totals, reader):
            yield from _row(cells, layout, paint, [BOLD] * len(fields))


def _titles(layout: Layout, paint: Paint) -> Iterator[str]:
    """The titles, the end of each on the rule."""
    broken = [wrap(field.title, field.width) for field in layout.fields]
    highest = max(map(len, broken), default=0)
    titles = [("",) * (highest - len(lines)) + lines for lines in broken]
    return _broken(titles, layout, paint, [BOLD] * len(titles))


def _rows(layout: Layout, reader: Reader, paint: Paint) -> Iterator[str]:
    fields = layout.fields
    reads = [field.read for field in fields]
    widths = [field.width for field in fields]
    rights = [field.right for field in fields]
    gap, coloured = " " * layout.gap, paint.coloured
    for row in layout.rows:
        cells = [read(row) for read in reads]
        taken = list(map(width, cells))
        if coloured or any(map(int.__gt__, taken, widths)):
            yield from _row(cells, layout, paint, styles(cells, fields, reader))
            continue
        yield gap.join(
            [
                " " * (cells_there - cells_taken) + cell if right else cell + " " * (cells_there - cells_taken)
                for cell, cells_taken, cells_there, right in zip(cells, taken, widths, rights, strict=True)
            ]
        ).rstrip()


def styles(cells: Sequence[str], fields: Sequence[Field], reader: Reader) -> list[str]:
    """How each cell is coloured: a second sign only, the first stands in the words."""
    return [_style(cell, field, reader) for cell, field in zip(cells, fields, strict=True)]


def _style(cell: str, field: Field, reader: Reader) -> str:
    if not field.amount:
        return PLAIN
    amount = cell.strip()
    return ABOUT if reader.is_about(amount) else UNKNOWN if amount == reader.unknown else PLAIN


def _row(cells: Iterable[str], layout: Layout, paint: Paint, styled: Sequence[str]) -> Iterator[str]:
    """One row as lines: cells too wide for their column go on below."""
    broken = [wrap(cell, field.width) for cell, field in zip(cells, layout.fields, strict=True)]
    return _broken(broken, layout, paint, styled)


def _broken(broken: Sequence[tuple[str, ...]], layout: Layout, paint: Paint, styled: Sequence[str]) -> Iterator[str]:
    fields = layout.fields
    for number in range(max(map(len, broken), default=0)):
        parts = [
            paint(pad(part[number], field.width, right=field.right), style)
            if number < len(part) and part[number]
            else " " * field.width
            for part, field, style in zip(broken, fields, styled, strict=True)
        ]
        yield (" " * layout.gap).join(parts).rstrip()


def stacked(layout: Layout, reader: Reader, paint: Paint, rule: str) -> Iterator[str]:
    """The table where no line holds a row: each row a small block of `title: value`, a blank line between blocks."""
    for number, row in enumerate(layout.rows):
        if number:
            yield ""
        yield from _block([field.read(row) for field in layout.fields], layout, reader, paint)
    if layout.totals:
        yield rule * layout.width
        yield paint(reader.say(TOTAL), BOLD)
    for number, row in enumerate(layout.totals):
        if number:
            yield ""
        cells = [field.read(row) for field in layout.fields]
        cells[0] = "" if cells[0] == layout.fields[0].none else cells[0]  # all groups are summed: none is “not stated”
        yield from _block(cells, layout, reader, paint)


def _block(cells: Sequence[str], layout: Layout, reader: Reader, paint: Paint) -> Iterator[str]:
    titles = [f"{field.title}{reader.colon}" for field in layout.fields]
    indent = min(max(map(width, titles), default=0), layout.width // 2)
    coloured = styles(cells, layout.fields, reader)
    for title, cell, style in zip(titles, cells, coloured, strict=True):
        value = " ".join(cell.split())
        if not value:
            continue
        heads, parts = wrap(title, indent), wrap(value, layout.width - indent - 1)
        for number in range(max(len(heads), len(parts))):
            head = heads[number] if number < len(heads) else ""
            part = parts[number] if number < len(parts) else ""
            yield f"{paint(pad(head, indent), BOLD)} {paint(part, style)}".rstrip()
