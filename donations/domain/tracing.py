"""Where gifts went: stock is fungible, so this is one stated rule, applied alike to every gift.

What was given straight through reached its recipient exactly. What lies in one store for one purpose leaves in the order
it came in, by date and number; on a day, what comes in does so before what goes out. What money buys belongs to those whose money paid,
by how much they paid, in whole units (largest remainder). What a recipient brings back is what it got last. A refund is
of the gift that it names, else of the donor's own gifts, the last first, as on receipts; then of those given together with
others; so is what a recipient brings back.
What leaves before it came in, as corrections of closed months can make it, is made good by what comes in next.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from donations.domain.entry import LEAVING, Flow
from donations.domain.owing import Key, Owing, is_owed
from donations.domain.piles import NOWHERE, Lot, Origin, Part, Pile, Slice, Wanted
from donations.domain.shares import shares

HELD = "held"
"""What became of what is still on hand."""

UNFOLLOWED = "unknown"
"""What became of an unknown amount: nobody can say."""


@dataclass(frozen=True, slots=True)
class Move:
    """One line of an entry that stands. `who`: the parties it names, given back to or by; alike where they are the same."""

    entry: int
    position: int
    day: str
    flow: str
    item: int
    store: int
    purpose: int
    minor: int | None
    rough: bool
    who: str
    of: int = 0
    """Of a refund: the entry that brought what goes back, where that was said."""


@dataclass(slots=True)
class _Got:
    """What one recipient got of one item, a lot for each time."""

    lots: list[Lot] = field(default_factory=list)
    total: int = 0

    def get(self, lot: Lot) -> None:
        """It got one more lot."""
        self.lots.append(lot)
        self.total += lot.total

    def bring_back(self, minor: int) -> list[Slice]:
        """The origins of the `minor` units that it got last, or of all it got, each lot's in proportion."""
        back: list[Slice] = []
        while minor and self.lots:
            part = min(minor, self.lots[-1].total)
            back += self.lots[-1].take(part)
            self.total -= part
            minor -= part
            if not self.lots[-1].total:
                self.lots.pop()
        return back


def trace(moves: Iterable[Move]) -> Iterator[Part]:
    """What became of every unit that came in; `moves` are in the order of day, entry and position."""
    tracing = _Tracing()
    for _day, of_day in groupby(moves, attrgetter("day")):
        entries = [list(lines) for _entry, lines in groupby(of_day, attrgetter("entry"))]
        yield from tracing.known(tracing.day(entries))
    yield from tracing.known(tracing.held())
    yield from tracing.owing.settled()


class _Tracing:
    def __init__(self) -> None:
        self.piles: defaultdict[Key, Pile] = defaultdict(Pile)
        self.owing = Owing()
        self.got: defaultdict[tuple[str, int], _Got] = defaultdict(_Got)
        self.given_by: dict[Origin, str] = {}
        self.together: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """By each party, who gave or received together with it, as `Move.who` says them."""

    def pile(self, move: Move) -> Pile:
        """Where the move's goods or money lie."""
        return self.piles[move.item, move.store, move.purpose]

    def put(self, move: Move, slices: Iterable[Slice], *, rough: bool) -> None:
        """What the move brings in makes good what left its pile before; the rest lies there."""
        rest = self.owing.make_good((move.item, move.store, move.purpose), slices, rough=rough)
        self.pile(move).put(rest, rough=rough)

    def known(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts whose origin is known by now."""
        for part in parts:
            if is_owed(part.origin):
                self.owing.keep(part)
            else:
                yield part

    def day(self, entries: list[list[Move]]) -> Iterator[Part]:
        """One day: what comes in first, then each entry as soon as there is what it takes."""
        waiting = []
        for lines in entries:
            if all(move.flow in _COMING_IN for move in lines):
                for move in lines:
                    yield from self.come_in(move)
            else:
                waiting.append(lines)
        while waiting:
            first = next((at for at, lines in enumerate(waiting) if self.has_enough_for(lines)), 0)
            yield from self.go_out(waiting.pop(first))
        for lines in entries:
            for move in lines:
                self.pile(move).rest()

    def has_enough_for(self, lines: list[Move]) -> bool:
        """Whether all that the entry takes lies there, and was had where it is brought back."""
        wanted: defaultdict[Key, int] = defaultdict(int)
        for move in lines:
            if move.flow in LEAVING:
                wanted[move.item, move.store, move.purpose] += move.minor or 0
            if move.flow == Flow.RETURNED and move.minor is not None:
                had = sum(got.total for _who, got in self.had_by(move))
                if had < move.minor:
                    return False
        return all(self.piles[key].total >= minor for key, minor in wanted.items())

    def note_together(self, who: str) -> None:
        """Remember who gave or received something together."""
        parties = who.split(" ")
        if len(parties) > 1:
            for party in parties:
                self.together[party][who] = None

    def remember(self, move: Move, got: list[Slice]) -> None:
        """Remember what its recipients got, for when they bring some of it back."""
        if total := sum(part.minor for part in got):
            self.got[move.who, move.item].get(Lot(got, total))
            self.note_together(move.who)

    def had_by(self, move: Move) -> list[tuple[str, _Got]]:
        """What its recipients got by themselves, then what they got together with others."""
        others = (who for party in move.who.split(" ") for who in self.together.get(party, ()))
        return [(who, self.got[who, move.item]) for who in dict.fromkeys((move.who, *others))]

    def come_in(self, move: Move) -> Iterator[Part]:
        """A gift, an opening stock, what a count found; and what was given straight through."""
        origin = Origin(move.entry, move.position)
        if move.flow == Flow.RELAYED:
            yield Part(origin, move.item, move.flow, move.minor, move.rough, move.entry, move.position)
            self.remember(move, [Slice(origin, move.minor or 0)])
            return
        if move.minor is None:
            yield Part(origin, move.item, UNFOLLOWED, None, rough=True, entry=move.entry, position=move.position)
        if move.flow == Flow.RECEIVED:
            self.given_by[origin] = move.who
            self.note_together(move.who)
        self.put(move, [Slice(origin, move.minor or 0)], rough=move.rough)

    def go_out(self, lines: list[Move]) -> Iterator[Part]:
        """An entry that takes something out, moves it, buys with it, or brings it back."""
        buys = any(move.flow == Flow.BOUGHT for move in lines)
        moved: list[tuple[list[Slice], bool]] = []
        paid: list[Slice] = []
        rough = False
        for move in lines:
            if move.flow not in LEAVING:
                continue
            taken, is_rough = self.take(move)
            if move.flow == Flow.MOVED_OUT:
                moved.append((taken, is_rough))
                continue
            became = Flow.BOUGHT if buys and move.flow == Flow.SPENT else move.flow
            yield from self.parts(move, became, taken, rough=is_rough)
            if became == Flow.BOUGHT:
                paid, rough = [*paid, *taken], rough or is_rough
        for move in lines:
            if move.flow == Flow.MOVED_IN:
                slices, is_rough = moved.pop(0)
                self.put(move, slices, rough=is_rough)
            elif move.flow == Flow.BOUGHT:
                yield from self.buy(move, paid, rough=rough)
            elif move.flow == Flow.RETURNED:
                yield from self.bring_back(move)
            elif move.flow not in LEAVING:
                yield from self.come_in(move)

    def take(self, move: Move) -> tuple[list[Slice], bool]:
        """What leaves the pile, and whether it is only about known whose it was."""
        pile = self.pile(move)
        pile.is_rough = pile.is_rough or move.rough
        minor = move.minor or 0
        lacking = max(minor - pile.total, 0)
        taken = pile.take(minor - lacking, first=self.own(move), given_by=self.given_by)
        if lacking:
            taken.append(self.owing.owe((move.item, move.store, move.purpose), lacking))
        return taken, pile.is_rough

    def own(self, move: Move) -> list[Wanted]:
        """Of a refund, the gift it names, then what its donors gave by themselves, then what they gave together with others."""
        if move.flow != Flow.REFUNDED or not move.who:
            return []
        others = {who for party in move.who.split(" ") for who in self.together.get(party, ())} - {move.who}
        alone, together = frozenset((move.who,)), frozenset(others)
        named = [Wanted(alone | together, move.of)] if move.of else []
        return [*named, Wanted(alone), Wanted(together)]

    def parts(self, move: Move, became: str, taken: list[Slice], *, rough: bool) -> Iterator[Part]:
        """What left, part by part; what a recipient got is remembered."""
        for origin, minor in taken:
            yield Part(origin, move.item, became, minor, rough, move.entry, move.position, who=move.who)
        if move.flow == Flow.DISTRIBUTED and taken:
            self.remember(move, taken)

    def buy(self, move: Move, paid: list[Slice], *, rough: bool) -> Iterator[Part]:
        """What was bought belongs to those whose money paid; where the book paid nothing, to the purchase itself."""
        weights: dict[Origin, int] = {}
        for origin, minor in paid:
            weights[origin] = weights.get(origin, 0) + minor
        owners = [
            NOWHERE if origin == NOWHERE else Origin(origin.entry, origin.position, move.entry) for origin in weights
        ]
        owners = owners or [Origin(move.entry, move.position)]
        if move.minor is None:
            for origin in owners:
                yield Part(origin, move.item, UNFOLLOWED, None, rough=True, entry=move.entry, position=move.position)
            self.pile(move).is_rough = True
            return
        parts = shares(move.minor, list(weights.values()) or [1])
        for owner, part in zip(owners, parts, strict=True):
            if is_owed(owner):
                self.owing.goods[owner, move.item] += part
        self.put(move, list(map(Slice, owners, parts)), rough=rough or move.rough)

    def bring_back(self, move: Move) -> Iterator[Part]:
        """What a recipient returned lies in the pile again, for those whose gift it was."""
        pile = self.pile(move)
        pile.is_rough = pile.is_rough or move.rough
        back: list[tuple[str, Slice]] = []
        minor = move.minor or 0
        for who, got in self.had_by(move):
            back += ((who, part) for part in got.bring_back(minor))
            minor = (move.minor or 0) - sum(part.minor for _who, part in back)
        back += [("", Slice(NOWHERE, minor))] if minor else []
        self.put(move, [part for _who, part in back], rough=pile.is_rough)
        for who, (origin, minor) in back:
            yield Part(origin, move.item, move.flow, -minor, pile.is_rough, move.entry, move.position, who=who)

    def held(self) -> Iterator[Part]:
        """What is still on hand."""
        for (item, store, purpose), pile in self.piles.items():
            sums: dict[Origin, int] = {}
            for lot in pile.lots:
                for origin, minor in lot.slices:
                    sums[origin] = sums.get(origin, 0) + minor
            for origin, minor in sums.items():
                yield Part(origin, item, HELD, minor, pile.is_rough, store=store, purpose=purpose)


_COMING_IN = frozenset({Flow.RECEIVED, Flow.RELAYED, Flow.GAINED})
