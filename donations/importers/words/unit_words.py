"""Units that cells say in Chinese and in English, 件 pcs or 公斤/kg, and small numbers in words beside their unit: 十二 beside 箱."""

from donations.domain.units import spellings
from donations.importers.patterns import pattern_of

_CHINESE_FIRST = pattern_of(r"(?P<chinese>[\u3400-\u9fff]{1,3}) ?/? ?(?P<english>[a-z]{1,10}\.?)")
_CHINESE_LAST = pattern_of(r"(?P<english>[a-z]{1,10}\.?) ?/? ?(?P<chinese>[\u3400-\u9fff]{1,3})")
_HOLDING = frozenset("箱盒包袋瓶桶听罐捆提筐篮")
"""What holds so many of a thing; 件 may be either."""
_IN_WORDS = pattern_of(r"[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,5}")
"""Small numbers in words, which are read beside their unit alone: 十二 beside 箱."""


def in_two_languages(word: str) -> str | None:
    """The Chinese of a unit that is said in English too, 件 pcs or 公斤/kg; None of any other two: 箱/kg and 只/box may be so much for each."""
    found = _CHINESE_FIRST.fullmatch(word) or _CHINESE_LAST.fullmatch(word)
    if found is None:
        return None
    chinese, english = (spellings().get(found[part].rstrip(".")) for part in ("chinese", "english"))
    if chinese is None or english is None or (chinese != english and (chinese.dimension or english.dimension)):
        return None
    if chinese.name != "件" and (chinese.name in _HOLDING) != (english.name in _HOLDING):
        return None
    return found["chinese"]


def with_its_unit(text: str, unit: str, factor: int) -> tuple[str, str]:
    """A small number in words together with its unit, and no unit; else the two as they are."""
    is_one = _IN_WORDS.fullmatch(text) and unit in spellings() and factor == 1
    return (f"{text}{unit}", "") if is_one else (text, unit)
