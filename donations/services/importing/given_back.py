"""What rows say was given back: of what an import brought before, in part or whole."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from donations.domain.amount import MONEY, Amount, Certainty
from donations.domain.entry import Entry, Flow, Line, Role
from donations.importers.table import Record
from donations.services import closing
from donations.services.closing import IfClosed
from donations.services.correcting import mirror_of
from donations.services.importing import drafts as import_drafts
from donations.services.importing.drafts import Drafts
from donations.services.importing.money_said import back_in_minor, currency_of, in_minor
from donations.services.importing.numbers import Numbers
from donations.services.importing.parts_back import parts_back
from donations.services.importing.said_before import Refund, SaidBefore, part
from donations.store import imports, journal, payments
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.tables import Origin
from donations.store.unbooked import Waiting


def giving_back(entry: Entry, parts: Sequence[tuple[Line, int]], day: date, note: str | None) -> Entry:
    """What gives back to whoever gave it, of each of some lines of an entry, so many smallest units."""
    given = tuple(
        Line(Amount(minor, line.item, Certainty.EXACT), Flow.REFUNDED, store=line.store, purpose=line.purpose)
        for line, minor in parts
    )
    donors: dict[Role, tuple[int, ...]] = {role: names for role, names in entry.parties.items() if role is Role.DONOR}
    return entry._replace(
        type="return", date=day, lines=given, parties=donors, note=note, reason=None, corrects=None, request=None
    )


class GivenBack:
    """Books what was given back of entries that came from papers, and never more than they brought."""

    def __init__(self, bulk: Bulk, drafts: Drafts, numbers: Numbers, note: str, if_closed: IfClosed | None) -> None:
        """`note`: what is kept with what goes back, where no row says more."""
        self._bulk, self._drafts, self._note, self._if_closed = bulk, drafts, note, if_closed
        self._numbers = numbers
        self._said = SaidBefore(bulk)
        self.source = 0
        """The table whose rows are read."""

    def mark(self) -> None:
        """Remember how far it is, to come back to."""
        self._said.mark()

    def go_back(self) -> None:
        """Forget what was taken since `mark`; the book has already."""
        self._said.go_back()

    def take(self, record: Record) -> str | None:
        """What became of a row that gives back a payment by its number: `accepted`, `duplicate`, or why it was ignored;
        None where the book has no such payment, and the row stands for itself.
        """
        assert record.identity is not None, record
        assert record.gives_back is not None, record
        self._bulk.look_up_identities()  # what it gives back may stand above it in this very file
        known_by = import_drafts.digest(record.identity)
        if imports.entries_known_by(self._bulk.connection, known_by):
            return "duplicate"
        found = self._payment(record.gives_back)
        if found is None:
            return record.otherwise
        [draft] = record.drafts
        given = draft.lines[0].quantity
        minor = in_minor(given.number or Fraction(0), given.item)
        of = import_drafts.digest(record.gives_back)
        refund = Refund(self.source, found, known_by, of, draft.date, minor)
        return "accepted" if self._book(refund, record.row, draft.note, given.item) else "duplicate"

    def end(self, record: Record) -> str:
        """What became of a row that says a refund did not go through: `accepted` where the book has that, and takes it back.

        Raises ClosedMonth.
        """
        assert record.identity is not None, record
        assert record.ends is not None, record
        assert record.otherwise is not None, record
        self._bulk.look_up_identities()
        known_by = import_drafts.digest(record.identity)
        if imports.entries_known_by(self._bulk.connection, known_by):
            return "duplicate"
        found = imports.entries_known_by(self._bulk.connection, import_drafts.digest(record.ends))
        self._bulk.flush()
        entry = self._standing(found[0]) if found else None
        if entry is None:
            return record.otherwise
        [draft] = record.drafts
        closing.admit(self._bulk.connection, draft.date, self._if_closed.reason if self._if_closed else None)
        mirror = mirror_of(self._bulk.connection, entry, draft.note, None)._replace(date=draft.date)
        self._add(mirror, Origin(self.source, record.row, known_by, is_numbered=True, returns=None))
        return "accepted"

    def take_waiting(self, waiting: Waiting) -> bool:
        """Book a refund that an earlier import met before its payment; gives whether there was anything to give back.

        Raises ClosedMonth, PartOfWhich.
        """
        self._bulk.flush()
        found = self.awaited(waiting)
        if found is None:
            return False
        name, payment = found
        refund = Refund(self.source, payment, waiting.known_by, name, date.fromisoformat(waiting.day), waiting.minor)
        return self._book(refund, waiting.row, None, waiting.money)

    def awaited(self, waiting: Waiting) -> tuple[bytes, int] | None:
        """The payment that such a refund is of: what it is known by, and the entry that brought it, or whose note alone says its number."""
        for name in waiting.payment:
            if found := imports.entries_known_by(self._bulk.connection, name):
                return name, found[0]
        for name in waiting.payment:
            if (entry := self._only_gift(self._numbers.noted_as(name))) is not None:
                return name, entry
        return None

    def _book(self, refund: Refund, row: int, note: str | None, money: str) -> bool:
        """Book as much of a refund, in that currency, as no paper has said yet and is left of its payment; gives whether that is anything."""
        entry = self._standing(refund.payment)
        if entry is None:
            return False
        new = self._said.how_much_is_new(refund)
        due = min(new, self._money(entry, money) - payments.given_back(self._bulk.connection, refund.payment))
        if due <= 0:
            return False  # another paper said so before
        closing.admit(self._bulk.connection, refund.day, self._if_closed.reason if self._if_closed else None)
        parts = parts_back(self._bulk.connection, refund.payment, self._money_of(entry, money), due)
        back = giving_back(journal.read(self._bulk.connection, entry), parts, refund.day, note or self._note)
        self._add(back, Origin(self.source, row, refund.identity, is_numbered=True, returns=refund.payment))
        return True

    def of_known(self, before: int, record: Record, identity: bytes) -> bool:
        """Take back what an entry brought, as far as the row says and nobody has yet; gives whether there was anything."""
        if before == 0 or record.refunded is None:
            return False
        self._bulk.flush()
        entry = self._standing(before)
        if entry is None:
            return False
        money = currency_of(record)
        whole, done = self._money(entry, money), payments.given_back(self._bulk.connection, before)
        due = min(back_in_minor(record), whole) - done
        if due <= 0:
            return False
        identity = (
            payments.identity_of(self._bulk.connection, before) or identity
        )  # the row may know it by another number
        lines = journal.read(self._bulk.connection, entry).lines
        if not done and due == whole and len(lines) == len(self._money_of(entry, money)):
            self._reverse(entry, record.row, identity)
        else:
            self.of_part(before, due, record, identity, entry)
        return True

    def of_part(self, first: int, minor: int, record: Record, identity: bytes, now_said_by: int | None = None) -> None:
        """Book that a part of what entry `first` brought was given back, as a row says; `now_said_by`: the entry that corrects it."""
        entry = now_said_by or first
        said = journal.read(self._bulk.connection, entry)
        parts = parts_back(self._bulk.connection, first, self._money_of(entry, currency_of(record)), minor)
        back = giving_back(said, parts, self._day(said.date), self._note)
        known_by = part(identity, str(payments.given_back(self._bulk.connection, first) + minor))
        self._add(back, Origin(self.source, record.row, known_by, is_numbered=True, returns=first))

    def _payment(self, identity: str) -> int | None:
        """The entry that brought a payment; None where there is none, or notes name it in several that brought money."""
        if found := self._numbers.payment(identity):
            return found[0]
        self._bulk.flush()
        return self._only_gift(self._numbers.noted(identity))

    def _only_gift(self, noted: Sequence[int]) -> int | None:
        """The only one of entries that brought money and still stands."""
        found = [number for number in noted if (entry := self._standing(number)) and self._money(entry)]
        return found[0] if len(found) == 1 else None

    def _standing(self, number: int) -> int | None:
        """The entry that says by now what entry `number` said; None where it was taken back."""
        return journal.standing(self._bulk.connection, number)

    def _money_of(self, number: int, money: str = MONEY) -> list[Line]:
        entry = journal.read(self._bulk.connection, number)
        return [line for line in entry.lines if line.item.name == money and line.flow in (Flow.RECEIVED, Flow.RELAYED)]

    def _money(self, number: int, money: str = MONEY) -> int:
        return sum(line.amount.minor or 0 for line in self._money_of(number, money))

    def _reverse(self, number: int, row: int, identity: bytes) -> None:
        mirror = mirror_of(self._bulk.connection, number, self._note, None)
        mirror = mirror._replace(date=self._day(mirror.date))
        self._add(mirror, Origin(self.source, row, part(identity, "whole"), is_numbered=True, returns=None))

    def _day(self, day: date) -> date:
        """What takes something back of a closed month is dated today."""
        return self._if_closed.day_for(self._bulk.connection, day) if self._if_closed else day

    def _add(self, entry: Entry, origin: Origin) -> None:
        self._bulk.add_entry(entry, origin)
        self._drafts.touch(entry.lines)
