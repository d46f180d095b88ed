"""A book that this program exported, read back: known by its headings, whatever sort of file it was saved as since."""

from collections.abc import Callable, Iterator, Mapping

from donations.domain import exchange as said
from donations.domain.exchange import (
    COLUMNS,
    OF_ENTRY,
    ROLES,
    BookSaid,
    EndSaid,
    EntrySaid,
    LineSaid,
    Said,
    Statement,
    Whole,
)
from donations.domain.spreadsheet import GUARD
from donations.i18n import N_
from donations.importers.exchange_cells import NUMBER, SOMETHING, Cells, Misfit, tidied
from donations.importers.patterns import pattern_of
from donations.importers.sheet import Sheet
from donations.importers.stream import Row, Stream
from donations.importers.table import Exchanged, Slip, Table
from donations.importers.words.row_reasons import BLANK

LAYOUT = "book"
"""The key of the layout, and of the sort."""

_KNOWN_BY = frozenset({"record", "entry", "line", "flow", "counted", "own_recipient", "written"})
_FIRST = N_("the first row of an exported book, which says how many entries follow")
_NEWER = N_("a book exported by this version; a newer one of the program reads this file")
_ALL_COLUMNS = N_("this column of an exported book: none may be taken out")
_RECORD = N_("one of book, party, item, pack, store, purpose, entry, closing, end")
_NO_END = N_("the last row of an exported book (end): the file is cut off")
_AFTER_END = N_("nothing below the last row of an exported book (end)")
_CHANGED = N_("the digest of the rows above: something was cut off, changed or taken out since the book was exported")
_IN_ORDER = N_("entry {number}: entries stand in the order of their numbers, and none is left out")
_ALIKE = N_("the same as in the first row of the entry")
_CUT_OFF = N_("{entries} entries, as its first row says: the file is cut off, or rows were added")

_ROWS_LOST = N_("{rows} rows of entries, as its first row says: the file is cut off, or rows were added or taken out")
_FEW_LOST = 1000
"""So many entries may be lost in one place: a number beyond is a slip of its own, from which nothing is counted."""

_AS_EXPORTED = N_("what was exported, unchanged")

_IDENTITY = pattern_of("[nc]-[0-9a-f]{32}")


def is_exchange(cells: list[str]) -> bool:
    """Whether a row has the headings of an exported book, in whatever order."""
    return len(cells) >= len(_KNOWN_BY) and "record" in map(str.strip, cells) and {*map(str.strip, cells)} >= _KNOWN_BY


def read_exchange(headings: Row, stream: Stream, sheet: Sheet) -> Table:
    """The table below these headings, to the end of the sheet."""
    number, cells = headings
    names = [cell.strip() for cell in cells]
    columns = {name: "-" if name not in COLUMNS else name for name in names if name}
    records = _Reader({name: at for at, name in enumerate(names)}, stream).records()
    return Table(LAYOUT, LAYOUT, sheet.name, number, columns, "|".join(names), "", records)


class _Reader:
    """Reads statement after statement."""

    def __init__(self, places: Mapping[str, int], stream: Stream) -> None:
        self._places, self._stream = places, stream
        self._missing = [column for column in COLUMNS if column not in places]
        self._book: BookSaid | None = None
        self._begun = False
        self._whole, self._is_sound = Whole(), True
        self._is_ended = False
        self._is_guarded = True
        self._last, self._row, self._entry_rows = 0, 0, 0

    def records(self) -> Iterator[Exchanged]:
        """What each row, or all rows of one entry, say."""
        entry: list[Row] = []
        for number, cells in self._stream:
            self._row = number
            if entry and not self._goes_on(entry[0][1], cells):
                yield self._read(entry)
                entry = []
            if not any(cells):
                yield Exchanged(number, ignored=BLANK)
            elif self._is_entry(cells):
                self._entry_rows += 1
                entry.append((number, cells))
            else:
                yield self._read([(number, cells)])
        if entry:
            yield self._read(entry)
        yield from self._lost()

    def _lost(self) -> Iterator[Exchanged]:
        """What the first row said would follow, and didn't."""
        if self._book is None:
            return
        if not self._is_ended and self._is_sound:
            yield Exchanged(self._row, 0, slips=(Slip("record", _NO_END, ""),))
            return
        facts = {"entries": self._book.entries, "rows": self._book.rows}
        if self._book.entries != self._last:
            yield Exchanged(self._row, 0, slips=(Slip(None, _CUT_OFF, str(self._last)),), facts=facts)
        elif self._book.rows != self._entry_rows:
            yield Exchanged(self._row, 0, slips=(Slip(None, _ROWS_LOST, str(self._entry_rows)),), facts=facts)

    def _is_complete(self) -> bool:
        """Whether as much was there as the first row says; what is lost is told at the end."""
        return self._book is None or (self._book.entries, self._book.rows) == (self._last, self._entry_rows)

    def _at(self, cells: list[str], column: str) -> str:
        at = self._places[column]
        return cells[at].strip() if at < len(cells) else ""

    def _is_entry(self, cells: list[str]) -> bool:
        return self._at(cells, "record") == "entry"

    def _goes_on(self, first: list[str], cells: list[str]) -> bool:
        return self._is_entry(cells) and self._at(cells, "entry") == self._at(first, "entry")

    def _read(self, rows: list[Row]) -> Exchanged:
        number, rest = rows[0][0], len(rows)
        if self._missing:
            return Exchanged(number, rest, slips=(Slip(self._missing[0], _ALL_COLUMNS, ""),))
        try:
            return Exchanged(number, rest, said=self._statement(rows))
        except Misfit as misfit:
            self._is_sound = False
            return Exchanged(number, rest, slips=(misfit.slip,), facts=misfit.facts)

    def _statement(self, rows: list[Row]) -> Statement:
        first, self._begun = not self._begun, True
        record = self._at(rows[0][1], "record")
        if (record == "book") != first:
            raise Misfit("record", _FIRST, record)
        if first:
            self._is_guarded = self._at(rows[0][1], "note").startswith(GUARD)
        lines = [Cells(cells, self._places, is_guarded=self._is_guarded) for _, cells in rows]
        if self._is_ended:
            raise Misfit("record", _AFTER_END, record)
        if record == "end":
            return self._end(lines[0])
        found = self._said(record, lines)
        self._whole.add(found)
        return found

    def _said(self, record: str, lines: list[Cells]) -> Said:
        if record == "entry":
            return self._entry(lines)
        if record not in _NAMES:
            raise Misfit("record", _RECORD, record)
        found = _NAMES[record](lines[0])
        if isinstance(found, BookSaid):
            self._book = found
        return found

    def _end(self, row: Cells) -> EndSaid:
        """The last row, which is held against those before it where each of them could be read."""
        self._is_ended = True
        stated = EndSaid(row.number("line") or 0, row.needed("note"))
        if self._is_sound and self._is_complete() and stated != self._whole.end():
            raise Misfit("note", _CHANGED, stated.digest)
        return stated

    def _entry(self, rows: list[Cells]) -> EntrySaid:
        number = rows[0].number("entry")
        wanted = self._last + 1
        self._last = number if number is not None and self._may_be(number, wanted) else wanted
        if number != wanted:
            raise Misfit("entry", _IN_ORDER, rows[0].text("entry") or "", number=wanted)
        if self._book is not None and number > self._book.entries:
            raise Misfit("entry", _CUT_OFF, str(number), entries=self._book.entries)
        has_lines = rows[0].text("line") is not None
        for position, row in enumerate(rows, 1):
            if (has_lines or len(rows) > 1) and row.number("line") != position:
                raise Misfit("line", NUMBER, row.text("line") or "")
        for row in rows[1:]:
            for column in OF_ENTRY:
                if row.text(column) != rows[0].text(column):
                    raise Misfit(column, _ALIKE, row.text(column) or "")
        return _entry_said(number, rows[0], tuple(map(_line_said, rows)) if has_lines else ())

    def _may_be(self, number: int, wanted: int) -> bool:
        """Whether a few entries before it can be lost; else the number itself is wrong."""
        return self._book is not None and wanted < number <= min(self._book.entries, wanted + _FEW_LOST)


def _entry_said(number: int, row: Cells, lines: tuple[LineSaid, ...]) -> EntrySaid:
    day = row.day("date")
    if day is None:
        raise Misfit("date", SOMETHING)
    parties = {role: names for role in ROLES if (names := _names(row, role))}
    return EntrySaid(
        number, day, row.term("type"), lines, parties, row.text("reason"), row.number("reverses"),
        row.number("corrects"), row.text("city"), row.text("county"), row.text("note"), row.word("consent"),
        row.text("into_closed"), row.number("returns"), _known_by(row), row.number("reversed_by"),
    )  # fmt: skip


def _known_by(row: Cells) -> str | None:
    found = row.text("known_by")
    if found is not None and not _IDENTITY.fullmatch(found):
        raise Misfit("known_by", _AS_EXPORTED, found)
    return found


def _line_said(row: Cells) -> LineSaid:
    return LineSaid(
        row.needed("item"), row.term("flow"), row.decimal("amount"), row.text("unit"), row.term("certainty"),
        row.decimal("value"), row.word("value_certainty"), row.text("value_basis"), row.decimal("counted"),
        row.text("store"), row.text("purpose"), row.text("own_recipient"), row.text("batch"), row.day("expires_on"),
        row.text("written"),
    )  # fmt: skip


def _names(row: Cells, column: str) -> tuple[str, ...]:
    found = row.text(column)
    return tuple(dict.fromkeys(map(tidied, said.parted(found)))) if found is not None else ()


def _book(row: Cells) -> BookSaid:
    version, entries, rows = row.needed("type"), row.number("entry"), row.number("line")
    if version != said.VERSION:
        raise Misfit("type", _NEWER, version)
    if entries is None:
        raise Misfit("entry", SOMETHING)
    if rows is None:
        raise Misfit("line", SOMETHING)
    return BookSaid(version, entries, rows)


def _party(row: Cells) -> said.PartySaid:
    return said.PartySaid(
        row.needed("name"), _names(row, "also"), row.word("sort"), row.text("city"), row.text("county"), row.word("consent")
    )  # fmt: skip


def _item(row: Cells) -> said.ItemSaid:
    decimals = row.number("decimals")
    if decimals is None or decimals > 6:  # noqa: PLR2004 - as the schema has it
        raise Misfit("decimals", NUMBER, row.text("decimals") or "")
    return said.ItemSaid(
        row.needed("name"), row.text("specification"), row.text("unit") or "", decimals, row.text("english"),
        row.text("category"), _names(row, "also"),
    )  # fmt: skip


def _pack(row: Cells) -> said.PackSaid:
    amount = row.decimal("amount")
    if amount is None:
        raise Misfit("amount", SOMETHING)
    return said.PackSaid(row.needed("item"), row.needed("unit"), amount)


def _closing(row: Cells) -> said.ClosingSaid:
    day = row.day("date")
    if day is None:
        raise Misfit("date", SOMETHING)
    return said.ClosingSaid(day)


_NAMES: Mapping[str, Callable[[Cells], Said]] = {
    "book": _book,
    "party": _party,
    "item": _item,
    "pack": _pack,
    "store": lambda row: said.NamedSaid("store", row.needed("name")),
    "purpose": lambda row: said.NamedSaid("purpose", row.needed("name")),
    "closing": _closing,
}
