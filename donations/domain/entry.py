"""What an entry is made of, which types of entry there are, and what each does to the figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from donations.domain.amount import Amount, Certainty, Counted, Item

if TYPE_CHECKING:
    from fractions import Fraction

    from donations.domain.place import Place
    from donations.domain.quantity import Quantity  # help pages know what an entry is without reading any


class Role(StrEnum):
    """What a party is to an entry: who gave, arranged, paid, sold, received, benefits are six questions."""

    DONOR = "donor"
    VIA = "via"
    PAYER = "payer"
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    BENEFICIARY = "beneficiary"


class Flow(StrEnum):
    """What a line does to the figures; how often it counts in each stands in the schema's table `flow`, and in `domain/flows.py`."""

    RECEIVED = "received"
    RELAYED = "relayed"
    REFUNDED = "refunded"
    BOUGHT = "bought"
    SPENT = "spent"
    DISTRIBUTED = "distributed"
    RETURNED = "returned"
    GAINED = "gained"
    LOST = "lost"
    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"


LEAVING = frozenset({Flow.REFUNDED, Flow.SPENT, Flow.DISTRIBUTED, Flow.LOST, Flow.MOVED_OUT})
"""The flows that take from stock."""


class EntryType(NamedTuple):
    """One type of entry: which flows its lines may have, which roles it can't do without, and which others it can have."""

    name: str
    verb: str
    """The command that records it."""
    flows: frozenset[Flow]
    needs: tuple[Role, ...] = ()
    may_have: frozenset[Role] = frozenset()


MISSING = "missing"
"""The type of an entry that keeps the number of one that is lost: it has no lines and no parties."""

_BESIDE = frozenset({Role.VIA, Role.BENEFICIARY})

ENTRY_TYPES: Mapping[str, EntryType] = {
    entry_type.name: entry_type
    for entry_type in (
        EntryType(
            "receipt", "receive", frozenset({Flow.RECEIVED}), (Role.DONOR,), _BESIDE | {Role.PAYER, Role.RECIPIENT}
        ),
        EntryType("relay", "receive", frozenset({Flow.RELAYED}), (Role.DONOR, Role.RECIPIENT), _BESIDE | {Role.PAYER}),
        EntryType("purchase", "buy", frozenset({Flow.BOUGHT, Flow.SPENT}), (), _BESIDE | {Role.SUPPLIER, Role.PAYER}),
        EntryType("distribution", "distribute", frozenset({Flow.DISTRIBUTED}), (Role.RECIPIENT,), _BESIDE),
        EntryType("expense", "spend", frozenset({Flow.SPENT}), (), _BESIDE | {Role.SUPPLIER}),
        EntryType("transfer", "transfer", frozenset({Flow.MOVED_IN, Flow.MOVED_OUT})),
        EntryType("return", "return", frozenset({Flow.RETURNED, Flow.REFUNDED}), (), _BESIDE),
        EntryType("adjustment", "adjust", frozenset({Flow.GAINED, Flow.LOST})),
        EntryType(MISSING, "salvage", frozenset()),
    )
}
"""Every type by its name: a new type of entry is one row here and one verb."""

GIFTS = ("receipt", "relay")
"""The types of entries that are gifts."""

HANDING_OVER = ("distribution", "relay")
"""The types of entries that hand something over to a recipient."""


RUN_REQUEST = "run:"
"""How the request id of a line in a file of commands begins: it stands for that line, whatever day it is run."""


class Adjustment(StrEnum):
    """Why stock is adjusted."""

    OPENING = "opening"
    COUNT = "count"
    LOSS = "loss"
    EXPIRY = "expiry"
    USE = "use"


@dataclass(slots=True)  # not frozen: a paper makes hundreds of thousands of them, and that takes three times as long
class DraftLine:
    """One quantity as written, and what it is to do; store and purpose by name, None for the usual one and none."""

    quantity: "Quantity"
    flow: Flow
    store: str | None = None
    purpose: str | None = None
    batch: str | None = None
    expires_on: date | None = None
    counted: bool = False
    """Whether the quantity is what was counted, so that only the difference is booked."""


@dataclass(slots=True)  # not frozen, as DraftLine
class Draft:
    """What somebody says happened, before names are looked up."""

    type: str
    date: date
    lines: tuple[DraftLine, ...]
    parties: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    place: "Place | None" = None
    value: "tuple[Fraction, Certainty] | None" = None
    """Worth of the one line's goods in yuan, stated apart from the quantity."""
    value_basis: str | None = None
    paid_from_book: bool = False
    """Whether what the goods cost leaves the book's own money in the same entry."""
    note: str | None = None
    reason: str | None = None
    request: str | None = None
    consent: str | None = None
    """Whether its donors may be named in public, where it was said of this gift."""
    into_closed: str | None = None
    """Why it is recorded although its month is closed."""
    given_before: bool = False
    """Whether what goes back, or comes back, was given before the book begins."""
    paid_from: str | None = None
    """The store that the price of the goods is paid from; None for the usual one."""
    gift: int | None = None
    """The entry that brought what goes back to its donor, where that was said."""


class Worth(NamedTuple):
    """What a line's goods are worth: whole fen, frozen when recorded, never added to cash."""

    minor: int
    certainty: Certainty
    basis: str | None = None


class Line(NamedTuple):
    """One exact amount of one item; store, purpose and recipient by their numbers in the book."""

    amount: Amount
    flow: Flow
    worth: Worth | None = None
    counted_minor: int | None = None
    store: int = 1
    purpose: int = 1
    recipient: int | None = None
    batch: str | None = None
    expires_on: date | None = None
    written: str | None = None

    @property
    def item(self) -> Item:
        """The item it is an amount of."""
        return self.amount.item

    def mirrored(self) -> "Line":
        """The same line taken back."""
        worth = self.worth and Worth(-self.worth.minor, self.worth.certainty, self.worth.basis)
        return Line(
            -self.amount, self.flow, worth, self.counted_minor, self.store, self.purpose, self.recipient,
            self.batch, self.expires_on, self.written,
        )  # fmt: skip


class Entry(NamedTuple):
    """What happened, with every name looked up: `parties` holds the numbers of recorded names in each role."""

    type: str
    date: date
    lines: tuple[Line, ...]
    parties: Mapping[Role, tuple[int, ...]] = MappingProxyType({})
    city: str | None = None
    county: str | None = None
    note: str | None = None
    reason: str | None = None
    reverses: int | None = None
    corrects: int | None = None
    request: str | None = None


class BrokenCount(NamedTuple):
    """A stocktaking that the book no longer agrees with: what was counted, and what the book says now of the end of that day."""

    entry: int
    day: date
    item: str
    counted: Counted
    have: Counted
    is_same_day: bool = False
    """Whether only what was moved on the very day of the count stands against it."""


class Unmatched(NamedTuple):
    """Goods of which more went back to donors than they gave, or came back from recipients than they got; parties as people read them."""

    role: Role
    parties: str
    item: str
    more: Counted


class Recorded(NamedTuple):
    """An entry that is on disk."""

    number: int
    entry: Entry
    digest: str
    added: tuple[str, ...] = ()
    """Names of parties and items that were registered with it."""
    consent: str | None = None
    """Whether its donors may be named in public, where it was said of this gift now."""
    broken: tuple[BrokenCount, ...] = ()
    """Counts that the book no longer agrees with for it."""
    unmatched: tuple[Unmatched, ...] = ()
    """What has gone back though, for this entry, it no longer came."""
    unvalued: tuple[str, ...] = ()
    """Items that go back by it without a value, though what came of them has one."""


class Shown(NamedTuple):
    """The names behind an entry's numbers, as people read them; the usual store and no purpose have none."""

    parties: Mapping[Role, tuple[str, ...]]
    stores: Mapping[int, str]
    purposes: Mapping[int, str]
    gift: int | None = None
    """The entry that brought what this one gives back, where that was said."""


class SaidShortly(NamedTuple):
    """What an entry says, in short: two parties, its first line, and how many lines it has."""

    number: int
    date: str
    type: str
    who: str | None
    other: str | None
    item: str | None
    unit: str | None
    minor: int | None
    decimals: int | None
    certainty: str | None
    lines: int
