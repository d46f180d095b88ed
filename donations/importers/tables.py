"""Tables in a sheet, as they really are: found by their headings, read row by row, every row accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass

from donations.importers.body import Body
from donations.importers.finding import headings_at
from donations.importers.headless import headless, is_data
from donations.importers.layout import UNCLEAR, Layout, said_by_user, texts_of
from donations.importers.sheet import Sheet
from donations.importers.stream import Row, Stream
from donations.importers.table import Settings, Table
from donations.importers.title import Title, read_title

FURTHEST = 300
"""Headings are looked for in so many rows."""
_SAMPLE = 40
_FEWEST_WITHOUT = 3
"""So many rows that look like records above the first headings are a table of their own."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the headings were found, what they say, and what stands above them."""

    row: int
    layout: Layout
    title: Title


def tables(sheet: Sheet, settings: Settings) -> Iterator[Table]:
    """Every table of the sheet, from the top; the records of each are read before the next is asked for."""
    stream = Stream(sheet.rows)
    said = said_by_user(settings.columns)
    while (table := _next_table(stream, sheet, settings, said)) is not None:
        yield table
        for _ in table.records:  # what nobody has read lies before the next table
            pass


def _next_table(stream: Stream, sheet: Sheet, settings: Settings, said: dict[str, str]) -> Table | None:
    """The next table: the one below the next headings, or one without any that comes before them."""
    passed: list[Row] = []
    above: list[str] = []
    while len(passed) < FURTHEST and (row := stream.next()) is not None:
        number, cells = row
        title = read_title(above, settings.today)
        layout = _layout([cells, *(later for _, later in stream.peek(_SAMPLE))], said, title.way, settings)
        if layout is not None:
            found = Found(number, layout, title)
            many = sum(1 for _, each in passed if is_data(each)) >= _FEWEST_WITHOUT
            rows = [*passed, row]
            before = _without_headings(rows, stream, sheet, settings, said) if many else None
            if before is None or before.sort == UNCLEAR:
                return _table_after(rows if before else [], stream, sheet, settings, found)
            return before
        passed.append(row)
        above.append(" ".join(dict.fromkeys(text for text in texts_of(cells) if text)))
    return _without_headings(passed, stream, sheet, settings, said)


def _layout(rows: list[list[str]], said: dict[str, str], way: str | None, settings: Settings) -> Layout | None:
    """The layout whose headings the first row has, with what --map says or said of such headings before."""
    remembered = settings.remembered("|".join(texts_of(rows[0])).rstrip("|"))
    layout = headings_at(rows, {**said_by_user(remembered or {}), **said}, way)
    if layout is not None and not remembered and (remembered := settings.remembered(layout.headings)):
        return headings_at(rows, {**said_by_user(remembered), **said}, way) or layout
    return layout


def _table_after(given_back: list[Row], stream: Stream, sheet: Sheet, settings: Settings, found: Found) -> Table:
    """The table below headings, whose rows and those above may have been given back."""
    if given_back:
        while (row := stream.next()) is not None and row[0] != found.row:
            pass
    return _table(stream, sheet, settings, found)


def _without_headings(
    passed: list[Row], stream: Stream, sheet: Sheet, settings: Settings, said: dict[str, str]
) -> Table | None:
    """The table that the rows passed over are, where they are one; they are then still to come."""
    first = next((place for place, (_, cells) in enumerate(passed) if is_data(cells)), None)
    if first is None:
        return None
    lines = [" ".join(text for text in texts_of(cells) if text) for _, cells in passed[:first]]
    title = read_title(lines, settings.today)
    layout = headless(passed[first:], title, said)
    if layout is None:
        return None
    for row in reversed(passed[first:]):
        stream.give_back(row)
    return _table(stream, sheet, settings, Found(0, layout, title))


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
