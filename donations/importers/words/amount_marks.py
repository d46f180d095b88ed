"""What makes an amount another than its digits say: a sign far from it or behind it, 红字, 每人; or numbers below each other."""

import re

from donations.domain.text import INVISIBLE
from donations.importers.patterns import pattern_of

CURRENCY = r"(?:(?:[a-z]{2,3}|[acs])?[$¥￥€£]|[a-z]{3})"
"""A sign or a code of money before a number: $, US$, EUR."""
MINUS = frozenset("-−－(（")
"""What an amount below zero begins with."""
_BELOW_ZERO = pattern_of(
    rf"[¥￥]?[-−－﹣–—△▲]+\s*{CURRENCY}?\s*[0-9０-９]|[¥￥]?[0-9][0-9,.]{{0,20}}[万亿]?[元圆]?[整正]?[-−－]$",
    re.IGNORECASE,
)
"""-500, and 500- as programs of accounts write it."""
_IN_BRACKETS = pattern_of(
    rf"{CURRENCY}?\s*[(（]\s*(?:人民币|{CURRENCY})?\s*[0-9][0-9,.]*\s*(?:[万亿]?[元圆]?[整正]?|[a-z]{{3}}|[$€£])\s*[)）]",
    re.IGNORECASE,
)
"""(500.00), as English accounts write what is below zero."""
_SIGN_BEHIND = pattern_of(
    rf"(?!(?:19|20)[0-9]{{2}}\.(?:0[1-9]|1[0-2])[-−－])(?P<amount>(?i:{CURRENCY})?\s?[0-9][0-9,]*\.[0-9]{{2}})\s?(?P<sign>[-−－+＋]|CR|DR)"
)
"""500.00+ and 120.00-, or CR and DR, as banks write what came and what went. With its cents: 500+ is more than that, 2020.01- a month on, 5 Cr a crore."""
_SIGN_WITHIN = pattern_of(
    r"(?P<money>(?:us|hk|nt|[acs])?[$¥￥€£]|cny|rmb|usd|hkd|eur|gbp|twd|人民币)\s?(?P<sign>[-−－+＋负])\s?(?P<rest>[0-9][0-9,]*\.[0-9]{2}元?)",
    re.IGNORECASE,
)
"""¥-120.00, as workbooks show it, and CNY -120.00; who types ￥-500 may mean no minus."""
_FIRST_OF_MONEY = frozenset("¥￥$€£人UuHhNnAaCcSsRrEeGgTt")
_IS_PLUS = frozenset({"+", "＋", "CR"})
_LAST_OF_SIGNS = frozenset("-−－+＋R")
_RED = pattern_of(r"[^(（]*[(（]红[字冲]")
_LINES_OF_NUMBERS = pattern_of(r"\s*[0-9][0-9,.]*(?:[ \t]*\r?\n[ \t]*[0-9][0-9,.]*)+\s*")
_EACH = ("每人", "每位", "每户", "每家", "每次", "每日", "每天", "每周", "每月", "每季度", "每年")
_EACH_TIME = pattern_of(
    r"[/／]\s?(?:mon?|mth|month|yr|year|wk|week|day|quarter|qtr|pa|person|head|[人月年周天日季户])\.?$", re.IGNORECASE
)
"""$500/mo: as much for each of them."""


def is_below_zero(text: str) -> bool:
    """Whether a sign stands before the amount, however far: - 500, as accounting formats show it, -$20 or ($20)."""
    return _BELOW_ZERO.match(text) is not None or _IN_BRACKETS.fullmatch(text) is not None


def is_red(text: str) -> bool:
    """Whether the amount is said to stand in red, where accounts have what is below zero: 500（红字）."""
    return _RED.match(text) is not None


def is_of_each(text: str) -> bool:
    """Whether it is what each of nobody knows how many gave, or came nobody knows how often: 每人500, 100元每月, $500/mo."""
    return text[:1] == "每" or text.endswith(_EACH) or _EACH_TIME.search(text[-12:]) is not None


def sign_in_front(text: str) -> str:
    """The tidied text, the sign of an amount before it that stood behind it or behind its currency: -120.00 of 120.00-, -¥120 of ¥-120."""
    if text[-1:] in _LAST_OF_SIGNS and (found := _SIGN_BEHIND.fullmatch(text)) is not None:
        return f"{'+' if found['sign'] in _IS_PLUS else '-'}{found['amount']}"
    if text[:1] in _FIRST_OF_MONEY and (found := _SIGN_WITHIN.fullmatch(text)) is not None:
        money = "¥" if found["money"] in ("人民币", "人民幣") else found["money"]
        return f"{'+' if found['sign'] in _IS_PLUS else '-'}{money}{found['rest']}"
    return text


def in_one_line(text: str, tidy: str) -> str:
    """The tidied text, in which numbers that stood below each other have commas between them: 500 200 would be one."""
    if "\n" not in text or not _LINES_OF_NUMBERS.fullmatch(re.sub(INVISIBLE, "", text)):
        return tidy
    return tidy.replace(" ", "、")
