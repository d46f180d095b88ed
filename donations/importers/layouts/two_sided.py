"""Accounts with two sides: what came in stands left, each line with its words and amount, and what was paid stands right."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import (
    MONEY_IN,
    SPENDING,
    STATISTIC,
    UNCLEAR,
    Around,
    Column,
    Group,
    Layout,
)
from donations.importers.columns.ways_told import is_of_balances
from donations.importers.layouts.layout import columns_of, laid_out
from donations.importers.patterns import pattern_of
from donations.importers.table import Slip
from donations.importers.words.account_givers import giver_in
from donations.importers.words.accounts import is_interest
from donations.importers.words.cells import number_of_yuan, shown, shown_at
from donations.importers.words.foot import is_note, line_of_account, total_of
from donations.importers.words.heading_measures import LONGEST_HEADING
from donations.importers.words.heading_words import normal, understood
from donations.importers.words.names_alone import name_alone

WHO_IN_LINES = N_(
    "lines of what came in that name who gave, 李华捐款 or Donation from Li Hua, or a table of gifts with a column of names"
)
WORDS = N_("what this amount was: words beside it, on its side of the account")

_LINES = r"(?:项目|事项|事由|来源|内容|摘要|科目|明细|名称|类别|用途|说明|情况|部分|方|items?|details?|sources?|particulars)?"
_IN = pattern_of(rf"(?:本[期月年])?(?:捐款|善款|资金)?(?:收入|收款(?!方)|receipts?|income|moneyin|received){_LINES}")
_OUT = pattern_of(
    rf"(?:本[期月年])?(?:捐款|善款|资金)?(?:支出|付款(?!方)|payments?|expenditures?|expenses?|moneyout|paid){_LINES}"
)
_SORT = pattern_of(
    r"收入|捐款|捐赠|善款|会费|补[助贴]|拨款|利息|收益|义[卖演拍]|\b(?:donations?|gifts?|grants?|fees?|dues|subscriptions?|interest|sales?|funds?|income|collections?)\b",
    re.IGNORECASE,
)
_MAY_NAME = pattern_of(r"(?:donation|gift|捐款|捐赠)s?\s*[-–—:：]", re.IGNORECASE)
_AMOUNTS = ("money", "spent", "amount", "total")
_WORDS = ("project", "paid_for", "summary", "content", "item", "category", "name", "purpose", "")
"""What the column of the lines' words may be called."""
_BEFORE = ("date", "serial")
"""What a side may begin with, before its words."""
_GIVERS, _PAID_TO = ("donor", "party"), ("supplier", "recipient", "beneficiary")
_PARTS_OF_A_DAY = ("年", "月", "year", "month")
_OF_ROW = (*_BEFORE, "note")
_BESIDE = (*_OF_ROW, PASSED)
_OF_ONE_SIDE = pattern_of("[收捐入到付支]|receiv|donat|given|paid", re.IGNORECASE)
"""Headings of the day of one side alone, 收款日期; 收支日期 is of both."""


def by_sides(rows: Sequence[Sequence[str]], around: Around, said: Mapping[str, str]) -> Layout | None:
    """The layout of an account with two sides whose left lines name who gave; None where the rows begin no such account.

    The sides are called by a row of their own, 收入 | 支出 above 项目 | 金额 each, or by the headings: 收入 | 金额 | 支出 | 金额.
    """
    first = [shown(cell) for cell in rows[0]]
    if (middle := _middle(first)) is None:
        return None
    if (key := _words_twice(first)) is not None:
        return _with_own_words(first, key, replace(around, below=rows[1:]), said)
    second = [shown(cell) for cell in rows[1]] if len(rows) > 1 else []
    alone = _alone(first, second)
    is_over = sum(map(bool, first)) - len(alone) == 2 and len(second) > middle  # noqa: PLR2004 - a word for each side
    headings, depth = (_below(first, second, alone), 2) if is_over else (first, 1)
    columns = columns_of(headings, None, said)
    while not is_over and columns[middle - 1].field in _BEFORE:
        middle -= 1
    sides = columns[:middle], columns[middle:]
    left, right = (_side(part, is_over=is_over) for part in sides)
    if left is None or right is None or any(column.by_user for column in columns):
        return None
    for column in sides[1] if is_over else ():
        column.whole = f"{first[middle]} {column.heading}"
    of_row = [one for one in columns if one.index in alone] if is_over else _before(sides[0], left, sides[1])
    around = replace(around, below=rows[depth:])
    groups = _groups(sides, (left, right), of_row, around.below)
    return None if groups is None else laid_out(columns, groups, around, depth)


def _groups(
    sides: tuple[list[Column], list[Column]],
    own: tuple[tuple[Column, Column], tuple[Column, Column]],
    of_row: list[Column],
    below: Sequence[Sequence[str]],
) -> list[Group] | None:
    """What came in and what was paid, each with its `own` words and amounts and what is `of_row`, where the lines on the left
    name who gave; else the left side alone, as a statistic or unclear. None where the lines are of no such account.
    """
    left, right = own
    lines = _lines(left, below)
    if not lines or not _lines(right, below):
        return None
    field = _who(lines)
    balances = [one for one in sides[1] if one.field == PASSED and is_of_balances(one.heading)]
    if balances and field is None:  # an account, which may name who gave in a column of its own
        return None
    sort = MONEY_IN if field else STATISTIC if all(map(_is_sort, lines)) else UNCLEAR
    columns = [*sides[0], *sides[1]]
    _become(columns, left, field or "note", "money")
    _become(columns, right, "item", "spent")
    came, paid = (_with([*of_row, *balances], side) for side in sides)
    groups = [
        Group(sort, came, WHO_IN_LINES, says={"spent": ""}, words=left[0].index),
        Group(SPENDING if field else sort, paid, WHO_IN_LINES, words=right[0].index),
    ]
    return groups if field else groups[:1]


def _words_twice(first: Sequence[str]) -> str | None:
    """What the words of each side are called, where the amounts are called by the sides: 摘要 | 收入 | 摘要 | 支出; None elsewhere."""
    plain = [normal(text) if len(text) <= LONGEST_HEADING else "" for text in first]
    came, paid = (
        next(index for index, text in enumerate(first) if _side_called(text) == side) for side in ("in", "out")
    )
    found: dict[str, list[int]] = {}
    for index, text in enumerate(plain):
        found.setdefault(text, []).append(index)
    for key, places in found.items():
        is_of_words = bool(key) and understood(key).sense in (*_WORDS, "note") and len(places) == 2  # noqa: PLR2004 - one each
        if is_of_words and (places[0] < came < places[1] < paid or came < places[0] < paid < places[1]):
            return key
    return None


def _with_own_words(first: Sequence[str], key: str, around: Around, said: Mapping[str, str]) -> Layout | None:
    """The layout where each side has words of its own, which are called so; None where a side has more than is known of it."""
    columns = columns_of(first, None, said)
    came, paid = (next(one for one in columns if _side_called(one.heading) == side) for side in ("in", "out"))
    words = [one for one in columns if normal(one.heading) == key]
    middle = _where_parted(columns, (came, words[0]), (paid, words[1]))
    sides = columns[:middle], columns[middle:]
    known = (*_BESIDE, *_GIVERS), (*_BESIDE, *_GIVERS, *_PAID_TO)
    if any(column.by_user or normal(column.heading) in _PARTS_OF_A_DAY for column in columns) or not all(
        _holds(side, (one, amount), fields)
        for side, one, amount, fields in zip(sides, words, (came, paid), known, strict=True)
    ):
        return None
    balances = [one for one in sides[1] if one.field == PASSED and is_of_balances(one.heading)]
    of_row = [*_before(sides[0], (words[0], came), sides[1]), *balances]
    _become(columns, (words[0], came), "note", "money")
    _become(columns, (words[1], paid), "item", "spent")
    givers = [column for column in sides[0] if column.field in _GIVERS]
    for column in givers:
        column.field = "donor"
    for column in sides[1]:
        column.field = "supplier" if column.field in _GIVERS else column.field
    groups = [
        Group(MONEY_IN, _with(balances, sides[0]), says={"spent": ""}, words=None if givers else words[0].index),
        Group(SPENDING, _with(of_row, sides[1]), words=words[1].index),
    ]
    return laid_out(columns, groups, around, 1)


def _where_parted(columns: Sequence[Column], came: tuple[Column, Column], paid: tuple[Column, Column]) -> int:
    """Where the second side begins: with as many columns before its words and amounts as the first one has, where they are called
    alike, 姓名 | 收入 | 备注 | 姓名 | 支出 | 备注; else right behind those of the first.
    """
    left, right = (min(column.index for column in side) for side in (came, paid))
    alike = all(normal(columns[right - left + at].heading) == normal(columns[at].heading) for at in range(left))
    return right - left if alike else max(column.index for column in came) + 1


def _holds(side: Sequence[Column], own: tuple[Column, Column], known: Sequence[str]) -> bool:
    """Whether a side has its words and its amounts, and nothing beside them but what is known, once each."""
    rest = [one.field for one in side if one.heading and all(one is not each for each in own)]
    read = [field for field in rest if field not in ("", PASSED)]
    return all(one in side for one in own) and all(field in known for field in read) and len(set(read)) == len(read)


def _alone(first: Sequence[str], second: Sequence[str]) -> list[int]:
    """Where a number, a day or a note of the whole row is called, with nothing else below it."""
    return [
        index
        for index, text in enumerate(first)
        if text and understood(text).sense in _OF_ROW and "".join(second[index : index + 1]) in ("", text)
    ]


def _below(first: Sequence[str], second: Sequence[str], alone: Sequence[int]) -> list[str]:
    """The lower row of headings, with what stands alone above it."""
    return [first[index] if index in alone else text for index, text in enumerate(second)]


def wordless(group: Group, texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with an amount on a side of an account beside which no words stand."""
    if group.words is None or texts.get(group.words):
        return ()
    heading = next((column.heading for column in group.columns if column.index == group.words), None)
    return (Slip(heading, WORDS, ""),)


def _middle(texts: Sequence[str]) -> int | None:
    """Where the right side begins; None where the row doesn't call two sides."""
    sides = [_side_called(text) if text else "" for text in texts]
    ins = [index for index, side in enumerate(sides) if side == "in"]
    outs = [index for index, side in enumerate(sides) if side == "out"]
    return outs[0] if len(ins) == len(outs) == 1 and ins[0] < outs[0] else None


def _side(columns: Sequence[Column], *, is_over: bool) -> tuple[Column, Column] | None:
    """The column of a side's words and that of its amounts; None where it has others that say whose or what."""
    named = [column for column in columns if column.heading]
    words = [column for column in named if not is_over and _is_side(column)]
    words = words or [column for column in named if column.field in _WORDS]
    rest = [column for column in named if all(column is not each for each in words)]
    amounts = [column for column in rest if column.field in _AMOUNTS]
    others = [column for column in rest if column.field not in (*_AMOUNTS, *_BESIDE)]
    dates = sum(1 for column in rest if column.field == "date")
    return (words[0], amounts[0]) if len(words) == len(amounts) == 1 and not others and dates < 2 else None  # noqa: PLR2004


def _before(side: Sequence[Column], left: tuple[Column, Column], behind: Sequence[Column]) -> list[Column]:
    """The day and the number before the words of the left side that are of both, where the right one has none of its own."""
    own = {column.field for column in behind}
    first = min(column.index for column in left)
    return [
        one
        for one in side
        if one.index < first and one.field in _BEFORE and one.field not in own and not _is_of_one_side(one.heading)
    ]


def _is_of_one_side(heading: str) -> bool:
    plain = normal(heading)
    return "收支" not in plain and _OF_ONE_SIDE.search(plain) is not None


def _with(of_row: Sequence[Column], side: Sequence[Column]) -> list[Column]:
    return [*(one for one in of_row if one not in side), *side]


def _is_side(column: Column) -> bool:
    return _side_called(column.heading) != ""


@lru_cache(maxsize=4096)
def _side_called(text: str) -> str:
    """The side that a heading calls, `in` or `out`; "" where it calls none."""
    plain = normal(text) if len(text) <= LONGEST_HEADING else ""
    return "in" if _IN.fullmatch(plain) else "out" if _OUT.fullmatch(plain) else ""


def _lines(side: tuple[Column, Column], below: Sequence[Sequence[str]]) -> list[str]:
    """The words of a side's lines, without those that sum up or carry over; none where an amount is no number."""
    found = []
    for row in below:
        words, amount = (shown_at(row, column.index) for column in side)
        if number_of_yuan(amount) is None:
            if amount and not total_of(words) and not is_note([amount]) and understood(amount).sense is None:
                return []
            continue
        if words and total_of(words) is None and line_of_account(words) is None:
            found.append(words)
    return found


def _who(lines: Sequence[str]) -> str | None:
    """What the words of the left side are: names of who gave, or what came in with who gave it; None where nobody is named."""
    rest = [words for words in lines if not is_interest(words)]
    if rest and all(name_alone(words) for words in rest):
        return "donor"
    return "note" if any(giver_in({"spent": "", "note": words}) for words in rest) else None


def _is_sort(words: str) -> bool:
    """Whether a line says of which sort income is, and names nobody."""
    return _SORT.search(words) is not None and _MAY_NAME.search(words) is None


def _become(columns: Sequence[Column], side: tuple[Column, Column], words: str, amount: str) -> None:
    """The columns of a side with their fields."""
    for column in columns:
        if column.index == side[0].index:
            column.field = words
        elif column.index == side[1].index:
            column.field, column.said = amount, column.said._replace(sense=amount)
        elif not column.heading:
            column.field = PASSED
