"""What the chain is made of: commitments to personal texts, and the digest of one entry after another."""

import hashlib

EVIDENCE = """
select
  e.number as entry,
  json_array(
    e.number, e.type, e.date, e.city, e.county, e.reason, e.reverses, e.corrects, e.request, e.recorded_at,
    (select commitment from entry_note where entry = e.number),
    (select json_group_array(json(part)) from (
      select json_array(ep.role, ep.position, n.commitment) as part
      from entry_party as ep join party_name as n on n.number = ep.name
      where ep.entry = e.number order by ep.role, ep.position)),
    (select json_group_array(json(part)) from (
      select json_array(
        l.position, i.first_name, iif(l.amount_minor is null, null, i.unit), iif(l.amount_minor is null, null, i.decimals), l.flow, l.amount_minor, l.certainty,
        l.value_minor, l.value_certainty, l.value_basis, l.counted_minor, s.name, p.name,
        (select commitment from party_name where number = l.recipient),
        l.batch, l.expires_on, l.written) as part
      from line as l join item as i on i.number = l.item join store as s on s.number = l.store join purpose as p on p.number = l.purpose
      where l.entry = e.number order by l.position))
  ) as evidence
from entry as e
"""
"""Each entry with exactly what the chain covers of it, as text. Nothing here may ever change for entries already recorded.

Not a view: a book from elsewhere must not be able to say itself what it is held against.
"""


def commitment(salt: bytes, text: str) -> str:
    """What the chain covers in place of a personal text, so that the text can be erased and the chain still verifies."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def digest_after(before: str, evidence: str) -> str:
    """The digest of an entry with this `evidence`, whose predecessor has the digest `before`."""
    return hashlib.sha256(f"{before}\n{evidence}".encode()).hexdigest()
