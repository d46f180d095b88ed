"""The schema, step by step: numbered .sql files, run once each inside the caller's transaction."""

import secrets
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from donations import __version__
from donations.store.changes import Change, note_change, seal_registers
from donations.store.party_keys import give_keys
from donations.store.schema_files import SCHEMA_VERSION, VIEWS, statements, steps


def apply(connection: sqlite3.Connection, now: str) -> None:
    """Bring the schema up to date at `now`; the caller holds BEGIN IMMEDIATE, so that two programs can't race."""
    # Plugins would run other people's code inside ours; iterating tables of a book is all that is wanted here.
    database = Database(connection, execute_plugins=False, strict=True)
    every = Migrations("donations")
    for step in steps():
        every(name=step.stem)(_runner(step, now))
    if every.pending(database):
        _drop_views(connection)  # a step may change what they read
        every.apply(database)
        _make_views(connection)
    connection.execute(f"pragma user_version={SCHEMA_VERSION}")


def begin(connection: sqlite3.Connection, name: str, now: str) -> None:
    """The one row that says whose book it is; the store and the purpose that lines have where nothing is said."""
    connection.execute(
        "insert into book (id, name, identity, created_at, created_with) values (1, ?, ?, ?, ?)",
        (name, secrets.token_hex(16), now, __version__),
    )
    connection.execute("insert into store (number, name, created_at) values (1, '', ?)", (now,))
    connection.execute("insert into purpose (number, name, created_at) values (1, '', ?)", (now,))
    for register in ("book", "store", "purpose"):
        note_change(connection, Change(register, 1, "begin"), now)


def _runner(step: Path, now: str) -> Callable[[Database], None]:
    def run(database: Database) -> None:
        for statement in statements(step.read_text(encoding="utf-8")):
            database.conn.execute(statement)
        if step.stem in _THEN:
            _THEN[step.stem](database.conn, now)

    return run


_THEN = {"0002_evidence_and_privacy": seal_registers, "0010_names_apart": give_keys}
"""What a step does to what is already in a book, besides its SQL."""


def _drop_views(connection: sqlite3.Connection) -> None:
    old = connection.execute("select name from sqlite_master where type = 'view'").fetchall()
    for [name] in old:
        connection.execute(f'drop view "{name}"')


def _make_views(connection: sqlite3.Connection) -> None:
    for file in VIEWS:
        for statement in statements(file.read_text(encoding="utf-8")):
            connection.execute(statement)
