"""Amounts with and without their tax, as invoices have them: 金额, 税额, 价税合计. What was paid, or is worth something, is with it."""

from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import amounts_in
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import Heading

_WHOLE = pattern_of(
    r"价税(?:合计|总计|总额)(?:金?额)?|(?<!不)含税(?:总)?(?:金额|价款?|额|合计|总计|总价|总额)|(?:金额|总价|合计|总额)[(](?<!不)含税[)]"
)
_TAX = pattern_of(r"(?:增值)?税[额金](?:合计)?")
_NET = pattern_of(r"不含税|未税|除税|税前")
_ROUNDED_OFF = Fraction(5, 100)
_OF_MONEY = ("money", "amount", "spent")
_AMOUNTS = (*_OF_MONEY, "total", "value", "price", "", PASSED)


def settle(senses: Senses) -> None:
    """Of 金额 and 税额 that make 价税合计 in every row, or 不含税金额 beside it, the whole is read; prices without tax are not. Other amounts
    beside them stay what they are.
    """
    free = [column for column in senses.columns if not column.by_user]
    wholes = [column for column in free if _WHOLE.match(column.said_as) and column.field in _AMOUNTS]
    if len(wholes) != 1:
        return
    whole, taxes = wholes[0], [column for column in free if _TAX.match(column.said_as)]
    others = [column for column in free if column is not whole and column not in taxes and column.field in _AMOUNTS]
    nets = [column for column in others if _NET.search(column.said_as) or _is_net(senses, column, taxes, whole)]
    if not nets or any(column.field in _OF_MONEY for column in others if column not in nets):
        return  # 收入 beside 支出, of which some have a tax
    for column in (*nets, *(column for column in others if column.field == "price")):
        column.field = PASSED
    whole.field, whole.said = "value", Heading("value", whole.said.factor, whole.said.currency)


def _is_net(senses: Senses, column: Column, taxes: list[Column], whole: Column) -> bool:
    """Whether an amount makes, with its tax, the whole in every row, but for what was rounded off."""
    if len(taxes) != 1 or column.field not in (*_OF_MONEY, "value", "total"):
        return False
    rows = [row for row in amounts_in(senses, [column, taxes[0], whole]) if row[2]]
    return bool(rows) and all(abs(net + tax - both) <= _ROUNDED_OFF for net, tax, both in rows)
