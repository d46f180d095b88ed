"""Remarks of whoever keeps a list that its row is no gift, or that another amount came: 采购, 借用, 实收18箱."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from donations.domain.amount import MONEY
from donations.domain.quantity import Quantity
from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import OF_INTEREST
from donations.importers.words.foot import number_in
from donations.importers.words.promise_words import may_be_void, went_back
from donations.importers.words.reversal_words import puts_right

_OURS = r"(?:本|我|协|学|商|基金)会|(?:本|我)(?:单位|院|校|社|中心)"
_BOUGHT = rf"(?:(?:{_OURS}|集中|统一|自行|政府|应急)(?:自?筹?资金?)?(?:采购|购[买入置])|(?:非捐赠?[,，]?)?采购(?:物资|入库)?|(?:使?用|以)(?:社会)?(?:捐款|善款|捐赠资金|捐赠款)(?:采购|购[买入置]))的?"
_LENT = r"(?:系|属|为)?(?:借[用入]|租[用借赁]|暂借|代(?:为)?保管|归还|还回|退库|盘盈|非捐赠(?:物资|款项|资金)?|不属于?捐赠(?:物资)?|not a (?:donation|gift))"
_NO_GOODS = pattern_of(rf"{_BOUGHT}|{_LENT}")
_NO_MONEY = pattern_of(
    rf"(?:系|属|为)?(?:{OF_INTEREST}|(?:暂)?借款|押金|保证金|报名费|非捐[赠款](?:收入|款项|资金)?|不属于?捐[赠款](?:收入)?"
    r"|(?:省|市|县|区|镇|上级)?(?:政府|财政)(?:补助|补贴|拨款|资金)(?:收入)?)|(?:bank )?interest|(?:a )?loan|not a (?:donation|gift)",
    re.IGNORECASE,
)
_MARKS = ("购", "借", "租", "还", "库", "盘", "保", "非", "不属", "息", "押", "报名", "政", "nterest", "oan", "ot a ")
_LONGEST = 16
_ANOTHER = pattern_of(
    r"(?:更正|[改订]正|勘误|笔误|(?:金额|数[量额])(?:有误|错误|更正|不对|不符)?)?[:：]?"
    r"(?:(?:已经?|仅|只)入[账帐](?:金额)?[是为:：]?|(?:实际|实)(?:已)?(?:到账|到货|到位|收到|接收|入库|入账|收|到|捐|为)(?:金额|数量)?[是为:：]?|(?:应该?|更正|改|订正)[是为成][:：]?|实际[:：]?|(?:仅|只|目前|截至目前)?(?:实际)?已?(?:到[账帐款位货]|收到)了?[:：]?|正确(?:金额|数量|数)?[应为是:：]+)"
    r"[约￥¥]?([0-9][0-9,，.]{0,14}[百千万]?)\s?(.{0,3})"
)
_ANOTHER_IN_ENGLISH = pattern_of(
    r"(?:should (?:be|have been|read)|correct(?:ed)?(?: amount)?(?: to| is)?|actual(?:ly)?(?: amount)?(?: received)?(?: is| was)?|only received|received(?: only)?|only(?=.*received$))[: ]+[$€£]?"
    r"([0-9][0-9,.]{0,14})(?: received)?()",
    re.IGNORECASE,
)
_IN_EITHER = _ANOTHER, _ANOTHER_IN_ENGLISH
_WENT_OUT = pattern_of(
    r"(?:仅|只)?(?:实际|实)(?:已)?(?:发放|发出|发|支付|支出|付款|付|出库|领取|领|用|花)了?(?:金额|数量)?[是为:：]?[约￥¥]?([0-9][0-9,，.]{0,14}[百千万]?)\s?(.{0,3})"
)
"""What went out after all: of what came in it says how much of that was given on."""
_FEE = pattern_of("手续费|服务费|通道费")
_APART = pattern_of(r"(?<![0-9])[,，]|[,，](?![0-9])|[;；。()（）、]+")
_LONGEST_OF_ANOTHER = 40
_OF_MONEY = frozenset({"", "元", "圆", "块", "元整", "yuan"})


_UNPAID = pattern_of(
    r"(?:[此本该][笔款]|捐款|善款)?(?:尚|还|仍|暂|目前)?(?:未|没有?|待)(?:付款?|支付|[缴交][款费]?)|(?:支付|付款|转[账帐]|汇款|打款|扣款)(?:失败|[未不]成功)|失败|未成功|跳票|空头支票"
    r"|unpaid|owed|(?:payment )?pending(?: payment)?|(?:(?:payment|card|charge|transfer|che(?:ck|que)|transaction)(?: was| has)? )?(?:failed|declined)|nsf|insufficient funds|stop(?:ped)? payment|uncollected|(?:che(?:ck|que) )?(?:did not|didn't|never) clear(?:ed)?|(?:written|write)[- ]?off",
    re.IGNORECASE,
)
_OWED = pattern_of("[暂尚]?欠[款缴交费]?")
_ON_CREDIT = pattern_of("(?:暂时?)?(?:挂|赊)账|赊欠")
_UNPAID_MARKS = (
    "未",
    "待",
    "没",
    "失败",
    "不成功",
    "票",
    "欠",
    "账",
    "ed",
    "paid",
    "nsf",
    "pending",
    "funds",
    "clear",
    "off",
    "stop",
)
_LONGEST_OF_UNPAID = 28
_PAID_SINCE = pattern_of(
    r"已[到入收签付汇补交缴]|实[收到]|补齐|付清|结清|(?<![待需须请应将])(?:重新|改[为用以付])|(?<![未不没有])成功"
    r"|(?<!not )(?<!never )(?<!be )\b(?:re-?paid|paid|succeeded|successful|resubmitted|received|cleared)\b"
)
"""What says that it was paid after all: 转账失败，改付现金; card declined, paid by cash."""


def was_unpaid(note: str, *, is_spent: bool = False) -> bool:
    """Whether a remark says that nothing was paid: 未付款, 转账失败; what a donor owes (欠款), or a supplier let wait (挂账)."""
    plain = simplified(note).casefold()
    if len(note) > _LONGEST_OF_UNPAID or not any(mark in plain for mark in _UNPAID_MARKS):
        return False
    patterns = (_UNPAID, _ON_CREDIT if is_spent else _OWED)
    parts = [part.strip() for part in _APART.split(plain)]
    return _PAID_SINCE.search(plain) is None and any(one.fullmatch(part) for one in patterns for part in parts)


_DOUBTED = pattern_of(
    r"[记算写]错了?|(?:金额|数[量额])?(?:有误|错误|不符|不对|[记算写]错)|多[录记登]了?|(?:金额|数[量额])[待需须](?:更正|核[实对查])|[待需须](?:更正|改正)"
    r"|(?:wrong|incorrect) amount|amount (?:is )?(?:wrong|incorrect)",
    re.IGNORECASE,
)
_SINCE_RIGHT = pattern_of("(?:已|现)(?:经|予)?[更改订修]正?")


def is_doubted(note: str) -> bool:
    """Whether a remark says that its row is not right, and neither what is, nor that it was put right: 金额有误, 记错."""
    if len(note) > _LONGEST or not any(
        mark in (plain := simplified(note)) for mark in ("错", "误", "不", "多", "正", "核", "mount")
    ):
        return False
    return _SINCE_RIGHT.search(plain) is None and any(_DOUBTED.fullmatch(part.strip()) for part in _APART.split(plain))


def may_change(note: str) -> bool:
    """Whether a remark might say that its row is no gift, went back, or is of another amount, to be looked at more closely."""
    return (
        puts_right(note)
        or may_be_void(note)
        or went_back(note)
        or nobody_gave(note) is not None
        or _may_be_another(note)
        or was_unpaid(note)
        or was_unpaid(note, is_spent=True)
        or is_doubted(note)
    )


def nobody_gave(note: str, *, of_goods: bool | None = None) -> str | None:
    """The remark, where it says nothing but that nobody gave what its row is of, of goods, money or (None) either."""
    if len(note) > _LONGEST or not any(mark in (plain := simplified(note)) for mark in _MARKS):
        return None
    said = plain.strip(" ()（）[]【】。.")
    goods = of_goods is not False and _NO_GOODS.fullmatch(said)
    return note if goods or (of_goods is not True and _NO_MONEY.fullmatch(said)) else None


def _may_be_another(note: str) -> bool:
    return len(note) <= _LONGEST_OF_ANOTHER and any(each.search(simplified(note)) for each in (*_IN_EITHER, _WENT_OUT))


def another_amount(
    note: str, amounts: Iterable[str], quantities: Sequence[Quantity], *, went_out: bool = False
) -> bool:
    """Whether a remark says that another amount came (or `went_out`) than the cells of `amounts` of its row, of which `quantities` are understood:
    实收18箱 beside 20 and 箱, 应为300元; not in another measure, nor what stayed of money behind a fee.
    """
    if not _may_be_another(note) or not quantities or _FEE.search(simplified(note)):
        return False
    shown = set(map(number_in, amounts))
    parts = [part.strip() for part in _APART.split(simplified(note))]
    patterns = (*_IN_EITHER, _WENT_OUT) if went_out else _IN_EITHER
    found = [match for part in parts for each in patterns if (match := each.fullmatch(part))]
    said = [(number, match[2].strip()) for match in found if (number := number_in(match[1])) is not None]
    return any(number not in shown and differs(number, unit, quantities) for number, unit in said)


def differs(number: Fraction, unit: str, quantities: Sequence[Quantity]) -> bool:
    """Whether what a remark or a state says is in the measure of what came, and is none of its amounts."""
    if all(each.is_money for each in quantities):
        amounts = [each.number for each in quantities if unit in _OF_MONEY and (each.item == MONEY or not unit)]
        return bool(amounts) and number not in amounts
    if any(each.is_money for each in quantities):
        return False
    known = spellings().get(unit.casefold())
    counts = [(each.number, each.unit) for each in quantities] + [(each.packs, each.pack_unit) for each in quantities]
    own = [amount for amount, of in counts if not unit or (known is not None and of == known.name)]
    return any(amount is not None for amount in own) and number not in own


_BEHIND = pattern_of(r"[0-9]{3}(?:\.[0-9]{1,2})?元整?|[0-9]{3}\.[0-9]{2}|0[0-9]{2}")


def may_be_behind(text: str) -> bool:
    """Whether a remark may be what stands behind the comma of an amount that it parted: 200元, 200.00, 000."""
    return text[:1].isdigit() and _BEHIND.fullmatch(text) is not None
