"""Remember what the book can't know by itself of what must be published: appeals, and yearly reports that are in."""

import json
from datetime import date

from donations import errors
from donations.domain.deadlines import Appeals
from donations.store import appeals
from donations.store.book import Book


def remembered(book: Book) -> Appeals:
    """What was said up to now."""
    with book.read() as connection:
        return _read(appeals.said(connection))


def remember(book: Book, new: Appeals, over: frozenset[str], now: str) -> Appeals:
    """Keep what is said anew beside what was said before, less the appeals that are `over` ("emergency", "campaign").

    Raises CampaignUnclear where a campaign ends that never began, or before it did.
    """
    with book.write() as connection:
        before = appeals.said(connection)
        made = _read(before).without(over).with_said(new)
        if made.campaign_end is not None and (made.campaign is None or made.campaign_end < made.campaign):
            raise errors.CampaignUnclear
        after = _text(made)
        if after != (before or _text(Appeals())):
            appeals.say(connection, before, after, now)
        return made


def can_be_read(said: str) -> bool:
    """Whether a text is what was said of appeals, as an act keeps it."""
    try:
        read = _read(said)
    except (ValueError, TypeError, AttributeError):
        return False
    return read.reported is None or isinstance(read.reported, int)


def _read(said: str | None) -> Appeals:
    content = json.loads(said or "{}")
    days = {
        name: date.fromisoformat(content[name]) for name in ("emergency", "campaign", "campaign_end") if name in content
    }
    return Appeals(**days, reported=content.get("reported"))


def _text(said: Appeals) -> str:
    days = {"emergency": said.emergency, "campaign": said.campaign, "campaign_end": said.campaign_end}
    content: dict[str, str | int] = {name: day.isoformat() for name, day in days.items() if day is not None}
    return json.dumps(content if said.reported is None else {**content, "reported": said.reported})
