"""Quantities as a treasurer types them: 口罩5000个, 约500斤蔬菜, 50箱×2000只@3.5元, 150万元, masks 500."""

from dataclasses import dataclass
from fractions import Fraction

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.quantities.allowance import money_for_each
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.gone import refuse_gone
from donations.domain.quantities.goods import fold, lowered, prepared
from donations.domain.quantities.money import CURRENCIES, YUAN, is_money_word
from donations.domain.quantities.name import is_remark
from donations.domain.quantities.numerals import TOO_LARGE
from donations.domain.quantities.price import Price, priced
from donations.domain.quantities.reading import read
from donations.domain.quantities.size import in_order
from donations.domain.quantities.splitting import split
from donations.domain.text import tidy

__all__ = ["Price", "Quantity", "parse_money", "parse_quantities"]

LONGEST = 300
"""A longer text is refused unread."""


@dataclass(slots=True, unsafe_hash=True)  # not frozen, as DraftLine; nobody changes one
class Quantity:
    """One gift as it was written: `number` of `unit` of `item`, packs already multiplied out.

    `number` None: nobody knows how many; `unit` None: none was written. Money is the item CNY in 元 (or USD in 美元 …).
    `packs` of `pack_unit` is the packing the number came in. `written` is the whole text, remarks included.
    """

    written: str
    item: str
    specification: str | None
    number: Fraction | None
    unit: str | None
    certainty: Certainty
    packs: Fraction | None
    pack_unit: str | None
    price: Price | None

    @property
    def is_money(self) -> bool:
        """Whether it is money, of whatever currency."""
        return any((self.item, self.unit) == (currency.item, currency.unit) for currency in CURRENCIES)

    @property
    def is_bare(self) -> bool:
        """Whether it is a name alone, with neither an amount, nor a word that it is unknown, nor a value."""
        return self.number is None and self.unit is None and self.price is None and self.written == self.item

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """The one quantity that `text` says.

        Raises NoQuantity, NoNumber, NotPositive, AmountTooLarge, QuantityRange, SeveralReadings (also where the text
        holds several gifts), MoneyOrGoods, MoneyWithValue, NotMoney, MarkedGone, TooFine or NameTooLong.
        """
        found = parse_quantities(text)
        if len(found) > 1:
            raise errors.SeveralReadings(got=tidy(text)[:60], readings="; ".join(one.written for one in found[:4]))
        return found[0]


def parse_quantities(text: str) -> tuple[Quantity, ...]:
    """Every gift in `text`, one or several, in order; raises as `Quantity.parse` does, for the first that is refused."""
    if len(text) > LONGEST:
        raise errors.NoQuantity(got=tidy(text[:60]))
    lines = (in_order(prepared(line)) for line in text.splitlines())
    parts = split("\n".join(line for line in lines if line))
    if not parts:
        raise errors.NoQuantity(got=tidy(text)[:60])
    alone = tidy(text) if len(parts) == 1 else None
    return tuple(_one(part, alone) for part in parts)


def _one(part: str, written: str | None) -> Quantity:
    part = part.replace("\n", " ").strip()
    shown = written or tidy(part)
    low = lowered(fold(part))
    refuse_gone(low, shown)
    if (total := money_for_each(low, shown)) is not None:
        return Quantity(shown, YUAN.item, None, total[0], YUAN.unit, total[1], None, None, None)
    taken = priced(low, shown)
    result = read(taken.of(part), taken.of(low), shown)
    amount = result.amount
    quantity = Quantity(
        written=shown,
        item=result.item,
        specification=result.specification,
        number=amount.number,
        unit=amount.unit.name if amount.unit else None,
        certainty=amount.certainty if amount.number is not None else Certainty.UNKNOWN,
        packs=amount.packs,
        pack_unit=amount.pack_unit.name if amount.pack_unit else None,
        price=taken.price,
    )
    if quantity.is_money and taken.price is not None:
        raise errors.MoneyWithValue(got=shown[:60])
    return quantity


def parse_money(text: str) -> tuple[Fraction, Certainty]:
    """Yuan as `text` says them: 3.5, 1,500.00元, ¥28.16, 约11万元; also finer than the fen.

    Raises NotMoney, NoNumber, NotPositive, QuantityRange, MarkedGone or AmountTooLarge.
    """
    shown = tidy(text[:LONGEST])
    if len(text) > LONGEST:
        raise errors.NotMoney(got=shown[:60])
    low = lowered(fold(prepared(text)))
    refuse_gone(low, shown)
    found = counts(low)
    if len(found) != 1:
        raise errors.NotMoney(got=shown[:60])
    (count,) = found
    before, behind = low[: count.start].strip(" :"), low[count.end :].strip(" 。.")
    if (before and not is_money_word(before)) or (behind and not (is_money_word(behind) or is_remark(behind))):
        raise errors.NotMoney(got=shown[:60])
    return _checked(count, shown), count.certainty


def _checked(count: Count, shown: str) -> Fraction:
    if count.fault is errors.AmountTooLarge or (count.number or 0) >= TOO_LARGE:
        raise errors.AmountTooLarge(got=shown[:60], largest=str(TOO_LARGE - 1))
    if count.fault is not None:
        raise count.fault(got=shown[:60])
    other = count.currency not in (None, YUAN) or count.per is not None
    if count.number is None or other or (count.unit is not None and not count.loose):
        raise errors.NotMoney(got=shown[:60])
    return count.number
