"""Cases of which a short run takes a share: the others are marked `long`, and run with `--full` or `-m long`."""

from collections.abc import Iterable
from typing import Any

import pytest


def every(step: int, cases: Iterable[Any], *, first: int = 0) -> list[Any]:
    """All cases, in their order; every `step`-th from number `first` on runs always. A case of several values is a tuple."""
    return [
        case if at % step == first else pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.long)
        for at, case in enumerate(cases)
    ]  # fmt: skip
