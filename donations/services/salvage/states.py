"""What became of an entry of a damaged book, and why, in words for programs and for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from donations.domain.entry import Entry
from donations.i18n import N_


class State(StrEnum):
    """What became of an entry."""

    PROVEN = "proven"
    UNPROVEN = "unproven"
    CHANGED = "changed"
    MISSING = "missing"


class Why(StrEnum):
    """Why an entry is not simply there; the first six stand in the new book as the reason of what keeps its number."""

    DAMAGED = "damaged"
    CHANGED = "changed"
    ITEM = "item_lost"
    ORIGINAL = "original_lost"
    MIRROR = "mirror_lost"
    REFUSED = "refused"
    DIGEST = "digest_lost"
    PART = "part_unsure"
    NEIGHBOUR = "neighbour_changed"
    NAME = "name_lost"
    NOTE = "note_lost"


SENTENCES: Mapping[Why, str] = {
    Why.DAMAGED: N_("all or part of it is gone: it lay on a damaged page, or another program took it out"),
    Why.CHANGED: N_("what is left of it is not what was sealed"),
    Why.ITEM: N_("what is known of an item in it is lost: unit and name"),
    Why.ORIGINAL: N_("it took back entry {reverses}, which is lost too: together they are nothing"),
    Why.MIRROR: N_(
        "it took back entry {reverses}, which entry {right} says aright: take it back again with `donations reverse {reverses}`"
    ),
    Why.REFUSED: N_("what is left of it breaks a rule of the book"),
    Why.DIGEST: N_("all of it is there; the digest that would prove it is lost"),
    Why.PART: N_("the digest is lost, and maybe a line, a party or the note: compare it with the paper"),
    Why.NEIGHBOUR: N_(
        "digests are lost, and it or an entry beside it is not what was sealed: compare it with the paper"
    ),
    Why.NAME: N_("a name in it is lost, so that its digest can't be computed"),
    Why.NOTE: N_("its note is lost: compare the rest with the paper"),
}
"""Each reason as people read it."""


@dataclass
class Found:
    """What is known of one number of the old journal; `entry` is None where it is not kept."""

    number: int
    state: State
    why: Why | None = None
    entry: Entry | None = None
    recorded_at: str | None = None
    reverses: int | None = None
    day: date | None = None
    """When it happened, where that is known even of a lost one."""

    @property
    def sentence(self) -> str:
        """Why it is not simply there, in English with the facts' names in braces; empty where it is."""
        if self.why in (Why.ORIGINAL, Why.MIRROR) and self.reverses is None:
            return N_("it was lost before")  # of a book that was salvaged before
        return SENTENCES[self.why] if self.why is not None else ""
