"""Cases of which a short run takes a share: the others are marked `long`, and run with `--full` or `-m long`."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest


def every(step: int, cases: Iterable[Any]) -> list[Any]:
    """All cases, in their order; the first and every `step`-th behind it run always. A case of several values is a tuple."""
    return [
        case if at % step == 0 else pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.long)
        for at, case in enumerate(cases)
    ]  # fmt: skip


def each_once(cases: Iterable[Any], others: Sequence[Any]) -> list[Any]:
    """All cases with all others, each pair a tuple; a short run takes each case once, with one of the others in turn."""
    pairs = [
        (case, *(other if isinstance(other, tuple) else (other,)))
        for at, case in enumerate(cases)
        for other in (*others[at % len(others) :], *others[: at % len(others)])
    ]
    return every(len(others), pairs)
