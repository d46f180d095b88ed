"""New rows of a paper that says an older one again: what may be a row of that one, with another name, amount, day or goods."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from donations.domain.imported import MayBeCorrected, SaidBefore
from donations.domain.masking import NAMES_NOBODY, NOBODY_KNOWN
from donations.services.importing.before import Claims
from donations.store import imports, lists_beside, older_tables
from donations.store.lists_beside import SaidRow
from donations.store.older_tables import Standing

_FEW = 2
"""So many rows at least of an older table are said again, and more than half of those of the same days."""
_SAMPLE = 20
_MOST_NEW = 10
"""Of a paper that grew so many times as many entries are new as known ones at most."""
_MOST_ALIKE = 20
"""Of more new rows than so many that a row may have become, only the first are looked at."""

_ITEM, _AMOUNT = 0, 2
"""Where item and amount stand in what `SaidRow` says of a line."""


class _Gone(NamedTuple):
    """An entry of an older table that no row of the new paper says; `in_place`: only a row in its own place may be it."""

    said: SaidRow
    in_place: bool


def corrected(
    connection: sqlite3.Connection, last: int, claims: Mapping[str, Claims], told: Iterable[SaidBefore]
) -> list[MayBeCorrected]:
    """The rows of an import, whose last entry is `last`, that may be rows of an older paper put right.

    `claims`: of its papers, by their digests, what rows were found to be; `told`: its rows that look as if they were booked.
    """
    are_told = {(one.file, one.sheet, row) for one in told for row in one.rows}
    found: dict[tuple[object, ...], MayBeCorrected] = {}
    ends = [*(some.first - 1 for some in claims.values()), last][1:]
    for (digest, some), end in zip(claims.items(), ends, strict=True):
        if not _may_grow(some, end):
            continue
        brought = older_tables.brought(connection, digest, some.first, end)
        gone = _gone(connection, digest, some, brought)
        rows = _said(connection, brought) if gone else ()
        new = [row for row in rows if (row.file, row.sheet, row.row) not in are_told]
        for one, old, other in sorted(_paired(new, gone)):
            of = MayBeCorrected(one.file, one.sheet, [], [], [], old.of_import, old.file, other)
            of = found.setdefault((one.source, old.source, other), of)
            of.rows.append(one.row)
            of.entries.append(old.entry)
            of.of_rows.append(old.row)
    return list(found.values())


def _may_grow(claims: Claims, last: int) -> bool:
    """Whether enough of a paper, whose last entry is `last`, is known: a paper that grew has hardly more new ones."""
    known = len(claims.seen) + len(claims.met)
    return _FEW <= known <= older_tables.MOST and 0 <= last - claims.first < _MOST_NEW * known


def _said(connection: sqlite3.Connection, entries: Iterable[Standing]) -> list[SaidRow]:
    numbers = (one.entry for one in entries if not one.is_numbered)
    return list(lists_beside.rows_of(connection, numbers, NAMES_NOBODY | NOBODY_KNOWN))


# --- what stands no more


def _gone(connection: sqlite3.Connection, digest: str, claims: Claims, news: Sequence[Standing]) -> list[_Gone]:
    """The entries of older tables that the paper says again all but these."""
    said = list(islice(claims.met, _SAMPLE))
    for identity in islice(claims.seen, 0, None, len(claims.seen) // _SAMPLE + 1):
        said += imports.entries_known_by(connection, identity)[:1]
    found: list[_Gone] = []
    is_growing = False
    for table in older_tables.tables_before(connection, digest, said, claims.first - 1):
        if not table.is_said and not is_growing:
            break  # those that are said come first
        rows = [row for row in older_tables.standing(connection, table) if row.entry < claims.first]
        gone = {row.entry: row for row in _unsaid(claims, rows)}
        if not gone or len(rows) >= older_tables.MOST:
            is_growing |= bool(rows) and not gone
            continue
        begin, end = _days_of_both(rows, gone, news)
        within = [row for row in rows if begin <= row.date <= end]
        left = sum(row.entry in gone for row in within)
        is_again = len(rows) - len(gone) >= _FEW and 2 * left < len(within)
        is_growing |= is_again
        days = (begin, end) if is_again or table.is_of_name else None
        found += _of_table(connection, gone.values(), days, {row.row for row in news})
    return found if is_growing else []


def _is_within(day: str, days: tuple[str, str] | None) -> bool:
    return days is not None and days[0] <= day <= days[1]


def _of_table(
    connection: sqlite3.Connection, gone: Iterable[Standing], days: tuple[str, str] | None, places: Collection[int]
) -> Iterator[_Gone]:
    """What is gone of a table: of these days, which may stand anywhere now, or in the places of new rows."""
    for row in _said(connection, (row for row in gone if row.row in places or _is_within(row.date, days))):
        yield _Gone(row, in_place=not _is_within(row.date, days))


def _unsaid(claims: Claims, rows: Sequence[Standing]) -> Iterator[Standing]:
    """The entries that no row was found to be; of those that may not be known any more nothing is said."""
    times = Counter(row.identity for row in rows)
    claimed: dict[bytes, Collection[int]] = {}
    for row in rows:
        if row.identity is None or row.entry in claims.met:
            continue
        seen = claims.seen.get(row.identity, 0)
        if 0 < seen < times[row.identity] and row.identity not in claimed:
            claimed[row.identity] = frozenset(claims.claimed(row.identity))
        if seen < times[row.identity] and row.entry not in claimed.get(row.identity, ()):
            yield row


def _days_of_both(rows: Sequence[Standing], gone: Mapping[int, Standing], news: Iterable[Standing]) -> tuple[str, str]:
    """The first and the last day that both papers are of."""
    old = [row.date for row in rows]
    new = [row.date for row in rows if row.entry not in gone] + [row.date for row in news]
    return max(min(new), min(old)), min(max(new), max(old))


# --- what it became

_Key = tuple[object, ...]
_SAME_BUT: Mapping[str, Callable[[SaidRow], _Key]] = {
    "name": lambda row: (row.type, row.note, row.date, row.what),
    "amount": lambda row: (row.type, row.note, row.date, row.who, _without(row.what, _AMOUNT)),
    "day": lambda row: (row.type, row.note, row.who, row.what),
    "goods": lambda row: (row.type, row.note, row.date, row.who, _without(row.what, _ITEM)),
}
"""What is the same in both where only that is another."""
_ANYWHERE = ("name", "amount", "day")
"""Where only that is another, the row may stand elsewhere now."""
_Pair = tuple[SaidRow, SaidRow, str]
"""A new row, the old one that it may be, and what is another."""


def _paired(news: Sequence[SaidRow], gone: Sequence[_Gone]) -> Iterator[_Pair]:
    """Each new row that may be one that stands no more, and what is another: first those in the same place, then the nearest."""
    taken: set[int] = set()
    by_place: dict[tuple[str | None, int], list[SaidRow]] = defaultdict(list)
    for row in news:
        by_place[row.sheet, row.row].append(row)
    elsewhere: list[SaidRow] = []
    for old, in_place in gone:
        pair = next(_alike(old, by_place.get((old.sheet, old.row), ()), _SAME_BUT, taken), None)
        if pair is not None:
            taken.add(pair[0].entry)
            yield pair
        elif not in_place:
            elsewhere.append(old)
    for other in () if not elsewhere else _ANYWHERE:
        pairs = _anywhere(elsewhere, [row for row in news if row.entry not in taken], other, taken)
        found = {old.entry for _new, old, _other in pairs}
        elsewhere = [old for old in elsewhere if old.entry not in found]
        yield from pairs


def _anywhere(olds: Iterable[SaidRow], news: Iterable[SaidRow], other: str, taken: set[int]) -> list[_Pair]:
    """Each old row beside the nearest new one that says the same but for that."""
    by_rest: dict[_Key, list[SaidRow]] = defaultdict(list)
    for row in news:
        by_rest[_SAME_BUT[other](row)].append(row)
    found: list[_Pair] = []
    for old in olds:
        pairs = list(_alike(old, by_rest.get(_SAME_BUT[other](old), ())[:_MOST_ALIKE], (other,), taken))
        if len(pairs) > 1 and not old.is_named:
            continue  # any of those without a name may have given it
        pair = min(pairs, key=lambda pair: abs(pair[0].row - old.row), default=None)
        if pair is not None:
            taken.add(pair[0].entry)
            found.append(pair)
    return found


def _alike(old: SaidRow, news: Iterable[SaidRow], others: Iterable[str], taken: set[int]) -> Iterator[_Pair]:
    """Those of the new rows that say the same but for one thing, and what that is."""
    for new in news:
        if new.entry not in taken and (new.city == old.city or new.city is None or old.city is None):
            other = next((other for other in others if _SAME_BUT[other](new) == _SAME_BUT[other](old)), None)
            if other is not None:
                yield new, old, other


def _without(what: str, part: int) -> _Key:
    """What lines say, without what stands there in each."""
    return tuple(tuple(said for at, said in enumerate(json.loads(line)) if at != part) for line in what.split("\n"))
