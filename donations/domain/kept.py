"""What of each gift was kept, where its donor was given something back: what receipts and certificates are for.

A refund names its donor, the item and the purpose that it comes from; a paper that it came from may name the gift, which it is taken
off first. Else, and beyond it, it is taken off what that donor had given by then: what the association held before what it only passed
on, of that what was given for the same purpose, of that what nobody else gave with the donor, and of that the last, as `trace` follows
it. Beyond all that it was of gifts that the book doesn't know, and lessens none.
"""

from bisect import insort
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from typing import NamedTuple

from donations.domain.amount import Certainty
from donations.domain.entry import Flow


class Moved(NamedTuple):
    """A line by which an item came from donors or went back to them."""

    entry: int
    position: int
    turn: int
    """The entry with which it began, where it says an earlier one aright."""
    day: str
    flow: str
    minor: int | None
    certainty: str
    value: int | None
    value_certainty: str | None
    of: int | None
    """The entry that brought the gift that goes back, where the paper of a refund says it."""
    purpose: int
    parties: frozenset[int]


class Back(NamedTuple):
    """What an entry gave back of a gift; `minor` is None where nobody knows how much."""

    entry: int
    day: str
    minor: int | None
    certainty: str


@dataclass(slots=True)
class Kept:
    """What is left of a line of a gift, with its value, and what of it went back."""

    minor: int | None
    certainty: str
    value: int | None
    value_certainty: str | None
    back: list[Back] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        """Whether all of it went back."""
        return self.minor == 0 and bool(self.back)


def kept(lines: Sequence[Moved]) -> dict[tuple[int, int], Kept]:
    """What is left of every gift among `lines`, which are all of one item, by entry and position."""
    gifts = [line for line in lines if line.flow != Flow.REFUNDED]
    left = {
        (line.entry, line.position): Kept(line.minor, line.certainty, line.value, line.value_certainty)
        for line in gifts
    }
    there = _Gifts(gifts, left)
    for refund in sorted((line for line in lines if line.flow == Flow.REFUNDED), key=lambda line: line.turn):
        _take_off(refund, ((line, left[line.entry, line.position]) for line in there.likeliest_first(refund)))
    return left


def worth_of(lines: Sequence[Moved], back: Moved) -> tuple[int, Certainty] | None:
    """What goes back by `back` is worth in whole fen: its share of the value of the one gift among `lines` that it can be of.

    The shares of all that goes back of a gift add up to its value, and to no more where one was stated. None where several gifts could be meant, where of one gift things of
    different worth are there, where no value was stated, or where nobody knows how much there was or goes back.
    """
    found = can_be_of(lines, back)
    if len({line.entry for line in found}) != 1 or back.minor is None:
        return None
    before = kept(lines)
    there = [line for line in found if before[line.entry, line.position].minor != 0]
    held = [before[line.entry, line.position] for line in there]
    if any(left.minor is None or left.value is None for left in held):
        return None
    amount, value = sum(left.minor or 0 for left in held), sum(left.value or 0 for left in held)
    if amount < back.minor or (amount > back.minor and len(held) > 1):
        return None
    rough = any(Certainty.ABOUT in (line.certainty, line.value_certainty) for line in there)
    certainty = Certainty.ABOUT if rough or back.certainty == Certainty.ABOUT else Certainty.EXACT
    return (value if amount == back.minor else min(_share(there[0], back.minor), value)), certainty


def can_be_of(lines: Iterable[Moved], back: Moved) -> list[Moved]:
    """The gifts among `lines` that `back` can be of: the one that was said, else what the same parties gave, with nobody else where they did."""
    gifts = [line for line in lines if line.flow != Flow.REFUNDED]
    found = [line for line in gifts if _is_there(line, back) and back.of in (None, line.turn)]
    alone = [line for line in found if line.parties == back.parties]
    return found if back.of is not None else alone or found


def _share(line: Moved, part: int) -> int:
    """What a part of what a line brought is worth, to the nearest fen."""
    of = line.minor or 1
    return (2 * (line.value or 0) * part + of) // (2 * of)


def _when(line: Moved) -> tuple[str, int, int]:
    return line.day, line.turn, line.position


def _is_there(line: Moved, refund: Moved) -> bool:
    """Whether it was a gift of whoever was given something back, and there by then."""
    return line.turn < refund.turn and line.day <= refund.day and not line.parties.isdisjoint(refund.parties)


def _likeness(line: Moved) -> tuple[bool, int, frozenset[int]]:
    return line.flow == Flow.RECEIVED, line.purpose, line.parties


def _rank(refund: Moved, is_held: bool, purpose: int, parties: frozenset[int]) -> tuple[bool, bool, bool]:
    """How likely it is that the refund is of such a gift: the highest first."""
    return is_held, purpose == refund.purpose, parties == refund.parties


class _Gifts:
    """The gifts of which something may be left, in the order in which refunds are taken off them; asked for in the order of their turns.

    What a refund doesn't reach is not looked at, else each would cost as much as there are gifts.
    """

    def __init__(self, gifts: Iterable[Moved], left: Mapping[tuple[int, int], Kept]) -> None:
        """`left`: what is left of each by now, by entry and position."""
        self._coming = deque(sorted(gifts, key=lambda line: line.turn))
        self._left = left
        self._of_turn: defaultdict[int | None, list[Moved]] = defaultdict(list)
        self._alike: defaultdict[tuple[bool, int, frozenset[int]], list[Moved]] = defaultdict(list)
        """Those that are alike in all but when they came, by that."""

    def likeliest_first(self, refund: Moved) -> Iterator[Moved]:
        """Those that were there by then, the one that the refund is of before all others."""
        while self._coming and self._coming[0].turn < refund.turn:
            line = self._coming.popleft()
            self._of_turn[line.turn].append(line)
            insort(self._alike[_likeness(line)], line, key=_when)
        said = [line for line in self._of_turn[refund.of] if _is_there(line, refund)]
        yield from sorted(said, key=lambda line: (_rank(refund, *_likeness(line)), _when(line)), reverse=True)
        ranks: defaultdict[tuple[bool, bool, bool], list[list[Moved]]] = defaultdict(list)
        for likeness, lines in self._alike.items():
            ranks[_rank(refund, *likeness)].append(lines)
        for rank in sorted(ranks, reverse=True):
            yield from merge(*(self._last_first(lines, refund) for lines in ranks[rank]), key=_when, reverse=True)

    def _last_first(self, lines: list[Moved], refund: Moved) -> Iterator[Moved]:
        for at in range(len(lines) - 1, -1, -1):
            if self._left[lines[at].entry, lines[at].position].minor == 0:
                del lines[at]
            elif _is_there(lines[at], refund):
                yield lines[at]


def _take_off(refund: Moved, gifts: Iterable[tuple[Moved, Kept]]) -> None:
    rest = refund.minor
    for line, left in gifts:
        if left.minor == 0:
            continue
        part = rest if rest is None or left.minor is None else min(rest, left.minor)
        left.back.append(Back(refund.entry, refund.day, part, refund.certainty))
        if left.minor is None or part is None:  # nobody knows how much is left
            left.minor, left.certainty, left.value = None, Certainty.UNKNOWN, None
            return
        _take_value(refund, part, line, left)
        left.minor -= part
        if refund.certainty == Certainty.ABOUT:
            left.certainty = Certainty.ABOUT
        rest = (rest or 0) - part
        if rest == 0:
            return


def _take_value(refund: Moved, part: int, line: Moved, left: Kept) -> None:
    """Take off what went back was worth: as the refund says it, else as much of the gift's value, to the fen."""
    if left.value is None:
        return
    worth, certainty = left.value if part == left.minor else _share(line, part), line.value_certainty
    if refund.value is not None:
        worth, certainty = _share(refund, part), refund.value_certainty
    left.value = max(left.value - worth, 0)
    if Certainty.ABOUT in (certainty, refund.certainty):
        left.value_certainty = Certainty.ABOUT
