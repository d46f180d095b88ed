"""Amounts of money beside one another that would be read as one: 美元100，100元 is no 100100 dollars."""

from functools import cache
from re import IGNORECASE, Pattern, escape
from re import compile as pattern

from donations import errors
from donations.domain.quantities.goods import fold
from donations.domain.quantities.money import CURRENCIES, YUAN, Currency
from donations.domain.text import tidy

_GENERIC = ("元", "圆", "园整", "园正", "块钱")
"""What people also call money that is no yuan, behind the word for it: 港币1,000元."""
_SIGNS = ("$", "€", "£")
_WIDE = "， 　"
"""What seldom stands within a number of Chinese papers, and often between two."""


def refuse_two_amounts(text: str) -> None:
    """Raises AmountsBeside where the digits of an amount of money may be those of two: their groups are parted as amounts are, and
    what stands before and behind them is not the same money, or nothing stands before and a full comma within.
    """
    if not any(mark in text for mark in ",， 　"):
        return
    for found in _amounts().finditer(text):
        before, digits, behind = found[1].casefold(), found[2], found[3].casefold()
        groups = _parts().split(digits)
        if any(fold(group).startswith("0") for group in groups[1:]) or len(groups) != 2:  # noqa: PLR2004 - 1,234,567
            continue
        comma = digits[len(groups[0]) : -len(groups[1])].strip(" ") or " "
        if _are_two(before, behind, comma in _WIDE, len(groups[0])):
            one, other = fold(groups[0]), fold(groups[1])
            unit = _called(behind, 1)
            first = _called(before, 0) if before else unit
            apart = f"{one}{first.unit if first else ''}、{other}{unit.unit if unit else ''}"
            raise errors.AmountsBeside(got=tidy(found[0])[:60], apart=apart, whole=f"{one}{other}")


def _are_two(before: str, behind: str, is_wide: bool, first: int) -> bool:
    if not before:
        return is_wide and first == 3  # noqa: PLR2004 - 12，500元 is one number
    if behind in _GENERIC:
        of_yuan = _called(before, 0) is YUAN
        return (is_wide and first == 3) if of_yuan else (is_wide or before in _SIGNS)  # noqa: PLR2004
    if not behind:
        return is_wide and first == 3  # noqa: PLR2004
    return _called(before, 0) is not _called(behind, 1)


def _called(word: str, side: int) -> Currency | None:
    return next(
        (one for one in CURRENCIES if word in (one.before, one.behind)[side] or (word == "￥" and one is YUAN)), None
    )


@cache
def _parts() -> Pattern[str]:
    return pattern(r"[,， 　]+")


@cache
def _amounts() -> Pattern[str]:
    """A number of groups of three digits, with the money before and behind it."""
    before = "|".join(
        escape(word) for word in sorted({w for one in CURRENCIES for w in one.before} | {"￥"}, key=len, reverse=True)
    )
    behind = "|".join(
        escape(word) for word in sorted({w for one in CURRENCIES for w in one.behind} | {"圆"}, key=len, reverse=True)
    )
    digit = "[0-9０-９]"
    return pattern(
        rf"({before}|)[ :：]?(?<![0-9０-９.,，])({digit}{{1,3}}(?:(?:[,，] ?| |　){digit}{{3}})+)(?![0-9０-９,，])(?:[.．]{digit}{{1,9}})?[万亿千百]?[ ]?({behind}|)",
        IGNORECASE,
    )
