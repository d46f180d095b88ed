"""The typed table that every report is and every format renders.

Most of it are named tuples: to make that many dataclasses would be a good part of what a short command takes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum, StrEnum
from itertools import chain, islice
from types import MappingProxyType
from typing import NamedTuple

Value = str | int | None
"""What SQLite gave: text (names, ISO dates, terms), an integer of the smallest unit, or nothing."""

Row = tuple[Value, ...]

Cells = Sequence[Value]
"""What stands in one column, some rows of it."""

Days = tuple[str, str]
"""The first and the last, as ISO dates."""

_ROWS_AT_ONCE = 500


class Type(StrEnum):
    """What a column holds. In JSON a TERM is `text` and a NUMBER `quantity`; DECIMALS stays inside the program."""

    TEXT = "text"
    TERM = "term"
    """A word of ours (an entry type, a certainty): stable for programs, translated for people."""
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    """A decimal number as text, printed as it is."""
    QUANTITY = "quantity"
    """Whole smallest units of the row's item: its unit, certainty and decimals stand in the row's columns of that name.
    None means that the amount is unknown; 0 that there was none."""
    MONEY = "money"
    """Whole fen; its certainty stands in the column named KEY_certainty. None means that none was stated."""
    DECIMALS = "decimals"
    """How many decimals the row's quantities have: never printed."""


class Screen(Enum):
    """Where people see a column. Programs (json, csv, tsv) always get it, except DECIMALS."""

    ALWAYS = 1
    WHERE_USED = 2
    """Left out where no row has anything but None, 0 or empty text in it."""
    WHERE_ROOM = 4
    """As WHERE_USED, and left out, which is said, where the screen is too narrow for it."""
    UNLESS_STACKED = 5
    """As WHERE_USED, and left out, which is said, where a row would take several lines otherwise."""
    NEVER = 3
    """Its content shows in another column (the unit and the certainty beside their number)."""


class Column(NamedTuple):
    """One column: `key` for programs, `title` (English, translated when rendered) for people."""

    key: str
    title: str
    type: Type = Type.TEXT
    screen: Screen = Screen.ALWAYS
    for_programs: bool = True
    """Whether programs get it too; a column for people alone says shortly what other columns say apart."""
    none: str = ""
    """What people read where there is nothing (English, translated when rendered)."""
    is_verbatim: bool = False
    """Whether title and texts are the user's own words: never translated."""
    is_exact: bool = False
    """Whether a text must come back as it is from a spreadsheet that was shown the file, also one that looks like a number."""
    show_zero: bool = False
    """Whether a quantity of 0 is printed for people (on hand) or left blank (received)."""
    more_exactly: Callable[[Row], Value] | None = None
    """What people read instead, where other cells of the row say more; programs get the cell as it is."""


class Shape(Enum):
    """How figures are drawn."""

    BARS = 1
    """A bar a figure, side by side under each label."""
    STEPS = 2
    """A line over the days that `label` holds: the last figure of a day stands until the next."""


class Chart(NamedTuple):
    """How a table reads as pictures, one an item (amounts of different items share no scale): keys of its columns."""

    label: str
    figures: tuple[str, ...]
    shape: Shape = Shape.BARS


class Sentence(NamedTuple):
    """A sentence of ours (English, translated when rendered) with facts in its braces: what a person wrote, days, numbers."""

    words: str
    facts: Mapping[str, str | int | date] = MappingProxyType({})


Words = str | Sentence
"""What people read beside the rows: English, translated when rendered; facts stay as they are."""


def whole(value: Value) -> int:
    """A stored whole number; nothing stored counts as 0 (decimals of a row without an item)."""
    return value if isinstance(value, int) else int(value or 0)


Step = Callable[[Sequence[Cells]], Sequence[Cells]]
"""What is made of the columns, some rows of them."""


class Part(NamedTuple):
    """`width` columns side by side: `make` makes their cells of those that were read in the places `of`; without it they stand there as they are."""

    of: Sequence[int]
    width: int
    make: Callable[[Row], Row] | None = None

    def step(self) -> Step:
        """What gives the columns, of all that were read; what was made is kept for the rows below."""
        from donations.domain.remembered import Remembered, in_place_of  # most reports are short

        made = None if self.make is None else Remembered(self.make)

        def step(read: Sequence[Cells]) -> Sequence[Cells]:
            own = [read[at] for at in self.of]
            return own if made is None else list(in_place_of(made, *own))

        return step


class InColumns:
    """Rows that stream and are worked on by columns, some hundred at a time, where Python is quickest; called, it gives rows.

    `reads` gives what is read one after the other: mostly all at once. `parts`: what the columns are made of, from left to right;
    without any they are those that are read. `in_pieces`: the same for two processes, where there may be many rows.
    """

    def __init__(
        self,
        reads: Callable[[], Iterable[Iterable[Row]]],
        parts: Sequence[Part] = (),
        in_pieces: "Callable[[], Pieces | None] | None" = None,
    ) -> None:
        self.reads, self.parts, self.in_pieces = reads, parts, in_pieces

    def __call__(self) -> Iterator[Row]:
        return chain.from_iterable(zip(*some, strict=True) for some in self.columns())

    def columns(self, *more: Step) -> Iterator[Sequence[Cells]]:
        """Some rows after the other: the cells of each column, after `more` steps."""
        parts = [part.step() for part in self.parts]
        for left in map(iter, self.reads()):
            while batch := list(islice(left, _ROWS_AT_ONCE)):
                some: Sequence[Cells] = list(zip(*batch, strict=True))
                if parts:
                    some = [cells for part in parts for cells in part(some)]
                for step in more:
                    some = step(some)
                yield some


MANY = 5_000
"""Of fewer entries two processes are as long busy as one."""


class Pieces(NamedTuple):
    """The same rows in `number` pieces, numbered from 0 in their order; those of the numbers that are told may be read here or there."""

    number: int
    here: Callable[[Iterable[int]], InColumns]
    there: Callable[[Iterable[int]], InColumns | None]
    """For a process that this one is forked into, which reads for itself; None where it doesn't see the same."""


class WhereLong(NamedTuple):
    """What a terminal says in place of a table with more rows than anyone reads there, and whether it has more than a number."""

    words: Words
    has_more_than: Callable[[int], bool]


class Table(NamedTuple):
    """Rows aligned with `columns`; `rows()` starts anew each time it is called, and streams."""

    key: str
    title: Words
    columns: Sequence[Column]
    rows: Callable[[], Iterable[Row]]
    totals: Sequence[Row] = ()
    """Sums under the table, one row an item (amounts of different items never share a sum)."""
    empty: str = ""
    """What to tell people (English, translated when rendered) where there is no row."""
    chart: Chart | None = None
    """Where its figures say more as pictures, in formats that have some."""
    has_bars: bool = False
    """Whether text has bars of signs for its chart."""
    is_prose: bool = False
    """Whether its rows are the sentences of a paragraph, which people read above the other tables."""
    where_long: WhereLong | None = None
    under: Words = ""
    """A sentence for people right under it, that says how it is to be read."""

    def decimals_at(self) -> int | None:
        """Where it stands how many decimals the quantities of a row have; None where none has any."""
        return next((index for index, column in enumerate(self.columns) if column.type is Type.DECIMALS), None)

    def by_key(self) -> Iterator[dict[str, Value]]:
        """The rows, each cell by its column's key."""
        keys = [column.key for column in self.columns]
        return (dict(zip(keys, row, strict=True)) for row in self.rows())


class Source(NamedTuple):
    """The book a report was read from: its name, how many entries it had, the digest of the last."""

    name: str
    entries: int
    digest: str | None
    missing: int = 0
    """How many of the entries only keep the number of one that was lost: no figure has what they said."""


class Report(NamedTuple):
    """A named set of tables over one period of one book. `begin` and `end` are both within the period."""

    key: str
    title: Words
    source: Source
    tables: Sequence[Table]
    begin: date | None = None
    end: date | None = None
    is_timeless: bool = False
    """Whether it is about no period at all (a register, one entry)."""
    limits: Sequence[str] = ()
    """What it is limited to beside its period, in the user's words: a city, an item, a party, a purpose."""
    notes: Sequence[Words] = ()
    """Sentences for people under the tables."""
    lead: Sequence[Words] = ()
    """Paragraphs for people above the tables: the prose of an issue or a letter."""
    signatures: Sequence[Words] = ()
    """Who signs, each on a line of its own at the very end."""
    is_paper: bool = False
    """Whether it is a paper, printed and handed over as one where it is short."""
    is_whole: bool = False
    """Whether its tables are parts of one whole, and not each of somebody else: what is little of them may stand together."""
    is_public: bool = False
    """Whether names stand in it as anybody may read them: what stands in the place of one is a word of ours."""
