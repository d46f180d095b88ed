"""The one place that asks what time it is."""

from datetime import UTC, date, datetime, timedelta

CLOCKS_DIFFER = timedelta(minutes=5)
"""What the clocks of two computers that share a book may differ by, unnoticed."""


def _here() -> datetime:
    """Now, where the user is; in UTC where the system's zone (TZ) is further from that than any."""
    try:
        return datetime.now().astimezone()
    except (ValueError, OverflowError):
        return datetime.now(UTC)


def today() -> date:
    """The day it is where the user is."""
    return _here().date()


def now() -> str:
    """Tell this moment as an ISO timestamp in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stamp() -> str:
    """What a file made at this moment, where the user is, is named by: 20200331-160000."""
    return _here().strftime("%Y%m%d-%H%M%S")


def moment(timestamp: str | None) -> datetime | None:
    """The moment that an ISO timestamp says, where the user is; None where it says none."""
    try:
        return datetime.fromisoformat(timestamp or "").astimezone()
    except (ValueError, OverflowError):
        return None


def behind(recorded_at: str | None) -> tuple[str, str] | None:
    """Now and then, to the minute, where the clock stands before the time at which something was recorded; else None."""
    then, here = moment(recorded_at), moment(now())
    if then is None or here is None or then - here <= CLOCKS_DIFFER:
        return None
    return f"{here:%Y-%m-%d %H:%M}", f"{then:%Y-%m-%d %H:%M}"
