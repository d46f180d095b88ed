"""Packs of which only a number says what they hold, of goods that are counted in such packs. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file


@pytest.mark.parametrize("said", ["'water 3 cases of 24'", "矿泉水3箱×24", "'water 3 cases × 24'"])
def test_three_cases_of_24_are_no_72_cases(desk: Desk, said: str) -> None:
    """Water is counted in cases where nothing else is said: 24 of what, nobody knows, but there are three of them."""
    desk.do(f"receive 李华 {said}")
    assert [(row["on_hand"], row["unit"]) for row in desk.read("stock")] == [("3", "箱")]


def test_what_they_hold_is_counted_where_it_is_said(desk: Desk) -> None:
    desk.do("receive 李华 'water 3 cases of 24 bottles'")
    desk.do("receive 李华 'water 3 cases of 24'")
    assert [(row["on_hand"], row["unit"]) for row in desk.read("stock")] == [("144", "瓶")]


UNITS = {
    "24 bottles/case": ("72", "瓶"), "24 bottles per case": ("72", "瓶"), "case of 24 bottles": ("72", "瓶"),
    "case of 24": ("3", "箱"), "24/case": ("3", "箱"),
}  # fmt: skip


@pytest.mark.parametrize(("unit", "found"), UNITS.items())
def test_a_unit_that_says_what_a_pack_holds(desk: Desk, tmp_path: Path, unit: str, found: tuple[str, str]) -> None:
    """`24 bottles/case` made 72 cases of 3."""
    rows = f"Date,Donor,Item,Quantity,Unit\n2020-02-01,Mary,water,3,{unit}\n"
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert [(row["on_hand"], row["unit"]) for row in desk.read("stock")] == [found]
