"""Whether amounts beside goods were given too, or are what the goods are worth."""

import re
from collections.abc import Iterator, Sequence

from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.currencies import are_converted, currencies_alone
from donations.importers.columns.gift_sorts import is_cash_alone, may_tell_both, means_cash
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import makes_sum, parts_of_sums
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan, plain_number, shown_at
from donations.importers.words.counting import goods_in
from donations.importers.words.foot import is_amount, sums_up
from donations.importers.words.heading_words import normal
from donations.importers.words.money_items import counts_money

WORTH_OR_GIVEN = N_(
    "whether the amounts beside goods were given too, or are what the goods are worth: some stand alone; say --map HEADING=money where they were given, else write 现金 in the column of goods beside those that stand alone"
)
WORTH_OF_COLUMNS = N_(
    "whether the amounts beside columns of goods were given too, or are what these goods are worth: say --map HEADING=money where they were given, --map HEADING=value where the goods are worth as much, or --map HEADING=- where they only repeat what stands beside them"
)
WORTH_OF_PRICES = N_(
    "whether these amounts were given too, or are what the goods are worth: some are the quantity times the price beside them; say --map HEADING=value where they are worth so much, --map HEADING=money where the money was given too, or, where it was given for such goods and none of these came, pass over the goods with --map HEADING=- of each of their columns"
)
_AT_A_SALE = pattern_of(r"商品|[义拍竞售]卖|义拍|[拍卖竞]品|购买|[认订抢竞拍]购|下单|买[家方]|成交|sold|buyer|purchase")
"""Headings of what was sold, and to whom: what was paid for it is money."""
_FACTORS = ("quantity", "price")
"""What the worth of goods is made of."""
_FOR_GOODS = pattern_of("现金|资金|货币|捐款[人者]|[认众][捐购领养筹]|类别|项目|cash", re.IGNORECASE)
"""Headings of money that may have been given for such goods, or beside them."""
_GIVEN = pattern_of("捐|赠|善款|donat|gift", re.IGNORECASE)
"""捐赠金额 beside goods that are counted in a column of their own was given too."""
_SUM_OF_WORTH = pattern_of(
    r"(?:物[资品])?(?:合计|总计|小计|共计|总)(?:金额|额|价款?|计)?(?:[(].*)?|金额(?:合计|总计|小计)(?:[(].*)?"
)


def counted_by_units(senses: Senses) -> None:
    """数额 beside goods and their units says how many there are: 口罩 500 个, and 10000 元 of nothing."""
    amounts = senses.of("money", "amount")
    if len(amounts) != 1 or not senses.has("item", "category") or senses.has("quantity", "price", "value"):
        return
    [amount] = amounts
    units = [cell for column in senses.of("unit") for cell in senses.cells(column) if not counts_money(cell)]
    if units and amount.said_as.endswith("数额") and not amount.by_user:
        amount.field = "quantity"


def given_or_worth(senses: Senses) -> str | None:
    """What would have to be said where some amounts stand alone, and others beside goods that they may be the worth of."""
    if not senses.has("item") or senses.has("value", "spent", "direction"):
        return None
    money = [column for column in senses.of("money") if not column.by_user]
    if senses.has("price"):
        return WORTH_OF_PRICES if any(True in _made_of_prices(senses, column) for column in money) else None
    if any(may_tell_both(senses, column) for column in senses.columns):
        return None
    cash, parts = currencies_alone(senses.columns), parts_of_sums(money)
    for column in money:
        is_cash = column in cash or means_cash(column) or not senses.stands_alone(column)
        if is_cash or (column not in parts and any(map(means_cash, parts))):  # 合计 of 现金 and goods
            continue
        valued = _goods_beside(senses, column)
        if valued == {True} or (True in valued and not senses.has("quantity")):
            return WORTH_OR_GIVEN
    return None


def _goods_beside(senses: Senses, column: Column) -> set[bool]:
    """Of the rows that give goods, whether an amount stands beside them: where some of counted goods have none, an amount is hardly
    what they are worth; nor is 捐赠金额.
    """
    items = [other.index for other in senses.of("item")]
    counts = [] if _GIVEN.search(normal(column.heading)) else [other.index for other in senses.of("quantity")]
    found = set()
    for row in senses.below:
        goods = any(goods_in(shown_at(row, index)) for index in items)
        if goods or (not sums_up(row) and any(_is_count(shown_at(row, index)) for index in counts)):
            found.add(is_amount(shown_at(row, column.index)))
    return found


def _is_count(cell: str) -> bool:
    """Whether a cell says how many goods there are; 0 says that there are none."""
    return bool(cell) and plain_number(cell) != 0


def may_be_worth(senses: Senses, column: Column) -> bool:
    """Whether amounts beside goods are what these are worth: not below a heading that means cash, 捐款（元）, unless each is a
    number of goods times their price, 500 × 12 = 6000, and nobody says 现金 or that it was given for them, 认捐.
    """
    if column.said.sense == "channel":
        return False  # 微信 is a way that money comes
    if not means_cash(column):
        return True
    may_be_both = column.by_user or senses.has("value") or not senses.has("item")
    is_sale = any(_AT_A_SALE.search(normal(other.heading)) for other in senses.columns)
    if may_be_both or is_sale or any(_FOR_GOODS.search(each.heading) for each in (column, *senses.of("donor", "item"))):
        return False
    return set(_made_of_prices(senses, column)) == {True}


def _made_of_prices(senses: Senses, column: Column) -> Iterator[bool]:
    """Of each amount of the column, whether it is the quantity times the price beside it."""
    factors = [other.index for field in _FACTORS for other in senses.columns if other.field == field]
    if len(factors) != len(_FACTORS):
        return
    items = [other.index for other in senses.of("item")]
    for row in senses.records():
        amount = number_of_yuan(shown_at(row, column.index))
        if amount and not any(is_cash_alone(shown_at(row, index)) for index in items):
            quantity, price = (number_of_yuan(shown_at(row, index)) for index in factors)
            yield quantity is not None and price is not None and quantity * price == amount


def worth_of_columns(senses: Senses) -> str | None:
    """合计金额 behind columns of goods, 口罩 and 手套, is what these are worth, where each amount stands beside some; what would
    have to be said where nothing tells whether 金额 is that or money.
    """
    goods = [column.index for column in senses.of("goods")]
    if not goods or senses.has("spent", "direction", "value"):
        return None
    money = senses.of("money")
    for column in money:
        is_money = means_cash(column) or is_cash_alone(column.heading)  # 人民币（元）
        if column.by_user or column.said.sense == "channel" or is_money:
            continue
        beside, alone = _rows_beside(senses, column, goods)
        is_left = column.index < min(goods)
        if not beside or (alone and is_left) or (len(money) > 1 and makes_sum(senses, _others(money, column))):
            continue
        if alone or len(money) > 1 or is_left or not _SUM_OF_WORTH.fullmatch(normal(column.heading)):
            return WORTH_OF_COLUMNS
        column.field, column.said = "value", column.said._replace(sense="value")
    return None


def _others(columns: list[Column], one: Column) -> list[Column]:
    return [column for column in columns if column is not one]


def _rows_beside(senses: Senses, column: Column, goods: list[int]) -> tuple[bool, bool]:
    """Whether some amount of the column stands beside a number of goods, and whether some stands beside none."""
    beside = alone = False
    for row in senses.below:
        text = shown_at(row, column.index)
        if not is_amount(text) or number_of_yuan(text) == 0 or sums_up(row):
            continue
        has_goods = any(cell and plain_number(cell) != 0 for cell in (shown_at(row, index) for index in goods))
        beside, alone = beside or has_goods, alone or not has_goods
    return beside, alone


def are_of_one_gift(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether amounts in several currencies may say one gift in each of them: what goods are worth, or money that was changed."""
    return worth_in_each(senses, sums) or are_converted(senses, sums)


def worth_in_each(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether amounts in several currencies may say what the goods beside them are worth in each: 金额（元） and 金额（美元） beside 口罩100个."""
    if senses.has("quantity") or currencies_alone(sums) or any(map(means_cash, sums)):
        return False
    return any(goods_in(cell) for column in senses.of("item") for cell in senses.cells(column))


def currencies_given(senses: Senses) -> list[Column]:
    """Columns of a currency each, beside goods, of which one stands alone in some row: then none says what goods are worth."""
    each = currencies_alone(senses.columns)
    return each if any(map(senses.stands_alone, each)) else []
