"""Books of a store: what came in and what went out in columns side by side, with what is left behind them."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.needs_and_stock import sum_up_stock
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.onward_days import CAME_ON, WENT_ON
from donations.importers.layouts.turns import GIVERS, TAKERS
from donations.importers.patterns import pattern_of
from donations.importers.stream import Row
from donations.importers.table import Record, Slip
from donations.importers.words.cells import is_filled, shown, shown_at
from donations.importers.words.foot import number_in
from donations.importers.words.heading_measures import LONGEST_HEADING
from donations.importers.words.heading_words import normal
from donations.importers.words.party_words import names_party
from donations.importers.words.turn_words import CAME, IN, OUT, WENT

if TYPE_CHECKING:
    from donations.importers.columns.columns import Around, Column
    from donations.importers.rows.rows import RowReader

ONE_PARTY = N_(
    "a row for what came in and a row for what went out: this column names one party, and can't be both its giver and its receiver"
)
NEITHER = N_("a row in which nothing came in or went out")
CAME_BACK = N_(
    "nothing here: what was brought back is recorded with `donations return`; take it out of the list, or say --map HEADING=- of this column"
)
NAMED_BY_WORDS = N_(
    "who gave what came, 甲公司捐赠, or who got what went, 市一院领用, as in the other rows; what was bought, lost or counted is no gift: take it out of the list"
)
_CAME, _WENT = f"(?:{CAME}|进货|捐入)", f"(?:{WENT}|捐出)"
_ABOVE = "(?:(?:物资|库存)?数量|物资)?"
"""What may stand above what came in and what went out, in a row of its own."""
_ENGLISH = r"(?:qty|quantity|units|total)?"
_IN = pattern_of(
    rf"{_ABOVE}(?:{_CAME}(?:数量?|重?量)|入库|进库)|{_ENGLISH}(?:received|in|added|donated)(?:qty|quantity)?|stockin"
)
_OUT = pattern_of(
    rf"{_ABOVE}(?:{_WENT}(?:数量?|重?量)|出库)|{_ENGLISH}(?:issued|out|distributed|used|givenout|dispatched)(?:qty|quantity)?|stockout"
)
_LEFT = pattern_of(
    rf"{_ABOVE}(?:当前|现有|剩余|上期|期初|本期|期末)?(?:结存|库存|结余|剩余|[余存结])(?:数量?|重?量)?|(?:opening|beginning|starting|closing|ending|current|remaining)?_?(?:balance|stock|inventory|onhand|qtyonhand|quantityonhand|stockonhand)(?:qty|quantity)?"
)
_BEFORE = pattern_of(rf"{_ABOVE}(?:上[期月]|期初|月初|年初|opening|beginning|starting)")
_CARD_IN = pattern_of(rf"{_ABOVE}(?:收入?|入库?|进库?|接收|收到|捐入)")
_CARD_OUT = pattern_of(rf"{_ABOVE}(?:发[出放]?|领[用取出]|使用|出库?|捐出)")
"""收入 beside 发出 and 结存, of goods: money is paid (支出), and never sent out."""
_MAY_BE_MONEY = pattern_of("收入?")
_BACK = pattern_of(
    r"(?:已|物资)?(?:退[回还库货]|归还|返还)(?:入库)?(?:数量?|量)?|(?:qty|quantity)?returned(?:qty|quantity)?|returns"
)
_MEASURE = pattern_of(r"[(（].*[)）]")
_BOTH = pattern_of(
    r"来源.*去[向处]|(?:捐[赠助]|赠送|供货).{0,4}/.{0,2}(?:领[取用]|接[收受]|受赠|发放).{0,4}|[收入].{0,3}[/、或与和及].{0,3}[发出]|往来|对方"
)
_GOODS = ("item", "item_or_quantity", "name")
_WORDS = pattern_of("摘要|事由|事项|说明|内容摘要|备注")
_OF_COUNTS = ("", "quantity", "taken_in", "paid_out")
_PARTIES = (*GIVERS, *TAKERS)


def _said(heading: str) -> str:
    """A heading, of two rows perhaps, without its measure; nothing where it is too long for one."""
    return "" if len(heading) > 2 * LONGEST_HEADING else _MEASURE.sub("", normal(heading))


def in_and_out_of_store(columns: list["Column"], around: "Around") -> list[list["Column"]] | None:
    """Copies of the columns for what came in and for what went out of a store, row by row; None where the headings say no such thing,
    or the rows only sum up what came and went.
    """
    if sum_up_stock(Senses(columns, around)):
        return None
    return stock_book(columns, around.below, is_card=around.is_card) or sided_goods(columns)


def stock_book(
    columns: list["Column"], below: Sequence[Sequence[str]], *, is_card: bool = False
) -> list[list["Column"]] | None:
    """Copies of the columns for what came in and for what went out; None where the headings are of no such book.

    `is_card`: what the goods are stands above them.
    Each has the quantity and the parties of its own way, and passes over those of the other.
    """
    items = [column for column in columns if column.field in ("item", "item_or_quantity")]
    if len(items) > 1 and {IN, OUT} <= {column.side for column in items}:
        return None  # 接收 物资 数量 发放 物资 数量: a row of either side is of its own goods
    headings = {column.index: _said(column.whole or column.heading) for column in columns}
    left = any(_LEFT.fullmatch(heading) for heading in headings.values())
    ins, outs = _counts(columns, below, headings, is_beside_stock=left)
    if (
        ins
        and _MAY_BE_MONEY.fullmatch(headings[ins[0].index])
        and not (is_card or _names_goods(columns, headings, outs))
    ):
        return None
    counts = [column for column in columns if column.field == "quantity" and column not in (*ins, *outs)]
    if len(ins) != 1 or len(outs) != 1 or any(not _LEFT.fullmatch(headings[each.index]) for each in counts):
        return None
    if not (is_card or any(column.field in _GOODS for column in columns)) or not (
        left or _one_each(ins[0].index, outs[0].index, below)
    ):
        return None
    named = [column for column in columns if column.field in (*_PARTIES, "party")]
    _without_rest(columns, headings, named)
    came, went = (
        {index for index, heading in headings.items() if re.match(front, heading)} for front in (_CAME, _WENT)
    )
    told = None if named else _words_naming(columns, ins[0], outs[0], below)
    given, taken = _way(columns, ins[0], outs[0], TAKERS, went), _way(columns, outs[0], ins[0], GIVERS, came)
    for side, field in ((given, "donor"), (taken, "recipient")) if told is not None else ():
        next(column for column in side if column.index == told).field = field
    days_in, days_out = (
        {index for index, heading in headings.items() if day.fullmatch(heading)} for day in (CAME_ON, WENT_ON)
    )
    _on_own_days(given, [column for column in given if column.side == IN or column.index in came | days_in])
    _on_own_days(taken, [column for column in taken if column.side == OUT or column.index in went | days_out])
    return [given, taken]


def _without_rest(columns: Sequence["Column"], headings: Mapping[int, str], named: list["Column"]) -> None:
    """Passes over what was left, and takes one column that speaks of both sides, where no other is of anybody `named`, for a party."""
    for column in columns:
        if _LEFT.fullmatch(headings[column.index]):
            column.field = PASSED
        elif (
            _BOTH.search(headings[column.index]) and named in ([], [column]) and column.field in ("", PASSED, *_PARTIES)
        ):
            column.field = "party"


def _counts(
    columns: Sequence["Column"], below: Sequence[Sequence[str]], headings: Mapping[int, str], *, is_beside_stock: bool
) -> tuple[list["Column"], list["Column"]]:
    """The columns of what came in and of what went out; beside what was left, 结存, those of numbers below 收入 and 发出 too."""
    ins, outs = (
        [column for column in columns if column.field in _OF_COUNTS and way.fullmatch(headings[column.index])]
        for way in (_IN, _OUT)
    )
    if not is_beside_stock or (ins and outs):
        return ins, outs
    on_card = [
        [column for column in columns if _is_count(column, below) and way.fullmatch(headings[column.index])]
        for way in (_CARD_IN, _CARD_OUT)
    ]
    return ins or on_card[0], outs or on_card[1]


def _names_goods(columns: Sequence["Column"], headings: Mapping[int, str], outs: Sequence["Column"]) -> bool:
    """Whether it is of goods by a column of what they are called, or by 发出, which money never is: 名称 may be what money came for."""
    return any(column.field in ("item", "item_or_quantity") for column in columns) or any(
        headings[column.index].endswith("发出") for column in outs
    )


def _is_count(column: "Column", below: Sequence[Sequence[str]]) -> bool:
    """Whether nothing but numbers stands in a column: 领用 above names says who took."""
    return all(cell[:1].isdigit() for cell in column.texts(below)) and not column.by_user


def sided_goods(columns: Sequence["Column"]) -> list[list["Column"]] | None:
    """Copies of the columns for what came in and for what went out, where 接收 and 发放 stand over the same goods behind one column
    of who gave or got them; None elsewhere.
    """
    parts = [[column for column in columns if column.side == side] for side in (IN, OUT)]
    shared = [column for column in columns if not column.side]
    named = [column for column in shared if column.field in (*_PARTIES, "party", "unit_or_party")]
    if not all(parts) or len(named) != 1 or named[0].field in _PARTIES:
        return None
    if not all(column.goods and not column.field for part in parts for column in part):
        return None
    return [[replace(column) for column in columns if column in shared or column in part] for part in parts]


def counts_stock(headings: Sequence[str]) -> bool:
    """Whether headings are those of a book of a store, of what came in, what went out and what is left: 入库, 出库, 结存."""
    said = list(map(_said, headings))
    ways = ((_IN, _OUT, _LEFT), (_CARD_IN, _CARD_OUT, _LEFT))
    return any(all(any(map(each.fullmatch, said)) for each in way) for way in ways)


def is_of_stock(heading: str) -> bool:
    """Whether a heading is that of what is left after each row of such a book."""
    said = _said(heading)
    return _LEFT.fullmatch(said) is not None and _BEFORE.match(said) is None


def is_of_stock_before(heading: str) -> bool:
    """Whether a heading is that of what was there before a row."""
    return _BEFORE.match(_said(heading)) is not None


def _way(
    columns: list["Column"], count: "Column", other: "Column", parties: Sequence[str], others: Container[int]
) -> list["Column"]:
    """Copies of the columns of one way: without the other's quantities, what is of the other passed over."""
    count.field = "quantity"
    kept = [replace(column) for column in columns if column is not other]
    for column in kept:
        if column.field in parties or (column.index in others and column.field not in (*GIVERS, *TAKERS, "party")):
            column.field = PASSED
    return kept


def _on_own_days(columns: Sequence["Column"], own: Sequence["Column"]) -> None:
    """What came and what went each have the day that stands on their side, `own`: 发放日期 behind 接收日期."""
    days = [column for column in own if column.said.sense == "date" and not column.by_user]
    if len(days) == 1:
        for column in columns:
            column.field = PASSED if column.field == "date" and not column.by_user else column.field
        days[0].field = "date"


def _words_naming(
    columns: Sequence["Column"], came: "Column", went: "Column", below: Sequence[Sequence[str]]
) -> int | None:
    """The place of the words of a card that say of each row who gave or who got it: 摘要 above 甲公司捐赠 and 发放给市一院."""
    words = [column for column in columns if _WORDS.fullmatch(_said(column.heading)) and not column.by_user]
    rows = [row for row in below if is_filled(row, came.index) != is_filled(row, went.index)]
    if len(words) != 1 or not rows:
        return None
    said = [(shown_at(row, words[0].index), is_filled(row, came.index)) for row in rows]
    return words[0].index if all(names_party(text, came_in=came_in) for text, came_in in said) else None


def _one_each(one: int, other: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether rows say what came in or what went out, and none both."""
    filled = [tuple(is_filled(row, index) for index in (one, other)) for row in below]
    return (True, False) in filled and (False, True) in filled and (True, True) not in filled


def _brought_back(groups: Sequence["RowReader"], cells: Sequence[str]) -> Iterator[Slip]:
    """What is wrong with a row that says nothing but how much was brought back."""
    for column in groups[0].group.columns:
        said = shown(cells[column.index]) if column.index < len(cells) else ""
        is_read = column.field not in ("", PASSED) or column.by_user
        if number_in(said) and not is_read and _BACK.fullmatch(_said(column.whole or column.heading)):
            yield Slip(column.heading, CAME_BACK, said)


def _unnamed(groups: Sequence["RowReader"], cells: Sequence[str]) -> Iterator[Slip]:
    """What is wrong with words that name nobody, 报损, where those of the other rows do."""
    if len(groups) != 2 or any(group.group.turn is not None for group in groups):  # noqa: PLR2004 - what came and what went
        return
    for group, came_in in zip(groups, (True, False), strict=True):
        is_filled_in = any(is_filled(cells, column.index) for column in group.group.of("quantity"))
        for column in group.group.of("donor" if came_in else "recipient") if is_filled_in else ():
            text = shown_at(cells, column.index)
            is_worded = not column.by_user and column.said.sense not in _PARTIES
            if is_worded and _WORDS.fullmatch(_said(column.heading)) and not names_party(text, came_in=came_in):
                yield Slip(column.heading, NAMED_BY_WORDS, text[:60])


def in_and_out(groups: Sequence["RowReader"], found: Sequence[Record], row: Row) -> Record:
    """One record of what came in and what went out in one row; wrong where one column names the party of both."""
    number, cells = row
    if not found:
        back = tuple(_brought_back(groups, cells))
        return Record(number, slips=back) if back else Record(number, ignored=NEITHER)
    slips = tuple(slip for record in found for slip in record.slips) or tuple(_unnamed(groups, cells))
    parties = [{column.index: column.heading for column in group.group.of(*_PARTIES)} for group in groups]
    for index in set.intersection(*(set(each) for each in parties)):
        if (
            index < len(cells)
            and (name := shown(cells[index]))
            and len(found) == sum(1 for each in found if each.drafts) > 1
        ):
            slips = (Slip(parties[0][index], ONE_PARTY, name[:60]),)
    if slips:
        return Record(number, slips=slips)
    taken = [record for record in found if record.drafts]
    drafts = tuple(draft for record in taken for draft in record.drafts)
    sums = {unit: number for record in taken for unit, number in record.sums.items()}  # what went out has none
    return taken[0]._replace(drafts=drafts, sums=sums)
