"""One gift read from its text: every count is a candidate for the amount, and the cheapest reading wins."""

from functools import cache
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.quantities import name as names
from donations.domain.quantities.apart import around_name, filled, without_about
from donations.domain.quantities.chain import Chain, Read, chains, check, is_plain
from donations.domain.quantities.costs import REFUSED, Costs, absorbed, base, counts_again
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.mistyped import without_labelled
from donations.domain.quantities.models import refuse_glued, refuse_number_behind
from donations.domain.quantities.money import YUAN, Currency, currency_named, is_money_name, is_money_word
from donations.domain.quantities.numerals import numeral_at
from donations.domain.quantities.packing import Packed, packed
from donations.domain.quantities.price import per_unit
from donations.domain.quantities.rates import refuse_halved, without_rate
from donations.domain.quantities.size import without_size
from donations.domain.quantities.swallowed import joins_amount
from donations.domain.units import unit_named

_COUNTERS = frozenset("个只件台箱袋包盒瓶支副套双张份元")
"""Units that are no goods: alone they are an amount whose number was forgotten."""

_BRACKETS = " ()（）[]【】"
_EMPTY = Packed(None, None, Certainty.UNKNOWN)


class _Candidate(NamedTuple):
    chain: Chain
    name: str
    cost: int


def read(text: str, low: str, got: str) -> Read:
    """The one gift in `text`; `low` is the same folded in lower case, `got` what refusals repeat.

    Raises NoQuantity, NoNumber, NotPositive, QuantityRange, SeveralReadings, MoneyOrGoods, TooFine, AmountTooLarge.
    """
    text, low, rough = without_about(*_without_vague(text, low))
    text, low, size = without_size(*without_labelled(text, low))
    result = _read(text, low, got)
    if rough and result.amount.number is not None:
        result = result._replace(amount=result.amount._replace(certainty=Certainty.ABOUT))
    return result._replace(item=names.sized(result.item, size)) if size else result


def _read(text: str, low: str, got: str) -> Read:
    found = chains(low)
    if not found:
        return _bare(text, got)
    money = next((chain for chain in found if chain.first.currency), None)
    if money is not None:
        return _money(text, low, money, found, got)
    refuse_halved(low, found)
    whole = filled(text, low, found, lambda rest, low_rest: read(rest, low_rest, got)) or around_name(text, low, found)
    if whole is not None:
        check(whole.amount, got)
        return whole
    others = Costs.of(low, found)
    candidates = [
        one for place in range(len(found)) if (one := _candidate(text, low, found, place, others)) is not None
    ]
    if not candidates:
        return _no_candidate(text, low, found, got)
    best = min(candidates, key=lambda candidate: candidate.cost)
    rivals = [candidate for candidate in candidates if candidate.cost == best.cost]
    if best.cost >= REFUSED or len(rivals) > 1:
        _refuse_faults(found, got)
        raise errors.SeveralReadings(got=got[:60], readings=_readings(text, found))
    return _chosen(low, best, got)


@cache
def _value_unknown() -> Pattern[str]:
    return pattern(r"[ ,，(]*价值(?:不详|不明|未知|待估|不菲)的?[ )]*")


def _without_vague(text: str, low: str) -> tuple[str, str]:
    """口罩一批（约5000个）: the words for "some" are dropped where a number says how many."""
    worthless = _value_unknown().search(low)
    if worthless:
        text = f"{text[: worthless.start()]} {text[worthless.end() :]}"
        low = f"{low[: worthless.start()]} {low[worthless.end() :]}"
    found = counts(low)
    if not any(is_plain(count) for count in found):
        return text, low
    _refuse_listed(low, found)
    for count in reversed(found):
        if count.is_vague:
            text, low = text[: count.start] + " " + text[count.end :], low[: count.start] + " " + low[count.end :]
    return text, low


def _refuse_listed(low: str, found: tuple[Count, ...]) -> None:
    """物资一批（口罩500个）: the goods in brackets may be all of them or a part."""
    for count in found:
        inside = low.rfind("(", 0, count.start)
        if not is_plain(count) or inside < 0 or not any(other.is_vague and other.end <= inside for other in found):
            continue
        if names.before_amount(low[inside + 1 : count.start], low[inside + 1 : count.start]):
            raise errors.SeveralReadings(got=low[:60], readings=low[count.start : count.end])


def _chosen(low: str, best: _Candidate, got: str) -> Read:
    amount = packed(low, best.chain.counts)
    check(amount, got)
    refuse_glued(low, best.chain.first, got)
    refuse_number_behind(low, best.chain.start, best.chain.end, got)
    if not best.name:
        if best.chain.first.loose and len(best.chain.counts) == 1:
            return _yuan(best.chain.first, got)
        raise errors.NoQuantity(got=got[:60])
    name = without_rate(best.name, best.chain.counts, got)
    low_name = lowered(fold(name))
    if joins_amount(low_name) and any(count.unit and not count.per for count in counts(low_name)):
        raise errors.SeveralReadings(got=got[:60], readings=name)  # 10公斤的口罩以及方便面50盒
    in_kuai = amount.unit is not None and amount.unit.name == "块" and amount.packs is None  # 善款5000块
    if (in_kuai or (amount.unit is None and amount.pack_unit is None)) and is_money_name(name.lower().strip(_BRACKETS)):
        return _yuan(best.chain.first, got)
    if amount.number is None and (currency := currency_named(name.lower())) is not None:
        return Read(currency.item, None, Packed(None, unit_named(currency.unit), Certainty.UNKNOWN))
    if best.chain.first.is_vague:
        name = names.without_and_so_on(name)
    item, specification = names.named(name, got)
    return Read(item, specification, amount)


def _refuse_faults(found: tuple[Chain, ...], got: str) -> None:
    for chain in found:
        for count in chain.counts:
            if count.fault is not None:
                check(Packed(None, None, Certainty.EXACT, fault=count.fault), got)


def _readings(text: str, found: tuple[Chain, ...]) -> str:
    return ", ".join(text[chain.start : chain.end].strip() for chain in found[:4])


# --- goods


def _candidate(text: str, low: str, found: tuple[Chain, ...], place: int, costs: Costs) -> _Candidate | None:
    """The reading in which the chain at `place` is the amount; None where it stands in the middle of a name."""
    chain = found[place]
    left, right = text[: chain.start], text[chain.end :]
    low_left, low_right = low[: chain.start], low[chain.end :]
    before = "" if names.is_lead(low_left) else names.before_amount(left, low_left)
    name = names.with_model(before, right, low_right) if before else ""
    is_said = bool(before) and (name != before or names.is_remark(low_right))
    before, behind = name, "" if is_said else names.behind_amount(right, low_right)
    if before and behind:
        detached = low_left.endswith((" ", ":"))
        of_name = chain.counts[-1].unit is None and low_right[:1] == " " and not low_right[1:2].isascii()  # 小米10 手机
        if not low_right.startswith((" ", "\x01")) or detached or of_name:
            return None
        behind, extra = "", REFUSED if found[place + 1 :] else 1  # 口罩5箱 九江, but not 口罩5箱 手套20双
    else:
        extra = 0
    aside = bool(before) and names.is_aside(low_right)
    cost = costs.beside(place, behind=not aside)
    if costs.bracketed[place] and not all(costs.bracketed):
        extra += REFUSED - 1  # 帐篷（12平方米）50顶: brackets describe the goods
    if any(costs.bracketed[other] and counts_again(low, found[other]) for other in range(place + 1, len(found))):
        extra += REFUSED  # 5个口罩（2万套）
    return _Candidate(chain, before or behind, cost + extra + base(chain))


def _no_candidate(text: str, low: str, found: tuple[Chain, ...], got: str) -> Read:
    _refuse_faults(found, got)
    if any(absorbed(low, chain) >= REFUSED for chain in found):
        raise errors.SeveralReadings(got=got[:60], readings=_readings(text, found))
    return _bare(text, got)


def _bare(text: str, got: str) -> Read:
    """A name without any amount: an unknown quantity of it."""
    low = lowered(fold(text))
    if names.is_unfilled(low):
        raise errors.NoNumber(got=got[:60])
    name = names.before_amount(text, low)
    name = names.without_and_so_on(name)
    if fold(name[-1:]) in _COUNTERS and (len(name) == 1 or name[-2] == " "):
        raise errors.NoQuantity(got=got[:60])
    if (currency := currency_named(name.lower())) is not None:
        return Read(currency.item, None, Packed(None, unit_named(currency.unit), Certainty.UNKNOWN))
    numeral = numeral_at(lowered(fold(name)), 0)
    if is_money_word(name.lower()) or (numeral is not None and numeral.end == len(name)):  # 5w, of nothing
        raise errors.NoQuantity(got=got[:60])
    item, specification = names.named(name, got)
    return Read(item, specification, _EMPTY)


# --- money


def _money(text: str, low: str, chain: Chain, every: tuple[Chain, ...], got: str) -> Read:
    count = chain.first
    left, right = text[: chain.start], text[chain.end :]
    before = names.before_amount(left, low[: chain.start])
    behind = "" if names.is_remark(low[chain.end :]) else names.behind_amount(right, low[chain.end :])
    goods_left = "" if names.is_lead(low[: chain.start]) or is_money_word(before.lower()) else before
    goods_right = "" if is_money_word(behind.lower()) else behind
    item = goods_left or goods_right
    if len(every) > 1 and (item or any(other.first.unit for other in every)):
        _refuse_faults(every, got)
        amount = text[chain.start : chain.end].strip()
        raise errors.MoneyBesideGoods(got=got[:60], one=f"@{amount}", all=f"@@{amount}")
    check(Packed(count.number, None, count.certainty, fault=count.fault), got)
    others = [other.first for other in every if not other.first.is_vague]
    if any(other.number != count.number for other in others) or per_unit(low, chain.end)[1]:
        raise errors.SeveralReadings(got=got[:60], readings=_readings(text, every))  # 5000元（伍佰元整）, 5000元/人
    if item:
        amount = text[count.start : count.end].strip()
        raise errors.MoneyOrGoods(got=got[:60], money=f"{amount} --for {item}", goods=f"{item}@@{amount}")
    return _yuan(count, got)


def _yuan(count: Count, got: str) -> Read:
    """The count as money, in its currency (yuan where none was said); raises TooFine below the fen."""
    currency: Currency = count.currency or YUAN
    check(Packed(count.number, None, count.certainty, fault=count.fault), got)
    if currency is YUAN and count.number is not None and (count.number * 100).denominator != 1:
        raise errors.FinerThanFen(item=YUAN.item, got=got[:60], unit=YUAN.unit, decimals=2)
    unit = unit_named(currency.unit)
    return Read(currency.item, None, Packed(count.number, unit, count.certainty))
