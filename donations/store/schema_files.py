"""The schema's .sql files, and how they fall apart into statements."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent / "schema"
SCHEMA_VERSION = 10
"""How many numbered steps the schema has; kept in the header of every book (user_version)."""

VIEWS = (_FOLDER / "views.sql", _FOLDER / "public_views.sql")
"""What our reports read, and what people and other programs may; in the order they are made."""


def steps() -> list[Path]:
    """The numbered steps in order."""
    return sorted(_FOLDER.glob("[0-9]*.sql"))


def statements(script: str) -> Iterator[str]:
    """The single statements of `script`: `executescript` would commit behind the caller's back."""
    pending = ""
    for row in script.splitlines(keepends=True):
        pending += row
        if row.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    assert all(not row.strip() or row.lstrip().startswith("--") for row in pending.splitlines()), pending
