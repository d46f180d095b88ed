"""Take an entry back, or say it aright: the first entry stays, its mirror and the right one follow."""

import sqlite3
from datetime import date

from donations import errors
from donations.domain import text
from donations.domain.entry import ENTRY_TYPES, MISSING, Adjustment, Entry, Flow, Line, Recorded, Role
from donations.services import closing, correct_lines, counting, giving_back, naming, recording, requests, rules, slips
from donations.services.changes import Changes
from donations.services.closing import IfClosed
from donations.services.naming import Meant
from donations.store import journal, privacy
from donations.store.book import Book
from donations.store.changes import added_since, last_change


def reverse(
    book: Book, number: int, reason: str, now: str, request: str | None = None, if_closed: IfClosed | None = None
) -> Recorded:
    """Append the mirror of entry `number`, dated as that one, or today where its month is closed.

    Raises UnknownEntry, ReversalOfReversal, AlreadyReversed, AlreadyCorrected, CorrectedAndReversed, and as `rules.enforce`.
    """
    if_closed = if_closed or today_of(now)
    with book.write() as connection:
        mirror = mirror_of(connection, number, reason, request)
        if request and (said := journal.with_request(connection, request)) is not None:
            mirror = mirror._replace(date=journal.read(connection, said).date)  # said on another day, maybe
        if (earlier := requests.recorded_before(connection, mirror, told=False)) is not None:
            return earlier
        _refuse_corrected(connection, number)
        recorded = _append_mirror(connection, number, reason, now, request, if_closed)
        rules.enforce(connection, recorded)
        unmatched = giving_back.unmatched(connection, number, journal.read(connection, number))
        return recorded._replace(broken=recording.broken_by(connection, recorded), unmatched=unmatched)


def correct(book: Book, number: int, changes: Changes, now: str, meant: Meant | None = None) -> Recorded:
    """Append the mirror of entry `number` and the right entry in one act; returns the right one.

    Both are dated today where the month of the first is closed. Only what both together do to stock is held against the
    rules. Raises as `reverse`, and NothingLeftToCorrect, CorrectsNothing, CorrectedToNobody, CountInClosedMonth, NoRefund,
    and as `correct_lines.corrected`, `closing.append`, `giving_back.enforce` and `refunding.say_gift`.
    """
    with book.write() as connection:
        if (by_run := requests.recorded_by_run(connection, changes.request)) is not None:
            return by_run
        before = last_change(connection)
        first = journal.read(connection, number)
        if changes.request and (said := journal.with_request(connection, changes.request)) is not None:
            if closing.is_closed(connection, first.date):
                first = first._replace(date=journal.read(connection, said).date)
            return _said_before(connection, _right(connection, number, first, changes, meant or Meant(), now), changes)
        _refuse_corrected(connection, number)
        if first.reverses is None and (by := journal.reversal_of(connection, number)) is not None:
            raise errors.NothingLeftToCorrect(number=number, by=by, verb=ENTRY_TYPES[first.type].verb)
        if_closed = IfClosed(changes.today or today_of(now).today, changes.into_closed)
        day = if_closed.day_for(connection, first.date)
        if first.reason == Adjustment.COUNT and day != first.date:
            raise errors.CountInClosedMonth(number=number)
        mirror = _append_mirror(connection, number, changes.reason, now, None, if_closed)
        first = first._replace(date=day)
        typed = _right(connection, number, first, changes, meant or Meant(), now)
        right, unvalued = _with_worth(connection, number, first, typed, changes)
        if _says_it_again(connection, number, first, right, changes):
            raise errors.CorrectsNothing(number=number)  # a slip: two entries would say what one says
        recorded = closing.append(connection, right, now, changes.into_closed)
        rules.enforce(connection, mirror, recorded)
        if not changes.given_before:
            giving_back.enforce(connection, recorded)
        _say_gift(connection, number, recorded, changes, now)
        _refuse_more_worth(connection, recorded, typed, changes)
        if (consent := privacy.gift_consent(connection, number)) is not None:  # it is the same gift
            privacy.set_gift_consent(connection, recorded.number, consent, now)
        broken, added = recording.broken_by(connection, mirror, recorded), added_since(connection, before)
        unmatched = giving_back.unmatched(connection, number, first, right)
        return recorded._replace(added=added, consent=consent, broken=broken, unmatched=unmatched, unvalued=unvalued)


def _said_before(connection: sqlite3.Connection, right: Entry, changes: Changes) -> Recorded:
    """What the request of this correction recorded before, where it says the same. Raises RequestReused."""
    earlier = requests.recorded_before(connection, right, told=changes.place is not None)
    assert earlier is not None, changes.request
    return earlier


def _with_worth(
    connection: sqlite3.Connection, number: int, first: Entry, right: Entry, changes: Changes
) -> tuple[Entry, tuple[str, ...]]:
    """What goes back, with its worth where nobody states it, and the items that have none; all else as it is.

    Where the same goes back to the same, as a remark or a date is corrected, what had no worth was to have none.
    """
    if right.type != "return" or changes.given_before or changes.without_worth:
        return right, ()
    goods, before = ([(line.item, line.amount, line.worth) for line in each.lines] for each in (right, first))
    if changes.gift is None and goods == before and right.parties == first.parties:
        return right, ()
    from donations.services import worth_back  # most of what is corrected is no refund
    from donations.store import refund_of

    gift = refund_of.gift_said(connection, number) if changes.gift is None else changes.gift
    return worth_back.with_worth(connection, right, gift)


def _refuse_more_worth(connection: sqlite3.Connection, recorded: Recorded, said: Entry, changes: Changes) -> None:
    """As `worth_back.refuse_more`, where something goes back, and not of what was given before the book."""
    if recorded.entry.type == "return" and not changes.given_before:
        from donations.services import worth_back  # most of what is corrected is no refund

        worth_back.refuse_more(connection, recorded, said)


def _says_it_again(connection: sqlite3.Connection, number: int, first: Entry, right: Entry, changes: Changes) -> bool:
    """Whether nothing is different; what a count found may be, though it says the same."""
    if right._replace(corrects=first.corrects, request=first.request) != first or first.reason == Adjustment.COUNT:
        return False
    if changes.gift is None:
        return True
    from donations.store import refund_of  # most of what is corrected is no refund

    return refund_of.gift_said(connection, number) == changes.gift


def _say_gift(connection: sqlite3.Connection, number: int, recorded: Recorded, changes: Changes, now: str) -> None:
    """Of a refund, note which gift it is of: as said now, else as entry `number` said it. Raises NoRefund, and as `refunding` does."""
    is_refund = any(line.flow is Flow.REFUNDED for line in recorded.entry.lines)
    if changes.gift is not None and not is_refund:
        raise errors.NoRefund(number=number)
    if not is_refund:
        return
    from donations.services import refunding  # most of what is corrected is no refund

    if changes.gift is not None:
        refunding.say_gift(connection, recorded, changes.gift, now)
    else:
        refunding.keep_gift(connection, number, recorded, now)


def type_and_main_role(book: Book, number: int) -> tuple[str, Role | None]:
    """The type of entry `number`, and the role its first word has; None where it begins with quantities.

    Raises UnknownEntry, EntryIsMissing.
    """
    with book.read() as connection:
        entry = journal.read(connection, number)
    if entry.type == MISSING:
        raise errors.EntryIsMissing(number=number)
    if entry.type == "expense":
        return entry.type, Role.SUPPLIER
    named = (*ENTRY_TYPES[entry.type].needs, *entry.parties) if entry.type != "purchase" else ()
    return entry.type, next((role for role in (Role.DONOR, Role.RECIPIENT) if role in named), None)


def today_of(now: str) -> IfClosed:
    """For who says nothing of closed months: the day of the timestamp."""
    return IfClosed(date.fromisoformat(now[:10]))


def _refuse_corrected(connection: sqlite3.Connection, number: int) -> None:
    """Raises AlreadyCorrected with the entry that says it aright by now, CorrectedAndReversed where that doesn't stand either."""
    if (last := journal.right_by_now(connection, number)) == number:
        return
    if (reversal := journal.reversal_of(connection, last)) is not None:
        raise errors.CorrectedAndReversed(number=number, by=last, reversal=reversal)
    raise errors.AlreadyCorrected(number=number, by=last)


def _append_mirror(
    connection: sqlite3.Connection, number: int, reason: str | None, now: str, request: str | None, if_closed: IfClosed
) -> Recorded:
    first = journal.read(connection, number)
    if first.reverses is not None:
        raise errors.ReversalOfReversal(number=number, of=first.reverses)
    by = journal.reversal_of(connection, number)
    if by is not None:
        raise errors.AlreadyReversed(number=number, by=by)
    mirror = mirror_of(connection, number, reason, request)
    mirror = mirror._replace(date=if_closed.day_for(connection, first.date))
    return closing.append(connection, mirror, now, if_closed.reason)


def mirror_of(connection: sqlite3.Connection, number: int, reason: str | None, request: str | None) -> Entry:
    """What takes back entry `number`; raises UnknownEntry, EntryIsMissing."""
    first = journal.read(connection, number)
    if first.type == MISSING:
        raise errors.EntryIsMissing(number=number)
    return first._replace(
        lines=tuple(line.mirrored() for line in first.lines), reverses=number, corrects=None,
        note=text.note(reason) if reason else None, request=request,
    )  # fmt: skip


def _right(
    connection: sqlite3.Connection, number: int, first: Entry, changes: Changes, meant: Meant, now: str
) -> Entry:
    """The right entry; its mirror is in the book by now, unless the request was carried out before."""
    _refuse_other_roles(number, first, changes)
    slips.refuse_amounts_as_names(connection, changes.every_party, changes.quantities, meant)
    has_supplier = bool(changes.every_party.get(Role.SUPPLIER) or first.parties.get(Role.SUPPLIER))
    slips.refuse_names_as_goods(connection, first.type, changes.quantities, has_supplier=has_supplier)
    parties = _parties(connection, first, changes, meant, now)
    said = counting.as_counted(first)
    is_paid = first.type == "purchase" and Role.PAYER not in parties
    lines = correct_lines.corrected(connection, number, said, changes, meant, now, is_paid=is_paid)
    if changes.purpose is not None:
        purpose = naming.purpose_or_store_for(connection, "purpose", changes.purpose.strip() or None, meant, now)
        lines = tuple(line._replace(purpose=purpose) for line in lines)
    if changes.store is not None:
        store = naming.purpose_or_store_for(connection, "store", changes.store.strip() or None, meant, now)
        lines = _moved(number, first, lines, store)
    if first.reason == Adjustment.COUNT:
        # The mirror is in the book by now: this is what there was without the first count.
        kept = [line for line in first.lines if line.counted_minor is None]  # the differences of rough counts stay
        day = changes.day or first.date
        lines = tuple(line if line in kept else counting.difference(connection, line, day) for line in lines)
    entry_type = first.type
    if entry_type == "receipt" and parties.get(Role.RECIPIENT):  # a gift that turns out to have gone straight through
        entry_type, lines = "relay", tuple(line._replace(flow=Flow.RELAYED) for line in lines)
    elif entry_type == "relay" and not parties.get(Role.RECIPIENT):  # or into stock first
        entry_type, lines = "receipt", tuple(line._replace(flow=Flow.RECEIVED) for line in lines)
    if any(not parties.get(role) for role in ENTRY_TYPES[entry_type].needs):
        raise errors.CorrectedToNobody(number=number)
    right = first._replace(
        type=entry_type, lines=lines, parties=parties, date=changes.day or first.date,
        note=first.note if changes.note is None else text.note(changes.note) or None, corrects=number, request=changes.request,
    )  # fmt: skip
    if right.type == "return" and (changes.gift is not None or parties != first.parties):
        from donations.services import refunding  # most of what is corrected is no refund

        right = refunding.to_all_givers(connection, right, changes.gift)
    city, county = _place(connection, number, first, right, changes)
    return right._replace(city=city, county=county)


_SAID_BY = {**slips.OPTIONS, Role.PAYER: "--payer"}
_GOES_BACK = {Flow.REFUNDED: ("refund", Role.DONOR), Flow.RETURNED: ("return", Role.RECIPIENT)}
"""By which command something goes back, and between the book and whom."""


def _refuse_other_roles(number: int, first: Entry, changes: Changes) -> None:
    """Nobody gets a role that such an entry has not: --to of a transfer names a store, and made a party of it.

    Raises StoresOfTransfer, NobodySoThere.
    """
    entry_type = ENTRY_TYPES[first.type]
    back = [_GOES_BACK[line.flow] for line in first.lines if line.flow in _GOES_BACK]
    can_be = {*first.parties, *entry_type.needs, *entry_type.may_have, *(role for _verb, role in back)}
    verb = back[0][0] if back else entry_type.verb
    for role, names in changes.every_party.items():
        if not names or role in can_be:
            continue
        if first.type == "transfer":
            raise errors.StoresOfTransfer(number=number)
        raise errors.NobodySoThere(number=number, verb=verb, option=_SAID_BY[role])


def _parties(
    connection: sqlite3.Connection, first: Entry, changes: Changes, meant: Meant, now: str
) -> dict[Role, tuple[int, ...]]:
    """Who has which role: as said, and else as it was. Nobody where a role was said without names."""
    named = {
        role: tuple(naming.party_for(connection, name, meant, now) for name in given)
        for role, given in changes.every_party.items()
        if given
    }
    if changes.first and (role := changes.first[0]) in named:
        named[role] += first.parties.get(role, ())[1:]
    if changes.beside and (role := changes.beside[0]) in named:
        named[role] = first.parties.get(role, ())[:1] + named[role]
    if changes.beside and not changes.beside[1] and not changes.first:
        named[changes.beside[0]] = first.parties.get(changes.beside[0], ())[:1]
    stay = {role: names for role, names in first.parties.items() if changes.parties.get(role) != ()}
    now_so = {**stay, **{role: tuple(dict.fromkeys(names)) for role, names in named.items()}}
    return {role: now_so[role] for role in Role if role in now_so}  # who gave stands first, as at the first time


def _moved(number: int, first: Entry, lines: tuple[Line, ...], store: int) -> tuple[Line, ...]:
    """The lines in another store; the money of a purchase stays where it lay. Raises StoresOfTransfer."""
    if first.type == "transfer":
        raise errors.StoresOfTransfer(number=number)
    is_payment = first.type == "purchase"
    return tuple(line if is_payment and line.flow is Flow.SPENT else line._replace(store=store) for line in lines)


def _place(
    connection: sqlite3.Connection, number: int, first: Entry, right: Entry, changes: Changes
) -> tuple[str | None, str | None]:
    """As told; else where it would be without being told, if that is where the first entry's city came from; else as it was."""
    if (told := changes.place) is not None:
        return told.city or None, told.county
    from donations.store import refund_of  # most of what is corrected is no refund

    gift = refund_of.gift_said(connection, number) if first.type == "return" else None
    if (first.city, first.county) == recording.usual_place(connection, first, gift):
        return recording.usual_place(connection, right, gift if changes.gift is None else changes.gift)
    return first.city, first.county
