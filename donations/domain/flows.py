"""How often a line of each flow counts in the figures: the schema's table `flow` in the program's own words.

What SQL sums it reads there; what is put together line by line is quicker said here, and a test holds one against the other.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Counts(NamedTuple):
    """1 where an amount is added to a figure, -1 where it is taken from it."""

    received: int = 0
    bought: int = 0
    spent: int = 0
    distributed: int = 0
    adjusted: int = 0
    stock: int = 0


COUNTS: Mapping[str, Counts] = MappingProxyType(
    {
        "received": Counts(received=1, stock=1),
        "relayed": Counts(received=1, distributed=1),
        "refunded": Counts(received=-1, stock=-1),
        "bought": Counts(bought=1, stock=1),
        "spent": Counts(spent=1, stock=-1),
        "distributed": Counts(distributed=1, stock=-1),
        "returned": Counts(distributed=-1, stock=1),
        "gained": Counts(adjusted=1, stock=1),
        "lost": Counts(adjusted=-1, stock=-1),
        "moved_in": Counts(stock=1),
        "moved_out": Counts(stock=-1),
    }
)
