"""Reports on the standard output."""

import sys

from donations import errors
from donations.output.formats import Format, render
from donations.output.pager import paged, plain_output
from donations.reports.table import Report


def print_report(report: Report, chosen: Format, *, raw: bool = False, pages: bool = True) -> int:
    """Put `report` on the standard output; a table goes through the pager where `pages` are wanted. Gives what `render` does.

    Raises NotForScreens where bytes would go to a terminal, CannotWrite.
    """
    if chosen.binary:
        if sys.stdout is not None and sys.stdout.isatty():
            raise errors.NotForScreens(format=chosen.name)
        with plain_output(binary=True) as stream:
            return render(report, chosen.name, stream)
    with paged(wanted=pages and chosen.name == "table") as text:
        return render(report, chosen.name, text, raw=raw)
