"""What is said to wrong usage: built from the parts of what Typer raises."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from typer._click import exceptions as typers  # Typer >= 0.26 offers its exceptions under no public name

from donations import errors
from donations.cli.help import NAME, choice_words, limits_of, metavar, spelling, usage
from donations.i18n import _

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


DASHES = "—–―−－‐‑‒﹣"
"""What stands in the place of a hyphen where an input method or a message made it longer."""


_LIKE = 0.65
"""From which likeness on an option may have been meant: --vai is --via, and --store no --force."""


def _with_value(parameter: Parameter) -> str:
    return f"{spelling(parameter)} {metavar(parameter)}"


_PARTY, _ANYBODY = (
    "--party",
    frozenset({"--donor", "--donors", "--recipient", "--supplier", "--payer", "--name", "--who"}),
)


_DIGEST = re.compile(r"(?:[0-9]+:)?[0-9a-fA-F]{8,64}")
"""A digest as papers print it, with or without the number of entries before it."""
_PARTIES = re.compile("PARTY|DONOR|RECIPIENT")
"""What the metavar of an argument that takes a name has in it."""


def _meant(raised: typers.NoSuchOption, context: Context) -> list[str]:
    """The options that may have been meant; neither hyphens nor capitals make or spoil a likeness."""
    if raised.option_name in _ANYBODY and any(_PARTY in each.opts for each in context.command.get_params(context)):
        return [_PARTY]
    name = raised.option_name.lstrip(f"-{DASHES}").lower()
    return [each for each in raised.possibilities or () if get_close_matches(name, [each.lstrip("-")], cutoff=_LIKE)]


def _named_by_itself(context: Context) -> str:
    """How the command is used, where a name is among its arguments; "" of others."""
    arguments = [each for each in context.command.get_params(context) if each.param_type_name == "argument"]
    takes_name = any(_PARTIES.search(str(getattr(each, "metavar", ""))) for each in arguments)
    return usage(context.command, context) if takes_name else ""


def _no_such_option(raised: typers.NoSuchOption, context: Context) -> errors.DonationsError:
    from donations.cli.apart import wide_blank  # only where a word is wrong

    if refused := wide_blank([raised.option_name]):
        return refused
    found = _meant(raised, context)
    if not found and raised.option_name in _ANYBODY and (named := _named_by_itself(context)):
        return errors.NameWithoutOption(name=raised.option_name, usage=named, command=context.command_path)
    if found:
        return errors.OptionLooksLike(name=raised.option_name, candidates=found, command=context.command_path)
    if context.parent is None and not raised.option_name.lstrip("-")[:1].isdigit():  # -5 is an amount
        return errors.OptionBeforeVerb(name=raised.option_name, command=context.command_path)
    return errors.UnknownOption(name=raised.option_name, command=context.command_path)


def more_than_taken(words: list[str], context: Context) -> errors.DonationsError:
    """What is said to words that a command doesn't take, which may be a digest without its option."""
    command, options = context.command, context.command.get_params(context)
    if len(words) == 1 and _DIGEST.fullmatch(words[0]) and any("--digest" in each.opts for each in options):
        return errors.DigestByItself(words=words[0], command=context.command_path)
    return errors.TooManyWords(words=" ".join(words), usage=usage(command, context), command=context.command_path)


def _missing(raised: typers.MissingParameter, context: Context) -> errors.DonationsError:
    parameter, command = raised.param, context.command_path
    if parameter is None:
        return errors.WronglyUsed(message=raised.message, command=command)
    if parameter.param_type_name == "option":
        return errors.OptionMissing(name=spelling(parameter), example=_with_value(parameter), command=command)
    name = spelling(parameter).removesuffix("...")
    return errors.ArgumentMissing(name=name, usage=usage(context.command, context), command=command)


def _bad_value(raised: typers.BadParameter, context: Context) -> errors.DonationsError:
    parameter, command = raised.param, context.command_path
    if parameter is None:  # raised by a verb of ours, in the user's language
        return errors.WronglyUsed(message=raised.message, command=command)
    name = spelling(parameter)
    if choices := getattr(parameter.type, "choices", None):
        return errors.NoChoice(name=name, choices=choice_words(choices), command=command)
    if parameter.type.name.startswith("int"):
        limits = limits_of(parameter)
        return errors.NoWholeNumber(
            name=name, range=_(" ({limits})").format(limits=limits) if limits else "", command=command
        )
    return errors.ValueRefused(name=name, message=raised.message, command=command)


def _bad_option(raised: typers.BadOptionUsage, context: Context) -> errors.DonationsError:
    name, command = raised.option_name, context.command_path
    for known in context.command.get_params(context):
        if name in (*known.opts, *known.secondary_opts):
            if getattr(known, "is_flag", False):
                return errors.ValueUnwanted(name=name, command=command)
            return errors.ValueMissing(name=name, example=f"{name} {metavar(known)}", command=command)
    return errors.WronglyUsed(message=raised.message, command=command)


def wrong_usage(raised: typers.ClickException, context: Context | None) -> errors.DonationsError:
    """One of ours for what Typer refused in `context`: built from the exception's parts, not from its English words."""
    if context is None:
        return errors.WronglyUsed(message=raised.message, command=NAME)
    if isinstance(raised, typers.NoSuchOption):
        return _no_such_option(raised, context)
    if isinstance(raised, typers.MissingParameter):
        return _missing(raised, context)
    if isinstance(raised, typers.BadParameter):
        return _bad_value(raised, context)
    if isinstance(raised, typers.BadOptionUsage):
        return _bad_option(raised, context)
    return errors.WronglyUsed(message=raised.message, command=context.command_path)
