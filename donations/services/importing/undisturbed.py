"""Imports undisturbed by garbage collection: they make next to no garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000
"""How many new objects there are before garbage is looked for, instead of a few hundred."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Look for garbage seldom: what an import remembers isn't garbage, and is too much to be searched often."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
