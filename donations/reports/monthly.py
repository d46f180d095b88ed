"""A month's summary: totals per city, money, goods, what is on hand at its end, and the ledger they are made of."""

from donations.i18n import N_
from donations.reports.ledger import ledger_table
from donations.reports.selection import Selection, report, rows
from donations.reports.stock import stock_table
from donations.reports.table import Column, Report, Screen, Table, Type
from donations.reports.totals import CERTAINTY, DECIMALS, FIGURES, ITEM, ITEM_LABEL, UNIT, Grouping, totals_table
from donations.store.book import Book

# What was on hand before, what the period did, what is on hand after: one row an item, whatever store or purpose.
_SELECT = f"""
with before as (select item, sum(change) as minor from day_stocks where date < :begin group by item),
after as (select item, sum(change) as minor, sum(unknowns) as unknowns, sum(abouts) as abouts from day_stocks where date <= :end group by item),
moved as (
  select item, sum(received) as received, sum(bought) as bought, sum(spent) as spent, sum(distributed) as distributed,
    sum(adjusted) as adjusted, sum(received_unknown + bought_unknown + spent_unknown + distributed_unknown + adjusted_unknown) as unknowns,
    sum(abouts) as abouts, sum(received_unknown) as received_unknown, sum(bought_unknown) as bought_unknown,
    sum(spent_unknown) as spent_unknown, sum(distributed_unknown) as distributed_unknown, sum(adjusted_unknown) as adjusted_unknown
  from day_totals where date between :begin and :end group by item
)
select {ITEM_LABEL}, i.unit, coalesce(b.minor, 0),
  iif(m.received = 0 and m.received_unknown > 0, null, coalesce(m.received, 0)),
  iif(m.bought = 0 and m.bought_unknown > 0, null, coalesce(m.bought, 0)),
  iif(m.spent = 0 and m.spent_unknown > 0, null, coalesce(m.spent, 0)),
  iif(m.distributed = 0 and m.distributed_unknown > 0, null, coalesce(m.distributed, 0)),
  iif(m.adjusted = 0 and m.adjusted_unknown > 0, null, coalesce(m.adjusted, 0)),
  iif(coalesce(a.minor, 0) = 0 and a.unknowns > 0, null, coalesce(a.minor, 0)),
  case
    when coalesce(m.unknowns, 0) > 0 and (m.received, m.bought, m.spent, m.distributed, m.adjusted) = (0, 0, 0, 0, 0)
      and coalesce(b.minor, 0) = 0 then 'unknown'
    when coalesce(m.unknowns, 0) > 0 or coalesce(m.abouts, 0) > 0 or coalesce(a.unknowns, 0) > 0 or coalesce(a.abouts, 0) > 0 then 'about'
    else 'exact'
  end,
  i.decimals
from (select distinct item, name as item_name, specification, unit, decimals, category from item_now) as i
left join before as b on b.item = i.item
left join after as a on a.item = i.item
left join moved as m on m.item = i.item
where i.category is '资金' is :money
  and (coalesce(b.minor, 0) <> 0 or coalesce(a.minor, 0) <> 0 or m.unknowns > 0
    or (m.received, m.bought, m.spent, m.distributed, m.adjusted) <> (0, 0, 0, 0, 0))
order by i.item_name <> 'CNY', i.category is null, i.category, i.item
"""  # noqa: S608 - the label is a constant

_COLUMNS = (
    ITEM,
    UNIT,
    Column("opening", N_("Opening"), Type.QUANTITY, Screen.WHERE_USED, show_zero=True),
    *FIGURES,
    Column("closing", N_("Closing"), Type.QUANTITY, show_zero=True),
    CERTAINTY,
    DECIMALS,
)


def month(book: Book, selection: Selection) -> Report:
    """The summary of `selection.period`, which has both ends."""
    end = selection.period.end
    assert end is not None, selection
    tables = [
        totals_table(book, Grouping.CITY, selection),
        _movements(book, "money", N_("Money"), selection, money=True),
        _movements(book, "goods", N_("Goods"), selection, money=False),
        stock_table(book, end, selection),
        ledger_table(book, selection),
    ]
    return report(book, "month", N_("Monthly summary"), tables, selection.period)


def _movements(book: Book, key: str, title: str, selection: Selection, *, money: bool) -> Table:
    parameters = {**selection.parameters(), "money": int(money)}
    return Table(key, title, _COLUMNS, rows(book, _SELECT, parameters), empty=N_("Nothing moved in this period."))

