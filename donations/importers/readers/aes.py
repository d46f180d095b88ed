"""AES in counter mode, for archives that are locked with it: many blocks at once, each of their 16 bytes in a string of its own.

So a table look-up is one `translate` for all blocks, and a sum one operation on long integers: some ten megabytes a second.
"""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from sys import byteorder
from typing import Final

BLOCK: Final = 16
_ROWS: Final = 4
_REDUCED: Final = 0x11B
"""The polynomial of the field that AES counts in."""
_LONG_KEY: Final = 8
"""Words of a key whose schedule has one more substitution."""


class Counter:
    """The stream that is added to what is locked under a key; the counter is little-endian and begins with 1."""

    def __init__(self, key: bytes) -> None:
        self.keys = _schedule(key)
        self._next = 1

    def added(self, data: bytes) -> bytes:
        """The data with the stream added, which locks and unlocks; of all pieces but the last a multiple of BLOCK bytes."""
        blocks = -(-len(data) // BLOCK)
        numbers = array("Q", range(self._next, self._next + blocks))
        if byteorder == "big":
            numbers.byteswap()
        self._next += blocks
        counted, zeros = numbers.tobytes(), bytes(blocks)
        columns = [counted[place::8] if place < 8 else zeros for place in range(BLOCK)]  # noqa: PLR2004 - bytes of a Q
        stream = bytearray(blocks * BLOCK)
        for place, column in enumerate(enciphered(self.keys, columns)):
            stream[place::BLOCK] = column
        whole = int.from_bytes(data, "little") ^ int.from_bytes(stream[: len(data)], "little")
        return whole.to_bytes(len(data), "little")


def enciphered(keys: Sequence[bytes], columns: Sequence[bytes]) -> list[bytes]:
    """Blocks under the keys of each round: the first string holds the first byte of each block, and so on."""
    many = len(columns[0])
    if not many:
        return list(columns)
    substituted, doubled = _tables()
    ones = int.from_bytes(b"\1" * many, "little")
    state = [int.from_bytes(column, "little") ^ ones * key for column, key in zip(columns, keys[0], strict=True)]
    for key in keys[1:]:
        moved = _shifted([number.to_bytes(many, "little") for number in state])
        once = [int.from_bytes(column.translate(substituted), "little") for column in moved]
        if key is keys[-1]:
            state = once
        else:
            twice = [int.from_bytes(column.translate(doubled), "little") for column in moved]
            state = _mixed(once, twice)
        state = [number ^ ones * byte for number, byte in zip(state, key, strict=True)]
    return [number.to_bytes(many, "little") for number in state]


def _shifted(columns: Sequence[bytes]) -> list[bytes]:
    """Row n of each block turned by n places; a block is written column by column."""
    return [columns[(place + _ROWS * (place % _ROWS)) % BLOCK] for place in range(BLOCK)]


def _mixed(once: Sequence[int], twice: Sequence[int]) -> list[int]:
    """Each byte of a column twice, with the next three times, and the other two."""
    mixed = []
    for place in range(BLOCK):
        first = place - place % _ROWS
        one, two, three = (first + (place + behind) % _ROWS for behind in (1, 2, 3))
        mixed.append(twice[place] ^ twice[one] ^ once[one] ^ once[two] ^ once[three])
    return mixed


def _schedule(key: bytes) -> list[bytes]:
    """The keys of the rounds that a key of 16, 24 or 32 bytes makes."""
    substituted, _ = _tables()
    size = len(key) // 4
    words = [key[4 * place : 4 * place + 4] for place in range(size)]
    constant = 1
    for place in range(size, 4 * (size + 7)):
        last = words[-1]
        if place % size == 0:
            last = (last[1:] + last[:1]).translate(substituted)
            last = bytes([last[0] ^ constant]) + last[1:]
            constant = _times_two(constant)
        elif size == _LONG_KEY and place % size == _LONG_KEY // 2:
            last = last.translate(substituted)
        words.append(bytes(one ^ other for one, other in zip(words[-size], last, strict=True)))
    return [b"".join(words[place : place + 4]) for place in range(0, len(words), 4)]


def _times_two(byte: int) -> int:
    doubled = byte << 1
    return doubled ^ _REDUCED if doubled > 0xFF else doubled  # noqa: PLR2004 - a byte


@lru_cache(maxsize=1)
def _tables() -> tuple[bytes, bytes]:
    """What each byte is replaced by, and twice that: its inverse in the field, turned and added to itself."""
    powers = [1]
    for _ in range(254):
        powers.append(powers[-1] ^ _times_two(powers[-1]))  # 3 makes every byte but 0
    substituted = bytearray(256)
    for power, byte in enumerate(powers):
        inverse = powers[-power % 255]
        turned = inverse | inverse << 8
        substituted[byte] = 0x63 ^ (inverse ^ turned >> 7 ^ turned >> 6 ^ turned >> 5 ^ turned >> 4) & 0xFF
    substituted[0] = 0x63
    return bytes(substituted), bytes(map(_times_two, substituted))
