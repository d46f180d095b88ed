"""What was just imported, held against the rules: which rows don't fit, and what must have been there before."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from donations import errors
from donations.domain.amount import LARGEST_MINOR, Amount, Certainty, Counted, minor_text
from donations.domain.entry import Entry
from donations.domain.imported import FileOutcome, Outcome, RowProblem, Sources
from donations.domain.there_before import Opened
from donations.i18n import N_
from donations.services.amounts import shown
from donations.services.giving_back import Gone, going_back, party_names
from donations.services.importing import carried
from donations.services.importing.exchange import LAYOUT
from donations.services.importing.opening import opened
from donations.services.importing.rows import Wishes
from donations.services.rules import namesakes
from donations.store import giving_back, imports, items, journal, stock
from donations.store.stock import Pile, Shortage

if TYPE_CHECKING:
    from donations.store.moved_back import Back

MOST_ROWS = 20
"""How many rows are named at most that take more from one pile than there is."""


def enforce(
    connection: sqlite3.Connection,
    touched: Iterable[Pile],
    sources: Sources,
    outcome: Outcome,
    wishes: Wishes,
    first: int,
    now: str,
) -> None:
    """Hold every pile that something was taken from against the law; with --opening, book first what is missing, and what tables
    say was there before them.

    What doesn't fit is noted in `outcome`: the rule that says no, and the rows.
    """
    carried.hold(connection, outcome, wishes, now)
    piles = sorted({pile._replace(item=_stands_for(connection, pile.item)) for pile in touched})
    for pile in piles:
        short = stock.lowest(connection, pile)
        if short is not None and wishes.opens and not carried.awaits_opening(connection, outcome, pile):
            outcome.opened.append(_open(connection, pile, short, wishes, now))
        elif short is not None:
            _refuse(connection, pile, short, sources, outcome, first)
    if piles:
        _uncounted(connection, sources, outcome, wishes, first, now)
    if piles and not wishes.opens:
        _given_back(connection, sources, outcome, first)
    if outcome.refused is not None:
        for file in outcome.files:  # which pile is short was asked in no order that a reader knows
            _in_order(file)


def opens_known(connection: sqlite3.Connection, outcome: Outcome, wishes: Wishes, now: str) -> bool:
    """What `enforce` does of files that bring no new row: whether something was booked all the same. Who reads what is missing once all is
    imported says --opening then.
    """
    carried.hold(connection, outcome, wishes, now)
    return bool(outcome.opened)


def _in_order(file: FileOutcome) -> None:
    """What is wrong with the rows of a file, sheet by sheet as they stand in it, from above; what is wrong with all of it first."""
    sheets = [table.sheet for table in file.tables]
    file.problems.sort(
        key=lambda one: (sheets.index(one.sheet) if one.sheet in sheets else -1, -1 if one.row is None else one.row)
    )


def _refuse(
    connection: sqlite3.Connection, pile: Pile, short: Shortage, sources: Sources, outcome: Outcome, first: int
) -> None:
    item = items.by_number(connection, pile.item)
    begin = stock.first_shortage(connection, pile)
    assert begin is not None, pile
    missing = shown(-begin.running, item)
    facts: dict[str, object] = {"item": item.label, "day": short.day, "missing": missing}
    if outcome.refused is None:
        outcome.refused = _missing_before(outcome, short.day, facts, namesakes(connection, pile, short.day))
    expected = N_("{item} that had come in by {day}: {missing} are missing")
    for file, sheet, row, minor in _rows_too_many(connection, pile, begin, sources, first):
        file.problems.append(_too_many(sheet, row, expected, shown(minor, item), facts))


def _too_many(sheet: str | None, row: int, expected: str, got: Counted, facts: Mapping[str, object]) -> RowProblem:
    """A row that takes more than there is; `got` as text for programs, and as a fact for people, whose language its unit is in."""
    return RowProblem(sheet, row, None, expected, f"{got}", {**facts, "got": got})


def _missing_before(outcome: Outcome, day: str, facts: dict[str, object], others: list[Counted]) -> errors.Refused:
    """What is said of it; where what came in may have been dated too late by a title, that, and where `others` of its name are there, these."""
    for file in outcome.files:
        for table in file.tables:
            if table.sort == "goods_in" and table.assumed is not None and table.assumed.isoformat() > day:
                return errors.NotInBeforeTitle(**facts, file=file.file, assumed=table.assumed)
    return errors.NotInBeforeSo(**facts, others=others) if others else errors.NotInBefore(**facts)


def _rows_too_many(
    connection: sqlite3.Connection, pile: Pile, begin: Shortage, sources: Sources, first: int
) -> Iterator[tuple[FileOutcome, str | None, int, int]]:
    """The last rows without which the day would end at zero."""
    missing = -begin.running
    for count, (source, row, minor) in enumerate(imports.rows_leaving(connection, first, pile, begin.day)):
        if missing <= 0 or count >= MOST_ROWS:
            return
        missing -= minor
        yield (*sources[source], row, minor)


def _open(connection: sqlite3.Connection, pile: Pile, short: Shortage, wishes: Wishes, now: str) -> Opened:
    """Book what is missing as stock that was there before: on the first day that needs it, as much as any day does.

    Raises AmountTooLarge where that is more than one line holds.
    """
    item, missing = items.by_number(connection, pile.item), -short.running
    if missing > LARGEST_MINOR:
        got, largest = (f"{minor_text(minor, item.decimals)}{item.unit}" for minor in (missing, LARGEST_MINOR))
        raise errors.AmountTooLarge(got=f"{item.label} {got}", largest=largest)
    return opened(
        connection, pile, Amount(missing, item), date.fromisoformat(short.day), wishes, now, wishes.opening_note
    )


def _uncounted(
    connection: sqlite3.Connection, sources: Sources, outcome: Outcome, wishes: Wishes, first: int, now: str
) -> None:
    """An unknown amount leaves only what something had come into; another book was asked when that was recorded."""
    for number, store, purpose, day, source, row in imports.leaving_uncounted(connection, first).fetchall():
        pile = Pile(_stands_for(connection, number), store, purpose)
        if _is_of_a_book(sources[source][0]) or stock.ever_came_in(connection, pile, date.fromisoformat(day)):
            continue
        item = items.by_number(connection, pile.item)
        if wishes.opens:
            unknown = Amount(None, item, Certainty.UNKNOWN)
            on, note = date.fromisoformat(day), wishes.opening_note
            outcome.opened.append(opened(connection, pile, unknown, on, wishes, now, note))
            continue
        if outcome.refused is None:
            outcome.refused = errors.NothingInBefore(item=item.label, day=day)
        file, sheet = sources[source]
        expected, facts = N_("{item} of which something had come in by {day}"), {"item": item.label, "day": day}
        file.problems.append(RowProblem(sheet, row, None, expected, "?", facts))


def _given_back(connection: sqlite3.Connection, sources: Sources, outcome: Outcome, first: int) -> None:
    """No more goes back than came; what another book says of its own it was asked when it was recorded."""
    found: dict[Back, list[tuple[int, int, Entry, Gone]]] = {}
    for source, row, number in giving_back.returns_by_rows(connection, first):
        if not _is_of_a_book(sources[source][0]):
            entry = journal.read(connection, number)
            for gone in going_back(connection, entry):
                found.setdefault(gone.back, []).append((source, row, entry, gone))
    for back, rows in found.items():
        missing = giving_back.beyond(connection, back, first)
        if not missing:
            continue
        _source, _row, entry, gone = rows[-1]
        facts = {
            "party": party_names(connection, entry, gone),
            "item": gone.item.label,
            "missing": shown(missing, gone.item),
        }
        outcome.refused = outcome.refused or errors.RefundsBeyond(**facts)
        expected = N_("{item} that came from {party}: {missing} more go back than came")
        for source, row, _entry, gone in _last(rows, missing):
            file, sheet = sources[source]
            file.problems.append(_too_many(sheet, row, expected, shown(gone.minor, gone.item), facts))


def _is_of_a_book(file: FileOutcome) -> bool:
    return any(table.layout == LAYOUT for table in file.tables)


def _last(rows: list[tuple[int, int, Entry, Gone]], missing: int) -> Iterator[tuple[int, int, Entry, Gone]]:
    """The last rows without which no more would go back than came."""
    for row in rows[: -MOST_ROWS - 1 : -1]:
        if missing <= 0:
            return
        missing -= row[3].minor
        yield row


def _stands_for(connection: sqlite3.Connection, item: int) -> int:
    return items.stands_for(connection, items.by_number(connection, item))
