"""What stands right in front of a count: a minus, 近, 每箱."""

from donations.domain import units
from donations.domain.quantities import words
from donations.domain.quantities.unit import unit_at


def behind_minus(text: str, start: int, floor: int) -> tuple[int, bool]:
    before = text[floor:start]
    if before.endswith("负"):
        return start - 1, True
    if not before.endswith("-"):
        return start, False
    earlier = before[:-1].rstrip("-")
    letter = earlier[-1:]
    return (start, False) if letter.isascii() and letter.isalnum() else (start - 1, True)


def behind_about(text: str, start: int, floor: int) -> tuple[int, bool]:
    """The start of 近, 约, about … standing right before `start`, and whether any does."""
    about = False
    for _ in range(3):
        found = words.about_before().search(text, max(floor, start - 18), start)
        if not found:
            break
        start, about = found.start(), True
    return start, about


def behind_per(text: str, start: int, floor: int) -> tuple[int, units.Unit | None]:
    """The start of 每箱 standing right before `start` (also 每箱装), and its unit."""
    window = max(floor, start - 16)
    fills = words.fills().search(text, window, start)
    end = fills.start() if fills else start
    for first in range(end - 1, window - 1, -1):
        unit = unit_at(text, first, packing=True)
        per = words.per_before().search(text, window, first)
        if unit and unit[0] == end and per:
            return per.start(), unit[1]
    return start, None
