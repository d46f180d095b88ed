"""Whoever took a gift in and signed for it, Received By and 接收人: beside those who gave they received nothing."""

import re

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

_TAKEN_IN = pattern_of(r"received_?by|receivers?(?:name)?|(?:accepted|collected)by")
_TAKEN_OVER = pattern_of(r"(?:物资|物品)?(?:接收|收货|验收)人员?(?:姓名|签[名字])?")
"""The same of goods alone: of money it may be who needed it."""
_PERSON_ALONE = pattern_of(r"[\u3400-\u9fff·*某xX○]{2,4}(?:[、,，/ ][\u3400-\u9fff·*某xX○]{2,4})*")
TAKER = pattern_of(".{1,12}(?:院|镇|乡|村|街道|社区|县|区|局|站|所|队|校|中心|会|社协|办|馆)")
BODY = pattern_of(
    r"医院|学校|社区|协会|学会|中心|公司|委员会|政府|局$|院$|\b(?:hospital|clinic|centre|center|school|church|home|house|shelter|pantry|bank|association|society|foundation|council|department|dept|university|college|inc|ltd|health|medical|city|county)\b",
    re.IGNORECASE,
)


def settle(senses: Senses) -> None:
    """Received By, or of goods 接收人, beside who gave is whoever took it in and signed for it; a hospital, or an association, is given it."""
    if not senses.has("donor") or senses.way == "out":
        return
    goods_alone = senses.has("item", "goods", "quantity") and not senses.has("money", "spent", "money_or_goods")
    for column in senses.columns:
        heading, cells = normal(column.heading), senses.cells(column)
        if column.field != "recipient" or column.by_user:
            continue
        if (_TAKEN_IN.fullmatch(heading) and not any(map(BODY.search, cells))) or (
            goods_alone and _TAKEN_OVER.fullmatch(heading) and cells and all(map(_is_person, cells))
        ):
            column.field = PASSED


def _is_person(cell: str) -> bool:
    """Whether a cell may name a person, or several, and no body: 张三, and not 东乡镇."""
    return _PERSON_ALONE.fullmatch(cell) is not None and not (BODY.search(cell) or TAKER.fullmatch(cell))
