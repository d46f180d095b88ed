"""What an amount is stated for each of, and is no unit of goods: 150份/天×10天, 每户10斤共50户, 50 kg/day x 10 days."""

from functools import cache
from re import Pattern
from re import compile as pattern

from donations.domain.units import Rank, Unit

_HAN = "天日餐户家村校班位名周月期"
_ENGLISH = ("day", "household", "family", "village", "school", "person", "week", "month")
FRAMES = frozenset((*_HAN, *_ENGLISH))
"""The words that say what an amount is for each of."""

_FIRST = frozenset(word[0] for word in FRAMES)
_NUMBER = r"[0-9一二两三四五六七八九十百千万]"


def is_frame(unit: Unit | None) -> bool:
    """Whether an amount can be stated for each of `unit`, though nothing is counted in it."""
    return unit is not None and unit.name in FRAMES


@cache
def _frame() -> Pattern[str]:
    return pattern(
        rf"([{_HAN}])(?=$|[^\u4e00-\u9fff]|[的共合总计发连每])|(families|(?:{'|'.join(_ENGLISH)})s?)(?![a-z])"
    )


@cache
def _each_of(word: str) -> Pattern[str]:
    return pattern(rf"(?:/ ?|每|per |each |a |every ){word}")


@cache
def _counted(word: str) -> Pattern[str]:
    return pattern(rf"{_NUMBER} ?(?:{word}s?)(?![a-z])")


@cache
def _ends_in_number() -> Pattern[str]:
    return pattern(rf"{_NUMBER} ?$")


@cache
def _ends_in_times() -> Pattern[str]:
    """150份×10天: what is multiplied by days is there on each."""
    return pattern(rf"(?:×|(?<![a-z])x) ?{_NUMBER}+ ?$")


@cache
def _ends_in_each() -> Pattern[str]:
    return pattern(r"(?:每|per |each |a |every )$")


def frame_at(text: str, position: int) -> tuple[int, Unit] | None:
    """End and unit of the word at `position` that an amount of `text` is stated for each of; None where it is none here.

    /天 always says so; 每天 only where the text counts days too (每日坚果), and 10天 only where it says 每天 or /天.
    """
    found = _frame().match(text, position) if text[position : position + 1] in _FIRST else None
    if found is None:
        return None
    word = found[1] or ("family" if found[2] == "families" else found[2].removesuffix("s"))
    before = text[max(0, position - 12) : position]
    if before.rstrip().endswith("/"):
        return found.end(), Unit(word, Rank.LOAD)
    other = _counted(word) if _ends_in_each().search(before) else None
    if other is None and _ends_in_number().search(before):
        other = _each_of(word)
    said = other is not None and other.search(text.replace("families", "familys"))
    return (found.end(), Unit(word, Rank.LOAD)) if said or _ends_in_times().search(before) else None
