"""What changes nothing for whoever reads a paper changes nothing here: the same gifts, days, people, units and totals.

Each paper of the other tests is changed as people and their programs change papers, and must be read as it was. `-m long` takes all
of them; without it every few of them stand for the others.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
import test_english_lists
import test_given_or_worth
import test_money_tables
import test_tables
import test_tables_met
import test_tables_more
import test_tables_others
import test_tables_published
import test_tables_turned
import test_tables_wide
from harness.tables import settings, told_of

from donations.domain.traditional import _SIMPLIFIED, _TRADITIONAL, simplified
from donations.importers.sheet import Sheet
from donations.importers.tables import tables

Rows = list[list[str]]
Change = Callable[[Rows, Sequence[int], Sequence[int]], Rows]
"""A paper changed: its rows, which of them are headings, and which columns are of money in yuan."""

PAPERS: list[tuple[str, dict[str, Any], str]] = [
    (name, said, text)
    for shapes in (
        test_tables, test_tables_met, test_tables_more, test_tables_others, test_tables_wide, test_tables_turned,
        test_tables_published, test_money_tables, test_english_lists, test_given_or_worth,
    )
    for name, said, text, _answer in shapes.SHAPES
    if "columns" not in said
]  # fmt: skip
EVERY = 6

_ANOTHER_WAY = {
    simple: traditional
    for traditional, simple in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)
    if _SIMPLIFIED.count(simple) == 1 and simple not in "折准"
}
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]{1,2})?")


def reading(rows: Rows, said: dict[str, Any]) -> list[str]:
    """What is drafted of the rows, in order; how many are refused; and the totals that are stated."""
    found, slips = [], 0
    for table in tables(Sheet(None, iter(list(enumerate(map(list, rows), 1)))), settings(**said)):
        for line in list(told_of(table))[1:]:
            row, _, rest = line.partition(" ")
            slips += rest.startswith("! ")
            if row == "=":
                found.append(line.partition(" in row ")[0])
            elif not rest.startswith(("! ", "- ")):
                found.append(simplified(rest))
    return [*found, f"{slips} refused"]


def places(rows: Rows, said: dict[str, Any]) -> tuple[list[int], list[int]]:
    """Which rows are headings, and in which columns there is money in yuan; no column where nobody could tell."""
    headings, money = [], set()
    for table in tables(Sheet(None, iter(list(enumerate(map(list, rows), 1)))), settings(**said)):
        lines = list(told_of(table))
        if not table.heading_row:
            continue
        own = rows[table.heading_row - 1]
        again = [row for row, cells in enumerate(rows) if cells == own]
        headings += [table.heading_row - 1, *again]
        if all(" CNY " in line or " - " in line for line in lines[1:]) and not any("万" in "".join(row) for row in rows):
            money |= {
                at
                for at, heading in enumerate(own)
                if own.count(heading) == 1 and table.columns.get(heading) in ("money", "spent")
            }
    return sorted(set(headings)), sorted(money)


def each_cell(change: Callable[[str], str]) -> Change:
    """Every filled cell changed so."""
    return lambda rows, _headings, _money: [[change(cell) if cell else "" for cell in row] for row in rows]


def each_heading(change: Callable[[str], str]) -> Change:
    """Every heading changed so."""
    return lambda rows, headings, _money: [
        [change(cell) if cell else "" for cell in row] if at in headings else row for at, row in enumerate(rows)
    ]


def each_amount(change: Callable[[str], str]) -> Change:
    """Every plain number in a column of money changed so, that of the total too."""
    return lambda rows, headings, money: [
        [change(cell) if column in money and _NUMBER.fullmatch(cell) else cell for column, cell in enumerate(row)]
        if headings and at > headings[0]
        else row
        for at, row in enumerate(rows)
    ]


def wide(rows: Rows) -> int:
    return max(map(len, rows))


CHANGES: dict[str, Change] = {
    "signs without width": each_cell(lambda cell: f"\u200b{cell}\ufeff"),
    "blanks of all sorts": each_cell(lambda cell: f"\u00a0{cell}\u3000\t"),
    "marks of what must be filled in": each_heading(lambda heading: f"*{heading}"),
    "marks behind": each_heading(lambda heading: f"{heading}＊"),
    "traditional headings": each_heading(lambda heading: "".join(_ANOTHER_WAY.get(sign, sign) for sign in heading)),
    "headings of two signs with a blank": each_heading(lambda text: f"{text[0]} {text[1]}" if re.fullmatch("[日姓数品单备金][期名量位注额]", text) else text),
    "¥": each_amount(lambda amount: f"¥{amount}"),
    "元": each_amount(lambda amount: f"{amount}元"),
    "thousands": each_amount(lambda amount: f"￥ {int(amount):,}" if amount.isdigit() else amount),
    "an empty column before": lambda rows, _headings, _money: [["", *row] for row in rows],
    "an empty column behind": lambda rows, _headings, _money: [row + [""] * (wide(rows) + 1 - len(row)) for row in rows],
    "empty rows around": lambda rows, _headings, _money: [[], [""] * wide(rows), *rows, [""] * wide(rows), []],
}  # fmt: skip

DIFFER: dict[str, set[str]] = {}
"""Papers that such a change makes another, and why that is right."""


def differing(papers: Sequence[tuple[str, dict[str, Any], str]], change: str) -> Iterator[str]:
    for name, said, text in papers:
        rows = [list(row) for row in csv.reader(io.StringIO(text.lstrip("\n")))]
        before = reading(rows, said)
        after = reading(CHANGES[change](rows, *places(rows, said)), said)
        if before != after and name not in DIFFER.get(change, ()):
            yield f"{name}: {[line for line in before if line not in after]} became {[line for line in after if line not in before]}"


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_says_nothing_changes_nothing(change: str) -> None:
    assert list(differing(PAPERS[::EVERY], change)) == []


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES)
def test_no_paper_is_read_otherwise(change: str) -> None:
    assert list(differing(PAPERS, change)) == []
