"""Everything that can be refused: one class a reason; the family holds the exit code, the class the sentence.

Raise with facts (`NotOnHand(item=…, have=…)`), never with a sentence: sentences are translated and tested here.
"""

from typing import ClassVar

from donations.i18n import N_


class DonationsError(Exception):
    """A refusal with its facts; `sentence` is English with the facts' names in braces."""

    exit_code: ClassVar[int] = 1
    sentence: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence.format(**self.facts)


class Refused(DonationsError):
    """A rule of the book says no."""

    exit_code = 1


class WrongUsage(DonationsError):
    """The words of the command don't fit together."""

    exit_code = 2


class BadInput(DonationsError):
    """What was typed or read can't be taken."""

    exit_code = 65


class DamagedBook(DonationsError):
    """The file is no book, or a damaged one."""

    exit_code = 65


class NotThere(DonationsError):
    """A book, party, item, entry or file that isn't there."""

    exit_code = 66


class Failed(DonationsError):
    """Reading or writing failed."""

    exit_code = 74


class Busy(DonationsError):
    """The book is held by somebody else; trying again helps."""

    exit_code = 75


# --- names and remarks


class NameMissing(BadInput):
    sentence = N_("“{got}” is no name: write at least one letter, character or digit.")


class NameTooLong(BadInput):
    sentence = N_("The name “{name}…” has {length} characters; at most {longest} are kept: shorten it, and put the rest into --note.")


class NoteTooLong(BadInput):
    sentence = N_("The note has {length} characters; at most {longest} are kept.")


# --- quantities and money


class NoQuantity(BadInput):
    sentence = N_("“{got}” is no quantity: write number, unit and item, such as 口罩5000个, 约500斤蔬菜, 150万元; or 后勤物资一批 where the amount is not known.")


class NotPositive(BadInput):
    sentence = N_("“{got}”: an amount must be above zero. To take something back use `reverse`, `return` or `adjust`.")


class NoNumber(BadInput):
    sentence = N_("“{got}” is no number that can be counted with; write digits such as 5000, 5,000, 1.5万 or 三千.")


class QuantityRange(BadInput):
    sentence = N_("“{got}” is a range: write one number, with 约 where it is not exact.")


class MoneyOrGoods(BadInput):
    sentence = N_("“{got}” could be money or goods: for money write {money}; for goods worth that write {goods}.")


class SeveralReadings(BadInput):
    sentence = N_("“{got}” can be read in several ways ({readings}): write it apart, such as 口罩 5000个.")


class TooFine(BadInput):
    sentence = N_("{item}: {got} is too fine; it is kept in {unit} with {decimals} decimals.")


class AmountTooLarge(BadInput):
    sentence = N_("{got} is too large; at most {largest} is kept on one line.")


class OtherUnit(BadInput):
    sentence = N_("{item} is counted in {unit}, and nobody has said how many {unit} one {got} is: write {example}, or say it once and for all with: donations items pack {item} 1{got}=N{unit}")


class NotMoney(BadInput):
    sentence = N_("“{got}” is no amount of money: write yuan such as 3.5, 1,500.00元 or 11万元.")


class GoodsWanted(BadInput):
    sentence = N_("“{got}” is money: write the goods that were bought and their price, such as 口罩1000个@3.5元; for costs use `donations spend`.")


class ValueTwice(WrongUsage):
    sentence = N_("The value is stated twice: with @ in “{got}” and with --value. Keep one of them.")


class ValueForSeveral(WrongUsage):
    sentence = N_("--value fits one quantity only, and here are {count}: write the value beside each, such as 口罩5000个@@17500元.")


class MoneyWithValue(BadInput):
    sentence = N_("“{got}”: money has no value beside its amount.")


class PriceWithoutQuantity(BadInput):
    sentence = N_("“{got}” has a price for one but no number: write how many, or the whole value behind @@.")


class PricePerOtherUnit(BadInput):
    sentence = N_("“{got}”: the price is per {per}, which isn't the unit that is counted; write the price per that unit, or the whole value behind @@.")


class CountUnknown(BadInput):
    sentence = N_("{item}: a count needs a number.")


class CountAgrees(Refused):
    sentence = N_("{item}: the book says {have} too; nothing needs recording.")


class TransferNowhere(WrongUsage):
    sentence = N_("A transfer goes from one store to another: name two different ones with --from and --to.")


# --- dates and places


class NoDate(BadInput):
    sentence = N_("“{got}” is no date: write it as 2020-02-01, 2020年2月1日, 20200201, 2月1日, 今天 or 昨天.")


class DateAhead(BadInput):
    sentence = N_("{date} lies ahead of today ({today}): check the year, or add --yes where it is meant.")


class NoPeriod(BadInput):
    sentence = N_("“{got}” is no {period}: write {example}.")


class PeriodTwice(WrongUsage):
    sentence = N_("State one period only: --month, --year, --quarter, or --from with --to.")


class PeriodBackwards(WrongUsage):
    sentence = N_("The period ends ({end}) before it begins ({begin}).")


class UnknownPlace(BadInput):
    sentence = N_("“{got}” is no city or county of China that we know{hint}: write a prefecture-level city or one of its counties, such as 九江市 or 庐山市.")


class PlaceOfSeveral(BadInput):
    sentence = N_("“{got}” lies in several cities ({cities}): write the city with it, such as {example}.")


# --- parties and items


class LookAlike(Refused):
    sentence = N_("“{name}” is not known, and looks like: {candidates}. Write that name, or add --new where a new one is meant.")


class SeveralMeant(Refused):
    sentence = N_("“{name}” could be: {candidates}. Write one of these names in full.")


class UnknownParty(NotThere):
    sentence = N_("There is no party “{name}”{hint}. `donations donors` and `donations recipients` list them.")


class UnknownItem(NotThere):
    sentence = N_("There is no item “{name}”{hint}. `donations items` lists them.")


class UnknownPurpose(NotThere):
    sentence = N_("There is no purpose “{name}”{hint}.")


class UnknownStore(NotThere):
    sentence = N_("There is no store “{name}”{hint}.")


class NameTaken(Refused):
    sentence = N_("“{name}” already belongs to {owner}.")


class MergeWithItself(Refused):
    sentence = N_("{name} can't be merged with itself.")


class MergeOfUnlikeItems(Refused):
    sentence = N_("{name} is counted in {unit} and {other} in {other_unit}: items of different units can't be merged.")


class ReasonMissing(WrongUsage):
    sentence = N_("State the reason, which is kept with the act: --reason …")


class NoPack(BadInput):
    sentence = N_("“{got}” says no pack: write what one holds in the item's own unit, such as 1箱=2000个.")


class UnitInUse(Refused):
    sentence = N_("{item} stands in entries counted in {unit}: its unit and decimals can't change any more.")


# --- the journal


class NotOnHand(Refused):
    sentence = N_("{item}: {want} wanted, but on {day} only {have} on hand. Nothing was recorded.")


class NotOnHandThere(Refused):
    sentence = N_("{item}: {want} wanted, but on {day} only {have} on hand in “{place}”. Nothing was recorded.")


class NotOnHandUntied(Refused):
    sentence = N_("{item}: {want} wanted, but on {day} only {have} on hand that is not tied to a purpose ({tied}): add --for with that purpose. Nothing was recorded.")


class NothingOnHand(Refused):
    sentence = N_("{item}: none on hand on {day}, so an unknown amount can't leave. Nothing was recorded.")


class UnknownEntry(NotThere):
    sentence = N_("There is no entry {number}; the book has {entries}.")


class AlreadyReversed(Refused):
    sentence = N_("Entry {number} was already reversed by entry {by}: an entry is reversed at most once.")


class AlreadyCorrected(Refused):
    sentence = N_("Entry {number} was already corrected: entry {by} says it aright; correct that one.")


class ReversalOfReversal(Refused):
    sentence = N_("Entry {number} is itself the reversal of entry {of}: record what happened anew instead.")


class NothingToCorrect(WrongUsage):
    sentence = N_("Say what changes in entry {number}: its words as in `{verb}`, or an option such as --date or --city.")


class CorrectionUnclear(WrongUsage):
    sentence = N_("Entry {number} has several lines, and none of them is {item}: write all its quantities anew, or take one out with --without.")


class NotInEntry(NotThere):
    sentence = N_("Entry {number} has no line of {item}: `donations show {number}` shows what it has.")


class NoLinesLeft(Refused):
    sentence = N_("Entry {number} would have no line left: use `donations reverse {number} --reason …`.")


class RequestReused(Refused):
    sentence = N_("The request id “{request}” was used for entry {number}, which says something else. Nothing was recorded.")


class BrokenRule(Refused):
    """A rule of the book found broken right after writing: nothing is kept."""

    sentence = N_("This would break the rule “{rule}”: {message}. Nothing was recorded.")


# --- the book


class NoBook(NotThere):
    sentence = N_("There is no book at {path}: make one with `donations init --name 协会名`, or name another with --book.")


class BookExists(Refused):
    sentence = N_("There already is a book at {path}; nothing was changed.")


class FileInTheWay(Refused):
    sentence = N_("{path} is already there: choose another name, or add --force to replace it.")


class NotABook(DamagedBook):
    sentence = N_("{path} is not a book of donations ({found}); it was left as it is.")


class NewerBook(DamagedBook):
    sentence = N_("{path} was written by a newer donations (book version {found}; this program knows up to {known}): upgrade with `pip install --upgrade donations`.")


class DamagedFile(DamagedBook):
    sentence = N_("{path} is damaged ({reason}): keep a copy, and run `donations check`.")


class ChangedFromOutside(DamagedBook):
    sentence = N_("{path} is not as this program left it ({reason}): run `donations check`. Nothing was recorded.")


class BusyBook(Busy):
    sentence = N_("The book {path} is in use by another program: try again in a moment. Nothing was recorded.")


class CannotWrite(Failed):
    sentence = N_("Writing {path} failed ({reason}): nothing was kept.")


class CannotRead(Failed):
    sentence = N_("Reading {path} failed ({reason}).")


class NoFile(NotThere):
    sentence = N_("There is no file {path}.")


class UnknownFormat(WrongUsage):
    sentence = N_("“{got}” is no format: choose one of {formats}.")


class UnknownGrouping(WrongUsage):
    sentence = N_("“{got}” can't group totals: choose one of {choices}.")


class QuoteOpen(BadInput):
    sentence = N_("a quotation mark is not closed.")


class RunInsideRun(WrongUsage):
    sentence = N_("a file of commands can't run another.")


class LineRefused(BadInput):
    """One line of a file of commands was refused; carries the exit code of its reason."""

    sentence = N_("{path}, line {line}: {reason} Nothing of the file was recorded.")

    def __init__(self, **facts: object) -> None:
        super().__init__(**facts)
        code = facts.get("code")
        if isinstance(code, int):
            self.exit_code = code  # type: ignore[misc]  # the one error that speaks for another
