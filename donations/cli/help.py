"""The words of the frame: help pages, the options every command has, and what is said to wrong usage.

Typer's own are English literals and count characters instead of terminal cells, so they are built here from the
parameters themselves; every word passes through `_` when it is printed, never before.
"""

from __future__ import annotations

import inspect
import shutil
from typing import TYPE_CHECKING

from donations.i18n import N_, _
from donations.output.width import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from typer._click.core import Command, Context, Parameter

NAME = "donations"
COMPLETION_ASKED = f"_{NAME.upper()}_COMPLETE"
HELP_NAMES = ("-h", "--help")
HELP_WORDS = ("help", "帮助")
"""What people type for --help, as other programs have it: `help receive`."""
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
    return word + "..." if parameter.nargs != 1 and not word.endswith(("...", "...]")) else word


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
        metavar(parameter) if parameter.required else _in_brackets(metavar(parameter))
        for parameter in command.params
        if parameter.param_type_name == "argument" and not getattr(parameter, "hidden", False)
    ]
    if hasattr(command, "list_commands"):
        pieces.append(_("COMMAND [ARGS]..."))
    return " ".join(pieces)


def _in_brackets(word: str) -> str:
    """What may be left out; a word that is of such parts has them already."""
    return word if word.startswith("[") else f"[{word}]"


def _default(parameter: Parameter) -> str:
    shown, value = getattr(parameter, "show_default", True), parameter.default
    if isinstance(shown, str):
        return _(shown)
    if not shown or callable(value) or value is None or value is False or value in ((), []):
        return ""
    if value is True and parameter.opts:
        return parameter.opts[0].lstrip("-")
    return ", ".join(choice_words(value if isinstance(value, (list, tuple)) else [value]))


def limits_of(parameter: Parameter) -> str:
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
    added = [limits_of(parameter)]
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
