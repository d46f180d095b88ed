"""The registers of a damaged book put together again: from their rows, else from what the recorded acts say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from donations.domain import text
from donations.domain.amount import MONEY, MONEY_DECIMALS
from donations.store.evidence import commitment, is_salt
from donations.store.pages import Stored
from donations.store.shapes import Row, number_of
from donations.store.telling import names_said, state_said
from donations.store.wreck import Wreck

LOST_NAME = {
    "party": "（姓名损毁）{number}号",
    "store": "（仓库名损毁）{number}号",
    "purpose": "（用途名损毁）{number}号",
}
"""What stands in the new book for a name that is lost; a text of the book, not of the program."""

_MOST_DECIMALS = 6
_Made: TypeAlias = dict[str, Stored]


@dataclass
class Registers:
    """What is known of parties, items, stores and purposes, ready to be written into a new book."""

    book: Row | None = None
    parties: dict[int, _Made] = field(default_factory=dict)
    names: dict[int, _Made] = field(default_factory=dict)
    """Every recorded name; `is_lost` where only its number, or its commitment, is left."""
    items: dict[int, Row] = field(default_factory=dict)
    item_names: dict[str, Row] = field(default_factory=dict)
    packs: dict[tuple[int, str], Row] = field(default_factory=dict)
    stores: dict[int, _Made] = field(default_factory=dict)
    purposes: dict[int, _Made] = field(default_factory=dict)
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
    _take_parties(found, wreck, states.get("party", {}))
    _give_every_party_a_name(found)
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
            said = language if isinstance(language, str) else None
            return {"name": name, "identity": identity, "language": said, "created_at": created_at}
    return None


# ---------------------------------------------------------------- items


def _take_items(found: Registers, wreck: Wreck, states: Mapping[int, list[object]]) -> None:
    found.items = {number_of(row, "number"): row for row in wreck.table("item")}
    for row in wreck.table("item_name"):
        found.item_names[str(row["key"])] = row
    for row in wreck.table("item_pack"):
        found.packs[number_of(row, "item"), str(row["unit"])] = row
    for number, state in states.items():
        _item_from_state(found, number, state)
    for act in wreck.table("register_change"):
        number = number_of(act, "subject")
        if act["register"] == "item" and act["after"] == MONEY and act["act"] == "add" and number not in found.items:
            found.items[number] = _money(number, str(act["changed_at"]))
    found.item_names = {key: row for key, row in found.item_names.items() if row["item"] in found.items}
    found.packs = {key: row for key, row in found.packs.items() if key[0] in found.items}
    for number, row in found.items.items():
        if row["merged_into"] is not None and (row["merged_into"] not in found.items or row["merged_into"] == number):
            found.items[number] = {**row, "merged_into": None}


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
            "number": number, "first_name": first, "name": name, "specification": _words(specification),
            "english": _words(english), "unit": unit, "decimals": decimals, "category": _words(category),
            "is_money": int(bool(money)), "merged_into": merged if isinstance(merged, int) else None, "created_at": created,
        }  # fmt: skip
    for part in names:
        match part:
            case [str(key), str(written)]:
                found.item_names.setdefault(key, {"key": key, "item": number, "name": written})
    for part in packs:
        match part:
            case [str(pack), int(amount)] if amount > 0:
                found.packs.setdefault((number, pack), {"item": number, "unit": pack, "amount_minor": amount})


def _money(number: int, created: str) -> Row:
    """Money is the same item in every book."""
    return {
        "number": number, "first_name": MONEY, "name": MONEY, "specification": None, "english": None, "unit": "元",
        "decimals": MONEY_DECIMALS, "category": None, "is_money": 1, "merged_into": None, "created_at": created,
    }  # fmt: skip


# ---------------------------------------------------------------- stores and purposes


def _take_stores(found: Registers, wreck: Wreck) -> None:
    said = names_said(wreck.rows)
    made = _moments_made(wreck)
    for table, rows in (("store", found.stores), ("purpose", found.purposes)):
        rows.update((number_of(row, "number"), dict(row)) for row in wreck.table(table))
        used = {number_of(line, table) for line in wreck.table("line")}
        for number in sorted(used | {number for register, number in said if register == table}):
            if number in rows or number == 1:
                continue
            name = said.get((table, number))
            rows[number] = {
                "number": number, "name": LOST_NAME[table].format(number=number) if name is None else name,
                "created_at": made.get((table, number)), "is_lost": int(name is None),
            }  # fmt: skip
        rows[1] = {"number": 1, "name": ""}
        _tell_apart(table, rows, said)


def _tell_apart(table: str, rows: dict[int, _Made], said: Mapping[tuple[str, int], str]) -> None:
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


# ---------------------------------------------------------------- parties


def _take_parties(found: Registers, wreck: Wreck, states: Mapping[int, list[object]]) -> None:
    found.parties = {number_of(row, "number"): {**row, "consent": row.get("consent")} for row in wreck.table("party")}
    for row in wreck.table("party_name"):
        name = dict(row)
        if name["name"] is not None and not _is_as_committed(row):
            name |= {"name": None, "salt": None, "key": None, "is_lost": 1}
        found.names[number_of(row, "number")] = name
    for number, state in states.items():
        _party_from_state(found, number, state)
    owners = _owners_said(wreck)
    used = {number_of(row, "name") for row in wreck.table("entry_party")}
    used |= {number_of(row, "recipient") for row in wreck.table("line") if row["recipient"] is not None}
    highest = max([0, *found.parties, *owners.values()])
    for number in sorted((used | owners.keys()) - found.names.keys()):
        if number not in owners:
            highest += 1
        found.names[number] = _lost_name(owners.get(number, highest))
    wanted = {number_of(name, "party") for name in found.names.values()}
    wanted |= {number_of(party, "merged_into") for party in found.parties.values() if party["merged_into"] is not None}
    for number in wanted - found.parties.keys():
        found.parties[number] = {"number": number}
    for number, party in found.parties.items():
        if party.get("merged_into") == number:
            party["merged_into"] = None


def _is_as_committed(row: Row) -> bool:
    salt, name = row["salt"], row["name"]
    return (
        is_salt(salt)
        and isinstance(salt, bytes)
        and isinstance(name, str)
        and commitment(salt, name) == row["commitment"]
    )


def _party_from_state(found: Registers, number: int, state: list[object]) -> None:
    """What `state` says of a party and of its names' commitments, as far as their rows are lost."""
    match state:
        case [sort, city, county, merged, consent, str(created), list(names)]:
            pass
        case _:
            return
    if number not in found.parties:
        found.parties[number] = {
            "number": number, "sort": _words(sort), "city": _words(city), "county": _words(county),
            "merged_into": merged if isinstance(merged, int) else None, "consent": _words(consent), "created_at": created,
        }  # fmt: skip
    for part in names:
        match part:
            case [int(name), str(committed), int(is_main), str(created)] if name not in found.names:
                found.names[name] = {
                    **_lost_name(number),
                    "commitment": committed,
                    "is_main": is_main,
                    "created_at": created,
                }


def _lost_name(party: int) -> _Made:
    return {"party": party, "name": None, "key": None, "salt": None, "commitment": None, "is_main": 0, "is_lost": 1}


def _owners_said(wreck: Wreck) -> dict[int, int]:
    """By the number of a recorded name, the party that an act says it was given to."""
    owners = {}
    for act in wreck.table("register_change"):
        after = act["after"]
        if (
            act["register"] == "party"
            and act["act"] in ("add", "alias", "rename")
            and isinstance(after, str)
            and after.isdecimal()
        ):
            owners[int(after)] = number_of(act, "subject")
    return owners


def _give_every_party_a_name(found: Registers) -> None:
    """Each party goes by one name: the one it went by, else the last that can be read, else one that says it is lost."""
    by_party: dict[int, list[int]] = {number: [] for number in found.parties}
    for number, name in sorted(found.names.items()):
        by_party[number_of(name, "party")].append(number)
    highest = max(found.names, default=0)
    for party, numbers in by_party.items():
        if not numbers:
            highest += 1
            found.names[highest] = _lost_name(party)
            numbers.append(highest)
        mains = [number for number in numbers if found.names[number]["is_main"]]
        legible = [number for number in numbers if not found.names[number].get("is_lost")]
        main = next((number for number in reversed(mains) if number in legible), (legible or mains or numbers)[-1])
        for number in numbers:
            found.names[number]["is_main"] = int(number == main)
    _give_keys(found)


def _give_keys(found: Registers) -> None:
    """Each name finds its party by its key, unless another has taken that over; names that are lost come last."""
    taken = {str(name["key"]) for name in found.names.values() if name["key"] is not None}
    for name in found.names.values():  # the name that took its key over may be lost
        if isinstance(name["name"], str) and name["key"] is None and (key := text.key(name["name"])) not in taken:
            name["key"] = key
            taken.add(key)
    taken = set()
    for number, name in sorted(found.names.items(), key=lambda pair: bool(pair[1].get("is_lost"))):
        name["number"] = number
        if name.get("is_lost"):
            name["written"] = LOST_NAME["party"].format(number=number)
            name["key"] = text.key(str(name["written"]))
        is_free = name["key"] is not None and name["key"] not in taken
        if not is_free or (
            not name.get("is_lost") and (name["name"] is None or name["key"] != text.key(str(name["name"])))
        ):
            name["key"] = None
        taken.add(str(name["key"]))


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None
