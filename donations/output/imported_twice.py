"""Rows that were kept and look as if the book had them already, as people read it."""

from collections.abc import Iterator, Sequence

from donations.domain.imported import ListAgain, MayBeCorrected, Outcome, SaidBefore, StillBooked
from donations.domain.text import runs
from donations.i18n import N_, filled
from donations.output.cells import Reader
from donations.output.cleaning import clean

_MOST_RUNS = 20

_ONE_OF_PAPER = N_(
    "{file}: row {rows} looks as if it were in the book already, as entry {entries} of import {number} ({other}): {names} and the same amount, on the same day or the one beside it"
)
_OF_PAPER = N_(
    "{file}: {count} rows look as if they were in the book already, from import {number} ({other}): rows {rows} as entries {entries}, with {names} and the same amount, on the same day or the one beside it"
)
_ONE_OF_HAND = N_(
    "{file}: row {rows} looks as if it were in the book already, recorded by hand as entry {entries}: {names} and the same amount, on the same day or the one beside it"
)
_OF_HAND = N_(
    "{file}: {count} rows look as if they were in the book already, recorded by hand: rows {rows} as entries {entries}, with {names} and the same amount, on the same day or the one beside it"
)
_ONE_OF_COMMAND = N_(
    "{file}: row {rows} looks as if it stood in {other} too, which is imported with it: {names} and the same amount, on the same day or the one beside it"
)
_OF_COMMAND = N_(
    "{file}: {count} rows look as if they stood in {other} too, which is imported with it: rows {rows}, with {names} and the same amount, on the same day or the one beside it"
)
_ONE_OF_LIST = N_(
    "{file}: row {rows} is taken for entry {entries} of import {number} ({other}), and is not booked again: the rows around it are that list, with the same days, names and amounts. If it is another gift, import with --as-new"
)
_ONE_OF_LIST_OF_COMMAND = N_(
    "{file}: row {rows} is taken for a row of {other}, which is imported with it, and is not booked again: the rows around it are that list, with the same days, names and amounts. If it is another gift, import with --as-new"
)
_LIST_AGAIN = N_(
    "{file}: rows {rows} are taken for entries {entries} of import {number} ({other}), and are not booked again: {count} rows of that list, with the same days, names and amounts. If they are other gifts, import with --as-new"
)
_LIST_OF_COMMAND = N_(
    "{file}: rows {rows} are taken for rows of {other}, which is imported with it, and are not booked again: {count} rows of that list, with the same days, names and amounts. If they are other gifts, import with --as-new"
)
_ONE_CORRECTED = N_(
    "{file}: row {rows} may be entry {entries} of import {number} ({other}) corrected: only {what} differs, and row {of_rows} of that paper is not in this one any more"
)
_CORRECTED = N_(
    "{file}: rows {rows} may be entries {entries} of import {number} ({other}) corrected: only {what} differs, and rows {of_rows} of that paper are not in this one any more"
)
_ONE_STILL_BOOKED = N_(
    "{file}: row {rows} is passed over, since it went back or is void by its own word, but the book has it as entry {entries}, which still counts. Take it back, unless a refund or return says so: `donations reverse {entry} --reason …`"
)
_STILL_BOOKED = N_(
    "{file}: rows {rows} are passed over, since they went back or are void by their own word, but the book has them as entries {entries}, which still count. Take them back one by one, unless a refund or return says so: `donations reverse {entry} --reason …`"
)
_OTHER = {"name": N_("the name"), "amount": N_("the amount"), "day": N_("the day"), "goods": N_("what was given")}
_TAKE_BACK = N_(
    "Both count. If it is a correction, take the older entry back: `donations reverse {entry} --reason …`; if it is another gift, leave both"
)
_WOULD_COUNT = N_(
    "Both would count. If it is a correction, import it, and take the older entry back: `donations reverse {entry} --reason …`; if it is another gift, leave both"
)
_SAME_NAME = N_("the same name")
_MASKED = N_("names that may be the same, since one is masked,")
_SOME_MASKED = N_("the same name, or one that may be the same since it is masked,")
_WOULD_KEEP = N_(
    "Both would be kept. If they are the same, import only one of the papers, or take these rows out of one of them first."
)
_KEPT = N_(
    "Both were kept. If they are the same, take this import back (`donations import --undo {number}`), and import it again without the paper or the rows that say them twice"
)


def _where(one: SaidBefore | ListAgain | MayBeCorrected | StillBooked) -> str:
    """The file of the rows, with its sheet where it has several."""
    return clean(" · ".join(filter(None, (one.file, one.sheet))))


def may_be_there(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """What may be in the book already, and what to do if it is, or isn't."""
    yield from _said_before(reader, outcome)
    yield from _may_be_corrected(reader, outcome)
    yield from _still_booked(reader, outcome)


def _said_before(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """Which rows are known since a paper said their whole list, and which may be there twice; what to do if it isn't so."""
    yield from _lists_again(reader, outcome)
    for one in outcome.said_before:
        yield _said(reader, one, is_of_command=one.of_import == outcome.number)
    if outcome.said_before:
        yield filled(reader.say(_WOULD_KEEP if outcome.is_dry else _KEPT), number=outcome.number)


def _may_be_corrected(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """Which rows may be older ones put right, and what to do then."""
    for one in outcome.corrected:
        rows, entries, of_rows = (list(dict.fromkeys(numbers)) for numbers in (one.rows, one.entries, one.of_rows))
        facts = {"file": _where(one), "rows": _listed(reader, rows)}
        facts |= {"entries": _listed(reader, entries), "of_rows": _listed(reader, of_rows)}
        facts |= {"number": str(one.of_import), "other": clean(one.of_file), "what": reader.say(_OTHER[one.other])}
        yield filled(reader.say(_ONE_CORRECTED if len(entries) == 1 else _CORRECTED), **facts)
    if outcome.corrected:
        advice = reader.say(_WOULD_COUNT if outcome.is_dry else _TAKE_BACK)
        yield filled(advice, entry=outcome.corrected[0].entries[0])


def _still_booked(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """Which rows went back by their own word, whose gifts the book counts."""
    for one in outcome.still_booked:
        facts = {"file": _where(one), "rows": _listed(reader, one.rows)}
        facts |= {"entries": _listed(reader, one.entries), "entry": str(one.entries[0])}
        yield filled(reader.say(_ONE_STILL_BOOKED if len(one.rows) == 1 else _STILL_BOOKED), **facts)


def _lists_again(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """Which rows are known since an earlier paper said their whole list."""
    for one in outcome.lists_again:
        facts = {"file": _where(one), "count": f"{len(one.rows):,}"}
        facts |= {"rows": _listed(reader, one.rows), "entries": _listed(reader, one.entries)}
        facts |= {"number": str(one.of_import), "other": clean(one.of_file)}
        single, several = _ONE_OF_LIST, _LIST_AGAIN
        if one.of_import == outcome.number:
            single, several = _ONE_OF_LIST_OF_COMMAND, _LIST_OF_COMMAND
        yield filled(reader.say(single if len(one.rows) == 1 else several), **facts)


def _said(reader: Reader, one: SaidBefore, *, is_of_command: bool) -> str:
    several, single = _OF_PAPER, _ONE_OF_PAPER
    if is_of_command:
        several, single = _OF_COMMAND, _ONE_OF_COMMAND
    elif one.of_import is None:
        several, single = _OF_HAND, _ONE_OF_HAND
    facts = {"file": _where(one), "count": f"{len(one.rows):,}"}
    facts |= {"rows": _listed(reader, one.rows), "entries": _listed(reader, one.entries)}
    some = _MASKED if len(one.masked) == len(one.rows) else _SOME_MASKED
    facts["names"] = reader.say(some if one.masked else _SAME_NAME)
    facts |= {"number": str(one.of_import), "other": clean(one.of_file or "")}
    return filled(reader.say(single if len(one.rows) == 1 else several), **facts)


def _listed(reader: Reader, numbers: Sequence[int]) -> str:
    """The numbers as they stand, those that follow each other as one; the first of many."""
    found = runs(numbers)
    return reader.say(N_(", ")).join([*found[:_MOST_RUNS], "…"] if len(found) > _MOST_RUNS else found)
