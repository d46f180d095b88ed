"""MHTML, “single file web page”: a page with what belongs to it in one file, as spreadsheet programs and browsers save it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from donations import errors
from donations.importers.readers import html
from donations.importers.readers.source import MEGABYTE, Source
from donations.importers.sheet import Sheet

LARGEST: Final = 24 * MEGABYTE
MOST_PAGES: Final = 200
"""A workbook has a page for each sheet."""


def read(source: Source) -> Iterator[Sheet]:
    """The tables of all pages in it. Raises PaperTooLarge, NoTableInside, TooMuchInside, and what the reader of pages does."""
    from email import message_from_bytes  # only these files need it, and it takes long to load
    from email.errors import MessageError

    try:
        message = message_from_bytes(source.content(LARGEST))
        pages = [part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/html"]
    except (MessageError, ValueError, RecursionError) as error:
        raise errors.DamagedPaper(file=source.name, part="MHTML") from error
    if len(pages) > MOST_PAGES:
        raise errors.TooMuchInside(file=source.name, part=f"{len(pages)} ×")
    found = 0
    for page in pages:
        content = page if isinstance(page, bytes) else b""
        try:
            for sheet in html.read(replace(source, file=io.BytesIO(content), size=len(content))):
                found += 1
                yield replace(sheet, name=str(found))
        except errors.NoTableInside:
            continue  # the frame around the pages of a workbook
    if not found:
        raise errors.NoTableInside(file=source.name, sort="MHTML")
