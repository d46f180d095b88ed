"""The quick way for rows that are plain: what a cell means is kept, so that a million rows cost seconds.

A row is plain if nothing is blank that must be said, nothing is a total, a fault or a text that needs reading, nothing is
struck through, and no cell lies under a merged one. Whatever is not plain goes the careful way of `rows`, which says the same of plain ones.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any, TypeVar

from donations.domain.entry import Draft, DraftLine, Flow
from donations.domain.paper_fields import PASSED
from donations.domain.text import LONGEST_NAME
from donations.importers.columns.columns import GOODS_IN, GOODS_OUT, MONEY_IN, Column
from donations.importers.columns.gift_sorts import in_kind
from donations.importers.columns.record_kinds import may_promise
from donations.importers.patterns import pattern_of
from donations.importers.rows.contradicted import may_contradict
from donations.importers.rows.fates import why_by_note
from donations.importers.rows.places import WHERE, place_of
from donations.importers.rows.rows import ROLES, RowReader
from donations.importers.sheet import Covered, Divided, Merged, Spanning
from donations.importers.sums.for_names import ENDS_OF_TIMES
from donations.importers.table import Record
from donations.importers.words import cells as one
from donations.importers.words.accounts import is_interest
from donations.importers.words.cells import Misfit
from donations.importers.words.ditto import is_any_ditto, is_ditto
from donations.importers.words.dues import may_be_of_dues
from donations.importers.words.foot import is_in_capitals, is_note, is_section, may_sum_up, total_of
from donations.importers.words.giver_names import may_name_no_giver
from donations.importers.words.go_betweens import between
from donations.importers.words.goes_on import says_where
from donations.importers.words.keepers import is_keeper
from donations.importers.words.money_items import is_counted_so
from donations.importers.words.moneys_named import money_alone
from donations.importers.words.names_alone import may_head_givers
from donations.importers.words.naming_words import giver_without_wish, says_no_name, without_wish
from donations.importers.words.nothing import meant
from donations.importers.words.own_units import is_unit_alone
from donations.importers.words.part_words import may_say_part
from donations.importers.words.promise_words import is_void, may_wait
from donations.importers.words.reached import address_beside
from donations.importers.words.remark_words import may_be_behind, may_change
from donations.importers.words.shares import is_nobody, is_out_of_sight, is_use, may_share
from donations.importers.words.stores import is_own_store

Amount = TypeVar("Amount")
MOST_KEPT, FEW_KEPT = 32768, 8192
_CODE = pattern_of(r"[A-Za-z]{1,6}[-_]?[0-9]{1,20}")
_MERGED = {Merged, Spanning, Divided, Covered}
TYPES = {
    GOODS_IN: ("receipt", Flow.RECEIVED),
    GOODS_OUT: ("distribution", Flow.DISTRIBUTED),
    MONEY_IN: ("receipt", Flow.RECEIVED),
}
_NUMBER = pattern_of("[0-9]{16}")
"""By what a service knows a payment, which the book may have by it."""
_OTHERS = {*ROLES, "date", *WHERE, "note", "serial", "number"}
_GOODS = {"item", "specification", "unit", "quantity", "purpose", "store"}
_MONEY = {"money", "purpose", "store", "type"}


class Unplain(Exception):  # noqa: N818 - it says what the row is, and never leaves these files
    """The row goes the careful way."""


class Kept(dict[Any, Any]):
    """What cells mean, worked out when they are first met; all is forgotten when it becomes too much."""

    def __init__(self, work: Callable[[Any], Any], most: int) -> None:
        super().__init__()
        self.work, self.most = work, most

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401 - a cell, or the cells of several columns
        try:
            value = self.work(key)
        except Misfit:
            raise Unplain from None
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value


Quick = Callable[[int, list[str]], Record | None]


def is_goods(group: RowReader) -> bool:
    """Whether every row of the table says one amount of one item."""
    fields = set(group.by_field)
    return group.sort in (GOODS_IN, GOODS_OUT) and fields - _OTHERS <= _GOODS and {"item", "quantity"} <= fields


def is_money(group: RowReader) -> bool:
    """Whether every row of the table says one amount of money that came in, and from whom."""
    fields = set(group.by_field)
    if group.ways.is_signed or group.sort != MONEY_IN or fields - _OTHERS != fields & _MONEY or "money" not in fields:
        return False
    return not fields.isdisjoint(ROLES)  # where nobody is named a word for a total may stand in any column


def has_plain_rows(group: RowReader) -> bool:
    """Whether each field has one column, who and when included."""
    fields = set(group.by_field)
    if (
        any(len(columns) > 1 for columns in group.by_field.values())
        or any(_needs_care(each, group.sort) for each in group.group.columns)
        or group.group.headed is not None
        or group.group.is_card
        or group.codes
    ):
        return False
    is_dated = "date" in fields or (group.undated is not None and group.undated <= group.settings.today)
    # Where no column names donors a blank recipient may mean the one above.
    return is_dated and (group.sort == GOODS_OUT or "recipient" not in fields or "donor" in fields)


def _needs_care(column: Column, sort: str) -> bool:
    """Whether cells of a column say what only the careful way reads."""
    return bool(
        column.repeats
        or may_contradict(column, sort)
        or column.tells_promises
        or column.of_each
        or column.says_back
        or column.counts_cash
        or column.tells_address
        or (column.field == "recipient" and column.keeper)
    )


def is_code(text: str) -> bool:
    """Whether a cell numbers its row, and is no total, section or note: 12, WZ-0012."""
    return text.isdigit() or (_CODE.fullmatch(text) is not None and total_of(text) is None)


def totals_in_front(group: RowReader) -> tuple[list[int], Kept]:
    """The columns in front of all that are read, where a word for a total says what their row is, and what raises Unplain of one."""

    def work(text: str) -> None:
        if total_of(one.shown(text)):
            raise Unplain

    silent = [column.index for column in group.group.of("note", "", PASSED)]
    first = min(column.index for column in group.columns if column.field != "note")
    return [index for index in silent if index < first], Kept(work, FEW_KEPT)


def index_of(group: RowReader, field: str) -> int | None:
    return group.by_field[field][0].index if field in group.by_field else None


def getter_of(group: RowReader, fields: Sequence[str]) -> Callable[[Sequence[str]], Any] | None:
    indexes = [index for field in fields if (index := index_of(group, field)) is not None]
    return itemgetter(*indexes) if indexes else None


def as_row(fields: Sequence[str], key: Any) -> dict[str, str]:  # noqa: ANN401 - of itemgetter
    texts = key if isinstance(key, tuple) else (key,)
    return {field: meant(field, one.tidied(text)) for field, text in zip(fields, texts, strict=True)}


def refuse_words(row: Mapping[str, str]) -> None:
    """Raises Unplain where a cell is a word for a total, or means the one above: in whatever column, that says what its row is."""
    said = [text for text in row.values() if text]
    if is_any_ditto(said) or any(total_of(text) or may_sum_up(text) or without_wish(text) for text in said):
        raise Unplain


def row_way(
    group: RowReader,
    width: int,
    lines: "Lines[Amount]",
    noted: Callable[[str], str | None],
    add: Callable[[Amount, list[str]], None],
) -> Quick:
    """The function that reads one plain row: `lines` says what its cells of amounts are, `noted` what its note is, `add` counts it."""
    who, where = who_of(group), where_of(group)
    parties, get_parties = who
    places, get_place = where
    days, day_at = days_of(group), index_of(group, "date")
    notes, note_at = Kept(noted, FEW_KEPT), index_of(group, "note")
    serial_at, passed_on_at = index_of(group, "serial"), index_of(group, "recipient")
    front, is_plain_there = totals_in_front(group)
    kind, place, own = TYPES[group.sort][0], group.settings.place, day_at is not None
    undated = group.undated or date.min  # a table without any day has no quick way

    def quick(number: int, cells: list[str]) -> Record | None:
        if len(cells) != width or type(cells) is not list or not _MERGED.isdisjoint(map(type, cells)):
            return None
        try:
            if serial_at is not None and not is_code(cells[serial_at]):
                return None
            for index in front:
                is_plain_there[cells[index]]  # or Unplain is raised
            if group.is_said_above or (passed_on_at is not None and cells[passed_on_at]):
                return None
            named, there = parties[get_parties(cells)], place if get_place is None else places[get_place(cells)]
            note = None if note_at is None else notes[cells[note_at]]
            drafted, sums, amount = lines(cells)
            day = undated if day_at is None else days[cells[day_at]]  # last, as in plain.py
            draft = Draft(kind, day, drafted, named, there, None, None, False, note)
        except Unplain:
            return None
        group.recent = cells
        add(amount, cells)
        return Record(number, (draft,), None, own, None, sums)

    return quick


def note_of(group: RowReader, text: str) -> str | None:
    plain = one.tidied(text)
    if may_change(text) or may_say_part(text) or is_counted_so(text) or in_kind(text) or total_of(text):
        raise Unplain
    if is_unit_alone(text) or is_ditto(plain) or says_no_name(plain) or _NUMBER.search(plain) or may_be_behind(plain):
        raise Unplain
    if (group.fates.kinds and may_promise(plain)) or (group.sort == GOODS_IN and says_where(plain)):
        raise Unplain
    if group.fates.reads_notes and (may_wait(text) or may_be_of_dues(text)) and why_by_note(plain) is not None:
        raise Unplain
    said = meant("note", plain)
    if said.isalnum() and len(said) < LONGEST_NAME:
        return one.note(said)
    return group.noted({"note": said}, None)


_NO_GIVERS = (is_section, may_sum_up, may_head_givers, may_name_no_giver, is_interest, is_in_capitals, is_void)
_TAKERS = (may_share, is_own_store, is_out_of_sight, is_nobody, is_use, is_in_capitals, may_sum_up)
Lines = Callable[[list[str]], tuple[tuple[DraftLine, ...], Mapping[str, Fraction], Amount]]


def who_of(group: RowReader) -> tuple[Kept, Callable[[Sequence[str]], Any]]:
    fields = [field for field in ROLES if field in group.by_field]
    needed = [field for field in ("donor", *(["recipient"] if group.sort == GOODS_OUT else [])) if field in fields]
    # Money of nobody's; where no column says its day it may be the sum of the rows above.
    may_be_nobodys = group.sort == MONEY_IN and "date" in group.by_field

    def work(key: Any) -> Any:  # noqa: ANN401 - of itemgetter
        row = as_row(fields, key)
        if not row.get("recipient") and _raw("recipient", fields, key):  # 无: nobody, though something stands there
            raise Unplain
        is_nobodys = may_be_nobodys and not _raw("donor", fields, key)
        if not (is_nobodys or all(row[field] for field in needed)):
            raise Unplain
        refuse_words(row)
        if any(map(_is_no_name, (row[field] for field in needed if row[field]))):
            raise Unplain
        taker = row.get("recipient", "")
        if taker and any(judged(taker) for judged in _TAKERS):
            raise Unplain
        if taker and any(is_keeper(row.get(field, ""), group.keepers) for field in ("donor", "recipient")):
            raise Unplain  # what came in to them, or went out of what they had
        return group.who(row).parties

    return Kept(work, MOST_KEPT), getter_of(group, fields) or (lambda _cells: ())


def _raw(field: str, fields: Sequence[str], key: Any) -> str:  # noqa: ANN401 - of itemgetter
    """What stands in the column of that field, untidied; "" where there is none."""
    return "" if field not in fields else str(key[fields.index(field)] if isinstance(key, tuple) else key)


def _is_no_name(text: str) -> bool:
    """Whether what stands where a name belongs is for the careful way to judge."""
    return (
        is_note([text])
        or any(judged(text) for judged in _NO_GIVERS)
        or any(found(text) is not None for found in (money_alone, giver_without_wish, between))
        or address_beside(text) != ""
        or (text[-1:] in ENDS_OF_TIMES and text[:1].isdigit())
    )


def where_of(group: RowReader) -> tuple[Kept, Callable[[Sequence[str]], Any] | None]:
    fields = [field for field in WHERE if field in group.by_field]

    def work(key: Any) -> Any:  # noqa: ANN401 - of itemgetter
        row = as_row(fields, key)
        refuse_words(row)
        [place] = place_of(row, group.settings.place)
        if group.noted(row, None):  # a region that is none belongs into the note
            raise Unplain
        return place

    return Kept(work, FEW_KEPT), getter_of(group, fields)


def days_of(group: RowReader) -> Kept:
    def work(text: str) -> Any:  # noqa: ANN401 - a date
        plain = one.tidied(text)
        day = group.days(plain) if plain else None
        if day is None or day > group.settings.today:
            raise Unplain
        return day

    return Kept(work, FEW_KEPT)
