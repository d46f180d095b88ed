"""What is said to wrong usage and to what failed outside: built from the parts of what Typer raises.

`command` in the sentences is what to ask for help.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from typer._click import exceptions as typers  # Typer >= 0.26 offers its exceptions under no public name

from donations.cli.help import NAME, choice_words, limits_of, metavar, spelling, usage
from donations.errors import DonationsError, Failed, WrongUsage
from donations.i18n import N_

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


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
    """What was raised and where: never its message, which can hold a name or a number out of the book."""

    exit_code = 70
    sentence = N_(
        "This is a fault of donations, not yours ({type}: {place}): please report it, with what you typed; DONATIONS_DEBUG=1 before the command shows where it lies."
    )


class WronglyUsed(WrongUsage):
    """What Typer may say that we did not foresee, in its own words."""

    sentence = N_("The command can't be understood ({message}); `{command} --help` explains it.")


def _with_value(parameter: Parameter) -> str:
    return f"{spelling(parameter)} {metavar(parameter)}"


_PARTY, _ANYBODY = (
    "--party",
    frozenset({"--donor", "--donors", "--recipient", "--supplier", "--payer", "--name", "--who"}),
)


def _meant(raised: typers.NoSuchOption, context: Context) -> list[str]:
    """The options that may have been meant; two hyphens make no likeness."""
    if raised.option_name in _ANYBODY and any(_PARTY in each.opts for each in context.command.get_params(context)):
        return [_PARTY]
    name = raised.option_name.lstrip("-")
    return [each for each in raised.possibilities or () if get_close_matches(name, [each.lstrip("-")])]


def _no_such_option(raised: typers.NoSuchOption, context: Context) -> DonationsError:
    found = _meant(raised, context)
    if found:
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
        limits = limits_of(parameter)
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
