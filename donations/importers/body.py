"""The rows below the headings of one table: records, totals, notes, and where the next table begins."""

from collections.abc import Iterator, Sequence

from donations.importers.columns.balances import Balances
from donations.importers.columns.columns import OURS, STATISTIC, UNCLEAR, Layout
from donations.importers.columns.day_order import month_first, year_first
from donations.importers.columns.days import days
from donations.importers.columns.row_sums import other_sum
from donations.importers.columns.title import Title, day_in, says_year
from donations.importers.layouts.finding import headings_at, is_again
from donations.importers.layouts.headless import is_data
from donations.importers.layouts.layout import said_by_user
from donations.importers.layouts.stock_books import in_and_out
from donations.importers.layouts.turns import is_of_other, unsaid
from donations.importers.quick.plain import PlainRows, plain_way
from donations.importers.quick.quick_mixed import Quick, any_quick_way
from donations.importers.rows.fates import ends
from donations.importers.rows.reversals import last
from donations.importers.rows.rows import RowReader
from donations.importers.rows.struck import is_void, judged, void_total
from donations.importers.stream import Row, Stream
from donations.importers.sums import sections
from donations.importers.sums.above import Above
from donations.importers.sums.name_or_total import total_of_all
from donations.importers.sums.stated import OTHER_SUBTOTAL, Stated
from donations.importers.table import Plain, Record, Settings, Slip, Table
from donations.importers.words import cells as one
from donations.importers.words.foot import is_amount, is_note, is_numbered, is_part, is_signature, is_word, number_in
from donations.importers.words.heading_words import PASSED
from donations.importers.words.row_reasons import (
    AGAIN,
    BLANK,
    FOOT,
    NOTE,
    PAPER,
    SECTION,
    STATISTIC_ROW,
    unread,
)

_NAMED = ("donor", "recipient", "item")
_AHEAD = 40
_FOR_ORDER = 300
"""How many rows are looked at for a day that tells the order of month and day."""


class Body:
    """Reads the records of one table."""

    def __init__(
        self, table: Table, layout: Layout, title: Title, stream: Stream, settings: Settings, above: Above
    ) -> None:
        self.table, self.layout, self.title, self.stream = table, layout, title, stream
        self.said = said_by_user(settings.columns)
        order = month_first(layout, [cells for _, cells in stream.peek(_FOR_ORDER)])
        last, before = title.last or settings.day, None if says_year(title) else above.days
        read = days(
            settings.today, last, year_first=year_first(layout), span=title.span, month_first=order, before=before,
            hears=above.hear,
        )  # fmt: skip
        undated = settings.day or (None if title.year_only else title.last)
        table.assumed = None if settings.day or any(group.of("date") for group in layout.groups) else undated
        own = undated if settings.day else None  # of those beside others with days, which they may sum up
        readers = ((group, own if layout.is_beside_days(group) else undated) for group in layout.groups)
        self.groups = [RowReader(group, settings, read, day, title, apart=stream.is_records) for group, day in readers]
        sections.begin(self.groups, title)
        self.shared = self._shared()
        self.stated = Stated(self.groups, above, title.text)
        self.ended = False  # whether a total, a note or a blank row came behind the last record
        self.width = len(layout.keys)
        self.balances = Balances(layout.by_balance, stream)

    def _shared(self) -> set[int]:
        """The columns that all records of a row share."""
        if any(group.group.turn for group in self.groups):
            return set()  # a row is of one of them
        every = [{column.index for column in group.group.columns} for group in self.groups]
        return set.intersection(*every) if len(every) > 1 else set()

    def records(self) -> Iterator[Record | Plain]:
        """A record for each row, or for many at once, to the end of the table."""
        alone = self.groups[0] if len(self.groups) == 1 and self.table.sort != OURS else None
        plain = None if alone is None else plain_way(alone, self.width, self.stated)
        if plain is not None:
            yield from self._plainly(plain)
        else:
            yield from last(self._each(None if alone is None else any_quick_way(alone, self.width, self.stated)))
        self.stated.tell(self.table)

    def _plainly(self, plain: PlainRows) -> Iterator[Record | Plain]:
        while True:
            taken, row = plain.read(self.stream)
            if taken is not None:
                self.ended = False
                yield taken
            if row is None and taken is None:
                return
            found = [] if row is None else self._row(row)
            if found is None:
                assert row is not None
                self.stream.give_back(row)
                return
            if row is not None:
                self.ended = all(ends(record.ignored) for record in found)
            yield from found

    def _each(self, quick: Quick | None) -> Iterator[Record]:
        for row in self.stream:
            if quick is not None and (record := quick(*row)) is not None:
                self.ended = False
                yield record
                continue
            found = self._row(row)
            if found is None:
                self.stream.give_back(row)
                break
            self.ended = all(ends(record.ignored) for record in found)
            yield from found

    def _row(self, row: Row) -> list[Record] | None:
        """The records of a row; None where another table begins with it."""
        number, cells = row
        if why := self._plainly_none(cells):
            return [Record(number, ignored=why)]
        if self._begins_another(row):
            return None
        if self.table.sort in (OURS, STATISTIC):
            return [self._of_figures(number)]
        if len(self.groups) > 1 and (total := total_of_all(cells)) is not None:
            return [Record(number, ignored=self.stated.take_of_all(number, total, cells))]
        groups = [group for group in self.groups if not is_of_other(group.group, cells)]
        read = (group.judged(self._of_group(group, number, cells)) for group in groups)
        found = [each for each in read if each is not None]
        if found and all(each.ignored for each in found):
            return [max(found, key=lambda each: each.ignored == OTHER_SUBTOTAL)]  # one row, whatever stood in it
        if self.groups[0].group.of_store:
            found = [in_and_out(self.groups, found, row)]
        if slips := other_sum(self.layout.groups, cells):
            found = [Record(number, slips=slips)]
        return found or [Record(number, ignored=BLANK)]

    def _plainly_none(self, cells: Sequence[str]) -> str | None:
        if all(_is_blank(cell) for cell in cells):
            return BLANK
        return AGAIN if is_again(cells, self.layout) else None

    def _begins_another(self, row: Row) -> bool:
        """Whether the row is a line of headings of another table, or the first line above one."""
        cells, rows = row[1], [later for _, later in self.stream.peek(3)]
        if sections.begins_account(cells, rows, self.title, self.layout) or headings_at(
            [cells, *rows[:2]], self.said, self.title.way
        ):
            return True
        filled = [cell for cell in cells if not _is_blank(cell)]
        if len(filled) > 2 or any(self._has_amount(group, cells) for group in self.groups):  # noqa: PLR2004
            return False
        ahead = self.stream.peek(12)
        for place, (_, later) in enumerate(ahead):
            if is_again(later, self.layout):
                return False
            if headings_at([each for _, each in ahead[place : place + 2]], self.said, self.title.way):
                return True
            if any(self._has_amount(group, later) for group in self.groups):
                return False
        return False

    def _has_amount(self, group: RowReader, cells: Sequence[str]) -> bool:
        return any(
            column.index < len(cells) and not _is_blank(cell := cells[column.index]) and not is_signature(cell)
            for column in group.amounts
            if column.index not in self.shared
        )

    def _of_group(self, group: RowReader, number: int, cells: Sequence[str]) -> Record | None:
        """The record of one group of columns; None where they are blank."""
        try:
            texts = self.balances.signed(cells, group.texts(cells))
        except one.Misfit as misfit:
            return Record(number, slips=(group.slip(misfit),))
        own = [text for index, text in texts.items() if text and index not in self.shared]
        if not own or (group.group.of_store and all(one.plain_number(text) == 0 for text in own)):
            return None if len(self.groups) > 1 else Record(number, ignored=BLANK)
        if group.sort == UNCLEAR and not self.table.heading_row:
            seen = " ".join(text for text in texts.values() if text)
            slip = Slip(None, unread(seen), seen[:60])
            return Record(number, slips=(slip,)) if is_data(cells) else Record(number, ignored=NOTE)
        if (total := self._total(group, number, cells, texts)) is not None:
            return total
        if self._says_no_amount(group, cells, texts) and (why := self._words(group, number, texts)):
            return Record(number, ignored=why)
        return self._read(group, number, cells, texts)

    def _total(self, group: RowReader, number: int, cells: Sequence[str], texts: dict[int, str]) -> Record | None:
        if is_void(group, cells, texts):
            return void_total(number, texts)
        try:
            total = self.stated.total(group, texts, self._is_last, self.stream)
        except one.Misfit as neither:
            return Record(number, slips=(group.slip(neither),))
        return None if total is None else Record(number, ignored=self.stated.take(number, group, texts, total))

    def _says_no_amount(self, group: RowReader, cells: Sequence[str], texts: dict[int, str]) -> bool:
        """Whether no amount stands in the row; words in its column, below the table and beside nobody, are none."""
        if not self._has_amount(group, cells):
            return group.sort != UNCLEAR or not is_data(cells)  # what was taken for headings may have been a record
        told = any(texts.get(column.index) for field in _NAMED for column in group.by_field.get(field, []))
        words = [texts.get(column.index, "") for column in group.amounts]
        said = list(filter(None, texts.values()))
        if len(said) == 1 and not is_amount(said[0]):
            return True
        return self.ended and not told and not any(number_in(word) is not None for word in words) and self._is_last()

    def _of_figures(self, number: int) -> Record:
        """A row of a table whose figures are made of many gifts."""
        if self.table.sort == STATISTIC:
            return Record(number, ignored=STATISTIC_ROW)
        return Record(number, slips=(Slip(None, PAPER, self.layout.headings.replace("|", " ")[:60]),))

    def _read(self, group: RowReader, number: int, cells: Sequence[str], texts: dict[int, str]) -> Record:
        if group.sort == UNCLEAR:
            return Record(number, slips=(Slip(None, group.group.lacks, self.layout.headings.replace("|", " ")[:60]),))
        if slips := unsaid(group.group, texts):
            return Record(number, slips=slips)
        if self.stream.is_lines and (extra := [cell for cell in cells[self.width :] if not _is_blank(cell)]):
            return Record(number, slips=(Slip(None, one.AS_MANY, " ".join(extra)[:60]),))
        record, deal = group.record(number, cells, texts)
        record = judged(group, cells, texts, record)
        self.stated.follow(group, record, deal, texts)
        return record

    def _is_last(self) -> bool:
        """Whether no more rows with amounts follow."""
        for _, cells in self.stream.peek(_AHEAD):
            if is_again(cells, self.layout):
                return False
            if headings_at([cells], self.said, self.title.way):
                return True
            if any(self._has_amount(group, cells) for group in self.groups) and not is_word(cells):
                return False
        return True

    def _words(self, group: RowReader, number: int, texts: dict[int, str]) -> str | None:
        """Why a row without any amount is no record; None where it is one that lacks its amount."""
        filled = [(index, text) for index, text in texts.items() if text]
        words = [text for _, text in filled]
        if self._is_title_of_page(group, words):
            return SECTION
        if is_note(words) or (all(map(is_signature, words)) and self._is_last()):
            return self.stated.prose(number, words[0]) or NOTE
        if len(filled) == 1:
            return self._one_word(group, *filled[0])
        if sections.heads_rows(group, texts, self.stream):
            sections.tells_party(group, words[-1])
            return SECTION
        if (
            self._is_last()
            and not sections.has_serial(group, texts)
            and (self.ended or not sections.lacks_amount(group, filled))
        ):
            return self.stated.prose(number, " ".join(words)) or FOOT
        return None

    def _is_title_of_page(self, group: RowReader, words: Sequence[str]) -> bool:
        """Whether the row stands above headings that come again, and says the day of what follows."""
        ahead = self.stream.peek(1)
        if not ahead or not is_again(ahead[0][1], self.layout):
            return False
        day = day_in(words, self.title, group.settings.today)
        for each in self.groups if day else ():
            each.remember("date", f"{day}")
        return day is not None

    def _one_word(self, group: RowReader, index: int, text: str) -> str | None:
        """Why a row with one filled cell, which is no amount, is no record."""
        if self._is_last():
            return FOOT
        if day := sections.day_of(group, text):
            group.remember("date", day)
            return SECTION
        after = next((cells for _, cells in self.stream.peek(1)), [])
        if sections.tells_party(group, text) or is_again(after, self.layout):
            return SECTION
        field = next((column.field for column in group.columns if column.index == index), PASSED)
        if field in _NAMED:
            if self._is_blank_at(group, index, after):
                group.remember(field, text)
                return SECTION
            return SECTION if is_numbered(text) or is_part(text) else None
        return SECTION

    def _is_blank_at(self, group: RowReader, index: int, cells: Sequence[str]) -> bool:
        return self._has_amount(group, cells) and (index >= len(cells) or _is_blank(cells[index]))


def _is_blank(cell: str) -> bool:
    return not (cell and one.shown(cell))
