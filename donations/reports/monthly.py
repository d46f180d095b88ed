"""A month's summary: totals per city, money, goods, what is on hand at its end, and the ledger they are made of."""

from collections.abc import Mapping
from functools import partial

from donations.domain.amount import EITHER_WAY
from donations.i18n import N_
from donations.reports.kept_sums import again, kept_sums, settled
from donations.reports.ledger import ledger_table
from donations.reports.selection import Selection, has_more_lines, report, rows
from donations.reports.stock import stock_table
from donations.reports.table import Column, Report, Screen, Sentence, Table, Type, Value, WhereLong
from donations.reports.totals import (
    CERTAINTY,
    COMES_TO_NOTHING,
    DECIMALS,
    ELSEWHERE,
    FIGURES,
    ITEM,
    ITEM_LABEL,
    SUMMED,
    UNIT,
    Grouping,
    certainty_of,
    sure,
    sure_in_period,
    totals_table,
)
from donations.store.book import Book

# What was on hand before, what the period did, what is on hand after: one row an item, whatever store or purpose.
# What is on hand of each item, whatever store or purpose: an exact count settles what was about or unknown before it.
# The sums of days are added up in the order of their key, so that nothing is sorted, and few are left to be named.
_HELD = """
  select i.item, sum(d.minor) as minor,
    sum(d.unknowns) + coalesce(t.unknowns, 0) as unknowns, sum(d.abouts) + coalesce(t.abouts, 0) as abouts
  from (
    select d.item_number, sum(d.change) as minor,
      sum(iif(d.date > coalesce(c.day, ''), d.unknowns, 0)) as unknowns,
      sum(iif(d.date > coalesce(c.day, ''), d.abouts, 0)) as abouts
    from stock_days as d
    left join (select n.item_number, s.store, s.purpose, s.day from ({settled}) as s join item_now as n on n.item = s.item) as c
      on c.item_number = d.item_number and c.store = d.store and c.purpose = d.purpose
    where d.{until} and {only}
    group by d.item_number
  ) as d
  join item_now as i on i.item_number = d.item_number
  left join ({again}) as t on t.item = i.item
  group by i.item"""


def held(until: str, only: str = "true") -> str:
    """The SELECT of what is on hand of each item; `until`: a condition for the day, `only`: one for the sums of days `d`."""
    return _HELD.format(until=until, only=only, settled=settled(until), again=again(until, "t.item"))


def _figure(figure: str) -> str:
    unknown, about = f"m.{figure}_unknown", f"m.{figure}_about"
    certainty = sure_in_period(figure, unknown, about, f"m.{figure}_taken_back")
    return f"iif(m.{figure} = 0 and {unknown} > 0, null, coalesce(m.{figure}, 0)), {certainty}"


_SUMS = ", ".join(
    f"sum({f.key}) as {f.key}, sum({f.key}_unknown) as {f.key}_unknown, sum({f.key}_about) as {f.key}_about, sum({f.key}_taken_back) as {f.key}_taken_back"
    for f in FIGURES
)
_OF_KEPT = ", ".join(f"{f.key}, {f.key}_unknown, {f.key}_about, 0 as {f.key}_taken_back" for f in FIGURES)
_OF_TAKEN_BACK = ", ".join(f"0, {f.key}_unknown, {f.key}_about, {f.key}_unknown" for f in FIGURES)
_MOVED = "(m.received, m.bought, m.spent, m.distributed, m.adjusted)"
_ROUGH = " + ".join(f"m.{f.key}_unknown + m.{f.key}_about" for f in FIGURES)
_OF_SORT = "d.item_number in (select item_number from item_now where is_money = :money)"
_SELECT = f"""
with before as ({held("date < :begin", _OF_SORT)}),
after as ({held("date <= :end", _OF_SORT)}),
moved as (
  select item, {_SUMS} from (
    select item, {_OF_KEPT} from ({{kept}})
    union all
    select item, {_OF_TAKEN_BACK} from taken_back where date between :begin and :end and {ELSEWHERE}
  ) group by item
)
select {ITEM_LABEL}, i.unit,
  iif(coalesce(b.minor, 0) = 0 and b.unknowns > 0, null, coalesce(b.minor, 0)),
  {sure("b.unknowns", "b.abouts > 0", EITHER_WAY)},
  {", ".join(_figure(figure.key) for figure in FIGURES)},
  iif(coalesce(a.minor, 0) = 0 and a.unknowns > 0, null, coalesce(a.minor, 0)),
  {sure("a.unknowns", "a.abouts > 0", EITHER_WAY)},
  case
    when coalesce({_ROUGH}, 0) > 0 and {_MOVED} = (0, 0, 0, 0, 0)
      and coalesce(b.minor, 0) = 0 and coalesce(a.minor, 0) = 0 then 'unknown'
    when coalesce({_ROUGH}, 0) = 0 and b.unknowns > 0 and coalesce(b.minor, 0) = 0 and coalesce(a.minor, 0) = 0 then 'unknown'
    when coalesce({_ROUGH}, 0) <> 0 or a.unknowns > 0 or a.abouts > 0 or b.unknowns > 0 or b.abouts > 0 then 'about'
    else 'exact'
  end,
  i.decimals
from (select distinct item, name as item_name, specification, unit, decimals, category, is_money from item_now) as i
left join before as b on b.item = i.item
left join after as a on a.item = i.item
left join moved as m on m.item = i.item
where i.is_money = :money
  and (b.unknowns > 0 or a.unknowns > 0 or coalesce(b.minor, 0) <> 0 or coalesce(a.minor, 0) <> 0 or coalesce({_ROUGH}, 0) > 0 or {_MOVED} <> (0, 0, 0, 0, 0))
order by i.item_name <> 'CNY', i.category is null, i.category, i.item
"""  # noqa: S608 - every part is a constant of this file

_HAS_MOVED = """
select exists (select 1 from ({kept}) as k join (select item, is_money from item_now) as i on i.item = k.item where i.is_money = :money)
"""

_COLUMNS = (
    ITEM,
    UNIT,
    Column("opening", N_("Opening"), Type.QUANTITY, Screen.WHERE_USED, show_zero=True),
    certainty_of("opening"),
    *SUMMED,
    Column("closing", N_("Closing"), Type.QUANTITY, show_zero=True),
    certainty_of("closing"),
    CERTAINTY,
    DECIMALS,
)

_LONG_LEDGER = N_(
    "More lines than are read on a screen: donations ledger --month {month} lists them, and a file (-o) has them."
)


def month(book: Book, selection: Selection) -> Report:
    """The summary of `selection.period`, which has both ends."""
    end = selection.period.end
    assert end is not None, selection
    pointer = Sentence(_LONG_LEDGER, {"month": end.strftime("%Y-%m")})
    tables = [
        totals_table(book, Grouping.CITY, selection),
        movements(book, "money", N_("Money"), selection, money=True),
        movements(book, "goods", N_("Goods"), selection, money=False),
        stock_table(book, end, selection),
        ledger_table(book, selection)._replace(where_long=WhereLong(pointer, partial(has_more_lines, book, selection))),
    ]
    return report(book, "month", N_("Monthly summary"), tables, selection.period)._replace(is_whole=True)


def movements(book: Book, key: str, title: str, selection: Selection, *, money: bool) -> Table:
    """Of money, or of goods: what was on hand before the period, what it did, and what is on hand after, a row an item."""
    parameters, kept = {**selection.parameters(), "money": int(money)}, kept_sums(selection.period)
    found = list(rows(book, _SELECT.format(kept=kept), parameters)())
    empty = "" if found else _why_none(book, kept, parameters)
    return Table(key, title, _COLUMNS, lambda: found, empty=empty)


def _why_none(book: Book, kept: str, parameters: Mapping[str, Value]) -> str:
    """What is said where no item has a row: whether anything moved all the same."""
    [[has_moved]] = book.connection.execute(_HAS_MOVED.format(kept=kept), parameters)
    return COMES_TO_NOTHING if has_moved else N_("Nothing moved in this period.")
