"""Everything that can be refused: one class a reason; the family holds the exit code, the class the sentence.

Raise with facts (`NotOnHand(item=…, have=…)`), never with a sentence: sentences are translated and tested here.
"""

# ruff: noqa: F403 - a reason is one class in one of these files, and nowhere listed a second time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donations.errors.books import *
    from donations.errors.entries import *
    from donations.errors.families import *
    from donations.errors.namesakes import *
    from donations.errors.papers import *
    from donations.errors.papers_given import *
    from donations.errors.publishing import *
    from donations.errors.refunds import *
    from donations.errors.sheets import *
    from donations.errors.shortages import *
    from donations.errors.units import *
    from donations.errors.usage import *
    from donations.errors.words import *
    from donations.errors.worth import *

FILES = (
    "families",
    "words",
    "entries",
    "shortages",
    "books",
    "namesakes",
    "papers",
    "papers_given",
    "sheets",
    "publishing",
    "refunds",
    "units",
    "usage",
    "worth",
)


def __getattr__(name: str) -> object:
    """The reason of that name, out of the file it stands in: a command that refuses nothing reads none of them."""
    if not name.startswith("_"):
        from importlib import import_module

        for file in FILES:
            reasons = vars(import_module(f"{__name__}.{file}"))
            if name in reasons:
                return globals().setdefault(name, reasons[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
