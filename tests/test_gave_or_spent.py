"""Names and amounts that may have been spent as well as given are asked about. All names are invented."""

import pytest
from harness.tables import told

from donations.importers.columns.gave_or_spent import GAVE_OR_PAID, GAVE_OR_SPENT, OF_ACCOUNTS

ROWS = "李华,500,{},2020-02-03\n王芳,300,{},2020-02-04\n"


@pytest.mark.parametrize(
    ("heading", "paid"),
    [
        ("收款方", ("兴旺商城", "平安药房")),
        ("收款单位", ("某印刷公司", "某物流公司")),
        ("收款人", ("兴旺超市", "兴旺超市")),
        ("供应商", ("甲某", "乙某")),
        ("商家", ("东门五金", "西门粮油")),
        ("Payee", ("Corner Hardware", "Ann Lee")),
        ("Vendor", ("Acme", "Acme")),
    ],
)
def test_names_beside_shops_that_were_paid_may_have_spent_it(heading: str, paid: tuple[str, str]) -> None:
    """They were read as givers, and the shops passed over."""
    names = "Name,Amount" if heading.isascii() else "姓名,金额"
    days = "Date" if heading.isascii() else "日期"
    text = f"{names},{heading},{days}\n{ROWS.format(*paid)}"
    assert told(text).count(GAVE_OR_PAID) == 2
    named = names.split(",", maxsplit=1)[0]
    assert told(text, columns={named: "donor"}).count("receipt") == 2
    assert told(text, columns={named: "-"}).count(f"supplier={paid[0]}: CNY 500元") == 1
    assert told(f"捐款名单\n{text}").count("receipt") == 2
    assert told(f"支出明细\n{text}").count("expense") == 2


@pytest.mark.parametrize(
    ("heading", "paid"),
    [
        ("收款人", ("孙会计", "周会计")),
        ("收款单位", ("本会", "本会")),
        ("收款单位", ("某某慈善会", "某某慈善会")),
        ("收款单位", ("一支部", "二支部")),
        ("收款账户", ("微信", "支付宝")),
        ("收款方", ("", "")),
    ],
)
def test_who_took_gifts_in_leaves_them_gifts(heading: str, paid: tuple[str, str]) -> None:
    assert told(f"姓名,金额,{heading},日期\n{ROWS.format(*paid)}").count("receipt") == 2


@pytest.mark.parametrize(
    "headings",
    [
        "捐赠人,支出,用途,日期",
        "捐款人,支出金额（元）,用途,日期",
        "捐赠单位,使用金额,用途,日期",
        "Donor,Expenditure,Note,Date",
    ],
)
@pytest.mark.parametrize("title", ["", "支出明细\n", "捐款使用明细\n"])
def test_what_stands_beside_who_gave_may_have_been_spent(headings: str, title: str) -> None:
    """李华 gave 500 that were spent on masks of an earlier gift."""
    text = f"{title}{headings}\n{ROWS.format('购买口罩', '运费')}"
    assert told(text).count(GAVE_OR_SPENT) == 2
    who, amounts = headings.split(",")[:2]
    assert told(text, columns={amounts: "money"}).count("receipt") == 2
    assert told(text, columns={amounts: "spent", who: "-"}).count("expense") == 2


@pytest.mark.parametrize("heading", ["资助金额", "帮扶资金", "捐出金额", "付款金额"])
def test_what_givers_paid_was_given(heading: str) -> None:
    assert told(f"捐赠人,{heading},备注,日期\n{ROWS.format('', '')}").count("receipt") == 2


def test_a_title_says_that_it_was_given() -> None:
    assert told(f"捐款名单\n捐赠人,支出,备注,日期\n{ROWS.format('', '')}").count("receipt") == 2


@pytest.mark.parametrize("account", ["其他应付款", "其他应收款-工会", "固定资产", "预收账款"])
@pytest.mark.parametrize(
    "text",
    [
        "日期,会计科目,摘要,对方单位,收入,支出\n2020-02-03,捐赠收入,捐款,李华,500,\n2020-02-04,{},代收款,甲公司,300,\n",
        "日期,科目,捐赠人,金额\n2020-02-03,捐赠收入,李华,500\n2020-02-04,{},甲公司,300\n",
    ],
)
def test_what_came_to_accounts_of_what_is_owed_is_asked(account: str, text: str) -> None:
    """It was booked as a gift."""
    heading = text.split(",")[1]
    assert OF_ACCOUNTS in told(text.format(account))
    assert told(text.format(account), columns={heading: "-"}).count("receipt") == 2
    assert told(text.format("捐赠收入")).count("receipt") == 2


def test_what_was_spent_on_assets_was_spent() -> None:
    text = "日期,会计科目,摘要,对方单位,收入,支出\n2020-02-03,捐赠收入,捐款,李华,500,\n2020-02-04,固定资产,购电脑,某店,,300\n"
    assert "expense" in told(text)


@pytest.mark.parametrize("heading", ["Purchased from", "Store", "购买地点", "采购渠道"])
def test_shops_where_something_was_bought_are_heard_below_other_headings(heading: str) -> None:
    rows = ROWS.format("Walmart", "永辉超市")
    assert told(f"姓名,金额,{heading},日期\n{rows}").count(GAVE_OR_PAID) == 2


@pytest.mark.parametrize(
    ("heading", "account"),
    [
        ("会计科目", "2241 其他应付款"),
        ("会计科目", "其他应付款/押金"),
        ("科目", "押金"),
        ("Account", "Accounts Payable"),
        ("GL Account", "2100 - Loans payable"),
    ],
)
def test_accounts_of_what_is_owed_are_heard_with_their_codes_and_parts(heading: str, account: str) -> None:
    rows = ROWS.format("捐赠收入", account)
    assert told(f"捐款人,金额,{heading},日期\n{rows}").count(OF_ACCOUNTS) == 2
    assert OF_ACCOUNTS not in told(f"捐款人,金额,{heading},日期\n{ROWS.format('捐赠收入', 'General')}")
