"""The sheet that three sign when goods are handed over (三方交接清单), and whose signed sheets are not filed yet."""

from donations import errors
from donations.domain.entry import HANDING_OVER
from donations.domain.period import Period
from donations.i18n import N_
from donations.reports.gift import AMOUNT, DATE, ENTRY, PURPOSE, standing
from donations.reports.selection import Selection, report, rows
from donations.reports.table import Column, Report, Screen, Table, Type
from donations.reports.totals import CERTAINTY, DECIMALS, ITEM, ITEM_LABEL, LOT, UNIT, WORTH
from donations.store.book import Book
from donations.store.given import GIVEN_ON

_DAY = GIVEN_ON.format(e="e")
_SHEET = f"""
select e.number, {_DAY}, e.city, e.donor, e.via, e.recipient, e.beneficiary, (select noted_on from handovers where entry = e.number and is_filed), e.note
from entries as e where e.number = :entry
"""  # noqa: S608 - every part is a constant of this file
_LINES = """
select item_name, specification, unit, amount_minor, certainty, value_minor, value_certainty, own_recipient, batch, expires_on, null, decimals
from lines where entry = :entry order by position
"""
_OPEN = f"""
select l.entry, {_DAY} as handed_on, e.type, e.city, coalesce(l.own_recipient, e.recipient), {ITEM_LABEL}, l.unit, l.amount_minor, l.certainty, l.purpose_name, l.decimals
from lines as l join entries as e on e.number = l.entry join entries_dated as d on d.number = l.entry
where d.is_standing and d.type in ('distribution', 'relay') and {_DAY} between :begin and :end
  and not exists (select 1 from handovers as h where h.entry = l.entry and h.is_filed)
order by handed_on, l.entry, l.position
"""  # noqa: S608 - every part is a constant of this file

_RECIPIENT = Column("recipient", N_("Recipient"), screen=Screen.WHERE_USED)
_SHEET_COLUMNS = (
    ENTRY,
    DATE,
    Column("city", N_("City"), screen=Screen.WHERE_USED),
    Column("donor", N_("Donor"), screen=Screen.WHERE_USED),
    Column("via", N_("Via"), screen=Screen.WHERE_USED),
    _RECIPIENT,
    Column("beneficiary", N_("Beneficiary"), screen=Screen.WHERE_USED),
    Column("filed_on", N_("Filed on"), Type.DATE, Screen.WHERE_USED),
    Column("note", N_("Note"), screen=Screen.WHERE_USED),
)
_LINE_COLUMNS = (
    ITEM,
    Column("specification", N_("Specification"), screen=Screen.WHERE_USED),
    UNIT,
    AMOUNT,
    CERTAINTY,
    *WORTH,
    Column("recipient", N_("Recipient"), screen=Screen.WHERE_USED),
    *LOT,
    Column("counted", N_("Received in fact"), for_programs=False, none="_" * 12),  # a line to write on
    DECIMALS,
)
_OPEN_COLUMNS = (
    ENTRY,
    DATE,
    Column("type", N_("Type"), Type.TERM),
    Column("city", N_("City"), screen=Screen.WHERE_ROOM),
    Column("recipient", N_("Recipient")),
    ITEM,
    UNIT,
    AMOUNT,
    CERTAINTY,
    PURPOSE,
    DECIMALS,
)
_SIGNATURES = (
    N_("Donor (signature or seal, date)"),
    N_("Association (signature or seal, date)"),
    N_("Recipient (signature or seal, date)"),
)
_FROM_STOCK = N_("Given out of stock: for the donor signs who gave the goods or acts for them.")


def handover(book: Book, number: int) -> Report:
    """The sheet for entry `number`. Raises UnknownEntry, TakenBack, CorrectedSince, NothingHandedOver."""
    book.expect_crowds()
    type_ = standing(book, number)
    if type_ not in HANDING_OVER:
        raise errors.NothingHandedOver(number=number)
    parameters: dict[str, str | int | None] = {"entry": number}
    tables = [
        Table("handover", N_("Handed over"), _SHEET_COLUMNS, rows(book, _SHEET, parameters)),
        Table("lines", N_("Goods"), _LINE_COLUMNS, rows(book, _LINES, parameters)),
    ]
    made = report(book, "handover", N_("Handover sheet for three signatures"), tables, None)
    notes = () if type_ == "relay" else (_FROM_STOCK,)
    return made._replace(notes=notes, signatures=_SIGNATURES, is_paper=True)


def open_handovers(book: Book, period: Period) -> Report:
    """What was handed over in the period while no signed sheet is filed."""
    book.expect_crowds()
    empty = N_("Every signed sheet is filed.")
    query = rows(book, _OPEN, Selection(period).parameters())
    table = Table("open", N_("Sheets not filed yet"), _OPEN_COLUMNS, query, empty=empty)
    return report(book, "open_handovers", N_("Sheets not filed yet"), [table], period)
