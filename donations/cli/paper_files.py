"""The files of one import: opened when they are read, with what was typed about their columns, day, city and donor."""

import hashlib
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from donations import errors
from donations.cli import clock
from donations.cli.progress import Progress
from donations.cli.session import is_attended
from donations.domain import text
from donations.domain.paper_fields import FIELDS
from donations.domain.place import Place
from donations.errors.families import reason_of
from donations.i18n import _

if TYPE_CHECKING:
    from donations.cli.reading_apart import Apart
    from donations.domain.imported import Outcome
    from donations.importers.sheet import Opening
    from donations.importers.table import Settings, Table
    from donations.services.importing.papers import Paper
    from donations.services.importing.rows import Wishes
    from donations.store.book import Book

_BLOCK = 1 << 20
APART_FROM = 3 << 20
"""From this many bytes on a second process is worth its start: it reads while this one writes."""
_PACKAGE = b"PK"
"""What workbooks and archives begin with: what is packed is read here, where a password can be asked for."""


class Said(NamedTuple):
    """What was typed about the files beside what stands in them."""

    columns: Mapping[str, str]
    day: date | None
    city: Place | None
    donor: str | None


class Papers:
    """The files of one command; they are read once for a preview, and once for the import."""

    def __init__(self, book: "Book", files: list[Path], opening: "Opening", said: Said) -> None:
        self._book, self._files, self._opening, self._said = book, files, opening, said

    def imported(self, wishes: "Wishes") -> "Outcome":
        """What importing them did, or would do."""
        from donations.services.importing.papers import import_papers

        with Progress() as progress, closing(self._papers()) as papers:
            return import_papers(self._book, papers, wishes, clock.now(), progress.rows)

    def _papers(self) -> Generator["Paper", None, None]:
        from donations.services.importing.papers import Paper

        for file in self._files:
            apart = self._apart(file)
            try:
                digest = _digest(file)
                again = partial(self._tables, file)
                yield Paper(text.file_name(file.name), digest, again() if apart is None else apart.tables(), again)
            finally:
                if apart is not None:
                    apart.end()

    def _tables(self, file: Path) -> "Iterator[Table]":
        from donations.importers.files import sheets
        from donations.importers.tables import tables

        settings = replace(self._settings(), register=cache(lambda: self._register(file)))
        return (table for sheet in sheets(file, self._opening) for table in tables(sheet, settings))

    def _register(self, file: Path) -> Mapping[str, Mapping[str, str]]:
        """What the sheets of the file, also those that --sheet leaves out, say of the numbers that givers are called by."""
        from donations.importers.files import sheets
        from donations.importers.layouts.registers import registers
        from donations.importers.sheet import Opening

        try:
            return registers(sheets(file, Opening(self._opening.encoding, None, self._opening.password)))
        except errors.DonationsError:  # which is told where that sheet is read
            return {}

    def _apart(self, file: Path) -> "Apart | None":
        """The process that reads the file; None where it isn't large, or no process can be started."""
        if not _is_large(file) or not sys.executable:
            return None
        from donations.cli.reading_apart import Apart
        from donations.cli.reading_child import Asked
        from donations.store import closings, imports

        settings, opening = self._settings(), self._opening
        connection = self._book.connection
        asked = Asked(
            file, opening.encoding, opening.sheet, settings.today, dict(settings.columns), imports.remembered(connection),
            settings.day, settings.place, settings.donor, settings.keeper, closings.closed_until(connection) or "",
        )  # fmt: skip
        try:
            return Apart(asked)
        except OSError:
            return None

    def _settings(self) -> "Settings":
        from donations.importers.table import Settings
        from donations.store import imports

        connection = self._book.connection
        return Settings(
            clock.today(),
            self._said.columns,
            lambda headings: imports.columns_of(connection, headings),
            self._said.day,
            self._said.city,
            self._said.donor,
            self._book.name,
        )


def _is_large(file: Path) -> bool:
    """Whether a second process is worth its start; whatever is wrong with the file is for its reader to say."""
    try:
        if not file.is_file() or file.stat().st_size < APART_FROM:
            return False
        with file.open("rb") as opened:
            return opened.read(len(_PACKAGE)) != _PACKAGE
    except OSError:
        return False


def _digest(file: Path) -> str:
    """The digest of a file's bytes. Raises NoFile, FolderGiven, CannotRead."""
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except FileNotFoundError:
        raise errors.NoFile(path=file) from None
    except OSError as error:
        if file.is_dir():
            raise errors.FolderGiven(path=file) from None
        raise errors.CannotRead(path=file, reason=reason_of(error)) from error
    return digest.hexdigest()


def mapped(said: list[str] | tuple[str, ...]) -> dict[str, str]:
    """Headings with their fields. Raises ColumnUnclear."""
    columns = {}
    for word in said:
        heading, equals, field = word.rpartition("=")
        if not equals or not heading.strip() or field.strip() not in FIELDS:
            raise errors.ColumnUnclear(got=word, fields=", ".join(FIELDS))
        columns[heading.strip()] = field.strip()
    return columns


def password(name: str) -> str | None:
    """The password of an archive, asked where somebody can be."""
    if not is_attended():
        return None
    from getpass import getpass

    from donations.output.cleaning import clean

    return getpass(_("Password of {file}:").format(file=clean(name)) + " ", stream=sys.stderr) or None
