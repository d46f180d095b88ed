"""What of a damaged book's registers neither rows nor acts say: which parties it is of, as far as that is known."""

from donations.services.salvage.besides import Besides, Fate, What
from donations.services.salvage.registers import Registers
from donations.store.wreck.shapes import number_of

_TABLES = ("party", "party_name", "item", "item_name", "item_pack", "store", "purpose")


def say_what_is_lost(told: Besides, registers: Registers) -> None:
    """Say of parties, contacts, further names and the book what is lost, or maybe lost; names that entries use are counted apart."""
    acts, wreck = told.acts, told.wreck
    knows_all = acts.is_whole and acts.have_states
    left = {number_of(row, "number") for row in wreck.table("party")}
    blank = {number for number, row in registers.parties.items() if "created_at" not in row}
    told.say(What.PARTIES, Fate.LOST, blank)
    if not knows_all:
        told.say(What.PARTIES, Fate.MAYBE, registers.parties.keys() - left - blank)
    told.say_maybe(What.REGISTERS, *_TABLES, is_known=knows_all)
    kept = {(number_of(row, "party"), str(row["field"])) for row in registers.contacts}
    found = {(number_of(row, "party"), str(row["field"])) for row in wreck.table("contact")}
    said = set() if "contact" in wreck.whole else acts.contacts()
    told.say(What.CONTACTS, Fate.LOST, (party for party, _field in (said | found) - kept))
    told.say_maybe(What.CONTACTS, "contact")
    if registers.book is None:
        told.say(What.BOOK, Fate.LOST, [1])
