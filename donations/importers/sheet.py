"""A sheet: rows of texts, whatever sort of file they came from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Self


class Merged(str):
    """An empty cell that lies under a merged one: it is "" like any empty cell, and `of` is what the merged one says.

    `down` tells a cell beneath it (the same thing said of several rows) from one beside it.
    """

    __slots__ = ("down", "of")
    of: str
    down: bool

    def __new__(cls, of: str, *, down: bool) -> Self:
        """The empty cell that lies under one that says `of`."""
        cell = super().__new__(cls, "")
        cell.of, cell.down = of, down
        return cell

    def __reduce__(self) -> tuple[object, ...]:
        """How it comes from one process to another."""
        return partial(Merged, down=self.down), (self.of,)


class Spanning(str):
    """A cell that lies over those beneath it: what it says is said of several rows; `of` is the cell as it was."""

    __slots__ = ("of",)
    of: str

    def __new__(cls, of: str) -> Self:
        """The cell that says `of`."""
        cell = super().__new__(cls, of)
        cell.of = of
        return cell


class Covered(str):
    """What a cell under a merged one still holds, where that one shows something else: nobody sees it."""

    __slots__ = ()


class MonthAlone(str):
    """A day, the first of a month, of which the program that it comes from shows the month and no day: 2026年3月 of 2026-03-01."""

    __slots__ = ()


class NoYear(str):
    """A day of which the program that it comes from shows no year, 3月1日: whoever typed 3-1 may have meant none."""

    __slots__ = ()


class Divided(str):
    """A number that its format shows divided: 15000 with `by` 10,000 is shown as 1.5, as 万元 in its heading may say too."""

    __slots__ = ("by",)
    by: int

    def __new__(cls, number: str, by: int) -> Self:
        """The number as it is saved."""
        cell = super().__new__(cls, number)
        cell.by = by
        return cell

    def __reduce__(self) -> tuple[object, ...]:
        """How it comes from one process to another."""
        return Divided, (str(self), self.by)


class Struck(list[str]):
    """The cells of a row of which some are struck through: `places` says which, from 0. Blank ones aren't among them."""

    __slots__ = ("places",)
    places: frozenset[int]

    def __init__(self, cells: Iterable[str], places: Iterable[int]) -> None:
        """A row of those cells."""
        super().__init__(cells)
        self.places = frozenset(places)


class SaidAgain(list[str]):
    """The cells of a line whose gifts stand in a table of the same text, too."""

    __slots__ = ()


class Summed(list[str]):
    """The cells of a row of which formulas make some, `added` (places from 0), of other sheets of the file: what they say stands there
    too. `computed` are these and those that are worked out from them, or from cells beside them; `is_all`: whether no number was
    typed but that of the row.
    """

    __slots__ = ("added", "computed", "is_all")
    added: frozenset[int]
    computed: frozenset[int]
    is_all: bool

    def __init__(self, cells: Iterable[str], added: Iterable[int], computed: Iterable[int], *, is_all: bool) -> None:
        """A row of those cells."""
        super().__init__(cells)
        self.added, self.computed, self.is_all = frozenset(added), frozenset(computed), is_all


@dataclass(slots=True)
class OnePage:
    """What the tables of one page, which are sheets each, make together as far as they were read: a list that goes over
    several of them has its total below the last.
    """

    money: int = 0
    is_text: bool = False
    """Whether they stand in one text, whose day, said above the first of them, is that of the others too."""
    first: str | None = None
    """The first of them, by its name."""
    day: date | None = None


@dataclass(slots=True)
class Sheet:
    """One sheet of a file; `name` None where the sort of file has none (CSV).

    `rows` is read once, from the first: the number people see at the row (from 1; blank rows may be left out), and its
    cells as texts. Every cell is a `str`, as the program it came from would show it in full:

    - a text as it stands, blanks and line breaks in it included (tidying is the reader of a field's work);
    - a number as its shortest exact decimal without grouping (`1500`, `28.16`); where more than 15 digits were typed, of
      which such programs lose the rest, in their exponent form (`1.10101199003071E+17`), so that it is seen;
    - the same with what only its format says of it: `12.5%`, `5万元` of `0"万元"`, `US$5`; the sign of the yuan left out;
      a `Divided` where it is shown divided;
    - a date as `2020-02-01` or `2020-02-01 14:10:00`, a time alone as `14:10:00`; a `MonthAlone` or a `NoYear` where no more of it
      is shown;
    - a fault as it is shown (`#N/A`); a formula whose result was not saved as its text, beginning with `=`;
    - nothing as ""; under a merged cell a `Merged`, or a `Covered` where something else is left there, and a `Spanning` where it lies over rows;
    - without what is struck through beside what isn't. A row with cells that are so as a whole is a `Struck`. What a table of the same
      text says too is a `SaidAgain`, what formulas make of other sheets a `Summed`.
    """

    name: str | None
    rows: Iterator[tuple[int, list[str]]]
    is_lines: bool = False
    """Whether they are lines of text, in which a comma too many makes a cell of its own."""
    is_records: bool = False
    """Whether each row is a record by itself, in which nothing is left out because it stands above."""
    is_hidden: bool = False
    """Whether the program that it comes from doesn't show it."""
    files: tuple[str, ...] = ()
    """What the file that it stands in is called, without its suffix; of one in an archive the folders there and the archive too."""
    year_before: str | None = None
    """The year that the sheets before it say alike, where it says none itself."""
    page: OnePage | None = None
    """The page that it is a table of, beside others."""
    hidden: set[int] = field(default_factory=set)
    """The rows that it doesn't show, by a filter or by hand, of those that were read so far."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a file is to be opened: `encoding` and `sheet` only where the user said so; `password` asks for that of an archive."""

    encoding: str | None = None
    sheet: str | None = None
    password: Callable[[str], str | None] | None = None
