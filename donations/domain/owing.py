"""What left a pile before it came in, and what has come in for it since.

On the days of the books that never happens. But gifts are followed on the day they were made, though their closed month was
corrected later, and a smaller gift may then not be enough for what was given out of it. What comes in next makes it good. Until
it does, what left is of an origin of its own, which may go on to other stores and pay for goods like any other.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from donations.domain.entry import Flow
from donations.domain.piles import NOWHERE, Lot, Origin, Part, Slice
from donations.domain.shares import shares

Key = tuple[int, int, int]
"""A pile: item, store, purpose."""

Pieces = list[tuple[Origin, int, bool]]
"""Origin, units, and whether they are only about known."""


def is_owed(origin: Origin) -> bool:
    """Whether it stands for what had not come in yet, or for what that bought."""
    return not origin.entry and origin != NOWHERE


@dataclass(slots=True)
class _Debt:
    """`left`: units for which nothing has come in yet; `paid`: what has, in order."""

    left: int = 0
    paid: deque[Slice] = field(default_factory=deque)
    is_rough: bool = False

    def next(self, most: int) -> Slice:
        """The next of what came in for it, `most` units at most."""
        origin, minor = self.paid.popleft()
        if minor > most:
            self.paid.appendleft(Slice(origin, minor - most))
        return Slice(origin, min(minor, most))


class Owing:
    """All that left before it came in, and the parts that wait to be told of what origin they are."""

    def __init__(self) -> None:
        self.debts: list[_Debt] = []
        self.waiting: defaultdict[Key, deque[_Debt]] = defaultdict(deque)
        """By pile, what still has to be made good."""
        self.goods: Counter[tuple[Origin, int]] = Counter()
        """How much of an item was bought with what is owed."""
        self.bought: dict[tuple[Origin, int], _Debt] = {}
        self.kept: list[Part] = []
        self.payments: defaultdict[Origin, list[int]] = defaultdict(list)
        """By what was bought, the kept parts that paid for it."""
        self.returns: defaultdict[tuple[Origin, int], list[int]] = defaultdict(list)
        """By origin and item, the kept parts that a recipient brought back."""
        self.found: dict[int, Pieces] = {}
        """By kept part, what it was found to be made of."""
        self.had: defaultdict[tuple[Origin, int, str], Pieces] = defaultdict(list)
        """What each recipient was found to have, last what it got last."""

    def owe(self, key: Key, minor: int) -> Slice:
        """Let `minor` leave a pile in which it doesn't lie."""
        debt = _Debt(minor)
        self.debts.append(debt)
        self.waiting[key].append(debt)
        return Slice(Origin(0, len(self.debts)), minor)

    def make_good(self, key: Key, slices: Iterable[Slice], *, rough: bool) -> list[Slice]:
        """What comes into a pile goes to what is owed there first; returns the rest."""
        kept = [part for part in slices if part.minor]
        debts = self.waiting.get(key)
        if not debts:
            return kept
        lot = Lot(kept, sum(part.minor for part in kept))
        while debts and lot.total:
            part = min(debts[0].left, lot.total)
            debts[0].paid += lot.take(part)
            debts[0].left -= part
            debts[0].is_rough = debts[0].is_rough or rough
            if not debts[0].left:
                debts.popleft()
        return lot.slices

    def keep(self, part: Part) -> None:
        """A part whose origin is known only when everything has come in."""
        if part.became == Flow.BOUGHT:
            self.payments[Origin(0, part.origin.position, part.entry)].append(len(self.kept))
        if part.minor is not None and part.minor < 0:
            self.returns[part.origin, part.item].append(len(self.kept))
        self.kept.append(part)

    def settled(self) -> Iterator[Part]:
        """The kept parts, by the origins they turned out to be of."""
        for at, part in enumerate(self.kept):
            if part.minor is None:
                for origin in self._payers(part.origin):
                    yield replace(part, origin=origin)
                continue
            sign = -1 if part.minor < 0 else 1
            for origin, minor, rough in self._pieces(at):
                yield replace(part, origin=origin, minor=sign * minor, rough=part.rough or rough)

    def _pieces(self, at: int) -> Pieces:
        """What a kept part is made of; found once."""
        if at not in self.found:
            part = self.kept[at]
            minor = part.minor or 0
            whose = (part.origin, part.item, part.who)
            if minor < 0:
                self.found[at] = self._brought_back(whose, -minor)
            else:
                self.found[at] = self._draw(part.origin, part.item, minor)
                self.had[whose] += self.found[at]
        return self.found[at]

    def _draw(self, origin: Origin, item: int, minor: int) -> Pieces:
        """The next `minor` units of what came in for `origin`, which may itself be owed elsewhere."""
        pieces: Pieces = []
        asked = [(origin, minor, False)]
        while asked:
            wanted, units, rough = asked.pop()
            if not is_owed(wanted):
                pieces.append((wanted, units, rough))
                continue
            debt = self._debt(wanted, item)
            if not debt.paid:
                self._bring_back_for(wanted, item)
            if not debt.paid:
                pieces.append((NOWHERE, units, rough))
                continue
            got, rough = debt.next(units), rough or debt.is_rough
            if units > got.minor:
                asked.append((wanted, units - got.minor, rough))
            asked.append((got.origin, got.minor, rough))
        return pieces

    def _bring_back_for(self, origin: Origin, item: int) -> None:
        """What was brought back of an origin may be wanted, through another debt, before its turn: as far as it was had by now."""
        for at in self.returns[origin, item]:
            part = self.kept[at]
            had = sum(minor for _origin, minor, _rough in self.had[origin, item, part.who])
            if at not in self.found and had >= -(part.minor or 0):
                self._pieces(at)

    def _brought_back(self, whose: tuple[Origin, int, str], minor: int) -> Pieces:
        """The `minor` units that the recipient was found to have got last: they are there again, for whoever gets them next."""
        pieces: Pieces = []
        origin, item, _who = whose
        self.had[whose].sort(key=lambda piece: piece[0] == NOWHERE)  # what went round in a circle goes back first
        while minor and self.had[whose]:
            had, units, rough = self.had[whose].pop()
            part = min(units, minor)
            if units > part:
                self.had[whose].append((had, units - part, rough))
            pieces.append((had, part, rough))
            self._debt(origin, item).paid.appendleft(Slice(had, part))
            minor -= part
        return [*pieces, (NOWHERE, minor, False)] if minor else pieces

    def _debt(self, origin: Origin, item: int) -> _Debt:
        """What came in for an origin; for goods, by the money that bought them."""
        if not origin.purchase:
            return self.debts[origin.position - 1]
        key = (origin, item)
        if key not in self.bought:
            self.bought[key] = _Debt()  # found empty by what would pay for itself
            payers = self._payers(origin)
            parts = shares(self.goods[key], [minor for minor, _rough in payers.values()])
            paid = deque(part for part in map(Slice, payers, parts) if part.minor)
            self.bought[key] = _Debt(0, paid, any(rough for _minor, rough in payers.values()))
        return self.bought[key]

    def _payers(self, origin: Origin) -> dict[Origin, tuple[int, bool]]:
        """To whom goods belong that were bought with what was owed, by how much each paid."""
        payers: dict[Origin, tuple[int, bool]] = {}
        for at in self.payments[origin]:
            for (entry, position, _through), minor, rough in self._pieces(at):
                owner = Origin(entry, position, origin.purchase) if entry else NOWHERE
                before, was_rough = payers.get(owner, (0, False))
                payers[owner] = (before + minor, was_rough or rough)
        return payers
