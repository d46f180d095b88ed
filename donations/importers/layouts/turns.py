"""Registers of goods in which a cell of each row says whether they came in or went out: 入库, 出库."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import TURN, Column, Group, Turn
from donations.importers.table import Slip
from donations.importers.words.cells import cell_at, shown, shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal

NO_TURN = N_("入库 or 出库, or another word that says whether the goods came in or went out")

_IN = re.compile(
    r"(?:捐赠|物资|实物|受赠)?入库|进库|接收|收到|收货|收入|收|入|进|in(?:bound)?|stockin|received?|receipt"
)
_OUT = re.compile(
    r"(?:捐赠|物资|实物|发放|领用)?出库|发出|发放|分发|下发|领用|领取|发货|支出|发|出|out(?:bound)?|stockout|distribut(?:ed|ion|e)|issued?"
)
_GIFT = re.compile(r"(?:接收|收到)?捐[赠助]物?资?|受赠|捐入|donat(?:ion|ed|e)|gift")
"""What came in, where others went out beside it; alone it only says what sort of gifts they are."""
_TURNS = re.compile(r"(?:物资)?(?:出/?入库?|进/?出库?|收/?发)(?:类型|标志|方向|类别|情况)?")
_BOTH = re.compile(
    r"对象|对方.*|往来.*|party|counterparty|(?=.*(?:来源|赠|供|donor|from|source))(?=.*(?:去向|去处|接收|领|受|recipient|receiver|destination)).*"
)
_ASKED = ("", PASSED, "category", "content", "project", "summary", "direction", "type")
_GOODS, _COUNTS = ("item", "item_or_quantity", "content", "name"), ("quantity", "amount", "item_or_quantity")
_MONEY = ("money", "spent", "debit", "credit", "money_or_goods", "channel")
_GIVERS, _TAKERS = ("donor", "payer", "via"), ("recipient", "beneficiary")
_PARTIES = (*_GIVERS, *_TAKERS, "party", "name")


def by_turns(columns: list[Column], below: Sequence[Sequence[str]]) -> list[Group] | None:
    """The columns of what came in and of what went out, where one of them says it of each row; None where none does."""
    fields = {column.field for column in columns}
    if fields.isdisjoint(_GOODS) or fields.isdisjoint(_COUNTS) or not fields.isdisjoint(_MONEY):
        return None
    found = next((column for column in columns if column.field in _ASKED and _says_turns(column, below)), None)
    if found is None:
        return None
    sides = ((False, _TAKERS), (True, _GIVERS))
    return [
        Group("unclear", _of_one_way(columns, found, others), of_store=True, turn=Turn(found.index, is_out=is_out))
        for is_out, others in sides
    ]


def is_of_other(group: Group, cells: Sequence[str]) -> bool:
    """Whether a row is of the other way; one of which nobody knows it is of those that came in, where it is refused."""
    turn = group.turn
    return turn is not None and turn.is_out != (_way(cell_at(cells, turn.index)) == "out")


def unsaid(group: Group, texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with a row that says neither that goods came in nor that they went out."""
    if group.turn is None or _way(got := texts.get(group.turn.index, "")) is not None:
        return ()
    return (Slip(next(one.heading for one in group.columns if one.index == group.turn.index), NO_TURN, got[:60]),)


def _says_turns(column: Column, below: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in below if (cell := shown_at(row, column.index)) and total_of(cell) is None]
    ways = {_way(cell) for cell in cells}
    sure = all(_IN.fullmatch(_plain(cell)) or _OUT.fullmatch(_plain(cell)) for cell in cells)
    if {"in", "out"} <= ways:
        return True
    if not cells or None in ways:
        return bool(_TURNS.fullmatch(normal(column.heading))) and ways != {None}
    return sure and (column.field == "direction" or any(len(cell) > 1 for cell in cells))


def _way(cell: str) -> str | None:
    plain = _plain(cell)
    if _OUT.fullmatch(plain):
        return "out"
    return "in" if _IN.fullmatch(plain) or _GIFT.fullmatch(plain) else None


def _plain(cell: str) -> str:
    return re.sub(r"[-_]", "", normal(shown(cell)))


def _of_one_way(columns: list[Column], turn: Column, others: Sequence[str]) -> list[Column]:
    """Copies of the columns, without who stands on the other side; a name of both sides is of this one."""
    alone = sum(1 for column in columns if column.field in _PARTIES) < 2  # noqa: PLR2004 - one of them
    kept = [replace(column) for column in columns]
    for column in kept:
        if column.index == turn.index:
            column.field = TURN
        elif alone and _BOTH.fullmatch(normal(column.heading)) and column.field in ("", PASSED, *_PARTIES):
            column.field = "party"
        elif column.field in others:
            column.field = PASSED
    return kept
