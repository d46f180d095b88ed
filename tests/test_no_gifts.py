"""Lists that look like gifts: dues, published projects, lists whose signs tell two things. All names and figures are invented."""

import pytest
from harness.tables import told

from donations.importers.columns.account_senses import MINUS_ALONE
from donations.importers.columns.no_gifts import OF_PROJECTS
from donations.importers.columns.paid_by import WHO_PAID
from donations.importers.columns.whole_names import IN_COLUMNS
from donations.importers.words.row_reasons import DUES_PAID, HEADINGS, IN_PARTS, OF_JOURNAL, PROMISED, SOFT_CREDIT


@pytest.mark.parametrize(
    "text",
    [
        "2020年2月党费收缴表,,\n支部,姓名,金额,日期\n一支部,周明,20,2020-02-03\n",
        "2020年会费收入明细,,\n姓名,金额,日期\n周明,20,2020-02-03\n",
        "姓名,党费,捐款,合计,日期\n周明,20,100,120,2020-02-03\n",
    ],
)
def test_dues_are_no_gifts(text: str) -> None:
    found = told(text)
    assert found.startswith("unclear")
    assert DUES_PAID in found
    assert "receipt" not in found
    said = {"金额": "money"} if "金额" in text else {"党费": "-", "合计": "-"}
    assert "receipt 2020-02-03 donor=周明" in told(text, columns=said)


@pytest.mark.parametrize(
    "text",
    [
        "2020年2月特殊党费（抗疫捐款）,,\n姓名,金额,日期\n周明,20,2020-02-03\n",
        "姓名,特殊党费（元）,日期\n周明,20,2020-02-03\n",
        "某协会年会费用捐赠名单,,\n姓名,金额,日期\n周明,20,2020-02-03\n",
        "某基金会费率公示,,\n姓名,金额,日期\n周明,20,2020-02-03\n",
        "姓名,会费,捐款金额,日期\n周明,,20,2020-02-03\n",
    ],
)
def test_what_was_given_beside_dues_or_instead_of_them_is_a_gift(text: str) -> None:
    assert "receipt 2020-02-03 donor=周明: CNY 20元" in told(text)


def test_dues_below_a_list_of_gifts_are_none_either() -> None:
    text = "捐款名单,,\n姓名,金额,日期\n周明,5,2020-02-03\n\n党费收缴表,,\n支部,党员姓名,实缴金额,月份日期,备注\n一支部,吴静,20,2020-02-03,\n"
    assert told(text).count("receipt") == 1
    assert DUES_PAID in told(text)


@pytest.mark.parametrize("heading", ["iati-identifier", "IATI Identifier", "iati_identifier"])
def test_published_projects_are_no_gifts(heading: str) -> None:
    text = (
        f"{heading},transaction_type,transaction_date,value,currency,provider_org,receiver_org,description\n"
        "CN-1-P1,Incoming Funds,2020-02-03,10000,USD,Hua Foundation,Our Society,school\n"
    )
    assert OF_PROJECTS in told(text)


STATEMENT = "*Date,*Amount,Payee,Description\n2020-02-03,100.00,Hua Li,Donation\n2020-02-14,-30.00,Pharmacy,Masks\n"


def test_signs_of_two_ways_beside_a_payee_are_asked_about() -> None:
    """As programs for accounts bring in what a bank lists: a payee there is whoever paid, too."""
    assert MINUS_ALONE in told(STATEMENT)
    assert told(STATEMENT, columns={"Payee": "payer"}).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=Hua Li: CNY 100元 “Donation” [100CNY]",
        "3 expense 2020-02-14 supplier=Pharmacy: CNY 30元 “Masks” []",
    ]
    assert "3 return" in told(STATEMENT, columns={"Payee": "supplier"})
    assert "3 expense 2020-02-14 supplier=Pharmacy" in told(STATEMENT.replace("-30", "30"))


def test_letters_tell_gifts_from_pledges_and_from_wholes_of_parts() -> None:
    rows = "Ann Lee,02/13/2020,100,G\nBen Ode,02/13/2020,50,P\nCho Wu,02/13/2020,70,M\nCho Wu,02/13/2020,40,G\nCho Wu,02/13/2020,30,G\nDee Fox,02/14/2020,9,S\n"
    assert told(f"Full Name,Gift Date,Amount,Record Type\n{rows}").splitlines()[1:] == [
        "2 receipt 2020-02-13 donor=Ann Lee: CNY 100元 [100CNY]",
        f"3 - {PROMISED}",
        f"4 - {IN_PARTS}",
        "5 receipt 2020-02-13 donor=Cho Wu: CNY 40元 [40CNY]",
        "6 receipt 2020-02-13 donor=Cho Wu: CNY 30元 [30CNY]",
        f"7 - {SOFT_CREDIT}",
    ]
    assert "3 receipt" in told(f"Full Name,Gift Date,Amount,Record Type\n{rows.replace(',S', ',Q')}")


ORDERS = """跟团号,下单人,团员备注,支付时间,商品,数量,商品金额,订单金额,退款金额,订单状态,自提点,收货人
1,小周,加油,2020-02-03 10:11:12,爱心捐款,1,100,100,0,已支付,,周明
2,小吴,,2020-02-03 10:15:12,爱心捐款,2,200,200,200,已退款,,吴静
"""


def test_what_was_ordered_together_was_paid_by_who_ordered_it() -> None:
    """And isn't given out to those to whom an order goes."""
    assert told(ORDERS).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=小周: CNY 100元 “加油” [100CNY]",
        "3 - taken back, by its own word",
    ]
    ours = ORDERS.replace("小吴", "小周").replace("爱心捐款", "口罩")
    assert WHO_PAID in told(ours)


def test_the_whole_of_an_order_was_paid() -> None:
    text = (
        "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Order Subtotal Amount,"
        "Order Refund Amount,Order Total Amount,Item Name,Quantity (- Refund),Item Cost\n"
        "1001,Completed,2020-02-03 10:11,Ann,Lee,100,0,100,Donation,1,100\n"
        "1002,Pending payment,2020-02-03 10:11,Ben,Ode,50,0,50,Donation,1,50\n"
    )
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=Ann Lee: CNY 100元 “Donation” #table:1001 [100CNY]",
        "3 - not paid, by its own word",
    ]


@pytest.mark.parametrize(
    "headings", ["用户昵称,姓名", "捐款人昵称,姓名", "微信昵称,真实姓名", "Nickname,Full Name", "昵称,捐款人姓名"]
)
def test_who_is_named_gave_and_not_what_they_call_themselves(headings: str) -> None:
    text = f"{headings},捐款金额,日期\n云朵,周明,100,2020-02-03\n小吴,,50,2020-02-03\n"
    first, second = told(text).splitlines()[1:]
    assert first.startswith("2 receipt 2020-02-03 donor=周明: CNY 100元 “")
    assert "云朵” [100CNY]" in first
    assert second == "3 receipt 2020-02-03 donor=小吴: CNY 50元 [50CNY]"


def test_classes_of_one_number_in_two_years_are_two() -> None:
    text = "某小学爱心捐款 2020年2月3日,,,\n年级,班级,人数,金额\n一年级,1班,45,100\n,2班,44,200\n小计,,,300\n二年级,1班,43,300\n三年级,三（1）班,40,400\n"
    assert [line for line in told(text).splitlines() if "receipt" in line] == [
        "3 receipt (2020-02-03) donor=一年级1班: CNY 100元 [100CNY]",
        "4 receipt (2020-02-03) donor=一年级2班: CNY 200元 [200CNY]",
        "6 receipt (2020-02-03) donor=二年级1班: CNY 300元 [300CNY]",
        "7 receipt (2020-02-03) donor=三（1）班: CNY 400元 “年级：三年级” [400CNY]",
    ]


def test_headings_that_nobody_understands_are_said_once() -> None:
    text = (
        "ID,Status,Direction,Created on,Source fee amount,Source name,Source amount (after fees)\n"
        "T-1,COMPLETED,IN,2020-02-03 10:11:12,0,Ann Lee,100.00\nT-2,COMPLETED,OUT,2020-02-04 10:11:12,1,Ben Ode,49.00\n"
    )
    found = [line.partition("!")[2] for line in told(text).splitlines() if "!" in line]
    assert len(found) > 1
    assert set(found) == {f" None: {HEADINGS} (ID Status Direction Created on Source fee amount Source name)"}


@pytest.mark.parametrize("first", ["月份", "日期"])
@pytest.mark.parametrize("names", ["周明,吴静", "甲公司,乙公司"])
def test_a_column_for_each_who_gave_is_to_be_turned(first: str, names: str) -> None:
    """What they gave together was a gift of nobody's, or a figure of a statistic."""
    days = ("1月", "2月") if first == "月份" else ("2020-01-05", "2020-02-05")
    text = f"2020年捐款统计,,,\n{first},{names},合计\n{days[0]},100,50,150\n{days[1]},100,,100\n"
    assert IN_COLUMNS in told(text)
    assert "receipt" not in told(text)
    one, other = names.split(",")
    turned = f"2020年捐款统计,,,\n姓名,1月,2月,合计\n{one},100,100,200\n{other},50,,50\n"
    assert told(turned).splitlines()[1:] == [
        f"3 receipt 2020-01-31 donor={one}: CNY 100元 [100CNY]",
        f"3 receipt 2020-02-29 donor={one}: CNY 100元 [100CNY]",
        f"4 receipt 2020-01-31 donor={other}: CNY 50元 [50CNY]",
    ]


@pytest.mark.parametrize("heading", ["党费", "团费", "会费", "班费", "党费（元）"])
def test_dues_below_a_bare_heading_are_called_so(heading: str) -> None:
    """They were refused for want of headings, and whoever said what these were booked them."""
    rows = "".join(f"2020-02-0{at},{who},{at}0\n" for at, who in enumerate(("李华", "王芳", "赵敏", "周明"), 1))
    assert told(f"日期,姓名,{heading}\n{rows}").count(DUES_PAID) == 4
    assert told(f"日期,姓名,杂项\n{rows}").count(HEADINGS) == 4
    assert "receipt" in told(f"日期,姓名,特殊{heading.removesuffix('（元）')}\n{rows}") or heading not in (
        "党费",
        "党费（元）",
    )


GNUCASH = "Date,Transaction ID,Number,Description,Notes,Commodity/Currency,Action,Memo,Full Account Name,Account Name,Amount Num.,Value Num.\n"


@pytest.mark.parametrize(
    "headings", [GNUCASH, "Date,Transaction ID,Description,Full Account Name,Amount Num.,Currency\n"]
)
def test_a_journal_of_double_entry_is_no_list_of_gifts(headings: str) -> None:
    """It was asked for its headings, which say what it is."""
    row = ",".join("2020-02-01" if heading == "Date" else "50.00" if "Num" in heading else "Donation Ann" for heading in headings.split(","))  # fmt: skip
    assert f"2 ! None: {OF_JOURNAL}" in told(f"{headings}{row}\n")


@pytest.mark.parametrize(
    ("heading", "is_gift"), [("学费", True), ("书本费", True), ("伙食费", True), ("餐费", False), ("报名费", False)]
)
def test_what_givers_paid_for_pupils_was_given(heading: str, is_gift: bool) -> None:
    found = told(f"助学捐款名单\n捐款人,{heading},生活费,合计\n周明,1000,500,1500\n", "2020-02-29")
    assert ("donor=周明: CNY 1500元" in found) == is_gift
    assert (DUES_PAID in found) != is_gift
    assert DUES_PAID in told(f"姓名,{heading},生活费,合计\n周明,1000,500,1500\n", "2020-02-29")


JOURNAL = "Date,Payee,Account,Currency,Total\n2020-02-01,Ann,Assets:Bank,$,10\n2020-02-01,Ann,Income:Donations,$,-10\n2020-02-02,Cafe,Expenses:Food,$,5\n2020-02-02,Cafe,Liabilities:Zoe,$,-5\n"


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("Ann", "Bo"),
        ("Assets:Bank", "资产:银行"),
        ("Income:", "revenue : "),
        ("Liabilities:Zoe", "负债：周"),
        ("Expenses:Food", "Imbalance-USD"),
        ("Assets:", "Assets > "),
    ],
)
def test_a_journal_is_known_by_its_accounts(english: str, other: str) -> None:
    """What was paid for food was a gift of the cafe's, and the gift was spent again."""
    found = told(JOURNAL.replace(english, other))
    assert found.count(OF_JOURNAL) == 4


def test_sorts_of_money_alone_are_no_journal() -> None:
    rows = JOURNAL.replace("Assets:Bank", "Income:Gifts").replace("Liabilities:Zoe", "Expenses:Rent")
    assert OF_JOURNAL not in told(rows)
