"""The ledger: every line in the order of its date, with what it did to each figure."""

from donations.i18n import N_
from donations.reports.from_to import OTHER, WHO, told
from donations.reports.selection import WHERE, WHERE_LINES, Selection, report, rows
from donations.reports.table import Chart, Column, Report, Screen, Shape, Table, Type
from donations.reports.totals import CERTAINTY, DECIMALS, FIGURES, ITEM, ITEM_LABEL, UNIT, WORTH_WHERE_ROOM
from donations.store.book import Book

_BEFORE_FIGURES = (
    Column("entry", N_("No."), Type.INTEGER),
    Column("date", N_("Date"), Type.DATE),
    Column("type", N_("Type"), Type.TERM),
    Column("city", N_("City"), screen=Screen.WHERE_ROOM),
    Column("donor", N_("Donor"), screen=Screen.NEVER),
    Column("via", N_("Via"), screen=Screen.NEVER),
    Column("recipient", N_("Recipient"), screen=Screen.NEVER),
    WHO,
    ITEM,
    UNIT,
    Column("came_in", N_("In"), Type.QUANTITY, Screen.WHERE_USED, for_programs=False),
    Column("went_out", N_("Out"), Type.QUANTITY, Screen.WHERE_USED, for_programs=False),
)
_FIGURES = tuple(figure._replace(screen=Screen.NEVER) for figure in FIGURES)
_AFTER_FIGURES = (
    CERTAINTY,
    *WORTH_WHERE_ROOM,
    Column("purpose", N_("Purpose"), screen=Screen.WHERE_ROOM),
    Column("note", N_("Note"), screen=Screen.WHERE_ROOM),
    DECIMALS,
)

CAME_IN = "iif(stock_sign >= 0, amount_minor, 0)"  # what is passed straight on comes in and goes out
WENT_OUT = "iif(stock_sign <= 0, amount_minor, 0)"

# On a day, what comes in stands before what goes out, so that what is on hand never seems to fall below zero.
_SELECT = f"""
select entry, date, type, city, donor, via, recipient, {OTHER}, {ITEM_LABEL}, unit, {CAME_IN}, {WENT_OUT},
  received, bought, spent, distributed, adjusted, {{on_hand}}, certainty, value_minor, value_certainty, purpose_name, note, decimals
from (
  select l.*, e.number, e.date, e.type, e.city, e.county, e.donor, e.via, e.supplier, coalesce(l.own_recipient, e.recipient) as recipient, e.note {{running}}
  from lines as l join entries as e on e.number = l.entry
  {{only}}
)
where {WHERE} {WHERE_LINES}
order by date, {{order}} number, position
"""  # noqa: S608 - every part is a constant of this file

# What moves between stores is on hand all the time.
_RUNNING = """, sum(iif(l.flow in ('moved_in', 'moved_out'), 0, coalesce(l.stock, 0)))
    over (order by e.date, coalesce(l.stock, 0) < 0, l.entry, l.position) as on_hand"""
_ONLY = "where l.item in (select value from json_each(:items))"


def ledger(book: Book, selection: Selection) -> Report:
    """Every line of the selection; where it is of one item, with what was on hand after it."""
    return report(book, "ledger", N_("Ledger"), [ledger_table(book, selection)], selection.period)


def ledger_table(book: Book, selection: Selection) -> Table:
    """The table of `ledger`; its rows stream."""
    one_item = selection.items is not None and len(selection.items) == 1
    query = _SELECT.format(
        on_hand="on_hand" if one_item else "null", running=_RUNNING if one_item else "", only=_ONLY if one_item else "",
        order="coalesce(stock, 0) < 0," if one_item else "",
    )  # fmt: skip
    on_hand = Column(
        "on_hand", N_("On hand"), Type.QUANTITY, Screen.ALWAYS if one_item else Screen.NEVER, show_zero=True
    )
    columns = (*_BEFORE_FIGURES, *_FIGURES, on_hand, *_AFTER_FIGURES)
    empty = N_("Nothing was recorded in this period.")
    chart = Chart("date", ("on_hand",), Shape.STEPS) if one_item else None
    read = told(rows(book, query, selection.parameters()), columns)
    return Table("ledger", N_("Ledger"), columns, read, empty=empty, chart=chart)
