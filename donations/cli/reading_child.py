"""A large paper read in a process of its own: what is asked comes in on stdin, and what is found goes out on stdout, pickled."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from donations import errors
from donations.domain.place import Place
from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.table import Exchanged, Plain, Record, Settings, Table
from donations.importers.tables import tables
from donations.services.importing.packed import Packer
from donations.services.importing.undisturbed import undisturbed

_TOGETHER = 200
"""How many records are sent at once."""


class Asked(NamedTuple):
    """Which file is to be read, how it is opened, and what was said of it."""

    file: Path
    encoding: str | None
    sheet: str | None
    today: date
    columns: Mapping[str, str]
    remembered: Mapping[str, Mapping[str, str]]
    day: date | None
    place: Place | None
    donor: str | None
    keeper: str | None
    closed_until: str


def main() -> None:
    """Read, and send what is found, until the end or until nobody is listening any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked hears it too, and ends this process
    out = sys.stdout.buffer
    try:
        asked: Asked = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the process that started this one
        with undisturbed():
            _read(asked, lambda said: pickle.dump(said, out, pickle.HIGHEST_PROTOCOL))
        out.flush()
    except BrokenPipeError:
        pass
    os._exit(0)  # what is buffered for nobody isn't to be flushed


def _read(asked: Asked, send: Callable[[object], None]) -> None:
    """Send every table with what stands in it; at last why it couldn't be read to its end, or None."""
    settings = Settings(
        asked.today, asked.columns, asked.remembered.get, asked.day, asked.place, asked.donor, asked.keeper
    )
    try:
        for sheet in sheets(asked.file, Opening(asked.encoding, asked.sheet)):
            for table in tables(sheet, settings):
                send(told_of(table))
                for found in _together(table.records, Packer(table.title, asked.closed_until)):
                    send(found)
                send(told_of(table))
    except errors.DonationsError as error:
        send((type(error), error.facts))
    except MemoryError:
        send((MemoryError, {}))
    else:
        send(None)


def told_of(table: Table) -> dict[str, Any]:
    """A table without its records."""
    return {field.name: getattr(table, field.name) for field in fields(table) if field.name != "records"}


def _together(records: Iterator[Record | Plain | Exchanged], packer: Packer) -> Iterator[object]:
    """Plain rows packed, and between them the records in lists."""
    waiting: list[object] = []
    for found in records:
        if isinstance(found, Plain) or len(waiting) >= _TOGETHER:
            if waiting:
                yield waiting
            waiting = []
        if isinstance(found, Plain):
            yield packer.pack(found)
        else:
            waiting.append(found)
    if waiting:
        yield waiting
