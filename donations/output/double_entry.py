"""Double-entry bookkeeping of a gift book, for the programs whose journals are texts: accounts, postings and what is told of them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from donations.domain.amount import MONEY_DECIMALS, Certainty, minor_text
from donations.output.cleaning import clean
from donations.reports.table import Report, Value, whole

Cells = Mapping[str, Value]
"""A row by the keys of its columns."""

BEFORE = "Equity:Before"
"""Where what was on hand before the first day comes from."""

_FIGURES = {
    "received": ("Income:Received", -1),
    "bought": ("Equity:Bought", -1),
    "spent": ("Expenses:Spent", 1),
    "distributed": ("Expenses:Distributed", 1),
    "adjusted": ("Equity:Adjusted", -1),
}
"""The account of each figure, and the sign it has there: with that of stock they add up to nothing, in every flow."""

_RELAYED, _PASSED_ON = "relayed", "PassedOn"
_REASONS = {reason: reason.title() for reason in ("opening", "count", "loss", "expiry", "use")}
FLOW_ACCOUNTS = (
    "Income:Received", f"Income:Received:{_PASSED_ON}", "Equity:Bought", "Expenses:Spent", "Expenses:Distributed",
    f"Expenses:Distributed:{_PASSED_ON}", "Equity:Adjusted", *(f"Equity:Adjusted:{name}" for name in _REASONS.values()),
)  # fmt: skip
"""Every account but those of stores: which of them a book uses would take a second reading to know."""

_ENTRY_TAGS = (
    "type", "adjustment", "city", "county", "donor", "via", "payer", "supplier", "recipient", "beneficiary", "note",
    "reverses", "corrects", "recorded_at",
)  # fmt: skip
_PARTNERS = ("donor", "supplier", "recipient", "payer", "via", "beneficiary")
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
Tags = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Posting:
    """A signed amount of one item (by its number) on one account, as exact decimals, with what is told of it."""

    account: str
    amount: str
    item: int
    tags: Tags


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number, whom it is with, what is told of it and what it moves; the postings add up to nothing."""

    number: int
    day: str
    type: str
    partner: str
    is_missing: bool
    tags: Tags
    postings: list[Posting]


def table(report: Report, key: str) -> Iterator[Cells]:
    """The rows of one of the report's tables, one by one."""
    [found] = [each for each in report.tables if each.key == key]
    return found.by_key()


def currencies(items: Iterable[Cells]) -> dict[int, str]:
    """The code of each currency among `items`, by its number (CNY, USD); no two have the same."""
    codes: dict[int, str] = {}
    for item in items:
        name = told(item["label"])
        if item["is_money"] and _CURRENCY.fullmatch(name) and name not in codes.values():
            codes[whole(item["item"])] = name
    return codes


def entries(report: Report, labels: Mapping[int, str]) -> Iterator[Entry]:
    """The entries, one at a time, however many there are; `labels` are the items' names, for what has no number."""
    places = {(cells["store"], cells["purpose"]): account(cells) for cells in table(report, "places")}
    for number, rows in groupby(table(report, "lines"), itemgetter("entry")):
        lines = list(rows)
        head = lines[0]
        moved = [line for line in lines if line["flow"] is not None]
        tags = [(key.replace("_", "-"), told(head[key])) for key in _ENTRY_TAGS if head[key] is not None]
        tags += [(f"unknown-{line['position']}", _unknown(line, labels)) for line in moved if line["amount"] is None]
        postings = [
            posting
            for line in moved
            if line["amount"] is not None
            for posting in _postings(line, places.get((line["store"], line["purpose"]), ""))
        ]
        partner = next((told(head[role]) for role in _PARTNERS if head[role] is not None), "")
        yield Entry(
            whole(number),
            str(head["date"]),
            str(head["type"]),
            partner,
            not moved,
            [("entry", str(number)), *tags],
            postings,
        )


def _postings(line: Cells, place: str) -> Iterator[Posting]:
    """What a line moves: from or to a store, and the other side of each figure it counts in."""
    item, decimals = whole(line["item"]), whole(line["decimals"])
    tags = _tags(line, decimals)
    if line["stock"] or not any(line[figure] for figure in _FIGURES):  # a count that found what it should moves nothing
        yield Posting(place, minor_text(whole(line["stock"]), decimals), item, tags)
        tags = []
    for figure, (name, sign) in _FIGURES.items():
        if line[figure]:
            yield Posting(_account(name, figure, line), minor_text(sign * whole(line[figure]), decimals), item, tags)
            tags = []


def _account(name: str, figure: str, line: Cells) -> str:
    if line["flow"] == _RELAYED:
        return f"{name}:{_PASSED_ON}"
    reason = _REASONS.get(str(line["adjustment"])) if figure == "adjusted" else None
    return f"{name}:{reason}" if reason else name


def _tags(line: Cells, decimals: int) -> Tags:
    tags = [] if line["certainty"] == Certainty.EXACT else [("certainty", str(line["certainty"]))]
    if line["value"] is not None:
        tags.append(("value", minor_text(whole(line["value"]), MONEY_DECIMALS)))
        if line["value_certainty"] != Certainty.EXACT:
            tags.append(("value-certainty", str(line["value_certainty"])))
    if line["counted"] is not None:
        tags.append(("counted", minor_text(whole(line["counted"]), decimals)))
    if line["own_recipient"] is not None:
        tags.append(("own-recipient", told(line["own_recipient"])))
    return tags


def _unknown(line: Cells, labels: Mapping[int, str]) -> str:
    words = [str(line["flow"]), told(labels.get(whole(line["item"])))]
    if line["value"] is not None:
        words += ["value", minor_text(whole(line["value"]), MONEY_DECIMALS)]
    return " ".join(words)


def account(place: Cells) -> str:
    """The account of what is on hand in a store, tied to a purpose or to none: of letters, digits and hyphens."""
    store = _part("S", place["store"], place["store_name"]) if place["store_name"] else "Main"
    purpose = _part("P", place["purpose"], place["purpose_name"]) if place["purpose_name"] else "Unrestricted"
    return f"Assets:Stock:{store}:{purpose}"


def held(report: Report, key: str) -> Iterator[Posting]:
    """What is on hand before the first day or after the last, by the accounts of stores."""
    places = {(cells["store"], cells["purpose"]): account(cells) for cells in table(report, "places")}
    for cells in table(report, key):
        amount = minor_text(whole(cells["on_hand"]), whole(cells["decimals"]))
        yield Posting(places[cells["store"], cells["purpose"]], amount, whole(cells["item"]), [])


def negated(amount: str) -> str:
    """The other side of an amount."""
    return amount.removeprefix("-") if amount.startswith("-") else f"-{amount}"


@lru_cache(maxsize=1024)
def _part(letter: str, number: Value, name: str) -> str:
    """`S2-二号仓`: the number tells apart what is left of two names."""
    kept = "".join(c if unicodedata.category(c)[0] == "L" or unicodedata.category(c) == "Nd" else " " for c in name)
    return "-".join([f"{letter}{number}", *kept.split()])


def told(value: Value) -> str:
    """Whatever it is in one line without blanks in a row, as text."""
    return " ".join(clean("" if value is None else str(value)).split())
