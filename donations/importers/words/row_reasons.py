"""Why a row of a table is no record, and what was expected where it is one that nobody understands."""

import re

from donations.i18n import N_
from donations.importers.patterns import pattern_of

BLANK = N_("a blank row")
AGAIN = N_("the headings again")
OPEN = N_("a place kept for whoever gives next")
NOTE = N_("a note")
FOOT = N_("words below the table")
TAKER_BELOW = N_(
    "names below the table who received it: what stands above was read as what this association received; if it went to somebody else, write who received it in a column of each row"
)
GIVER_BELOW = N_(
    "names below the table who gave it: what stands above was read as given out of stock; if it went straight through, write who gave it in a column of each row"
)
WORK = N_("work, and neither money nor goods")
SECTION = N_("a heading of the rows below it")
SECTION_LOST = N_(
    "a heading of the rows below it, which is not kept; where it shall stand in their notes, put it into a column of its own (支部, 班级 or 小组)"
)
PAPER = N_(
    "a paper of somebody else: this is a report of this program. What another book can take is written by `donations export book`; a book comes back with `donations restore FILE`"
)
STATISTIC_ROW = N_("a figure of a statistic, no gift")
STRUCK = N_("struck through")
IN_TABLE = N_("said in a table of the same text, with this giver, day and amount")
WHO_GAVE = N_(
    "headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings"
)
A_DONOR = N_(
    "a donor; where another column names it: --map HEADING=donor; where one gave all of it: --donor NAME; where it is a gift of an account, write 捐款 behind the name"
)
A_RECIPIENT = N_("a recipient; where another column names it: --map HEADING=recipient")
NAME_ABOVE = N_(
    "who gave or who received, in a column, or above the rows as 捐赠单位：NAME or 接收单位：NAME: nobody can tell whether this line is a name"
)
BOTH_ABOVE = N_(
    "who gave each row and who received it, in a column of its own each: above the table both are named, and this line names one of them anew, so that nobody can tell whether the other still holds"
)
THE_GOODS = N_("what the goods are called, in a column such as 品名, or above the rows as 品名：口罩")
WHAT_IT_IS = N_(
    "headings that tell what was given: say --map HEADING=item of the goods, =money of an amount, =money_or_goods of cells such as 口罩20个 or 300元"
)
HEADINGS = N_("a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item")
OTHER_LANGUAGE = N_(
    "headings in Chinese or English: set the account to one of these languages and download the list again, since in others days and amounts are written in another way too (31.12.2020, 1.500,00); where neither is offered, copy day, name and amount of each gift into a table of your own"
)
DUES_PAID = N_(
    "gifts: dues and fees (党费, 会费, 报名费, Tickets) are none; say --map HEADING=money of the amounts that were given, or were all the same, and --map HEADING=- of the column of dues or fees, and of a total that counts them"
)
OF_JOURNAL = N_(
    "a list of gifts: this is a journal of double entry, where each payment stands in a row for either account, and would count twice; export what stands in the one account that the gifts came into"
)
OF_STOCKTAKING = N_(
    "what came or went: this is a stocktaking, which says what is there; book it with `donations adjust count 口罩4980只 酒精100瓶`"
)
IS_STOCKTAKING = pattern_of(
    r"账面(?:数|量|结存|库存)|实[盘存](?:数|量)|盘[盈亏]|(?:book|counted) (?:qty|quantity|count)|\bvariance\b",
    re.IGNORECASE,
)
IS_JOURNAL = pattern_of(
    r"\b(?:full account name|full category path|amount num\.|account (?:debited|credited))(?:$|\W)",
    re.IGNORECASE,
)
OF_DUES = pattern_of(r"(?<!特殊)(?<!大额)(?:党|团|(?<![^0-9]年)(?<!大)会|班|工会经?)费(?![用率])")
GIVEN = pattern_of(r"捐|善款|赞助|爱心|随喜|功德|特殊党费|大额党费")
GARBLED = N_(
    "readable text: the file was saved after it was opened in a wrong encoding; import it as it was downloaded"
)
_OF_OTHERS = pattern_of(
    r"\b(?:datum|uhrzeit|betrag|währung|waehrung|buchungs(?:tag|datum)|verwendungszweck|beschreibung|brutto|netto|entgelt|guthaben|auftrags?konto|empfänger|(?:date )?montant|devise|libellé|solde|heure|fuseau horaire|avant commission|numéro de transaction|débit|crédit|bénéficiaire|fecha|importe|moneda|saldo|concepto|descripción|divisa|importo|valuta|causale|descrizione|beneficiario|bedrag|rekening|omschrijving|naam|valor|descrição|moeda)\b",
    re.IGNORECASE,
)
"""Headings of banks and payment services in German, French, Spanish, Italian, Dutch and Portuguese."""
_ENOUGH_OF_OTHERS = 3
_LOST = "\ufffd"
"""What stands for characters that a program could not read."""
_SHOWN, _FEWEST_BLANKS, _NUMBERS = 60, 2, pattern_of(r"\d{2}")
PROMISED = N_("promised, and nothing says that it came")
SOFT_CREDIT = N_("credited to somebody besides: the gift itself stands in a row of its own")

IN_PARTS = N_("the whole of a gift whose parts stand in rows of their own")


def unread(seen: str, above: str) -> tuple[str, str]:
    """What was expected of a row without headings, of which this can be seen, and what stood there: the words `above` the rows
    where they may be headings that nobody understood, which then are said once and not with each row.
    """
    if _LOST in seen:
        return GARBLED, seen[:_SHOWN]
    if IS_JOURNAL.search(above):
        return OF_JOURNAL, above[:_SHOWN]
    if IS_STOCKTAKING.search(above):
        return OF_STOCKTAKING, above[:_SHOWN]
    if OF_DUES.search(above) and not GIVEN.search(above):
        return DUES_PAID, above[:_SHOWN]
    if len({found[0].casefold() for found in _OF_OTHERS.finditer(above)}) >= _ENOUGH_OF_OTHERS:
        return OTHER_LANGUAGE, above[:_SHOWN]
    are_headings = above.count(" ") >= _FEWEST_BLANKS and not _NUMBERS.search(above)
    return HEADINGS, (above if are_headings else seen)[:_SHOWN]
