"""What numbers the gifts of a list and is no number of theirs: 1、口罩500个 2、手套20双, ①, 一、; and 一箱50包 for 每箱."""

from functools import cache
from re import Match, Pattern
from re import compile as pattern

from donations import errors
from donations.domain.quantities.numerals import HAN_DIGITS, numeral_at


@cache
def _numbered() -> Pattern[str]:
    return pattern(r"(?:(?<=^)|(?<=[\s;；。，,、]))\(?([0-9]{1,2})(?:[.、．)）]|\) ?)(?=[^0-9\s万千百])")


@cache
def _numbered_han() -> Pattern[str]:
    return pattern(
        r"(?:(?<=^)|(?<=[\s;；。，,]))\(?([一二三四五六七八九十])(?:[、.．)）])\s*(?=[^\d\s一二三四五六七八九十])"
    )


@cache
def _circled() -> Pattern[str]:
    return pattern(r"([①-⑳])\s*(?=[^\s①-⑳])")


@cache
def _range() -> Pattern[str]:
    return pattern(
        r"(?<![0-9一二两三四五六七八九十百千万])([一二两三四五六七八])[、,]([二三四五六七八九])(?=[十百千万亿])|(?<![0-9一二两三四五六七八九十百千万])([一二两三四五六七八])、([二三四五六七八九])(?=[个只件箱斤吨袋盒瓶包台套双桶床条张公])"
    )


def refuse_range(low: str) -> None:
    """Refuse 五、六百斤, which is no list. Raises QuantityRange."""
    for found in _range().finditer(low):
        first, second = filter(None, found.groups())
        if HAN_DIGITS[first] + 1 == HAN_DIGITS[second]:
            raise errors.QuantityRange(got=low[:60])


@cache
def _one_pack() -> Pattern[str]:
    return pattern(r"(?<=[,，(（;；\s])一(?=([箱盒包袋件瓶桶提个只双套台条支])(?:装|有|是|=)?[0-9])")


def numbered_lines(text: str) -> str:
    """1、口罩500个 2、护目镜20个 on lines of their own, without the numbers."""
    text = _one_pack().sub(lambda one: "每" if _counted_before(text, one) else "一", text)
    for signs, digits in ((_circled(), "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"), (_numbered_han(), "一二三四五六七八九十")):
        found = list(signs.finditer(text))
        if found and not found[0].start() and "".join(one[1] for one in found) == digits[: len(found)]:
            text = signs.sub("\n", text).lstrip()
    found = list(_numbered().finditer(text))
    if len(found) < 2 or [int(one[1]) for one in found] != list(range(1, len(found) + 1)) or found[0].start():  # noqa: PLR2004
        return text
    return _numbered().sub("\n", text)


def _counted_before(text: str, one: Match[str]) -> bool:
    """Whether the 箱 of 一箱50包 was counted before: 两箱，一箱50包."""
    before = text[: one.start()]
    place = before.find(one[1])
    return place > 0 and numeral_at(before[place - 1], 0) is not None
