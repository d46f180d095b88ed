"""What is refused since two are called alike: goods of which only others are there, and goods that are called as a party is."""

from donations.errors.families import BadInput, Refused
from donations.i18n import N_


class NotOnHandSo(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} on hand, and {others}: where that is meant, write it so. Nothing was recorded."
    )


class NotInBeforeSo(Refused):
    sentence = N_(
        "{item}: on {day} {missing} more would have gone out than had come in, but there is {others}: where that is meant, give it that specification and unit here, or the other none. Nothing was imported."
    )


class PartyForGoods(BadInput):
    sentence = N_(
        "“{got}” reads as goods, an amount of “{item}”, but {name} is the name of somebody in this book: tell people of one name apart by words, such as `donations donors add {apart} --new`; where it is goods, add the item first with `donations items add`. Nothing was recorded."
    )


class OnlyStarsApart(Refused):
    sentence = N_(
        "“{name}” and “{owner}” differ in nothing but stars, which hide a part of a name: write `'{owner}'` where that is meant; else tell them apart by words, such as `donations donors add {apart} --new`. Nothing was recorded."
    )
