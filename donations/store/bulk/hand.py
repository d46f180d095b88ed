"""What is handed to SQLite in bulk, by a hand of its own once there is much: the next rows are made meanwhile.

SQLite needs nothing of Python while it carries out a statement, so a thread is enough. One piece of work is under way at
a time, in the order in which they were given.
"""

import sqlite3
import sys
from collections.abc import Callable
from threading import Event, Thread

_SWITCH_SECONDS = 0.0005
"""How long whoever has Python may keep it while the other waits: less than a statement takes."""

Work = Callable[[sqlite3.Connection], None]


class Hand:
    """Carries out work with a connection: at once, or beside whoever gives it from `start` to `stop`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._thread: Thread | None = None
        self._error: BaseException | None = None

    def start(self) -> None:
        """From now on work is done beside whoever gives it, who must call `stop` whatever happens."""
        if self._thread is not None:
            return
        from queue import SimpleQueue  # small imports do without

        self._given: SimpleQueue[Work | None] = SimpleQueue()
        self._is_free, self._is_over = Event(), Event()
        self._is_free.set()
        thread = Thread(target=self._go_on, daemon=True)
        try:
            thread.start()
        except RuntimeError:  # there is no memory for one, or none is allowed
            return
        self._thread, self._interval = thread, sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)

    def give(self, work: Work) -> None:
        """Have `work` done, once what was given before is. Raises what that raised."""
        connection = self.settled()
        if self._thread is None:
            work(connection)
        else:
            self._is_free.clear()
            self._given.put(work)

    def settled(self) -> sqlite3.Connection:
        """The connection, when all that was given is done. Raises what that raised."""
        if self._thread is not None:
            self._is_free.wait()
            error, self._error = self._error, None
            if error is not None:
                raise error
        return self._connection

    def stop(self) -> None:
        """Let what is under way come to its end, and begin nothing more; a signal that comes meanwhile is raised then."""
        if self._thread is None:
            return
        signal: BaseException | None = None
        while self._thread.is_alive():
            try:
                self._is_over.set()
                self._given.put(None)
                self._thread.join()
            except BaseException as error:  # noqa: BLE001 - raised below; until then the connection isn't ours
                signal = error
        self._thread = None
        sys.setswitchinterval(self._interval)
        if signal is not None:
            raise signal

    def _go_on(self) -> None:
        while (work := self._given.get()) is not None and not self._is_over.is_set():
            try:
                work(self._connection)
            except BaseException as error:  # noqa: BLE001 - whoever gave it raises it
                self._error = error
            del work
            self._is_free.set()
        self._is_free.set()
