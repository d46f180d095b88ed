"""The sums that an issue prints and is held against: from the kept sums, from the lines, and from what is on hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from donations.domain.amount import EITHER_WAY, MORE, SumCertainty
from donations.domain.period import Period
from donations.reports.kept_sums import kept_sums
from donations.reports.monthly import held
from donations.reports.selection import rows
from donations.reports.table import Row, Value
from donations.store.book import Book

RECEIVED, BOUGHT, OUT, ADJUSTED = "received", "bought", "out", "adjusted"
FIGURES = (RECEIVED, BOUGHT, OUT, ADJUSTED)
"""What is summed of each item; out: what was spent and what was given out."""

_COLUMNS = """
sum(received), sum(received_unknown), sum(received_about), sum(bought), sum(bought_unknown), sum(bought_about),
sum(spent + distributed), sum(spent_unknown + distributed_unknown), sum(spent_about + distributed_about),
sum(adjusted), sum(adjusted_unknown), sum(adjusted_about)
"""
OF_ENTRIES = (
    f"select item, {_COLUMNS} from line_totals where entry in (select value from json_each(:entries)) group by item"  # noqa: S608
)
"""By the lines of some entries."""
TAKEN_BACK = """
select item, 0, sum(received_unknown), sum(received_about), 0, sum(bought_unknown), sum(bought_about),
  0, sum(spent_unknown + distributed_unknown), sum(spent_about + distributed_about), 0, sum(adjusted_unknown), sum(adjusted_about)
from taken_back where entry in (select value from json_each(:entries)) and reverses not in (select value from json_each(:entries))
group by item
"""
"""What those sums of entries lack: what takes back an entry that isn't among them makes them no better known."""
OF_BOOK_THEN = f"select item, {_COLUMNS} from line_totals where entry <= :seen and date <= :until group by item"  # noqa: S608
"""By all lines that the book had when the last issue went out."""
_ON_HAND = held("date <= :end")
"""An exact count settles what was about or unknown before it, as in every other report."""
_ITEMS = """
select distinct item, name, specification, unit, decimals, is_money,
  name || iif(specification is null, '', '（' || specification || '）'), category
from item_now order by is_money desc, name <> 'CNY', category is null, category, item
"""


def of_kept(period: Period) -> str:
    """By the sums that are kept beside the journal."""
    return f"select item, {_COLUMNS} from ({kept_sums(period)}) group by item"  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of known amounts, and how many of unknown and of about amount stand beside it."""

    minor: int = 0
    unknown: int = 0
    about: int = 0
    sign: str = field(default=MORE, kw_only=True)
    """How what is unknown stands beside it."""

    def __add__(self, other: "Sum") -> "Sum":
        sign = max(self.sign, other.sign, key=(MORE, EITHER_WAY).index)
        return Sum(self.minor + other.minor, self.unknown + other.unknown, self.about + other.about, sign=sign)

    def __sub__(self, other: "Sum") -> "Sum":
        return Sum(self.minor - other.minor, self.unknown - other.unknown, self.about - other.about)

    @property
    def shown(self) -> int | None:
        """As it stands in a table: None where nothing but unknown amounts came together."""
        return None if not self.minor and self.unknown > 0 else self.minor

    @property
    def certainty(self) -> str:
        """How certain it is, as people are told it."""
        return str(SumCertainty(self.about != 0, self.unknown, self.sign))

    @property
    def either_way(self) -> "Sum":
        """The sum, where what is unknown may also have lessened it."""
        return replace(self, sign=EITHER_WAY)

    @property
    def is_none(self) -> bool:
        """Whether nothing came together."""
        return not (self.minor or self.unknown or self.about)


NOTHING = Sum()


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it is called and counted now."""

    number: int
    name: str
    specification: str | None
    unit: str
    decimals: int
    is_money: bool
    label: str


@dataclass(slots=True)
class Sums:
    """By item and figure, what came together."""

    of: dict[tuple[int, str], Sum] = field(default_factory=dict)

    def get(self, item: int, figure: str) -> Sum:
        """One sum; nothing where there is none."""
        return self.of.get((item, figure), NOTHING)

    def add(self, item: int, figure: str, more: Sum) -> None:
        """Add to one sum."""
        self.of[item, figure] = self.get(item, figure) + more

    def __sub__(self, other: "Sums") -> "Sums":
        return Sums({key: self.get(*key) - other.get(*key) for key in {**self.of, **other.of}})

    def __add__(self, other: "Sums") -> "Sums":
        return Sums({key: self.get(*key) + other.get(*key) for key in {**self.of, **other.of}})


def sums(book: Book, query: str, parameters: Mapping[str, str | int | None]) -> Sums:
    """What one of the queries above gives."""
    found = Sums()
    for item, *values in rows(book, query, parameters)():
        for at, figure in enumerate(FIGURES):
            found.add(number(item), figure, Sum(*map(number, values[3 * at : 3 * at + 3])))
    return found


def on_hand(book: Book, end: str) -> dict[int, Sum]:
    """By item, what is on hand at the end of a day."""
    return {
        number(item): Sum(number(minor), number(unknowns), number(abouts))
        for item, minor, unknowns, abouts in rows(book, _ON_HAND, {"end": end})()
    }


def items(book: Book) -> list[Item]:
    """Every item, money first."""
    return [_item(row) for row in rows(book, _ITEMS, {})()]


def now_called(book: Book, numbers: Iterable[int]) -> dict[int, int]:
    """By the number of each item then, that of what it is now: items may have been merged since."""
    query = "select item_number, item from item_now where item_number in (select value from json_each(:items))"
    listed = f"[{','.join(map(str, numbers))}]"
    return {number(then): number(now) for then, now in rows(book, query, {"items": listed})()}


def _item(row: Row) -> Item:
    item, name, specification, unit, decimals, is_money, label, _category = row
    said = None if specification is None else str(specification)
    return Item(number(item), str(name), said, str(unit or ""), number(decimals), bool(is_money), str(label))


def number(value: Value) -> int:
    """A whole number that SQLite gave."""
    assert isinstance(value, int), value
    return value
