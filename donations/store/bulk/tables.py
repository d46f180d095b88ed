"""How entries on their way into the book stand in between, and the statements that bring them there."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from donations.store.evidence import SALT_BYTES

_SALTS = 1024

STAGES = """
create temp table bulk_head (number integer primary key, type, date, city, county, reason, reverses, corrects, role);
create temp table bulk_line (number integer primary key, item, flow, certainty, store, purpose);
create temp table bulk_entry (
  number integer primary key, head, name, line, amount_minor, written, digest, link, row, identity
)
"""
ADD_STAGED = "insert into bulk_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
FROM_STAGE = (
    """
insert into entry (number, type, date, city, county, reason, reverses, corrects, recorded_at)
select s.number, h.type, h.date, h.city, h.county, h.reason, h.reverses, h.corrects, :now
from bulk_entry as s cross join bulk_head as h on h.number = s.head order by s.number""",
    """
insert into line (entry, position, item, flow, amount_minor, certainty, store, purpose, written)
select s.number, 1, l.item, l.flow, s.amount_minor, l.certainty, l.store, l.purpose, s.written
from bulk_entry as s cross join bulk_line as l on l.number = s.line order by s.number""",
    """
insert into entry_party (entry, role, position, name)
select s.number, h.role, 1, s.name from bulk_entry as s cross join bulk_head as h on h.number = s.head
where s.name is not null order by s.number""",
    "insert into chain (number, entry, digest) select link, number, digest from bulk_entry order by number",
    """
insert into import_row (entry, source, row, identity, is_numbered)
select number, :source, row, identity, 0 from bulk_entry where row is not null order by number""",
    "delete from bulk_entry",
)
COMMON = {
    "bulk_head": "number, type, date, city, county, reason, reverses, corrects, role",
    "bulk_line": "number, item, flow, certainty, store, purpose",
    "plain_head": "number, type, date, city, county",
    "plain_role": "number, role",
    "plain_goods": "number, item, flow, store, purpose, before, behind",
}
"""What many entries have in common, in temporary tables."""
BEFORE_ENTRIES = {
    "party": "number, city, county, created_at",
    "party_name": "number, party, name, key, salt, commitment, is_main, created_at",
    "register_change": "number, register, subject, act, after, state, changed_at",
}
BEHIND_ENTRIES = {
    "entry_note": "entry, note, salt, commitment",
    "entry_party": "entry, role, position, name",
    "line": "entry, position, item, flow, amount_minor, certainty, value_minor, value_certainty, value_basis, counted_minor,"
    " store, purpose, recipient, batch, expires_on, written",
    "import_row": "entry, source, row, identity, is_numbered, returns",
    "chain": "number, change, digest",
}
LASTS = """
select (select coalesce(max(number), 0) from entry), (select coalesce(max(number), 0) from register_change),
  (select coalesce(max(number), 0) from party), (select coalesce(max(number), 0) from party_name),
  coalesce((select max(number) from chain), 0),
  coalesce((select digest from chain order by number desc limit 1), (select identity from book))
"""


class Origin(NamedTuple):
    """The row of a paper that an entry came from, as its row has it."""

    source: int
    row: int
    identity: bytes | None
    is_numbered: bool
    returns: int | None = None


class Act(NamedTuple):
    """What was done to a register: its number, and what the chain covers of it behind the digest of the link before."""

    number: int
    said: bytes


def random_salts() -> Iterator[bytes]:
    """One salt after the other, without end."""
    while True:
        random = os.urandom(SALT_BYTES * _SALTS)
        yield from (random[at : at + SALT_BYTES] for at in range(0, len(random), SALT_BYTES))
