"""SQLite's file format read page by page, without SQLite: a malformed page or cell is passed over, and nothing is raised.

See https://sqlite.org/fileformat2.html. Nothing here knows what the tables of a book are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from donations.store.headers import MAGIC

PAGE_SIZES = (4096, 1024, 8192, 2048, 16384, 32768, 65536, 512)
"""What a page may measure, the likeliest first."""

INDEX_INSIDE, TABLE_INSIDE, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
_KINDS = frozenset({INDEX_INSIDE, TABLE_INSIDE, INDEX_LEAF, TABLE_LEAF})
_INSIDE = frozenset({INDEX_INSIDE, TABLE_INSIDE})
_HEADER = 100
"""The first page begins with the header of the file, and its tree behind that."""

_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Serial types of whole numbers, and how many bytes they take."""

_LONGEST_RECORD = 2**24
"""No row of a book comes near this: what says it is longer is damaged, and not worth following."""

_ZERO, _ONE, _BLOB, _TEXT = 8, 9, 12, 13
_LONGEST_VARINT = 9

Stored: TypeAlias = int | str | bytes | None
Values: TypeAlias = tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds: the rowid (of a table's), the page below and left of it (inside), and the record, where it has one."""

    rowid: int | None
    child: int | None
    values: Values | None


class _MalformedError(Exception):
    """What stands there is no cell; caught in this file."""


class Pages:
    """The bytes of a file as pages of `size` bytes, numbered from 1 as SQLite does."""

    def __init__(self, data: bytes, size: int) -> None:
        self.data = data
        self.size = size
        has_header = data[:16] == MAGIC and stated_size(data) == size
        reserved = data[20] if has_header and data[20] <= size - 480 else 0
        self.usable = size - reserved
        self.has_header = has_header
        self.count = -(-len(data) // size)
        self._read: dict[int, list[Cell | None]] = {}

    def page(self, number: int) -> bytes:
        """The bytes of one page, fewer where the file ends within it; none where there is no such page."""
        return self.data[(number - 1) * self.size : number * self.size] if number > 0 else b""

    def kind(self, number: int) -> int | None:
        """Which sort of tree page it is; None where it is none."""
        page, at = self.page(number), _begin(number)
        return page[at] if len(page) > at and page[at] in _KINDS else None

    def cells(self, number: int) -> list[Cell | None]:
        """The cells of a tree page in their order, None for each that is malformed; nothing where it is no tree page."""
        if number not in self._read:
            self._read[number] = self._cells(number)
        return self._read[number]

    def _cells(self, number: int) -> list[Cell | None]:
        kind, page, at = self.kind(number), self.page(number), _begin(number)
        if kind is None or len(page) < at + 12:
            return []
        pointers = at + (12 if kind in _INSIDE else 8)
        count = _whole(page, at + 3, 2)
        if pointers + 2 * count > len(page):
            return []
        begins = (_whole(page, pointers + 2 * index, 2) for index in range(count))
        return [self._cell(page, kind, begin, least=pointers + 2 * count) for begin in begins]

    def is_empty_leaf(self, number: int) -> bool:
        """Whether it is a page of a table or index in which no row stands, as SQLite leaves one."""
        page, at = self.page(number), _begin(number)
        if self.kind(number) not in (TABLE_LEAF, INDEX_LEAF) or len(page) < self.usable:
            return False
        return page[at + 1 : at + 5] == bytes(4) and _whole(page, at + 5, 2) == self.usable % 2**16

    def last_child(self, number: int) -> int:
        """The page below and right of all cells of a page inside a tree."""
        page, at = self.page(number), _begin(number)
        return _whole(page, at + 8, 4) if len(page) >= at + 12 else 0

    def _cell(self, page: bytes, kind: int, at: int, least: int) -> Cell | None:
        if at < least:
            return None
        try:
            child = rowid = None
            if kind in _INSIDE:
                child, at = _checked(page, at, 4), at + 4
            if kind == TABLE_INSIDE:
                rowid, at = _varint(page, at)
                return Cell(_signed(rowid), child, None)
            length, at = _varint(page, at)
            if kind == TABLE_LEAF:
                rowid, at = _varint(page, at)
            record = self._payload(page, at, length, is_table=kind == TABLE_LEAF)
            return Cell(None if rowid is None else _signed(rowid), child, _decoded(record))
        except (_MalformedError, UnicodeDecodeError):
            return None

    def _payload(self, page: bytes, at: int, length: int, *, is_table: bool) -> bytes:
        """The record that begins in the cell, with what of it overflows to other pages."""
        if length > min(len(self.data), _LONGEST_RECORD):
            raise _MalformedError
        most = self.usable - 35 if is_table else (self.usable - 12) * 64 // 255 - 23
        if length <= most:
            return _piece(page, at, length)
        least = (self.usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self.usable - 4)
        here = here if here <= most else least
        parts, wanted = [_piece(page, at, here)], length - here
        following = _checked(page, at + here, 4)
        while wanted > 0:  # ends: each turn takes at least one byte off
            overflow = self.page(following)
            part = _piece(overflow, 4, min(wanted, self.usable - 4))
            following = _checked(overflow, 0, 4)
            parts.append(part)
            wanted -= len(part)
        if following:
            raise _MalformedError  # the chain of pages goes on behind the end of the record: they are not its own
        return b"".join(parts)

    @cached_property
    def free(self) -> frozenset[int]:
        """The pages that the file says are free; none where what it says doesn't add up."""
        if not self.has_header:
            return frozenset()
        trunk, wanted, found = _whole(self.data, 32, 4), _whole(self.data, 36, 4), set[int]()
        while trunk and trunk not in found and len(found) < wanted:
            page = self.page(trunk)
            if len(page) < self.usable:
                return frozenset()
            found.add(trunk)
            leaves = min(_whole(page, 4, 4), self.size // 4 - 2)
            found.update(_whole(page, 8 + 4 * index, 4) for index in range(leaves) if len(page) >= 12 + 4 * index)
            trunk = _whole(page, 0, 4)
        return (
            frozenset(found)
            if len(found) == wanted and not trunk and found <= set(range(1, self.count + 1))
            else frozenset()
        )


def stated_size(data: bytes) -> int | None:
    """How large the header says that a page is; None where there is no header."""
    if len(data) < _HEADER or data[:16] != MAGIC:
        return None
    size = _whole(data, 16, 2)
    size = 65536 if size == 1 else size
    return size if size in PAGE_SIZES else None


def sizes_to_try(data: bytes) -> Iterator[int]:
    """What a page of the file may measure: as the header says, then all others."""
    stated = stated_size(data)
    if stated is not None:
        yield stated
    yield from (size for size in PAGE_SIZES if size != stated)


def _begin(number: int) -> int:
    return _HEADER if number == 1 else 0


def _whole(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")


def _piece(data: bytes, at: int, length: int) -> bytes:
    piece = data[at : at + length]
    if len(piece) != length or not length:
        raise _MalformedError
    return piece


def _checked(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(_piece(data, at, length), "big")


def _signed(number: int) -> int:
    return number - 2**64 if number >= 2**63 else number


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's variable length, and where what follows begins."""
    number = 0
    for index in range(_LONGEST_VARINT):
        if at >= len(data):
            raise _MalformedError
        byte = data[at]
        at += 1
        if index == _LONGEST_VARINT - 1:
            return (number << 8) | byte, at
        number = (number << 7) | (byte & 0x7F)
        if not byte & 0x80:
            return number, at
    raise _MalformedError


def _decoded(record: bytes) -> Values:
    """The values of a record. Raises _MalformedError, UnicodeDecodeError."""
    length, at = _varint(record, 0)
    if length > len(record):
        raise _MalformedError
    types = []
    while at < length:
        serial, at = _varint(record, at)
        types.append(serial)
    if at != length:
        raise _MalformedError
    values: list[Stored] = []
    for serial in types:
        value, at = _value(record, at, serial)
        values.append(value)
    if at != len(record):
        raise _MalformedError
    return tuple(values)


def _value(record: bytes, at: int, serial: int) -> tuple[Stored, int]:
    if serial == 0:
        return None, at
    if serial in (_ZERO, _ONE):
        return serial - _ZERO, at
    if serial in _WHOLE_NUMBERS:
        end = at + _WHOLE_NUMBERS[serial]
        return int.from_bytes(_piece(record, at, end - at), "big", signed=True), end
    if serial < _BLOB:
        raise _MalformedError  # a fraction, or reserved: no table of ours has any
    end = at + (serial - _BLOB) // 2
    piece = _piece(record, at, end - at) if end > at else b""
    return (piece if serial % 2 == 0 else piece.decode("utf-8")), end
