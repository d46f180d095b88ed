"""Verbs that put right what was recorded: reverse, correct."""

from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, options, words
from donations.cli.option_sets import OptionSet
from donations.cli.registry import Registry
from donations.cli.right import NO_VALUE, Right
from donations.cli.saving import Saving, SavingOptions, say_broken, say_saved, say_unmatched, say_unvalued, wants_json
from donations.cli.session import opened, request_id, say_far_back, settled_date, tell, with_names
from donations.cli.words import Goods, flat
from donations.domain.entry import ENTRY_TYPES, Draft, DraftLine, Flow, Role, Worth
from donations.i18n import N_, _

if TYPE_CHECKING:
    from donations.domain.entry import Recorded
    from donations.domain.quantity import Quantity
    from donations.services.changes import Changes
    from donations.store.book import Book

verbs = Registry(heading=N_("Put right"))

RightWordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("[PARTY] [QUANTITY...]"),  # both may be left out: the usage adds no brackets
        help=N_("The right donor (or recipient), the right quantities."),
    ),
]


@verbs.verb(
    "reverse",
    help=N_("Take an entry back; both it and its reversal stay in the journal."),
    epilog="donations reverse 12 --reason 重复登记",
)
def reverse(
    number: options.StandingArgument,
    reason: options.NeededReasonOption = None,
    into_closed: words.IntoClosedOption = None,
    request: words.RequestOption = None,
    format_name: options.RecordedFormatOption = None,
    book: options.BookOption = None,
) -> None:
    """Append the mirror of an entry."""
    from donations.services import correcting  # help pages do without
    from donations.services.closing import IfClosed

    if not reason or not reason.strip():
        raise errors.ReasonMissing
    wants_json(format_name)
    with opened(book, writing=True) as open_book:
        if_closed = IfClosed(clock.today(), into_closed)
        recorded = correcting.reverse(open_book, number, reason, clock.now(), request_id(request), if_closed)
        say_saved(open_book, recorded, format_name)
        _say_closed(open_book, number, recorded)
        say_unmatched(recorded.unmatched)
        say_broken(recorded.broken)


@verbs.verb(
    "correct",
    help=N_("Correct an entry: the same words as the first time, only what changes."),
    epilog="""
donations correct 12 口罩480个 --reason 清点有误
donations correct 12 李桦
donations correct 12 --date 2020-02-03 --city 吉安市
donations correct 12 --without 护目镜
donations correct 12 --via ''
""",
)
def correct(
    number: options.StandingArgument,
    said: RightWordsArgument = None,
    *,
    right: Annotated[Right, OptionSet(Right)],
    saving: SavingOptions,
) -> None:
    """Append the mirror of an entry and the right one in one act."""
    from donations.services import correcting, naming  # help pages do without

    wants_json(saving.format)
    with opened(saving.book, writing=True) as open_book:
        first_type, main = correcting.type_and_main_role(open_book, number)
        wanted = _changes(said or [], main, right, saving)
        if wanted.is_empty():
            raise errors.NothingToCorrect(number=number, verb=ENTRY_TYPES[first_type].verb)
        lines = tuple(DraftLine(quantity, Flow.RECEIVED) for quantity in wanted.quantities)
        draft = Draft("receipt", clock.today(), lines, wanted.every_party)
        recorded = with_names(
            lambda meant: naming.unclear_names(open_book.connection, draft, meant),
            lambda meant: correcting.correct(open_book, number, wanted, clock.now(), meant),
            new=saving.new,
        )
        say_saved(open_book, recorded, saving.format)
        _say_closed(open_book, number, recorded)
        if not right.reason:
            _say_unexplained(open_book, number)
        if right.day is not None:
            say_far_back(recorded, yes=saving.yes)
        say_unmatched(recorded.unmatched)
        say_unvalued(recorded)
        say_broken(recorded.broken)


def _changes(said: list[str], main: Role | None, right: Right, saving: Saving) -> "Changes":
    """What was typed of the entry whose first word means `main`. Raises DateAhead, Declined, NoQuantity and its kin."""
    from donations.services import changes  # help pages do without

    if right.gift is not None and right.given_before:
        raise errors.RefundGiftTwice
    party, quantities = _told_apart(said, main)
    parties, beside = _roles(main, party, right)
    return changes.Changes(
        parties, None if main is None or party is None or main in parties else (main, party), beside,
        quantities, tuple(right.without or ()), right.city,
        None if right.day is None else settled_date(right.day, yes=saving.yes), right.purpose, right.store,
        _worth(right.value), right.value == NO_VALUE, right.basis and right.basis.value, right.note, right.reason, request_id(saving.request), clock.today(),
        saving.into_closed, right.given_before, right.gift,
    )  # fmt: skip


def _say_closed(book: "Book", number: int, recorded: "Recorded") -> None:
    """Say why what takes an entry back, or says it aright, is dated later than it."""
    from donations.services.closing import is_closed
    from donations.store import journal

    first = journal.read(book.connection, number)
    if recorded.entry.date != first.date and is_closed(book.connection, first.date):
        sentence = _("No. {number} is of {month}, which is closed: its figures stay, and the change counts on {day}.")
        tell(sentence.format(number=number, month=f"{first.date:%Y-%m}", day=recorded.entry.date))


def _say_unexplained(book: "Book", number: int) -> None:
    """Say of a published entry that was corrected without a reason where that will be asked for."""
    from donations.services.publishing import was_published

    if was_published(book, number):
        sentence = _(
            "No. {number} was published before, and the next issue says why it was corrected: no reason was given, so `publish` will ask for one (`publish --reason …`)."
        )
        tell(sentence.format(number=number))


def _worth(value: words.Money | None) -> "Worth | None":
    """The stated worth of the goods. Raises TooFine, AmountTooLarge."""
    if value is None or value == NO_VALUE:
        return None
    from donations.domain.amount import fen

    return Worth(fen(value.yuan), value.certainty)


def _told_apart(said: list[str], main: Role | None) -> "tuple[str | None, tuple[Quantity, ...]]":
    """The words as a party, which comes first where the entry has one, and quantities."""
    if said and main is not None and not _is_quantity(said[0]):
        return said[0], flat([Goods.parse(word) for word in said[1:]])
    return None, flat([Goods.parse(word) for word in said])


def _is_quantity(word: str) -> bool:
    if "*" in word and not any(map(str.isdigit, word)):
        return False  # 张** is a name that hides who it is
    try:
        quantities = Goods.parse(word).quantities
    except errors.BadInput:
        return True  # the quantity's own sentence says what is wrong with it
    return not all(quantity.is_bare for quantity in quantities)


def _roles(
    main: Role | None, party: str | None, right: Right
) -> tuple[dict[Role, tuple[str, ...]], tuple[Role, tuple[str, ...]] | None]:
    """All who have a role, where that was said (no names: nobody has it); and who gave together with the first, which stays."""
    said = {
        Role.DONOR: right.with_, Role.RECIPIENT: right.to, Role.VIA: right.via, Role.SUPPLIER: right.supplier,
        Role.PAYER: right.payer, Role.BENEFICIARY: right.benefits,
    }  # fmt: skip
    roles = {role: [name for name in names if name.strip()] for role, names in said.items() if names}
    if main is Role.SUPPLIER and Role.RECIPIENT in roles:  # of an expense, --to says who was paid
        roles[Role.SUPPLIER] = [*roles.get(Role.SUPPLIER, ()), *roles.pop(Role.RECIPIENT)]
    beside = None
    if main is not None and party is not None and main in roles:
        roles[main].insert(0, party)
    elif main is Role.DONOR and main in roles:
        beside = main, tuple(roles.pop(main))
    return {role: tuple(names) for role, names in roles.items()}, beside
