"""What became of the papers of one import: how each table was understood, and what happened to its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import MONEY
from donations.domain.currencies import FOREIGN
from donations.domain.equal_rows import BlockAgain, Twins
from donations.domain.file_rows import FileRows
from donations.domain.imported_rows import Sample
from donations.domain.there_before import Carried, Opened
from donations.errors import DonationsError


class RowProblem(NamedTuple):
    """What can't be taken, and where. `expected` is English with the facts' names in braces, translated when shown.

    Where a rule of the book spoke (`is_sentence`), `expected` is what it says, and a whole sentence already.
    """

    sheet: str | None
    row: int | None
    column: str | None
    expected: str
    got: str
    facts: Mapping[str, object] = {}
    is_sentence: bool = False


class SaidBefore(NamedTuple):
    """Rows of a table, which were kept, that say what the book has from elsewhere, and as which entries, one beside the other."""

    file: str
    sheet: str | None
    rows: list[int]
    entries: list[int]
    of_import: int | None
    """The import that brought those entries; None where they were typed."""
    of_file: str | None
    masked: list[int]
    """Those of the rows whose name only may be that of their entry, since one of the two is masked."""


class ListAgain(NamedTuple):
    """Rows of a sheet that are known since a paper said the whole list before in other words, and as which entries, one beside the other."""

    file: str
    sheet: str | None
    rows: list[int]
    entries: list[int]
    of_import: int
    of_file: str


class StillBooked(NamedTuple):
    """Rows of a sheet that are passed over since they went back, or are void, and the entries of theirs that count all the same."""

    file: str
    sheet: str | None
    rows: list[int]
    entries: list[int]


class MayBeCorrected(NamedTuple):
    """Rows of a table, which were kept, that may be rows of an older paper put right, and as which entries, one beside the other."""

    file: str
    sheet: str | None
    rows: list[int]
    entries: list[int]
    of_rows: list[int]
    """Where those stand in the older paper, that the new one doesn't say any more."""
    of_import: int
    of_file: str
    other: str
    """What is another now: `name`, `amount`, `day` or `goods`."""


class Several(NamedTuple):
    """A new name that reads as several names, which an import keeps as one, and those it may consist of."""

    name: str
    parts: tuple[str, ...]


class Alike(NamedTuple):
    """A new name, and the known ones it looks like: both were kept; of an item, or of a party."""

    name: str
    candidates: tuple[str, ...]
    is_item: bool
    into: str | None
    """The first of them that it can be merged into; none where items are counted in other units."""


class ByUnit(NamedTuple):
    """An item that came in a unit it isn't counted in, and the item of its own that it became."""

    item: str
    unit: str
    became: str


@dataclass(slots=True)
class TableOutcome:
    """One table: `rows` = accepted + duplicate + ignored + rejected, always."""

    sheet: str | None
    layout: str
    sort: str
    heading_row: int
    columns: Mapping[str, str]
    rows: int = 0
    accepted: int = 0
    duplicate: int = 0
    ignored: int = 0
    rejected: int = 0
    beside: int = 0
    """How many of the rows stand in one row of the file with another: what came and went, several givers, a share for each."""
    seen: FileRows = field(default_factory=FileRows, compare=False, repr=False)
    """Which rows of the file they were in."""
    sums: dict[str, Fraction] = field(default_factory=dict)
    """What the rows add up to, that are in the book or will be."""
    went_out: dict[str, Fraction] = field(default_factory=dict)
    """What the rows beside those of what came in add up to, by which goods went out."""
    about: set[str] = field(default_factory=set)
    """Which of the sums have a part that is not exactly known."""
    given_back: dict[str, Fraction] = field(default_factory=dict)
    """What rows say that the book passed over, since all of it was given back; a stated total counts it."""
    left_out_for: dict[str, dict[str, Fraction]] = field(default_factory=dict)
    """What rows say that are no gifts by their own word, by why: promised, not received, taken back; or nobody's, 利息."""
    counts_left_out: tuple[str, ...] = ()
    """For which of these reasons the stated total counts rows all the same."""
    counts_given_on: bool = False
    """Whether the stated total counts what went out, too: in a list of gifts those who keep it gave some themselves."""
    refunded: Fraction = Fraction(0)
    """How many yuan were given back, of these rows or by rows of their own."""
    foreign_refunded: dict[str, Fraction] = field(default_factory=dict)
    """How much money of other countries was given back, by its item."""
    stated_total: Fraction | None = None
    agrees: bool | None = None
    """Whether the rows add up to the stated total; None where none is stated."""
    said_above: Fraction | None = None
    """A total in the words above the table that is not the sum of its rows."""
    unsaid: int = 0
    """How many rows give goods of unknown amount that the stated total counts as one each."""
    imported: int = 0
    """How many of the accepted rows are in the book: all of them, or none where something in the sheet can't be taken."""
    reasons: dict[str, int] = field(default_factory=dict)
    """Why rows were ignored, in English, and how many."""
    samples: list[Sample] = field(default_factory=list)
    carried: Carried | None = None
    """What was there before, where the table says it."""
    first_day: date | None = None
    """The earliest day of the rows."""
    assumed: date | None = None
    """The day, of the title, that rows got since no column says theirs."""
    donors_above: list[int] = field(default_factory=list)
    """The rows in which no donor is written, and that of the row above was taken."""
    told: dict[tuple[str, str | None], list[int]] = field(default_factory=dict)
    """What is to be told of rows that were taken all the same: a sentence and its column, and the rows that it is of."""
    is_hidden: bool = False
    """Whether its sheet is hidden in the workbook; it is read all the same."""
    hidden: list[int] = field(default_factory=list)
    """The rows that are hidden in the workbook."""

    def leave_out(self, why: str, said: Mapping[str, Fraction]) -> None:
        """One more row that is no gift, for that reason, and what it says."""
        for unit, number in said.items():
            sums = self.left_out_for.setdefault(why, {})
            sums[unit] = sums.get(unit, Fraction(0)) + number

    @property
    def left_out(self) -> dict[str, Fraction]:
        """What rows say that are no gifts, for whatever reason."""
        together: dict[str, Fraction] = {}
        for sums in self.left_out_for.values():
            for unit, number in sums.items():
                together[unit] = together.get(unit, Fraction(0)) + number
        return together

    @property
    def is_held(self) -> bool:
        """Whether its rows are in the book: new ones that are imported, or all of them from before."""
        return bool(self.imported) or bool(self.duplicate and not self.accepted and not self.rejected)

    @property
    def yuan_left(self) -> Fraction:
        """What of the money that the rows add up to was not given back; below zero where more went back than they brought."""
        return self.sums.get(MONEY, Fraction(0)) - self.refunded

    def hear(self, day: date) -> None:
        """One more row, of that day."""
        self.first_day = day if self.first_day is None else min(day, self.first_day)

    def carry(self, stated: Fraction | None) -> None:
        """What the table says was there before its rows, all of which are known: kept where they are of one money."""
        moneys = [unit for unit in {**self.sums, **self.went_out} if unit == MONEY or unit in FOREIGN]
        if stated is not None and self.first_day is not None and len(moneys) == 1:
            self.carried = Carried(moneys[0], stated, None, self.first_day)

    def begin(self, rows: Sequence[int]) -> None:
        """Count records of the file's `rows`."""
        self.rows += len(rows)
        self.beside += self.seen.again(rows)

    def add_back(self, money: str, number: Fraction) -> None:
        """Count `number` of that money as given back."""
        if money == MONEY:
            self.refunded += number
        elif number:
            self.foreign_refunded[money] = self.foreign_refunded.get(money, Fraction(0)) + number

    def take_late(self, why: str, money: str, refunded: Fraction) -> None:
        """Accept after all one row that was ignored for the reason `why`: it gives `refunded` of that money back."""
        self.add_back(money, refunded)
        self.ignored -= 1
        self.reasons[why] -= 1
        if not self.reasons[why]:
            del self.reasons[why]
        self.accepted += 1
        self.imported += 1

    def add_out(self, sums: Mapping[str, Fraction | int]) -> None:
        """One more row of what went out."""
        for unit, number in sums.items():
            self.went_out[unit] = self.went_out.get(unit, Fraction(0)) + number


@dataclass(slots=True)
class FileOutcome:
    """One file with its tables, and everything in it that can't be taken."""

    file: str
    sha256: str
    tables: list[TableOutcome] = field(default_factory=list)
    without_table: list[str] = field(default_factory=list)
    """The sheets in which something stands, but no table."""
    problems: list[RowProblem] = field(default_factory=list)


Sources = Mapping[int, tuple[FileOutcome, str | None]]
"""By the numbers that the book gives the tables of an import: the file each is in, and its sheet."""


@dataclass(slots=True)
class Outcome:
    """What an import did, or would do. `number` is None where nothing new was in the files."""

    files: list[FileOutcome] = field(default_factory=list)
    number: int | None = None
    first: int | None = None
    last: int | None = None
    digest: str | None = None
    is_dry: bool = False
    new_parties: int = 0
    new_items: int = 0
    twins: list[Twins] = field(default_factory=list)
    blocks_again: list[BlockAgain] = field(default_factory=list)
    said_before: list[SaidBefore] = field(default_factory=list)
    lists_again: list[ListAgain] = field(default_factory=list)
    still_booked: list[StillBooked] = field(default_factory=list)
    corrected: list[MayBeCorrected] = field(default_factory=list)
    look_alikes: list[Alike] = field(default_factory=list)
    several: list[Several] = field(default_factory=list)
    masked: list[str] = field(default_factory=list)
    """Names with hidden characters under which more than one gift is in the book: each is one giver there, and may be several."""
    by_unit: list[ByUnit] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    refused: DonationsError | None = None
    """The rule that says no to all of it."""
    caught_up: int = 0
    """How many refunds that earlier imports said went back, since what they give back came only now."""
    remembers: bool = False
    """Whether the book keeps that payments it doesn't have went back whole, so that no older paper books them."""

    @property
    def entries(self) -> int:
        """How many entries it made."""
        return 0 if self.first is None or self.last is None else self.last - self.first + 1

    def count(self, what: str) -> int:
        """How many rows of all files were `accepted`, `duplicate`, `ignored`, `rejected` or `imported`."""
        return sum(getattr(table, what) for file in self.files for table in file.tables)

    @property
    def problems(self) -> int:
        """How many things can't be taken."""
        return sum(len(file.problems) for file in self.files)
