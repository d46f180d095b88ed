"""What concerns a person's privacy, apart from the journal: contact, consent, and the erasing of both and of names."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from donations.domain import text
from donations.store.changes import Change, note_change

_FAMILY = "select number from party where number = :party or merged_into = :party order by number <> :party, number"
_SET_CONTACT = "insert into contact (party, field, value) values (?, ?, ?) on conflict (party, field) do update set value = excluded.value"
_SET_GIFT = "insert into gift_consent (entry, consent) values (?, ?) on conflict (entry) do update set consent = excluded.consent"
_ENTRIES = """
select entry from entry_party where name in (select number from party_name where party in (select value from json_each(:family)))
union
select entry from line where recipient in (select number from party_name where party in (select value from json_each(:family)))
"""
_PLACES = {
    "typed": "select entry, written from line where written is not null",
    "requests": "select number, request from entry where request is not null",
    "notes": "select entry, note from entry_note where note is not null",
    "purposes": "select number, name from purpose",
    "stores": "select number, name from store",
    "items": "select item, name from item_name union all select number, name || coalesce(specification, '') || coalesce(english, '') || first_name from item",
    "parties": "select party, name from party_name where name is not null",
    "acts": "select number, coalesce(before, '') || ' ' || coalesce(after, '') from register_change where register <> 'party'",
    "papers": "select import, file || ' ' || coalesce(sheet, '') from import_source",
    "issues": "select number, report from issue where report is not null",
    "columns": "select 1, headings || ' ' || columns from layout",
    "book": "select 1, name from book",
}
"""Where a name can stand besides the register of parties: nothing in these is erased."""


def family(connection: sqlite3.Connection, party: int) -> list[int]:
    """The party first, then those that were merged into it."""
    return [int(row[0]) for row in connection.execute(_FAMILY, {"party": party})]


# --- contact


def contact_of(connection: sqlite3.Connection, parties: Sequence[int]) -> set[tuple[str, str]]:
    """What is kept of how these parties are reached: fields with their values."""
    query = "select field, value from contact where party in (select value from json_each(?))"
    return set(connection.execute(query, (str(list(parties)),)).fetchall())


def set_contact(
    connection: sqlite3.Connection, parties: Sequence[int], values: Mapping[str, str], without: Sequence[str], now: str
) -> None:
    """Keep `values` with the first of `parties`, erase the fields of `without`; the act is noted by the fields' names."""
    for party in parties:
        for field in (*without, *values):
            connection.execute("delete from contact where party = ? and field = ?", (party, field))
    for field, value in values.items():
        connection.execute(_SET_CONTACT, (parties[0], field, value))
    change = Change("party", parties[0], "contact", ",".join(without) or None, ",".join(values) or None)
    note_change(connection, change, now)


def contact_noted(connection: sqlite3.Connection, party: int) -> set[str]:
    """The fields that any act has set or erased."""
    query = "select before, after from register_change where register = 'party' and subject = ? and act = 'contact'"
    return {field for row in connection.execute(query, (party,)) for part in row if part for field in part.split(",")}


# --- consent


def party_consent(connection: sqlite3.Connection, party: int) -> str | None:
    """What the party said of being named."""
    [consent] = connection.execute("select consent from party where number = ?", (party,)).fetchone()
    return consent if consent is None else str(consent)


def set_party_consent(connection: sqlite3.Connection, party: int, consent: str | None, now: str) -> None:
    """State whether the party may be named; None where nothing is said any more."""
    before = party_consent(connection, party)
    connection.execute("update party set consent = ? where number = ?", (consent, party))
    note_change(connection, Change("party", party, "consent", before, consent), now)


def gift_consent(connection: sqlite3.Connection, entry: int) -> str | None:
    """What was said of naming the donors of one gift."""
    row = connection.execute("select consent from gift_consent where entry = ?", (entry,)).fetchone()
    return None if row is None else str(row[0])


def set_gift_consent(connection: sqlite3.Connection, entry: int, consent: str | None, now: str) -> None:
    """State whether the donors of this gift may be named; None where the donors' own word goes again."""
    before = gift_consent(connection, entry)
    if consent is None:
        connection.execute("delete from gift_consent where entry = ?", (entry,))
    else:
        connection.execute(_SET_GIFT, (entry, consent))
    note_change(connection, Change("entry", entry, "consent", before, consent), now)


def consent_noted(connection: sqlite3.Connection, register: str, subject: int, consent: str | None) -> bool:
    """Whether an act has said this before, whatever was said since."""
    query = (
        "select 1 from register_change where register = ? and subject = ? and act = 'consent' and after is ? limit 1"
    )
    return connection.execute(query, (register, subject, consent)).fetchone() is not None


def gifts_of_one(connection: sqlite3.Connection, entry: int) -> list[int]:
    """The entries that say the same gift: one that was corrected, and what says it aright; not what takes them back."""
    # The plus keeps SQLite from the index on `reverses`: nearly every entry has none.
    query = """
        with recursive same (number) as (
          select coalesce(reverses, number) from entry where number = ?
          union select e.corrects from same join entry as e on e.number = same.number where e.corrects is not null
          union select e.number from same join entry as e on e.corrects = same.number where +e.reverses is null
        )
        select number from same order by number
    """
    return [int(row[0]) for row in connection.execute(query, (entry,))]


# --- erasing

FORGET = "forget"
"""The act on a party by which its names were erased."""


def names_of(connection: sqlite3.Connection, parties: Sequence[int]) -> list[str]:
    """Every name that these parties have or had."""
    query = "select name from party_name where name is not null and party in (select value from json_each(?)) order by number"
    return [str(row[0]) for row in connection.execute(query, (str(list(parties)),))]


def entries_of(connection: sqlite3.Connection, parties: Sequence[int]) -> list[int]:
    """The entries that these parties stand in."""
    return [int(row[0]) for row in connection.execute(_ENTRIES, {"family": str(list(parties))})]


def notes_of(connection: sqlite3.Connection, entries: Sequence[int]) -> dict[int, str]:
    """The notes of these entries."""
    query = "select entry, note from entry_note where note is not null and entry in (select value from json_each(?)) order by entry"
    return dict(connection.execute(query, (str(list(entries)),)).fetchall())


def reasons_with(connection: sqlite3.Connection, names: Sequence[str]) -> list[int]:
    """The acts on the registers whose reason holds one of the names."""
    rows = connection.execute("select number, reason from register_change where reason is not null order by number")
    return [int(number) for number, reason in rows if holds(reason, names)]


class Erased(NamedTuple):
    """What an act of forgetting took away besides names and contact: the notes of which entries, the reasons of which acts."""

    notes: tuple[int, ...] = ()
    reasons: tuple[int, ...] = ()

    def as_text(self) -> str:
        """As the act keeps it, under the chain: `check` holds what is gone from the book against it."""
        return json.dumps({"notes": self.notes, "reasons": self.reasons}, separators=(",", ":"))


def erase(connection: sqlite3.Connection, parties: Sequence[int], erased: Erased, reason: str | None, now: str) -> None:
    """Take away names, contact, notes and reasons, and note the act; their commitments stay, and with them the chain."""
    for party in parties:
        connection.execute("update party_name set name = null, key = null, salt = null where party = ?", (party,))
        connection.execute("delete from contact where party = ?", (party,))
    for entry in erased.notes:
        connection.execute("update entry_note set note = null, salt = null where entry = ?", (entry,))
    for number in erased.reasons:
        connection.execute("update register_change set reason = null, salt = null where number = ?", (number,))
    for party in parties:
        note_change(connection, Change("party", party, FORGET, after=erased.as_text(), reason=reason), now)


def left_over(
    connection: sqlite3.Connection, names: Sequence[str], parties: Sequence[int], notes: Sequence[int]
) -> dict[str, list[int]]:
    """Where one of the names stands in what is not erased, by the kind of place."""
    gone = {"parties": set(parties), "notes": set(notes)}
    found: dict[str, dict[int, None]] = {}
    for place, query in _PLACES.items():
        for number, content in connection.execute(query):
            if number not in gone.get(place, ()) and holds(content, names):
                found.setdefault(place, {})[number] = None
    return {place: list(numbers) for place, numbers in found.items()}


def holds(content: str, names: Sequence[str]) -> bool:
    """Whether one of the names stands in `content`, however it is spaced or in which width it is written."""
    folded = text.party_key(content)
    return any(name in content or text.party_key(name) in folded for name in names)
