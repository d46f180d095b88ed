"""A count within a text, as it was found."""

from fractions import Fraction
from typing import NamedTuple

from donations import errors
from donations.domain import units
from donations.domain.amount import Certainty
from donations.domain.quantities.money import Currency
from donations.domain.quantities.numerals import Style


class Count(NamedTuple):
    """A count from `start` to `end` of a text; `number` None where it says only that there are some (若干箱).

    `per` is the pack it fills (每箱2000只); `fault` is why it can't be counted with; `style` None for 一批.
    """

    start: int
    end: int
    number: Fraction | None
    unit: units.Unit | None = None
    certainty: Certainty = Certainty.EXACT
    style: Style | None = None
    per: units.Unit | None = None
    currency: Currency | None = None
    fault: type[errors.DonationsError] | None = None
    loose: bool = False  # 5块 is money where nothing else is said
    glued: bool = False  # hangs on a Latin letter, as the 12 of B12片

    @property
    def is_vague(self) -> bool:
        """Whether it is a word such as 一批 and no count of units."""
        return self.number is None and self.unit is None
