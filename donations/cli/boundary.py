"""The boundary: where whatever was raised becomes one sentence in the user's language and an exit code."""

from __future__ import annotations

import os
import sys
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO, cast

import typer
from typer._click.exceptions import ClickException  # Typer >= 0.26 offers it under no public name

from donations import errors, i18n
from donations.cli import always, signals
from donations.cli.facts import on_screen, speak
from donations.cli.frame import NAME, Verbs
from donations.cli.help import COMPLETION_ASKED
from donations.cli.usage import wrong_usage
from donations.errors.families import Failed, reason_of
from donations.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

INTERRUPTED, PIPE_CLOSED = 130, 141

_WITHOUT_MEMORY = (SystemError, SyntaxError, ImportError)
"""What Python raises, too, where it compiles or loads a module when memory runs out: of such a module or of itself."""

_SMALL = 16 << 20
"""Bytes: what is free where something else was at fault."""


def _write(text: str, stream: TextIO | None) -> None:
    with suppress(OSError, ValueError):  # nobody is left to be told
        if stream is not None:
            stream.write(on_screen(text, stream) + "\n")
            stream.flush()


def _refuse(error: errors.DonationsError) -> int:
    _write(("" if isinstance(error, errors.Declined) else _("Error: ")) + speak(error), sys.stderr)
    return error.exit_code


def _let_go(stream: TextIO | None) -> None:
    """Send what could not be written nowhere, so that the interpreter does not try again when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), cast("TextIO", stream).fileno())


def _as_refusal(raised: Exception) -> errors.DonationsError:
    """One of our errors for whatever was raised."""
    if isinstance(raised, errors.DonationsError):
        return raised
    if isinstance(raised, ClickException):
        return wrong_usage(raised, getattr(raised, "ctx", None))
    if isinstance(raised, UnicodeEncodeError) and raised.encoding == "utf-8":  # which has room for all that is text
        return errors.NotText(got=raised.object.encode(errors="replace").decode()[:40])
    if isinstance(raised, MemoryError) or (isinstance(raised, _WITHOUT_MEMORY) and _memory_is_out()):
        return errors.NotEnoughMemory()
    return _of_system(raised) if isinstance(raised, OSError) else _fault(raised)


def _memory_is_out() -> bool:
    """Whether a small part of what a command needs can't be had any more; what was raised still holds what it held."""
    try:
        bytearray(_SMALL)
    except MemoryError:
        return True
    return False


def _of_system(raised: OSError) -> errors.DonationsError:
    reason = reason_of(raised)
    if raised.filename is not None:
        return errors.FileFailed(path=raised.filename, reason=reason)
    return errors.InputOrOutputFailed(reason=reason)


def _fault(raised: Exception) -> errors.Fault:
    if os.environ.get("DONATIONS_DEBUG") == "1":
        import traceback

        traceback.print_exception(raised)
    return errors.Fault(type=type(raised).__name__, place=_place(raised))


def _place(raised: Exception) -> str:
    """Where in our own files it was raised, as far as that is known."""
    package, place = Path(__file__).parent.parent, "?"
    step = raised.__traceback__
    while step is not None:
        file = Path(step.tb_frame.f_code.co_filename)
        if file.is_relative_to(package):
            place = f"{file.relative_to(package).as_posix()}:{step.tb_lineno}"
        step = step.tb_next
    return place


@contextmanager
def faults_told_apart(path: Path) -> Iterator[None]:
    """What is raised while the book at `path` is used, as our own errors. Raises BookUnsound where its rules are broken.

    What our own code stumbles over in a book that is in order stays a fault of ours.
    """
    from donations.store.faults import STUMBLES, faults_spoken  # imports sqlite3, which --help doesn't need

    try:
        with faults_spoken(path), _nothing_lost():
            yield
    except UnicodeEncodeError:  # of what was typed
        raise
    except STUMBLES as fault:
        if rules := _broken_rules(path):
            raise errors.BookUnsound(path=path, rules=rules) from fault
        raise


@contextmanager
def _nothing_lost() -> Iterator[None]:
    """A signal in whose place something else was raised is raised once more: then nothing else is at fault."""
    try:
        yield
    except Exception:
        signals.raise_lost()
        raise


def _broken_rules(path: Path) -> list[str]:
    """Which rules `check` finds broken; none where it can't look."""
    from donations.services.checking import check  # only where something failed
    from donations.store.book import open_book

    try:
        with closing(open_book(path, writing=False)) as book:
            return list(dict.fromkeys(problem.rule for problem in check(book)))
    except errors.DonationsError:
        return []


def _guarded(act: Callable[[], int]) -> int:
    """The exit code of `act`; whatever it raises is said in one sentence on stderr."""
    try:
        return act()
    except (KeyboardInterrupt, EOFError, typer.Abort) as left:
        beside_the_signal = "\n" if sys.stderr is not None and sys.stderr.isatty() else ""  # a terminal shows ^C
        at_question = isinstance(left, signals.Unanswered)
        said = _("Interrupted. Nothing was changed.") if at_question else _("Interrupted.")
        _write(beside_the_signal + said, sys.stderr)
        return INTERRUPTED
    except signals.Stopped as stopped:
        _write(_("Stopped."), sys.stderr)
        return stopped.exit_code
    except BrokenPipeError:
        _let_go(sys.stdout)
        return PIPE_CLOSED
    except Exception as raised:  # noqa: BLE001 - whatever it is, a volunteer reads a sentence and no traceback
        try:
            return _refuse(_as_refusal(raised))
        except Exception as unspeakable:  # noqa: BLE001 - a sentence whose facts do not fit it
            return _refuse(_fault(unspeakable))


def _invoke(root: Verbs, words: list[str]) -> int:
    try:
        if COMPLETION_ASKED in os.environ:
            always.complete(root)
        with root.make_context(NAME, words) as context:
            result = root.invoke(context)
    except typer.Exit as left:
        return left.exit_code
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0 if left.code is None else 1
    return result if type(result) is int else 0


def _flush() -> int:
    """Write what is still held back, while a failure can be said; raises OutputFailed or BrokenPipeError."""
    try:
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as raised:
        _let_go(sys.stdout)
        raise errors.OutputFailed(reason=reason_of(raised)) from raised
    return 0


def run(root: Verbs, arguments: list[str] | None = None) -> int:
    """Run what `arguments` (else the command line) say, and give the exit code; raises nothing. A verb may return its own."""
    i18n.teach_the_frame()
    words = sys.argv[1:] if arguments is None else arguments
    code = _guarded(lambda: _invoke(root, words))
    if code == Failed.exit_code:
        with suppress(Exception):  # what fails the same way, or for want of memory still, has been said
            _flush()
        return code
    return _guarded(_flush) or code


def main(root: Verbs) -> NoReturn:
    """`run`, on streams that print `?` for what their encoding lacks, and the process ends with its code."""
    if sys.stderr is None:  # closed before we began: `print` would say on the standard output what is meant for it
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    signals.raise_here()
    code = run(root)
    signals.leave_at_once()
    for stream in (sys.stdout, sys.stderr):  # else the interpreter tries once more and ends with a code of its own
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            _let_go(stream)
    sys.exit(code)
