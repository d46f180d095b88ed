"""JSON: a list of objects or of lists, an object that holds such lists (as our reports do), or an object a line."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any, Final

from donations import errors
from donations.importers.patterns import pattern_of
from donations.importers.readers.held import MOST, Held
from donations.importers.readers.json_days import day_of, day_of_all, is_in_other_parts
from donations.importers.readers.json_keyed import by_key, is_record, says_who_and_what
from donations.importers.readers.json_text import are_records, parsed
from donations.importers.readers.json_totals import with_total, without_total
from donations.importers.readers.nested import records_of
from donations.importers.readers.source import MEGABYTE, Source
from donations.importers.readers.text import text_of
from donations.importers.sheet import Sheet
from donations.importers.words.heading_measures import measure_named
from donations.importers.words.heading_words import normal, understood

_STATISTIC: Final = pattern_of(
    r"[Ss]tat(?:s|istic)|[Ss]ummar|[Tt]otals|(?<![A-Za-z])rank|Rank|[Ll]eaderboard|统计|汇总|排行|排名"
)
"""What lists are called that say once more what stands in another."""
_WENT_OUT: Final = pattern_of(
    r"(?!.*(?:donor|distributor|sponsor|incom|receiv|(?:donation|gift|contribution)s?[ _-]?(?:and|&)|收|捐[款赠助资]?(?:[者人与和及、]|单位)))"
    r".*?(?:(?<!su)spen(?:t|d(?!e))|expen[sd]|distribut|支出|开支|花费|发放|分发|下发)", re.IGNORECASE
)  # fmt: skip
"""What lists are called of what went out, not of givers or both ways; of other names of one that stands alone nothing is told."""
_WRAPPERS: Final = frozenset(("fields", "attributes", "node", "properties", "_source"))
"""What Airtable, JSON:API, GraphQL, Notion and search engines put the fields of a record into."""
_LONGEST_KEY: Final = 60
_DEEPEST: Final = 5
"""How long what an object is called may be, and how many may hold each other, for what they say to become fields."""
_MOST_ASKED: Final = 64
"""Of how many sets of fields what lists say is kept, each of which takes a pass over a list."""
LARGEST: Final = 16 * MEGABYTE
"""It is held in memory as a whole, in about ten times its size."""

Row = tuple[int, list[str]]


class _TooMany(Exception):  # noqa: N818 - no fault of the program
    """Records that together have more cells than a sheet may, each with fields of its own."""


class _Uneven(Exception):  # noqa: N818 - no fault of the program
    """A list of which only some things are records."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def read(source: Source) -> Iterator[Sheet]:
    """A sheet for each list of records. Raises what `text_of` and `parsed` do, PaperTooLarge, DamagedPaper, NoTableInside,
    TooMuchInside.
    """
    source.require_at_most(LARGEST)
    with text_of(source) as text:
        content = text.read()
    held = Held(source.name, "JSON")
    try:
        found = [(name, list(map(held.row, rows))) for name, rows in _lists(parsed(source.name, content))]
    except _TooMany as error:
        raise errors.TooMuchInside(file=source.name, part="JSON") from error
    except _Uneven as uneven:
        raise errors.UnlikeRecords(file=source.name, name=uneven.key) from uneven
    except (ValueError, RecursionError) as error:
        raise errors.DamagedPaper(file=source.name, part="JSON") from error
    if not found:
        raise errors.NoTableInside(file=source.name, sort="JSON")
    for name, rows in found:
        yield Sheet(name, iter(list(enumerate(rows, 1))), is_records=True)


def _lists(value: Any) -> Iterator[tuple[str | None, Iterable[list[str]]]]:  # noqa: ANN401
    """The lists of records in a value, with their names, as rows of texts with their headings."""
    if records := [value] if is_record(value) else _records(value, "[…]"):
        yield None, _rows(records, None)
    elif isinstance(value, dict) and isinstance(value.get("tables"), list):
        title = _title(value)
        for table in value["tables"]:
            if isinstance(table, dict) and (records := _records(table.get("rows"), "rows")):
                rows = _rows(records, table.get("columns"))
                yield _name(table.get("key")), chain([[title]], rows) if title else rows
    elif isinstance(value, dict) and (below := _rows_below(value)) is not None:
        said = _of_all(value, below[0])
        yield None, [[*below[0], *said], *([*row, *said.values()] for row in below[1:])]
    elif isinstance(value, dict) and (keyed := by_key(value)) is not None:
        yield None, _rows(keyed, None)
    elif isinstance(value, dict):
        found = list(_lists_of(value))
        is_told = len(found) > 1 or any(name and _WENT_OUT.match(name) for name, _ in found)
        yield from found if is_told else ((None, rows) for _, rows in found)


def _lists_of(value: dict[str, Any]) -> Iterator[tuple[str | None, Iterable[list[str]]]]:
    """The lists in an object, and those of the objects in it, {"code": 0, "data": {"list": […]}}; beside lists one record
    alone is none of them, but what somebody picked out: the largest gift. So is a list below it that repeats some of theirs, or
    is called statistics: of it only the name is left, so that it is told that nothing of it is booked.
    """
    lists = {key: records for key, each in value.items() if (records := _records(each, key))}
    own = _Said()
    for key, records in lists.items():
        said = {**_of_all(value, records[0]), **day_of_all(value, records)} if isinstance(records[0], dict) else {}
        held = own.add(list(_rows([{**said, **one} for one in records] if said else records, None)))
        yield key, with_total(value, key, records, held) if len(lists) == 1 else held
    for key, each in value.items():
        if isinstance(each, dict) and not (lists and is_record(each)):
            for name, rows in _lists({**_of_all(value, each), **each}):
                below = list(rows)
                is_picked = lists and (_STATISTIC.search(f"{key} {name or ''}") or own.are_said(without_total(below)))
                yield name or key, [[name or key]] if is_picked else below


class _Said:
    """What the records of some lists say, of whatever few of their fields another list has."""

    def __init__(self) -> None:
        self._lists = list[list[list[str]]]()
        self._by_heads: dict[tuple[int, tuple[str, ...]], set[tuple[str, ...]]] = {}

    def add(self, rows: list[list[str]]) -> list[list[str]]:
        """One more list, with its headings first; gives it."""
        self._lists.append(rows)
        return rows

    def are_said(self, rows: list[list[str]]) -> bool:
        """Whether one of the lists says all that each record of another says, as far as it goes: the last ten gifts, the largest."""
        heads, *records = rows
        said = {(*record, *[""] * (len(heads) - len(record))) for record in records}
        return any(said <= self._of(number, heads) for number in range(len(self._lists)))

    def _of(self, number: int, heads: list[str]) -> set[tuple[str, ...]]:
        (others, *rows), asked = self._lists[number], (number, tuple(heads))
        if asked not in self._by_heads and len(self._by_heads) < _MOST_ASKED and set(heads) <= set(others):
            places = [others.index(head) for head in heads]
            self._by_heads[asked] = {tuple(row[place] if place < len(row) else "" for place in places) for row in rows}
        return self._by_heads.get(asked, set())


def _of_all(value: dict[str, Any], own: Collection[str]) -> dict[str, str]:
    """What an object says once of the amounts in its list, {"currency": "EUR", "donors": […]}, where those don't (`own`)."""
    said = {key: each for key, each in value.items() if isinstance(each, str) and key not in own}
    return {
        key: each
        for key, each in said.items()
        if (sense := understood(key).sense) == "currency" or (sense == "unit" and measure_named(normal(each)))
    }


def _rows_below(value: dict[str, Any]) -> list[list[str]] | None:
    """The rows of an object that says its headings once, {"columns": […], "data": [[…]]}; None of any other."""
    headings = next(
        (value[key] for key in ("columns", "headers", "header", "head", "fields") if isinstance(value.get(key), list)),
        None,
    )
    rows = next((value[key] for key in ("data", "rows", "values", "body") if isinstance(value.get(key), list)), None)
    if not headings or not rows or not all(isinstance(each, str) for each in headings):
        return None
    if not all(isinstance(row, list) and len(row) == len(headings) for row in rows):
        return None
    return [list(headings), *([_text(cell) for cell in row] for row in rows)]


def _title(value: dict[str, Any]) -> str:
    """What stands above the tables of a report; of one of ours also whose it is, as in the formats for people."""
    title, book = _text(value.get("title")), value.get("book")
    if isinstance(book, dict) and {"name", "entries", "digest"} <= book.keys():
        return f"{title} · entries in the book: {_text(book['entries'])}"
    return title


def _name(key: Any) -> str | None:  # noqa: ANN401
    return key if isinstance(key, str) else None


def _records(value: Any, key: str) -> list[Any]:  # noqa: ANN401
    """The records of a list; nothing where it holds something else. Raises _Uneven, by its name, where it holds both, some of which
    say who gave what, or records of both sorts.
    """
    held = value if isinstance(value, list) else []
    if are_records(held):
        return held
    sorts = {type(each) for each in held}
    if any(map(says_who_and_what, held)) or {dict, list} <= sorts:
        raise _Uneven(key)
    return []


def _rows(records: list[Any], columns: Any) -> Iterator[list[str]]:  # noqa: ANN401
    """Lists as they are; objects below the names that they have, in the order in which those are met."""
    if isinstance(records[0], list):
        yield from ([_text(cell) for cell in record] for record in records)
        return
    records = [_flat(each) for record in records for each in records_of(_unwrapped(record))]
    keys = dict.fromkeys(key for record in records for key in record)
    if isinstance(columns, list):
        said = [column["key"] for column in columns if isinstance(column, dict) and column.get("key") in keys]
        keys = dict.fromkeys([*said, *keys])
    if len(keys) * len(records) > MOST:  # told before they are put together
        raise _TooMany
    yield list(keys)
    yield from ([_text(record.get(key)) for key in keys] for record in records)


def _unwrapped(record: dict[str, Any]) -> dict[str, Any]:
    """The record with what programs put around its fields taken off: {"id": 1, "fields": {"Name": …}} has id and Name."""
    if not any(key in _WRAPPERS and isinstance(value, dict) for key, value in record.items()):
        return record
    made = dict[str, Any]()
    for key, value in record.items():
        held = _unwrapped(value) if key in _WRAPPERS and isinstance(value, dict) else {key: value}
        made.update(
            {name if name == key or name not in record else f"{key}.{name}": each for name, each in held.items()}
        )
    return made


def _flat(record: dict[str, Any], deep: int = 0) -> dict[str, Any]:
    """The record with what an object in it says as fields of its own: user.name, and so on down, `deep` of which we are."""
    record = {key: _day_or_itself(value) for key, value in record.items()}
    inside = {
        key: _flat(value, deep + 1)
        for key, value in record.items()
        if value and isinstance(value, dict) and len(key) <= _LONGEST_KEY and deep < _DEEPEST
    }
    if not inside:
        return record
    parts = (
        ((f"{key}.{name}", each) for name, each in inside[key].items()) if key in inside else ((key, value),)
        for key, value in record.items()
    )
    return dict(pair for part in parts for pair in part)


def _day_or_itself(value: Any) -> Any:  # noqa: ANN401
    """The day that an object says in parts; one whose parts nobody can put together is left in one cell, in which no day is read."""
    if not isinstance(value, dict):
        return value
    day = day_of(value)
    return json.dumps(value, ensure_ascii=False) if day is None and is_in_other_parts(value) else day or value


def _text(value: Any) -> str:  # noqa: ANN401
    """A value as a text: numbers as they are written, what is nested as JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return json.dumps(value, ensure_ascii=False) if value != {} else ""
