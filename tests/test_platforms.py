"""Lists of payment services and of platforms for giving: which rows are gifts, which went back or were moved. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.money_senses import TWO_SUMS
from donations.importers.columns.whose_money import WHICH_ABROAD, WHICH_OF_A_WAY
from donations.importers.words.accounts import NEUTRAL, OTHER_INCOME
from donations.importers.words.cells import ABOVE_ZERO, Misfit
from donations.importers.words.money_cells import money

GIFTS = "姓名,捐款金额,日期\n周明,{},2020-02-01\n"


@pytest.mark.parametrize(
    "amount",
    ["- $20", "-$20.00 USD", "- US$ 20", "- €20", "($20.00)", "US$(20.00 USD)", "(20.00 USD)", "（HK$20）", "(¥20)", "-20 EUR"],
)  # fmt: skip
def test_foreign_money_below_zero_is_no_gift(amount: str) -> None:
    with pytest.raises(Misfit, match=ABOVE_ZERO):
        money(amount, 1, None)
    assert "receipt" not in told(GIFTS.format(amount))


@pytest.mark.parametrize("amount", ["$20", "+ $20", "US$20", "$20.00 USD", "20 USD"])
def test_foreign_money_above_zero_is_a_gift(amount: str) -> None:
    assert "receipt 2020-02-01 donor=周明: USD 20美元" in told(GIFTS.format(amount))


@pytest.mark.parametrize("amount", ["-$20.00", "- $20.00", "($20.00)", "-20 USD"])
def test_the_sign_of_foreign_money_says_which_way_it_went(amount: str) -> None:
    found = told(
        f"Date,Description,Amount,Balance,Currency\n2020-02-01,Donation from Zhou Ming,+$50.00,$150.00,USD\n2020-02-02,tape,{amount},$130.00,USD\n"
    )
    assert "3 expense 2020-02-02 : USD 20美元 “tape”" in found


TAKEN = """商户名称,{},交易时间,付款人,交易类型,交易金额,手续费,{},订单号
甲协会,1,2020-02-01,周明,收款,50,0.20,49.80,A1
甲协会,1,2020-02-02,吴静,收款,5,0.10,4.90,A2
"""


@pytest.mark.parametrize("place", ["终端号", "门店名称", "款台", "收银员", "设备编号"])
@pytest.mark.parametrize("left", ["结算金额", "入账金额"])
def test_who_took_the_payments_was_paid_nothing(place: str, left: str) -> None:
    """The gift is what was paid, and not what is left less the fee."""
    assert told(TAKEN.format(place, left)).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=周明: CNY 50元 #table:A1 [50CNY]",
        "3 receipt 2020-02-02 donor=吴静: CNY 5元 #table:A2 [5CNY]",
    ]


def test_who_was_paid_in_several_shops_was_paid() -> None:
    found = told("商户名称,交易时间,交易金额,支付方式\n甲店,2020-02-01,50,微信\n乙店,2020-02-02,20,微信\n")
    assert "expense 2020-02-01 supplier=甲店: CNY 50元" in found


@pytest.mark.parametrize("kind", ["退款", "部分退款", "退货", "消费撤销", "Refund", "payment_refund", "Chargeback"])
@pytest.mark.parametrize("amount", ["50", "-50.00", "(50)"])
@pytest.mark.parametrize("heading", ["交易类型", "业务类型", "Type", "Transaction Type"])
@pytest.mark.parametrize("number", [True, False])
def test_a_row_of_refunds_is_no_gift_whatever_its_sign(kind: str, amount: str, heading: str, number: bool) -> None:
    rows = [
        "日期,捐赠人," + heading + ",捐赠金额",
        "2020-02-01,周明,收款,50",
        f"2020-02-02,周明,{kind},{amount}",
        "2020-02-03,吴静,收款,5",
    ]
    found = told(
        "\n".join(f"{row},{'订单号' if place == 0 else place}" if number else row for place, row in enumerate(rows))
    )
    assert "return 2020-02-02 donor=周明: CNY 50元" in found
    assert "[-50CNY] or refused" in found
    assert found.count("receipt") == 2


def test_a_refund_to_nobody_knows_whom_is_refused() -> None:
    text = "商户号,商户名称,终端号,交易日期,交易类型,交易金额,流水号\n1,甲协会,2,20200201,消费,50,1\n1,甲协会,2,20200201,消费撤销,-50,2\n"
    assert "3 return 2020-02-01 donor=爱心人士: CNY 50元 #table:2 back [-50CNY] or refused" in told(
        text, donor="爱心人士"
    )


FORM = (
    "序号,姓名,捐款金额,{},交易状态,支付时间\n1,周明,50,50.00,支付成功,2020-02-13\n2,吴静,20,{},支付成功,2020-02-14\n"
)


@pytest.mark.parametrize("heading", ["总价", "订单总价", "总价款", "价值", "Total Price"])
def test_what_was_paid_for_a_form_is_no_worth_of_goods_too(heading: str) -> None:
    found = told(FORM.format(heading, "20")).splitlines()
    assert found[1:] == [
        "2 receipt 2020-02-13 donor=周明: CNY 50元 [50CNY]",
        "3 receipt 2020-02-14 donor=吴静: CNY 20元 [20CNY]",
    ]


def test_what_was_paid_for_a_form_and_is_another_amount_is_asked() -> None:
    assert TWO_SUMS in told(FORM.format("总价", "30"))


@pytest.mark.parametrize("heading", ["捐物价值", "实物价值"])
def test_goods_that_are_worth_as_much_as_the_money_are_given_too(heading: str) -> None:
    assert "CNY 50元, 物资 ?@@50 [50CNY" in told(FORM.format(heading, "20"))


ACCOUNT = "交易日期,收入金额,支出金额,余额,对方户名,摘要\n2020-02-01,50,,50,周明,捐款\n2020-02-02,{},{},30,{},{}\n"
MOVED = ["提现", "提现到银行卡", "余额提现", "转账到银行卡", "货币兑换", "结汇", "General Withdrawal", "STRIPE PAYOUT",
         "Withdraw Funds to Bank Account", "Transfer to bank", "Converted 10.00 EUR to 11.00 USD", "Currency Conversion"]  # fmt: skip


@pytest.mark.parametrize("words", MOVED)
@pytest.mark.parametrize("name", ["", "某银行", "Bank Account"])
def test_money_of_ones_own_on_its_way_is_neither_spent_nor_given(words: str, name: str) -> None:
    assert told(ACCOUNT.format("", 20, name, words)).splitlines()[2] == f"3 - {NEUTRAL}"
    assert told(ACCOUNT.format(20, "", name, words)).splitlines()[2] in (f"3 - {NEUTRAL}", f"3 - {OTHER_INCOME}")


@pytest.mark.parametrize(
    ("name", "words"), [("张三", "提现"), ("", "提现手续费"), ("甲店", "转账"), ("", "payout to volunteers")]
)
def test_what_somebody_else_got_is_spent(name: str, words: str) -> None:
    assert "3 expense" in told(ACCOUNT.format("", 20, name, words))


def test_the_sort_of_an_accounts_row_says_so_too() -> None:
    rows = "Date,Type,Description,Amount,Balance,Currency\n2020-02-01,Payment,Donation from Zhou Ming,+50,50,USD\n2020-02-02,{},,-20,30,USD\n"
    assert f"3 - {NEUTRAL}" in told(rows.format("Payout"))
    assert "3 expense" in told(rows.format("Payment"))


NAMED = {
    "Payment Date,Total Amount,First Name,Last Name,Company Name,Currency\n2020-02-13,50.00,Ming,Zhou,,USD\n": "donor=Ming Zhou: USD 50美元",
    "Payment Date,Total Amount,First Name,Last Name,Company Name,Currency\n2020-02-13,50.00,,,Sun Ltd,USD\n": "donor=Sun Ltd: USD 50美元",
    "Donation Date,Donor FirstName,Donor LastName,Donation Amount,Currency\n2020-02-13,Ming,Zhou,50,USD\n": "donor=Ming Zhou: USD 50美元",
    "Sponsor Handle,Tier Monthly Amount,Processed Amount,Transaction ID,Transaction Date\nzm,$10,$6.67,tx_1,2020-02-13\n": "donor=zm: USD 6.67美元 #table:tx_1",
    "捐赠编号,联系人姓名,手机,捐赠金额,捐赠时间\nL1,周明,13800000001,50,2020-02-13\n": "donor=周明: CNY 50元",
    "帮助人,帮助金额(元),服务费(元),实际到账(元),帮助时间\n周明,50,0.3,49.7,2020-02-13\n": "donor=周明: CNY 50元",
    "序号,提交时间,1、您的姓名,2、捐款金额（元）\n1,2020-02-13,周明,50\n": "donor=周明: CNY 50元",
    "捐赠流水号,捐赠人,捐赠金额,捐赠时间\nS1,周明,50,2020-02-13\n": "donor=周明: CNY 50元 #table:S1",
}  # fmt: skip


@pytest.mark.parametrize("text", NAMED)
def test_who_gave_is_read_as_platforms_write_it(text: str) -> None:
    assert f"receipt 2020-02-13 {NAMED[text]}" in told(text)


def test_of_an_orders_amounts_what_was_paid_came_and_neither_the_price_nor_what_is_left() -> None:
    orders = "订单号,用户名,订单金额,实付金额,状态,支付时间,手续费,到账金额\nA1,周明,20,18,交易成功,2020-02-13,1.08,16.92\nA2,吴静,5,5,已退款,2020-02-13,0,0\n"
    assert "receipt 2020-02-13 donor=周明: CNY 18元 #table:A1 [18CNY]" in told(orders)


ABROAD = "name,amount,date,memo\n{},10000,2020-02-01,{}\n{},500,2020-02-02,\n"


@pytest.mark.parametrize(
    "names", [("김민준", "이서연"), ("राम", "सीता"), ("สมชาย", "มาลี"), ("Đặng Kim", "Nguyễn An"), ("Иван", "Мария")]
)
def test_a_list_in_the_letters_of_another_country_is_asked_for_its_money(names: tuple[str, str]) -> None:
    """Ten thousand won were booked as ten thousand yuan."""
    first, second = names
    assert told(ABROAD.format(first, "", second)).count(WHICH_ABROAD) == 2
    assert "CNY 10000元" in told(ABROAD.replace("amount", "amount (CNY)").format(first, "", second))
    assert "USD 10000美元" in told(ABROAD.replace("amount", "amount (USD)").format(first, "", second))
    assert "CNY 10000元" in told(ABROAD.replace("name,amount", "捐赠人,金额").format(first, "", second))


@pytest.mark.parametrize(
    ("first", "memo", "second"), [("Иван", "", "李华"), ("Иван", "", "Ann Lee"), ("Ann Lee", "Спасибо", "李华")]
)
def test_a_name_from_abroad_among_others_changes_no_money(first: str, memo: str, second: str) -> None:
    assert "CNY 10000元" in told(ABROAD.format(first, memo, second))


@pytest.mark.parametrize(("heading", "sense"), [("交易編號", "number"), ("支付编号", "number"), ("编号", "serial")])
def test_the_number_of_a_payment_is_what_a_row_is_known_by(heading: str, sense: str) -> None:
    assert f"{heading}={sense}" in told(f"{heading},姓名,捐款金额,日期,捐款者留言\nT001,周明,20,2020-02-01,加油\n")
    assert "“加油”" in told(f"{heading},姓名,捐款金额,日期,捐款者留言\nT001,周明,20,2020-02-01,加油\n")


@pytest.mark.parametrize("heading", ["item_unit", "Item Unit", "Qty Unit", "quantityUnit", "Product Unit"])
def test_the_unit_of_goods_may_be_called_after_them(heading: str) -> None:
    assert "Rice 5袋" in told(f"Donor,Date,Item,{heading},Quantity\nAnn Lee,2020-02-01,Rice,bag,5\n")


@pytest.mark.parametrize("heading", ["Beneficiaries", "Families Served", "Recipients", "Households"])
def test_how_many_people_were_helped_is_nobody_who_received(heading: str) -> None:
    """120 got the rice."""
    text = (
        f"Date,Item,Qty,Unit,Donor,{heading}\n2020-02-01,Rice,50,bag,Ann Lee,120\n2020-02-02,Beans,20,can,Bob Ray,80\n"
    )
    assert "receipt 2020-02-01 donor=Ann Lee: Rice 50袋" in told(text)
    assert "distribution" not in told(text.replace("Donor,", "Driver,"))


def test_how_many_gave_is_nobody_who_gave() -> None:
    assert "donor=20" not in told("Campaign,Raised,Donors,Date\nWater,500,20,2020-02-01\nFood,1500,50,2020-02-02\n")
    assert "recipient=East Home" in told("Date,Item,Qty,Unit,Beneficiaries\n2020-02-01,Rice,50,bag,East Home\n")


@pytest.mark.parametrize("beside", ["Address", "Phone", "E-mail Address", "Email", "Age", "Gender", "Household Size"])
def test_names_beside_what_tells_of_people_are_no_goods(beside: str) -> None:
    """Of lists of those who got something the goods are asked for: they were called Wang Fang."""
    assert "receipt" not in told(f"Name,{beside},Quantity,Donor,Date\nWang Fang,3,5,Li Hua,2020-02-01\n")
    assert ": Rice 5" in told("Name,Location,Quantity,Donor,Date\nRice,3,5,Li Hua,2020-02-01\n")


@pytest.mark.parametrize("headings", ["Name,Category,Quantity,Unit,Donor,Date", "name,type,quantity,unit,donor,date"])
def test_name_before_who_gave_is_what_the_goods_are_called(headings: str) -> None:
    """Rice and beans were booked as food."""
    text = told(f"{headings}\nRice,Food,50,kg,Ann Lee,2020-02-01\nBeans,Food,20,can,Bob Ray,2020-02-02\n")
    assert "donor=Ann Lee: Rice 50公斤" in text
    assert "donor=Bob Ray: Beans 20听" in text


@pytest.mark.parametrize(
    "headings", ["Donor,Name,Category,Quantity,Unit,Date", "Name,Donor,Item,Quantity,Unit,Date"]
)  # fmt: skip
def test_a_name_is_otherwise_somebodys(headings: str) -> None:
    cells = {"Donor": "Acme", "Name": "Ann Lee", "Category": "Food", "Item": "Rice", "Quantity": "50", "Unit": "kg", "Date": "2020-02-01"}  # fmt: skip
    text = told(f"{headings}\n{','.join(cells[each] for each in headings.split(','))}\n")
    assert "50公斤" in text
    assert ": Ann Lee 50公斤" not in text


def test_a_name_before_the_way_that_money_came_is_that_of_who_gave() -> None:
    rows = "money,unit,name,from,date\n5,CNY,Ann Lee,WeChat,2020-02-01\n"
    assert "donor=Ann Lee: CNY 5元" in told(rows)


BY_WAY = "Date,Donor,Amount,Method\n2020-02-01,Ann Lee,500,{}\n2020-02-02,Bo Lin,700,{}\n"


@pytest.mark.parametrize(
    "way", ["UPI", "NEFT", "M-Pesa", "GCash", "Venmo", "via Zelle", "Interac e-Transfer", "PayNow transfer"]
)
def test_a_way_of_another_country_asks_for_the_money(way: str) -> None:
    """Rupees and dollars were booked as yuan."""
    rows = BY_WAY.format(way, "Cash")
    assert told(rows).count(WHICH_OF_A_WAY) == 2
    assert told(rows.replace("Donor,Amount,Method", "捐款人,金额,渠道")).count(WHICH_OF_A_WAY) == 2
    assert "CNY 500元" in told(rows.replace("Amount", "Amount (CNY)"))
    assert "USD 500美元" in told(rows.replace("500", "$500").replace("700", "$700"))


@pytest.mark.parametrize(
    ("first", "second"), [("Zelle", "WeChat"), ("Venmo", "支付宝"), ("PayPal", "Card"), ("Cash", "Bank")]
)
def test_other_ways_and_those_beside_chinas_ask_nothing(first: str, second: str) -> None:
    assert "CNY 500元" in told(BY_WAY.format(first, second))


@pytest.mark.parametrize(
    "way", ["FPS", "Octopus", "转数快", "八達通", "LINE Pay", "UPI - GPay", "Google Pay (UPI)", "Pix"]
)
def test_more_ways_of_other_countries_ask_for_the_money(way: str) -> None:
    assert told(BY_WAY.format(way, "Cash")).count(WHICH_OF_A_WAY) == 2


@pytest.mark.parametrize("heading", ["Paid by", "Via", "付款人"])
def test_ways_below_who_paid_are_nobody(heading: str) -> None:
    """Cash was who paid, and Venmo stood between."""
    rows = f"Date,Donor,Amount (CNY),{heading}\n2020-02-01,Ann Lee,5,Card\n2020-02-02,Bo Lin,7,{{}}\n"
    assert "donor=Ann Lee: CNY 5元" in told(rows.format("Cash"))
    assert "Bo Lin" in told(rows.format("Cat Hill"))
    assert told(BY_WAY.replace("Method", heading).format("Venmo", "Cash")).count(WHICH_OF_A_WAY) == 2
