"""Several records side by side in one row: 姓名 金额 姓名 金额, 接收单位1 数量1 接收单位2 数量2, what came in beside what was spent."""

from collections.abc import Sequence
from dataclasses import replace

from donations.domain.paper_fields import PASSED
from donations.domain.units import spellings
from donations.importers.columns.columns import AMOUNTS, Column, Group
from donations.importers.columns.paid_by import are_of_one_order
from donations.importers.columns.row_sums import adds_up
from donations.importers.patterns import pattern_of
from donations.importers.rows.row_fields import is_filled
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import sums_up, total_of
from donations.importers.words.heading_words import normal, without_number
from donations.importers.words.money_items import counts_money

_GIVERS = ("donor", "party", "payer", "unit_or_party", "name")
_GIVES = pattern_of("[捐赠]")
_OF_ROW = ("date", "note", "status", "city", "county", "purpose", "store", "via")
_PARTIES = ("donor", "party", "payer", "recipient", "supplier", "beneficiary", "group")
_GOODS = ("item", "specification", "unit", "unit_or_party")
_WHAT = ("item", "money", "spent", "amount", "total", "money_or_goods", "goods", "name")
"""What says what was given: one of them is in each record."""
_OF_A_PURSE = ["money", "spent"]
_TIME = pattern_of(r"[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?")
_FIRST = ("1", "一", "_1", "-1")
_MORE = ("serial", "price", "unit", "specification", "note", "status", "purpose", "currency", "direction")


def side_by_side(columns: list[Column], below: Sequence[Sequence[str]]) -> list[list[Column]]:
    """The columns of each record, where a row holds several: 姓名 金额 姓名 金额; what stands before the first is theirs all."""
    named = [column for column in columns if column.heading]
    keys = _without_numbers([normal(column.heading) for column in named])
    amounts = [keys[place] for place, column in enumerate(named) if _measures(column.field)]
    if with_items := not amounts:  # 捐赠物资, which are 口罩500个
        amounts = [keys[place] for place, column in enumerate(named) if column.field == "item"]
    if len(parted := _by_gap(columns)) > 1:
        return parted
    repeated = [key for key in amounts if keys.count(key) > 1]
    has_sides = len({column.side for column in columns if column.side}) > 1
    if has_sides and any(column.field == "donor" and not column.side for column in columns):
        return [columns]  # what came of somebody, and what went on of it, are no two gifts
    if not repeated:
        return _money_and_goods(columns, below) or _in_and_spent(columns, below)
    times = keys.count(repeated[0])
    first = next(key for key in keys if keys.count(key) == times)
    starts = [named[place].index for place, key in enumerate(keys) if key == first]
    behind = _behind_last(columns, _spans(starts, len(columns)))
    length = behind[0].index if behind else len(columns)
    spans = _spans(starts, length)
    if (
        starts[0] and len({_keys(columns, *span) for span in spans}) > 1
    ):  # not of one sort: 捐赠者 金额 … 支出事项 金额 …
        starts = _begun([column for column in named if column.field != "serial"], starts, [first, *repeated])
    parts = _spans(starts, length)
    if are_purses := _are_purses(columns, parts, below):
        columns = [column for column in columns if column.index < starts[0] or column.field not in ("", PASSED)]
    if len(starts) < 2 or not (  # noqa: PLR2004
        are_purses or all(_is_record(columns, *part, with_items=with_items) for part in parts)
    ):
        return [columns]
    shared = [column for column in columns if column.index < starts[0]]
    shared += [column for column in behind if column.field in (*_OF_ROW, *_PARTIES)]
    return [shared + [column for column in columns if begin <= column.index < end] for begin, end in parts]


def _are_purses(columns: list[Column], parts: Sequence[tuple[int, int]], below: Sequence[Sequence[str]]) -> bool:
    """Whether each part says what came into a fund or a purse and what was paid out of it, and nothing else: 收入 支出 结余 below 助学金.

    Not where a row says that something came into two of them, or went out of two: then they may say one thing twice, 预算 beside
    实际, 合计 beside what it sums up.
    """
    each = [[column for column in columns[begin:end] if column.field not in ("", PASSED)] for begin, end in parts]
    if len({_keys(columns, *part) for part in parts}) != 1 or any(_fields(part) != _OF_A_PURSE for part in each):
        return False
    alike = [[column for part in each for column in part if column.field == field] for field in _OF_A_PURSE]
    return not any(
        sum(is_filled(shown_at(row, column.index)) for column in some) > 1
        for row in below
        if not sums_up(row)
        for some in alike
    )


def _fields(part: Sequence[Column]) -> list[str]:
    return sorted(column.field for column in part)


def of_sides(columns: list[Column]) -> list[list[Column]] | None:
    """The columns below 接收 and those below 发放, each with those that stand below neither; None where these aren't records."""
    sides = {column.side for column in columns if column.side}
    parts = [[column for column in columns if column.side == side] for side in sorted(sides)]
    if len(parts) != 2 or not all(_is_record(part, 0, len(part)) and _names(part, []) for part in parts):  # noqa: PLR2004
        return None
    shared = [column for column in columns if not column.side]
    of_both = any(column.field == "item" for column in shared) and not any(
        column.field in _GOODS for part in parts for column in part
    )  # 物资 before both: how much of it came, and how much went out
    if any(column.field not in (*_OF_ROW, *(_GOODS if of_both else ()), "serial", "", PASSED) for column in shared):
        return None
    told = [any(column.field in _WHAT for column in part) for part in parts]
    if told[0] != told[1]:  # 物资 below 接收 alone: what went out is the same
        shared += [column for column in parts[told.index(True)] if column.field in _GOODS]
        parts = [[column for column in part if column not in shared] for part in parts]
    return [shared + part for part in parts]


def _begun(named: Sequence[Column], starts: Sequence[int], repeated: Sequence[str]) -> list[int]:
    """Where unlike records begin whose first like headings stand at `starts`: as far before them as the first does, and behind
    the last heading of the record before that stands in each of them.
    """
    before = starts[0] - named[0].index
    like = [column.index for column in named if without_number(normal(column.heading)) in repeated]
    ends = [max((place + 1 for place in like if place < start), default=0) for start in starts]
    return [max(start - before, end) for start, end in zip(starts, ends, strict=True)]


def _without_numbers(headings: Sequence[str]) -> list[str]:
    """The headings (normal) without their numbers; one that has none, before 数量1 and 数量2, is of all of these."""
    keys = [without_number(heading) for heading in headings]
    firsts = {key for heading, key in zip(headings, keys, strict=True) if heading[len(key) :] in _FIRST}
    return [f"{key}/" if heading == key and key in firsts else key for heading, key in zip(headings, keys, strict=True)]


def without_whole(groups: Sequence[Group], below: Sequence[Sequence[str]]) -> None:
    """品名 数量 接收单位1 数量1 接收单位2 数量2: 数量, which all records of a row share, is what theirs add up to."""
    if len(groups) < 2:  # noqa: PLR2004
        return
    shared = set.intersection(*({column.index for column in group.columns} for group in groups))
    wholes = [column for column in groups[0].columns if column.index in shared and _measures(column.field)]
    parts = [
        [column for column in group.columns if column.index not in shared and _measures(column.field)]
        for group in groups
    ]
    if len(wholes) != 1 or any(len(part) != 1 for part in parts) or wholes[0].by_user:
        return
    if adds_up([column for [column] in parts], wholes[0], below):
        for group in groups:
            group.sums = replace(wholes[0])
            for column in group.columns:
                column.field = PASSED if column.index == wholes[0].index else column.field


def _behind_last(columns: list[Column], spans: list[tuple[int, int]]) -> list[Column]:
    """What is of all records of a row, their sum, day or note, and stands behind the last: 姓名 金额 姓名 金额 小计."""
    keys = {_keys(columns, *span) for span in spans[:-1]}
    if len(keys) != 1:
        return []
    [own] = keys
    last = [column for column in columns[slice(*spans[-1])] if column.heading]
    alike = tuple(without_number(normal(column.heading)) for column in last[: len(own)]) == own
    behind = last[len(own) :] if alike else []
    parties = () if any(column.field in _PARTIES for column in last[: len(own)]) else _PARTIES
    is_rest = all(
        column.field in (*_OF_ROW, *parties, "total", "", PASSED) or total_of(column.heading) for column in behind
    )
    return behind if is_rest else []


def _spans(starts: list[int], length: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], length], strict=True))


def _keys(columns: list[Column], begin: int, end: int) -> tuple[str, ...]:
    return tuple(key for column in columns[begin:end] if (key := without_number(normal(column.heading))))


def _measures(sense: str) -> bool:
    return sense in (*AMOUNTS, "amount", "total", "item_or_quantity", "content")


def _is_record(columns: list[Column], begin: int, end: int, *, with_items: bool = False) -> bool:
    """Whether the columns have an amount and more than what it is counted in, 数量1 单位1; `with_items`: items may name their amounts
    themselves.
    """
    part = columns[begin:end]
    telling = [column.field for column in part if column.field and column.field not in (PASSED, "serial")]
    amounts = [field for field in telling if _measures(field) or (with_items and field == "item")]
    counts_alone = telling[:1] == ["quantity"] and set(telling) <= {"quantity", "unit", "unit_or_party"}
    return 0 < len(amounts) < len(telling) and not counts_alone


def _names(columns: list[Column], before: list[Column]) -> bool:
    """Whether the columns say who or what, and not only how much more of what stands before them."""
    of_goods = any(column.field == "item" for column in before)
    more = (*_MORE, *(("unit_or_party",) if of_goods else ()), "", PASSED)
    return any(column.field not in more and not _measures(column.field) for column in columns)


def _by_gap(columns: list[Column]) -> list[list[Column]]:
    """Two unlike tables side by side, an empty column between them."""
    for gap, column in enumerate(columns):
        beside = columns[gap + 1 :]
        is_one, is_other = _is_record(columns, 0, gap), _is_record(beside, 0, len(beside))
        if not column.heading and is_one and is_other and _names(beside, columns[:gap]):
            return [columns[:gap], *_by_gap(columns[gap + 1 :])]
    return [columns]


def _money_and_goods(columns: list[Column], below: Sequence[Sequence[str]]) -> list[list[Column]] | None:
    """Who gave money beside who gave goods, below headings of one name: 姓名 捐款 姓名 捐物; None where these aren't such records."""
    places = [place for place, column in enumerate(columns) if column.heading and column.field in _GIVERS]
    headings = [normal(columns[place].heading) for place in places]
    if len(places) != 2 or headings[0] != headings[1] or _are_units(columns[places[1]], below):  # noqa: PLR2004
        return None
    both = [cells for cells in _cells_of(below, [columns[place] for place in places]) if all(cells)]
    if both and all(one == other for one, other in both):
        return None  # the same name again
    shared = [column for column in columns[: places[0]] if column.field != "serial"]
    parts = [columns[begin:end] for begin, end in _spans(places, len(columns))]
    fields = [{column.field for column in part} for part in parts]
    of_money = [bool(each & {"money", "amount"}) and not each & {"item", "goods", "quantity"} for each in fields]
    of_goods = [bool(each & {"item", "goods"}) and not each & {"money", "amount"} for each in fields]
    is_each = of_money != of_goods and of_money == [not one for one in of_goods] and sum(of_money) == 1
    if not is_each or not _are_of_row(shared):
        return None
    if any(_GIVES.search(column.in_words) for part in parts for column in part):
        for place in places:  # 捐款金额 says of both that they gave
            columns[place].field = "donor"
    return [shared + part for part in parts]


def _cells_of(below: Sequence[Sequence[str]], columns: Sequence[Column]) -> list[list[str]]:
    return [[shown_at(row, column.index) for column in columns] for row in below]


def _are_of_row(columns: list[Column]) -> bool:
    return all(column.field in (*_OF_ROW, "", PASSED) for column in columns)


def _are_units(column: Column, below: Sequence[Sequence[str]]) -> bool:
    """Whether 单位 stands for what things are counted in."""
    return any(cell.casefold() in spellings() or counts_money(cell) for cell in column.texts(below))


def _are_times(column: Column, below: Sequence[Sequence[str]]) -> bool:
    """Whether a column says when on a day that stands in another: 08:15:30."""
    said = column.texts(below)
    return bool(said) and all(map(_TIME.fullmatch, said))


def _in_and_spent(columns: list[Column], below: Sequence[Sequence[str]]) -> list[list[Column]]:
    """What came in and what was spent side by side, each with a day and an amount of its own."""
    dates = [column for column in columns if column.field == "date"]
    if len(dates) != 2 or are_of_one_order(columns) or any(_are_times(column, below) for column in dates):  # noqa: PLR2004 - one each
        return [columns]
    first = next(column.field for column in columns if column.heading and column.field != "serial")
    found = [columns]
    for place in range(1, len(columns)):
        parts = [columns[:place], columns[place:]]
        once = all(
            sum(1 for column in part if column.field == "date") == 1
            and sum(1 for column in part if column.field in ("money", "amount", "spent")) == 1
            and _names([column for column in part if column.field != "date"], [])
            for part in parts
        )
        spends = [any(column.field in ("spent", "paid_for") for column in part) for part in parts]
        if once and sum(spends) == 1 and any(column.field in _GIVERS for column in parts[spends.index(False)]):
            found = parts
            if columns[place].field == first:
                break  # they begin alike
    return found
