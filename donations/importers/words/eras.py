"""Years as titles say them in another way than elsewhere: 民國113年, 113年4月, 令和6年; and days in words, 二〇二〇年二月六日."""

import re

from donations.domain.quantities.numerals import number
from donations.importers.patterns import pattern_of

YEARS_BEFORE_TAIWAN = 1911
BEFORE_JAPAN = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}
_OF_TAIWAN = pattern_of(
    r"(?:中[华華])?民[国國]\s*([0-9]{1,3})\s*(?=年)|(?<![0-9.第满滿逾])(?<!建[会會校立])(?<![成创創设設]立)(1[0-4][0-9])\s*(?=年\s*度?\s*(?:1[0-2]|0?[1-9])\s*月|年度)|"
    r"^\s*(1[01][0-9])\s*(?=年(?![来來间間级級校母老风風沧滄巨]|院[庆慶]|大?[庆慶]|[华華][诞誕]|[周週]年|[诞誕]辰|[纪紀]念|[历歷]史))|"
    r"(?<![0-9./路街道巷弄段號号线線位话話电電-])(1[0-4][0-9])(?=([-./])(?:1[0-2]|0?[1-9])\5(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]|[.][0-9]|\s*[室号號栋棟楼樓班组組元]))"
)
"""Without 民國 only before a month, or 年度, or at the beginning: 建校110年 is an age, and so is 110年校庆;
102年级 is a class, and 120-12-30室 a room.
"""
_SAID_OF_TAIWAN = pattern_of(r"民[国國]\s*[0-9]{4}(?![0-9])")
_OF_JAPAN = pattern_of(r"(令和|平成)\s*(元|[0-9]{1,2})\s*(?=年)|(?<![0-9a-zA-Z])([RH])([0-9]{1,2})(?=\s*年)")
_IN_WORDS = pattern_of(
    r"(?<!农历)(?<!農曆)(?<!阴历)(?<!夏历)(?<![〇○零一二三四五六七八九])(二[〇○零Oo0][〇○零一二三四五六七八九Oo0]{2})\s*年"
    r"(?:\s*(元|十[一二]?|[一二三四五六七八九])\s*月(?:\s*((?:[一二]?十|廿)[一二三四五六七八九]?|(?:三十|卅)一?|[一二三四五六七八九])\s*[日号])?)?"
)
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")


def in_common_years(text: str) -> str:
    """The text with such years as they are elsewhere, behind the word that says whose they are: 民国2024年, 令和2024年; and with days in
    figures.
    """
    if "年" not in text and "1" not in text:
        return text
    text = _IN_WORDS.sub(_in_figures, text)
    return _OF_JAPAN.sub(_of_japan, _OF_TAIWAN.sub(_of_taiwan, text))


def counts_as_taiwan(text: str) -> bool:
    """Whether a text that has gone through `in_common_years` says a year so."""
    return _SAID_OF_TAIWAN.search(text) is not None


def _in_figures(found: re.Match[str]) -> str:
    year, month, day = found[1].translate(_DIGITS), "一" if found[2] == "元" else found[2], found[3]
    return f"{year}年{f'{number(month)}月' if month else ''}{f'{number(day)}日' if day else ''}"


def _of_taiwan(found: re.Match[str]) -> str:
    return f"民国{int(found[1] or found[2] or found[3] or found[4]) + YEARS_BEFORE_TAIWAN}"


def _of_japan(found: re.Match[str]) -> str:
    era, year = found[1] or {"R": "令和", "H": "平成"}[found[3]], found[2] or found[4]
    return f"{era}{BEFORE_JAPAN[era] + (1 if year == '元' else int(year))}"
