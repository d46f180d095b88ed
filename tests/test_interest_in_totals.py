"""Income that is no gift, 利息 among those who gave, is passed over; a total that counts it is held against it all the same."""

import json
from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

ROWS = "日期,捐款人,金额（元）,备注\n2020-03-01,李华,1000,\n2020-03-02,甲公司,5000,\n2020-03-21,{interest},12.5,\n"
CALLED_OFF = "2020-03-22,王芳,300,未到账\n"
INTEREST, NOT_COME = "interest, no gift", "not received, by its own word"


def imported(desk: Desk, path: Path, text: str) -> tuple[int, dict[str, object], str]:
    """The exit code, what the import of a list says to programs of its one table, and what a dry run says to people."""
    path.write_text(text, encoding="utf-8")
    shown = desk.run(f"import {path} --dry-run").out
    done = desk.run(f"import {path} --yes --format json")
    [file] = json.loads(done.out)["files"]
    return done.code, file["tables"][0], shown


@pytest.mark.parametrize("interest", ["利息", "银行利息", "利息收入", "结息"])
@pytest.mark.parametrize(
    ("total", "code", "said"),
    [
        ("6012.5", 0, "✓, with what is not counted"),
        ("6000", 0, "✓, without what is not counted"),
        ("6100", 65, "expected 6000, which the rows add up to"),
    ],
)
def test_a_total_counts_interest_or_not_and_is_else_wrong(
    desk: Desk, tmp_path: Path, interest: str, total: str, code: int, said: str
) -> None:
    text = ROWS.format(interest=interest) + f"合计,,{total},\n"
    found, table, shown = imported(desk, tmp_path / "list.csv", text)
    assert (found, table["left_out"]) == (code, {"CNY": "12.5"})
    assert said in shown


@pytest.mark.parametrize(("total", "counted"), [("6012.5", INTEREST), ("6300", NOT_COME)])
def test_a_total_may_count_interest_and_not_what_did_not_come(
    desk: Desk, tmp_path: Path, total: str, counted: str
) -> None:
    text = ROWS.format(interest="利息") + CALLED_OFF + f"合计,,{total},\n"
    code, table, shown = imported(desk, tmp_path / "list.csv", text)
    assert code == 0
    assert table["stated_total_counts_ignored"] == [counted]
    assert "✓, with some of what is not counted" in shown


ACCOUNT = "日期,摘要,收入,支出,余额\n2020-03-01,李华捐款,1000,,1000\n2020-03-05,购口罩,,500,500\n2020-03-21,利息,12.5,,512.5\n"


@pytest.mark.parametrize(("total", "code"), [("1012.5", 0), ("1000", 0), ("1100", 65)])
def test_so_it_is_in_an_account(desk: Desk, tmp_path: Path, total: str, code: int) -> None:
    assert imported(desk, tmp_path / "a.csv", f"{ACCOUNT}合计,,{total},500,512.5\n")[0] == code


@pytest.mark.parametrize(("total", "is_told"), [("512.5,1512.5", False), ("500,1500", False), ("600,1600", True)])
def test_and_in_a_list_with_a_column_for_each_way(total: str, is_told: bool) -> None:
    rows = (
        "日期,捐款人,现金,微信,合计\n2020-03-01,李华,1000,,1000\n2020-03-02,王芳,,500,500\n2020-03-21,利息,,12.5,12.5\n"
    )
    assert ("≠" in told(f"{rows}合计,,1000,{total}\n")) is is_told
