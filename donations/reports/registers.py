"""The registers read back: donors, recipients, items."""

from collections.abc import Iterable

from donations.domain.amount import MONEY
from donations.domain.entry import Role
from donations.i18n import N_
from donations.reports.selection import report, rows
from donations.reports.table import Column, Report, Row, Screen, Table, Type
from donations.reports.totals import DECIMALS, ITEM_LABEL, UNIT
from donations.store.book import Book

_PARTY_COLUMNS = (
    Column("number", N_("No."), Type.INTEGER, Screen.NEVER),
    Column("name", N_("Name")),
    Column("sort", N_("Sort"), Type.TERM, Screen.WHERE_USED),
    Column("city", N_("City"), screen=Screen.WHERE_USED),
    Column("county", N_("County"), screen=Screen.WHERE_USED),
    Column("consent", N_("In public"), Type.TERM, Screen.WHERE_USED),
    Column("also", N_("Also known as"), screen=Screen.WHERE_USED),
    Column("entries", N_("Entries"), Type.INTEGER),
    Column("last", N_("Last entry"), Type.DATE),
)
# A party nobody has named in an entry yet belongs to both lists.
_PARTIES = """
select p.number, p.name, p.sort, p.city, p.county, p.consent, p.also, c.entries, c.last
from (
  select pe.party, count(distinct e.number) as entries, max(e.date) as last
  from party_entries as pe left join entries_dated as e on e.number = pe.entry and e.is_standing
  where pe.role = :role group by pe.party
  union all
  select number, 0, null from parties where number not in (select party from party_entries)
) as c
join parties as p on p.number = c.party
order by p.number
"""
_ITEM_COLUMNS = (
    Column("number", N_("No."), Type.INTEGER, Screen.NEVER),
    Column("item", N_("Item")),
    Column("specification", N_("Specification"), screen=Screen.WHERE_USED),
    Column("english", N_("English"), screen=Screen.WHERE_USED),
    Column("unit", N_("Unit")),
    Column("category", N_("Category"), screen=Screen.WHERE_USED),
    Column("also", N_("Also known as"), screen=Screen.WHERE_USED),
)
_ITEMS = """
select number, name, specification, english, unit, category, also from items
order by name <> 'CNY', category is null, category, number
"""
_AS_SHOWN = {MONEY: "资金"}
"""The name by which an item goes in Chinese, where it isn't the one it has in the book."""
_BETWEEN = "、"


_PACK_COLUMNS = (
    Column("item", N_("Item")),
    Column("pack", N_("One")),
    Column("amount", N_("Holds"), Type.QUANTITY),
    UNIT,
    DECIMALS,
)
_PACKS = f"select {ITEM_LABEL}, pack, amount_minor, unit, decimals from packs order by item, pack"  # noqa: S608 - the label is a constant


def parties(book: Book, role: Role) -> Report:
    """The parties that were named in `role`, and those not named in any entry yet."""
    is_donor = role is Role.DONOR
    title = N_("Donors") if is_donor else N_("Recipients")
    query_rows = rows(book, _PARTIES, {"role": role.value})
    table = Table("donors" if is_donor else "recipients", title, _PARTY_COLUMNS, query_rows, empty=N_("None yet."))
    return report(book, table.key, title, [table], None)


_CONTACT_COLUMNS = (
    Column("party", N_("Party"), screen=Screen.NEVER),
    Column("field", N_("Contact"), Type.TERM),
    Column("value", N_("As kept")),
)


def contact(book: Book, party: str, kept: Iterable[tuple[str, str]]) -> Report:
    """How a party is reached, in full, by field and value: the only report that shows it, and no view does."""
    found = [(party, field, value) for field, value in sorted(kept)]
    table = Table("contact", N_("Contact"), _CONTACT_COLUMNS, lambda: found, empty=N_("Nothing is kept."))
    return report(book, "contact", N_("Contact"), [table], None)


def items(book: Book) -> Report:
    """Every item with its unit, category, packs and other names."""
    read = rows(book, _ITEMS, {})
    table = Table("items", N_("Items"), _ITEM_COLUMNS, lambda: map(_with_other_names, read()), empty=N_("None yet."))
    tables = [table]
    if any(rows(book, _PACKS, {})()):
        tables.append(Table("packs", N_("Packs"), _PACK_COLUMNS, rows(book, _PACKS, {})))
    return report(book, "items", N_("Items"), tables, None)


def _with_other_names(row: Row) -> Row:
    """An item, also known by no name that the columns beside it say already."""
    number, name, specification, english, unit, category, also = row
    own = {name, f"{name}（{specification}）", english, _AS_SHOWN.get(str(name))}
    others = _BETWEEN.join(each for each in str(also or "").split(_BETWEEN) if each not in own)
    return number, name, specification, english, unit, category, others or None
