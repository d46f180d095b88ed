"""The ledger: every line in the order of its date, with what it did to each figure."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import itemgetter

from donations.domain.amount import EITHER_WAY, Certainty
from donations.domain.flows import COUNTS
from donations.domain.remembered import Remembered
from donations.i18n import N_
from donations.reports.from_to import OWN_OR_STORE, PEOPLE, SAID, WHO, told, with_refunds
from donations.reports.selection import Selection, report, rows, where
from donations.reports.table import (
    MANY,
    Chart,
    Column,
    Days,
    InColumns,
    Part,
    Report,
    Row,
    Screen,
    Shape,
    Table,
    Type,
    Value,
)
from donations.reports.totals import (
    CERTAINTY,
    DECIMALS,
    FIGURES,
    ITEM,
    ITEM_LABEL,
    UNIT,
    WORTH_WHERE_ROOM,
    certainty_of,
    sure,
)
from donations.store.book import Book

_BEFORE_FIGURES = (
    Column("entry", N_("No."), Type.INTEGER),
    Column("date", N_("Date"), Type.DATE),
    Column("type", N_("Type"), Type.TERM),
    Column("reverses", N_("Takes back"), Type.INTEGER, Screen.UNLESS_STACKED, for_programs=False),
    Column("city", N_("City"), screen=Screen.WHERE_ROOM),
    Column("donor", N_("Donor"), screen=Screen.NEVER),
    Column("via", N_("Via"), screen=Screen.NEVER),
    Column("recipient", N_("Recipient"), screen=Screen.NEVER),
    WHO,
    ITEM,
    UNIT,
    DECIMALS,
    Column("came_in", N_("In"), Type.QUANTITY, Screen.WHERE_USED, for_programs=False),
    Column("went_out", N_("Out"), Type.QUANTITY, Screen.WHERE_USED, for_programs=False),
)
_FIGURES = tuple(figure._replace(screen=Screen.NEVER) for figure in FIGURES)
_AFTER_FIGURES = (
    CERTAINTY,
    *WORTH_WHERE_ROOM,
    Column("purpose", N_("Purpose"), screen=Screen.WHERE_ROOM),
    Column("note", N_("Note"), screen=Screen.WHERE_ROOM),
)

_ITEM = f"select {ITEM_LABEL}, unit from (select *, name as item_name from item_now) where item_number = ?"  # noqa: S608 - a constant

_ORDER = "date, sinks, stock_sign < 0, entry, position"
_PILE = "partition by store, purpose"
# What is on hand after each line, for the one purpose where there is but one. As in `stock`, what nobody counted and what is rough is so until the day on which its pile
# is counted: `counted` tells the days between counts apart, and all piles together change by what each one changes by.
# What takes back what a count has settled makes nothing better known.
_OFTEN = """iif(e.reverses is null, 1, -not exists (
              select 1 from day_stocks as c where c.item = l.item and c.store = l.store and c.purpose = l.purpose and c.counts > 0
                and c.date < e.date and c.date >= (select o.date from entry_links as o where o.number = e.reverses)))"""
_ON_HAND = f"""
with changes as materialized (
  select l.entry, l.position, e.date, l.stock_sign, l.store, l.purpose,
    iif(l.flow in ('moved_in', 'moved_out'), 0, coalesce(l.stock, 0)) as change, -- what moves is on hand all the time
    (l.stock_sign <> 0 and l.amount_minor is null) * {_OFTEN} as unknown,
    (l.stock_sign <> 0 and l.certainty = 'about') * {_OFTEN} as about,
    (l.counted_minor is not null) * iif(e.reverses is null, 1, -1) as count
  from lines as l join entry_links as e on e.number = l.entry
  where l.item in (select value from json_each(:items)) and l.purpose = ifnull(:purpose, l.purpose)
), below_zero as materialized (
  select date from (select date, sum(change) over (order by date, stock_sign < 0, entry, position) as so_far from changes) where so_far < 0
)
select entry, position, sinks, sum(change) over so_far as on_hand, sum(unknown_more) over so_far as unknowns, sum(about_more) over so_far as abouts
from (
  select *, unknowns - lag(unknowns, 1, 0) over by_pile as unknown_more, abouts - lag(abouts, 1, 0) over by_pile as about_more
  from (
    select entry, position, date, sinks, stock_sign, store, purpose, change,
      sum(iif(is_counted, 0, unknown)) over since as unknowns, sum(iif(is_counted, 0, about)) over since as abouts
    from (
      select *, sum(is_counted) over ({_PILE} order by date) as counted
      from (
        select *, sum(count) over ({_PILE}, date) > 0 as is_counted, change < 0 and date in below_zero as sinks
        from changes
      )
    )
    window since as ({_PILE}, counted order by {_ORDER})
  )
  window by_pile as ({_PILE} order by {_ORDER})
)
window so_far as (order by {_ORDER})"""  # noqa: S608 - every part is a constant of this file
_ONLY = """join held as h on h.entry = l.entry and h.position = l.position
  where l.item in (select value from json_each(:items))"""
_WITH_HELD = f"with held as materialized ({_ON_HAND})"
_HELD = "iif(on_hand = 0 and unknowns > 0, null, on_hand)"
_HELD_SURE = sure("unknowns", "abouts > 0", EITHER_WAY)
_OWN_SURE = "iif(stock_sign >= 0, certainty, 'exact'), iif(stock_sign <= 0, certainty, 'exact')"  # of what came in, of what went out
# Programs have one certainty a row, of its amount and of what is on hand after it.
_BOTH_SURE = f"""case when certainty = 'unknown' and {_HELD} is null then certainty
  when certainty = 'exact' and {_HELD_SURE} = 'exact' then certainty else 'about' end"""


def _chosen(flow: Value) -> Callable[[Row], Row]:
    """What chooses, of nothing, an amount and the same below zero, the figures of a line of `flow`.

    They are what came in, what went out, and each of FIGURES: what is passed straight on comes in and goes out.
    """
    *figures, stock = COUNTS[str(flow)]
    return itemgetter(int(stock >= 0), int(stock <= 0), *figures)


_CHOSEN = Remembered(_chosen)
_NOT_HELD = (None, Certainty.EXACT.value)
_HELD_AND_OWN = 4
"""How many cells the query has of what is on hand after a line: that, how certain it is, and how certain the figures of the line are."""

# On a day, what comes in stands before what goes out, so that what is on hand never seems to fall below zero; what takes
# a line back stands among its like, before what says it aright. On a day on which it would still seem to fall below zero (what
# was given and handed out, and both taken back), all that adds stands before all that takes away: it `sinks` last.
_SELECT = f"""
{{with_held}}
select entry, date, type, reverses, city, {OWN_OR_STORE}, people, item, decimals, flow, amount_minor {{on_hand}},
  {{certainty}}, value_minor, value_certainty, purpose_name, note
from (
  select l.*, e.number, e.date, e.type, e.reverses, e.city, e.county, {PEOPLE} as people, e.note {{held}}
  from lines as l join entries as e on e.number = l.entry
  {{only}}
)
where {{where}}
order by date, {{order}} number, position
"""  # noqa: S608 - every part is a constant of this file


def ledger(book: Book, selection: Selection) -> Report:
    """Every line of the selection; where it is of one item, with what was on hand after it (for its purpose, where it is of one)."""
    return report(book, "ledger", N_("Ledger"), [ledger_table(book, selection)], selection.period)


def ledger_table(book: Book, selection: Selection) -> Table:
    """The table of `ledger`; its rows stream."""
    book.expect_crowds()
    one_item = selection.items is not None and len(selection.items) == 1
    parts = ("", "", "", "", "", "certainty")
    if one_item:
        parts = (
            _WITH_HELD,
            f", {_HELD}, {_HELD_SURE}, {_OWN_SURE}",
            ", h.on_hand, h.unknowns, h.abouts, h.sinks",
            _ONLY,
            "sinks, stock_sign < 0,",
            _BOTH_SURE,
        )
    query = _SELECT.format(
        where=where(selection),
        **dict(zip(("with_held", "on_hand", "held", "only", "order", "certainty"), parts, strict=True)),
    )
    on_hand = Column(
        "on_hand", N_("On hand"), Type.QUANTITY, Screen.ALWAYS if one_item else Screen.NEVER, show_zero=True
    )
    own = (certainty_of("came_in"), certainty_of("went_out")) if one_item else ()  # else that of the row is theirs
    columns = with_refunds((*_BEFORE_FIGURES, *_FIGURES, on_hand, certainty_of(on_hand.key), *own, *_AFTER_FIGURES))
    empty = N_("Nothing was recorded in this period.")
    chart = Chart("date", ("on_hand",), Shape.STEPS) if one_item else None

    def read(seen: Book, periods: Iterable[Days]) -> InColumns:
        def reads() -> Iterator[Iterable[Row]]:
            for begin, end in periods:
                yield rows(seen, query, {**selection.parameters(), "begin": begin, "end": end})()

        return InColumns(reads, _parts(seen, columns, one_item=one_item))

    every = read(book, [selection.days()])
    if selection.is_whole() and book.last()[0] >= MANY:
        from donations.reports.pieces import pieces  # most books are short

        every.in_pieces = partial(pieces, book, selection.days(), read)
    return Table("ledger", N_("Ledger"), columns, every, empty=empty, chart=chart)


def _parts(book: Book, columns: tuple[Column, ...], *, one_item: bool) -> tuple[Part, ...]:
    """What the columns of the ledger are made of, from left to right: each of little that is alike in many lines.

    SQLite would look up and multiply line by line.
    """

    def item(number: Row) -> Row:
        found: Row = book.connection.execute(_ITEM, number).fetchone()
        return found

    keys = [column.key for column in columns]
    before, worth, held = keys.index("donor"), len(_AFTER_FIGURES) - 1, _HELD_AND_OWN if one_item else 0
    number_at = before + SAID
    held_at = number_at + 4
    worth_at = held_at + held
    figures = Part(range(number_at + 1, held_at), len(_FIGURES) + 3, _figures)
    if not one_item:
        figures = figures._replace(width=figures.width + len(_NOT_HELD), make=_figures_alone)
    return (
        Part(range(before), before),
        told(columns, flow_at=number_at + 2),
        Part((number_at,), 2, item),
        figures,
        Part(range(held_at, worth_at), held),
        Part(range(worth_at, worth_at + worth), worth, _as_read),
        Part((worth_at + worth,), 1),
    )


def _as_read(row: Row) -> Row:
    return row


def _figures(line: Row) -> Row:
    """The decimals, what came in, what went out, and what a flow does to each of FIGURES with an amount, which may be unknown."""
    decimals, flow, amount = line
    return (decimals, *_CHOSEN[flow]((0, amount, None if amount is None else -int(amount))))


def _figures_alone(line: Row) -> Row:
    return _figures(line) + _NOT_HELD
