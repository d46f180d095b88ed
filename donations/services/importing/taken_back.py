"""Rows of an account that take back a payment which the book has: a gift goes back, what was paid out is reversed."""

from collections.abc import Sequence
from fractions import Fraction

from donations import errors
from donations.domain.amount import decimal_text, to_minor
from donations.domain.entry import Draft, Entry
from donations.domain.quantity import Quantity
from donations.importers.table import Record
from donations.services import closing, naming
from donations.services.correcting import mirror_of
from donations.services.importing.drafts import Drafts, digest
from donations.services.importing.given_back import giving_back
from donations.store import closings, imports, journal, payments
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.tables import Origin
from donations.store.parties import find

TAKEN_BACK = "taken back"


class TakenBack:
    """Books what takes a payment back, where it can be told which: same party, same amount, not after it."""

    def __init__(self, bulk: Bulk, drafts: Drafts, into_closed: str | None) -> None:
        self._bulk, self._drafts, self._into_closed = bulk, drafts, into_closed
        self.source = 0
        """The table whose rows are read."""
        self.unfound = 0
        """How many rows may take back a payment that the book doesn't have so far."""

    def take(self, record: Record, identity: bytes) -> str | None:
        """TAKEN_BACK where it takes back a payment; else why the row was ignored, None where it stands for itself.

        Raises NoPaymentTakenBack or NoNumberTakenBack where it can be nothing else, ClosedMonth.
        """
        assert record.takes_back is not None, record
        payment = record.takes_back.payments[0]
        self._bulk.flush()
        is_nameless = record.takes_back.is_nameless
        named = () if is_nameless else record.takes_back.payments
        found = self._numbered(record.takes_back.number, payment)
        found = found or next(filter(None, map(self._payment, named)), None)
        if found is None and record.takes_back.may_be_part and payment.type == "receipt":
            found = next((part for each in named if (part := self._payment(each, in_part=True))), None)
        if found is None:
            self.unfound += 1
            if not record.takes_back.is_sure:
                return record.otherwise
            raise self._unknown(payment, is_nameless=is_nameless)
        closing.admit(self._bulk.connection, payment.date, self._into_closed)
        entry = self._contrary(found, payment)
        returns = None if entry.reverses else found
        self._bulk.add_entry(entry, Origin(self.source, record.row, identity, record.identity is not None, returns))
        self._drafts.touch(entry.lines)
        return TAKEN_BACK

    def _numbered(self, number: str | None, payment: Draft) -> int | None:
        """The gift that bears the number of the row, an order's as a rule, and of which enough is left for `payment`; None where there is none."""
        item = naming.find_item(self._bulk.connection, naming.item_label(payment.lines[0].quantity))
        if number is None or item is None or payment.type != "receipt":
            return None
        self._bulk.look_up_identities()
        minor = to_minor(payment.lines[0].quantity.number or Fraction(0), item)
        known = imports.entries_known_by(self._bulk.connection, digest(number))
        return next((each for each in known if self._has_left(each, payment, item.number, minor)), None)

    def _has_left(self, number: int, payment: Draft, item: int, minor: int) -> bool:
        """Whether at least `minor` is left of a gift that stands."""
        entry = journal.read(self._bulk.connection, number)
        if entry.type != "receipt" or entry.date > payment.date or len(entry.lines) != 1:
            return False
        [line] = entry.lines
        left = (line.amount.minor or 0) - payments.given_back(self._bulk.connection, number)
        return (
            line.item.number == item
            and 0 < minor <= left
            and journal.reversal_of(self._bulk.connection, number) is None
        )

    def _payment(self, payment: Draft, *, in_part: bool = False) -> int | None:
        [line] = payment.lines
        item = naming.find_item(self._bulk.connection, naming.item_label(line.quantity))
        names = self._names([name for named in payment.parties.values() for name in named])
        if item is None or names is None or line.quantity.number is None:
            return None
        minor, day = to_minor(line.quantity.number, item), payment.date.isoformat()
        return payments.standing(self._bulk.connection, payment.type, names, item.number, minor, day, in_part=in_part)

    def _names(self, named: Sequence[str]) -> list[int] | None:
        """The recorded names of the parties; None where one is unknown."""
        found = [find(self._bulk.connection, name) for name in named]
        return None if None in found else [party.name_number for party in found if party is not None]

    def _contrary(self, number: int, payment: Draft) -> Entry:
        entry, day, note = journal.read(self._bulk.connection, number), payment.date, payment.note
        if entry.type != "receipt":  # dated as the payment, so that nothing lacks in between once both are undone
            is_closed = entry.date.isoformat() <= (closings.closed_until(self._bulk.connection) or "")
            return mirror_of(self._bulk.connection, number, note, None)._replace(date=day if is_closed else entry.date)
        [line] = entry.lines
        minor = to_minor(payment.lines[0].quantity.number or Fraction(0), line.item)
        return giving_back(entry, [(line, minor)], day, note)

    def _unknown(self, payment: Draft, *, is_nameless: bool) -> errors.Refused:
        [line] = payment.lines
        if is_nameless:
            return errors.NoNumberTakenBack(amount=_said(line.quantity), day=payment.date.isoformat())
        who = "、".join(name for named in payment.parties.values() for name in named)
        return errors.NoPaymentTakenBack(who=who, amount=_said(line.quantity), day=payment.date.isoformat())


def as_it_became(record: Record, became: str) -> Record:
    """A row as it is shown once the book was looked at: what takes back a payment that is there is no spending."""
    if record.takes_back is None or became != TAKEN_BACK:
        return record
    drafts, sums = record.takes_back.found
    return record._replace(drafts=drafts, sums=sums)


def _said(quantity: Quantity) -> str:
    return quantity.written if quantity.number is None else f"{decimal_text(quantity.number)}{quantity.unit or ''}"
