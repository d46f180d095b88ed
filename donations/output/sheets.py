"""Tables on paper and in files: every column in use, units in a column of their own, or said once where all are alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from donations.i18n import N_
from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.fields import Field, total_cells
from donations.output.heading import NOTHING, tables, title_of
from donations.output.layout import Layout, lay_out
from donations.reports.table import Report, Row, Screen, Table

_NO_LIMIT = 10**9
"""Cells: no column is left out or made narrower."""

_UNIT = N_("Unit: {unit}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it goes into a file: all its texts in one language, its rows still to be read."""

    key: str
    title: str
    """Nothing where the report's title says it all."""
    unit: str
    """A sentence that says the unit of all amounts; nothing where each row says its own."""
    fields: Sequence[Field]
    layout: Layout
    totals: Sequence[Sequence[str]]
    empty: str
    """What to say instead of rows; nothing where there are some."""
    explained: Callable[[], Sequence[str]]
    """What is said under the table of signs in it: known once its rows have been read."""
    table: Table

    @property
    def rows(self) -> Iterable[Row]:
        """The rows; read once only where `is_long`."""
        return self.layout.rows

    @property
    def is_long(self) -> bool:
        """Whether there are more rows than were looked at: they stream."""
        return self.layout.length is None

    def cells(self) -> Iterator[list[str]]:
        """The rows as texts."""
        reads = [field.read for field in self.fields]
        return ([read(row) for read in reads] for row in self.rows)


def sheets(report: Report, reader: Reader) -> Iterator[Sheet]:
    """The tables of `report`, one after the other."""
    for table in tables(report):
        layout = lay_out(table, reader, _NO_LIMIT, unit_apart=True)
        unit, fields = _said_once(table, layout, reader)
        is_empty = layout.length == 0 and not layout.totals
        yield Sheet(
            key=table.key,
            title=clean(reader.say(title_of(table, report))),
            unit=unit,
            fields=fields,
            layout=layout,
            totals=total_cells(fields, layout.totals, reader),
            empty=clean(reader.say(table.empty or NOTHING)) if is_empty else "",
            explained=partial(layout.signs.explained, report, reader),
            table=table,
        )


def _said_once(table: Table, layout: Layout, reader: Reader) -> tuple[str, Sequence[Field]]:
    """The sentence about the one unit of all rows, and the fields without it; nothing, and all of them, where units differ."""
    at = next((place for place, field in enumerate(layout.fields) if _is_unit(table, field)), None)
    if at is None or not layout.length:
        return "", layout.fields
    units = set(map(layout.fields[at].read, chain(layout.rows, layout.totals)))
    if len(units) > 1 or "" in units:
        return "", layout.fields
    return reader.say(_UNIT).format(unit=units.pop()), [*layout.fields[:at], *layout.fields[at + 1 :]]


def _is_unit(table: Table, field: Field) -> bool:
    """Whether the field came in beside the amounts; a column that is always shown stays."""
    column = table.columns[field.at]
    return column.key == "unit" and column.screen is Screen.NEVER
