"""The words of the frame: help pages, the options every command has, and what is said to wrong usage.

Typer's own are English literals and count characters instead of terminal cells, so they are built here from the
parameters themselves; every word passes through `_` when it is printed, never before.
"""

from __future__ import annotations

import inspect
import os
import shutil
import sys
from typing import TYPE_CHECKING

# Privates of Typer >= 0.26, which offers nothing public for these: its copy of Click, and the shells it can complete in.
from typer import _completion_classes
from typer._click import exceptions as typers
from typer._completion_shared import Shells, _get_shell_name, get_completion_script, install
from typer.core import TyperOption

from donations import __version__
from donations.errors import DonationsError, Failed, WrongUsage
from donations.i18n import N_, _
from donations.output.width import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from typer._click.core import Command, Context, Parameter
    from typer.core import TyperGroup

NAME = "donations"
COMPLETION_ASKED = f"_{NAME.upper()}_COMPLETE"
HELP_NAMES = ("-h", "--help")
WIDEST, NARROWEST, INDENT, GAP = 100, 40, "  ", "  "
_OF_THE_TYPES = {  # what a type of ours or Typer's expects; 0.26 says "integer range" where 0.28 says "int range"
    "int": N_("NUMBER"),
    "integer": N_("NUMBER"),
    "float": N_("NUMBER"),
    "path": N_("FILE"),
    "file": N_("FILE"),
    "directory": N_("FOLDER"),
}
ARGUMENTS, OPTIONS, COMMANDS, EXAMPLES = N_("Arguments"), N_("Options"), N_("Commands"), N_("Examples")

REASONS = (  # what systems say most often: translated where a sentence has a {reason}
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Input/output error"),
    N_("database disk image is malformed"),  # SQLite's own
    N_("file is not a database"),
    N_("database or disk is full"),
    N_("disk I/O error"),
    N_("attempt to write a readonly database"),
    N_("unable to open database file"),
    N_("access permission denied"),
)
PERIODS = (N_("month"), N_("quarter"), N_("year"))
"""What stands where a sentence has a {period}."""
FOUND = (N_("an empty file"), N_("not an SQLite file"), N_("another program's SQLite file"))
"""What stands where a sentence has a {found}."""

Rows = list[tuple[str, str]]


# --- parts of a page


def page_width() -> int:
    """How many cells a line of help may take: the terminal's (or COLUMNS), within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def metavar(parameter: Parameter) -> str:
    """What stands for the parameter's value: its own word, its choices, or the word of its type."""
    choices = getattr(parameter.type, "choices", None)
    if parameter.metavar:
        word = _(parameter.metavar)
    elif parameter.param_type_name == "argument":
        word = (parameter.name or "").upper()
    elif choices:
        word = "|".join(choice_words(choices))
    else:
        word = _(_OF_THE_TYPES.get(parameter.type.name.split()[0], N_("TEXT")))
    return word + "..." if parameter.nargs != 1 and not word.endswith("...") else word


def choice_words(choices: Iterable[object]) -> list[str]:
    """The choices as they are typed (an Enum's values)."""
    return [str(getattr(choice, "value", choice)) for choice in choices]


def spelling(parameter: Parameter) -> str:
    """How errors and usage name the parameter: `--city`, or an argument's metavar."""
    return parameter.opts[-1] if parameter.param_type_name == "option" else metavar(parameter)


def usage(command: Command, context: Context) -> str:
    """The usage without its heading: `donations receive [OPTIONS] DONOR QUANTITY...`."""
    pieces = [context.command_path, _("[OPTIONS]")]
    pieces += [
        metavar(parameter) if parameter.required else f"[{metavar(parameter)}]"
        for parameter in command.params
        if parameter.param_type_name == "argument" and not getattr(parameter, "hidden", False)
    ]
    if hasattr(command, "list_commands"):
        pieces.append(_("COMMAND [ARGS]..."))
    return " ".join(pieces)


def _default(parameter: Parameter) -> str:
    shown, value = getattr(parameter, "show_default", True), parameter.default
    if isinstance(shown, str):
        return _(shown)
    if not shown or callable(value) or value is None or value is False or value in ((), []):
        return ""
    if value is True and parameter.opts:
        return parameter.opts[0].lstrip("-")
    return ", ".join(choice_words(value if isinstance(value, (list, tuple)) else [value]))


def _range(parameter: Parameter) -> str:
    low, high = getattr(parameter.type, "min", None), getattr(parameter.type, "max", None)
    if low is None and high is None:
        return ""
    return f"≥ {low}" if high is None else f"≤ {high}" if low is None else f"{low}–{high}"


def _row(parameter: Parameter) -> tuple[str, str]:
    """What the table of parameters shows: how it is typed, and what it means, with what is added in brackets."""
    first = metavar(parameter)
    if parameter.param_type_name == "option":
        value = "" if getattr(parameter, "is_flag", False) or getattr(parameter, "count", False) else f" {first}"
        names = [", ".join(sorted(side, key=len)) for side in (parameter.opts, parameter.secondary_opts) if side]
        first = " / ".join(names) + value
    added = [_range(parameter)]
    if getattr(parameter, "show_envvar", False) and isinstance(parameter.envvar, str):
        added.append(_("env var: {var}").format(var=parameter.envvar))
    if default := _default(parameter):
        added.append(_("default: {default}").format(default=default))
    if parameter.required:
        added.append(_("required"))
    remark = "; ".join(filter(None, added))
    meaning = _(getattr(parameter, "help", None) or "")
    return first, f"{meaning}{GAP if meaning else ''}[{remark}]" if remark else meaning


def tables(parameters: Sequence[Parameter]) -> list[tuple[str, Rows]]:
    """The tables of arguments and of options, as far as there are any to be shown."""
    kept: dict[str, Rows] = {ARGUMENTS: [], OPTIONS: []}
    for parameter in parameters:
        if not getattr(parameter, "hidden", False):
            kept[ARGUMENTS if parameter.param_type_name == "argument" else OPTIONS].append(_row(parameter))
    return [(heading, rows) for heading, rows in kept.items() if rows]


# --- pages


def _table(heading: str, rows: Rows, first_column: int) -> list[str]:
    """A heading and its rows, the second column wrapped beside the first, or below where the first is too wide."""
    hang = INDENT + " " * (first_column + width(GAP))
    lines = ["", _("{heading}:").format(heading=_(heading))]
    for first, second in rows:
        wrapped = list(wrap(second, page_width() - width(hang)) if second else ())
        if width(first) > first_column or not wrapped:
            lines.append(INDENT + first)
        else:
            lines.append(INDENT + pad(first, first_column) + GAP + wrapped.pop(0))
        lines += [hang + line for line in wrapped]
    return lines


def usage_line(command: Command, context: Context) -> str:
    """`Usage: …`, wrapped under itself."""
    prefix = _("Usage:") + " "
    lines = wrap(usage(command, context), page_width() - width(prefix))
    return prefix + ("\n" + " " * width(prefix)).join(lines)


def page(command: Command, context: Context, text: str, verbs: list[tuple[str, Rows]], examples: str) -> str:
    """The whole help page of a command.

    `text` and `examples` are English msgids (either may be empty); `verbs` is headings with their commands' summaries.
    Examples are printed as they stand, only indented: what is copied from them must work.
    """
    lines = [usage_line(command, context)]
    for paragraph in filter(None, inspect.cleandoc(_(text)).split("\n\n")):
        lines += ["", *(INDENT + line for line in wrap(" ".join(paragraph.split()), page_width() - width(INDENT)))]
    sections = verbs + tables(command.get_params(context))
    widest = max((width(first) for _heading, rows in sections for first, _second in rows), default=0)
    for heading, rows in sections:
        lines += _table(heading, rows, min(widest, page_width() // 3))
    if examples:
        lines += ["", _("{heading}:").format(heading=_(EXAMPLES))]
        lines += [(INDENT + line).rstrip() for line in inspect.cleandoc(_(examples)).splitlines()]
    return "\n".join(lines)


# --- the options that every command, and the root, has


def _print_and_exit(context: Context, text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(text + "\n")
    context.exit()


def show_help(context: Context) -> None:
    """Print the page of the context's command and end the command."""
    _print_and_exit(context, context.command.get_help(context))


def _flag(names: tuple[str, ...], meaning: str, act: Callable[[Context], None]) -> TyperOption:
    def callback(context: Context, _parameter: Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            act(context)

    return TyperOption(
        param_decls=list(names), is_flag=True, is_eager=True, expose_value=False, help=meaning, callback=callback
    )


def help_option() -> TyperOption:
    return _flag(HELP_NAMES, N_("Show this message and exit."), show_help)


def root_options() -> list[TyperOption]:
    """--version, and the two of completion in our words (Typer's are English literals, and take up time at start)."""
    return [
        _flag(("--version",), N_("Show the version and exit."), lambda c: _print_and_exit(c, f"{NAME} {__version__}")),
        _flag(("--install-completion",), N_("Let the shell complete commands and options with Tab."), _install),
        _flag(("--show-completion",), N_("Show what --install-completion would install."), _show),
    ]


def _shell() -> str:
    for name in (_get_shell_name(), os.path.basename(os.environ.get("SHELL", ""))):  # noqa: PTH119
        if name in {shell.value for shell in Shells}:
            return str(name)
    raise UnknownShell(name=_get_shell_name() or "?")


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
    _completion_classes.completion_init()
    _completion_classes._sanitize_help_text = _as_it_is  # noqa: SLF001 - else Rich is imported, for markup we never use
    root.main([], prog_name=NAME, complete_var=COMPLETION_ASKED, standalone_mode=False)


# --- what is said to wrong usage; `command` is what to ask for help


class UnknownVerb(WrongUsage):
    sentence = N_("There is no command “{name}”. `{command} --help` lists them.")


class VerbLooksLike(WrongUsage):
    sentence = N_("There is no command “{name}”; did you mean {candidates}? `{command} --help` lists them all.")


class VerbMissing(WrongUsage):
    sentence = N_("`{command}` wants a command after it: `{command} --help` lists them.")


class UnknownOption(WrongUsage):
    sentence = N_("There is no option {name} here. `{command} --help` lists them.")


class OptionLooksLike(WrongUsage):
    sentence = N_("There is no option {name} here; did you mean {candidates}? `{command} --help` lists them all.")


class ArgumentMissing(WrongUsage):
    sentence = N_("{name} is missing: write `{usage}`; `{command} --help` explains it.")


class OptionMissing(WrongUsage):
    sentence = N_("The option {name} is missing: write it as `{example}`; `{command} --help` explains it.")


class ValueMissing(WrongUsage):
    sentence = N_("A value is missing after {name}: write it as `{example}`; `{command} --help` explains it.")


class ValueUnwanted(WrongUsage):
    sentence = N_("{name} takes no value: write {name} alone; `{command} --help` explains it.")


class TooManyWords(WrongUsage):
    sentence = N_(
        "“{words}” is more than this command takes: write `{usage}`, and put quotes around what belongs together; `{command} --help` explains it."
    )


class NoChoice(WrongUsage):
    sentence = N_("{name} must be one of {choices}; `{command} --help` explains it.")


class NoWholeNumber(WrongUsage):
    sentence = N_("{name} must be a whole number{range}; `{command} --help` explains it.")


class ValueRefused(WrongUsage):
    sentence = N_("The value of {name} can't be taken ({message}); `{command} --help` explains it.")


class UnknownShell(WrongUsage):
    sentence = N_("The shell {name} can't be taught to complete: use bash, zsh, fish or PowerShell.")


class FileFailed(Failed):
    sentence = N_("{path} could not be read or written ({reason}).")


class InputOrOutputFailed(Failed):
    sentence = N_("Reading or writing failed ({reason}); whether something was recorded, `donations ledger` tells.")


class OutputFailed(Failed):
    sentence = N_(
        "The answer could not be written ({reason}); whether something was recorded, `donations ledger` tells."
    )


class Fault(DonationsError):
    exit_code = 70
    sentence = N_(
        "This is a fault of donations, not yours ({type}: {message}): please report it, with what you typed; DONATIONS_DEBUG=1 before the command shows where it lies."
    )


class WronglyUsed(WrongUsage):
    """What Typer may say that we did not foresee, in its own words."""

    sentence = N_("The command can't be understood ({message}); `{command} --help` explains it.")


def _with_value(parameter: Parameter) -> str:
    return f"{spelling(parameter)} {metavar(parameter)}"


def _no_such_option(raised: typers.NoSuchOption, context: Context) -> DonationsError:
    if raised.possibilities:
        found = list(raised.possibilities)
        return OptionLooksLike(name=raised.option_name, candidates=found, command=context.command_path)
    return UnknownOption(name=raised.option_name, command=context.command_path)


def _missing(raised: typers.MissingParameter, context: Context) -> DonationsError:
    parameter, command = raised.param, context.command_path
    if parameter is None:
        return WronglyUsed(message=raised.message, command=command)
    if parameter.param_type_name == "option":
        return OptionMissing(name=spelling(parameter), example=_with_value(parameter), command=command)
    name = spelling(parameter).removesuffix("...")
    return ArgumentMissing(name=name, usage=usage(context.command, context), command=command)


def _bad_value(raised: typers.BadParameter, context: Context) -> DonationsError:
    parameter, command = raised.param, context.command_path
    if parameter is None:  # raised by a verb of ours, in the user's language
        return WronglyUsed(message=raised.message, command=command)
    name = spelling(parameter)
    if choices := getattr(parameter.type, "choices", None):
        return NoChoice(name=name, choices=choice_words(choices), command=command)
    if parameter.type.name.startswith("int"):
        limits = _range(parameter)
        return NoWholeNumber(name=name, range=f" ({limits})" if limits else "", command=command)
    return ValueRefused(name=name, message=raised.message, command=command)


def _bad_option(raised: typers.BadOptionUsage, context: Context) -> DonationsError:
    name, command = raised.option_name, context.command_path
    for known in context.command.get_params(context):
        if name in (*known.opts, *known.secondary_opts):
            if getattr(known, "is_flag", False):
                return ValueUnwanted(name=name, command=command)
            return ValueMissing(name=name, example=f"{name} {metavar(known)}", command=command)
    return WronglyUsed(message=raised.message, command=command)


def wrong_usage(raised: typers.ClickException, context: Context | None) -> DonationsError:
    """One of ours for what Typer refused in `context`: built from the exception's parts, not from its English words."""
    if context is None:
        return WronglyUsed(message=raised.message, command=NAME)
    if isinstance(raised, typers.NoSuchOption):
        return _no_such_option(raised, context)
    if isinstance(raised, typers.MissingParameter):
        return _missing(raised, context)
    if isinstance(raised, typers.BadParameter):
        return _bad_value(raised, context)
    if isinstance(raised, typers.BadOptionUsage):
        return _bad_option(raised, context)
    return WronglyUsed(message=raised.message, command=context.command_path)
