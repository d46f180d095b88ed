"""The keys by which names find their parties, made anew: those of earlier steps had lost an s (Adams was Adam), and some signs."""

import sqlite3

from donations.domain import text

_NAMES = """
select n.number, n.name, n.key, coalesce(p.merged_into, p.number) from party_name as n join party as p on p.number = n.party
where n.name is not null order by n.key is null, n.number
"""


def give_keys(connection: sqlite3.Connection, _now: str) -> None:
    """Let every name that isn't erased find its party by `text.party_key`, as far as no other has that key.

    Names that weren't found by themselves (another had taken the key over) are where they can be now. Where blanks or signs
    alone tell two parties apart by now, the later one is found by its name exactly as it is written.
    """
    names = connection.execute(_NAMES).fetchall()
    before = {key: party for _number, _name, key, party in names}
    taken: dict[str, int] = {}
    changed: list[tuple[str | None, int]] = []
    for number, name, key, party in names:
        new: str | None = text.party_key(name)
        if new in taken:
            was_found = before.get(text.key(name)) == party
            new = text.exact_key(name) if was_found and taken[new] != party else None
        if new is not None:
            taken[new] = party
        if new != key:
            changed.append((new, number))
    connection.executemany("update party_name set key = null where number = ?", ((number,) for _key, number in changed))
    connection.executemany("update party_name set key = ? where number = ?", changed)
