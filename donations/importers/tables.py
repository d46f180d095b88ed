"""Tables in a sheet, as they really are: found by their headings, read row by row, every row accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass

from donations.importers.body import Body
from donations.importers.finding import headings_at
from donations.importers.layout import Layout, said_by_user, texts_of
from donations.importers.sheet import Sheet
from donations.importers.stream import Stream
from donations.importers.table import Settings, Table
from donations.importers.title import Title, read_title

FURTHEST = 300
"""Headings are looked for in so many rows."""
_SAMPLE = 40


def tables(sheet: Sheet, settings: Settings) -> Iterator[Table]:
    """Every table of the sheet, from the top; the records of each are read before the next is asked for."""
    stream = Stream(sheet.rows)
    said = said_by_user(settings.columns)
    while (table := _next_table(stream, sheet, settings, said)) is not None:
        yield table
        for _ in table.records:  # what nobody has read lies before the next table
            pass


def _next_table(stream: Stream, sheet: Sheet, settings: Settings, said: dict[str, str]) -> Table | None:
    above: list[str] = []
    seen = 0
    while (row := stream.next()) is not None and seen < FURTHEST:
        seen += 1
        number, cells = row
        title = read_title(above, settings.today)
        rows = [cells, *(later for _, later in stream.peek(_SAMPLE))]
        layout = headings_at(rows, said, title.way)
        if layout is not None:
            return _table(stream, sheet, settings, Found(number, layout, title))
        above.append(" ".join(dict.fromkeys(text for text in texts_of(cells) if text)))
    return None


@dataclass(frozen=True, slots=True)
class Found:
    """Where the headings were found, what they say, and what stands above them."""

    row: int
    layout: Layout
    title: Title


def _table(stream: Stream, sheet: Sheet, settings: Settings, found: Found) -> Table:
    for _ in range(found.layout.rows - 1):
        stream.next()
    table = Table(
        "table", found.layout.groups[0].sort, sheet.name, found.row, found.layout.columns, found.layout.headings,
        found.title.text, iter(()),
    )  # fmt: skip
    body = Body(table, found.layout, found.title, stream, settings)
    table.records = body.records()
    return table
