"""What is told and kept of an import beside its entries: new names, what may be there twice, what was said of headings."""

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import islice

from donations.domain import stars
from donations.domain.imported import Outcome, SaidBefore, TableOutcome
from donations.i18n import N_
from donations.importers.table import Table
from donations.services import likenesses
from donations.services.importing.names import Names
from donations.services.importing.registers import Registers
from donations.services.importing.sheets import SUMS
from donations.store import imports, parties

_ADDS_UP = N_(
    "If this sheet only adds up what is in {column}, nothing is missing and nothing need be done: those rows were taken"
)


def tell_names(connection: sqlite3.Connection, outcome: Outcome, names: Names, registers: Registers) -> None:
    """Count the new names of papers, and of exported books, in the outcome, and say which may be one with others, or several."""
    outcome.new_parties = len(names.new_parties) + len(registers.new_parties)
    outcome.new_items = len(names.new_items) + len(registers.new_items)
    outcome.by_unit = list(names.by_unit)
    apart = {one.became for one in outcome.by_unit}
    outcome.look_alikes = likenesses.among(connection, names.new_parties, names.new_items, apart)
    outcome.several = likenesses.in_one(connection, names.new_parties)
    assert outcome.first is not None, outcome
    assert outcome.last is not None, outcome
    masked = parties.giving_again(connection, stars.SAYS_LESS, outcome.first, outcome.last)
    outcome.masked = list(
        islice({**dict.fromkeys(filter(stars.hides, masked)), **names.starred}, likenesses.MOST_ALIKE)
    )


def tell_kept(outcome: Outcome, said_before: list[SaidBefore]) -> None:
    """Say which rows look as if they were booked; where a rule says no to all of it nothing is in the book."""
    if outcome.refused is None:
        outcome.said_before = said_before
        _tell_sums(outcome)
        return
    outcome.corrected = []
    for table in (table for file in outcome.files for table in file.tables):
        table.imported = 0


def _tell_sums(outcome: Outcome) -> None:
    """Say of sheets that are called summaries, and of which nothing can be taken, that the lists beside them, which went in, may say it all."""
    for file in outcome.files:
        lists = [one.sheet for one in file.tables if one.sheet and one.imported and not SUMS.search(one.sheet)]
        for table in file.tables:
            is_refused = table.sheet and SUMS.search(table.sheet) and table.rejected and not table.accepted
            if is_refused and lists:
                table.told[_ADDS_UP, "、".join(dict.fromkeys(lists))] = []


def remember_columns(
    connection: sqlite3.Connection, layouts: Iterable[Table], columns: Mapping[str, str], now: str
) -> None:
    """Keep what was said of the headings of each table that was imported."""
    for layout in layouts if columns else ():
        said = {heading: field for heading, field in layout.columns.items() if heading in columns}
        if said:
            imports.remember(connection, layout.headings, said, now)


def tell_hidden(outcome: TableOutcome, table: Table, last: int) -> None:
    """What of the table, which ends with row `last`, isn't shown by the program that it comes from."""
    outcome.is_hidden = table.is_hidden
    outcome.hidden = sorted(row for row in table.hidden if table.heading_row < row <= last)
