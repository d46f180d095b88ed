"""What was bought, and what it cost: each its own, or several together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.domain.quantity import Quantity
from donations.importers.patterns import pattern_of
from donations.importers.rows.worth_apart import noted
from donations.importers.words.cells import SAID_TWICE, InField, Misfit
from donations.importers.words.counting import is_service, named_quantities
from donations.importers.words.several import Given

_AT_PRICE = pattern_of(r".*[\u3400-\u9fff]\s*[×xX*]\s*([0-9]{1,9}(?:\.[0-9]{1,2})?)")
_NO_THINGS = frozenset("人户戶名位家次") | {"人次", "户次", "戶次"}

_BOUGHT = (
    r"(?:采购|购买|购置|购入|购进|买入|购|买)了?\s*(?!物(?!资)|卖|家(?!具|电|用)|单(?!衣|人)|手续|方(?!便)|员)(?=.)"
)
_BUYING = pattern_of(rf"(?:^|(?<=[、，,;；+和及])){_BOUGHT}")
"""购口罩1000个 is 1000 口罩; but 购物袋."""
_FOR = pattern_of(
    rf"((?:慰问|看望|走访|探望|关爱|帮扶|救助|资助|为|给)(?!品|金|信)[^0-9、，,;；。:：()（）购买]{{1,14}}?(?<![代采团求选收抢]))(?:团)?{_BOUGHT}"
)
"""慰问老人购大米10袋 is 10 bags of rice, and whom they are for a remark."""


def are_used(item: str, counted: Sequence[Quantity]) -> bool:
    """Whether what was paid for is work or was for people, and nothing that is kept: 打印费300页, 慰问困难户10户."""
    return is_service(item) or all(is_service(each.item) or _is_no_thing(each) for each in counted)


def for_whom(item: str, quantity: str, counted: Sequence[Quantity]) -> str:
    """What money was spent for, with how many people it was for."""
    return f"{item}{quantity}" if any(map(_is_no_thing, counted)) and quantity not in item else item


def for_use(given: Given, item: str) -> Given:
    """What was bought, with whom it is for as a remark, where its words begin with that."""
    found = _FOR.match(item)
    return noted(given, found[1]) if found else given


def _is_no_thing(quantity: Quantity) -> bool:
    return quantity.unit in _NO_THINGS


def at_price(quantity: Quantity, cost: Fraction) -> Quantity:
    """The quantity without the price that was taken for what each holds: 球拍4个×30 for 120 yuan are 4 for 30 each, and 口罩4包×30 are 4包."""
    found = _AT_PRICE.fullmatch(quantity.written)
    price = Fraction(found[1]) if found else Fraction(0)
    if not price or not cost or quantity.number != cost:
        return quantity
    return replace(quantity, number=cost / price, unit=quantity.unit or quantity.pack_unit, packs=None, pack_unit=None)


def paid_together(
    goods: Sequence[Quantity], paid: tuple[Quantity, ...], cost: Fraction, field: str
) -> tuple[Quantity, ...]:
    """What several goods cost that were bought for one sum, which can't be split, but for what some say themselves: money that
    was spent. Raises InField, of the field where it stands, where they say more or less.
    """
    said = [cost_of(quantity) for quantity in goods]
    rest = cost - sum(said)
    if len(goods) == 1 or not cost or not rest:
        return ()
    if all(said) or rest < 0:
        raise InField(field, SAID_TWICE, paid[0].written)
    return paid if rest == cost else (replace(paid[0], number=rest, written=f"{decimal_text(rest)}元"),)


def cost_of(quantity: Quantity) -> Fraction:
    """What a quantity cost, by its own price; 0 where it has none."""
    price = quantity.price
    if price is None:
        return Fraction(0)
    return price.yuan if price.whole else price.yuan * (quantity.number or Fraction(0))


def thing(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells without an item that is no thing with its amount, but what money was paid for."""
    item = cells.get("item", "")
    bought = {**cells, "item": _BUYING.sub("", _FOR.sub("", item, count=1))}
    if not item or (cells.get("quantity") and not is_service(item)):
        return bought
    try:
        named = named_quantities(item)
    except Misfit:
        named = ()
    if named and not cells.get("quantity") and not any(each.is_money for each in named):
        return bought if any(each.number is not None for each in named) else cells
    return {field: text for field, text in cells.items() if field not in ("item", "quantity", "value", "price")}
