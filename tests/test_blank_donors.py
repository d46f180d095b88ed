"""Rows of an import in which no donor is written: whose they are, and that it is said."""

import json
from pathlib import Path

import pytest
from conftest import Desk

HEAD = "日期,捐赠单位,品名,数量,单位,城市"


def dry(desk: Desk, tmp_path: Path, *rows: str) -> tuple[dict[str, object], str]:
    """What an import of the rows would do, for programs and for people."""
    file = tmp_path / "接收.csv"
    file.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    answer = desk.run(f"import {file} --dry-run --format json")
    [table] = json.loads(answer.out)["files"][0]["tables"]
    return table, desk.run(f"import {file} --dry-run").out


def test_a_blank_donor_of_the_same_day_is_that_of_the_row_above_and_marked(desk: Desk, tmp_path: Path) -> None:
    """The same day or none, the same city or none; both ways of showing say which rows these are."""
    table, shown = dry(
        desk, tmp_path, "2019-11-02,孙丽,口罩,100,只,九江市", "2019-11-02,,手套,5,双,九江市", ",,消毒液,3,瓶,"
    )
    assert table["donors_above"] == [3, 4]
    assert "孙丽 (donor of the row above)" in shown
    assert "got that of the row above: 3–4" in shown


@pytest.mark.parametrize("row", ["2019-11-05,,口罩,500,只,九江市", "2019-11-02,,口罩,500,只,南昌市"])
def test_a_blank_donor_of_another_day_or_place_is_asked_about(desk: Desk, tmp_path: Path, row: str) -> None:
    """What somebody gave on another day is not laid to the one above."""
    table, shown = dry(desk, tmp_path, "2019-11-02,孙丽,口罩,100,只,九江市", row)
    assert (table["accepted"], table["rejected"]) == (1, 1)
    assert "only where the day and the place are the same" in shown


def test_money_of_nobodys_in_a_list_of_goods_is_anonymous(desk: Desk, tmp_path: Path) -> None:
    """It is not that of the row above, and goods below it are not either."""
    rows = ("2019-11-02,孙丽,口罩,100,只,九江市", "2019-11-02,,资金,900,元,九江市")
    dry(desk, tmp_path, *rows)
    desk.do(f"import {tmp_path / '接收.csv'} --format json")
    assert [row["donor"] for row in desk.read("ledger")] == ["孙丽", "爱心人士"]
    table, shown = dry(desk, tmp_path, *rows, "2019-11-02,,手套,5,双,九江市")
    assert table["rejected"] == 1
    assert "money of nobody's" in shown


@pytest.mark.parametrize("bad", ["2019-11-02,孙丽,口罩,#N/A,只,九江市", "不是日期,孙丽,口罩,100,只,九江市"])
def test_a_rejected_row_gives_no_donor_to_the_one_below(desk: Desk, tmp_path: Path, bad: str) -> None:
    """The row below is refused with it, and says why; one with a name of its own is not."""
    table, shown = dry(desk, tmp_path, bad, "2019-11-02,,手套,5,双,九江市", "2019-11-02,李华,手套,5,双,九江市")
    assert (table["accepted"], table["rejected"]) == (1, 2)
    assert "the row above, whose donor a blank would mean" in shown
