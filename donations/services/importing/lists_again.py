"""A list that an earlier paper said already, row by row: saved again without its numbers, or with remarks of one's own."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, islice
from typing import NamedTuple

from donations.domain.imported import ListAgain, Outcome, SaidBefore, Sources
from donations.domain.masking import NAMES_NOBODY, NOBODY_KNOWN
from donations.services.importing.before import Claims
from donations.services.importing.lists_paired import is_same_remark, paired
from donations.services.importing.orders import Paper
from donations.store import lists_beside
from donations.store.lists_beside import OfPaper, SaidRow

_FEW, _MANY, _MOSTLY = 3, 5, Fraction(3, 4)
"""So many rows are a list where all that may agree do; from so many on where most do."""
_GIVERS_OF_FEW, _GIVERS_OF_MANY = 2, 3
"""Of so many givers, and of so many different sums or days, they are: the same few people give the same on one day again."""

_DAYS = 3
"""Of so many days they are, or all but the numbers is the same: whoever gives to two lists of one day often gives the same to both."""

_MOST_BESIDE = 3 * lists_beside.MOST
"""Where more says as much of the same days nothing is looked at."""

_Key = tuple[str, str | None]
"""A paper: the digest of its bytes, with the sheet where it is new."""


class Again(NamedTuple):
    """Rows of a sheet of a new paper that an older one said, and what they are beside."""

    file: str
    digest: str
    sheet: str | None
    rows: list[int]
    of: list[SaidRow]


class ListsAgain(Exception):  # noqa: N818 - no error: the files are to be read again, and these rows are known
    """Nothing of the files is to stay so far."""

    def __init__(self, papers: Sequence[Paper], again: Sequence[Again]) -> None:
        super().__init__()
        self.papers, self.again = papers, again


@dataclass(slots=True)
class _List:
    """The rows of one sheet that are new, and have become entries."""

    entries: list[SaidRow] = field(default_factory=list)
    known: dict[int, SaidRow] = field(default_factory=dict)
    """Of its entries those that an older paper said, and as which."""

    @property
    def first(self) -> int:
        return self.entries[0].entry


def known_rows(again: Iterable[Again]) -> Mapping[tuple[str, str], list[tuple[str | None, int]]]:
    """Sheet and row of what is known so, by the name and the digest of its file."""
    found: dict[tuple[str, str], list[tuple[str | None, int]]] = defaultdict(list)
    for one in again:
        found[one.file, one.digest] += [(one.sheet, row) for row in one.rows]
    return found


def told(connection: sqlite3.Connection, again: Iterable[Again], of_import: int) -> Iterator[ListAgain]:
    """What is to be said of them, each row beside the entry that it is; `of_import`: the number of this import, whose entries were
    numbered anew since.
    """
    for one in again:
        entries = [
            old.entry if old.of_import < of_import else lists_beside.became(connection, old.source, old.row)
            for old in one.of
        ]
        old = one.of[0]
        yield ListAgain(one.file, one.sheet, one.rows, entries, old.of_import, old.file)


def claims(of_files: Iterable[Claims], outcome: Outcome, again: Iterable[Again]) -> Mapping[str, Claims]:
    """By the digests of the files what their rows were found to be: also those that are known since their list was said before."""
    found = dict(zip((file.sha256 for file in outcome.files), of_files, strict=False))
    for one, told in zip(again, outcome.lists_again, strict=True):
        found[one.digest].met.update(told.entries)
    return found


def lists_again(
    connection: sqlite3.Connection, sources: Sources, first: int, last: int, claims: Mapping[str, Claims],
    told: Iterable[SaidBefore],
) -> list[Again]:  # fmt: skip
    """The rows of an import, whose entries are `first` to `last`, that say a list of an older paper again.

    `sources`: its tables; `claims`: of its papers, by their digests, what their rows were found to be; `told`: its rows that
    look as if they were booked.
    """
    if last - first >= lists_beside.MOST:
        return []
    is_few = sum(len(one.rows) for one in told) < _FEW
    if is_few and (first == 1 or not lists_beside.may_be_said(connection, first, last)):
        return []
    lists: dict[_Key, _List] = defaultdict(_List)
    olds: dict[str, list[SaidRow]] = defaultdict(list)
    beside = list(islice(lists_beside.rows_beside(connection, first, last, NAMES_NOBODY | NOBODY_KNOWN), _MOST_BESIDE))
    for row in beside:
        if row.entry >= first:
            lists[row.digest, row.sheet].entries.append(row)
        olds[row.digest].append(row)
    if len(beside) == _MOST_BESIDE:
        return []
    found: list[Again] = []
    booked, undated = {row.entry for row in beside}, _undated(sources)
    for (digest, _sheet), one in lists.items():
        is_claimed = claims[digest].has if digest in claims else _claims_nothing
        for paper, pairs in _of_papers(one, olds, booked, is_claimed):
            known = _of_the_list(connection, one, paper, pairs, is_claimed, undated)
            one.known |= {new.entry: old for new, old in known}
        one.known |= _taken_back(one, olds)
        found += _whole_rows(one)
        booked -= one.known.keys()
    return found


def _taken_back(one: _List, olds: Mapping[str, Sequence[SaidRow]]) -> dict[int, SaidRow]:
    """The other rows of a list that became entries with it which a hand took back, or corrected, since."""
    papers = {(old.of_import, old.digest) for old in one.known.values()}
    beside: dict[tuple[str, str, str | None, str], list[SaidRow]] = defaultdict(list)
    for old in chain.from_iterable(olds[digest] for digest in {digest for _import, digest in papers}):
        if not old.is_standing and (old.of_import, old.digest) in papers:
            beside[old.said].append(old)
    pairs = paired((row for row in one.entries if row.entry not in one.known and row.said in beside), beside)
    return {new.entry: old for new, old in pairs}


def _undated(sources: Sources) -> set[int]:
    """The tables of an import without a column of days: the days of their rows are said by titles, which tell lists apart."""
    at: dict[int, int] = defaultdict(int)
    found: set[int] = set()
    for source, (file, _sheet) in sources.items():
        table = file.tables[at[id(file)]]
        at[id(file)] += 1
        if "date" not in table.columns.values():
            found.add(source)
    return found


_IsClaimed = Callable[[int, bytes | None], bool]
"""Whether a row of a file was found to be that entry, which is known by that."""


def _claims_nothing(_entry: int, _identity: bytes | None) -> bool:
    return False


_Pairs = list[tuple[SaidRow, SaidRow]]


def _of_papers(
    one: _List, olds: Mapping[str, Sequence[SaidRow]], booked: Collection[int], is_claimed: _IsClaimed
) -> Iterator[tuple[tuple[int, str], _Pairs]]:
    """The older papers that say rows of a list, those first that say most of them, and which; a row that one was found to say is
    not looked for in the next.
    """
    said = {row.said for row in one.entries}
    beside: dict[tuple[int, str], dict[tuple[str, str, str | None, str], list[SaidRow]]] = {}
    digest = one.entries[0].digest
    for old in chain.from_iterable(rows for of, rows in olds.items() if of != digest):
        if (
            old.entry < one.first
            and old.entry in booked
            and old.is_standing
            and old.said in said
            and not is_claimed(old.entry, old.identity)
        ):
            beside.setdefault((old.of_import, old.digest), {}).setdefault(old.said, []).append(old)
    for paper in sorted(beside, key=lambda paper: -sum(map(len, beside[paper].values()))):
        yield paper, list(paired((row for row in one.entries if row.entry not in one.known), beside[paper]))


def _of_the_list(
    connection: sqlite3.Connection, one: _List, paper: tuple[int, str], pairs: _Pairs, is_claimed: _IsClaimed,
    undated: Collection[int],
) -> _Pairs:  # fmt: skip
    """Those of the rows that an older paper says which are its list, or the part of it that is of the same days; else none."""
    of_paper = lists_beside.of_paper(connection, *paper) if pairs else []
    before = [row for row in of_paper if row.entry < one.first]
    if not before or len(of_paper) == lists_beside.MOST:
        return []
    claimed = [row for row in before if is_claimed(row.entry, row.identity)]
    if len(claimed) < _FEW and _first_days(pairs) < _DAYS:
        pairs = [(new, old) for new, old in pairs if new.source not in undated and _lacks_the_number_alone(new, old)]
    return pairs if pairs and _is_the_list(one, before, claimed, pairs) else []


def _lacks_the_number_alone(new: SaidRow, old: SaidRow) -> bool:
    """Whether the old row says all that the new one does, and bears a number."""
    return bool(old.is_numbered and not new.is_numbered) and is_same_remark(new, old)


def _is_the_list(one: _List, before: Sequence[OfPaper], claimed: Sequence[OfPaper], pairs: _Pairs) -> bool:
    """Whether so many of the rows of both papers are the same that they are one list."""
    many = len(pairs) + len(claimed)
    first, last = _days_of_both(one, before, claimed)
    new = sum(first <= row.date <= last for row in one.entries if row.entry not in one.known) + len(claimed)
    old = sum(first <= row.date <= last for row in before)
    fewer = min(new, old)
    if len(one.known) >= _FEW and many == fewer:  # another paper said the rest
        return True
    if len(claimed) >= _FEW:
        return many >= _MANY and many >= _MOSTLY * fewer
    are_days = _first_days(pairs) >= _DAYS
    if many < _MANY:
        is_whole = are_days and many >= _FEW and many == fewer
        return is_whole and all(is_same_remark(*pair) for pair in pairs) and _are_several(pairs, _GIVERS_OF_FEW)
    is_mostly = many >= _MOSTLY * fewer if are_days else many == fewer
    is_told_by_sums = are_days and many == fewer and _sums_of_days(pairs) >= _MANY
    return is_mostly and (_are_several(pairs, _GIVERS_OF_MANY) or is_told_by_sums)


def _days_of_both(one: _List, before: Sequence[OfPaper], claimed: Sequence[OfPaper]) -> tuple[str, str]:
    """The first and the last day that both papers are of."""
    new = [row.date for row in chain[SaidRow | OfPaper](one.entries, claimed)]
    old = [row.date for row in before]
    return max(min(new), min(old)), min(max(new), max(old))


def _are_several(pairs: _Pairs, many: int) -> bool:
    givers = {new.who for new, _old in pairs if new.is_named}
    return len(givers) >= many and _sums_of_days(pairs) >= many


def _first_days(pairs: _Pairs) -> int:
    """On how many days somebody gives so much for the first time: who gives each month to one fund may give to two."""
    first: dict[tuple[str | None, str], str] = {}
    for new, _old in pairs:
        key = new.who, new.what
        first[key] = min(new.date, first.get(key, new.date))
    return len(set(first.values()))


def _sums_of_days(pairs: _Pairs) -> int:
    return len({(new.date, new.what) for new, _old in pairs})


def _whole_rows(one: _List) -> Iterator[Again]:
    """The rows of which every entry is known, with the paper that said them."""
    rows: dict[int, list[SaidRow]] = defaultdict(list)
    for entry in one.entries:
        rows[entry.row].append(entry)
    of: dict[tuple[int, str], Again] = {}
    for row, entries in rows.items():
        if all(entry.entry in one.known for entry in entries):
            old = one.known[entries[0].entry]
            new = entries[0]
            found = of.setdefault((old.of_import, old.digest), Again(new.file, new.digest, new.sheet, [], []))
            found.rows.append(row)
            found.of.append(old)
    yield from of.values()
