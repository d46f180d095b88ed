"""Names of givers as lists and bills write them, with a word before them: 来自张三, 收到李四的捐款."""

import re

from donations.domain.slip_words import may_be_person, may_be_seller
from donations.importers.patterns import pattern_of
from donations.importers.words.nothing import is_nothing

_FROM = pattern_of(
    r"(?:(?:微信红包|二维码收款|扫码收款|群收款|转账|红包|收款)[-—])?(?:来自|收到了?)\s*(?P<name>.{2,40}?)(?:的?(?:捐款|捐赠|善款|付款|转账|红包|爱心款?))?"
)


_A_WAY = r"(?:微信|支付宝|云闪付|网银|银联|qq|银行(?=[转汇卡])|对公|现金|个人)?(?:转[账帐]|支付|红包|扫码|汇款|收款|捐款|付款|刷卡|卡)?"
_BRACKETED_WAY = pattern_of(
    rf"(?P<name>.*[^\s(（\[【])\s*[(（\[【](?:{_A_WAY}|(?:个人|企业|单位|社会|爱心|现金|物资)?捐[赠献助])[)）\]】]",
    re.IGNORECASE,
)
"""李华（微信）, 王芳（银行转账）, 甲公司（捐赠）."""
_JOINED_WAY = pattern_of(rf"(?P<name>.*[^\s:：_—-])[\s:：_—-]{{1,3}}(?P<way>{_A_WAY})", re.IGNORECASE)
_WAY_WORD = pattern_of(
    r"微信|支付宝|云闪付|网银|银联|qq|转[账帐]|支付|红包|扫码|汇款|现金|刷卡|对公|捐[赠献助]", re.IGNORECASE
)
_LONGEST = 60


_FOOTNOTE = pattern_of(r"(.*[^①-⒇\s])\s*[①-⒇]{1,2}")


def without_footnote(text: str) -> str:
    """The name without the mark of a note below the table, 李华①; nothing is called by such marks alone."""
    found = _FOOTNOTE.fullmatch(text) if "①" <= text[-1:] <= "⒇" and len(text) <= _LONGEST else None
    return found[1] if found else text


_NUMBERED = pattern_of(
    r"(?:[(（][0-9]{1,3}[)）]|[0-9]{1,3}(?:[、．)）]|\.(?![0-9])))\s*(?![班组号队排楼]|年级)(?=[^\W\d_]{2})"
)


def unnumbered(text: str) -> str:
    """The name without the number of its row before it: 1、李华, 2. 甲公司, （3）王芳."""
    found = _NUMBERED.match(text) if text[:1].isdigit() or text[:1] in "(（" else None
    return text[found.end() :] if found else text


def without_way(text: str) -> str:
    """The name without the way behind it by which the gift came: in brackets, or, of a person's name, behind a dash or blank."""
    if len(text) > _LONGEST or _WAY_WORD.search(text[-8:]) is None:
        return text
    if found := _BRACKETED_WAY.fullmatch(text):
        return found["name"]
    found = _JOINED_WAY.fullmatch(text)
    return found["name"] if found and found["way"] and may_be_person(found["name"]) else text


def plain_giver(text: str) -> str:
    """The name behind 来自 or 收到 where it surely is one, without the way behind it by which the gift came; the text as it is
    elsewhere (来自星星的你 is a name too).
    """
    text = without_way(without_footnote(text))
    if "来自" not in text and "收到" not in text:
        return text
    found = _FROM.fullmatch(text)
    name = found["name"].strip() if found else ""
    return name if may_be_person(name) or may_be_seller(name) else text


def is_nameless(donor: str) -> bool:
    """Whether there are signs where a name should stand, and no letter among them; or null, as programs say nobody."""
    return bool(donor) and (is_nothing(donor) or not any(character.isalnum() for character in donor))
