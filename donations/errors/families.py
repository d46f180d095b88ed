"""The families of refusals: each holds an exit code; the reasons stand beside this file, a class each."""

import errno
from pathlib import Path
from typing import ClassVar

from donations.i18n import N_, _

_SYSTEM = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EACCES: N_("not allowed"),
    errno.EPERM: N_("not allowed"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOENT: N_("there is no such folder"),
    errno.ENOTDIR: N_("there is no such folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EFBIG: N_("the file is larger than may be"),
    errno.EIO: N_("the disk has a fault"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.ENOMEM: N_("the memory is full"),
}
"""What the system refuses with, by its number."""


def reason_of(error: OSError) -> str:
    """Why the system refused, in the words of this run's language where we know them."""
    if isinstance(error, FileNotFoundError) and error.filename is not None and Path(error.filename).parent.is_dir():
        return _("there is no such file")
    known = _SYSTEM.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error) or type(error).__name__


class DonationsError(Exception):
    """A refusal with its facts; `sentence` is English with the facts' names in braces."""

    exit_code: ClassVar[int] = 1
    sentence: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence.format(**self.facts)


class Refused(DonationsError):
    """A rule of the book says no."""

    exit_code = 1


class Declined(Refused):
    """Whoever was asked said no: no error, but what was to follow must not."""

    sentence = N_("Nothing was changed.")


class NotImported(Declined):
    sentence = N_("Nothing was imported.")


class NotClosed(Declined):
    sentence = N_("Nothing was closed.")


class NotPublished(Declined):
    sentence = N_("Nothing was published.")


class WrongUsage(DonationsError):
    """The words of the command don't fit together."""

    exit_code = 2


class BadInput(DonationsError):
    """What was typed or read can't be taken."""

    exit_code = 65


class DamagedBook(DonationsError):
    """The file is no book, or a damaged one."""

    exit_code = 65


class NotThere(DonationsError):
    """A book, party, item, entry or file that isn't there."""

    exit_code = 66


class Failed(DonationsError):
    """Reading or writing failed."""

    exit_code = 74


class Busy(DonationsError):
    """The book is held by somebody else; trying again helps."""

    exit_code = 75
