"""The frame around the verbs: lazily built commands that speak the user's language.

Typer turns signatures into commands at start (30 cost as much as the interpreter's own start); here only the command
that is called is built. Help texts are marked with `N_`, those of parameters too: they are translated when printed.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from typer import Exit

# Typer >= 0.26 keeps its copy of Click under a private name. These, and those that help.py and choices.py name, are all we stand on.
from typer._click.core import Command, Context
from typer._click.exceptions import ClickException, MissingParameter, NoSuchOption, UsageError
from typer._click.globals import get_current_context
from typer._click.parser import _OptionParser
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command_from_info
from typer.models import CommandInfo

from donations import errors
from donations.cli import always
from donations.cli import help as pages
from donations.cli.choices import speak
from donations.cli.option_sets import spelled_out
from donations.cli.registry import Entry, Registry, nothing
from donations.cli.usage import DASHES, more_than_taken, wrong_usage
from donations.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from typer._click.parser import _ParsingState

NAME = pages.NAME
_MONEY_SIGNS = "¥￥$＄€£."
_OF_QUANTITIES = {"quantities", "said"}
"""The arguments that hold quantities, by their names in the verbs."""
_OPTION_BY_OTHER_DASHES = re.compile(rf"(?!--[A-Za-z])[-{DASHES}]+(?P<name>[A-Za-z][A-Za-z-]*)(?:=.*)?", re.DOTALL)


# --- the commands


class _Parser(_OptionParser):
    """Takes `-5个口罩` for a word, so that the quantity's own sentence answers it and not “no such option”.

    `—city` and `-city` are slips for `--city`, and neither goods nor a row of short options: they are answered as such.
    """

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._opt_prefixes.update(DASHES)

    def _process_opts(self, arg: str, state: _ParsingState) -> None:  # the one place that decides what an option is
        if arg[1:2].isnumeric() or arg[1:2] in _MONEY_SIGNS:
            state.largs.append(arg)
            return
        word = _OPTION_BY_OTHER_DASHES.fullmatch(arg)
        if word is not None and not self._is_short(arg, word["name"]):
            meant = get_close_matches(f"--{word['name'].lower()}", self._long_opt)
            raise NoSuchOption(arg.partition("=")[0], possibilities=meant, ctx=self.ctx)
        if arg[0] in DASHES:
            state.largs.append(arg)
        else:
            super()._process_opts(arg, state)

    def _is_short(self, arg: str, name: str) -> bool:
        """Whether `-name` may be short options in a row, or one with its value: `-ofile.csv`."""
        is_one = arg[1:] == arg.lstrip("-") and (len(name) == 1 or f"-{name[0]}" in self._short_opt)
        return is_one and f"--{name}" not in self._long_opt


class _Spoken(Command):
    """What verbs and groups share: help of ours, in the user's language."""

    entry: Entry

    def get_help_option(self, ctx: Context) -> TyperOption:  # noqa: ARG002
        if self._help_option is None:
            self._help_option = always.help_option()
        return self._help_option

    def get_usage(self, ctx: Context) -> str:
        return pages.usage_line(self, ctx)

    def get_help(self, ctx: Context) -> str:
        verbs = self.entry.verbs.listed() if self.entry.verbs else []
        return pages.page(self, ctx, self.entry.help, verbs, self.entry.examples)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except UsageError as raised:
            raised.ctx = raised.ctx or ctx  # Typer leaves it out where a value is missing
            raise

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        items = Command.shell_complete(self, ctx, incomplete)  # the options; a group's own would build every command
        for item in items:
            item.help = _(item.help or "")
        return items


class Verb(_Spoken, TyperCommand):
    """One command."""

    def make_parser(self, ctx: Context) -> _OptionParser:
        parser = _Parser(ctx)
        for parameter in self.get_params(ctx):
            parameter.add_to_parser(parser, ctx)
        return parser

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True  # refused below, by a sentence of ours
        words = list(args)
        try:
            rest = super().parse_args(ctx, args)
        except (errors.NoQuantity, MissingParameter) as refused:
            raise self._clearer(ctx, words, refused) from refused
        self._refuse_loose_words(ctx, words)
        if rest and not ctx.resilient_parsing:
            raise more_than_taken(rest, ctx)
        return rest

    def _refuse_loose_words(self, ctx: Context, words: list[str]) -> None:
        """Refuse what would be goods and belongs to an option's value: --note 放在 门口. Raises WordsBehindOption."""
        parameters = self.get_params(ctx)
        if ctx.resilient_parsing or not _OF_QUANTITIES & {each.name for each in parameters}:
            return
        with_value = {
            name
            for each in parameters
            if not getattr(each, "is_flag", False)
            for name in each.opts
            if name.startswith("--")
        }
        if not _has_loose_word(words, with_value):
            return
        from donations.cli import apart  # only where a word stands behind an option and its value

        if refused := apart.behind_option(words, with_value):
            raise refused

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401 - whatever the verb returns
        try:
            return super().invoke(ctx)
        except (errors.NoQuantity, errors.BareName) as refused:  # of words that the verb or the book reads
            from donations.cli import apart

            raise apart.clearer(refused, ctx.params) from refused

    def _clearer(self, ctx: Context, words: list[str], refused: Exception) -> Exception:
        """What was refused, said of all words together: 口罩 200个 are one quantity, and 5000元 is nobody's name."""
        from donations.cli import apart  # only where a word is wrong

        given, *_others = self.make_parser(ctx).parse_args(list(words))  # which empties its list
        found = apart.clearer(refused, given) if isinstance(refused, errors.NoQuantity) else refused
        if found is refused and (wide := apart.wide_blank(words)):
            return wide
        if found is not refused or isinstance(refused, errors.NoQuantity):
            return found
        missing = refused.param.name if isinstance(refused, MissingParameter) and refused.param else None
        first = next(iter(self.get_params(ctx))).name
        return (apart.alone(given.get(first or "")) if missing == "quantities" != first else None) or refused


def _has_loose_word(words: Sequence[str], with_value: set[str]) -> bool:
    """Whether behind an option and its value, --note 放在 or --note=放在, a word stands that is no option."""
    for at, word in enumerate(words):
        name, is_joined, _value = word.partition("=")
        behind = words[at + (1 if is_joined else 2) :][:1]
        if name in with_value and behind and not behind[0].startswith("-"):
            return True
    return False


class Verbs(_Spoken, TyperGroup):
    """A group of commands, each built when it is asked for."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002
        return self.entry.verbs.names() if self.entry.verbs else []

    def _listed(self) -> dict[str, str]:
        """The verbs that people see, with what each is for."""
        sections = self.entry.verbs.listed() if self.entry.verbs else []
        return {name: summary for _heading, rows in sections for name, summary in rows}

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002
        found = self.entry.verbs.find(cmd_name) if self.entry.verbs and cmd_name not in self.commands else None
        if found is not None:
            self.commands[cmd_name] = _built(found)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        name, command = args[0], self.get_command(ctx, args[0])
        if command is not None or ctx.resilient_parsing:
            return (name if command else None), command, args[1:]
        if name.lower() in pages.HELP_WORDS:
            return self._helped(ctx, args[1:])
        known = self._listed()
        from donations.cli.apart import wide_blank  # only where a word is wrong
        from donations.cli.meant import meant_by

        if refused := wide_blank(args[:1]):
            raise refused
        if candidates := meant_by(name, known) or get_close_matches(name, known):
            raise errors.VerbLooksLike(name=name, candidates=candidates, command=ctx.command_path)
        raise errors.UnknownVerb(name=name, command=ctx.command_path)

    def _helped(self, ctx: Context, words: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """`help items pack` as `items pack --help`, and `help` as `--help`."""
        words = [word for word in words if not word.startswith("-")]
        if not words:
            always.show_help(ctx)
        return self.resolve_command(ctx, [*words, pages.HELP_NAMES[-1]])

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        args = self._verb_first(ctx, args) if ctx.parent else args
        if not args and not ctx.resilient_parsing:
            always.show_help(ctx)
        rest = super().parse_args(ctx, args)
        if not ctx._protected_args and not ctx.resilient_parsing:  # noqa: SLF001 - where Click 8 keeps the verb
            raise errors.VerbMissing(command=ctx.command_path)
        return rest

    def _verb_first(self, ctx: Context, args: list[str]) -> list[str]:
        """`donors --book FILE list …` as `donors list --book FILE …`, and `donors …` as `donors list …`."""
        begin = verb_at(args)
        leading, rest = args[:begin], args[begin:]
        if self.entry.alone and (rest or not ctx.resilient_parsing) and not self._starts_itself(rest):
            rest.insert(0, self.entry.alone)
        return [*rest[:1], *leading, *rest[1:]]

    def _starts_itself(self, words: list[str]) -> bool:
        return bool(words) and (words[0] in pages.HELP_NAMES or not words[0].startswith("-"))

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        items = [
            CompletionItem(name, help=summary)
            for name, summary in self._listed().items()
            if name.startswith(incomplete)
        ]
        alone = self.get_command(ctx, self.entry.alone)
        return items + (alone.shell_complete(ctx, incomplete) if alone else super().shell_complete(ctx, incomplete))


def _built(entry: Entry) -> Verb | Verbs:
    class_of_command = cast("type[TyperCommand]", Verb if entry.verbs is None else Verbs)  # Typer builds both alike
    callback = spelled_out(entry.callback)
    information = CommandInfo(entry.name, cls=class_of_command, callback=callback, help=entry.help)
    command = get_command_from_info(information, pretty_exceptions_short=True, rich_markup_mode=None)
    assert isinstance(command, (Verb, Verbs))
    command.entry = entry
    speak(command.params)
    return command


def build(registry: Registry, callback: Callable[..., Any] = nothing, *, help: str) -> Verbs:  # noqa: A002
    """The root command over `registry`: `callback`'s options, then --version, the completion options and --help."""
    root = _built(Entry(NAME, callback, help, verbs=registry))
    assert isinstance(root, Verbs)
    root.params.extend(always.root_options())
    return root


def book_before_verb() -> Path | None:
    """The book that `--book` names before the verb, or None."""
    context = get_current_context(silent=True)
    named = context.find_root().params.get("book") if context else None
    return None if named is None else Path(named)


def verb_at(words: Sequence[str]) -> int:
    """Where the verb stands in `words`: behind each `--book FILE` that begins them."""
    at = 0
    while at < len(words) and words[at].partition("=")[0] == "--book":
        at += 1 if "=" in words[at] else 2
    return min(at, len(words))


def run_words(words: list[str]) -> int:
    """Run one more command line inside this one, and give its exit code; raises what it refuses as a DonationsError."""
    context = get_current_context()
    root = cast("Verbs", context.find_root().command)
    try:
        with root.make_context(NAME, list(words)) as below:
            result = root.invoke(below)
    except Exit as left:  # after --help or --version, say
        return left.exit_code
    except ClickException as raised:
        raise wrong_usage(raised, getattr(raised, "ctx", None)) from raised
    return result if type(result) is int else 0
