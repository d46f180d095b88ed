"""Slips of the hand in amounts, which would be booked as something else: 口罩1O5个 (a letter O), 100.元, 口罩1000只 手套20."""

from functools import cache
from re import Pattern, escape
from re import compile as pattern

from donations import errors
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.money import CURRENCIES

_NEVER_GOODS = frozenset("个只件台支副套双张份")
"""Units that are nothing to give: an item called so is what was left of an amount. 包, 桶 and 床 are goods too."""

_LABELS = (
    "号", "码", "电话", "手机", "微信", "期", "批", "班", "室", "房", "楼", "级", "届", "型", "规格", "年", "第", "群", "至", "到",
    "数量", "价", "值", "金额", "重量", "净重", "毛重", "容量", "长", "宽", "高", "共", "约", "计", "人", "位", "户", "每", "省", "市", "县", "区", "镇", "乡", "村", "路", "街", "院", "校", "中", "小", "队", "组",
)  # fmt: skip
"""What a number behind it belongs to, and is no amount of: 批号20200201, 和平路20, 第一组3."""


@cache
def _letters() -> Pattern[str]:
    """A number with the letter O where a nought stands, or begun by l for 1; not H2O2, 500 oz or 酒精5l10桶."""
    return pattern(r"(?<![a-z0-9.])(?:[0-9]{1,15}o[0-9o]{0,15}|l0[0-9]{0,15})(?![a-z])")


@cache
def _further() -> Pattern[str]:
    """Behind a blank, a name with a number and nothing else: 手套20."""
    return pattern(r"(?<=\S) ([\u3400-\u9fff]{2,12}) ?[0-9][0-9,.]{0,15}[百千万]?\s*$")


@cache
def _currency_in_brackets() -> Pattern[str]:
    return pattern(r"([^()]*[0-9万千百亿] ?)\(([^()0-9]{1,10})\)\s*")


def without_labelled(text: str, low: str) -> tuple[str, str]:
    """口罩500只 批号20200201 without the remark behind its amount; `low` is `text` folded, lower case."""
    found = _further().search(low) if len(text) == len(low) else None
    if found is None or not found[1].endswith(_LABELS) or not _digit(low[: found.start()]):
        return text, low
    return text[: found.start()], low[: found.start()]


def _digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def with_its_currency(text: str, low: str) -> str:
    """500（美元） as 500美元, which says the same; `low` is `text` folded, lower case. Another text as it is."""
    found = _currency_in_brackets().fullmatch(low) if len(text) == len(low) else None
    if found is None or not any(found[2].strip() in currency.behind for currency in CURRENCIES):
        return text
    return text[: found.end(1)] + text[found.start(2) : found.end(2)]


@cache
def _weight_in_two() -> Pattern[str]:
    return pattern(r"[0-9] ?kg ?[0-9]{1,3} ?g(?= ?$| ?[a-z\u3400-\u9fff])(?! ?[装每×x]|[a-z])")


def refuse_letters(low: str, got: str) -> None:
    """Raises LetterInNumber, and SeveralReadings for a weight in two units (`low`: folded, lower case)."""
    if (found := _letters().search(low)) is not None:
        right = found[0].replace("o", "0").replace("l", "1")
        raise errors.LetterInNumber(got=got[:60], right=right)
    if (weight := _weight_in_two().search(low)) is not None:  # 3kg500g were 500 g of 大米3kg
        whole, _kg, part = weight[0].partition("kg")
        raise errors.SeveralReadings(got=got[:60], readings=f"{whole}kg{part}, {whole}kg×{part.strip()}")


def refuse_left_over(item: str, low: str, got: str) -> None:
    """What was understood of `low` (folded, lower case) is a number of `item`: raises NoQuantity where that is but a unit or a
    currency, or begins with a unit that belongs to a number, and SeveralReadings where a further gift would be passed over.
    """
    name = lowered(fold(item))
    is_currency = any(name in currency.behind and currency.item != item for currency in CURRENCIES)
    is_cut = name[:1] in _NEVER_GOODS and pattern(rf"[0-9]\. ?{escape(name)}").search(low) is not None
    if name in _NEVER_GOODS or is_currency or is_cut:
        raise errors.NoQuantity(got=got[:60])
    found = _further().search(low)
    if found is None or found[1].endswith(_LABELS):
        return
    more = found[0].strip()
    if found[1] not in name or (name.endswith(more) and name != more):  # 100斤大米 雨衣5 were rice called 大米 雨衣5
        first = got[: found.start()].strip() if len(got) == len(low) else name
        raise errors.SeveralReadings(got=got[:60], readings=f"{first}; {more}")
