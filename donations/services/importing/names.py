"""Names in a file turned into parties, items, purposes and stores. They are meant as they stand; each is asked for once."""

from fractions import Fraction

from donations import errors
from donations.domain import stars, text
from donations.domain.amount import LARGEST_MINOR, Item, to_minor
from donations.domain.catalogue import common_named
from donations.domain.imported import ByUnit
from donations.domain.quantity import Quantity
from donations.domain.units import unit_named
from donations.services import amounts, naming
from donations.services.naming import Meant
from donations.store import items, parties
from donations.store.bulk.bulk import Bulk

Place = tuple[str | None, str | None]
Counted = tuple[Item, Fraction | None, int | None]
"""An item, how many of its units one written unit is, and that in smallest units where it is a whole number."""

Kept = tuple[dict[str, None], dict[str, None], dict[ByUnit, None], dict[str, None]]

_MEANT = Meant(new=True)


class Names:
    """The names of one import, remembered; what is new goes through `bulk`."""

    def __init__(self, bulk: Bulk, now: str) -> None:
        self._bulk, self._now = bulk, now
        self.new_parties: dict[str, None] = {}
        self.new_items: dict[str, None] = {}
        self.by_unit: dict[ByUnit, None] = {}
        self.starred: dict[str, None] = {}
        """Names with stars that stand under one without, or the other way round, since stars behind a name don't count: Zhang**."""
        self.forget()

    def forget(self) -> None:
        """Ask the book again: what was added may have been rolled back."""
        self._parties: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._written: dict[str, str] = {}
        """How each of them was written when it was first met."""
        self._places: dict[int, Place] = {}
        self._items: dict[tuple[str, str | None, str | None, bool], Counted] = {}
        self._named: dict[tuple[str, str | None], int] = {}
        self._money: Item | None = None
        self._exactly = parties.found_exactly(self._bulk.connection)
        self._has_names = parties.are_there(self._bulk.connection)
        """Whether names are in the book that aren't remembered here."""

    def kept(self) -> Kept:
        """What is new by now, to come back to."""
        return dict(self.new_parties), dict(self.new_items), dict(self.by_unit), dict(self.starred)

    def go_back(self, kept: Kept) -> None:
        """What was new since is not."""
        self.new_parties, self.new_items, self.by_unit, self.starred = kept
        self.forget()

    # --- parties

    def party(self, name: str) -> int:
        """The number of the recorded name that is meant. Raises NameMissing, NameTooLong, NotText."""
        found = self._parties.get(name)
        if found is None:
            found = self._parties[name] = self._party(name)
        return found

    def check_party(self, name: str) -> None:
        """Raises what `party` would, and registers nobody."""
        if name not in self._parties:
            text.name(name)

    def _party(self, name: str) -> int:
        is_exact = bool(self._exactly) and text.tidy(name) in self._exactly
        key = text.exact_key(name) if is_exact else text.party_key(name)
        found = self._keys.get(key)
        if found is None:
            known = parties.find(self._bulk.connection, name) if self._has_names else None
            found = self._keys[key] = known.name_number if known is not None else self._new_party(text.name(name))
            self._written[key] = name if known is None else self._as_recorded(name, known.name)
        if (written := self._written[key]) != name and stars.hides(written) != stars.hides(name):
            self.starred[name if stars.hides(name) else written] = None
        return found

    def _as_recorded(self, name: str, main_name: str | None) -> str:
        """`name` as its party was recorded by it; looked up only where stars may stand in one of both alone."""
        may_differ = stars.hides(name) or (main_name is not None and stars.hides(main_name))
        return parties.written_alike(self._bulk.connection, name) if may_differ else name

    def _new_party(self, name: str) -> int:
        place = naming.place_of_name(name)
        number = self._bulk.add_party(name, place)
        self._places[number] = (place.city, place.county) if place is not None else (None, None)
        self.new_parties[name] = None
        return number

    def place_of(self, name: int) -> Place:
        """City and county of the party with that recorded name."""
        found = self._places.get(name)
        if found is None:
            found = self._places[name] = parties.place_of(self._bulk.connection, name)
        return found

    # --- items

    def amount(self, quantity: Quantity) -> tuple[Item, int | None]:
        """Its item, and how many of that one's smallest units. Raises SeveralMeant, TooFine, AmountTooLarge, NotPositive."""
        number = quantity.number
        key = (quantity.item, quantity.specification, quantity.unit, number is None)
        item, factor, scale = self._items.get(key) or self._counted(quantity, key)
        if number is None or factor is None:
            return item, None
        if quantity.packs is not None:
            number = amounts.whole_packs(quantity, item) or number
        whole, part = number.as_integer_ratio()
        if scale is not None and part == 1:
            minor = whole * scale
            if minor > LARGEST_MINOR:
                to_minor(number * factor, item)
        else:
            minor = to_minor(number * factor, item)
        if minor <= 0:
            raise errors.NotPositive(got=quantity.written)
        return item, minor

    def check(self, quantity: Quantity) -> None:
        """Raises what `amount` would, and makes no new item."""
        number, unit = quantity.number, quantity.unit
        if number is None:
            return
        if (quantity.item, quantity.specification, unit, False) in self._items:
            self.amount(quantity)
            return
        label = naming.item_label(quantity)
        item = naming.find_item(self._bulk.connection, label)
        if item is None or not item.unit:
            new = naming.new_item(quantity, common_named(label))
            item = Item(0, new.name, new.specification, new.unit, new.decimals)
        factor = Fraction(1) if unit is None else amounts.factor(self._bulk.connection, unit, item)
        if factor is None:
            item, factor = item._replace(unit=unit or "", decimals=unit_named(unit or "").decimals), Fraction(1)
        if to_minor(number * factor, item) <= 0:
            raise errors.NotPositive(got=quantity.written)

    def scale(self, quantity: Quantity) -> int | None:
        """How many of its item's smallest units one of its units is, where that is a whole number."""
        key = (quantity.item, quantity.specification, quantity.unit, quantity.number is None)
        return (self._items.get(key) or self._counted(quantity, key))[2]

    def _counted(self, quantity: Quantity, key: tuple[str, str | None, str | None, bool]) -> Counted:
        item = self._item(quantity)
        if quantity.number is None:
            found: Counted = (item, None, None)
        else:
            factor = (
                Fraction(1) if quantity.unit is None else amounts.factor(self._bulk.connection, quantity.unit, item)
            )
            if factor is None:
                item, factor = self._counted_apart(item, quantity.unit or ""), Fraction(1)
            scale = factor * 10**item.decimals
            found = (item, factor, scale.numerator if scale.denominator == 1 else None)
        self._items[key] = found
        return found

    def _item(self, quantity: Quantity) -> Item:
        label = naming.item_label(quantity)
        found = naming.find_item(self._bulk.connection, label)
        if found is None:
            new = naming.new_item(quantity, common_named(label))
            return self._new_item(new)
        if not found.unit and quantity.number is not None:
            with self._bulk.aside() as connection:
                return naming.with_unit(connection, found, quantity, self._now)
        return found

    def _counted_apart(self, item: Item, unit: str) -> Item:
        """An item of its own for what comes in a unit that nobody has said the size of."""
        apart = amounts.counted_apart(item, unit)
        self.by_unit[ByUnit(item.label, unit, apart.label)] = None
        found = items.find(self._bulk.connection, apart.label)
        if found is None:
            return self._new_item(items.NewItem(apart.name, apart.specification, unit, apart.decimals, item.category))
        if found.unit != unit:
            raise errors.OtherUnit(
                item=found.label, unit=found.unit, got=unit, one_unit=unit, example=f"{item.name}…{unit}×N{item.unit}"
            )
        return found

    def _new_item(self, new: items.NewItem) -> Item:
        with self._bulk.aside() as connection:
            item = items.add(connection, new, self._now)
        if not new.is_money:  # which is no thing that somebody would look for in the register
            self.new_items[item.label] = None
        return item

    def money(self) -> Item:
        """The item that money is."""
        if self._money is None:
            with self._bulk.aside() as connection:
                self._money = naming.money_item(connection, self._now)
        return self._money

    # --- purposes and stores

    def purpose(self, name: str | None) -> int:
        """The number of the purpose; a new one where nobody has named it before."""
        return 1 if name is None else self._number("purpose", name)

    def store(self, name: str | None) -> int:
        """The number of the store; a new one where nobody has named it before."""
        return 1 if name is None else self._number("store", name)

    def _number(self, table: str, name: str) -> int:
        found = self._named.get((table, name))
        if found is None:
            with self._bulk.aside() as connection:
                found = naming.purpose_or_store_for(connection, table, name, _MEANT, self._now)
            self._named[table, name] = found
        return found
