"""Which of many new names look like others: what a person would be asked of one, listed for all, in bounded work.

Names are compared only where they share two characters that stand together, the rarest first.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from donations.domain import text
from donations.domain.imported import Alike, Several
from donations.domain.likeness import item_resembles, party_resembles
from donations.domain.scripts import is_traditional, shape
from donations.services import slips
from donations.services.naming import MOST_CANDIDATES
from donations.services.registering import may_be_merged
from donations.store import items, parties

MOST_ALIKE = 200
"""How many look-alikes are listed at most."""

MOST_COMPARED = 20_000
"""How many pairs of names are compared at most: a second's work, however many names there are."""

_COMMON = 60
"""Two characters that more names than this share say nothing about any of them."""


def among(
    connection: sqlite3.Connection, new_parties: Iterable[str], new_items: Iterable[str], apart: Container[str] = ()
) -> list[Alike]:
    """The new names that look like a known one or like each other, each with those it looks like.

    `apart`: items that were told apart on purpose.
    """
    known = ((name, now) for name, now in items.names(connection) if now not in apart)
    found = [
        *_alike((name for name in new_items if name not in apart), known, _ITEMS),
        *_alike(new_parties, parties.names(connection), _PARTIES),
    ][:MOST_ALIKE]
    return [one._replace(into=_counted_alike(connection, one)) if one.is_item else one for one in found]


def _counted_alike(connection: sqlite3.Connection, alike: Alike) -> str | None:
    """The first of an item's candidates that it may be merged into; of another unit none may."""
    item = items.find(connection, alike.name)
    others = ((name, items.find(connection, name)) for name in alike.candidates)
    return next((name for name, other in others if item and other and may_be_merged(item, other)), None)


def in_one(connection: sqlite3.Connection, new_parties: Iterable[str]) -> list[Several]:
    """The new names that read as several, with those they may consist of."""
    found = ((name, slips.several_in_one(connection, name)) for name in new_parties)
    return list(islice((Several(name, parts) for name, parts in found if parts), MOST_ALIKE))


class _Sort(NamedTuple):
    """Items or parties: what spellings of one name share, and when two may be one."""

    key: Callable[[str], str]
    resembles: Callable[[str, str], bool]
    is_item: bool


_ITEMS, _PARTIES = _Sort(text.key, item_resembles, True), _Sort(text.party_key, party_resembles, False)


def _alike(new: Iterable[str], known: Iterable[tuple[str, str]], sort: _Sort) -> Iterator[Alike]:
    wanted = {sort.key(name): name for name in new}
    if not wanted:
        return
    by_pair: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    others = [(sort.key(name), name, now) for name, now in known]
    in_both = not sort.is_item and any(is_traditional(key) for key in chain(wanted, (other[0] for other in others)))
    for key, name, now in others:
        for pair in (*_pairs(key), *_singular(key, name), *(_written(key) if in_both else ())):
            by_pair[pair].append((key, name, now))
    compared = 0
    told: set[frozenset[str]] = set()
    # Whom an s alone tells from another comes first, and whoever that is: this is said however many names there are.
    for key, name in sorted(
        wanted.items(), key=lambda one: not any(len(by_pair[each]) > 1 for each in _singular(*one))
    ):
        candidates: dict[str, None] = {}
        for other_key, other, now in _near({*_pairs(key), *_singular(key, name), *_written(key)}, by_pair):
            both = frozenset((key, other_key))
            if len(both) == 1 or both in told or now == name:
                continue
            compared += 1
            if compared > MOST_COMPARED:
                return
            if sort.resembles(name, other):
                told.add(both)
                candidates[now] = None
        if candidates:
            nearest = tuple(candidates)[:MOST_CANDIDATES]
            yield Alike(name, nearest, sort.is_item, into=nearest[0])


def _near(pairs: set[str], by_pair: dict[str, list[tuple[str, str, str]]]) -> Iterator[tuple[str, str, str]]:
    """The names that share a rare one of these pairs of characters, each once."""
    seen: set[str] = set()
    for pair in sorted(pairs, key=lambda pair: (len(by_pair[pair]), pair)):
        if len(by_pair[pair]) > _COMMON:
            return
        for found in by_pair[pair]:
            other = found[0]
            if other not in seen:
                seen.add(other)
                yield found


def _pairs(key: str) -> set[str]:
    return {key[at : at + 2] for at in range(len(key) - 1)}


def _written(key: str) -> tuple[str, ...]:
    """What a name in traditional characters shares with the same in simplified ones, whole."""
    return () if key.isascii() else (f"~{shape(key)}",)


def _singular(key: str, name: str) -> tuple[str, ...]:
    """All of a name in Latin letters, without plurals, which is shared like a pair of characters; nothing of other names."""
    return (f"={text.key(name)}",) if key.isascii() else ()
