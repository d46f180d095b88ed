"""Lists of money whose column of goods only says that it was given, or how it came. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file


def taken(desk: Desk) -> list[tuple[object, object, object]]:
    return [(row["item"], row["received"], row["value"]) for row in desk.read("ledger")]


@pytest.mark.parametrize(
    "said",
    [
        "Donation",
        "donations",
        "Contribution",
        "Bank transfer",
        "Wire Transfer",
        "Cash gift",
        "Cheque",
        "捐赠",
        "捐助",
        "捐贈",
    ],
)
def test_a_donation_of_500_is_money_and_no_500_of_a_thing(desk: Desk, tmp_path: Path, said: str) -> None:
    """`Donation` beside 500 below `Amount` was booked as 500 pieces of it, and below `Amount (CNY)` as a thing worth 500."""
    rows = f"Date,Donor,Description,Amount\n2020-02-01,Mary,{said},500\n2020-02-02,John,{said},200\n"
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert taken(desk) == [("CNY", "500", None), ("CNY", "200", None)]


@pytest.mark.parametrize("said", ["Donation", "Contribution", "捐赠"])
def test_beside_goods_of_a_stated_value_it_is_money_too(desk: Desk, tmp_path: Path, said: str) -> None:
    rows = f"Date,Donor,Description,Amount (CNY)\n2020-02-01,Mary,{said},500\n2020-02-02,John,goggles,200\n"
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert taken(desk) == [("CNY", "500", None), ("护目镜", None, "200")]


def test_so_many_cartons_of_a_donation_stay_goods(desk: Desk, tmp_path: Path) -> None:
    rows = "Date,Donor,Item,Quantity,Unit\n2020-02-01,Mary,Donation,5,cartons\n2020-02-02,John,masks,10,pcs\n"
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert "CNY" not in {row["item"] for row in desk.read("ledger")}
