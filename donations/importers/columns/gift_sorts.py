"""Of which sort gifts are, where columns, headings or cells say so: cash or goods, and what amounts beside goods are."""

import re
from collections.abc import Collection, Iterator, Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.currencies import are_all_cash, currencies_alone
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import makes_sum
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan, plain_number, shown_at
from donations.importers.words.counting import goods_in
from donations.importers.words.foot import is_amount, sums_up
from donations.importers.words.heading_words import normal

WORTH_OR_GIVEN = N_(
    "whether the amounts beside goods were given too, or are what the goods are worth: some stand alone; say --map HEADING=money where they were given, else write 现金 in the column of goods beside those that stand alone"
)
WORTH_OF_COLUMNS = N_(
    "whether the amounts beside columns of goods were given too, or are what these goods are worth: say --map HEADING=money where they were given, --map HEADING=value where the goods are worth as much, or --map HEADING=- where they only repeat what stands beside them"
)
WORTH_OF_PRICES = N_(
    "whether these amounts were given too, or are what the goods are worth: some are the quantity times the price beside them; say --map HEADING=value where they are worth so much, --map HEADING=money where the money was given too, or, where it was given for such goods and none of these came, pass over the goods with --map HEADING=- of each of their columns"
)
FOR_WHAT = r"(?:payment|paid|income|received|receipt|money)for|whatfor|paymentreason|reasonforpayment"
_SORT_OF_GIFT = pattern_of(
    rf"(?:捐赠|捐助|捐款|善款|赞助|资助|募捐|收入|来款|款项|缴费|交易|业务|订单)?(?:类型|方式|形式|性质|类别|种类|渠道|途径)|(?:donation|gift|payment|transaction|event|order|contribution|giving|entry|financial|income|(?:opportunity)?record)?(?:method|type|mode|kind|category)|reportingcategory|{FOR_WHAT}"
)
_WAY = pattern_of(
    r"che(?:ck|que)s?|cash|(?:credit|debit)?cards?|ach|eft|online|wire(?:transfer)?|banktransfer|paypal|venmo|zelle|stripe|wechat(?:pay)?|alipay|(?:微信|支付宝)(?:支付|转账|红包|收款码?|赞赏码?|扫码)?|现金|转账|支票|汇款|银行(?:转账|卡|汇款)|爱发电|afdian|ko-?fi|patreon|线[上下]|qq(?:红包|钱包)?"
)
_KIND = pattern_of(
    r"(?:one-?(?:time|off)|single|recurring|regular|monthly|annual|online|offline|cash|general|major|matching|memorial|tribute|honorary|corporate|individual|planned)?(?:donations?|gifts?|contributions?|pledges?|sponsorships?|grants?|bequests?|tithes?|offerings?|softcredits?)(?:pay(?:ment|-?cash)s?)?|member(?:ship)?(?:dues|fees?)?|writeoffs?"
)
"""What a record of a donor database is, and no goods: Donation, Pledge Payment."""
_BEHIND = pattern_of(r"[^(（]*[(（]([^()（）]+)[)）]")
_AT_A_SALE = pattern_of(r"商品|[义拍竞售]卖|义拍|[拍卖竞]品|购买|[认订抢竞拍]购|下单|买[家方]|成交|sold|buyer|purchase")
"""Headings of what was sold, and to whom: what was paid for it is money."""
_FACTORS = ("quantity", "price")
"""What the worth of goods is made of."""
_FOR_GOODS = pattern_of("现金|资金|货币|捐款[人者]|[认众][捐购领养筹]|类别|项目|cash", re.IGNORECASE)
"""Headings of money that may have been given for such goods, or beside them."""
_SOLD = ("item", "category", "content")
_SALE = pattern_of(r"义[卖拍演]|拍卖|销售|售出")
_WORDS = ("content", "note", "purpose", "project")
_CASH = pattern_of(
    r"(?:捐赠|捐)?(?:货币|现金|资金|人民币|善款|款项?|捐款|钱款?|cash|money|monetary)类?(?:捐赠|捐助|捐款|资金|donation|gift)?(?:[(].*)?"
)
_OF_CASH = pattern_of(
    r"捐款|[捐集筹]资|现金|善款|资金|款额|功德|香油|乐捐|随喜|礼金|份子|[贺奠]仪|红包|丁口|斋粮|慰问金|救助金|[cC]ash"
)
_SUM_OF_WORTH = pattern_of(
    r"(?:物[资品])?(?:合计|总计|小计|共计|总)(?:金额|额|价款?|计)?(?:[(].*)?|金额(?:合计|总计|小计)(?:[(].*)?"
)
_SUM_OF_CASH = pattern_of(r".*(?<![货价])款(?:项|数)?(?:[(].*)?$")
"""爱心款（元） means cash, and 货款 what goods cost."""
_NO_CASH = r"(?:gifts?)?inkind(?:gifts?|donations?)?|noncash(?:gifts?|donations?)?"
_SURELY_GOODS = pattern_of(
    rf"(?:捐赠|捐)?(?:实物|捐物)类?(?:捐赠|捐助)?(?:折价|折款|折合|折算|估价|估值|作价)?|{_NO_CASH}"
)
"""What says so below any heading; 物资 may be what money is for, or who it is kept by."""
_IN_KIND = pattern_of(
    rf"(?:(?:捐赠|捐)?(?:物资|实物|物品|捐物|物)类?(?:捐赠|捐助|捐物)?(?:折价|折款|折合|折算|估价|估值|作价)?(?:款|金额)?|{_NO_CASH}|goods)(?:[(:].*)?"
)


def sorts_of_gifts(senses: Senses, *, of_both: bool) -> None:
    """In a list of amounts the column that says of what sort each gift is, 捐赠方式: goods among them are no money.

    In one of goods (`of_both`) it only tells where it says 捐款 of some rows and 捐物 of others, and amounts stand beside both.
    """
    if of_both:
        for column in senses.columns if senses.has("money") else ():
            if not column.by_user and _may_tell_both(senses, column):
                column.field, column.is_silent = "type", False
                return
        return
    found = [
        c for c in senses.columns if c.field in ("", PASSED, "category") and _SORT_OF_GIFT.fullmatch(_joined(c.said_as))
    ]
    telling = [column for column in found if any(map(in_kind, senses.cells(column)))]
    telling = telling or [
        c
        for c in senses.columns
        if not c.by_user
        and ((c.field in _WORDS and _says_sorts(senses.cells(c))) or (_is_unread(c) and _names_goods(senses.cells(c))))
    ]
    for column in (telling or found)[:1]:
        column.field, column.is_silent = "type", not telling


def given_away(senses: Senses) -> None:
    """捐出金额 beside those who gave it, and beside nobody who received it, came in; what they sold for it is no gift besides."""
    if senses.has("recipient", "supplier", "beneficiary", "direction", "project", "debit", "credit"):
        return
    sales = [each for each in senses.columns if _SALE.search(each.heading) and not each.by_user]
    given = [each for each in senses.columns if each.field == "spent" and "捐出" in each.heading and not each.by_user]
    if given and senses.has("donor", "party", "group", "name", "unit_or_party"):
        for column in senses.columns:
            is_sale = column.field == "money" and column in sales
            column.field = "money" if column in given else PASSED if is_sale else column.field
    if sales and senses.has("money"):
        for column in senses.columns:
            column.field = PASSED if column.field in _SOLD and not column.by_user else column.field


def given_to_others(senses: Senses) -> None:
    """What those who gave paid out for others beside goods, 资助金额, is what these are worth; 帮扶资金 was given besides."""
    for column in senses.columns:
        if column.field == "spent":
            column.field = "value" if senses.has("item") and not means_cash(column) else "money"


def of_either_sort(senses: Senses) -> None:
    """金额/价值 beside a column that says 货币 of some gifts and 实物 of others is what each was, or was worth."""
    if senses.has("money", "spent", "item", "quantity", "money_or_goods", "goods"):
        return
    for column in senses.columns:
        cells = senses.cells(column) if _SORT_OF_GIFT.fullmatch(_joined(column.said_as)) else []
        if any(map(in_kind, cells)) and any(_CASH.fullmatch(normal(cell)) for cell in cells):
            senses.become("value", "money")


def given_or_worth(senses: Senses) -> str | None:
    """What would have to be said where some amounts stand alone, and others beside goods that they may be the worth of."""
    if not senses.has("item") or senses.has("value", "spent", "direction"):
        return None
    money = [column for column in senses.of("money") if not column.by_user]
    if senses.has("price"):
        return WORTH_OF_PRICES if any(True in _made_of_prices(senses, column) for column in money) else None
    if any(_may_tell_both(senses, column) for column in senses.columns):
        return None
    items, counts = ([column.index for column in senses.of(field)] for field in ("item", "quantity"))
    cash = currencies_alone(senses.columns)
    for column in senses.columns:
        if (
            column.field != "money"
            or column.by_user
            or means_cash(column)
            or column in cash
            or not senses.stands_alone(column)
        ):
            continue
        for row in senses.below:
            goods = [index for index in items if goods_in(shown_at(row, index))]
            goods += [index for index in counts if shown_at(row, index)]
            if goods and is_amount(shown_at(row, column.index)):
                return WORTH_OR_GIVEN
    return None


def may_be_worth(senses: Senses, column: Column) -> bool:
    """Whether amounts beside goods are what these are worth: not below a heading that means cash, 捐款（元）, unless each is a
    number of goods times their price, 500 × 12 = 6000, and nobody says 现金 or that it was given for them, 认捐.
    """
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
        is_money = means_cash(column) or _CASH.fullmatch(normal(column.heading))  # 人民币（元）
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


def _is_unread(column: Column) -> bool:
    """Whether nobody understands the heading of a column, or what it says is kept nowhere: 到账账户, Received In."""
    return column.heading != "" and column.field in ("", PASSED, "category", "name", "group")


def _names_goods(cells: list[str]) -> bool:
    """Whether among accounts and ways that money came by cells say that there was none: 实物, In Kind."""
    return any(_SURELY_GOODS.fullmatch(_joined(normal(cell))) for cell in cells)


def _says_sorts(cells: list[str]) -> bool:
    """Whether cells say of what sort gifts are, and nothing else: 现金, 物资."""
    return any(map(in_kind, cells)) and all(map(_is_sort, cells))


def _may_tell_both(senses: Senses, column: Column) -> bool:
    """Whether a column that nothing else is read from says of some rows that they are cash, and of others that they are goods."""
    cells = senses.cells(column) if column.field in ("", PASSED, "category") else []
    return _says_sorts(cells) and any(_CASH.fullmatch(normal(cell)) for cell in cells)


def _is_sort(cell: str) -> bool:
    """Whether a cell says that a gift was cash, or that it was goods, and nothing else."""
    return in_kind(cell) or _CASH.fullmatch(normal(cell)) is not None


def is_cash(heading: str) -> bool:
    """Whether the heading of a column of money means cash, and never what goods are worth."""
    return _OF_CASH.search(heading) is not None or _SUM_OF_CASH.match(normal(heading)) is not None


def means_cash(column: Column) -> bool:
    """As `is_cash`, of a column, by the heading above its own too: 金额（元） below 捐款, and not below 捐款捐物."""
    over = column.whole.removesuffix(column.heading)
    return is_cash(column.in_words) or (is_cash(over) and "物" not in over)


def worth_in_each(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether amounts in several currencies may say what the goods beside them are worth in each: 金额（元） and 金额（美元） beside 口罩100个."""
    if senses.has("quantity") or currencies_alone(sums) or any(map(means_cash, sums)):
        return False
    return any(goods_in(cell) for column in senses.of("item") for cell in senses.cells(column))


def currencies_given(senses: Senses) -> list[Column]:
    """Columns of a currency each, beside goods, of which one stands alone in some row: then none says what goods are worth."""
    each = currencies_alone(senses.columns)
    return each if any(map(senses.stands_alone, each)) else []


def holds_cash(columns: Collection[Column]) -> bool:
    """Whether the money in the columns is cash, whatever goods stand beside it."""
    return any(column.field == "money" and means_cash(column) for column in columns) or are_all_cash(columns)


def is_cash_alone(text: str) -> bool:
    """Whether a cell says that a gift was money, and nothing else: 现金, 捐款."""
    return _CASH.fullmatch(normal(text)) is not None


def in_kind(text: str) -> bool:
    """Whether a cell says that a gift was goods, and nothing else."""
    return _IN_KIND.fullmatch(_joined(normal(text))) is not None


def inside(text: str) -> str:
    """What stands in the brackets at the end of a cell; "" where there are none, or they only say where it is written."""
    found = _BEHIND.fullmatch(text)
    return "" if found is None or found[1][:1] in "见見详詳附如另" else found[1].strip()


def are_ways(senses: Senses) -> bool:
    """Whether a column of sorts says by which way money came, Check or Credit Card, or of what sort gifts are, 货币 and 实物, or
    Donation and Pledge, and names no goods.
    """
    cells = [cell for column in senses.of("category") for cell in senses.cells(column)]
    return bool(cells) and all(_is_way(_joined(normal(cell))) or _is_sort(cell) for cell in cells)


def _is_way(plain: str) -> bool:
    return _WAY.fullmatch(plain) is not None or _KIND.fullmatch(plain) is not None


def no_parties(senses: Senses) -> None:
    """Via or 来源 above nothing but ways that money came, WeChat and PayPal, is nobody who arranged it or gave."""
    for column in senses.columns:
        cells = senses.cells(column) if column.field in ("via", "donor") and not column.by_user else []
        if cells and column.said_as != "source_name" and all(_WAY.fullmatch(_joined(normal(cell))) for cell in cells):
            column.field = PASSED


def _joined(text: str) -> str:
    return text.replace("_", "").replace("-", "")
