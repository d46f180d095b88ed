"""A day of its own of what a row gave and somebody got later: then it came on the one day, and went out on the other."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.quantities.goods import fold
from donations.i18n import N_
from donations.importers.columns.columns import ONWARD
from donations.importers.columns.table_days import YEARLESS, Days
from donations.importers.patterns import pattern_of
from donations.importers.rows.went_on import WHO_GOT_IT
from donations.importers.table import Settings
from donations.importers.words.cells import A_DATE, NOT_YET, InField
from donations.importers.words.heading_words import normal

WHEN_IT_WENT = N_(
    "the day on which it went to who is named as having received it; leave both blank while it hasn't, or where everything went on the day it came, say --map HEADING=- of this column"
)
WENT_BEFORE = N_(
    "a day no earlier than that on which it came; where this isn't when it went on to who received it, say --map HEADING=- of this column"
)
_NOT_YET = pattern_of(r"(?:尚?未|待|暂[未缓]).{0,6}|在?库存?|pending|notyet|instock|n/?a|none|tbd", re.IGNORECASE)
_THAT_DAY = pattern_of(r"[当同][天日]|sameday", re.IGNORECASE)
_HALF_A_YEAR = timedelta(days=182)


def with_its_day(row: Mapping[str, str]) -> list[str]:
    """The fields of who received something that a blank cell repeats from above: the day on which they did, too, where nobody is named."""
    return ["recipient"] if row.get("recipient") else ["recipient", ONWARD]


def day_of(row: Mapping[str, str], came: tuple[date, bool] | None, days: Days, settings: Settings) -> date | None:
    """The day on which what a row gave went on; None where none is said of its own, or it hasn't yet. Raises Misfit."""
    text = row.get(ONWARD, "")
    if not text or "stayed" in row or _NOT_YET.fullmatch(normal(text)):
        if ONWARD in row and row.get("recipient"):
            raise InField(ONWARD, WHEN_IT_WENT, text)
        return None
    if not row.get("recipient"):
        raise InField(ONWARD, WHO_GOT_IT, text)
    if came is not None and _THAT_DAY.fullmatch(normal(text)):
        return came[0]
    if (day := days(text)) is None:
        raise InField(ONWARD, A_DATE, text)
    if came is not None and YEARLESS.fullmatch(fold(text).strip()):
        day = _soon_after(day, came[0])
    if day > settings.today:
        raise InField(ONWARD, NOT_YET, text)
    if came is not None and day < came[0]:
        raise InField(ONWARD, WENT_BEFORE, text)
    return day


def _soon_after(day: date, came: date) -> date:
    """That day of the year in which it came, or of the next, where it is before that and not long after: 1月5日 behind 2019-12-30."""
    for year in (came.year, came.year + 1):
        try:
            found = day.replace(year=year)
        except ValueError:  # 29th February
            continue
        if found >= came and (year == came.year or found - came < _HALF_A_YEAR):
            return found
    return day


def on_own_days(drafts: tuple[Draft, ...], onward: date | None) -> tuple[Draft, ...]:
    """The drafts; what went on another day than it came is a gift on its own day, and went out on that, `onward`."""
    if onward is None:
        return drafts
    return tuple(part for draft in drafts for part in _on_days(draft, onward))


def _on_days(draft: Draft, onward: date) -> tuple[Draft, ...]:
    """What came and what went out of a draft, each on its day."""
    if draft.type != "relay":
        return (draft if draft.type == "receipt" else replace(draft, date=onward),)
    if draft.date == onward:
        return (draft,)
    came: dict[Role, tuple[str, ...]] = {
        role: names for role, names in draft.parties.items() if role is not Role.RECIPIENT
    }
    went = {Role.RECIPIENT: draft.parties[Role.RECIPIENT]}
    kinds = (("distribution", Flow.DISTRIBUTED, False), ("expense", Flow.SPENT, True))
    lines = (
        (kind, tuple(_onward(line, flow) for line in draft.lines if line.quantity.is_money is is_money))
        for kind, flow, is_money in kinds
    )
    return (
        replace(
            draft, type="receipt", parties=came, lines=tuple(replace(line, flow=Flow.RECEIVED) for line in draft.lines)
        ),
        *(replace(draft, type=kind, date=onward, parties=went, lines=each) for kind, each in lines if each),
    )


def _onward(line: DraftLine, flow: Flow) -> DraftLine:
    """A line of what went on: what it is worth, the gift says."""
    return replace(line, quantity=replace(line.quantity, price=None), flow=flow)
