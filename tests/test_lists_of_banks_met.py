"""Lists of banks and payment services as they were met: signs behind amounts, one amount said twice, their own numbers. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import booked, file

from donations.importers.columns.whose_money import WHICH_OF_A_BANK
from donations.importers.words import accounts
from donations.importers.words.amount_marks import sign_in_front
from donations.importers.words.row_reasons import HEADINGS, OTHER_LANGUAGE

BEHIND = """日期,对方户名,摘要,金额,余额
2020-03-01,李华,捐款,500.00{0},1500.00
2020-03-02,某公司,物资,120.00{1},1380.00
2020-03-03,王芳,捐款,"1,300.00{0}",2680.00
"""


@pytest.mark.parametrize("signs", ["+-", "＋－", "+−"])
def test_a_sign_behind_an_amount_says_which_way_it_went(signs: str) -> None:
    """500.00+ was about 500, and 120.00- refused."""
    account = told(BEHIND.format(*signs))
    assert "2 receipt 2020-03-01 donor=李华: CNY 500元 [500CNY]" in account
    assert "3 expense 2020-03-02 supplier=某公司" in account
    assert "4 receipt 2020-03-03 donor=王芳: CNY 1300元 [1300CNY]" in account


def test_credit_and_debit_behind_an_amount() -> None:
    rows = ["2020-03-01,Donation from Li Hua,500.00CR,500.00CR", "2020-03-02,Some Shop,120.00 DR,380.00CR"]
    account = told("\n".join(["Date,Description,Amount (MYR),Balance (MYR)", *rows]))
    assert "2 receipt 2020-03-01 donor=Li Hua: MYR 500" in account
    assert "3 expense 2020-03-02" in account


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("120.00-", "-120.00"), ("1,500.00 +", "+1,500.00"), ("RM 5", "RM 5"), ("US$20.00-", "-US$20.00"), ("500+", "500+"), ("500-", "500-"),
        ("2020.01-", "2020.01-"), ("5.00 Cr", "5.00 Cr"), ("5.00CR", "+5.00"), ("A5.00-", "A5.00-"), ("", ""), ("R", "R"),
        ("¥-120.00", "-¥120.00"), ("US$ -20.00", "-US$20.00"), ("CNY -120.00", "-CNY120.00"), ("人民币负1,234.50", "-¥1,234.50"), ("¥+5.00", "+¥5.00"), ("￥-500", "￥-500"),
        ("ABC-120.00", "ABC-120.00"), ("CNY-120", "CNY-120"), ("A-5", "A-5"), ("¥-", "¥-"),
    ],
)  # fmt: skip
def test_only_an_amount_to_the_cent_has_its_sign_behind_it(text: str, meant: str) -> None:
    """500+ is more than 500, 2020.01- begins a time, and 5 Cr is a crore."""
    assert sign_in_front(text) == meant


def test_a_minus_behind_an_amount_is_one_before_it_in_a_list_of_gifts_too() -> None:
    """It takes back as large a gift of the same donor, or is refused."""
    behind, before = (told(f"日期,捐款人,金额\n2020-03-01,李华,{text}\n") for text in ("500.00-", "-500.00"))
    assert behind == before


@pytest.mark.parametrize("text", ["¥-120.00", "￥ -120.00", "CNY -120.00", "人民币负120.00"])
def test_a_sign_between_the_money_and_its_amount(text: str) -> None:
    """As workbooks show it."""
    account = told(BEHIND.format("", "").replace("120.00", text))
    assert "2 receipt 2020-03-01 donor=李华" in account
    assert "3 expense 2020-03-02 supplier=某公司" in account


@pytest.mark.parametrize(
    "words",
    [
        "Account Hold for Open Authorization",
        "General Card Withdrawal",
        "Reversal of General Account Hold for Open Authorization",
    ],
)
def test_what_a_service_holds_is_not_spent(words: str) -> None:
    heads = "Date,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID"
    gift = "2020-03-01,Li Hua,Donation Payment,Completed,EUR,50.00,-1.00,49.00,1AB"
    assert f"3 - {accounts.NEUTRAL}" in told(
        f"{heads}\n{gift}\n2020-03-02,,{words},Completed,EUR,-10.00,0.00,-10.00,2CD\n"
    )


THREE = """交易日期,对方户名,摘要,交易金额,收入,支出
2020-03-01,李华,捐款,500.00,500.00,
2020-03-02,某公司,物资,{},,120.00
2020-03-03,王芳,捐款,300.00,300.00,
"""


def test_an_amount_with_its_sign_beside_a_column_for_each_way() -> None:
    """It is the same amount, said twice; one that differs is not."""
    account = told(THREE.format("-120.00"))
    assert "交易金额=-" in account
    assert "3 expense 2020-03-02 supplier=某公司" in account
    assert "4 receipt 2020-03-03 donor=王芳: CNY 300元 “捐款” [300CNY]" in account
    assert "交易金额=money" in told(THREE.format("-130.00"))


MONZO = """Transaction ID,Date,Type,Name,Amount,Currency,Description,Money Out,Money In
tx_0000A1,2020-03-01,Faster payment,Li Hua,50.00,GBP,Donation,,50.00
tx_0000A2,2020-03-02,Card payment,Some Shop,-12.40,GBP,SOME SHOP,-12.40,
tx_0000A3,2020-03-03,Pot transfer,Savings Pot,-10.00,GBP,,-10.00,
"""


def test_what_went_out_has_its_sign_in_its_own_column_too() -> None:
    """And a pot is one's own."""
    account = told(MONZO)
    assert "2 receipt 2020-03-01 donor=Li Hua: GBP 50" in account
    assert "3 expense 2020-03-02 supplier=Some Shop" in account
    assert f"4 - {accounts.NEUTRAL}" in account


CCB = """账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,摘要,备注,账户明细编号-交易流水号
3605,某协会,20200301 10:15:00,0.00,200.00,1200.00,人民币元,李华,跨行转入,{},1-530000000000001
3605,某协会,20200301 16:15:00,0.00,200.00,1400.00,人民币元,李华,跨行转入,{},2-530000000000002
"""


def test_a_banks_own_number_is_what_a_row_is_known_by(desk: Desk, tmp_path: Path) -> None:
    """Two gifts of a day are two, and stay two where another download says something else beside them."""
    morning, day = file(tmp_path, "a.csv", CCB.format("", "")), file(tmp_path, "b.csv", CCB.format("助学", "捐款"))
    assert "2 new" in desk.run(f"import {morning} --yes").out
    assert "0 new, 2 known" in desk.run(f"import {day} --yes").out
    assert len(booked(desk)) == 2


@pytest.mark.parametrize("heading", ["账户明细编号-交易流水号", "账户明细编号"])
def test_another_number_of_a_row_goes_before_a_banks_own(heading: str) -> None:
    rows = "2020-03-01,{}李华,捐款,,5,5"
    assert "#table:B77" in told(f"交易日期,{heading},对方户名,摘要,借方,贷方,余额\n" + rows.format("B77,"))
    both = told(f"交易日期,{heading},交易流水号,对方户名,摘要,借方,贷方,余额\n" + rows.format("B77,A1234,"))
    assert f"{heading}=- 交易流水号=number" in both
    assert "#table:A1234" in both


N26 = """Booking Date,Partner Name,Partner Iban,Type,Payment Reference,Account Name,Amount (EUR)
2020-03-01,Li Hua,DE11,Credit Transfer,Donation,Main Account,50.00
2020-03-02,Some Shop,,Presentment,,Main Account,-12.40
2020-03-03,Main Account,,Debit Transfer,to savings,Main Account,-10.00
"""


def test_the_name_of_ones_own_account_is_no_purpose() -> None:
    """Main Account was what the gift was for."""
    account = told(N26)
    assert "Account Name=-" in account
    assert "purpose" not in account
    assert f"4 - {accounts.NEUTRAL}" in account


def test_an_amount_in_other_money_is_not_what_came() -> None:
    """50 of Li Hua's was spent, since only payments by card have such an amount."""
    heads = "Date,Payee,Account number,Transaction type,Payment reference,Amount (EUR),Amount (Foreign Currency),Type Foreign Currency"
    account = told(
        f"{heads}\n2020-03-01,Li Hua,DE1,Income,Donation,50.0,,\n2020-03-02,Some Shop,,Card,,-12.4,-12.4,EUR\n"
    )
    assert "Amount (Foreign Currency)=-" in account
    assert "expense" not in account


SHOP = """交易时间,商户名称,交易说明,金额,交易状态,收/支,交易分类,交易订单号
2020-03-01 08:25:19,某商户,某商品,1174.41(已退款903.43),交易成功,支出,日用,100000001
2020-03-02 10:00:00,某商户,某商品,200.00（已全额退款）,交易成功,支出,日用,100000002
2020-03-03 10:00:00,李华,{},100.00(已退款40.00),交易成功,收入,转账,100000003
"""


def test_what_came_back_stands_beside_the_amount_in_one_cell() -> None:
    account = told(SHOP.format("转账"))
    assert "CNY 270.98" in account
    assert f"3 - {accounts.TAKEN_BACK}" in account
    assert "4 receipt 2020-03-03 donor=李华: CNY 100元 “转账” #table:100000003 [100CNY] -40" in account


HONG_KONG = """过账日,交易日,账项资料,支出{0},收入{0},结余
2020-03-01,2020-03-01,承上结余,,,10000.00
2020-03-02,2020-03-02,李华捐款,,500.00,10500.00
2020-03-03,2020-03-03,存款息,,1.50,10501.50
2020-03-31,2020-03-31,转承结余,,,10501.50
"""


def test_a_bank_of_hong_kong_in_simplified_characters() -> None:
    """Its dollars were yuan, and what it carries over was refused."""
    assert WHICH_OF_A_BANK in told(HONG_KONG.format(""))
    account = told(HONG_KONG.format("（港币）"))
    assert "3 receipt 2020-03-02 donor=李华: HKD 500" in account
    assert f"4 - {accounts.INTEREST}" in account
    assert "!" not in account


TRANSFERS = """ID,Status,Direction,Created on,Source name,Source amount (after fees),Source currency,Target name,Target amount (after fees),Target currency,Reference
TRANSFER-1001,COMPLETED,OUT,2020-03-01 14:20:05,Some Association,120.00,EUR,Landlord,120.00,EUR,rent
TRANSFER-1002,COMPLETED,IN,2020-03-02 09:00:00,Li Hua,2505.00,GBP,Some Association,2500.00,GBP,Donation
BALANCE-1003,COMPLETED,NEUTRAL,2020-03-03 10:00:00,Some Association,498.80,EUR,Some Association,430.00,GBP,
TRANSFER-1004,CANCELLED,OUT,2020-03-04 08:00:00,Some Association,50.00,EUR,Someone,50.00,EUR,
TRANSFER-1005,COMPLETED,IN,2020-03-05 09:00:00,Wang Fang,100.00,USD,Some Association,90.00,EUR,Donation
"""


def test_transfers_with_both_ends_in_each_row() -> None:
    """Who stands on the other side, and what was paid, or came where it was changed into other money."""
    account = told(TRANSFERS)
    assert "2 expense 2020-03-01 supplier=Landlord" in account
    assert "3 receipt 2020-03-02 donor=Li Hua: GBP 2505" in account
    assert f"4 - {accounts.NEUTRAL}" in account
    assert f"5 - {accounts.TAKEN_BACK}" in account
    assert "6 receipt 2020-03-05 donor=Wang Fang: EUR 90" in account
    assert "#table:TRANSFER-1002" in account


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Datum,Beschreibung,Währung,Brutto,Entgelt,Netto,Name", OTHER_LANGUAGE),
        ("Date,Heure,Fuseau horaire,Nom,État,Devise,Avant commission", OTHER_LANGUAGE),
        ("Fecha,Concepto,Importe,Moneda,Saldo,Nombre,X", OTHER_LANGUAGE),
        ("Aaa,Bbb,Ccc,Ddd,Eee,Fff,Ggg", HEADINGS),
    ],
)
def test_headings_in_other_languages_say_what_to_do(heads: str, expected: str) -> None:
    assert expected in told(
        f'{heads}\n13.03.2020,Spende,EUR,"5,00","0,10","4,90",Li Hua\n14.03.2020,Spende,EUR,"6,00","0,10","5,90",Li\n'
    )
