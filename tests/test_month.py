"""The month's summary: what was on hand before and after it is what `stock` says, and whether its ledger is long is known at once."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import Desk
from test_versions import old_book

from donations.domain.period import Period
from donations.reports import monthly, totals
from donations.reports.ledger import ledger_table
from donations.reports.selection import Selection, has_more_lines
from donations.store.book import open_book


def on_hand(desk: Desk, day: str) -> dict[str, tuple[Fraction, bool]]:
    """What there is of each item at the end of `day`, and whether all of it is known."""
    held: dict[str, tuple[Fraction, bool]] = {}
    for row in desk.read(f"stock --as-of {day}"):
        before, known = held.get(row["item"], (Fraction(0), True))
        held[row["item"]] = before + Fraction(row["on_hand"] or 0), known and row["certainty"] == "exact"
    return held


@pytest.mark.parametrize("month", ["2020-01", "2020-02", "2020-03"])
def test_a_month_opens_and_closes_with_what_is_in_stock(desk: Desk, month: str) -> None:
    """Also of items that became one, in several stores, counted within the month or after it."""
    desk.do("receive 李华 口罩500个 5000元 --date 2020-01-05 --new")
    desk.do("receive 李华 防护面罩30个 --date 2020-01-06 --yes")
    desk.do("receive 李华 防护面罩一批 手套一批 --date 2020-02-03 --yes")
    desk.do("receive 李华 约100元 口罩约20个 --date 2020-02-04")
    desk.do("transfer 口罩100个 --to 二号仓 --date 2020-02-05 --yes")
    desk.do("adjust count 防护面罩70个 --date 2020-02-10")
    desk.do("distribute 市一院 口罩40个 --date 2020-02-12 --new")
    desk.do("adjust count 口罩380个 --date 2020-03-02")
    desk.do("items merge 防护面罩 口罩 --reason 同一种")
    begin = date.fromisoformat(f"{month}-01")
    period = Period(begin, date(2020, begin.month + 1, 1) - timedelta(days=1))
    for key, day in (("opening", begin - timedelta(days=1)), ("closing", period.end)):
        assert dict(moved(desk.book, period, key)) == on_hand(desk, f"{day}")


def moved(path: Path, period: Period, key: str) -> Iterator[tuple[str, tuple[Fraction, bool]]]:
    """Of each item in the summary of `period`: the figure `key`, and whether all of it is known."""
    book = open_book(path, writing=False)
    for table in monthly.month(book, Selection(period)).tables[1:3]:
        at = {column.key: position for position, column in enumerate(table.columns)}
        for row in table.rows():
            amount = Fraction(int(row[at[key]] or 0), 10 ** int(row[at["decimals"]] or 0))
            figures = amount, row[at[f"{key}_certainty"]] == "exact"
            if figures != (Fraction(0), True):
                yield str(row[at["item"]]), figures
    book.close()


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"city": "九江市"},
        {"purpose": 1},
        {"items": (1, 2)},
        {"party": 3},
        {"period": Period(date(2020, 3, 1), date(2020, 3, 31))},
        {"period": Period(date(2019, 3, 1), date(2019, 3, 31))},
    ],
    ids=str,
)
def test_whether_a_ledger_has_more_lines_is_what_its_rows_say(
    desk: Desk, tmp_path: Path, limits: dict[str, object]
) -> None:
    """Of one item too, whose rows say what was on hand."""
    path = old_book("v1-year", tmp_path / "year.db")
    desk.do(f"receive 李华 口罩5个 --yes --book {path}")  # brings it up to date
    book = open_book(path, writing=False)
    for selection in (Selection(**limits), Selection(**{**limits, "items": (2,)})):  # type: ignore[arg-type]
        count = len(list(ledger_table(book, selection).rows()))
        assert not has_more_lines(book, selection, count)
        assert has_more_lines(book, selection, count - 1) or not count
    book.close()


def test_whether_anything_moved_is_asked_only_where_there_is_no_row(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a month with rows in every table not at all."""
    desk.do("receive 李华 5000元 口罩500个 --date 2020-02-01 --new --yes")

    def unneeded(*_of: object) -> str:
        raise AssertionError

    with monkeypatch.context() as now:
        now.setattr(monthly, "_why_none", unneeded)
        now.setattr(totals, "has_more_lines", unneeded)
        desk.do("month 2020-02")
    said = desk.do("month 2020-03 --format table").out
    assert "Nothing was recorded in this period." in said


def test_a_month_is_typed_as_it_is_said(desk: Desk) -> None:
    desk.do("receive 李华 5元 --date 昨天")
    desk.do("receive 李华 5元")
    assert desk.read("totals --month 本月")
    for line in ("month 这个月", "ledger --month 上个月", "bulletin 本月"):
        desk.do(line)
    assert "“上上月” is no month" in desk.refused("month 上上月", code=65)
