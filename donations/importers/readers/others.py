"""Files that hold no rows: what they are, told from how they begin, and what to do with them."""

import re
from collections.abc import Collection
from typing import Final

from donations import errors

_MARKS: Final[tuple[tuple[re.Pattern[bytes], str, type[errors.NoPaper]], ...]] = tuple(
    (re.compile(mark, re.DOTALL), found, refusal)
    for mark, found, refusal in (
        (rb"%PDF", "PDF", errors.PaperOfPictures),
        (rb"\x89PNG", "PNG", errors.PaperOfPictures),
        (rb"\xff\xd8\xff", "JPEG", errors.PaperOfPictures),
        (rb"GIF8", "GIF", errors.PaperOfPictures),
        (rb"BM....\0\0\0\0", "BMP", errors.PaperOfPictures),
        (rb"II\*\0|MM\0\*", "TIFF", errors.PaperOfPictures),
        (rb"RIFF....WEBP", "WebP", errors.PaperOfPictures),
        (rb"....ftyp(?:hei|hev|mif|msf|avi)", "HEIC", errors.PaperOfPictures),
        (rb"SQLite format 3", "SQLite", errors.NoPaper),
        (rb"Rar!", "RAR", errors.PackedPaper),
        (rb"7z\xbc\xaf\x27\x1c", "7z", errors.PackedPaper),
        (rb"\x1f\x8b", "gzip", errors.PackedPaper),
        (rb"BZh[1-9]1AY", "bzip2", errors.PackedPaper),
        (rb"\xfd7zXZ\0", "xz", errors.PackedPaper),
        (rb".{257}ustar", "tar", errors.PackedPaper),
        (rb"\{\\rtf", "RTF", errors.PaperOfWords),
        (rb"(?:\xef\xbb\xbf)?(?:OFXHEADER:|<OFX>|<\?xml[^>]{0,80}>\s{0,8}<\?OFX )", "OFX", errors.PaperForPrograms),
        (rb"(?:\xef\xbb\xbf)?!(?:Type|Account|Option):", "QIF", errors.PaperForPrograms),
        (rb"(?:\{1:F01[^}]{0,40}\}.{0,200}|\s{0,4}):20:[^\r\n]{0,16}\r?\n:25:", "MT940", errors.PaperForPrograms),
    )
)
_PARTS: Final = {
    "xl/workbook.bin": ("XLSB", errors.NoPaper),
    "Index/Document.iwa": ("Numbers, Pages", errors.NoPaper),
    "Index.zip": ("Numbers, Pages", errors.NoPaper),
    "word/document.xml": ("Word", errors.PaperOfWords),
    "ppt/presentation.xml": ("PowerPoint", errors.PaperOfWords),
    "Index/Presentation.iwa": ("Keynote", errors.PaperOfWords),
    "META-INF/container.xml": ("EPUB", errors.PaperOfWords),
    "OFD.xml": ("OFD", errors.PaperOfPictures),
}
_STREAMS: Final = {
    "WordDocument": ("Word, WPS", errors.PaperOfWords),
    "PowerPoint Document": ("PowerPoint", errors.PaperOfWords),
}
_WORKBOOKS: Final = ("Workbook", "Book")


def is_other(beginning: bytes) -> bool:
    """Whether a file begins as one that holds no rows."""
    return any(mark.match(beginning) for mark, _, _ in _MARKS)


def refuse(file: str, beginning: bytes) -> None:
    """Raises what such a file is refused with."""
    for mark, found, refusal in _MARKS:
        if mark.match(beginning):
            raise refusal(file=file, found=found)


def refuse_package(file: str, names: Collection[str]) -> None:
    """Raises NoPaper for a ZIP archive whose names say that it is a document, or a workbook of a sort that isn't read."""
    for part, (found, refusal) in _PARTS.items():
        if part in names:
            raise refusal(file=file, found=found)


def refuse_compound(file: str, content: bytes) -> None:
    """Raises NoPaper for a compound document, as Office wrote before 2007, whose streams say that it is no workbook."""
    if any(_stream(name) in content for name in _WORKBOOKS):
        return
    for name, (found, refusal) in _STREAMS.items():
        if _stream(name) in content:
            raise refusal(file=file, found=found)


def _stream(name: str) -> bytes:
    return f"{name}\0".encode("utf-16-le")
