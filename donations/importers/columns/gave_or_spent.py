"""Names and amounts that may be what was spent as well as gifts: 姓名 and 金额 beside shops that were paid, 捐赠人 beside 支出 alone."""

import re

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import MONEY_IN, Column
from donations.importers.columns.foundations import OURS
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.shops import SAYS_GIVEN
from donations.importers.columns.taken_in import BODY
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import is_filled
from donations.importers.words.cost_accounts import is_held, is_of_ledger
from donations.importers.words.heading_words import normal
from donations.importers.words.ways import WAYS

GAVE_OR_PAID = N_(
    "whether those named gave, or spent it: beside them stand shops or bodies that were paid. Where they gave, say --map HEADING=donor of their column; where it was spent, --map HEADING=- of their column"
)
GAVE_OR_SPENT = N_(
    "whether those who gave gave this, or it was spent of what they gave: say --map HEADING=money of the amounts where they gave it; where it was spent, --map HEADING=spent of the amounts and --map HEADING=- of who gave"
)
OF_ACCOUNTS = N_(
    "what was given alone: here stand amounts booked to accounts of what is owed or owned (其他应付款, 固定资产), which are no gifts. Take these rows out; where all were given, say --map HEADING=- of the column of accounts"
)
_SPENT = pattern_of(r"支出|开支|开销|花费|花销|费用|使用|用款|\bspen[dt]|expen[sd]|disburs", re.IGNORECASE)
"""What heads what was spent; 资助金额 and 付款金额 beside who gave are what they gave."""
_SOLD = pattern_of(r"供应|供货|销售|售货|销货|卖|vendor|seller|supplier", re.IGNORECASE)
"""Headings of those who sold something, whatever they are called."""
_SHOP = pattern_of(
    r"超市|商[场城店行贸]|[药饭书花酒文]店|专卖|药[房业]|京东|淘宝|拼多多|美团|印刷|打印|图文|餐[厅馆]|快递|物流|供电|电力|自来水|燃气|加油站|批发|经营部|建材|五金|文具|粮油|菜市场"
    r"|\b(?:amazon|walmart|costco|ebay|stores?|shops?|supermarkets?|pharmacy|hardware|supplies|printing|restaurant|hotel|electric|utilities|catering)\b",
    re.IGNORECASE,
)
_BOUGHT_AT = pattern_of(
    r"(?:where)?_?(?:purchased|bought)_?(?:from|at|in)?|(?:place|point)ofpurchase|(?:采购|购买|购货|购物)(?:地点|地址|商家|商店|店铺|渠道|平台|单位|处)"
)
"""Headings of where it was bought."""
_OTHERS = ("spent", "direction", "payer", "debit", "credit", "recipient", "item", "goods", "quantity")


def asks(senses: Senses, sort: str) -> str | None:
    """What would have to be said of such a list, whose title doesn't say that it came."""
    if sort != MONEY_IN or senses.way == "in" or any(column.signed or column.own for column in senses.columns):
        return None
    amounts = senses.of("money")
    if senses.has(*_OTHERS) or not amounts or any(column.by_user for column in amounts):
        return None
    if all(column.said.sense == "spent" and _SPENT.search(column.in_words) for column in amounts):
        return GAVE_OR_SPENT
    if any(column.by_user or column.said.sense == "donor" for column in senses.of("donor")):
        return None
    if any(SAYS_GIVEN.search(column.in_words) for column in senses.columns):
        return None
    return GAVE_OR_PAID if any(_were_paid(senses, column) for column in senses.columns) else None


def asks_of_accounts(senses: Senses, sort: str) -> str | None:
    """What would have to be said of money that came to accounts of what is owed or owned, 其他应付款 below 会计科目."""
    if (
        sort != MONEY_IN
        or senses.has("direction")
        or any(column.signed or column.by_balance for column in senses.columns)
    ):
        return None
    told = [each for each in senses.columns if is_of_ledger(each.said_as) and not each.by_user]
    amounts = senses.of("money")
    rows = [row for row in senses.records() if any(is_filled(row, column.index) for column in amounts)]
    return OF_ACCOUNTS if any(is_held(cell) for column in told for cell in column.texts(rows)) else None


def _were_paid(senses: Senses, column: Column) -> bool:
    """Whether shops stand in a column of who was paid, or several bodies: one body alone, or persons, took gifts in."""
    if column.by_user:
        return False
    if column.field == "store" or (column.field in ("", PASSED) and _BOUGHT_AT.fullmatch(column.joined)):
        return any(map(_SHOP.search, senses.entries(column)))
    if column.said.sense != "supplier" or column.field not in ("supplier", PASSED):
        return False
    names = {cell for cell in senses.entries(column) if not OURS.fullmatch(cell)}
    if any(map(_SHOP.search, names)) or (names and _SOLD.search(column.in_words)):
        return True
    bodies = [name for name in names if BODY.search(name) or (name.isascii() and not WAYS.fullmatch(normal(name)))]
    return len(bodies) > 1
