"""Tables of their own side by side without anything between them: who gave money beside who gave goods, each with its own day."""

from collections.abc import Sequence

from donations.importers.columns.columns import Column
from donations.importers.words.cells import cell_at, shown
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal

_GIVERS = ("donor", "party", "name", "unit_or_party")
_WHO = (*_GIVERS, "recipient")
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
        begun = _GIVERS if column.field in _GIVERS else (column.field,)
        if column.field not in ("serial", "date", *_GIVERS) or not any(one.field in begun for one in left):
            continue
        if not (_is_list(left) and _is_list(right)):
            continue
        if begun is _GIVERS and not _are_apart(left, right, below):
            continue
        own = {one.field for one in right}
        first = next(at for at, one in enumerate(left) if one.field in _WHO)
        shared = [one for one in left[:first] if one.field in _OF_ROW and one.field not in own]
        return [left, shared + right]
    return None


def _is_list(columns: Sequence[Column]) -> bool:
    """Whether columns say of whom what is, one of them and not many."""
    return sum(1 for column in columns if column.field in _WHO) == 1 and any(map(_says_what, columns))


def _says_what(column: Column) -> bool:
    return column.field in _WHAT or column.goods is not None


def _are_apart(left: Sequence[Column], right: Sequence[Column], below: Sequence[Sequence[str]]) -> bool:
    """Whether in each row those on either side have what they gave beside them, or nobody stands there, and they are never the same."""
    any_both = False
    for row in below:
        if any(total_of(text) for cell in row if (text := shown(cell))):
            continue
        names = [_who(side, row) for side in (left, right)]
        for side, name in zip((left, right), names, strict=True):
            if bool(name) != any(cell_at(row, column.index) for column in side if _says_what(column)):
                return False
        if names[0] and names[0] == names[1]:
            return False
        any_both = any_both or all(names)
    return any_both


def _who(columns: Sequence[Column], row: Sequence[str]) -> str:
    return next((cell_at(row, column.index) for column in columns if column.field in _WHO), "")
