"""Registers of goods in which a cell of each row says whether they came in or went out: 入库, 出库."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from donations.domain.paper_fields import FIELDS, PASSED
from donations.i18n import N_
from donations.importers.columns.columns import GONE, REMARK, SPENDING, TURN, UNCLEAR, Around, Column, Group, Turn
from donations.importers.columns.gift_sorts import means_cash
from donations.importers.patterns import pattern_of
from donations.importers.table import Slip
from donations.importers.words.accounts import is_direction
from donations.importers.words.cells import cell_at, shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal
from donations.importers.words.turn_words import BOUGHT, IN, LOST, OUT, THROUGH, is_allotted, is_sort_of_gifts, way_of

NO_TURN = N_(
    "入库 or 出库, or another word that says whether the goods came in or went out, such as 采购, 转赠 or 报损; take out what only moved between stores, which `donations transfer` records"
)
BOTH_SIDES = N_("who gave it and who received it, in a column each: it went straight on, and one of them isn't said")
MONEY_APART = N_(
    "a table for what came in and one for what went out: here a word in each row says that, of money and of goods beside it"
)
_TURNS = pattern_of(r"(?:物资)?(?:出/?入库?|进/?出库?|收/?发)(?:类型|标志|方向|类别|情况)?")
_BOTH = pattern_of(
    r"对象|对方.*|往来.*|party|counterparty|(?=.*(?:来源|赠|供|donor|from|source))(?=.*(?:去向|去处|接收|领|受|recipient|receiver|destination)).*"
)
_GAVE_OR_SOLD = pattern_of(
    r"(?=.*(?:捐|赠|donor))(?=.*(?:供[货应]|销售|出售|supplier|vendor))[^()]*[/、,或与及和|][^()]*"
    r"|供[货应][商方单位]{1,3}\((?:捐[赠献助]?|赠)(?:[方者人商]|单位|企业)\)|(?:supplier|vendor)\s*\(donor\)"
)
"""捐赠方/供货方, 供应商（捐赠方）: who gave what came, or sold it."""
_SORTS_OF_ROWS = pattern_of(r"(?:业务|操作|出入库?|收发|物资|流转|变动)?(?:类型|类别|性质)|操作|业务")
_MAY_SAY = ("donor", "party")
_ASKED = ("", PASSED, "category", "content", "project", "summary", "direction", "type")
_GOODS, _COUNTS = ("item", "item_or_quantity", "content", "name"), ("quantity", "amount", "item_or_quantity")
_BOTH_IN_ONE = ("content", "money_or_goods", "item_or_quantity")
_MONEY = ("money", "spent", "debit", "credit", "channel")
_SORTS = {BOUGHT: SPENDING, LOST: GONE}
GIVERS, TAKERS = ("donor", "payer", "via"), ("recipient", "beneficiary")
_PARTIES = (*GIVERS, *TAKERS, "party", "name")


def by_turns(columns: list[Column], below: Sequence[Sequence[str]]) -> list[Group] | None:
    """The columns of what came in, went out, was bought, went straight on or was lost, where a column says it of each row; None
    where none does.
    """
    fields = {column.field for column in columns}
    money = fields.intersection(_MONEY)
    if not _lists_goods(columns, fields) and (money or fields.isdisjoint(_BOTH_IN_ONE)):
        return None
    found = next((column for column in columns if _says_turns(column, columns, below)), None) or _given_or_bought(
        columns, below
    )
    if found is None or (money and _is_of_account(found, below)):
        return None
    if money and not _is_worth(columns, fields):
        return _apart(columns) if {IN, OUT} <= _ways(found, below) else None
    rest = [column for column in columns if column is not found]
    finer = tuple(one.index for one in rest if one.field in _ASKED and BOUGHT in _ways(one, below))
    givers, takers = (tuple(one.index for one in rest if one.field in side) for side in (("donor",), ("recipient",)))
    return [
        Group(
            UNCLEAR, _of_one_way(columns, found, way), of_store=True, turn=Turn(found.index, way, givers, takers, finer)
        )
        for way in (IN, OUT, BOUGHT, THROUGH, LOST)
    ]


def beside(group: Group, around: Around) -> Around:
    """What stands around the headings, for the rows of one way."""
    way = IN if group.turn is None else group.turn.way
    if way in (OUT, LOST):
        return replace(around, way="out", given=False)
    return replace(around, way=None, given=False, buys=True) if way == BOUGHT else replace(around, way="in")


def settle(group: Group) -> None:
    """What was bought or lost is so, whoever its columns name."""
    if group.turn is not None and group.turn.way in _SORTS and group.has("item") and group.has("quantity"):
        group.sort, group.why = _SORTS[group.turn.way], None
        for column in group.of("party"):
            column.field = "supplier" if group.turn.way == BOUGHT and not group.has("supplier") else REMARK


def is_of_other(group: Group, cells: Sequence[str]) -> bool:
    """Whether a row is of another way; one of which nobody knows it is of those that came in, where it is refused."""
    return group.turn is not None and group.turn.way != (_way_in(group.turn, cells) or IN)


def _way_in(turn: Turn, cells: Sequence[str]) -> str | None:
    """The way of a row; what was given on, by nobody but the store, went out. 采购 in another column of what came in was bought."""
    way = way_of(cell_at(cells, turn.index))
    is_gift = "捐" in cell_at(cells, turn.index)
    is_bought = way == IN and not is_gift and any(way_of(cell_at(cells, index)) == BOUGHT for index in turn.finer)
    way = BOUGHT if is_bought else way
    gave, took = (any(shown_at(cells, index) for index in side) for side in (turn.givers, turn.takers))
    return OUT if way == THROUGH and took and not gave else way


def unsaid(group: Group, texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with a row that doesn't say which way its goods went, or of which end it went straight on."""
    if group.turn is None:
        return ()
    turn, heading = group.turn, next(one.heading for one in group.columns if one.index == group.turn.index)
    got = texts.get(turn.index, "")
    if way_of(got) is None:
        return (Slip(heading, NO_TURN, got[:60]),)
    ends = [any(texts.get(index) for index in side) for side in (turn.givers, turn.takers)]
    return (Slip(heading, BOTH_SIDES, got[:60]),) if turn.way == THROUGH and not all(ends) else ()


def _apart(columns: Sequence[Column]) -> list[Group]:
    """The columns of a table that nobody can take, with what would have to be said."""
    for column in columns:
        column.field = column.field if column.field in FIELDS else PASSED
    return [Group(UNCLEAR, list(columns), MONEY_APART)]


def _lists_goods(columns: Sequence[Column], fields: AbstractSet[str]) -> bool:
    """Whether the columns name goods and how many there are, in two columns or in one for each of the goods."""
    in_columns = any(column.goods and not column.field for column in columns)
    return in_columns or (not fields.isdisjoint(_GOODS) and not fields.isdisjoint(_COUNTS))


def _is_worth(columns: Sequence[Column], fields: AbstractSet[str]) -> bool:
    """Whether 金额 is what the goods beside it are worth: beside 单价, or beside 品名 and 数量 where it doesn't mean cash."""
    money = [column for column in columns if column.field in _MONEY]
    beside = "price" in fields or {"item", "quantity"} <= fields
    return beside and all(column.field == "money" and not means_cash(column) for column in money)


def _is_of_account(column: Column, below: Sequence[Sequence[str]]) -> bool:
    """Whether 收入 and 支出 say which way amounts of money went, as in an account."""
    return all(is_direction(cell) for cell in _entries(column, below))


def _ways(column: Column, below: Sequence[Sequence[str]]) -> set[str | None]:
    return {way_of(cell) for cell in _entries(column, below)}


def _entries(column: Column, below: Sequence[Sequence[str]]) -> list[str]:
    """What stands in the column, without words for a total."""
    return [cell for cell in column.texts(below) if total_of(cell) is None]


def _says_turns(column: Column, columns: Sequence[Column], below: Sequence[Sequence[str]]) -> bool:
    """Whether a column says which way goods went: also 状态 above 入库 and 出库, or 捐出 beside 捐入, where not all that came is named."""
    cells, ways = _entries(column, below), _ways(column, below)
    is_named = _is_named(column, columns, below)
    if _tells_where_from(cells, _sides(column, columns)):
        return False
    others = (BOUGHT,) if is_named else (BOUGHT, OUT, THROUGH)
    are_all = None not in {way_of(cell) for cell in cells if not is_allotted(cell)} and any(
        {IN, other} <= ways for other in others
    )
    if column.field not in _ASKED:  # 来源, beside 捐赠单位 or alone: 捐赠, 采购
        return are_all and (column.field in _MAY_SAY or (column.field == "status" and not _sides(column, columns)))
    may_go = IN in ways and OUT in ({way_of(cell, surely=True) for cell in cells} if is_named else ways)
    if are_all or may_go or (not is_named and _SORTS_OF_ROWS.fullmatch(normal(column.heading)) and _may_go(cells)):
        return True
    if not cells or None in ways:
        return bool(_TURNS.fullmatch(normal(column.heading))) and ways != {None}
    sure = all(way_of(cell, surely=True) in (IN, OUT) for cell in cells)
    return sure and (column.field == "direction" or any(len(cell) > 1 for cell in cells))


def _tells_where_from(cells: Sequence[str], sides: list[list[int]]) -> bool:
    """Whether what was handed out is said to have been given or bought before: 捐赠, 采购 beside 领用单位, where nobody gave."""
    is_out = bool(sides) and not sides[0] and bool(sides[1])
    return is_out and all(is_sort_of_gifts(cell) or is_allotted(cell) or way_of(cell) == BOUGHT for cell in cells)


def _sides(column: Column, columns: Sequence[Column]) -> list[list[int]]:
    """The places of those who gave, or sold, and of those who got something, beside the column; of neither where none are named so."""
    sides = [
        [other.index for other in columns if other is not column and other.field in side]
        for side in (("donor", "supplier"), TAKERS)
    ]
    return sides if any(sides) else []


def _is_named(column: Column, columns: Sequence[Column], below: Sequence[Sequence[str]]) -> bool:
    """Whether headings tell which way goods went: all those beside the column gave them, or some rows name who gave and who got them; then
    what left again came, too.
    """
    sides = _sides(column, columns)
    if not sides or not sides[0]:
        return False
    if sides[1]:
        return any(all(any(shown_at(row, index) for index in side) for side in sides) for row in below)
    return not any(other.field in ("party", "name", "unit_or_party") for other in columns if other is not column)


def _may_go(cells: Sequence[str]) -> bool:
    """Whether some of the words surely say that goods went, and those beside them are none that nobody gives a second time: names."""
    return any(way_of(cell, surely=True) == OUT for cell in cells) and len(set(cells)) < len(cells)


def _given_or_bought(columns: Sequence[Column], below: Sequence[Sequence[str]]) -> Column | None:
    """What says in each row, beside who gave or sold, that it was given, or in each that it was bought."""
    if not any(_GAVE_OR_SOLD.fullmatch(normal(column.heading)) for column in columns):
        return None
    for column in columns:
        cells = _entries(column, below) if column.field in _ASKED else []
        if cells and all(is_sort_of_gifts(cell) or way_of(cell) == BOUGHT for cell in cells):
            return column
    return None


def _of_one_way(columns: list[Column], turn: Column, way: str) -> list[Column]:
    """Copies of the columns, without who stands on the other side; a name of both sides is of this one."""
    others = {IN: TAKERS, OUT: GIVERS}.get(way, ())
    alone = sum(1 for column in columns if column.field in _PARTIES and column is not turn) < 2  # noqa: PLR2004 - one of them
    kept = [replace(column) for column in columns]
    for column in kept:
        if column.index == turn.index:
            column.field = TURN
        elif alone and _names_both(normal(column.heading), way) and column.field in ("", PASSED, "supplier", *_PARTIES):
            column.field = "party"
        elif column.field in others:
            column.field = PASSED
        elif column.field == "supplier" and way != BOUGHT:
            column.field = REMARK
    has_supplier = any(one.field == "supplier" for one in kept)
    for column in kept if way in (BOUGHT, LOST) else ():
        _without_gift(column, way, has_supplier=has_supplier)
    return kept


def _names_both(heading: str, way: str) -> bool:
    """Whether a column names who stands on the other side, whichever way goods went, or may do so of those that went this way."""
    return _BOTH.fullmatch(heading) is not None or (
        way in (IN, BOUGHT) and _GAVE_OR_SOLD.fullmatch(heading) is not None
    )


def _without_gift(column: Column, way: str, *, has_supplier: bool) -> None:
    """Who stands in a row that is no gift: who sold the goods, or a remark."""
    if column.field in _PARTIES and column.field != "name":
        is_seller = way == BOUGHT and not has_supplier and column.field not in (*TAKERS, "via")
        column.field = "supplier" if is_seller else REMARK
