"""What is wrong with how a command was typed, and what failed outside of it; `command` in the sentences is what to ask for help."""

from donations.errors.families import BadInput, DonationsError, Failed, Refused, WrongUsage
from donations.i18n import N_


class UnknownVerb(WrongUsage):
    sentence = N_("There is no command “{name}”. `{command} --help` lists them.")


class VerbLooksLike(WrongUsage):
    sentence = N_("There is no command “{name}”; did you mean {candidates}? `{command} --help` lists them all.")


class VerbMissing(WrongUsage):
    sentence = N_("`{command}` wants a command after it: `{command} --help` lists them.")


class CorrectsNothing(Refused):
    sentence = N_("Entry {number} says just that already: nothing would change. Nothing was recorded.")


class NameAlready(Refused):
    sentence = N_("“{name}” goes by just that name already. Nothing was changed.")


class AliasTaken(Refused):
    sentence = N_(
        "“{name}” is a name of {owner} already. If {owner} and {other} are one, merge the two: `donations donors merge {owner} {other} --reason …`."
    )


class RenamedToAnother(Refused):
    sentence = N_(
        "“{name}” is taken by another, {owner}. If {other} and {owner} are one, merge the two: `donations donors merge {other} {owner} --reason …`. Nothing was changed."
    )


class ItemRenamedToAnother(Refused):
    sentence = N_(
        "“{name}” is taken by another, {owner}. If {other} and {owner} are one, merge the two: `donations items merge {other} {owner} --reason …`. Nothing was changed."
    )


class PartyThere(Refused):
    sentence = N_(
        "There is a “{name}” in the register already. If that and {other} are one, merge the two: `donations donors merge {merged} {into} --reason …`. Nothing was changed."
    )


class ItemThere(Refused):
    sentence = N_(
        "There is a “{name}” in the register already. If that and {other} are one, merge the two: `donations items merge {merged} {into} --reason …`. Nothing was changed."
    )


class ItemNameTaken(Refused):
    sentence = N_("“{name}” already belongs to {item}.")


class ItemAliasTaken(Refused):
    sentence = N_(
        "“{name}” is a name of {owner} already. If {owner} and {other} are one, merge the two: `donations items merge {owner} {other} --reason …`."
    )


class UnknownOption(WrongUsage):
    sentence = N_("There is no option {name} here. `{command} --help` lists them.")


class NameWithoutOption(UnknownOption):
    sentence = N_(
        "There is no option {name} here: the name stands by itself, `{usage}`. `{command} --help` lists the options."
    )


class OptionBeforeVerb(WrongUsage):
    sentence = N_(
        "There is no option {name} before the command: write the command first and {name} behind it. `{command} --help` lists the commands."
    )


class WideBlank(WrongUsage):
    sentence = N_(
        "“{got}” has a full-width blank in it, which keeps it one word: write {right}, with blanks of half the width."
    )


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


class DayForGoods(BadInput):
    sentence = N_("“{got}” is a day and nothing that was given: write it behind --date, such as --date {got}.")


class NumberAlone(BadInput):
    sentence = N_(
        "“{got}” doesn't say of what: write {money} for money, or the goods beside the number, such as '{got} masks'."
    )


class WordsBehindOption(BadInput):
    sentence = N_(
        "“{got}” stands behind {option} and says no amount: put quotes around what belongs together, {option} '{value} {got}'; where it is goods, write 一批 behind it."
    )


class DigestByItself(WrongUsage):
    sentence = N_("A printed digest stands behind its option: `{command} --digest {words}`.")


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


class QuoteOpen(BadInput):
    sentence = N_("a quotation mark is not closed.")
