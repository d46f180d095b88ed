"""Names of givers as lists and bills write them, with a word before them: 来自张三, 收到李四的捐款."""

import re

from donations.domain.slip_words import may_be_person, may_be_seller
from donations.importers.words.nothing import is_nothing

_FROM = re.compile(
    r"(?:(?:微信红包|二维码收款|扫码收款|群收款|转账|红包|收款)[-—])?(?:来自|收到了?)\s*(?P<name>.{2,40}?)(?:的?(?:捐款|捐赠|善款|付款|转账|红包|爱心款?))?"
)


def plain_giver(text: str) -> str:
    """The name behind 来自 or 收到 where it surely is one; the text as it is elsewhere (来自星星的你 is a name too)."""
    if "来自" not in text and "收到" not in text:
        return text
    found = _FROM.fullmatch(text)
    name = found["name"].strip() if found else ""
    return name if may_be_person(name) or may_be_seller(name) else text


def is_nameless(donor: str) -> bool:
    """Whether there are signs where a name should stand, and no letter among them; or null, as programs say nobody."""
    return bool(donor) and (is_nothing(donor) or not any(character.isalnum() for character in donor))
