"""Imports undisturbed by looks for garbage, of which they make none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000
"""So many new objects, instead of some hundreds, before garbage is looked for."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Garbage is looked for seldom: what an import remembers is no garbage, and is too much to be looked through often."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
