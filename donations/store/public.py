"""What anybody may read: while it is shown, every view that reports read is there a second time, with names masked.

Reports know nothing of it: SQLite takes a TEMP view before one of the book that has the same name. All views are made
again, word for word, over the few tables below, so that a view that is added later can't leak what these hold back.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from donations.domain.masking import mask_numbers, public_name
from donations.domain.nameless import joined
from donations.store import crowds
from donations.store.schema_files import VIEWS, statements

TABLES = {
    "party_name": """
select n.number, n.party, public_name(n.name, 'recipient', p.sort, p.consent, null) as name, null as key, null as salt, null as commitment, n.is_main, n.created_at
from main.party_name as n join main.party as p on p.number = n.party""",
    "entry_note": "select entry, null as note, null as salt, null as commitment from main.entry_note",
    "entry": "select number, type, date, city, county, reason, reverses, corrects, null as request, recorded_at from main.entry",
    "line": """
select entry, position, item, flow, amount_minor, certainty, value_minor, value_certainty, value_basis, counted_minor,
  store, purpose, recipient, null as batch, expires_on, null as written
from main.line""",
    "item": """
select number, mask_numbers(first_name) as first_name, mask_numbers(name) as name, mask_numbers(specification) as specification,
  mask_numbers(english) as english, unit, decimals, mask_numbers(category) as category, is_money, merged_into, created_at
from main.item""",
    "item_name": "select key, item, mask_numbers(name) as name from main.item_name",
    "import_source": "select number, import, null as file, null as sha256, null as sheet, layout, heading_row from main.import_source",
    "register_change": """
select number, register, subject, act, null as before, null as after, null as reason, null as salt, null as commitment, null as state, changed_at
from main.register_change""",
    "certificate": "select number, null as name, '[]' as entries, issued_on from main.certificate",
    "store": "select number, mask_numbers(name) as name, created_at from main.store",
    "purpose": "select number, mask_numbers(name) as name, created_at from main.purpose",
}
"""The tables that hold what a person wrote, as the public may read them. Notes are left out: nobody can vouch for them."""

# A gift and what takes it back are named alike; what was said of a gift concerns who gave and who paid for it.
_ENTRY_NAMES = f"""
select ep.entry, ep.role, ep.position, q.number as party,
  public_name(m.name, ep.role, q.sort, q.consent, g.consent) as name,
  public_name(m.name, ep.role, q.sort, q.consent, g.consent) is not m.name as is_masked
from main.entry_party as ep
join main.entry as e on e.number = ep.entry
join main.party_name as n on n.number = ep.name
join main.party as p on p.number = n.party
join main.party as q on q.number = coalesce(p.merged_into, p.number)
join main.party_name as m on m.party = q.number and m.is_main = 1
left join main.gift_consent as g on g.entry = coalesce(e.reverses, e.number) and ep.role in ('donor', 'payer')
where ep.position = 1 or not {crowds.STOOD_BEFORE.format(party="+q.number")}
"""  # noqa: S608 - constants
# Joint names are put together by the program, since several of them may be masked alike.
_TOGETHER, _MASKED_TOGETHER = "(select group_concat(name, '、') from (", "(select names_joined(name) from ("
_JOINT = "select n.name from entry_names as n"
_MARKED = "select n.name || iif(n.is_masked, char(29), '') as name from entry_names as n"
_NAMES_AT_ONCE = 8192
"""How many names are remembered as the public may read them: each is asked for twice, and again for every gift of the same party."""
_NAME = re.compile(r"create view (\w+) as")
_READ = re.compile(rf"\b(from|join) ({'|'.join(TABLES)})\b")


@contextmanager
def shown_to_all(connection: sqlite3.Connection) -> Iterator[None]:
    """Let every view show what anybody may read; on return they are as they were."""
    connection.create_function("public_name", 5, lru_cache(_NAMES_AT_ONCE)(public_name), deterministic=True)
    connection.create_aggregate("names_joined", 1, _Joined)  # type: ignore[arg-type]  # of texts, not of numbers
    connection.create_function("mask_numbers", 1, _masked, deterministic=True)
    [guarded] = connection.execute("pragma query_only").fetchone()
    made: list[str] = []
    connection.execute("pragma query_only=OFF")  # a TEMP view counts as writing
    try:
        for name in crowds.VIEWS:  # names stand in those as they are
            connection.execute(f"drop view if exists temp.{name}")
        for name, sql in public_views():
            connection.execute(sql)
            made.append(name)
        connection.execute(f"pragma query_only={guarded}")
        yield
    finally:
        connection.execute("pragma query_only=OFF")
        for name in made:
            connection.execute(f"drop view if exists temp.{name}")
        connection.execute(f"pragma query_only={guarded}")


def public_views() -> list[tuple[str, str]]:
    """The name of each TEMP view with the statement that makes it."""
    views = [(f"public_{table}", f"create temp view public_{table} as {select}") for table, select in TABLES.items()]
    every = (statement for file in VIEWS for statement in statements(file.read_text(encoding="utf-8")))
    for statement in every:
        head = _NAME.search(statement)
        assert head, statement
        name, select = head[1], statement[head.end() :]
        select = _ENTRY_NAMES if name == "entry_names" else _READ.sub(r"\1 public_\2", select)
        if name == "entries":
            select = select.replace(_TOGETHER, _MASKED_TOGETHER).replace(_JOINT, _MARKED)
        views.append((name, f"create temp view {name} as {select}"))
    return views


class _Joined:
    """The aggregate `names_joined`: joint names as they stand in public; null where nobody does."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def step(self, name: str | None) -> None:
        """Take one name."""
        if name is not None:
            self.names.append(name)

    def finalize(self) -> str | None:
        """All of them together."""
        return joined(self.names) if self.names else None


def _masked(text: str | None) -> str | None:
    return None if text is None else mask_numbers(text)
