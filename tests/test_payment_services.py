"""The accounts of payment services, PayPal's and others': gifts in full, refunds by their number, and what only moved. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import booked, file

from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import NEUTRAL, OTHER_INCOME

HEAD = "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Reference Txn ID,Balance,Note,Balance Impact\n"
CHINESE = "日期,时间,时区,名称,类型,状态,币种,总额,费用,净额,付款方电子邮件地址,交易号,参考交易号,余额,附注,余额影响\n"
GIFT = '02/13/2020,08:15:01,PST,Zhou Ming,Donation Payment,Completed,USD,"1,050.00",-1.75,"1,048.25",a@example.com,1AB,,1048.25,stay strong,Credit\n'
GIFTS = (
    GIFT
    + "02/13/2020,09:15:01,PST,Wu Jing,Mobile Payment,Completed,EUR,20.00,0.00,20.00,b@example.com,2AB,,20.00,,Credit\n"
)
LEFT = "02/14/2020,09:00:00,PST,{},{},{},USD,{},{},{},,{},{},0.00,,{}\n"


def row(
    name: str, kind: str, gross: str, *, status: str = "Completed", of: str = "", number: str = "9AB", fee: str = "0.00"
) -> str:
    """One more row; what is left of it is the amount with its fee."""
    net = f"{float(gross) + float(fee):.2f}"
    return LEFT.format(name, kind, status, gross, fee, net, number, of, "Debit" if gross[0] == "-" else "Credit")


@pytest.mark.parametrize("head", [HEAD, CHINESE])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        (row("", "General Withdrawal", "-20.00"), f"- {NEUTRAL}"),
        (row("Bank Account", "Withdraw Funds to Bank Account", "-20.00"), f"- {NEUTRAL}"),
        (row("", "一般提现", "-20.00"), f"- {NEUTRAL}"),
        (row("", "General Currency Conversion", "-20.00", of="2AB"), f"- {NEUTRAL}"),
        (row("", "General Currency Conversion", "21.00", of="2AB"), f"- {NEUTRAL}"),
        (row("Bank", "Bank Deposit to PP Account", "21.00"), f"- {NEUTRAL}"),
        (row("He Lei", "Donation Payment", "30.00", status="Pending"), f"- {NOT_PAID}"),
        (row("He Lei", "捐赠付款", "30.00", status="待处理"), f"- {NOT_PAID}"),
        (row("He Lei", "Donation Payment", "30.00", status="Denied"), f"- {NOT_PAID}"),
        (row("PayPal", "Fee Reversal", "1.75"), f"- {OTHER_INCOME}"),
        (row("Pack Shop", "Express Checkout Payment", "-15.00"), "expense 2020-02-14 supplier=Pack Shop: USD 15美元 #table:9AB []"),
        (row("PayPal", "Chargeback Fee", "-20.00"), "expense 2020-02-14 supplier=PayPal: USD 20美元 #table:9AB []"),
        (row("Zhou Ming", "Payment Refund", "-50.00", of="1AB", fee="1.75"), "return 2020-02-14 donor=Zhou Ming: USD 50美元 #table:9AB back []"),
        (row("Zhou Ming", "付款退款", "-50.00", of="1AB"), "return 2020-02-14 donor=Zhou Ming: USD 50美元 #table:9AB back []"),
        (row("Zhou Ming", "Chargeback", "-1050.00", of="1AB"), "return 2020-02-14 donor=Zhou Ming: USD 1050美元 #table:9AB back []"),
    ],
)  # fmt: skip
def test_what_the_row_of_a_payment_service_is(head: str, line: str, said: str) -> None:
    """The gift is what was paid, and the fee is neither part of it nor spent."""
    found = told(head + GIFTS + line).splitlines()
    assert found[1:] == [
        "2 receipt 2020-02-13 donor=Zhou Ming: USD 1050美元 “stay strong” #table:1AB [1050USD]",
        "3 receipt 2020-02-13 donor=Wu Jing: EUR 20欧元 #table:2AB [20EUR]",
        f"4 {said}",
    ]


def test_a_refund_without_the_number_of_its_payment_is_of_that_party_and_amount() -> None:
    found = told(HEAD + GIFTS + row("Zhou Ming", "Payment Refund", "-1050.00"))
    assert "4 return 2020-02-14 donor=Zhou Ming: USD 1050美元 #table:9AB back [-1050USD] or refused" in found


def test_refunds_go_back_to_the_payment_whose_number_they_bear(desk: Desk, tmp_path: Path) -> None:
    """A part of it too, in this list or one before, and once however often either is imported."""
    back = row("Zhou Ming", "Payment Refund", "-50.00", of="1AB", number="3AB")
    first = file(tmp_path, "a.csv", HEAD + GIFTS)
    later = file(
        tmp_path, "b.csv", HEAD + GIFT + back + row("He Lei", "Payment Refund", "-5.00", of="0AB", number="4AB")
    )
    for paper in (first, later, first, later):
        outcome = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"][0]
    assert outcome["ignored"] == 1  # what it is of is not booked
    assert [(kind, donor, item, amount) for kind, _day, donor, item, amount in booked(desk)] == [
        ("receipt", "Zhou Ming", "USD", "1050"), ("receipt", "Wu Jing", "EUR", "20"), ("return", "Zhou Ming", "USD", "-50"),
    ]  # fmt: skip
    assert desk.is_in_order()
