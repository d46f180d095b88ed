"""What was typed where a name belongs and is none: an amount before the name, or goods without it."""

import sqlite3
from collections.abc import Iterable, Mapping

from donations import errors
from donations.domain.entry import Role
from donations.domain.parsing import may_hold_amount
from donations.domain.quantity import Quantity
from donations.services.naming import Meant
from donations.store import parties

_EXAMPLE = "李华 {got}"


def refuse_amounts_as_names(
    connection: sqlite3.Connection,
    given: Mapping[Role, Iterable[str]],
    quantities: tuple[Quantity, ...],
    meant: Meant,
) -> None:
    """Refuse an unknown name that is an amount; one that only reads like it unless it is said to be meant.

    Raises AmountForName, AmountLikelyForName.
    """
    swapped = next((quantity.item for quantity in quantities if quantity.is_bare), None)
    for name in dict.fromkeys(name for names in given.values() for name in names):
        if parties.find(connection, name) is None:
            _refuse(name, swapped, settled=meant.settles(name))


def refuse_amount(name: str) -> None:
    """Refuse a name that is nothing but an amount. Raises AmountForName."""
    _refuse(name, None, settled=True)


def _refuse(name: str, swapped: str | None, *, settled: bool) -> None:
    if not swapped and not may_hold_amount(name):
        return
    from donations.domain.quantities.as_name import Certain, amount_within, may_be_amount  # most names do without

    found = amount_within(name)
    example = f"{swapped} {name}" if swapped else (found and found.apart) or _EXAMPLE.format(got=name)
    if found is not None and found.certain is Certain.SURELY:
        raise errors.AmountForName(got=name, example=example)
    if not settled and (found is not None or (swapped and may_be_amount(name))):
        raise errors.AmountLikelyForName(got=name, example=example)
