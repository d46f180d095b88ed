"""One whole number shared out in whole numbers, so that the parts add up to it exactly."""

from collections.abc import Sequence


def shares(whole: int, weights: Sequence[int]) -> list[int]:
    """`whole` in the proportion of `weights` (none below zero, their sum above it): the largest remainders get the rest.

    No part is above its weight as long as `whole` isn't above their sum. Equal remainders: who stands first.
    """
    total = sum(weights)
    assert whole >= 0, whole
    assert total > 0, weights
    parts = [whole * weight // total for weight in weights]
    rest = whole - sum(parts)
    largest_first = sorted(range(len(weights)), key=lambda at: (-(whole * weights[at] % total), at))
    for at in largest_first[:rest]:
        parts[at] += 1
    return parts
