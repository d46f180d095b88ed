"""Many entries in pieces of whole days, about alike in size, that two processes put together in turn."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from donations.reports.table import MANY, Days, InColumns, Pieces
from donations.store.book import Book
from donations.store.same_sight import can_be_seen_again, seen_again

_PIECES, _FEWEST, _MOST = 8, 500, 5_000
"""So many pieces, so that both processes end at the same time; but of so many entries, as long as they are not of one day."""

_HOW_MANY = "select count(*) from entries_dated where date between ? and ?"
_LAST_OF = "select date from entries_dated where date between ? and ? order by date limit 1 offset ?"
_NEXT = "select min(date) from entries_dated where date > ? and date <= ?"


def pieces(book: Book, days: Days, read: Callable[[Book, Iterable[Days]], InColumns]) -> Pieces | None:
    """What `read` gives of the `days` of a book, in pieces; None where there are few entries, or another process can't see the same."""
    last, parts = book.last(), list(_parts(book, days))
    if len(parts) == 1 or not can_be_seen_again(book):
        return None

    def these(seen: Book, numbers: Iterable[int]) -> InColumns:
        return read(seen, map(parts.__getitem__, numbers))

    def there(numbers: Iterable[int]) -> InColumns | None:
        again = seen_again(book, last)
        if again is None:
            return None
        again.expect_crowds()
        return these(again, numbers)

    return Pieces(len(parts), partial(these, book), there)


def _parts(book: Book, days: Days) -> Iterator[Days]:
    """The `days` in parts; one part where there are few entries."""
    [[entries]] = book.connection.execute(_HOW_MANY, days)
    size = min(max(-(-entries // _PIECES), _FEWEST), _MOST) if entries >= MANY else entries
    begin, end = days
    while (found := book.connection.execute(_LAST_OF, (begin, end, size - 1)).fetchone()) is not None:
        [[begins]] = book.connection.execute(_NEXT, (found[0], end))
        if begins is None:
            break
        yield begin, found[0]
        begin = begins
    yield begin, end
