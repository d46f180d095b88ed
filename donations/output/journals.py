"""The programs a journal can be written for; none is imported before it is asked for."""

from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any

from donations import errors
from donations.reports.table import Report


@dataclass(frozen=True, slots=True)
class Journal:
    """One program: its module (in this folder) has a `render(report, stream)`."""

    name: str
    suffixes: tuple[str, ...]
    module: str


JOURNALS = (
    Journal("hledger", (".journal", ".hledger", ".j"), "hledger"),
    Journal("beancount", (".beancount", ".bean"), "beancount"),
)
JOURNAL_NAMES = tuple(journal.name for journal in JOURNALS)


def journal_for(name: str | None, suffix: str) -> Journal:
    """The one called `name`, else the one whose files end in `suffix`. Raises UnknownFormat, FormatMissing."""
    for journal in JOURNALS:
        if journal.name == name.lower() if name is not None else suffix.lower() in journal.suffixes:
            return journal
    if name is None:
        raise errors.FormatMissing(formats=JOURNAL_NAMES, endings=tuple(journal.suffixes[0] for journal in JOURNALS))
    raise errors.UnknownFormat(got=name, formats=JOURNAL_NAMES)


def render(report: Report, journal: Journal, stream: IO[Any]) -> None:
    """Write `report` (of reports/postings.py) to `stream` as that program reads it."""
    import_module(f"donations.output.{journal.module}").render(report, stream)
