"""The journal for other accounting programs: items and places, what was on hand before, what each line moved, what is left."""

from datetime import date

from donations.domain.period import Period
from donations.i18n import N_
from donations.reports.selection import Selection, report, rows
from donations.reports.table import Column, Report, Table, Type
from donations.reports.totals import ITEM_LABEL
from donations.store.book import Book

_DECIMALS = Column("decimals", "", Type.DECIMALS)
_ITEM = Column("item", N_("No."), Type.INTEGER)
_PLACE = (Column("store", N_("Store"), Type.INTEGER), Column("purpose", N_("Purpose"), Type.INTEGER))
_ITEM_COLUMNS = (
    _ITEM,
    Column("label", N_("Item")),
    Column("unit", N_("Unit")),
    Column("is_money", N_("Money"), Type.INTEGER),
    _DECIMALS,
)
_PLACE_COLUMNS = (*_PLACE, Column("store_name", N_("Store")), Column("purpose_name", N_("Purpose")))
_HELD_COLUMNS = (*_PLACE, _ITEM, Column("on_hand", N_("On hand"), Type.QUANTITY), _DECIMALS)
_ENTRY_COLUMNS = (
    Column("entry", N_("No."), Type.INTEGER),
    Column("date", N_("Date"), Type.DATE),
    Column("type", N_("Type"), Type.TERM),
    Column("adjustment", N_("Reason"), Type.TERM),
    Column("city", N_("City")),
    Column("county", N_("County")),
    *(Column(role, "") for role in ("donor", "via", "payer", "supplier", "recipient", "beneficiary")),
    Column("note", N_("Note")),
    Column("reverses", N_("Reverses"), Type.INTEGER),
    Column("corrects", N_("Corrects"), Type.INTEGER),
    Column("recorded_at", N_("Recorded at")),
)
_FIGURES = ("stock", "received", "bought", "spent", "distributed", "adjusted")
_LINE_COLUMNS = (
    Column("position", N_("No."), Type.INTEGER),
    *_PLACE,
    _ITEM,
    Column("flow", N_("Flow"), Type.TERM),
    Column("amount", N_("Amount"), Type.QUANTITY),
    Column("certainty", N_("Certainty"), Type.TERM),
    Column("value", N_("Value (yuan)"), Type.MONEY),
    Column("value_certainty", N_("Certainty of the value"), Type.TERM),
    Column("counted", "", Type.QUANTITY),
    Column("own_recipient", N_("Recipient")),
    *(Column(figure, "", Type.QUANTITY) for figure in _FIGURES),
    _DECIMALS,
)

_ITEMS = f"""
select distinct item, {ITEM_LABEL}, unit, is_money, decimals from (select *, name as item_name from item_now)
where :items is null or item in (select value from json_each(:items)) order by item
"""  # noqa: S608 - every part is a constant of this file
_OF_STOCK = (
    "(:items is null or item in (select value from json_each(:items))) and (:purpose is null or purpose = :purpose)"
)
_PLACES = f"""
select distinct store, purpose, store_name, purpose_name from day_stocks
where date <= :end and {_OF_STOCK} order by store, purpose
"""  # noqa: S608
_HELD = f"""
select store, purpose, item, sum(change), decimals from day_stocks
where {{until}} and {_OF_STOCK} group by store, purpose, item, decimals {{having}} order by store, purpose, item
"""  # noqa: S608

# An entry that keeps the number of a lost one has no lines: it is told where nothing but the period limits the journal.
_LINES = """
select e.number, e.date, e.type,
  iif(e.type = 'adjustment', coalesce((select o.reason from entries as o where o.number = e.reverses), e.reason), null),
  e.city, e.county, e.donor, e.via, e.payer, e.supplier, e.recipient, e.beneficiary, e.note, e.reverses, e.corrects, e.recorded_at,
  l.position, l.store, l.purpose, l.item, l.flow, l.amount_minor, l.certainty, l.value_minor, l.value_certainty, l.counted_minor,
  l.own_recipient, l.stock, l.received, l.bought, l.spent, l.distributed, l.adjusted, l.decimals
from entries as e left join lines as l on l.entry = e.number
where e.date between :begin and :end
  and (:items is null or l.item in (select value from json_each(:items)))
  and (:purpose is null or l.purpose = :purpose)
order by e.date, e.number, l.position
"""
_DAYS = "select min(date), max(date) from entries"


def postings(book: Book, selection: Selection) -> Report:
    """What double-entry bookkeeping needs of the selection's period, items and purpose, in the order of its days.

    The report's period has both ends wherever anything was recorded: the first and the last entry's, where none are stated.
    """
    book.expect_crowds()
    period = _with_ends(book, selection.period)
    parameters = selection._replace(period=period).parameters()
    begun = selection.period.begin is not None
    before = rows(book, _HELD.format(until="date < :begin", having="having sum(change) <> 0"), parameters)
    tables = [
        Table("items", N_("Items"), _ITEM_COLUMNS, rows(book, _ITEMS, parameters)),
        Table("places", N_("Store"), _PLACE_COLUMNS, rows(book, _PLACES, parameters)),
        Table("before", N_("Opening"), _HELD_COLUMNS, before if begun else tuple),
        Table("lines", N_("Lines"), (*_ENTRY_COLUMNS, *_LINE_COLUMNS), rows(book, _LINES, parameters)),
        Table(
            "after", N_("Closing"), _HELD_COLUMNS, rows(book, _HELD.format(until="date <= :end", having=""), parameters)
        ),
    ]
    return report(book, "postings", N_("Journal"), tables, period)


def _with_ends(book: Book, period: Period) -> Period:
    [(first, last)] = rows(book, _DAYS, {})()
    days = [date.fromisoformat(str(day)) for day in (first, last) if day]
    begin = period.begin or min([*days, *filter(None, [period.end])], default=None)
    return Period(begin, period.end or max([*days, *filter(None, [begin])], default=None))
