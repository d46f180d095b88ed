"""Currencies that stand where a name would, 人民币 and USD: nobody is called so, and what stands beside them is a sum."""

from functools import cache

from donations.domain.amount import MONEY
from donations.domain.quantities.money import CURRENCIES
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

_NAMES = pattern_of(r"(?!.*[写整正块])[\u3400-\u9fff]{2,}")
_AROUND = " :：()（）"
_LONGEST = 16


def money_alone(text: str) -> str | None:
    """The money, by its item, that a cell names and says nothing else, 美元：; None of all others. Codes stand in capitals there."""
    if len(text) > _LONGEST:
        return None
    plain = text.strip(_AROUND)
    return _codes().get(plain) or names_of_money().get(normal(plain))


@cache
def _codes() -> dict[str, str]:
    return {"RMB": MONEY} | {currency.item: currency.item for currency in CURRENCIES}


@cache
def names_of_money() -> dict[str, str]:
    """The names of each money in simplified characters, with its item: 人民币 and 港币; 元 alone may be part of a name, and Won is one."""
    named = {word: one.item for one in CURRENCIES for word in (*one.before, *one.behind) if _NAMES.fullmatch(word)}
    return named | {normal(word): item for word, item in named.items()} | {"usdollars": "USD"}
