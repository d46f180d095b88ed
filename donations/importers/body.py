"""The rows below the headings of one table: records, totals, notes, and where the next table begins."""

from collections.abc import Iterator, Sequence
from functools import partial

from donations.importers.columns.answers import are_answers
from donations.importers.columns.balances import Balances
from donations.importers.columns.columns import OURS, STATISTIC, UNCLEAR, Layout
from donations.importers.columns.day_order import month_first, year_first
from donations.importers.columns.headed import is_label
from donations.importers.columns.lost_zeros import refusing_lost_zeros
from donations.importers.columns.lots import lot_days
from donations.importers.columns.other_measure import counts_otherwise
from donations.importers.columns.row_sums import other_sum
from donations.importers.columns.table_days import days, mixes_years, refusing_other_years
from donations.importers.columns.title import Title, says_year, time_of
from donations.importers.columns.utc_days import in_china
from donations.importers.layouts.days_over import days_over
from donations.importers.layouts.finding import Further
from donations.importers.layouts.headless import is_data
from donations.importers.layouts.layout import said_by_user
from donations.importers.layouts.stock_books import in_and_out
from donations.importers.layouts.turns import is_of_other, unsaid
from donations.importers.layouts.two_sided import wordless
from donations.importers.quick.plain import PlainRows, plain_way
from donations.importers.quick.quick import Quick
from donations.importers.quick.quick_mixed import quick_way
from donations.importers.rows.contradicted import contradicted
from donations.importers.rows.fates import ends
from donations.importers.rows.parted import parted
from donations.importers.rows.reversals import last
from donations.importers.rows.rows import RowReader
from donations.importers.rows.struck import is_void, judged, void_total
from donations.importers.stream import Row, Stream
from donations.importers.sums import other_way, sections
from donations.importers.sums.above import Above
from donations.importers.sums.for_names import NAMED
from donations.importers.sums.name_or_total import total_of_all
from donations.importers.sums.own_sums import LIST_SUMS, OwnSums, sums_each
from donations.importers.sums.running import RunningSums
from donations.importers.sums.spanned import spanned
from donations.importers.sums.stated import OTHER_SUBTOTAL, Stated
from donations.importers.sums.times_told import tears_time
from donations.importers.sums.worded import is_kept_open, is_title, why_no_record, with_labels
from donations.importers.table import Plain, Record, Settings, Slip, Table
from donations.importers.words import cells as one
from donations.importers.words.foot import (
    GRAND,
    PART,
    is_amount,
    is_level,
    is_published,
    is_signature,
    is_signed,
    is_word,
    number_in,
)
from donations.importers.words.row_reasons import AGAIN, BLANK, NOTE, OPEN, PAPER, STATISTIC_ROW, unread
from donations.importers.words.work import says_work

_AHEAD = 40
_FOR_ORDER = 300  # rows that are looked at for a day that tells the order of month and day


class Body:
    """Reads the records of one table."""

    def __init__(
        self, table: Table, layout: Layout, title: Title, stream: Stream, settings: Settings, above: Above
    ) -> None:
        self.table, self.layout, self.title, self.stream, self.above = table, layout, title, stream, above
        self.further, self.headings_left = Further(layout, said_by_user(settings.columns), title.way), 0
        ahead = [cells for _, cells in stream.peek(_FOR_ORDER)]
        order = month_first(layout, ahead)
        last, before = title.last or settings.day, None if says_year(title) else above.days
        reading = partial(
            days, settings.today, last, year_first=year_first(layout), span=title.span, month_first=order, before=before
        )
        read, later = reading(hears=above.hear), reading()
        read = refusing_lost_zeros(in_china(read, layout), layout, ahead)
        read = refusing_other_years(read, layout, ahead, time_of(title), settings.today)
        undated = settings.day or (None if title.year_only else title.last)
        table.assumed = None if settings.day or any(group.of("date") for group in layout.groups) else undated
        own = undated if settings.day else None  # of those beside others with days, which they may sum up
        self.mixes_years = mixes_years(layout, ahead, title.span)
        self.groups = [
            RowReader(
                group, settings, read, own if layout.is_beside_days(group) else undated, title,
                apart=stream.is_records or are_answers(group.columns, ahead), lot_days=lot_days(layout, ahead, order), later=later,
            )
            for group in layout.groups
        ]  # fmt: skip
        sections.begin(self.groups, title)
        self.stated, self.own_sums = Stated(self.groups, above, title.text), OwnSums()
        self.ended = False  # whether a total, a note or a blank row came behind the last record
        self.shared, self.width, self.balances = layout.shared, len(layout.keys), Balances(layout.by_balance, stream)
        self.running = RunningSums(self.groups, stream)
        self.titled = 0  # the row that last said something of the page that follows

    def hear_days(self, over: Sequence[str]) -> None:
        """Take the days in the row above the headings, one over each of the records side by side, as theirs."""
        said = days_over(over, self.layout.groups, self.title.last or self.groups[0].settings.today)
        for group, day in zip(self.groups, said, strict=bool(said)):
            group.remember("date", f"{day}")
            self.table.assumed = None

    def records(self) -> Iterator[Record | Plain]:
        """A record for each row, or for many at once, to the end of the table."""
        is_plain = (
            len(self.groups) == 1 and self.table.sort != OURS and not self.mixes_years and not self.running.are_there
        )
        alone = self.groups[0] if is_plain else None
        plain = None if alone is None else plain_way(alone, self.width, self.stated)
        if plain is not None:
            yield from last(self._plainly(plain))
        else:
            yield from last(self._each(None if alone is None else quick_way(alone, self.width, self.stated)))
        self.stated.tell(self.table)

    def _plainly(self, plain: PlainRows) -> Iterator[Record | Plain]:
        while True:
            taken, row = plain.read(self.stream)
            if taken:
                self.ended = False
                yield from taken
            if row is None and not taken:
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
            found = [max(found, key=lambda each: each.ignored == OTHER_SUBTOTAL)]  # one row, whatever stood in it
            return self.running.held(found, cells)
        if self.groups[0].group.of_store:
            found = [in_and_out(self.groups, found, row)]
        if slips := other_sum(self.layout.groups, cells):
            found = [Record(number, slips=slips)]
        self.stated.lacks_rows |= any(record.slips for record in found)
        return self.running.held(found, cells) or [Record(number, ignored=BLANK)]

    def _plainly_none(self, cells: Sequence[str]) -> str | None:
        if not any(map(one.shown, cells)):
            return BLANK
        if self.own_sums.are_said(cells) and not sums_each(self.groups, cells):
            return LIST_SUMS
        if why := sections.no_record(self.groups, cells):
            return why
        self.headings_left = self.headings_left or self.further.again(
            cells, self._below() if self.layout.rows > 1 else ()
        )
        if not self.headings_left:
            return None
        self.headings_left -= 1
        return AGAIN

    def _below(self) -> list[list[str]]:
        return [cells for _, cells in self.stream.peek(12)]

    def _begins_another(self, row: Row) -> bool:
        """Whether the row is a line of headings of another table, or the first line above one."""
        cells, ahead = row[1], self._below()
        if other_way.begins(self, row, ahead) or self.further.of_other([cells, *ahead[:2]]):
            return True
        filled = [cell for cell in cells if one.shown(cell)]
        counts = any(self.has_amount(group, cells) for group in self.groups) and not is_title(self.groups, cells)
        if counts or len(filled) > 2:  # noqa: PLR2004
            return False
        for place, later in enumerate(ahead):
            if self.further.again(later, ahead[place + 1 :]):
                lines = [" ".join(filter(None, map(one.shown, each))) for each in (cells, *ahead[:place])]
                return counts_otherwise(lines, self.title)
            if self.further.of_other(ahead[place : place + 3]):
                return True
            if any(self.has_amount(group, later) for group in self.groups):
                return False
        return False

    def has_amount(self, group: RowReader, cells: Sequence[str]) -> bool:
        return any(
            one.shown(cell := one.cell_at(cells, column.index)) and not is_signature(cell)
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
            seen, title = " ".join(filter(None, texts.values())), self.title.text
            slip = Slip(None, *((group.group.why, title[:60]) if group.group.why else unread(seen, title)))
            return Record(number, slips=(slip,)) if is_data(cells) else Record(number, ignored=NOTE)
        is_note = is_signed([text for text in texts.values() if text])
        if not is_note and (total := self._total(group, number, cells, texts)) is not None:
            return total
        torn = tears_time(group, texts, self.title, self.stream)
        says_none = torn is None and self._says_no_amount(group, cells, texts)
        why = why_no_record(self, group, number, with_labels(texts, cells)) if says_none else None
        why = OPEN if is_kept_open(group, texts) else why
        if torn or why:
            return Record(number, ignored=why, slips=(torn,) if torn else ())
        return self._read(group, number, cells, texts)

    def _total(self, group: RowReader, number: int, cells: Sequence[str], texts: dict[int, str]) -> Record | None:
        if is_void(group, cells, texts):
            return void_total(number, texts)
        if (of_several := spanned(self.stated, group, number, cells, texts)) is not None:
            return Record(number, ignored=of_several)
        try:
            total = self.stated.total(group, texts, self.is_last, self.stream)
        except one.Misfit as neither:
            return Record(number, slips=(group.slip(neither),))
        if total == GRAND or (total == PART and not any("页" in text for text in texts.values())):
            group.end_block()
        return None if total is None else Record(number, ignored=self.stated.take(number, group, texts, total))

    def _says_no_amount(self, group: RowReader, cells: Sequence[str], texts: dict[int, str]) -> bool:
        """Whether no amount stands in the row; words in its column, below the table and beside nobody, are none."""
        if not self.has_amount(group, cells):
            return group.sort != UNCLEAR or not is_data(cells)  # what was taken for headings may have been a record
        told = any(texts.get(column.index) for field in NAMED for column in group.by_field.get(field, []))
        words = [texts.get(column.index, "") for column in group.amounts]
        said = list(filter(None, texts.values()))
        if (
            is_signed(said)
            or any(map(says_work, said))
            or (is_published(said, self.title.text) and self.is_last())
            or (len(said) > 1 and all(map(is_label, said)))
            or (len(said) == 1 and (not is_amount(said[0]) or is_level(said[0])))
        ):
            return True
        return self.ended and not told and not any(number_in(word) is not None for word in words) and self.is_last()

    def _of_figures(self, number: int) -> Record:
        """A row of a table whose figures are made of many gifts."""
        if self.table.sort == STATISTIC:
            return Record(number, ignored=STATISTIC_ROW)
        return Record(number, slips=(Slip(None, PAPER, self.layout.headings.replace("|", " ")[:60]),))

    def _read(self, group: RowReader, number: int, cells: Sequence[str], texts: dict[int, str]) -> Record:
        if group.sort == UNCLEAR:
            return Record(number, slips=(group.group.asks(self.layout.headings.replace("|", " ")[:60]),))
        slips = parted(group, cells, self.width, texts) if self.stream.is_lines else ()
        slips = slips or unsaid(group.group, texts) or wordless(group.group, texts)
        if slips := slips or contradicted(group.group, texts):
            return Record(number, slips=slips)
        record, deal = group.record(number, cells, texts)
        record = judged(group, cells, texts, record)
        self.stated.follow(group, record, deal, texts)
        return record

    def is_last(self) -> bool:
        """Whether no more rows with amounts follow."""
        ahead = [cells for _, cells in self.stream.peek(_AHEAD)]
        for place, cells in enumerate(ahead):
            if self.further.again(cells, ahead[place + 1 :]):
                return False
            if self.further.of_other(ahead[place : place + 3]):
                return True
            if any(self.has_amount(group, cells) for group in self.groups) and not is_word(cells):
                return False
        return True
