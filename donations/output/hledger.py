"""A journal for hledger: items as commodities by their names, and what we say is on hand as assertions it checks."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TextIO

from donations.domain.amount import MONEY
from donations.output import double_entry
from donations.output.double_entry import BEFORE, FLOW_ACCOUNTS, Cells, Entry, Tags, negated, told
from donations.output.streams import writer
from donations.reports.table import Report

_IN_TEXT = str.maketrans({";": "；", "|": "｜"})
_IN_TAG = str.maketrans({",": "，", "[": "［", "]": "］"})
_IN_NAME = str.maketrans({'"': "”", ";": "；", "#": "＃"})
"""What would end a description, a tag's value or a commodity's name, as the character that looks like it."""


def render(report: Report, stream: TextIO) -> None:
    """Write `report` (of reports/postings.py) to `stream`, an entry at a time."""
    write = writer(stream)
    items = list(double_entry.table(report, "items"))
    names = _names(items)
    source = report.source
    write(f"; {told(source.name)}\n; entries: {source.entries}\n; digest: {source.digest or '-'}\n\ndecimal-mark .\n\n")
    for item in items:
        write(_commodity(item, names))
    write("\n")
    for name in (BEFORE, *FLOW_ACCOUNTS, *map(double_entry.account, double_entry.table(report, "places"))):
        write(f"account {name}\n")
    _write_before(report, names, write)
    labels = {int(item["item"] or 0): told(item["label"]) for item in items}
    for entry in double_entry.entries(report, labels):
        write(_entry(entry, names))
    _write_after(report, names, write)


def _names(items: Sequence[Cells]) -> dict[int, str]:
    """What each item is called: a currency by its code, others by their name, numbered where another one reads the same."""
    names = double_entry.currencies(items)
    taken = {"", MONEY, *names.values()}  # "USD" and USD are one commodity to hledger
    for item in items:
        number = int(item["item"] or 0)
        if number not in names:
            name = told(item["label"]).translate(_IN_NAME)
            while name in taken:
                name = f"{name}#{number}"
            taken.add(name)
            names[number] = f'"{name}"'
    return names


def _commodity(item: Cells, names: dict[int, str]) -> str:
    unit = told(item["unit"]).translate(_IN_TAG)
    number = int(item["item"] or 0)
    return f"commodity 1000.{'0' * int(item['decimals'] or 0)} {names[number]}" + (
        f"  ; unit:{unit}\n" if unit else "\n"
    )


def _entry(entry: Entry, names: dict[int, str]) -> str:
    partner = entry.partner.translate(_IN_TEXT)
    words = f"{partner} | {entry.type}" if partner else entry.type
    lines = [f"{entry.day} {'!' if entry.is_missing else '*'} ({entry.number}) {words}"]
    lines += [f"    ; {key}:{value.translate(_IN_TAG)}" for key, value in entry.tags]
    for posting in entry.postings:
        lines.append(f"    {posting.account}  {posting.amount} {names[posting.item]}{_comment(posting.tags)}")
    return "\n" + "\n".join(lines) + "\n"


def _comment(tags: Tags) -> str:
    return "  ; " + ", ".join(f"{key}:{value.translate(_IN_TAG)}" for key, value in tags) if tags else ""


def _write_before(report: Report, names: dict[int, str], write: Callable[[str], object]) -> None:
    lines = []
    for posting in double_entry.held(report, "before"):
        lines.append(f"    {posting.account}  {posting.amount} {names[posting.item]}\n")
        lines.append(f"    {BEFORE}  {negated(posting.amount)} {names[posting.item]}\n")
    if lines:
        write(f"\n{_day(report.begin)} * on hand before\n{''.join(lines)}")


def _write_after(report: Report, names: dict[int, str], write: Callable[[str], object]) -> None:
    """Nothing moves, but hledger refuses the journal where it comes to other balances than we do."""
    lines = []
    for posting in double_entry.held(report, "after"):
        name = names[posting.item]
        lines.append(f"    {posting.account}  0 {name} = {posting.amount} {name}\n")
    if lines:
        write(f"\n{_day(report.end)} * on hand\n{''.join(lines)}")


def _day(day: date | None) -> str:
    assert day is not None, "a book in which something is on hand has a first and a last day"
    return day.isoformat()
