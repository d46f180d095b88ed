"""Somebody's own SELECT over the views: read-only, limited in time and room, whatever it says."""

import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from difflib import get_close_matches
from pathlib import Path

from donations import errors
from donations.domain.thing import Hint
from donations.store.connecting import BUSY_SECONDS
from donations.store.faults import faults_spoken

Value = str | int | None
Answer = tuple[list[str], list[tuple[Value, ...]]]
"""The names of the columns, all different, and the rows."""

MEGABYTE = 1_000_000
_ROOM = 200 * MEGABYTE
"""Bytes that the rows of an answer may take together, roughly, and SQLite's own work as well."""

_CELL = 56
"""What a value takes in Python beside its text."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MEGABYTE,  # of one value: randomblob(2000000000) ends here
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 50_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 50,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = (
    "query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0",
    "temp_store=MEMORY",  # nothing is put into files; what doesn't fit below the heap's limit is refused
    f"hard_heap_limit={_ROOM}",  # of this process, and never raised again: a book's ordinary work needs a hundredth of it
)  # fmt: skip
_STEPS_BETWEEN_LOOKS = 1000
"""How many of SQLite's machine steps pass between two looks at the clock: well below a millisecond."""

_STUCK_SECONDS = 0.5
"""How much longer one single step (a function over megabytes) may take before nothing but ending the program helps."""

_REFUSED_FUNCTIONS = frozenset({"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "sqlite_log"})
_BEGIN = re.compile(r"(?:\s|--[^\n]*(?:\n|\Z)|/\*.*?(?:\*/|\Z))*(?P<word>\w*)", re.DOTALL)
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?(?:\*/|\Z)""", re.DOTALL)
_UNASKED = re.compile(r"\b(?:using|natural)\b", re.IGNORECASE)
"""Joins whose columns SQLite puts together without asking whether they may be read."""

_UNKNOWN = re.compile(r"no such (?P<what>table|column): (?:\w+\.)?(?P<name>.+)")

Access = tuple[str | None, str | None, str | None]
"""A table, its column, and the view (or part of one) that reads it; None where the query itself does."""


def ask(path: Path, query: str, seconds: int, public: Iterable[str], *, stuck: Callable[[], None]) -> Answer:
    """What the one SELECT `query` finds in the book at `path`, which was opened in the ordinary way before.

    (That rolls back what a crash left, which can't be done here.) All of it is read before any of it is shown: a slow
    reader holds up nobody who records, and a query that takes too long prints nothing. `public` are the views that an
    unknown name is likened to; `stuck` is called from a thread of its own where SQLite doesn't come back to be stopped.

    Integers and texts come as they are, other numbers as SQLite prints them, bytes in hexadecimal.
    Raises OnlySelect, QueryNotUnderstood, QueryTooLong, QueryTooLarge, NotText; BusyBook, DamagedFile; KeyboardInterrupt.
    """
    _refuse_other_statements(query)
    watch = threading.Timer(seconds + _STUCK_SECONDS, stuck)
    watch.daemon = True
    with faults_spoken(path), guarded(path) as connection, closing(sqlite3.connect(":memory:")) as printer:
        deadline = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)
        watch.start()
        try:
            cursor = connection.execute(query)
            names = [str(column[0]) for column in cursor.description or ()]
            return _all_different(names), list(_within(_ROOM, (_plain(row, printer) for row in cursor)))
        except (sqlite3.Error, sqlite3.Warning, MemoryError, UnicodeEncodeError, ValueError) as error:
            if _is_stopped(error) and time.monotonic() < deadline:
                raise KeyboardInterrupt from error  # SQLite swallows what is raised while it runs
            raise _spoken(error, query, seconds, connection, public) from error
        finally:
            watch.cancel()


@contextmanager
def guarded(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection in which nothing but SELECT over the views goes through, with one unchanging sight of the book.

    Raises sqlite3's own errors, such as that of a locked file.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        connection.text_factory = _text
        for pragma in _PRAGMAS:
            connection.execute(f"pragma {pragma}")
        connection.execute("begin")
        views = frozenset(name for [name] in connection.execute("select name from sqlite_master where type = 'view'"))
        reads = _reads_of(connection, views)
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        connection.set_authorizer(_authorizer(views, reads))
        yield connection


def _authorizer(
    views: frozenset[str], reads: frozenset[Access]
) -> Callable[[int, str | None, str | None, str | None, str | None], int]:
    """What answers SQLite when it asks, while it prepares a statement, whether something is allowed.

    A base table may be read as a view reads it, column by column. The view's name alone isn't enough: SQLite says the
    name of a WITH part there too, and anybody can call one by the name of a view. Where no column is wanted of a table
    or WITH part (count(*), or a view of which little is asked), SQLite says the column "" and names no view: so how many
    rows a table has is the one thing that can be had without one.
    """

    def allowed(action: int, first: str | None, second: str | None, _database: str | None, view: str | None) -> int:
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            name = (first or "").lower()
            counted = second == "" and not name.startswith(("sqlite_", "pragma_"))
            is_read = name in views or counted or (first, second, view) in reads
            return sqlite3.SQLITE_OK if is_read else sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _REFUSED_FUNCTIONS:
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    return allowed


def columns_of(connection: sqlite3.Connection, view: str) -> list[str]:
    """The columns of a view; none where the book has no such view."""
    try:
        return [column[0] for column in connection.execute(f'select * from "{view}" limit 0').description]  # noqa: S608 - a name of ours
    except sqlite3.OperationalError:
        return []


def _reads_of(connection: sqlite3.Connection, views: Iterable[str]) -> frozenset[Access]:
    """Every column of every table that a view reads by itself."""
    reads: set[Access] = set()

    def note(action: int, first: str | None, second: str | None, _database: str | None, view: str | None) -> int:
        if action == sqlite3.SQLITE_READ and view is not None:
            reads.add((first, second, view))
        return sqlite3.SQLITE_OK

    connection.set_authorizer(note)
    for view in views:
        columns_of(connection, view)
    return frozenset(reads)


def _refuse_other_statements(query: str) -> None:
    if "\0" in query:
        raise errors.OnlySelect
    begin = _BEGIN.match(query)
    assert begin is not None
    if begin["word"].lower() not in {"select", "with", "values"}:
        raise errors.OnlySelect
    if _UNASKED.search(_QUOTED.sub(" ", query)):
        raise errors.OnlySelect


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _plain(row: tuple[object, ...], printer: sqlite3.Connection) -> tuple[Value, ...]:
    return tuple(value if value is None or isinstance(value, (str, int)) else _printed(value, printer) for value in row)


def _printed(value: object, printer: sqlite3.Connection) -> str:
    """Bytes in hexadecimal; another number as SQLite itself prints it."""
    if isinstance(value, bytes):
        return value.hex()
    return str(printer.execute("select cast(? as text)", (value,)).fetchone()[0])


def _within(room: int, rows: Iterable[tuple[Value, ...]]) -> Iterator[tuple[Value, ...]]:
    """The rows, as long as they fit. Raises QueryTooLarge."""
    for row in rows:
        room -= _CELL * (len(row) + 1) + sum(len(value) for value in row if isinstance(value, str))
        if room < 0:
            raise errors.QueryTooLarge
        yield row


def _all_different(names: list[str]) -> list[str]:
    """The names, with a number behind those that stood before."""
    different: list[str] = []
    for name in names:
        number, new = 1, name
        while new in different:
            number += 1
            new = f"{name}_{number}"
        different.append(new)
    return different


_TOO_LARGE = frozenset({sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_FULL})
_FORBIDDEN = frozenset({sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM})
_SAID_OF_FORBIDDEN = re.compile("prohibited|not authorized|vtable constructor failed|one statement at a time")


def _spoken(
    error: Exception, query: str, seconds: int, connection: sqlite3.Connection, public: Iterable[str]
) -> Exception:
    """One of our errors for what SQLite and its Python module said."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if isinstance(error, UnicodeEncodeError):
        return errors.NotText(got=query[:40])
    if isinstance(error, MemoryError) or code in _TOO_LARGE:
        return errors.QueryTooLarge()
    if _is_stopped(error):
        return errors.QueryTooLong(seconds=seconds)
    if code in _FORBIDDEN or _SAID_OF_FORBIDDEN.search(str(error)):
        return errors.OnlySelect()
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR):
        return error  # the book's fault, not the query's
    names = list(public)
    return errors.QueryNotUnderstood(message=str(error), hint=_near(str(error), connection, names), views=names)


def _is_stopped(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def _near(message: str, connection: sqlite3.Connection, views: list[str]) -> Hint:
    """The view or column that an unknown one looks like."""
    unknown = _UNKNOWN.match(message)
    if unknown is None:
        return Hint()
    connection.set_progress_handler(None, 0)
    known = views if unknown["what"] == "table" else [name for view in views for name in columns_of(connection, view)]
    close = get_close_matches(unknown["name"].lower(), dict.fromkeys(known), n=1)
    return Hint.of(close)
