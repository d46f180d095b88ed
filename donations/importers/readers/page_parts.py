"""Tables of a page that are one: parted where a printed page ended, or a head that stays in sight and the rows below it."""

from collections.abc import Iterator, Sequence

from donations.importers.patterns import pattern_of
from donations.importers.readers.page_tables import PageTable, Row
from donations.importers.words.cells import shown
from donations.importers.words.heading_measures import LONGEST_HEADING
from donations.importers.words.heading_words import understood

_GOES_ON = pattern_of(
    r"[(（]?(?:续表?[0-9一二三]*|[接续]上[页表]|(?:第\s*)?[0-9]+(?:\s*页)?(?:\s*[/，,]?\s*共?\s*[0-9]+\s*页?)?)[)）]?"
)
_FIRST = 4
"""In so many rows headings are looked for, which may stand below a title."""


def together(tables: Sequence[PageTable]) -> Iterator[list[PageTable]]:
    """The tables of a page that are one table each: one without headings belongs to the one before it, if it is as wide and nothing but
    `（续）` stands between them.
    """
    found: list[PageTable] = []
    for table in tables:
        if found and not _goes_on(found[0], table):
            yield found
            found = []
        found.append(table)
    if found:
        yield found


def rows_of(tables: Sequence[PageTable], said: Sequence[str] = ()) -> Iterator[Row]:
    """The lines above the first of them and the rows of all, numbered from 1; blank ones are counted and left out.

    `said`: what was said above earlier tables, and is meant here too; it has no number of its own.
    """
    before = len(tables[0].above)
    yield from ((0, [line]) for line in said)
    yield from ((number, [line]) for number, line in enumerate(tables[0].above, 1))
    for table in tables:
        yield from ((number + before, cells) for number, cells in table.rows)
        before += table.number


def rows_in(tables: Sequence[PageTable]) -> int:
    """How many rows `rows_of` numbers."""
    return len(tables[0].above) + sum(table.number for table in tables)


def hidden_in(tables: Sequence[PageTable]) -> set[int]:
    """Which of these rows a page doesn't show, by their numbers there."""
    before, hidden = len(tables[0].above), set[int]()
    for table in tables:
        hidden.update(number + before for number in table.hidden)
        before += table.number
    return hidden


def _goes_on(first: PageTable, table: PageTable) -> bool:
    marks = all(map(_GOES_ON.fullmatch, table.above)) or table.above == first.above
    if not marks or table.width != first.width or table.width < 2:  # noqa: PLR2004 - a table of one column is a list of words
        return False
    if table.holds_tables:  # menus and titles beside and above the tables
        return False
    [_number, cells] = table.rows[0]
    has_digits = any(map(str.isdigit, "".join(cells)))
    return has_digits and not _are_headings(cells) and any(_are_headings(row) for _, row in first.rows[:_FIRST])


def _are_headings(cells: Sequence[str]) -> bool:
    """Whether most of what stands in a row, and more than one of it, is a heading."""
    said = [text for cell in cells if (text := shown(cell))]
    many = sum(1 for text in said if len(text) <= LONGEST_HEADING and understood(text).sense is not None)
    return many > 1 and 2 * many > len(said)
