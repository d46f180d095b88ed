"""The rows of two papers that may say the same, each beside one of the other."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from donations.store.lists_beside import SaidRow

_CROWD = 50
"""Of gifts of one sum, giver and day that may be the same no more are looked at than so many."""


def paired(
    news: Iterable[SaidRow], olds: Mapping[tuple[str, str, str | None, str], Sequence[SaidRow]]
) -> Iterator[tuple[SaidRow, SaidRow]]:
    """Each new row beside an old one that says the same: first with the same remark, then where only one has more to say."""
    by_said: dict[tuple[str, str, str | None, str], list[SaidRow]] = defaultdict(list)
    for new in news:
        by_said[new.said].append(new)
    for said, some in by_said.items():
        same: dict[tuple[str | None, bool], deque[SaidRow]] = defaultdict(deque)
        for old in olds.get(said, ()):
            same[old.note, bool(old.is_numbered)].append(old)
        others: list[SaidRow] = []
        for new in some:
            found = None if new.is_numbered else _taken(new, same[new.note, True])
            found = found or _taken(new, same[new.note, False])
            if found is not None:
                yield new, found
            elif new.is_gift_of_money:
                others.append(new)
        left = deque(chain.from_iterable(same.values()))
        for new in others:
            if (found := _taken(new, left)) is not None:
                yield new, found


def _taken(new: SaidRow, left: deque[SaidRow]) -> SaidRow | None:
    """The first of what is left that a new row may say, which is left no more; None where there is none."""
    at = next((at for at, old in enumerate(islice(left, _CROWD)) if _may_be(new, old)), None)
    if at is None:
        return None
    old = left[at]
    del left[at]
    return old


def _may_be(new: SaidRow, old: SaidRow) -> bool:
    """Whether what rows are known by doesn't tell them apart, nor their place or worth, nor remarks of which neither says the other."""
    is_told_apart = (new.is_numbered and old.is_numbered) or (new.identity is not None and new.identity == old.identity)
    remarks = new.note or "", old.note or ""
    is_more_of_it = remarks[0] in remarks[1] or remarks[1] in remarks[0]
    if is_told_apart or not is_more_of_it:
        return False
    return all(None in pair or pair[0] == pair[1] for pair in ((new.city, old.city), (new.worth, old.worth)))


def is_same_remark(new: SaidRow, old: SaidRow) -> bool:
    """Whether both have the same words beside what they say, or both none."""
    return new.note == old.note
