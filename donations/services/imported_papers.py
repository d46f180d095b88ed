"""Hold what was imported against the journal and the book's acts: so that no row is booked twice, or taken back by half."""

import sqlite3
from collections.abc import Iterator

from donations.i18n import N_
from donations.services.problem import Problem
from donations.store import import_faults, imports
from donations.store.changes import said_and_when, said_of_book


def imports_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every import is the one that was sealed, each of its entries came from one of its rows, and what was undone is undone.

    In a book that was salvaged a part of all this may be lost; there only what contradicts itself is a problem.
    """
    for number, day in import_faults.rows_astray(connection):
        sentence = N_("entry {number} is said to come from a row of an import that it is no part of")
        yield Problem("imports", sentence, {"number": number}, number, day)
    if said_of_book(connection, "salvaged"):
        return
    if imports.every(connection) != said_and_when(connection, imports.IMPORT):
        yield Problem("imports", N_("the imports are not those that the book's acts say"))
    if imports.undone(connection) != imports.acts_of_undoing(connection):
        yield Problem("imports", N_("the imports taken back are not those that the book's acts say"))
    for [number] in import_faults.without_rows(connection):
        yield Problem("imports", N_("rows of import {number} are gone"), {"number": number})
    for number, of, day in import_faults.standing_though_undone(connection):
        sentence = N_("entry {number} stands, though import {of} was taken back")
        yield Problem("imports", sentence, {"number": number, "of": of}, number, day)
    for number, day in import_faults.giving_back_others(connection):
        sentence = N_(
            "entry {number} can't give back the gift that the row it came from is said to be of: this was changed from outside"
        )
        yield Problem("imports", sentence, {"number": number}, number, day)
    for number, day in import_faults.unknown_again(connection):
        sentence = N_("the row of entry {number} would be imported again: what it is known by was taken away")
        yield Problem("imports", sentence, {"number": number}, number, day)
