"""Names in what anybody writes (purposes, stores, items, reasons): who of the register may not be named, and is."""

from collections.abc import Iterable, Mapping, Sequence

from donations.domain.entry import Role
from donations.domain.masking import IN_PLACE_OF_NAMES, mask_numbers, public_name
from donations.domain.nameless import KIND_PERSON
from donations.reports.issue_sums import number
from donations.reports.selection import rows
from donations.reports.table import Report, Row
from donations.store.book import Book

# All of it as the treasurer reads it, also while the book is shown as anybody may read it: hence `main`.
_WRITTEN = """
select name from main.purposes union select name from main.stores union select name from main.items
union select specification from main.items where specification is not null
union select english from main.items where english is not null
union select category from main.items where category is not null
"""
_PARTIES = "select number, name, also, sort, consent from main.parties"
_ROLES = """
select role from main.party_entries where party = :party
union select 'recipient' where exists (
  select 1 from main.line_figures where recipient in (select name_number from main.name_now where party = :party))
"""
_AS_WHAT = (Role.DONOR, Role.PAYER, Role.VIA, Role.SUPPLIER, Role.RECIPIENT, Role.BENEFICIARY)
"""In the place of whom somebody stands who is several of these."""


def told_of(book: Book, report: Report) -> list[tuple[str, str]]:
    """Who may not be named, and a text of `report` in which their name stands: it was written for a purpose, store or item."""
    written = {mask_numbers(str(text)) for [text] in rows(book, _WRITTEN, {})()}
    found = _named_in(book, written)
    if not found:
        return []
    shown = _texts(report, {text for _name, text in found})
    return [(name, text) for name, text in found if text in shown]


def in_place_of(book: Book, parties: Iterable[int], said: str) -> Mapping[str, str]:
    """By each name of the parties in `said`, what stands for it there: 王** for who was helped, 爱心人士 for who gave."""
    wanted = set(parties)
    found: dict[str, str] = {}
    for row in rows(book, _PARTIES, {})():
        names = [name for name in _names(row) if name in said] if number(row[0]) in wanted else []
        if names:
            found |= dict.fromkeys(names, _stands_for(book, row))
    return found


def _stands_for(book: Book, row: Row) -> str:
    party, name, _also, sort, consent = row
    roles = _roles(book, number(party))
    role = next((each for each in _AS_WHAT if each in roles), Role.RECIPIENT)
    shown = public_name(str(name), role, _text(sort), _text(consent))
    return KIND_PERSON if shown == mask_numbers(str(name)) else shown


def _named_in(book: Book, written: set[str]) -> list[tuple[str, str]]:
    """Each name of who may not be named with the texts it stands in; a name is looked for where its beginning stands."""
    begins = {text[at : at + 2] for text in written for at in range(len(text) - 1)}
    found: list[tuple[str, str]] = []
    for row in rows(book, _PARTIES, {})():
        for name in _names(row):
            if name[:2] not in begins:
                continue
            texts = sorted(text for text in written if name in text)
            if texts and not _may_be_named(book, row):
                found += [(name, text) for text in texts]
    return found


def _may_be_named(book: Book, row: Row) -> bool:
    """Whether a party may be named as all that it ever was; who only stands in the register, as who gives."""
    party, name, _also, sort, consent = row
    roles = _roles(book, number(party)) or {Role.DONOR}
    plain = mask_numbers(str(name))
    return all(public_name(str(name), role, _text(sort), _text(consent)) == plain for role in roles)


def _roles(book: Book, party: int) -> set[Role]:
    return {Role(str(role)) for [role] in rows(book, _ROLES, {"party": party})()}


def _names(row: Row) -> Sequence[str]:
    """All names of a party that tell who it is."""
    every = (str(row[1]), *str(row[2] or "").split("、"))
    return [name for name in every if len(name) > 1 and name not in IN_PLACE_OF_NAMES]


def _texts(report: Report, suspect: set[str]) -> set[str]:
    """Which of the texts the report shows: alone, or with the specification behind the name."""
    shown: set[str] = set()
    for table in report.tables:
        for row in (*table.rows(), *table.totals):
            for cell in row:
                if isinstance(cell, str):
                    shown |= {text for text in suspect if text in cell}
    return shown


def _text(value: object) -> str | None:
    return None if value is None else str(value)
