"""The parties of a damaged book and their names: from their rows, else from what the recorded acts say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from donations.domain import text
from donations.store.evidence import commitment, is_salt
from donations.store.wreck.believed import acted_on, highest_believed
from donations.store.wreck.pages import Stored
from donations.store.wreck.shapes import Row, number_of
from donations.store.wreck.telling import number_said
from donations.store.wreck.wreck import Wreck

LOST_PARTY = "（姓名损毁）{number}号"
"""What stands in the new book for a name that is lost; a text of the book, not of the program."""

Made: TypeAlias = dict[str, Stored]
"""A row of a register, put together again."""


@dataclass
class Parties:
    """What is known of parties, ready to be written into a new book."""

    rows: dict[int, Made] = field(default_factory=dict)
    names: dict[int, Made] = field(default_factory=dict)
    """Every recorded name; `is_lost` where only its number, or its commitment, is left."""


def parties_of(wreck: Wreck, states: Mapping[int, list[object]]) -> Parties:
    """Every party that is left or that an entry or act names, each going by one name; `states`: what acts last said of each."""
    found = Parties()
    _take_rows(found, wreck, states)
    _give_every_party_a_name(found)
    return found


def _take_rows(found: Parties, wreck: Wreck, states: Mapping[int, list[object]]) -> None:
    found.rows = {number_of(row, "number"): {**row, "consent": row.get("consent")} for row in wreck.table("party")}
    for row in wreck.table("party_name"):
        name = dict(row)
        if name["name"] is not None and not _is_as_committed(row):
            name |= {"name": None, "salt": None, "key": None, "is_lost": 1}
        found.names[number_of(row, "number")] = name
    acted = acted_on(wreck.table("register_change"), "party", wreck.gap, found.rows)
    for number, state in states.items():
        if number in acted:
            _party_from_state(found, number, state, max(acted) + wreck.gap)
    used = {number_of(row, "name") for row in wreck.table("entry_party")}
    used |= {number_of(row, "recipient") for row in wreck.table("line") if row["recipient"] is not None}
    owners = {name: party for name, party in _owners_said(wreck).items() if party in acted}
    highest = highest_believed({*found.names, *owners, *used}, wreck.gap)
    owners = {name: party for name, party in owners.items() if name <= highest or name in used}
    found.names = {name: row for name, row in found.names.items() if name <= highest or name in used}
    highest = max([0, *found.rows, *owners.values()])
    for number in sorted((used | owners.keys()) - found.names.keys()):
        if number not in owners:
            highest += 1
        found.names[number] = _lost_name(owners.get(number, highest))
    wanted = {number_of(name, "party") for name in found.names.values()}
    wanted |= {number_of(party, "merged_into") for party in found.rows.values() if party["merged_into"] is not None}
    for number in wanted - found.rows.keys():
        found.rows[number] = {"number": number}


def _is_as_committed(row: Row) -> bool:
    salt, name = row["salt"], row["name"]
    return (
        is_salt(salt)
        and isinstance(salt, bytes)
        and isinstance(name, str)
        and commitment(salt, name) == row["commitment"]
    )


def _party_from_state(found: Parties, number: int, state: list[object], most: int) -> None:
    """What `state` says of a party and of its names' commitments, as far as their rows are lost; `most`: no party has a higher number."""
    match state:
        case [sort, city, county, merged, consent, str(created), list(names)]:
            pass
        case _:
            return
    if number not in found.rows:
        found.rows[number] = {
            "number": number, "sort": words_or_none(sort), "city": words_or_none(city), "county": words_or_none(county),
            "merged_into": number_said(merged, most), "consent": words_or_none(consent), "created_at": created,
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


def _lost_name(party: int) -> Made:
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


def _give_every_party_a_name(found: Parties) -> None:
    """Each party goes by one name: the one it went by, else the last that can be read, else one that says it is lost."""
    by_party: dict[int, list[int]] = {number: [] for number in found.rows}
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


def _give_keys(found: Parties) -> None:
    """Each name finds its party by its key, unless another has taken that over; names that are lost come last."""
    legible = [name for name in found.names.values() if isinstance(name["name"], str)]
    taken: set[Stored] = {name["key"] for name in legible if name["key"] in _keys(name)[:2]}
    # What another program wrote there finds nobody, so its name goes first; of those without, the one that took the key over may be lost.
    for name in sorted(legible, key=lambda name: name["key"] is None):
        key, exact, older = _keys(name)
        if name["key"] not in (key, exact):
            may_be = (key, exact) if name["key"] == older else (key,)
            name["key"] = new = next((one for one in may_be if one not in taken), None)
            taken.add(new)
    taken = set()
    for number, name in sorted(found.names.items(), key=lambda pair: bool(pair[1].get("is_lost"))):
        name["number"] = number
        if name.get("is_lost"):
            name["written"] = LOST_PARTY.format(number=number)
            name["key"] = text.party_key(str(name["written"]))
        elif name["name"] is None:
            name["key"] = None
        if name["key"] in taken:  # somebody goes by the very words that stand for a lost name
            name["key"] = None
        taken.add(str(name["key"]))


def _keys(name: Made) -> tuple[str, str, str]:
    """What the name is found by, or exactly as it is written, and what it was found by before step 10."""
    written = str(name["name"])
    return text.party_key(written), text.exact_key(written), text.key(written)


def words_or_none(value: object) -> str | None:
    """A text as it was stored; None where something else stands in its place."""
    return value if isinstance(value, str) else None
