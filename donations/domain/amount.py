"""Exact amounts: whole numbers of an item's smallest unit, with how certain they are."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self

from donations import errors

if TYPE_CHECKING:
    from fractions import Fraction  # imports decimal, which plain reports do without

MONEY = "CNY"
"""The name of the item that money is; its unit is the yuan, its smallest unit the fen."""

MONEY_DECIMALS = 2
_MOST_DECIMALS = 12
LARGEST_MINOR = 10**15
"""No single line is larger (ten trillion yuan), so that sums stay far inside SQLite's 64 bits."""


class Certainty(StrEnum):
    """How well an amount is known: to the unit, roughly (近, 约, 余), or not at all (一批, 若干)."""

    EXACT = "exact"
    ABOUT = "about"
    UNKNOWN = "unknown"

    def also(self, other: "Certainty") -> "Certainty":
        """The certainty of something made of both."""
        return max(self, other, key=list(Certainty).index)


USUALLY = "—"
"""Where things lie of which neither store nor purpose was said."""


class Counted(NamedTuple):
    """A known amount for a sentence, as text: `500 个`; whoever reads it in English reads `500 pcs`."""

    number: str
    unit: str
    where: str = ""
    """Where it lies, as people call it; `USUALLY` for what has no name."""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.where, self.number, self.unit)))


MORE, EITHER_WAY = "+", "±"
"""What stands between how certain the known part of a sum is and how many amounts nobody counted: those add to it, or may lessen it."""

LESS = "-"
"""What people read in the place of both where the known part is below 0: 不详-100."""


class SumCertainty(NamedTuple):
    """How well a sum is known: whether some of it is rough, and how many amounts nobody counted stand beside it.

    In a report it is a text, such as `exact`, `about`, `exact+2`, `about±1`; programs read `about` for whatever isn't exact.
    """

    is_about: bool
    unknown: int = 0
    sign: str = MORE

    @classmethod
    def parse(cls, text: str) -> "SumCertainty":
        """What the text of a report says."""
        for sign in (MORE, EITHER_WAY):
            known, found, unknown = text.partition(sign)
            if found and unknown.isdecimal():
                return cls(known == Certainty.ABOUT, int(unknown), sign)
        return cls(text in {Certainty.ABOUT, Certainty.UNKNOWN})

    def __str__(self) -> str:
        known = Certainty.ABOUT if self.is_about or self.unknown < 0 else Certainty.EXACT
        return f"{known}{self.sign}{self.unknown}" if self.unknown > 0 else str(known)


EVEN = "exact0"
"""What a report says of a sum that is exactly 0 because what it is made of evens out: people read the 0, programs `exact`."""


def program_word(said: str) -> str:
    """What programs read of the certainty of an amount or a sum, one of the words they know: beside what nobody counted, a sum is about."""
    if said == EVEN:
        return Certainty.EXACT.value
    return Certainty.ABOUT.value if SumCertainty.parse(said).unknown > 0 else said


class Item(NamedTuple):
    """What is given: name and specification tell items apart; amounts count its `unit` in steps of 10**-decimals."""

    number: int
    name: str
    specification: str | None
    unit: str
    decimals: int
    category: str | None = None

    @property
    def label(self) -> str:
        """The name with its specification, as people read it."""
        return f"{self.name}（{self.specification}）" if self.specification else self.name


class _Amount(NamedTuple):
    minor: int | None
    item: Item
    certainty: Certainty


class Amount(_Amount):
    """A signed whole number (`minor`) of the smallest unit of `item`; None where the amount is unknown."""

    __slots__ = ()

    def __new__(cls, minor: int | None, item: Item, certainty: Certainty = Certainty.EXACT) -> Self:
        assert (minor is None) == (certainty is Certainty.UNKNOWN), (minor, item, certainty)
        assert minor is None or type(minor) is int, (minor, item)
        return super().__new__(cls, minor, item, certainty)

    def __add__(self, other: "Amount") -> "Amount":  # type: ignore[override]  # amounts add up, they are not joined
        assert self.item.number == other.item.number, f"{other.item.name} never shares a sum with {self.item.name}"
        assert self.minor is not None, "an unknown amount is listed, never counted"
        assert other.minor is not None, "an unknown amount is listed, never counted"
        return Amount(self.minor + other.minor, self.item, self.certainty.also(other.certainty))

    def __neg__(self) -> "Amount":
        return self if self.minor is None else Amount(-self.minor, self.item, self.certainty)


def to_minor(number: "Fraction", item: Item) -> int:
    """`number` of the item's unit as a whole number of its smallest unit.

    Raises TooFine where it is no whole number (1.5 masks, 0.001 yuan), AmountTooLarge above LARGEST_MINOR.
    """
    minor: Fraction = number * 10**item.decimals
    if minor.denominator != 1:
        raise _too_fine(item)(
            item=item.name, got=f"{decimal_text(number)}{item.unit}", unit=item.unit, decimals=item.decimals
        )
    if abs(minor) > LARGEST_MINOR:
        raise errors.AmountTooLarge(got=decimal_text(number), largest=minor_text(LARGEST_MINOR, item.decimals))
    return minor.numerator


def _too_fine(item: Item) -> "type[errors.TooFine]":
    """The refusal of an amount that is finer than the item is kept."""
    return errors.FinerThanFen if item.name == MONEY else errors.TooFine if item.decimals else errors.OnlyWhole


def minor_of(decimal: str, item: Item) -> int:
    """The smallest units that `minor_text` made `decimal` of. Raises TooFine, AmountTooLarge."""
    whole, _, part = decimal.removeprefix("-").partition(".")
    if len(part) > item.decimals:
        raise _too_fine(item)(item=item.name, got=f"{decimal}{item.unit}", unit=item.unit, decimals=item.decimals)
    minor = int(whole + part.ljust(item.decimals, "0"))
    if minor > LARGEST_MINOR:
        raise errors.AmountTooLarge(got=decimal, largest=minor_text(LARGEST_MINOR, item.decimals))
    return -minor if decimal.startswith("-") else minor


def fen(yuan: "Fraction") -> int:
    """`yuan` in whole fen; raises TooFine or AmountTooLarge as `to_minor` does."""
    return to_minor(yuan, Item(0, MONEY, None, "元", MONEY_DECIMALS))


def minor_text(minor: int, decimals: int) -> str:
    """The exact decimal of `minor` smallest units, without trailing zeros: 150 at two decimals is `1.5`."""
    if not decimals:
        return str(minor)
    if minor < 0:
        return f"-{minor_text(-minor, decimals)}"
    whole, part = divmod(minor, 10**decimals)
    digits = f"{part:0{decimals}d}".rstrip("0")  # refuses what is no whole number
    return f"{whole}.{digits}" if digits else str(whole)


def decimal_text(number: "Fraction") -> str:
    """`number` as people write it: decimals where they end, else a fraction."""
    for decimals in range(_MOST_DECIMALS + 1):
        minor = number * 10**decimals
        if minor.denominator == 1:
            return minor_text(minor.numerator, decimals)
    return f"{number.numerator}/{number.denominator}"
