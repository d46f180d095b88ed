"""When a name that nobody knows looks so much like a known one that a person should be asked."""

import re
from functools import cache

from donations.domain import text
from donations.domain.place import is_place
from donations.domain.place_names import place_in_name

_SHORTEST_TYPO = 4
"""Below this length one other character makes another name (李华, 张建国; 鸡蛋, 鸭蛋)."""

_SHORTEST_ITEM_TYPO = 3
_LONG_NAME = 10
_SHORTEST_PART = 4
_SMALLEST_SHARE = 0.4
_LONGEST_MARK = 3
_TELLING = frozenset("0123456789一二三四五六七八九十甲乙丙丁东西南北中上下左右前后大小男女新老")
"""Characters that alone tell two names apart: 第三人民医院 is not 第四人民医院."""

_ONE_NUMERAL = str.maketrans("〇零一二三四五六七八九", "00123456789")

_LATIN_OR_DIGIT = re.compile(r"[a-z\u00df-\u024f0-9%+#.]+")
_LEGAL_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "公司", "集团")


def party_resembles(one: str, other: str) -> bool:
    """Whether two party names may mean the same: a typo, a place or an English plural apart, one inside the other, or in traditional characters."""
    keys = text.party_key(one), text.party_key(other)
    written = sorted(map(_without_form, keys), key=len)
    short, long = (_one_numeral(name) for name in written)
    if not short:
        return False
    if short == long or (short[0] == long[0] and short[0].isascii() and text.key(one) == text.key(other)):
        return True
    if short in long:
        start = long.index(short)
        rest = written[1][:start] + written[1][start + len(short) :]  # as written: 九江 is a place, 9江 is none
        return is_place(rest) or (
            len(short) >= _SHORTEST_PART
            and len(short) / len(long) >= _SMALLEST_SHARE
            and not _only_telling(_one_numeral(rest))
        )
    if _in_other_characters(*keys):
        return True
    if _marks(short) != _marks(long) or len(short) < _SHORTEST_TYPO:
        return False
    return _is_typo(short, long, 2 if len(short) >= _LONG_NAME else 1) and not _elsewhere(one, other)


def _in_other_characters(one: str, other: str) -> bool:
    if len(one) != len(other) or one.isascii():
        return False
    from donations.domain.scripts import same_but_for_script  # most commands compare no such names

    return same_but_for_script(one, other)


def _one_numeral(key: str) -> str:
    """A name's key with one way to write a numeral: 第1 and 第一 are the same."""
    return key.translate(_ONE_NUMERAL)


def _elsewhere(one: str, other: str) -> bool:
    """Whether both names say for certain where they lie, and not in the same place (柴桑区人民医院, 浔阳区人民医院)."""
    here, there = place_in_name(one), place_in_name(other)
    if here is None or there is None:
        return False
    return here.city != there.city or (
        here.county is not None and there.county is not None and here.county != there.county
    )


def item_resembles(one: str, other: str) -> bool:
    """Whether two item names may mean the same: one typo apart, or one the other with Chinese words added.

    A specification in letters and digits (N95, KN95, 84, 75%) tells items apart: it is no resemblance.
    """
    short, long = sorted((text.key(one), text.key(other)), key=len)
    if len(short) < 2:  # noqa: PLR2004 - one character resembles everything
        return False
    if _LATIN_OR_DIGIT.findall(short) != _LATIN_OR_DIGIT.findall(long):
        return False
    if short in long:
        return not _only_telling(long.replace(short, "", 1))
    return len(short) >= _SHORTEST_ITEM_TYPO and _is_typo(short, long, 1)


def _marks(key: str) -> list[str]:
    """The letters and digits somebody added to tell names apart: 爱心人士A, 村民12组."""
    return [run for run in _LATIN_OR_DIGIT.findall(key) if len(run) <= _LONGEST_MARK]


def _without_form(key: str) -> str:
    for form in _LEGAL_FORMS:
        if key.endswith(form) and len(key) > len(form) + 1:
            return key.removesuffix(form)
    return key


def _only_telling(rest: str) -> bool:
    return all(character in _TELLING for character in rest)


def _is_typo(short: str, long: str, most: int) -> bool:
    if len(long) - len(short) > most:
        return False
    if len(short) == len(long):
        differing = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        if any(a in _TELLING and b in _TELLING for a, b in differing):
            return False
        if len(differing) == 2 and differing[0] == differing[1][::-1]:  # noqa: PLR2004 - two characters changed places
            return True
    return _distance(short, long, most) <= most


@cache
def _distance(one: str, other: str, most: int) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1]
