"""By when something must be published, and what asks for it."""

from datetime import date

from donations.domain.deadlines import Appeals, Published, deadlines
from donations.i18n import N_
from donations.reports.selection import report, rows
from donations.reports.table import Column, Report, Screen, Table, Type
from donations.store.book import Book

_LAST = "select end_day, published_at, entries from issues order by number desc limit 1"
# A gift that stood in an issue has been published, however it is put right since: that is for `amend` to say.
_WAITING = """
with recursive anew as (
  select number, parent from entry_links where parent is not null and reverses is null
  union all
  select a.number, l.parent from anew as a join entry_links as l on l.number = a.parent
  where l.parent is not null and l.reverses is null
),
put_right as (
  select a.number from anew as a join entry_links as f on f.number = a.parent
  where exists (
    select 1 from issues as i where f.number <= i.entries and f.date <= i.end_day and not exists (
      select 1 from entry_links as r where r.reverses = f.number and r.number <= i.entries and r.date <= i.end_day))
)
select min(date) from entries_dated
where is_standing and type in ('receipt', 'relay') and not (number <= :entries and date <= :until)
  and number not in (select number from put_right)
"""
_NONE = N_("none")
_COLUMNS = (
    Column("duty", N_("What"), Type.TERM),
    Column("source", N_("Asked for by"), Type.TERM),
    Column("due", N_("Due by"), Type.DATE),
    Column("state", N_("State"), Type.TERM),
    Column("days_left", N_("Days left"), Type.INTEGER),
)
_LAST_COLUMNS = (
    Column("until", N_("Published up to"), Type.DATE, none=_NONE),
    Column("on", N_("Last issue went out on"), Type.DATE, none=_NONE),
    Column("first_waiting", N_("First gift that waits"), Type.DATE, none=_NONE),
)
_SAID_COLUMNS = (
    Column("emergency", N_("Emergency since"), Type.DATE, Screen.WHERE_USED),
    Column("campaign", N_("Campaign from"), Type.DATE, Screen.WHERE_USED),
    Column("campaign_end", N_("Campaign until"), Type.DATE, Screen.WHERE_USED),
    Column("reported", N_("Yearly report of"), Type.TEXT, Screen.WHERE_USED),
)
_NOTES = (
    N_("Working days are Monday to Friday: public holidays are not known here."),
    N_("An emergency or a campaign is counted once it is said (--emergency, --campaign, --campaign-end), until it is --over; --reported says which yearly report is in."),
)  # fmt: skip


def due(book: Book, today: date, appeals: Appeals) -> Report:
    """Each duty with its day, seen from `today`."""
    last = next(iter(rows(book, _LAST, {})()), None)
    until, on, entries = (str(last[0]), str(last[1])[:10], last[2]) if last else ("", "", 0)
    [[waiting]] = rows(book, _WAITING, {"entries": entries, "until": until})()
    [[began]] = rows(book, "select min(date) from entries_dated", {})()
    published = Published(_day(until), _day(on), _day(waiting), _day(began))
    made = [
        (
            one.duty, f"{one.duty}_source", one.due.isoformat() if one.due else None, one.state(today),
            (one.due - today).days if one.due else None,
        )
        for one in deadlines(today, appeals, published)
    ]  # fmt: skip
    tables = [
        Table("last", N_("Published up to now"), _LAST_COLUMNS, lambda: [(until or None, on or None, _text(waiting))]),
        Table("due", N_("What is due"), _COLUMNS, lambda: made),
    ]
    if appeals != Appeals():
        said = (*map(_text, (appeals.emergency, appeals.campaign, appeals.campaign_end)), _text(appeals.reported))
        tables.append(Table("said", N_("What was said for it"), _SAID_COLUMNS, lambda: [said]))
    return report(book, "due", N_("What must be published by when"), tables, None)._replace(notes=_NOTES, is_paper=True)


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _text(value: object) -> str | None:
    return str(value) if value else None
