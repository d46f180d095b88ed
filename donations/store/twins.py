"""An entry that says what one shortly before it said: typed twice, maybe."""

import json
import sqlite3
from collections.abc import Collection

_LOOKED_BACK = 100
"""How many entries before it are looked at: whoever types one twice does so soon."""

_SAID = """(
  select group_concat(said, ';') from (
    select role || name as said from entry_party where entry = {entry} order by role, name)
) || '|' || (
  select group_concat(said, ';') from (
    select item || flow || ifnull(amount_minor, '') || certainty || ifnull(value_minor, '') || '/' || store || '/' || purpose as said
    from line where entry = {entry} order by position)
)"""
"""Who has which role, and how much of what went where; NULL where nobody has any."""

_BEFORE = f"""
select e.number from entry as e join entry as this on this.number = :number
where e.number between :number - {_LOOKED_BACK} and :number - 1 and e.date = this.date and e.type = this.type and e.reverses is null
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
  and {_SAID.format(entry="e.number")} = {_SAID.format(entry=":number")}
  and not exists (
    select 1 from entry_party as p join party_name as n on n.number = p.name
    where p.entry = :number and n.name in (select value from json_each(:nobody)))
order by e.number desc limit 1
"""  # noqa: S608 - constants above


def said_before(connection: sqlite3.Connection, number: int, nobody: Collection[str]) -> int | None:
    """The last entry before `number` that stands and says the same; none where who gave is one of `nobody`, who may be many."""
    row = connection.execute(_BEFORE, {"number": number, "nobody": json.dumps(sorted(nobody))}).fetchone()
    return int(row[0]) if row else None
