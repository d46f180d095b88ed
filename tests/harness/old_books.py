"""Books of earlier versions, and what the program of its version said of each: tests/books."""

import csv
import gzip
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

BOOKS = Path(__file__).parent.parent / "books"
OLD = sorted(file.name.removesuffix(".db.gz") for file in BOOKS.glob("*.db.gz"))
"""Every old book: `v1-february` and its like."""

VALUES = BOOKS / "stock_values.tsv"
OTHER_SINCE = 9
"""The schema step since which the value of what is on hand is found otherwise; the books before it have theirs in VALUES."""

_ON_HAND = ("stock", "sql 'select * from stock_on_hand'")
_PILE = ("item", "specification", "store", "purpose")
Pile = tuple[str, ...]


def bytes_of(name: str) -> bytes:
    """The old book `name`, unpacked."""
    return gzip.decompress((BOOKS / f"{name}.db.gz").read_bytes())


def as_stored(name: str) -> dict[str, Any]:
    """What the program of its version said of the old book."""
    said: dict[str, Any] = json.loads(gzip.decompress((BOOKS / f"{name}.json.gz").read_bytes()))
    return said


def said_then(name: str) -> dict[str, Any]:
    """What the program of its version said of the old book; of the value of what is on hand, what is said since OTHER_SINCE."""
    said = as_stored(name)
    if int(name[1 : name.index("-")]) < OTHER_SINCE:
        for line in _ON_HAND:
            for row in [row for table in said.get(line, ()) for row in table["rows"]]:
                row.update(_valued(values().get(name, {}).get(pile_of(row)), row))
    return said


def pile_of(row: Mapping[str, Any]) -> Pile:
    """What tells a row of `stock` from the others."""
    return tuple(row[key] or "" for key in _PILE)


def _valued(found: tuple[str, str] | None, row: Mapping[str, Any]) -> dict[str, Any]:
    value, certainty = found or (None, None)
    fen = {"value_minor": _fen(value)} if "value_minor" in row else {}
    return {"value": value, "value_certainty": certainty, **fen}


def _fen(value: str | None) -> int | None:
    if value is None:
        return None
    whole, _, part = value.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0"))


@cache
def values() -> dict[str, dict[Pile, tuple[str, str]]]:
    """By book and pile the value that VALUES has, and how certain it is; what has none is left out."""
    found: dict[str, dict[Pile, tuple[str, str]]] = {}
    with VALUES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["book"], {})[pile_of(row)] = row["value"], row["value_certainty"]
    return found
