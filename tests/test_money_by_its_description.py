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


@pytest.mark.parametrize("said", ["Donation", "Check", "捐赠", "捐款", "现金"])
def test_so_many_donations_at_a_price_are_as_much_together(desk: Desk, tmp_path: Path, said: str) -> None:
    """Two at 25 were booked as 2 yuan."""
    rows = f"Date,Donor,Item,Quantity,Price\n2020-02-01,Mary,{said},2,25\n2020-02-02,John,goggles,3,10\n2020-02-03,Ann,{said},1,7\n"
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert [each for each in taken(desk) if each[0] == "CNY"] == [("CNY", "50", None), ("CNY", "7", None)]


def test_a_price_that_is_the_quantity_again_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    rows = "Date,Donor,Item,Quantity,Price\n2020-02-01,Mary,Donation,500,500\n2020-02-02,John,goggles,3,10\n"
    path = file(tmp_path, "a.csv", rows)
    said = desk.run(f"import {path} --yes")
    assert said.code == 65
    assert "the same number stands as the quantity" in said.out
    desk.do(f"import {path} --map Price=- --yes")
    assert taken(desk)[0] == ("CNY", "500", None)


@pytest.mark.parametrize("said", ["Donation", "Check", "bank transfer"])
def test_one_donation_of_which_nobody_says_how_much_is_asked_about(desk: Desk, tmp_path: Path, said: str) -> None:
    """One check was booked as 1 yuan."""
    rows = "Date,Donor,Item,Quantity\n2020-02-01,Mary,{},{}\n2020-02-02,John,goggles,3\n"
    refused = desk.run(f"import {file(tmp_path, 'a.csv', rows.format(said, 1))} --yes")
    assert refused.code == 65
    assert "1 alone may say how many gifts came" in refused.out
    desk.do(f"import {file(tmp_path, 'b.csv', rows.format(said, '1元'))} --yes")
    assert taken(desk)[0] == ("CNY", "1", None)
