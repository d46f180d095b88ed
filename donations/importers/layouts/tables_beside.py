"""Tables of their own side by side without anything between them: who gave money beside who gave goods, each with its own day."""

from collections.abc import Sequence

from donations.importers.columns.columns import Column
from donations.importers.columns.gift_sorts import means_cash
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal

_EITHER = ("name", "unit_or_party")
_GIVERS = ("donor", "party", *_EITHER)
_SURELY = ("donor", "party", "recipient")
_SELDOM = 3
"""爱心人士 may give on both sides."""
_BODY, _PERSON = pattern_of(r"单位|公司|企业|机构|集体|团体"), pattern_of(r"人|者|姓名")
_WHAT = ("item", "money", "spent", "amount", "money_or_goods", "goods", "content")
_OF_ROW = ("date", "city", "county")
"""What stands before the first table and is of the others too, where these don't say it themselves."""


def tables_beside(columns: list[Column], below: Sequence[Sequence[str]]) -> list[list[Column]]:
    """The columns of each table; all of them, where they are one."""
    return _alike(columns) or _unlike(columns, below) or [columns]


def _alike(columns: list[Column]) -> list[list[Column]] | None:
    """捐赠单位 口罩（个） 手套（双） 捐赠单位 口罩（个） 手套（双）: the same headings again, one table that goes on beside itself."""
    named = [column for column in columns if column.heading]
    keys = [normal(column.heading) for column in named]
    many = keys.index(keys[0], 1) if keys and keys.count(keys[0]) > 1 else 0
    if not many or len(keys) % many or keys != keys[:many] * (len(keys) // many) or len(set(keys)) < many:
        return None
    starts = [column.index for column in named[::many]]
    ends = [*starts[1:], len(columns)]
    parts = [columns[begin:end] for begin, end in zip(starts, ends, strict=True)]
    return parts if _is_list(parts[0]) else None


def _unlike(columns: list[Column], below: Sequence[Sequence[str]]) -> list[list[Column]] | None:
    """Two tables of which the second begins as the first does, with a number, a day or who gave, and says what was given, too."""
    for place, column in enumerate(columns):
        left, right = columns[:place], columns[place:]
        begun = _GIVERS if column.field in _GIVERS else (column.field,)  # 捐款人 and 捐赠单位 are both who gave
        if column.field not in ("serial", "date", *_GIVERS) or not any(one.field in begun for one in left):
            continue
        if not (_is_list(left) and _is_list(right)) or (begun is _GIVERS and column not in _who_of(columns)):
            continue
        if begun is _GIVERS and column.field != "donor":
            continue  # 学生姓名 behind 家长姓名 is whose child it is
        if begun is _GIVERS and (_who_of(left)[0].field == "unit_or_party" or not _are_apart(left, right, below)):
            continue  # 金额 单位 before 捐赠单位 数量: 单位 may be what these are counted in
        own = {one.field for one in right}
        first = left.index(_who_of(left)[0])
        shared = [one for one in left[:first] if one.field in _OF_ROW and one.field not in own]
        return [left, shared + right]
    return None


def _is_list(columns: Sequence[Column]) -> bool:
    """Whether columns say of whom what is, one of them and not many."""
    return len(_who_of(columns)) == 1 and bool(_what_of(columns))


def _who_of(columns: Sequence[Column]) -> list[Column]:
    """The columns that say whose it is: beside these 名称 is what was given, and 单位 what that is counted in."""
    surely = [column for column in columns if column.field in _SURELY]
    either = [column for column in columns if column.field in _EITHER]
    return surely or ([] if any(column.field == "item" for column in columns) else either)


def _what_of(columns: Sequence[Column]) -> list[Column]:
    """The columns that say what was given."""
    counts = any(column.field == "quantity" for column in columns) and any(one.field in _SURELY for one in columns)
    fields = (*_WHAT, "name") if counts else _WHAT
    return [column for column in columns if column.field in fields or column.goods is not None]


def _are_apart(left: Sequence[Column], right: Sequence[Column], below: Sequence[Sequence[str]]) -> bool:
    """Whether in each row those on either side have what they gave beside them, they are seldom the same, and what stands beside
    nobody has somebody above it.
    """
    both = same = alone = 0
    begun = [False, False]
    for row in below:
        if sums_up(row):
            continue
        names = [_who(side, row) for side in (left, right)]
        for place, (side, name) in enumerate(zip((left, right), names, strict=True)):
            gives = any(shown_at(row, column.index) for column in _what_of(side))
            if gives != bool(name) and not (gives and begun[place]):
                return False
            begun[place] = begun[place] or gives
        both, same = both + all(names), same + bool(names[0] and names[0] == names[1])
        alone += any(names) and not all(names)
    if not alone and _may_work_there(left, right):
        return False
    return both > _SELDOM * same


def _may_work_there(left: Sequence[Column], right: Sequence[Column]) -> bool:
    """Whether 捐赠单位 beside 捐赠人 may be where that one works: not where each has a day of its own, nor 捐赠单位（个人）, who is either,
    nor where 捐款人 has cash before it, and goods stand behind it.
    """
    if all(any(column.field == "date" for column in side) for side in (left, right)):
        return False
    has_goods = [any(column.field == "item" or column.goods for column in side) for side in (left, right)]
    if has_goods == [False, True] and any(means_cash(column) for column in left):
        return False
    headings = [_who_of(side)[0].heading for side in (left, right)]
    sorts = {(bool(_BODY.search(heading)), bool(_PERSON.search(heading))) for heading in headings}
    return sorts == {(True, False), (False, True)}


def _who(columns: Sequence[Column], row: Sequence[str]) -> str:
    return next((shown_at(row, column.index) for column in _who_of(columns)), "")
