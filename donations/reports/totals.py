"""Totals per city, item, category, donor, recipient, month or purpose: what came in and what went out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from donations.domain.amount import EITHER_WAY, MORE
from donations.i18n import N_
from donations.reports.kept_sums import kept_sums
from donations.reports.selection import WHERE_SUMS, Selection, has_more_lines, report, rows, where
from donations.reports.table import Chart, Column, Report, Row, Screen, Table, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from donations.store.book import Book  # imports sqlite3, which help pages do without


class Grouping(StrEnum):
    """What totals are taken by."""

    CITY = "city"
    ITEM = "item"
    CATEGORY = "category"
    DONOR = "donor"
    RECIPIENT = "recipient"
    MONTH = "month"
    PURPOSE = "purpose"


_GROUPS = {  # column in SQL, title, type
    Grouping.CITY: ("city", N_("City"), Type.TEXT),
    Grouping.CATEGORY: ("category", N_("Category"), Type.TEXT),
    Grouping.DONOR: ("donor", N_("Donor"), Type.TEXT),
    Grouping.RECIPIENT: ("recipient", N_("Recipient"), Type.TEXT),
    Grouping.MONTH: ("month", N_("Month"), Type.TEXT),
    Grouping.PURPOSE: ("purpose_name", N_("Purpose"), Type.TEXT),
}

_OF_PARTIES = (Grouping.DONOR, Grouping.RECIPIENT)
"""Groups that are parties, of which thousands may stand in an entry."""

_DRAWN = (Grouping.CITY, Grouping.MONTH, Grouping.PURPOSE)
"""Groups that are few enough for a picture, and hold the same items."""

_TITLES = {
    "received": N_("Received"),
    "bought": N_("Bought"),
    "spent": N_("Spent"),
    "distributed": N_("Given out"),
    "adjusted": N_("Adjusted"),
}
_MOVED = ("received", "bought", "spent", "distributed")
"""What a picture shows: what came in and what went out."""

FIGURES = tuple(Column(key, title, Type.QUANTITY, Screen.WHERE_USED) for key, title in _TITLES.items())


def certainty_of(figure: str) -> Column:
    """How certain that one figure is, for people; programs have one certainty a row."""
    return Column(f"{figure}_certainty", "", Type.TERM, Screen.NEVER, for_programs=False)


SUMMED = tuple(column for figure in FIGURES for column in (figure, certainty_of(figure.key)))
"""The figures as sums: each with its own certainty behind it."""

CERTAINTY = Column("certainty", N_("Certainty"), Type.TERM, Screen.NEVER)
WORTH = (
    Column("value", N_("Value (yuan)"), Type.MONEY, Screen.WHERE_USED),
    Column("value_certainty", N_("Certainty of the value"), Type.TERM, Screen.NEVER),
)
WORTH_UNLESS_STACKED = (WORTH[0]._replace(screen=Screen.UNLESS_STACKED), WORTH[1])
WORTH_WHERE_ROOM = (WORTH[0]._replace(screen=Screen.WHERE_ROOM), WORTH[1])
LOT = (
    Column("batch", N_("Batch"), screen=Screen.WHERE_USED),
    Column("expires_on", N_("Expires on"), Type.DATE, Screen.WHERE_USED),
)
"""Which batch goods are of, and until when they keep."""
DECIMALS = Column("decimals", "", Type.DECIMALS, Screen.NEVER)
UNIT = Column("unit", N_("Unit"), Type.TEXT, Screen.NEVER)
ITEM = Column("item", N_("Item"))

COMES_TO_NOTHING = N_("Every total of this period is 0.")
"""Said where there are entries, and no sum of them is more or less than nothing."""

ITEM_LABEL = "item_name || iif(specification is null, '', '（' || specification || '）')"


def sign_of(figure: str) -> str:
    """How what nobody counted stands beside the known sum: what is adjusted may be more or less by it."""
    return EITHER_WAY if figure == "adjusted" else MORE


def sure(unknown: str, about: str, sign: str = MORE) -> str:
    """SQL for how certain a sum is (`SumCertainty`): how many amounts of it are unknown, and a condition for being rough."""
    return f"iif({about}, 'about', 'exact') || iif({unknown} > 0, '{sign}' || {unknown}, '')"


def sure_in_period(figure: str, unknown: str, about: str, taken_back: str) -> str:
    """SQL for how certain a figure is of which amounts of other periods may have been taken back: `taken_back`, how many unknown ones."""
    known = sure(unknown, f"{about} <> 0", sign_of(figure))
    return f"iif({taken_back} > 0, {sure(unknown, f'{about} <> 0', EITHER_WAY)}, {known})"


# A figure, and beside it, for people, how certain just that figure is.
def _sum(figure: str) -> str:
    unknown, about = f"sum({figure}_unknown)", f"sum({figure}_about)"
    certainty = sure_in_period(figure, unknown, about, f"sum({figure}_taken_back)")
    return f"""
case when sum({figure}) = 0 and {unknown} > 0 then null else sum({figure}) end as {figure}, {certainty}"""


_UNKNOWN = "sum(received_unknown + bought_unknown + spent_unknown + distributed_unknown + adjusted_unknown)"
_ABOUT = "sum(received_about + bought_about + spent_about + distributed_about + adjusted_about)"
_NONE = "sum(received) = 0 and sum(bought) = 0 and sum(spent) = 0 and sum(distributed) = 0 and sum(adjusted) = 0"
# What is taken back of a closed month stands in the month it was taken back in: without it the months wouldn't add up.
_VALUED = "sum(value_{way}_lines) <> 0 or sum(value_{way}) <> 0"

_COUNTS = [*(f"{figure.key}_unknown" for figure in FIGURES), *(f"{figure.key}_about" for figure in FIGURES)]
"""How many amounts of each figure nobody counted, or only roughly: one less for each that is taken back."""

ELSEWHERE = "first_date not between :begin and :end"
"""A condition: what a line takes back is of another period."""


_LINES = """(
  select t.*, e.donor, coalesce((select n.name from name_now as n where n.name_number = t.own_recipient), e.recipient) as recipient,
    iif(t.purpose = 1, null, p.name) as purpose_name,
    iif(e.reverses is null, 0, (
      select {elsewhere} from (select o.date as first_date, substr(o.date, 1, 7) as first_month from entry_links as o where o.number = e.reverses))
    ) as is_elsewhere
  from line_totals as t join entries as e on e.number = t.entry join purposes as p on p.number = t.purpose
)"""

_FIGURES = f"""
  {ITEM_LABEL} as item, unit,
  {",".join(_sum(figure.key) for figure in FIGURES)},
  case
    when {_UNKNOWN} > 0 and {_NONE} then 'unknown'
    when {_UNKNOWN} <> 0 or {_ABOUT} <> 0 then 'about'
    else 'exact'
  end as certainty,
  iif({_VALUED}, sum(value_{{way}}), null) as value,
  iif({_VALUED}, iif(sum(value_{{abouts}}) <> 0, 'about', 'exact'), null) as value_certainty,
  decimals
"""
_HAVE_MOVED = ", ".join(f"max({figure.key} <> 0)" for figure in FIGURES)
"""Behind the figures of a sum: whether any of what each is made of is something."""
_LINES_HAVE_MOVED = ", ".join(f"max({figure.key}_moved)" for figure in FIGURES)
"""The same, of lines."""
# Rough amounts may add up to about nothing, which is not nothing.
_KEPT = f"having not ({_NONE} and {_UNKNOWN} = 0 and {_ABOUT} = 0 and not ({_VALUED}))"
_ORDER = "item_name <> 'CNY', category is null, category, s.item"
_KNOWN = [*(figure.key for figure in FIGURES), "value_in", "value_in_lines"]
_ROUGH = [*_COUNTS, "value_abouts"]
_TAKEN_BACK = [f"{figure.key}_taken_back" for figure in FIGURES]
_COUNTED = [*_ROUGH, "value_out_abouts"]
# Lines are many: they are added up once, and what is said of the sums is made of few rows. What takes back lines of another
# period makes the sum no better known: apart from others its counts, all below zero, are added up and count too.
_SELECT = f"""
with summed as materialized (
  select {{group}} item, item_name, specification, unit, decimals, category, is_elsewhere,
    {", ".join(f"sum({column}) as {column}" for column in (*_KNOWN, "value_out", "value_out_lines", *_COUNTED))},
    {", ".join(f"max({figure.key} <> 0) as {figure.key}_moved" for figure in FIGURES)}
  from {_LINES} as s
  where {{limits}} {{which}}
  group by {{group}} s.item, unit, decimals, is_elsewhere
)
select {{group}} {_FIGURES} {{more}}
from (
  select {{group}} item, item_name, specification, unit, decimals, category, {", ".join(_KNOWN)}, value_out, value_out_lines,
    {", ".join(f"iif(is_elsewhere, abs({count}), {count}) as {count}" for count in _COUNTED)},
    {", ".join(f"is_elsewhere and {figure.key}_unknown < 0 as {figure.key}_taken_back" for figure in FIGURES)},
    {", ".join(f"{figure.key}_moved" for figure in FIGURES)}
  from summed
) as s
group by {{group}} s.item, unit, decimals
{{kept}}
order by {{order}} {_ORDER}
"""  # noqa: S608 - every part is a constant of this file

# The kept sums are many: they are added up once, and what is left is few rows, of which both a row for each group and
# item is made and, below, one for each item.
_OF_KEPT = f"""
with summed as materialized (
  select t.*, i.item_name, i.specification, i.unit, i.decimals, i.category
  from (
    select {{group}} as of, item, {", ".join(f"sum({column}) as {column}" for column in (*_KNOWN, *_ROUGH))},
      {", ".join(f"0 as {column}" for column in _TAKEN_BACK)}, 1 as is_in_all
    from ({{kept}}) where {WHERE_SUMS} group by 1, 2
    union all
    select {{group}}, item, {", ".join("0" for _column in _KNOWN)}, {", ".join(_ROUGH)},
      {", ".join(f"{figure.key}_unknown" for figure in FIGURES)}, {ELSEWHERE}
    from taken_back where {{limits}} and ({{elsewhere}})
  ) as t join (select item_number, name as item_name, specification, unit, decimals, category from item_now) as i on i.item_number = t.item
)
select 0, of, {_FIGURES}, {_HAVE_MOVED}, of is null, {_ORDER}
from summed as s group by of, s.item, unit, decimals {_KEPT}
union all
select 1, null, {_FIGURES}, {_HAVE_MOVED}, 0, {_ORDER}
from summed as s where {{has_groups}} and is_in_all group by s.item, unit, decimals
order by 1, {{sorted}}
"""  # noqa: S608 - every part is a constant of this file


def totals(book: Book, by: Grouping, selection: Selection, *, bars: bool = False) -> Report:
    """What was received, bought, spent, distributed and adjusted in the period; a row a group and item.

    Amounts of different items never share a sum; straight-through gifts count as received and as distributed.
    With `bars` every grouping has a chart, and text draws it too.
    """
    table = totals_table(book, by, selection)
    if bars:
        table = table._replace(chart=Chart(by.value, _MOVED), has_bars=True)
    return report(book, "totals", N_("Totals"), [table], selection.period)


def totals_table(book: Book, by: Grouping, selection: Selection) -> Table:
    """The table of `totals`, with the sums per item over all groups under it."""
    group = _GROUPS.get(by)
    columns = [ITEM, UNIT, *SUMMED, CERTAINTY, *WORTH_UNLESS_STACKED, DECIMALS]
    found: list[Row] = []
    if _is_from_lines(by, selection):
        read = _of_lines(book, by, group and group[0], selection)
        below = [] if group is None else [(None, *row) for row in _of_lines(book, by, None, selection, below=True)()]
    else:
        found, below = _of_kept(book, group and group[0], selection)
        read = lambda: found  # noqa: E731 - few rows, which are there already
    if group is not None:
        from donations.reports.evening_out import with_what_evens_out  # a sum alone evens nothing out

        columns.insert(0, Column(by.value, group[1], group[2], none=N_("unstated")))
        below = with_what_evens_out(columns, read, below)
    has_lines = bool(found) or has_more_lines(book, selection, 0)  # totals that are all 0 are not none
    empty = COMES_TO_NOTHING if has_lines else N_("Nothing was recorded in this period.")
    chart = Chart(by.value, _MOVED) if by in _DRAWN else None
    return Table("totals", N_("Totals"), columns, read, below, empty, chart)


def _is_from_lines(by: Grouping, selection: Selection) -> bool:
    """Whether the kept sums don't say it: who, what for, and counties stand in lines alone."""
    limits = (selection.party, selection.purpose, selection.county)
    return by in (*_OF_PARTIES, Grouping.PURPOSE) or limits != (None, None, None)


def _of_lines(
    book: Book, by: Grouping, group: str | None, selection: Selection, *, below: bool = False
) -> Callable[[], Iterable[Row]]:
    """A row a group and item; `below`, where the sums under a table are asked for, also of what comes to nothing."""
    way = "out" if by is Grouping.RECIPIENT else "in"
    if by in _OF_PARTIES:
        book.expect_crowds()
    query = _SELECT.format(
        group=f"{group}," if group else "", order=f"{group} is null, {group}," if group else "",
        limits=where(selection), which=f"and {by.value} is not null" if by in _OF_PARTIES else "",
        more=f", {_LINES_HAVE_MOVED}" if below else "", kept="" if below else _KEPT.format(way=way),
        way=way, abouts="out_abouts" if way == "out" else "abouts", elsewhere=_elsewhere(group),
    )  # fmt: skip
    return rows(book, query, selection.parameters())


def _elsewhere(group: str | None) -> str:
    """The condition that what a line takes back is in another sum: of another period, or of another month where months are told apart."""
    return f"{ELSEWHERE} or first_month <> month" if group == "month" else ELSEWHERE


def _of_kept(book: Book, group: str | None, selection: Selection) -> tuple[list[Row], list[Row]]:
    """A row a group and item, and, where there are groups, a row an item below."""
    printed = 2 + 2 + len(SUMMED) + 4  # whether below, its group; item, unit; certainty, value and its own, decimals
    after = printed + len(FIGURES)
    keys = range(after + 1, after + 6)  # sorted by: whether without a group, the group, and items in their order
    query = _OF_KEPT.format(
        kept=kept_sums(selection.period), limits=where(selection), group=group or "null", has_groups=int(group is not None), way="in", abouts="abouts", elsewhere=_elsewhere(group),
        sorted=", ".join(map(str, (keys[0], 2, *keys[1:]))),
    )  # fmt: skip
    found = list(book.connection.execute(query, selection.parameters()))
    first = 1 if group else 2
    every = [row[first:printed] for row in found if not row[0]]
    return every, [row[1 : printed + len(FIGURES)] for row in found if row[0]]
