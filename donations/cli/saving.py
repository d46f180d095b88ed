"""What a recording verb does: draft in, entry out, and a word on what was saved."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, NamedTuple

from donations import errors
from donations.cli import clock, options, words
from donations.cli.facts import on_screen, said
from donations.cli.option_sets import OptionSet
from donations.cli.session import Run, is_attended, opened, request_id, say_far_back, tell, with_names
from donations.errors.families import reason_of
from donations.i18n import N_, _, filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donations.domain.entry import BrokenCount, Draft, Recorded, Unmatched
    from donations.store.book import Book

_CLOSED = N_("the output is closed")
_ENCODING = N_("the output's encoding lacks some of its characters")
_UNCOUNTED = N_(
    "No amount was written for {item}, so it is recorded as unknown: if that was forgotten, `donations correct {number} …` says how many."
)
_PACKED_OTHERWISE = N_(
    "{item}: {booked} is recorded of “{got}”, though by what `donations items` says of its packs these hold {packed}: if single ones came besides the packs, `donations correct {number} …` with + between the two says so."
)
_SAID_TWICE = N_(
    "Entry {number} says the same as entry {before}: if it was recorded twice, `donations reverse {number} --reason …`."
)
_REFUND_UNVALUED = N_(
    "{item}: totals keep the whole value of what came, since nothing says of which gift this is a part, or what part: `donations correct {number} --of …` says which gift, an amount with @@ what it was worth."
)
_RETURN_UNVALUED = N_(
    "{item}: totals keep the whole value of what went out, since nothing says of which entry this is a part, or what part: `donations correct {number} …` with @@ behind the amount says what it was worth."
)
_RETURN_UNPURPOSED = N_(
    "{item}: what came back may be given out for anything now, though it had gone out for {purposes}: if it still is for that, `donations correct {number} --for {purpose}`."
)
_REFUND_UNPURPOSED = N_(
    "{item}: what went back was taken from what is for nothing in particular, though it had been given for {purposes}: if it is to be taken from that, `donations correct {number} --for {purpose}`."
)
_GIVEN_TO_ITSELF = N_(
    "{party} gave it and received it, by entry {number}: if one of them is another, `donations correct {number} …` says who."
)
_MORE_REFUNDED = N_(
    "By the book {party} has now been given back {more} of {item} more than was given: if that was not given back either, reverse the refund too; `donations ledger --party {party}` has its number."
)
_MORE_RETURNED = N_(
    "By the book {party} has now brought back {more} of {item} more than was handed over: if that did not come back either, reverse the return too; `donations ledger --party {party}` has its number."
)
_FURTHER_UNMATCHED = N_("Further parties and goods of which more went back than came: {count}.")
_MOST_UNMATCHED = 20
_EACH = "×xX*＊每/／（(@"
"""Signs of what one pack holds, said there and then."""


class Saving(NamedTuple):
    """How what was typed is to be recorded: what is meant though it looks like a slip, in which book, how it is said."""

    into_closed: words.IntoClosedOption = None
    new: options.NewOption = False
    yes: words.YesOption = False
    request: words.RequestOption = None
    format: options.RecordedFormatOption = None
    book: options.BookOption = None


SavingOptions = Annotated[Saving, OptionSet(Saving)]


def save(draft: "Draft", saving: Saving) -> None:
    """Record the draft and say what was saved, which is printed only once it is on disk."""
    from donations.services import naming, recording  # help pages do without

    wants_json(saving.format)
    draft = replace(draft, into_closed=saving.into_closed, request=request_id(saving.request))
    with opened(saving.book, writing=True) as open_book:
        recorded = with_names(
            lambda meant: naming.unclear_names(open_book.connection, draft, meant),
            lambda meant: recording.record(open_book, draft, clock.now(), meant),
            new=saving.new,
        )
        say_saved(open_book, recorded, saving.format)
        say_far_back(recorded, yes=saving.yes)
        _say_uncounted(open_book, recorded)
        _say_packed_otherwise(open_book, draft, recorded)
        _say_given_to_itself(open_book, recorded)
        _say_twice(open_book, recorded)
        say_unvalued(recorded)
        _say_unpurposed(open_book, recorded)
        _say_elsewhere(open_book, recorded)
        say_broken(recorded.broken)


def say_unvalued(recorded: "Recorded") -> None:
    """Say of what goes back without a value that totals of values still have all of what came, and how to say it."""
    is_refund = recorded.entry.type == "return" and any(line.flow == "refunded" for line in recorded.entry.lines)
    for item in recorded.unvalued:
        tell(said(_REFUND_UNVALUED if is_refund else _RETURN_UNVALUED, {"item": item, "number": recorded.number}))


def _say_unpurposed(book: "Book", recorded: "Recorded") -> None:
    """Say of what goes back for no purpose that all of it had come, or gone out, for one: what is left for either would be wrong."""
    entry = recorded.entry
    if entry.type != "return":
        return
    from donations.services import giving_back  # most of what is recorded is no return

    sentence = _REFUND_UNPURPOSED if any(line.flow == "refunded" for line in entry.lines) else _RETURN_UNPURPOSED
    for item, purposes in giving_back.unpurposed(book.connection, entry):
        facts = {"item": item, "purposes": "、".join(purposes), "purpose": purposes[0], "number": recorded.number}
        tell(said(sentence, facts))


def _say_twice(book: "Book", recorded: "Recorded") -> None:
    """Say on a terminal which entry of the same day says the same: all may be meant, or one was typed twice.

    A script means what it says; a request that is tried again is recorded once.
    """
    if not is_attended() or recorded.entry.request:
        return
    from donations.domain.masking import NOBODY_KNOWN  # help pages do without
    from donations.store.faults import faults_spoken
    from donations.store.twins import said_before

    with faults_spoken(book.path):
        before = said_before(book.connection, recorded.number, NOBODY_KNOWN)
    if before is not None:
        tell(said(_SAID_TWICE, {"number": recorded.number, "before": before}))


def _say_given_to_itself(book: "Book", recorded: "Recorded") -> None:
    """Say of a gift given straight through that who gave it stands there as who received it, which is hardly meant."""
    if recorded.entry.type != "relay":
        return
    from donations.domain.entry import Role  # help pages do without
    from donations.store import parties

    given, got = (recorded.entry.parties.get(role, ()) for role in (Role.DONOR, Role.RECIPIENT))
    givers = {parties.number_of(book.connection, name) for name in given}
    for name in got:
        if parties.number_of(book.connection, name) in givers:
            tell(said(_GIVEN_TO_ITSELF, {"party": parties.shown(book.connection, name), "number": recorded.number}))


def _say_uncounted(book: "Book", recorded: "Recorded") -> None:
    """Say of a bare name, which may be a slip, that its amount is recorded as unknown; 一批 and a value say so themselves.

    现金 is such a name, too, and so is each other name of the goods.
    """
    from donations.store import items  # help pages do without

    for line in recorded.entry.lines:
        if line.amount.minor is not None or line.worth or not line.written:
            continue
        named = items.find(book.connection, line.written)
        if named is not None and named.number == line.item.number:
            tell(said(_UNCOUNTED, {"item": line.item.label, "number": recorded.number}))


def _say_packed_otherwise(book: "Book", draft: "Draft", recorded: "Recorded") -> None:
    """Say of packs with an amount side by side (3箱50个) that they usually hold another: the one amount alone is recorded."""
    for drafted, line in zip(draft.lines, recorded.entry.lines, strict=False):  # behind them stands what was paid
        quantity, booked = drafted.quantity, line.amount.minor
        if quantity.packs is None or quantity.pack_unit is None or booked is None or drafted.counted:
            continue
        if any(sign in quantity.written for sign in _EACH):
            continue
        from donations.services.amounts import shown  # most of what is recorded is counted once
        from donations.store import items

        held = items.pack(book.connection, line.item, quantity.pack_unit)
        if held is not None and booked != held * quantity.packs:
            facts = {"item": line.item.label, "got": quantity.written, "number": recorded.number}
            amounts = {"booked": shown(booked, line.item), "packed": shown(int(held * quantity.packs), line.item)}
            tell(said(_PACKED_OTHERWISE, {**facts, **amounts}))


def _say_elsewhere(book: "Book", recorded: "Recorded") -> None:
    """Say of a count what it may have counted of another store or purpose."""
    if recorded.entry.reason == "count":
        from donations.cli import counts

        counts.say_elsewhere(book, recorded)


def say_broken(broken: "Sequence[BrokenCount]") -> None:
    """Say which counts an act set the book against; most set it against none."""
    if broken:
        from donations.cli import counts

        counts.say_broken(broken)


def say_unmatched(unmatched: "Sequence[Unmatched]") -> None:
    """Say what has gone back to donors, or come back from recipients, that by what was just put right never came or went."""
    for one in unmatched[:_MOST_UNMATCHED]:
        sentence = _MORE_REFUNDED if one.role == "donor" else _MORE_RETURNED
        tell(said(sentence, {"party": one.parties, "item": one.item, "more": one.more}))
    if (more := len(unmatched) - _MOST_UNMATCHED) > 0:
        tell(filled(_(_FURTHER_UNMATCHED), count=more))


def wants_json(format_name: str | None) -> bool:
    """Whether the result is to be JSON; raises UnknownFormat, before anything is written."""
    if format_name not in (None, "json", "table"):
        raise errors.UnknownFormat(got=format_name, formats=("table", "json"))
    return format_name == "json"


def say_saved(book: "Book", recorded: "Recorded", format_name: str | None) -> None:
    """Print what was recorded: a few lines for people, or the JSON of the contract."""
    if Run.current is not None:
        if format_name is not None and sys.stdout is not None:  # else a file of commands reports once, at its end
            sys.stdout.write(_confirmation(book, recorded, format_name))
        return
    from donations.store.faults import faults_spoken  # imports sqlite3, which --help doesn't need

    try:
        with faults_spoken(book.path):
            text = _confirmation(book, recorded, format_name)
        _print(text if wants_json(format_name) else on_screen(text, sys.stdout))
    except BrokenPipeError:  # who reads left early, which is no error
        tell(_(errors.SavedUnsaid.sentence).format(number=recorded.number, reason=_(_CLOSED)))
        raise
    except (errors.DonationsError, OSError, ValueError) as failed:
        raise errors.SavedUnsaid(number=recorded.number, reason=_reason(failed)) from failed


def _print(text: str) -> None:
    """Print it, so that a failure is heard here. Raises OSError, ValueError."""
    if sys.stdout is None:
        raise ValueError
    sys.stdout.write(text)
    sys.stdout.flush()


def _confirmation(book: "Book", recorded: "Recorded", format_name: str | None) -> str:
    from donations.output import confirmation  # rendered only after the entry is on disk
    from donations.services.recording import shown_names

    if wants_json(format_name):
        return confirmation.as_json(recorded)
    return confirmation.for_people(recorded, shown_names(book, recorded))


def _reason(failed: Exception) -> object:
    """Why nothing could be printed, for people."""
    if isinstance(failed, errors.DonationsError):
        return failed
    if isinstance(failed, OSError):
        return reason_of(failed)
    return _ENCODING if isinstance(failed, UnicodeError) else _CLOSED
