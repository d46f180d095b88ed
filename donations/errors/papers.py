"""What is wrong with a file that is to be imported, before anything in it is understood.

`file` is what the user calls it, with the member of an archive and the sheet behind it: `bills.zip › 1.xlsx › 明细`.
"""

from donations.errors.families import BadInput, Failed, NotThere, Refused, WrongUsage
from donations.i18n import N_

# --- the sort of file


class NoPaper(BadInput):
    sentence = N_(
        "{file} ({found}) holds no rows that can be read: save it as XLSX or CSV, and import that. Read are CSV, TSV, XLSX, XLS, ODS, HTML, Markdown, JSON, and ZIP archives of them."
    )


class PaperOfWords(NoPaper):
    sentence = N_(
        "{file} ({found}) is a document: copy its table into a spreadsheet, save that as XLSX or CSV, and import that."
    )


class PaperOfPictures(NoPaper):
    sentence = N_(
        "{file} ({found}) only shows what stands in it: ask whoever made it for the table itself, as XLSX or CSV, or type it into one."
    )


class PackedPaper(NoPaper):
    sentence = N_("{file} ({found}) is packed: unpack it, and import what is in it.")


class PaperForPrograms(NoPaper):
    sentence = N_(
        "{file} ({found}) is made for programs that keep accounts: download the list from the bank as CSV or Excel, and import that."
    )


class EmptyPaper(BadInput):
    sentence = N_("{file} is empty: there is nothing in it to import.")


class NoTableInside(BadInput):
    sentence = N_("{file} holds no table ({sort}): expected is a list with a row of headings.")


class UnlikeRecords(BadInput):
    sentence = N_(
        "{file}: of the list “{name}” only some things are records: correct the others, or take the list out."
    )


class NoSheet(NotThere):
    sentence = N_("{file} has no sheet “{got}”; it has: {names}.")


class FolderGiven(BadInput):
    sentence = N_("{path} is a folder: name the files in it, one after the other, or all of a sort with an asterisk.")


class NoSuchColumn(WrongUsage):
    sentence = N_(
        "--map {got}: no table here has such a heading, or it is that of a bill, whose columns are known. The headings are {headings}: write one as it stands there, brackets and all. Nothing was imported."
    )


# --- characters


class UnknownEncoding(WrongUsage):
    sentence = N_("“{got}” is no encoding: use one such as utf-8, gb18030, big5 or utf-16-le after --encoding.")


class Undecodable(BadInput):
    sentence = N_(
        "{file}, row {row}: the byte at {offset} is neither UTF-8 nor GB18030. Say with --encoding what it is (big5, utf-16-le …), or save the file as UTF-8."
    )


class NotInEncoding(BadInput):
    sentence = N_(
        "{file}, row {row}: the byte at {offset} is no text in {encoding}. Say another --encoding, or leave it out."
    )


class DoubtfulText(BadInput):
    sentence = N_(
        "{file}, row {row}: its characters can't be told for sure (as GB18030 they are “{sample}”). Add --encoding gb18030 if that is right, else what it is, such as --encoding big5."
    )


class MaybeWideText(BadInput):
    sentence = N_(
        "{file} looks like UTF-16 without the mark it begins with: add --encoding utf-16-le (or utf-16-be), or save the file as UTF-8."
    )


class StrayQuote(BadInput):
    sentence = N_(
        "{file}, row {row}: a quotation mark is not closed, or stands inside a cell, so that it can't be told where the cell ends. Mend that row, and import the file again."
    )


class WrongJSON(BadInput):
    sentence = N_(
        "{file}, row {line}: this isn't JSON, or the end of the row before isn't: a comma is missing or one too many, a quotation mark or a bracket is missing, or a remark or other words stand there. Mend that, and import the file again."
    )


class KeyTwice(BadInput):
    sentence = N_(
        "{file}: “{key}” stands twice in one of its objects, and one of both would be lost. Take out one, or name it otherwise, and import the file again."
    )


# --- too much, or made to do harm


class PaperTooLarge(BadInput):
    sentence = N_("{file} has {size} MB; at most {limit} can be read of this sort. Split it, or save it as CSV.")


class TooMuchInside(BadInput):
    sentence = N_(
        "{file} unpacks to far more than a list needs ({part}): nothing of it was read. Save it anew as CSV if it is meant."
    )


class TooWide(BadInput):
    sentence = N_(
        "{file}, row {row}: there is a cell in column {column}, and at most {limit} columns are read. Delete what stands far to the right."
    )


class TooLong(BadInput):
    sentence = N_("{file}: more than {limit} rows, or more of the same than a list has. Split it, or save it as CSV.")


class CellTooLong(BadInput):
    sentence = N_("{file}, row {row}: a cell has more than {limit} characters. Shorten it.")


class ForeignDefinitions(BadInput):
    sentence = N_(
        "{file} defines words of its own in {part} (a DTD), which no spreadsheet does: nothing of it was read. Save it anew with Excel, WPS or LibreOffice."
    )


class SlowPaper(BadInput):
    sentence = N_(
        "{file} takes more than {seconds} seconds or {memory} MB to read: it is damaged, or far too large. Save it as XLSX or CSV."
    )


class DamagedPaper(BadInput):
    sentence = N_(
        "{file} is damaged or incomplete ({part}): open it in Excel, WPS or LibreOffice, save it anew, and import that."
    )


# --- locked


class LockedPaper(BadInput):
    sentence = N_(
        "{file} is locked with a password: open it in Excel, WPS or LibreOffice, save it without one, and import that."
    )


class LockedArchive(BadInput):
    sentence = N_("{file} is locked with a password, and none was given: run the command on a terminal, where it asks.")


class WrongPassword(BadInput):
    sentence = N_("{file}: that is not its password. The app that sent the bill shows it; try again.")


class StrongArchive(BadInput):
    sentence = N_(
        "{file} is packed or locked in a way that this program doesn't open (method {method}): unpack it with the password yourself, and import what is in it."
    )


class ArchiveInArchive(BadInput):
    sentence = N_("{file} is an archive inside an archive: unpack it, and import what is in it.")


class NoChild(Failed):
    sentence = N_("Reading {file} failed: no second process could be started ({reason}). Save it as XLSX or CSV.")


class ReaderEnded(Failed):
    sentence = N_(
        "Reading {file} failed: the process that reads large files ended before its time ({reason}). Nothing was imported. Try again, if need be with the file cut into smaller ones."
    )


# --- an exported book that is not as it was exported


class LinkUnclear(BadInput):
    sentence = N_("What is taken back or corrected stands before and was not taken back or corrected yet: entry {of}.")


class NumberSaysOther(BadInput):
    sentence = N_(
        "Entry {number} of this book came with the same transaction number, and is of another day or amount: correct one of the two books, so that they agree, and export again."
    )


class ItemsApart(BadInput):
    sentence = N_(
        "{item} and {other} are one item in the exported book and two here, so that what is known would be booked again: merge them here first (`donations items merge {other} {item} --reason …`), or not at all."
    )


class LineUnfit(BadInput):
    sentence = N_("No line of an entry of type {type} is of the flow {flow}.")


class WithoutLine(BadInput):
    sentence = N_("An entry of type {type} has a line.")


class RoleLacking(BadInput):
    sentence = N_("An entry of type {type} names a {role}.")


class ReasonUnfit(BadInput):
    sentence = N_("An adjustment has a reason, and no other entry has one of these: opening, count, loss, expiry, use.")


class AmountUnfit(BadInput):
    sentence = N_(
        "An amount of {item} is above zero (below zero where an entry is taken back), in the unit {unit}; an unknown one is left empty."
    )


class LastDayUnfit(BadInput):
    sentence = N_("A month is closed by its last day, one after the other: {day} is none.")


class ExportUnfit(Refused):
    sentence = N_("The exported book is not as it was exported, from entry {number} on. Nothing was imported.")


class NoPaymentTakenBack(Refused):
    sentence = N_(
        "The row takes back {amount} of {who}, but up to {day} the book has no payment of just as much with them that still stands. Import the list with that payment first, or both in one command; if another name stands there, write that one here; if it was never booked, take this row out of the list; what takes back a part is recorded with `donations correct`."
    )


class NoNumberTakenBack(Refused):
    sentence = N_(
        "The row takes back {amount} and names nobody, and up to {day} no payment of the book bears its number and has so much left. Say the number of the payment in a column 原订单号, import the list with that payment first, or both in one command; or take this row out of the list."
    )


class RowsRejected(BadInput):
    sentence = N_(
        "{rejected} of the rows can't be taken; the good ones of their sheets ({withheld}) were not imported either. What is wrong with each is listed above: correct the file, or import the good rows alone with --accept-good."
    )


class NoRowTaken(BadInput):
    sentence = N_(
        "{rejected} of the rows can't be taken: what is wrong with each is listed above. Correct the file, or say with an option what it lacks, where one is named there."
    )


class PapersUnclear(BadInput):
    sentence = N_(
        "Not all that the files say can be taken ({problems}): it is listed above. What it concerns was not imported."
    )
