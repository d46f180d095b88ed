"""The registers of a damaged book put together again: from their rows, else from what the recorded acts say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from donations.domain.amount import MONEY
from donations.domain.catalogue import common_items
from donations.services.salvage.parties import Made, parties_of, words_or_none
from donations.store.wreck.believed import acted_on
from donations.store.wreck.pages import Stored
from donations.store.wreck.shapes import Row, number_of
from donations.store.wreck.telling import names_said, number_said, state_said
from donations.store.wreck.wreck import Wreck

LOST_NAME = {
    "store": "（仓库名损毁）{number}号",
    "purpose": "（用途名损毁）{number}号",
}
"""What stands in the new book for a name that is lost; a text of the book, not of the program."""

_MOST_DECIMALS = 6


@dataclass
class Registers:
    """What is known of parties, items, stores and purposes, ready to be written into a new book."""

    book: Row | None = None
    parties: dict[int, Made] = field(default_factory=dict)
    names: dict[int, Made] = field(default_factory=dict)
    """Every recorded name; `is_lost` where only its number, or its commitment, is left."""
    items: dict[int, Row] = field(default_factory=dict)
    item_names: dict[str, Row] = field(default_factory=dict)
    packs: dict[tuple[int, str], Row] = field(default_factory=dict)
    stores: dict[int, Made] = field(default_factory=dict)
    purposes: dict[int, Made] = field(default_factory=dict)
    contacts: list[Row] = field(default_factory=list)

    @property
    def names_lost(self) -> int:
        """How many names something else stands for."""
        every = (*self.names.values(), *self.stores.values(), *self.purposes.values())
        return sum(bool(row.get("is_lost")) for row in every)


def registers_of(wreck: Wreck) -> Registers:
    """What is left of the registers, and what must stand in for the rest so that no entry points to nothing."""
    states = _last_states(wreck)
    found = Registers(_book(wreck, states.get("book", {})))
    _take_items(found, wreck, states.get("item", {}))
    _take_stores(found, wreck)
    parties = parties_of(wreck, states.get("party", {}))
    found.parties, found.names = parties.rows, parties.names
    found.contacts = [row for row in wreck.table("contact") if row["party"] in found.parties]
    return found


def _last_states(wreck: Wreck) -> dict[str, dict[int, list[object]]]:
    """By register and subject, what the last act that can be read left there."""
    states: dict[str, dict[int, list[object]]] = {}
    for row in wreck.table("register_change"):
        state = state_said(row)
        if state is not None:
            states.setdefault(str(row["register"]), {})[number_of(row, "subject")] = state
    return states


def _book(wreck: Wreck, states: Mapping[int, list[object]]) -> Row | None:
    rows = wreck.table("book")
    if rows:
        return rows[0]
    match states.get(1):
        case [str(name), str(identity), language, str(created_at), str()]:
            return {"name": name, "identity": identity, "language": words_or_none(language), "created_at": created_at}
    return None


# ---------------------------------------------------------------- items


def _take_items(found: Registers, wreck: Wreck, states: Mapping[int, list[object]]) -> None:
    found.items = {number_of(row, "number"): row for row in wreck.table("item")}
    for row in wreck.table("item_name"):
        found.item_names[str(row["key"])] = row
    for row in wreck.table("item_pack"):
        found.packs[number_of(row, "item"), str(row["unit"])] = row
    acts = wreck.table("register_change")
    acted = acted_on(acts, "item", wreck.gap, found.items)
    for number, state in states.items():
        if number in acted:
            _item_from_state(found, number, state)
    for act in acts:
        number = number_of(act, "subject")
        is_money = act["register"] == "item" and act["after"] == MONEY and act["act"] == "add"
        if is_money and number in acted and number not in found.items:
            found.items[number] = _money(number, str(act["changed_at"]))
    found.item_names = {key: row for key, row in found.item_names.items() if row["item"] in found.items}
    found.packs = {key: row for key, row in found.packs.items() if key[0] in found.items}


def _item_from_state(found: Registers, number: int, state: list[object]) -> None:
    """What `state` says of an item and its names, as far as their rows are lost."""
    match state:
        case [
            str(first),
            str(name),
            specification,
            english,
            str(unit),
            int(decimals),
            category,
            int(money),
            merged,
            str(created),
            list(names),
            list(packs),
        ]:
            pass
        case _:
            return
    if number not in found.items and 0 <= decimals <= _MOST_DECIMALS:
        found.items[number] = {
            "number": number, "first_name": first, "name": name, "specification": words_or_none(specification),
            "english": words_or_none(english), "unit": unit, "decimals": decimals, "category": words_or_none(category),
            "is_money": int(bool(money)), "merged_into": number_said(merged), "created_at": created,
        }  # fmt: skip
    for part in names:
        match part:
            case [str(key), str(written)]:
                found.item_names.setdefault(key, {"key": key, "item": number, "name": written})
    for part in packs:
        match part:
            case [str(pack), int(amount)] if number_said(amount):
                found.packs.setdefault((number, pack), {"item": number, "unit": pack, "amount_minor": amount})


def _money(number: int, created: str) -> Row:
    """Money is the same item in every book."""
    money = common_items()[0]
    return {
        "number": number, "first_name": money.name, "name": money.name, "english": money.english[0], "unit": money.unit,
        "decimals": money.decimals, "category": money.category, "is_money": 1, "merged_into": None, "created_at": created,
    }  # fmt: skip


# ---------------------------------------------------------------- stores and purposes


def _take_stores(found: Registers, wreck: Wreck) -> None:
    said = names_said(wreck.rows)
    made = _moments_made(wreck)
    for table, rows in (("store", found.stores), ("purpose", found.purposes)):
        rows.update((number_of(row, "number"), dict(row)) for row in wreck.table(table))
        used = {number_of(line, table) for line in wreck.table("line")}
        for number in sorted(used | acted_on(wreck.table("register_change"), table, wreck.gap, {*rows, *used})):
            if number in rows or number == 1 or not (number in used or (table, number) in said):
                continue
            name = said.get((table, number))
            rows[number] = {
                "number": number, "name": LOST_NAME[table].format(number=number) if name is None else name,
                "created_at": made.get((table, number)), "is_lost": int(name is None),
            }  # fmt: skip
        rows[1] = {"number": 1, "name": ""}
        _tell_apart(table, rows, said)


def _tell_apart(table: str, rows: dict[int, Made], said: Mapping[tuple[str, int], str]) -> None:
    """Of two with one name the one keeps it that an act gave it to, else the first; the other's is lost."""
    taken = set[Stored]()
    for number in sorted(
        rows, key=lambda number: (number != 1, said.get((table, number)) != rows[number]["name"], number)
    ):
        if rows[number]["name"] in taken:
            rows[number] |= {"name": LOST_NAME[table].format(number=number), "is_lost": 1}
        taken.add(rows[number]["name"])


def _moments_made(wreck: Wreck) -> dict[tuple[str, int], str]:
    """When each subject of a register first appeared in it."""
    made: dict[tuple[str, int], str] = {}
    for act in wreck.table("register_change"):
        made.setdefault((str(act["register"]), number_of(act, "subject")), str(act["changed_at"]))
    return made
