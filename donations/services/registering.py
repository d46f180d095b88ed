"""Keep the registers of parties and items: add, rename, alias, merge with a reason."""

import sqlite3

from donations import errors
from donations.domain import text
from donations.domain.amount import Item
from donations.domain.currencies import CODES
from donations.domain.masking import ANONYMOUS
from donations.domain.place import Place
from donations.domain.stars import hides
from donations.domain.units import unit_named
from donations.services import naming, slips
from donations.store import items, parties, privacy
from donations.store.book import Book
from donations.store.items import NewItem
from donations.store.parties import Party


def add_party(book: Book, name: str, place: Place | None, sort: str | None, now: str, *, new: bool) -> Party:
    """A new party; where one of that name is known, place and sort are stated of it. Raises AmountForName, NameThere, NameTaken, LookAlike unless `new`."""
    name = text.name(name)
    with book.write() as connection:
        found = parties.find(connection, name)
        if found is None:
            slips.refuse_amount(name)
            if not new and (alike := naming.party_look_alikes(connection, name)):
                raise errors.LookAlike(name=name, candidates=alike)
            parties.add(connection, name, place or naming.place_of_name(name), sort, now)
        elif place is None and sort is None:
            raise _taken(errors.NameTaken(name=name, owner=found.name), name, found.name)
        else:
            parties.settle(connection, found, place, sort, now)
        return naming.known_party(connection, name)


def rename_party(book: Book, name: str, new_name: str, reason: str | None, now: str) -> Party:
    """The party goes by `new_name` from now on, and is still found by the old. Raises UnknownParty, PartyThere, RenamedToAnother, NameAlready, AmountForName.

    Where nobody knew yet where it lies, the new name may say it.
    """
    new_name = text.name(new_name)
    with book.write() as connection:
        party = naming.known_party(connection, name)
        other = parties.find(connection, new_name)
        if other is not None and other.number != party.number:
            if other.name == new_name:
                raise errors.PartyThere(name=new_name, other=party.name, merged=party.name, into=new_name)
            raise errors.RenamedToAnother(name=new_name, owner=other.name, other=party.name)
        if new_name == party.name:
            raise errors.NameAlready(name=new_name)
        slips.refuse_amount(new_name)
        parties.rename(connection, party, new_name, reason and text.note(reason), now)
        if party.city is None and (place := naming.place_of_name(new_name)):
            parties.settle(connection, party, place, None, now)
        return naming.known_party(connection, new_name)


def alias_party(book: Book, name: str, alias: str, now: str) -> Party:
    """One more name by which the party is found. Raises UnknownParty, PartyThere, AliasTaken, AmountForName."""
    alias = text.name(alias)
    with book.write() as connection:
        party = naming.known_party(connection, name)
        other = parties.find(connection, alias)
        if other is not None and other.number != party.number:
            if other.name == alias:
                raise errors.PartyThere(name=alias, other=party.name, merged=alias, into=party.name)
            raise errors.AliasTaken(name=alias, owner=other.name, other=party.name)
        slips.refuse_amount(alias)
        if other is None:
            parties.add_alias(connection, party, alias, now)
        elif hides(alias) != hides(parties.written_alike(connection, alias)):  # by which it is meant from now on
            parties.add_former(connection, party.number, alias, now)
        return party


def _taken(refused: errors.DonationsError, name: str, owner: str) -> errors.DonationsError:
    """What is said of a name that is taken: nobody needs to be told that 口罩 is a name of 口罩."""
    return errors.NameThere(name=name) if name == owner else refused


def merge_parties(book: Book, name: str, into: str, reason: str, now: str) -> tuple[Party, Party, Place | None]:
    """Everything of one party is shown as the other's from now on; gives both, and where they lie as only the first one's register had it.

    What went back to either stays what went back of the gift that it was of. Raises UnknownParty, MergeWithItself.
    """
    from donations.services import refunding  # of what is registered, most is merged with nothing

    with book.write() as connection:
        party, other = naming.known_party(connection, name), naming.known_party(connection, into)
        if party.number == other.number:
            raise errors.MergeWithItself(name=party.name)
        said = [privacy.party_consent(connection, each.number) for each in (party, other)]
        went_back = refunding.taken_off_apart(connection, party.number, other.number)
        parties.merge(connection, party, other, text.note(reason), now)
        refunding.keep_apart(connection, went_back, other.number, now)
        if ANONYMOUS in said and said[1] != ANONYMOUS:  # who wished not to be named isn't named by way of another
            privacy.set_party_consent(connection, other.number, ANONYMOUS, now)
        place = Place("", party.city, party.county) if party.city and other.city is None else None
        parties.settle(connection, other, place, None, now)
        return party, other, place


def add_item(book: Book, new: NewItem, now: str, *, meant_new: bool) -> Item:
    """A new item. Raises ItemNameTaken, NameThere, and LookAlike unless `meant_new`."""
    new = new._replace(name=text.name(new.name), specification=_tidied(new.specification), category=_tidied(new.category),
        english=_tidied(new.english), aliases=tuple(map(text.name, new.aliases)),
    )  # fmt: skip
    label = Item(0, new.name, new.specification, new.unit, new.decimals).label
    with book.write() as connection:
        found = items.find(connection, label)
        if label in CODES:  # 美元 is money, of whose amounts another item would know nothing
            raise errors.NameThere(name=label)
        if found is not None:
            raise _taken(errors.ItemNameTaken(name=label, item=found.label), label, found.label)
        if not meant_new and (alike := naming.item_look_alikes(connection, label)):
            raise errors.LookAlike(name=label, candidates=alike)
        return items.add(connection, new, now)


def rename_item(book: Book, name: str, new_name: str, specification: str | None, reason: str | None, now: str) -> Item:
    """The item goes by that name from now on, and is still found by the old. Raises UnknownItem, ItemThere, ItemRenamedToAnother, ItemNameTaken, NameAlready."""
    new_name, specification = text.name(new_name), _tidied(specification)
    with book.write() as connection:
        item = naming.known_item(connection, name)
        label = Item(item.number, new_name, specification, item.unit, item.decimals).label
        other = items.find(connection, label)
        if other is not None and other.number != item.number:
            if other.unit != item.unit:  # the two can't be merged
                raise _taken(errors.ItemNameTaken(name=label, item=other.label), label, other.label)
            if other.label == label:
                raise errors.ItemThere(name=label, other=item.label, merged=item.label, into=label)
            raise errors.ItemRenamedToAnother(name=label, owner=other.label, other=item.label)
        if label == item.label:
            raise errors.NameAlready(name=label)
        items.rename(connection, item, new_name, specification, reason and text.note(reason), now)
        return items.by_number(connection, item.number)


def _tidied(name: str | None) -> str | None:
    return text.name(name) if name else None


def alias_item(book: Book, name: str, alias: str, now: str) -> Item:
    """One more name by which the item is found. Raises UnknownItem, ItemThere, ItemAliasTaken."""
    alias = text.name(alias)
    with book.write() as connection:
        item = naming.known_item(connection, name)
        _add_alias(connection, item, alias, now)
        return item


def _add_alias(connection: sqlite3.Connection, item: Item, alias: str, now: str) -> None:
    other = items.find(connection, alias)
    if other is not None and other.number != item.number:
        if other.unit != item.unit:
            raise _taken(errors.ItemNameTaken(name=alias, item=other.label), alias, other.label)
        if other.label == alias:
            raise errors.ItemThere(name=alias, other=item.label, merged=alias, into=item.label)
        raise errors.ItemAliasTaken(name=alias, owner=other.label, other=item.label)
    if other is None:
        items.add_alias(connection, item, alias, now)


def merge_items(book: Book, name: str, into: str, reason: str, now: str) -> Item:
    """Everything of one item is shown as the other's from now on. Raises UnknownItem, ItemWithItself, MergeOfUnlikeItems."""
    with book.write() as connection:
        item, other = naming.known_item(connection, name), naming.known_item(connection, into)
        if item.number == other.number:
            raise errors.ItemWithItself(item=item.label)
        if not may_be_merged(item, other):
            raise errors.MergeOfUnlikeItems(
                item=item.label, unit=item.unit, other_item=other.label, other_unit=other.unit
            )
        items.merge(connection, item, other, text.note(reason), now)
        return other


def may_be_merged(item: Item, other: Item) -> bool:
    """Whether what there is of the one may be shown as the other's: amounts of different units are never added up."""
    return not item.unit or (item.unit, item.decimals) == (other.unit, other.decimals)


def describe_item(book: Book, name: str, category: str | None, english: str | None, unit: str | None, now: str) -> Item:
    """State an item's category, English name or (while no entry has an amount of it) unit.

    Raises UnknownItem, ItemThere, ItemAliasTaken, UnitInUse.
    """
    with book.write() as connection:
        item = naming.known_item(connection, name)
        if category is not None:
            items.settle(connection, item, "category", text.name(category), now)
        if english is not None:  # it finds the item from now on, as one that was said when the item was added
            _add_alias(connection, item, text.name(english), now)
            items.settle(connection, item, "english", text.name(english), now)
        if unit is not None and unit_named(unit).name != item.unit:
            if items.is_counted(connection, item):
                raise errors.UnitInUse(item=item.label, unit=item.unit)
            items.settle(connection, item, "unit", unit_named(unit).name, now)
            items.settle(connection, item, "decimals", unit_named(unit).decimals, now)
        return items.by_number(connection, item.number)
