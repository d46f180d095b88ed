"""The schema as it should be, held against a book's own: a dropped trigger is a law nobody tells other programs.

What each flow does to the figures belongs to it: the chain names the flow of a line only.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from donations.store.schema_files import VIEWS, statements, steps

_OBJECTS = """
select type || ' ' || name, sql from sqlite_master
where sql is not null and (type in ('trigger', 'view') or (name not glob 'sqlite_*' and tbl_name <> '_sqlite_migrations'))
"""
_FLOWS = "select 'flow ' || name, json_array(received, bought, spent, distributed, adjusted, stock) from flow"


def differences(connection: sqlite3.Connection) -> Iterator[tuple[str, bool]]:
    """What is missing from the book's schema (False), and what is there but not as it should be, or not ours (True)."""
    found = schema_of(connection)
    wanted = _wanted()
    for name, sql in wanted.items():
        if found.get(name) != sql:
            yield name, name in found
    for name in sorted(found.keys() - wanted.keys()):
        yield name, True


@cache
def _wanted() -> dict[str, str]:
    with closing(sqlite3.connect(":memory:")) as memory:
        for file in (*steps(), *VIEWS):
            for statement in statements(file.read_text(encoding="utf-8")):
                memory.execute(statement)
        return schema_of(memory)


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Everything that a book's schema consists of, by kind and name, and what each flow does."""
    return dict([*connection.execute(_OBJECTS), *connection.execute(_FLOWS)])
