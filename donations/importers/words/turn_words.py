"""Words that say which way the goods of a row went: 入库, 出库, 采购, 转赠, 报损."""

import re
from collections.abc import Sequence

from donations.domain.entry import Adjustment
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown
from donations.importers.words.heading_words import normal

IN, OUT, BOUGHT, THROUGH, LOST = "in", "out", "bought", "through", "lost"
CAME = "接收|收到|收货|收入|入库|进库"
WENT = "支出|出库|发出|发放|分发|领用|领取|发货"
SHARED_OUT = "分配|发放|分发|调拨|配发|拨付|下拨"
"""Words for a pattern: that goods came in, that they went out, and that they were shared out among several."""
SHARING = pattern_of(
    rf"(?:具体|物资|捐赠|其中)*(?:{SHARED_OUT}|使用)(?:情况|方案|明细|数量?|去向|计划|单位|对象|详情|清单|表)?(?:[(].*)?"
)
"""What stands over those among whom goods were shared out."""
_CAME = (
    r"(?:捐赠|物资|实物|受赠)?入库|进库|接收|收到|收货|收入|收|入|进|in(?:bound|coming|take)?|stockin|received?|receipt"
)
_WENT = r"(?:捐赠|物资|实物|发放|领用|调拨)?出库|发出|(?:直接|统一|定向|申请|申领|集中)?发放|分发|下发|领用|领取|发货|支出|发|出|out(?:bound|going)?|stockout|distribut(?:ed|ion|e)|issued?|releas(?:ed?|ing)|dispatch(?:ed)?|hand(?:ed)?out"
_GIVEN_AWAY = pattern_of(r"捐出|(?:对外|向外)捐[赠助出]?|外捐|given(?:out|away)?|donatedout|sent(?:out)?")
"""What went out, in a column that says of others that they came; alone it may be what those who gave did."""
_GIFT = pattern_of(
    r"(?:接[收受]|收到|社会|社会各界|爱心|外部|各界|民间|境[内外]|海外)?捐[赠助]物?资?(?:接收|收入)?|受赠|捐入|donat(?:ion|ed|e)(?:in)?|gift"
)
"""What came in, where others went out beside it; alone it only says what sort of gifts they are."""
_WAYS = (
    (OUT, pattern_of(_WENT)),
    (IN, pattern_of(_CAME)),
    (BOUGHT, pattern_of(r"(?:自行|物资|统一)?(?:采购|购买|购置|购入|外购|自购|购进)(?:入库|物资)?|purchased?|bought")),
    (THROUGH, pattern_of(r"(?:直接|定向)?(?:转赠|转捐)|relay(?:ed)?")),
    (
        LOST,
        pattern_of(
            r"(?:盘点)?(?:报损|报废|损耗|损坏|损失|盘亏|丢失)(?:出库)?|过期(?:报废|销毁|处理)?|自用|loss|lost|damaged?|expired|spoiled|written-?off|write-?off|scrap(?:ped)?"
        ),
    ),
)
_ALLOTTED = pattern_of(
    r"(?:上级|国家|中央|[省市县区镇]级?|政府|财政|指挥部|应急)?(?:调拨|下拨|划拨|拨付|配发|调配|调入|下发)(?:物资|入库)?|库存|结余|自有|自备|自筹|(?:in|from|opening|own)?(?:stock|inventory)|ownfunds"
)
"""What goods were that nobody gave, nor bought; of which way they went it says nothing: 上级调拨."""
_OWN = pattern_of(r"库存|结余|自|in|from|opening|own|stock")
_MAY_SAY_BOUGHT = pattern_of(
    r"[购买调拨划下库结自损废耗亏丢过期还退盘]|stock|invent|funds|purchas|bought|los[st]|damag|expir|spoil|writ|scrap",
    re.IGNORECASE,
)
"""What each of those words has: names are many, and few of them do."""
_BY_BUYING = pattern_of(r".{0,12}(?:采购|购买|购置|自购|购入)|[期年月]初|(?:物资)?(?:盘[盈点]|退库|退回|归还)(?:入库)?")
_GIFTS_OR_LIST = r"捐赠|物资|款物|捐款|善款|款项|资金|慰问[金品]|救助金|情况|明细|部分|记录|登记|信息"
_OF_SIDE = pattern_of(rf"^(?:捐赠|物资|款物){{1,2}}|(?:{_GIFTS_OR_LIST}|[(（].{{0,6}}[)）]){{1,3}}$")
_LISTED = r"(?:情况|明细|信息|登记|记录)"
_GIVEN_SIDE = pattern_of(rf"(?:社会|爱心)?(?:捐赠|受赠)(?:物资|方)?{_LISTED}?")
_USED_SIDE = pattern_of(rf"(?:物资|捐赠物资)?(?:使用|发放|分发|领用|分配|去向){_LISTED}")
_LONGEST_SIDE = 16
_OF_WHAT = r"(?:捐赠|捐款|物资|款物|善款|爱心|慰问|救助|资金|款项|经费|本[年月期次批]|[0-9]{1,2}月份?)"
_BESIDE_IT = rf"(?:{_GIFTS_OR_LIST}|公示|清单|统计|表|[(（][^()（）0-9]{{0,6}}[)）])"
_LINES = tuple(
    (way, pattern_of(rf"{_OF_WHAT}{{0,3}}(?:{words}){_BESIDE_IT}{{0,3}}:?"))
    for way, words in (
        (IN, CAME),
        (OUT, f"{WENT}|{SHARED_OUT}|下发|使用|开支|花费"),
        (BOUGHT, "采购|购买|购置|自购|购进"),
    )
)
"""Lines that alone say which way all rows below them went: 二、物资发放情况, 支出："""
_PART = pattern_of(r"^[(（]?[一二三四五六七八九十0-9]{1,2}[)）、.．]\s*")
_REASONS = ((Adjustment.EXPIRY, pattern_of(r"过期|expired")), (Adjustment.USE, pattern_of(r"自用")))


def way_of(cell: str, *, surely: bool = False) -> str | None:
    """Which way a cell says that goods went; None where it says none, and `surely` where it may only say of what sort a gift is."""
    plain = re.sub(r"[-_]", "", normal(shown(cell)))
    found = next((way for way, pattern in _WAYS if pattern.fullmatch(plain)), None)
    if found or surely:
        return found
    return IN if _GIFT.fullmatch(plain) else OUT if _GIVEN_AWAY.fullmatch(plain) else None


def says_bought(cell: str) -> bool:
    """Whether what stands where a giver's name belongs says that nobody gave: 自购, 协会采购, 上级调拨, 库存."""
    if len(cell) > _LONGEST_SIDE or _MAY_SAY_BOUGHT.search(cell) is None:
        return False
    return _BY_BUYING.fullmatch(normal(shown(cell))) is not None or (
        is_sort_of_goods(cell) and not is_sort_of_gifts(cell)
    )


def is_sort_of_goods(cell: str) -> bool:
    """Whether what stands for a name says of what sort goods were, bought, allotted or given, and nobody's name: 采购, 上级调拨, 社会捐赠."""
    return (
        _ALLOTTED.fullmatch(normal(shown(cell))) is not None or way_of(cell) in (BOUGHT, LOST) or is_sort_of_gifts(cell)
    )


def is_allotted(cell: str) -> bool:
    """Whether it says that others sent the goods by order, 上级调拨, and not that they lay in store, or were somebody's own."""
    plain = normal(shown(cell))
    return _ALLOTTED.fullmatch(plain) is not None and _OWN.match(plain) is None


def is_sort_of_gifts(cell: str) -> bool:
    """Whether it says so of gifts: 捐赠, 社会捐赠."""
    return _GIFT.fullmatch(normal(shown(cell))) is not None


def reason_of(cell: str) -> str:
    """Why goods are gone that a cell says were lost."""
    plain = normal(shown(cell))
    return next((reason for reason, pattern in _REASONS if pattern.search(plain)), Adjustment.LOSS).value


def side_of(heading: str) -> str | None:
    """Which way went all that stands below a heading over several columns, 接收情况 beside 发放情况; None where it says none."""
    plain = _OF_SIDE.sub("", normal(heading)) if len(heading) < _LONGEST_SIDE else ""
    return OUT if plain == "捐出" else way_of(plain) if plain else None  # in a cell it may be what a giver did


def sides_of(above: Sequence[str]) -> dict[str, str]:
    """Which way each heading over several columns says; 捐赠情况 says that goods came where 使用情况 or 发放情况 stands beside it."""
    found = {over: way for over in above if over and (way := side_of(over)) is not None}
    if IN not in found.values():
        given = [over for over in above if _GIVEN_SIDE.fullmatch(normal(over))]
        used = [over for over in above if found.get(over) == OUT or _USED_SIDE.fullmatch(normal(over))]
        found |= {**dict.fromkeys(given, IN), **dict.fromkeys(used, OUT)} if given and used else {}
    return found


def way_of_line(line: str) -> str | None:
    """Which way went all that stands below a line of words, 二、发放情况; None where it says none."""
    plain = _PART.sub("", normal(line)) if len(line) < _LONGEST_SIDE else ""
    return next((way for way, pattern in _LINES if pattern.fullmatch(plain)), None)
