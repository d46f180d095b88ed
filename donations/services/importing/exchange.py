"""A book that was exported, taken into another: what that one doesn't have yet, under the numbers that come next."""

import sqlite3
from array import array
from collections.abc import Callable

from donations import errors
from donations.domain.entry import Flow
from donations.domain.exchange import NUMBERED, BookSaid, ClosingSaid, EndSaid, EntrySaid, PartySaid, Statement
from donations.domain.imported import FileOutcome, RowProblem, TableOutcome
from donations.domain.imported_rows import Sample, Shown
from donations.domain.masking import ANONYMOUS
from donations.domain.period import Period
from donations.i18n import N_
from donations.importers.table import Exchanged
from donations.services import closing
from donations.services.importing.drafts import IDENTITY_BYTES
from donations.services.importing.known import Known, digest, gone_in, names_of
from donations.services.importing.registers import Registers
from donations.services.importing.statements import Understood, understood
from donations.store import closings, exchange, privacy
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.tables import Origin
from donations.store.stock import Pile

HEAD = N_("says how many entries follow")
END = N_("says that this is all of the book")
CLOSED_ELSEWHERE = N_("months are closed in the book that closed them; this one had entries before")
WAITS = N_("a party that this book doesn't know: it is taken with the first new entry that names it")
FORGOTTEN = N_("an entry that this book has, but for a name that was erased since")
LAYOUT = "book"
"""What an importer calls the layout of an exported book."""
ACCEPTED, DUPLICATE = "accepted", "duplicate"
SAMPLES = 5


class Exchange:
    """Takes the statements of exported books, in one import."""

    def __init__(self, connection: sqlite3.Connection, bulk: Bulk, into_closed: str | None, now: str) -> None:
        self._connection, self._bulk, self._into_closed, self._now = connection, bulk, into_closed, now
        self.registers = Registers(connection, bulk.aside, now)
        self.consents: list[tuple[int, str]] = []
        self.touched: set[Pile] = set()
        self.taken: list[tuple[int, int]] = []
        """The first and last number of entries that were taken one after the other."""
        self.is_changed = False
        self._let_in: list[tuple[int, str]] = []
        self._note: Callable[[], None] | None = None
        self.begin_file()

    # --- where it is

    def begin_file(self) -> None:
        """A new file; what was taken of one before is known."""
        self._numbers = array("q", [0])
        """By the number of an entry in the file: its number here, 0 where it could not be taken."""
        self._known: Known | None = None
        self.registers.forget()

    def begin_table(self, layout: str, note: Callable[[], None]) -> bool:
        """A new table; `note` keeps where it stood, which is for its first entry to do: names alone are no import.

        Gives whether the table is of an exported book.
        """
        self._note = note if layout == LAYOUT else None
        return self._note is not None

    def mark(self) -> None:
        """Remember how far it is, to come back to."""
        self._marked = (
            len(self.consents), len(self._let_in), set(self.touched), list(self.taken), self.is_changed,
            dict(self.registers.new_parties), dict(self.registers.new_items),
        )  # fmt: skip

    def go_back(self) -> None:
        """Forget what was taken since `mark`; the book has already."""
        consents, let_in, self.touched, self.taken, self.is_changed, new_parties, new_items = self._marked
        del self.consents[consents:], self._let_in[let_in:]
        self.registers.new_parties, self.registers.new_items = new_parties, new_items
        self.begin_file()

    def _begin(self) -> Known:
        """What the book has before the first statement of the file."""
        self._bulk.flush()
        self._was_empty = self._bulk.last == 0
        self.registers.postpones = not self._was_empty
        self._reversals, self._reversed, self._corrected = exchange.taken_back(self._connection)
        self._closed_until = closings.closed_until(self._connection) or ""
        return Known(self._connection, self.registers, self._bulk.last)

    # --- statements

    def account(self, found: Exchanged, source: int, file: FileOutcome, outcome: TableOutcome) -> None:
        """Take what some rows say, and count them in the class that it puts them in."""
        outcome.rows += found.rows
        if found.slips:
            outcome.rejected += found.rows
            file.problems += [
                RowProblem(outcome.sheet, found.row, slip.column, slip.expected, slip.got, found.facts)
                for slip in found.slips
            ]
            return
        became = found.ignored or self._became(found, source, file, outcome)
        if became == ACCEPTED:
            outcome.accepted += found.rows
            self.is_changed = True
        elif became == DUPLICATE:
            outcome.duplicate += found.rows
        elif became:
            outcome.ignored += found.rows
            outcome.reasons[became] = outcome.reasons.get(became, 0) + found.rows
        else:
            outcome.rejected += found.rows

    def _became(self, found: Exchanged, source: int, file: FileOutcome, outcome: TableOutcome) -> str | None:
        """The class, or why it was passed over; None where the book can't take it, which is noted."""
        assert found.said is not None, found
        try:
            became = self._take(found.said, found.row, source)
        except (errors.BadInput, errors.Refused, errors.NotThere) as error:
            got = f"{found.said.number}" if isinstance(found.said, EntrySaid) else ""
            file.problems.append(
                RowProblem(outcome.sheet, found.row, None, error.sentence, got, error.facts, is_sentence=True)
            )
            return None
        if became == ACCEPTED and isinstance(found.said, EntrySaid) and len(outcome.samples) < SAMPLES:
            outcome.samples.append(_sample(found.row, found.said))
        return became

    def _take(self, said: Statement, row: int, source: int) -> str:
        if self._known is None:
            self._known = self._begin()
        if isinstance(said, BookSaid):
            return HEAD
        if isinstance(said, EndSaid):
            return END
        if isinstance(said, EntrySaid):
            return self._take_entry(said, source, row, self._known)
        if isinstance(said, ClosingSaid):
            return self._close(said)
        if isinstance(said, PartySaid) and self.registers.waits(said):
            return DUPLICATE if said.name in self.registers.erased() else WAITS
        with self._bulk.aside():
            return ACCEPTED if self.registers.take(said) else DUPLICATE

    def _take_entry(self, said: EntrySaid, source: int, row: int, known: Known) -> str:
        self._numbers.extend([0] * (said.number + 1 - len(self._numbers)))
        if self.registers.may_be_forgotten(names_of(said)) and (became := self._forgotten(said, known)):
            return became
        one = understood(said, self.registers, self._numbers)
        by = digest(one.kept)
        number = known.find(said, by) or known.by_number(said, one.kept)
        if number is not None:
            self._numbers[said.number] = number
            return self._again(said, number)
        self._require_links(said, one)
        own = (exchange.OWN + by)[:IDENTITY_BYTES]
        self._numbers[said.number] = self._add(said, one, Origin(source, row, own, is_numbered=False))
        return ACCEPTED

    def _forgotten(self, said: EntrySaid, known: Known) -> str | None:
        """What becomes of an entry that is known but for a name that was erased here or there; None: it is none."""
        with self.registers.peeking(by_number=True):
            one = understood(said, self.registers, self._numbers)
        number, became = known.find(said, digest(one.kept)), DUPLICATE
        if number is None:
            with self.registers.peeking(by_number=False):
                one = understood(said, self.registers, self._numbers)
            number, became = known.but_for_names(one.kept, gone_in(said)), FORGOTTEN
        if number is None:
            return None
        self._numbers[said.number] = number
        return ACCEPTED if self._again(said, number) == ACCEPTED else became

    def _again(self, said: EntrySaid, number: int) -> str:
        """A known entry adds nothing, but for the wish not to be named with it: that one counts wherever it was said."""
        if said.consent != ANONYMOUS or privacy.gift_consent(self._connection, number) == ANONYMOUS:
            return DUPLICATE
        with self._bulk.aside() as connection:
            privacy.set_gift_consent(connection, number, ANONYMOUS, self._now)
        return ACCEPTED

    def _require_links(self, said: EntrySaid, one: Understood) -> None:
        """What is taken back stands yet; what is said aright was taken back, and not said aright before. Raises LinkUnclear."""
        reverses, corrects = one.entry.reverses, one.entry.corrects
        if reverses is not None and (reverses in self._reversals or reverses in self._reversed):
            raise errors.LinkUnclear(of=said.reverses)
        if corrects is not None and (corrects not in self._reversed or corrects in self._corrected):
            raise errors.LinkUnclear(of=said.corrects)
        if reverses is not None and corrects is not None:
            raise errors.LinkUnclear(of=said.corrects)

    def _add(self, said: EntrySaid, one: Understood, origin: Origin) -> int:
        """Hand the entry to the book; gives its number."""
        reason = None
        if said.date <= self._closed_until:
            reason = closing.admit(self._connection, one.entry.date, self._reason_for(said))
        if said.known_by is not None:
            way, identity = said.known_by.split("-")
            origin = origin._replace(identity=bytes.fromhex(identity), is_numbered=way == NUMBERED)
        if said.returns is not None and said.returns < len(self._numbers):
            origin = origin._replace(returns=self._numbers[said.returns] or None)
        if self._note is not None:
            self._note()
            self._note = None
        number = self._bulk.add_entry(one.entry, origin)
        if reason is not None:
            self._let_in.append((number, reason))
        if said.consent is not None:
            self.consents.append((number, said.consent))
        if one.entry.reverses is not None:
            self._reversals.add(number)
            self._reversed.add(one.entry.reverses)
        if one.entry.corrects is not None:
            self._corrected.add(one.entry.corrects)
        self.touched.update(Pile(line.item.number, line.store, line.purpose) for line in one.entry.lines)
        self._note_taken(number)
        return number

    def _reason_for(self, said: EntrySaid) -> str | None:
        """Why the entry may go into a closed month: the file's word counts where it made the book, else the user's."""
        return (said.into_closed if self._was_empty else None) or self._into_closed

    def _note_taken(self, number: int) -> None:
        if self.taken and self.taken[-1][1] == number - 1:
            self.taken[-1] = (self.taken[-1][0], number)
        else:
            self.taken.append((number, number))

    def _close(self, said: ClosingSaid) -> str:
        """Close the month here too, where all that this book has came from the same file."""
        if not self._was_empty:
            return CLOSED_ELSEWHERE
        month = said.last_day[:7]
        end = Period.month(month).end
        if end is None or end.isoformat() != said.last_day or said.last_day <= self._closed_until:
            raise errors.LastDayUnfit(day=said.last_day)
        with self._bulk.aside() as connection:
            closings.add(connection, month, said.last_day, self._now)
        self._closed_until = said.last_day
        return ACCEPTED

    # --- the end

    def end(self, first: int, last: int) -> None:
        """Note why entries are in closed months: these as their file says, those of other papers as the user does."""
        for number, reason in self._let_in:
            closings.let_in(self._connection, number, reason, self._now)
        begin = first
        for taken_first, taken_last in [*self.taken, (last + 1, last + 1)]:
            if begin < taken_first:
                closing.let_in(self._connection, begin, taken_first - 1, self._into_closed, self._now)
            begin = taken_last + 1

    def unfit(self) -> errors.ExportUnfit | None:
        """What says no to all of it: an entry that does not do what its type and its links say."""
        if not self.taken:
            return None
        from donations.services import checking  # most imports are of papers

        for rule in (checking.reversals_mirror, checking.types_fit, checking.transfers_balance):
            for problem in rule(self._connection):
                if (problem.entry or 0) >= self.taken[0][0]:
                    return errors.ExportUnfit(number=problem.entry)
        return None


def _sample(row: int, said: EntrySaid) -> Sample:
    named = "、".join(name for names in said.parties.values() for name in names)
    goods = tuple(Shown(line.written or f"{line.item}{line.amount or '?'}{line.unit or ''}") for line in said.lines)
    is_refund = said.type == "return" and any(line.flow == Flow.REFUNDED for line in said.lines)
    return Sample(row, "refund" if is_refund else said.type, said.date, named, goods)
