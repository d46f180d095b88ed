"""What a name has swallowed: the 1000 of 现金1000口罩, the 500 of 口罩500 护目镜, and the receiver of 向学校捐赠口罩."""

from functools import cache
from re import Match, Pattern
from re import compile as pattern

from donations import errors
from donations.domain.catalogue import common_named
from donations.domain.quantities.goods import number_name_at
from donations.domain.quantities.money import is_money_word
from donations.domain.quantities.words import AND


@cache
def _joined() -> Pattern[str]:
    """What joins a name with a number behind it to the next, which is a gift of its own: 口罩100和手套, 现金500+口罩."""
    return pattern(
        rf"(?:[^\W\d_a-z] ?|[a-z)] )[0-9][0-9,.]*[百千万]?(\+| \+ |、|,|;| ?(?:以及|{AND}|及|&) ?| and | plus )"
        r" ?(?=[^\W\d_])"
    )


@cache
def _inside() -> Pattern[str]:
    """A number without a unit between two names of Han characters."""
    return pattern(r"([\u3400-\u9fff]{1,12})[:：]? ?([0-9][0-9,.]{0,15})[百千万]?(?: ?捐物?)? ?([\u3400-\u9fff]{1,12})")


def swallowed(low: str) -> tuple[str, str] | None:
    """The two things that `low` (a name: folded, lower case) may say with the number of one between them; None where it is one name."""
    found = _joined().search(low)
    if found is not None:
        return low[: found.start(1)], low[found.end() :].strip()
    for found in _inside().finditer(low):
        if _are_two(found):
            return low[: found.start(3)].strip(), low[found.start(3) :].strip()
    return None


@cache
def _given_to() -> Pattern[str]:
    no_thing = r"(?![箱证书品者资款物仪衣牌站点柜])"
    return pattern(
        rf"(.{{0,10}}[向为给][^,，、;；。]{{1,30}}?(?:捐赠|捐献|捐助|捐出|赠送)了?){no_thing}([^\W\d_].*)"
        r"|(给[^,，、;；。]{0,20}?(?:学校|小学|中学|(?:医|学|福利|养老|敬老|卫生|孤儿|[一二三四五六七八九十附总])院|红十字会|慈善(?:总?会|协会)|政府|社区|公司)(?:[^,，、;；。]{0,6}的)?)([^\W\d_].*)"
    )


def given_to(low: str) -> tuple[str, str] | None:
    """The words that tell to whom goods went, and the goods, of a name such as 向学校捐赠口罩; None of any other."""
    found = _given_to().fullmatch(low)
    if found is None:
        return None
    told, goods = (part for part in found.groups() if part)
    return told, goods


def _are_two(found: Match[str]) -> bool:
    """Whether both are goods that everyone knows, or the first is money: no brand is called 现金1000."""
    before, _, behind = found.groups()
    if number_name_at(found.string, found.start(2)):
        return False  # 爱心84消毒液
    return is_money_word(before) or (common_named(before) is not None and common_named(behind) is not None)


@cache
def _between() -> Pattern[str]:
    return pattern(
        rf"[^\W_] ?(?:/(?=[^\W\d_][^\W_])|[|｜+&]|以及|及(?!时)|{AND}|捐赠) ?[^\W\d_]|[\u3400-\u9fff] [\u3400-\u9fffa-z]"
    )


def names_two(low: str) -> bool:
    """Whether `low` (a name: folded, lower case) may name two goods: 牛奶/防护服, 口罩 护目镜."""
    return not low.isascii() and _between().search(low) is not None


@cache
def _joins_amount() -> Pattern[str]:
    return pattern(r"\w ?(?:[/|｜+&]|以及|及|与|捐赠) ?\w|[\u3400-\u9fff)] [\u3400-\u9fff]")


def joins_amount(low: str) -> bool:
    """Whether the name of two goods, 方便面及5公斤大米, holds a sign that joins them."""
    return _joins_amount().search(low) is not None


def refuse_more_than_goods(item: str, low: str, got: str) -> None:
    """Raises SeveralReadings where a name (`low` as it is read) has another amount in it, or whom the goods went to."""
    if " +" in low:  # 方便面 +口罩, where a price was taken out between them
        raise errors.SeveralReadings(got=got[:60], readings=low.replace(" +", ", "))
    if (told := given_to(low)) is not None:
        raise errors.ReceiverInName(got=got[:60], goods=item[-len(told[1]) :])
    if parts := swallowed(low):  # 现金500+口罩 of 现金500+口罩1000个
        raise errors.SeveralReadings(got=got[:60], readings="; ".join(parts))
