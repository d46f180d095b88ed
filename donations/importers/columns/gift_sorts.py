"""Of which sort gifts are, where columns, headings or cells say so: cash or goods, and what amounts beside goods are."""

from collections.abc import Collection

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.currencies import are_all_cash
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

FOR_WHAT = r"(?:payment|paid|income|received|receipt|money)?for|whatfor|paymentreason|reason(?:forpayment)?"
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
_SOLD = ("item", "category", "content")
_SALE = pattern_of(r"义[卖拍演]|拍卖|销售|售出")
_WORDS = ("content", "note", "purpose", "project")
_CASH = pattern_of(
    r"(?:捐赠|捐)?(?:货币|现金|资金|人民币|善款|款项?|捐款|钱款?|cash|money|monetary)类?(?:捐赠|捐助|捐款|资金|donation|gift)?(?:[(].*)?"
)
_OF_CASH = pattern_of(
    r"捐款|[捐集筹]资|现金|善款|资金|款额|功德|香油|乐捐|随喜|礼金|份子|[贺奠]仪|红包|丁口|斋粮|慰问金|救助金|[cC]ash"
)
_SUM_OF_CASH = pattern_of(r".*(?<![货价])款(?:项|数)?(?:[(].*)?$")
"""爱心款（元） means cash, and 货款 what goods cost."""
_VALUED = "(?:折价|折款|折合|折算|估价|估值|作价)?"
_NO_CASH = r"(?:gifts?)?inkind(?:gifts?|donations?)?|noncash(?:gifts?|donations?)?"
_SURELY_GOODS = pattern_of(rf"(?:捐赠|捐)?(?:实物|捐物)类?(?:捐赠|捐助)?{_VALUED}|{_NO_CASH}")
"""What says so below any heading; 物资 may be what money is for, or who it is kept by."""
_IN_KIND = pattern_of(
    rf"(?:(?:捐赠|捐)?(?:物资|实物|物品|捐物|物)类?(?:捐赠|捐助|捐物)?{_VALUED}(?:款|金额)?|{_NO_CASH}|goods)(?:[(:].*)?"
)


def sorts_of_gifts(senses: Senses, *, of_both: bool) -> None:
    """In a list of amounts the column that says of what sort each gift is, 捐赠方式: goods among them are no money.

    In one of goods (`of_both`) it only tells where it says 捐款 of some rows and 捐物 of others, and amounts stand beside both.
    """
    if of_both:
        for column in senses.columns if senses.has("money") else ():
            if not column.by_user and (may_tell_both(senses, column) or _says_cash(senses, column)):
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
        if column.field == "spent" and not column.by_user:
            column.field = "value" if senses.has("item") and not means_cash(column) else "money"


def of_either_sort(senses: Senses) -> None:
    """金额/价值 beside a column that says 货币 of some gifts and 实物 of others is what each was, or was worth."""
    if senses.has("money", "spent", "item", "quantity", "money_or_goods", "goods"):
        return
    for column in senses.columns:
        cells = senses.cells(column) if _SORT_OF_GIFT.fullmatch(_joined(column.said_as)) else []
        if any(map(in_kind, cells)) and any(_CASH.fullmatch(normal(cell)) for cell in cells):
            senses.become("value", "money")


def _is_unread(column: Column) -> bool:
    """Whether nobody understands the heading of a column, or what it says is kept nowhere: 到账账户, Received In."""
    return column.heading != "" and column.field in ("", PASSED, "category", "name", "group")


def _names_goods(cells: list[str]) -> bool:
    """Whether among accounts and ways that money came by cells say that there was none: 实物, In Kind."""
    return any(_SURELY_GOODS.fullmatch(_joined(normal(cell))) for cell in cells)


def _says_sorts(cells: list[str]) -> bool:
    """Whether cells say of what sort gifts are, and nothing else: 现金, 物资."""
    return any(map(in_kind, cells)) and all(map(is_sort, cells))


def may_tell_both(senses: Senses, column: Column) -> bool:
    """Whether a column that nothing else is read from says of some rows that they are cash, and of others that they are goods."""
    cells = senses.cells(column) if column.field in ("", PASSED, "category") else []
    return _says_sorts(cells) and any(_CASH.fullmatch(normal(cell)) for cell in cells)


def _says_cash(senses: Senses, column: Column) -> bool:
    """Whether 捐赠方式, and the like, says of all rows that they are cash."""
    cells = senses.cells(column) if column.field in ("", PASSED, "category") else []
    return (
        bool(cells) and _SORT_OF_GIFT.fullmatch(_joined(column.said_as)) is not None and all(map(is_cash_alone, cells))
    )


def heads_sorts(heading: str) -> bool:
    """Whether a heading is of sorts of gifts, or of the ways they came by: 捐款类型, 方式."""
    return _SORT_OF_GIFT.fullmatch(_joined(normal(heading))) is not None


def is_sort(cell: str) -> bool:
    """Whether a cell says that a gift was cash, or that it was goods, and nothing else: 善款, 物资折价."""
    return in_kind(cell) or _CASH.fullmatch(normal(cell)) is not None


def is_cash(heading: str) -> bool:
    """Whether the heading of a column of money means cash, and never what goods are worth."""
    return _OF_CASH.search(heading) is not None or _SUM_OF_CASH.match(normal(heading)) is not None


def means_cash(column: Column) -> bool:
    """As `is_cash`, of a column, by the heading above its own too: 金额（元） below 捐款, and not below 捐款捐物."""
    over = column.whole.removesuffix(column.heading)
    return is_cash(column.in_words) or (is_cash(over) and "物" not in over)


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
    return bool(cells) and all(_is_way(_joined(normal(cell))) or is_sort(cell) for cell in cells)


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
