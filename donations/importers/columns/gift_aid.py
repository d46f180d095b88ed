"""Rows of the tax that the state pays on a gift besides (Gift Aid): whoever gave the gift gave none of it."""

from collections.abc import Callable
from fractions import Fraction

from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown_at

WHETHER_TAX = N_(
    "a gift, or the tax of one: beside other rows of Gift Aid here stands a gift that they are a quarter of, beside this one none. Write Gift Aid Claim where the tax office paid it, and Donation where it was given"
)
_TAX = pattern_of(
    r"(?:hmrc )?(?:gift ?aid|tax)(?: tax)? ?(?:re-?)?(?:claim(?:s|ed)?|refund(?:s|ed)?|rebates?|relief)(?: from hmrc)?|hmrc gift ?aid|gift ?aid from hmrc|gasds(?: claim)?"
)
_GIFT_AID = pattern_of(r"(?:uk )?gift ?aid")
"""The tax itself, or, beside Non Gift Aid, a gift of which the tax may be claimed."""
_NO_GIFT_AID = pattern_of(r"(?:non|not|no)[ -]?(?:uk )?gift ?aid(?:ed|able)?")
_GIVERS = ("donor", "party", "name_part", "payer", "name")
_MONEY = ("money", "amount")
_SHARE, _CENT = 4, Fraction(1, 100)
"""A gift of 80 makes 20 of tax; what was rounded to a cent may be two cents off."""


def says_tax(plain: str) -> bool:
    """Whether a cell (in comparable form) says that its row is such a tax, whatever stands beside it."""
    return _TAX.fullmatch(plain) is not None


def may_say_tax(plain: str) -> bool:
    """Whether a cell says Gift Aid and no more."""
    return _GIFT_AID.fullmatch(plain) is not None


def says_no_tax(plain: str) -> bool:
    """Whether a cell says of a gift that no tax is paid on it, beside which Gift Aid is a gift too: none is the tax of it."""
    return _NO_GIFT_AID.fullmatch(plain) is not None


def is_tax(senses: Senses, kind: Column, is_aid: Callable[[str], bool]) -> bool | None:
    """Whether the rows whose kind is Gift Aid alone are the tax of others: all of them a quarter of another row of the same
    giver. None where no row is; False where some are, and nobody can tell what the others are.
    """
    who = [column.index for column in senses.of(*_GIVERS)]
    money = next(iter(senses.of(*_MONEY)), None)
    if not who or money is None:
        return None
    gifts: set[tuple[tuple[str, ...], Fraction]] = set()
    aids: set[tuple[tuple[str, ...], Fraction]] = set()
    for row in senses.below:
        amount = plain_number(shown_at(row, money.index).strip("$€£¥￥ "))
        if amount is not None:
            names = tuple(shown_at(row, index) for index in who)
            (aids if is_aid(shown_at(row, kind.index)) else gifts).add((names, amount))
    fits = {any((names, tax * _SHARE + off * _CENT) in gifts for off in range(-2, 3)) for names, tax in aids}
    return None if True not in fits else False not in fits
