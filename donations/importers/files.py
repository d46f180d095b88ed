"""A file → its sheets: what sort it is is told from its content, never from its name."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

from donations import errors
from donations.domain.text import file_name
from donations.errors.families import reason_of
from donations.importers.patterns import pattern_of
from donations.importers.readers import delimited, markdown, others
from donations.importers.readers.source import MEGABYTE, Source, last_part
from donations.importers.readers.text import decoded_beginning
from donations.importers.readers.years_said import told_of_years
from donations.importers.sheet import OnePage, Opening, Sheet, Summed

Reader = Callable[[Source], Iterator[Sheet]]

LARGEST: Final = 4_000 * MEGABYTE
"""What is read of a file at all; ten million rows have half of it."""


def sheets(path: Path, opening: Opening) -> Iterator[Sheet]:
    """The sheets of the file in their order; each is read to its end, or left, before the next is asked for.

    Raises NoFile, CannotRead, and what stands in `errors.papers`; while rows are read, too.
    """
    try:
        with path.open("rb") as opened, _seekable(cast("BinaryIO", opened)) as file:
            source = Source(str(path), file, file.seek(0, 2), opening)
            together = OnePage()
            for sheet in told_of_years(_chosen(source.name, opening.sheet, sheets_of(source))):
                sheet.files = (*sheet.files, file_name(path.stem))
                sheet.page = sheet.page or (None if sheet.name is None else together)
                yield sheet
    except FileNotFoundError:
        raise errors.NoFile(path=path) from None
    except OSError as error:
        raise errors.CannotRead(path=path, reason=reason_of(error)) from error


def _seekable(file: BinaryIO) -> BinaryIO:
    """The file, or what comes through a pipe in one without a name."""
    if file.seekable():
        return file
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    shutil.copyfileobj(file, kept)
    return cast("BinaryIO", kept)


def _chosen(file: str, wanted: str | None, found: Iterator[Sheet]) -> Iterator[Sheet]:
    """The sheets that --sheet names, or all; a sheet without a name is always meant. Raises NoSheet."""
    names, met = [], False
    for sheet in found:
        if (
            wanted is None
            or sheet.name is None
            or wanted.strip() in {sheet.name.strip(), last_part(sheet.name).strip()}
        ):
            met = True
            if wanted is not None:  # the others aren't read
                sheet.rows = _by_itself(sheet.rows)
            yield sheet
        names.append(sheet.name or "")
    if not met and wanted is not None:
        raise errors.NoSheet(file=file, got=wanted, names=", ".join(names))


def _by_itself(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows, those that say what other sheets say as any."""
    for number, cells in rows:
        yield number, list(cells) if isinstance(cells, Summed) else cells


# --- sorts


def sheets_of(source: Source) -> Iterator[Sheet]:
    """The sheets of an open file. Raises EmptyPaper, PaperTooLarge, NoPaper, and what its reader does."""
    source.require_at_most(LARGEST)
    beginning = Beginning(source.beginning(), source.opening.encoding)
    if not beginning.bytes.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise errors.EmptyPaper(file=source.name)
    return next(read for is_it, read in SORTS if is_it(beginning))(source)


class Beginning:
    """What a file begins with, as bytes and as text."""

    def __init__(self, content: bytes, encoding: str | None) -> None:
        self.bytes = content
        self.text = decoded_beginning(content, encoding).lstrip("\ufeff \t\r\n")


def _packed(source: Source) -> Iterator[Sheet]:
    """What begins as a ZIP archive does: a workbook of one of two sorts, else an archive of papers."""
    from donations.importers.readers.package import Package

    package = Package(source)
    others.refuse_package(source.name, package.names)
    if "[Content_Types].xml" in package.names:
        from donations.importers.readers import xlsx

        return xlsx.read(source, package)
    if "content.xml" in package.names and "META-INF/manifest.xml" in package.names:
        from donations.importers.readers import ods

        return ods.read(source, package)
    if source.in_archive:
        raise errors.ArchiveInArchive(file=source.name)
    from donations.importers.readers import archive

    return archive.read(source, package, sheets_of)


def _old_workbook(source: Source) -> Iterator[Sheet]:
    from donations.importers.readers import xls

    return xls.read(source)


def _page(source: Source) -> Iterator[Sheet]:
    from donations.importers.readers import html

    return html.read(source)


def _is_among_tags(text: str) -> bool:
    """Whether the text is Markdown that begins with a tag, `<div align="center">`."""
    return _DOCUMENT.match(text) is None and markdown.is_markdown(text)


def _xml_workbook(source: Source) -> Iterator[Sheet]:
    from donations.importers.readers import xml_workbook

    return xml_workbook.read(source)


def _pages(source: Source) -> Iterator[Sheet]:
    from donations.importers.readers import mhtml

    return mhtml.read(source)


def _json(source: Source) -> Iterator[Sheet]:
    from donations.importers.readers import json_lists

    return json_lists.read(source)


def _foreign(source: Source) -> Iterator[Sheet]:
    """Raises NoPaper with what the file is."""
    others.refuse(source.name, source.beginning())
    return iter(())


_ARCHIVES = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
"""Not PK alone, as a list may call its numbers."""
_OLD_WORKBOOKS = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x09\x08\x10\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x00\x04\x00",
)
"""In a compound document, as since 1993, or as bare records before."""
_XML_WORKBOOK = pattern_of(r"<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet")
"""“XML Spreadsheet 2003”, which Excel still writes when asked."""
_PAGES = pattern_of(
    r"(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){0,12}Content-Type:\s*multipart/related", re.IGNORECASE
)
"""MHTML: the head of a letter, whose parts belong to each other."""
_PAGE = pattern_of(r"<[A-Za-z!?]")
_DOCUMENT = pattern_of(r"<(?:!doctype|\?xml|html|head|meta|body)", re.IGNORECASE)
"""What only a page begins with: words with a table of pipes may begin with any other tag."""
_TABLE_IN_TEXT = pattern_of(r"<table[\s>].*?<t[rdh][\s>]", re.IGNORECASE | re.DOTALL)
"""Words with a table in HTML among them, as in pages of documentation."""
_JSON = pattern_of(
    r"\[\s*(?:[\[{\]]|//|/\*)|\{\s*(?:[\"}]|//|/\*)|\"[^\"\n]{1,60}\"\s{0,4}:\s{0,9}[\[{]"
    r"|(?:module\.exports|export\s{1,4}default|(?:const|let|var)\s{1,4}\w{1,40})\s{0,4}=?\s{0,9}[\[{]"
)
"""Also what people made of it that isn't: with remarks, without the outermost bracket, as a part of a script."""

SORTS: Final[tuple[tuple[Callable[[Beginning], bool], Reader], ...]] = (
    (lambda beginning: beginning.bytes.startswith(_ARCHIVES), _packed),
    (lambda beginning: beginning.bytes.startswith(_OLD_WORKBOOKS), _old_workbook),
    (lambda beginning: others.is_other(beginning.bytes), _foreign),
    (lambda beginning: _XML_WORKBOOK.search(beginning.text) is not None, _xml_workbook),
    (lambda beginning: _PAGES.match(beginning.text) is not None, _pages),
    (lambda beginning: _PAGE.match(beginning.text) is not None and not _is_among_tags(beginning.text), _page),
    (lambda beginning: _JSON.match(beginning.text) is not None, _json),
    (lambda beginning: markdown.is_markdown(beginning.text), markdown.read),
    (lambda beginning: _TABLE_IN_TEXT.search(beginning.text) is not None, markdown.read),
    (lambda _beginning: True, delimited.read),
)
"""How each sort is told, and its reader; the first that fits."""
