"""What stands right in front of a count: a minus, 近, 每箱."""

from donations.domain import units
from donations.domain.quantities import words
from donations.domain.quantities.unit import unit_at

_AFTER_UP = frozenset("十百千万亿拾佰仟")


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
        if not found or _is_of_a_word(text, found.start(), start):
            break
        start, about = found.start(), True
    return start, about


def _is_of_a_word(text: str, first: int, start: int) -> bool:
    """Whether 近, 约, 超 or 上 at `first` ends a word, 附近, 契约, B超, or, as 上 before digits, says where: 床上3件套."""
    sign, before = text[first:start].strip(), text[first - 1 : first]
    if sign == "上":
        return text[start : start + 1] not in _AFTER_UP
    return before != "" and before in words.WORDS_ENDING_IN.get(sign, "")


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
