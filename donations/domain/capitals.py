"""Amounts of money in the capital numerals that receipts are written with: 壹万壹仟元整."""

from donations import errors
from donations.domain.amount import LARGEST_MINOR, minor_text

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_MYRIADS = ("", "万", "亿", "万亿")
_NOTHING, _ZERO = "零元整", "零"


def in_capitals(fen: int) -> str:
    """`fen` (none of them, or more) in capital numerals: 1100000 is 壹万壹仟元整, 5 is 伍分. Raises AmountTooLarge."""
    assert fen >= 0, fen
    if fen > LARGEST_MINOR:
        raise errors.AmountTooLarge(got=minor_text(fen, 2), largest=minor_text(LARGEST_MINOR, 2))
    if not fen:
        return _NOTHING
    yuan, part = divmod(fen, 100)
    whole = f"{_whole(yuan)}元" if yuan else ""
    return whole + (_part(*divmod(part, 10), behind_yuan=bool(yuan)) if part else "整")


def _part(jiao: int, fen: int, *, behind_yuan: bool) -> str:
    first = f"{_DIGITS[jiao]}角" if jiao else _ZERO if behind_yuan else ""
    return first + (f"{_DIGITS[fen]}分" if fen else "")


def _whole(number: int) -> str:
    """Whole yuan in groups of four digits; one 零 stands for every gap between digits."""
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    text, gap = "", False
    for place in reversed(range(len(groups))):
        group = groups[place]
        if not group:
            gap = True
            text += "亿" if place == 2 and text and not text.endswith("亿") else ""  # noqa: PLR2004 - 万亿 without 亿
            continue
        text += (_ZERO if text and (gap or group < 1000) else "") + _group(group)  # noqa: PLR2004 - four digits
        text += _unit_of(place, groups)
        gap = False
    return text


def _unit_of(place: int, groups: list[int]) -> str:
    """What stands behind the group: of 万亿 only 万, where a group of 亿 follows that says 亿."""
    return "万" if place == len(_MYRIADS) - 1 and groups[place - 1] else _MYRIADS[place]


def _group(group: int) -> str:
    text, gap = "", False
    for digit, place in zip(f"{group:04d}", _PLACES, strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += (_ZERO if gap else "") + _DIGITS[int(digit)] + place
        gap = False
    return text
