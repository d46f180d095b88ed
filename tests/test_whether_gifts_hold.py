"""Columns that ask of each gift whether it holds, Void or 是否有效, and states of what was put off. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk

CHINESE = "日期,捐赠人,金额,{}\n2024-03-01,李华,700,{}\n2024-03-02,王芳,500,{}\n"
ENGLISH = "Date,Donor,Amount (USD),{}\n2024-03-01,Tom Hill,700,{}\n2024-03-02,Ann Bay,500,{}\n"


def imported(desk: Desk, tmp_path: Path, rows: str, more: str = "") -> tuple[int, list[str], str]:
    (tmp_path / "a.csv").write_text(rows)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes {more}")
    return answer.code, [row["received"] for row in desk.read("ledger")], answer.out


@pytest.mark.parametrize(
    ("shape", "heading", "holds", "not_so"),
    [
        (CHINESE, "是否作废", "否", "是"),
        (CHINESE, "作废", "", "√"),
        (CHINESE, "作废", "", "作废"),
        (ENGLISH, "Void", "", "VOID"),
        (CHINESE, "是否确认", "是", "否"),
        (CHINESE, "有效", "√", "×"),
        (CHINESE, "状态", "有效", "待定"),
        (CHINESE, "捐赠状态", "有效", "未生效"),
        (CHINESE, "状态", "已确认", "已撤回"),
        (CHINESE, "备注", "", "无效"),
        (ENGLISH, "Void", "", "Yes"),
        (ENGLISH, "is_valid", "true", "false"),
        (ENGLISH, "Cancelled", "No", "Yes"),
        (ENGLISH, "Confirmed", "yes", "no"),
        (ENGLISH, "Status", "Received", "Tabled"),
        (ENGLISH, "Status", "Received", "Withdrawn"),
        (ENGLISH, "Decision", "Approved", "Denied"),
    ],
)
def test_what_does_not_hold_is_no_gift(
    desk: Desk, tmp_path: Path, shape: str, heading: str, holds: str, not_so: str
) -> None:
    """Either row was booked; below 是否作废 neither was."""
    code, booked, told = imported(desk, tmp_path, shape.format(heading, holds, not_so))
    assert (code, booked) == (0, ["700"]), told


@pytest.mark.parametrize("heading", ["Active", "is_active"])
def test_what_is_not_active_is_asked_about(desk: Desk, tmp_path: Path, heading: str) -> None:
    """It was booked without a word; Active may say whether a sponsor is shown on a page."""
    rows = ENGLISH.format(heading, "yes", "no")
    code, booked, told = imported(desk, tmp_path, rows)
    assert (code, booked, "only says that it is not active" in told) == (65, [], True), told
    assert imported(desk, tmp_path, rows, f"--map {heading}=-")[:2] == (0, ["700", "500"])


@pytest.mark.parametrize(
    ("shape", "heading", "one", "other"),
    [
        (ENGLISH, "Active Donor", "Yes", "No"),
        (ENGLISH, "Active", "since 2019", "no"),
        (CHINESE, "会员状态", "有效", "失效"),
        (CHINESE, "备注", "有效", "身份未确认"),
        (CHINESE, "是否作废", "否", "否"),
    ],
)
def test_what_is_said_of_somebody_else_tells_nothing(
    desk: Desk, tmp_path: Path, shape: str, heading: str, one: str, other: str
) -> None:
    code, booked, told = imported(desk, tmp_path, shape.format(heading, one, other))
    assert (code, booked) == (0, ["700", "500"]), told


def test_what_came_is_a_gift_whoever_has_still_to_approve_it(desk: Desk, tmp_path: Path) -> None:
    rows = "Date,Donor,Amount (USD),Approved,Received\n2024-03-01,Tom Hill,700,no,yes\n2024-03-02,Ann Bay,500,no,no\n"
    code, booked, told = imported(desk, tmp_path, rows)
    assert (code, booked) == (0, ["700"]), told
