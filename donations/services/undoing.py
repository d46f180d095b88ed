"""Take a whole import back: one act, a reversing entry for each of its entries, dated as that one where its month is open."""

import sqlite3
from typing import NamedTuple

from donations import errors
from donations.domain.entry import Unmatched
from donations.services import closing, giving_back, rules
from donations.services.amounts import few, shown
from donations.services.closing import IfClosed
from donations.services.correcting import mirror_of, today_of
from donations.store import imports, items, stock
from donations.store.book import Book
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.guards import write_many
from donations.store.imports import Import
from donations.store.stock import Pile


class Undone(NamedTuple):
    """An import that was taken back: its number, the first and the last entry that did, and what goes back since though it no longer came."""

    number: int
    first: int
    last: int
    unmatched: tuple[Unmatched, ...]


def undo_import(book: Book, number: int, note: str, now: str, if_closed: IfClosed | None = None) -> Undone:
    """Reverse every entry of import `number` that stands.

    Its rows can be imported again. `note` is kept with each reversal. Raises UnknownImport, AlreadyUndone,
    ImportCorrected, ImportTookBack, ImportNeeded, NothingLeftBehind; then nothing is kept.
    """
    if_closed = if_closed or today_of(now)
    with write_many(book) as connection:
        done = _undoable(connection, number)
        back_since = giving_back.watched(connection, done.first, done.last)
        bulk = Bulk(connection, now)
        touched: set[Pile] = set()
        for entry in imports.to_reverse(connection, done):
            mirror = mirror_of(connection, entry, note, None)
            mirror = mirror._replace(date=if_closed.day_for(connection, mirror.date))
            bulk.add_entry(mirror)
            touched.update(Pile(line.item.number, line.store, line.purpose) for line in mirror.lines)
        bulk.end()
        closing.let_in(connection, bulk.first, bulk.last, if_closed.reason, now)
        for pile in touched:
            _hold(
                connection,
                pile._replace(item=items.stands_for(connection, items.by_number(connection, pile.item))),
                done,
            )
        imports.undo(connection, done, now)
        unmatched = giving_back.unmatched_by_now(connection, done.first, back_since)
        return Undone(number, bulk.first, bulk.last, unmatched)


def _undoable(connection: sqlite3.Connection, number: int) -> Import:
    done = imports.find(connection, number)
    if done is None:
        raise errors.UnknownImport(number=number)
    if done.undone_at is not None:
        raise errors.AlreadyUndone(number=number, at=done.undone_at)
    if taken := imports.reversals_in(connection, done):
        raise errors.ImportTookBack(number=number, reversed=few(taken))
    if corrected := imports.corrected(connection, done):
        raise errors.ImportCorrected(number=number, corrected=few(first for first, _right in corrected))
    return done


def _hold(connection: sqlite3.Connection, pile: Pile, done: Import) -> None:
    item = items.by_number(connection, pile.item)
    short = stock.first_shortage(connection, pile)
    if short is None:
        rules.something_left_behind(connection, pile, item)
        return
    needing = stock.leaving(connection, pile, short.day, done.first, done.last)
    raise errors.ImportNeeded(
        number=done.number, item=item.label, day=short.day, missing=shown(-short.running, item), entries=few(needing)
    )
