"""What an association posts of a period: how many gave and received, what came in and went out, what is on hand at the end."""

from donations.domain.entry import Flow
from donations.i18n import N_
from donations.reports.gift import SUM
from donations.reports.monthly import movements
from donations.reports.selection import Selection, report, rows
from donations.reports.table import Column, Report, Table, Type
from donations.reports.totals import CERTAINTY, DECIMALS, ITEM, ITEM_LABEL, UNIT, Grouping, totals_table
from donations.store.book import Book

_COUNTS = (
    Column("city", N_("City")),
    Column("gifts_of_money", N_("Gifts of money"), Type.INTEGER),
    Column("donors_of_money", N_("Donors of money"), Type.INTEGER),
    Column("gifts_of_goods", N_("Gifts of goods"), Type.INTEGER),
    Column("donors_of_goods", N_("Donors of goods"), Type.INTEGER),
    Column("recipients", N_("Recipients"), Type.INTEGER),
)
_MOVED = (ITEM, UNIT, Column("amount", N_("Amount"), Type.QUANTITY), CERTAINTY, DECIMALS)
_CITIES = (Column("city", N_("City")), Column("recipients", N_("Recipients"), Type.INTEGER))

# Entries that stand at the end of the period: none that takes back, and none that was taken back by then. What a later
# day takes back of a closed month is in the sums of that month yet. The plus keeps SQLite from looking for them by the
# index on `reverses`, which is the whole journal.
_STANDS = """+{e}.reverses is null
    and not exists (select 1 from entry_links as r where r.reverses = {e}.number and r.date <= :end)"""
_STANDING = f"""
with standing as (
  select e.number, e.type, e.city from entries as e
  where {_STANDS.format(e="e")}
  and e.date between :begin and :end and (:city is null or e.city = :city) and (:county is null or e.county = :county)
),
gifts as (
  select distinct s.number, l.item in (select item from item_now where is_money) as is_money
  from standing as s join lines as l on l.entry = s.number where s.type in ('receipt', 'relay')
),
helped as (
  select n.party, p.sort, s.city from standing as s join entry_names as n on n.entry = s.number and n.role = 'recipient'
  join parties as p on p.number = n.party where s.type in ('distribution', 'relay')
)
"""  # noqa: S608 - a constant above
# Who gave without a name may be many or one: where somebody did, it isn't said how many they were.
_DONORS = """
  select iif(sum(p.sort = 'unnamed') > 0, null, count(distinct n.party))
  from gifts as g join entry_names as n on n.entry = g.number and n.role = 'donor' join parties as p on p.number = n.party
  where g.is_money = {money}"""
_COUNTED = f"""{_STANDING}
select coalesce(:county, :city),
  (select count(*) from gifts where is_money), ({_DONORS.format(money=1)}),
  (select count(*) from gifts where not is_money), ({_DONORS.format(money=0)}),
  (select iif(sum(sort = 'unnamed') > 0, null, count(distinct party)) from helped)
"""  # noqa: S608 - every part is a constant of this file
_HELPED = f"""{_STANDING}
select city, count(distinct party) from helped where city is not null group by city order by 2 desc, city
"""  # noqa: S608
_BY_FLOW = f"""
select {ITEM_LABEL}, unit, {SUM.format(minor="iif(flow in ('returned', 'distributed'), abs(distributed), abs(received))")}, decimals
from (
  select l.*, e.date, e.city, e.county from lines as l join entries as e on e.number = l.entry
  where {_STANDS.format(e="e")}
)
where flow in (select value from json_each(:flows)) and date between :begin and :end
  and (:city is null or city = :city) and (:county is null or county = :county)
group by item, unit, decimals order by item_name <> 'CNY', item
"""  # noqa: S608 - every part is a constant of this file


def bulletin(book: Book, selection: Selection) -> Report:
    """The figures of `selection.period`, which has both ends; what is on hand where no city limits it, since stock has none."""
    parameters = selection.parameters()

    def _moved(key: str, title: str, *flows: Flow) -> Table:
        listed = "[" + ",".join(f'"{flow}"' for flow in flows) + "]"
        return Table(key, title, _MOVED, rows(book, _BY_FLOW, {**parameters, "flows": listed}))

    tables = [
        Table("counts", N_("Counts"), _COUNTS, rows(book, _COUNTED, parameters)),
        totals_table(book, Grouping.ITEM, selection),
        _moved("gifts", N_("Gifts as they came in"), Flow.RECEIVED, Flow.RELAYED),
        _moved("handed_out", N_("Given out to recipients"), Flow.DISTRIBUTED, Flow.RELAYED),
        _moved("passed_on", N_("Passed straight on"), Flow.RELAYED),
        _moved("refunded", N_("Gone back to donors"), Flow.REFUNDED),
        _moved("returned", N_("Come back from recipients"), Flow.RETURNED),
        Table("cities", N_("Cities"), _CITIES, rows(book, _HELPED, parameters)),
    ]
    if selection.city is None:
        tables += [
            movements(book, "money", N_("Money"), selection, money=True),
            movements(book, "goods", N_("Goods"), selection, money=False),
        ]
    return report(book, "bulletin", N_("Bulletin"), tables, selection.period)
