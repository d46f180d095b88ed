"""Lists of orders and of payments as shops and services write them: what was paid is the gift. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.columns.paid_by import WHO_PAID
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import NEUTRAL, TAKEN_BACK

SHOPS = {
    "买家 and 收货人": """
订单号,订单状态,买家,买家付款时间,商品名称,商品数量,订单商品总额,应收订单金额,订单实付金额,已退款金额,收货人/提货人,下单时间
E1,交易完成,晴天,2020-03-01 10:00:00,爱心100元,1,100.00,100.00,100.00,0.00,李华,2020-03-01
E2,已发货,风声,2020-03-01 11:00:00,爱心20元,1,20.00,20.00,20.00,5.00,王芳,2020-03-01
E3,交易关闭,雨,2020-03-01 12:00:00,爱心20元,1,20.00,20.00,20.00,20.00,赵六,2020-03-01
""",
    "收件人姓名 and 运费": """
订单编号,订单状态,商品名称,商品数量,商品总金额,运费,订单实付金额,退款金额,退款状态,买家昵称,收件人姓名,付款时间,备注
8001,已完成,爱心100元,1,100.00,0.00,100.00,0.00,,晴天,李华,2020-03-01 10:00:00,
8002,已完成,爱心20元,1,20.00,0.00,20.00,5.00,部分退款,风声,王芳,2020-03-01 11:00:00,
8003,已关闭,爱心20元,1,20.00,0.00,20.00,20.00,退款成功,雨,王芳,2020-03-01 11:00:00,
""",
    "实付款": """
订单编号,订单支付时间,订单状态,实付款,买家昵称,商品名称,成交数量,退款状态,退款金额
2001,2020-03-01 10:00:00,交易成功,100.00,晴天,爱心捐款,1,,0.00
2002,2020-03-01 11:00:00,交易成功,20.00,风声,爱心捐款,1,部分退款,5.00
2003,2020-03-01 11:00:00,交易成功,20.00,雨,爱心捐款,1,退款成功,20.00
""",
    "First Name and Total Paid": """
Order no.,Order Date,First Name,Last Name,Quantity,Ticket Type,Order Type,Currency,Total Paid,Amount Refunded
9001,2020-03-01 10:00:00,晴天,,1,Donation,Completed,CNY,100.00,0
9002,2020-03-01 10:00:00,风声,,1,Donation,Completed,CNY,20.00,5.00
9003,2020-03-01 11:00:00,雨,,1,Donation,Refunded,CNY,20.00,20.00
""",
}


@pytest.mark.parametrize("shop", SHOPS)
def test_what_was_paid_for_an_order_is_the_gift(shop: str) -> None:
    """Neither are its goods given, nor is who gets them given anything."""
    lines = told(SHOPS[shop].lstrip("\n")).splitlines()[1:]
    assert [line.split(" ", 1)[1].split(":")[0] for line in lines[:2]] == [
        "receipt 2020-03-01 donor=晴天",
        "receipt 2020-03-01 donor=风声",
    ]
    assert [
        ("100元" in lines[0], lines[0].endswith("CNY]")),
        ("20元" in lines[1], lines[1].endswith("[20CNY] -5")),
    ] == [(True, True)] * 2
    assert lines[2] == f"4 - {TAKEN_BACK}" or lines[2].endswith("[20CNY] -20")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("订单编号,卖家昵称,买家会员名,商品名称,数量,实付款,付款时间\n1,某店,我会,口罩,5,100.00,2020-03-01\n2,某药房,我会,手套,5,20.00,2020-03-02\n", "spending"),
        ("订单编号,买家会员名,商品名称,实付款,付款时间\n1,我会,口罩,100.00,2020-03-01\n2,我会,手套,20.00,2020-03-02\n", WHO_PAID),
    ],
)  # fmt: skip
def test_ones_own_orders_are_no_gifts(text: str, said: str) -> None:
    """They name who sold, or one buyer alone."""
    assert said in told(text)
    assert "receipt" not in told(text)


CHARGES = """
id,Description,Created date (UTC),Amount,Amount Refunded,Currency,Mode,Status,Card Name,Customer Email
ch_1A,Donation,2020-03-01 10:00:00,100.00,0.00,usd,Live,Paid,Ann Lee,a@example.com
ch_2B,Donation,2020-03-02 10:00:00,50.00,20.00,usd,Live,Partial Refund,Ben Ode,b@example.com
ch_3C,Donation,2020-03-03 10:00:00,5.00,0.00,usd,Test,Paid,Tess Ter,t@example.com
ch_4D,Donation,2020-03-03 11:00:00,5.00,0.00,usd,Live,Failed,Di Gray,d@example.com
"""


def test_what_was_paid_to_try_it_out_is_no_gift() -> None:
    """Test below Mode; who holds the card gave, and what a program calls the payment is its number."""
    assert told(CHARGES.lstrip("\n")).splitlines()[1:] == [
        "2 receipt 2020-03-01 donor=Ann Lee: USD 100美元 “Donation” #table:ch_1A [100USD]",
        "3 receipt 2020-03-02 donor=Ben Ode: USD 50美元 “Donation” #table:ch_2B [50USD] -20",
        f"4 - {NOT_PAID}",
        "5 receipt 2020-03-03 donor=Di Gray: USD 5美元 “Donation” #table:ch_4D [5USD] -5",
    ]


def test_what_a_program_calls_a_payment_is_nobodys_name() -> None:
    text = "\n".join(line.rsplit(",", 2)[0] + "," for line in CHARGES.strip().splitlines())
    assert "donor=ch_" not in told(text + "\n")
    assert "donor=晴天" in told("ID,金额,时间\n晴天,5,2020-03-01\n风声,6,2020-03-01\n")


def test_a_word_that_it_was_refunded_is_heard_in_any_column() -> None:
    text = "Order,Order Date,Name,Order Type,Amount Given,Currency\nA,2020-03-15,Ann,Completed,100.00,USD\nB,2020-03-15,Ben,Refunded,50.00,USD\n"
    assert told(text).splitlines()[2] == f"3 - {TAKEN_BACK}"


MONTH = """
,ID,Datetime,Type,Status,Note,From,To,Amount (total),Amount (tip),Amount (fee),Funding Source
,3001,2020-03-15T10:00:00,Payment,Complete,donation,Ann Lee,Our Club,+ $100.00,,,
,3002,2020-03-16T10:00:00,Charge,Complete,gift,Our Club,Cy Fox,+ $12.00,,,
"""
WENT = """,3003,2020-03-17T10:00:00,Payment,Complete,masks,Our Club,Mask Shop,- $30.00,,,
,3004,2020-03-18T10:00:00,Standard Transfer,Issued,,,,- $50.00,,,
"""


def test_from_and_to_beside_signs_are_an_account() -> None:
    """Who stands in each row keeps it: what came is no gift that went straight through to them. The sign says which way."""
    first = told(MONTH.lstrip("\n")).splitlines()[1:]
    assert first == [
        "2 receipt 2020-03-15 donor=Ann Lee: USD 100美元 “donation” [100USD]",
        "3 receipt 2020-03-16 donor=Cy Fox: USD 12美元 “gift” [12USD]",
    ]
    assert told(MONTH.lstrip("\n") + WENT).splitlines()[1:] == [
        *first,
        "4 expense 2020-03-17 supplier=Mask Shop: USD 30美元 “masks” []",
        f"5 - {NEUTRAL}",
    ]


SERVICES = {
    "rows of refunds, and a word for each": """
datetime,shortId,description,type,kind,isRefund,isRefunded,displayAmount,amount,paymentProcessorFee,netAmount,balance,currency,accountName,oppositeAccountName
2020-03-15T10:00:00,aaaa0001,Contribution,CREDIT,CONTRIBUTION,,,$100.00 USD,100,-3.2,96.8,96.8,USD,Our Club,Ann Lee
2020-03-16T10:00:00,aaaa0002,Contribution,CREDIT,CONTRIBUTION,,REFUNDED,$50.00 USD,50,-1.75,48.25,145.05,USD,Our Club,Ben Ode
2020-03-17T10:00:00,aaaa0003,Refund of Contribution,DEBIT,CONTRIBUTION,REFUND,,-$50.00 USD,-50,1.75,-48.25,96.8,USD,Our Club,Ben Ode
2020-03-18T10:00:00,aaaa0004,Masks,DEBIT,EXPENSE,,,-$30.00 USD,-30,0,-30,66.8,USD,Our Club,Mask Shop
""",
    "Received and Given": """
DateTime (UTC),From,Message,Item,Received,Given,Currency,TransactionType,TransactionId
2020-03-15 10:00,Ann Lee,go on,Coffee,100.00,,USD,Tip,t1
2020-03-16 10:00,Ben Ode,,Coffee,50.00,,USD,Tip,t2
2020-03-17 10:00,Ben Ode,,Coffee,-50.00,,USD,Refund,t3
2020-03-18 10:00,Mask Shop,,Coffee,,30.00,USD,Tip,t4
""",
    "Cash and Card beside Total Collected": """
Date,Gross Sales,Net Sales,Total Collected,Source,Card,Cash,Fees,Net Total,Transaction ID,Description,Event Type,Customer Name
03/15/2020,$100.00,$100.00,$100.00,Online,$100.00,$0.00,-$3.20,$96.80,tx1,Donation,Payment,Ann Lee
03/16/2020,$50.00,$50.00,$50.00,Online,$50.00,$0.00,-$1.75,$48.25,tx2,Donation,Payment,Ben Ode
03/17/2020,-$50.00,-$50.00,-$50.00,Online,-$50.00,$0.00,$1.75,-$48.25,tx3,Donation,Refund,Ben Ode
03/18/2020,-$30.00,-$30.00,-$30.00,Online,-$30.00,$0.00,$0.00,-$30.00,tx4,Masks,Payment,Mask Shop
""",
}


@pytest.mark.parametrize("service", SERVICES)
def test_a_refund_with_a_row_of_its_own_takes_back_what_came(desk: Desk, tmp_path: Path, service: str) -> None:
    """Once, and none of it is spent; the list again adds nothing."""
    paper = file(tmp_path, "a.csv", SERVICES[service].lstrip("\n"))
    for times in (1, 2):
        [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
        assert (table["accepted"], table["duplicate"]) == ((4, 0) if times == 1 else (0, 4))
    rows = [(row["type"], row["donor"], row["received"], row["spent"]) for row in desk.read("ledger")]
    assert rows[:3] == [
        ("receipt", "Ann Lee", "100", "0"),
        ("receipt", "Ben Ode", "50", "0"),
        ("return", "Ben Ode", "-50", "0"),
    ]
    assert rows[3:] == [("expense", None, "0", "30")]


def test_a_number_of_each_row_counts_nothing() -> None:
    text = "Number,Name,Amount,Currency,Date\n1001,Ann Lee,100.00,USD,2020-03-01\n1002,Ben Ode,50.00,USD,2020-03-02\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-03-01 donor=Ann Lee: USD 100美元 [100USD]",
        "3 receipt 2020-03-02 donor=Ben Ode: USD 50美元 [50USD]",
    ]
