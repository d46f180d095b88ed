"""The journal: entries in the order they were recorded; and one entry with all that is known of it."""

from collections.abc import Mapping

from donations import errors
from donations.i18n import N_
from donations.reports.from_to import PEOPLE, SAID, WHO, told, with_refunds
from donations.reports.selection import Selection, report, rows, where
from donations.reports.table import Column, InColumns, Part, Report, Screen, Table, Type
from donations.reports.totals import CERTAINTY, DECIMALS, ITEM, ITEM_LABEL, LOT, UNIT, WORTH_WHERE_ROOM
from donations.store.book import Book

_FOR_PEOPLE = tuple(
    column._replace(for_programs=False)
    for column in (
        Column("moved", N_("Amount"), Type.QUANTITY, show_zero=True),
        WORTH_WHERE_ROOM[0]._replace(key="moved_value"),
        WORTH_WHERE_ROOM[1]._replace(key="moved_value_certainty"),
    )
)
"""What leaves stands with a minus for people, what it is worth too; programs read the flow, as before, which says the same."""

_LINE_COLUMNS = (
    ITEM,
    UNIT,
    Column("flow", N_("Flow"), Type.TERM, Screen.NEVER),
    Column("amount", N_("Amount"), Type.QUANTITY, Screen.NEVER),
    CERTAINTY,
    *(column._replace(screen=Screen.NEVER) for column in WORTH_WHERE_ROOM),
    *_FOR_PEOPLE,
    Column("store", N_("Store"), screen=Screen.UNLESS_STACKED),
    Column("purpose", N_("Purpose"), screen=Screen.WHERE_ROOM),
)
_COLUMNS = (
    Column("entry", N_("No."), Type.INTEGER),
    Column("recorded_at", N_("Recorded at"), screen=Screen.NEVER),
    Column("date", N_("Date"), Type.DATE),
    Column("type", N_("Type"), Type.TERM),
    Column("reason", N_("Reason"), Type.TERM, Screen.UNLESS_STACKED),
    Column("reverses", N_("Takes back"), Type.INTEGER, Screen.WHERE_USED),
    Column("corrects", N_("Puts right"), Type.INTEGER, Screen.WHERE_USED),
    Column("city", N_("City"), screen=Screen.WHERE_ROOM),
    Column("donor", N_("Donor"), screen=Screen.NEVER),
    Column("recipient", N_("Recipient"), screen=Screen.NEVER),
    WHO,
    *_LINE_COLUMNS,
    Column("note", N_("Note"), screen=Screen.WHERE_ROOM),
    DECIMALS,
)
_BASIS = Column("value_basis", N_("The value rests on"), Type.TERM, Screen.WHERE_USED)
_SIGNED = "iif(adjusted <> 0 or flow in ('moved_out', 'spent'), stock, amount_minor)"
_MOVED = "iif(stock_sign = 0, amount_minor, stock), iif(stock_sign < 0, -value_minor, value_minor), value_certainty"

_NO_LINE = "e.number as entry" + ", null" * 29
"""An entry without lines, in the columns of the view `lines`: it keeps the number of one that is lost."""

_SELECT = f"""
select entry, recorded_at, date, type, reason, reverses, corrects, city, own_recipient, people,
  {ITEM_LABEL}, unit, flow, {_SIGNED}, certainty, value_minor, value_certainty, {_MOVED}, nullif(store_name, ''), purpose_name, note, decimals
from (
  select l.*, e.recorded_at, e.date, e.type, e.reason, e.reverses, e.corrects, e.city, e.county,
    {PEOPLE} as people, e.note
  from lines as l join entries as e on e.number = l.entry
  union all
  select {_NO_LINE}, e.recorded_at, e.date, e.type, e.reason, e.reverses, e.corrects, e.city, e.county, {PEOPLE}, e.note
  from entries as e where e.type = 'missing'
)
where {{where}}
order by entry, position
"""  # noqa: S608 - every part is a constant of this file

_ENTRY_COLUMNS = (
    Column("entry", N_("No."), Type.INTEGER),
    Column("date", N_("Date"), Type.DATE),
    Column("type", N_("Type"), Type.TERM),
    Column("reason", N_("Reason"), Type.TERM, Screen.WHERE_USED),
    Column("city", N_("City"), screen=Screen.WHERE_USED),
    Column("county", N_("County"), screen=Screen.WHERE_USED),
    Column("reverses", N_("Reverses"), Type.INTEGER, Screen.WHERE_USED),
    Column("reversed_by", N_("Reversed by"), Type.INTEGER, Screen.WHERE_USED),
    Column("corrects", N_("Corrects"), Type.INTEGER, Screen.WHERE_USED),
    Column("corrected_by", N_("Corrected by"), Type.INTEGER, Screen.WHERE_USED),
    Column("gives_back", N_("Refund of entry"), Type.INTEGER, Screen.WHERE_USED),
    Column("given_back_by", N_("Refunded by entry"), screen=Screen.WHERE_USED),
    Column("recorded_at", N_("Recorded at")),
    Column("consent", N_("Donors in public"), Type.TERM, Screen.WHERE_USED),
    Column("into_closed", N_("Into a closed month because"), screen=Screen.WHERE_USED),
    Column("why", N_("Why"), screen=Screen.WHERE_USED),
    Column("note", N_("Note"), screen=Screen.WHERE_USED),
    Column("request", N_("Request"), screen=Screen.NEVER),
    Column("digest", N_("Digest"), screen=Screen.NEVER),
)
_ENTRY = """
select number, date, type, reason, city, county, reverses, reversed_by, corrects, corrected_by,
  :gives_back, :given_back_by,
  recorded_at, consent, into_closed,
  (select r.note from entries as r where r.number = coalesce(
    e.reversed_by, (select before.reversed_by from entries as before where before.number = e.corrects)
  )),
  note, request,
  (select digest from seals where entry = number)
from entries as e where number = :entry
"""
_PARTIES = """
select ep.role, n.name, iif(n.name = ep.recorded_name, null, ep.recorded_name)
from entry_roles as ep join name_now as n on n.name_number = ep.name_number
where ep.entry = :entry order by ep.rank, ep.position
"""
_REFUNDED = "select 1 from lines where entry = :entry and flow = 'refunded'"
_LINES = f"""
select {ITEM_LABEL}, unit, flow, {_SIGNED}, certainty, value_minor, value_certainty, {_MOVED}, nullif(store_name, ''), purpose_name,
  value_basis, batch, expires_on, written, decimals
from lines where entry = :entry order by position
"""  # noqa: S608 - every part is a constant of this file
_COUNTS = f"""
select {ITEM_LABEL}, unit, counted_minor, (
    select sum(s.change) from stock_days as s
    where s.item_number in (select item_number from item_now where item = l.item) and s.store = l.store and s.purpose = l.purpose
      and s.date <= e.date
  ), 'exact', nullif(store_name, ''), purpose_name, decimals
from lines as l join entry_links as e on e.number = l.entry
where l.entry = :entry and e.reverses is null and counted_minor is not null order by position
"""  # noqa: S608 - every part is a constant of this file
_PAPER_COLUMNS = (
    Column("import", N_("Import"), Type.INTEGER),
    Column("file", N_("File")),
    Column("sheet", N_("Sheet"), screen=Screen.WHERE_USED),
    Column("row", N_("Row"), Type.INTEGER),
)
_COUNT_COLUMNS = (
    ITEM,
    UNIT,
    Column("counted", N_("Counted"), Type.QUANTITY, show_zero=True),
    Column("on_hand", N_("By the book now"), Type.QUANTITY, show_zero=True),
    CERTAINTY,
    Column("store", N_("Store"), screen=Screen.WHERE_USED),
    Column("purpose", N_("Purpose"), screen=Screen.WHERE_USED),
    DECIMALS,
)


def journal(book: Book, selection: Selection) -> Report:
    """Every line in the order it was recorded, with which entry takes back or corrects which."""
    book.expect_crowds()
    read = rows(book, _SELECT.format(where=where(selection)), selection.parameters())
    table = Table(
        "journal",
        N_("Journal"),
        with_refunds(_COLUMNS),
        InColumns(lambda: [read()], _parts()),
        empty=N_("Nothing was recorded in this period."),
    )
    return report(book, "journal", N_("Journal"), [table], selection.period)


def _parts() -> tuple[Part, Part, Part]:
    """What the columns of the journal are made of: those before who stands in an entry and those after it are as they are read."""
    keys = [column.key for column in _COLUMNS]
    before, flow_after = keys.index("donor"), keys.index("flow") - keys.index(WHO.key) - 1
    who = told(_COLUMNS, before + SAID + flow_after)
    after = len(_COLUMNS) - before - who.width
    return Part(range(before), before), who, Part(range(before + SAID, before + SAID + after), after)


def one_entry(book: Book, number: int) -> Report:
    """Entry `number`: itself, its parties and its lines, what a stocktaking counted, which row of a paper it came from. Raises UnknownEntry."""
    from donations.store.refund_of import paper_of, said_of  # a journal does without

    last, _digest = book.last()
    if not 0 < number <= last:
        raise errors.UnknownEntry(number=number, entries=last)
    gives_back, given_back_by = said_of(book.connection, number)
    parameters = {"entry": number, "gives_back": gives_back, "given_back_by": given_back_by}
    party_columns = (
        Column("role", N_("Role"), Type.TERM),
        Column("name", N_("Name")),
        Column("recorded_as", N_("Recorded as"), screen=Screen.WHERE_USED),
    )
    line_columns = (
        *_LINE_COLUMNS,
        _BASIS,
        *LOT,
        Column("written", N_("As written"), screen=Screen.WHERE_USED),
        DECIMALS,
    )
    tables = [
        Table("entry", "", _entry_columns(book, parameters), rows(book, _ENTRY, parameters)),
        Table(
            "parties", N_("Parties"), party_columns, rows(book, _PARTIES, parameters), empty=N_("No party is named.")
        ),
        Table("lines", N_("Lines"), line_columns, rows(book, _LINES, parameters), empty=N_("What it said is lost.")),
    ]
    read = rows(book, _COUNTS, parameters)
    if any(True for _row in read()):
        tables.append(Table("counts", N_("Stocktaking"), _COUNT_COLUMNS, read))
    if (paper := paper_of(book.connection, number)) is not None:
        tables.append(Table("paper", N_("The paper it came from"), _PAPER_COLUMNS, lambda: [paper]))
    return report(book, "entry", N_("Entry"), tables, None)._replace(is_paper=True)


def _entry_columns(book: Book, parameters: Mapping[str, str | int | None]) -> tuple[Column, ...]:
    """The columns of the entry itself, where people read of what goes back to a donor that it is a refund."""
    if not any(True for _row in rows(book, _REFUNDED, parameters)()):
        return _ENTRY_COLUMNS
    return tuple(
        column._replace(more_exactly=lambda _row: "refund") if column.key == "type" else column
        for column in _ENTRY_COLUMNS
    )
