"""What an XLSX workbook says beside its sheets: their names and parts, its count of days, its texts and number formats."""

import sys
from dataclasses import dataclass, field
from typing import Final

from donations import errors
from donations.importers.patterns import pattern_of
from donations.importers.readers.formats import Shown, shown_as
from donations.importers.readers.numbers import natural, number_text
from donations.importers.readers.package import LARGEST_PART, Package, local, resolved
from donations.importers.readers.source import MEGABYTE
from donations.importers.readers.struck_text import RichText, Runs

MOST_TEXTS: Final = 160 * MEGABYTE
"""Memory that the texts of a workbook may take; they stand in one part, and sheets point into it in any order."""
MOST_FORMATS: Final = 100_000
LONGEST_TEXT: Final = 1_000_000
"""Characters of a cell; spreadsheets hold 32,767."""

_ESCAPE = pattern_of(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """`_x000D_` as the character that it stands for: XML can't hold all of those that a cell can."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


@dataclass(slots=True)
class Workbook:
    """The sheets (name, part) in their order, and what is needed to read their cells."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    """The parts of sheets that are hidden."""
    texts: list[str] = field(default_factory=list)
    rich: dict[int, RichText] = field(default_factory=dict)
    """What is to be known of those texts of several runs, by their place."""
    formats: list[Shown] = field(default_factory=list)
    struck: frozenset[str] = frozenset()
    """The styles of cells that strike through what stands in them."""
    from_1904: bool = False
    not_calculated: bool = False
    """Whether the program that wrote it leaves calculating to the one that opens it: a result of 0 is then none."""


def workbook(package: Package) -> Workbook:
    """What a package that holds a workbook says of it. Raises what `Package` does, TooMuchInside."""
    roots = _relations(package, "")
    main = next((target for kind, target in roots.values() if kind == "officeDocument"), "xl/workbook.xml")
    listed = _Listed()
    package.parse(main, listed)
    relations = _relations(package, main)
    book = Workbook(from_1904=listed.from_1904, not_calculated=listed.not_calculated)
    for name, identity, is_hidden in listed.sheets:
        kind, target = relations.get(identity, ("", ""))
        if kind == "worksheet":  # charts and macros have sheets too
            book.sheets.append((name, target))
            book.hidden.update([target] if is_hidden else [])
    parts = {kind: target for kind, target in relations.values() if target in package.names}
    if "styles" in parts:
        styles = _Styles()
        package.parse(parts["styles"], styles)
        if len(styles.used) > MOST_FORMATS:
            raise errors.TooMuchInside(file=package.name, part=parts["styles"])
        book.formats = [
            shown_as(number, styles.codes.get(number), from_1904=book.from_1904) if number else number_text
            for number in styles.used
        ]
        fonts = enumerate(styles.fonts_used)
        book.struck = frozenset(f"{style}" for style, font in fonts if font in styles.struck_fonts)
    if "sharedStrings" in parts:
        texts = _texts(package, parts["sharedStrings"])
        book.texts, book.rich = texts.done, texts.rich
    return book


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """The relations of a part ("" is the package): id → last word of its type, name of the part it means."""
    folder, _slash, name = part.rpartition("/")
    found = _Relations(part)
    listing = f"{folder}/_rels/{name}.rels".lstrip("/")
    if listing in package.names:
        package.parse(listing, found)
    return found.targets


class _Quiet:
    """A handler that heeds nothing but what its children do."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Nothing."""

    def end(self, name: str) -> None:
        """Nothing."""

    def text(self, data: str) -> None:
        """Nothing."""


class _Relations(_Quiet):
    def __init__(self, part: str) -> None:
        self._part = part
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets[attributes.get("Id", "")] = kind, resolved(self._part, attributes.get("Target", ""))


class _Listed(_Quiet):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = self.not_calculated = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "sheet":
                identity = next((value for key, value in attributes.items() if local(key) == "id"), "")
                is_hidden = attributes.get("state", "visible") != "visible"
                self.sheets.append((unescaped(attributes.get("name", "")), identity, is_hidden))
            case "workbookPr":
                self.from_1904 = attributes.get("date1904") in {"1", "true", "on"}
            case "calcPr":
                self.not_calculated = attributes.get("fullCalcOnLoad") in {"1", "true", "on"}


class _Styles(_Quiet):
    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.used: list[int] = []
        self.fonts_used: list[int] = []
        self.struck_fonts: set[int] = set()
        self._font = -1
        self._in_cells = self._in_fonts = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "numFmt":
                self.codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            case "fonts":
                self._in_fonts = True
            case "font" if self._in_fonts:
                self._font += 1
            case "strike" if self._in_fonts and attributes.get("val") not in {"0", "false"}:
                self.struck_fonts.add(self._font)
            case "cellXfs":
                self._in_cells = True
            case "xf" if self._in_cells:
                self.used.append(_number(attributes.get("numFmtId")))
                self.fonts_used.append(_number(attributes.get("fontId")))

    def end(self, name: str) -> None:
        match local(name):
            case "cellXfs":
                self._in_cells = False
            case "fonts":
                self._in_fonts = False


def _number(text: str | None) -> int:
    return natural(text) or 0


class _Texts:
    """The shared strings: the runs of a rich text joined, what is struck through and readings above it (`rPh`) left out."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.rich: dict[int, RichText] = {}
        self.size = 0
        self.pieces: list[str] = []
        self.text = self.pieces.append
        self.runs = Runs()
        self._said = ""
        self._in_reading = self._has_runs = False
        self._item = self._t = self._reading = self._run = self._style = self._strike = self._align = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; all bear the prefix of the first, `sst`."""
        if name == self._t:
            self.pieces.clear()
        elif name == self._run:
            self._has_runs = True
            self.runs.begin_run()
        elif name == self._style:
            self.runs.style()
        elif name == self._strike:
            self.runs.strike(attributes.get("val"))
        elif name == self._align:
            self.runs.align(attributes.get("val"))
        elif name == self._reading:
            self._in_reading = True
        elif not self._t:
            prefix = name[: name.rfind(":") + 1]
            self._item, self._t, self._reading = prefix + "si", prefix + "t", prefix + "rPh"
            self._run, self._style, self._strike = prefix + "r", prefix + "rPr", prefix + "strike"
            self._align = prefix + "vertAlign"

    def end(self, name: str) -> None:
        """An element ends."""
        if name == self._t:
            if not self._in_reading:
                self._add("".join(self.pieces))
        elif name == self._item:
            if self._has_runs:
                self._end_runs()
            text, self._said = unescaped(self._said), ""
            self.done.append(text)
            self.size += sys.getsizeof(text) + 8
        elif name == self._reading:
            self._in_reading = False

    def _add(self, text: str) -> None:
        if self._said and not self._has_runs:  # several texts, of which none is said to be a run
            self.runs.add(self._said)
            self._has_runs = True
        if self._has_runs:
            self.runs.add(text)
        else:
            self._said = text

    def _end_runs(self) -> None:
        self._said, rich = self.runs.end()
        self._has_runs = False
        if rich is not None:
            self.rich[len(self.done)] = rich
            self.size += sys.getsizeof(rich.in_struck) + 200


def _texts(package: Package, part: str) -> _Texts:
    texts = _Texts()
    for _pause in package.parsed(part, texts, LARGEST_PART):
        if texts.size > MOST_TEXTS or sum(map(len, texts.pieces)) + texts.runs.length > LONGEST_TEXT:
            raise errors.TooMuchInside(file=package.name, part=part)
    return texts
