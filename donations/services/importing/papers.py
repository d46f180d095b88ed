"""Papers into the book: every row of every file once, in one transaction, held against the rules at its end."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import chain

from donations import errors
from donations.domain.imported import FileOutcome, Outcome, RowProblem, SaidBefore, TableOutcome
from donations.importers.table import NO_TABLE, Exchanged, Plain, Record, Table
from donations.services.importing import corrected, lists_again, rules, sheets, still_booked, telling, twice, words
from donations.services.importing.drafts import Drafts
from donations.services.importing.exchange import LAYOUT, Exchange
from donations.services.importing.late import Late
from donations.services.importing.lists_again import Again, ListsAgain
from donations.services.importing.names import Names
from donations.services.importing.orders import Order, OtherOrder, Paper
from donations.services.importing.rows import ACCEPTED, GIVEN_BACK, Rows, Wishes
from donations.services.importing.taken_back import as_it_became
from donations.services.importing.unbooked import Unbooked
from donations.services.importing.undisturbed import undisturbed
from donations.store import imports, privacy
from donations.store.book import Book
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.guards import write_many
from donations.store.imports import Source

__all__ = ["Paper", "Told", "import_papers"]

SAMPLES = 5
_TOLD_EACH = 5000
"""How many rows are read between two reports of progress."""
_SHEET = "sheet"

Told = Callable[[str, int], None]
"""Hears now and then in which file the import is, and how many rows it has read of it."""


class _RolledBack(Exception):  # noqa: N818 - no error: ends a transaction of which nothing is to stay
    pass


def import_papers(book: Book, papers: Iterable[Paper], wishes: Wishes, now: str, told: Told | None = None) -> Outcome:
    """Import `papers`, or say what that would do; `now` is an ISO timestamp in UTC.

    Of a sheet with a row that can't be taken nothing is imported, unless `wishes` says so; where a rule says no to the
    whole, nothing is. Raises what reading the files raises; then nothing is kept.
    """
    order: OtherOrder | None = None
    again: Sequence[Again] = ()
    while True:
        try:
            outcome = _imported(book, papers, wishes, now, told, again, is_last=order is not None)
        except OtherOrder as other:
            order, papers = other, other.papers
        except ListsAgain as said:
            again, papers = said.again, said.papers
        else:
            if order is not None:
                outcome.files = order.as_given(outcome.files)
            return outcome


def _imported(
    book: Book, papers: Iterable[Paper], wishes: Wishes, now: str, told: Told | None, again: Sequence[Again], *, is_last: bool
) -> Outcome:  # fmt: skip
    """As `import_papers`, with the papers read in this order, and the rows of lists said `again` known.

    Raises OtherOrder where payments stand in a later paper than what takes them back, unless this order `is_last`, and ListsAgain.
    """
    outcome = Outcome(is_dry=wishes.is_dry)
    try:
        with write_many(book) as connection, undisturbed(), Bulk(connection, now) as bulk:
            run = _Run(connection, bulk, outcome, wishes, now, told, again)
            for paper in papers:
                run.take(paper)
            if not is_last:
                run.order.judge(run.rows.taken_back.unfound)
            run.end()
            if wishes.is_dry or outcome.refused is not None or not run.is_changed:
                raise _RolledBack  # noqa: TRY301 - it ends the transaction
            outcome.digest = book.last()[1]
    except _RolledBack:
        pass
    if outcome.remembers and outcome.number is None and not wishes.is_dry:
        with book.write() as connection:  # no import was made that could be undone, nor papers kept that it came from
            run.unbooked.keep(connection, None, now)
    return outcome


class _Run:
    """One import, while it runs."""

    def __init__(
        self, connection: sqlite3.Connection, bulk: Bulk, outcome: Outcome, wishes: Wishes, now: str, told: Told | None,
        again: Sequence[Again],
    ) -> None:  # fmt: skip
        self._connection, self._outcome, self._wishes, self._now, self._told = connection, outcome, wishes, now, told
        self._bulk = bulk
        self._names = Names(self._bulk, now)
        self._drafts = Drafts(self._names)
        self.unbooked = Unbooked(connection)
        self.rows = Rows(self._bulk, self._names, self._drafts, self.unbooked.gone, wishes)
        self._exchange = Exchange(connection, self._bulk, wishes.into_closed, now)
        self._number, self._source = imports.next_numbers(connection)
        self._sources: dict[int, tuple[FileOutcome, str | None]] = {}
        self._layouts: list[Table] = []
        self._again, self._known_again = again, lists_again.known_rows(again)
        self._meant: set[str] = set()
        """The headings of --map that some table has."""
        self.order = Order()
        self._late = Late(bulk, self.rows, self.unbooked.waiting, self._sources)
        """Rows that give back what no file has brought so far."""

    @property
    def is_changed(self) -> bool:
        """Whether anything new was in the files."""
        return self._outcome.number is not None or self._exchange.is_changed

    def take(self, paper: Paper) -> None:
        """All tables of one file."""
        file = FileOutcome(paper.name, paper.sha256)
        self.order.begin(paper)
        self._outcome.files.append(file)
        known = imports.rows_of_file(self._connection, paper.sha256, self._number)
        self.rows.begin_file(chain(known, self._known_again.get((paper.name, paper.sha256), ())))
        self._exchange.begin_file()
        begun: list[TableOutcome] = []
        for table in paper.tables:
            if table.layout == NO_TABLE:
                file.without_table.append(table.sheet or "")
                continue
            if begun and begun[-1].sheet != table.sheet:
                self._end_sheet(file, begun)
            if not begun:
                self._begin_sheet(file)
            begun.append(self._table(paper, file, table))
        if begun:
            self._end_sheet(file, begun)
        self.order.end(self.rows.taken_back.unfound)
        if not file.tables:
            file.problems.append(RowProblem(None, None, None, words.NO_TABLE, ""))

    def _begin_sheet(self, file: FileOutcome) -> None:
        self._bulk.mark(_SHEET)
        self.rows.mark()
        self._exchange.mark()
        self._at_sheet = len(file.problems)
        self._layouts_at_sheet = len(self._layouts)

    def _end_sheet(self, file: FileOutcome, begun: list[TableOutcome]) -> None:
        """Keep what the sheet brought; or none of it, where something in it can't be taken."""
        if len(file.problems) > self._at_sheet and not self._wishes.accepts_good:
            self._bulk.go_back(_SHEET)
            self.rows.go_back()
            self._exchange.go_back()
            self._late.forget(begun)
            del self._layouts[self._layouts_at_sheet :]
        else:
            self._bulk.go_on(_SHEET)
            for outcome in begun:
                outcome.imported = outcome.accepted
        begun.clear()

    def _table(self, paper: Paper, file: FileOutcome, table: Table) -> TableOutcome:
        outcome = TableOutcome(table.sheet, table.layout, table.sort, table.heading_row, table.columns)
        outcome.assumed = table.assumed
        file.tables.append(outcome)
        source, self._source = self._source, self._source + 1
        self._sources[source] = (file, table.sheet)
        self._bulk.flush()
        said = Source(paper.name, paper.sha256, table.sheet, table.layout, table.heading_row)
        note = partial(imports.add_source, self._connection, source, self._number, said)
        if not self._exchange.begin_table(table.layout, note):
            note()
        self._layouts.append(table)
        self._meant |= table.meant
        sums: Counter[str] = Counter()
        told = last = 0
        broken: dict[str, Fraction] = {}
        self.rows.begin_table(source, table.sheet, table.title)
        for found in table.records:
            if isinstance(found, Exchanged):
                self._exchange.account(found, source, file, outcome)
            for record in [found] if isinstance(found, Record) else self._careful(outcome, found):
                outcome.begin([record.row])
                if (counted := self._record(file, outcome, record)) is not None:
                    words.add_row(outcome, counted, sums, broken)
                    outcome.about |= words.about_in(counted)
            last = found.rows[-1] if isinstance(found, Plain) else found.row
            if outcome.rows >= told + _TOLD_EACH and self._told is not None:
                told = outcome.rows
                self._told(paper.name, told)
        if table.layout == LAYOUT:  # it brought names, which papers that follow ask for anew
            self._names.forget()
            self._drafts.forget()
        words.add_up(self.rows.end_table(), sums, broken)
        telling.tell_hidden(outcome, table, last)
        outcome.sums = {unit: Fraction(sums[unit]) + broken.get(unit, 0) for unit in {**sums, **broken}}
        words.compare(file, outcome, table)
        return outcome

    def _careful(self, outcome: TableOutcome, plain: Plain | Exchanged) -> Iterator[Record]:
        """Take the rows that are plain to the book too, and give the others, as records, each in its place."""
        if isinstance(plain, Exchanged):
            return
        outcome.hear(self.order.heard(min(plain.means.days[cell].day for cell in set(plain.cells.days))))
        at = 0
        while at < plain.many:
            begun, known_only = at, outcome.accepted < SAMPLES  # of the first that are new more is told
            at, again = self.rows.take_plain(plain, at, known_only=known_only)
            outcome.begin(plain.rows[begun:at])
            outcome.accepted += at - begun - again
            outcome.duplicate += again
            if at < plain.many:
                yield plain.record(at)
                at += 1

    def _record(self, file: FileOutcome, outcome: TableOutcome, record: Record) -> Record | None:
        """One row into one of the four classes; gives what counts of it in the sums."""
        record = self.rows.above.judged(record)
        if record.slips:
            outcome.rejected += 1
            file.problems += [RowProblem(outcome.sheet, record.row, *slip) for slip in record.slips]
            return None
        if record.ignored is not None:
            self.rows.leave_out(outcome, record)
            return None
        outcome.hear(self.order.heard(record.drafts[0].date))
        try:
            became = self.rows.take(record)
        except (errors.BadInput, errors.Refused, errors.NotThere) as error:
            outcome.rejected += 1
            self.rows.above.is_refused = True
            file.problems.append(words.problem(outcome.sheet, record, error))
            return None
        if became in ACCEPTED:
            record = as_it_became(record, became)
            outcome.accepted += 1
            if outcome.accepted <= SAMPLES:
                outcome.samples.extend(words.samples(record, is_given_back=became == GIVEN_BACK))
        elif became == "duplicate":
            outcome.duplicate += 1
        else:
            outcome.ignored += 1
            outcome.reasons[became] = outcome.reasons.get(became, 0) + 1
            if record.gives_back is not None:
                self._late.wait(outcome, self._source - 1, record)
            for unit, number in record.sums.items():
                outcome.given_back[unit] = outcome.given_back.get(unit, Fraction(0)) + number
            return None
        return record if record.gives_back is None or became == "accepted" else None  # else its payment said it

    # --- the end

    def end(self) -> None:
        """What waits for a later file, sums, rules, and a note of what was imported. Raises NoSuchColumn."""
        words.refuse_unknown_headings(self._wishes.columns.keys() - self._meant, self._outcome.files)
        self._late.take()
        if self._bulk.last >= self._bulk.first:
            self._outcome.caught_up = self._late.catch_up(self._number, self._source)
        self._names.forget()  # what was remembered makes room for sorting
        self._drafts.forget()
        self._bulk.end()
        outcome, first = self._outcome, self._bulk.first
        outcome.remembers = self.unbooked.has_news
        outcome.lists_again = list(lists_again.told(self._connection, self._again, self._number))
        outcome.still_booked = still_booked.still_booked(self._connection, outcome.files, self.rows.claims())
        if self._bulk.last < first and not rules.opens_known(self._connection, outcome, self._wishes, self._now):
            return
        self.unbooked.keep(self._connection, self._number, self._now)
        self._exchange.end(first, self._bulk.last)
        said_before = self._said_before(first)
        outcome.refused = sheets.said_twice(self._connection, self._sources, first)
        touched = self._drafts.touched | self._exchange.touched
        rules.enforce(self._connection, touched, self._sources, outcome, self._wishes, first, self._now)
        outcome.files += [file for file in self._late.files if file.problems]
        outcome.refused = outcome.refused or self._exchange.unfit()
        [last] = self._connection.execute("select max(number) from entry").fetchone()
        outcome.number, outcome.first, outcome.last = self._number, first, last
        for number, consent in (*self.rows.consents, *self._exchange.consents):
            privacy.set_gift_consent(self._connection, number, consent, self._now)
        imports.add(self._connection, self._number, first, last, self._now)
        telling.remember_columns(self._connection, self._layouts, self._wishes.columns, self._now)
        telling.tell_kept(outcome, said_before)
        outcome.twins, outcome.blocks_again = twice.twins(self._connection, self._sources, first)
        telling.tell_names(self._connection, outcome, self._names, self._exchange.registers)

    def _said_before(self, first: int) -> list[SaidBefore]:
        """The rows that look as if they were in the book. Raises ListsAgain where they are whole lists, which are known then."""
        connection, last, is_first = self._connection, self._bulk.last, not (self._again or self._wishes.as_new)
        claims = lists_again.claims(self.rows.claims(), self._outcome, self._again)
        found = twice.said_before(connection, self._sources, first, last)
        again = lists_again.lists_again(connection, self._sources, first, last, claims, found) if is_first else ()
        if again and (papers := self.order.once_more()):
            raise ListsAgain(papers, again)
        self._outcome.corrected = corrected.corrected(connection, last, claims, found)
        return found
