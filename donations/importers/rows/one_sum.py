"""Cash and goods of which only one sum is said, 现金及物资共计10万元: how much of it is money nobody can tell."""

from collections.abc import Mapping

from donations.domain.catalogue import common_named
from donations.domain.quantities.goods import fold
from donations.domain.text import LONGEST_NAME
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import MONEY_AND_GOODS, InField

_FIELDS = ("item", "money_or_goods", "money")
_CASH = r"(?:现金|现款|善款|捐款|资金|款项|钱款)"
_JOIN = r"(?:以?及|和|与|、|加|[+/])"
_THINGS = r"[\u3400-\u9fff]{1,20}?"
_SUM = r"(?:等|[共总合累]+计?|总?价值|折合|人民币|[:约近超逾]){1,6}[0-9][0-9.,]{0,14}[余多]?[万千亿]?[余多]?元(?:左右|以上)?"
_BOTH = rf"(?:{_CASH}{_JOIN}(?P<behind>{_THINGS})|(?P<before>{_THINGS}){_JOIN}{_CASH}|款物|钱物)"
_TOGETHER = pattern_of(rf"{_BOTH}{_SUM}[。;]?")
_NAMED = pattern_of(_BOTH)
_GOODS = pattern_of(r".*(?:物资|物品|实物|用品|食品|设备|器材|药品|装备|图书|衣物)")
_WORTH = pattern_of(r"(?:总?价值|[共总合]计?|[:约])+$")


def refuse_one_sum(cells: Mapping[str, str]) -> None:
    """Raises InField for a row whose goods and money have one sum together, in their cell or as what they are worth."""
    for field in _FIELDS:
        text = cells.get(field, "")
        plain = simplified(fold(text)).replace(" ", "") if text and len(text) <= LONGEST_NAME else ""
        found = _TOGETHER.fullmatch(plain) or (_NAMED.fullmatch(plain) if _has_worth_alone(cells) else None)
        if found is not None and _is_goods(found["behind"] or found["before"] or ""):
            raise InField(field, MONEY_AND_GOODS, text)


def _has_worth_alone(cells: Mapping[str, str]) -> bool:
    """Whether an amount stands beside what was given, and no number of it."""
    return bool(cells.get("value")) and not cells.get("quantity") and not cells.get("money")


def _is_goods(name: str) -> bool:
    """Whether what stands beside cash is goods, 口罩 or 生活必备物资; "" of 款物, which says both in one word. 利息 is none."""
    plain = _WORTH.sub("", name)
    return plain == "" or _GOODS.fullmatch(plain) is not None or common_named(plain) is not None
