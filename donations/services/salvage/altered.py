"""What another program changed in the registers of a damaged book: it stands in the new one all the same, and is said."""

import json
import sqlite3

from donations.services.salvage.besides import Besides, Fate, What
from donations.store.evidence import state_of
from donations.store.wreck.shapes import number_of

_TABLES = {"party": ("party", "party_name"), "item": ("item", "item_name", "item_pack")}
"""Where what these registers say of their subjects is kept; names of stores and purposes come back as they were sealed."""
_NAME_AT = 1
"""The place of the name in what is said of an item."""


def say_what_was_altered(told: Besides, connection: sqlite3.Connection) -> None:
    """Say of which parties and items the new book says other than what was sealed last, once these are written.

    Only where neither acts nor rows are lost: else nobody can tell what was changed from what is gone.
    """
    acts = told.acts
    if not (acts.is_whole and acts.have_states):
        return
    sealed = {(str(row["register"]), number_of(row, "subject")): row["state"] for row in acts.rows}
    found: dict[str, dict[int, str]] = {"party": {}, "item": {}}
    for (register, number), state in sealed.items():
        if register in _TABLES and all(table in told.wreck.whole for table in _TABLES[register]):
            now = state_of(connection, register, number)
            if now != state:
                found[register][number] = now or str(state)
    told.say(What.PARTIES, Fate.ALTERED, found["party"])
    told.say(What.ITEMS, Fate.ALTERED, (str(json.loads(said)[_NAME_AT]) for said in found["item"].values()))
