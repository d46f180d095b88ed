"""What a sentence speaks of besides entries and amounts, as people know it."""

from typing import NamedTuple


class Thing(NamedTuple):
    """Something a register keeps, by its kind (`party`, `item`, `store`, `purpose`, `book`, `entry`), number and present name."""

    kind: str
    number: int
    name: str | None = None
