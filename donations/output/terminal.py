"""A report for people: heading, tables that fit the terminal, notes, and the digest the book had."""

import shutil
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TextIO

from donations.i18n import N_
from donations.output import plain_table
from donations.output.cells import Reader, clean, of_missing
from donations.output.colour import BOLD, DIM, PLAIN, Paint, paint_for
from donations.output.layout import Layout, lay_out
from donations.output.letter import signature_lines
from donations.output.streams import BY_WIDTH, takes_everything, writer
from donations.output.width import wrap
from donations.reports.table import Report, Table

NARROWEST_SCREEN = 40
DRAWN_BY_RICH = 100
"""Tables of at most so many rows; longer ones would be drawn 60 times as slowly as by ourselves."""

DIGEST_SHOWN = 12
_LINES_AT_ONCE = 200

_NOTHING = N_("Nothing to show.")
_FROM_TO = N_("{begin} to {end}")
_SINCE = N_("since {begin}")
_UNTIL = N_("until {end}")
_ALWAYS = N_("everything")
_ENTRIES = N_("entries in the book: {count}")
_LEFT_OUT = N_("No room for: {titles}. A wider window shows them, and so does --format csv.")
_DIGEST = N_("digest: {digest}")


def render(report: Report, stream: TextIO) -> None:
    """Write `report` to `stream` for people, within the width of the terminal (COLUMNS, else 80)."""
    write = writer(stream, BY_WIDTH)
    screen = _Screen(stream)
    lines = screen.report(report)
    while batch := list(islice(lines, _LINES_AT_ONCE)):
        write("\n".join(batch) + "\n")


class _Screen:
    """What the lines of a report depend on: the language, the width, the colours, and who draws."""

    def __init__(self, stream: TextIO) -> None:
        self.reader = Reader()
        self.width = max(shutil.get_terminal_size().columns, NARROWEST_SCREEN)
        self.paint: Paint = paint_for(stream)
        self.rule = "─" if takes_everything(stream) else "-"
        self.on_terminal = stream.isatty()

    def report(self, report: Report) -> Iterator[str]:
        """All lines of `report`, without their ends."""
        yield from self._wrapped(self.reader.say(report.title), BOLD)
        yield from self._wrapped(" · ".join(self._circumstances(report)), PLAIN)
        for paragraph in report.lead:
            yield ""
            yield from self._wrapped(self.reader.say(paragraph), PLAIN)
        for table in report.tables:
            yield ""
            if table.title and (len(report.tables) > 1 or table.title != report.title):
                yield from self._wrapped(self.reader.say(table.title), BOLD)
            yield from self._table(table)
        if report.notes or report.source.missing or report.source.digest:
            yield ""
        for note in report.notes:
            yield from self._wrapped(self.reader.say(note), PLAIN)
        if lost := of_missing(report, self.reader.language):
            yield from self._wrapped(lost, PLAIN)
        for line in signature_lines(report, self.reader):
            yield from ("", "", line)
        if report.signatures:
            yield ""
        if report.source.digest:
            digest = report.source.digest[:DIGEST_SHOWN]
            yield from self._wrapped(self.reader.say(_DIGEST).format(digest=digest), DIM)

    def _circumstances(self, report: Report) -> Iterable[str]:
        say, begin, end = self.reader.say, report.begin, report.end
        if report.source.name:
            yield report.source.name
        if not report.is_timeless:
            period = _FROM_TO if begin and end else _SINCE if begin else _UNTIL if end else _ALWAYS
            yield say(period).format(begin=begin, end=end)
        yield say(_ENTRIES).format(count=report.source.entries)

    def _wrapped(self, text: str, style: str) -> Iterator[str]:
        return (self.paint(line, style) for line in wrap(clean(text), self.width))

    def _table(self, table: Table) -> Iterable[str]:
        layout = lay_out(table, self.reader, self.width)
        if not layout.length and layout.length is not None and not layout.totals:
            return self._wrapped(self.reader.say(table.empty or _NOTHING), PLAIN)
        if layout.stacked:
            return plain_table.stacked(layout, self.reader, self.paint, self.rule)
        lines = self._drawn(layout) or plain_table.lines(layout, self.reader, self.paint, self.rule)
        return chain(lines, self._left_out(layout))

    def _left_out(self, layout: Layout) -> Iterator[str]:
        if layout.hidden:
            titles = self.reader.say(", ").join(layout.hidden)
            yield from self._wrapped(self.reader.say(_LEFT_OUT).format(titles=titles), DIM)

    def _drawn(self, layout: Layout) -> list[str] | None:
        """The lines of a short table on a terminal; Rich is imported here and only now."""
        if not self.on_terminal or layout.length is None or layout.length > DRAWN_BY_RICH:
            return None
        from donations.output import rich_table

        return rich_table.lines(layout, self.reader, self.paint, self.rule)
