"""How much of what: the words of one cell turned into an item, a unit, or a count."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from donations import errors
from donations.domain import text as texts
from donations.domain.amount import MONEY, Certainty
from donations.domain.catalogue import common_named
from donations.domain.parsing import parse_quantities
from donations.domain.quantities.count import counts
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.money import is_money_name
from donations.domain.quantities.name import named
from donations.domain.quantities.swallowed import swallowed
from donations.domain.quantity import Price, Quantity
from donations.domain.traditional import simplified
from donations.domain.units import Rank, spellings, unit_named
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words import cells as one
from donations.importers.words.cells import Misfit
from donations.importers.words.giving_words import GIVING
from donations.importers.words.lost_goods import has_name_and_amount, may_lose
from donations.importers.words.mixed import is_joined
from donations.importers.words.money_measures import OTHER_MONEY, is_other_code
from donations.importers.words.nothing import ZEROS
from donations.importers.words.unit_words import in_two_languages, with_its_unit

NESTED = N_("goods and their amounts in fields of their own: lists within this one are of several sorts")
WITH_UNIT = N_("how many, with a unit, such as 5台: the number here may belong to the name")
PART_OR_BESIDES = N_(
    "whether what is included is part of the amount before it: （其中N95口罩10个） behind that; or, where it came besides, the same without the word for included"
)
RECEIVER_APART = N_("the goods alone, and who received them in a column of its own, such as 接收单位")
_OTHER_READINGS = {errors.PartOrBesides: PART_OR_BESIDES, errors.ReceiverInName: RECEIVER_APART}
_DIGITS, _LETTERS = pattern_of(r"[0-9][0-9,.]*"), pattern_of(r"[A-Za-z]+$")
_NUMBERED = pattern_of(r"([\u3400-\u9fffA-Za-z]{1,30})[0-9][0-9,.]*")
_ANYTHING = "物资"
"""Stands for the item where a quantity is read that doesn't name it."""
_OF_SIZE = pattern_of(rf"{_ANYTHING}(?:[0-9][0-9.]*\s*(?:ml|毫升|g|克|mg|毫克|cm|厘米|mm|毫米)(?:/.)?)?", re.IGNORECASE)
"""500ml×20瓶 of it is 20瓶."""
_LONGEST_ITEM = 60
_SLASHED = pattern_of(r"([0-9][0-9,.]*)\s*[/(（]\s*([^0-9/()（）]{1,3})[)）]?")
"""1000/只, 1000（只）"""
_REMARK = pattern_of(r"[(（].*$")
"""箱（24瓶） is counted in 箱."""
_EACH = frozenset({"each", "ea", "nos", "ct", "count", "total", "only", "unit(s)"})
"""What English lists write of things that are counted one by one."""
_PACKS_OF = pattern_of(
    r"(?P<pack>[a-z]{2,10}) (?:of|x) ?(?P<many>[0-9]{1,6})(?: ?(?P<of>[a-z]{2,10}))?|(?P<each>[0-9]{1,6}) ?(?:(?P<in>[a-z]{2,10}?) ?)?(?:/|per ) ?(?P<per>[a-z]{2,10})"
)
"""box of 50, 50/box, 50 pcs per box"""
_WORD_BEHIND = pattern_of(r"([0-9][0-9,.]*) ?([a-z]{2,12})\.?")
UNCOUNTED = frozenset({"批", "批次", "宗", "堆"})
"""1 beside one of these is 一批, of which nobody knows how many it is."""
_AND_SUCH = pattern_of(r"等[\u3400-\u9fff]{0,4}(?:物资|物品|用品)$")
_BRACKET = pattern_of(r"\s*[(（]")
_SERVICES = (
    "费", "费用", "服务", "税", "工资", "补贴", "补助", "劳务", "租金", "保险", "利息",
    "运输", "慰问金", "奖学金", "助学金", "救助金", "资助", "款",
)  # fmt: skip


class Counted(NamedTuple):
    """How much of something, without what it is of."""

    number: Fraction | None
    unit: str | None
    certainty: Certainty = Certainty.EXACT
    packs: Fraction | None = None
    pack_unit: str | None = None
    price: Price | None = None


def _sound(text: str) -> None:
    """Raises Misfit for what is no text of goods: spoilt by a spreadsheet, or a list of JSON within another."""
    one.sound(text)
    if text[:2] in ("[{", '{"', "[["):
        raise Misfit(NESTED)


@lru_cache(maxsize=8192)
def item_named(text: str) -> tuple[str, str | None, str | None]:
    """Item, specification in brackets behind it, and the whole text where it is too long for a name. Raises Misfit."""
    _sound(text)
    if len(text) > texts.LONGEST_NAME:
        head = text[:_LONGEST_ITEM]
        cut = max(head.rfind(sign) for sign in "、，,;； ")
        return f"{head[:cut] if cut > 0 else head}等", None, text
    if swallowed(lowered(fold(text))):
        raise Misfit(one.APART)
    try:
        item, specification = named(text, text)
    except errors.DonationsError:
        item, specification = one.party(text), None
    return item, specification, None


def item_and_specification(text: str, beside: str) -> tuple[str, str | None, str | None]:
    """As `item_named`, with the specification that stands in a column of its own. Raises Misfit."""
    if text in ZEROS:
        raise Misfit(one.OF_PROGRAMS)
    item, specification, whole = item_named(one.described(text))
    one.described(beside)
    both = "，".join(part for part in (specification, beside) if part and part != item)
    return item, (both or None), whole


@lru_cache(maxsize=4096)
def unit_of(text: str) -> str | None:
    """The unit as it is counted: its usual name where it is a known one."""
    plain = _REMARK.sub("", text).strip() or text
    word = plain.casefold().rstrip(".")
    known = "pcs" if word in _EACH else word if word in spellings() else in_two_languages(word) or plain
    return unit_named(known).name if text else None


@lru_cache(maxsize=8192)
def counted(text: str, unit: str, factor: int) -> Counted | tuple[Quantity, ...]:
    """How much a cell of quantities says, or the goods where it names them itself. Raises Misfit."""
    _sound(text)
    text, unit = with_its_unit(text, unit, factor)
    number = one.plain_number(text)
    if number == 0:
        raise Misfit(one.ABOVE_ZERO)
    if number is not None and (packed := _packed(text, unit)) is not None:
        return packed
    if number is not None and unit in UNCOUNTED:
        return Counted(None, None, Certainty.UNKNOWN)
    if number is not None:
        return Counted(number * factor, unit_of(unit))
    if one.looks_like_a_date(text):
        raise Misfit(one.NOT_A_DATE)
    if (slashed := _SLASHED.fullmatch(text)) and slashed[2] in spellings():
        return counted(slashed[1], slashed[2], factor)
    if (text[:1] in "-−－(（" or text[-1:] in "-−－") and one.plain_number(text.strip("-−－()（）")) is not None:
        raise Misfit(one.GOODS_BELOW_ZERO)
    found = _read(_ANYTHING, text.removeprefix("计"))
    if (counts := _with_word(text, unit, found, factor) or _of_the_thing(found, unit)) is not None:
        return counts
    found = _read("", text)
    if any(quantity.is_bare for quantity in found):
        raise Misfit(one.A_QUANTITY)
    return found


def _of_the_thing(found: tuple[Quantity, ...], unit: str) -> Counted | None:
    """How much of the thing that was read for is said, where nothing else is named. Raises Misfit."""
    if len(found) != 1 or not _OF_SIZE.fullmatch(found[0].item):
        return None
    [quantity] = found
    if quantity.is_bare:
        raise Misfit(one.A_QUANTITY)
    own = quantity.unit or (unit_of(unit) if quantity.number is not None else None)
    return Counted(quantity.number, own, quantity.certainty, quantity.packs, quantity.pack_unit, quantity.price)


def _with_word(text: str, unit: str, found: tuple[Quantity, ...], factor: int) -> Counted | None:
    """How much of a number with one English word behind it that is no unit of ours, 2 flats: it is the unit. Raises Misfit."""
    behind = _WORD_BEHIND.fullmatch(text.casefold())
    number = None if behind is None else one.plain_number(behind[1])
    if behind is None or number is None or len(found) != 1 or (found[0].unit, found[0].number) != (None, number):
        return None
    if behind[2] in _EACH:
        return Counted(number * factor, unit_of(unit or "pcs"))
    if unit:  # 2 flats beside jars: how many of these, nobody says
        raise Misfit(one.A_QUANTITY)
    return Counted(number, behind[2])


def _packed(text: str, unit: str) -> Counted | None:
    """A number of packs whose unit says what each holds: 10 of 24瓶/箱, or of box of 50."""
    if unit.isascii() and (of := _PACKS_OF.fullmatch(unit.casefold().rstrip("."))) is not None:
        pack, many = spellings().get(of["pack"] or of["per"]), Fraction(of["many"] or of["each"])
        packs = one.plain_number(text) if pack is not None and pack.rank in (Rank.PACK, Rank.CASE) else None
        if packs is not None and not many:
            raise Misfit(one.ABOVE_ZERO)
        held = unit_of(said) if (said := of["of"] or of["in"] or "") in spellings() else None
        return None if packs is None or pack is None else Counted(packs * many, held, packs=packs, pack_unit=pack.name)
    if "/" not in unit or not unit[:1].isdigit():
        return None
    try:
        [quantity] = _read(_ANYTHING, f"{unit}×{text}")
    except (Misfit, ValueError):
        return None
    return Counted(quantity.number, quantity.unit, quantity.certainty, quantity.packs, quantity.pack_unit)


def _read(front: str, text: str) -> tuple[Quantity, ...]:
    try:
        return parse_quantities(front + text)
    except errors.NoQuantity:
        if not front:
            raise Misfit(one.A_QUANTITY) from None
        return ()
    except errors.DonationsError as error:
        raise one.refused(error, one.A_QUANTITY) from None


@lru_cache(maxsize=8192)
def named_quantities(text: str) -> tuple[Quantity, ...]:
    """The goods and the money that one cell names with their amounts; none where it holds no amount. Raises Misfit."""
    _sound(text)
    try:
        found = parse_quantities(text)
    except errors.NoQuantity:
        return ()
    except errors.SeveralReadings as several:
        raise Misfit(_OTHER_READINGS.get(type(several), one.APART)) from None
    except errors.DonationsError as error:
        raise one.refused(error, one.A_QUANTITY) from None
    if any(is_joined(quantity.item) for quantity in found):
        raise Misfit(one.MONEY_AND_GOODS)
    if any(each.unit is None and each.number is not None and is_other_code(each.item) for each in found):
        raise Misfit(OTHER_MONEY)
    if any(map(_may_be_name, found)):
        raise Misfit(WITH_UNIT)
    if any(map(_holds_another, found)) or may_lose(found):
        raise Misfit(one.APART)
    return () if all(quantity.number is None and not _says_unknown(quantity) for quantity in found) else found


def _may_be_name(quantity: Quantity) -> bool:
    """Whether the number of goods without a unit may be a part of what they are called: Galaxy 10, 小米10 手机."""
    if quantity.is_money or quantity.unit is not None or quantity.number is None or quantity.specification:
        return False
    text = quantity.written
    found = _DIGITS.search(text)
    if found is None or text[: found.start()].strip() != quantity.item:
        return False
    word = _LETTERS.search(quantity.item)
    read = [count for count in counts(lowered(fold(text))) if count.start <= found.start() < count.end]
    behind = max((count.end for count in read), default=found.end())  # 500左右, 1万2
    is_word = word is not None and word[0].upper() != word[0] and word[0].casefold() not in spellings()
    return (is_word and common_named(quantity.item) is None) or any(map(str.isalnum, text[behind:]))


def _holds_another(quantity: Quantity) -> bool:
    """Whether another thing with a number stands beside what was read, parted from it by a blank alone: 现金200 衣服3件."""
    parts = quantity.written.split()
    heads = [found[1] for part in parts[: len(parts) * (len(parts) > 1)] if (found := _NUMBERED.fullmatch(part))]
    return any(head != quantity.item and (is_money(head) or common_named(lowered(head))) for head in heads)


def names_amount(text: str) -> bool:
    """Whether a text names goods or money with how much of them."""
    try:
        found = named_quantities(text)
    except Misfit:
        return False
    return bool(found) and all(quantity.number is not None for quantity in found)


def are_gifts(lines: Sequence[str]) -> bool:
    """Whether each line of a cell names goods or money with how much; one that can't be read is none the less one beside others."""
    named = [names_amount(line) for line in lines]
    return all(named) or (any(named) and all(map(has_name_and_amount, lines)))


def _says_unknown(quantity: Quantity) -> bool:
    return not quantity.is_bare and quantity.number is None


@lru_cache(maxsize=4096)
def is_money(item: str) -> bool:
    """Whether the item is money: 现金, 捐款, Donation."""
    return is_money_name(plain := simplified(lowered(fold(item)))) or plain in GIVING or item == MONEY


def is_service(item: str) -> bool:
    """Whether what was paid for is no thing that comes into stock: 运费, 保险, 服务器费用（一个月."""
    return item.endswith(_SERVICES) or _BRACKET.split(item, maxsplit=1)[0].endswith(_SERVICES) or is_money(item)


def goods_in(cell: str) -> list[Quantity]:
    """The goods that a cell names with how much of them."""
    try:
        return [each for each in named_quantities(cell) if not each.is_money and each.number is not None]
    except Misfit:
        return []


def and_such(text: str) -> str:
    """The text with 等 alone behind the last of the goods that it names, 方便面、水果等物资."""
    return text if len(text) > texts.LONGEST_NAME else _AND_SUCH.sub("等", text)


def leave_unsaid(found: Sequence[Quantity]) -> bool:
    """Whether some of what a cell names has no amount, and no word behind the last says that nobody knows it, 方便面、水果若干."""
    return any(each.is_bare for each in found) and (found[-1].is_bare or found[-1].number is not None)
