"""Rows of stores and purposes told apart, which look the same: by what the recorded acts say of them."""

import json
from collections.abc import Mapping, MutableMapping

from donations.store.wreck.shapes import Key, Row

_ALIKE = ("store", "purpose")


def apart(rows: MutableMapping[str, dict[Key, Row]], unclear: Mapping[int, list[Row]]) -> None:
    """Put the rows of each unclear page where they belong, and take away what another table's page brought in.

    `unclear`: rows by page, in the order of the pages.
    """
    said = names_said(rows)
    for table in _ALIKE:
        for key, row in list(rows[table].items()):
            if not _may_be(table, row, said):
                del rows[table][key]
    waiting = []
    for _page, found in sorted(unclear.items()):
        agreeing = {table: sum(_is(table, row, said) for row in found) for table in _ALIKE}
        best = max(agreeing, key=lambda table: agreeing[table])
        if len(set(agreeing.values())) > 1:
            _put(rows, best, found, said)
        elif any(row["number"] != 1 for row in found):
            waiting.append(found)
    free = [table for table in _ALIKE if all(key == (1,) for key in rows[table])]
    if len(waiting) == len(free):  # a table that was made first lies before the other
        for table, found in zip(free, waiting, strict=True):
            _put(rows, table, found, said)


def names_said(rows: Mapping[str, Mapping[Key, Row]]) -> dict[tuple[str, int], str]:
    """The names that recorded acts give to stores and purposes."""
    said = {}
    for row in rows["register_change"].values():
        register, subject = str(row["register"]), row["subject"]
        if register not in _ALIKE or not isinstance(subject, int):
            continue
        state = state_said(row)
        if state is not None and isinstance(state[0], str):
            said[register, subject] = state[0]
        elif row["act"] == "add" and isinstance(row["after"], str):
            said[register, subject] = row["after"]
    return said


def state_said(row: Row) -> list[object] | None:
    """What a recorded act says that the register said after it; None where it says nothing that can be read."""
    try:
        state = json.loads(str(row["state"])) if row.get("state") is not None else None
    except ValueError:
        return None
    return state if isinstance(state, list) and state else None


def number_said(value: object, most: int = 2**63 - 1, *, least: int = 1) -> int | None:
    """A number that an act says of something else; None where it is none, or above `most`: no book holds more than its columns do."""
    return value if isinstance(value, int) and least <= value <= most else None


def _is(table: str, row: Row, said: Mapping[tuple[str, int], str]) -> bool:
    number = row["number"]
    return isinstance(number, int) and number > 1 and said.get((table, number)) == row["name"]


def _may_be(table: str, row: Row, said: Mapping[tuple[str, int], str]) -> bool:
    """Whether no act says that it is another, or that the other table has it."""
    number = row["number"]
    if not isinstance(number, int) or number == 1:
        return True
    other = "purpose" if table == "store" else "store"
    name = said.get((table, number))
    return name == row["name"] if name is not None else said.get((other, number)) != row["name"]


def _put(
    rows: MutableMapping[str, dict[Key, Row]], table: str, found: list[Row], said: Mapping[tuple[str, int], str]
) -> None:
    for row in found:
        if _may_be(table, row, said):
            rows[table].setdefault((row["number"],), row)
