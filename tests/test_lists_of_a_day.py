"""What is told of a day beside what came so far, 本日接收 and 累计接收. Names and figures are invented."""

import pytest
from harness.tables import told

DAY = "2020-03-20"


@pytest.mark.parametrize("heading", ["捐赠物资（万元）", "捐赠款物（万元）"])
def test_what_goods_of_a_day_are_worth_is_not_booked_as_money(heading: str) -> None:
    found = told(f"捐赠单位,本日{heading},累计{heading}\n甲公司,10,30\n", DAY)
    assert "headings that tell what was given" in found


@pytest.mark.parametrize("heading", ["捐款", "接收金额（元）"])
def test_money_of_a_day_beside_goods_counts_none_of_them(heading: str) -> None:
    """100 masks were booked for 100 yuan."""
    assert "! 物资名称: a quantity" in told(
        f"捐赠单位,物资名称,本日{heading},累计{heading}\n甲公司,口罩,100,300\n", DAY
    )


@pytest.mark.parametrize("who", ["单位", "姓名"])
def test_those_to_whom_it_came_on_a_day_gave_nothing(who: str) -> None:
    """What a foundation received that day was booked as its gift, and so was what somebody on duty took in."""
    found = told(f"日期,{who},当日接收捐款（元）,累计接收捐款（元）\n2020-02-01,市慈善总会,1000,3000\n", DAY)
    assert "receipt" not in found
    found = told("2020年2月6日接收捐款日报\n单位,当日接收捐款（万元）,累计接收捐款（万元）\n东山区,10,30\n", DAY)
    assert "receipt" not in found


def test_goods_beside_no_money_of_the_day_are_a_gift() -> None:
    """They were passed over, as nothing had come that day."""
    found = told("捐赠单位,本次捐款（元）,捐赠物资,累计捐款（元）\n甲公司,,口罩100个,300\n乙公司,20,,300\n", DAY)
    assert "donor=甲公司: 口罩 100个" in found
    found = told("捐赠单位,本次捐款（元）,口罩（只）,累计捐款（元）\n甲公司,,100,300\n乙公司,20,,300\n", DAY)
    assert "donor=甲公司: 口罩 100只" in found


def test_who_gave_nothing_that_day_is_passed_over() -> None:
    found = told("捐赠单位,物资名称,单位,本日接收,累计接收\n甲公司,口罩,只,,300\n乙公司,口罩,只,20,300\n", DAY)
    assert "2 - nothing in the time that the list is of" in found
    assert "donor=乙公司: 口罩 20只" in found


@pytest.mark.parametrize("heading", ["本日数量", "今日数量", "本期数量", "本期接收数量", "本日接收"])
def test_how_many_goods_came_on_a_day_is_read(heading: str) -> None:
    """Without 接收 the list was refused."""
    found = told(f"捐赠单位,物资名称,单位,{heading},累计数量\n甲公司,口罩,只,100,300\n乙公司,手套,双,50,50\n", DAY)
    assert "donor=甲公司: 口罩 100只" in found
    assert "donor=乙公司: 手套 50双" in found


@pytest.mark.parametrize("heading", ["本期捐款（元）", "本周捐款金额（元）", "本期金额"])
def test_money_of_a_time_between_what_came_before_and_in_all_is_read(heading: str) -> None:
    rows = "李红,1000,500,1500\n张强,0,200,200\n"
    found = told(f"捐款人,上期累计捐款（元）,{heading},累计捐款（元）\n{rows}", DAY)
    assert "donor=李红: CNY 500" in found
    assert "donor=张强: CNY 200" in found


def test_money_and_goods_of_a_day_below_headings_of_two_rows_are_read() -> None:
    head = "捐赠单位,捐赠资金（元）,,捐赠物资,,,\n,本日,累计,物资名称,单位,本日数量,累计数量\n"
    rows = "甲公司,10000,30000,,,,\n乙公司,,,消毒液,桶,40,100\n李红,520,520,鸡蛋,个,300,300\n"
    found = told(head + rows, DAY)
    assert "donor=甲公司: CNY 10000" in found
    assert "donor=乙公司: 消毒液 40桶" in found
    assert found.count(" receipt ") == 3


def test_what_came_up_to_a_day_is_not_what_came_on_it() -> None:
    assert "receipt" not in told("捐赠单位,物资名称,单位,截至本日接收数量\n甲公司,口罩,只,300\n", DAY)


@pytest.mark.parametrize(
    ("now", "before"), [("本周捐款", "上周捐款"), ("本期捐款", "上期捐款"), ("本日捐款", "昨日捐款")]
)
def test_what_came_before_the_time_of_the_list_is_not_read_for_it(now: str, before: str) -> None:
    """What came the week before was read, and what came in the week was passed over."""
    found = told(f"捐赠单位,{now},{before},累计捐款\n甲公司,10,20,30\n乙公司,5,0,5\n", DAY)
    assert "CNY 10元" in found
    assert "CNY 5元" in found
    assert "20元" not in found


def test_money_of_a_day_is_not_read_alone_where_goods_stand_beside_it() -> None:
    """The goods were passed over."""
    assert "receipt" not in told("捐赠单位,本日捐款,本日捐物\n甲公司,100,口罩5箱\n乙公司,50,\n", DAY)


def test_days_below_the_day_of_a_gift_are_its_days() -> None:
    assert "receipt 2020-02-03" in told("捐赠人,金额,捐赠当日\n李红,100,2020-02-03\n")
