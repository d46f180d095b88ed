"""Tables whose heading says one money of the amounts and a cell of the row another, or none of what goods are worth beside foreign money."""

import re
from collections.abc import Iterator, Sequence

from donations.domain.amount import MONEY
from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, SPENDING, UNCLEAR, Column, Group
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan, plain_number, shown_at
from donations.importers.words.heading_measures import measure_named
from donations.importers.words.heading_words import normal, understood
from donations.importers.words.money_measures import OTHER

OF_TWO = N_(
    "one money of the amounts: their heading says one, and the column of currencies another. Pass over the column that isn't about these amounts, --map HEADING=-, or take the money out of their heading"
)
WHICH_WORTH = N_(
    "which money the goods are worth so much of: the amounts beside it are of other money than yuan. Write it behind the heading: Value (CNY), or Value (USD), which only becomes a note"
)
_OF_ANY = pattern_of(r"(?<![美港欧日韩台臺新澳加坡幣币])[万千百亿]?[元圆圓]|(?<![a-z])(?<![a-z] )[¥￥$]", re.IGNORECASE)
"""What money of several countries is called: 金额（元） beside 币种 is of that."""
_ABROAD = pattern_of(
    r"(?:us|hk|nt|ca|au|[cas])?[$£€] ?[0-9][0-9,.]{0,20}|(?:usd|hkd|twd|eur|gbp|cad|aud) ?[0-9][0-9,.]{0,20}|[0-9][0-9,.]{0,20} ?(?:usd|hkd|twd|eur|gbp|cad|aud)",
    re.IGNORECASE,
)
"""An amount with the sign or the code of foreign money."""


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Refuses the groups whose rows name another money than the heading of their amounts, and those of English lists in foreign
    money that don't say of which money their goods are worth so much.

    `rows` are those below the headings.
    """
    for group in groups:
        if group.sort not in (MONEY_IN, SPENDING, GOODS_IN):
            continue
        if _are_contrary(group, rows):
            group.sort, group.why = UNCLEAR, OF_TWO
        elif title.currency is None and _is_worth_open(group, rows):
            group.sort, group.why = UNCLEAR, WHICH_WORTH


def _are_contrary(group: Group, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row names another money than the heading of an amount in it."""
    said = [(column, own) for column in group.of("money", "spent") if (own := _own_money(column)) is not None]
    return any(
        named != own and number_of_yuan(shown_at(row, column.index)) != 0
        for column, own in said
        for row, named in _named(group, rows)
        if shown_at(row, column.index)
    )


def _own_money(column: Column) -> str | None:
    """The money that the heading itself names; None for 金额（元）, Amount ($) and 金额（外币）, which are of any."""
    if column.said.currency in (None, OTHER):
        return None
    return understood(_OF_ANY.sub("", column.whole or column.heading)).currency


def _named(group: Group, rows: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], str]]:
    """The rows in which a column of currencies names one, with it."""
    for column in group.of("currency"):
        for row in rows:
            measure = measure_named(normal(shown_at(row, column.index)))
            if measure is not None and measure[1] is not None:
                yield row, measure[1]


def _is_worth_open(group: Group, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a number stands below what goods are worth, without any money, in a row that names foreign money, or in a list with
    English headings whose amounts are foreign money.
    """
    worths = [column for column in group.of("value", "price") if column.said.currency is None]
    if not worths:
        return False
    if any(_is_number(row, column) for row, named in _named(group, rows) if named != MONEY for column in worths):
        return True
    is_english = all(column.heading.isascii() for column in group.columns)
    return is_english and any(_is_number(row, c) for row in rows for c in worths) and _is_abroad(group, rows)


def _is_number(row: Sequence[str], column: Column) -> bool:
    number = plain_number(shown_at(row, column.index))
    return number is not None and number != 0


def _is_abroad(group: Group, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the amounts of money are foreign, by a heading or by a sign of any of them."""
    columns = [column for column in group.columns if column.field in ("money", "spent") or column.cash]
    by_heading = any(column.said.currency not in (None, MONEY) for column in columns)
    return by_heading or any(_ABROAD.fullmatch(text) for column in columns for text in column.texts(rows))
