"""Consents, closed months, issues, certificates and filed sheets of a damaged book: from their rows, else from sealed acts."""

import calendar
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from donations.domain.entry import Flow
from donations.services.salvage.acts import day_of, reason_of, whole_numbers
from donations.services.salvage.besides import Besides, Fate, What
from donations.store import closings, issues
from donations.store.certificates import CERTIFY, FILE, UNFILE, VOID
from donations.store.refund_of import REFUND_OF
from donations.store.wreck.shapes import Row, by_number, number_of
from donations.store.wreck.telling import number_said

_MONTH_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Filed:
    """A handover sheet that is filed: since when, and what was noted."""

    noted_on: str
    note: str | None


def consents(told: Besides, kept: Collection[int]) -> list[Row]:
    """What was said of naming the donors of single gifts; `kept`: the entries that are in the new book."""
    left = {number_of(row, "entry"): str(row["consent"]) for row in told.wreck.table("gift_consent")}
    are_sure = told.acts.is_whole or "gift_consent" not in told.wreck.whole
    said = {entry: said for entry, said in told.acts.consents().items() if said is not None and are_sure}
    back = said.keys() - left.keys()
    told.say(What.CONSENTS, Fate.BACK, back & set(kept))
    told.say(What.CONSENTS, Fate.LOST, (said.keys() | left.keys()) - set(kept))
    told.say_maybe(What.CONSENTS, "gift_consent")
    return [{"entry": entry, "consent": word} for entry, word in {**said, **left}.items() if entry in kept]


def closed_days(told: Besides) -> list[str]:
    """The last day of each month that was closed."""
    left = {number: str(row["last_day"]) for number, row in told.left("closing").items()}
    said = dict(_closed_months(told))
    told.say(What.CLOSINGS, Fate.BACK, (said[number][:_MONTH_LENGTH] for number in said.keys() - left.keys()))
    every = {**said, **left}
    told.say(What.CLOSINGS, Fate.LOST, set(range(1, max(every, default=0) + 1)) - every.keys())
    told.say_maybe(What.CLOSINGS, "closing", more=told.acts.many(closings.ACT) > len(every))
    return sorted(set(every.values()))


def _closed_months(told: Besides) -> Iterator[tuple[int, str]]:
    for _act, said in told.acts.on_book(closings.ACT):
        numbers, month = whole_numbers(said, "closing"), said.get("month")
        first = _day(f"{month}-01")
        if numbers and first is not None and numbers[0] <= told.acts.most:
            last = calendar.monthrange(first.year, first.month)[1]
            yield numbers[0], first.replace(day=last).isoformat()


def let_in(told: Besides, kept: Collection[int]) -> dict[int, str | None]:
    """By entry why it was let into a closed month."""
    acts = told.acts.let_in()
    since = [(number_of(row, "entries"), str(row["last_day"])) for row in told.wreck.table("closing")]
    inside = {
        number
        for row in told.wreck.table("entry")
        if (number := number_of(row, "number")) in kept
        and any(number > before and str(row["date"]) <= until for before, until in since)
    }
    unread = {entry for entry, act in acts.items() if act["reason"] is not None and reason_of(act) is None}
    told.say(What.LET_IN, Fate.LOST, (inside - acts.keys()) | (unread & set(kept)))
    told.say_maybe(What.LET_IN, "closing")
    return {entry: reason_of(act) for entry, act in sorted(acts.items()) if entry in kept}


def refunds_of(told: Besides, kept: Collection[int]) -> dict[int, int]:
    """By entry the gift that it gives back, as the last act on it says."""
    said = {number_of(row, "subject"): _number(row["after"]) for row in told.acts.on_entries(REFUND_OF)}
    found = {entry: gift for entry, gift in said.items() if gift is not None and {entry, gift} <= set(kept)}
    told.say(What.REFUNDS, Fate.LOST, (said.keys() - found.keys()) & set(kept))
    if not told.acts.is_whole:
        back = {number_of(row, "entry") for row in told.wreck.table("line") if row["flow"] == Flow.REFUNDED}
        told.say(What.REFUNDS, Fate.MAYBE, (back & set(kept)) - said.keys())
    return found


def published(told: Besides) -> list[Row]:
    """Every issue that is known of, without its report where only the act is left."""
    found: dict[int, Row] = {}
    for act, said in told.acts.on_book(issues.ACT):
        numbers = whole_numbers(said, "issue")
        begin, end = _day(said.get("from")), _day(said.get("to"))
        entries, link = (number_said(said.get(key), least=0) for key in ("entries", "link"))
        if numbers and begin and end and begin <= end and entries is not None and link is not None:
            found[numbers[0]] = {
                "number": numbers[0], "begin_day": begin.isoformat(), "end_day": end.isoformat(), "entries": entries,
                "link": link, "report": None, "sha256": issues.LOST, "published_at": str(act["changed_at"]),
            }  # fmt: skip
    every = {**told.likely(found), **told.left("issue")}
    told.say_maybe(What.ISSUES, "issue", more=told.acts.many(issues.ACT) > len(every))
    return list(every.values())


def certified(told: Besides, names: Collection[int]) -> list[Row]:
    """Every certificate that is known of; without entries where it, or the name it is for, is lost."""
    left = told.left("certificate")
    said: dict[int, Row] = {}
    for act, content in told.acts.on_book(CERTIFY):
        numbers, name, entries = whole_numbers(content, "certificate"), content.get("name"), content.get("entries")
        is_list = isinstance(entries, list) and all(isinstance(entry, int) for entry in entries)
        if numbers and is_list and (name is None or isinstance(name, int)):
            said[numbers[0]] = {
                "number": numbers[0], "name": name, "entries": json.dumps(entries), "issued_on": day_of(act),
            }  # fmt: skip
    said = told.likely(said)
    every = {**said, **left}
    for number in range(1, max([*every, *_void(told)], default=0) + 1):
        row = every.get(number, {"number": number, "name": None, "entries": "[]", "issued_on": ""})
        if row["name"] is not None and row["name"] not in names:  # a gift of several is in nobody's name
            row = {**row, "name": None, "entries": "[]"}
        every[number] = row
    told.say(What.CERTIFICATES, Fate.BACK, (n for n in said.keys() - left.keys() if every[n]["entries"] != "[]"))
    told.say(What.CERTIFICATES, Fate.LOST, (number for number, row in every.items() if row["entries"] == "[]"))
    told.say_maybe(What.CERTIFICATES, "certificate")
    return [every[number] for number in sorted(every)]


def voids(told: Besides) -> list[Row]:
    """The certificates that were declared void, each with its reason."""
    left, acts = told.left("certificate_void", "certificate").keys(), _void_acts(told)
    told.say(What.VOID, Fate.BACK, acts.keys() - left)
    told.say_maybe(What.VOID, "certificate_void")
    unread = {number for number, act in acts.items() if act["reason"] is not None and reason_of(act) is None}
    told.say(What.VOID_REASONS, Fate.LOST, (left - acts.keys()) | unread)
    reasons = {number: reason_of(act) for number, act in acts.items()}
    return [{**row, "reason": reasons.get(number)} for number, row in sorted(_void(told).items())]


def _void(told: Besides) -> dict[int, Row]:
    rows: dict[int, Row] = {
        number: {"certificate": number, "voided_on": day_of(act)} for number, act in _void_acts(told).items()
    }
    return {**rows, **told.left("certificate_void", "certificate")}


def _void_acts(told: Besides) -> dict[int, Row]:
    every = {n[0]: act for act, said in told.acts.on_book(VOID) if (n := whole_numbers(said, "certificate"))}
    return told.likely(every)


def filed(told: Besides, kept: Collection[int]) -> dict[int, Filed]:
    """By entry the signed sheet that is filed, as the last word on it says."""
    words = by_number(sorted(told.wreck.table("handover"), key=lambda row: number_of(row, "number")), "entry")
    acts = by_number(told.acts.on_entries(FILE, UNFILE), "subject")
    found: dict[int, Filed] = {}
    for entry in sorted(words.keys() | acts.keys()):
        left, said = words.get(entry, []), acts.get(entry, [])
        is_filed = said[-1]["act"] == FILE if len(said) >= len(left) else bool(left[-1]["is_filed"])
        if is_filed:
            day = str(left[-1]["noted_on"]) if left and left[-1]["is_filed"] else day_of(said[-1])
            found[entry] = Filed(day, reason_of(said[-1]) if said and said[-1]["act"] == FILE else None)
    told.say(What.HANDOVERS, Fate.BACK, (found.keys() & set(kept)) - words.keys())
    told.say(What.HANDOVERS, Fate.LOST, found.keys() - set(kept))
    told.say_maybe(What.HANDOVERS, "handover")
    unread = {entry for entry in found.keys() & acts.keys() if found[entry].note is None and acts[entry][-1]["reason"]}
    told.say(What.NOTES, Fate.LOST, unread & set(kept))
    told.say(What.NOTES, Fate.MAYBE, (found.keys() & set(kept)) - acts.keys())
    return {entry: sheet for entry, sheet in found.items() if entry in kept}


def _number(written: object) -> int | None:
    return int(written) if isinstance(written, str) and written.isdecimal() and written.isascii() else None


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
