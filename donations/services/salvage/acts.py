"""The sealed acts of a damaged book, read for what they say of rows that are lost."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from donations.store.closings import LET_IN
from donations.store.evidence import commitment
from donations.store.privacy import FORGET
from donations.store.wreck.pages import Stored
from donations.store.wreck.shapes import Row, number_of
from donations.store.wreck.telling import state_said
from donations.store.wreck.wreck import Wreck

_MOST_ACTS = 10**5
"""Nobody issues so many certificates: what is numbered higher is damaged."""
_BOOK, _ENTRY, _PARTY = "book", "entry", "party"
_CONSENTS = ("named", "anonymous")


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts that are left, in their order."""

    rows: Sequence[Row]
    is_whole: bool
    """Whether none is lost."""
    have_states: bool
    """Whether they say what each register said then: those of the first schema don't."""
    most: int
    """No closing, issue, certificate or import has a higher number, since each was an act: else the number is damaged."""

    def on_book(self, act: str, column: str = "after") -> Iterator[tuple[Row, Mapping[str, object]]]:
        """Each act of this name on the book with what it says, where that can be read."""
        for row in self.rows:
            if row["register"] == _BOOK and row["act"] == act:
                said = _read(row[column])
                if said is not None:
                    yield row, said

    def many(self, act: str) -> int:
        """How many acts of this name on the book are left, whether or not what they say can be read."""
        return sum(row["register"] == _BOOK and row["act"] == act for row in self.rows)

    def on_entries(self, *acts: str) -> Iterator[Row]:
        """Each act of one of these names on an entry."""
        return (row for row in self.rows if row["register"] == _ENTRY and row["act"] in acts)

    def consents(self) -> dict[int, str | None]:
        """By entry what was said last of naming its donors; None where nothing, or what was said was taken back."""
        found: dict[int, str | None] = {}
        for row in self.rows:
            if row["register"] != _ENTRY or "state" not in row:
                continue
            state = state_said(row)
            found[number_of(row, "subject")] = next((word for word in _CONSENTS if state == [word]), None)
        return found

    def let_in(self) -> dict[int, Row]:
        """By entry the act that let it into a closed month."""
        return {number_of(row, "subject"): row for row in self.on_entries(LET_IN)}

    def contacts(self) -> set[tuple[int, str]]:
        """The parties of which something was kept, with the field, as the acts on them leave it."""
        found: set[tuple[int, str]] = set()
        merged: dict[int, int] = {}
        for row in self.rows:
            number, after = number_of(row, "subject"), row["after"]
            if row["register"] != _PARTY:
                continue
            if row["act"] == "merge" and isinstance(after, str) and after.isdecimal():
                merged[number] = int(after)
            family = {number, *(part for part, into in merged.items() if into == number)}
            if row["act"] == FORGET:
                found = {(party, field) for party, field in found if party not in family}
            if row["act"] == "contact":
                gone, kept = (set(str(row[column] or "").split(",")) - {""} for column in ("before", "after"))
                found = {(party, field) for party, field in found if party not in family or field not in gone | kept}
                found |= {(number, field) for field in kept}
        return found


def acts_of(wreck: Wreck) -> Acts:
    """Every act that is left, and whether it is known that none is lost."""
    rows = wreck.table("register_change")
    numbers = [number_of(row, "number") for row in rows]
    sealed = max((number for link in wreck.table("chain") if isinstance(number := link["change"], int)), default=0)
    is_end_known = "register_change" in wreck.whole or ("chain" in wreck.whole and sealed > 0)
    is_whole = is_end_known and numbers == list(range(1, len(rows) + 1)) and len(rows) >= sealed
    links = max((number_of(link, "number") for link in wreck.table("chain")), default=0)
    most = min(max([*numbers, links]), _MOST_ACTS) if is_end_known else _MOST_ACTS
    return Acts(rows, is_whole, bool(rows) and all("state" in row for row in rows), most)


def reason_of(act: Row) -> str | None:
    """The reason of an act, where it is the one that was sealed."""
    reason, salt = act["reason"], act.get("salt")
    if isinstance(reason, str) and isinstance(salt, bytes) and commitment(salt, reason) == act["commitment"]:
        return reason
    return None


def day_of(act: Row) -> str:
    """The day on which an act was done."""
    return str(act["changed_at"])[:10]


def whole_numbers(said: Mapping[str, object], *keys: str) -> tuple[int, ...] | None:
    """What stands under these keys, where all of it are whole numbers above zero."""
    found = tuple(value for key in keys if isinstance(value := said.get(key), int) and 0 < value < 2**63)
    return found if len(found) == len(keys) else None


def _read(written: Stored) -> Mapping[str, object] | None:
    try:
        said = json.loads(written) if isinstance(written, str) else None
    except ValueError:
        return None
    return said if isinstance(said, dict) else None
