"""What makes a letter of a report, for every format: lines to sign on."""

from collections.abc import Iterator

from donations.output.cells import Reader, clean
from donations.reports.table import Report

_LINE = "_" * 24


def signature_lines(report: Report, reader: Reader) -> Iterator[str]:
    """Who signs, with a line to sign on."""
    for signature in report.signatures:
        yield f"{clean(reader.say(signature))}{reader.colon} {_LINE}"
