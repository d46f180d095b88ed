"""What `show` says of an entry besides its lines: which gift a refund is of, which paper it came from, when and by whose clock."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Desk
from harness.terminal import Terminal

from donations.cli import clock
from donations.output.cells import Reader
from donations.reports.table import Column, Table

ORDERS = "订单号,捐赠人,捐赠金额,支付状态,捐赠时间,退款金额\n20200201001,李华,80,支付成功,2020-02-01,{back}\n"


@pytest.fixture
def refunded(desk: Desk, tmp_path: Path) -> Desk:
    """A book with a gift of which a bill says that a part was given back."""
    paper = tmp_path / "订单.csv"
    paper.write_text(ORDERS.format(back=30), encoding="utf-8")
    desk.do(f"import {paper} --yes")
    return desk


def test_a_refund_says_of_which_gift_it_is(refunded: Desk) -> None:
    """And the gift by which entry it was given back; programs read both as numbers."""
    gift, refund = refunded.read("show 1")[0], refunded.read("show 2")[0]
    assert (gift["gives_back"], gift["given_back_by"]) == (None, "2")
    assert (refund["gives_back"], refund["given_back_by"]) == (1, None)
    assert "Refunded by entry" in refunded.do("show 1 --format table").out
    assert "Refund of entry" in refunded.do("show 2 --format md").out


def test_a_refund_that_was_taken_back_is_none(refunded: Desk) -> None:
    refunded.do("import --undo 1")
    assert refunded.read("show 1")[0]["given_back_by"] is None


def test_an_imported_entry_says_from_which_row_of_which_paper(refunded: Desk) -> None:
    assert refunded.read("show 1", 3) == [{"import": 1, "file": "订单.csv", "sheet": None, "row": 2}]
    refunded.do("receive 王芳 5元")
    assert len(refunded.do("show 3 --format json").json["tables"]) == 3
    assert "paper" not in refunded.do("show 3 --format table").out


@pytest.fixture
def in_lisbon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock is that of Lisbon."""
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_lisbon")
@pytest.mark.parametrize("key", ["recorded_at", "imported_at", "undone_at", "closed_at", "published_at"])
def test_times_say_whose_they_are(key: str) -> None:
    """On a screen those of the clock beside it; on paper those of China, on whatever machine it is written."""
    row = ("2020-07-01T18:30:05Z",)
    table = Table("times", "", (Column(key, "Published at"),), lambda: [row])
    screen, paper, chinese = Reader("en", on_screen=True), Reader("en"), Reader("zh_CN")
    assert (screen.title(table.columns[0]), screen.cell(table, 0)(row)) == ("Published at (local time)", "2020-07-01 19:30")  # fmt: skip
    assert (paper.title(table.columns[0]), paper.cell(table, 0)(row)) == ("Published at (Beijing time)", "2020-07-02 02:30")  # fmt: skip
    assert chinese.title(table.columns[0]) == "公示时间（北京时间）"


def test_programs_read_times_in_utc(desk: Desk, tmp_path: Path) -> None:
    """A file for people is the same wherever it is written; a terminal says the hour of its own clock."""
    desk.do("receive 李华 5元")
    assert desk.read("show 1")[0]["recorded_at"].endswith("Z")
    assert "Recorded at (Beijing time)" in desk.do("show 1 --format md").out
    assert desk.do("show 1 --format json").json["tables"][0]["columns"][12]["title"] == "Recorded at"
    terminal = Terminal(["show", "1", "--book", str(desk.book)], tmp_path)
    try:
        assert terminal.wait() == 0
    finally:
        terminal.close()
    assert b"Recorded at (local time)" in terminal.shown


@pytest.mark.parametrize("verb", ["receive", "distribute", "buy", "adjust", "correct", "reverse"])
def test_commands_that_record_name_the_formats_they_take(desk: Desk, verb: str) -> None:
    """A report's formats are refused there, and were named in the help."""
    told = desk.do(f"{verb} --help").out
    assert "--format table|json" in told
    assert "xlsx" not in told


@pytest.mark.usefixtures("in_lisbon")
def test_a_refusal_says_the_hour_of_the_clock_beside_it(
    desk: Desk, refunded: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: "2020-07-01T18:30:05Z")
    refunded.do("import --undo 1")
    assert desk.refused("import --undo 1") == "Error: Import 1 was already undone, at 2020-07-01 19:30 (local time)."


def test_people_see_which_way_it_went(desk: Desk) -> None:
    """What leaves stands with a minus in `journal` and `show`, its value too; programs read the flow, as before."""
    for line in (
        "receive 李华 口罩10个@@100元 --date 2020-02-01 --yes --new",
        "refund 李华 口罩1个 --date 2020-02-02 --yes",
        "distribute 市三院 口罩5个 --date 2020-02-03 --yes --new",
        "return 市三院 口罩2个 --date 2020-02-04 --yes",
        "receive 王芳 护目镜7副 --to 市三院 --date 2020-02-05 --yes --new",
        "adjust loss 口罩1个 --date 2020-02-06 --yes",
        "reverse 3 --reason 误记",
    ):
        desk.do(line)
    amounts = ["10", "-1", "-5", "2", "7", "-1", "5"]
    shown = desk.do("journal --format md").out
    rows = [[cell.strip() for cell in line.split("|")] for line in shown.splitlines() if line.startswith("|")]
    assert [row[rows[0].index("Amount")] for row in rows[2:]] == amounts
    assert "-10.00" in shown
    for number, amount in enumerate(amounts, 1):
        assert f" {amount} " in desk.do(f"show {number} --format md").out.replace("|", " ").replace("  ", " ")
    assert [row["amount"] for row in desk.read("journal")] == ["10", "1", "5", "2", "7", "-1", "-5"]
    assert [row["value"] for row in desk.read("journal")][:2] == ["100", "10"]
    assert desk.read("journal")[0].keys() >= {"amount", "certainty", "value", "value_certainty", "flow"}
    assert "moved" not in desk.read("journal")[0]
