"""Papers next to those that rules were made for, which these read wrongly or not at all. Names and figures are invented."""

import pytest
from harness.tables import told

DAY = "2020-03-20"


@pytest.mark.parametrize(("behind", "how"), [("人民币元", "CNY 300元"), ("元", "USD 300美元")])
def test_yuan_behind_dollars_are_yuan_where_that_is_said(behind: str, how: str) -> None:
    """They were dollars."""
    found = told(f"捐赠名单（单位：美元）\n捐赠单位,金额\n甲公司,5\n单位：{behind}\n捐赠单位,金额\n李华,300\n", DAY)
    assert "donor=甲公司: USD 5美元" in found
    assert f"donor=李华: {how}" in found


def test_another_measure_in_traditional_characters_is_heard() -> None:
    """300 yuan were booked as 3 million, and pieces as boxes."""
    found = told("捐款名單 單位：萬元\n捐款人,金額\n陳大文,5\n單位：元\n捐款人,金額\n李小明,300\n", DAY)
    assert "donor=陳大文: CNY 50000元" in found
    assert "donor=李小明: CNY 300元" in found
    found = told(
        "捐贈名單 單位：箱\n捐贈單位,品名,數量\n甲公司,口罩,5\n單位：隻\n捐贈單位,品名,數量\n乙公司,口罩,300\n", DAY
    )
    assert "donor=甲公司: 口罩 5箱" in found
    assert "[300只]" in found


@pytest.mark.parametrize(
    "rows", ["收支,金额\n收到捐款,500\n支出,300\n余额,200\n", "收支类型,金额\n收入,500\n支出,300\n"]
)
def test_what_came_and_went_in_all_is_nobodys_gift(rows: str) -> None:
    """The sum of all gifts was booked as one of nobody."""
    found = told(rows, DAY)
    assert "receipt" not in found
    assert "expense" not in found
    found = told("收支,金额,对方\n收入,500,李华\n支出,300,甲商店\n", DAY)
    assert "donor=李华: CNY 500元" in found


@pytest.mark.parametrize("note", ["重复提交", "重复登记", "统计重复"])
def test_a_row_that_was_written_down_twice_is_none(note: str) -> None:
    found = told(f"捐款人,金额,备注\n李华,100,{note}\n王芳,200,重复捐款\n", DAY)
    assert "donor=李华" not in found
    assert "donor=王芳" in found


@pytest.mark.parametrize(("heading", "came"), [("到货", "30"), ("已到货", "1"), ("实到", "30双"), ("已到数量", "30")])
def test_less_that_came_than_was_to_come_is_asked_about(heading: str, came: str) -> None:
    """All of it was booked."""
    found = told(f"捐赠单位,品名,数量,{heading}\n甲公司,口罩,100只,100\n乙公司,手套,50双,{came}\n", DAY)
    assert "one column of quantities" in found
    found = told(f"捐赠单位,品名,数量,{heading}\n甲公司,口罩,100只,100\n乙公司,手套,50双,50\n", DAY)
    assert "donor=乙公司: 手套 50双" in found


def test_days_beside_words_below_what_came_say_whether_it_did() -> None:
    """What had not come was booked."""
    found = told("捐赠单位,品名,数量,到货\n甲公司,口罩,100只,2020-02-05\n乙公司,手套,50双,未到\n", DAY)
    assert "donor=甲公司: 口罩 100只" in found
    assert "donor=乙公司" not in found


def test_a_purpose_below_to_whom_it_was_given_received_nothing() -> None:
    """The money went on to it, and was never on hand."""
    found = told("捐款人,捐款对象,捐款金额\n甲公司,抗击疫情,500\n李华,助学,300\n", DAY)
    assert "receipt (2020-03-20) donor=甲公司: CNY 500元 for 抗击疫情" in found
    found = told("捐款人,捐款对象,捐款金额\n甲公司,市红十字会,500\n李华,助学,300\n", DAY)
    assert "relay (2020-03-20) donor=甲公司 recipient=市红十字会" in found


@pytest.mark.parametrize("goods", ["给市一院的手套", "给二院口罩", "给力学院风扇"])
def test_a_hospital_within_the_name_of_goods_is_asked_about(goods: str) -> None:
    assert "the goods alone, and who received them" in told(f"捐赠单位,捐赠内容\n甲公司,{goods}50双\n", DAY)


@pytest.mark.parametrize(
    "rows",
    [
        "姓名,收入,备注,姓名,支出,备注\n李华,500,捐款,王芳,200,慰问\n",
        "捐款人,收入,备注,受助人,支出,备注\n李华,500,捐款,王芳,200,慰问\n",
        "摘要,收入,摘要,收款人,支出\n李华捐款,500,慰问,王芳,200\n",
    ],
)
def test_who_was_paid_and_why_stands_on_its_side_of_an_account(rows: str) -> None:
    """The words of both sides were mixed, and who was paid was a remark."""
    found = told(rows, DAY)
    assert "donor=李华: CNY 500元" in found
    assert "=王芳: CNY 200元 “慰问”" in found
    assert "捐款，慰问" not in found


def test_days_behind_the_words_of_both_sides_are_of_their_own() -> None:
    found = told("收入,摘要,日期,支出,摘要,日期\n500,李华捐款,2020-02-03,200,打印费,2020-02-04\n")
    assert "expense 2020-02-04" in found


@pytest.mark.parametrize(
    ("day", "is_on"), [("廿日", "20"), ("廿三日", "23"), ("卅一日", "31"), ("二十九日", "29"), ("十日", "10")]
)
def test_days_in_old_words_are_days(day: str, is_on: str) -> None:
    """They were the last day of their month."""
    assert f"receipt (2019-10-{is_on})" in told(f"捐赠公示 二〇一九年十月{day}\n捐赠人,金额\n李华,100\n")


@pytest.mark.parametrize("heading", ["已退款", "退捐", "退款金额", "已退捐"])
@pytest.mark.parametrize("note", ["", "已退捐", "部分退回"])
def test_what_went_back_by_a_column_of_its_own_is_not_asked_about(heading: str, note: str) -> None:
    """已退款 was passed over, and a remark beside it asked about."""
    found = told(f"捐款日期,捐款人,金额,{heading},备注\n2020-02-01,李华,100,,\n2020-02-02,王芳,200,50,{note}\n")
    assert "donor=李华: CNY 100元" in found
    assert "donor=王芳: CNY 200元" in found
    assert "50" in found.splitlines()[-1]
    assert "this says that it went back" not in found


@pytest.mark.parametrize("heading", ["已退", "已退数量", "退回"])
def test_goods_that_went_back_by_a_column_of_its_own_are_asked_about(heading: str) -> None:
    """All of them were on hand."""
    found = told(f"捐赠单位,品名,数量,{heading}\n甲公司,口罩,100只,20\n", DAY)
    assert "2 !" in found
    assert "donor=甲公司: 口罩 100只" in told(f"捐赠单位,品名,数量,{heading}\n甲公司,口罩,100只,\n", DAY)


def test_a_remark_that_goods_were_bought_is_heard_beside_who_paid() -> None:
    """They were gifts of whoever had paid for them."""
    rows = "日期,物品名称,数量,总价,付款人,备注\n2020-02-01,口罩,100只,300,李华,{}\n"
    assert "whether those who paid gave what was bought" in told(rows.format("采购"))
    assert "donor=李华: 口罩 100只" in told(rows.format("捐赠"))
