"""The table of contents: every verb, and the way in."""

import os
import sys
from typing import NoReturn

from donations.cli import boundary, frame, options
from donations.cli.help import COMPLETION_ASKED
from donations.i18n import N_

HELP = N_("The gift book of a volunteer association: record gifts and supplies, correct them, read them back per city.")


def root() -> frame.Verbs:
    """The command `donations` with all its verbs."""
    return frame.build(frame.Contents(CONTENTS), _root_options, help=HELP)


def _record() -> frame.Registry:
    from donations.cli import record

    return record.verbs


def _adjust() -> frame.Registry:
    from donations.cli import adjust

    return adjust.verbs


def _amend() -> frame.Registry:
    from donations.cli import amend

    return amend.verbs


def _read() -> frame.Registry:
    from donations.cli import read

    return read.verbs


def _ask() -> frame.Registry:
    from donations.cli import ask

    return ask.verbs


def _names() -> frame.Registry:
    from donations.cli import names

    return names.verbs


def _privacy() -> frame.Registry:
    from donations.cli import privacy

    return privacy.verbs


def _closing() -> frame.Registry:
    from donations.cli import closing

    return closing.verbs


def _statements() -> frame.Registry:
    from donations.cli import statements

    return statements.verbs


def _certificates() -> frame.Registry:
    from donations.cli import certificates

    return certificates.verbs


def _publish() -> frame.Registry:
    from donations.cli import publish

    return publish.verbs


def _due() -> frame.Registry:
    from donations.cli import due

    return due.verbs


def _forget() -> frame.Registry:
    from donations.cli import forget

    return forget.verbs


def _check() -> frame.Registry:
    from donations.cli import check

    return check.verbs


def _keep() -> frame.Registry:
    from donations.cli import keep

    return keep.verbs


def _copies() -> frame.Registry:
    from donations.cli import copies

    return copies.verbs


def _papers() -> frame.Registry:
    from donations.cli import papers

    return papers.verbs


def _salvage() -> frame.Registry:
    from donations.cli import salvage

    return salvage.verbs


def _export() -> frame.Registry:
    from donations.cli import export

    return export.verbs


CONTENTS = (
    (("receive", "distribute", "buy", "spend", "transfer", "return", "refund"), _record),
    (("adjust",), _adjust),
    (("reverse", "correct"), _amend),
    (("import", "imports"), _papers),
    (("totals", "stock", "ledger", "journal", "month", "show"), _read),
    (("statement", "receipt", "trace"), _statements),
    (("certificate", "handover"), _certificates),
    (("sql",), _ask),
    (("bulletin", "export"), _export),
    (("donors", "recipients", "items"), _names),
    (("consent",), _privacy),
    (("forget",), _forget),
    (("close",), _closing),
    (("publish", "amend"), _publish),
    (("due",), _due),
    (("check",), _check),
    (("init", "run", "info", "start"), _keep),
    (("backup", "restore"), _copies),
    (("salvage",), _salvage),
)
"""Every verb with what imports its module: a command imports one module of verbs, not all (a test holds the names true)."""


def _root_options(book: options.BookOption = None) -> None:
    """What may stand before the verb."""


def main() -> NoReturn:
    """The console script, once it is loaded."""
    if len(sys.argv) == 1 and COMPLETION_ASKED not in os.environ:
        sys.argv.append("start")
    boundary.main(root())
