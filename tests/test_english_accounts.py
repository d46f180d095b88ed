"""Lists of accounts that banks abroad write in plain English: which way each amount went, who gave, and which money. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.account_senses import WHICH_MONEY
from donations.importers.words.accounts import OTHER_INCOME
from donations.importers.words.row_reasons import A_DONOR

SHAPES = {
    "two columns": """
Date,Description,Debit (CAD),Credit (CAD),Balance
2020-01-05,INTERAC E-TRANSFER FROM ANN SMITH,,200.00,1200.00
2020-01-13,OFFICE DEPOT,50.00,,1150.00
2020-01-20,DONATION FROM BOB LEE,,100.00,1250.00
""",
    "DR and CR": """
Date,Narration,Ref No,Type,Amount (CAD),Balance
05/01/2020,NEFT FROM ANN SMITH,123,CR,200.00,1200.00
13/01/2020,OFFICE DEPOT,124,DR,50.00,1150.00
20/01/2020,DONATION FROM BOB LEE,125,CR,100.00,1250.00
""",
    "signs, and lines of what was there": """
Date,Description,Amount (CAD),Running Bal.
01/01/2020,Beginning balance as of 01/01/2020,,"1,000.00"
01/05/2020,"Zelle payment from ANN SMITH for ""gift""; Conf# abc",200.00,"1,200.00"
01/13/2020,CHECKCARD OFFICE DEPOT,-50.00,"1,150.00"
01/20/2020,DONATION FROM BOB LEE,100.00,"1,250.00"
""",
    "a word and the sign that repeats it": """
Following data is valid as of 20200131

First Bank Card,Transaction Type,Date Posted, Transaction Amount (CAD),Description

'5678000000000000',CREDIT,20200105,200.0,Transfer from ANN SMITH
'5678000000000000',DEBIT,20200113,-50.0,OFFICE DEPOT
'5678000000000000',CREDIT,20200120,100.0,Gift from BOB LEE
""",
    "a column of the currency": """
Transaction date,Post date,Description,Billing amount,Billing currency,Transaction status,Credit / Debit
05/01/2020,06/01/2020,FUND TRANSFER FROM 12-345678-9 ANN SMITH,200.00,CAD,POSTED,CREDIT
13/01/2020,14/01/2020,OFFICE DEPOT,"-50.00"\t,CAD,POSTED,DEBIT
20/01/2020,21/01/2020,PAYMENT FROM BOB LEE 16123456789,100.00,CAD,POSTED,CREDIT
""",
    "names of payers and payees": """
Date,Amount,Currency,Running Balance,Payer Name,Payee Name,Payee Account Number
2020-01-05,200.00,CAD,1200.00,ANN SMITH,,
2020-01-13,-50.00,CAD,1150.00,,OFFICE DEPOT,123456789
2020-01-20,100.00,CAD,1250.00,BOB LEE,,
""",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_an_account_abroad(shape: str) -> None:
    found = [line.split(" ", 1)[1] for line in told(SHAPES[shape].lstrip("\n")).splitlines()[1:]]
    paid = " supplier=OFFICE DEPOT" if "Payee" in SHAPES[shape] else " "
    assert [line.split(" [")[0].split(" “")[0] for line in found if line[0] != "-"] == [
        "receipt 2020-01-05 donor=ANN SMITH: CAD 200加元",
        f"expense 2020-01-13{paid}: CAD 50加元",
        "receipt 2020-01-20 donor=BOB LEE: CAD 100加元",
    ]


@pytest.mark.parametrize("shape", [name for name in SHAPES if "(CAD)" in SHAPES[name]])
def test_without_a_currency_it_is_asked_for(shape: str) -> None:
    """A bank abroad hardly means yuan."""
    lines = told(SHAPES[shape].lstrip("\n").replace(" (CAD)", "")).splitlines()
    assert lines[0].startswith("unclear")
    assert any(WHICH_MONEY in line for line in lines)
    assert not any("receipt" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("PAYROLL DEPOSIT ACME", f"- {OTHER_INCOME}"),
        ("MERCHANDISE RETURN", f"- {OTHER_INCOME}"),
        ("Interest paid", "- interest, no gift"),
        ("Credit interest", "- interest, no gift"),
        ("TRANSFER FROM SAVINGS", f"! None: {A_DONOR} (TRANSFER FROM SAVINGS)"),
        ("PAYMENT BY CHEQUE", f"! None: {A_DONOR} (PAYMENT BY CHEQUE)"),
        ("TRANSFER FROM PAYPAL", f"! None: {A_DONOR} (TRANSFER FROM PAYPAL)"),
        ("PAYMENT RECEIVED BY JOHN", f"! None: {A_DONOR} (PAYMENT RECEIVED BY JOHN)"),
        ("BRANCH DEPOSIT 1234", f"! None: {A_DONOR} (BRANCH DEPOSIT 1234)"),
        ("Closing balance", "- a total"),
    ],
)
def test_what_came_in_and_is_nobodys_gift(words: str, said: str) -> None:
    text = f"Date,Description,Debit (CAD),Credit (CAD),Balance\n2020-01-05,{words},,200.00,1200.00\n2020-01-06,X,10,,1190.00\n"
    assert told(text).splitlines()[1].split(" ", 1)[1] == said


def test_own_accounts_in_english_are_in_yuan() -> None:
    text = "Date,Description,Income,Expense,Balance\n2020-02-01,Donation from Li Hua,300,,1300\n2020-02-02,Masks,,100,1200\n"
    assert "receipt 2020-02-01 donor=Li Hua: CNY 300元" in told(text)


@pytest.mark.parametrize("sides", ["Received,Spent", "Received,Paid", "Money received,Money spent", "Cash in,Cash out"])
def test_both_sides_of_a_cash_book_in_words_of_every_day(sides: str) -> None:
    """What was received was not read, and its rows were refused."""
    rows = "2020-03-02,Donation from Li Hua,200,,300\n2020-03-03,Masks,,50,250\n"
    found = told(f"Date,Details,{sides},Balance\n{rows}")
    assert "receipt 2020-03-02 donor=Li Hua: CNY 200元" in found
    assert "expense 2020-03-03 : CNY 50元" in found


@pytest.mark.parametrize("title", ["", "Mask stock\n"])
def test_what_was_received_and_used_may_be_goods(title: str) -> None:
    """It was money, 200 yuan for 200 masks."""
    rows = "2020-03-02,from Li Hua,200,,200\n2020-03-03,to the school,,50,150\n"
    found = told(f"{title}Date,Details,Received,Used,Balance\n{rows}")
    assert "CNY" not in found
