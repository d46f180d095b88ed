"""Why goods can't leave of which only others of the same name are there, with another specification or unit."""

from donations.errors.families import Refused
from donations.i18n import N_


class NotOnHandSo(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} on hand, and {others}: where that is meant, write it so. Nothing was recorded."
    )


class NotInBeforeSo(Refused):
    sentence = N_(
        "{item}: on {day} {missing} more would have gone out than had come in, but there is {others}: where that is meant, give it that specification and unit here, or the other none. Nothing was imported."
    )
