"""What is on hand at the end of a day, per item, store and purpose."""

from datetime import date

from donations.domain.amount import EITHER_WAY
from donations.domain.period import Period
from donations.i18n import N_
from donations.reports.kept_sums import again, settled
from donations.reports.selection import Selection, report, rows
from donations.reports.table import Column, Report, Screen, Sentence, Table, Type
from donations.reports.totals import CERTAINTY, DECIMALS, UNIT, WORTH, sure
from donations.store.book import Book

COLUMNS = (
    Column("item", N_("Item")),
    Column("specification", N_("Specification"), screen=Screen.WHERE_USED),
    UNIT,
    Column("store", N_("Store"), screen=Screen.WHERE_USED),
    Column("purpose", N_("Purpose"), screen=Screen.WHERE_USED),
    Column("on_hand", N_("On hand"), Type.QUANTITY, show_zero=True),
    CERTAINTY,
    *WORTH,
    DECIMALS,
)
_VALUE_CERTAINTY = next(at for at, column in enumerate(COLUMNS) if column.key == "value_certainty")
_IN_STORE = N_("Stock on hand in {store}")
_SHARE = N_(
    "A value that is ≈ was stated roughly, or is a share: the values stated of what came in × on hand / all that came in, with what came in without a stated value."
)

# The share of each pile in what is left of the value; the view stock_on_hand has the same, word for word.
_WORTH = """
owned as ( -- where all that has a value is of unknown amount, and nobody has counted it since: it has no share but its own value
  select *, iif(valued = 0 and valued_unknown > 0 and unknowns > 0, value, null) as own_value from held
),
pooled as ( -- what may be moved between stores shares its value: all of an item and purpose
  select
    *, max(sum(value - coalesce(own_value, 0)) over pool, 0) as pool_value, sum(on_hand) over (pool order by store) as up_to,
    sum(on_hand) over pool as pool_on_hand, max(sum(came_in - valued_out) over pool, sum(on_hand) over pool) as shared_by,
    sum(valued) over pool > 0 or sum(iif(own_value is null, valued_unknown, 0)) over pool > 0 as has_share,
    sum(valued) over pool = sum(on_hand) over pool and sum(came_in) over pool = sum(on_hand) over pool
      and sum(valued_unknown) over pool = 0 and sum(uncounted) over pool = 0 as is_whole,
    sum(valued <> on_hand or came_in <> on_hand) over pool = 0 as is_unmoved, sum(value_abouts) over pool as pool_abouts
  from owned
  window pool as (partition by item, purpose)
),
parted as ( -- in units so large that there are fewer than three million million of them
  select
    *, shared_by / (shared_by / 3000000000000 + 1) as parts, up_to / (shared_by / 3000000000000 + 1) as until,
    (up_to - on_hand) / (shared_by / 3000000000000 + 1) as since
  from pooled
),
worth as ( -- the share of all piles up to this less the share of all before it, so that the shares add up to that of all, to the fen;
  -- value × units / all units, rounded: a million units at a time, for a product that whole numbers don't hold would lose some fen
  select
    *,
    case
      when is_whole and is_unmoved then value
      when has_share and on_hand > 0 then coalesce(own_value, 0)
        + pool_value / parts * until + pool_value % parts * (until / 1000000) / parts * 1000000
        + (pool_value % parts * (until / 1000000) % parts * 1000000 + pool_value % parts * (until % 1000000) + parts / 2) / parts
        - pool_value / parts * since - pool_value % parts * (since / 1000000) / parts * 1000000
        - (pool_value % parts * (since / 1000000) % parts * 1000000 + pool_value % parts * (since % 1000000) + parts / 2) / parts
      else own_value
    end as value_minor,
    case
      when has_share and on_hand > 0 then iif(is_whole and iif(is_unmoved, value_abouts = 0, on_hand = pool_on_hand and pool_abouts = 0), 'exact', 'about')
      when own_value is not null then iif(value_abouts = 0 and unknowns = valued_unknown and came_in = 0 and on_hand = 0, 'exact', 'about')
    end as value_certainty
  from parted
  where on_hand <> 0 or unknowns > 0
)
"""

# A pile of about 0 may hold something: it is listed. The view, which changes with a step of the schema only, leaves it out.
_LISTED = "where on_hand <> 0 or unknowns > 0"
_OF_ALL_PILES = _WORTH.replace(_LISTED, f"{_LISTED} or abouts > 0")

# Lines of unknown or about amount make what is on hand about, until an exact count of a later or the same day settles it.
_SELECT = f"""
with settled as ({settled("date <= :end")}),
again as ({again("date <= :end", "t.item, t.store, t.purpose")}),
gone as (select item, store, purpose, sum(amount) as amount from gone_with_values where date <= :end group by item, store, purpose),
summed as ( -- in the order of their key, so that nothing is sorted, and few are left to be named
  select
    d.item_number, d.store, d.purpose, sum(d.change) as on_hand,
    sum(iif(d.date > coalesce(c.day, ''), d.unknowns, 0)) as unknowns, sum(iif(d.date > coalesce(c.day, ''), d.abouts, 0)) as abouts,
    sum(d.unknowns) as uncounted, sum(d.came_in) as came_in, sum(d.value) as value, sum(d.valued) as valued, sum(d.valued_unknown) as valued_unknown, sum(d.value_abouts) as value_abouts
  from stock_days as d
  left join (select n.item_number, s.store, s.purpose, s.day from settled as s join item_now as n on n.item = s.item) as c
    on c.item_number = d.item_number and c.store = d.store and c.purpose = d.purpose
  where d.date <= :end and (:purpose is null or d.purpose = :purpose)
  group by d.item_number, d.store, d.purpose
),
held as (
  select
    i.item, i.name as item_name, i.specification, i.unit, i.decimals, i.category,
    d.store, s.name as store_name, d.purpose, iif(d.purpose = 1, null, p.name) as purpose_name, sum(d.on_hand) as on_hand,
    sum(d.unknowns) + coalesce(t.unknowns, 0) as unknowns, sum(d.abouts) + coalesce(t.abouts, 0) as abouts,
    sum(d.uncounted) as uncounted, sum(d.came_in) as came_in, sum(d.value) as value, sum(d.valued) as valued, sum(d.valued_unknown) as valued_unknown, sum(d.value_abouts) as value_abouts,
    coalesce(g.amount, 0) as valued_out
  from summed as d
  join item_now as i on i.item_number = d.item_number join stores as s on s.number = d.store join purposes as p on p.number = d.purpose
  left join again as t on t.item = i.item and t.store = d.store and t.purpose = d.purpose
  left join gone as g on g.item = i.item and g.store = d.store and g.purpose = d.purpose
  where :items is null or i.item in (select value from json_each(:items))
  group by i.item, d.store, d.purpose
),
{_OF_ALL_PILES}
select
  h.item_name, h.specification, h.unit, nullif(h.store_name, ''), h.purpose_name,
  iif(h.on_hand = 0 and h.unknowns > 0, null, h.on_hand) as on_hand,
  iif(h.on_hand = 0 and h.unknowns > 0, 'unknown', {sure("h.unknowns", "h.abouts > 0", EITHER_WAY)}),
  h.value_minor, h.value_certainty, h.decimals
from worth as h
where :store is null or h.store = :store
order by h.item_name <> 'CNY', h.category is null, h.category, h.item, h.store, h.purpose
"""  # noqa: S608 - every part is a constant


def stock(book: Book, day: date, selection: Selection, store: int | None = None) -> Report:
    """What there is at the end of `day`, in all stores or in one (by its number).

    Its value is the share that is left of what came in with a stated value, wherever it lies now: about, unless all that
    ever came in has a stated value and is still there.
    """
    table = stock_table(book, day, selection, store)
    return report(book, "stock", table.title, [table], Period(None, day))


def stock_table(book: Book, day: date, selection: Selection, store: int | None = None) -> Table:
    """The table of `stock`."""
    parameters = {**selection.parameters(), "end": day.isoformat(), "store": store}
    # A row an item, store and purpose: few, and what is said under them has to know them.
    held = list(rows(book, _SELECT, parameters)())
    return Table(
        "stock",
        N_("Stock on hand") if store is None else Sentence(_IN_STORE, {"store": _store(book, store)}),
        COLUMNS,
        lambda: held,
        empty=N_("Nothing is on hand."),
        under=_SHARE if any(row[_VALUE_CERTAINTY] == "about" for row in held) else "",
    )


def _store(book: Book, number: int) -> str:
    [[name]] = book.connection.execute("select name from stores where number = ?", (number,))
    return str(name)
