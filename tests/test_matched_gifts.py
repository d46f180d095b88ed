"""What employers put to gifts, in the lists of platforms that pay out both; and what these say at their foot. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.row_fields import MATCH_ALONE, ZERO
from donations.importers.words.foot import total_of

HEAD = "Company,Project,Donation Date,Donor First Name,Donor Last Name,Transaction ID,Currency,Total Donation to be Acknowledged,Match Amount,Merchant Fee\n"
ROWS = "Acme,Reading Rooms,2020-02-01,Ann,Lee,4EX805TUGH,USD,102,51,0.00\nAcme,Reading Rooms,2020-02-01,Bo,Ray,4EX805TUGJ,USD,102,51,5.00\nHill,Reading Rooms,2020-02-02,Cy,Fox,4EX805TUGK,USD,{},{},0.00\n"
FOOT = "Totals,,,,,,,{},{},5.00\nTotal Donations (Gross),{}\nCheck Fee,0.00\nNet Total Payment,{}\n"


def test_what_matched_a_gift_was_given_by_the_company_beside_it() -> None:
    """Only a remark said so: the sums were those of the employees alone."""
    found = told(HEAD + ROWS.format("7", "0.00") + FOOT.format("211", "102", "313", "308")).splitlines()
    of_match = "2020-02-01 donor=Acme: USD 51美元 for Reading Rooms “Donor First Name: {}；Donor Last Name: {}；Transaction ID: {}” [51USD]"
    assert found[1:] == [
        "2 receipt 2020-02-01 donor=Ann Lee: USD 102美元 for Reading Rooms “Company: Acme” #table:4EX805TUGH [102USD]",
        f"2 receipt {of_match.format('Ann', 'Lee', '4EX805TUGH')}",
        "3 receipt 2020-02-01 donor=Bo Ray: USD 102美元 for Reading Rooms “Company: Acme” #table:4EX805TUGJ [102USD]",
        f"3 receipt {of_match.format('Bo', 'Ray', '4EX805TUGJ')}",
        "4 receipt 2020-02-02 donor=Cy Fox: USD 7美元 for Reading Rooms “Company: Hill” #table:4EX805TUGK [7USD]",
        f"4 - {ZERO}",
        "5 - a total",
        "6 - a total",
        "7 - a blank row",
        "8 - a total",
        "= 313 in row 6",
    ]


def test_a_match_of_nothing_else_is_a_gift_of_the_company() -> None:
    found = told(HEAD + ROWS.format("0.00", "599.88"))
    assert "4 receipt 2020-02-02 donor=Hill: USD 599.88美元" in found
    assert MATCH_ALONE not in found


def test_without_fees_nothing_says_that_what_matched_a_gift_was_paid() -> None:
    rows = "Company,Donor Name,Date,Donation Amount,Match Amount\nAcme,Ann,2020-02-01,5,5\n"
    assert told(rows).splitlines()[1:] == ["2 receipt 2020-02-01 donor=Ann: CNY 5元 “Match Amount: 5” [5CNY]"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Total Donations (Gross)", "grand"), ("Net Total Payment", "running"), ("Net Disbursement Total", "running"),
        ("Net Total", "grand"), ("Total Payment", "grand"),
    ],
)  # fmt: skip
def test_what_is_left_behind_the_fees_is_no_total_of_the_gifts(label: str, kind: str) -> None:
    """The list was refused, because it paid out less than was given."""
    assert total_of(label) == kind


REPORT = 'Reading Rooms,,,,\nDonations by Donor Detail,,,,\n,,,,\n,Date,Account,Amount (USD),Ref #\n{0},,,,\n,02/13/2020,General,600.00,9RX1\nTotal for {0},,,$600.00,\n{1},,,,\n,02/14/2020,Library,250.00,7RX2\n,02/14/2020,General,"1,200.00",7RX3\nTotal for {1},,,"$1,450.00",\nTOTAL,,,"$2,050.00",\n'


def test_a_report_by_name_says_who_gave_above_the_gifts_and_sums_them_up_below() -> None:
    """The sums were gifts of nobody's, and the names were lost."""
    assert told(REPORT.format("Ann Lee", "Hill & Sons / the Foxes")).splitlines()[1:] == [
        "5 - a heading of the rows below it",
        "6 receipt 2020-02-13 donor=Ann Lee: USD 600美元 [600USD]",
        "7 - a subtotal",
        "8 - a heading of the rows below it",
        "9 receipt 2020-02-14 donor=Hill & Sons / the Foxes: USD 250美元 [250USD]",
        "10 receipt 2020-02-14 donor=Hill & Sons / the Foxes: USD 1200美元 [1200USD]",
        "11 - a subtotal",
        "12 - a total",
        "= 2050 in row 12",
    ]


@pytest.mark.parametrize("parts", [("General Fund", "Library Fund"), ("January 2020", "February 2020")])
def test_what_gifts_are_for_and_when_they_came_is_nobody_who_gave(parts: tuple[str, str]) -> None:
    found = told(REPORT.format(*parts))
    assert found.count("donor=爱心人士") == 3
    assert found.count("a subtotal") == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Total for Ann Lee", "part"), ("Subtotal for Hill & Sons", "part"), ("Total for March 2020", "part"), ("Total Force Ltd", None)],
)  # fmt: skip
def test_a_total_may_be_called_after_who_gave(text: str, kind: str | None) -> None:
    assert total_of(text) == kind
