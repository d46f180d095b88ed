"""Remarks of whoever keeps a list that its row is no gift, or that another amount came: 采购, 借用, 实收18箱."""

from collections.abc import Mapping
from fractions import Fraction

from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import number_in
from donations.importers.words.promise_words import may_be_void, went_back
from donations.importers.words.reversal_words import puts_right

_OURS = r"(?:本|我|协|学|商|基金)会|(?:本|我)(?:单位|院|校|社|中心)"
_BOUGHT = rf"(?:(?:{_OURS}|集中|统一|自行|政府|应急)(?:自?筹?资金?)?(?:采购|购[买入置])|(?:非捐赠?[,，]?)?采购(?:物资|入库)?|(?:使?用|以)(?:社会)?(?:捐款|善款|捐赠资金|捐赠款)(?:采购|购[买入置]))的?"
_LENT = r"(?:系|属|为)?(?:借[用入]|租[用借赁]|暂借|代(?:为)?保管|归还|还回|退库|盘盈|非捐赠(?:物资|款项|资金)?|不属于?捐赠(?:物资)?)"
_NO_GOODS = pattern_of(rf"{_BOUGHT}|{_LENT}")
_NO_MONEY = pattern_of(
    r"(?:系|属|为)?(?:(?:银行|存款|账户|活期|定期)*(?:利息|结息)(?:收入)?|(?:暂)?借款|押金|保证金|报名费|非捐[赠款](?:收入|款项|资金)?|不属于?捐[赠款](?:收入)?"
    r"|(?:省|市|县|区|镇|上级)?(?:政府|财政)(?:补助|补贴|拨款|资金)(?:收入)?)"
)
_MARKS = ("购", "借", "租", "还", "库", "盘", "保", "非", "不属", "息", "押", "报名", "政")
_LONGEST = 16
_ANOTHER = pattern_of(
    r"(?:(?:实际|实)(?:已)?(?:到账|到货|到位|收到|接收|入库|入账|收|到|捐|为)(?:金额|数量)?[是为:：]?|(?:应该?|更正|改|订正)[是为成][:：]?|正确(?:金额|数量|数)?[应为是:：]+)"
    r"[约￥¥]?([0-9][0-9,，.]{0,14}[百千万]?)\s?(.{0,3})"
)
_IN_CELL = pattern_of(r"[0-9.,，\s]{0,16}[0-9][百千万]?\s*([^0-9\s]{1,3})$")
_APART = pattern_of(r"(?<![0-9])[,，]|[,，](?![0-9])|[;；。()（）、]+")
_LONGEST_OF_ANOTHER = 40
_OF_MONEY = frozenset({"", "元", "圆", "块", "元整", "yuan"})


def may_change(note: str) -> bool:
    """Whether a remark might say that its row is no gift, went back, or is of another amount, to be looked at more closely."""
    return (
        puts_right(note)
        or may_be_void(note)
        or went_back(note)
        or nobody_gave(note) is not None
        or _may_be_another(note)
    )


def nobody_gave(note: str, *, of_goods: bool | None = None) -> str | None:
    """The remark, where it says nothing but that nobody gave what its row is of, of goods, money or (None) either."""
    if len(note) > _LONGEST or not any(mark in (plain := simplified(note)) for mark in _MARKS):
        return None
    said = plain.strip(" ()（）[]【】。.")
    goods = of_goods is not False and _NO_GOODS.fullmatch(said)
    return note if goods or (of_goods is not True and _NO_MONEY.fullmatch(said)) else None


def _may_be_another(note: str) -> bool:
    return len(note) <= _LONGEST_OF_ANOTHER and _ANOTHER.search(simplified(note)) is not None


def another_amount(note: str, row: Mapping[str, str]) -> bool:
    """Whether a remark says that another amount came than its row: 实收18箱 beside 20 and 箱, 应为300元; not in another measure."""
    if not _may_be_another(note):
        return False
    found = [match for part in _APART.split(simplified(note)) if (match := _ANOTHER.fullmatch(part.strip()))]
    return any(_differs(number_in(match[1]), match[2].strip(), row) for match in found)


def _differs(number: Fraction | None, unit: str, row: Mapping[str, str]) -> bool:
    """Whether what a remark says is in the measure of a row, and is none of its amounts."""
    money, quantity = row.get("money", ""), row.get("quantity", "")
    if number is None:
        return False
    if money and not quantity:
        return unit in _OF_MONEY and number != number_in(money)
    in_cell = _IN_CELL.fullmatch(quantity)
    counted = spellings().get((row.get("unit", "") or (in_cell[1] if in_cell else "")).casefold())
    same = unit == "" or (counted is not None and spellings().get(unit.casefold()) == counted)
    return bool(quantity) and same and number != number_in(quantity)
