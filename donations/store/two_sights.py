"""Read one book in two threads at once: SQLite needs nothing of Python while it works, and nearly every computer has two cores.

As long as a sight of the book is open its lock keeps everybody from committing, so that another sight which begins
meanwhile sees the same state to the letter. (`journal_mode=DELETE`; of a file that somebody made a WAL file that isn't
so, and there is no second sight.) The lock belongs to the process, hence threads and not processes.
"""

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Condition, Thread
from typing import Generic, TypeAlias, TypeVar

from donations.store.book import Book
from donations.store.connecting import READER_PRAGMAS, connect

_THREADS = 2
_LOOK_SECONDS = 0.1
"""How long is waited in one piece: on Windows a signal is heard only between two of them."""

Result = TypeVar("Result")
Act: TypeAlias = Callable[[sqlite3.Connection], Result]


def side_by_side(book: Book, acts: Sequence[Act[Result]], told: Callable[[int], None]) -> Generator[Result, None, None]:
    """What came of each of the acts, in their order; what one raised is raised in its turn.

    `told` hears which act is begun, by its place in the row. The caller has a sight of the book, and has written nothing that
    others can't see yet; whoever leaves early, or is interrupted, closes this, and what is under way is broken off.
    """
    shared = _Shared(book, acts, told)
    threads = [Thread(target=shared.work, daemon=True) for _number in range(_THREADS)]
    try:
        for thread in threads:
            with suppress(RuntimeError):  # there is no memory for one, or none is allowed
                thread.start()
        for number, act in enumerate(acts):
            while not shared.is_done(number) and any(thread.is_alive() for thread in threads):
                shared.wait_for(number)
            if not shared.is_done(number):  # no other sight was to be had
                told(number)
                yield act(book.connection)
            else:
                yield shared.result(number)
    finally:
        shared.taken = len(acts)
        for thread in threads:
            while thread.is_alive():
                shared.break_off()
                thread.join(_LOOK_SECONDS)


@dataclass
class _Shared(Generic[Result]):
    """What the threads share: which acts are taken, and what came of them."""

    book: Book
    acts: Sequence[Act[Result]]
    told: Callable[[int], None]
    taken: int = 0
    changed: Condition = field(default_factory=Condition)
    _results: dict[int, Result] = field(default_factory=dict)
    _raised: dict[int, Exception] = field(default_factory=dict)
    _sights: list[sqlite3.Connection] = field(default_factory=list)

    def work(self) -> None:
        """Do acts until there is none that nobody has taken."""
        with _another_sight(self.book) as connection:
            if connection is None:
                return
            self._sights.append(connection)
            while (number := self._take()) is not None:
                try:
                    self._results[number] = self.acts[number](connection)
                except Exception as error:  # noqa: BLE001 - raised where its turn comes
                    self._raised[number] = error
                with self.changed:
                    self.changed.notify_all()

    def _take(self) -> int | None:
        with self.changed:
            if self.taken >= len(self.acts):
                return None
            self.taken += 1
            self.told(self.taken - 1)
            return self.taken - 1

    def is_done(self, number: int) -> bool:
        return number in self._results or number in self._raised

    def result(self, number: int) -> Result:
        if number in self._raised:
            raise self._raised[number]
        return self._results[number]

    def wait_for(self, number: int) -> None:
        """Until that act is done, or for a moment."""
        with self.changed:
            self.changed.wait_for(lambda: self.is_done(number), _LOOK_SECONDS)

    def break_off(self) -> None:
        """End the statements that are under way."""
        for connection in self._sights:
            with suppress(sqlite3.ProgrammingError):  # closed by its thread meanwhile
                connection.interrupt()


@contextmanager
def _another_sight(book: Book) -> Iterator[sqlite3.Connection | None]:
    """One more connection that sees what the open sight of `book` sees; None where there can be none."""
    try:
        connection = connect(book.path, writing=False)
    except (sqlite3.Error, UnicodeDecodeError):
        yield None
        return
    try:
        yield connection if _sees_the_same(connection, book) else None
    finally:
        connection.close()


def _sees_the_same(connection: sqlite3.Connection, book: Book) -> bool:
    """Begin the sight; whether it is of the file that the book was opened from, and shares its lock."""
    try:
        for pragma in READER_PRAGMAS:
            connection.execute(f"pragma {pragma}")
        connection.execute("begin")
        connection.execute("select 1 from book").fetchone()
        [journal] = connection.execute("pragma journal_mode").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):  # on Windows a writer that waits for us lets no more readers in
        return False
    return journal != "wal" and book.is_in_place()
