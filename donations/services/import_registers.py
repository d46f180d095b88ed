"""Names of an exported book in the registers of another: each is known, or becomes the same as it was there."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from donations import errors
from donations.domain import text
from donations.domain.amount import MONEY, Item, minor_of
from donations.domain.exchange import ItemSaid, NamedSaid, PackSaid, PartySaid
from donations.domain.masking import ANONYMOUS
from donations.domain.place import Place
from donations.services import naming
from donations.store import exchange, items, parties, privacy
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
        if found is None:
            found = self._parties[name] = self._party(name)
        return found

    def _party(self, name: str) -> int:
        known = self._known(name)
        if known is not None:
            return known.name_number
        with self._aside() as connection:
            return parties.add(connection, text.name(name), naming.place_of_name(name), None, self._now)

    def party_number(self, name: int) -> int:
        """The party that a recorded name now stands for."""
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
                raise errors.UnknownItem(name=label, hint="")
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
                add = items.add_store if register == "store" else items.add_purpose
                with self._aside() as connection:
                    found = add(connection, text.name(name), self._now)
            self._named[register, name] = found
        return found

    # --- parties

    def _known(self, name: str) -> Party | None:
        """The party that goes by the name here; one whose name was erased goes by what stands for it."""
        found = parties.find(self._connection, name)
        if found is not None:
            return found
        if self._erased is None:
            self._erased = exchange.erased(self._connection)
        number = self._erased.get(name)
        return None if number is None else parties.numbered(self._connection, self.party_number(number))

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
            self._parties[name] = known.name_number
            if self._known(name) is None:
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
            said.category, said.english, is_money=said.name == MONEY,
        )  # fmt: skip
        label = Item(0, new.name, new.specification, new.unit, new.decimals).label
        known = items.find(self._connection, label) or self._known_by_other_name(said)
        if known is None:
            names = [
                *map(text.name, said.also),
                label,
            ]  # as they were: a name in another spelling goes before the label
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
            raise errors.OtherUnit(item=known.label, unit=known.unit, got=said.unit, example=example)
        if said.category and known.category is None:
            items.settle(self._connection, known, "category", said.category, self._now)
        for name in (label, *said.also):
            if items.find(self._connection, name) is None:
                items.add_alias(self._connection, known, text.name(name), self._now)

    def _take_pack(self, item: Item, unit: str, amount: str) -> None:
        """What a pack holds here stands: entries rest on it."""
        if items.pack(self._connection, item, unit) is None:
            items.set_pack(self._connection, item, unit, minor_of(amount, item), self._now)


def _place(said: PartySaid) -> Place | None:
    return None if said.city is None else Place("", said.city, said.county)
