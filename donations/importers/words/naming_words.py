"""What a cell says of whether somebody is named in public: 是 beneath 是否匿名, 否 beneath 是否公开姓名, 不公开 beneath either."""

import re

from donations.domain.masking import NAMES_NOBODY
from donations.domain.slip_words import may_be_person, may_be_seller
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import BEING_SHOWN, normal
from donations.importers.words.yes_no import NO, YES

_OF_BEING_SHOWN = pattern_of(rf"{BEING_SHOWN}|publi[cs]|show|display|listyour")
_YES = YES | {"✔", "同意", "愿意", "可", "可以", "要", "需要", "对"}
_NO = NO | {"不", "不是", "✗", "✘", "不同意", "不愿意", "不可", "不可以", "不要", "不需要"}
_OPEN = frozenset({"", "/", "-", "--", "—", "无", "没有", "未说明", "不详"})
_HIDDEN = pattern_of(
    rf"(?:要求|希望|选择|需要?)?匿名(?:捐赠|捐款|公示|者|人士)?|(?:不|不要|不予|不愿意?|不同意)(?:{BEING_SHOWN})(?:姓名|身份)?|匿名希望|(?:非公[开開表]|(?:公[开開表]|掲載)(?:不可|を?希望しない))|保密|anonymous(?:ly)?|private|hidden"
)
_SHOWN = pattern_of(
    rf"(?:可以?|同意|愿意|要求)?(?:{BEING_SHOWN})(?:捐赠|捐款|姓名)?|(?:公[开開表]|掲載)(?:可|希望)?|(?:不|非|不要|不需要)匿名|public(?:ly)?|named"
)
_WISH = pattern_of(
    r"(?:请|要求|希望|需要?)?(?:匿名(?:捐[款赠])?|(?:不要?|别|勿)(?:公开|公示|公布|署名|透露)(?:姓名|名字)?)[!！。]?|(?:please )?(?:keep |remain |stay |be )?anonymous(?:ly)?[!.]?",
    re.IGNORECASE,
)
_MAY_BE_WISH = pattern_of(r"匿名|[不别勿]要?[公署透]|anonymous", re.IGNORECASE)
_LONGEST_WISH, _LONGEST_NOTE = 24, 1000
_BEHIND = pattern_of(r"([^()（）]{1,200}?)\s?[(（]([^()（）]{2,24})[)）]")
_BEFORE = pattern_of(r"([^()（）]{2,24}?)\s?[(（]([^()（）]{1,40})[)）]")
_MASKED = pattern_of(r"[^\s*,，、。;；]{0,20}\*{1,10}[^\s,，、。;；]{0,20}")
_FRAMED = pattern_of(r"[【\[（(〔]([^【\[（(〔】\]）)〕]{2,24})[】\]）)〕]")
_CLAUSES = pattern_of(r"[，,；;。、\n]")


def asks_for_no_name(text: str) -> bool:
    """Whether words say of themselves that who gave is not to be named: 匿名, 请不要公示姓名, please remain anonymous."""
    return len(text) <= _LONGEST_WISH and _WISH.fullmatch(text) is not None


def says_no_name(note: str) -> bool:
    """Whether one clause of a remark asks for it: 微信转账，请匿名; 匿名 within others (转给匿名人士) doesn't."""
    if len(note) > _LONGEST_NOTE or _MAY_BE_WISH.search(note) is None:
        return False
    return any(asks_for_no_name(clause.strip()) for clause in _CLAUSES.split(note))


def without_wish(text: str) -> str | None:
    """What stands before the brackets that ask for it, 李华（匿名）, 100元（匿名）; None where none do."""
    if _MAY_BE_WISH.search(text[-_LONGEST_WISH:]) is None:
        return None
    found = _BEHIND.fullmatch(text)
    return found[1].strip() if found and asks_for_no_name(found[2].strip()) else None


def giver_without_wish(text: str) -> str | None:
    """Who gave, of a cell that asks for it: the name before the brackets that do, or in those behind it, 匿名（李*）; nobody's word where
    nothing else stands there, 【要求匿名】. None where it doesn't.
    """
    if _MAY_BE_WISH.search(text[:_LONGEST_WISH] + text[-_LONGEST_WISH:]) is None or text in NAMES_NOBODY:
        return None
    if (before := without_wish(text)) is not None:
        return before
    framed = _FRAMED.fullmatch(text)
    if asks_for_no_name(framed[1].strip() if framed else text):
        return "Anonymous" if text.isascii() else "匿名"
    found = _BEFORE.fullmatch(text)
    if found is None or not (asks_for_no_name(found[1].strip()) or found[1].strip() in NAMES_NOBODY):
        return None
    name = found[2].strip()
    is_name = _MASKED.fullmatch(name) is not None or may_be_person(name) or may_be_seller(name)
    return name if is_name else None


def wants_no_name(heading: str, text: str) -> bool:
    """Whether a cell beneath a heading (normal) says that who gave is not to be named."""
    said = normal(text)
    if said in (_YES | _NO):
        return (said in _YES) != (_is_of_being_shown(heading))
    return _HIDDEN.fullmatch(said) is not None


def is_left_open(heading: str, text: str) -> bool:
    """Whether it says nothing, or the contrary."""
    said = normal(text)
    return said in _OPEN or (said in (_YES | _NO) and not wants_no_name(heading, text)) or bool(_SHOWN.fullmatch(said))


def says_whether(heading: str, text: str) -> bool:
    """Whether it says one or the other."""
    return normal(text) not in _OPEN and (wants_no_name(heading, text) or is_left_open(heading, text))


def _is_of_being_shown(heading: str) -> bool:
    return "匿名" not in heading and "anonym" not in heading and _OF_BEING_SHOWN.search(heading) is not None
