"""Several columns of money beside each other: gifts each, or one amount said in several ways."""

import re
from collections.abc import Iterator, Mapping, Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.meant_or_came import are_pledged, came_of_meant, unread_that_came
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.numbers_beside_cash import are_numbers, asks
from donations.importers.columns.sums_of_money import CALLED_SUM, amounts_in, is_sum, totals, yuan_in
from donations.importers.columns.unread_amounts import (
    FEE,
    OF_GOODS,
    has_earlier,
    in_total,
    is_short,
    numbers_in,
    runs_on,
)
from donations.importers.columns.worth_or_cash import are_of_one_gift
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan
from donations.importers.words.heading_words import normal, understood
from donations.importers.words.money_items import counts_money, is_counted_so
from donations.importers.words.purpose_words import KIND_OF_GIFT

ONE_MEASURE = N_(
    "what goods are worth in yuan, or with its measure in the heading, 金额（万元）: here a column beside it says that"
)
WHICH_DOT = N_(
    "amounts with two decimals or none: 1.500 may be 1500 or 1.5, and below this heading nothing tells which; write them in full"
)
TWO_PAID = N_(
    "one column of what was paid out: add them up in one, with the way or what it was for in a column beside it; or say --map HEADING=- of each other, where it is the same money"
)
TWO_SUMS = N_(
    "one column of money: say --map HEADING=- of each other, which is the same money or none that came, or --map HEADING=money of each where all of them came"
)
_NET = pattern_of(
    r"net(?:(?:donation|gift|transaction|payment)(?=amount))?(?:amount|donation|gift|received|payout|total|proceeds)?(?:[(].*)?"
)
_DOTTED = pattern_of(r"[^0-9]{0,4}[0-9]{1,3}\.[0-9]{3}[^0-9]{0,4}")
_CASH = pattern_of(r"现金|^cash\b", re.IGNORECASE)
_CHECK = pattern_of(r"[0-9]{6,}(?<!00)")
"""The number of a cheque, and hardly an amount."""
_WITH_CASH = pattern_of(r"che(?:ck|que)s?|支票|汇款|电汇|(?:(?:electronic|e-?)?transfer|card)s?")
"""What else may be numbers of cheques, what was sent on, 捐款 汇款 结余, or goods: how money came only beside cash."""
_SENT, _LEFT = pattern_of(r"汇款|电汇|支票|(?:electronic|e-?)?transfers?"), pattern_of(r"余|結存|结存|balance")
_OF_THINGS = pattern_of(r"[物货品]|goods|kind")
_AMOUNT = pattern_of(r"(?:金额|[款额])(?:[(].*)?$")
"""What a way that money came is called where it alone says how much: 红包金额."""
_GIFT = pattern_of(r"捐[赠助献]|[题乐]捐|乐助|奉献")
_KIND = pattern_of(KIND_OF_GIFT)
_IN_ALL = ("money", "total", "amount")
"""Columns that may say how much came by all ways."""
_PRICE = pattern_of(r"(?:订单|商品)?总价款?|totalprice")


def find(senses: Senses) -> str | None:
    """Columns called after the ways that money comes in, 微信 or 线上, hold money if there are numbers in them; says what would have to
    be said where these may be amounts or not.
    """
    no_way = asks(senses)
    ways = senses.of("channel")
    others = senses.has(*_IN_ALL) or any(
        column.by_user and column.field == PASSED and understood(normal(column.heading)).sense in _IN_ALL
        for column in senses.columns
    )
    cash = any(normal(column.heading).startswith(("cash", "现金")) for column in senses.columns)
    cash = cash or (len(ways) > 1 and any(is_sum(senses, ways, whole) for whole in senses.of("total", "amount")))
    for column in ways:
        cells = senses.cells(column)
        is_with_cash = _WITH_CASH.fullmatch(normal(column.heading)) is not None
        if is_with_cash and (not cash or all(map(_CHECK.fullmatch, cells)) or are_numbers(senses, column)):
            column.field = PASSED
            continue
        amounts = [cell for cell in cells if yuan_in(cell, column) is not None]
        is_money = bool(cells) and 2 * len(amounts) > len(cells)  # what isn't one there is refused where it stands
        is_said = others or len(ways) > 1 or column.said.currency or _AMOUNT.search(normal(column.heading))
        column.field = "money" if is_money and is_said else PASSED
    _without_way_of_some(senses, [column for column in ways if column.field == "money"])
    for column in senses.columns if senses.has("money") else ():
        cells = senses.cells(column) if column.field == "content" and _GIFT.fullmatch(normal(column.heading)) else []
        if cells and not column.by_user and all(number_of_yuan(cell) is not None for cell in cells):
            column.field = "money"  # 乐捐 beside 功德款
    return no_way


def _without_way_of_some(senses: Senses, ways: Sequence[Column]) -> None:
    """Passes over the one way whose amounts are but some of a whole beside it, which says of each row how much came: 合计 beside 微信."""
    if len(ways) != 1 or ways[0].by_user or ways[0].said.currency or len(senses.of("money")) > 1:
        return
    wholes = [column for column in senses.of("total", "amount") if not column.by_user]
    if len(wholes) == 1 and not (numbers_in(senses) or has_earlier(senses) or senses.has(*OF_GOODS, "value", "spent")):
        rows = [row for row in amounts_in(senses, [ways[0], wholes[0]]) if any(row)]
        is_some = all(part in (0, whole) for part, whole in rows) and any(part != whole for part, whole in rows)
        ways[0].field = PASSED if is_some and not runs_on(rows) else "money"


def measures(senses: Senses) -> str | None:
    """A column that only says what the amounts left of it are counted in, 万元, whatever stands above it; says what is wrong
    where that is what goods are worth, whose column can't have a measure in each row.
    """
    for place, column in enumerate(senses.columns):
        cells = senses.cells(column) if column.field in ("", "unit", "unit_or_party") and not column.by_user else []
        left = senses.columns[place - 1] if place else column
        is_measure = (
            left.field in ("money", "amount", "spent", "total", "value") and cells and all(map(counts_money, cells))
        )
        if is_measure and not senses.has("item", "quantity", "goods", "value", "money_or_goods"):
            column.field = "unit"
        elif is_measure and any(map(is_counted_so, cells)):
            return ONE_MEASURE
    return None


def has_dots(senses: Senses) -> bool:
    """Whether amounts below a heading that is no Chinese one have a dot and three digits behind it, as thousands have elsewhere."""
    columns = senses.of("money", "spent", "value")
    abroad = [column for column in columns if column.heading.isascii() and column.heading]
    return any(_DOTTED.fullmatch(cell) for column in abroad for cell in senses.cells(column))


def of_no_goods(senses: Senses) -> None:
    """总价 beside 捐款金额, where no column speaks of goods, is what was paid and no worth of goods; nor is what says of each row
    the same as the money does.
    """
    gifts = senses.of("money")
    if len(gifts) != 1 or senses.has(*OF_GOODS):
        return
    for column in senses.columns:
        if column.field != "value" or column.by_user or column.said.currency:
            continue
        rows = [row for row in amounts_in(senses, [gifts[0], column]) if row[1]]
        may_repeat = not _OF_THINGS.search(normal(column.heading)) and not totals(senses, [gifts[0], column])
        if may_repeat and rows and all(given == worth for given, worth in rows):
            column.field, column.repeats = PASSED, (gifts[0].index,)
        elif _PRICE.fullmatch(normal(column.heading)):
            column.field = "money"


def settle(senses: Senses, field: str) -> bool:
    """What becomes of the second column of money and those behind it; False where nobody can tell.

    Of what was meant and what came, what came is read. Else each is a gift where they are ways that money came or of
    different currencies, where a row fills only one, or where they add up to a column beside them. Where all say the
    same, the first is read. A column that only repeats what is read is held against it in every row.
    """
    sums = senses.of(field)
    sums += unread_that_came(senses, sums, field)
    if len(sums) > 1 and any(CALLED_SUM.search(normal(column.heading)) for column in sums):
        sums = _without_sums(sums)
    unread = in_total(senses, sums)
    sums = _without_net(senses, [*sums, *unread])
    if len(sums) < 2 or came_of_meant(sums):  # noqa: PLR2004 - one is as it should be
        return not (is_short(senses, sums) or _came_unread(senses, sums))
    if are_pledged(sums):
        return False  # what was promised is no gift, and nothing says what came of it
    ways = [c for c in sums if c.said.sense == "channel" or c.by_user or c in unread or _CASH.search(c.in_words)]
    if any(column.said.sense == "channel" for column in ways):
        return _by_ways(senses, ways, [column for column in sums if column not in ways])
    if field == "spent" and senses.has("money"):
        says_twice = any(len(list(filter(None, row))) > 1 for row in amounts_in(senses, sums))
        return says_twice and _alike(
            senses, sums
        )  # else one of 支出（微信） and 支出（现金） would be read as what came
    by_currency = len(_currencies(sums)) == len(sums) and not are_of_one_gift(senses, sums)
    if by_currency or all(column.by_user for column in sums) or _add_up(senses, sums) or _are_kinds(senses, sums):
        _each(sums)
        return True
    return _alike(senses, sums)


def _came_unread(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether beside the one column of gifts another that nobody reads is called after a way, 捐款 beside 汇款, and says other amounts: they
    may have come too. Beside 结余 they were sent on.
    """
    if len(sums) != 1 or sums[0].by_user or senses.has("spent") or any(_LEFT.search(c.said_as) for c in senses.columns):
        return False
    ways = [c for c in senses.columns if c.field == PASSED and c.said.sense == "channel" and not c.by_user]
    for column in (each for each in ways if _SENT.fullmatch(each.said_as)):
        cells = senses.cells(column)
        if (
            are_numbers(senses, column)
            or all(_CHECK.fullmatch(cell) for cell in cells)
            or any(yuan_in(cell, column) is None for cell in cells)
        ):
            continue
        if any(sent not in (0, given) for given, sent in amounts_in(senses, [sums[0], column])):
            return True
    return False


def repeated(columns: Sequence[Column], texts: Mapping[int, str]) -> Iterator[Column]:
    """The columns that say another amount in a row than those whose amounts they repeat."""
    for column in columns:
        said = yuan_in(texts.get(column.index, ""), column) if column.repeats else None
        if said and said != sum(
            (yuan_in(texts.get(each.index, ""), each) or 0 for each in columns if each.index in column.repeats), 0
        ):
            yield column


def _alike(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether all say the same; then the first is read."""
    if any(len(set(filter(None, row))) > 1 for row in amounts_in(senses, sums)):
        return False
    for column in sums[1:]:
        column.field, column.repeats = PASSED, (sums[0].index,)
    return True


def _by_ways(senses: Senses, ways: list[Column], others: list[Column]) -> bool:
    """The amounts that came each way are gifts each; False where another column of money is not their sum in each row."""
    sums = [*totals(senses, ways), *others]
    if not any(is_sum(senses, ways, total) for total in sums) and senses.has_unread_amounts(ways):
        return False
    for total in sums:
        if not is_sum(senses, ways, total):
            if total in others or not senses.has("item", "value", "goods", "money_or_goods"):
                return False
            continue
        total.field, total.repeats = PASSED, tuple(way.index for way in ways)
    _each(ways)
    return True


def _each(sums: Sequence[Column]) -> None:
    for column in sums[1:]:
        column.field, column.cash = "goods", True


def _without_sums(sums: list[Column]) -> list[Column]:
    """The columns that are no sum of the others, with the sum passed over; all of them where all are called sums."""
    parts = [column for column in sums if not CALLED_SUM.search(normal(column.heading))]
    for column in sums:
        if parts and column not in parts:
            column.field = PASSED
    return parts or sums


def _without_net(senses: Senses, sums: list[Column]) -> list[Column]:
    """The columns without one that says what is left of another behind a fee, or what went back, beside them; it is passed over."""
    for net in sums:
        if _NET.fullmatch(normal(net.heading)) and any(_less(senses, net, other) for other in sums if other is not net):
            net.field = PASSED
            return [column for column in sums if column is not net]
    fees = [column for column in senses.columns if FEE.search(column.in_words)] or senses.of("refund")
    for net in sums if len(fees) == 1 else ():
        for gross in sums:
            rows = [row for row in amounts_in(senses, [gross, net, fees[0]]) if row[1]]  # nothing was left of a refund
            is_left = any(fee for _, _, fee in rows) and all(all_of_it == left + fee for all_of_it, left, fee in rows)
            if gross is not net and is_left:
                net.field = PASSED
                return [column for column in sums if column is not net]
    return sums


def _less(senses: Senses, net: Column, gross: Column) -> bool:
    """Whether in each row no more stands in the first than in the second."""
    rows = [row for row in amounts_in(senses, [net, gross]) if any(row)]
    return bool(rows) and all(left <= all_of_it for left, all_of_it in rows)


def _are_kinds(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether each is of another sort that temples and villages collect, 丁口款 beside 香油钱, and no total says otherwise."""
    kinds = [found[0] if (found := _KIND.match(normal(column.heading))) else "" for column in sums]
    return all(kinds) and len(set(kinds)) == len(kinds) and not totals(senses, sums)


def _currencies(sums: Sequence[Column]) -> set[str]:
    return {column.said.currency or "CNY" for column in sums}


def _add_up(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether every row fills only one of the columns, or they make the sum that stands in one beside them."""
    rows = amounts_in(senses, sums)
    if not any(any(row) for row in rows):
        return False
    if all(sum(1 for amount in row if amount) < 2 for row in rows):  # noqa: PLR2004 - one
        return True
    found = [total for total in totals(senses, sums) if is_sum(senses, sums, total)]
    for total in found:
        total.repeats = tuple(column.index for column in sums)
    return bool(found)
