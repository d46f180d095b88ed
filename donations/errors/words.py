"""What people type and we can't take: names, quantities, money, dates, places."""

from donations.errors.families import BadInput, Refused, WrongUsage
from donations.i18n import N_

# --- names and remarks


class NotText(BadInput):
    sentence = N_("“{got}” holds bytes that are no text: type it again, or save the file as UTF-8.")


class NameMissing(BadInput):
    sentence = N_("“{got}” is no name: write at least one letter, character or digit.")


class AmountForName(BadInput):
    sentence = N_(
        "“{got}” is an amount and no name: the name comes first, and behind it what was given, such as {example}."
    )


class ErasedForName(BadInput):
    sentence = N_(
        "“{got}” stands in reports for a name that was erased, and is nobody's name: write the name of whoever it is."
    )


class AmountLikelyForName(BadInput):
    sentence = N_(
        "“{got}” reads as an amount rather than a name: write the name first and behind it what was given, such as {example}; add --new where it is a name."
    )


class NameTooLong(BadInput):
    sentence = N_(
        "The name “{name}…” has {length} characters; at most {longest} are kept: shorten it, and put the rest into --note."
    )


class NoteTooLong(BadInput):
    sentence = N_("The note has {length} characters; at most {longest} are kept.")


# --- quantities and money


class NoQuantity(BadInput):
    sentence = N_(
        "“{got}” is no quantity: write number, unit and item, such as 口罩5000个, '5000 masks', 约500斤蔬菜, 150万元; or 后勤物资一批 where the amount is not known."
    )


class QuantityInParts(BadInput):
    sentence = N_("“{got}” belongs together: write it as one word, {right}.")


class BareName(BadInput):
    sentence = N_(
        "“{got}” says no amount: write how many, such as {example}, or 一批 behind it where nobody knows; put quotes around words that belong together."
    )


class SumTyped(BadInput):
    sentence = N_("“{got}” is a sum to be added up: write what it comes to, or each amount with its item by itself.")


class SellerForGoods(BadInput):
    sentence = N_(
        "“{got}” says no amount and is likely who sold it: put the supplier behind --from, such as --from {got}; where it is goods, write 一批 behind it."
    )


class DonorForGoods(BadInput):
    sentence = N_(
        "“{got}” says no amount and is likely a name: joint donors stand behind --with, such as --with {got}, who passed it on behind --via; where it is goods, write 一批 behind it."
    )


class SeveralInOne(BadInput):
    sentence = N_(
        "“{got}” reads as several names: write “{first}” and each other one behind an option of its own, {option} {second}; add --new where it is one name."
    )


class NotPositive(BadInput):
    sentence = N_(
        "“{got}”: an amount must be above zero. To take something back use `reverse`, `return`, `refund` or `adjust`."
    )


class MarkedGone(BadInput):
    sentence = N_(
        "“{got}” is marked as given back, void or not arrived: record only what came in and stayed; what the book has already is taken back with `reverse` or `return`."
    )


class NoNumber(BadInput):
    sentence = N_("“{got}” is no number that can be counted with; write digits such as 5000, 5,000, 1.5万 or 三千.")


class LetterInNumber(BadInput):
    sentence = N_("“{got}” has a letter in a number: write digits alone, such as {right}.")


class QuantityRange(BadInput):
    sentence = N_("“{got}” is a range: write one number, with 约 where it is not exact.")


class MoneyOrGoods(BadInput):
    sentence = N_("“{got}” could be money or goods: for money write {money}; for goods worth that write {goods}.")


class SeveralReadings(BadInput):
    sentence = N_("“{got}” can be read in several ways ({readings}): write it apart, such as 口罩 5000个.")


class PartOrBesides(SeveralReadings):
    sentence = N_(
        "“{got}” says what is included: write （其中N95口罩10个） behind the amount that it is part of, or leave the word out where {other} came besides."
    )


class ReceiverInName(SeveralReadings):
    sentence = N_(
        "“{got}” says to whom the goods went: write the goods alone ({goods}), and who received them behind --to, or in a column of its own."
    )


class SizeAlone(SeveralReadings):
    sentence = N_(
        "“{got}” says how large goods are ({size}), but not how many: write that behind it, such as 布3m×6m 5块."
    )


class AmountsBeside(SeveralReadings):
    sentence = N_(
        "“{got}” may be one amount or two: write {apart} where they are two, or {whole} with its currency and without a comma where it is one."
    )


class MoneyBesideGoods(SeveralReadings):
    sentence = N_(
        "“{got}” names money and goods: write what the goods are worth behind them, {one} for each or {all} for all, or both gifts apart where the money is one."
    )


class RateAlone(BadInput):
    sentence = N_(
        "“{got}” says how much for each, but not for how many: write the whole amount, or both, such as 盒饭150份/天×10天."
    )


class PartTooLarge(BadInput):
    sentence = N_(
        "“{got}” is unclear: the smaller unit comes to one of the larger or more. Write one number, such as 3.2斤 or 3斤2两, or each amount by itself where there are two."
    )


class TooFine(BadInput):
    sentence = N_(
        "{item}: {got} is too fine; it is kept in {unit} with {decimals} decimals: write it in a smaller unit, or rounded with 约 before it."
    )


class FinerThanFen(TooFine):
    sentence = N_("{item}: {got} is too fine; money is kept to the fen: write it with {decimals} decimals at most.")


class OnlyWhole(TooFine):
    sentence = N_(
        "{item}: {got} is too fine; {unit} are kept in whole numbers only: write it rounded, with 约 before it."
    )


class AmountTooLarge(BadInput):
    sentence = N_("{got} is too large; at most {largest} is kept on one line.")


class NotMoney(BadInput):
    sentence = N_("“{got}” is no amount of money: write yuan such as 3.5, 1,500.00元 or 11万元.")


class GoodsWanted(BadInput):
    sentence = N_(
        "“{got}” is money: write the goods that were bought and their price, such as 口罩1000个@3.5元; for costs use `donations spend`."
    )


class CountUnknown(BadInput):
    sentence = N_("{item}: a count needs a number.")


class CountAgrees(Refused):
    sentence = N_("{item}: the book says {have} too; nothing needs recording.")


class UnknownReason(WrongUsage):
    sentence = N_("“{got}” is no reason for an adjustment: write one of {reasons}.")


class TransferNowhere(WrongUsage):
    sentence = N_("A transfer goes from one store to another: name two different ones with --from and --to.")


# --- digests


class NoDigest(WrongUsage):
    sentence = N_(
        "“{got}” is no digest: write at least eight of its digits as they were printed, such as 89c6f6d49f37, or with the number of entries before it, such as 65:89c6f6d49f37."
    )


# --- dates and places


class NoDate(BadInput):
    sentence = N_("“{got}” is no date: write it as 2020-02-01, 2020年2月1日, 20200201, 2月1日, today or yesterday.")


class DateAhead(BadInput):
    sentence = N_("{date} lies ahead of today ({today}): check the day and the year, or add --yes where it is meant.")


class NoPeriod(BadInput):
    sentence = N_("“{got}” is no {period}: write {example}.")


class PeriodTwice(WrongUsage):
    sentence = N_("State one period only: --month, --year, --quarter, or --from with --to.")


class PeriodOpen(WrongUsage):
    sentence = N_("A bulletin is about days from one to another: write a month such as 2020-02, or --from and --to.")


class PeriodBackwards(WrongUsage):
    sentence = N_("The period ends ({end}) before it begins ({begin}).")


class UnknownPlace(BadInput):
    sentence = N_(
        "“{got}” is no city or county of China that we know{hint}: write a prefecture-level city or one of its counties, such as 九江市 or 庐山市."
    )


class PlaceOfSeveral(BadInput):
    sentence = N_("“{got}” lies in several cities ({cities}): write the city with it, such as {example}.")


# --- queries


class OnlySelect(BadInput):
    sentence = N_(
        "Only one SELECT over the views can be asked here; nothing was changed. `donations sql` lists the views."
    )


class QueryNotUnderstood(BadInput):
    sentence = N_(
        "SQLite can't read the query: {message}{hint}. The views are {views}; `donations sql` lists their columns."
    )


class QueryTooLong(BadInput):
    sentence = N_(
        "The query took longer than {seconds} seconds and was stopped: narrow it, or give it more with --seconds."
    )


class QueryTooLarge(BadInput):
    sentence = N_(
        "The query needs more memory than one is given, and was stopped: narrow it, for instance with `limit 1000`."
    )


class PapersOrUndo(WrongUsage):
    sentence = N_("Name the files to import, or the import to take back with --undo NUMBER: one of the two.")


class UndoNotDry(WrongUsage):
    sentence = N_("--undo can't be tried with --dry-run: `donations imports` lists the entries that it takes back.")


class ColumnUnclear(WrongUsage):
    sentence = N_("--map {got}: write a heading, = and what it is, one of {fields}.")


class NoCreditCode(BadInput):
    sentence = N_(
        "“{got}” is no unified social credit code: it has 18 digits and letters, and the last one must fit the others."
    )


class EntriesUnlikely(BadInput):
    sentence = N_(
        "{path} can't have had {count} entries: the highest number left in it is {highest}, and for --entries at most {most} is taken. Look at the printed report again."
    )
