"""Lines of a chain, the numbered list to which people of a chat add themselves one after the other: 1. 张三 100元, 2. 李四 口罩50个."""

import re
from typing import NamedTuple

from donations.domain.catalogue import common_named
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit
from donations.importers.words.counting import named_quantities
from donations.importers.words.naming_words import asks_for_no_name
from donations.importers.words.phones import holds_phone, is_phone

LONGEST = 300
_MARK = pattern_of(r"[#＃]\s*(?:群?接龙|群收款|Group ?Note).{0,40}|.{0,40}(?:接龙|群收款).{0,20}", re.IGNORECASE)
_GIVING = pattern_of(r"捐|赠|善款|募|爱心款|功德|随喜|donat|contribut", re.IGNORECASE)
_OF_MONEY = pattern_of(r"捐款|善款|募款|金额|爱心款|[元块]|捐资|功德|随喜")
_NUMBERED = pattern_of(r"\s*([0-9]{1,4})\s*(?:[.．](?![0-9])|[、:：)）])\s*((?![,，;；]).*)")
_SEPARATOR = r"[\s:：,，;；—–-]"
_VERB = r"(?:已?(?:捐[款赠献]?|乐捐|赠送?|转[账帐]|支付))?"
_FIGURES = r"[¥￥]?\s?[0-9][0-9,]{0,14}(?:\.[0-9]{1,2})?\s?[百千万]?\s?(?:元整?|块钱?|圆)?"
_IN_WORDS = r"[一二两三四五六七八九十百千万零〇壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}\s?(?:元整?|块钱?|圆)"
_MONEY = tuple(
    pattern_of(rf"(?P<name>[^0-9¥￥+]{{1,40}}?){before}(?P<gift>{gift})(?:[\s,，;；。!！]+(?P<rest>[^0-9]*))?")
    for before, gift in (
        (rf"{_SEPARATOR}{{0,4}}{_VERB}{_SEPARATOR}{{0,4}}", _FIGURES),
        (
            rf"(?:{_SEPARATOR}{{1,4}}{_VERB}|{_VERB}(?<=[捐款赠献送账帐付]){_SEPARATOR}{{0,4}})",
            _IN_WORDS,
        ),  # 张三 is a name
    )
)
_SAYS_YUAN = pattern_of(r"[元块圆¥￥]")
_NAMED = pattern_of(
    rf"(?P<name>[^0-9¥￥+\s:：,，;；]{{1,20}}){_SEPARATOR}{{1,4}}{_VERB}{_SEPARATOR}{{0,4}}(?P<gift>.+)"
)
_BRACKETED = pattern_of(r"(.*[^\s(（\[【])\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]\s*")
_PIECES = pattern_of(r"[\s,，、;；+]+")
_LATIN = pattern_of(r"[a-z.'’ -]+", re.IGNORECASE)
_STATE = pattern_of(
    r"(?P<waits>未|待|还?没有?|尚未|稍后|晚点|明天)?(?:已经?)?(?:微信|支付宝)?(?:(?P<sent>寄|发)[出货]?|转[账帐钱]?|付[款清]?|支付|打[款钱]|汇款?|到[账帐货]|收到?|交|送到)[了过好]?"
)
_LATER = pattern_of(
    r"(?:(?<!昨)晚|明[天早晚]|后天|下个?[周月]|下星期|周[一二三四五六日末]|回头|[等待一]会|等一?下|稍|改天|到时|月[底初]|过[几两一])[^已]{0,6}(?:转|付|汇|打|交|给|补)(?![了过完好])"
)
_DROPPED = pattern_of(r"(?:不|没)(?:捐|参加|参与)了?|退出了?|放弃了?|算了")
_BELOW_ZERO = pattern_of(r"[\s:：,，;；][-−][¥￥]?[0-9]")
"""李华 -100; of 李华-100 and 李华 - 100 the dash stands between a name and its amount."""


class Entry(NamedTuple):
    """One line of a chain: its number, who gave, what, whether that came, and what else stands there.

    A line that can't be taken apart is all `name`.
    """

    number: str
    name: str
    gift: str = ""
    state: str = ""
    note: str = ""
    is_money: bool = False
    says_yuan: bool = False


def is_unnamed(entry: Entry) -> bool:
    """Whether the line asks for the name not to be made public: 李华 100元（匿名）."""
    return asks_for_no_name(entry.note)


def is_mark(line: str) -> bool:
    """Whether a line says that a chain begins: #接龙, or 捐款接龙."""
    return len(line) <= LONGEST and _MARK.fullmatch(line.strip()) is not None


def speaks_of_giving(line: str) -> bool:
    """Whether a line above a chain says that it is one of gifts."""
    return len(line) <= LONGEST and _GIVING.search(line) is not None


def says_money(line: str) -> bool:
    """Whether such a line says that it was money that people gave."""
    return len(line) <= LONGEST and _OF_MONEY.search(line) is not None


def entry_of(line: str) -> Entry | None:
    """What a line says; None of a line without a number before it."""
    found = _NUMBERED.fullmatch(line) if len(line) <= LONGEST else None
    if found is None:
        return None
    number, text = found[1], found[2].strip()
    if _BELOW_ZERO.search(text):
        return Entry(number, text)
    bracketed = _BRACKETED.fullmatch(text)
    body, said = (bracketed[1], bracketed[2].strip()) if bracketed else (text, "")
    return _of_money(number, body, said) or _of_goods(number, body, said) or Entry(number, text)


def _of_money(number: str, text: str, said: str) -> Entry | None:
    found = next((found for pattern in _MONEY if (found := pattern.fullmatch(text))), None)
    if found is None or any(map(str.isdigit, said)) or not _is_name(name := found["name"].strip(" :：,，")):
        return None
    rest = (found["rest"] or "").strip()
    state, note = told(" ".join(filter(None, (rest, said))))
    gift = found["gift"].strip()
    if is_phone(gift):
        return None
    return Entry(number, name, gift, state, note, is_money=True, says_yuan=_SAYS_YUAN.search(gift) is not None)


def _of_goods(number: str, text: str, said: str) -> Entry | None:
    found = _NAMED.fullmatch(text)
    if found is None or not _is_name(found["name"]) or (gift := _goods(found["gift"])) is None:
        return None
    return None if holds_phone(said) or is_phone(said) else Entry(number, found["name"], gift, *told(said))


def _goods(text: str) -> str | None:
    """The goods, and the money among them, each with how much of it, with a comma between them; None where one is not told."""
    pieces, named = list[str](), ""
    for piece in filter(None, _PIECES.split(text)):
        if not any(map(str.isdigit, piece)) and common_named(piece) and not named:
            named = piece  # 口罩 50个
            continue
        if not _is_gift(named + piece):
            return None
        pieces.append(named + piece)
        named = ""
    return "、".join(pieces) if pieces and not named else None


def _is_gift(piece: str) -> bool:
    try:
        found = named_quantities(piece)
    except Misfit:
        return False
    if len(found) != 1 or found[0].number is None:
        return False
    return found[0].is_money or (len(found[0].item or "") > 1 and found[0].unit is not None)


def _is_name(name: str) -> bool:
    """Whether what stands before a gift is one name: no goods (口罩 100), and not two words (张三 口罩 100)."""
    if not any(map(str.isalpha, name)) or (" " in name and _LATIN.fullmatch(name) is None):
        return False
    return not any(common_named(name[at:]) for at in range(len(name)))


def told(text: str) -> tuple[str, str]:
    """What words behind a gift say of whether it came, as a list would say it, and the others."""
    if _DROPPED.fullmatch(text):
        return "已取消", ""
    found = _STATE.fullmatch(text)
    if found is None:
        return ("未到账", "") if _LATER.search(text) else ("", text)
    return "未到账" if found["waits"] else "在途" if found["sent"] else "已到账", ""
