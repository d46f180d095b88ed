"""The verb that makes a sound book of a damaged one: salvage."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, options
from donations.cli.registry import Registry
from donations.cli.session import tell
from donations.cli.showing import Showing, refuse_unshowable, show
from donations.domain.text import runs
from donations.i18n import N_, _, filled
from donations.output.cleaning import clean

if TYPE_CHECKING:
    from donations.reports.table import Row
    from donations.services.problem import Problem
    from donations.services.salvage.salvaging import Salvaged

verbs = Registry(heading=N_("The book"))

DamagedArgument = Annotated[
    Path, typer.Argument(metavar=N_("DAMAGED"), readable=False, help=N_("The damaged book, or a copy of it."))
]
NewOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar=N_("FILE"),
        readable=False,
        help=N_("The new book, else one beside the damaged one; never one that is there."),
    ),
]
EntriesOption = Annotated[
    int | None,
    typer.Option(
        "--entries",
        metavar=N_("COUNT"),
        min=1,
        help=N_("How many entries it had, where a printed report says so."),
    ),
]


@verbs.verb(
    "salvage",
    help=N_(
        "Make a new, sound book of what can still be read in a damaged one.\n\n"
        "The damaged book is only read. Entries keep their numbers; the numbers of lost ones are kept free and named, "
        "to be recorded again from paper."
    ),
    epilog="donations salvage book.db\ndonations salvage book.db -o new.db --entries 120",
)
def salvage(
    damaged: DamagedArgument,
    output: NewOption = None,
    entries: EntriesOption = None,
    format_name: options.FormatOption = None,
    raw: options.RawOption = False,
) -> int:
    """Exit 0 where all was recovered, 1 where anything is or may be missing or none was found, 65 where nothing is left of a book."""
    from donations.files import free_name, real_file
    from donations.reports.salvage import salvage_report
    from donations.services.checking import check
    from donations.services.salvage.salvaging import salvage as make
    from donations.store.book import open_book

    showing = Showing(format_name, raw=raw)
    refuse_unshowable(showing)  # before anything is made
    damaged = real_file(damaged)  # its journal lies beside it
    target = output or free_name(damaged.parent / f"{damaged.stem}-salvaged.db")
    made = make(damaged, target, clock.now(), entries)
    with closing(open_book(target, writing=False)) as book:
        report = salvage_report(book, _rows(made), _besides(made), _summary(made), are_names_lost=bool(made.names_lost))
        show(report, showing)
        problems = check(book)
    _say(damaged, target, made, problems)
    nothing_left = not made.found and not made.is_end_known
    return 0 if made.is_all_there and not nothing_left else errors.Refused.exit_code


def _rows(made: "Salvaged") -> "list[Row]":
    """Each entry that is not proven, with the reason as people read it."""
    return [
        (
            said.number,
            None if said.day is None else said.day.isoformat(),
            said.state,
            _(said.sentence).format(reverses=said.reverses, right=said.number + 1),
        )
        for said in made.found
        if said.why is not None
    ]


def _besides(made: "Salvaged") -> "list[Row]":
    """What became of all besides entries, with how many and which, as far as that is known."""
    return [
        (
            said.what,
            said.fate,
            len(said.which) or None,
            ", ".join(filter(None, (_numbers(said.which), *(part for part in said.which if isinstance(part, str)))))
            or None,
            _(said.sentence),
        )
        for said in made.besides
    ]


def _numbers(which: "Sequence[int | str]") -> str:
    return ranges(part for part in which if isinstance(part, int))


def _summary(made: "Salvaged") -> "list[Row]":
    from donations.services.salvage.states import State

    counts = made.counts()
    return [("entries", len(made.found)), *((state, counts[state]) for state in State), ("names_lost", made.names_lost)]


def _say(damaged: Path, target: Path, made: "Salvaged", problems: "Sequence[Problem]") -> None:
    """What there is now, what is not, and what to do next."""
    kept, total = len(made.found) - len(made.lost), len(made.found)
    facts = {"new": clean(str(target)), "kept": kept, "total": total}
    if made.had_journal:
        tell(_("A journal lies beside it: what was begun and not finished was undone first, in a copy."))
    if made.is_end_known:
        tell(filled(_("The new book is {new}: it has {kept} of {total} entries."), **facts))
    else:
        sentence = _(
            "The new book is {new}: it has {kept} of at least {total} entries; --entries says how many there were."
        )
        tell(filled(sentence, **facts))
    if made.lost:
        tell(
            _("Missing: {numbers}. Record what they said again from paper, under new numbers.").format(
                numbers=ranges(made.lost)
            )
        )
    if made.names_lost:
        tell(
            _(
                "Names lost: {count}. A number stands in the place of each: `donations donors` and `donations recipients` list them, and `donations donors rename` gives a party its name back."
            ).format(count=made.names_lost)
        )
    if made.lost_besides:
        tell(
            _(
                "Besides entries, this is lost or changed, or may be: {what}. The table “{title}” says what to do."
            ).format(what=_listed(made), title=_("Besides entries"))
        )
    if any(problem.rule == "on_hand" for problem in problems):
        tell(_("Some stock is below zero now, since what came in is among the missing."))
    tell(
        _("{damaged} is as it was: keep it. Next: donations check --book {new}").format(
            damaged=clean(str(damaged)), new=clean(str(target))
        )
    )


def _listed(made: "Salvaged") -> str:
    """What is lost or changed, or may be, each thing once."""
    from donations.output.terms import term

    words = dict.fromkeys(said.what.value for said in made.lost_besides)
    return _(", ").join(_(term(word) or word) for word in words)


def ranges(numbers: Iterable[int]) -> str:
    """Rising numbers as people write them: 5–7, 31."""
    return ", ".join(runs(numbers))
