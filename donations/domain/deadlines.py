"""By when the law asks for a publication: days counted from what was last published."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

EMERGENCY_DAYS = 5
WORKING_DAYS = 7
CAMPAIGN_MONTHS = 3
LONG_CAMPAIGN_MONTHS = 6
"""A campaign that takes longer is reported on while it runs."""
YEARLY_MONTH, YEARLY_DAY = 5, 31
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Appeals:
    """What the book can't know by itself: since when there is an emergency appeal, how long a campaign runs, which year was reported on."""

    emergency: date | None = None
    campaign: date | None = None
    campaign_end: date | None = None
    reported: int | None = None
    """The last year of which the yearly report is in."""

    def without(self, over: frozenset[str]) -> "Appeals":
        """These, less the appeals of these names ("emergency", "campaign")."""
        kept = replace(self, emergency=None) if "emergency" in over else self
        return replace(kept, campaign=None, campaign_end=None) if "campaign" in over else kept

    def with_said(self, new: "Appeals") -> "Appeals":
        """These, with what `new` says in their place; a campaign that begins anew has no end yet."""
        campaign_end = new.campaign_end or (
            None if new.campaign and new.campaign != self.campaign else self.campaign_end
        )
        return Appeals(
            new.emergency or self.emergency, new.campaign or self.campaign, campaign_end, new.reported or self.reported
        )


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: the last day covered, the day the last issue went out, the first gift that no issue has."""

    until: date | None = None
    on: date | None = None
    first_waiting: date | None = None
    began: date | None = None
    """The day of the first entry of all."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One duty: what it is (a word of ours), and by which day; None where nothing waits for it."""

    duty: str
    due: date | None

    def state(self, today: date) -> str:
        """In a word: overdue, due today, or still ahead; or that nothing waits."""
        if self.due is None:
            return "nothing_waits"
        return "overdue" if self.due < today else "due_today" if self.due == today else "ahead"


def deadlines(today: date, appeals: Appeals, published: Published) -> list[Deadline]:
    """Every duty that concerns the book, in the order they are due; those that nothing waits for last."""
    found = [
        Deadline("everyday", published.first_waiting and after_working_days(published.first_waiting, WORKING_DAYS))
    ]
    if appeals.emergency is not None:
        since = max(appeals.emergency, published.on or appeals.emergency)
        found.append(Deadline("emergency", since + timedelta(days=EMERGENCY_DAYS)))
    if appeals.campaign is not None:
        found += _of_campaign(today, appeals.campaign, appeals.campaign_end, published)
    found.append(Deadline("yearly", _yearly(today, appeals.reported, published)))
    return sorted(found, key=lambda one: (one.due is None, one.due or today))


def _of_campaign(today: date, begin: date, end: date | None, published: Published) -> list[Deadline]:
    """Every three months while it runs longer than six; in full within three months of its end."""
    found = []
    if end is not None and end < today:
        is_told = published.until is not None and published.until >= end
        return [Deadline("campaign_end", None if is_told else months_after(end, CAMPAIGN_MONTHS))]
    if end is None or end > months_after(begin, LONG_CAMPAIGN_MONTHS):
        since = max(begin, published.on or begin)
        found.append(Deadline("campaign", months_after(since, CAMPAIGN_MONTHS)))
    if end is not None:
        found.append(Deadline("campaign_end", months_after(end, CAMPAIGN_MONTHS)))
    return found


def _yearly(today: date, reported: int | None, published: Published) -> date | None:
    """31 May: of this year where there is a last year that isn't published to its end, nor reported on."""
    due = date(today.year, YEARLY_MONTH, YEARLY_DAY)
    last_year = date(today.year - 1, 12, 31)
    is_told = published.until is not None and published.until >= last_year
    is_told = is_told or (reported is not None and reported >= last_year.year)
    is_new = published.began is None or published.began > last_year
    return date(today.year + 1, YEARLY_MONTH, YEARLY_DAY) if is_told or is_new else due


def months_after(day: date, months: int) -> date:
    """The same day `months` months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def after_working_days(day: date, days: int) -> date:
    """The day that many days later, Saturdays and Sundays not counted; public holidays are not known."""
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day
