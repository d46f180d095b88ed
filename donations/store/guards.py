"""The schema as it should be, held against a book's own: a dropped trigger is a law nobody tells other programs."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from donations.store.schema_files import VIEWS, statements, steps

_OBJECTS = "select type || ' ' || name, sql from sqlite_master where name not like 'sqlite_%' and tbl_name <> '_sqlite_migrations' and sql is not null"


def differences(connection: sqlite3.Connection) -> Iterator[tuple[str, bool]]:
    """What is missing from the book's schema (False), and what is there but not as it should be, or not ours (True)."""
    found = dict(connection.execute(_OBJECTS).fetchall())
    wanted = _wanted()
    for name, sql in wanted.items():
        if found.get(name) != sql:
            yield name, name in found
    for name in found.keys() - wanted.keys():
        yield name, True


@cache
def _wanted() -> dict[str, str]:
    with closing(sqlite3.connect(":memory:")) as memory:
        for file in (*steps(), *VIEWS):
            for statement in statements(file.read_text(encoding="utf-8")):
                memory.execute(statement)
        return dict(memory.execute(_OBJECTS).fetchall())
