"""The verb that forgets somebody: it says what goes and what stays, asks, and says where the name may still lie."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, completing, options
from donations.cli.questions import agrees
from donations.cli.registry import Registry
from donations.cli.session import Run, is_attended, opened, tell
from donations.i18n import N_, _, chosen_language, filled
from donations.output.cleaning import clean

if TYPE_CHECKING:
    from pathlib import Path

    from donations.services.forgetting import Forgetting

verbs = Registry(heading=N_("Privacy"))

_LEFT_OVER = {
    "typed": N_("quantities as they were typed (entries {numbers})"),
    "requests": N_("request ids (entries {numbers})"),
    "notes": N_("notes of entries {numbers}"),
    "purposes": N_("names of purposes"),
    "stores": N_("names of stores"),
    "items": N_("names of items"),
    "parties": N_("names of other parties (no. {numbers} in the register)"),
    "acts": N_("what was done to items, stores or purposes"),
    "papers": N_("names of imported files or their sheets (imports {numbers})"),
    "issues": N_("published issues (no. {numbers})"),
    "columns": N_("headings that are remembered"),
    "book": N_("the association's name"),
}
_MOST_NUMBERS = 10

ForgottenArgument = Annotated[
    str,
    typer.Argument(
        metavar=N_("PARTY"),
        autocompletion=completing.parties,
        help=N_("The party as it is known now, or its number, as reports show it once it is forgotten: 3号."),
    ),
]
NotesOption = Annotated[
    bool, typer.Option("--notes", help=N_("Erase all notes of its entries, also those that don't name it."))
]
NoteOption = Annotated[
    list[int] | None,
    typer.Option(
        "--note",
        metavar=N_("NUMBER"),
        min=1,
        autocompletion=completing.entries,
        help=N_("Erase the note of this entry too, whosever it is; can be given several times."),
    ),
]


@verbs.verb(
    "forget",
    help=N_(
        "Erase what is personal of a party: names, contact, and notes that name it.\n\n"
        "Entries, amounts and cities stay, and the chain still verifies. It can't be taken back."
    ),
    epilog="donations forget 李华 --reason 本人要求删除\ndonations forget 李华 --notes --yes\ndonations forget 3号 --note 12",
)
def forget(
    party: ForgottenArgument,
    notes: NotesOption = False,
    note: NoteOption = None,
    reason: options.ReasonOption = None,
    yes: options.MeantOption = False,
    book: options.BookOption = None,
) -> None:  # fmt: skip
    """Erase a party's names, contact and notes, bytes and all."""
    from donations.cli.copies import FOLDER  # help pages do without these
    from donations.services import forgetting
    from donations.store.elsewhere import copies_of, is_made_copy

    if Run.current is not None:
        raise errors.ForgetInRun
    with opened(book, writing=True) as open_book:
        found = forgetting.to_forget(open_book, party, all_notes=notes, notes=note or ())
        if yes and found.is_by_number and found.names:
            raise errors.ForgetByNumber(number=found.party.number, names=found.names)
        if not yes and not found.is_empty and not _is_meant(found):
            raise errors.Declined
        found = forgetting.forget(
            open_book, party, reason, clock.now(), all_notes=notes, notes=note or (), agreed=found
        )
        _say_done(found)
        copies = {file: is_made_copy(file, FOLDER) for file in copies_of(open_book, FOLDER)}
        for line in (*_what_stays(found), *_copies(copies)):
            tell(line)


def _is_meant(found: "Forgetting") -> bool:
    """What the person at the terminal says to what goes and what stays. Raises ForgetUnasked."""
    if not is_attended():
        raise errors.ForgetUnasked
    for line in (*_what_goes(found), *_what_is_kept(found)):
        tell(line)
    return agrees(_("Erase this for ever? [y/N]"))


def _say_done(found: "Forgetting") -> None:
    from donations.output.unnamed import erased_in

    shown = erased_in(chosen_language(), found.party.number)
    if found.is_empty:
        tell(_("Of {shown} there is nothing left to erase.").format(shown=shown))
        return
    sentence = _("Forgotten: in reports it is {shown} from now on, in {count} entries.")
    tell(filled(sentence, shown=shown, count=len(found.entries)))


def _what_goes(found: "Forgetting") -> list[str]:
    lines = []
    if found.names:
        lines.append(_("Names that are erased: {names}").format(names=clean(_(", ").join(found.names))))
    lines.append(
        filled(_("It stands in {count} entries: what they say of amounts and cities stays."), count=len(found.entries))
    )
    if found.contact:
        from donations.cli.privacy import listed  # only where there is any

        lines.append(_("Contact that is erased: {fields}").format(fields=listed(found.contact)))
    if found.notes:
        lines.append(_("Notes that are erased: of entries {numbers}").format(numbers=_numbers(found.notes)))
    if found.reasons:
        lines.append(_("Reasons of changed names that are erased: {count}").format(count=len(found.reasons)))
    return lines


def _what_is_kept(found: "Forgetting") -> list[str]:
    """The notes that stay, in full, for whoever is to decide."""
    lines = []
    if found.kept_notes:
        lines.append(_("Notes of its entries that are kept (--notes erases them all, --note NUMBER one):"))
        lines += _texts(found.kept_notes)
    if found.other_notes:
        lines.append(_("Notes of other entries that name it, and are kept (--note NUMBER erases one):"))
        lines += _texts(found.other_notes)
    return lines


def _texts(notes: Mapping[int, str]) -> list[str]:
    shown = list(notes.items())[:_MOST_NUMBERS]
    lines = [_("  no. {number}: {note}").format(number=number, note=clean(note)) for number, note in shown]
    if len(notes) > len(shown):
        lines.append(_("  and {count} more").format(count=len(notes) - len(shown)))
    return lines


def _what_stays(found: "Forgetting") -> list[str]:
    """What wasn't erased, said honestly; never the name itself."""
    number = found.party.number
    places = [_(_LEFT_OVER[place]).format(numbers=_numbers(numbers)) for place, numbers in found.left_over.items()]
    lines = []
    if places:
        lines.append(_("Not erased, and the name stands there too: {places}").format(places=_("; ").join(places)))
    if others := found.left_over.get("parties"):
        lines.append(_("To see a party whose name has it, and be asked whether it is forgotten too:"))
        lines.append(f"  donations forget {others[0]}")
    if found.kept_notes:
        sentence = _("Notes of its entries that were kept: of entries {numbers}. To erase them too:")
        lines.append(sentence.format(numbers=_numbers(list(found.kept_notes))))
        lines.append(f"  donations forget {number} --notes")
    if found.other_notes:
        lines.append(_("To erase one of the other notes too:"))
        lines.append(f"  donations forget {number} --note {next(iter(found.other_notes))}")
    return lines


def _copies(copies: Mapping["Path", bool]) -> list[str]:
    """What to do with files that hold the book too, each with whether it is known to be a mere copy."""
    lines = []
    for is_made, sentence in (
        (True, _("These files have the book or a part of it, maybe with the name; delete them:")),
        (False, _("This is the same book in another file, which may be the one you go on with. Forget there too (--book FILE), and delete only what nobody needs:")),
    ):  # fmt: skip
        files = [f"  {clean(str(path))}" for path, made in copies.items() if made == is_made]
        lines += [sentence, *files] if files else []
    lines.append(
        _(
            "Backups elsewhere, exports and printed reports made before still have it, files of commands too; so may the disk, where files once lay."
        )
    )
    return lines


def _numbers(numbers: Sequence[int]) -> str:
    return _(", ").join(map(str, numbers[:_MOST_NUMBERS])) + "…" * (len(numbers) > _MOST_NUMBERS)
