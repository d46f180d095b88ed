"""Numbers by which people are reached or known: telephones, identity cards. They are no amounts, and no sheet of them is a list of gifts."""

import re

from donations.importers.patterns import pattern_of

_NUMBER = r"(?:(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}[- ][0-9]{7,8}|[1-9][0-9]{16}[0-9Xx])"
_OF_PEOPLE = pattern_of(rf"{_NUMBER}|[1-9](?:\.[0-9]{{1,14}})?E\+17")
"""Of mobile telephones, of others with the number of their town, and of identity cards, also as spreadsheets spoil them."""
_WORD = r"(?:(?:联系)?(?:电话|手机|方式)(?:号码?)?|身份证(?:号码?)?|(?:银行)?(?:[账帐]号|卡号)|tel|phone|mobile)?[:：. ]{0,3}"
_CARD = r"6[0-9]{3}(?: ?[0-9]{4}){3}(?: ?[0-9]{3})?"
"""The number of a bank card, which alone may be that of a payment, too."""
_BESIDE = rf"(?:{_NUMBER}|{_CARD})"
_ACCOUNT = r"(?:银行)?(?:[账帐]号|卡号)[:：. ]{0,3}[0-9*][0-9* -]{6,30}[0-9*]|(?<=[/(（])[0-9]{12,25}"
_BEHIND = pattern_of(rf"[ ,，;；、/(（]{{0,3}}(?:{_ACCOUNT}|{_WORD}(?<![0-9*]){_BESIDE}) {{0,3}}[)）]?$", re.IGNORECASE)
_BEFORE = pattern_of(rf"^{_WORD}{_BESIDE}(?![0-9*])[ ,，;；、/:：]{{0,3}}(?=[^ )）])", re.IGNORECASE)
_WITHIN = pattern_of(rf"(?<![0-9*]){_NUMBER}(?![0-9*])")
_FEWEST = 11
"""Signs of the shortest of them."""
_LONGEST, _MOST = 200, 3
"""Signs of a name with its numbers, and how many of these there may be."""


def is_phone(text: str) -> bool:
    """Whether all that a cell says is such a number."""
    return _OF_PEOPLE.fullmatch(text) is not None


def without_phones(name: str) -> str:
    """A name without the telephone, identity card or bank card before or behind it, which nobody may publish; "" where nothing else is said."""
    if len(name) > _LONGEST or not any(map(str.isdigit, name)):
        return name
    if is_phone(name):
        return ""
    for _number in range(_MOST):
        name = _BEFORE.sub("", _BEHIND.sub("", name))
    return name.strip()


def holds_phone(name: str) -> bool:
    """Whether such a number stands within other words, 李华 13811112222 九江市; nobody can say where the name ends."""
    return _FEWEST < len(name) <= _LONGEST and _WITHIN.search(name) is not None
