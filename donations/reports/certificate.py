"""Certificates of thanks: one to print, and the list of all that were issued."""

import json
from collections.abc import Iterator, Mapping

from donations.domain.kept import Kept
from donations.i18n import N_
from donations.reports.gift import DATE, ENTRY, GIVEN_BACK, GOODS, PURPOSE, given_back
from donations.reports.selection import report, rows
from donations.reports.table import Column, Report, Row, Screen, Sentence, Table, Type, Words
from donations.reports.totals import DECIMALS, ITEM_LABEL
from donations.store.book import Book
from donations.store.given import GIVEN_ON
from donations.store.kept import kept_of

_ONE = "select number, donor, issued_on, gifts, entries from certificates where number = ?"
_GIFTS = f"""
select l.entry, {GIVEN_ON.format(e="e")} as given_on, {ITEM_LABEL}, l.unit, l.amount_minor, l.certainty, l.purpose_name, l.decimals, l.position
from lines as l join entries as e on e.number = l.entry
where l.entry in (select j.value from certificates as c join json_each(c.entries) as j where c.number = :number)
order by given_on, l.entry, l.position
"""  # noqa: S608 - every part is a constant of this file
# The reason is asked for where there is one: for each certificate the view looks through all acts on the book.
_ALL = """
select number, issued_on, donor, (select group_concat(value, '、') from json_each(entries)), state, voided_on,
  iif(voided_on is null, null, reason)
from certificates order by number
"""
_JOINT_GIFTS = """
select group_concat(j.value, '、') from certificates as c join json_each(c.entries) as j
where c.number = ? and c.name_number is not null and (select count(*) from entry_names where entry = j.value and role = 'donor') > 1
"""

_NUMBER = Column("certificate", N_("Certificate"), Type.INTEGER)
_ISSUED = Column("issued_on", N_("Issued on"), Type.DATE)
_COLUMNS = (
    _NUMBER,
    Column("donor", N_("Donor")),
    _ISSUED,
    Column("gifts", N_("Number of gifts"), Type.INTEGER),
    Column("copy", N_("Copy"), Type.TERM, Screen.WHERE_USED),
)
_GIFT_COLUMNS = (ENTRY, DATE, *GOODS, PURPOSE, DECIMALS)
_LIST_COLUMNS = (
    _NUMBER,
    _ISSUED,
    Column("donor", N_("Donor")),
    Column("entries", N_("Gift")),
    Column("state", N_("State"), Type.TERM),
    Column("void_since", N_("Void since"), Type.DATE, Screen.WHERE_USED),
    Column("reason", N_("Reason"), screen=Screen.WHERE_USED),
)
_SALUTATION = N_("To {donor}:")
_THANKS = N_("Thank you for what you gave. {organisation} received it as listed here, and hereby thanks you with all its heart.")  # fmt: skip
_REPRINT = N_("Reprint of certificate no. {number}, first issued on {day}.")
_JOINT = N_("Given together with others: no. {numbers}.")
_PRIVATE = N_("This list names donors who may have asked not to be named: it is not for the public.")


def certificate(book: Book, number: int, *, is_reprint: bool) -> Report:
    """Certificate `number`, which is there, as it is printed; a reprint says so."""
    book.expect_crowds()
    row: Row = book.connection.execute(_ONE, (number,)).fetchone()
    donor, day = str(row[1]), str(row[2])
    shown: Row = (*row[:-1], "reprint" if is_reprint else None)
    gifts = json.loads(str(row[-1]))
    kept = kept_of(book.connection, gifts)
    tables = [
        Table("certificate", "", _COLUMNS, lambda: [shown]),
        Table("gifts", N_("Gifts"), _GIFT_COLUMNS, lambda: _what_was_kept(book, number, kept)),
    ]
    if kept:
        tables.append(given_back(book, kept))
    before: list[Words] = [Sentence(_REPRINT, {"number": number, "day": day})] if is_reprint else []
    before += [Sentence(_SALUTATION, {"donor": donor}), Sentence(_THANKS, {"organisation": book.name})]
    seal = Sentence(N_("{day}, {organisation} (seal)"), {"organisation": book.name, "day": day})
    title = N_("Certificate of thanks (reprint)") if is_reprint else N_("Certificate of thanks")
    made = report(book, "certificate", title, tables, None)
    [joint] = book.connection.execute(_JOINT_GIFTS, (number,)).fetchone()
    notes: list[Words] = [Sentence(_JOINT, {"numbers": joint})] if joint else []
    notes += [GIVEN_BACK] * bool(kept)
    return made._replace(lead=tuple(before), notes=tuple(notes), signatures=(seal,), is_paper=True)


def _what_was_kept(book: Book, number: int, kept: Mapping[tuple[int, int], Kept]) -> Iterator[Row]:
    """The lines of the certificate's gifts, each with what was kept of it; none where all of it went back."""
    for row in rows(book, _GIFTS, {"number": number})():
        *cells, position = row
        left = kept.get((int(row[0] or 0), int(position or 0)))
        if left is None:
            yield tuple(cells)
        elif not left.is_nothing:
            yield (*cells[:4], left.minor, left.certainty, *cells[6:])


def certificates(book: Book) -> Report:
    """Every certificate in the order of its number, void ones too."""
    table = Table("certificates", N_("Certificates"), _LIST_COLUMNS, rows(book, _ALL, {}), empty=N_("None yet."))
    return report(book, "certificates", N_("Certificates"), [table], None)._replace(notes=(_PRIVATE,))
