"""Lines that name all who gave as much: 壹万元：张三、李四; 1000元（2人）：王五、赵六."""

import re
from typing import NamedTuple

from donations.domain.catalogue import common_named
from donations.domain.masking import NAMES_NOBODY
from donations.domain.text import LONGEST_NAME
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import is_part
from donations.importers.words.names_alone import name_alone, parts_of

LONGEST = 20_000
"""Characters of a line: more are no names."""
_AMOUNT = r"(?:[¥￥]\s?[0-9][0-9,]{0,11}(?:\.[0-9]{1,2})?\s?万?元?|(?:[0-9][0-9,]{0,11}(?:\.[0-9]{1,2})?\s?[百千万]?|[一二两三四五六七八九十百千万零〇壹贰叁肆伍陆柒捌玖拾佰仟]{1,10})\s?[元圆块](?:整|钱)?)"
_LEVEL = pattern_of(
    r"(?:[-*+•·●○◆■]\s{0,4})?(?:[(（]?[0-9一二三四五六七八九十]{1,3}[、)）]\s?|[0-9]{1,3}[.．](?![0-9])\s?)?\*{0,2}[【\[]?"
    rf"(?P<gives>(?:捐[款赠资]?|乐捐|随喜|各自?|每人){{0,2}})\s?(?P<amount>{_AMOUNT})(?P<more>(?:[及含]?以[上下])?)(?:的|者|档|级|整)?(?:有|名单|芳名)?"
    r"\s?(?:[(（](?:共|计)?(?P<many>[0-9]{1,4})[人名位户家][)）])?[】\]]?\*{0,2}\s?[:：]\*{0,2}\s?(?P<names>\S.*)",
    re.DOTALL,
)
_MAY_BE = pattern_of(r"[:：]")
_ENDS = pattern_of(r"[；;。\n]")
_BLANKS = pattern_of(r"\s+")
_CHINESE_NAME = pattern_of(r"[\u3400-\u9fff·]{2,}(?:[(（][^()（）]{1,12}[)）])?")
_LATIN = pattern_of(r"[A-Z][a-z]+(?: [A-Z][a-z.]*){1,3}")
_BRACKETS = pattern_of(r"[(（][^()（）]{1,12}[)）]$")
_SEVERAL = pattern_of(
    r".*(?:等|们|全体.*|各[界村镇乡县市区校院组科室单].*|[0-9一二两三四五六七八九十百]+[人位名户个家](?:士)?)"
)
_OTHERS = ":：¥￥/\\／|。+＋&"
"""Signs that a name has none of: between two of them they would make one giver of both."""
_COUNTED = pattern_of(r"[0-9]{1,4}(?=[)）]?[班届级组号中院室社队连]|年级|小区|栋)")


class Level(NamedTuple):
    """How much each of those named gave, and who they are; of a line that can't be taken apart `names` is empty."""

    amount: str
    names: tuple[str, ...]
    gives: bool
    """Whether the line itself says that they gave it."""


def levels_of(line: str) -> list[Level]:
    """What a line says, which may name several levels with ； between them; empty where it names none."""
    if len(line) > LONGEST or not _MAY_BE.search(line):
        return []
    pieces = [piece for piece in _ENDS.split(line) if piece.strip()]
    found = [_level(piece) for piece in pieces]
    if all(found):
        return [level for level in found if level]
    whole = _level(line)
    return [whole] if whole else []


def are_names(levels: list[Level]) -> bool:
    """Whether most of what such lines name are names of people and bodies, and no things: 捐款100元：赠徽章、明信片."""
    names = [name for level in levels for name in level.names]
    known = [name for name in names if _is_name(_BRACKETS.sub("", name))]
    return bool(names) and 3 * len(known) >= 2 * len(names)


def _is_name(name: str) -> bool:
    return name_alone(name) is not None or name in NAMES_NOBODY or is_part(name) or _LATIN.fullmatch(name) is not None


def _level(text: str) -> Level | None:
    found = _LEVEL.fullmatch(text.strip())
    if found is None:
        return None
    amount = "".join(found["amount"].split()) + found["more"]
    names = _names(found["names"].rstrip("。；;、，, "))
    fits = found["many"] is None or int(found["many"]) == len(names)
    return Level(amount, names if fits and all(map(_is_one, names)) else (), "捐" in found["gives"])


def _names(text: str) -> tuple[str, ...]:
    """The names, between which 、 stand, or blanks where none of them is cut by one: 张 三."""
    parts = parts_of(text)
    if len(parts) == 1:
        words = _BLANKS.split(parts[0])
        return tuple(words) if all(map(_CHINESE_NAME.fullmatch, words)) else (parts[0],)
    return tuple("".join(part.split()) if not part.isascii() else part for part in parts)


def _is_one(name: str) -> bool:
    """Whether it is the name of one giver: no amount, no goods, and not 张三等5人."""
    if len(name) > LONGEST_NAME:
        return False
    plain = _COUNTED.sub("", name)
    is_counted = any(map(str.isdigit, plain)) or _SEVERAL.fullmatch(name) is not None
    return not is_counted and not any(sign in name for sign in _OTHERS) and common_named(name) is None
