"""Names of an exported book in the registers of another: each is known, or becomes the same as it was there."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

from donations import errors
from donations.domain import text
from donations.domain.amount import MONEY, Item, minor_of
from donations.domain.currencies import FOREIGN
from donations.domain.exchange import ItemSaid, NamedSaid, PackSaid, PartySaid
from donations.domain.masking import ANONYMOUS, is_erased
from donations.domain.place import Place
from donations.domain.thing import Hint
from donations.services import naming
from donations.store import erased_names, items, parties, privacy
from donations.store.changes import last_change
from donations.store.items import NewItem
from donations.store.parties import Party

Aside = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Gives the connection for an act in between entries."""

Registered = PartySaid | ItemSaid | PackSaid | NamedSaid


class Registers:
    """The names of one exported book, and what they are in this one."""

    def __init__(self, connection: sqlite3.Connection, aside: Aside, now: str) -> None:
        self._connection, self._aside, self._now = connection, aside, now
        self.new_parties: dict[str, None] = {}
        self.new_items: dict[str, None] = {}
        self.forget()

    def forget(self) -> None:
        """Another book begins, or what was added is rolled back."""
        self._parties: dict[str, int] = {}
        self._numbers: dict[int, int] = {}
        self._items: dict[str, tuple[Item, int]] = {}
        self._named: dict[tuple[str, str], int] = {}
        self._erased: dict[str, int] | None = None
        self._signs: frozenset[int] | None = None
        self._waiting: dict[str, PartySaid] = {}
        self._named_parties: tuple[int, frozenset[int]] = (0, frozenset())
        self.postpones = False
        """Whether parties that nobody knows wait for an entry: in a book that has some it may be one of a forgotten one."""
        self._peeking: Mapping[str, int] | None = None

    def take(self, said: Registered) -> bool:
        """Whether the book knew less before; the caller is aside. Raises OtherUnit, NameMissing and their kin."""
        before = last_change(self._connection)
        match said:
            case PartySaid():
                self._take_party(said)
            case ItemSaid():
                self._take_item(said)
            case PackSaid(item, unit, amount):
                self._take_pack(self.item(item)[0], unit, amount)
            case NamedSaid(register, name):
                self.named(register, name)
        return last_change(self._connection) != before

    # --- what a name stands for

    def party(self, name: str) -> int:
        """The number of the recorded name. Raises NameMissing, NameTooLong."""
        found = self._parties.get(name)
        if found is None and self._peeking is not None:
            known = self._known(name)
            return -self._peeking.get(name, 0) if known is None else known.name_number
        if found is None:
            found = self._parties[name] = self._party(name)
        return found

    def _party(self, name: str) -> int:
        known = self._known(name)
        if known is not None:
            return known.name_number
        if name in self._waiting:
            return self._party_that_waited(self._waiting[name], name)
        with self._aside() as connection:
            return parties.add(connection, text.name(name), naming.place_of_name(name), None, self._now)

    def party_number(self, name: int) -> int:
        """The party that a recorded name now stands for; 0 of a name that is only looked at, and below it one that was erased."""
        if name <= 0:
            return -name
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = parties.number_of(self._connection, name)
        return found

    def item(self, label: str) -> tuple[Item, int]:
        """The item of that name, and the number it now stands for. Raises UnknownItem."""
        found = self._items.get(label)
        if found is None:
            item = items.find(self._connection, label)
            if item is None:
                raise errors.UnknownItem(name=label, hint=Hint())
            found = self._items[label] = item, items.stands_for(self._connection, item)
        return found

    def named(self, register: str, name: str | None) -> int:
        """The number of the store or purpose; a new one where nobody has named it before."""
        if name is None:
            return 1
        found = self._named.get((register, name))
        if found is None:
            found = items.named(self._connection, register, name)
            if found is None:
                with self._aside() as connection:
                    found = items.add_to(connection, register, text.name(name), self._now)
            self._named[register, name] = found
        return found

    # --- parties

    def _known(self, name: str) -> Party | None:
        """The party that goes by the name here."""
        return parties.find(self._connection, name)

    # --- parties that were forgotten, here or there

    def erased(self) -> dict[str, int]:
        """What stands for names that this book has erased, with the party that went by it."""
        if self._erased is None:
            self._erased = {
                name: parties.number_of(self._connection, number)
                for name, number in erased_names.erased(self._connection).items()
            }
        return self._erased

    def erased_parties(self) -> frozenset[int]:
        """The parties whose names this book has erased."""
        return frozenset(self.erased().values())

    def forgotten_elsewhere(self) -> frozenset[int]:
        """The parties that came without a name: whoever another file says to be forgotten is none of these."""
        if self._signs is None:
            self._signs = erased_names.forgotten_elsewhere(self._connection)
        return self._signs

    def is_named(self, party: int | None) -> bool:
        """Whether the file names this party of the book."""
        if self._named_parties[0] != len(self._parties):
            self._named_parties = (len(self._parties), frozenset(map(self.party_number, self._parties.values())))
        return party in self._named_parties[1]

    def waits(self, said: PartySaid) -> bool:
        """Whether the party is kept back until an entry turns out to be new: it may be one that was forgotten."""
        names = (said.name, *said.also)
        if said.name not in self.erased() and not self.may_be_forgotten(names):
            return False
        if any(self._known(name) is not None for name in names):
            return False
        self._waiting.update(dict.fromkeys(names, said))
        return True

    def may_be_forgotten(self, names: Iterable[str]) -> bool:
        """Whether one of these may be a party that this book has forgotten, or the other one."""
        return self.postpones and (bool(self.erased()) or any(map(is_erased, names)))

    @contextmanager
    def peeking(self, *, by_number: bool) -> Iterator[None]:
        """Meanwhile nobody is added; `by_number`: what stands for a name that was erased here is that party."""
        self._peeking = self.erased() if by_number else {}
        try:
            yield
        finally:
            self._peeking = None

    def _party_that_waited(self, said: PartySaid, name: str) -> int:
        for each in (said.name, *said.also):
            self._waiting.pop(each, None)
        with self._aside():
            self._take_party(said)
        return self._parties[name]

    def _take_party(self, said: PartySaid) -> None:
        known = next((party for name in (said.name, *said.also) if (party := self._known(name)) is not None), None)
        if known is None:
            self._add_party(said)
        else:
            self._add_to_party(known, said)

    def _add_party(self, said: PartySaid) -> None:
        name = text.name(said.name)
        number = parties.add(self._connection, name, _place(said), said.sort, self._now)
        party = self.party_number(number)
        self._parties[said.name] = number
        for other in said.also:
            self._parties[other] = parties.add_former(self._connection, party, text.name(other), self._now)
        if said.consent is not None:
            privacy.set_party_consent(self._connection, party, said.consent, self._now)
        self.new_parties[name] = None

    def _add_to_party(self, known: Party, said: PartySaid) -> None:
        """What this book says of a party stands; what it doesn't say is added, and who wishes not to be named isn't."""
        for name in (said.name, *said.also):
            own = self._known(name)  # what is one party there may be two here
            self._parties[name] = (own or known).name_number
            if own is None and name in self.erased():
                del self._parties[name]  # it is known as what it stands for
            elif own is None:
                self._parties[name] = parties.add_former(self._connection, known.number, text.name(name), self._now)
        place, sort = _place(said) if known.city is None else None, said.sort if known.sort is None else None
        parties.settle(self._connection, known, place, sort, self._now)
        consent = privacy.party_consent(self._connection, known.number)
        if said.consent not in (None, consent) and (consent is None or said.consent == ANONYMOUS):
            privacy.set_party_consent(self._connection, known.number, said.consent, self._now)

    # --- items

    def _take_item(self, said: ItemSaid) -> None:
        new = NewItem(
            text.name(said.name), said.specification and text.name(said.specification), said.unit, said.decimals,
            said.category, said.english, is_money=said.name == MONEY or said.name in FOREIGN,
        )  # fmt: skip
        label = Item(0, new.name, new.specification, new.unit, new.decimals).label
        known = items.find(self._connection, label) or self._known_by_other_name(said)
        if known is None:
            # In the order they were given: a name in another spelling goes before the label.
            names = [*map(text.name, said.also), label]
            known = items.add_named(self._connection, new, names, self._now)
            self.new_items[label] = None
        else:
            self._add_to_item(known, said, label)
        item = items.by_number(self._connection, known.number)
        self._items[label] = item, items.stands_for(self._connection, item)

    def _known_by_other_name(self, said: ItemSaid) -> Item | None:
        """An item that one of the other names finds, if it is counted alike: names such as `masks` mean several things."""
        for name in said.also:
            found = items.find(self._connection, name)
            if found is not None and (found.unit, found.decimals) == (said.unit, said.decimals):
                return found
        return None

    def _add_to_item(self, known: Item, said: ItemSaid, label: str) -> None:
        if said.unit and not known.unit:
            items.settle(self._connection, known, "unit", said.unit, self._now)
            items.settle(self._connection, known, "decimals", said.decimals, self._now)
        elif said.unit and (said.unit, said.decimals) != (known.unit, known.decimals):
            example = f"{known.label}…{said.unit}×N{known.unit}"
            raise errors.OtherUnit(
                item=known.label, unit=known.unit, got=said.unit, one_unit=said.unit, example=example
            )
        if said.category and known.category is None:
            items.settle(self._connection, known, "category", said.category, self._now)
        for name in (label, *said.also):
            found = items.find(self._connection, name)
            if found is not None and self._are_two(found, known, name):
                raise errors.ItemsApart(item=known.label, other=found.label)
            if found is None:
                items.add_alias(self._connection, known, text.name(name), self._now)

    def _are_two(self, found: Item, known: Item, name: str) -> bool:
        """Whether what is one item there is two here, under names of their own: aliases may find what they will."""
        return (
            text.key(found.label) == text.key(name)
            and (found.unit, found.decimals) == (known.unit, known.decimals)
            and items.stands_for(self._connection, found) != items.stands_for(self._connection, known)
        )

    def _take_pack(self, item: Item, unit: str, amount: str) -> None:
        """What a pack holds here stands: entries rest on it."""
        if items.pack(self._connection, item, unit) is None:
            items.set_pack(self._connection, item, unit, minor_of(amount, item), self._now)


def _place(said: PartySaid) -> Place | None:
    return None if said.city is None else Place("", said.city, said.county)
