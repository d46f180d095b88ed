"""What the sheets of an imported paper have in common."""

import sqlite3
from collections.abc import Collection

_STANDS_ALONE = """
select 1 from import_row as r where r.source = ? and r.entry >= ? and (r.identity is null or not exists (
  select 1 from import_row as o where o.identity = r.identity and o.entry >= ? and o.source in ({others}))) limit 1
"""


def stands_in(connection: sqlite3.Connection, source: int, others: Collection[int], first: int) -> bool:
    """Whether each row of a source, among entries from `first` on, stands in one of `others` too, known by its content."""
    query = _STANDS_ALONE.format(others=", ".join("?" * len(others)))
    return connection.execute(query, (source, first, first, *others)).fetchone() is None
