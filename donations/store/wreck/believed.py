"""Which numbers found in a damaged file are believed: a flipped bit makes one of them as high as no book ever was."""

from collections.abc import Collection, Iterable, Mapping

from donations.store.wreck.shapes import Key, Row, number_of

_BYTES = 64
"""The least that an entry, or an act, takes of a file: its link in the chain alone has a digest of as many signs."""
_ALWAYS = 10_000
"""So many may be lost of any file."""


def widest_gap(size: int) -> int:
    """How many numbers can have stood between two that are left, in a file of `size` bytes: what was there took its room."""
    return max(_ALWAYS, size // _BYTES)


def highest_believed(numbers: Collection[int], gap: int) -> int:
    """The highest of `numbers` that is reached from 0 without a wider gap."""
    highest = 0
    for number in sorted(numbers):
        if number - highest > gap:
            break
        highest = max(highest, number)
    return highest


def acted_on(acts: Iterable[Row], register: str, gap: int, others: Iterable[int] = ()) -> set[int]:
    """The subjects of a register that `acts` speak of, as far as their numbers are believed beside those of `others`."""
    every = {number_of(act, "subject") for act in acts if act["register"] == register}
    highest = highest_believed({*every, *others}, gap)
    return {number for number in every if 0 < number <= highest}


def believed(rows: Mapping[Key, Row], gap: int) -> dict[Key, Row]:
    """The rows of one table without those whose number is not believed; of a table that isn't numbered, all."""
    numbers = {key[0] for key in rows if key and isinstance(key[0], int)}
    highest = highest_believed(numbers, gap)
    return {key: row for key, row in rows.items() if not (key and isinstance(key[0], int) and key[0] > highest)}
