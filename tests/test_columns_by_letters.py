"""Columns that --map says by their letters: a row without a number is a gift of which none is known, and no row of headings. All is invented."""

import pytest
from harness.tables import settings, sheet, told, told_of

from donations.importers.tables import tables

MONEY = {"A": "donor", "B": "money"}
GOODS = {"A": "donor", "B": "item", "C": "quantity"}
DAY = "2020-03-01"


@pytest.mark.parametrize(
    "text",
    [
        "谁,几何\n周明,13*4\n吴静,30\n",
        "谁,几何\n吴静,30\n周明,13*4\n",
        "谁,几何\n吴静,30\n周明,13*4\n郑华,5\n",
        "谁,几何\n吴静,30\n\n周明,13*4\n郑华,5\n",
        "吴静,30\n周明,13*4\n郑华,5\n",
        "吴静,30\n\n周明,13*4\n郑华,5\n",
    ],
)
def test_a_row_that_says_no_amount_is_refused_and_not_lost(text: str) -> None:
    said = told(text, DAY, MONEY)
    assert said.count("money_in") == 1
    assert "(13*4)" in said
    assert "donor=吴静: CNY 30元" in said


def test_a_row_that_says_no_quantity_is_refused_and_not_lost() -> None:
    said = told("谁,啥,几\n周明,口罩,5个\n吴静,手套,\n郑华,口罩,少许\n孙丽,口罩,3个\n", DAY, GOODS)
    assert [line.split(" (")[0].split(":")[0] for line in said.splitlines()[1:]] == [
        "2 receipt",
        "3 ! 几",
        "4 receipt",
        "5 receipt",
    ]


def test_gifts_without_any_number_are_no_headings_of_nothing() -> None:
    assert not list(tables(sheet("周明,口罩\n吴静,手套\n郑华,口罩\n"), settings(DAY, {"A": "donor", "B": "item"})))


def test_headings_that_come_again_and_those_of_another_table_still_end_it() -> None:
    said = told("谁,几何\n吴静,30\n谁,几何\n郑华,5\n\n捐赠人,捐款金额\n孙丽,7\n", DAY, MONEY)
    assert "(几何)" not in said
    assert said.count("receipt") == 3
    assert [line.split(":")[0] for line in said.splitlines() if line.startswith("money_in")] == [
        "money_in 1",
        "money_in 6",
    ]


def test_headings_are_known_by_letters_below_a_title() -> None:
    table = next(iter(tables(sheet("爱心榜,\n谁,几何\n吴静,30\n"), settings(DAY, MONEY))))
    assert (table.heading_row, len(list(told_of(table)))) == (2, 2)
