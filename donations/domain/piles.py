"""Piles of goods or money, each made of lots in the order they came in, and whose gift every unit of a lot was."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from donations.domain.shares import shares


class Origin(NamedTuple):
    """The line that brought something in; `purchase` is the entry whose goods were bought with it, 0 for the thing itself."""

    entry: int
    position: int
    purchase: int = 0


NOWHERE = Origin(0, 0)
"""What left a pile in which nothing is known to have lain."""


class Slice(NamedTuple):
    """`minor` smallest units of one origin."""

    origin: Origin
    minor: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an origin that one line took out (below zero: brought back); where it is still on hand, none did."""

    origin: Origin
    item: int
    became: str
    minor: int | None
    rough: bool
    entry: int = 0
    position: int = 0
    store: int = 0
    purpose: int = 0
    who: str = ""
    """Of what reached a recipient or came back from it: who had got it, as `Move.who` says it."""


@dataclass(slots=True)
class Lot:
    """What came in at once: of one origin, or bought with the money of several, who share in all that leaves it."""

    slices: list[Slice]
    total: int

    def take(self, minor: int) -> list[Slice]:
        """Take `minor` of it (not more than there is) from every origin in proportion, in whole units."""
        parts = shares(minor, [held.minor for held in self.slices])
        taken = [Slice(held.origin, part) for held, part in zip(self.slices, parts, strict=True) if part]
        left = (Slice(held.origin, held.minor - part) for held, part in zip(self.slices, parts, strict=True))
        self.slices = [held for held in left if held.minor]
        self.total -= minor
        return taken


@dataclass(slots=True)
class Pile:
    """One item in one store for one purpose: what came in first leaves first."""

    lots: deque[Lot] = field(default_factory=deque)
    total: int = 0
    is_rough: bool = False
    """Whether something of about or unknown amount came in or left since it was last empty."""

    def put(self, slices: Iterable[Slice], *, rough: bool = False) -> None:
        """Let a lot come in."""
        kept = [part for part in slices if part.minor]
        total = sum(part.minor for part in kept)
        if total:
            self.lots.append(Lot(kept, total))
            self.total += total
        self.is_rough = self.is_rough or rough

    def take(self, minor: int, *, first: Sequence[frozenset[Origin]] = ()) -> list[Slice]:
        """Take `minor`: lots that are all of the origins in one of `first` before others, the last first, else in the order they came in."""
        taken: list[Slice] = []
        own = [
            lot
            for wanted in first
            for lot in reversed(self.lots)
            if wanted.issuperset(part.origin for part in lot.slices)
        ]
        for lot in own:
            minor -= self._take_from(lot, minor, taken)
        while minor and self.lots:
            minor -= self._take_from(self.lots[0], minor, taken)
            if not self.lots[0].total:
                self.lots.popleft()
        if minor:
            taken.append(Slice(NOWHERE, minor))
        if own:
            self.lots = deque(lot for lot in self.lots if lot.total)
        return taken

    def _take_from(self, lot: Lot, minor: int, taken: list[Slice]) -> int:
        part = min(minor, lot.total)
        if part:
            taken += lot.take(part)
            self.total -= part
        return part

    def rest(self) -> None:
        """A day's end: where nothing is left, nothing is rough any more."""
        self.is_rough = self.is_rough and bool(self.total)
