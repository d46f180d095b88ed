"""Lines that say of one gift each who gave and how much: - 2020-02-03 张三 100元, 李四：￥50, Ann Lee - $20."""

import re
from typing import NamedTuple

from donations.importers.patterns import pattern_of
from donations.importers.words.chain_lines import told
from donations.importers.words.gift_line_names import is_name, plain_name
from donations.importers.words.phones import holds_phone, is_phone

LONGEST = 300
MARK = pattern_of(r"(?:[-*+•·●○◆■▪‣]\s{1,4})?(?:[①-⑳⑴-⒇]\s{0,4}|[(（]?[0-9]{1,4}(?:[.．](?![0-9])|[、)）])\s{0,4})?")
DAY = r"(?:(?:19|20)[0-9]{2}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2}\s?日?|[0-9]{1,2}月[0-9]{1,2}[日号])(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
_FIGURES = r"[0-9][0-9,]{0,12}(?:\.[0-9]{1,2})?"
_BEFORE = r"(?:[¥￥$€£]|HK\$|US\$|RMB|CNY|USD|HKD|EUR)"
_BEHIND = r"(?:万?(?:元整?|块钱?|圆)|RMB|CNY|USD|HKD|EUR|美[元金]|港[元币]|欧元|英镑|日元|[¥￥])"
_AMOUNT = rf"(?:{_BEFORE}\s?{_FIGURES}(?:\s?(?:元整?|万元))?|{_FIGURES}\s?{_BEHIND})"
_GAP = r"[\s:：|~\-–—]{1,6}"
_APART = pattern_of(_GAP)
_VERB = r"(?:捐[款赠献助]?了?|赞助|打赏|赞赏|支持)"
_BY = r"(?:微信|支付宝|QQ|云闪付|爱发电|银行卡?|现金|红包|PayPal|[Pp]aypal)(?:红包|支付|扫码)?"
_HOW = rf"(?:(?:通过|使用|用|以|由|经)\s?(?P<way>{_BY})\s?(?:转[账帐])?\s?(?:{_VERB}了?)?|(?P<way_of>{_BY})\s?(?:转[账帐])?{_VERB}了?)"
"""How a gift came, between who gave it and how much: 通过微信打赏, 支付宝捐款."""
_NOTE = r"(?:[(（](?P<note>[^()（）]{1,60})[)）])?"
_BEGIN = pattern_of(
    rf"(?:(?P<day>{DAY})(?:{_GAP}|\s{{0,2}}[·•]\s{{1,2}}|(?<=[日号])(?=[\u3400-\u9fff])))?(?P<rest>\S.*)"
)
_NAMED = pattern_of(
    rf"(?P<name>.{{1,60}}?)(?:(?:{_GAP})?{_HOW}(?:{_GAP})?|{_GAP}(?:{_VERB}(?:{_GAP})?)?|{_VERB}(?:{_GAP})?|(?<![0-9.,]))(?P<amount>{_AMOUNT})\s{{0,2}}{_NOTE}"
    rf"(?:{_GAP}(?P<day>{DAY}))?(?:[\s,，;；。!！]+(?P<words>[^0-9¥￥$€£]{{0,60}}))?",
    re.IGNORECASE,
)
_SIGNED = pattern_of(r"(?:[\s:：][-–—~]|[0-9][-–—~]{1,2})$")
"""Before an amount that may be below zero, or the end of a range: 周明：-100元, 周明100-200元."""
_COUNTED = pattern_of(r"[元块圆]")
"""What words behind an amount don't say unless they name another."""
_PIECES = pattern_of(r"[、，;；]")
_GIVING = r"捐|赞助|打赏|赞赏|善款|功德|乐捐|随喜|募款|donat|sponsor|backer|supporter|contribution"
_LISTING = r"名单|芳名|名录|鸣谢|致谢|感谢|谢谢|列表|清单|记录|明细|公示|榜|[者人]\s*[:：]?$|list|thank|donors|donations|sponsors|backers|supporters"
_LIST = pattern_of(rf"(?=.*(?:{_GIVING})).*(?:{_LISTING}).*", re.IGNORECASE)
_GIFTS = pattern_of(rf"{_GIVING}|[感谢]谢[^。]{{0,20}}支持", re.IGNORECASE)
_NO_LIST = pattern_of(
    r"支出|使用|用[途于]|去向|开[支销]|花费|费用|预算|目标|计划|认捐|拟捐|意向|承诺|排行|排名(?!不分)|档|等级|级别|套餐|价格|价目|收费|权益|回报|退[款还回]|发放|拨付|采购|受[助捐赠援惠]|受益[人者方]?(?:名单|名册|公示|明细)|对象|贫困生|困难户|获奖|中奖|得主|(?:捐赠|赞助|物资)清单|需求|心愿|急需|认领|拍卖|竞拍|pledge|\btop\b|tier|expense|price|refund"
    r"|(?:捐[助赠]|[资救帮]助|慰问|帮扶|关爱)[^:：，,。]{0,12}(?:学生|儿童|孩子|老人|家庭|户|患者|病人)们?(?:名单|名册|名录|公示|明细|清单|列表|如下)?[:：]?$",
    re.IGNORECASE,
)
_REMARK = pattern_of(r"[-*•※>\s]{0,4}(?:备?注|附注|说明|ps|p\.s\.|note)\s*[0-9]?\s*[:：.、]", re.IGNORECASE)
_MAY_BE_GIFT = pattern_of(r"[0-9]\s?(?:[元块圆个只箱件瓶袋盒套双包桶吨斤副条台份]|公斤|万|[¥￥])|[¥￥$]\s?[0-9]")
_ENDS_IN_NUMBER = pattern_of(
    r"(?!.{0,8}(?:地址|邮编|编码|编号|电话))[^0-9]*[\u3400-\u9fff](?<![号数期年月第次户话机群届楼室共约])[\s:：]{0,3}[1-9][0-9]{0,5}(?:\.[0-9]{1,2})?"
)
"""张三口罩100: an amount without what it is counted in."""
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


def speaks_of_giving(line: str) -> bool:
    """Whether a line above a list speaks of those who gave, or of what they did: 共收到以下捐款：."""
    return len(line) <= LONGEST and _GIFTS.search(line) is not None


def sums_up(line: str) -> bool:
    """Whether a list below such a title holds what others said before it: 截至2月3日捐款名单."""
    return _SUMS.search(line) is not None


def is_remark(line: str) -> bool:
    """Whether a line says that it only explains the others: 注：截至3月1日."""
    return len(line) <= LONGEST and _REMARK.match(line) is not None


def has_mark(line: str) -> bool:
    """Whether a line begins as those of a list do, with a sign or a number."""
    found = MARK.match(line)
    return found is not None and found.end() > 0


def may_be_gift(line: str) -> bool:
    """Whether a line above the first gift may be one too, of goods, say: 张三：口罩50个."""
    if len(line) > LONGEST or _SUMS.search(line):
        return has_mark(line)
    return has_mark(line) or _MAY_BE_GIFT.search(line) is not None or _ENDS_IN_NUMBER.fullmatch(line) is not None


def gifts_of(line: str) -> list[GiftLine]:
    """The gifts of a line, one or several with 、 or ， between them; empty where it is anything else, or in part."""
    if len(line) > LONGEST:
        return []
    mark = MARK.match(line)
    text = line[mark.end() if mark else 0 :].strip()
    if (one := _gift(text)) is not None:
        return [one]
    pieces = [piece.strip() for piece in _PIECES.split(text) if piece.strip()]
    found = [_gift(piece) for piece in pieces]
    return [one for one in found if one is not None] if len(found) > 1 and all(found) else []


def _gift(text: str) -> GiftLine | None:
    begin = _BEGIN.fullmatch(text)
    found = _NAMED.fullmatch(begin["rest"]) if begin else None
    if begin is None or found is None or (begin["day"] and found["day"]):
        return None
    before, name = begin["rest"][: found.start("amount")], plain_name(found["name"])
    said = [found["note"] or "", (found["words"] or "").strip()]
    runs_on = not _APART.match(begin["rest"], found.end("name"))
    if not is_name(name, runs_on=runs_on) or _SIGNED.search(before) or _COUNTED.search(said[1]):
        return None
    if is_phone(found["amount"]) or holds_phone(text):
        return None
    state, note = told(" ".join(filter(None, said)))
    note = " ".join(filter(None, (found["way"] or found["way_of"], note)))
    return GiftLine((begin["day"] or found["day"] or "").strip(), name, "".join(found["amount"].split()), state, note)
