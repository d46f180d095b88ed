"""Lines that say of one gift each who gave and how much: - 2020-02-03 张三 100元, 李四：￥50, Ann Lee - $20."""

import re
from typing import NamedTuple

from donations.domain.catalogue import common_named
from donations.importers.patterns import pattern_of
from donations.importers.words.chain_lines import told
from donations.importers.words.foot import may_sum_up, total_of
from donations.importers.words.names_alone import is_sort_of_parties
from donations.importers.words.phones import holds_phone, is_phone

LONGEST = 300
_MARK = pattern_of(r"(?:[-*+•·●○◆■▪‣]\s{1,4})?(?:[(（]?[0-9]{1,4}(?:[.．](?![0-9])|[、)）])\s{0,4})?")
_DAY = r"(?:(?:19|20)[0-9]{2}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2}\s?日?|[0-9]{1,2}月[0-9]{1,2}[日号])(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
_FIGURES = r"[0-9][0-9,]{0,12}(?:\.[0-9]{1,2})?"
_BEFORE = r"(?:[¥￥$€£]|HK\$|US\$|RMB|CNY|USD|HKD|EUR)"
_BEHIND = r"(?:万?(?:元整?|块钱?|圆)|RMB|CNY|USD|HKD|EUR|美[元金]|港[元币]|欧元|英镑|日元|[¥￥])"
_AMOUNT = rf"(?:{_BEFORE}\s?{_FIGURES}(?:\s?(?:元整?|万元))?|{_FIGURES}\s?{_BEHIND})"
_GAP = r"[\s:：|~\-–—]{1,6}"
_VERB = r"(?:捐[款赠献助]?了?|赞助|打赏|赞赏|支持)"
_NOTE = r"(?:[(（](?P<note>[^()（）]{1,60})[)）])?"
_BEGIN = pattern_of(rf"(?:(?P<day>{_DAY}){_GAP})?(?P<rest>\S.*)")
_NAMED = pattern_of(
    rf"(?P<name>.{{1,60}}?)(?:{_GAP}(?:{_VERB}(?:{_GAP})?)?|{_VERB}(?:{_GAP})?|(?<![0-9.,]))(?P<amount>{_AMOUNT})\s{{0,2}}{_NOTE}"
    rf"(?:{_GAP}(?P<day>{_DAY}))?(?:[\s,，;；。!！]+(?P<words>[^0-9¥￥$€£]{{0,60}}))?",
    re.IGNORECASE,
)
_BOLD = pattern_of(r"^(\*{2,3}|__)([^\s*_][^*]{0,60}?)(?<!_)\1(?!_)")
"""What only says how a name looks behind the day; with one star before it and one behind it, it may be masked."""
_LATIN = pattern_of(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,5}", re.ASCII)
_OTHERS = pattern_of(r"[、，,;；:：。…&=<>{}\[\]¥￥$€£]|[0-9](?:元|块)|[和与及]$|等$")
"""Between several names, or in no name at all."""
_PIECES = pattern_of(r"[、，;；]")
_NO_GIVER = pattern_of(
    r"支出|收入|余额|结余|剩余|实[收到]|累计|共[收计捐募]|收到$|到[账帐]$|结算|转[入出]$|提现|手续费|服务器|主机|域名|带宽|流量|证书|费用?$|成本|税|单价|价格"
    r"|会员|套餐|(?:[金银铜钻]|铂金|白金)牌|青铜|白银|黄金|铂金|钻石|档|等级|VIP|[月年季]度|单次|一次性|永久|终身|目标|预算|最[低高少多]|起$|以上|[每/][月年天日次人]"
    r"|一杯|咖啡|奶茶|可乐|鸡腿|礼包"
    r"|\b(?:version|price|total|fee|cost|tier|gold|silver|bronze|platinum|diamond|basic|premium|monthly|yearly|annual|hosting|domain|server)s?\b",
    re.IGNORECASE,
)
"""What a price, an expense or a level of supporters is called: a list with such a line is none of gifts."""
_SUM_OF = pattern_of(
    r"(?:微信|支付宝|现金|银行|转[账帐]|扫码|红包|qq|爱发电|paypal|线[上下]|其[他它]|本[月年日期次]|当[日天月年]|今[日天年]|[0-9一二三四五六七八九十]{1,4}[年月日号]|第.{1,3}[期批次])"
    r"(?:收款码?|支付|转[账帐]|红包|捐款|收入|打赏|赞赏|渠道|平台)*",
    re.IGNORECASE,
)
"""Ways and times: an amount behind them is of all who gave so, or then."""
_GIVING = r"捐|赞助|打赏|赞赏|善款|功德|乐捐|随喜|募款|donat|sponsor|backer|supporter|contribution"
_LISTING = r"名单|芳名|名录|鸣谢|致谢|感谢|谢谢|列表|清单|记录|明细|公示|榜|[者人]\s*[:：]?$|list|thank|donors|donations|sponsors|backers|supporters"
_LIST = pattern_of(rf"(?=.*(?:{_GIVING})).*(?:{_LISTING}).*", re.IGNORECASE)
_NO_LIST = pattern_of(
    r"支出|使用|用[途于]|去向|开[支销]|花费|费用|预算|目标|计划|认捐|拟捐|意向|承诺|排行|排名(?!不分)|档|等级|级别|套餐|价格|价目|收费|权益|回报|退[款还回]|发放|拨付|采购|pledge|\btop\b|tier|expense|price|refund",
    re.IGNORECASE,
)
_REMARK = pattern_of(r"[-*•※>\s]{0,4}(?:备?注|附注|说明|ps|p\.s\.|note)\s*[0-9]?\s*[:：.、]", re.IGNORECASE)
_MAY_BE_GIFT = pattern_of(r"[0-9]\s?(?:[元块圆个只箱件瓶袋盒套双包桶吨斤副条台份]|公斤|万|[¥￥])|[¥￥$]\s?[0-9]")
_SUMS = pattern_of(r"共|合计|总计|累计|总额|截[至止]|total", re.IGNORECASE)
_LONGEST_TITLE = 80


class GiftLine(NamedTuple):
    """Who gave, how much, on which day, whether it came, and what else the line says; any but name and amount may be blank."""

    day: str
    name: str
    amount: str
    state: str
    note: str


def is_title(line: str) -> bool:
    """Whether a line says that those who gave are listed below: ## 打赏名单, 感谢以下捐赠者：."""
    return len(line) <= _LONGEST_TITLE and _LIST.fullmatch(line) is not None and not is_of_others(line)


def is_of_others(line: str) -> bool:
    """Whether a line above a list says that it is of expenses, prices or promises."""
    return len(line) <= LONGEST and _NO_LIST.search(line) is not None


def is_remark(line: str) -> bool:
    """Whether a line says that it only explains the others: 注：截至3月1日."""
    return len(line) <= LONGEST and _REMARK.match(line) is not None


def has_mark(line: str) -> bool:
    """Whether a line begins as those of a list do, with a sign or a number."""
    found = _MARK.match(line)
    return found is not None and found.end() > 0


def may_be_gift(line: str) -> bool:
    """Whether a line above the first gift may be one too, of goods, say: 张三：口罩50个."""
    return has_mark(line) or (len(line) <= LONGEST and _MAY_BE_GIFT.search(line) is not None and not _SUMS.search(line))


def gifts_of(line: str) -> list[GiftLine]:
    """The gifts of a line, one or several with 、 or ， between them; empty where it is anything else, or in part."""
    if len(line) > LONGEST:
        return []
    mark = _MARK.match(line)
    text = line[mark.end() if mark else 0 :].strip()
    if (one := _gift(text)) is not None:
        return [one]
    pieces = [piece.strip() for piece in _PIECES.split(text) if piece.strip()]
    found = [_gift(piece) for piece in pieces]
    return [one for one in found if one is not None] if len(found) > 1 and all(found) else []


def is_no_giver(name: str) -> bool:
    """Whether what stands before an amount is no giver, but what it was spent on, a price or a level."""
    if _NO_GIVER.search(name) is not None or _SUM_OF.fullmatch(name) is not None or is_sort_of_parties(name):
        return True
    return any(common_named(name[at:]) for at in range(len(name)))


def _gift(text: str) -> GiftLine | None:
    begin = _BEGIN.fullmatch(text)
    found = _NAMED.fullmatch(begin["rest"]) if begin else None
    if begin is None or found is None or (begin["day"] and found["day"]):
        return None
    name = _BOLD.sub(r"\2", found["name"].strip(" :：|~-–—\t"))
    said = [found["note"] or "", (found["words"] or "").strip()]
    if not _is_name(name) or is_phone(found["amount"]) or holds_phone(text):
        return None
    state, note = told(" ".join(filter(None, said)))
    return GiftLine(begin["day"] or found["day"] or "", name, "".join(found["amount"].split()), state, note)


def _is_name(name: str) -> bool:
    """Whether it may be one name: no total, no two words but Latin ones, and nothing that parts several."""
    if not any(map(str.isalnum, name.replace("*", "a"))) or name.isdigit() or total_of(name) or may_sum_up(name):
        return False
    if _OTHERS.search(name.rstrip("、")) is not None:
        return False
    return not any(map(str.isspace, name)) or _LATIN.fullmatch(name) is not None
