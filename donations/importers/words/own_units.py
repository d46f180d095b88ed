"""Goods whose name says in what they are counted, behind it: 大米（袋）, 食用油/桶, 酒精（500ml/瓶）; or whose remark does."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from donations.domain.quantities.goods import fold
from donations.domain.text import LONGEST_NOTE
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import PRICE_OF_ONE, InField
from donations.importers.words.counting import unit_of

_NO_UNIT = pattern_of(
    r"[约近逾超]?(?:[0-9][0-9,，.]*|(?:[〇零一二三四五六七八九十百千万亿]|两(?=[百千万亿])){1,20})[万千百十余多几]{0,3}(?:左右|上下)?"
)
"""A number that says no unit: 2万, 100余, 一百一十四, 500左右; not 三两."""
_LONGEST_UNIT, _MONEY = 4, ("元", "圆", "角", "分", "块")
_UNIT = r"([\u3400-\u9fff]{1,3}|kg)"
"""No letters: 防护服（L） is of a size."""
_IN_BRACKETS = pattern_of(rf"(.+?)\s*[(（]\s*(?:单位[:：]?)?{_UNIT}\s*[)）]")
_BEHIND = pattern_of(rf"(.*[\u3400-\u9fff].*)/\s*{_UNIT}")
_OF_SIZE = pattern_of(rf"(.+[(（]\s*[0-9][^()（）]*/\s*{_UNIT}\s*[)）])")
_ABOVE = pattern_of(
    r"(?:^|(?<=[\s,，;；、(（]))(?:计量|数量)?单位\s?[:：]\s?([\u3400-\u9fffa-zA-Z]{1,6}(?:[/、,，][\u3400-\u9fffa-zA-Z]{1,6})*)(?=$|[\s)）;；。])"
)
_A_CARD = pattern_of(r"[品货]名|名称|规格")
"""Words of cards, 品名：口罩 单位：只, which are of the rows below them alone."""
_NO_GOODS = ("人", "人次", "次", "person", "persons", "person-time", "person-times")
"""What lists count that are of no goods: 受助统计 单位：人."""


class Named(NamedTuple):
    """Goods by their name alone, and what they are counted in."""

    item: str
    unit: str


@lru_cache(maxsize=8192)
def own_unit(item: str) -> Named | None:
    """What a name says besides its unit, and the unit; of a size it stays in the name. None where it says none."""
    if (item[-1:] not in ")）" and "/" not in item) or len(item) > LONGEST_NOTE:
        return None
    for pattern in (_IN_BRACKETS, _OF_SIZE, _BEHIND):
        found = pattern.fullmatch(item)
        if found is not None and found[2].strip().casefold() in spellings():
            return Named(found[1].strip(), found[2].strip())
    return None


@lru_cache(maxsize=4096)
def unit_of_many(unit: str) -> str | None:
    """What is counted by the thousand or ten thousand, where a unit says so: 只 of 万只; None of any other unit."""
    rest = unit[1:]
    return rest if unit[:1] in ("万", "千") and rest.casefold() in spellings() and unit not in spellings() else None


@lru_cache(maxsize=256)
def unit_above(title: str) -> str | None:
    """What the words above a table say that its goods are counted in, 单位：斤 or 万只; None where they say nothing of it, or more than one."""
    said = {} if _A_CARD.search(title) else {found[1]: None for found in _ABOVE.finditer(title)}
    units = [unit for unit in said if (unit_of_many(unit) or unit).casefold() in spellings()]
    units = [unit for unit in units if (unit_of_many(unit) or unit) not in (*_MONEY, *_NO_GOODS)]
    return units[0] if len(units) == len(said) == 1 else None


def is_unit_alone(note: str) -> bool:
    """Whether a remark is nothing but what a number without a unit beside it is counted in: 袋."""
    return len(note) <= _LONGEST_UNIT and note not in _MONEY and note.casefold() in spellings()


def is_of_unit(specification: str) -> bool:
    """Whether what stands below 规格 is nothing but what a number without a unit is counted in: 瓶. L is a size."""
    return not specification.isascii() and is_unit_alone(specification)


def with_own_unit(cells: Mapping[str, str], stated: str | None) -> Mapping[str, str]:
    """The cells of a row with the unit that the name of its goods says, where nothing else says one, or says the same; what
    is counted in 万只 with that behind its number.

    `stated` is the unit of the heading above the quantities. Raises InField.
    """
    item, quantity, unit = cells.get("item", ""), cells.get("quantity", ""), cells.get("unit", "") or stated or ""
    if unit_of_many(unit) and quantity[-1:].isdigit():
        if cells.get("price"):
            raise InField("price", PRICE_OF_ONE, cells["price"])
        return {**cells, "quantity": f"{quantity}{unit}", "unit": ""}
    if quantity and not unit and quantity[-1:].isdigit() and is_unit_alone(note := cells.get("note", "")):
        return {**cells, "unit": note}
    sized = cells.get("specification", "")
    if not quantity or (found := own_unit(item)) is None:
        if quantity and not unit and is_of_unit(sized) and _NO_UNIT.fullmatch(fold(quantity)):
            return {**cells, "unit": sized, "specification": ""}
        return cells
    if not unit and (quantity[-1:].isdigit() or _NO_UNIT.fullmatch(fold(quantity))):
        return {**cells, "item": found.item, "unit": found.unit}
    said = unit or quantity.lstrip("约近0123456789,，.")
    return {**cells, "item": found.item} if unit_of(said) == unit_of(found.unit) else cells
