"""Bytes → characters: by a mark, else strict UTF-8, else strict GB18030 that makes sense; never a guess, never garbled."""

import codecs
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from donations import errors
from donations.importers.patterns import pattern_of
from donations.importers.readers.source import BEGINNING, Source

CHUNK = 1 << 18
JUDGED = 200_000
"""Characters beyond ASCII that are looked at to tell whether a text makes sense."""
STRANGE_IN = 5
"""One strange character in this many is too much. In mainland lists it is one in hundreds (喆, 堃 in names); Big5, Shift-JIS
and Latin letters read as GB18030 give one in two and more."""
NULS_IN = 200
"""With a NUL in every so many bytes, and at least two, a text is UTF-16: there each ASCII character has one."""

_YUAN = "元".encode("gb18030")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SUBSETS = frozenset({"gb2312", "gbk"})
"""What people call GB18030, which holds both; codecs of these names refuse rare characters."""

_PAIR = 2
_LETTERS = range(0xA4, 0xAA)
"""First bytes of kana, Greek, Cyrillic, bopomofo and frames in GB2312; in Big5, of its commonest Chinese characters."""
LINE_ENDS = pattern_of(r"\r\n|[\r\n]")
"""What ends a line; what ends a paragraph within a cell (U+2028) doesn't."""
_NOT_ASCII = pattern_of(r"[^\x00-\x7f]+")
_FORMULA_OF_TEXT = pattern_of(r'=\s?"((?:[^"]|"")*)"\s*')


@contextmanager
def text_of(source: Source, encoding: str | None = None) -> Iterator[TextIO]:
    """The characters of `source`, its lines ending as they do; all of it was checked before. Raises what `encoding_of` does."""
    encoding = encoding or encoding_of(source)
    source.file.seek(0)
    text = io.TextIOWrapper(source.file, encoding, errors="strict", newline="")
    try:
        if text.read(1) != "\ufeff":
            text.seek(0)
        yield text
    finally:
        if not text.closed:  # as it is where the reader of rows is left, and the file closed, before their end
            text.detach()


def encoding_of(source: Source) -> str:
    """The encoding in which all of `source` can be read.

    Raises UnknownEncoding, NotInEncoding, MaybeWideText, NoPaper, Undecodable, DoubtfulText.
    """
    if source.opening.encoding is not None:
        return _as_said(source, source.opening.encoding)
    beginning = source.beginning()
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return _as_said(source, encoding)
    _refuse_wide(source, beginning)
    utf_8 = first_fault(source, "utf-8")
    if utf_8 is None:
        return "gb18030" if _has_yuan_alone(source) else "utf-8"
    gb18030 = first_fault(source, "gb18030")
    if gb18030 is None and (sample := strange_part(source)) is None:
        return "gb18030"
    if gb18030 is None and not _is_mostly_utf_8(source, utf_8):
        assert sample is not None
        raise errors.DoubtfulText(file=source.name, row=row_at(source, utf_8), sample=sample)
    offset = max(utf_8, gb18030 or 0)
    raise errors.Undecodable(file=source.name, row=row_at(source, offset), offset=offset)


def decoded_beginning(beginning: bytes, encoding: str | None) -> str:
    """The first bytes of a file as a text that its sort can be told from; what fits no encoding is replaced."""
    marked = next((name for mark, name in _MARKS if beginning.startswith(mark)), None)
    for name in (encoding, marked):
        if name is not None:
            with suppress(errors.UnknownEncoding, UnicodeError):
                return beginning.decode(known_encoding(name), errors="replace")
    try:
        text = codecs.getincrementaldecoder("utf-8")("strict").decode(beginning)
        return text if not _is_yuan_alone(beginning) else beginning.decode("gb18030", errors="replace")
    except UnicodeDecodeError:
        return beginning.decode("gb18030", errors="replace")


def _is_yuan_alone(part: bytes) -> bool:
    """Whether 元 in GB18030 is all that is no ASCII: in UTF-8 its two bytes are a letter that no list has, Ԫ."""
    return not part.isascii() and part.replace(_YUAN, b"").isascii()


def _has_yuan_alone(source: Source) -> bool:
    """The same of all of `source`, which is read as far as its first other character."""
    source.file.seek(0)
    found, kept = False, b""
    while part := source.file.read(CHUNK):
        part, kept = kept + part, b""
        if part.endswith(_YUAN[:1]):  # of a pair that the next part ends
            part, kept = part[:-1], part[-1:]
        if not part.isascii():
            if not _is_yuan_alone(part):
                return False
            found = True
    return found and not kept


def _refuse_wide(source: Source, beginning: bytes) -> None:
    """Raises MaybeWideText where every other byte of many is a NUL, NoPaper where many are, but not so."""
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    if even + odd <= max(1, len(beginning) // NULS_IN):
        return
    if min(even, odd) * 4 < max(even, odd):
        raise errors.MaybeWideText(file=source.name)
    raise errors.NoPaper(file=source.name, found=beginning[:8].hex(" "))


def known_encoding(said: str) -> str:
    """The codec that people mean by `said`. Raises UnknownEncoding."""
    try:
        name = codecs.lookup(said).name
        "".encode(name)
    except (LookupError, ValueError):
        raise errors.UnknownEncoding(got=said) from None
    return "gb18030" if name in _SUBSETS else name


def _as_said(source: Source, said: str) -> str:
    """`said` as a codec in which all of the file can be read."""
    encoding = known_encoding(said)
    offset = first_fault(source, encoding)
    if offset is not None:
        raise errors.NotInEncoding(file=source.name, row=row_at(source, offset), offset=offset, encoding=said)
    return encoding


def first_fault(source: Source, encoding: str) -> int | None:
    """Where the first byte stands that is no text in `encoding`; None where all of it is."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    source.file.seek(0)
    before = 0
    while True:
        chunk = source.file.read(CHUNK)
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            return before - held + error.start
        except UnicodeError:  # codecs that say no more than that
            return before
        if not chunk:
            return None
        before += len(chunk)


def strange_part(source: Source) -> str | None:
    """A sample of what makes no sense in `source` read as GB18030; None where the text as a whole does."""
    found, sample = Counter[str](), ""
    source.file.seek(0)
    with_text = io.TextIOWrapper(source.file, "gb18030", errors="strict", newline="")
    try:
        while found.total() < JUDGED and (text := with_text.read(CHUNK)):
            words = _NOT_ASCII.findall(text)
            sample = sample or "".join(words[:3])[:20]
            found.update("".join(words))
    finally:
        with_text.detach()
    strange = sum(count for character, count in found.items() if _is_strange(character))
    return sample if strange > found.total() // STRANGE_IN else None


def _is_strange(character: str) -> bool:
    """Whether mainland lists hardly have it: not of GB2312's signs and Chinese characters (the kana, Greek … of it neither)."""
    if character in "￥€\ufeff":
        return False
    code = character.encode("gb18030")
    if (
        len(code) > _PAIR
    ):  # what only GB18030 has: an emoji, or a rare character; by accident it needs digits in between
        return not character.isprintable()
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return code[0] in _LETTERS


def _is_mostly_utf_8(source: Source, offset: int) -> bool:
    """Whether characters of UTF-8 stand before the byte that is none, so that it is a damaged text of that sort."""
    source.file.seek(max(0, offset - BEGINNING))
    before = source.file.read(min(offset, BEGINNING)).decode("utf-8", errors="ignore")
    return not before.isascii()


def row_at(source: Source, offset: int) -> int:
    """The number of the line in which the byte at `offset` stands, from 1."""
    source.file.seek(0)
    feeds = returns = 0
    while offset > 0 and (chunk := source.file.read(min(CHUNK, offset))):
        feeds, returns, offset = feeds + chunk.count(b"\n"), returns + chunk.count(b"\r"), offset - len(chunk)
    return (feeds or returns) + 1


def kept_as_text(cell: str) -> str:
    """What ="6222…0001" says, by which programs keep Excel from taking numbers for numbers; other cells as they are."""
    found = _FORMULA_OF_TEXT.fullmatch(cell)
    return found[1].replace('""', '"') if found else cell
