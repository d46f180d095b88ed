"""Amounts with nothing but the sign of a currency, below a heading that counts them in thousands, in 万 or in millions: $1,200, ￥0.5."""

import re

from donations.domain.amount import MONEY
from donations.domain.quantities.money import CURRENCIES
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit
from donations.importers.words.heading_measures import measure_named
from donations.importers.words.money_measures import SIGN_OF

SIGN_ALONE = N_(
    "an amount with its own measure, 0.5万元 or 5000元: the heading counts in larger sums, and a sign alone doesn't say whether that holds"
)
_BESIDE_NUMBERS = tuple(word for each in CURRENCIES for word in (*each.before, *each.behind))
_SIGNS = "".join(sorted({"￥", *(word for word in _BESIDE_NUMBERS if len(word) == 1 and not word.isalpha())}))
_CODES = "|".join(("rmb", "rm(?!b)", *(each.item.lower() for each in CURRENCIES)))
_CURRENCY = rf"(?:[a-z]{{0,3}}[{_SIGNS}]|(?:{_CODES})(?![a-z])|人民币|[美港台日澳加]币|新台币|美金)"
_NUMBER = r"[0-9][0-9,， ]*(?:\.[0-9]+)?"
_WITH_SIGN = pattern_of(
    rf"[(（]?(?P<before>{_CURRENCY})[:：]?\s*(?P<first>{_NUMBER})[)）]?|(?P<last>{_NUMBER})\s*[(（]?(?P<behind>{_CURRENCY})[)）]?",
    re.IGNORECASE,
)
_OF_ACCOUNTS = (1000, 10**6)
"""Accounts that count so put the sign of their money before their first amount and their sums."""


def without_sign(text: str, factor: int, currency: str | None) -> str:
    """The amount in a column that counts in `factor` of `currency` (None: yuan): without a sign that only says the same currency,
    where accounts have one; as it stands where it says more or less.

    Raises Misfit where the sign may as well say that the amount is a whole one: ￥5000 below 万元, €5 below thousands of dollars.
    """
    found = _WITH_SIGN.fullmatch(text) if factor != 1 else None
    if found is None:
        return text
    sign = (found["before"] or found["behind"]).casefold().replace("￥", "¥")
    measure = measure_named(sign)
    is_same = (currency or MONEY) in (*SIGN_OF.get(sign, ()), measure and measure[1])
    if not is_same or factor not in _OF_ACCOUNTS:
        raise Misfit(SIGN_ALONE)
    return str(found["first"] or found["last"])
