"""What is said of a book that another program uses, while the command waits for it."""

import sys
from pathlib import Path

from donations.i18n import _


def say_what_for() -> None:
    """From now on say once that the command waits for a book in use: also in a script, where silence looks like a hang."""
    from donations.store.locking import tell_of_waiting

    said: list[Path] = []

    def say(path: Path, process: str | None, seconds: float) -> None:
        if said or sys.stderr is None:
            return
        said.append(path)
        from donations.cli.facts import on_screen  # most commands wait for nobody
        from donations.cli.progress import CLEAR_LINE
        from donations.output.cleaning import clean

        if process:
            sentence = _("The book {path} is in use by process {process}: waiting for up to {seconds} seconds.")
        else:
            sentence = _("The book {path} is in use by another program: waiting for up to {seconds} seconds.")
        before = CLEAR_LINE if sys.stderr.isatty() else ""  # how far it is may stand there
        text = sentence.format(path=clean(str(path)), process=process, seconds=round(seconds))
        print(before + on_screen(text, sys.stderr), file=sys.stderr, flush=True)

    tell_of_waiting(say)
