"""What payment services and platforms say of money that came, was kept back, or went again: PayPal, Stripe, GoCardless. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import NEUTRAL, OTHER_INCOME, TAKEN_BACK

PAYPAL = (
    "Date,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Option 1 Value,Reference Txn ID,Quantity,Balance\n"
)
GIFT = "02/13/2020,Zhou Ming,Donation Payment,Completed,USD,50.00,-1.75,48.25,1AB,,,1,48.25\n"
STRIPE = "id,Type,Amount,Fee,Net,Currency,Created (UTC),Description,customer_name (metadata)\ntxn_1,charge,25.00,1.20,23.80,usd,2020-02-13 10:20,Donation,Wu Jing\n"


def test_how_many_were_ordered_by_a_payment_is_no_amount_of_goods() -> None:
    """The row was refused, since nobody said of what it was one."""
    found = told(PAYPAL + GIFT + GIFT.replace("50.00", "-5.00").replace("48.25,1AB", "-6.75,2AB"))
    assert "donor=Zhou Ming: USD 50美元 #table:1AB [50USD]" in found


@pytest.mark.parametrize(
    "kind",
    [
        "Hold on Balance for Dispute Investigation",
        "Payment Hold",
        "Account Hold",
        "General Account Hold",
        "针对争议的余额冻结",
        "账户冻结资金",
    ],
)
def test_what_a_service_keeps_back_for_a_while_is_not_spent(kind: str) -> None:
    """Nor is it given once more when it lets go: it was booked as a second gift of the same."""
    held = "02/14/2020,{},{},Completed,USD,{},0.00,{},{},,1AB,,48.25\n"
    let_go = {"Hold on Balance for Dispute Investigation": "Cancellation of Hold for Dispute Resolution"}
    kinds = (kind, let_go.get(kind, f"Reversal of {kind}" if kind.isascii() else "解除冻结余额"))
    for name in ("Zhou Ming", ""):
        rows = [
            held.format(name, each, gross, gross, number)
            for each, gross, number in zip(kinds, ("-50.00", "50.00"), ("2AB", "3AB"), strict=True)
        ]
        found = told(PAYPAL + GIFT + "".join(rows)).splitlines()
        assert found[2:] == [f"3 - {NEUTRAL}", f"4 - {NEUTRAL}"], found


def test_a_chargeback_takes_back_the_gift_and_its_reversal_gives_it_again() -> None:
    """Below adjustment it was spending, with who gave as who was paid."""
    rows = (
        "txn_2,adjustment,-25.00,15.00,-40.00,usd,2020-02-14 10:20,Chargeback withdrawal for ch_9,Wu Jing\n"
        "txn_3,adjustment,25.00,-15.00,40.00,usd,2020-02-20 10:20,Chargeback reversal for ch_9,Wu Jing\n"
        "txn_4,payout_failure,20.00,0.00,20.00,usd,2020-02-21 10:20,PAYOUT FAILURE,\n"
    )
    found = told(STRIPE + rows)
    assert "return 2020-02-14 donor=Wu Jing: USD 25美元" in found
    assert "receipt 2020-02-20 donor=Wu Jing: USD 25美元" in found
    assert f"5 - {NEUTRAL}" in found
    assert "expense" not in found


@pytest.mark.parametrize("kind", ["Shop Order", "Commission"])
def test_what_was_sold_at_a_shop_is_no_gift(kind: str) -> None:
    rows = "Date,From,Received,Given,Currency,TransactionType\n2020-02-13,Ann,5.00,0,USD,Donation\n2020-02-14,Bo,7.00,0,USD,{}\n"
    assert f"3 - {OTHER_INCOME}" in told(rows.format(kind))


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("charged_back", TAKEN_BACK),
        ("Charged back", TAKEN_BACK),
        ("late_failure_settled", TAKEN_BACK),
        ("Returned", TAKEN_BACK),
        ("已冲正", TAKEN_BACK),
        ("已退捐", TAKEN_BACK),
        ("银行退票", TAKEN_BACK),
        ("已拒付", TAKEN_BACK),
        ("authorized", NOT_PAID),
        ("Authorised", NOT_PAID),
        ("submitted", NOT_PAID),
        ("wc-on-hold", NOT_PAID),
        ("On-Hold", NOT_PAID),
        ("Refused", NOT_PAID),
        ("Error", NOT_PAID),
        ("timed_out", NOT_PAID),
        ("initiated", NOT_PAID),
        ("past_due", NOT_PAID),
        ("awaiting_payment", NOT_PAID),
        ("insufficient_funds", NOT_PAID),
        ("under_review", NOT_PAID),
        ("争议中", NOT_PAID),
        ("已冻结", NOT_PAID),
        ("支付超时", NOT_PAID),
        ("交易异常", NOT_PAID),
        ("打款中", NOT_PAID),
    ],
)
def test_more_states_of_what_did_not_come_or_went_again(state: str, why: str) -> None:
    """Each was booked."""
    found = told(f"Date,Donor,Amount,Currency,Status\n2020-02-13,Ann,5,USD,paid_out\n2020-02-14,Bo,7,USD,{state}\n")
    assert f"3 - {why}" in found
    assert "donor=Ann" in found


@pytest.mark.parametrize(
    "state",
    [
        "captured", "已解冻", "无异常", "无冻结", "settled", "confirmed", "没有异常", "未见异常", "未发现异常", "没有争议", "超时到账",
        "超时后支付成功", "无冲正", "未冲正", "no failure", "awaiting thank-you letter",
    ],
)  # fmt: skip
def test_states_of_what_came(state: str) -> None:
    assert "donor=Bo: USD 7美元" in told(f"Date,Donor,Amount,Currency,Status\n2020-02-14,Bo,7,USD,{state}\n")


def test_yes_and_no_as_numbers_below_paid_are_no_amounts() -> None:
    """1 was spent, and what was not paid came."""
    found = told("Donor,Payment Amount,Paid,Payment Date,Currency\nAnn,100,1,2020-02-13,USD\nBo,100,0,2020-02-14,USD\n")
    assert "Paid=status" in found.splitlines()[0]
    assert "donor=Ann: USD 100美元" in found
    assert f"3 - {NOT_PAID}" in found
    part = told("Donor,Pledged,Paid,Date,Currency\nAnn,100,1,2020-02-13,USD\nBo,1,1,2020-02-14,USD\n")
    assert "donor=Ann: USD 1美元" in part  # of 100 that were promised


@pytest.mark.parametrize(
    ("heading", "ways"),
    [("Card Funding", ("credit", "debit")), ("Payment Method", ("Credit", "Debit")), ("卡种", ("贷记", "借记"))],
)
def test_the_card_that_a_gift_was_paid_with_is_no_way(heading: str, ways: tuple[str, str]) -> None:
    """What was given by debit card was booked as spent."""
    rows = f"Date,Donor,Amount,Currency,{heading}\n2020-02-13,Ann,5,USD,{ways[0]}\n2020-02-14,Bo,7,USD,{ways[1]}\n"
    found = told(rows)
    assert "receipt 2020-02-14 donor=Bo: USD 7美元" in found


@pytest.mark.parametrize("heading", ["TransferWise ID", "id", "Wise ID"])
def test_what_was_written_with_a_payment_is_no_number_of_it(heading: str) -> None:
    """Of two gifts with the same words one was known from before."""
    row = "{},2020-02-13,100.00,EUR,school-gift-2020,{},Ann Lee,\n"
    rows = f"{heading},Date,Amount,Currency,Payment Reference,Running Balance,Payer Name,Payee Name\n"
    spent = "TRANSFER-3,2020-02-14,-50.00,EUR,inv-2,1150.00,,Shop\n"
    found = told(rows + row.format("TRANSFER-1", "1100.00") + row.format("TRANSFER-2", "1200.00") + spent)
    assert "#table:TRANSFER-1" in found
    assert "#table:TRANSFER-2" in found
    assert found.count("“school-gift-2020”") == 2


def test_who_of_us_paid_is_no_giver_and_the_whole_with_its_fee_no_second_amount() -> None:
    rows = (
        "Date,ID,Type,State,Description,Payer,Payment currency,Amount,Total amount,Fee,Balance\n"
        "2020-02-13,aa1,TOPUP,COMPLETED,Money added from ANN LEE,,GBP,100.00,100.00,0.00,100.00\n"
        "2020-02-14,aa2,TRANSFER,COMPLETED,To Shop Ltd,Our Treasurer,GBP,-20.00,-20.20,0.20,79.80\n"
    )
    found = told(rows)
    assert "receipt 2020-02-13 donor=ANN LEE: GBP 100英镑" in found
    assert "expense 2020-02-14 : GBP 20英镑" in found
    assert "Our Treasurer" not in found


@pytest.mark.parametrize(("headings", "donor"), [("Sort Name,Display Name", "Ann Lee"), ("Sort Name,X", "Lee, Ann")])
def test_what_a_database_calls_and_sorts_its_contacts_by_is_a_name(headings: str, donor: str) -> None:
    found = told(f'{headings},Total Amount,Currency,Date Received\n"Lee, Ann",Ann Lee,5,USD,2020-02-13\n')
    assert f"donor={donor}: USD 5美元" in found


def test_what_a_program_calls_a_user_is_no_name_beside_one() -> None:
    rows = "订单号,{},{},实付金额,订单时间\n202003010000000000001,{},{},30.00,2020-03-01 10:20:30\n"
    for order in (1, -1):
        headings, cells = ["用户ID", "用户名"][::order], ["9a8b7c6d5e4f11eea1b2", "晴天"][::order]
        found = told(rows.format(*headings, *cells))
        assert "donor=晴天" in found
        assert "9a8b7c6d" not in found


def test_what_was_given_back_of_a_gift_may_be_called_after_it() -> None:
    """退捐金额 was not read, and the gift stood."""
    rows = "捐赠日期,捐赠人,捐赠金额,退捐金额\n2020-03-01,李华,100.00,\n2020-03-02,王芳,50.00,50.00\n2020-03-03,赵明,50.00,20.00\n"
    found = told(rows).splitlines()
    assert "退捐金额=refund" in found[0]
    assert found[2] == f"3 - {TAKEN_BACK}"
    assert "20" in found[3]
    assert "donor=赵明" in found[3]
