"""A quantity as a treasurer typed it: 口罩5000个, 约500斤蔬菜, 50箱×2000只@3.5元, 150万元, masks 500."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import MONEY, Certainty
from donations.domain.currencies import FOREIGN

YUAN = "元"
_AROUND = str.maketrans("", "", " \u3000()（）[]【】")


def _plain(text: str) -> str:
    """The text without blanks and brackets."""
    return text.translate(_AROUND)


class Price(NamedTuple):
    """Yuan for the whole quantity (`whole`), or for one unit: `per` names it where that was said."""

    yuan: Fraction
    certainty: Certainty
    whole: bool
    per: str | None


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
        return self.unit == (YUAN if self.item == MONEY else FOREIGN.get(self.item, ""))

    @property
    def is_bare(self) -> bool:
        """Whether it is a name alone, with neither an amount, nor a word that it is unknown, nor a value."""
        if self.number is not None or self.unit is not None or self.price is not None:
            return False
        said = f"{self.item}{self.specification or ''}"
        return self.written == said or (self.specification is not None and _plain(self.written) == _plain(said))
