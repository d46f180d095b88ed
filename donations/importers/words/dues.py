"""Words of what members pay, which is no gift: 会费, Membership Dues 2024."""

from donations.importers.patterns import pattern_of

_DUES = pattern_of(
    r"(?:[0-9]{4} )?(?:(?:annual|yearly|monthly|new|renewal|individual|family|household|student|senior|life|lifetime|regular|associate) ){0,2}"
    r"(?:member(?:s|'s|ship)?(?: (?:dues|fees?|subscriptions?|payments?|renewals?))|dues|membership)(?: [0-9]{4}(?:[-/][0-9]{2,4})?)?"
    r"|(?:[0-9]{4}年?)?(?:年度?|单位|团体|个人|会员)?会费(?:收入)?"
)
_FEE = pattern_of(
    r"(?:报名|参赛|参会|会务|注册|培训|物业|停车)费(?:收入)?|(?:门票|货|借|往来)款|门票(?:收入)?|场租费?|租金|押金|保证金"
    r"|(?:registration|entry|admission|training|course|service)(?: fees?)|ticket(?:s| sales?)|(?:security )?deposit|rent(?:al)?|loan"
)
"""What a column of sorts calls that was paid for something, or lent."""
_GIVEN = r"捐|赠|善款|爱心|赞助|资助|支持|助[学困贫残老医]|帮扶|扶贫|救[助灾济]|慰问|抗[疫洪灾旱震]|防疫|防控|疫情|救援|公益|慈善|募|筹|功德|供养|限定|经费|专项|特殊|大额|香[油火]|修[路桥建缮葺]|建[房桥校]|医[疗药]|手术|治疗|住院|[丧安]葬|营养|(?:建设|改造|[维翻装]修|添置|购置)费|放生|护生|印经|灯油|供[灯佛]|法会|超度|斋僧|塑佛|佛像|孤[儿寡老]"
_OF_SALES = pattern_of(
    rf"(?!.*(?:{_GIVEN})|(?:微信|支付宝|现金|线[上下]|网[上络]|扫码|[\u3400-\u9fff]{{0,4}}箱)收入)[\u3400-\u9fff]{{0,12}}(?:(?<![免会])费用?|收入|收益|利息|租金|[定订]金|借款|备用金)"
    r"|(?:政府|财政|上级|国家|中央).{0,6}(?:补[助贴]|拨款|奖补|购买).{0,6}"
    r"|(?!.*(?:donat|gift|sponsor|grant|contribut|appeal|fund-?rais|medical|hospital|surger|treatment|funeral|burial|memorial|in memory))(?:[a-z&' -]{0,24}\b)?(?:tickets?|raffles?|sales?|hire|rent(?:als?)?|fees?|subscriptions?|merchandise|advertising|tuition|admissions?|interest|catering)(?: (?:sales?|income|tickets?|fees?))?"
)
"""The same by the end of the word, 技术服务费 or 投资收益, where it speaks of nothing that is given for."""
_OWED = pattern_of(
    r"报名(?:费|款)?|应[交缴][\u3400-\u9fff]{0,4}|一事一议.{0,8}|(?:筹资)?筹劳.{0,4}|(?:水|电|水电|卫生|垃圾|物业|管理|餐|伙食|门票|场地|材料|学|学杂|书本?|校服|培训|活动|服务)费"
    r"|(?:[a-z']{1,12} ){0,2}(?:dues|assessments?|lev(?:y|ies)|registrations?|admissions?|tickets?|raffles?|subscriptions?|(?<!thank )suppers?|dinners?|lunch(?:es)?|meals?|tuition|fees?)(?: (?:sales?|income|tickets?|fees?|paid))?"
)
"""What a column of amounts beside those of gifts calls that was owed, or paid for something."""
_LONGEST, _MARKS = 40, ("会费", "會費", "ues", "ember", "UES", "EMBER")


def may_be_of_dues(text: str) -> bool:
    """Whether words might say so, to be looked at more closely: most don't."""
    return len(text) <= _LONGEST and any(mark in text for mark in _MARKS)


def is_of_dues(plain: str) -> bool:
    """Whether words in small letters, with single blanks between them, say nothing but that a member paid."""
    return len(plain) <= _LONGEST and _DUES.fullmatch(plain) is not None


def is_no_gift(plain: str) -> bool:
    """Whether a sort, in such words, is of dues, or of what was paid for something or lent: 报名费, 押金."""
    return is_of_dues(plain) or (len(plain) <= _LONGEST and _FEE.fullmatch(plain) is not None)


def is_paid_for(plain: str) -> bool:
    """The same where other rows of the column say that they are gifts, so that any fee and any income is none: 技术服务费."""
    return is_no_gift(plain) or (len(plain) <= _LONGEST and _OF_SALES.fullmatch(plain) is not None)


def is_owed(plain: str) -> bool:
    """Whether the heading of amounts beside others, in such words, says that they were owed, or paid for something: 报名费, Dues, Tickets."""
    return is_no_gift(plain) or (len(plain) <= _LONGEST and _OWED.fullmatch(plain) is not None)
