"""The chain of a book, link by link: what a digest seals, and how far two books agree."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from operator import ne
from typing import TypeVar

from donations.store.evidence import CHANGE_EVIDENCE, EVIDENCE
from donations.store.schema_files import SCHEMA_VERSION

_OF_VERSION = {1: ("chain", "entry"), **dict.fromkeys(range(2, SCHEMA_VERSION + 1), ("chain", "number"))}
"""Where a book of each schema version has its links, and what numbers them: in the first, each sealed an entry."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of the book behind `connection`, of any schema version."""

    connection: sqlite3.Connection
    version: int

    def length(self) -> int:
        """How many links it has."""
        table, number = _OF_VERSION[self.version]
        [length] = self.connection.execute(f"select coalesce(max({number}), 0) from {table}").fetchone()  # noqa: S608
        return int(length)

    def digest(self, link: int) -> str | None:
        """The digest of one link; of none before the first, the identity that the chain begins with."""
        table, number = _OF_VERSION[self.version]
        query = "select identity from book" if link == 0 else f"select digest from {table} where {number} = {link:d}"  # noqa: S608
        row = self.connection.execute(query).fetchone()
        return None if row is None else str(row[0])

    def entries(self, link: int) -> int:
        """How many entries are sealed by that link and those before it."""
        table, number = _OF_VERSION[self.version]
        query = f"select coalesce(max(entry), 0) from {table} where {number} <= ?"  # noqa: S608
        return int(self.connection.execute(query, (link,)).fetchone()[0])

    def sealed_with(self, digest: str) -> int | None:
        """The link whose digest begins so; None where there is none."""
        table, number = _OF_VERSION[self.version]
        query = f"select {number} from {table} where substr(digest, 1, ?) = ? order by {number} limit 1"  # noqa: S608
        row = self.connection.execute(query, (len(digest), digest)).fetchone()
        return None if row is None else int(row[0])

    def nearly(self, digest: str) -> str | None:
        """The beginning of a digest of the chain that differs from `digest` as slips of typing do; None where there is none."""
        table, _number = _OF_VERSION[self.version]
        query = f"select substr(digest, 1, ?) from {table}"  # noqa: S608
        every = (str(row[0]) for row in self.connection.execute(query, (len(digest) + 1,)))
        return next((found[: len(digest)] for found in every if _is_slip(digest, found)), None)


_MANY_DIGITS = 12
"""With this many digits a digest of a large book is still recognised when two are wrong; with fewer, when one is."""


def _is_slip(typed: str, right: str) -> bool:
    """Whether one or two digits are other ones (or two were exchanged), or one is missing or too many; `right` is one longer."""
    if sum(map(ne, typed, right)) <= (2 if len(typed) >= _MANY_DIGITS else 1):
        return True
    at = next(place for place, (one, other) in enumerate(zip(typed, right, strict=False)) if one != other)
    return typed[at:] == right[at + 1 :] or typed[at + 1 :] == right[at : len(typed) - 1]


def agreeing(one: Chain, other: Chain) -> int:
    """The last link that both have in common; each digest seals all before it, so halving finds it. -1: not one book."""
    if one.digest(0) != other.digest(0):
        return -1
    low, high = 0, min(one.length(), other.length())
    while low < high:
        middle = (low + high + 1) // 2
        if one.digest(middle) == other.digest(middle):
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two copies of a book: `common` entries are the same in both; `ours` and `theirs` are how many each has in all.

    `is_same_book`: both began as one. `is_ahead`, `is_behind`: we, or they, did something after what both have in common.
    """

    is_same_book: bool
    common: int
    ours: int
    theirs: int
    is_ahead: bool
    is_behind: bool

    @property
    def is_fork(self) -> bool:
        """Whether both went on after what they have in common, each in its own way."""
        return self.is_same_book and self.is_ahead and self.is_behind


def compare(ours: Chain, theirs: Chain) -> Comparison:
    """How two books stand to each other, each of any version.

    The digests say it; but copies that were upgraded one by one differ in what the upgrades sealed (at another moment,
    with other salts), and in all digests after it. There what was sealed is compared itself.
    """
    link, lengths = agreeing(ours, theirs), (ours.length(), theirs.length())
    totals = ours.entries(lengths[0]), theirs.entries(lengths[1])
    if link < 0:
        return Comparison(False, 0, *totals, is_ahead=True, is_behind=True)
    common, is_ahead, is_behind = ours.entries(link), lengths[0] > link, lengths[1] > link
    if is_ahead and is_behind and (_is_of_upgrade(ours, link + 1) or _is_of_upgrade(theirs, link + 1)):
        same, more, theirs_more = _in_common(_entries(ours, common), _entries(theirs, common))
        _same, acts, their_acts = _in_common(_acts(ours), _acts(theirs))
        common, is_ahead, is_behind = common + same, more or acts, theirs_more or their_acts
    return Comparison(True, common, *totals, is_ahead, is_behind)


_SEALED = "sealed"
"""What an upgrade calls its acts: they say what each register says by then, and nothing that somebody did."""

_OLD_ACT = f"""
state is null and register <> 'entry' and number < (select min(number) from register_change where act = '{_SEALED}')
"""  # noqa: S608 - a constant
"""An act from before acts were sealed: the upgrade sealed it, with a salt that it made then."""


def _is_of_upgrade(chain: Chain, link: int) -> bool:
    if chain.version == 1:
        return False
    query = f"""
        select 1 from register_change where (act = '{_SEALED}' or {_OLD_ACT})
          and number = (select change from chain where number = ?)
    """  # noqa: S608 - constants
    return chain.connection.execute(query, (link,)).fetchone() is not None


def _entries(chain: Chain, after: int) -> Iterator[str]:
    """What the chain covers of each entry after that number."""
    query = f"{EVIDENCE} where e.number > ? order by e.number"
    return (str(evidence) for _number, evidence in chain.connection.execute(query, (after,)))


def _acts(chain: Chain) -> Iterator[tuple[object, ...]]:
    """What the chain covers of each act but those of upgrades, without its number; of old acts without their salt."""
    old = "select register, subject, act, before, after, null, changed_at, null from register_change"
    if chain.version == 1:
        yield from chain.connection.execute(f"{old} order by number")
        return
    yield from chain.connection.execute(f"{old} where {_OLD_ACT} order by number")
    query = f"{CHANGE_EVIDENCE} where c.act <> '{_SEALED}' and not ({_OLD_ACT}) order by c.number"
    for _number, evidence in chain.connection.execute(query):
        yield tuple(json.loads(evidence)[2:])


_Sealed = TypeVar("_Sealed")


def _in_common(ours: Iterator[_Sealed], theirs: Iterator[_Sealed]) -> tuple[int, bool, bool]:
    """How many are the same from the beginning, and whether we, and they, have more after these."""
    same = 0
    for one, other in zip_longest(ours, theirs):
        if one != other:
            return same, one is not None, other is not None
        same += 1
    return same, False, False
