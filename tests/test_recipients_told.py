"""Who received what a list says went: by words of their own, and beside headings that only look like others."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(("counted", "day"), [("Qty Distributed", "Date"), ("Qty", "Date Distributed")])
def test_what_was_distributed_is_no_tribute(counted: str, day: str) -> None:
    found = told(f"{day},Item,{counted},Recipient\n2020-03-02,Rice,100 bags,East Lake Shelter\n").splitlines()
    assert "recipient=East Lake Shelter" in found[1]


def test_who_contributed_gives_no_tribute() -> None:
    found = told("Date,Contributed By,Item,Qty,Recipient\n2020-03-02,Ann Lee,Rice,100 bags,East Lake Shelter\n")
    assert "relay 2020-03-02 donor=Ann Lee recipient=East Lake Shelter" in found


def test_recipients_of_tributes_still_get_a_card() -> None:
    found = told("Date,Donor Name,Amount,Tribute Type,Recipient Name\n2020-03-02,Ann Lee,20,In honor,Bo Chen\n")
    assert "receipt" in found
    assert "recipient=Bo Chen" not in found


@pytest.mark.parametrize("heading", ["受惠机构", "受惠單位", "得益机构", "获赠单位", "获捐医院", "派发对象"])
def test_who_received_goods(heading: str) -> None:
    found = told(f"日期,捐赠单位,物资,数量,单位,{heading}\n2020-03-02,甲公司,大米,100,袋,东湖护老院\n").splitlines()
    assert "relay" in found[1]
    assert "=东湖护老院" in found[1]
