"""One count within a text: 近500斤, 5000余个, 每箱2000只, 24瓶/件, ¥28.16, 一批; found from left to right."""

from fractions import Fraction
from functools import lru_cache

from donations import errors
from donations.domain import units
from donations.domain.amount import Certainty
from donations.domain.quantities import goods, words
from donations.domain.quantities.bare import bare
from donations.domain.quantities.coins import coins_behind, dimes_behind
from donations.domain.quantities.counted import Count
from donations.domain.quantities.front import behind_about, behind_minus, behind_per
from donations.domain.quantities.glue import is_english_thing
from donations.domain.quantities.money import YUAN, currency_before, currency_behind
from donations.domain.quantities.numerals import Numeral, Style, numeral_at
from donations.domain.quantities.numerals_english import english_factor
from donations.domain.quantities.unit import unit_at


@lru_cache(maxsize=goods.LONG_AT_ONCE)
def counts(text: str) -> tuple[Count, ...]:
    """Every count in `text` (folded, lower case), from left to right, none overlapping."""
    found: list[Count] = []
    position = 0
    while position < len(text):
        floor = found[-1].end if found else 0
        count = _count_at(text, position, floor)
        if count is not None:
            found.append(count)
            position = max(count.end, position + 1)
        else:
            position = _skipped(text, position)
    return tuple(found)


def _skipped(text: str, position: int) -> int:
    """Where to look next when no count begins here: behind the number or the name that does."""
    length = goods.number_name_at(text, position)
    if length:
        return position + length
    if text[position].isascii() and text[position].isalnum():
        while position < len(text) and text[position].isascii() and text[position].isalnum():
            position += 1
            if position < len(text) and text[position].isdigit() != text[position - 1].isdigit():
                break
        return position
    return position + 1


def _count_at(text: str, position: int, floor: int) -> Count | None:
    vague = _vague_at(text, position, floor)
    if vague is not None:
        return vague
    if goods.number_name_at(text, position):
        return None
    numeral = numeral_at(text, position)
    if numeral is None:
        return None
    numeral = _times_english(text, numeral)
    letter = text[position - 1 : position]
    inside_word = numeral.style is Style.ENGLISH and letter.isascii() and letter.isalnum()
    ordinal = letter == "第" or (numeral.style is Style.HAN and letter and letter in "初周老星期小")
    count = None if inside_word or ordinal else _measured(text, numeral)
    count = _ranged(text, count) if count else None if ordinal else _ranged_in_words(text, numeral)
    if count is None:
        return None
    on_letter = numeral.style is Style.DIGITS and letter.isascii() and letter.isalpha() and letter != "x"
    return _with_front(text, count._replace(glued=on_letter), numeral, floor)


def _times_english(text: str, numeral: Numeral) -> Numeral:
    factor = english_factor(text, numeral.end) if numeral.style is Style.DIGITS else None
    return numeral if factor is None else numeral._replace(end=factor[0], value=numeral.value * factor[1])


def _vague_at(text: str, position: int, floor: int) -> Count | None:
    found = None if text[position - 1 : position] == "第" else words.vague().match(text, position)
    if found:
        if found[0] == "some" and _numeral_follows(text, found.end()):
            return None
        blank = 1 if text[found.end() : found.end() + 1] == " " else 0
        unit = unit_at(text, found.end() + blank) if "批" not in found[0] and "batch" not in found[0] else None
        numeral = numeral_at(text, position)
        if numeral is not None and numeral.end > found.end():
            return None  # a few hundred
        end = unit[0] if unit else found.end()
        start, _ = behind_about(text, position, floor)
        return Count(start, end, None, unit[1] if unit else None, Certainty.UNKNOWN)
    several = words.some_of_a_unit().match(text, position)
    unit = unit_at(text, several.end()) if several else None
    if not several or not unit or goods.number_name_at(text, position) or numeral_at(text, position) is not None:
        return None
    return Count(position, unit[0], None, unit[1], Certainty.UNKNOWN)


def _numeral_follows(text: str, position: int) -> bool:
    while text[position : position + 1] == " ":
        position += 1
    found = numeral_at(text, position)
    return found is not None


def _measured(text: str, numeral: Numeral) -> Count | None:
    """The numeral with what stands behind it; None where it is part of a name instead."""
    certainty = Certainty.ABOUT if numeral.about else Certainty.EXACT
    position, rough = _past_middle(text, numeral.end)
    certainty = Certainty.ABOUT if rough else certainty
    count = Count(numeral.start, position, numeral.value, None, certainty, numeral.style, fault=numeral.fault)
    money = currency_behind(text, position)
    if money is not None:
        return _with_tail(text, _with_dimes(text, count._replace(end=money[0], currency=money[1])))
    coins = _coins(text, count)
    if coins is not None:
        return _with_tail(text, coins)
    blank = 1 if text[position : position + 1] == " " else 0
    unit = unit_at(text, position + blank)
    if unit is not None and is_english_thing(text, numeral.start, position + blank, unit[0]):
        return count
    if unit is not None and not (numeral.style is Style.HAN and blank and len(text) > unit[0] and numeral.weak):
        whole = _compounded(text, count._replace(end=unit[0], unit=unit[1]))
        return _with_tail(text, whole)
    return bare(text, numeral, count._replace(end=position if rough else numeral.end))


def _past_middle(text: str, position: int) -> tuple[int, bool]:
    """The position behind 余, 多, 来, 几 or + where a unit, money or nothing more follows them."""
    middle = words.rough_middle().match(text, position)
    if not middle:
        return position, False
    end = middle.end()
    follows = (
        unit_at(text, end) or currency_behind(text, end) or text[end : end + 1] in ("", " ", "块", ",", "、", ")", "@")
    )
    blanks_english = middle[0].strip() in ("+", "odd", "-odd")
    return (end, True) if follows or blanks_english else (position, False)


def _compounded(text: str, count: Count) -> Count:
    """3斤2两 as 3.2 斤, 两斤半 as 2.5 斤, 3斤2两半 as 3.25 斤; 3斤20两 as one count that says too much."""
    assert count.unit is not None
    assert count.number is not None
    if (
        text.startswith("半", count.end)
        and not goods.number_name_at(text, count.end)
        and not unit_at(text, count.end + 1)
    ):
        return count._replace(end=count.end + 1, number=count.number + Fraction(1, 2))
    joined = text[count.end : count.end + 1] in ("零", "又")
    smaller = numeral_at(text, count.end + joined) if count.unit.dimension else None
    unit = (unit_at(text, smaller.end) or _qian_at(text, smaller.end, count.unit)) if smaller else None
    if smaller is None or unit is None or smaller.fault or unit[1].dimension != count.unit.dimension:
        return count
    if unit[1].factor >= count.unit.factor:
        return count
    part = _compounded(text, Count(smaller.start, unit[0], smaller.value, unit[1]))
    assert part.number is not None
    share = part.number * unit[1].factor / count.unit.factor
    if part.fault or share >= 1:  # 3斤20两: a slip, or two weights
        return count._replace(end=part.end, fault=errors.PartTooLarge)
    return count._replace(end=part.end, number=count.number + share)


def _qian_at(text: str, position: int, larger: units.Unit) -> tuple[int, units.Unit] | None:
    """End and weight of the 钱 of 3两5钱; elsewhere 钱 is money, or the beginning of a name."""
    is_weight = (
        larger.name == "两" and text.startswith("钱", position) and not text.startswith(("钱包", "钱币"), position)
    )
    return (position + 1, larger._replace(name="钱", factor=larger.factor / 10)) if is_weight else None


def _with_dimes(text: str, count: Count) -> Count:
    """5元3角2分, and 元整."""
    if count.currency is not YUAN or count.number is None:
        return count
    end, dimes = dimes_behind(text, count.end)
    return count._replace(end=end, number=count.number + dimes)


def _coins(text: str, count: Count) -> Count | None:
    """5块, 12块5, 3角5分, 5毛 at the end of what is said."""
    assert count.number is not None
    found = coins_behind(text, count.end, count.number)
    if found is None:
        return None
    end, yuan, plain = found
    unit = units.unit_named("块") if plain else None
    return count._replace(end=end, number=yuan, currency=None if plain else YUAN, unit=unit, loose=plain)


def _with_tail(text: str, count: Count) -> Count:
    """左右 behind a unit, and the pack it is per: 24瓶/件, 2000只每箱, 50 pieces per box."""
    about = words.about_behind().match(text, count.end)
    if about:
        count = count._replace(end=about.end(), certainty=count.certainty.also(Certainty.ABOUT))
    per = words.per_behind().match(text, count.end) if count.unit else None
    unit = unit_at(text, per.end()) if per else None
    if per is None or unit is None or count.currency or unit[1] == count.unit:
        return count
    if "/" not in per[0] and _begins_another(text, unit[0]):
        return count
    return count._replace(end=unit[0], per=unit[1])


def _begins_another(text: str, position: int) -> bool:
    """Whether 每箱 behind a count speaks about what follows it: 50箱 每箱700元."""
    fills = words.fills_forward().match(text, position)
    start = fills.end() if fills else position
    return numeral_at(text, start) is not None or text[start : start + 1] in ("¥", "$")


def _ranged(text: str, count: Count) -> Count:
    """500-600个: a range is found whole, so that it can be refused."""
    sign = words.range_sign().match(text, count.end)
    second = numeral_at(text, sign.end()) if sign else None
    if sign is None or second is None or second.style is not count.style or not _smaller(count, second):
        return count
    whole = _measured(text, second)
    if whole is None or (whole.unit is None and count.unit is not None) or (count.currency and not whole.currency):
        return count
    return whole._replace(start=count.start, fault=errors.QuantityRange)


def _ranged_in_words(text: str, numeral: Numeral) -> Count | None:
    """三到五箱, 三十至四十斤: a range whose first number says none by itself; None where it is no range of units."""
    sign = words.range_sign().match(text, numeral.end) if numeral.style is Style.HAN else None
    second = numeral_at(text, sign.end()) if sign else None
    whole = _measured(text, second) if second and numeral.value < second.value else None
    if whole is None or (whole.unit is None and whole.currency is None):
        return None
    return whole._replace(start=numeral.start, fault=errors.QuantityRange)


def _smaller(count: Count, second: Numeral) -> bool:
    return count.number is not None and count.number < second.value


def _with_front(text: str, count: Count, numeral: Numeral, floor: int) -> Count | None:
    """The count with the sign, the 近 and the 每箱 that stand before it."""
    start = count.start
    sign = currency_before(text, start) if count.unit is None and not count.per else None
    if sign is not None and sign[0] >= floor and count.currency in (None, YUAN):
        count = count._replace(
            start=sign[0], currency=sign[1] if count.currency is None or sign[1] is not YUAN else YUAN
        )
        count = _with_tail(text, count)
        start = sign[0]
    start, negative = behind_minus(text, start, floor)
    start, about = behind_about(text, start, floor)
    if about:
        count = count._replace(certainty=count.certainty.also(Certainty.ABOUT))
    start, per = behind_per(text, start, floor)
    if per is not None and count.per is None:
        count = count._replace(per=per)
    weak = numeral.weak and count.unit is None and count.currency is None
    if weak and not about and numeral.style is not Style.ENGLISH and count.fault is None:
        return None
    if count.fault is None and (negative or (count.number is not None and count.number <= 0)):
        count = count._replace(fault=errors.NotPositive)
    return count._replace(start=start)
