"""What goods cost that were bought: each its own, or several together."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.domain.quantity import Quantity
from donations.importers.words.cells import SAID_TWICE, InField


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
