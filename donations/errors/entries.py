"""What the registers and the journal refuse."""

from donations.errors.families import BadInput, Busy, NotThere, Refused, WrongUsage
from donations.i18n import N_

# --- parties and items


class LookAlike(Refused):
    sentence = N_(
        "“{name}” is not known, and looks like: {candidates}. Write that name, or add --new where a new one is meant."
    )


class RecipientForGoods(BadInput):
    sentence = N_(
        "“{got}” says no amount and is likely a name: further recipients stand behind --to, such as --to {got}; where it is goods, write 一批 behind it."
    )


class SeveralMeant(Refused):
    sentence = N_("“{name}” could be: {candidates}. Write one of these names in full.")


class UnknownParty(NotThere):
    sentence = N_("There is no party “{name}”{hint}. `donations donors` and `donations recipients` list them.")


class UnknownItem(NotThere):
    sentence = N_("There is no item “{name}”{hint}. `donations items` lists them.")


class UnknownPurpose(NotThere):
    sentence = N_("There is no purpose “{name}”{hint}. `donations totals --by purpose` lists them.")


class UnknownStore(NotThere):
    sentence = N_("There is no store “{name}”{hint}. `donations stock` lists them.")


class NoStoresYet(NotThere):
    sentence = N_(
        "There is no store “{name}”: so far everything is in the usual one, which has no name. What first comes there makes it: `donations receive … --store {name}`, `donations transfer … --to {name}`."
    )


class NameTaken(Refused):
    sentence = N_("“{name}” already belongs to {owner}.")


class NameThere(Refused):
    sentence = N_("“{name}” is in the register already. Nothing was changed.")


class MergeWithItself(Refused):
    sentence = N_("{name} can't be merged with itself.")


class ItemWithItself(Refused):
    sentence = N_("{item} can't be merged with itself.")


class MergeOfUnlikeItems(Refused):
    sentence = N_(
        "{item} and {other_item} are counted in {unit} and in {other_unit}: items of different units can't be merged."
    )


class ReasonMissing(WrongUsage):
    sentence = N_("State the reason, which is kept with the act: --reason …")


class ConsentTwice(WrongUsage):
    sentence = N_("--named and --anonymous exclude each other: keep one of them.")


class PaidByWhom(WrongUsage):
    sentence = N_("--payer and --paid-from exclude each other: either somebody else paid, or an account of the book.")


class PayeeForMoney(BadInput):
    sentence = N_(
        "“{got}” is no amount of money: who was paid stands behind --to, such as --to {got}; what for, behind --note."
    )


class RecipientKeepsBook(Refused):
    sentence = N_(
        "{name} keeps this book: what it received itself is on hand, and is recorded without --to; what it used itself with `donations adjust use`. Nothing was recorded."
    )


class UnknownConsent(WrongUsage):
    sentence = N_("“{got}” says nothing of being named: write one of {words}.")


class UnknownField(WrongUsage):
    sentence = N_("“{got}” is no field of contact: write one of {words}.")


class YearUnlikely(BadInput):
    sentence = N_("{got} is a day, but books keep those of {first} to {last} only: check the year.")


class NoGift(Refused):
    sentence = N_("Entry {number} is no gift: nobody is named in it as a donor.")


class EmptyDetail(BadInput):
    sentence = N_("{name} says nothing: to erase what is kept write --without {field}.")


class ReasonNames(BadInput):
    sentence = N_("The reason names whom it is to forget: write it without the name.")


class ForgetUnasked(WrongUsage):
    sentence = N_("To forget somebody can't be taken back: add --yes where it is meant. Nothing was erased.")


class ForgetByNumber(WrongUsage):
    sentence = N_(
        "Party {number} is {names}: with --yes write its name, since a mistyped number would erase somebody else; or leave --yes away, and you are asked. Nothing was erased."
    )


class ForgetChanged(Busy):
    sentence = N_(
        "The book was changed meanwhile, and something else would be erased now: run the command again. Nothing was erased."
    )


class ForgetInRun(WrongUsage):
    sentence = N_("`forget` is typed by hand only: a file of commands may be run again.")


# --- the journal


class NotOnHand(Refused):
    sentence = N_("{item}: {want} wanted, but on {day} only {have} on hand. Nothing was recorded.")


class NeededSince(Refused):
    sentence = N_(
        "{item}: {want} can't be taken back: {missing} would be missing on {day}, since it was given out or used (no. {entries}). Put that right first. Nothing was recorded."
    )


class NotOnHandThere(Refused):
    sentence = N_("{item}: {want} wanted, but on {day} only {have} on hand in “{place}”. Nothing was recorded.")


class NotOnHandHere(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} on hand here; elsewhere: {elsewhere}. Say which with --for (purpose) or --store. Nothing was recorded."
    )


class NotOnHandToPay(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} on hand here; elsewhere: {elsewhere}. Say what it is paid from: --paid-from (bank account, cash box) or --for (purpose). Nothing was recorded."
    )


class NotOnHandUncounted(Refused):
    sentence = N_(
        "{item}: {want} wanted, but on {day} only {have} is known to be on hand: count first what came in uncounted, with `donations adjust count`. Nothing was recorded."
    )


class NotInBefore(Refused):
    sentence = N_(
        "{item}: on {day} {missing} more would have gone out than had come in. Import what came in first, or in the same command; what was there before the book begins is booked with --opening. Nothing was imported."
    )


class NotInBeforeTitle(Refused):
    sentence = N_(
        "{item}: on {day} {missing} more would have gone out than had come in. No column of {file} says when it came in, so it was dated {assumed}, the last day of the title: say the right day with --date. Nothing was imported."
    )


class NothingInBefore(Refused):
    sentence = N_(
        "{item}: none on hand on {day}, so an unknown amount can't leave. Import what came in first, or in the same command; what was there before the book begins is booked with --opening. Nothing was imported."
    )


class NothingOnHand(Refused):
    sentence = N_("{item}: none on hand on {day}, so an unknown amount can't leave. Nothing was recorded.")


class NothingLeftBehind(Refused):
    sentence = N_(
        "{item}: entry {number} took out an unknown amount on {day}, and nothing would have come in by then. Take back or correct entry {number} first. Nothing was recorded."
    )


class EntryIsMissing(Refused):
    sentence = N_("No. {number} only keeps the number of an entry that was lost: record it again, under a new number.")


class UnknownEntry(NotThere):
    sentence = N_("There is no entry {number}; the book has {entries}.")


class AlreadyReversed(Refused):
    sentence = N_("Entry {number} was already reversed by entry {by}: an entry is reversed at most once.")


class AlreadyCorrected(Refused):
    sentence = N_("Entry {number} was already corrected: entry {by} says it aright; correct or reverse that one.")


class CorrectedAndReversed(Refused):
    sentence = N_(
        "Entry {number} was corrected as entry {by}, which entry {reversal} took back: nothing of it stands; record what is right anew."
    )


class NothingLeftToCorrect(Refused):
    sentence = N_(
        "Entry {number} was reversed by entry {by}, so nothing of it is left to correct: record what is right anew with `{verb}`."
    )


class CorrectedToNobody(Refused):
    sentence = N_(
        "Entry {number} can't be without anybody there: name who it was, or take it back with `donations reverse {number} --reason …`."
    )


class ReversalOfReversal(Refused):
    sentence = N_("Entry {number} is itself the reversal of entry {of}: record what happened anew instead.")


class NothingToCorrect(WrongUsage):
    sentence = N_(
        "Say what changes in entry {number}: its words as in `{verb}`, or an option such as --date or --city."
    )


class CorrectionUnclear(WrongUsage):
    sentence = N_(
        "Entry {number} has several lines, and none of them is {item}: write all its quantities anew, or take one out with --without."
    )


class StoresOfTransfer(Refused):
    sentence = N_(
        "Entry {number} is a transfer: take it back with `donations reverse {number} --reason …`, and record it anew."
    )


class NobodySoThere(Refused):
    sentence = N_(
        "Entry {number} was recorded with `donations {verb}`, where nobody is said by {option}: take it back with `donations reverse {number} --reason …`, and record anew what it was."
    )


class NotInEntry(NotThere):
    sentence = N_("Entry {number} has no line of {item}: `donations show {number}` shows what it has.")


class NoLinesLeft(Refused):
    sentence = N_("Entry {number} would have no line left: use `donations reverse {number} --reason …`.")


class RequestReused(Refused):
    sentence = N_(
        "The request id “{request}” was used for entry {number}, which says something else. Nothing was recorded."
    )


class UnknownImport(NotThere):
    sentence = N_("There is no import {number}: `donations imports` lists them.")


class AlreadyUndone(Refused):
    sentence = N_("Import {number} was already undone, at {at} (local time).")


class ImportCorrected(Refused):
    sentence = N_(
        "Import {number} can't be undone: of its entries, no. {corrected} were corrected since. Reverse what says them aright first, or correct the other entries. Nothing was recorded."
    )


class ImportTookBack(Refused):
    sentence = N_(
        "Import {number} can't be undone: it took back entries {reversed} of before, which were given back or did not go through. Reverse its other entries one by one. Nothing was recorded."
    )


class ImportNeeded(Refused):
    sentence = N_(
        "Import {number} can't be undone: {item} of it was given out since, and on {day} {missing} would be missing. The entries that need it: {entries}. Nothing was recorded."
    )
