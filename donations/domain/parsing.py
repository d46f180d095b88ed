"""Quantities that people type, read at sight where they are plain (口罩500个, 500个口罩, 5000元), else by the grammar.

The grammar takes a third of what recording one gift takes: its words are many, and patterns are compiled at each start.
"""

from fractions import Fraction

from donations import errors
from donations.domain.amount import MONEY, Certainty
from donations.domain.catalogue import goods_named
from donations.domain.quantity import YUAN, Quantity
from donations.domain.text import tidy

_LONGEST_NUMBER = 9
_UNITS = frozenset("个只件套双瓶盒包箱袋桶台支把条顶床份斤吨")
_BEGIN_WORDS = frozenset("套把")
"""Units that a name can go on from: in 500把手套 the grammar finds a 把手."""
_MYRIAD = 10_000
_NUMERALS = frozenset("〇○零一壹二贰貳弍两兩三叁參叄四肆五伍六陆陸七柒八捌九玖十拾廿卅卌百佰千仟万萬亿億半几幾正")
"""Every Han character that a number is written with, and the stroke mark 正."""


def parse_quantity(text: str) -> Quantity:
    """The one quantity that `text` says.

    Raises NoQuantity, NoNumber, NotPositive, AmountTooLarge, QuantityRange, SeveralReadings (also where the text
    holds several gifts), MoneyOrGoods, MoneyWithValue, NotMoney, MarkedGone, TooFine or NameTooLong.
    """
    found = parse_quantities(text)
    if len(found) > 1:
        raise errors.SeveralReadings(got=tidy(text)[:60], readings="; ".join(one.written for one in found[:4]))
    return found[0]


def parse_quantities(text: str) -> tuple[Quantity, ...]:
    """Every gift in `text`, one or several, in order; raises as `parse_quantity` does, for the first that is refused."""
    if plain := at_sight(text):
        return (plain,)
    from donations.domain.quantities.gifts import gifts  # what is plain does without

    return gifts(text)


def parse_money(text: str) -> tuple[Fraction, Certainty]:
    """Yuan as `text` says them: 3.5, 1,500.00元, ¥28.16, 约11万元; also finer than the fen.

    Raises NotMoney, NoNumber, NotPositive, QuantityRange, MarkedGone or AmountTooLarge.
    """
    from donations.domain.quantities.gifts import money  # as above

    return money(text)


def may_hold_amount(name: str) -> bool:
    """Whether there may be a number in `name`; where it is Han characters and none of them is a numeral, there is none."""
    return not all("\u3400" <= character <= "\u9fff" and character not in _NUMERALS for character in name)


def at_sight(text: str) -> Quantity | None:
    """A common item with its number and unit, or yuan, written with nothing else; None where more is to be understood."""
    digits = "".join(filter(str.isdecimal, text))
    if not digits.isascii() or digits[:1] in ("", "0") or len(digits) > _LONGEST_NUMBER:
        return None
    before, found, behind = text.partition(digits)
    if not found:
        return None
    if not before and behind in (YUAN, "万元"):
        return _quantity(text, MONEY, int(digits) * (_MYRIAD if behind != YUAN else 1), YUAN)
    unit, name = (behind, before) if before else (behind[:1], behind[1:])
    if unit not in (_UNITS if before else _UNITS - _BEGIN_WORDS) or name not in goods_named():
        return None
    return _quantity(text, name, int(digits), unit)


def _quantity(text: str, item: str, number: int, unit: str) -> Quantity:
    return Quantity(text, item, None, Fraction(number), unit, Certainty.EXACT, None, None, None)
