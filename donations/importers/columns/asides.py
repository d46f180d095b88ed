"""Columns of numbers beside gifts that count no goods: work that was given, what a temple does for those who gave, what an
association did besides.
"""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import REMARK, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import number_in
from donations.importers.words.heading_words import without_measure
from donations.importers.words.work import is_of_work

_MONEY = ("money", "amount", "total", "channel", "money_or_goods")
_OF_GOODS = (
    "item",
    "item_or_quantity",
    "goods",
    "money_or_goods",
    "content",
    "specification",
    "price",
    "unit",
    "value",
)
_RITE = pattern_of(
    r"(?:[供点]灯|(?:光明|平安|太岁|酥油|佛前?|[心祈]福)灯|(?:延生|往生|超[度荐]|长生|消灾|祈福|光明)?(?:牌位|莲位|禄位|灯位))(?:[盏个位]?数|数量|数目)?"
)


_FOR_EACH = pattern_of(r"(?:资助|助学)标准(?:[(/].*)?")
_HOW_MANY = pattern_of(r".{0,6}(?:人数|名额|户数)(?:[(].*)?")
_DEED = pattern_of(
    r".{1,30}(?:\((?:[人户场车班批]次|[人名户次场篇天]|[学课小]?时|小时数|工日|人数|次数|分钟|公里)\)|/(?:[人户场车班批]次|篇|[学课小]时|分钟|公里))"
    r"|(?:[提议]案|建[议言](?:献策)?|献策|社情民意(?:信息)?|(?:工作|宣传|报送|上报|撰写)?(?:信息|简报|稿件)|(?:宣传|新闻|媒体)(?:报道|稿件?))(?:\(.{1,2}\))?"
    r"|(?:(?:参加|参与|开展|组织|无偿)*(?:志愿者?服务|献血|宣讲|走访|结对|撰写|报送|提案|建言|献策|社情民意|宣传报道|慰问(?=[困贫特家群职老党户]))+"
    r"(?:量|时长|时间|活动|信息|文章|稿件|帮扶|困难|贫困|特困|家庭|群众|职工|老人|党员|户|[数次人件])*|.{0,6}面积)(?:[(].*)?"
    r"|[\u3400-\u9fff]{0,8}(?:献血|面积).{0,8}"
    r"|(?:覆盖|惠及|涉及|受[益助]|参[与加]|出动)(?!.{0,6}[物款金])[\u3400-\u9fff]{1,6}(?:[(].*)?|(?:活动|现场)?(?:[照相]片|合[影照]|留影)(?:[(].*)?"
)
"""What those who gave did besides, or for how many, in a table of all that they did: 提案（件）, 宣讲（场）, 慰问困难户（户）, 消杀面积（平方米）, 惠及家庭（个）."""
_WEIGHT = pattern_of(r"(?:合计|总计|共计)?(?:[总净毛]?重量?|合重|体积)(?:合计|总计|小计)?|(?:total|net|gross)?weight")


def settle(senses: Senses) -> None:
    """捐工（天） is a remark of the row; so are 重量（斤） beside 衣物（件） and 供灯（盏） beside money, which is what that was given for."""
    _for_each(senses)
    _deeds(senses)
    has_money = senses.has(*_MONEY)
    counted = [each for each in senses.columns if each.goods and each.said.unit and not each.field]
    weights = [each for each in counted if _WEIGHT.fullmatch(without_measure(each.said_as))]
    are_named = len(counted) > len(weights) and not senses.has(
        "item", "money_or_goods", "item_or_quantity", "unit_or_party"
    )
    for column in senses.columns:
        if column.by_user or column.said.currency is not None or column.field == "date":
            continue
        plain = without_measure(column.said_as)
        if are_named and (column.field == "quantity" or column in weights) and _WEIGHT.fullmatch(plain):
            column.field, column.goods = REMARK, None  # what all of them weigh
        is_rite = has_money and column.field not in _MONEY and _RITE.fullmatch(plain)
        if is_of_work(column.said_as) or is_rite:
            column.field, column.goods = REMARK, None


def _deeds(senses: Senses) -> None:
    """提案（件） and 宣讲（场） beside what was given count no goods."""
    for column in senses.columns:
        is_read = column.by_user or column.field not in ("", "goods")
        if not is_read and _DEED.fullmatch(column.said_as) and not is_of_work(column.said_as):
            column.field, column.goods = PASSED, None


def _for_each(senses: Senses) -> None:
    """资助标准 is no amount of a row beside what was given or paid, nor beside how many got as much."""
    for column in senses.columns:
        if column.field != "spent" or column.by_user or not _FOR_EACH.fullmatch(column.said_as):
            continue
        others = [each for each in senses.columns if each is not column]
        if any(each.field in (*_MONEY, "spent") or _HOW_MANY.fullmatch(each.said_as) for each in others):
            column.field = PASSED


def count_gifts(senses: Senses, found: Sequence[Column]) -> bool:
    """Whether Quantity counts the gifts of a row, one in each, where nothing names goods and Total Amount says each amount once more:
    of a row of two that would say another.
    """
    if len(found) != 1 or found[0].by_user or senses.has(*_OF_GOODS):
        return False
    cells = [cell for cell in senses.cells(found[0]) if number_in(cell) is not None]
    return set(cells) == {"1"} and any(column.repeats and column.field == PASSED for column in senses.columns)
