"""Before a report goes public: who could still be told by city and date or amount, and who is masked for want of a word."""

from dataclasses import dataclass

from donations.domain.masking import has_no_name
from donations.reports.selection import Selection, rows, where
from donations.store.book import Book

FEWEST = 5
"""In a group of fewer gifts than these who is masked can be found out by who knows city and date, or city and amount."""

# The lines of entries that stand, each with what others know of it; who is masked stands in entry_names.
_ALONE = """
with given as (
  select l.entry, e.date, e.city, l.item, l.amount_minor,
    exists (select 1 from entry_names as n where n.entry = l.entry and n.is_masked) as is_masked
  from lines as l join entries_dated as d on d.number = l.entry and d.is_standing join entries as e on e.number = l.entry
  where l.entry in (
    select entry from (select l.*, e.date, e.city, e.county from lines as l join entries as e on e.number = l.entry)
    where {where})
),
days as (select city, date, count(distinct entry) as gifts from given group by city, date),
amounts as (select city, item, amount_minor, count(distinct entry) as gifts from given group by city, item, amount_minor)
select distinct g.entry from given as g
join days as d on d.city is g.city and d.date = g.date
join amounts as a on a.city is g.city and a.item = g.item and a.amount_minor is g.amount_minor
where g.is_masked and (d.gifts < :fewest or a.gifts < :fewest) order by g.entry
"""
_UNSORTED = """
select distinct n.party, (select t.name from main.parties as t where t.number = n.party)
from entry_names as n join parties as p on p.number = n.party
where n.is_masked and p.sort is null and p.consent is null and n.entry in (
  select entry from (select l.*, e.date, e.city, e.county from lines as l join entries as e on e.number = l.entry)
  where {where})
"""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What to think of before a report is published."""

    alone: tuple[int, ...]
    """Entries whose masked party stands in a group of fewer than FEWEST gifts."""
    unsorted: int
    """Parties that are masked because nobody said whether they are persons; who has no name is of no sort either."""


def doubts(book: Book, selection: Selection) -> Doubts:
    """What is doubtful in a report on `selection`; the book is being read as anybody may read it."""
    limits = where(selection)
    parameters = {**selection.parameters(), "fewest": FEWEST}
    alone = tuple(int(row[0] or 0) for row in rows(book, _ALONE.format(where=limits), parameters)())
    unsorted = rows(book, _UNSORTED.format(where=limits), parameters)()
    return Doubts(alone, sum(not has_no_name(str(name)) for _party, name in unsorted))
