"""How the rows of a book look in its file, so that they are known for what they are wherever they lie."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from donations.domain.amount import LARGEST_MINOR, Certainty
from donations.domain.entry import Flow, Role
from donations.store.wreck.pages import Stored, Values

Row = Mapping[str, Stored]
"""One row by the names of its columns, those of the newest schema; None where an older one had no such column."""

Key = tuple[Stored, ...]
_Fits = Callable[[Stored], bool]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.,+:Z-]*")
_DIGEST = re.compile("[0-9a-f]{64}")
_LIST = re.compile(r"\[(\d+(, \d+)*)?\]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row of `table` looks like in one version of the schema; `key` tells it from the table's other rows."""

    table: str
    has_rowid: bool
    columns: Mapping[str, _Fits]
    key: tuple[str, ...]

    def row(self, values: Values, rowid: int | None) -> Row | None:
        """The values as a row, where they fit."""
        if len(values) != len(self.columns) or self.has_rowid != (rowid is not None):
            return None
        row = dict(zip(self.columns, values, strict=True))
        if self.has_rowid:
            first = next(iter(self.columns))
            if row[first] is not None:
                return None
            row[first] = rowid  # the file keeps an integer primary key as the rowid alone
        return row if all(fits(row[name]) for name, fits in self.columns.items()) else None


def _number(value: Stored) -> bool:
    return isinstance(value, int)


def _counting(value: Stored) -> bool:
    return isinstance(value, int) and value > 0


def _words(value: Stored) -> bool:
    return isinstance(value, str) and "\0" not in value


def _moment(value: Stored) -> bool:
    return isinstance(value, str) and _MOMENT.fullmatch(value) is not None


def _digest(value: Stored) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _salt(value: Stored) -> bool:
    return isinstance(value, bytes)


def _amount(value: Stored) -> bool:
    return isinstance(value, int) and abs(value) <= LARGEST_MINOR


def _day(value: Stored) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _or_none(fits: _Fits) -> _Fits:
    return lambda value: value is None or fits(value)


def _one_of(*allowed: Stored) -> _Fits:
    known = frozenset(allowed)
    return lambda value: value in known and not isinstance(value, bytes)


_MAYBE_WORDS, _MAYBE_COUNTING = _or_none(_words), _or_none(_counting)
_CONSENT = _one_of("named", "anonymous")
_NAMED = {"number": _counting, "name": _words, "created_at": _moment}
_PARTY = {
    "number": _counting, "sort": _one_of(None, "person", "organisation", "unnamed"), "city": _MAYBE_WORDS,
    "county": _MAYBE_WORDS, "merged_into": _MAYBE_COUNTING, "created_at": _moment,
}  # fmt: skip
_ACT = {
    "number": _counting, "register": _one_of("party", "item", "store", "purpose", "book", "entry"), "subject": _number,
    "act": _words, "before": _MAYBE_WORDS, "after": _MAYBE_WORDS, "reason": _MAYBE_WORDS,
}  # fmt: skip
_ENTRY = {
    "number": _counting, "type": _words, "date": _day, "city": _MAYBE_WORDS, "county": _MAYBE_WORDS, "reason": _MAYBE_WORDS,
    "reverses": _MAYBE_COUNTING, "corrects": _MAYBE_COUNTING, "request": _MAYBE_WORDS, "recorded_at": _moment,
}  # fmt: skip
_LINE = {
    "entry": _counting, "position": _counting, "item": _counting, "flow": _one_of(*Flow), "amount_minor": _or_none(_amount),
    "certainty": _one_of(*Certainty), "value_minor": _or_none(_amount),
    "value_certainty": _one_of(None, Certainty.EXACT, Certainty.ABOUT), "value_basis": _MAYBE_WORDS,
    "counted_minor": _or_none(_number), "store": _counting, "purpose": _counting, "recipient": _MAYBE_COUNTING,
    "batch": _MAYBE_WORDS, "expires_on": _or_none(_day), "written": _MAYBE_WORDS,
}  # fmt: skip
_ITEM = {
    "number": _counting, "first_name": _words, "name": _words, "specification": _MAYBE_WORDS, "english": _MAYBE_WORDS,
    "unit": _words, "decimals": _one_of(*range(7)), "category": _MAYBE_WORDS, "is_money": _one_of(0, 1),
    "merged_into": _MAYBE_COUNTING, "created_at": _moment,
}  # fmt: skip
_BOOK = {
    "id": _one_of(1), "name": _words, "identity": _words, "language": _MAYBE_WORDS, "created_at": _moment, "created_with": _words,
}  # fmt: skip
_PARTY_NAME = {
    "number": _counting, "party": _counting, "name": _MAYBE_WORDS, "key": _MAYBE_WORDS, "salt": _or_none(_salt),
    "commitment": _digest, "is_main": _one_of(0, 1), "created_at": _moment,
}  # fmt: skip
_NOTE = {"entry": _counting, "note": _MAYBE_WORDS, "salt": _or_none(_salt), "commitment": _digest}
_ENTRY_PARTY = {"entry": _counting, "role": _one_of(*Role), "position": _counting, "name": _counting}
_CONTACT = {
    "party": _counting,
    "field": _one_of("phone", "wechat", "email", "address", "identity_card", "bank_account", "remark"),
    "value": _words,
}
_IMPORT = {"number": _counting, "first_entry": _counting, "last_entry": _counting, "imported_at": _moment}
_IMPORT_SOURCE = {
    "number": _counting, "import": _counting, "file": _words, "sha256": _digest, "sheet": _MAYBE_WORDS, "layout": _words,
    "heading_row": _number,
}  # fmt: skip
_IMPORT_ROW = {
    "entry": _counting, "source": _counting, "row": _number, "identity": _or_none(_salt), "is_numbered": _one_of(0, 1),
    "returns": _MAYBE_COUNTING,
}  # fmt: skip
_CLOSING = {
    "number": _counting, "month": _words, "last_day": _day, "entries": _number, "digest": _digest, "closed_at": _moment,
}  # fmt: skip
_ISSUE = {
    "number": _counting, "begin_day": _day, "end_day": _day, "entries": _number, "link": _number, "report": _MAYBE_WORDS,
    "sha256": lambda value: value == "" or _digest(value), "published_at": _moment,
}  # fmt: skip
_CERTIFICATE = {
    "number": _counting, "name": _MAYBE_COUNTING, "entries": lambda value: _words(value) and _LIST.fullmatch(str(value)) is not None,
    "issued_on": _day,
}  # fmt: skip
_HANDOVER = {"number": _counting, "noted_on": _day, "entry": _counting, "is_filed": _one_of(0, 1)}

SHAPES = (
    Shape("book", True, _BOOK, ("id",)),
    Shape("party", True, _PARTY, ("number",)),
    Shape("party", True, {**_PARTY, "consent": _or_none(_CONSENT)}, ("number",)),
    Shape("party_name", True, _PARTY_NAME, ("number",)),
    Shape("item", True, _ITEM, ("number",)),
    Shape("item_name", False, {"key": _words, "item": _counting, "name": _words}, ("key",)),
    Shape("item_pack", False, {"item": _counting, "unit": _words, "amount_minor": _counting}, ("item", "unit")),
    Shape("store", True, _NAMED, ("number",)),
    Shape("purpose", True, _NAMED, ("number",)),
    Shape("register_change", True, {**_ACT, "changed_at": _moment}, ("number",)),
    Shape(
        "register_change", True,
        {**_ACT, "salt": _or_none(_salt), "commitment": _or_none(_digest), "state": _MAYBE_WORDS, "changed_at": _moment},
        ("number",),
    ),
    Shape("entry", True, _ENTRY, ("number",)),
    Shape("entry_note", True, _NOTE, ("entry",)),
    Shape("entry_party", False, _ENTRY_PARTY, ("entry", "role", "position")),
    Shape("line", False, _LINE, ("entry", "position")),
    Shape("chain", True, {"entry": _counting, "digest": _digest}, ("entry",)),
    Shape(
        "chain", True, {"number": _counting, "entry": _MAYBE_COUNTING, "change": _MAYBE_COUNTING, "digest": _digest}, ("number",)
    ),
    Shape("gift_consent", True, {"entry": _counting, "consent": _CONSENT}, ("entry",)),
    Shape("contact", False, _CONTACT, ("party", "field")),
    Shape("import", True, _IMPORT, ("number",)),
    Shape("import_undo", True, {"import": _counting, "undone_at": _moment}, ("import",)),
    Shape("import_source", True, _IMPORT_SOURCE, ("number",)),
    Shape("import_row", True, _IMPORT_ROW, ("entry",)),
    Shape("closing", True, _CLOSING, ("number",)),
    Shape("issue", True, _ISSUE, ("number",)),
    Shape("certificate", True, _CERTIFICATE, ("number",)),
    Shape("certificate_void", True, {"certificate": _counting, "voided_on": _day, "entries": _number}, ("certificate",)),
    Shape("handover", True, _HANDOVER, ("number",)),
    Shape("layout", False, {"headings": _words, "columns": _words, "remembered_at": _moment}, ("headings",)),
)  # fmt: skip
"""Every table that is recovered, one shape for each number of columns it ever had. Told apart by their values,
except `store` and `purpose`, which look the same."""

LATER = frozenset({
    "gift_consent", "contact", "import", "import_undo", "import_source", "import_row", "layout", "closing", "issue", "certificate",
    "certificate_void", "handover",
})  # fmt: skip
"""The tables that a book of the first schema has not."""

OBJECT = Shape(
    "sqlite_master", True,
    {"rowid": _number, "type": _one_of("table", "index", "view", "trigger"), "name": _words, "table": _words, "root": _number, "sql": _MAYBE_WORDS},
    ("name",),
)  # fmt: skip
"""A row of SQLite's own list of what is in the file; read with the rowid before its values."""

BY_DATE = Shape("entry_date", False, {"date": _day, "number": _counting, "rowid": _counting}, ("number",))
BY_DIGEST = Shape("sqlite_autoindex_chain_1", False, {"digest": _digest, "entry": _counting}, ("entry",))
INDEXES = {shape.table: shape for shape in (BY_DATE, BY_DIGEST)}
"""Indexes that say of an entry what its own row may no longer say; taken only where the file's list leads to them."""


def fitting(values: Values, rowid: int | None) -> dict[str, tuple[Shape, Row]]:
    """The tables that a record could be a row of, with the row it would be."""
    found = {}
    for shape in SHAPES:
        row = shape.row(values, rowid)
        if row is not None:
            found[shape.table] = (shape, row)
    return found


def number_of(row: Row, column: str) -> int:
    """The whole number in `column` (the shape has seen to it that it is one)."""
    value = row[column]
    assert isinstance(value, int), row
    return value


def by_number(rows: Iterable[Row], column: str) -> dict[int, list[Row]]:
    """The rows, in their order, by the whole number in `column`."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(number_of(row, column), []).append(row)
    return found
