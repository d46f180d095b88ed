"""What a sentence speaks of besides entries and amounts: what a register keeps, and what may have been meant."""

from collections.abc import Iterable
from typing import NamedTuple, Self


class Thing(NamedTuple):
    """Something a register keeps, by its kind (`party`, `item`, `store`, `purpose`, `book`, `entry`), number and present name."""

    kind: str
    number: int
    name: str | None = None


class Hint(NamedTuple):
    """What may have been meant by a name that nobody knows, in the language it has; empty where nothing is near."""

    names: str = ""

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """The hint at any of `names`."""
        return cls("、".join(names))

    def __str__(self) -> str:
        return f" ({self.names}?)" if self.names else ""
