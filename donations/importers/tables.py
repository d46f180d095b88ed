"""Tables in a sheet, as they really are: found by their headings, read row by row, every row accounted for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from donations.domain.quantities.goods import fold
from donations.importers.bills.bill import bill_at, read_bill
from donations.importers.body import Body
from donations.importers.columns import by_title, no_gifts
from donations.importers.columns.aid import gives_aid
from donations.importers.columns.columns import OURS, UNCLEAR, Layout
from donations.importers.columns.headed import fits
from donations.importers.columns.kept_in import says_money
from donations.importers.columns.named_times import named_time, on_day_of_page, on_named_day, without_day_of_above
from donations.importers.columns.promises import judge
from donations.importers.columns.title import Title, is_ours, last_day, read_title, says_year
from donations.importers.exchange import is_exchange, read_exchange
from donations.importers.layouts import (
    chains,
    form_labels,
    gift_lines,
    goods_lines,
    label_cards,
    levels,
    numbered_tables,
    paypal,
    said_in_cells,
    shares_down,
    two_ends,
)
from donations.importers.layouts.finding import headings_at
from donations.importers.layouts.headless import begins_at, has_headings_of_gifts, headless, is_data, says_a_gift
from donations.importers.layouts.layout import by_headings, letters, meant_by, said_by_user, texts_of
from donations.importers.layouts.registers import is_register
from donations.importers.sheet import Sheet
from donations.importers.stream import Row, Stream
from donations.importers.sums import other_way
from donations.importers.sums.above import Above
from donations.importers.table import NO_TABLE, Settings, Table
from donations.importers.words.cells import cell_at
from donations.importers.words.item_cards import Card, card_in, cards_beside, in_cells
from donations.importers.words.phones import is_phone
from donations.importers.words.titles_of_goods import speaks_of_goods, speaks_of_money
from donations.importers.words.turn_words import BOUGHT

FURTHEST = 300
"""Headings are looked for in so many rows."""
_SAMPLE = 40
_FEWEST_WITHOUT = 3
"""So many rows that look like records above the first headings are a table of their own."""


def tables(sheet: Sheet, settings: Settings) -> Iterator[Table]:
    """Every table of the sheet, from the top; the records of each are read before the next is asked for.

    Of a sheet with a name that holds something else one of the layout NO_TABLE, without records.
    """
    finder = _Finder(sheet, settings)
    if sheet.page is not None:
        finder.above.on_page = sheet.page.money
    found = False
    while (table := finder.next()) is not None:
        found = True
        table.is_hidden, table.hidden = sheet.is_hidden, sheet.hidden
        yield table
        for _ in table.records:  # what nobody has read lies before the next table
            pass
    if sheet.page is not None:
        sheet.page.money += finder.above.money
    if sheet.name is not None and finder.has_words and not found:
        yield Table(NO_TABLE, UNCLEAR, sheet.name, 0, {}, "", "", iter(()))


def _in_columns(sheet: Sheet, settings: Settings) -> tuple[Iterator[Row], bool]:
    """The rows of the sheet, those of a list in lines with a cell for each thing that a line says; and whether they were cards."""
    rows, are_cards = label_cards.laid_out(levels.in_columns(chains.in_columns(sheet.rows), settings.today))
    if sheet.is_lines and not are_cards:
        rows = gift_lines.in_columns(goods_lines.in_columns(rows))
    if not settings.columns:  # which say of the columns as they stand
        rows = shares_down.laid_out(said_in_cells.laid_out(rows))
    rows = numbered_tables.laid_out(rows)
    return two_ends.in_accounts(paypal.in_english(rows)), are_cards


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the headings were found, what they say, and what stands above them."""

    row: int
    layout: Layout
    title: Title
    headings: Sequence[list[str]] = ()
    """The first row of them."""
    over: Sequence[str] = ()
    """The row above them."""
    first: int = 0
    """Which of the rows that were passed over is the first record, where there are no headings."""


class _Finder:
    """Finds the tables of a sheet, one below the other."""

    def __init__(self, sheet: Sheet, settings: Settings) -> None:
        self.sheet, self.settings = sheet, settings
        rows, are_cards = _in_columns(sheet, settings)
        self.stream = Stream(
            form_labels.in_one(rows),
            is_lines=(sheet.is_lines or sheet.name is None) and not are_cards,
            is_records=sheet.is_records or are_cards,
        )
        self.said = said_by_user(settings.columns)
        self.first: Title | None = None
        """What stands above the first table, which speaks of those below it too."""
        self.above = Above()
        self.has_words = False
        """Whether anything stands in the sheet that is no table."""

    def next(self) -> Table | None:
        """The next table: the one below the next headings, or one without any that comes before them."""
        passed: list[Row] = []
        above: list[str] = []
        while len(passed) < FURTHEST and (row := self.stream.next()) is not None:
            if (bill := bill_at(row, passed)) is not None:
                return read_bill(bill, self.stream, self.settings, self.sheet.name)
            number, cells = row
            if is_exchange(cells):
                return read_exchange(row, self.stream, self.sheet)
            if card_in(texts := texts_of(cells)) is not None or cards_beside(texts):
                passed.append(row)
                above.append(in_cells(texts) or " ".join(filter(None, texts)))
                continue
            if says_money(texts):
                passed.append(row)
                above.append(" ".join(filter(None, texts)))
                continue
            title, way = self._title(above), self._way_below()
            title = replace(title, way=way) if way else title
            beside = cards_beside(texts_of(passed[-1][1])) if passed else []
            layout = self._layout([cells, *(later for _, later in self.stream.peek(_SAMPLE))], title, beside)
            if layout is not None and not self._is_by_letters(cells, title, passed):
                found_above = self._above_last_words(layout, passed) or self._before(passed, row)
                self.above.way = self.above.way or way
                return found_above or self._table(
                    _Found(number, layout, title, [cells], passed[-1][1] if passed else ())
                )
            passed.append(row)
            above.append(" ".join(dict.fromkeys(text for text in texts_of(cells) if text)))
        self.has_words = any(above)
        found = self._without_headings(passed)
        return None if found is None else self._headless(passed, found)

    def _title(self, lines: Sequence[str]) -> Title:
        """What the lines above a table tell, and where they don't say which way gifts went or when, the names
        of the sheet and its file.
        """
        own = without_day_of_above(list(filter(None, lines)), self.settings.today, is_first=self.first is None)
        title = read_title(own, self.settings.today)
        if self.sheet.name:
            named = read_title([self.sheet.name], self.settings.today)
            if title.way is None and title.text == "":
                title = replace(title, way=named.way, buys=named.buys)
            if title.is_promised is None:
                title = replace(title, is_promised=named.is_promised, is_planned=title.is_planned or named.is_planned)
        if self.first is not None and self.sheet.name:
            title = on_named_day(title, self.sheet.name)
        elif self.first is None:
            title = named_time(title, self.sheet.name, self.sheet.files, self.sheet.year_before, self.settings.today)
            title = on_day_of_page(title, self.sheet, self.settings.today)
        return title

    def _way_below(self) -> str | None:
        """Which way a line in the next row says that all below it went: right below headings it is of their rows."""
        way = next((other_way.line_of(cells) for _, cells in self.stream.peek(1)), None)
        return None if way == BOUGHT else way

    def _layout(self, rows: Sequence[list[str]], title: Title, cards: Sequence[tuple[int, Card]]) -> Layout | None:
        """The layout whose headings the first row has, with what --map says or said of such headings before."""
        remembered = self.settings.remembered("|".join(texts_of(rows[0])).rstrip("|"))
        given = self.settings.donor is not None
        headed = title.headed if title.headed and fits(title.headed[0], title.way) else None

        is_card = title.card is not None

        def found(also: Mapping[str, str]) -> Layout | None:
            said = {**said_by_user(also), **self.said}
            return headings_at(
                rows, said, title.way, given=given, buys=title.buys, both=title.both, headed=headed, is_card=is_card,
                cards=cards, of_goods=speaks_of_goods(title.text), of_money=speaks_of_money(title.text), of_aid=gives_aid(title.text),
                factor=title.factor,
            )  # fmt: skip

        layout = found(remembered or {})
        if layout is not None and not remembered and (remembered := self.settings.remembered(layout.headings)):
            return found(remembered) or layout
        return layout

    def _is_by_letters(self, cells: Sequence[str], title: Title, passed: Sequence[Row]) -> bool:
        """Whether a row is of headings only by the letters that --map says, and as well one of a gift of which no number is known:
        below others that hold what the letters say, or above none with a number.
        """
        named = by_headings(self.said, len(cells))
        if len(named) == len(self.said) or self.settings.remembered("|".join(texts_of(cells)).rstrip("|")):
            return False
        below = [later for _, later in self.stream.peek(_SAMPLE)]
        if headings_at([cells, *below], named, title.way) is not None:
            return False
        fields = [self.said.get(letters(index), "") for index in range(len(cells))]
        if says_a_gift(cells, fields) and sum(map(is_data, below)) > 1:
            return True
        said = [index for index in range(len(cells)) if letters(index) in self.said]
        above = [texts_of(row) for _, row in passed if is_data(row)]
        return any(all(cell_at(row, index) for index in said) for row in above) or not any(map(is_data, below))

    def _above_last_words(self, layout: Layout, passed: list[Row]) -> Table | None:
        """The table that ends in words which only look like headings, since nothing stands below them: nobody understood its own."""
        rows = sum(1 for _, cells in passed if is_data(cells))
        if rows < _FEWEST_WITHOUT or len(self.stream.peek(layout.rows)) >= layout.rows:
            return None
        if (found := self._without_headings(passed)) is None:
            return None
        self.stream = Stream(
            iter(passed[found.first :]), is_lines=self.stream.is_lines, is_records=self.stream.is_records
        )
        return self._table(found)

    def _before(self, passed: list[Row], headings: Row) -> Table | None:
        """The table without headings that the rows above `headings` surely are; None where they are words and a few numbers."""
        if sum(1 for _, cells in passed if is_data(cells)) < _FEWEST_WITHOUT:
            return None
        found = self._without_headings(passed)
        if found is None or (found.layout.groups[0].sort == UNCLEAR and not has_headings_of_gifts(passed)):
            return None
        return self._headless([*passed, headings], found)

    def _without_headings(self, passed: list[Row]) -> _Found | None:
        """What the rows are as a table without headings; None where they are no table."""
        first = next((place for place, (_, cells) in enumerate(passed) if is_data(cells)), None)
        if first is None or _is_list_of_words(passed[first:]) or is_register([cells for _, cells in passed]):
            return None
        found = self._from(passed, first)
        start = first if found is None else begins_at(passed, first, found.layout)
        return found if start == first else self._from(passed, start)

    def _from(self, passed: list[Row], first: int) -> _Found | None:
        """The same of a table that begins with the row at that place."""
        lines = [" ".join(text for text in texts_of(cells) if text) for _, cells in passed[:first]]
        title = self._title(lines)
        layout = headless(passed[first:], title, self.said, given=self.settings.donor is not None, above=passed[:first])
        return None if layout is None else _Found(0, layout, title, first=first)

    def _headless(self, passed: list[Row], found: _Found) -> Table:
        """The table of rows that were passed over, which are still to come."""
        for row in reversed(passed[found.first :]):
            self.stream.give_back(row)
        return self._table(found)

    def _table(self, found: _Found) -> Table:
        more = self.stream.take(max(0, found.layout.rows - 1))
        self.above.headings = [*found.headings, *(cells for _, cells in more)]
        title = self._with_first(found.title)
        layout = found.layout
        below = [cells for _, cells in self.stream.peek(FURTHEST)]
        other_way.judge(layout.groups, self.above.way, below)
        self.above.way = None
        judge(layout.groups, title)
        no_gifts.judge(layout.groups, found.title if found.title.text else title)
        by_title.judge(layout.groups, title, below, self.settings.today, self.sheet.name)
        sort = OURS if is_ours(title) else layout.groups[0].sort
        table = Table(
            "table", sort, self.sheet.name, found.row, layout.columns, layout.headings, title.text,
            iter(()), meant=meant_by(self.settings.columns, layout),
        )  # fmt: skip
        body = Body(table, layout, title, self.stream, self.settings, self.above)
        body.hear_days(found.over)
        table.records = body.records()
        return table

    def _with_first(self, title: Title) -> Title:
        """The title with what stands above the first table of the sheet: its words, and its days where it has none itself."""
        first, self.first = self.first, self.first or title
        if first is None:
            return title
        text = " ".join(part for part in (first.text, title.text) if part)
        title = replace(title, of_taiwan=first.of_taiwan or title.of_taiwan)
        if title.is_promised is None:
            title = replace(title, is_promised=first.is_promised, is_planned=title.is_planned or first.is_planned)
        if title.last is None:
            return replace(title, text=text, last=first.last, year_only=first.year_only, span=first.span)
        if title.span is None and first.span is not None and not says_year(title):  # 2月5日 below 2020年度
            return replace(title, text=text, last=last_day(fold(title.text), first.span[1]), span=first.span)
        return replace(title, text=text)


def _is_list_of_words(rows: Sequence[Row]) -> bool:
    """Whether the only numbers of the rows are those that count them, as in a list of contents, and telephones."""
    texts = [texts_of(cells) for _, cells in rows]
    numbers = [row[0] for row in texts if row and row[0].isdigit()]
    others = [text for row in texts for text in row[1:] if text and not is_phone(text)]
    counted = list(map(str, range(1, len(numbers) + 1)))
    return numbers == counted and not any(any(map(str.isdigit, text)) for text in others)
