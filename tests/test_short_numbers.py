"""Numbers that a bank, or a terminal, counts anew: whose row is whose. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

HEAD = "交易日期,流水号,借方金额,贷方金额,余额,对方户名,摘要\n"
MARCH = [
    "2020-03-01,000101,,100.00,1100.00,李华,捐款",
    "2020-03-02,000102,,50.00,1150.00,王芳,捐款",
    "2020-03-03,000101,,70.00,1220.00,赵六,捐款",
]
LATER = [
    "2020-03-21,000101,,30.00,1250.00,陈静,捐款",
    "2020-03-22,000102,,50.00,1300.00,刘洋,捐款",
    "2020-03-23,000107,,60.00,1360.00,刘洋,捐款",
]
GIVEN = {("2020-03-01", "李华", "100"), ("2020-03-02", "王芳", "50"), ("2020-03-03", "赵六", "70")} | {
    ("2020-03-21", "陈静", "30"),
    ("2020-03-22", "刘洋", "50"),
    ("2020-03-23", "刘洋", "60"),
}


def paper(tmp_path: Path, name: str, lines: list[str]) -> Path:
    return file(tmp_path, name, HEAD + "\n".join(lines) + "\n", "gb18030")


def given(desk: Desk) -> list[tuple[object, ...]]:
    return [(row["date"], row["donor"], row["received"]) for row in desk.read("ledger")]


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("together", [False, True])
def test_a_short_number_that_comes_again_on_another_day_is_another_payment(
    desk: Desk, tmp_path: Path, newest_first: bool, together: bool
) -> None:
    """In one import or in several, in either order of the rows; each list again adds nothing, overlapping ones neither."""
    papers = [
        paper(tmp_path, f"{at}.csv", lines[::-1] if newest_first else lines) for at, lines in enumerate((MARCH, LATER))
    ]
    for each in [papers] if together else [[one] for one in papers]:
        desk.do(f"import {' '.join(map(str, each))} --yes")
    assert (set(given(desk)), len(given(desk))) == (GIVEN, 6)
    again = [paper(tmp_path, "all.csv", [*LATER, *MARCH]), paper(tmp_path, "back.csv", [*MARCH, *LATER][::-1]), *papers]
    for one in again:
        [table] = desk.do(f"import {one} --yes --format json").json["files"][0]["tables"]
        assert (table["accepted"], table["duplicate"]) == (0, table["rows"])
    assert len(given(desk)) == 6


@pytest.mark.parametrize(
    "line",
    [
        "2020-03-02,000101,,100.00,1100.00,李华,捐款",
        "2020-03-01,000101,,99.00,1100.00,李华,捐款",
        "2020-03-01,000101,,100.00,1100.00,李先生,捐款",
    ],
)
def test_what_differs_in_one_thing_is_the_same_payment(desk: Desk, tmp_path: Path, line: str) -> None:
    """Somebody put right its day, its amount or its name."""
    desk.do(f"import {paper(tmp_path, 'a.csv', MARCH[:1])} --yes")
    [table] = desk.do(f"import {paper(tmp_path, 'b.csv', [line])} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"]) == (0, 1)


def test_a_long_number_is_of_one_payment_whatever_else_is_said(desk: Desk, tmp_path: Path) -> None:
    long = "4200000000202003010000000001"
    desk.do(f"import {paper(tmp_path, 'a.csv', [MARCH[0].replace('000101', long)])} --yes")
    other = paper(tmp_path, "b.csv", [LATER[0].replace("000101", long)])
    [table] = desk.do(f"import {other} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"]) == (0, 1)


def test_the_rows_of_one_order_are_known_in_any_order(desk: Desk, tmp_path: Path) -> None:
    """The second of them is known by what it says; which stands first doesn't matter."""
    head, rows = "订单号,昵称,支付时间,实付金额\n", ["T1,李华,2020-03-01,5.00", "T1,李华,2020-03-01,7.00"]
    desk.do(f"import {file(tmp_path, 'a.csv', head + chr(10).join(rows) + chr(10))} --yes")
    turned = file(tmp_path, "b.csv", head + "\n".join(rows[::-1]) + "\n")
    [table] = desk.do(f"import {turned} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"], len(given(desk))) == (0, 2, 2)


WORDS = """Date,Amount,Donor,Reference
2020-02-03,100.00,Ann Lee,gift
2020-02-03,100.00,Ann Lee,gift
2020-02-04,50.00,Ben Ode,Donation for the school
2020-02-04,70.00,Dee Fox,Donation for the school
2020-02-05,50.00,Ben Ode,R12
"""


def test_words_below_reference_are_a_remark_and_no_number(desk: Desk, tmp_path: Path) -> None:
    """Each gift with the same words was taken for one of before."""
    paper = file(tmp_path, "a.csv", WORDS)
    for accepted in (5, 0):
        [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
        assert (table["accepted"], table["duplicate"]) == (accepted, 5 - accepted)
    rows = desk.read("ledger")
    assert sorted(row["received"] for row in rows) == ["100", "100", "50", "50", "70"]
    assert [row["note"] for row in rows].count("Donation for the school") == len(("Ben Ode", "Dee Fox"))


def test_words_below_a_reference_are_said_once_and_are_no_name() -> None:
    """What the description says already is not said again; and a name alone in it is still asked about."""
    rows = "Date,Description,Reference,Amount,Currency,Balance\n2020-02-02,{},for the school,100.00,GBP,1100.00\n2020-02-03,Bo Shop,INV 1,-10.00,GBP,1090.00\n"
    assert "“Received money from Ann Lee with reference for the school”" in told(
        rows.format("Received money from Ann Lee with reference for the school")
    )
    assert "2 ! None" in told(rows.format("LI HUA"))


def test_what_programs_write_for_no_number_is_none() -> None:
    rows = "Date,Donor,Amount,Transaction ID\n2020-02-01,Ann,5,N/A\n2020-02-01,Bo,5,N/A\n2020-02-02,Ann,5,T100001\n"
    assert "2 receipt 2020-02-01 donor=Ann: CNY 5元 [5CNY]\n3 receipt 2020-02-01 donor=Bo: CNY 5元 [5CNY]\n" in told(
        rows
    )


def test_what_came_back_of_what_was_spent_is_known_again_by_its_short_number(desk: Desk, tmp_path: Path) -> None:
    """It is dated as what was spent, so that a later download that overlaps was refused whole."""
    spent, back = "2020-03-04,000103,20.00,,1200.00,某店,购书", "2020-03-06,000105,,20.00,1220.00,某店,退汇"
    first = paper(tmp_path, "a.csv", [*MARCH, spent, back])
    later = paper(tmp_path, "b.csv", [MARCH[-1], spent, back, "2020-03-21,000106,,30.00,1250.00,陈静,捐款"])
    desk.do(f"import {first} --yes")
    table = desk.do(f"import {later} --yes --format json").json["files"][0]["tables"][0]
    assert (table["accepted"], table["duplicate"]) == (1, 3)
    assert desk.is_in_order()
