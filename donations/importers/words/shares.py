"""What a cell says of where something went: several who received, each with what it got, 徐家社区72个 西区医疗队72; or nobody yet."""

import re
from fractions import Fraction
from typing import NamedTuple

from donations.domain import text as texts
from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of

_SHARE = pattern_of(
    r"([^，,、;；\n]*[^\W\d_][^，,、;；\n]*?)[\s:：(（]*([0-9][0-9.]*)\s?([万千百]?)([^\W\d_]{0,2})[)）]?"
)
_BETWEEN = (pattern_of(r"[，,、;；\n]"), pattern_of(r"\s"))
_RUN_ON = pattern_of(
    r"([(（][0-9][0-9.]*\s?[万千百]?([^\W\d_]{0,2})[)）])(?=[^\s，,、;；。.:：)）])(?![班组队中连排号室])"
)
"""市一院（60双）市二院（40双）: one name right behind what the one before it got; not 初一(1)班."""
_REST = pattern_of(
    r"(?:剩余|结余|(?:其余|余下)(?=[^，,、;；\n]{1,12}(?:入库|库存|留存|备用|储备|待发|待分配|结存)))的?\s?([0-9][0-9.]{0,9}\s?[万千百]?[^\W\d_]?)(?:[^，,、;；\n]{0,4}(?:入库|库存|留存|备用|储备|待发|待分配|结存))?"
)
"""剩余10双入库, behind what went."""
_EACH = pattern_of(
    r"([^\W\d_]{2,20}(?:[、/][^\W\d_]{2,20}){0,20})[\s(（]*各自?(?:分?得|获得?|分)?\s?([0-9][0-9.]{0,9})\s?([万千百]?)([^\W\d_]{1,2})[)）]?"
)
"""市一院、市二院各50双; 东乡镇和西乡镇（各100箱）."""
_AND = pattern_of(r"(?<=[^\W\d_]{2})(?:以及|[和与及])(?=[^\W\d_]{2})")
_OF_EACH_UNNAMED = pattern_of(
    r".*(?:各(?:一?半|自|分)?|平均?分|均分|等)[)）]?|.*[^\W\d_][\s(（]*各(?:自?(?:分?得|获得?|分)?\s?[0-9]|一?半).*"
)
_WITHIN = pattern_of(r"[0-9]{2,9}\s?([^\W\d_])")
_TIMES = {"": 1, "百": 100, "千": 1000, "万": 10**4}
_NAMES_APART, _DOTS = pattern_of("[、/]"), 2
_OF_NAMES = frozenset("栋幢座楼室号组队班中连排村社区街路院校站所")
"""What stands behind a number in names and addresses, and counts no goods."""
_SHORT = 60
_GIVE_OUT = r"(?:发放|分配|拨付|使用|分发|发出|动用|下拨|划拨|支出|支付|领取|安排|调拨|配送|转赠|移交)"
_NOBODY = pattern_of(
    rf"(?:现|暂|均|全部|仍|尚|还|目前|已经?)*(?:(?:库存|结余|结存|留存|剩余|暂存|留用|仓库|入库|在库|储备|备用|机动|库房)(?:中|内|待用|待发|备用|物资|保管|储备)?"
    rf"|(?:未|没有?|待){_GIVE_OUT}.{{0,10}}|(?:待|未)(?:定|确定|明确)|暂?无)"
)
_OUT_OF_SIGHT = pattern_of(
    rf"(?:均|全部)?已?(?:经|全部|陆续|统一|按需)*(?:{_GIVE_OUT}|用完|发完|用于?防[疫控])(?:完毕|完|到位|了|出去)?"
)
_USE = pattern_of(
    r"(?:已|全部|统一|将|拟)*(?:用于|用作|采购(?!部|中心|办|处|站|科|组|员)|购买|购置|购入|支付(?!宝)|作为|抵"
    r"|(?:修缮|修葺|修建|重建|重修|翻修|翻新|维修|装修|粉刷|铺设|硬化|添置|订购|订制|定制|印制|印刷|租赁|租用|缴纳)(?!.{0,12}(?:公司|厂|[店队部办所社院局会组]|中心|(?<![0-9一二三四五六七八九十两几多])处)$))(?=.)"
)
_TO_WHOM = pattern_of(
    r"(?:已|定向|全部|统一|直接)*(?:(?:拨付?|划拨|下拨|转[赠交拨账]?|移交|交付?|调拨|发放?|[分下派]发|分配|捐赠?|赠送?|送|运|汇|配送|支援)[至给往到予]"
    r"|(?:拨付|划拨|下拨|转赠|转交|调拨|移交)(?=.*(?:[院局会校司府站村镇乡区部办委所队馆园县市]|中心)$)"
    r"|(?:发放|[分下派]发|配送)(?=.+(?:[医病一二三四五六七八九十]院|[敬养]老院|福利院|卫生[院室]|[镇乡村县区]|街道|[中小大]学|学校|幼儿园)$))(.{2,})"
)


class Share(NamedTuple):
    """Who got something, and how much of it, as they are written."""

    name: str
    number: Fraction
    unit: str


def shares(text: str) -> tuple[Share, ...]:
    """What each of those got whom a cell names, one or several; none where it doesn't say it of each.

    Of one alone a number without a unit belongs to its name: Hospital No.1.
    """
    if len(text) > texts.LONGEST_NOTE:
        return ()
    text = _REST.sub(r"剩余\1", _RUN_ON.sub(_parted, text.rstrip("。；; ")))
    if of_each := _of_each(text.strip()):
        return of_each
    for between in _BETWEEN:
        parts = [part.strip() for part in between.split(text) if part.strip()]
        found = list(map(_shared, parts))
        if len(parts) > 1 and all(found):
            said = tuple(share for each in found if each and (share := _share(each)) is not None)
            return () if any(_is_of_name(share.unit) for share in said) else said  # 一中2班、一中3班
    alone = _shared(text.strip())
    share = _share(alone) if alone else None
    return (share,) if share is not None and share.unit and not _holds_another(share) else ()


def _of_each(text: str) -> tuple[Share, ...]:
    """The shares of several who got as much each; none where the text says no such thing."""
    found = _EACH.fullmatch(text)
    if found is None or found[2].count(".") >= _DOTS:
        return ()
    number = Fraction(found[2].rstrip(".")) * _TIMES[simplified(found[3])]
    names = [name for part in _NAMES_APART.split(found[1]) for name in _AND.split(part)]
    if len(names) < _DOTS or any(map(_OF_EACH_UNNAMED.fullmatch, names)):
        return ()
    return tuple(Share(name, number, found[4]) for name in names)


def of_each_unnamed(text: str) -> bool:
    """Whether a cell says of several how much each got, and not who all of them are: 三所学校各20台, 东乡镇、西乡镇各一半."""
    if len(text) > texts.LONGEST_NOTE or not any(mark in text for mark in ("各", "分")) or _of_each(text.strip()):
        return False
    found = shares(text)
    said = [share.name for share in found] or [text.strip()]
    return any(map(_OF_EACH_UNNAMED.fullmatch, said))


def _parted(found: re.Match[str]) -> str:
    """What one got in brackets, with a comma behind it where that surely is an amount: 3000, or 60双."""
    is_amount = found[2] in spellings() if found[2] else len(found[1]) > len("(10")
    return f"{found[1]}、" if is_amount else found[1]


def _holds_another(share: Share) -> bool:
    """Whether what would be its name says of somebody else how much they got, 市一院60双市二院."""
    return any(found[1] == share.unit for found in _WITHIN.finditer(share.name))


def _shared(part: str) -> re.Match[str] | None:
    """A name with what it got; None of what is longer than any name, in which it would be looked for too long."""
    return _SHARE.fullmatch(part) if len(part) <= texts.LONGEST_NAME else None


def _share(found: re.Match[str]) -> Share | None:
    number = found[2].rstrip(".")
    if number.count(".") > 1:
        return None
    return Share(found[1].strip(), Fraction(number) * _TIMES[simplified(found[3])], found[4])


def sharers(text: str) -> tuple[str, ...]:
    """The names of several recipients of whom a cell says what each got; none where it names one, or no amounts.

    Who got how much isn't booked, for such amounts often are of several goods, or rounded: they are together.
    """
    found = shares(text)
    return tuple(dict.fromkeys(share.name for share in found)) if len(found) > 1 else ()


def may_share(text: str) -> bool:
    """Whether a cell says of several what they got, or of one in what may be a unit of goods; 第120医院 and 阳光小区3栋 don't."""
    found = shares(text)
    return len(found) > 1 or any(_may_be_unit(share.unit) for share in found) or of_each_unnamed(text)


def _is_of_name(word: str) -> bool:
    """Whether a number with that word behind it is a part of a name or an address: 3栋, 2班."""
    return word in _OF_NAMES and word not in spellings()


def _may_be_unit(word: str) -> bool:
    return word.casefold() in spellings() or (len(word) == 1 and not _is_of_name(word))


def is_nobody(text: str) -> bool:
    """Whether where something went is nowhere yet: 库存, 尚未发放, 待分配."""
    return len(text) <= _SHORT and _NOBODY.fullmatch(fold(text)) is not None


def is_out_of_sight(text: str) -> bool:
    """Whether a cell says that all went, and to nobody: 已发放."""
    return len(text) <= _SHORT and _OUT_OF_SIGHT.fullmatch(fold(text)) is not None


def is_use(text: str) -> bool:
    """Whether it says what something was used for, and not who got it: 采购口罩, 用于防疫."""
    return _USE.match(text) is not None


def to_whom(text: str) -> str:
    """The name of who got it, without the word for giving before it: 拨付给市一院."""
    found = _TO_WHOM.fullmatch(text) if len(text) <= _SHORT else None
    return text if found is None else found[1]
