"""The options that every command, and the root, has: help, version, and what teaches the shell to complete."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

# Privates of Typer >= 0.26, which offers nothing public for these: the shells it can complete in.
from typer import _completion_classes
from typer._completion_shared import Shells, _get_shell_name, get_completion_script, install
from typer.core import TyperOption

from donations import __version__, errors
from donations.cli.help import COMPLETION_ASKED, HELP_NAMES, NAME
from donations.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click.core import Context, Parameter
    from typer.core import TyperGroup


def _print_and_exit(context: Context, text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(text + "\n")
    context.exit()


def show_help(context: Context) -> None:
    """Print the page of the context's command and end the command."""
    _print_and_exit(context, context.command.get_help(context))


def _flag(names: tuple[str, ...], meaning: str, act: Callable[[Context], None], *, first: bool = True) -> TyperOption:
    """An option that acts and ends the command; one that isn't among the `first` leaves it to --help, wherever that stands."""

    def callback(context: Context, _parameter: Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            act(context)

    return TyperOption(
        param_decls=list(names), is_flag=True, is_eager=first, expose_value=False, help=meaning, callback=callback
    )


def help_option() -> TyperOption:
    return _flag(HELP_NAMES, N_("Show this message and exit."), show_help)


def root_options() -> list[TyperOption]:
    """--version, and the two of completion in our words (Typer's are English literals, and take up time at start)."""
    return [
        _flag(("--version",), N_("Show the version and exit."), lambda c: _print_and_exit(c, f"{NAME} {__version__}")),
        _flag(
            ("--install-completion",),
            N_("Let the shell complete commands and options with Tab."),
            _install,
            first=False,
        ),
        _flag(("--show-completion",), N_("Show what --install-completion would install."), _show, first=False),
    ]


def _shell() -> str:
    for name in (_get_shell_name(), os.path.basename(os.environ.get("SHELL", ""))):  # noqa: PTH119
        if name in {shell.value for shell in Shells}:
            return str(name)
    raise errors.UnknownShell(name=_get_shell_name() or "?")


def _install(context: Context) -> None:
    shell, path = install(shell=_shell(), prog_name=NAME, complete_var=COMPLETION_ASKED)
    text = _("Completion for {shell} is installed in {path}; it works in terminals opened from now on.")
    _print_and_exit(context, text.format(shell=shell, path=path))


def _show(context: Context) -> None:
    script = get_completion_script(prog_name=NAME, complete_var=COMPLETION_ASKED, shell=_shell())
    _print_and_exit(context, script)


def _as_it_is(text: str) -> str:
    return text


def complete(root: TyperGroup) -> None:
    """Answer the shell, which asks through the environment what could be typed next; ends with SystemExit."""
    from donations.cli.shell_words import answer_every_shell  # only where TAB asks for it

    answer_every_shell()
    _completion_classes._sanitize_help_text = _as_it_is  # noqa: SLF001 - else Rich is imported, for markup we never use
    root.main([], prog_name=NAME, complete_var=COMPLETION_ASKED, standalone_mode=False)
