"""Names typed by people turned into parties, items, purposes and stores; new ones made where that is meant."""

import re
import sqlite3
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from donations import errors
from donations.domain import text
from donations.domain.amount import MONEY, Item
from donations.domain.catalogue import Common, all_named, common_items, common_named
from donations.domain.currencies import CODES
from donations.domain.entry import Draft
from donations.domain.likeness import item_resembles, party_resembles
from donations.domain.place import Place, is_place
from donations.domain.place_names import place_in_name
from donations.domain.quantity import Quantity
from donations.domain.thing import Hint
from donations.domain.units import spellings, unit_named
from donations.i18n import _
from donations.services.as_labelled import as_labelled
from donations.store import items, parties

MOST_CANDIDATES = 5
_NUMBER_BEHIND = re.compile(r"\s*[(（]?(?:[0-9]{1,3}|[Aa])[)）]?$")
"""What somebody may write to tell namesakes apart: W. Chen (2), W. Chen (A), which is a number too."""


class Meant(NamedTuple):
    """What was decided about names nobody knows: `new` says all of them are meant; `names` says it one by one.

    In `names` an unknown name leads to the known one that was meant, or to None where a new one is.
    """

    new: bool = False
    names: Mapping[str, str | None] = MappingProxyType({})

    def settles(self, name: str) -> bool:
        """Whether nobody need be asked about `name`."""
        return self.new or name in self.names

    def instead_of(self, name: str) -> str:
        """The name that is meant where `name` was written."""
        return self.names.get(name) or name


class Unclear(NamedTuple):
    """A name nobody knows, and the known ones it looks like."""

    name: str
    candidates: tuple[str, ...]


def unclear_names(connection: sqlite3.Connection, draft: Draft, meant: Meant) -> list[Unclear]:
    """The names of the draft that somebody should be asked about before it is recorded."""
    named = dict.fromkeys(name for names in draft.parties.values() for name in names)
    strangers = [name for name in named if not meant.settles(name) and parties.find(connection, name) is None]
    unclear = [Unclear(name, party_look_alikes(connection, name)) for name in strangers]
    goods = [as_labelled(connection, line.quantity) for line in draft.lines if not line.quantity.is_money]
    labels = dict.fromkeys(item_label(quantity) for quantity in goods)
    unknown = [label for label in labels if not meant.settles(label) and find_item(connection, label) is None]
    unclear += [Unclear(label, item_look_alikes(connection, label)) for label in unknown]
    for table, names in (
        ("purpose", [line.purpose for line in draft.lines]),
        ("store", [line.store for line in draft.lines]),
    ):
        for name in dict.fromkeys(text.name(name) for name in names if name):
            if not meant.settles(name) and items.named(connection, table, name) is None:
                unclear.append(Unclear(name, named_look_alikes(connection, table, name)))
    return [case for case in unclear if case.candidates]


def party_look_alikes(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The known parties that `name` looks like, at most MOST_CANDIDATES."""
    alike = (shown for known, shown in parties.names(connection) if party_resembles(name, known))
    return tuple(dict.fromkeys(alike))[:MOST_CANDIDATES]


def item_look_alikes(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The known items that `name` looks like, at most MOST_CANDIDATES."""
    common = common_named(name)
    alike = (
        shown for known, shown in items.names(connection) if item_resembles(common.name if common else name, known)
    )
    return tuple(dict.fromkeys(alike))[:MOST_CANDIDATES]


def party_for(connection: sqlite3.Connection, name: str, meant: Meant, now: str) -> int:
    """The number of the recorded name that `name` means; a new party where it resembles none, or is said to be new.

    Raises LookAlike and OnlyStarsApart.
    """
    wanted = meant.instead_of(name)
    found = parties.find(connection, wanted)
    if found is not None:
        _refuse_other_stars(connection, wanted, found)
        return found.name_number
    if not meant.settles(name) and (alike := party_look_alikes(connection, wanted)):
        raise errors.LookAlike(name=wanted, candidates=alike)
    return parties.add(connection, text.name(wanted), place_of_name(wanted), None, now)


def _refuse_other_stars(connection: sqlite3.Connection, name: str, found: parties.Party) -> None:
    """Refuse a name that finds a party since stars behind a name in Latin letters don't count: Zhang may not be Zhang**, nor the other way round.

    Raises OnlyStarsApart.
    """
    if name == found.name:
        return
    from donations.domain.stars import hides  # most names are written as the book has them

    written = parties.written_alike(connection, name)
    if hides(written) != hides(name) and not parties.goes_by(connection, found, text.name(name)):
        raise errors.OnlyStarsApart(name=name, owner=written, apart=_told_apart(name))


def _told_apart(name: str) -> str:
    """How a name is written that somebody else has too."""
    return _("{name} (the other)").format(name=name)


def place_of_name(name: str) -> Place | None:
    """Where a party's name says it lies; the county only where its name stands there in full."""
    place = place_in_name(name)
    if place is None or (place.county and place.county in name):
        return place
    return place._replace(county=None)


def known_party(connection: sqlite3.Connection, name: str) -> parties.Party:
    """The party called `name`; raises UnknownParty, saying which names it looks like."""
    found = parties.find(connection, name)
    if found is None:
        raise errors.UnknownParty(name=name, hint=Hint.of(party_look_alikes(connection, name)))
    return found


def item_label(quantity: Quantity) -> str:
    """The name that the quantity gives its item, with the specification."""
    return f"{quantity.item}（{quantity.specification}）" if quantity.specification else quantity.item


def find_item(connection: sqlite3.Connection, name: str) -> Item | None:
    """The item that `name` means; None where nobody knows it. Raises SeveralMeant where it means several (eggs)."""
    found = items.find(connection, name)
    if found is None and (code := CODES.get(name.strip())) is not None:  # 美元, as reports call USD
        found = items.find(connection, code)
    if found is not None:
        return found
    meant = [item for common in all_named(name) if (item := items.find(connection, common)) is not None]
    if len(meant) > 1:
        raise errors.SeveralMeant(name=name, candidates=tuple(item.label for item in meant))
    return meant[0] if meant else None


def known_item(connection: sqlite3.Connection, name: str) -> Item:
    """The item called `name`; raises UnknownItem, saying which names it looks like."""
    found = find_item(connection, name)
    if found is None:
        alike = (*items.so_called(connection, name), *item_look_alikes(connection, name))
        raise errors.UnknownItem(name=name, hint=Hint.of(tuple(dict.fromkeys(alike))[:MOST_CANDIDATES]))
    return found


def items_named(connection: sqlite3.Connection, name: str) -> list[Item]:
    """Every item that `name` can mean, for reading back: `eggs` shows 鸡蛋 and 鸭蛋. Raises UnknownItem."""
    found = [item for common in all_named(name) if (item := items.find(connection, common)) is not None]
    return found or [known_item(connection, name)]


def item_for(connection: sqlite3.Connection, quantity: Quantity, meant: Meant, now: str) -> Item:
    """The item the quantity names; a new one where it resembles none, or is said to be new. Raises LookAlike, BareName, NoQuantity and PartyForGoods."""
    _refuse_slips(connection, quantity)
    label = item_label(quantity)
    wanted = meant.instead_of(label)
    found = find_item(connection, wanted)
    if found is not None:
        return with_unit(connection, found, quantity, now)
    if not meant.settles(label) and not quantity.is_money and (alike := item_look_alikes(connection, wanted)):
        raise errors.LookAlike(name=wanted, candidates=alike)
    _refuse_parties(connection, quantity)
    return items.add(connection, new_item(quantity, common_named(wanted)), now)


def _refuse_slips(connection: sqlite3.Connection, quantity: Quantity) -> None:
    """Refuse a name without an amount that is likely something else: a party, a place, a unit, an option, a mistyped number.

    Raises BareName, NoQuantity.
    """
    name = quantity.item
    if not quantity.is_bare:
        return
    if re.fullmatch("[0-9.]+[wW]", name):
        raise errors.NoQuantity(got=name)
    is_word = len(name) > 1 and all("\u3400" <= character <= "\u9fff" or character in "、（）" for character in name)
    if not is_word or name in spellings() or is_place(name) or parties.find(connection, name) is not None:
        example = f"'{name} 500个'" if name[-1:].isascii() else f"{name}500个"  # N95500个 would be 95,500 of N
        raise errors.BareName(got=name, example=example)


def _refuse_parties(connection: sqlite3.Connection, quantity: Quantity) -> None:
    """Refuse a new item whose name is a party's with a number to tell it apart, 'W. Chen (2)' of `correct`: goods nobody gave.

    Raises PartyForGoods.
    """
    name = _NUMBER_BEHIND.sub("", quantity.written)
    is_numbered = (
        name not in (quantity.written, "")
        and not quantity.is_money
        and quantity.item in (name, name.rstrip("*"), quantity.written)
    )
    if is_numbered and parties.find(connection, name) is not None:
        raise errors.PartyForGoods(got=quantity.written, name=name, item=quantity.item, apart=_told_apart(name))


def money_item(connection: sqlite3.Connection, now: str) -> Item:
    """The item that money is; made with the first yuan."""
    return items.find(connection, MONEY) or items.add(connection, _common_item(common_items()[0]), now)


def with_unit(connection: sqlite3.Connection, item: Item, quantity: Quantity, now: str) -> Item:
    """The first known amount of an item says what it is counted in."""
    if item.unit or quantity.number is None:
        return item
    common = common_named(item.name)
    unit, decimals = _unit_and_decimals(quantity, common)
    items.settle(connection, item, "unit", unit, now)
    items.settle(connection, item, "decimals", decimals, now)
    return items.by_number(connection, item.number)


def new_item(quantity: Quantity, common: Common | None) -> items.NewItem:
    """What the item of a quantity is to be where nobody knows it; `common` is what its name means by common knowledge."""
    unit, decimals = _unit_and_decimals(quantity, common)
    if common is None:
        return items.NewItem(
            text.name(quantity.item), quantity.specification and text.name(quantity.specification), unit, decimals
        )
    return _common_item(common)._replace(unit=unit, decimals=decimals)


def _common_item(common: Common) -> items.NewItem:
    aliases = tuple(alias for alias in (*common.english, *common.aliases) if all_named(alias) == [common.name])
    return items.NewItem(
        common.name, None, common.unit, common.decimals, common.category,
        common.english[0] if common.english else None, aliases, common.is_money,
    )  # fmt: skip


def _unit_and_decimals(quantity: Quantity, common: Common | None) -> tuple[str, int]:
    if quantity.is_money and common is not None:
        return common.unit, common.decimals
    if quantity.number is None:
        return "", 0
    if quantity.unit is not None:
        return quantity.unit, unit_named(quantity.unit).decimals
    unit = common.unit if common is not None else "个"
    return unit, unit_named(unit).decimals


def purpose_or_store_for(connection: sqlite3.Connection, table: str, name: str | None, meant: Meant, now: str) -> int:
    """The number of the purpose or store (`table`), 1 where none is named; a new one where nobody has named it before.

    Raises LookAlike.
    """
    wanted = None if name is None else meant.instead_of(text.name(name))
    found = items.named(connection, table, wanted)
    if found is not None:
        return found
    wanted = str(wanted)
    if not meant.settles(wanted) and (alike := named_look_alikes(connection, table, wanted)):
        raise errors.LookAlike(name=wanted, candidates=alike)
    return items.add_to(connection, table, wanted, now)


def known_purpose_or_store(connection: sqlite3.Connection, table: str, name: str | None) -> int:
    """The number of the purpose or store (`table`), 1 where none is named. Raises UnknownPurpose, UnknownStore."""
    found = items.named(connection, table, None if name is None else text.name(name))
    if found is None:
        known = tuple(items.known(connection, table))
        if table == "store" and not known:
            raise errors.NoStoresYet(name=name)
        unknown = errors.UnknownPurpose if table == "purpose" else errors.UnknownStore
        raise unknown(name=name, hint=Hint.of(known[:MOST_CANDIDATES]))
    return found


def named_look_alikes(connection: sqlite3.Connection, table: str, name: str) -> tuple[str, ...]:
    """The known stores or purposes (`table`) that `name` looks like."""
    return tuple(known for known in items.known(connection, table) if party_resembles(name, known))[:MOST_CANDIDATES]
