"""Papers for tests: small files of every sort, made by hand where a program would not make them so."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from donations.importers.files import sheets
from donations.importers.sheet import Opening, Sheet

Rows = list[tuple[int, list[str]]]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def read(path: Path, opening: Opening | None = None) -> dict[str | None, Rows]:
    """Every sheet of a file with all its rows."""
    return {sheet.name: list(sheet.rows) for sheet in sheets(path, opening or Opening())}


def cells(path: Path, opening: Opening | None = None) -> list[list[str]]:
    """The cells of the rows of a file's only sheet."""
    [rows] = read(path, opening).values()
    return [row for _number, row in rows]


def written(path: Path, content: str | bytes) -> Path:
    """A file with that content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(path: Path, parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """An archive of those parts."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def xlsx_parts(sheet: str, **more: str) -> dict[str, str | bytes]:
    """The parts of a workbook whose one sheet has those XML elements; `more`: styles, texts, workbook, types."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in (
            ("s1", "worksheet", "worksheets/sheet1.xml"),
            ("t", "sharedStrings", "sharedStrings.xml"),
            ("f", "styles", "styles.xml"),
        )
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": XML + "<Types/>",
        "_rels/.rels": f'{XML}<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{more.get("workbook", "")}<sheets><sheet name="明细" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
    }
    if "styles" in more:
        parts["xl/styles.xml"] = f'{XML}<styleSheet xmlns="{MAIN}">{more["styles"]}</styleSheet>'
    if "texts" in more:
        parts["xl/sharedStrings.xml"] = f'{XML}<sst xmlns="{MAIN}">{more["texts"]}</sst>'
    return parts


def xlsx(path: Path, sheet: str, **more: str) -> Path:
    """A workbook of those parts."""
    return zipped(path, xlsx_parts(sheet, **more))


def ods(path: Path, tables: str, manifest: str = "<manifest/>") -> Path:
    """A document of OpenOffice's with those tables."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    return zipped(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"{XML}<office:document-content {spaces}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": manifest,
        },
    )


def locked_zip(path: Path, name: str, content: bytes, password: bytes) -> Path:
    """An archive with one member, locked in the old way (ZipCrypto), which `zipfile` reads and can't write."""
    import struct
    import zlib

    keys = [0x12345678, 0x23456789, 0x34567890]
    table = [_crc_of_byte(byte) for byte in range(256)]

    def update(byte: int) -> None:
        keys[0] = (keys[0] >> 8) ^ table[(keys[0] ^ byte) & 0xFF]
        keys[1] = (keys[1] + (keys[0] & 0xFF)) * 134775813 + 1 & 0xFFFFFFFF
        keys[2] = (keys[2] >> 8) ^ table[(keys[2] ^ keys[1] >> 24) & 0xFF]

    def locked(data: bytes) -> Iterator[int]:
        for byte in data:
            mask = keys[2] | 2
            yield byte ^ ((mask * (mask ^ 1) >> 8) & 0xFF)
            update(byte)

    for byte in password:
        update(byte)
    crc = zlib.crc32(content)
    body = bytes(locked(bytes(11) + bytes([crc >> 24]) + content))
    encoded = name.encode("gb18030")
    facts = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 0x5021, crc, len(body), len(content), len(encoded), 0)
    local = b"PK\x03\x04" + facts + encoded
    central = b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHII", 0, 0, 0, 0, 0) + encoded
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(body), 0)
    path.write_bytes(local + body + central + end)
    return path


def _crc_of_byte(byte: int) -> int:
    for _bit in range(8):
        byte = byte >> 1 ^ (0xEDB88320 if byte & 1 else 0)
    return byte


def as_bytes(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of those parts, in memory."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()


def first(found: Iterator[Sheet]) -> Sheet:
    """The first sheet."""
    return next(found)
