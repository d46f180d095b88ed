"""Goods below a heading that nobody understands, in a list of gifts that reads something else: they would be lost."""

from donations.domain.catalogue import common_named
from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.counting import goods_in
from donations.importers.words.heading_words import normal

GOODS_UNREAD = N_(
    "goods in a column that is read: in one that is not, goods stand with how much of them; say --map HEADING=item of it, or --map HEADING=- if they are no gifts"
)
BOUGHT_OR_GIVEN = N_(
    "whether the goods came besides the money, or were bought with it: say --map HEADING=item of them where they were given too, or --map HEADING=note"
)
_NO_GIFTS = pattern_of(
    r"回[礼赠馈]|礼[品物]|奖|纪念|需[求要]|缺|[领取用]|去向|分[配发派]|发[放往给]|转[赠交送]|方案|安排|计划|相当|等[同值价]|折[合算]|兑换|认购|规格|包装|单价|库存|[结剩]余|reward|perk|prize|merch|swag|need|wish|pack|size|stock|equivalent|impact|provides|buys",
)
"""What givers got for it, what is needed, what became of it or may be had for it, or how it is packed."""

_BOUGHT_FOR_IT = pattern_of(r"[采可]?购[买置入]?|purchased|bought")
_MAY_SAY = (None, "summary", "content")
"""What a heading may seem to say below which goods stand: Details."""


def stand_unread(senses: Senses, sort: str) -> str | None:
    """What has to be said of a list of gifts in which a column that is passed over holds goods, 大米50公斤, in half of its cells or more,
    or one that is read goods that may have been bought with the money beside them.
    """
    if sort not in (GOODS_IN, MONEY_IN) or senses.has("spent", "direction"):
        return None
    unread = [column for column in senses.columns if _holds_goods(senses, column)]
    if unread:
        unread[0].is_asked = True
        return GOODS_UNREAD
    items = [column for column in senses.of("item") if not column.by_user and _BOUGHT_FOR_IT.search(column.in_words)]
    if not items or not senses.has("money"):
        return None
    items[0].is_asked = True
    return BOUGHT_OR_GIVEN


def _holds_goods(senses: Senses, column: Column) -> bool:
    is_unread = column.field in ("", PASSED) and column.said.sense in _MAY_SAY and not column.repeats
    if not is_unread or column.by_user or not column.heading or _NO_GIFTS.search(column.in_words.casefold()):
        return False
    cells = senses.cells(column)
    return bool(cells) and 2 * sum(map(_says_goods, cells)) >= len(cells)


def _says_goods(cell: str) -> bool:
    """Whether a cell names known goods with how many there are: 大米2吨, 50 blankets."""
    return any(
        each.number is not None and not each.is_money and common_named(normal(each.item)) for each in goods_in(cell)
    )
