"""Trees of a damaged file walked from their roots: which pages belong to which table, and where rows stand without a gap."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from donations.store.wreck.pages import INDEX_INSIDE, INDEX_LEAF, TABLE_INSIDE, TABLE_LEAF, Cell, Pages
from donations.store.wreck.shapes import Key

_DEEPEST = 20
"""No tree of SQLite's is deeper."""

KeyOf = Callable[[Cell], Key | None]
"""The key of the row that a cell holds; None where it holds no row of the table."""

_Step = Key | None
"""What a walk meets: the key of a row, or None for a gap in which rows may be lost."""


@dataclass(frozen=True, slots=True)
class Run:
    """Keys between which no row is lost: all that the table ever had between `first` and `last` is there."""

    first: Key
    last: Key

    def spans(self, entry: int) -> bool:
        """Whether every row of that entry (the first part of the key) is there, however many it had."""
        return self.first[:1] < (entry,) < self.last[:1]


@dataclass
class Walk:
    """What one walk found: the pages of the tree, and its runs."""

    pages: set[int] = field(default_factory=set)
    runs: list[Run] = field(default_factory=list)
    is_whole: bool = False
    """Whether it met no gap; then its runs reach to both ends."""


WHOLE_TABLE = Run((), (2**63,))
"""The run of a table of which nothing is lost: no key is lower than its first or higher than its last."""


def walk(pages: Pages, root: int, key_of: KeyOf) -> Walk:
    """Walk the tree at page `root`. Never fails: where a page is not what should stand there, there is a gap."""
    found = Walk()
    steps = list(_Walker(pages, key_of, found.pages).steps(root, None, None, 0))
    found.is_whole = bool(steps) and None not in steps
    found.runs = list(_runs(steps))
    return found


def runs_of_page(pages: Pages, number: int, key_of: KeyOf) -> list[Run]:
    """The runs on one page, wherever it belongs."""
    if pages.kind(number) not in (TABLE_LEAF, INDEX_LEAF):
        return []
    return list(_runs(_in_order([_key(key_of, cell) for cell in pages.cells(number)], None, None)))


def widest(runs: Iterable[Run]) -> list[Run]:
    """The runs in order, without those that lie within others: both ends rise from each to the next."""
    found: list[Run] = []
    for run in sorted(runs, key=lambda run: run.first):
        if not found or run.last > found[-1].last:
            found.append(run)
    return found


def is_spanned(entry: int, runs: Sequence[Run]) -> bool:
    """Whether one of the `widest` runs spans that entry: if any does, the last that begins before it."""
    sought: Key = (entry,)
    at = bisect_left(runs, sought, key=lambda run: run.first[:1])
    return at > 0 and runs[at - 1].spans(entry)


@dataclass
class _Walker:
    pages: Pages
    key_of: KeyOf
    seen: set[int]

    def steps(self, number: int, low: Key | None, high: Key | None, depth: int) -> Iterator[_Step]:
        """The keys below page `number` in their order, all of them above `low` and not above `high`."""
        kind = self.pages.kind(number)
        if kind is None or number in self.seen or depth > _DEEPEST:
            yield None
            return
        self.seen.add(number)
        cells = self.pages.cells(number)
        if kind in (TABLE_LEAF, INDEX_LEAF):
            yield from _in_order([_key(self.key_of, cell) for cell in cells], low, high)
            return
        bounds = [_bound(kind, self.key_of, cell) for cell in cells]
        is_sound = bool(bounds) and None not in list(_in_order(bounds, low, high))
        before = low if is_sound else None
        for cell, bound in zip(cells, bounds, strict=True):
            if not is_sound:
                yield None
            if cell is None or cell.child is None:
                yield None
                continue
            yield from self.steps(cell.child, before, bound if is_sound else None, depth + 1)
            if kind == INDEX_INSIDE:
                yield bound
            before = bound if is_sound else None
        if not is_sound:
            yield None
        yield from self.steps(self.pages.last_child(number), before, high if is_sound else None, depth + 1)


def _bound(kind: int, key_of: KeyOf, cell: Cell | None) -> Key | None:
    """The highest key that the page below a cell may hold."""
    if cell is not None and kind == TABLE_INSIDE:
        return (cell.rowid,)
    return _key(key_of, cell)


def _key(key_of: KeyOf, cell: Cell | None) -> Key | None:
    return None if cell is None else key_of(cell)


def _in_order(keys: list[_Step], low: Key | None, high: Key | None) -> Iterator[_Step]:
    """The keys, with gaps around them where they can't all stand between `low` and `high`, and wherever they don't rise."""
    known = [key for key in keys if key is not None]
    is_in_place = all((low is None or _below(low, key)) and (high is None or not _below(high, key)) for key in known)
    if not is_in_place or not known:
        yield None
    before: Key | None = None
    for key in keys:
        if key is not None and before is not None and not _below(before, key):
            yield None
        yield key
        before = key or before
    if not is_in_place:
        yield None


def _below(first: Key, second: Key) -> bool:
    try:
        return first < second
    except TypeError:
        return False


def _runs(steps: list[_Step] | Iterator[_Step]) -> Iterator[Run]:
    first = last = None
    for key in steps:
        if key is None or (last is not None and not _below(last, key)):
            if first is not None and last is not None:
                yield Run(first, last)
            first = last = None
        if key is not None:
            first, last = first or key, key
    if first is not None and last is not None:
        yield Run(first, last)
