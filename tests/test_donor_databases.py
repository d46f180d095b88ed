"""Lists that donor databases and platforms for giving export, in their headings; all gifts are invented."""

import pytest
from harness.tables import told

from donations.importers.columns.payouts import NOT_ITS_OWN, WHICH_CURRENCY
from donations.importers.columns.promises import PROMISES
from donations.importers.rows.fates import NOT_COME, PART_CAME
from donations.importers.rows.row_fields import MATCH_ALONE, ZERO
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import TAKEN_BACK
from donations.importers.words.row_reasons import PROMISED, SOFT_CREDIT

KINDS = (
    "Name,{},Date,Amount\nAnn Lee,Donation,2020-02-01,5\nBo Lin,{},2020-02-02,600\nBo Lin,{} Payment,2020-02-03,50\n"
)


@pytest.mark.parametrize("heading", ["Type", "Gift Type", "RECORD_TYPE", "Transaction Type", "Opportunity Record Type"])
@pytest.mark.parametrize("kind", ["Pledge", "Recurring Donation", "Recurring Gift"])
def test_a_pledge_and_the_plan_of_gifts_are_none_beside_what_was_paid_of_them(heading: str, kind: str) -> None:
    assert told(KINDS.format(heading, kind, kind)).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Ann Lee: CNY 5元 [5CNY]",
        f"3 - {PROMISED}",
        "4 receipt 2020-02-03 donor=Bo Lin: CNY 50元 [50CNY]",
    ]


@pytest.mark.parametrize("kind", ["MG Pledge", "Matching Pledge", "Incoming Commitment", "Planned Gift", "认捐"])
def test_other_words_for_what_was_promised_are_no_gift_either(kind: str) -> None:
    assert f"3 - {PROMISED}" in told(f"Name,Gift Type,Date,Amount\nAnn,Cash,2020-02-01,5\nBo,{kind},2020-02-02,600\n")


def test_the_column_that_tells_pledges_is_not_said_to_be_unread() -> None:
    rows = "Name,{},Date,Amount\nAnn,Cash,2020-02-01,5\nBo,{},2020-02-02,600\n"
    assert "Gift Type=type" in told(rows.format("Gift Type", "Pledge")).splitlines()[0]
    assert "Record Type=type" in told(rows.format("Record Type", "Recurring Gift Schedule")).splitlines()[0]
    assert "Gift Type=-" in told(rows.format("Gift Type", "Check")).splitlines()[0]


def test_a_recurring_gift_that_nothing_else_pays_is_one() -> None:
    rows = "Name,Donation Type,Date,Amount\nAnn,One-time,2020-02-01,5\nBo,Recurring,2020-02-02,6\nBo,Monthly,2020-02-03,7\n"
    assert told(rows).count("receipt") == 3


def test_a_pledge_far_below_is_none_too() -> None:
    """Further down than anything is looked ahead, where rows are read the quick way."""
    rows = "".join(f"Ann,Cash,2020-02-01,{place}\n" for place in range(1, 60))
    found = told(f"Name,Gift Type,Date,Amount\n{rows}Bo,Pledge,2020-02-02,600\n")
    assert f"61 - {PROMISED}" in found
    assert found.count("receipt") == 59


def test_a_pledge_that_its_state_says_was_paid_came() -> None:
    rows = "Name,Type,Status,Date,Amount\nAnn,Pledge,Paid,2020-02-01,5\nBo,Pledge,,2020-02-02,6\n"
    assert told(rows).splitlines()[1:] == ["2 receipt 2020-02-01 donor=Ann: CNY 5元 [5CNY]", f"3 - {PROMISED}"]


STAGES = "Account Name,Stage,Amount,Close Date,Primary Contact\nHill Bakery,Closed Won,USD 50,2020-02-01,Ann Lee\nFox Household,{},USD 75,2020-02-02,Dan Fox\n"


@pytest.mark.parametrize(
    ("stage", "why"),
    [("Pledged", PROMISED), ("Closed Lost", NOT_PAID), ("Prospecting", NOT_COME), ("Verbal Commitment", NOT_COME)],
)
def test_only_what_was_won_of_what_is_hoped_for_came(stage: str, why: str) -> None:
    assert told(STAGES.format(stage)).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Hill Bakery: USD 50美元 “Primary Contact: Ann Lee” [50USD]",
        f"3 - {why}",
    ]


IN_TWO = "Name,Amount,Currency,Amount in USD,Net Amount,Date\nAnn,20,EUR,21.60,18.75,2020-02-01\nBo,50,USD,{},47.37,2020-02-02\n"


def test_an_amount_in_two_currencies_is_one_gift() -> None:
    assert told(IN_TWO.format("50")).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Ann: EUR 20欧元 [20EUR]",
        "3 receipt 2020-02-02 donor=Bo: USD 50美元 [50USD]",
    ]
    assert NOT_ITS_OWN in told(IN_TWO.format("55"))


@pytest.mark.parametrize(
    ("heading", "no", "yes"),
    [
        ("Refunded", "No", "Yes"), ("Was Refunded", "N", "Y"), ("Is Refunded", "", "Yes"), ("退款", "否", "是"),
        ("refunded", "False", "True"), ("is_refunded", "0", "1"), ("isRefunded", "false", "true"),
    ],
)  # fmt: skip
def test_a_yes_below_refunded_takes_the_gift_back(heading: str, no: str, yes: str) -> None:
    rows = f"Name,Amount,{heading},Date,Transaction ID\nAnn,5,{no},2020-02-01,t1\nBo,6,{yes},2020-02-02,t2\n"
    assert told(rows).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Ann: CNY 5元 #table:t1 [5CNY]",
        "3 receipt 2020-02-02 donor=Bo: CNY 6元 #table:t2 [6CNY] -6",
    ]


STATES = "Name,Amount,{},Date\nAnn,5,Paid,2020-02-01\nBo,6,{},2020-02-02\n"


@pytest.mark.parametrize("state", ["Disputed", "Abandoned", "Preapproved", "In Progress", "cb_initiated", "Scheduled"])
def test_what_is_disputed_or_was_never_paid_is_no_gift(state: str) -> None:
    assert f"3 - {NOT_PAID}" in told(STATES.format("Contribution Status", state))


@pytest.mark.parametrize("state", ["Revoked", "退刷", "已退刷", "返金済", "キャンセル", "Chargeback"])
def test_what_went_back_is_no_gift(state: str) -> None:
    assert f"3 - {TAKEN_BACK}" in told(STATES.format("Status", state))


def test_a_dispute_takes_back_what_was_lost() -> None:
    rows = "Name,Amount,Dispute Status,Date\nAnn,5,,2020-02-01\nBo,6,lost,2020-02-02\nCy,7,won,2020-02-03\nDi,8,under_review,2020-02-04\n"
    assert told(rows).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Ann: CNY 5元 [5CNY]",
        f"3 - {TAKEN_BACK}",
        "4 receipt 2020-02-03 donor=Cy: CNY 7元 [7CNY]",
        f"5 - {NOT_PAID}",
    ]


def test_a_part_that_was_paid_is_asked_for_and_no_refund() -> None:
    assert PART_CAME in told(STATES.format("Contribution Status", "Partially paid"))


def test_states_in_japanese_are_read() -> None:
    rows = "寄附者名,寄附日,寄附金額(円),決済状況,お名前の公表\n山田,2020/02/01,100,決済完了,公表可\n田中,2020/02/02,200,入金待ち,匿名希望\n佐藤,2020/02/03,300,キャンセル,公表可\n"
    found = told(rows).splitlines()
    assert "決済状況=status お名前の公表=anonymous" in found[0]
    assert found[1:] == [
        "2 receipt 2020-02-01 donor=山田: JPY 100日元 [100JPY]",
        f"3 - {NOT_PAID}",
        f"4 - {TAKEN_BACK}",
    ]


SPLIT = "Name,Gift ID,Gift Date,Gift Amount,Fund Description,Fund Split Amount\nHill Bakery,G-2,2020-02-01,{},Library,500\nHill Bakery,G-2,2020-02-01,{},Meals,500\nAnn,G-3,2020-02-02,5,Meals,5\n"


def test_a_gift_split_over_funds_is_its_parts() -> None:
    found = told(SPLIT.format("1000", "1000"))
    assert [line for line in found.splitlines() if "receipt" in line] == [
        "2 receipt 2020-02-01 donor=Hill Bakery: CNY 500元 for Library [500CNY]",
        "3 receipt 2020-02-01 donor=Hill Bakery: CNY 500元 for Meals [500CNY]",
        "4 receipt 2020-02-02 donor=Ann: CNY 5元 for Meals [5CNY]",
    ]


def test_parts_that_make_another_gift_are_asked_about() -> None:
    """The whole, which each of its rows says, would be booked as often."""
    assert "the parts of each gift to make its whole" in told(SPLIT.format("1200", "1200"))
    assert "500元" not in told(SPLIT.format("1200", "1200"))
    last = "".join(
        [
            *SPLIT.format("1000", "1000").splitlines(keepends=True)[:3],
            "Bo,G-3,2020-02-02,80,Meals,30\nBo,G-3,2020-02-02,80,Library,40\n",
        ]
    )
    assert "the parts of each gift to make its whole" in told(last)
    assert "receipt" in told(last.replace(",40\n", ",50\n"))


def test_the_number_of_a_payout_that_givers_share_is_no_gifts_own() -> None:
    """The second would be taken for the first that came again."""
    rows = "Donor Name,Date,Amount,Payment Reference\nAnn,2020-02-01,5,P9001\nAnn,2020-02-01,5,P9001\nBo,2020-02-01,5,P9001\n"
    assert "#" not in told(rows)
    assert told(rows).count("receipt") == 3
    assert "#table:D1" in told(
        "Donor Name,Donation Ref,Date,Amount,Payment Reference\nAnn,D1,2020-02-01,5,P9\nBo,D2,2020-02-01,5,P9\n"
    )


def test_what_a_platform_paid_out_is_no_gift() -> None:
    rows = "Donor Name,Date,Donation Amount,Fee Amount,Net Donation Amount,Disbursement Amount\nAnn,2020-02-01,50,2.5,47.5,47.5\n"
    assert "2 receipt 2020-02-01 donor=Ann: CNY 50元 [50CNY]" in told(rows)


def test_what_was_paid_with_the_fee_is_the_gift() -> None:
    rows = "Donor Name,Date,Amount,Donated,Fee Covered Amount\nAnn,2020-02-01,51.75,50,1.75\nBo,2020-02-02,20,20,0\n"
    assert "2 receipt 2020-02-01 donor=Ann: CNY 51.75元 [51.75CNY]" in told(rows)


@pytest.mark.parametrize("besides", ["Tax Deductible Amount", "Processing Fee"])
def test_what_a_giver_got_is_no_goods_given(besides: str) -> None:
    rows = f"Name,Date,Amount,Fair Market Value,{besides}\nAnn,2020-02-01,50,20,30\n"
    assert "2 receipt 2020-02-01 donor=Ann: CNY 50元 [50CNY]" in told(rows)


def test_what_matched_a_gift_is_not_passed_over_for_nothing() -> None:
    rows = "Company,Donor Name,Date,Donation Amount,Match Amount\nAcme,Ann,2020-02-01,5,5\nAcme,Bo,2020-02-02,0,{}\n"
    assert f"3 ! Match Amount: {MATCH_ALONE} (1000)" in told(rows.format("1000"))
    assert f"3 - {ZERO}" in told(rows.format("0"))


def test_a_cash_book_with_codes_of_payment_is_read_by_its_signs() -> None:
    """Gifts were spending, of 4 yuan each: the code."""
    rows = "date,payment,number,payee,memo,amount,category,tags\n2020-02-01,4,,Ann Lee,Gift,50.00,Donations,\n2020-02-02,11,12,Print Shop,Printing,-13.25,Costs,\n"
    assert told(rows).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Ann Lee: CNY 50元 “Gift” [50CNY]",
        "3 expense 2020-02-02 supplier=Print Shop: CNY 13.25元 “Printing” []",
    ]


def test_received_and_given_are_headings_of_a_list() -> None:
    rows = "DateTime (UTC),From,Message,Received,Given,Currency,A,B,C,D,E,F,G\n2020-02-01 09:12,Ann,Hi,5,0,USD\n2020-02-02 09:12,Bo,,0,4,USD\n"
    assert told(rows).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Ann: USD 5美元 “Hi” [5USD]",
        "3 expense 2020-02-02 supplier=Bo: USD 4美元 []",
    ]


def test_which_money_it_is_above_the_headings_is_no_heading() -> None:
    rows = "Charity,Reading Rooms\nCurrency,USD\nPayment Method,EFT\n\nDonor Name,Donation Date,Donation Amount,Currency\nAnn,2020-02-01,5,USD\n"
    assert "6 receipt 2020-02-01 donor=Ann: USD 5美元 [5USD]" in told(rows)


@pytest.mark.parametrize("heading", ["Refund Date", "Refunded At", "退款时间"])
def test_a_day_of_the_refund_says_that_there_was_one(heading: str) -> None:
    rows = f"Donor Name,Date,Amount,{heading}\nAnn,2020-02-01,5,\nBo,2020-02-02,6,2020-02-05\n"
    assert f"3 - {TAKEN_BACK}" in told(rows)
    assert "receipt 2020-02-01 donor=Ann: CNY 5元 [5CNY]" in told(rows)


def test_a_part_that_went_back_on_a_day_is_that_part() -> None:
    rows = "Donor Name,Date,Amount,Refund Amount,Refund Date\nAnn,2020-02-01,5,2,2020-02-05\n"
    assert "2 receipt 2020-02-01 donor=Ann: CNY 5元 [5CNY] -2" in told(rows)


def test_cash_and_goods_below_the_sorts_of_gifts_are_no_names_of_goods() -> None:
    """1,000 dollars were 货币 worth 1,000 yuan."""
    rows = "捐赠时间,捐赠者名称,捐赠类别,币种,捐赠金额,折合人民币\n2020-02-01,甲方,货币,美元,1000,7100\n2020-02-02,乙方,实物,人民币,3000,3000\n"
    assert told(rows).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=甲方: USD 1000美元 “折合7100元” [1000USD]",
        "3 receipt 2020-02-02 donor=乙方: 物资 ?@@3000 [3000value]",
    ]


OF_TWO = "Donor Name,Date,Donation Amount,{},{}\nAnn,2020-02-01,5,USD,USD\nBo,2020-02-02,6,USD,{}\n"


def test_the_currency_of_the_amounts_has_other_names() -> None:
    assert "donor=Bo: USD 6美元" in told(OF_TWO.format("Payout Currency", "Sender Currency", "USD"))
    assert WHICH_CURRENCY in told(OF_TWO.format("Payout Currency", "Sender Currency", "EUR"))
    assert "donor=Bo: EUR 6欧元" in told(OF_TWO.format("Payout Currency", "Donation Currency", "EUR"))


def test_what_is_credited_to_somebody_besides_is_no_second_gift() -> None:
    rows = "Name,Transaction Type,Date,Amount\nHill Bakery,Donation,2020-02-01,5\nAnn,Soft Credit,2020-02-01,5\n"
    assert f"3 - {SOFT_CREDIT}" in told(rows)


def test_a_number_that_comes_twice_among_many_is_still_a_gifts_own() -> None:
    """Sorted anew the list must be known by the same numbers."""
    rows = "".join(f"Giver {place % 9},2020-02-01,{place},N{place % 25}\n" for place in range(1, 29))
    assert "#table:N1 " in told(f"Donor Name,Date,Amount,Transaction ID\n{rows}")


def test_received_beside_pledged_is_what_came() -> None:
    assert "donor=Ann: CNY 50元 [50CNY]" in told("Name,Pledged,Received,Date\nAnn,100,50,2020-02-01\n")


def test_noncash_is_goods() -> None:
    rows = "Name,Gift Type,Gift Date,Amount\nAnn,Credit,2020-02-01,5\nBo,Noncash,2020-02-02,30\n"
    assert "3 receipt 2020-02-02 donor=Bo: 物资 ?@@30 [30value]" in told(rows)


def test_an_account_of_payments_with_fee_and_net_is_known_without_names() -> None:
    rows = "id,Type,Amount,Fee,Net,Currency,Created (UTC),Description,A,B,C,D,E,F\ntxn_1,charge,50,1.5,48.5,usd,2020-02-01 23:12,Donation from Ann Lee\ntxn_2,refund,-50,0,-50,usd,2020-02-02 23:12,REFUND (Donation from Ann Lee)\n"
    found = told(rows)
    assert "2 receipt 2020-02-02 donor=Ann Lee: USD 50美元 “Donation from Ann Lee” #table:txn_1 [50USD]" in found
    assert "3 return 2020-02-03 donor=Ann Lee: USD 50美元" in found


@pytest.mark.parametrize("heading", ["Remarks 備註", "Notes"])
def test_a_cheque_that_bounced_is_no_gift(heading: str) -> None:
    rows = f"Donor Name,Date,Amount (HK$),{heading}\nAnn,2020-02-01,5,thanks\nBo,2020-02-02,6,Bounced cheque\n"
    assert f"3 - {TAKEN_BACK}" in told(rows)


def test_given_and_received_may_also_say_when_and_whether() -> None:
    rows = "Name,Amount,Given,Received\nAnn,5,2020-02-01,Yes\nBo,6,2020-02-02,No\n"
    assert told(rows).splitlines()[1:] == ["2 receipt 2020-02-01 donor=Ann: CNY 5元 [5CNY]", f"3 - {NOT_PAID}"]


def test_a_list_of_members_says_only_what_became_of_the_last_of_many_payments() -> None:
    """Ann has paid twelve times, on days that nothing says."""
    rows = "Name,Patron Status,Lifetime Amount,Pledge Amount,Charge Frequency,Patronage Since Date,Last Charge Date,Last Charge Status\nAnn Lee,Active patron,$60.00,$5.00,monthly,2019-01-05,2020-01-01,Paid\nBo Ray,Former patron,$10.00,$10.00,monthly,2019-05-05,2019-06-01,Declined\n"
    found = told(rows)
    assert "receipt" not in found
    assert PROMISES in found


@pytest.mark.parametrize("state", ["退款失败", "退款中", "拒绝退款"])
def test_a_day_of_a_refund_that_did_not_go_through_takes_nothing_back(state: str) -> None:
    rows = f"日期,捐款人,金额,退款时间,退款状态\n2020-02-01,周明,5,,\n2020-02-02,吴静,6,2020-02-05,{state}\n"
    assert "3 receipt 2020-02-02 donor=吴静: CNY 6元 [6CNY]" in told(rows)


@pytest.mark.parametrize("never", ["0000-00-00 00:00:00", "0001-01-01", "1970-01-01 08:00:00"])
def test_a_day_that_never_was_takes_nothing_back(never: str) -> None:
    rows = f"日期,捐款人,金额,退款时间\n2020-02-01,周明,5,{never}\n2020-02-02,吴静,6,2020-02-05 10:00:00\n"
    assert told(rows).splitlines()[1:] == ["2 receipt 2020-02-01 donor=周明: CNY 5元 [5CNY]", f"3 - {TAKEN_BACK}"]


def test_a_promise_with_the_day_on_which_it_came_is_a_gift() -> None:
    rows = "{},捐款人,金额,类型\n2020-02-01,周明,5,认捐\n2020-02-02,吴静,6,捐款\n"
    assert "2 receipt 2020-02-01 donor=周明: CNY 5元" in told(rows.format("到账日期"))
    assert f"2 - {PROMISED}" in told(rows.format("日期"))


@pytest.mark.parametrize("heading", ["Refund Date", "退款时间"])
def test_a_day_of_a_refund_far_below_takes_its_gift_back(heading: str) -> None:
    """The same list, sorted the other way, was read otherwise."""
    rows = "".join(f"2020-02-01,周明,{place},\n" for place in range(1, 60))
    assert f"61 - {TAKEN_BACK}" in told(f"日期,捐款人,金额,{heading}\n{rows}2020-02-02,吴静,6,2020-02-05\n")
    assert "61 receipt" in told(f"日期,捐款人,金额,{heading}\n{rows}2020-02-02,吴静,6,未退款\n")
