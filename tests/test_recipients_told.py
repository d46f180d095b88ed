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


@pytest.mark.parametrize("heading", ["结对村", "结对学校", "对口支援村", "受益村", "支援地", "给谁", "资助学生姓名"])
def test_whom_it_was_for_got_it(heading: str) -> None:
    """They were passed over, and what they got stood in stock."""
    assert "relay (2020-02-29) donor=甲公司 recipient=向阳村: CNY 100元" in told(
        f"捐赠人,捐赠金额,{heading}\n甲公司,100,向阳村\n", "2020-02-29"
    )


def test_who_got_less_than_was_given_is_asked_about() -> None:
    """All of it had gone on to them."""
    found = told("日期,捐赠人,捐赠金额,受益人,受益金额\n2020-02-03,李华,1000,王小明,500\n")
    assert "relay" not in found
    assert "in some row they differ" in found
    assert "relay" in told("日期,捐赠人,捐赠金额,受益人,受益金额\n2020-02-03,李华,1000,王小明,1000\n")
