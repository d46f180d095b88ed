"""The table of contents: every verb, and the way in."""

import os
import sys
from typing import NoReturn

from donations.cli import amend, frame, keep, names, options, read, record
from donations.cli.help import COMPLETION_ASKED
from donations.i18n import N_

HELP = N_("The gift book of a volunteer association: record gifts and supplies, correct them, read them back per city.")


def root() -> frame.Verbs:
    """The command `donations` with all its verbs."""
    registry = frame.Registry().include(record.verbs, amend.verbs, read.verbs, names.verbs, keep.verbs)
    return frame.build(registry, _root_options, help=HELP)


def _root_options(book: options.BookOption = None) -> None:
    """What may stand before the verb."""


def main() -> NoReturn:
    """The console script."""
    if len(sys.argv) == 1 and COMPLETION_ASKED not in os.environ:
        sys.argv.append("start")
    frame.main(root())
