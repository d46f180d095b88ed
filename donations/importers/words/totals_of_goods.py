"""Totals that say of what they are: 共计捐赠图书, 合计口罩."""

from donations.domain.catalogue import common_named
from donations.importers.patterns import pattern_of

_TOTAL = pattern_of(r"(?:合计|合共|总计|共计|小计|总共|一共)(.{1,14}?)(?:数量?)?:?")
_DONE = pattern_of(r"(?:(?:捐[赠献助]?|接[收受]|收到|发放|发出|领[取用]|购[买置]|采购)的?)+([\u3400-\u9fff]{1,8})")
_GOODS = pattern_of(r"(?:图书|书[籍本]?|衣[物服裤]|鞋子?|文具|玩具|[物用食药]品|器材|设备|课桌椅?)+")
_BODY = pattern_of(r".*(?:公司|中心|[厂店会社所院校站部队组户家人者名群班行局办])")


def of_goods(plain: str) -> bool:
    """Whether a cell (normal) says in front that it is a total, and behind that of which goods; 共计划公司 is somebody."""
    found = _TOTAL.fullmatch(plain)
    if found is None:
        return False
    done = _DONE.fullmatch(found[1])
    if done is not None:
        return _BODY.fullmatch(done[1]) is None
    return _GOODS.fullmatch(found[1]) is not None or common_named(found[1]) is not None
