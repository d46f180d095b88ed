"""A journal for Beancount: items as commodities by number, with their names, and what we say is on hand as balances it checks."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TextIO

from donations.domain.amount import MONEY
from donations.output import double_entry
from donations.output.double_entry import BEFORE, FLOW_ACCOUNTS, Cells, Entry, Tags, negated, told
from donations.output.streams import writer
from donations.reports.table import Report

_LONG_AGO = date(1970, 1, 1)
"""The date of what is declared in a book without entries."""


def render(report: Report, stream: TextIO) -> None:
    """Write `report` (of reports/postings.py) to `stream`, an entry at a time."""
    write = writer(stream)
    items = list(double_entry.table(report, "items"))
    codes = _codes(items)
    since = (report.begin or _LONG_AGO).isoformat()
    source = report.source
    write(f"; entries: {source.entries}\n; digest: {source.digest or '-'}\n\n")
    write(f'option "title" {_quoted(source.name)}\noption "operating_currency" "{MONEY}"\n\n')
    for item, code in zip(items, codes.values(), strict=True):
        write(f"{since} commodity {code}\n{_metadata(_names(item), 2)}")
    write("\n")
    for name in (BEFORE, *FLOW_ACCOUNTS, *map(double_entry.account, double_entry.table(report, "places"))):
        write(f"{since} open {name}\n")
    _write_before(report, codes, write)
    labels = {int(item["item"] or 0): told(item["label"]) for item in items}
    for entry in double_entry.entries(report, labels):
        write(_entry(entry, codes))
    _write_after(report, codes, write)


def _codes(items: Sequence[Cells]) -> dict[int, str]:
    """What each item is called: a currency by its code, others by their number."""
    return {int(item["item"] or 0): f"ITEM{item['item']:04}" for item in items} | double_entry.currencies(items)


def _names(item: Cells) -> Tags:
    return [(key, told(item[column])) for key, column in (("name", "label"), ("unit", "unit")) if item[column]]


def _entry(entry: Entry, codes: dict[int, str]) -> str:
    flag = "!" if entry.is_missing else "*"
    lines = [f"\n{entry.day} {flag} {_quoted(entry.partner)} {_quoted(entry.type)}\n", _metadata(entry.tags, 2)]
    for posting in entry.postings:
        lines.append(f"  {posting.account}  {posting.amount} {codes[posting.item]}\n")
        lines.append(_metadata(posting.tags, 4))
    return "".join(lines)


def _metadata(tags: Tags, indent: int) -> str:
    return "".join(f"{' ' * indent}{key}: {_quoted(value)}\n" for key, value in tags)


def _quoted(text: str) -> str:
    plain = told(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _write_before(report: Report, codes: dict[int, str], write: Callable[[str], object]) -> None:
    lines = []
    for posting in double_entry.held(report, "before"):
        code = codes[posting.item]
        lines.append(f"  {posting.account}  {posting.amount} {code}\n  {BEFORE}  {negated(posting.amount)} {code}\n")
    if lines:
        assert report.begin is not None, "something is on hand before a stated day only"
        write(f'\n{report.begin} * "on hand before"\n{"".join(lines)}')


def _write_after(report: Report, codes: dict[int, str], write: Callable[[str], object]) -> None:
    """Beancount refuses the journal where it comes to other balances than we do; it counts on the morning of a day."""
    morning = (report.end or _LONG_AGO) + timedelta(days=1)
    lines = [
        f"{morning} balance {posting.account}  {posting.amount} ~ 0 {codes[posting.item]}\n"
        for posting in double_entry.held(report, "after")
    ]
    write("\n" * bool(lines) + "".join(lines))
