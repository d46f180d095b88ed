"""Words below who gave that name nobody: who paid is meant (本人, 同左), no gift was made (不是捐款), it is a cost (运费), or it is still sought (待查)."""

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

_PAYER = r"(?:付款[人方者]|(?:交易)?对方)"
_WHO_PAID = pattern_of(
    rf"(?:{_PAYER}|付款|捐款[人者]?|家长)?[他她]?(?:本人|自己)|我(?:本人|自己)?|{_PAYER}|同(?:左|前|一人|{_PAYER}|昵称|微信名?)|[与和跟]?(?:左|前|{_PAYER})(?:相?同|一[样致]|是?同一人)"
    r"|(?:the )?same(?: (?:as )?(?:the )?(?:payer|payor|sender|remitter|left|person))?|as (?:the )?(?:payer|payor|sender|left)|payer|sender|self|myself|me|(?:him|her)self|themselves"
)
_BY_NICKNAME = pattern_of(r"同(?:昵称|微信名?)")
_ON_THE_LEFT = pattern_of(r"[与和跟]?(?:同[左前]|[左前](?:相?同|一[样致])).*|.*\bleft")
_NO_GIFT = pattern_of(r"(?:不是|不属于?|不算|非)(?:爱心|公益)?(?:(?:捐[款赠助]|善款)[人者款]?)?|不")
_SOUGHT = pattern_of(r"待(?:定|查|核|补|填|确认).{0,4}|[?？]+")
_NOT_KNOWN = pattern_of(
    r"(?:姓名|名字|捐[款赠]人)?(?:不详|不明|未知)|不清楚|不知道|(?:(?:donor|name) )?(?:unknown|not known)|unknown (?:donor|name)"
)
_COST = pattern_of(
    r"(?:[水电]|水电|运|邮|快递|物流|运输|印刷|打印|复印|办公|差旅|交通|伙食|餐|场地|手续|服务|广告|宣传|保洁|物业|通讯|电话|网络|保险|车辆|加油|过路|停车|油|人工|劳务|审计|年检)费用?|(?:支付|缴)?(?:房租|租金|工资|薪资)(?:支出)?"
    r"|rent|electric(?:ity)?(?: bill)?|utilities|water (?:bill|rates)|salar(?:y|ies)|wages|payroll|postage(?: and .{1,20})?|insurance|internet|telephone|phone bill|(?:office )?supplies|stationery|printing|bank (?:charges?|fees?)|repairs(?: and maintenance)?|maintenance|mortgage"
)
"""What money is paid for, and nobody is called."""
_LONGEST = 20


def means_who_paid(text: str) -> bool:
    """Whether who paid is said to have given: 本人, 付款人本人, 同左, self, same as payer."""
    return len(text) <= _LONGEST and _WHO_PAID.fullmatch(simplified(text).casefold()) is not None


def means_payer(text: str, *, beside_others: bool) -> bool:
    """Whether whoever paid by another column gave: not where a nickname is meant, 同昵称, or who stands on the left, 同左, is another."""
    said = simplified(text).casefold()
    is_other = _BY_NICKNAME.fullmatch(said) or (beside_others and _ON_THE_LEFT.fullmatch(said))
    return means_who_paid(text) and not is_other


def says_no_gift(text: str) -> bool:
    """Whether it says that this is no gift, wherever it stands: 不是捐款, 非善款."""
    return len(text) <= _LONGEST and _NO_GIFT.fullmatch(simplified(text)) is not None


def says_cost(text: str) -> bool:
    """Whether it says what money is paid for, and no name: 运费, Rent."""
    return len(text) <= _LONGEST and _COST.fullmatch(simplified(text).casefold()) is not None


def is_still_sought(text: str) -> bool:
    """Whether somebody is still to find out who gave: 待查, 待核实, ？."""
    return len(text) <= _LONGEST and _SOUGHT.fullmatch(simplified(text)) is not None


def is_not_known(text: str) -> bool:
    """Whether nobody knows who gave: 不详, 未知."""
    return len(text) <= _LONGEST and _NOT_KNOWN.fullmatch(simplified(text).casefold()) is not None
