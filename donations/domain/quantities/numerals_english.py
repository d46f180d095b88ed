"""Numbers in English words: two hundred and fifty, half a million, a dozen, hundreds."""

from fractions import Fraction
from functools import cache
from re import Pattern
from re import compile as pattern

_ENGLISH_SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}


_ENGLISH_TIMES = {
    "dozen": 12, "doz": 12, "dz": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6,
}  # fmt: skip


_SHARES = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

_THOUSAND = 1000
_ENGLISH_ONE = ("a", "an")


_ENGLISH_SOME = ("several", "few", "many", "some")


@cache
def _word() -> Pattern[str]:
    return pattern(r"[a-z]+")


@cache
def _between_words() -> Pattern[str]:
    return pattern(r"(?: and | |-)(?=[a-z])")


def english_factor(text: str, start: int) -> tuple[int, int] | None:
    """End and size of hundred, thousand, million, dozen at `start` behind digits: 1.5 million."""
    here = start + 1 if text[start : start + 1] == " " else start
    found = _word().match(text, here)
    if not found or here == start or found[0] not in _ENGLISH_TIMES:
        return None
    return found.end(), _ENGLISH_TIMES[found[0]]


def english_at(text: str, start: int) -> tuple[int, Fraction, bool] | None:
    """End and value of the number in words at `start`, and whether they say that it is rough (hundreds)."""
    total = section = Fraction(0)
    end, position, about, words = start, start, False, 0
    while (found := _word().match(text, position)) is not None:
        word = found[0]
        if word in _ENGLISH_SMALL or (word in (*_ENGLISH_ONE, "half") and not words) or (word == "a" and section < 1):
            section = _with_small(section, word)
        elif word in _ENGLISH_TIMES:
            about = about or word.endswith("s")
            total, section = _times(total, section, _ENGLISH_TIMES[word])
        elif word in _ENGLISH_SOME and not total and (not section or (word == "few" and words == 1)):
            section, about = Fraction(0), True
        else:
            break
        end, words = found.end(), words + 1
        gap = _between_words().match(text, end)
        if gap is None:
            break
        position = gap.end()
    value = total + section
    only_some = about and not value
    return None if not words or only_some or _cut(text, end) else (end, value, about)


@cache
def _share() -> Pattern[str]:
    return pattern(r"[ -](" + "|".join(_SHARES) + r")s?(?: of)?(?: an?(?= ))?(?![a-z])")


def share_behind(text: str, end: int, value: Fraction) -> tuple[int, Fraction] | None:
    """End and value of one third, three quarters of a, with `value` the one or three that ends at `end`."""
    found = _share().match(text, end)
    parts = _SHARES[found[1]] if found else 0
    return (found.end(), value / parts) if found and 0 < value < parts else None


def _times(total: Fraction, section: Fraction, factor: int) -> tuple[Fraction, Fraction]:
    """Hundreds stay inside their thousands."""
    part = (section or Fraction(1)) * factor
    return (total, part) if factor < _THOUSAND else (total + part, Fraction(0))


def is_article(words: str) -> bool:
    """Whether `words` count only beside a unit or a name: a box, half a ton."""
    return words in (*_ENGLISH_ONE, "half", "half a")


def _with_small(section: Fraction, word: str) -> Fraction:
    if word == "half":
        return Fraction(1, 2)
    if word in _ENGLISH_ONE:
        return section or Fraction(1)
    return section + _ENGLISH_SMALL[word]


def _cut(text: str, end: int) -> bool:
    """Whether a number would end within a word, or is the article of “an estimated 500”."""
    behind = text[end : end + 1]
    return (behind.isascii() and behind.isalnum()) or text.startswith(" estimated ", end)
