"""One row after the other: new, known from before, or given back since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial

from donations.domain.imported import TableOutcome
from donations.i18n import N_
from donations.importers.table import Plain, Record
from donations.services import closing
from donations.services.closing import IfClosed
from donations.services.importing import drafts as import_drafts
from donations.services.importing import still_booked, words
from donations.services.importing.above import RowAbove
from donations.services.importing.before import Before, Claims
from donations.services.importing.drafts import Drafts, Understood
from donations.services.importing.given_back import GivenBack
from donations.services.importing.money_said import all_in_minor, back_in_minor
from donations.services.importing.names import Names
from donations.services.importing.numbers import Numbers
from donations.services.importing.plain import PlainTable
from donations.services.importing.taken_back import TAKEN_BACK, TakenBack
from donations.services.importing.unbooked import ENDED_BEFORE, SAID_BEFORE, GonePayments
from donations.store import closings
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.tables import Origin
from donations.store.unbooked import Waiting

GIVEN_BACK = "given back"
ACCEPTED = ("accepted", TAKEN_BACK, GIVEN_BACK)
"""A row that is known from before, and says more was given back since."""

REFUNDED = N_("given back in full before it was imported")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said of an import beside its files; the notes are what is kept with entries that no row says itself."""

    is_dry: bool = False
    accepts_good: bool = False
    """Whether the good rows of a sheet are wanted where others can't be taken."""
    as_new: bool = False
    """Whether rows are booked again of which a paper said the whole list before in other words."""
    opens: bool = False
    """Whether what was given out and never came in was there before the book."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What was said of headings, to be remembered."""
    refund_note: str = "given back, as the bill says"
    opening_note: str = "there before the first entry"
    carried_note: str = "brought forward"
    if_closed: IfClosed | None = None
    """What is done with rows, and with what is given back, of months that are closed."""

    @property
    def into_closed(self) -> str | None:
        """Why rows of closed months are imported all the same."""
        return self.if_closed.reason if self.if_closed else None


class Rows:
    """Decides for each row what it is to the book, and hands to it what is new."""

    def __init__(self, bulk: Bulk, names: Names, drafts: Drafts, gone: GonePayments, wishes: Wishes) -> None:
        self._bulk, self._names, self._drafts, self._gone, self._wishes = bulk, names, drafts, gone, wishes
        self.numbers = numbers = Numbers(bulk.connection)
        self._given_back = GivenBack(bulk, drafts, numbers, wishes.refund_note, wishes.if_closed)
        self.taken_back = TakenBack(bulk, drafts, wishes.into_closed)
        self._before = Before(bulk, gone, numbers)
        self.consents: list[tuple[int, str]] = []
        self._closed_until = closings.closed_until(bulk.connection) or ""

    # --- where it is

    def begin_file(self, known: Iterable[tuple[str | None, int]]) -> None:
        """A new file; `known`: sheet and row of what was imported of this very file before."""
        self._before.begin_file(known)

    def claims(self) -> Sequence[Claims]:
        """Of each file what its rows were found to be."""
        return self._before.claims()

    def begin_table(self, source: int, sheet: str | None, title: str) -> None:
        """A new table of the file."""
        self._of, self.above = source, RowAbove()
        self._before.begin_table(source, sheet, title)
        self._given_back.source = self.taken_back.source = source
        self._bulk.begin_source(source)
        self._plain = PlainTable(self._bulk, self._names, self._drafts, title, self._closed_until, self._before)

    def end_table(self) -> Mapping[str, Fraction]:
        """Forget what was looked up for its plain rows; gives what they add to the sums of the table."""
        sums = self._plain.sums()
        del self._plain
        return sums

    def mark(self) -> None:
        """Remember how far it is, to come back to."""
        self._given_back.mark()
        self._before.mark()
        self._marked = (
            len(self.consents),
            set(self._drafts.touched),
            self._names.kept(),
            dict(self._gone.new),
        )

    def go_back(self) -> None:
        """Forget what was taken since `mark`; the book has already."""
        self._given_back.go_back()
        self._before.go_back()
        consents, self._drafts.touched, names, self._gone.new = self._marked
        del self.consents[consents:]
        self._names.go_back(names)
        self._drafts.forget()

    # --- rows

    def leave_out(self, outcome: TableOutcome, record: Record) -> None:
        """A row that is none by its own word."""
        words.leave_out(outcome, record)
        if record.would_be:
            self._before.hear_gone(record.row, partial(still_booked.names_of, record))

    def take_plain(self, plain: Plain, start: int, *, known_only: bool) -> tuple[int, int]:
        """Take rows from `start` on as far as they are plain; gives how far that is, and how many of them came before."""
        end = self._plain.take(plain, start, known_only=known_only)
        self.above.is_refused &= end == start
        return end, self._plain.again()

    def take(self, record: Record) -> str:
        """What became of the row: `accepted`, TAKEN_BACK, GIVEN_BACK, `duplicate`, or why it was ignored. Raises what the book can't take."""
        if record.ends is not None:
            return self._end_refund(record, record.ends)
        if record.gives_back is not None and (became := self._take_refund(record, record.gives_back)) is not None:
            return became
        identity, before = self._before.recognised(record)
        if before is not None:
            return GIVEN_BACK if self._given_back.of_known(before, record, identity) else "duplicate"
        if record.takes_back is not None and (became := self.taken_back.take(record, identity)) is not None:
            return became
        return self._take_new(record, identity)

    def _end_refund(self, record: Record, refund: str) -> str:
        """What became of a row that says a refund did not go through; one that isn't booked is kept in mind as ended."""
        became = self._given_back.end(record)
        if became == record.otherwise:
            self._gone.note(import_drafts.digest(refund), all_in_minor(record))
        return became

    def _take_refund(self, record: Record, payment: str) -> str | None:
        """What became of a row that gives back a payment by its number; None where it stands for itself."""
        if self._gone.knows(import_drafts.digest(record.identity or "")):
            return ENDED_BEFORE
        became = self._given_back.take(record)
        is_ignored = became is not None and became == record.otherwise
        return SAID_BEFORE if is_ignored and self._gone.is_of_one(payment) else became

    def _take_new(self, record: Record, identity: bytes) -> str:
        refunded = back_in_minor(record)
        if refunded and refunded >= all_in_minor(record):
            if record.identity is not None and record.is_gone:
                for name in (identity, *self.numbers.names_said(record)):
                    self._gone.note(name, refunded)
            return record.otherwise or REFUNDED  # and nobody it names is registered
        if self._went_back_before(record, identity):
            return SAID_BEFORE
        for draft in record.drafts:  # before anything is registered: of a row that can't be taken there is no trace
            if draft.date.isoformat() <= self._closed_until:
                closing.admit(self._bulk.connection, draft.date, self._wishes.into_closed)
            self._drafts.check(draft)
        understood = [self._drafts.understood(draft) for draft in record.drafts]
        first = self._add(record, understood, identity)
        if refunded:
            self._bulk.flush()
            self._given_back.of_part(first, refunded, record, identity)
        return "accepted"

    def _went_back_before(self, record: Record, identity: bytes) -> bool:
        """Whether a paper said that the payment went back whole, by the row's own number or the one that its note says besides."""
        if record.identity is None:
            return False
        minor = all_in_minor(record)
        besides = any(self._gone.has(name, minor, "") for name in self.numbers.names_said(record))
        return besides or self._gone.has(identity, minor, record.identity)

    def take_late(self, source: int, record: Record) -> str | None:
        """What became of a row that gives back a payment, behind the last file; it may give back what is older than the book."""
        self._given_back.source = self._before.source = self._of = source
        assert record.gives_back is not None, record
        became = self._take_refund(record, record.gives_back)
        if became == record.otherwise and record.may_be_older and self._wishes.opens:
            assert record.identity is not None, record
            return self._take_new(record, import_drafts.digest(record.identity))
        return became

    def finds(self, refund: Waiting) -> bool:
        """Whether the book has the payment of a refund that an earlier import met before it, behind the last file."""
        return self._given_back.awaited(refund) is not None

    def take_waiting(self, source: int, refund: Waiting) -> bool:
        """Whether a refund that an earlier import met before its payment goes back now, behind the last file. Raises ClosedMonth."""
        self._given_back.source = self._before.source = self._of = source
        return not self._gone.knows(refund.known_by) and self._given_back.take_waiting(refund)

    def _add(self, record: Record, understood: list[Understood], identity: bytes) -> int:
        """Hand the entries of a new row to the book; gives the first one's number."""
        first = self._bulk.last + 1
        for part, (head, parties, lines, note, consent) in enumerate(understood):
            known_by = import_drafts.digest(f"{identity.hex()} {part}") if part else identity
            if record.identity is None:
                number = self._bulk.add(head, parties, lines, note, record.row, known_by)
            else:
                number = self._bulk.add(head, parties, lines, note)
                self._bulk.note_origin(number, Origin(self._of, record.row, known_by, is_numbered=True))
            if consent is not None:
                self.consents.append((number, consent))
        return first
