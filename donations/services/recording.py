"""Record what happened: a draft is looked up, appended, and kept only where every rule it touches holds."""

import sqlite3
from collections.abc import Callable, Mapping

from donations import errors
from donations.domain import text
from donations.domain.amount import fen
from donations.domain.entry import (
    ENTRY_TYPES,
    HANDING_OVER,
    LEAVING,
    BrokenCount,
    Draft,
    DraftLine,
    Entry,
    Line,
    Recorded,
    Role,
    Shown,
    Worth,
)
from donations.domain.quantity import Quantity
from donations.services import amounts, closing, counting, naming, requests, rules, slips
from donations.services.as_labelled import as_labelled
from donations.services.naming import Meant
from donations.store import items, parties, privacy
from donations.store.book import Book
from donations.store.changes import added_since, last_change


def record(book: Book, draft: Draft, now: str, meant: Meant | None = None) -> Recorded:
    """Record `draft` as one entry; `now` is an ISO timestamp in UTC, `meant` what was decided about unknown names.

    A request id that was recorded before with the same words returns that entry again. Raises LookAlike, OtherUnit,
    TooFine, NotOnHand, RefundBeyond, ClosedMonth, RequestReused, … ; then nothing is kept.
    """
    with book.write() as connection:
        if (by_run := requests.recorded_by_run(connection, draft.request)) is not None:
            return by_run
        _refuse_own_name(book, draft)
        before = last_change(connection)
        entry = _looked_up(connection, draft, meant or Meant(), now, before)
        earlier = requests.recorded_before(connection, entry, told=draft.place is not None)
        if earlier is not None:
            _refuse_other_gift(connection, earlier, draft)
            return earlier
        unvalued: tuple[str, ...] = ()
        goes_back = draft.type == "return" and not draft.given_before
        if goes_back:
            from donations.services import giving_back, refunding, worth_back  # most of what is recorded is no refund

            said = refunding.to_all_givers(connection, entry, draft.gift)
            entry, unvalued = worth_back.with_worth(connection, said, draft.gift)
        recorded = closing.append(connection, entry, now, draft.into_closed)
        rules.enforce(connection, recorded)
        if goes_back:
            giving_back.enforce(connection, recorded)
        if draft.gift is not None:
            refunding.say_gift(connection, recorded, draft.gift, now)
        if goes_back:
            worth_back.refuse_more(connection, recorded, said)
        if draft.consent is not None:
            privacy.set_gift_consent(connection, recorded.number, draft.consent, now)
        broken = broken_by(connection, recorded)
        return recorded._replace(
            added=added_since(connection, before), consent=draft.consent, broken=broken, unvalued=unvalued
        )


def _looked_up(connection: sqlite3.Connection, draft: Draft, meant: Meant, now: str, before: int) -> Entry:
    """The draft as an entry; `before`: the last change of the book before it. Raises as `look_up`, and OtherUnitOfNew."""
    try:
        return look_up(connection, draft, meant, now)
    except errors.OtherUnit as error:
        if error.facts["item"] in added_since(connection, before):  # and gone again with the refusal
            raise errors.OtherUnitOfNew(**error.facts) from None
        raise


def _refuse_own_name(book: Book, draft: Draft) -> None:
    """The association that keeps the book is no recipient of its own: what it has would be on hand nowhere. Raises RecipientKeepsBook."""
    own = text.party_key(book.name)
    for name in draft.parties.get(Role.RECIPIENT, ()) if draft.type in HANDING_OVER else ():
        if own and text.party_key(name) == own:
            raise errors.RecipientKeepsBook(name=book.name)


def _refuse_other_gift(connection: sqlite3.Connection, earlier: Recorded, draft: Draft) -> None:
    """A refund under a request id that was used already must be of the same gift. Raises RequestReused."""
    if draft.type != "return":
        return
    from donations.store import refund_of  # most of what is recorded is no refund

    if refund_of.gift_said(connection, earlier.number) != draft.gift:
        raise errors.RequestReused(request=draft.request, number=earlier.number)


def broken_by(connection: sqlite3.Connection, *recorded: Recorded) -> tuple[BrokenCount, ...]:
    """The counts that what was just appended sets the book against."""
    moved = rules.moved_before_counts(connection, recorded)
    if not moved:
        return ()
    from donations.services import broken_counts  # most of what is recorded came after every count

    return tuple(broken_counts.of_piles(connection, moved))


def shown_names(book: Book, recorded: Recorded) -> Shown:
    """The names that the entry's parties, stores and purposes are shown by, and which gift it gives back."""
    entry = recorded.entry
    with book.read() as connection:
        return Shown(
            {
                role: tuple(parties.shown(connection, number) for number in numbers)
                for role, numbers in entry.parties.items()
            },
            {line.store: items.name_of(connection, "store", line.store) for line in entry.lines},
            {line.purpose: items.name_of(connection, "purpose", line.purpose) for line in entry.lines},
            _gift_of(connection, recorded),
        )


def _gift_of(connection: sqlite3.Connection, recorded: Recorded) -> int | None:
    if recorded.entry.type != "return":
        return None
    from donations.store import refund_of  # most of what is recorded is no refund

    return refund_of.gift_said(connection, recorded.number)


def look_up(connection: sqlite3.Connection, draft: Draft, meant: Meant, now: str) -> Entry:
    """The draft with every name looked up and every quantity exact; makes new parties and items where meant."""
    entry_type = ENTRY_TYPES[draft.type]
    assert all(draft.parties.get(role) for role in entry_type.needs), draft
    assert all(line.flow in entry_type.flows for line in draft.lines), draft
    quantities = tuple(line.quantity for line in draft.lines)
    slips.refuse_amounts_as_names(connection, draft.parties, quantities, meant)
    slips.refuse_several_in_one(connection, draft, meant)
    has_supplier = bool(draft.parties.get(Role.SUPPLIER))
    slips.refuse_names_as_goods(connection, draft.type, quantities, has_supplier=has_supplier)
    names = {
        role: tuple(dict.fromkeys(naming.party_for(connection, name, meant, now) for name in given))
        for role, given in draft.parties.items()
        if given
    }
    if draft.value is not None and len(draft.lines) != 1:
        raise errors.ValueForSeveral(count=len(draft.lines))
    lines = tuple(look_up_line(connection, draft, line, meant, now) for line in draft.lines)
    if draft.value_basis and draft.type != "purchase" and all(line.worth is None for line in lines):
        raise errors.BasisWithoutValue  # of a purchase nobody says it: what was paid rests on an invoice
    if draft.paid_from_book:
        paid_from = naming.known_purpose_or_store(connection, "store", draft.paid_from)
        lines += amounts.payment(lines, naming.money_item(connection, now), lines[0].purpose, paid_from)
    entry = Entry(
        draft.type, draft.date, lines, names, note=text.note(draft.note) if draft.note else None, reason=draft.reason,
        request=draft.request,
    )  # fmt: skip
    told = draft.place
    city, county = usual_place(connection, entry, draft.gift) if told is None else (told.city, told.county)
    return entry._replace(city=city, county=county)


def look_up_line(connection: sqlite3.Connection, draft: Draft, line: DraftLine, meant: Meant, now: str) -> Line:
    """One line of the draft with its item, store and purpose looked up."""
    quantity = as_labelled(connection, line.quantity)
    item = naming.item_for(connection, quantity, meant, now)
    amount = amounts.amount_of(connection, amounts.in_pieces(quantity, item), item)

    def number_of(table: str, name: str | None) -> int:
        if line.flow in LEAVING:  # nothing leaves a store, or goes out for a purpose, that nothing came in for
            return naming.known_purpose_or_store(connection, table, name)
        return naming.purpose_or_store_for(connection, table, name, meant, now)

    purpose, store = number_of("purpose", line.purpose), number_of("store", line.store)
    looked_up = Line(
        amount, line.flow, worth(draft, quantity), store=store, purpose=purpose,
        batch=line.batch, expires_on=line.expires_on, written=quantity.written,
    )  # fmt: skip
    return counting.difference(connection, looked_up, draft.date) if line.counted else looked_up


def worth(draft: Draft, quantity: Quantity) -> Worth | None:
    """What a quantity of the draft is worth, as stated apart from it or beside it. Raises ValueTwice, MoneyWithValue."""
    if draft.value is None:
        return amounts.worth_of(quantity, draft.value_basis)
    if quantity.price is not None:
        raise errors.ValueTwice(got=quantity.written)
    if quantity.is_money:
        raise errors.MoneyWithValue(got=quantity.written)
    yuan, certainty = draft.value
    return Worth(fen(yuan), certainty, draft.value_basis)


PLACED = (Role.BENEFICIARY, Role.RECIPIENT, Role.DONOR)
"""Whose place that of an entry is, the first of them that there are."""


def usual_place(connection: sqlite3.Connection, entry: Entry, gift: int | None = None) -> tuple[str | None, str | None]:
    """City and county where none is told: of what is given back by it, else where its parties lie.

    `gift`: the entry that is said to have brought what goes back.
    """
    if gift is not None:
        from donations.store import journal  # most of what is recorded is of no earlier entry

        given = journal.read(connection, journal.right_by_now(connection, gift))
        return given.city, given.county
    if entry.type == "return":
        from donations.services import giving_back  # most of what is recorded is no return

        city, county = giving_back.place(connection, entry)
        if city is not None:
            return city, county
    return place_of_parties(connection, entry.parties)


def place_of_parties(
    connection: sqlite3.Connection, names: Mapping[Role, tuple[int, ...]]
) -> tuple[str | None, str | None]:
    """City and county of those who benefit, else the recipients, else the donors; none where they lie in several cities."""
    return common_place(names, lambda name: parties.place_of(connection, name))


def common_place(
    names: Mapping[Role, tuple[int, ...]], place_of: Callable[[int], tuple[str | None, str | None]]
) -> tuple[str | None, str | None]:
    """As `place_of_parties`; `place_of` gives city and county of the party with a recorded name."""
    for role in PLACED:
        places = {place_of(name) for name in names.get(role, ())} - {(None, None)}
        cities = {city for city, _county in places}
        if len(cities) == 1:
            [city] = cities
            counties = {county for _city, county in places}
            return city, counties.pop() if len(counties) == 1 else None
        if cities:
            return None, None
    return None, None
