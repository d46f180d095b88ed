"""What people are asked or promised: how they are reached, and whether they may be named."""

from collections.abc import Mapping, Sequence

from donations import errors
from donations.domain import text
from donations.domain.entry import Role
from donations.services import naming
from donations.store import journal, privacy
from donations.store.book import Book
from donations.store.parties import Party


def set_contact(
    book: Book, name: str, values: Mapping[str, str], without: Sequence[str], now: str, *, again: bool
) -> Party:
    """Keep `values` of the party by their fields, and erase the fields of `without`, bytes and all.

    `again`: it stands in a file of commands, which may be run again: a field that was ever set or erased stays as it is.
    Raises UnknownParty, EmptyDetail, NoteTooLong.
    """
    with book.write() as connection:
        party = naming.known_party(connection, name)
        parties = privacy.family(connection, party.number)
        settled = privacy.contact_noted(connection, party.number) if again else set()
        kept = privacy.contact_of(connection, parties)
        fields = {known for known, _value in kept}
        wanted = {key: _detail(key, value) for key, value in values.items() if key not in settled}
        wanted = {key: value for key, value in wanted.items() if {v for k, v in kept if k == key} != {value}}
        gone = [key for key in dict.fromkeys(without) if key in fields and key not in wanted]
        if gone or wanted.keys() & fields:
            with book.erase(now):
                privacy.set_contact(connection, parties, wanted, gone, now)
        elif wanted:
            privacy.set_contact(connection, parties, wanted, gone, now)
        return party


def contact_of(book: Book, name: str) -> tuple[str, set[tuple[str, str]]]:
    """The party's present name, and how it is reached: fields with their values. Raises UnknownParty."""
    with book.read() as connection:
        party = naming.known_party(connection, name)
        return party.name, privacy.contact_of(connection, privacy.family(connection, party.number))


def _detail(key: str, value: str) -> str:
    tidied = text.note(value)
    if not tidied:
        option = key.replace("_", "-")
        raise errors.EmptyDetail(name=f"--{option}", field=option)
    return tidied


def set_party_consent(book: Book, name: str, consent: str | None, now: str, *, again: bool) -> Party:
    """State whether the party may be named in public; None where nothing is said. `again` as in `set_contact`."""
    with book.write() as connection:
        party = naming.known_party(connection, name)
        done = again and privacy.consent_noted(connection, "party", party.number, consent)
        if not done and privacy.party_consent(connection, party.number) != consent:
            privacy.set_party_consent(connection, party.number, consent, now)
        return party


def set_gift_consent(book: Book, number: int, consent: str | None, now: str, *, again: bool) -> None:
    """State whether the donors of gift `number` may be named, also where it stands in the entries that it corrects.

    `again` as in `set_contact`. Raises UnknownEntry, NoGift.
    """
    with book.write() as connection:
        journal.read(connection, number)
        gifts = [
            n for n in privacy.gifts_of_one(connection, number) if journal.read(connection, n).parties.get(Role.DONOR)
        ]
        if not gifts:
            raise errors.NoGift(number=number)
        for gift in gifts:
            done = again and privacy.consent_noted(connection, "entry", gift, consent)
            if not done and privacy.gift_consent(connection, gift) != consent:
                privacy.set_gift_consent(connection, gift, consent, now)
