"""Columns that hold goods by what stands in them, 400个 below a name that nobody knows, beside columns of known goods."""

from collections.abc import Sequence

from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import sums_up

_COUNT = pattern_of(r"[约近]?\s?[0-9][0-9,，]{0,12}(?:\.[0-9]{1,3})?\s?[万千]?\s?([\u3400-\u9fff]{1,2})")
_NO_GOODS = frozenset("人次天年月户戶分批封名位期层層楼樓间間排号號元岁歲") | {"人次", "小时"}
_OF_PLACES = ("length", "area")
_NAME = pattern_of(r"[^\s:：0-9]*[\u3400-\u9fff]{2}[^\s:：]{0,16}")
_OTHER_NUMBER = pattern_of(
    r"每|[户人]均|各|需|缺|[应已未实][收发领到付分]|拟|计划|总|共|合计|[剩结]余|[库结留]存|[原现]有|新增|损|退|标准|规格|包装|单[箱件包盒袋]|[箱散分]装$|其中|折合|距离|里程|数$|[^测]量$"
)
_THANKS = pattern_of("纪念|礼(?!包|盒)|奖|旗|赠|荣誉|牌匾?$|匾|锦|横幅|(?:感谢|慰问|介绍|回)信|感谢状")
_PAPERS = pattern_of(
    "证[书件明]?$|票[据根]?$|回执|收条|[单收凭]据|清单|协议|合同|文件|附件|照片|相片|[合留]影|签名|视频"
)
_AROUND = pattern_of(
    "餐[次费]?$|车辆|[货卡专]车$|[运邮托][输送寄]|快[递件]|物流|成员|人口|人员|子女|孩子|[儿孩]童$|学生$|老人$|志愿者"
)
_REACHED = pattern_of(
    "覆盖|惠及|涉及|受[益助]|参[与加]|出动|(?:社区|小区|学校|医院|村庄|乡镇|街道|单位|企业|机构|团队|队伍|小组|家庭|科室|班级|部门|[网站点]点|卡口)$"
)
_NO_NAMES = (_OTHER_NUMBER, _THANKS, _PAPERS, _AROUND, _REACHED)
"""What is no name of goods: other numbers of them, 每人, 剩余, 应发; what givers got, papers, what or who came with the goods, and
how many bodies took part or got some, 覆盖社区.
"""
_WHO = ("donor", "recipient", "party", "payer", "group")
_GOODS = ("item", "quantity", "money_or_goods", "item_or_quantity", "unit", "price")


def name_goods(columns: Sequence[Column], below: Sequence[Sequence[str]]) -> None:
    """Columns whose heading nobody understands, and in whose cells stands so many of something, 400个, are of the goods that it names, where
    another column is of known goods and one says who gave or got them; none where a column says the goods or amounts of all.
    """
    fields = {column.field for column in columns}
    if not any(column.goods for column in columns) or fields.isdisjoint(_WHO) or fields.intersection(_GOODS):
        return
    rows = [row for row in below if not sums_up(row)]
    for column in columns:
        is_unread = not column.field and not column.goods and column.said.sense is None and not column.by_user
        cells = column.texts(rows) if is_unread and _may_be_name(simplified(column.heading)) else []
        if cells and all(map(_says_how_many, cells)):
            column.goods = column.heading


def _may_be_name(heading: str) -> bool:
    """Whether a heading in simplified characters may be what a thing is called."""
    return _NAME.fullmatch(heading) is not None and not any(words.search(heading) for words in _NO_NAMES)


def _says_how_many(cell: str) -> bool:
    """Whether a cell is a number with a unit that things are counted in, and nothing more."""
    found = _COUNT.fullmatch(cell)
    unit = found[1] if found else ""
    known = spellings().get(unit)
    return known is not None and unit not in _NO_GOODS and known.dimension not in _OF_PLACES
