"""Goods that a donor gave and 使用金额 or 支出金额 beside them: what may be their worth again, and no money that was paid."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.domain.quantity import Quantity
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.foreign_values import says_worth_of_goods
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import InField
from donations.importers.words.several import Given

PAID_OR_USED = N_(
    "whether this was paid in money: goods alone were given in this row, and it may be these that were handed out or used. Leave the cell blank and say what went of them in a list of what was given out; where money was paid, put it into a row of its own"
)
_USED = pattern_of(r"用|执行|\bused?\b|utili[sz]ed|distributed")


def tell_gifts(by_field: Mapping[str, Sequence[Column]]) -> bool:
    """Whether a column says what goods are worth by its heading, 物资折价, beside one that says who gave, 捐赠人 and not 姓名."""
    return names_givers(by_field) and any(map(says_worth_of_goods, by_field.get("value", [])))


def names_givers(by_field: Mapping[str, Sequence[Column]]) -> bool:
    """Whether those who stand in the column of donors gave, and are not just the other side of an account."""
    return any(column.said.sense == "donor" for column in by_field.get("donor", []))


def are_used(by_field: Mapping[str, Sequence[Column]]) -> bool:
    """Whether a column of what was paid says that something was used, 使用金额, which may be goods."""
    return any(_USED.search(column.in_words.casefold()) for column in by_field.get("spent", []))


def refuse_used(given: Given, spent: Sequence[Quantity], *, says_used: bool) -> None:
    """Raises InField where goods alone were given and as much as they are worth was spent, or some of it was used."""
    paid = sum((each.number or Fraction(0) for each in spent), Fraction(0))
    if not given.goods or given.money or not paid:
        return
    if given.worth == paid or says_used:
        raise InField("spent", PAID_OR_USED, spent[0].written)
