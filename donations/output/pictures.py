"""What a table's chart shows, read from its rows: labels, figures and how each reads; nothing is drawn here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from donations.output.cells import Reader, place
from donations.reports.table import Chart, Row, Shape, Table, Value

MOST_PICTURES, MOST_LABELS = 12, 36
"""More would be read by nobody: the table says it all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of one label: its size in smallest units (nothing where unknown), and as people read it, with its unit."""

    minor: int | None
    text: str
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """One item: `marks` has a row for each label, in it a mark for each figure."""

    title: str
    shape: Shape
    figures: Sequence[str]
    colours: Sequence[int]
    """Which of the chart's figures each one is: the same in all pictures of a table."""
    labels: Sequence[str]
    marks: Sequence[Sequence[Mark]]

    def told(self, reader: Reader) -> str:
        """The picture in words, for those who can't see it."""
        comma, between = reader.say(", "), "; "
        return between.join(
            f"{label}{_colon(reader)}{comma.join(f'{title} {mark.text}' for title, mark in zip(self.figures, marks, strict=True) if mark.text)}"
            for label, marks in zip(self.labels, self.marks, strict=True)
        )


def _colon(reader: Reader) -> str:
    """The colon, with a blank behind it in Latin script."""
    return reader.colon + " " * reader.colon.isascii()


def pictures(table: Table, reader: Reader) -> tuple[list[Picture], list[str]]:
    """The pictures of `table`, and the items left without one because there are too many; reads its rows once more."""
    if table.chart is None:
        return [], []
    drawn = list(_pictures(table, table.chart, reader))
    return drawn[:MOST_PICTURES], [picture.title for picture in drawn[MOST_PICTURES:]]


def _pictures(table: Table, chart: Chart, reader: Reader) -> Iterator[Picture]:
    item_at, label_at = place(table.columns, "item"), place(table.columns, chart.label)
    if item_at is None or label_at is None:
        return
    rows_of: dict[Row, dict[object, Row]] = {}
    unit_at = place(table.columns, "unit")
    for row in table.rows():
        if chart.shape is Shape.STEPS and not _is_day(row[label_at]):
            continue
        unit = row[unit_at] if unit_at is not None else None
        rows_of.setdefault((row[item_at], unit), {})[row[label_at]] = row  # of one day the last
    for rows in rows_of.values():
        if len(rows) > 1 and (chart.shape is Shape.STEPS or len(rows) <= MOST_LABELS):
            yield from _picture(table, chart, list(rows.values()), reader)


def _is_day(value: Value) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _picture(table: Table, chart: Chart, rows: Sequence[Row], reader: Reader) -> Iterator[Picture]:
    figures = [at for key in chart.figures if (at := place(table.columns, key)) is not None]
    used = [at for at in figures if any(_mark(table, at, reader, [row])[0].text for row in rows)]
    if not used:
        return
    if chart.shape is not Shape.STEPS:  # of steps a day without a mark is one all the same
        rows = [row for row in rows if any(_mark(table, at, reader, [row])[0].text for at in used)]
    marks = zip(*(_mark(table, at, reader, rows) for at in used), strict=True)
    label = reader.number_or_text(table, place(table.columns, chart.label) or 0)
    item = reader.number_or_text(table, place(table.columns, "item") or 0)
    unit = reader.unit(table)(rows[0])
    yield Picture(
        title=f"{item(rows[0])} · {unit}" if unit else item(rows[0]),
        shape=chart.shape,
        colours=[figures.index(at) for at in used],
        figures=[reader.title(table.columns[at]) for at in used],
        labels=list(map(label, rows)),
        marks=list(marks),
    )


def _mark(table: Table, at: int, reader: Reader, rows: Iterable[Row]) -> list[Mark]:
    read = reader.number_or_text(table, at)
    marks = []
    for row in rows:
        minor, text = row[at], read(row)
        marks.append(Mark(minor if isinstance(minor, int) else None, text, reader.is_about(text)))
    return marks
