"""What is refused since it would take out more than there is, where more can be said than how much that is; the others stand in `entries.py`."""

from donations.errors.families import Refused
from donations.i18n import N_


class NeverCameIn(Refused):
    sentence = N_(
        "{item}: {want} wanted, but none of it ever came in: write it as it stands in `donations stock`, or record first what came in. Nothing was recorded."
    )


class NotOnHandInOne(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} on hand here; elsewhere: {elsewhere}. No one of them has enough: record it as several entries, one for each place. Nothing was recorded."
    )


class NotOnHandInAll(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} on hand here; elsewhere: {elsewhere}. All that together is too little: take less, or record first what came in. Nothing was recorded."
    )


class NotOnHandToMove(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} on hand here; elsewhere: {elsewhere}. Say what it is taken from: --from (store) or --for (purpose). Nothing was recorded."
    )
