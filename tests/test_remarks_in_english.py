"""Remarks in English that nothing was paid, that a row is void or not right, or that another amount came. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.fates import NOT_COME, STAYED
from donations.importers.rows.keepers_remarks import ANOTHER, NO_GIFT, ONCE, WRONG
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import TAKEN_BACK


def of_money(note: str) -> str:
    """What is understood of a gift of money with that remark."""
    return told(
        f"Date,Donor,Amount (USD),Notes\n2020-02-01,Ann Lee,700,\n2020-02-02,Bob Ray,500,{note}\n"
    ).splitlines()[2]


def of_goods(note: str) -> str:
    """The same of goods."""
    rows = f"2020-02-01,Ann Lee,Masks,700,pieces,\n2020-02-02,Bob Ray,Masks,500,pieces,{note}\n"
    return told(f"Date,Donor,Item,Quantity,Unit,Notes\n{rows}").splitlines()[2]


@pytest.mark.parametrize(
    "note",
    [
        "unpaid",
        "Payment failed",
        "card declined",
        "NSF",
        "Insufficient funds",
        "pending",
        "payment pending",
        "owed",
        "stop payment",
        "written off",
        "uncollected",
        "check did not clear",
    ],
)
def test_money_that_was_not_paid_is_no_gift(note: str) -> None:
    """It was booked, with that remark. Goods don't wait for money."""
    assert of_money(note) == f"3 - {NOT_PAID}"
    assert of_goods(note).startswith("3 receipt")


@pytest.mark.parametrize("note", ["never arrived", "did not arrive"])
def test_what_never_arrived_is_no_gift(note: str) -> None:
    assert of_money(note) == of_goods(note) == f"3 - {NOT_COME}"


@pytest.mark.parametrize(
    "note", ["VOID - duplicate", "deleted", "delete", "Donation cancelled", "double entry", "entered in error"]
)
def test_a_row_that_is_void_is_none(note: str) -> None:
    assert of_money(note) == of_goods(note) == f"3 - {TAKEN_BACK}"


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("should be 300", ANOTHER),
        ("Should be $300", ANOTHER),
        ("correct amount 300", ANOTHER),
        ("actual amount 300", ANOTHER),
        ("corrected to 300", ANOTHER),
        ("only 300 received", ANOTHER),
        ("wrong amount", WRONG),
        ("Partial refund $20", STAYED),
        ("entered twice", ONCE),
        ("loan", NO_GIFT),
        ("bank interest", NO_GIFT),
        ("not a donation", NO_GIFT),
    ],
)
def test_what_may_be_no_gift_or_another_amount_is_asked_about(note: str, why: str) -> None:
    assert of_money(note) == f"3 ! Notes: {why} ({note})"


@pytest.mark.parametrize(
    "note",
    [
        "pending receipt sent",
        "paid in full",
        "received with thanks",
        "received 500",
        "should be acknowledged",
        "no refund needed",
        "for the loan closet",
        "in interest of health",
        "thanks twice",
        "voided parking",
        "error free",
        "double the love",
    ],
)
def test_remarks_of_gifts_stay_remarks(note: str) -> None:
    assert of_money(note).startswith("3 receipt")
    assert of_goods(note).startswith("3 receipt")
