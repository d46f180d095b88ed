"""The formats a report can be written in; none is imported before it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from donations import errors

if TYPE_CHECKING:
    from donations.reports.table import Report  # help pages name the formats, and render nothing


class Format(NamedTuple):
    """One format: its module (in this folder) has a `render(report, stream)`, of bytes where it is `binary`."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    binary: bool = False
    has_raw: bool = False
    """Whether its `render` takes `raw`: text as stored, not made harmless for spreadsheets."""
    has_notes: bool = False
    """Whether it has room for what is to be known of the tables; else that is said beside it."""


FORMATS = (
    Format("table", (".txt",), "terminal", has_notes=True),
    Format("tsv", (".tsv", ".tab"), "tsv", has_raw=True),
    Format("csv", (".csv",), "csv_file", has_raw=True),
    Format("json", (".json",), "json_file", has_notes=True),
    Format("xlsx", (".xlsx",), "xlsx_file", binary=True, has_notes=True),
    Format("html", (".html", ".htm"), "html_file", binary=True, has_notes=True),
    Format("pdf", (".pdf",), "pdf_file", binary=True, has_notes=True),
    Format("md", (".md", ".markdown"), "markdown", has_notes=True),
)


FORMAT_NAMES = tuple(format_.name for format_ in FORMATS)


def format_named(name: str) -> Format:
    """The format called `name`; raises UnknownFormat."""
    for format_ in FORMATS:
        if format_.name == name.lower():
            return format_
    raise errors.UnknownFormat(got=name, formats=FORMAT_NAMES)


def format_for(suffix: str) -> Format:
    """The format of files that end in `suffix` (`.csv` or `csv`); raises UnknownFormat."""
    wanted = "." + suffix.lower().removeprefix(".")
    for format_ in FORMATS:
        if wanted in format_.suffixes:
            return format_
    raise errors.UnknownFormat(got=suffix, formats=FORMAT_NAMES)


def render(report: Report, format_name: str, stream: IO[Any], *, raw: bool = False) -> int:
    """Write `report` to `stream` in the format called `format_name`; raises UnknownFormat before anything is written.

    `raw` asks for text as stored where the format would make it harmless for spreadsheets; gives how many texts it did.
    """
    chosen = format_named(format_name)
    options = {"raw": raw} if chosen.has_raw else {}
    guarded = import_module(f"donations.output.{chosen.module}").render(report, stream, **options)
    return guarded or 0
