"""Goods shared out downwards: what went to one, or came from one, once beside the rows that say who got how much of it.

下拨单位 品种 数量 | 发放地 数量, the outer amount merged over the rows of those it makes: these are booked, and never both. Where it came
from somebody (捐赠单位), it is a gift, and they are what went out.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, islice
from typing import NamedTuple

from donations.domain.units import spellings
from donations.importers.layouts.shares_told import LEFT, PLACE, SHARED, number_at, unit_at, where_shared
from donations.importers.sheet import Merged, Struck
from donations.importers.stream import Row
from donations.importers.words.cells import cell_at, plain_number, shown, shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal, understood, unmarked
from donations.importers.words.shares import is_nobody
from donations.importers.words.turn_words import SHARING

_LOOKED_AT, _MOST, _FEWEST = 15, 5000, 2
_BESIDE = {
    "unit": "unit",
    "unit_or_party": "unit",
    "specification": "specification",
    "serial": "serial",
    "note": "note",
}
_OUTER = {**_BESIDE, "donor": "giver", "recipient": "taker", "item": "item", "name": "item", "category": "item"}
_INNER = {"recipient": "taker", "party": "taker", "unit_or_party": "taker", "county": "taker", "city": "taker"}
_AMOUNTS = {"quantity": "quantity", "value": "value", "note": "note", "date": "date"}
_COUNTED = ("quantity", "value")
_TO = "接收单位"
_CAME, _WENT, _WENT_ON = "接收", "发放", "转赠"


class _Shape(NamedTuple):
    """The places of the columns of such a table, those of what went to one, or came from one, and those of what went on."""

    begin: int
    """The row of its lowest headings."""
    headings: list[str]
    outer: dict[str, int]
    inner: dict[str, int]

    @property
    def is_gift(self) -> bool:
        """Whether the outer amount came from somebody."""
        return "giver" in self.outer


class _Block(NamedTuple):
    """What an outer amount is of, and the rows that say who got how much of it."""

    first: Row
    item: str
    rows: list[Row]


def laid_out(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a sheet; those of such a table as a row for each of what is booked, where the inner amounts make the outer ones."""
    first = list(islice(rows, _LOOKED_AT))
    shape = next((one for place in range(len(first)) if (one := _shape(first, place))), None)
    if shape is None:
        return chain(first, rows)
    every = [*first, *islice(rows, _MOST)]
    if len(every) >= _MOST or any(isinstance(cells, Struck) for _, cells in every):
        return chain(every, rows)
    found = _blocks(every[shape.begin + 1 :], shape)
    if found is None or not all(_fits(block, shape) for block in found[0]):
        return chain(every, rows)
    blocks, behind = found
    is_below = _is_below(first, shape.begin)
    is_plain = shape.is_gift and not is_below and not any(PLACE.fullmatch(normal(text)) for text in shape.headings)
    if is_plain and all(_is_whole(block, shape) for block in blocks):  # each row is read as it stands
        return chain(every, rows)
    over = shape.begin - is_below
    table = _as_gifts(blocks, shape) if shape.is_gift else _as_shares(blocks, shape)
    return chain(every[:over], [(first[shape.begin][0], _headings(shape))], table, behind)


def _is_below(rows: Sequence[Row], begin: int) -> bool:
    """Whether the lowest headings have some above them."""
    return begin > 0 and not shown_at(rows[begin][1], 0) and _two(rows, begin - 1) is not None


def _shape(rows: Sequence[Row], place: int) -> _Shape | None:
    """What the headings in a row, or in it and the next, say of such a table; None where they are of none."""
    found = _two(rows, place)
    begin = place + 1 if found else place
    headings, apart = found or _one(rows[place][1])
    if not 0 < apart < len(headings):
        return None
    outer = _places(headings[:apart], 0, _OUTER)
    inner = _places(headings[apart:], apart, {**_AMOUNTS, **_INNER})
    if (
        outer is None
        or inner is None
        or not {"item", "quantity"} <= outer.keys()
        or not {"taker", "quantity"} <= inner.keys()
    ):
        return None
    if {"giver", "taker"} <= outer.keys() or ("value" in outer) != ("value" in inner):
        return None
    counted = [
        [understood(headings[side[role]])._replace(sense=None) for role in _COUNTED if role in side]
        for side in (outer, inner)
    ]
    return _Shape(begin, headings, outer, inner) if counted[0] == counted[1] else None  # no 只 that make 箱


def _two(rows: Sequence[Row], place: int) -> tuple[list[str], int] | None:
    """The headings of two rows, and where those below the heading of what was shared out begin; None where these are no such rows."""
    if place + 1 >= len(rows):
        return None
    above, below = ([shown(cell) for cell in rows[at][1]] for at in (place, place + 1))
    apart = next((index for index, text in enumerate(below) if text), 0)
    over = above[apart:]
    if not apart or not over or not SHARING.fullmatch(normal(over[0])) or any(over[1:]) or not all(above[:apart]):
        return None
    return [*above[:apart], *below[apart:]], apart


def _one(cells: Sequence[str]) -> tuple[list[str], int]:
    """The headings of one row, and where those of what was shared out begin: at 发放地, before 发放数量; 0 where they don't."""
    headings = [shown(cell) for cell in cells]
    taker = next((index for index, text in enumerate(headings) if PLACE.fullmatch(normal(text))), 0)
    is_shared = any(SHARED.fullmatch(normal(text)) for text in headings[taker:])
    if taker == 0 or not is_shared:
        return list(map(unmarked, headings)), where_shared(headings)
    return headings, taker if all(headings) else 0


def _places(headings: Sequence[str], begin: int, meanings: dict[str, str]) -> dict[str, int] | None:
    """Where what they mean stands; None where one means something else, or two the same."""
    found: dict[str, int] = {}
    for index, heading in enumerate(headings, begin):
        if not heading:  # an empty column
            continue
        sense = understood(heading).sense or ""
        is_place = meanings.get("county") == "taker" and PLACE.fullmatch(normal(heading))
        is_left = begin > 0 and LEFT.fullmatch(normal(heading)) is not None
        role = "left" if is_left else "taker" if is_place else meanings.get(sense) or _AMOUNTS.get(sense)
        if role is None or role in found:
            return None
        found[role] = index
    return found


def _blocks(rows: Sequence[Row], shape: _Shape) -> tuple[list[_Block], Sequence[Row]] | None:
    """The blocks of the rows, and those below them; None where a row is neither, or the table's total says otherwise."""
    blocks: list[_Block] = []
    for place, row in enumerate(rows):
        texts = [shown(cell) for cell in row[1]]
        if sums_up(texts):
            is_last = all(_is_silent(cells, shape) for _, cells in rows[place + 1 :])
            return (blocks, rows[place + 1 :]) if is_last and _is_total(row, blocks, shape) else None
        if _is_silent(row[1], shape):
            is_below = sum(map(bool, texts)) < _FEWEST and all(_is_silent(cells, shape) for _, cells in rows[place:])
            return (blocks, rows[place:]) if is_below else None
        if not _add(blocks, row, shape):
            return None
    return blocks, []


def _add(blocks: list[_Block], row: Row, shape: _Shape) -> bool:
    """Adds a row to the blocks; False where it can't be told of which it is."""
    item, begins = shown_at(row[1], shape.outer["item"]), bool(shown_at(row[1], shape.outer["quantity"]))
    if begins:
        item = item or _merged(row, shape.outer["item"])
        blocks.append(_Block(row, item, [row]))
        return bool(item)
    if not blocks or item:
        return False
    blocks[-1].rows.append(row)
    return all(not shown_at(row[1], index) for role, index in shape.outer.items() if role not in ("serial", "note"))


def _merged(row: Row, index: int) -> str:
    """What a merged cell says that lies over that of a row."""
    cell = cell_at(row[1], index)
    return shown(cell.of) if isinstance(cell, Merged) and cell.down else ""


def _is_silent(cells: Sequence[str], shape: _Shape) -> bool:
    """Whether a row says neither an outer nor an inner amount."""
    return not any(shown_at(cells, side["quantity"]) for side in (shape.outer, shape.inner))


def _fits(block: _Block, shape: _Shape) -> bool:
    """Whether the inner amounts of a block make its outer one, and what they are worth does; of a gift some may be left."""
    if not all(_makes(block, shape, role) for role in _COUNTED if role in shape.outer):
        return False
    named = [shown_at(cells, shape.inner["taker"]) for _, cells in block.rows]
    if not shape.is_gift and any(map(is_nobody, filter(None, named))):
        return False  # 库存 got nothing
    if any(name in spellings() or plain_number(name) is not None for name in named if name):
        return False  # 单位 above 个
    shares = [bool(shown_at(cells, shape.inner["quantity"])) for _, cells in block.rows]
    return list(map(bool, named)) == shares and (all(shares) or shape.is_gift)


def _makes(block: _Block, shape: _Shape, role: str) -> bool:
    """Whether the inner amounts of a block, in the same unit, make its outer one, or of a gift a part of it."""
    outer = number_at(block.first[1], shape.outer[role])
    parts = [number_at(cells, shape.inner[role]) for _, cells in block.rows]
    units = {unit_at(cells, shape.inner[role]) for _, cells in block.rows if shown_at(cells, shape.inner[role])}
    if outer is None or None in parts or not units <= {unit_at(block.first[1], shape.outer[role])}:
        return False  # 600只 of 10箱
    made = sum(filter(None, parts), Fraction(0))
    is_made = made == outer or (shape.is_gift and made < outer)
    return is_made and (role != "quantity" or _is_left(block, shape, outer - made))


def _is_left(block: _Block, shape: _Shape, rest: Fraction) -> bool:
    """Whether as much is left as the paper says, 剩余数量, where it does."""
    place = shape.inner.get("left")
    return place is None or not shown_at(block.first[1], place) or number_at(block.first[1], place) == rest


def _is_total(row: Row, blocks: Sequence[_Block], shape: _Shape) -> bool:
    """Whether the amounts in a row of totals, if any, are those of all blocks."""
    for role in _COUNTED:
        for side in (shape.outer, shape.inner) if role in shape.outer else ():
            made = sum((number_at(cells, side[role]) or 0 for block in blocks for _, cells in block.rows), Fraction(0))
            if shown_at(row[1], side[role]) and number_at(row[1], side[role]) != made:
                return False
    return True


def _headings(shape: _Shape) -> list[str]:
    headings = list(shape.headings)
    kept = shape.inner if not shape.is_gift else shape.outer
    for side in (shape.outer, shape.inner):
        for role in ("quantity", "value", "date"):
            if role in side and role in kept and side[role] != kept[role]:
                headings[side[role]] = ""
    own = headings[shape.inner["taker"]]
    headings[shape.inner["taker"]] = own if understood(own).sense == "recipient" else f"{_TO}（{own}）"
    if "taker" in shape.outer:
        headings[shape.outer["taker"]] = f"备注（{headings[shape.outer['taker']]}）"
    return [*headings, "收发"] if shape.is_gift else headings


def _as_shares(blocks: Sequence[_Block], shape: _Shape) -> Iterator[Row]:
    """A row for each of those who got some of what went to one, who stays in the remarks."""
    taker, to = shape.outer.get("taker"), ""
    for block in blocks:
        if taker is not None:
            to = shown_at(block.first[1], taker) or _merged(block.first, taker) or to
        for number, cells in block.rows:
            row = _blank(cells, shape)
            for role, index in shape.outer.items():
                row[index] = "" if role in ("quantity", "value") else cell_at(block.first[1], index)
            row[shape.outer["item"]] = block.item
            if taker is not None:
                row[taker] = f"{shape.headings[taker]}：{to}" if to else ""
            yield number, row


def _as_gifts(blocks: Sequence[_Block], shape: _Shape) -> Iterator[Row]:
    """A row for each gift, and one for each of those who got some of it; one alone where it went whole to one."""
    giver, who = shape.outer["giver"], ""
    for block in blocks:
        who = shown_at(block.first[1], giver) or _merged(block.first, giver) or who
        came = _blank(block.first[1], shape)
        for index in shape.inner.values():
            came[index] = ""
        came[giver], came[shape.outer["item"]] = who, block.item
        if _is_whole(block, shape):
            came[shape.inner["taker"]] = shown_at(block.first[1], shape.inner["taker"])
            yield block.first[0], [*came, _WENT_ON]
            continue
        yield block.first[0], [*came, _CAME]
        for number, cells in block.rows:
            if not shown_at(cells, shape.inner["quantity"]) or is_nobody(shown_at(cells, shape.inner["taker"])):
                continue
            row = [*came, _WENT]
            row[giver] = ""
            for role, index in shape.inner.items():
                row[index] = "" if role == "left" else cell_at(cells, index)
                if role in shape.outer and role in ("quantity", "value", "date"):
                    row[shape.outer[role]], row[index] = row[index], ""
            yield number, row


def _is_whole(block: _Block, shape: _Shape) -> bool:
    """Whether one got all of it, and neither a day nor words of its own beside that."""
    [first, *others], own = [cells for _, cells in block.rows], {"note", "date"} & shape.inner.keys()
    went = not others and not any(shown_at(first, shape.inner[role]) for role in own)
    is_all = number_at(first, shape.outer["quantity"]) == number_at(first, shape.inner["quantity"])
    return went and is_all and not is_nobody(shown_at(first, shape.inner["taker"]))


def _blank(cells: Sequence[str], shape: _Shape) -> list[str]:
    """The cells of a row, as many as there are headings."""
    return [cell_at(cells, index) for index in range(len(shape.headings))]
