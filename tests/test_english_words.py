"""Words of lists in English: headings, totals, states of gifts, and what is no money. All is invented."""

import pytest
from harness.tables import told

from donations.domain.parsing import parse_quantities
from donations.importers.words.english_totals import english_total
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import understood


@pytest.mark.parametrize("heading", ["Anonymous?", "Anonymous", "Is anonymous?"])
def test_who_asks_not_to_be_named_is_not(heading: str) -> None:
    assert f"{heading}=anonymous" in told(f"Date,Donor,{heading},Amount\n2020-03-01,Ann,Yes,100\n")


@pytest.mark.parametrize("state", ["Bounced", "NSF", "Declined", "Chargeback", "Voided"])
def test_a_cheque_that_bounced_is_no_gift(state: str) -> None:
    text = f"Date,Donor,Amount,Status\n2020-03-01,Ann,100,{state}\n2020-03-01,Bob,100,Received\n"
    assert "donor=Ann" not in told(text)
    assert "donor=Bob" in told(text)


def test_cities_of_addresses_abroad_are_passed_over() -> None:
    text = "Donor,City,State,Zip,Amount,Date\nAnn,Boston,MA,02101,200,2020-03-01\n"
    assert "City=- State=- Zip=-" in told(text)
    assert "donor=Ann: CNY 200元" in told(text)


def test_who_gave_and_who_was_paid_in_one_column() -> None:
    text = "Date,Received From / Paid To,Particulars,Receipts (HK$),Payments (HK$),Balance (HK$)\n2020-03-02,Ann Wong,Donation,200,,200\n2020-03-03,Depot,Masks,,100,100\n"
    lines = told(text)
    assert "donor=Ann Wong: HKD 200" in lines
    assert "supplier=Depot: HKD 100" in lines


@pytest.mark.parametrize("heading", ["Thing we got", "Gift in Kind", "What"])
def test_what_goods_are_worth_is_no_cash(heading: str) -> None:
    """Whoever doesn't understand what was given doesn't take its value for money."""
    text = f"Date,Donor,{heading},Estimated Value\n2020-03-01,Ann,Canned beans,36\n"
    assert "CNY" not in told(text)


def test_what_is_agreed_for_each_month_is_no_gift_of_the_first() -> None:
    text = "Donor,Start Date,End Date,Frequency,Amount (CNY)\nAnn,2020-01-01,2020-12-31,Monthly,100.00\n"
    assert "receipt" not in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TOTALS", "grand"), ("Total raised", "grand"), ("Total donations:", "grand"), ("TOTAL US$1,304.50", "grand"), ("Sub Total", "part"),
        ("Total for March 2020", "part"), ("Page Total", "part"), ("Running total", "running"), ("Total received to date", "running"),
        ("總計新臺幣", "grand"), ("Total Energies", None), ("Total Care Ltd", None), ("Team Total", None), ("Totally Yours", None),
        ("Total 总数", "grand"), ("合计 Total", "grand"), ("合計/TOTAL", "grand"), ("Total（合计）", "grand"), ("Grand Total 总计", "grand"),
        ("小计 Subtotal", "part"), ("本页合计 Page Total", "part"), ("累计 Total", "running"), ("Grand Total (S$)", "grand"), ("Jumlah", "grand"),
        ("Jumlah 总数", "grand"), ("总共", "grand"), ("Total Care 总部", None), ("慈善总会 Total", None),
    ],
)  # fmt: skip
def test_a_total_is_known_by_the_whole_cell(text: str, said: str | None) -> None:
    assert total_of(text) == said


@pytest.mark.parametrize("text", ["total" + "of" * 27, "month" * 11 + "x", "cash" * 14 + "tota", "items" * 6_000])
def test_long_words_of_totals_take_no_time(text: str) -> None:
    assert english_total(text) in (None, "grand")


@pytest.mark.parametrize(
    ("heading", "sense"),
    [
        ("Donating Organization", "donor"), ("Contributor Name", "donor"), ("Name of Donor", "donor"), ("善信", "donor"), ("Issued To", "recipient"),
        ("Beneficiary Name", "recipient"), ("Head of Household", "recipient"), ("Item Description", "item"), ("Qty Received", "quantity"),
        ("# of Items", "quantity"), ("Number of Boxes", "quantity"), ("Weight (lbs)", "quantity"), ("U/M", "unit"), ("FMV", "value"),
        ("Amount Received", "amount"), ("Cheque Amount", "money"), ("Receipts", "money"), ("Disbursements", "spent"), ("Price Per Unit", "price"), ("Value/Item", "price"),
        ("Tribute", "note"), ("Designated Fund", "purpose"), ("program_funded", "purpose"), ("Program Name", "purpose"), ("Cause", "purpose"), ("Check #", "-"), ("Receipt No.", "-"), ("Year to Date", "-"), ("Lifetime Giving", "-"),
        ("Qty On Hand", "-"), ("Quantity Needed", "-"), ("金額NT$", "money"), ("Amount US$", "amount"),
    ],
)  # fmt: skip
def test_headings_in_english(heading: str, sense: str) -> None:
    assert understood(heading).sense == sense


@pytest.mark.parametrize("thing", ["Dinner for two", "Round of golf for four with cart", "Food for ten families"])
def test_for_how_many_something_is_says_not_how_many_were_given(thing: str) -> None:
    """2 of “Dinner for” were booked."""
    [quantity] = parse_quantities(thing)
    assert (quantity.item, quantity.number) == (thing, None)


def test_what_is_for_some_is_counted_before_or_behind() -> None:
    found = [parse_quantities(text)[0] for text in ("two dinners for four", "Dinner for two x 3", "Two tickets")]
    assert [quantity.number for quantity in found] == [2, 3, 2]
