"""The verb that holds a book against its rules, its evidence, what was printed of it, and other copies."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, options
from donations.cli.facts import in_order, on_screen, said
from donations.cli.progress import Progress
from donations.cli.registry import Registry
from donations.cli.session import opened, tell, warn_of_others
from donations.cli.showing import Showing, ShowingOptions, show
from donations.files import other_names
from donations.i18n import N_, _
from donations.output.cleaning import clean

if TYPE_CHECKING:
    from donations.services.problem import Problem
    from donations.store.book import Book

verbs = Registry(heading=N_("The book"))

DigestOption = Annotated[
    list[str] | None,
    typer.Option("--digest", metavar=N_("DIGEST"), help=N_("A digest from an old report; may be said several times.")),
]
AgainstOption = Annotated[
    Path | None,
    typer.Option(
        "--against", metavar=N_("FILE"), readable=False, help=N_("Another copy of this book to hold it against.")
    ),
]
RebuildOption = Annotated[
    bool,
    typer.Option(
        "--rebuild",
        help=N_("Make the kept sums anew from the entries where they don't agree; entries are never changed."),
    ),
]


@verbs.verb(
    "check",
    help=N_(
        "Hold the whole book against its rules, and against what was printed of it.\n\n"
        "A digest of an old report that is still found shows that everything recorded up to then is as it was. A copy (a"
        " backup, or the book on another computer) shows from which entry on the two differ."
    ),
    epilog="donations check --digest 89c6f6d49f37\ndonations check --digest 65:89c6f6d49f37\ndonations check --against /media/usb/book.db\ndonations check --rebuild",
)
def check(
    digests: DigestOption = None,
    against: AgainstOption = None,
    rebuild: RebuildOption = False,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> int:
    """Exit 0 where the book is in order, 1 where a rule is broken or a digest gone, 65 where the file is damaged."""
    from donations.cli import proved  # help pages do without these
    from donations.services import proving

    printed = [proving.Printed.parse(digest) for digest in digests or ()]
    with opened(book, writing=rebuild) as open_book:
        warn_of_others(open_book.path)
        _warn_of_other_names(open_book.path)
        if against is not None:
            proving.ensure_copy(against)  # before anything is written, and else nobody waits for a copy that is none
        problems = _checked(open_book)
        is_made_anew = rebuild and _made_anew(open_book, problems)
        if is_made_anew:
            problems = _checked(open_book)
        proof = proving.Proof.of(problems)
        standing, gone = proving.hold_against(open_book, printed, proof) if printed else ([], [])
        problems += gone
        told = [proved.of_digest(one, proof) for one in standing]
        if against is not None:
            comparison, theirs = proving.compare(open_book, against)
            problems += proving.differences(comparison, against, theirs)
            told += proved.of_copy(comparison, against, proof, theirs)
        if not any(problem.is_damage or problem.rule == "references" for problem in problems):
            told += _broken_counts(open_book)  # what it names must be there
        _tell(open_book, problems, told, showing)
        if rebuild and not is_made_anew:  # only now: what can't be shown is refused in one sentence
            tell(_("The kept sums are right; nothing was written."))
    return _exit_code(open_book.path, problems)


def _tell(book: "Book", problems: "list[Problem]", told: list[str], showing: Showing) -> None:
    """The problems as a table, or that there are none; and what else was found."""
    if problems or showing.format is not None or showing.output is not None:
        _show_problems(book, problems, showing)
        for sentence in told:
            tell(sentence)
    else:
        print(on_screen("\n".join([*in_order(*book.last(), book.missing()), *told]), sys.stdout))


def _exit_code(path: Path, problems: "list[Problem]") -> int:
    """What `check` ends with; where the book is damaged or was changed from outside it is said what to do."""
    if not any(problem.is_damage for problem in problems):
        if advice := _advice({problem.rule for problem in problems}):
            tell(said(advice, {"path": str(path)}))
        return errors.Refused.exit_code if problems else 0
    sentence = _("Keep a copy. Restore the newest backup, or take what can still be read: `donations salvage {path}`.")
    tell(sentence.format(path=clean(str(path))))
    return errors.DamagedBook.exit_code


_OF_SUMS, _OF_COPIES = {"sums", "balance"}, {"digest", "fork"}
"""The rules that wrong sums break; those that tell by themselves what may be wrong."""


def _advice(rules: set[str]) -> str | None:
    """The sentence that says what to do about what breaks these rules; None where there is nothing to say."""
    if rules & _OF_SUMS and rules <= {*_OF_SUMS, "on_hand"}:
        return N_(
            "Each entry that is here is as it was recorded. Whether the last ones are missing only a printed digest or another copy tells: hold it against one first (`donations check --digest …`, `--against FILE`). Then `donations check --rebuild` makes the kept sums anew from the entries."
        )
    if rules - {*_OF_SUMS, *_OF_COPIES, "on_hand"}:
        return N_(
            "Something else than this program wrote in the book: keep a copy of it. `donations check --against FILE` says from where on it differs from a backup, `donations restore FILE` goes back to that, and `donations salvage {path}` makes a new book of all entries that can be proven."
        )
    return None


def _warn_of_other_names(path: Path) -> None:
    """Say where the book has a second name: a `restore` that was killed leaves one, and it looks like a copy but is none."""
    for other in other_names(path):
        sentence = _("{other} is this same book under a second name, and no copy of it: remove that name.")
        tell(sentence.format(other=clean(str(other))))


def _checked(book: "Book") -> "list[Problem]":
    from donations.services import checking

    with Progress() as progress:
        return checking.check(book, progress.rule)


def _broken_counts(book: "Book") -> list[str]:
    """What is said of counts that the book no longer agrees with: that is no damage, and breaks no rule."""
    from donations.store import counts

    with book.read() as connection:
        if not any(count.off(on_hand) for _pile, _day, count, on_hand in counts.of_all(connection)):
            return []
        from donations.cli.counts import listed  # most books agree with what was counted
        from donations.services.broken_counts import all_broken

        return listed(all_broken(connection))


def _made_anew(book: "Book", problems: "list[Problem]") -> bool:
    """Make the kept sums anew where they are wrong, and say so; whether it was done."""
    from donations.services import resumming  # seldom asked for

    done = resumming.make_anew(book, problems, clock.now())
    if done:
        tell(_("The kept sums were made anew from the entries; no entry was changed."))
    return done


def _show_problems(book: "Book", problems: "list[Problem]", showing: Showing) -> None:
    from donations.reports.problems import problems_report

    rows = [
        (problem.rule, problem.entry, problem.date, problem.item, said(problem.sentence, problem.facts))
        for problem in problems
    ]
    show(problems_report(book, rows), showing)
