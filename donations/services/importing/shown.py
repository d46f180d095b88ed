"""How what a row gives is shown before it is booked."""

import re

from donations.domain.currencies import FOREIGN
from donations.domain.imported_rows import Shown
from donations.domain.quantity import Quantity

_BESIDE_A_WORD = re.compile(r"(?<=[A-Za-z]{4})(?=[0-9])|(?<=[0-9])(?=[A-Za-z]{3,}$)")
"""Where a number stands beside an English word: money100yuan; not KN95."""


def shown(quantity: Quantity) -> Shown:
    """What a row says of how much; of a number of money alone the number, so that its unit is said as people read it."""
    unit = FOREIGN.get(quantity.item, "元")
    number = quantity.written.removesuffix(unit)
    if quantity.is_money and number != quantity.written and not number.strip("0123456789.,"):
        return Shown(number, unit)
    return Shown(_written(quantity))


def _written(quantity: Quantity) -> str:
    """What a row says of how much, with blanks where a number stands beside Latin letters: `masks 200 pcs`, 酒精500ml 20瓶."""
    said, item, unit = quantity.written, quantity.item, quantity.unit or ""
    if item[-1:].isascii() and said.startswith(item) and said[len(item) : len(item) + 1].isdigit():
        said = f"{item} {said[len(item) :]}"
    if unit.isascii() and unit.isalpha() and said.endswith(unit) and said[: -len(unit)][-1:].isdigit():
        said = f"{said[: -len(unit)]} {unit}"
    return _BESIDE_A_WORD.sub(" ", said)
