"""A limit of computing time that is as strict on a slow machine, or a busy one, as on a quick one.

`with soon(1): …` fails when the work took more than a second of computing on a machine that does `_work` in `_USUAL`
seconds; a machine that needs three times as long for that is given three seconds.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = 0.02
"""Seconds that `_work` took on the machines for which the limits were written."""
_SLOWEST = 8.0
"""More than this is never forgiven, whatever the clock says."""


@contextmanager
def soon(seconds: float, about: object = "") -> Iterator[None]:
    """Fail, naming `about`, if what is done within takes more than so many seconds of computing."""
    begun = time.process_time()
    try:
        yield
    finally:  # a refusal must come as soon as an answer
        taken = time.process_time() - begun
        assert is_soon(taken, seconds), f"{taken:.2f} s instead of {seconds}: {about}"


def is_soon(taken: float, seconds: float) -> bool:
    """Whether work that took so many seconds of computing keeps that limit on this machine."""
    return taken < seconds or taken < seconds * slowness()  # the machine is asked only where the limit is passed


def slowness() -> float:
    """How many times as long as usual this machine takes just now, at least 1."""
    return min(_SLOWEST, max(1.0, min(_work() for _ in range(3)) / _USUAL))


def _work() -> float:
    """Seconds of computing for regexes, numbers and texts, as reading papers takes them."""
    begun = time.process_time()
    for _ in range(40):
        re.search("(?:a|ab)*c", "ab" * 150)
        sorted(str(number) for number in range(300))
    return time.process_time() - begun
