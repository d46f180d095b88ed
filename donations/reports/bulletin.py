"""What an association posts of a period: how many gave and received, what came in and went out, what is on hand at the end."""

import json
from collections.abc import Mapping

from donations.domain.entry import Flow
from donations.i18n import N_
from donations.reports.bulletin_told import told
from donations.reports.monthly import movements
from donations.reports.selection import Selection, report, rows
from donations.reports.table import Column, Report, Row, Screen, Table, Type, Value
from donations.reports.totals import CERTAINTY, DECIMALS, ITEM, ITEM_LABEL, UNIT, Grouping, sure, totals_table
from donations.store.book import Book
from donations.store.given import GIVEN_ON, NAMELESS

_COUNTS = (
    Column("city", N_("City"), screen=Screen.WHERE_USED),
    Column("gifts_of_money", N_("Gifts of money"), Type.INTEGER),
    Column("donors_of_money", N_("Donors of money"), Type.INTEGER, Screen.WHERE_USED),
    Column("gifts_of_goods", N_("Gifts of goods"), Type.INTEGER),
    Column("donors_of_goods", N_("Donors of goods"), Type.INTEGER, Screen.WHERE_USED),
    Column("recipients", N_("Recipients"), Type.INTEGER, Screen.WHERE_USED),
)
"""How many there were is empty where nobody can know it, and then not among the columns that people see."""

_MOVED = (ITEM, UNIT, Column("amount", N_("Amount"), Type.QUANTITY), CERTAINTY, DECIMALS)
_CITIES = (Column("city", N_("City")), Column("recipients", N_("Recipients"), Type.INTEGER))

_UNNAMED = f"(p.sort is 'unnamed' or p.number in {NAMELESS})"
"""A condition: a party isn't one that somebody could count."""

# Entries that stand at the end of the period: none that takes back, and none that was taken back by then. What a later
# day takes back of a closed month is in the sums of that month yet. What happened in an earlier month and was corrected in
# this one is no gift of this one. The plus keeps SQLite from looking for them by the index on `reverses`, which is the
# whole journal.
_STANDING = f"""
with standing as (
  select e.number, e.type, e.city from entries as e
  where +e.reverses is null
  and not exists (select 1 from entry_links as r where r.reverses = e.number and r.date <= :end)
  and (e.corrects is null or {GIVEN_ON.format(e="e")} >= :begin)
  and e.date between :begin and :end and (:city is null or e.city = :city) and (:county is null or e.county = :county)
),
gifts as (
  select distinct s.number, l.item in (select item from item_now where is_money) as is_money
  from standing as s join lines as l on l.entry = s.number where s.type in ('receipt', 'relay')
),
helped as (
  select n.party, {_UNNAMED} as is_unnamed, s.city from standing as s join entry_names as n on n.entry = s.number and n.role = 'recipient'
  join parties as p on p.number = n.party where s.type in ('distribution', 'relay')
)
"""  # noqa: S608 - a constant above
# Who gave without a name may be many or one: where somebody did, it isn't said how many they were. Of gifts there are many:
# where they are joined here, newer versions of SQLite look through all of them for each party.
_DONORS = """
  select iif(sum({unnamed}) > 0, null, count(distinct n.party))
  from entry_names as n join parties as p on p.number = n.party
  where n.role = 'donor' and n.entry in (select number from gifts where is_money = {money})"""
_COUNTED = f"""{_STANDING}
select coalesce(:county, :city),
  (select count(*) from gifts where is_money), ({_DONORS.format(money=1, unnamed=_UNNAMED)}),
  (select count(*) from gifts where not is_money), ({_DONORS.format(money=0, unnamed=_UNNAMED)}),
  (select iif(sum(is_unnamed) > 0, null, count(distinct party)) from helped)
"""  # noqa: S608 - every part is a constant of this file
_HELPED = f"""{_STANDING}
select city, count(distinct party) from helped group by city order by city is null, 2 desc, city
"""  # noqa: S608
# Lines are many, and what they add up to by flow is few rows, of which the sums of each sort are made.
_BY_FLOW = f"""{_STANDING},
sorts (sort, flow) as (select value ->> 0, value ->> 1 from json_each(:sorts)),
summed as materialized (
  select l.flow, l.item, {ITEM_LABEL} as label, l.item_name, l.unit, l.decimals,
    count(*) as amounts, count(l.amount_minor) as known, sum(l.amount_minor) as minor, sum(l.certainty = 'about') as abouts
  from standing as s cross join lines as l on l.entry = s.number group by l.flow, l.item
)
select sort, label, unit, iif(sum(known) = 0, null, sum(minor)),
  iif(sum(known) = 0, 'unknown', {sure("sum(amounts - known)", "sum(abouts) > 0")}), decimals
from summed join sorts using (flow)
group by sort, item order by item_name <> 'CNY', item
"""  # noqa: S608 - every part is a constant of this file

_SORTS = {
    "gifts": (Flow.RECEIVED, Flow.RELAYED),
    "bought": (Flow.BOUGHT,),
    "spent": (Flow.SPENT,),
    "handed_out": (Flow.DISTRIBUTED, Flow.RELAYED),
    "passed_on": (Flow.RELAYED,),
    "refunded": (Flow.REFUNDED,),
    "returned": (Flow.RETURNED,),
}
"""What moves, and the flows it does so by."""


def bulletin(book: Book, selection: Selection) -> Report:
    """The figures of `selection.period`, which has both ends; what is on hand where no city limits it, since stock has none."""
    book.expect_crowds()
    parameters = selection.parameters()
    by_item, moved = totals_table(book, Grouping.ITEM, selection), _moved(book, parameters)

    def table(key: str, title: str) -> Table:
        return Table(key, title, _MOVED, moved[key].values)

    tables = [
        Table("counts", N_("Counts"), _COUNTS, rows(book, _COUNTED, parameters)),
        by_item,
        table("gifts", N_("Gifts as they came in")),
        table("handed_out", N_("Given out to recipients")),
        table("passed_on", N_("Passed straight on")),
        table("refunded", N_("Gone back to donors")),
        table("returned", N_("Come back from recipients")),
        Table("cities", N_("Cities"), _CITIES, rows(book, _HELPED, parameters)),
        told(by_item, moved),
    ]
    if selection.city is None:
        tables += [
            movements(book, "money", N_("Money"), selection, money=True),
            movements(book, "goods", N_("Goods"), selection, money=False),
        ]
    return report(book, "bulletin", N_("Bulletin"), tables, selection.period)


def _moved(book: Book, parameters: Mapping[str, Value]) -> dict[str, dict[Value, Row]]:
    """By each sort of `_SORTS` the row of each item that moved so."""
    sorts = json.dumps([[sort, flow] for sort, flows in _SORTS.items() for flow in flows])
    moved: dict[str, dict[Value, Row]] = {sort: {} for sort in _SORTS}
    for sort, *row in rows(book, _BY_FLOW, {**parameters, "sorts": sorts})():
        moved[str(sort)][row[0]] = tuple(row)
    return moved
