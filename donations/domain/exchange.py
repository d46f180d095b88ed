"""What an exported book says, one statement after another: names first, then entries in the order of their numbers.

Amounts and worths are exact decimals in text, as they stand in the file; days are ISO 8601.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from operator import attrgetter
from typing import Final, get_args

VERSION: Final = "donations-book-1"
"""What the first row says of the file; a later sort gets another number."""

SIGN: Final = "@ donations export book"
"""Stands in the first row's note: a file where it got an apostrophe is one whose texts all did that needed one."""

ROLES: Final = ("donor", "via", "payer", "supplier", "recipient", "beneficiary")

OF_ENTRY: Final = (
    "date", "type", "reason", "reverses", "corrects", "city", "county", *ROLES, "note", "consent", "into_closed",
    "returns", "known_by", "reversed_by",
)  # fmt: skip
"""The columns that say the same in every row of one entry."""

OF_LINE: Final = (
    "item", "flow", "amount", "unit", "certainty", "value", "value_certainty", "value_basis", "counted", "store",
    "purpose", "own_recipient", "batch", "expires_on", "written",
)  # fmt: skip
OF_NAME: Final = ("name", "also", "sort", "specification", "english", "category", "decimals")
"""What parties, items, stores and purposes have besides."""

COLUMNS: Final = ("record", "entry", "line", *OF_ENTRY[:13], *OF_LINE, *OF_ENTRY[13:], *OF_NAME)
"""The columns of the file in their order; what a row doesn't say is empty."""

NUMBERS: Final = frozenset({"entry", "line", "reverses", "corrects", "returns", "reversed_by", "decimals"})
AMOUNTS: Final = frozenset({"amount", "value", "counted"})
DAYS: Final = frozenset({"date", "expires_on"})

BETWEEN, ESCAPE = "、", "\\"
"""What stands between several names in one cell, and before such a sign within a name."""

NUMBERED, BY_CONTENT = "n", "c"
"""How what a row of a paper was known by begins: by a transaction number of its own, or by what it says."""


@dataclass(frozen=True, slots=True)
class BookSaid:
    """What the file is, how many entries follow, and in how many rows: one that was cut off is seen."""

    version: str
    entries: int
    rows: int


@dataclass(frozen=True, slots=True)
class PartySaid:
    """A party: the name it goes by, and those by which it was known."""

    name: str
    also: tuple[str, ...] = ()
    sort: str | None = None
    city: str | None = None
    county: str | None = None
    consent: str | None = None


@dataclass(frozen=True, slots=True)
class ItemSaid:
    """An item: `unit` is empty until an amount of it is known."""

    name: str
    specification: str | None
    unit: str
    decimals: int
    english: str | None = None
    category: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackSaid:
    """How much one pack (`unit`) of an item always holds."""

    item: str
    unit: str
    amount: str


@dataclass(frozen=True, slots=True)
class NamedSaid:
    """A store or a purpose (`register`)."""

    register: str
    name: str


@dataclass(frozen=True, slots=True)
class ClosingSaid:
    """A month that was closed at this point, by its last day."""

    last_day: str


@dataclass(frozen=True, slots=True)
class LineSaid:
    """A line of an entry; an amount of None is unknown, and below zero in a reversal."""

    item: str
    flow: str
    amount: str | None
    unit: str | None
    certainty: str
    value: str | None = None
    value_certainty: str | None = None
    value_basis: str | None = None
    counted: str | None = None
    store: str | None = None
    purpose: str | None = None
    own_recipient: str | None = None
    batch: str | None = None
    expires_on: str | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class EntrySaid:
    """An entry with its lines; names as they were recorded, numbers of other entries as the file has them."""

    number: int
    date: str
    type: str
    lines: tuple[LineSaid, ...]
    parties: Mapping[str, tuple[str, ...]]
    reason: str | None = None
    reverses: int | None = None
    corrects: int | None = None
    city: str | None = None
    county: str | None = None
    note: str | None = None
    consent: str | None = None
    into_closed: str | None = None
    returns: int | None = None
    known_by: str | None = None
    reversed_by: int | None = None


@dataclass(frozen=True, slots=True)
class EndSaid:
    """The end of the file: how many statements stood before it, and their digest. One that lost a note in its last cells is seen."""

    statements: int
    digest: str


Said = BookSaid | PartySaid | ItemSaid | PackSaid | NamedSaid | ClosingSaid | EntrySaid
"""What says something of the book."""

Statement = Said | EndSaid

_CELLS = {
    of: attrgetter(*(field.name for field in fields(of))) for of in get_args(Said) if of not in {EntrySaid, ClosingSaid}
}
_HEAD = attrgetter(*(field.name for field in fields(EntrySaid) if field.name not in {"lines", "parties"}))
_LINE = attrgetter(*OF_LINE)


class Whole:
    """Counts and digests statement after statement: the same for what was written and what is read, however it was saved."""

    def __init__(self) -> None:
        self._statements, self._digest = 0, sha256()

    def add(self, said: Said) -> None:
        """One more; blanks and ends of lines, which spreadsheets change, don't count."""
        self._statements += 1
        text = repr(_content(said))
        for sign in (r"\n", r"\r", r"\t") if "\\" in text else ():
            text = text.replace(sign, "")
        self._digest.update("".join(text.split()).encode("utf-8", "surrogatepass") + b"\n")

    def end(self) -> EndSaid:
        """What the last row says of those so far. The digest can be read as no number."""
        return EndSaid(self._statements, f"sha256-{self._digest.hexdigest()}")


def _content(said: Said) -> tuple[object, ...]:
    match said:
        case EntrySaid():
            parties = [(role, said.parties[role]) for role in ROLES if role in said.parties]
            return "entry", _HEAD(said), parties, [_LINE(line) for line in said.lines]
        case ClosingSaid(last_day):
            return "closing", last_day
        case _:
            return type(said).__name__, _CELLS[type(said)](said)


def joined(names: Sequence[str]) -> str | None:
    """Several names in one cell; None where there is none."""
    if len(names) == 1 and BETWEEN not in names[0] and ESCAPE not in names[0]:
        return names[0]
    said = (name.replace(ESCAPE, ESCAPE * 2).replace(BETWEEN, ESCAPE + BETWEEN) for name in names)
    return BETWEEN.join(said) or None


def parted(cell: str) -> tuple[str, ...]:
    """The names that `joined` was given."""
    if not cell:
        return ()
    if ESCAPE not in cell:
        return tuple(cell.split(BETWEEN))
    names, signs = [""], iter(cell)
    for sign in signs:
        if sign == BETWEEN:
            names.append("")
        else:
            names[-1] += next(signs, "") if sign == ESCAPE else sign
    return tuple(names)
