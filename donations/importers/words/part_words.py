"""States by which only a part of a gift came: 部分到账, 已到账5000元 beside 10000, 余1000元未到."""

from collections.abc import Sequence
from fractions import Fraction

from donations.domain.quantity import Quantity
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import number_in
from donations.importers.words.remark_words import differs

_PART_CAME = pattern_of(
    r"part(?:ial|ially|ly)?[ _-]?(?:paid|received|fulfill?ed)|(?:部分|一部分)(?:款项|资金|物资|货物)?(?:已经?)?(?:到|收|入[账帐库]|兑现|支付|付|签收|送|履[行约])"
)
_NUMBER = r"[约￥¥]?([0-9][0-9,，.]{0,14}[百千万]?)\s?"
_CAME = r"(?:到[账帐位货款]?|入[账帐库]|收[到款]?|付款?|支付|缴[纳款]?|交[纳款]?|汇款?|转[账帐]|兑现)"
_COMES = rf"(?:已|实|仅|只|先|共|首[期批笔次付]|第一[期批笔次]){{0,3}}{_CAME}[了款]?"
_SO_MUCH_CAME = (
    pattern_of(rf"{_COMES}(?:金额|数量)?[是为:：]?{_NUMBER}(.{{0,3}})"),
    pattern_of(rf"(?:已|先|首[期批笔次付]|第一[期批笔次])?{_NUMBER}(.{{0,3}}?)(?:已经?|先){_CAME}"),
    pattern_of(r"(?:paid|received|collected)[: ]{0,2}[$£€]\s?([0-9][0-9,.]{0,14})()"),
)
"""已到账5000元, 首期2000元已到账, Paid $50."""
_REST_WAITS = pattern_of(
    r"(?:[尚还仍]|其)?[余剩]余?(?:额|款|下|的)?.{0,12}(?:未|没有?|待|后[到付补]).{0,6}|尾款.{0,8}(?:未|待).{0,6}"
    r"|[尚还仍](?:欠|差)[^0-9]{0,4}[0-9].{0,14}|(?:balance|remainder|rest) (?:is )?(?:due|outstanding|owing|owed|pending|to follow)\b.{0,12}"
)
"""余1000元未到, 尾款待付, 尚欠3000元, balance due."""
_SHARE_CAME = pattern_of(
    rf"{_COMES}(?:一半|半数|[一二三四五六七八九]成|[1-9][0-9]?(?:\.[0-9]+)?[%％])|(?:一半|半数|[1-9][0-9]?[%％])已?{_CAME}|(?:half|[1-9][0-9]? ?%) (?:paid|received)"
)
"""已到账50%, 付了一半; 100% is all of it."""
_APART = pattern_of(r"(?<![0-9])[,，]|[,，](?![0-9])|[;；。()（）、]+")
_SAYS_IT = ("元", "块", "万")
_LONGEST = 40


def came_in_part(state: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a state says that only a part of a gift came, or another amount than is understood of its row: 部分到账3万元."""
    return _PART_CAME.search(simplified(state).casefold()) is not None or another_came(state, quantities)


def another_came(said: str, quantities: Sequence[Quantity]) -> bool:
    """The same of what says besides how much came, or what is still to come: 已到账5000元 beside 10000, 余1000元未到."""
    if len(said) > _LONGEST or not quantities:
        return False
    parts = [part.strip() for part in _APART.split(simplified(said).casefold())]
    if any(_REST_WAITS.fullmatch(part) or _SHARE_CAME.fullmatch(part) for part in parts):
        return True
    found = [match for part in parts for one in _SO_MUCH_CAME if (match := one.fullmatch(part))][:9]
    told = [(match[1], match[2].strip()) for match in found if match[2].strip() or _is_amount(match[1], match[0])]
    amounts = [(number, unit) for text, unit in told if (number := number_in(text)) is not None]
    whole = sum((number for number, _ in amounts), Fraction(0))
    several = [*amounts, (whole, amounts[0][1])] if amounts else []
    return bool(several) and all(differs(number, unit, quantities) for number, unit in several)


def _is_amount(number: str, said: str) -> bool:
    """Whether a number without a unit is surely one of money: not 20200203, 2.3 or the end of a card."""
    return number.endswith(_SAYS_IT) or any(sign in said for sign in "¥￥$£€")
