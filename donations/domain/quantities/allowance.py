"""Money stated for each of many: 慰问金500元/户×20户, 助学金每人2000元，共5人."""

from fractions import Fraction

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.frames import FRAMES
from donations.domain.quantities.money import YUAN, is_money_word
from donations.domain.quantities.price import per_unit

_JOINS = " ,，;；()×x*=共计合总一为、"


def money_for_each(low: str, got: str) -> tuple[Fraction, Certainty] | None:
    """The yuan in all and how sure they are; None where `low` doesn't state money for each of a number of them.

    Raises SeveralReadings where goods are named too: what these are worth for each day or household is no price of one.
    """
    if "@" in low:
        return None
    found = counts(low)
    money = next((count for count in found if count.currency is YUAN and count.number is not None), None)
    if money is None or len(found) != 2 or any(count.fault for count in found):  # noqa: PLR2004 - how much, for how many
        return None
    end, per = per_unit(low, money.end)
    per = per or (money.per.name if money.per else None)
    many = next(count for count in found if count is not money)
    if per is None or many.unit is None or many.number is None or many.unit.name != per:
        return None
    rest = _without(low, (money.start, end), (many.start, many.end)).strip(_JOINS)
    if rest and not is_money_word(rest):
        if per in FRAMES:
            raise errors.SeveralReadings(got=got[:60], readings=f"{_said(low, money)}, ×{_said(low, many)}")
        return None
    assert money.number is not None
    return money.number * many.number, money.certainty.also(many.certainty)


def _without(low: str, *spans: tuple[int, int]) -> str:
    for start, end in sorted(spans, reverse=True):
        low = f"{low[:start]} {low[end:]}"
    return low


def _said(low: str, count: Count) -> str:
    return low[count.start : count.end].strip()
