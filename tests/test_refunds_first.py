"""Refunds that were imported before what they give back: kept in mind, and booked once a paper brings it."""

import shutil
from pathlib import Path

import pytest
from conftest import Desk
from harness.terminal import Terminal
from test_merchant_bills_met import OTHER, PAID, PAYMENT, booked, refunds
from test_papers_met import file
from test_refunds_between_bills import AGAIN, FIRST, GONE, NEXT_DAY, by_app, by_merchant, left
from test_refunds_between_bills import PAID as PAID_BY_APP

from donations.importers.bills.payments import OF_NOTHING_BOOKED

BACK = refunds(
    ("2024-03-02 10:00:00", "2024-03-03 10:00:00", PAYMENT, "50300001", "30.00"),
    ("2024-03-04 10:00:00", "2024-03-04 10:00:00", PAYMENT, "50300002", "20.00"),
    ("2024-03-04 10:00:00", "2024-03-04 10:00:00", OTHER, "50300003", "5.00"),
)
TRUTH = [
    ("2024-03-01", "receipt", "爱心人士", "100"),
    ("2024-03-03", "return", "爱心人士", "-30"),
    ("2024-03-04", "return", "爱心人士", "-20"),
]


def test_a_refund_goes_back_once_its_gift_is_there(desk: Desk, tmp_path: Path) -> None:
    """On its own day, as of its own row, once however often the papers come again; a bill that brings nothing leaves no trace."""
    paid, back = file(tmp_path, "paid.csv", PAID), file(tmp_path, "back.csv", BACK)
    first = desk.do(f"import {back} --yes --format json").json
    assert first["files"][0]["tables"][0]["ignored_reasons"][OF_NOTHING_BOOKED] == 3
    assert desk.is_in_order()
    again = desk.do(f"import {paid} --yes --format json").json
    assert (again["entries"], again["caught_up"]) == (3, 2)
    assert booked(desk) == TRUTH
    for path in (back, paid, file(tmp_path, "copy.csv", BACK + "\n")):
        assert desk.do(f"import {path} --yes --format json").json["entries"] == 0
    assert booked(desk) == TRUTH
    assert [row["files"] for row in desk.read("imports")] == ["paid.csv、back.csv"]
    assert desk.is_in_order()


def test_undone_and_imported_again_it_goes_back_again(desk: Desk, tmp_path: Path) -> None:
    """With the gift; and what an import said that was undone is forgotten."""
    paid, back = file(tmp_path, "paid.csv", PAID), file(tmp_path, "back.csv", BACK)
    other = file(tmp_path, "other.csv", PAID.replace(PAYMENT, OTHER))
    desk.do(f"import {back} {other} --yes")  # of which one refund is booked, and two wait
    desk.do(f"import {paid} --yes")
    assert desk.totals()[None, "CNY"]["received"] == "145"
    desk.do("import --undo 2")
    assert desk.totals()[None, "CNY"]["received"] == "95"
    desk.do(f"import {paid} --yes")
    assert desk.totals()[None, "CNY"]["received"] == "145"
    desk.do("import --undo 3")
    desk.do("import --undo 1")
    desk.do(f"import {paid} --yes")
    assert desk.totals()[None, "CNY"]["received"] == "100"
    assert desk.is_in_order()


def test_a_refund_of_a_closed_month_waits_on(desk: Desk, tmp_path: Path) -> None:
    """Nothing is booked into it unasked; once it may be, it is."""
    paid, back = file(tmp_path, "paid.csv", PAID), file(tmp_path, "back.csv", BACK)
    desk.do(f"import {back} --yes")
    desk.do("receive 李华 5元 --date 2024-03-05 --new")
    desk.do("close 2024-03")
    desk.do(f"import {paid} --yes --into-closed 补记")
    assert desk.totals()[None, "CNY"]["received"] == "55"
    assert desk.is_in_order()


def test_a_book_made_of_a_damaged_one_keeps_them_in_mind(desk: Desk, tmp_path: Path) -> None:
    """Refunds that wait, and payments that went back before they were booked; not what an import said that was undone."""
    paid, back = file(tmp_path, "paid.csv", PAID), file(tmp_path, "back.csv", BACK)
    other = file(tmp_path, "other.csv", PAID.replace(PAYMENT, OTHER))
    desk.do(f"import {back} {other} --yes")
    desk.do("import --undo 1")
    desk.do(f"import {file(tmp_path, 'gone.csv', GONE)} --yes")
    for name, expected in (("undone", {"爱心人士": "100"}), ("waiting", {"爱心人士": "50"})):
        old, new = tmp_path / f"{name}.db", tmp_path / f"{name}-new.db"
        if name == "waiting":
            desk.do(f"import {back} --yes")
        shutil.copy(desk.book, old)
        desk.do(f"salvage {old} -o {new}")
        anew = Desk(new)
        anew.do(f"import {file(tmp_path, 'older.csv', PAID_BY_APP)} --yes --book {new}")
        anew.do(f"import {paid} --yes --book {new}")
        found = {row["donor"]: row["received"] for row in anew.read(f"totals --by donor --book {new}")}
        assert {who: yuan for who, yuan in found.items() if who in expected} == expected
        assert "王芳" not in found
        assert anew.do(f"check --book {new}").code == 0


@pytest.mark.parametrize("refunds_of", [[FIRST], [FIRST, AGAIN], [FIRST, AGAIN, NEXT_DAY]])
@pytest.mark.parametrize("brings", ["app", "trades"])
def test_what_two_sorts_of_bills_say_first_goes_back_once(
    desk: Desk, tmp_path: Path, refunds_of: list[tuple[str, str]], brings: str
) -> None:
    """A person's and a merchant's, each with a number of its own, both before the gift."""
    app, trades = by_app(*refunds_of).splitlines(), by_merchant(*refunds_of).splitlines()
    papers = {
        "app": [line for line in app if ",收入," not in line],
        "trades": [line for line in trades if ",交易,爱心" not in line],
        "all": {"app": app, "trades": trades}[brings],
    }
    for name in ("app", "trades", "all", "app", "trades"):
        desk.do(f"import {file(tmp_path, f'{name}.csv', chr(10).join(papers[name]))} --yes")
    gone = sum(int(yuan.split(".")[0]) for _at, yuan in refunds_of)
    assert left(desk) == {"李华": str(100 - gone)}
    assert desk.is_in_order()


def test_on_a_terminal_what_brings_nothing_is_kept_in_mind_without_a_question(desk: Desk, tmp_path: Path) -> None:
    """There is nothing to say yes to; a refund of a payment that comes later waits all the same."""
    terminal = Terminal(["import", str(file(tmp_path, "back.csv", BACK)), "--book", str(desk.book)], tmp_path)
    try:
        assert terminal.wait() == 0
        assert b"[Y/n]" not in terminal.shown
    finally:
        terminal.close()
    desk.do(f"import {file(tmp_path, 'paid.csv', PAID)} --yes")
    assert booked(desk) == TRUTH
