"""The way in."""

import os
import sys
from typing import NoReturn

from donations.cli import boundary, frame, options
from donations.cli.contents import CONTENTS
from donations.cli.help import COMPLETION_ASKED
from donations.cli.registry import Contents
from donations.i18n import N_

HELP = N_("The gift book of a volunteer association: record gifts and supplies, correct them, read them back per city.")


def root() -> frame.Verbs:
    """The command `donations` with all its verbs."""
    return frame.build(Contents(CONTENTS), _root_options, help=HELP)


def _root_options(book: options.BookOption = None) -> None:
    """What may stand before the verb."""


def main() -> NoReturn:
    """The console script, once it is loaded."""
    if len(sys.argv) == 1 and COMPLETION_ASKED not in os.environ:
        sys.argv.append("start")
    boundary.main(root())
