"""Piles of goods or money, each made of lots in the order they came in, and whose gift every unit of a lot was."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from types import MappingProxyType
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
    place: int = 0
    """Which of those that came into its pile it is."""

    def take(self, minor: int) -> list[Slice]:
        """Take `minor` of it (not more than there is) from every origin in proportion, in whole units."""
        parts = shares(minor, [held.minor for held in self.slices])
        taken = [Slice(held.origin, part) for held, part in zip(self.slices, parts, strict=True) if part]
        left = (Slice(held.origin, held.minor - part) for held, part in zip(self.slices, parts, strict=True))
        self.slices = [held for held in left if held.minor]
        self.total -= minor
        return taken


@dataclass(frozen=True, slots=True)
class Wanted:
    """Lots that leave before others: those all of which some donors gave, as `Move.who` says them, by one entry where that is said."""

    givers: frozenset[str]
    entry: int = 0

    def is_all(self, lot: Lot, given_by: Mapping[Origin, str]) -> bool:
        """Whether all of the lot is."""
        return all(
            given_by.get(part.origin) in self.givers and self.entry in (0, part.origin.entry) for part in lot.slices
        )


@dataclass(slots=True)
class Pile:
    """One item in one store for one purpose: what came in first leaves first."""

    lots: deque[Lot] = field(default_factory=deque)
    total: int = 0
    is_rough: bool = False
    """Whether something of about or unknown amount came in or left since it was last empty."""
    given_by: Mapping[Origin, str] | None = None
    """Who gave what, where some of it ever left before others: most piles need not be looked through."""
    by: defaultdict[str | int, list[Lot]] = field(default_factory=lambda: defaultdict(list))
    """Then the lots that have something of a donor, and of an entry, in the order they came in."""
    came: int = 0
    """How many lots ever came in."""

    def put(self, slices: Iterable[Slice], *, rough: bool = False) -> None:
        """Let a lot come in."""
        kept = [part for part in slices if part.minor]
        total = sum(part.minor for part in kept)
        if total:
            self.came += 1
            lot = Lot(kept, total, self.came)
            self.lots.append(lot)
            self.total += total
            self._note(lot)
        self.is_rough = self.is_rough or rough

    def take(
        self, minor: int, *, first: Sequence[Wanted] = (), given_by: Mapping[Origin, str] = MappingProxyType({})
    ) -> list[Slice]:
        """Take `minor`: lots that are all of one of `first` before others, the last first, else in the order they came in."""
        taken: list[Slice] = []
        if first and self.given_by is None:
            self.given_by = given_by
            for lot in self.lots:
                self._note(lot)
        for wanted in first:
            for lot in self._last_first(wanted):
                minor -= self._take_from(lot, minor, taken)
                if not minor:
                    return taken
        while minor and self.lots:
            minor -= self._take_from(self.lots[0], minor, taken)
            if not self.lots[0].total:
                self.lots.popleft()
        if minor:
            taken.append(Slice(NOWHERE, minor))
        return taken

    def _note(self, lot: Lot) -> None:
        """Remember whose the lot is; what isn't a gift, or was bought, is nobody's."""
        if self.given_by is None:
            return
        for key in {
            key
            for part in lot.slices
            if part.origin in self.given_by
            for key in (self.given_by[part.origin], part.origin.entry)
        }:
            self.by[key].append(lot)

    def _last_first(self, wanted: Wanted) -> Iterator[Lot]:
        """The lots that are all of it, so far as they are asked for."""
        assert self.given_by is not None, wanted
        keys: Iterable[str | int] = (wanted.entry,) if wanted.entry else wanted.givers
        walks = [_left_of(self.by[key]) for key in keys if key in self.by]
        for lot in merge(*walks, key=lambda lot: -lot.place):
            if wanted.is_all(lot, self.given_by):
                yield lot

    def _take_from(self, lot: Lot, minor: int, taken: list[Slice]) -> int:
        part = min(minor, lot.total)
        if part:
            taken += lot.take(part)
            self.total -= part
        return part

    def rest(self) -> None:
        """A day's end: where nothing is left, nothing is rough any more."""
        self.is_rough = self.is_rough and bool(self.total)


def _left_of(lots: list[Lot]) -> Iterator[Lot]:
    """The lots of which something is left, the last first; the others are forgotten on the way."""
    for at in range(len(lots) - 1, -1, -1):
        if lots[at].total:
            yield lots[at]
        else:
            del lots[at]
