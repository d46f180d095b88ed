"""Goods written by the whole name that reports give them, where the bracket of the name reads as a packing: 大米（10kg/袋）5袋."""

import re
import sqlite3
from dataclasses import replace

from donations.domain.quantity import Quantity
from donations.domain.text import tidy
from donations.store import items


def as_labelled(connection: sqlite3.Connection, quantity: Quantity) -> Quantity:
    """The quantity, in packs of the known item whose name with its specification was written; as it came where none is so called.

    A list with a column of specifications makes 大米（10kg/袋）, counted in 袋. Typed as it is shown it must not become 公斤 of 大米.
    """
    if quantity.packs is None:
        return quantity
    label = re.search(re.escape(quantity.item) + r"\s*[（(][^（()）]*[）)]", tidy(quantity.written))
    found = items.find(connection, label[0]) if label else None
    if found is None or found.specification is None or found.unit != quantity.pack_unit:
        return quantity
    return replace(
        quantity, item=found.name, specification=found.specification, number=quantity.packs, unit=found.unit,
        packs=None, pack_unit=None,
    )  # fmt: skip
