"""What may have come twice and was kept all the same: equal rows of a file, and rows that another paper or hand said before."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, groupby, pairwise, product
from typing import NamedTuple

from donations.domain.equal_rows import BlockAgain, Twins, blocks_again
from donations.domain.imported import SaidBefore, Sources
from donations.domain.masking import NAMES_NOBODY, NOBODY_KNOWN
from donations.domain.stars import may_be
from donations.services.importing.exchange import LAYOUT
from donations.store import imports, said_elsewhere
from donations.store.said_elsewhere import Said

MOST_TWINS = 200
_MOST_OF_BLOCKS = 50_000
"""So many equal rows are looked through for blocks that stand twice."""
_TABLE = "table"
_CROWD = 20
"""Of more than so many payments of one sum on one day a masked name tells nothing."""
_DAY = timedelta(days=1)
_APART = 2
"""Days: who gives the same again within so many gives it again and again, and the day beside tells nothing."""

Pairs = dict[Said, Said]
"""What this import says of one sum, and an earlier entry too; each earlier one is said once."""


class _Pair(NamedTuple):
    """Which row of this import is like which entry of which paper, None where a hand recorded it."""

    entry: int
    source: int
    row: int
    of_entry: int
    of_import: int | None
    of_file: str | None
    is_masked: bool


def twins(connection: sqlite3.Connection, sources: Sources, first: int) -> tuple[list[Twins], list[BlockAgain]]:
    """Equal rows of one file among entries from `first` on, and the blocks of rows that stand there twice; those of an exported
    book their papers told when they came.
    """
    found: list[Twins] = []
    for source, begin, end, count in dict.fromkeys(imports.twins(connection, first, _MOST_OF_BLOCKS)):
        file, sheet = sources[source]
        if file.tables[0].layout != LAYOUT:
            found.append(Twins(file.file, sheet, begin, end, count))
    return found[:MOST_TWINS], list(blocks_again(found))


def said_before(connection: sqlite3.Connection, sources: Sources, first: int, last: int) -> list[SaidBefore]:
    """The rows of this import, whose entries are `first` to `last`, that look as if they were in the book already."""
    pairs: list[_Pair] = []
    said = said_elsewhere.said_beside(connection, first, last, NAMES_NOBODY | NOBODY_KNOWN)
    for _sum, alike in groupby(said, key=lambda one: one[:3]):
        for new, old in _paired(list(alike), first).items():
            assert new.source is not None, new
            assert new.row is not None, new
            pairs.append(_Pair(new.entry, new.source, new.row, old.entry, old.of_import, old.file, new.who != old.who))
    found: dict[tuple[object, ...], SaidBefore] = {}
    for pair in sorted(pairs):
        file, sheet = sources[pair.source]
        key = pair.source, pair.of_import, pair.of_file
        one = found.setdefault(key, SaidBefore(file.file, sheet, [], [], pair.of_import, pair.of_file, []))
        one.rows.append(pair.row)
        one.entries.append(pair.of_entry)
        if pair.is_masked:
            one.masked.append(pair.row)
    return list(found.values())


def _paired(alike: Sequence[Said], first: int) -> Pairs:
    """The pairs among entries of one sum: the same party and day first, then the day beside it, then masked names."""
    if all(one.entry < first for one in alike):
        return {}
    found = _Pairing(first)
    by_party: dict[str, list[Said]] = defaultdict(list)
    for one in alike:
        by_party[one.who].append(one)
    for some in by_party.values():
        for _day, same in groupby(some, key=lambda one: one.date):
            found.match(list(same))
    if alike[0].is_money:
        for some in by_party.values():
            found.match_beside(some)
        found.match_masked(alike)
    return found.pairs


class _Pairing:
    """Entries of one sum, each earlier one beside a later one of another paper."""

    def __init__(self, first: int) -> None:
        self._first, self.pairs, self._taken = first, Pairs(), set[Said]()

    def _may_say(self, new: Said, old: Said) -> bool:
        """Whether `new` came with this import, and `old` from elsewhere, without having been told apart by what rows are known by."""
        is_new = new.entry >= self._first and new.layout not in (None, LAYOUT) and new not in self.pairs
        is_other = old.entry < new.entry and old.digest != new.digest and old not in self._taken
        is_told_apart = new.identity is not None and new.identity == old.identity
        both_numbered = new.is_numbered and old.is_numbered and new.layout == old.layout != _TABLE
        return is_new and is_other and not is_told_apart and not both_numbered

    def _put(self, new: Said, old: Said) -> None:
        self.pairs[new] = old
        self._taken.add(old)

    def match(self, same: Sequence[Said]) -> None:
        """Those of one party and day; of many equal ones each is held against the next that is free."""
        if len({one.digest for one in same}) == 1 or same[-1].entry < self._first:
            return
        by_file: dict[str, list[Said]] = defaultdict(list)
        for one in same:
            by_file[one.digest].append(one)
        of_import = [(file, news) for file, news in by_file.items() if news[-1].entry >= self._first]
        for (new_file, news), (old_file, olds) in product(of_import, by_file.items()):
            if new_file != old_file:
                for new, old in zip(news, olds, strict=False):
                    if self._may_say(new, old):
                        self._put(new, old)

    def match_beside(self, of_party: Sequence[Said]) -> None:
        """Those of one party, in the order of days, where two stand on days beside each other and none near them."""
        days = [date.fromisoformat(one.date) for one in of_party]
        for at, (one, other) in enumerate(pairwise(of_party)):
            alone = at == 0 or (days[at] - days[at - 1]).days > _APART
            alone = alone and (at + 2 == len(days) or (days[at + 2] - days[at + 1]).days > _APART)
            if alone and days[at + 1] - days[at] == _DAY:
                new, old = (one, other) if one.entry > other.entry else (other, one)
                if self._may_say(new, old):
                    self._put(new, old)

    def match_masked(self, alike: Sequence[Said]) -> None:
        """Those of which one name may be the other's with its characters hidden; on the day beside it, where no other may."""
        if not any(one.name and "*" in one.name for one in alike):
            return
        by_day = {day: list(same) for day, same in groupby(alike, key=lambda one: one.date)}
        for is_beside in (False, True):
            for new in alike:
                if new.entry >= self._first and new not in self.pairs:
                    days = _beside(new.date) if is_beside else [new.date]
                    crowds = [by_day.get(day, []) for day in days]
                    is_crowd = sum(map(len, crowds)) > _CROWD
                    found = [] if is_crowd else list(self._may_be(new, chain.from_iterable(crowds)))
                    if found and (len(found) == 1 or not is_beside):
                        self._put(new, found[0])

    def _may_be(self, new: Said, crowd: Iterable[Said]) -> Iterator[Said]:
        for old in crowd:
            if not (new.name and old.name) or new.who == old.who or not self._may_say(new, old):
                continue
            if may_be(new.name, old.name) or may_be(old.name, new.name):
                yield old


def _beside(day: str) -> list[str]:
    at = date.fromisoformat(day)
    return [other.isoformat() for other in (at - _DAY, at + _DAY)]
