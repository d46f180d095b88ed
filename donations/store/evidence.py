"""What the chain is made of: commitments to personal texts, and a digest after each entry and each act on the registers."""

import hashlib
import sqlite3

EVIDENCE = """
select
  e.number as entry,
  rtrim(json_array(
    e.number, e.type, e.date, e.city, e.county, e.reason, e.reverses, e.corrects, e.request, e.recorded_at,
    (select commitment from entry_note where entry = e.number)), ']') || ',[' ||
  coalesce((select group_concat(part) from (
    select json_array(ep.role, ep.position, n.commitment) as part
    from entry_party as ep join party_name as n on n.number = ep.name
    where ep.entry = e.number order by ep.role, ep.position)), '') || '],[' ||
  coalesce((select group_concat(part) from (
    select json_array(
      l.position, i.first_name, iif(l.amount_minor is null, null, i.unit), iif(l.amount_minor is null, null, i.decimals), l.flow, l.amount_minor, l.certainty,
      l.value_minor, l.value_certainty, l.value_basis, l.counted_minor, s.name, p.name,
      (select commitment from party_name where number = l.recipient),
      l.batch, l.expires_on, l.written) as part
    from line as l join item as i on i.number = l.item join store as s on s.number = l.store join purpose as p on p.number = l.purpose
    where l.entry = e.number order by l.position)), '') || ']]' as evidence
from entry as e
"""
"""Each entry with exactly what the chain covers of it, as text. Nothing here may ever change for entries already recorded.

The arrays within the array are put together as texts: `json_array` would read again each of those that it has written.
Not a view: a book from elsewhere must not be able to say itself what it is held against.
"""


CHANGE_EVIDENCE = """
select
  c.number as change,
  json_array('change', c.number, c.register, c.subject, c.act, c.before, c.after, c.commitment, c.changed_at, c.state) as evidence
from register_change as c
"""
"""Each act on the registers with exactly what the chain covers of it; nothing here may ever change either."""

STATES = {
    "party": """
select p.number, json_array(
  p.sort, p.city, p.county, p.merged_into, p.consent, p.created_at,
  json((select json_group_array(json(part)) from (
    select json_array(n.number, n.commitment, n.is_main, n.created_at) as part from party_name as n where n.party = p.number order by n.number)))) as state
from party as p
""",
    "item": """
select i.number, json_array(
  i.first_name, i.name, i.specification, i.english, i.unit, i.decimals, i.category, i.is_money, i.merged_into, i.created_at,
  json((select json_group_array(json(part)) from (
    select json_array(n.key, n.name) as part from item_name as n where n.item = i.number order by n.key))),
  json((select json_group_array(json(part)) from (
    select json_array(k.unit, k.amount_minor) as part from item_pack as k where k.item = i.number order by k.unit)))) as state
from item as i
""",
    "store": "select number, json_array(name, created_at) as state from store",
    "purpose": "select number, json_array(name, created_at) as state from purpose",
    "book": "select id as number, json_array(name, identity, language, created_at, created_with) as state from book",
    "entry": "select entry as number, json_array(consent) as state from gift_consent",
}
"""What each register says of each subject, personal names by their commitment: what an act on it is sealed with.

Like the evidence of an entry: an act already sealed says in its `state` what one of these said then, so another column
is added here only together with a step that notes an act for every subject.
"""


def state_of(connection: sqlite3.Connection, register: str, subject: int) -> str | None:
    """What the register says of one subject now; None where it says nothing."""
    row = connection.execute(f"select * from ({STATES[register]}) where number = ?", (subject,)).fetchone()  # noqa: S608 - constants above
    return None if row is None else str(row[1])


def seal(connection: sqlite3.Connection, *, entry: int | None = None, change: int | None = None) -> str:
    """Add the link that seals one entry, or one act on the registers; gives its digest."""
    query, number = (
        (EVIDENCE + "where e.number = ?", entry)
        if entry is not None
        else (CHANGE_EVIDENCE + "where c.number = ?", change)
    )
    _number, evidence = connection.execute(query, (number,)).fetchone()
    last = connection.execute("select number, digest from chain order by number desc limit 1").fetchone()
    link, before = last or (0, connection.execute("select identity from book").fetchone()[0])
    digest = digest_after(before, evidence)
    connection.execute(
        "insert into chain (number, entry, change, digest) values (?, ?, ?, ?)", (link + 1, entry, change, digest)
    )
    return digest


SALT_BYTES = 16


def is_salt(salt: object) -> bool:
    """Whether it is as long as ours are: else letters of a text could be moved into its salt, and the commitment would hold."""
    return isinstance(salt, bytes) and len(salt) == SALT_BYTES


def commitment(salt: bytes, text: str) -> str:
    """What the chain covers in place of a personal text, so that the text can be erased and the chain still verifies."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def digest_after(before: str, evidence: str) -> str:
    """The digest of an entry with this `evidence`, whose predecessor has the digest `before`."""
    return digest_of(before, evidence.encode())


def digest_of(before: str, evidence: bytes) -> str:
    """As `digest_after`, of evidence as it lies in the file: a long chain needn't be read as text to be held against it."""
    return hashlib.sha256(b"%s\n%s" % (before.encode(), evidence)).hexdigest()
