"""Amounts that those named paid, 实付金额 beside 昵称: said from their side, they are what came and none of what went."""

import re
from collections.abc import Sequence

from donations.domain.catalogue import common_named
from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import BUYING, Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import is_filled, looks_like_a_date
from donations.importers.words.heading_words import normal

WHO_PAID = N_(
    "which way it was paid: say --map HEADING=money of the amounts where those named paid them, or HEADING=spent where they were paid"
)
WHO_PAID_FOR_IT = N_(
    "whether those who paid gave what was bought: say --map HEADING=donor of who paid where they did; where it was the association's money, or they got theirs back, --map HEADING=- of who paid and --map HEADING=spent of the amounts"
)
_PAID = pattern_of(
    r"(?:(?:订单|用户|买家|顾客)?(?:实际?|已|应|订单)?支?付款?(?:总)?(?:金额|款项|额)?|(?:total|sum)?(?:amount)?paid(?:amount)?|payments?(?:amount)?)(?:[(/].*)?"
)
_ORDERED = pattern_of(
    r"(?:订单|商品|交易|应付|应收|原)(?:总|应[付收])*(?:金额|价格?|额|款)(?:[(/].*)?|(?:order|total|transaction)?amount"
)
_BALANCE = pattern_of(
    r".*(?:余额|结余|结存)|(?!pledge|remaining|outstanding).*balance(?!due|owed|owing|outstanding|remaining|ofpledge)"
)
_OF_ORDERS = pattern_of(
    r"订单|下单|支付(?:时间|日期|状态|方式|渠道|单号)|付款(?:时间|日期|状态|方式)|捐|赞助|打赏|赞赏|投喂|order|donat|sponsor|payment(?:method|status|date)"
)
_ORDER = pattern_of(r"(?:主|子)?订单(?:编?号|id)|跟团号|orderno|ordernumber|orderid|order#")
_WHEN_ORDERED = pattern_of(r"(?:下单|订单创建|订购)(?:时间|日期)|order_?(?:date|time)|date_?ordered")
_IN_ALL = pattern_of(r"订单(?:总)?(?:金额|额)(?:[(/].*)?|order_?total|order_?total_?amount")
_WHEN_PAID = pattern_of(r"(?:支付|付款)(?:时间|日期|状态)|订单状态|paid_?date|date_?paid|order_?status|status")
"""What an order cost in all was paid, in a list that says when it was, or of each order whether."""
_THINGS = pattern_of(r"物[资品]")
_ADDRESS = pattern_of(r"收[货件]|提货|ship|deliver|recipient")
_OF_THINGS = ("item", "quantity", "item_or_quantity", "unit", "specification", "price", "value")
_PAY_MODE, _CODE = pattern_of(r"pay(?:ment|mode|mentmode)"), pattern_of(r"[0-9]{1,2}")
_GIVER = pattern_of(r".*(?:昵称|网名|网友|用户|会员|微信名|user|nick|member|customer|buyer|backer|supporter).*")
_NAMED = ("donor", "party", "payer", "name")
_ACCOUNT = ("supplier", "recipient", "beneficiary", "direction", "debit", "credit")
_SPENT_ON = pattern_of(r"支出|开支|花费|使用|expen[sd]|spent", re.IGNORECASE)
_SIDES = {"came": ("money", "amount"), "paid": ("spent",)}
_SPENT_FOR = ("paid_for", "project", "item", "summary", "group")


def settle(senses: Senses) -> str | None:
    """Makes them money that came, where a list of orders or of gifts says so; what would have to be said where nothing does."""
    return _of_those_named(senses) or _of_what_was_bought(senses)


def _of_what_was_bought(senses: Senses) -> str | None:
    """What would have to be said of whoever paid for goods that were bought, 付款人 beside 采购物品: they may have given them, or
    been paid back.
    """
    told = senses.of("payer", "item", "money", "value", "price")
    is_said = any(column.by_user for column in told) or senses.has("donor", "party", *_ACCOUNT)
    if is_said or not all(map(senses.has, ("payer", "item"))) or not senses.has("quantity", "price"):
        return None
    noted = (cell for column in senses.of("note", "type") for cell in senses.cells(column))
    return WHO_PAID_FOR_IT if senses.are_bought() or any(map(BUYING.match, noted)) else None


def _of_those_named(senses: Senses) -> str | None:
    _without_codes(senses)
    headings = [normal(column.heading) for column in senses.columns]
    says_orders = any(map(_ORDER.match, headings)) or (
        any(map(_WHEN_ORDERED.fullmatch, headings)) and are_of_one_order(senses.columns)
    )
    is_of_orders = senses.has(*_NAMED, "name_part") and says_orders
    if is_of_orders:
        _without_address(senses)
    paid = [column for column in senses.of("spent") if not column.by_user]
    if not paid or not all(_PAID.fullmatch(normal(column.heading)) for column in paid):
        return _paid_in_all(senses) if is_of_orders else None
    beside = senses.of("money", "amount")
    if (
        not senses.has(*_NAMED)
        or senses.has(*_ACCOUNT)
        or any(_BALANCE.match(normal(c.heading)) for c in senses.columns)
    ):
        _without_ordered(senses, beside, paid)
        return None
    if not beside and not _said(senses):
        spent_for = senses.has(*_SPENT_FOR) or senses.buys or senses.way == "out"
        return None if spent_for else WHO_PAID
    if is_of_orders and senses.has("item") and _is_one(senses):
        return WHO_PAID  # one's own purchases have one buyer
    if beside and not _in_one_row(senses, beside, paid):
        return None  # 收款金额 beside 付款金额: each row went one way
    for column in paid:
        days = [looks_like_a_date(cell) for cell in senses.cells(column)]
        column.field = "date" if days and all(days) else "money"
    if is_of_orders:
        _without_ordered_things(senses)
    return None


def are_of_one_order(columns: Sequence[Column]) -> bool:
    """Whether two amounts are of one payment: 订单金额 what was ordered for, 实付金额 what was paid for it; not beside 支出日期."""
    if any(_SPENT_ON.match(normal(column.heading)) for column in columns if column.field == "date"):
        return False
    said = {field: [normal(c.heading) for c in columns if c.field in fields] for field, fields in _SIDES.items()}
    return any(map(_ORDERED.fullmatch, said["came"])) and any(map(_PAID.fullmatch, said["paid"]))


def _paid_in_all(senses: Senses) -> str | None:
    """订单金额 beside 支付时间 or 订单状态 is what those who ordered paid, where nothing else says it: the goods are what they ordered,
    and what these cost one by one is a part of it.
    """
    came = senses.of("money")
    if any(_PAID.fullmatch(normal(column.heading)) for column in came):
        _without_ordered_things(senses)
        return None
    headings = [normal(column.heading) for column in senses.columns]
    in_all = [c for c in senses.columns if c.field in ("money", "amount") and _IN_ALL.fullmatch(normal(c.heading))]
    if len(in_all) != 1 or not any(map(_WHEN_PAID.fullmatch, headings)) or senses.has("direction", "debit", "credit"):
        return None
    if _gave_goods(senses):
        return None
    if senses.has("item") and _is_one(senses):
        return WHO_PAID
    for column in senses.columns:
        if column.field in ("money", "amount") and column not in in_all and not column.by_user:
            column.field = PASSED
    _without_ordered_things(senses)
    return None


def _gave_goods(senses: Senses) -> bool:
    """Whether those named gave what they ordered, 捐赠人 beside 口罩 or 物资, and the order only says what that is worth."""
    items = senses.of("item")
    cells = [cell for column in items for cell in senses.cells(column)]
    are_goods = 2 * sum(1 for cell in cells if common_named(cell)) > len(cells)
    are_given = any("捐" in column.heading for column in senses.of("donor", "party"))
    return are_given and (are_goods or any(_THINGS.search(normal(column.heading)) for column in items))


def for_what(senses: Senses) -> None:
    """金额 beside 支出事项, and beside nobody who gave it, was spent."""
    pays = senses.has("paid_for") and not senses.has("donor", "spent")
    senses.become("paid_for", "project")
    if pays:
        senses.become("money", "spent")


def _is_one(senses: Senses) -> bool:
    """Whether all of several rows name the same."""
    names = [cell for c in senses.columns if c.field in _NAMED for cell in senses.entries(c)]
    return len(names) > 1 and len(set(names)) == 1


def _without_address(senses: Senses) -> None:
    """收货人 of an order is where it went."""
    for column in senses.columns:
        if column.field == "recipient" and not column.by_user and _ADDRESS.match(normal(column.heading)):
            column.field = PASSED


def _without_ordered_things(senses: Senses) -> None:
    """In a list of orders the goods are what was ordered: nobody gave them."""
    for column in senses.columns:
        if column.field in _OF_THINGS and not column.by_user:
            is_named = column.field == "item" and not senses.has("note")
            column.field = "note" if is_named else PASSED


def _without_ordered(senses: Senses, beside: Sequence[Column], paid: Sequence[Column]) -> None:
    """Of 订单金额 and 实付金额 in one row of an account the latter went, either way; what was ordered is no money that came too."""
    ordered = [column for column in beside if _ORDERED.fullmatch(normal(column.heading)) and not column.by_user]
    for column in ordered if ordered and _in_one_row(senses, ordered, paid) else ():
        column.field = PASSED


def _said(senses: Senses) -> bool:
    """Whether headings or the title say that those named gave it."""
    if senses.has("donor", "payer") or senses.way == "in":
        return True
    headings = [normal(column.heading) for column in senses.columns]
    by_name = any(map(_GIVER.fullmatch, headings))
    return by_name or (any(map(_OF_ORDERS.search, headings)) and not senses.has("paid_for", "project"))


def _in_one_row(senses: Senses, beside: Sequence[Column], paid: Sequence[Column]) -> bool:
    """Whether some row has something in a column of each, and isn't their total."""
    return any(
        any(is_filled(row, column.index) for column in beside) and any(is_filled(row, column.index) for column in paid)
        for row in senses.records()
    )


def _without_codes(senses: Senses) -> None:
    """Payment above 4 and 11, beside Payee and Amount, is how it was paid, in a code of the program's own; beside Deposit, where the
    other is blank, it is an amount.
    """
    amounts = [column for column in senses.columns if column.field in ("money", "amount")]
    for column in senses.columns if amounts and senses.has("supplier") else ():
        cells = senses.cells(column) if column.field == "spent" and not column.by_user else []
        rows = [row for row in senses.records() if is_filled(row, column.index)]
        is_beside = all(any(is_filled(row, each.index) for each in amounts) for row in rows)
        if cells and is_beside and _PAY_MODE.fullmatch(normal(column.heading)) and all(map(_CODE.fullmatch, cells)):
            column.field = PASSED
            senses.become("quantity", PASSED)  # Number, that of a cheque
