"""What was owed, or paid for something, in a column beside gifts: no gift, whatever the sum of both says."""

import pytest
from harness.tables import told

from donations.importers.words.money_cells import AMOUNT_MISSING

FEES = "dues and fees"


@pytest.mark.parametrize(
    "headings",
    [
        "Date,Name,Membership Dues,Donation,Total",
        "Date,Name,Dues,Donation,Total",
        "Date,Member,Annual Subscription,Donation,Total",
        "Date,Name,Ticket Sales,Donations,Total",
        "Date,Name,Registration,Extra Gift,Total Paid",
        "Date,Name,Assessment,Voluntary gift,Total",
        "日期,户主,一事一议筹资,自愿捐款,合计",
        "日期,户主,应交款,自愿捐款,合计",
        "日期,姓名,应缴学费,捐资助学,合计",
        "日期,姓名,报名,爱心捐款,合计",
    ],
)
def test_fees_that_make_a_sum_with_gifts_are_asked_about(headings: str) -> None:
    """Neither is the fee booked as a gift nor the sum of both."""
    found = told(f"{headings}\n2020-02-01,李华,20,100,120\n2020-02-02,王芳,20,50,70\n")
    assert found.count(FEES) == 2
    assert "receipt" not in found


def test_the_fees_passed_over_leave_the_gifts() -> None:
    """What the question says to do works."""
    text = "日期,户主,一事一议筹资,自愿捐款,合计\n2020-02-01,李华,20,100,120\n2020-02-02,王芳,20,50,70\n"
    found = told(text, columns={"一事一议筹资": "-", "合计": "-"}).splitlines()
    assert found[1:] == [
        "2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]",
        "3 receipt 2020-02-02 donor=王芳: CNY 50元 [50CNY]",
    ]
    found = told("Date,Name,Dues,Donation,Total\n2020-02-01,Ann Lee,20,100,120\n", columns={"Dues": "-"}).splitlines()
    assert found[1:] == ["2 receipt 2020-02-01 donor=Ann Lee: CNY 100元 [100CNY]"]


@pytest.mark.parametrize(
    "headings",
    [
        "日期,姓名,修路,修桥,合计",
        "日期,姓名,一日捐,党员捐,合计",
        "Date,Name,Tithe,Offering,Total",
        "日期,姓名,捐款,义卖,合计",
        "Date,Name,General,Missions,Total",
    ],
)
def test_gifts_of_several_sorts_are_read(headings: str) -> None:
    """None of these is owed."""
    found = told(f"{headings}\n2020-02-01,李华,20,100,120\n")
    assert "receipt 2020-02-01 donor=李华" in found
    assert FEES not in found


@pytest.mark.parametrize(
    ("heading", "given", "other"),
    [
        ("收入类型", "个人赞助", "门票收入"),
        ("收入类型", "社会捐赠", "政府补助"),
        ("收入类别", "个人捐款", "利息收入"),
        ("款项类型", "赞助", "会费"),
        ("类型", "捐款", "银行利息"),
        ("Type", "Donation", "Interest"),
    ],
)
def test_a_sort_of_income_is_no_gift(heading: str, given: str, other: str) -> None:
    """A column of sorts is heard whoever stands below 捐赠者."""
    found = told(f"捐赠者,金额,日期,{heading}\n李华,100,2020-02-01,{given}\n银行,50,2020-02-02,{other}\n").splitlines()
    assert found[1].startswith("2 receipt 2020-02-01 donor=李华: CNY 100元")
    assert found[2].startswith("3 - income that is no gift")


@pytest.mark.parametrize("way", ["微信收入", "现金收入", "线下收入", "捐款箱收入"])
def test_how_income_came_is_no_sort_of_it(way: str) -> None:
    """Ways among sorts of gifts say nothing against the gift."""
    found = told(f"捐赠者,金额,日期,收入类型\n李华,100,2020-02-01,捐赠收入\n王芳,50,2020-02-02,{way}\n")
    assert found.count("receipt") == 2


@pytest.mark.parametrize("headings", ["姓名,捐款,手续费,日期", "Donor,Gift Amount,Fee,Date"])
def test_a_blank_gift_beside_a_fee_says_what_to_write(headings: str) -> None:
    """It said how an amount is written, and not that 0 will do."""
    text = f"{headings}\n李华,500,5,2020-02-03\n王芳,{{}},5,2020-02-04\n"
    assert AMOUNT_MISSING in told(text.format(""))
    assert "- an amount of zero" in told(text.format("0"))
