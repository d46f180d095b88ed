"""The drafts of a row once all that it says is read; of one that went back, too, what it would be else."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from donations.domain.entry import Draft
from donations.domain.place import Place
from donations.importers.rows import unnamed, went_on
from donations.importers.rows.drafting import Deal, Who, drafts_of
from donations.importers.rows.lots import Lot, Lots
from donations.importers.rows.onward import on_own_days
from donations.importers.table import Record, Told
from donations.importers.words.accounts import TAKEN_BACK


class AllRead(NamedTuple):
    """What was read of a row; None where it can't be."""

    row: Mapping[str, str]
    who: Sequence[Who] | None
    deal: Deal | None
    day: tuple[date, bool] | None
    """With whether the row says it itself."""
    place: tuple[Place | None] | None
    note: str | None
    consent: str | None
    lot: Lot | None
    onward: date | None = None
    """When it went on, where a day of its own says so."""


def drafted(
    read: AllRead, lots: Lots, keepers: Collection[str] = ()
) -> tuple[tuple[Draft, ...], tuple[Told, ...]] | None:
    """The drafts, and what is to be told of their lots, givers and takers; None where something can't be read.

    `keepers`: who keeps the list, as `normal` has their names.
    """
    if read.who is None or read.deal is None or read.day is None or read.place is None or read.lot is None:
        return None
    each = drafts_of(read.deal, read.who, read.day[0], read.place[0], read.note, read.row.get("turn", ""))
    drafts = went_on.by_keepers(went_on.divided(each, read.row, read.deal), keepers)
    drafts = on_own_days(drafts, read.onward)
    marked, told = lots.marked(unnamed.with_consent(drafts, read.consent), read.lot)
    return marked, (*told, *unnamed.unread(read.row, marked), *went_on.told_of(read.row, marked))


def left_out(number: int, ignored: str, identity: str | None, read: AllRead, lots: Lots) -> Record:
    """The record of a row that is no gift by its own word; where it was one and went back, with what it would be else."""
    record = Record(number, ignored=ignored, sums=read.deal.sums if read.deal else {})
    found = drafted(read, lots) if ignored == TAKEN_BACK else None
    if found is None or read.day is None:
        return record
    return record._replace(would_be=found[0], identity=identity, has_date=read.day[1])
