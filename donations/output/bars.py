"""Bars of signs under a table on a terminal: an item at a time, a line a figure, all bars of an item on one scale."""

from collections.abc import Iterator, Sequence

from donations.i18n import N_
from donations.output.cells import Reader
from donations.output.colour import ABOUT, BOLD, PLAIN, UNKNOWN, Paint
from donations.output.heading import no_chart
from donations.output.pictures import Mark, Picture, pictures
from donations.output.width import pad, width, wrap
from donations.reports.table import Table

_BLOCK, _BLOCK_OF_ASCII = "█", "#"
"""What a bar is made of, and where that can't be written."""

_WIDEST_LABEL, _GAP = 16, 2
_FEWEST = 4
"""Cells that the longest bar has at least; a narrower screen goes on in the next line."""

_NOTHING = N_("No bars: no item stands here twice, so there is nothing to compare.")


def lines(table: Table, reader: Reader, paint: Paint, room: int, *, blocks: bool) -> Iterator[str]:
    """The bars of `table` as lines without their ends, in `room` cells, of blocks or plain signs; what has none is said."""
    block = _BLOCK if blocks else _BLOCK_OF_ASCII
    shown, left_out = pictures(table, reader)
    for picture in shown:
        yield ""
        yield from (paint(line, BOLD) for line in wrap(picture.title, room))
        yield from _Bars(picture, reader, paint, room, block).lines()
    said = no_chart(left_out, reader) if shown else reader.say(_NOTHING)
    if said:
        yield ""
        yield from wrap(said, room)


class _Bars:
    """The bars of one item, and the columns they stand in."""

    def __init__(self, picture: Picture, reader: Reader, paint: Paint, room: int, block: str) -> None:
        self.picture, self.reader, self.paint, self.block = picture, reader, paint, block
        self.label = min(max(map(width, picture.labels)), _WIDEST_LABEL)
        self.figure = max(map(width, picture.figures))
        marks = [mark for row in picture.marks for mark in row]
        self.number = max(width(mark.text) for mark in marks)
        taken = self.label + self.figure + self.number + 3 * _GAP
        self.longest = max(room - taken, _FEWEST)
        self.largest = max((mark.minor for mark in marks if mark.minor is not None), default=0)

    def lines(self) -> Iterator[str]:
        """A line a figure; a label too long for its column goes on below."""
        for label, marks in zip(self.picture.labels, self.picture.marks, strict=True):
            yield from self._of(wrap(label, self.label), marks)

    def _of(self, label: Sequence[str], marks: Sequence[Mark]) -> Iterator[str]:
        said = [(figure, mark) for figure, mark in zip(self.picture.figures, marks, strict=True) if mark.text]
        for number in range(max(len(label), len(said))):
            head = pad(label[number] if number < len(label) else "", self.label)
            figure, mark = said[number] if number < len(said) else ("", None)
            yield (" " * _GAP).join([head, pad(figure, self.figure), *self._drawn(mark)]).rstrip()

    def _drawn(self, mark: Mark | None) -> list[str]:
        """The number, and the bar that is as long as it is large; what nobody counted, or is less than nothing, has none."""
        if mark is None:
            return []
        style = UNKNOWN if mark.minor is None else ABOUT if mark.is_about else PLAIN
        bar = ""
        if mark.minor is not None and mark.minor > 0:
            bar = self.block * max(1, mark.minor * self.longest // self.largest)
        return [self.paint(pad(mark.text, self.number, right=True), style), bar]
