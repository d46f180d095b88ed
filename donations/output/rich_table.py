"""Short tables on a terminal, drawn with a Rich Table in the same look as the lines of `plain_table`."""

import io
from collections.abc import Sequence

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from donations.output.cells import Reader
from donations.output.colour import BOLD, PLAIN, RICH_STYLES, Paint
from donations.output.fields import Field, total_cells
from donations.output.layout import Layout
from donations.output.plain_table import styles
from donations.output.width import pad, width, wrap

Styled = list[tuple[str, str]]


def lines(layout: Layout, reader: Reader, paint: Paint, rule: str) -> list[str] | None:
    """The table as lines without their ends; None where Rich counts the cells of some character otherwise than we do.

    Every cell is broken into lines here and handed over as Text: Rich neither wraps, cuts nor interprets it.
    """
    fields = layout.fields
    rows = [_styled([field.read(row) for field in fields], fields, reader) for row in layout.rows]
    totals = [[(cell, BOLD) for cell in cells] for cells in total_cells(fields, layout.totals, reader)]
    titles = [field.title for field in fields]
    texts = [*titles, *(text for row in (*rows, *totals) for text, _ in row)]
    if any(cell_len(text) != width(text) for text in texts if not text.isascii()):
        return None
    table = Table(box=_box(rule), show_edge=False, pad_edge=False, padding=(0, layout.gap - 1, 0, 0))
    for field, title in zip(fields, titles, strict=True):
        table.add_column(_text(title, BOLD, field), width=field.width, no_wrap=True, header_style="")
    for number, row in enumerate([*rows, *totals], start=1):
        last = bool(totals) and number == len(rows)
        table.add_row(*map(_text, *zip(*row, strict=True), fields), end_section=last)
    return _drawn(table, layout.width, paint)


def _styled(cells: Sequence[str], fields: Sequence[Field], reader: Reader) -> Styled:
    return list(zip(cells, styles(cells, fields, reader), strict=True))


def _text(text: str, style: str, field: Field) -> Text:
    broken = "\n".join(pad(line, field.width, right=field.right) for line in wrap(text, field.width))
    return Text(broken, style=RICH_STYLES.get(style, PLAIN), no_wrap=True, overflow="ignore")


def _drawn(table: Table, cells: int, paint: Paint) -> list[str]:
    colours = "standard" if paint.coloured else None
    console = Console(
        file=io.StringIO(),
        width=cells,
        color_system=colours,  # type: ignore[arg-type]
        force_terminal=paint.coloured,
        no_color=not paint.coloured,
        legacy_windows=False,
        safe_box=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as drawn:
        console.print(table)
    return [line.rstrip() for line in drawn.get().splitlines()]


def _box(rule: str) -> Box:
    """A rule under the titles and one over the totals; blanks between columns."""
    lines = [" "] * 8
    for ruled in (2, 4, 5):  # under the titles, between sections, over a footer
        lines[ruled] = rule
    return Box("".join(f"{line * 4}\n" for line in lines))
