"""States and remarks by which only a part of a gift came: 部分到账, 已到账5000元 beside 10000, 余1000元未到."""

import re
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from donations.domain.quantity import Quantity
from donations.domain.traditional import simplified
from donations.domain.units import spellings
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
_NOT_YET = r"(?:尚|还|仍|均|都|暂时?|目前|至今)*(?:未|没有?|待)(?:能|曾)?"
_COMES_YET = r"(?:到[账帐货位款达]?|收[到货款]?|[付缴交汇][款清纳出齐讫]?|支付|打款|转[账帐]?|[送运寄][达到抵出]?|兑现|落实|结[清算]?|入[账帐库])"
_LATER = (
    r"(?:(?:下个?[月周年季]|下次|[本年月]底|日后|[随稍过]后|后续)(?:之?前|再|才)*|[0-9]{1,2}月[份底初]?(?:之?前|再)+)"
)
_WAITING = (
    rf"(?:{_NOT_YET}{_COMES_YET}|(?:尚|还|仍)?(?:在途中?|在路上|运输中|运送中|挂账|赊账|赊欠)|{_LATER}{_COMES_YET})了?"
)
_LEADS = r"(?:其中|[尚还仍另]有?|[尚还仍]?(?:其余|余下|剩余|剩下|余|剩|差|欠)的?|部分|尾款)*"
_REST_OF = r"(?:款项?|货物?|资金|善款|捐款|物资)?"
_SO_MANY = r"[约¥￥$£€]{0,2}(?P<number>[0-9][0-9,，.]{0,14}[百千万]?)\s?"
_REST = pattern_of(rf"{_LEADS}{_SO_MANY}(?P<unit>[^0-9]{{0,2}}?)整?{_REST_OF}{_WAITING}")
"""其中50元未到, 尚有500未付, 还有100双在途, 剩余2000元下月付."""
_REST_FIRST = pattern_of(
    rf"(?:{_LEADS}{_NOT_YET}{_COMES_YET}{_REST_OF}(?:金额|数量)?|[尚还仍](?:欠|差)款?|{_LATER}{_COMES_YET})[是为:：]?{_SO_MANY}(?P<unit>[^0-9]{{0,2}})"
)
"""未到50元, 尚欠3000元."""
_REST_TO_GO = pattern_of(
    rf"{_LEADS}{_SO_MANY}(?P<unit>[^0-9]{{0,2}}?){_NOT_YET}(?:发[放出]?|领[取用走]?|分[配发]|拨付|配送)"
)
"""其中20箱未发放, of what a list says went out."""
_REST_IN_ENGLISH = pattern_of(
    rf"(?:of which|with|and|another|remaining|the)? ?(?:a |the )?(?:balance|remainder|rest)?(?: of)? ?{_SO_MANY}(?P<unit>[a-z]{{0,8}}?) ?(?:is |are |was |were |being )?(?:still )?(?:outstanding|due|owed|owing|unpaid|pending|to (?:follow|come|be (?:paid|received|delivered))|(?:not|yet to be)(?: yet)? (?:been )?(?:received|paid|delivered|arrived))"
)
"""50 outstanding, balance of $100 due, of which 100 not yet received."""
_REST_UNSAID = pattern_of(
    rf"{_LATER}(?:到[账帐]|[付缴交汇][款清纳出齐讫]?|支付|打款|转[账帐]?|结[清算]?|入[账帐])|(?:[尚还仍]有?)?(?:其余|余下|剩余|剩下|余|尾|[一大小]?部分|第[一二三四五六七八九十两][笔批期次])的?{_REST_OF}{_WAITING}|[尚还仍]有?{_REST_OF}(?:未|没)(?:到齐|付清|缴清|交清|交齐|缴齐|付完|到完)"
    rf"|(?:款项?|货物?|资金|善款|捐款|物资)?(?:[尚还仍]?(?:未|没有?)(?:全部|完全|全|足额)(?:{_COMES_YET}|到齐)|[尚还]?(?:未|没)(?:到齐|付清|缴清|交清|交齐|缴齐))"
    r"|(?:the )?(?:balance|remainder|rest)(?: is)? (?:still )?(?:due|outstanding|owing|owed|pending|to follow)"
)
"""余款未付, 第二笔未到, 未到齐: a part, and nobody says how much."""
_PART_OF_IT = pattern_of(
    r"(?:目前|现|暂)?(?:[仅只]有?|已)?(?:一|大|小)?部分(?:款项?|资金|善款|捐款|物资|货物?)?(?:已经?)?(?:到[账帐货位款]|收[到讫]|入[账帐库]|兑现|支付|付款?|签收|履[行约])|part(?:ial|ially|ly)?[ -]?(?:paid|received)"
)
_REST_MARKS = (
    "未",
    "没",
    "待",
    "途",
    "路上",
    "运",
    "账",
    "欠",
    "差",
    "赊",
    "月",
    "年",
    "后",
    "下次",
    "部分",
    "due",
    "ing",
    "ed",
    "part",
    "to ",
)
_ANY_NUMBER = pattern_of(r"[0-9][0-9,，.]{0,14}[百千万]?")
_OF_MONEY = frozenset({"元", "圆", "块", "美元", "港币", "港元", "欧元", "yuan", "cny", "rmb", "usd"})
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


def part_waits(note: str, amounts: Iterable[str], quantities: Sequence[Quantity], *, went: bool = False) -> bool:
    """Whether the remark of whoever keeps a list says that a part of its row is still to come, or to be paid: 其中50元未到, 余款未付; not
    where it says too that what came is one of `amounts`, the cells of how much the row is of (已到500，余500未到 beside 500).

    `went`: what waits is to go out, 其中20箱未发放; of what came that says nothing.
    """
    plain = simplified(note).casefold()
    if len(note) > _LONGEST or not any(mark in plain for mark in _REST_MARKS):
        return False
    parts = [part.strip() for part in _APART.split(plain)]
    whole = _amounts(amounts, quantities)
    patterns = (_REST, _REST_FIRST, _REST_TO_GO) if went else (_REST, _REST_FIRST, _REST_IN_ENGLISH)
    found = [match for part in parts for one in patterns if (match := one.fullmatch(part))]
    waiting = [number for one in found if (number := _waiting(one, whole, quantities)) is not None]
    if not waiting:
        return any(one.fullmatch(part) for part in parts for one in (_REST_UNSAID, _PART_OF_IT))
    others = {number for part in parts for text in _ANY_NUMBER.findall(part) if (number := number_in(text)) is not None}
    came = {number for part in parts for number in _so_much(part)}
    return not came & whole and not any(one - rest in whole for one in others for rest in waiting)


def may_say_part(note: str) -> bool:
    """Whether a remark might say that a part of its row is still to come, or to go out, to be looked at more closely."""
    return part_waits(note, (), ()) or part_waits(note, (), (), went=True)


def _amounts(cells: Iterable[str], quantities: Sequence[Quantity]) -> set[Fraction]:
    """Every number that says how much a row is of."""
    shown = {number for text in cells if (number := number_in(text)) is not None}
    return shown | {number for each in quantities for number in (each.number, each.packs) if number is not None}


def _waiting(found: re.Match[str], whole: Collection[Fraction], quantities: Sequence[Quantity]) -> Fraction | None:
    """How much is still to come, where that is in a measure of the row, and no more than it is of."""
    number, unit = number_in(found["number"]), found["unit"].strip()
    if number is None or not number or (whole and number > max(whole)):
        return None
    known = spellings().get(unit)
    own = {each.unit for each in quantities} | {each.pack_unit for each in quantities}
    is_own = known is not None and (known.name in own or own <= {None})
    return number if not unit or unit in _OF_MONEY or is_own else None


def _so_much(part: str) -> tuple[Fraction, ...]:
    """How much a part of a remark says came."""
    found = [match for one in _SO_MUCH_CAME if (match := one.fullmatch(part))]
    return tuple(number for one in found if (number := number_in(one[1])) is not None)


def _is_amount(number: str, said: str) -> bool:
    """Whether a number without a unit is surely one of money: not 20200203, 2.3 or the end of a card."""
    return number.endswith(_SAYS_IT) or any(sign in said for sign in "¥￥$£€")
