"""Columns of money that say of each gift how much came in which currency, or by which way, and never what goods are worth."""

from collections.abc import Iterable

from donations.importers.columns.columns import Column
from donations.importers.words.heading_measures import BRACKETED, measure_named
from donations.importers.words.heading_words import normal


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


def _currency_named(heading: str) -> str | None:
    said = measure_named(BRACKETED.sub("", normal(heading)))
    return said and said[1]
