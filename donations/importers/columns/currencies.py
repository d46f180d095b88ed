"""Columns of money that say of each gift how much came in which currency, or by which way, and never what goods are worth."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import amounts_in
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_measures import BRACKETED, measure_named
from donations.importers.words.heading_words import normal

_RATE = pattern_of(r".{0,6}汇率.{0,6}|匯率|(?:exchange|fx|conversion)rate")
_ALIKE = Fraction(101, 100)


def currencies_alone(columns: Iterable[Column]) -> list[Column]:
    """The columns of money whose headings say a currency and nothing else, 人民币 and 港币（元）, where there are several: gifts in
    each of them, and nothing that goods are worth.
    """
    named = [(column, _currency_named(column.heading)) for column in columns if column.field == "money" or column.cash]
    found = [column for column, currency in named if currency]
    return found if len({currency for _column, currency in named if currency}) > 1 else []


def are_all_cash(columns: Iterable[Column]) -> bool:
    """Whether several of the columns hold money and these are cash, whatever goods stand beside them: ways that it came, or currencies."""
    money = [column for column in columns if column.field == "money" or column.cash]
    by_ways = any(column.said.sense == "channel" for column in money)
    return len(money) > 1 and (by_ways or bool(currencies_alone(money)))


def are_converted(senses: Senses, columns: Sequence[Column]) -> bool:
    """Whether columns of different currencies say the same gift again: some row has an amount in each, and a column tells the rate
    beside them, or all rows have, and are converted alike.
    """
    rows = [row for row in amounts_in(senses, columns) if any(row)]
    both = [row for row in rows if all(row)]
    if both and any(_RATE.fullmatch(normal(column.heading)) for column in senses.columns):
        return True
    rates = [Fraction(other) / Fraction(row[0] or 1) for row in both for other in row[1:2]]
    return len(rates) == len(rows) > 1 and max(rates) <= min(rates) * _ALIKE


def _currency_named(heading: str) -> str | None:
    said = measure_named(BRACKETED.sub("", normal(heading)))
    return said and said[1]
