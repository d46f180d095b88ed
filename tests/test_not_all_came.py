"""Lists in which a column, or a remark, says that a part of the amount beside it has not come. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.contradicted import LESS_CAME, PART_LACKS, TICKETS_BOUGHT
from donations.importers.rows.keepers_remarks import NOT_ALL_CAME


@pytest.mark.parametrize(
    "heading", ["未到账", "未到账（元）", "未付金额", "待到账", "欠款", "尚欠", "未缴", "Outstanding", "Unpaid amount"]
)
@pytest.mark.parametrize("many", [0, 60])
def test_of_what_came_in_part_the_part_is_asked_for(heading: str, many: int) -> None:
    """All of it was booked."""
    more = "".join(f"张{chr(0x4E00 + number)},10,\n" for number in range(many))
    found = told(f"捐赠人,捐款金额,{heading}\n李华,100,0\n{more}王芳,250,50\n赵六,30,\n", "2020-02-29")
    assert found.count("receipt") == 2 + many
    assert f"{3 + many} ! {heading}: {PART_LACKS} (50)" in found


def test_ways_of_paying_say_nothing_of_what_came() -> None:
    found = told("捐赠人,微信（元）,支付宝（元）,合计（元）,未到账（元）\n王芳,200,50,250,50\n", "2020-02-29")
    assert PART_LACKS in found


def test_goods_on_their_way_are_asked_about_too() -> None:
    assert PART_LACKS in told("捐赠方,物资,数量,待到货\n甲公司,口罩,500,200\n", "2020-02-29")


@pytest.mark.parametrize(
    "headings",
    ["企业名称,到账金额,未到账", "捐赠人,实收金额,未收金额", "捐赠人,已付金额,未付金额", "捐赠人,捐款金额,未发放金额"],
)
def test_beside_what_came_it_is_what_is_yet_to_come(headings: str) -> None:
    assert "CNY 250元" in told(f"{headings}\n王芳,250,50\n", "2020-02-29")


def test_the_user_may_say_that_the_amount_is_what_came() -> None:
    text = "捐赠人,捐款金额,未到账\n王芳,250,50\n"
    assert "CNY 250元" in told(text, "2020-02-29", {"未到账": "-"})


@pytest.mark.parametrize(
    ("amount", "remark"),
    [
        ("100", "其中50元未到"),
        ("2000", "余1000元未到"),
        ("1500", "尚有500未付"),
        ("1000", "已到500，余500未到"),
        ("100", "未到50元"),
        ("3000", "剩余2000元下月付"),
        ("400", "尾款100元未付"),
        ("400", "尾款未付"),
        ("400", "分两次到账，第二笔未到"),
        ("400", "未到齐"),
        ("400", "部分到账"),
        ("400", "下月付清"),
        ("400", "尚欠100元"),
        ("400", "50 outstanding"),
        ("400", "balance of $100 due"),
        ("400", "of which 100 not yet received"),
    ],
)
@pytest.mark.parametrize("many", [0, 60])
def test_remarks_that_a_part_has_not_come_are_asked_about(amount: str, remark: str, many: int) -> None:
    """All of it was booked."""
    more = "".join(f"张{chr(0x4E00 + number)},10,\n" for number in range(many))
    found = told(f"捐赠人,捐款金额,备注\n{more}王芳,{amount},{remark}\n赵六,30,\n", "2020-02-29")
    assert f"{2 + many} ! 备注: {NOT_ALL_CAME} ({remark})" in found
    assert found.count("receipt") == 1 + many


@pytest.mark.parametrize(
    "remark",
    [
        "已到300，余500未到",
        "认捐2000元，余1700元未到",
        "余1000元未到",
        "其中50元为现金",
        "余款用于助学",
        "发票未到",
        "其中3人未到",
        "30元未开票",
        "余款待用",
        "剩余物资未分配",
        "证书未寄",
        "100元已到账",
        "其中100元3月到账",
        "首批，后续再送",
    ],
)
def test_remarks_that_say_no_such_thing_of_the_amount_stay_remarks(remark: str) -> None:
    assert "CNY 300元" in told(f"捐赠人,捐款金额,备注\n王芳,300,{remark}\n", "2020-02-29")


def test_what_came_by_its_heading_leaves_the_rest_to_come() -> None:
    assert "CNY 300元" in told("捐赠人,实收金额,备注\n王芳,300,余200元未到\n", "2020-02-29")


@pytest.mark.parametrize("remark", ["其中50只未到", "尚有50只未到货", "还有100只在途", "其中2箱未到"])
def test_goods_of_which_some_have_not_come_are_asked_about(remark: str) -> None:
    found = told(f"捐赠方,物资,数量,备注\n甲公司,口罩,10箱（每箱50只）,{remark}\n", "2020-02-29")
    assert f"2 ! 备注: {NOT_ALL_CAME} ({remark})" in found


def test_what_has_not_gone_or_was_not_paid_is_asked_about() -> None:
    gone = told("物资,发放数量,接收单位,备注\n口罩,500只,市一院,其中100只未领\n", "2020-02-29")
    paid = told("供应商,支出金额,事由,备注\n甲商店,500,购手套,其中200元挂账\n", "2020-02-29")
    assert f"2 ! 备注: {NOT_ALL_CAME} (其中100只未领)" in gone
    assert f"2 ! 备注: {NOT_ALL_CAME} (其中200元挂账)" in paid


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Received", "2020-02-03"),
        ("Received", "3 Feb 2020"),
        ("实际到货", "2月3日"),
        ("实收", "3号库"),
        ("实收", "王芳2箱赵六3箱"),
        ("实收款", "0"),
        ("实收", "100双（3月5日）"),
        ("实收", "60双+40双"),
    ],
)
def test_what_says_when_or_where_goods_came_is_no_other_amount(heading: str, cell: str) -> None:
    """The day was taken for so many, 20200203."""
    found = told(f"日期,捐赠方,物资,数量,{heading}\n2020-02-01,甲公司,手套,100双,{cell}\n")
    assert "2 receipt 2020-02-01 donor=甲公司: 手套 100双" in found


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Received", "90"),
        ("实收", "90双"),
        ("实收数", "90（9箱）"),
        ("Received", "RMB 90"),
        ("Received", "3 boxes 90 pairs"),
        ("实收", "2月5日收90双"),
        ("实收", "1 000"),
        ("实收", "50双+40双"),
        ("实收", "第一批50双第二批40双"),
        ("实付数", "0"),
        ("实交数量", "0"),
        ("实际交付", "0"),
    ],
)
def test_another_amount_that_came_is_asked_about(heading: str, cell: str) -> None:
    found = told(f"捐赠方,物资,数量,{heading}\n甲公司,手套,100双,{cell}\n", "2020-02-29")
    assert f"2 ! {heading}: {LESS_CAME} ({cell})" in found


@pytest.mark.parametrize(
    "heading",
    ["Number of Tickets", "Tickets", "Qty of tickets", "购票张数", "门票数量"],
)
def test_money_that_tickets_were_bought_with_is_no_gift(heading: str) -> None:
    """All of it was booked as given."""
    found = told(
        f"Date,Supporter,Amount,{heading}\n2020-02-03,Li Hua,50,2\n2020-02-04,Wang Fang,80,0\n2020-02-05,Mei,70,\n"
    )
    assert f"2 ! {heading}: {TICKETS_BOUGHT} (2)" in found
    assert found.count("receipt") == 2
    passed = told(f"Date,Supporter,Amount,{heading}\n2020-02-03,Li Hua,50,2\n", columns={heading: "-"})
    assert passed.count("receipt") == 1
