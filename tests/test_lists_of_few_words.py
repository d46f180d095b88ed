"""Lists without headings, or with one that says little: small amounts, ways beside names, 捐款对象 alone."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    "rows",
    ["李华,1\n王芳,2\n张伟,1\n", "李华,1\n王芳,2\n张伟,1\n赵敏,2\n周杰,3\n", "李公司,1\n王公司,2\n张公司,1\n合计,4\n"],
)
def test_small_amounts_beside_names_number_no_rows(rows: str) -> None:
    lines = told(f"爱心捐款名单（元）\n{rows}", "2020-02-10").splitlines()
    names = [row.split(",")[0] for row in rows.splitlines() if not row.startswith("合计")]
    assert [line.split("donor=")[1].split(":")[0] for line in lines if "donor=" in line] == names


def test_small_quantities_of_goods_number_no_rows() -> None:
    read = told("捐赠物资\n口罩,1,箱,李华\n手套,2,箱,王芳\n酒精,1,箱,张伟\n大米,2,袋,赵敏\n", "2020-02-10")
    assert read.startswith("goods_in")


@pytest.mark.parametrize("rows", ["微信,李华,300\n支付宝,王芳,200\n", "李华,微信,300\n王芳,支付宝,200\n合计,,500\n"])
def test_way_beside_a_name_is_a_remark_on_either_side(rows: str) -> None:
    read = told(f"爱心捐款名单\n{rows}", "2020-02-10")
    assert "donor=李华: CNY 300元" in read
    assert "donor=王芳: CNY 200元" in read


def test_what_is_a_name_only_beside_its_total_is_one() -> None:
    assert "[100CNY]" in told("捐款名单\n3栋,李华,100\n3栋,王芳,200\n合计,2人,300\n", "2020-02-10")


def test_sorts_below_a_heading_that_says_so_are_figures_without_a_title() -> None:
    rows = told("捐款类型,金额（元）\n个人捐款,500\n企业捐款,300\n合计,800\n", "2020-02-10").splitlines()
    assert [row for row in rows if row.endswith("a figure of a statistic, no gift")] == rows[1:4]


def test_those_of_a_gift_gave_or_were_given() -> None:
    """捐款对象 is asked about where nobody else is named and no title says which way it went."""
    rows = "捐款对象,金额\n李华,100\n王芳,200\n"
    assert told(rows, "2020-02-10").startswith("unclear")
    assert "donor=李华" in told(f"爱心捐款名单,\n{rows}", "2020-02-10")
    assert "recipient=李华" in told(f"捐款支出明细,\n{rows}", "2020-02-10")
    assert "捐款对象=recipient" in told("捐款人,捐款对象,金额\n李华,希望小学,100\n", "2020-02-10")


def test_what_was_ordered_and_what_was_spent_on_another_day_are_two() -> None:
    read = told(
        "收入日期,捐款人,订单金额,支出日期,实付金额,用途\n2020-01-01,李华,100,2020-01-05,50,打印\n2020-01-02,王芳,200,2020-01-06,20,邮费\n"
    )
    assert "[100CNY]" in read
    assert "expense" in read
