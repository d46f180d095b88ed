"""Which way the words above a table say that its gifts went."""

import re
from collections.abc import Sequence
from fractions import Fraction

from donations.importers.patterns import pattern_of
from donations.importers.words.foot import number_in

_NOTE = pattern_of(r"[(（]?(?:附?注|备注)\s*[:：]")
_IN = pattern_of(
    r"捐[赠款献物书衣粮菜]|接收|接受|收到|收入|入库|爱心榜|善款|募捐|来款|群收款|捐资|受赠|募集|众筹|功德榜|到货|receiv|donat|gift|income|\btithes?\b|\bofferings?\b|\bcontributions?\b(?! (?:to|made|paid)\b)"
)
_OUT = pattern_of(
    r"发放|分配|使用|拨付|出库|支出|调拨|配送|下拨|领[用取]|[配派分]发|去向|流向|转赠|采购|花费|开支|救助|资助|慰问|distribut|spen[dt]|expen"
)
_GIVEN = r"(?:(?:the|all|our|your|these|received) ){0,2}(?:donations?|gifts?|contributions?|funds?|money)\b"
_USED = pattern_of(
    rf"\b(?:uses?|usage|utili[sz]ation|application) of {_GIVEN}|\b(?:donation|gift|fund)s? (?:usage|utili[sz]ation)\b"
    rf"|\bhow {_GIVEN} (?:was|were|is|are|has been|have been) (?:being )?(?:used|spent)\b|\bwhere {_GIVEN} (?:went|goes?)\b|\b(?:payments?|purchases?|paid|bought) (?:made )?(?:from|with|out of) {_GIVEN}",
    re.IGNORECASE,
)
"""The same where a title says it: Use of Donations. What gifts are for, Donations used for masks, leaves it open."""
_ALSO_FOR = ("救助", "资助", "慰问")
"""What is done with gifts, and what they are given for: 慰问捐款名单."""
_OF_NAMES = pattern_of(
    rf"(?:{'|'.join(_ALSO_FOR)})(?:管理)?(?:协会|学会|联合会|联盟|志愿|公益|基金会|基地|站|中心|团队|[大小总支]?队)"
)
"""What those are called who do that."""
_HELPED = pattern_of(
    r"(?:受捐赠?|受赠|获捐赠?)(?=单位|机构|人|者|方|对象|家庭|学校|学生|个人)|"
    r"(?:(?<![\u3400-\u9fff])|(?<=[我本][会校院司村])|(?<=我们)|(?<=协会)|(?<=学会)|(?<=基金会)|(?<=决定)|(?<=[已将拟会年月日]))[向给](?:以下|下列)(?![^，,。]{0,8}(?:[账帐][户号]|二维码|链接|平台|渠道|方式|卡号))[^，,。]{1,10}捐(?![款赠助]?的)[款赠助]?|"
    r"受[助益]|帮扶(?=对象|户|家庭)|[获得]奖|获得者|困难补助|"
    r"(?:贫困|困难|特困|低保)(?:学生|职工|家庭|群众|户|人员|党员|老人|儿童){1,2}(?=名单|名册|花名册|公示|一览|$)"
)
"""Those named got something, where nothing says that anybody gave."""
_LISTS_HELPED = pattern_of(
    r"(?<![及和与、暨])受(?:资|捐|救)?[助益](?:单位|机构|人员?|者|方|对象|家庭|学校|学[生子员]|个人|职工|儿童|老人|村民|户){1,2}(?:名单|名册|花名册|公[示告]|一览|明细|情况|汇总|统计|登记)*表?\s*(?:$|[（(:：])"
)
"""How a line ends that lists those who got something, whoever gave it: 捐资助学受助学生名单. But 受助学生及捐款名单."""
_RECEIVED_BY = pattern_of(r"(?:捐赠|接收)物资(?:发放|分配|使用|调拨|出库|去向)")
_JOINED = pattern_of(
    r"(?:捐款|善款|款物|募捐|收入|公示)(?:情况|明细)?(?:及其?|和|与|、|暨)(?:使用|支出|开支|发放|拨付|分配|去向|流向)"
)
"""Money that came and went, 捐款及使用情况: the table may be of either."""
_OF_BOTH = pattern_of(
    r"收支|(?:接收|捐赠).{0,3}(?:及|和|与|、)|(?:接[收受]|受赠|募集|筹集|收到)(?:使用|支出|分配|发放|拨付|管理使用)"
    r"|\b(?:receipts?|received|income|donations?|gifts?|contributions?) ?(?:and|&|/|or) ?(?:the )?(?:uses?d?|usage|spen[dt]|spending|distribut|expen)"
    r"|\b(?:uses?d?|spending|spent|expen[a-z]+|distribut[a-z]+) ?(?:and|&|/|or) ?(?:the )?(?:receipts?|received|income|donations?|gifts?)\b",
    re.IGNORECASE,
)
_BOTH_WAYS = pattern_of(
    r"收支|\b(?:donations?|gifts?) used\b|\breceipts? (?:and|&) (?:the )?(?:uses?|expen|spend|distribut)", re.IGNORECASE
)
"""What came and what went in a word; and gifts that were used, which those below gave or got."""
_BOUGHT = pattern_of(r"采购|购买|购置|支出|开支|花费|报销|purchas|expen", re.IGNORECASE)
_CLAUSE = pattern_of(r"[，。；;！!]|,(?![0-9]{3})|(?<=[元圆0-9])、")
_AMOUNT = pattern_of(
    r"[0-9]\s{0,2}[千万亿余多]{0,2}\s{0,2}(?:[美欧日港]?元|[个只件箱套台瓶袋包盒条张斤吨份桶双副支笔宗批])|[$￥¥]\s?[0-9]"
)
_MONEY = pattern_of(r"([0-9][0-9,.]*\s?[千万亿]{0,2})\s?元")
_ALL_OF_IT = pattern_of(r"(?:已|均|现已|全部|全数)(?:经|全部|全数|悉数)?$")
"""Before what went out: 已全部拨付."""
_AS_FOLLOWS = pattern_of(
    r"如下|[现兹特]将.{0,60}(?:公布|公示|公告|通报|公开)|予以公[布示告开]|附后|(?:名单|名册|芳名|名录|明细表?|一览表?|清单)\s{0,3}[:：]?$"
)
"""What a clause says of the list that follows: 现将捐款名单公布如下, 捐款芳名：."""

_PURPOSE = pattern_of(
    r"用[于作来以][^，。；;（()）]{1,80}|(?:(?:to|will)\s+be|for\s+being)\s+(?:spent|used|distributed)[^.;()]{0,80}",
    re.IGNORECASE,
)
"""What gifts are for, 用于慰问困难职工, says not that it was done."""
_OF_DEEDS = pattern_of(
    r"明细|情况|清单|公[示布告]|名单|统计|表$|如下|以下|下列|下述|[0-9]\s?[万亿]?元|\b(?:list|report|details)\b",
    re.IGNORECASE,
)
"""But 用于慰问的明细 does, and 用于慰问以下职工."""
_FOR_PEOPLE = pattern_of(r"用[于来以][^，。；;（()）]{0,12}(?:慰问|救助|资助|帮扶|补助|看望|奖励|发放给)")
_OF_GIVERS = pattern_of(r"捐[款赠资助献物](?:人|者|方|芳名|名单|明细)|芳名|爱心人士|功德")
_SUBJECT = pattern_of(
    r"(?:以上|上述|本次|此次|所有|全部|所[收募捐]得?|这些|该|本)*(?:爱心|社会)?(?:捐款|善款|爱心款|款项|捐赠款?物?资?金?|物资|资金)(?:将|主要|全部|全数|均|都|统一|拟|会|已|定向)*[，。；;！!\s]*"
)
"""All that is left of a line that says nothing but what gifts are for: 善款用于资助贫困学生."""
_EXPLAINS = pattern_of(
    r"用[于作来以途]|统一(?:发放|使用|调配|调拨|分配|管理|配送|拨付)|由.{2,24}?(?:发放|使用|调配|调拨|分配|配送|拨付|采购)|(?:根据|按照|按).{0,12}意愿"
    r"|(?:发放|领用|领取|使用|分发)(?:时间|地点|前|后|时|须知|管理)"
    r"|(?:来源|资金|物资|慰问[品金]|奖[品金]|款项|经费|基金|善款|助学金)(?:来源)?(?:于|由|来自|系|均?为|[:：]).{1,40}[捐赞]"
)
"""What a line below the title says of what is done with gifts, or where what was given out came from."""
_APART = pattern_of(r"[^，。；;！!、]{0,20}另行(?:公[示布告]|通知|通报)[。！!]?$")
"""What a line says is told elsewhere: 本次支出另行公布."""
_LIST = pattern_of(
    r".*(?:名单|名册|芳名录?|名录|[榜表]|公[示布告]|通报|明细|清单|台账|征信录?|情况|汇总|统计|登记|list|register|log)",
    re.IGNORECASE,
)
"""How a clause ends that says what the list is."""
_SEVERAL = 2
_PART = pattern_of(r"[，。；;！!（()）:：]|,(?![0-9]{3})")


def way_of(lines: Sequence[str]) -> str | None:
    """Which way the nearest line that says so says that gifts go: `in` or `out`; None where none does, or one says both. A line that
    says what is done with them, 由指挥部统一调配使用, leaves that to those above it.
    """
    explained: str | None = None
    for line in reversed(lines):
        if _NOTE.match(line):
            continue  # of the table above
        if told := [way for clause in _clauses(line)[1:] if (way := _announced(clause))]:
            return told[-1]
        if tells_both(line):
            continue
        if (way := _called(line)) is not None:
            return way
        if _EXPLAINS.search(line) and not (_LIST.fullmatch(line.strip(" :：。")) or _AS_FOLLOWS.search(line)):
            explained = explained or _way_of_line(line)
        elif (way := _way_of_line(line)) is not None or _says_both(line):
            return way
    return explained


def _way_of_line(line: str) -> str | None:
    if _LISTS_HELPED.search(line) and not _OF_BOTH.search(line):
        return "out"
    if names_either(line) or _BOTH_WAYS.search(line):
        return None
    said = _said(line)
    given, received = [*_OUT.finditer(said)], [*_IN.finditer(said)]
    if given and received and not _RECEIVED_BY.search(line):
        if not _OUT.search(_IN.sub("", said)) or _is_for(given, received):
            return "in"  # 捐资助学, 慰问捐款
        return None if _says_both(line) else "out"
    if given or (_HELPED.search(line) and "捐" not in said and not received):
        return "out"
    return "in" if received else None


def _says_both(line: str) -> bool:
    if names_either(line) or _BOTH_WAYS.search(line):
        return True
    said = _said(line)
    is_of_both = _OF_BOTH.search(line) is not None or _JOINED.search(line) is not None
    return is_of_both and _OUT.search(said) is not None and _IN.search(said) is not None


def _called(line: str) -> str | None:
    """Which way the first words that call the list say: 捐款名单（款项由村委会统一发放）, 助学金发放名单（资金来源：某公司捐款）."""
    parts = [part for part in _PART.split(line) if part.strip()]
    if len(parts) < _SEVERAL or _says_both(_BOTH_WAYS.sub("", line)):
        return None  # 捐款名单（收支另附） is of those who gave
    return next((way for part in parts if _LIST.fullmatch(part.strip()) and (way := _only_way(part))), None)


def speaks_of_buying(lines: Sequence[str]) -> bool:
    """Whether a line speaks of what was bought or paid for, and not only of how much that came to beside what was received."""
    return any(_BOUGHT.search(_without_purpose(line)) is not None and not tells_both(line) for line in lines)


def tells_both(line: str) -> bool:
    """Whether a line tells how much was received and, apart from that, how much went out: 共收到捐款600元，支出275元. The table
    below may be of either.
    """
    clauses = _clauses(line)
    came = [
        place
        for place, clause in enumerate(clauses)
        if _only_way(clause) == "in" and any(map(_AMOUNT.search, clauses[place : place + 2]))
    ]
    return bool(came) and any(
        place > came[0] and _only_way(clause) == "out" and _tells_amount(clause) for place, clause in enumerate(clauses)
    )


def leaves_open(line: str) -> bool:
    """Whether a line speaks of money that came and of what went out, so that names below it may be of either."""
    return _JOINED.search(line) is not None or tells_both(line) or (_says_both(line) and _called(line) is None)


def names_either(line: str) -> bool:
    """Whether a line says that gifts were for people, and that some are listed: 收到捐款900元，用于慰问困难职工，名单如下, 捐款用于奖励
    优秀教师名单. 用于慰问困难职工名单 lists those who got them.
    """
    found = next((each for each in _PURPOSE.finditer(line) if _FOR_PEOPLE.match(each[0])), None)
    if found is None or _OF_GIVERS.search(line):
        return False
    if _OF_DEEDS.search(found[0]):
        return not _OUT.search(found[0])
    return _SUBJECT.fullmatch(_said(line)) is not None or _AS_FOLLOWS.search(line[found.end() :]) is not None


def amounts_told(line: str, way: str) -> set[Fraction]:
    """How much money a line says came, or went, in yuan."""
    said = (found for clause in _clauses(line) if _only_way(clause) == way for found in _MONEY.finditer(clause))
    return {number for found in said if (number := number_in(found[1])) is not None}


def _tells_amount(clause: str) -> bool:
    """Whether a clause says how much went out, or that all of it did."""
    going = _OUT.search(_said(clause))
    return _AMOUNT.search(clause) is not None or (
        going is not None and _ALL_OF_IT.search(_said(clause)[: going.start()]) is not None
    )


def _clauses(line: str) -> list[str]:
    return [clause for clause in _CLAUSE.split(line) if clause.strip()]


def _announced(clause: str) -> str | None:
    """Which way a clause that announces the list says: 现将捐款名单公布如下, 受助学生名单如下."""
    if not _AS_FOLLOWS.search(clause):
        return None
    is_helped = _HELPED.search(clause) is not None and "捐" not in _said(clause) and not _IN.search(_said(clause))
    return "out" if is_helped else _only_way(clause)


def _only_way(clause: str) -> str | None:
    """Which way a clause says, where it says only one."""
    said = _said(clause)
    came, went = _IN.search(said) is not None, _OUT.search(said) is not None
    return None if came == went else "in" if came else "out"


def _said(line: str) -> str:
    """A line without what helpers and the helped are called."""
    return _HELPED.sub("", _OF_NAMES.sub("", _USED.sub("spent", _without_purpose(line.lower()))))


def _without_purpose(line: str) -> str:
    line = _APART.sub("", line)
    return _PURPOSE.sub(lambda found: found[0] if _OF_DEEDS.search(found[0]) else "", line)


def _is_for(given: Sequence[re.Match[str]], received: Sequence[re.Match[str]]) -> bool:
    """Whether the words for what went out only say what that was for of which a later word says that it came."""
    return all(found[0] in _ALSO_FOR for found in given) and given[-1].start() < received[-1].start()
