"""One entry in a few words, for a shell that completes its number."""

from typing import TYPE_CHECKING

from donations.domain.amount import MONEY, MONEY_DECIMALS, Certainty
from donations.output.cells import Reader, grouped
from donations.output.cleaning import clean
from donations.output.terms import TERMS

if TYPE_CHECKING:
    from donations.domain.entry import SaidShortly

_LONGEST = 24
"""How many signs of a name are said."""


def said_shortly(entry: "SaidShortly") -> str:
    """`2020-02-01 · receipt · 李华 · masks 500 pcs`; what is longer ends with …, and further lines are a number."""
    reader = Reader()
    who = " → ".join(_short(name) for name in (entry.who, entry.other) if name)
    said = [entry.date, reader.term(entry.type), who, _what(entry, reader)]
    return " · ".join(part for part in said if part)


def _what(entry: "SaidShortly", reader: Reader) -> str:
    if entry.item is None:
        return ""
    amount = reader.say(TERMS[Certainty.UNKNOWN])
    if entry.minor is not None:
        number = grouped(entry.minor, entry.decimals or 0, MONEY_DECIMALS if entry.item == MONEY else 0)
        about = reader.about if entry.certainty == Certainty.ABOUT else ""
        amount = f"{about}{number} {reader.unit_of(entry.unit or '', is_one=number == '1')}".rstrip()
    more = f" +{entry.lines - 1}" if entry.lines > 1 else ""
    return f"{_short(reader.item_name(entry.item))} {amount}{more}"


def _short(name: str) -> str:
    name = clean(name)
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
