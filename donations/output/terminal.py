"""A report for people: heading, tables that fit the terminal, notes, and the digest the book had."""

import shutil
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TextIO

from donations.i18n import N_
from donations.output import plain_table
from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.colour import BOLD, DIM, PLAIN, Paint, paint_for
from donations.output.heading import (
    DIGEST_SHOWN,
    NOTHING,
    circumstances_within,
    digest_line,
    lead,
    notes,
    signature_lines,
    tables,
    title_of,
)
from donations.output.layout import Layout, lay_out
from donations.output.streams import BY_WIDTH, takes_everything, writer
from donations.output.width import wrap
from donations.reports.table import Report, Table

NARROWEST_SCREEN = 40
DRAWN_BY_RICH = 100
"""Rows of a table that Rich draws, at most: with longer ones it takes 60 times as long as our own lines."""

READ_ON_SCREEN = 1000
"""A table that is a part of a report and has more rows than this is only pointed to, where it says how to see them."""

_LINES_AT_ONCE = 200

_LEFT_OUT = N_("No room for: {titles}. A wider window shows them, and so does --format csv.")


def render(report: Report, stream: TextIO) -> None:
    """Write `report` to `stream` for people, within the width of the terminal (COLUMNS, else 80)."""
    write = writer(stream, BY_WIDTH)
    screen = _Screen(stream, public=report.is_public)
    lines = screen.report(report)
    while batch := list(islice(lines, _LINES_AT_ONCE)):
        write("\n".join(batch) + "\n")


class _Screen:
    """What the lines of a report depend on: the language, the width, the colours, and who draws."""

    def __init__(self, stream: TextIO, *, public: bool) -> None:
        self.reader = Reader(on_screen=stream.isatty(), public=public)
        self.width = max(shutil.get_terminal_size().columns, NARROWEST_SCREEN)
        self.paint: Paint = paint_for(stream)
        self.takes_everything = takes_everything(stream)
        self.rule = "─" if self.takes_everything else "-"
        self.on_terminal = stream.isatty()

    def report(self, report: Report) -> Iterator[str]:
        """All lines of `report`, without their ends."""
        yield from self._wrapped(self.reader.say(report.title), BOLD)
        yield from chain.from_iterable(
            self._wrapped(line, PLAIN) for line in circumstances_within(report, self.reader, self.width)
        )
        for paragraph in lead(report, self.reader):
            yield ""
            yield from self._wrapped(paragraph, PLAIN)
        for table in tables(report):
            yield ""
            if title := title_of(table, report):
                yield from self._wrapped(self.reader.say(title), BOLD)
            yield from self._table(table, report)
            if table.has_bars:
                from donations.output import bars  # few reports have some

                yield from bars.lines(table, self.reader, self.paint, self.width, blocks=self.takes_everything)
        said = notes(report, self.reader)
        if said or report.source.digest:
            yield ""
        for note in said:
            yield from self._wrapped(note, PLAIN)
        for line in signature_lines(report, self.reader):
            yield from ("", "", line)
        if report.signatures:
            yield ""
        if report.source.digest:
            yield from self._wrapped(digest_line(report, self.reader, DIGEST_SHOWN), DIM)

    def _wrapped(self, text: str, style: str) -> Iterator[str]:
        return (self.paint(line, style) for line in wrap(clean(text), self.width))

    def _table(self, table: Table, report: Report) -> Iterable[str]:
        if self.on_terminal and table.where_long and table.where_long.has_more_than(READ_ON_SCREEN):
            return self._wrapped(self.reader.say(table.where_long.words), PLAIN)
        layout = lay_out(table, self.reader, self.width)
        if not layout.length and layout.length is not None and not layout.totals:
            return self._wrapped(self.reader.say(table.empty or NOTHING), PLAIN)
        if layout.stacked:
            lines: Iterable[str] = plain_table.stacked(layout, self.reader, self.paint, self.rule)
        else:
            lines = self._drawn(layout) or plain_table.lines(layout, self.reader, self.paint, self.rule)
        return chain(lines, self._below(layout, report))

    def _below(self, layout: Layout, report: Report) -> Iterator[str]:
        """What is said under the table, once its rows are read: signs in it, and columns that are not."""
        for sentence in layout.signs.explained(report, self.reader):
            yield from self._wrapped(sentence, DIM)
        if layout.hidden and not layout.stacked:
            titles = self.reader.say(", ").join(layout.hidden)
            yield from self._wrapped(self.reader.say(_LEFT_OUT).format(titles=titles), DIM)

    def _drawn(self, layout: Layout) -> list[str] | None:
        """The lines of a short table on a terminal; Rich is imported here and only now."""
        if not self.on_terminal or layout.length is None or layout.length > DRAWN_BY_RICH:
            return None
        from donations.output import rich_table

        return rich_table.lines(layout, self.reader, self.paint, self.rule)
