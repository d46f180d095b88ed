"""What is understood of a sheet: its tables, and a record for each row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from donations.domain.entry import Draft, DraftLine
from donations.domain.exchange import Statement
from donations.domain.place import Place
from donations.i18n import N_

REFUSED_ABOVE = N_("a donor: the row above, whose donor a blank would mean, can't be taken")
OF_OTHER_SHEETS = N_("a sum of what other sheets say, worked out by a formula")
"""Why a row is none that formulas make of other sheets of the file: what it sums up stands there."""
NO_TABLE = "none"
"""The layout of what stands for a sheet in which there is no table, so that it can be said."""
VALUE = "value"
"""What goods are worth, in the sums of a table."""


class Slip(NamedTuple):
    """What can't be taken in one cell. `column` is the heading as it stands; `expected` is English, translated when shown."""

    column: str | None
    expected: str
    got: str


class Told(NamedTuple):
    """What is to be told of a row that is taken all the same: a sentence (English) with {column} and {rows}, which it is told with."""

    sentence: str
    column: str | None


class TakesBack(NamedTuple):
    """The payment that a row takes back: the book is searched for one of the same party and amount, not after it."""

    payments: tuple[Draft, ...]
    """The payment; where the row names who paid and who was paid, with either of them."""
    is_sure: bool
    """Whether the row is refused where the book has no such payment."""
    may_be_part: bool = False
    """Whether it may give back a part of a larger gift."""
    number: str | None = None
    """What a payment is known by that bears the number of the row: the one that is meant, where the book has it."""
    is_nameless: bool = False
    """Whether nobody stands in the row, so that its number alone tells which payment is meant."""
    found: tuple[tuple[Draft, ...], Mapping[str, Fraction]] = ((), {})
    """What the row is shown as where the book has the payment, and what it then adds to the sums of the table."""


class Record(NamedTuple):
    """One row of a table, or one of the records that stand side by side in it.

    Exactly one holds: there are `drafts` (accepted, if the book takes them), or `ignored` says why it is none (English,
    translated when shown), or `slips` say what is wrong with it.
    """

    row: int
    drafts: tuple[Draft, ...] = ()
    identity: str | None = None
    """The row's own transaction number with what gave it, `wechat:1000…`; None: it is known by its content."""
    has_date: bool = True
    """Whether the row says its date itself: else the sheet's title is a part of what it is known by."""
    refunded: Fraction | None = None
    """How many yuan of it were given back since, by the row's own word; the drafts are of the whole."""
    sums: Mapping[str, Fraction] = {}
    """What the row adds to the sums of the table: per unit as written, money as CNY, what goods are worth as VALUE."""
    ignored: str | None = None
    slips: tuple[Slip, ...] = ()
    gives_back: str | None = None
    """The identity of the payment that its draft gives back: whoever stands in the row, it goes to who gave that."""
    otherwise: str | None = None
    """Why it is no record, where the book has nothing that it could give back; None: its draft is booked as it stands."""
    may_be_older: bool = False
    """Whether its draft is booked as it stands all the same, where there was something before the book (--opening)."""
    is_donor_above: bool = False
    """Whether no donor is written in it, and that of the row above is meant."""
    takes_back: TakesBack | None = None
    """The payment that it may be the contrary of; where none is booked, and it isn't sure, it is what else it says."""
    ends: str | None = None
    """The identity of a refund that did not go through: where an earlier paper brought it, it is taken back."""
    told: tuple[Told, ...] = ()
    is_gone: bool = False
    """Whether it was paid and went back whole, for good: no older paper need say it again. An order that failed may be paid yet."""
    would_be: tuple[Draft, ...] = ()
    """What it would be, where it is ignored since it went back, or is void, by its own word."""


class PlainDay(NamedTuple):
    """The type of an entry, and its day."""

    type: str
    day: date


class PlainGoods(NamedTuple):
    """What cells of goods, or of money, mean: a line of one of them, and what is written before and behind its number."""

    line: DraftLine
    before: str
    behind: str
    counted_as: str
    """The sum of the table that it counts in: of goods their unit as written, of money its currency."""


class PlainNumber(NamedTuple):
    """A number as it is written, and what it is."""

    written: str
    number: Fraction


class PlainCells(NamedTuple):
    """Something for each column of plain rows; what several columns of a sheet say together is one of these."""

    days: list[Any]
    parties: list[Any]
    places: list[Any]
    goods: list[Any]
    amounts: list[Any]
    notes: list[Any]


@dataclass(frozen=True, slots=True)
class Plain:
    """Many rows at once, one below the other, each of which says one gift in plain cells.

    Cells that are equal have one number, so that whoever takes the rows looks up once what each of them means.
    """

    has_date: bool
    """Whether the rows say their date themselves."""
    rows: Sequence[int]
    cells: PlainCells
    """The numbers of the cells, column by column."""
    means: PlainCells
    """What the cell of each number means: a PlainDay, a Mapping[Role, tuple[str, ...]], a Place or None, PlainGoods, a
    PlainNumber, a note or None.

    These lists grow while the table is read; where numbers begin anew, other lists do.
    """
    numbers: Sequence[str] | None = None
    """The rows' own transaction numbers, each with what gave it; None where they have none."""
    identities: bytes = b""
    """What each row is known by, in all books alike, one behind the other; b"" where nobody has worked that out."""
    gists: bytes = b""
    """Of rows with numbers of their own what tells each from another that has the same, worked out with these."""
    not_plain: frozenset[int] = frozenset()
    """The places of rows that aren't plain after all, where that was worked out too."""

    @property
    def many(self) -> int:
        """How many rows they are."""
        return len(self.rows)

    def record(self, at: int) -> Record:
        """The row at that place as a record of its own."""
        day, parties, place, goods, amount, note = (
            means[cells[at]] for means, cells in zip(self.means, self.cells, strict=True)
        )
        quantity = replace(
            goods.line.quantity, written=f"{goods.before}{amount.written}{goods.behind}", number=amount.number
        )
        line = replace(goods.line, quantity=quantity)
        draft = Draft(day.type, day.day, (line,), parties, place, note=note)
        identity = None if self.numbers is None else self.numbers[at]
        return Record(self.rows[at], (draft,), identity, self.has_date, None, {goods.counted_as: amount.number})


class Exchanged(NamedTuple):
    """What one row of an exported book says, or all rows of one entry; else why it is passed over or can't be taken."""

    row: int
    rows: int = 1
    """How many rows say it; 0 of what is wrong with the file as a whole."""
    said: Statement | None = None
    ignored: str | None = None
    slips: tuple[Slip, ...] = ()
    facts: Mapping[str, object] = {}
    """What stands in the braces of what was expected."""


ADDS_UP = N_("{total}, which the rows add up to, as the stated total")


class Differing(NamedTuple):
    """A column below which a row states another total than its cells add up to."""

    row: int
    column: str | None
    total: Fraction
    stated: Fraction
    expected: str = ADDS_UP
    """What should stand there, of which {total} are the cells."""


@dataclass(slots=True)
class Table:
    """One table in a sheet. `records` is read once, to its end, before the next table is asked for."""

    layout: str
    """The key of the layout: `table`, `wechat`, `alipay`, `alipay_web`, `wechat_merchant` …"""
    sort: str
    """`goods_in`, `goods_out`, `money_in`, `spending` or `bill`; of a table without any draft `statistic` or `unclear` too."""
    sheet: str | None
    heading_row: int
    """0 where the table has no row of headings."""
    columns: dict[str, str]
    """HEADING as it stands → field, for each column that is read; `-` for one that is passed over.

    A column without a heading is called by its letter. Headings that stand in two columns are told apart by the one above."""
    headings: str
    """What a layout is remembered by: its tidied headings in order."""
    title: str
    """The words above the headings: what tells undated rows from those of another issue."""
    records: Iterator[Record | Plain | Exchanged]
    stated_total: Fraction | None = None
    """The total that the foot states, known when the records are read; of money where there is some, else of all quantities."""
    stated_at: int | None = None
    """The row it stands in."""
    differing: tuple[Differing, ...] = ()
    """Columns whose own total is wrong, where a row states one for each."""
    unsaid: int = 0
    """How many rows give goods of an amount that nobody knows, where the stated total counts each of them as one."""
    carried: Fraction | None = None
    """How much money it says was there before its rows, 上月结转; known when the records are read."""
    assumed: date | None = None
    """The day, of the title, that rows get since no column says theirs."""
    meant: frozenset[str] = frozenset()
    """The headings of --map that it has."""
    said_above: Fraction | None = None
    """A total that the words above the table state, which is not the sum of its rows: it may be that of more than them."""
    is_hidden: bool = False
    """Whether its sheet is hidden."""
    hidden: set[int] = field(default_factory=set)
    """The rows of its sheet that are hidden, known when the records are read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user said of the files beside what stands in them."""

    today: date
    columns: Mapping[str, str] = field(default_factory=dict)
    """--map: heading → field, over what the headings say themselves."""
    remembered: Callable[[str], Mapping[str, str] | None] = lambda _headings: None
    """What --map said of a table with these headings before."""
    day: date | None = None
    """--date: of every row that has none of its own."""
    place: Place | None = None
    """--city: of every row that has none of its own."""
    donor: str | None = None
    """--donor: of every row that names none."""
    keeper: str | None = None
    """Who keeps the book: what an account moved to them, or from them, was neither given nor spent."""
    register: Callable[[], Mapping[str, Mapping[str, str]]] = dict
    """What sheets of the same file say of numbers that givers are called by: heading → number → name."""
