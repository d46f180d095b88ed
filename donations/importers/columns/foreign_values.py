"""Foreign money beside goods and yuan beside foreign money: no values of goods, but remarks in the note of what came."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.domain.amount import MONEY
from donations.domain.paper_fields import PASSED
from donations.domain.quantities.money import UNIT_OF
from donations.importers.columns.columns import ABROAD, MADE, REMARK, Column
from donations.importers.columns.gift_sorts import is_cash_alone
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit, number_of_yuan, plain_number, shown_at
from donations.importers.words.counting import named_quantities
from donations.importers.words.heading_measures import times_said
from donations.importers.words.heading_words import Heading, normal
from donations.importers.words.money_cells import money, yuan
from donations.importers.words.money_measures import OTHER

_WORDS = {"price": "单价", "value": "价值"}
_SPENT = pattern_of(r"支出|使用|花费|开支|spent|expen[sd]|used|utili[sz]ed")
_CASH_FIELDS = ("money", "spent")
_BARE = pattern_of(r"(?:^|[^\u3400-\u9fff][万千百亿]?|金额|[捐善]款|款额|数额)[元圆][)）\]]?$")
"""元 of no country: 金额（元）, 金额/万元."""
_NONE = pattern_of(r"(?:[a-z]{2,3} ?)?[¥￥$€£]? ?0+(?:\.0*)? ?(?:万?[元圆]|yuan|[a-z]{3})?", re.IGNORECASE)
_MADE, _OF_CHINA = pattern_of(r"折|约合|人民币"), pattern_of(r"rmb|cny|[¥￥]|本币|本位币", re.IGNORECASE)

_GOODS = pattern_of(
    r"折价|估价|估值|作价|公允|货值|码洋|物[资品]|[实捐]物|货物|非(?:货币|现金|资金)|(?:in|non)[ -]?(?:kind|cash)",
    re.IGNORECASE,
)
_ABROAD = pattern_of("外币|原币")
_WORKED_OUT = pattern_of("折算")
"""Of goods, where nothing in the list speaks of money."""
_OF_MONEY = pattern_of(r"[捐善]款|捐资|币|外汇|汇率")
_CASH = pattern_of(
    r"款物|含(?:捐赠?|实)?物|[捐善]款|(?<!非)(?:现金|资金|货币)|人民币|(?<!non)(?<!non[ -])cash", re.IGNORECASE
)


def settle(senses: Senses) -> None:
    """A column of values or prices in foreign money, by its heading or by every cell, is a remark on the goods; what
    foreign money makes in yuan, or else is worth, is one on the money.
    """
    _of_no_name(senses)
    money = senses.has("money", "spent", "amount")
    foreign = senses.has("currency") or any(
        column.field in ("money", "spent") and column.said.currency not in (None, MONEY) for column in senses.columns
    )
    for column in senses.columns:
        if column.field not in _WORDS:
            continue
        cells = senses.cells(column)
        by_cells = bool(cells) and all(_is_foreign_amount(cell, column.said) for cell in cells)
        is_abroad = by_cells or column.said.currency not in (None, MONEY)
        of_money = money and _is_made(column)
        if is_abroad and not (of_money and _is_of_money(senses, column)):
            _put_abroad(column)
        elif of_money and (is_abroad or foreign or _says_again(senses, column)):
            column.worth_word, column.field = "折合", MADE


def _of_no_name(senses: Senses) -> None:
    """外币 above numbers of nobody knows which money is a remark beside what it makes in yuan, which is the money then."""
    made = [column for column in senses.columns if _is_made(column) and not column.by_user]
    amounts = senses.of("money", "spent", "amount")
    if not made or len(amounts) != 1 or senses.has("currency", "item", "quantity"):
        return
    column, cells = amounts[0], senses.entries(amounts[0])
    is_named = column.by_user or column.said.currency is not None or any(plain_number(cell) is None for cell in cells)
    if cells and not is_named and column.field == "money" and _ABROAD.match(column.heading):
        column.field, made[0].field = REMARK, "money"


def read_as_yuan(senses: Senses) -> None:
    """What anything is worth is the money of a table that has no other: in yuan, whatever it was that came; but what goods
    are worth by its heading, 物资折价, never is.
    """
    if any(_is_of_goods(senses, column) for column in senses.columns):
        return
    if any(map(_is_made, senses.columns)):
        senses.become("currency", PASSED)
    senses.become("value", "money")


def _is_of_goods(senses: Senses, column: Column) -> bool:
    """Whether a column says what goods are worth, and no money with them as 款物折价 does."""
    if column.field != "value" or _CASH.search(column.in_words):
        return False
    return says_worth_of_goods(column) or (
        _WORKED_OUT.search(column.in_words) is not None and not _speaks_of_money(senses)
    )


def says_worth_of_goods(column: Column) -> bool:
    """Whether a heading says what goods are worth, 物资折价, and no money with them."""
    return _GOODS.search(column.in_words) is not None and _CASH.search(column.in_words) is None


def is_spent_beside_worth(senses: Senses) -> bool:
    """Whether 支出 stands beside what goods are worth, 物资折价, so that it is no gift of who gave these."""
    spent = any(_SPENT.search(column.in_words.casefold()) for column in senses.of("spent") if not column.by_user)
    return spent and any(map(says_worth_of_goods, senses.of("value")))


def _speaks_of_money(senses: Senses) -> bool:
    """Whether 折算金额 may be what foreign money makes in yuan: the title speaks of money alone, a heading of it (币种, 捐款人), a cell says
    that a gift was cash, or remarks name foreign money, 1000美元.
    """
    if senses.of_money or senses.has("currency") or any(_OF_MONEY.search(each.heading) for each in senses.columns):
        return True
    others = [senses.entries(column) for column in senses.columns if column.field != "value"]
    return any(any(map(is_cash_alone, cells)) or (cells and all(map(_names_foreign, cells))) for cells in others)


def _names_foreign(text: str) -> bool:
    try:
        return any(each.is_money and each.item != MONEY for each in named_quantities(text))
    except Misfit:
        return False


def _is_made(column: Column) -> bool:
    """Whether the column says what something makes in yuan: 折合人民币."""
    return column.field == "value" and _MADE.search(column.in_words) is not None


def _is_of_money(senses: Senses, made: Column) -> bool:
    """Whether a column says what money makes in foreign money, 金额（折合美元）: in no list of goods, and never without money."""
    if senses.has("item", "money_or_goods", "quantity", "goods", "unit"):
        return False
    beside = [column.index for column in senses.of("money", "spent")]
    rows = [row for row in senses.below if shown_at(row, made.index)]
    return all(any(shown_at(row, index) for index in beside) for row in rows)


def _says_again(senses: Senses, made: Column) -> bool:
    """Whether what a column says in yuan is in each row only the money beside it again: as much, or of a foreign amount."""
    beside = senses.of("money", "spent")
    rows = [[shown_at(row, column.index) for column in (*beside, made)] for row in senses.records()]
    said = [(row[0], row[1]) for row in rows if row[-1]] if len(beside) == 1 else []
    return bool(said) and all(
        _is_foreign_amount(amount, beside[0].said)
        or _yuan(amount, beside[0].said) == _yuan(worth, made.said) is not None
        for amount, worth in said
    )


def _yuan(text: str, heading: Heading) -> Fraction | None:
    """The amount in yuan; None where the cell says none."""
    try:
        found = yuan(text, heading.factor)
    except Misfit:
        return None
    return found and found[0]


def by_title(columns: Sequence[Column], title: Title) -> None:
    """Takes what goods are worth, and 元, for foreign money where the title says that all amounts are, 单位：美元."""
    _yuan_of_title(columns, title)
    for column in columns:
        if column.field in _WORDS and title.currency == OTHER and column.said.currency is None:
            column.field = PASSED
        elif column.field in _WORDS and title.currency not in (None, MONEY) and column.said.currency is None:
            column.said = column.said._replace(currency=title.currency, factor=title.factor)
            _put_abroad(column)


def _yuan_of_title(columns: Sequence[Column], title: Title) -> None:
    """Takes 元 for the foreign money that the title says all amounts are of, 金额（元） below 单位：港元, where no column is of another."""
    if title.currency in (None, MONEY, OTHER) or any(column.said.currency not in (None, MONEY) for column in columns):
        return
    for column in columns:
        said, heading = column.said, normal(column.heading)
        if (
            column.field in _CASH_FIELDS
            and said.currency == MONEY
            and _BARE.search(heading)
            and not _MADE.search(heading)
            and not _OF_CHINA.search(heading)
        ):
            is_plain = title.factor in (1, said.factor)  # 金额（元） below 单位：万港元 may be either
            column.said = said._replace(currency=title.currency if is_plain else OTHER)
            for other in filter(_is_made, columns):
                other.worth_word, other.field = "折合", MADE


def _put_abroad(column: Column) -> None:
    column.worth_word, column.field = _WORDS[column.field], ABROAD


def remarks(row: Mapping[str, str], said: Mapping[str, Heading], columns: Sequence[Column]) -> list[str]:
    """What a row says in the columns that are only remarks on what came, for its note."""
    found = [(column, row.get(column.field, "")) for column in columns if column.field in (ABROAD, MADE)]
    return [
        _remark(text, said[column.field], column.worth_word)
        for column, text in found
        if text and not says_none(text) and (column.field == ABROAD or not _is_money(text, row, said))
    ]


def says_none(text: str) -> bool:
    """Whether an amount, with its money or without, is zero: $0, NT$ 0, 0.00元."""
    return number_of_yuan(text) == 0 or _NONE.fullmatch(text) is not None


def _is_money(text: str, row: Mapping[str, str], said: Mapping[str, Heading]) -> bool:
    """Whether the row's money is just that in yuan."""
    written = row.get("money", "")
    return (
        text == written
        or _yuan(text, said[MADE]) == (_yuan(written, said["money"]) if "money" in said else None) is not None
    )


def _remark(text: str, heading: Heading, word: str) -> str:
    if plain_number(text) is None:
        return f"{word}{text}"
    return f"{word}{text}{times_said(heading.factor)}{UNIT_OF[heading.currency or MONEY]}"


def _is_foreign_amount(cell: str, heading: Heading) -> bool:
    if plain_number(cell) is not None:
        return False
    try:
        found = money(cell, heading.factor, heading.currency)
    except Misfit:
        return False
    return all(each.is_money and each.item != MONEY for each in found)
