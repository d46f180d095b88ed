"""What a row of headings is turned into: columns, the groups of them that a record has, and the layout of a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from donations.domain.traditional import simplified
from donations.importers.columns.balances import ByBalance
from donations.importers.patterns import pattern_of
from donations.importers.table import Slip
from donations.importers.words.asked import without_question
from donations.importers.words.cells import shown_at
from donations.importers.words.heading_words import Heading, normal
from donations.importers.words.item_cards import Card
from donations.importers.words.row_reasons import IS_STOCKTAKING, OF_STOCKTAKING, WHAT_IT_IS, WHO_GAVE

BOOKED = GOODS_IN, GOODS_OUT, MONEY_IN, SPENDING = "goods_in", "goods_out", "money_in", "spending"
GONE = "gone"
"""What a store lost, or used up itself."""
STATISTIC, UNCLEAR, OURS = "statistic", "unclear", "report"
"""What isn't a list of gifts, and what may be one but doesn't say which."""

GOODS = "goods"
"""A column of quantities of the item that its heading names."""
MEASURE = "measure"
"""A column that says in another unit how many the goods beside it are: 数量（只） beside 数量（箱）."""
ABROAD = "abroad"
"""A column of what goods are worth in foreign money."""
MADE = "made"
"""A column of what foreign money beside it makes in yuan."""
TURN = "turn"
"""A column that says whether the goods of a row came in or went out."""
ONWARD = "onward"
"""A column of the days on which what came went on: 发放日期 behind 接收日期."""
CODE = "code"
"""A column of numbers that an association calls its givers by, beside one of names."""
REMARK = "remark"
"""A column that says of a gift in whose memory or name it was, or who matched it: for the note, with its heading."""
ADDRESS = "address"
"""A column of addresses, of which the city is read and nothing else."""
PART = "part"
"""A column that says how much of the money beside it is for the purpose that its heading calls: 其中：助学."""
_WITHIN_WORDS = pattern_of(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff(（])")
AMOUNTS = ("quantity", "money", "spent", "value", "money_or_goods", GOODS, MEASURE)


@lru_cache(maxsize=4096)
def _in_words(heading: str) -> str:
    return _WITHIN_WORDS.sub("", simplified(heading))


@dataclass(slots=True)
class Column:
    """One column: where it stands, its heading as people see it, what it is read as, and what its heading measures."""

    index: int
    heading: str
    field: str
    said: Heading
    whole: str = ""
    """Its heading with the one above it, where there are two rows."""

    @property
    def said_as(self) -> str:
        """Its heading in comparable form, without the words by which a form asks for it."""
        return without_question(normal(self.heading))

    @property
    def joined(self) -> str:
        """As `said_as`, without what joins words in the headings of programs: first_name and first-name are firstname."""
        return self.said_as.replace("_", "").replace("-", "")

    def texts(self, rows: Iterable[Sequence[str]]) -> list[str]:
        """What stands in it in these rows, as shown; without blanks."""
        return [text for row in rows if (text := shown_at(row, self.index))]

    @property
    def in_words(self) -> str:
        """Its heading with the blanks between its words, for patterns of several languages; 認捐 and 认 捐 are 认捐."""
        return _in_words(self.heading)

    goods: str | None = None
    """The item that its heading names, where each item has a column of its own: 口罩（个）."""
    signed: bool = False
    """Whether the sign of its amounts says which way they went."""
    own: str = ""
    """Whose list it is, where who paid whom says which way its amounts went."""
    keeper: str = ""
    """The name that stands in all its rows as that of who keeps the account."""
    is_code: bool = False
    """Whether numbers stand in it that givers are called by, where names belong."""
    says_kind: bool = False
    """Whether it says of which sort the record is, a gift or a pledge; `plans` are those that only say what others pay."""
    says_fees: bool = False
    """Whether it tells gifts from what was paid for something: 捐款 and 报名费, and not below 捐赠类别."""
    says_sales: bool = False
    """Whether also from what was paid in other words, 修路费 or 义卖收入, since nothing says that all of them gave."""
    has_fees: bool = False
    """Whether such fees were seen in it, so that 建设费 beside them may be one more of these."""
    tells_promises: bool = False
    """Whether it was seen to say so of some."""
    aid_is_tax: bool | None = None
    """Whether Gift Aid in it is the tax of the gift in another row; None where it isn't, or nothing says so."""
    plans: frozenset[str] = frozenset()
    has_codes: bool = False
    """Whether it says so by a letter: G, P."""
    is_part: bool = False
    """Whether it says a part of a name, of which the others stand in columns beside it: first name, last name."""
    is_silent: bool = False
    """Whether nothing of what it is read for was seen in it yet: then it is shown as passed over."""
    is_asked: bool = False
    """Whether what has to be said of its table is about it."""
    repeats_way: bool = False
    """Whether the sign of its amounts only repeats what a column beside it says of them: 支出 -20."""
    between_purses: bool = False
    """Whether 转入 and 转出 in it are between purses of one's own, as 收入 and 支出 say the ways of all other."""
    by_balance: ByBalance | None = None
    """How the balance beside it says the same, where there are no signs."""
    worth_word: str = ""
    """What foreign money in it says of the goods, 价值 or 单价, where it does."""
    of_each: bool = False
    """Whether each of those that a row names gave as much as stands in it."""
    is_lot: bool = False
    """Whether its cells say the batch of goods and until when they keep, one behind the other: A123/2026-03-01."""
    cash: bool = False
    """Whether it is one more column of money, and not of goods."""
    tells_address: bool = False
    """Whether its heading says that names stand in it with their addresses: 姓名及住址."""
    counts_cash: bool = False
    """Whether it says what goods are worth together with the cash beside them."""
    by_user: bool = False
    """Whether the user said what it is read as."""
    says_back: bool = False
    """Whether it says how much of the goods went back, and nobody said that the quantities are what stayed."""
    side: str | None = None
    """Which way went what stands in it by the heading over it, 接收 beside 发放: `in` or `out`."""
    repeats: tuple[int, ...] = ()
    """The places of the columns whose amounts together it only repeats."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a cell says which way the goods of a row went, and of which way rows are read."""

    index: int
    way: str
    """`in`, `out`, `bought`, `through` or `lost`."""
    givers: tuple[int, ...] = ()
    takers: tuple[int, ...] = ()
    """Where columns of their own name who gave and who received."""
    finer: tuple[int, ...] = ()
    """Other columns that say of some rows that what came in was bought: 采购 beside 入库."""


class Columns:
    """The columns of one record, asked for by what they are read as."""

    __slots__ = ()
    columns: list[Column]

    def of(self, *fields: str) -> list[Column]:
        """The columns read as one of `fields`, from left to right."""
        return [column for column in self.columns if column.field in fields]

    def has(self, *fields: str) -> bool:
        """Whether any column is read as one of `fields`."""
        return any(column.field in fields for column in self.columns)


@dataclass(slots=True)
class Group(Columns):
    """The columns of one record; several groups stand side by side where a row holds several records."""

    sort: str
    columns: list[Column]
    why: str | None = None
    """What would have to be said, where the sort is unclear."""
    of_store: bool = False
    """Whether it is what came into a store, or what went out of it, in a book of both."""
    turn: Turn | None = None
    """Which rows it is of, where a cell of each says which way its goods went."""
    is_promised: bool = False
    """Whether its amounts are of what was promised, and only what stands beside them in a row says whether that came."""
    says: Mapping[str, str] = field(default_factory=dict)
    """What its place says of every record, by field: who received what stands in their column, or when it came."""
    headed: str | None = None
    """The field that lines above its rows say, where its rows don't; `is_named`: lines are names alone."""
    is_named: bool = False
    is_numbered: bool = False
    """Whether these names have numbers, so that a line with one is a name too: 一、甲公司, 二、乙公司."""
    is_totalled: bool = False
    """Whether each of these names has a total below its rows: Total for Ann Lee."""
    is_card: bool = False
    """Whether lines above its rows say the goods that they are of."""
    words: int | None = None
    """Where the words of its lines stand, on a side of an account with two sides."""
    sums: Column | None = None
    """The column that says what the columns of numbers of all groups add up to."""

    @property
    def lacks(self) -> str:
        """What the user is asked for, where nothing tells whether it is of gifts or of something else."""
        if any(IS_STOCKTAKING.search(column.in_words) for column in self.columns):
            return self.why or OF_STOCKTAKING
        is_what = self.has("donor", "recipient") and not self.has("item", "money", "spent", "money_or_goods")
        return self.why or (WHAT_IT_IS if is_what else WHO_GAVE)

    def asks(self, headings: str) -> Slip:
        """That, of a row below these headings: of the one that it is about, where it is about one."""
        return Slip(next((column.heading for column in self.columns if column.is_asked), None), self.lacks, headings)


@dataclass(slots=True)
class Layout:
    """What a row of headings says: `keys` are its headings in comparable form, by which it is known when it comes again."""

    groups: list[Group]
    columns: dict[str, str]
    keys: tuple[str, ...]
    headings: str
    rows: int = 1
    """How many rows the headings take."""
    numbered: tuple[int, ...] = field(default=())
    by_user: tuple[str, ...] = ()
    """The headings, and the letters, of the columns of which the user said what they are, in comparable form."""

    def is_beside_days(self, group: Group) -> bool:
        """Whether a group has no days, and another of its sort beside it has."""
        return not group.of("date") and any(one.sort == group.sort and one.of("date") for one in self.groups)

    @property
    def shared(self) -> set[int]:
        """The places of the columns that all records of a row share; none where a row is of one of them."""
        every = [{column.index for column in group.columns} for group in self.groups]
        return set() if len(every) < 2 or any(group.turn for group in self.groups) else set.intersection(*every)  # noqa: PLR2004 - two records

    @property
    def by_balance(self) -> ByBalance | None:
        """How the balance says which way amounts went, where it does."""
        ways = (column.by_balance for group in self.groups for column in group.columns)
        return next((way for way in ways if way is not None), None)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the headings: the rows below, which way gifts go by the title (`in`, `out`, or nothing), and
    whether the user said who gave what nobody is named for.
    """

    below: Sequence[Sequence[str]]
    way: str | None
    given: bool = False
    buys: bool = False
    """Whether the title speaks of what was bought."""
    headed: str | None = None
    """The field, donor or recipient, that a line above the headings says of all rows."""
    is_card: bool = False
    """Whether such a line says the goods of all rows."""
    cards: Sequence[tuple[int, Card]] = ()
    """The goods that cells of such a line say of what stands below each of them, with their places."""
    both: bool = False
    """Whether the title speaks of what came in and of what went on."""
    of_goods: bool = False
    """Whether the title speaks of goods, and not of money."""
    of_money: bool = False
    """Whether the title speaks of money given, and not of goods."""
    of_aid: bool = False
    """Whether the title says of 慰问金 and the like that it was given."""
    factor: int = 1
    """How many yuan are one by the title: 10,000 below 单位：万元."""
    heads: str | None = None
    """Whom the line above the headings names that says donor or recipient of all rows."""
