"""Reports on the standard output."""

import sys
from contextlib import AbstractContextManager
from typing import IO, Any

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
        return _print(plain_output(binary=True), report, chosen)
    return _print(paged(wanted=pages and chosen.name == "table"), report, chosen, raw=raw)


def _print(output: AbstractContextManager[IO[Any]], report: Report, chosen: Format, *, raw: bool = False) -> int:
    guarded = 0
    with output as stream:  # where the reader leaves early, the rest of this is passed over
        guarded = render(report, chosen.name, stream, raw=raw)
    return guarded  # noqa: RET504 - not reached inside `with` then
