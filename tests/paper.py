"""Reads the files for people back: workbooks, Markdown, web pages and PDFs, as rows of what a reader sees."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import openpyxl
import pypdf

PAPER = ("xlsx", "html", "pdf", "md")
Rows = list[list[str]]


# --- workbooks


def workbook(content: bytes) -> Any:
    """The workbook, formulas as formulas."""
    return openpyxl.load_workbook(io.BytesIO(content))


def xlsx_rows(content: bytes, sheet: int = 0) -> Rows:
    """The rows of one worksheet from its titles on: numbers as their number formats show them."""
    worksheet = workbook(content).worksheets[sheet]
    heading = int(worksheet.print_title_rows.strip("$").split(":")[0].strip("$"))
    rows = [[shown(cell.value, cell.number_format) for cell in row] for row in worksheet.iter_rows(min_row=heading)]
    return rows[: next((at for at, row in enumerate(rows) if not any(row)), len(rows))]


def shown(value: object, number_format: str) -> str:
    """What a spreadsheet shows of a cell, for the number formats that we write."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        assert number_format == "yyyy-mm-dd"
        return f"{value:%Y-%m-%d}"
    if isinstance(value, int | float):
        above, _, below = number_format.partition(";")
        found = re.fullmatch(r'(?:"([^"]+)")?(-)?(#,##)?0(?:\.(0+))?', (value < 0 and below) or above)
        assert found, number_format
        decimals = len(found[4] or "")
        assert round(Decimal(str(value)), decimals) == Decimal(str(value)), "a decimal that isn't shown"
        minus = "-" if value < 0 and not below else ""
        return (
            f"{minus}{found[1] or ''}{found[2] or ''}{abs(Decimal(str(value))):{',' if found[3] else ''}.{decimals}f}"
        )
    return str(value)


def parts(content: bytes) -> dict[str, str]:
    """Every part of a workbook as text: sheets, names, properties."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


# --- web pages


class Page(HTMLParser):
    """A web page as a browser's parser would see it: its elements, their attributes, and the texts of its table cells."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.tables: list[Rows] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in {"meta", "link", "img", "base"}:
            return
        self._open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        else:
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "every element is closed where it should be"

    def handle_data(self, data: str) -> None:
        if not self._open:
            assert not data.strip()
        elif self._open[-1] in {"td", "th"}:
            self.tables[-1][-1][-1] += data
        elif self._open[-1] in self.texts:
            self.texts[self._open[-1]][-1] += data


# --- Markdown

_CELL = re.compile(r"(?<!\\)\|")


def md_tables(text: str) -> list[Rows]:
    """The tables of a Markdown file, as it is read when mark-up is taken off."""
    tables: list[Rows] = []
    inside = False
    for line in text.split("\n"):
        if line.startswith("|"):
            if not inside:
                tables.append([])
            cells = [plain(cell.strip()) for cell in _CELL.split(line)[1:-1]]
            if not all(set(cell) <= set("-:") and cell for cell in cells):
                tables[-1].append(cells)
        inside = line.startswith("|")
    return tables


def plain(cell: str) -> str:
    """A cell without its escapes, and without the marks of a total."""
    bold = re.fullmatch(r"\*\*(.*)\*\*", cell)
    return re.sub(r"\\(.)", r"\1", bold[1] if bold else cell)


# --- PDFs


def pdf_lines(content: bytes) -> list[str]:
    """The lines of all pages."""
    return [line for page in pypdf.PdfReader(io.BytesIO(content)).pages for line in page.extract_text().splitlines()]


def pdf_everything(content: bytes) -> str:
    """All a PDF holds as text: its pages, its properties, its metadata, and what it says instead of pictures."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    said = [str(reader.metadata), *pdf_lines(content)]
    if reader.xmp_metadata is not None:
        said.append(reader.xmp_metadata.stream.get_data().decode("utf-8"))
    said += [str(made["/Alt"]) for made in _objects(reader) if "/Alt" in made]
    return "\n".join(said)


def _objects(reader: pypdf.PdfReader) -> Iterator[Any]:
    for number in range(1, len(reader.xref[0]) + 1 if 0 in reader.xref else 1):
        found = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        if isinstance(found, pypdf.generic.DictionaryObject):
            yield found


def lines_of(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as a PDF's lines: the cells that hold something, a blank between them."""
    return [" ".join(cell for cell in row if cell) for row in rows]
