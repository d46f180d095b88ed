"""Goods given at several times: a heading for each time above those of goods, or below them, and months of one sort. All is invented."""

import pytest
from harness.tables import told

from donations.importers.layouts.time_columns import WHICH

ABOVE = "捐赠单位,2月1日,,2月2日,\n,口罩（个）,手套（双）,口罩（个）,手套（双）\n"
BELOW = "捐赠单位,口罩（个）,,手套（双）,\n,2月1日,2月2日,2月1日,2月2日\n"
BLANK_ABOVE = ",2月1日,,2月2日,\n捐赠单位,口罩（个）,手套（双）,口罩（个）,手套（双）\n"


@pytest.mark.parametrize("headings", [ABOVE, BLANK_ABOVE])
@pytest.mark.parametrize("title", ["", "2020年2月物资捐赠,,,,\n"])
def test_days_above_goods_are_those_of_the_goods_below_them(title: str, headings: str) -> None:
    """All were booked on the last of these days, which was read as a title."""
    found = told(f"{title}{headings}甲公司,100,20,,5\n乙公司,,5,10,\n").splitlines()[1:]
    assert [line.partition(" ")[2] for line in found] == [
        "receipt 2020-02-01 donor=甲公司: 口罩 100个, 手套 20双 [100个 20双]",
        "receipt 2020-02-02 donor=甲公司: 手套 5双 [5双]",
        "receipt 2020-02-01 donor=乙公司: 手套 5双 [5双]",
        "receipt 2020-02-02 donor=乙公司: 口罩 10个 [10个]",
    ]


def test_days_below_goods_are_those_of_each() -> None:
    found = told(f"2020年2月物资捐赠,,,,\n{BELOW}甲公司,100,20,,5\n").splitlines()[1:]
    assert [line.partition(" ")[2] for line in found] == [
        "receipt 2020-02-01 donor=甲公司: 口罩 100个 [100个]",
        "receipt 2020-02-02 donor=甲公司: 口罩 20个 [20个]",
        "receipt 2020-02-02 donor=甲公司: 手套 5双 [5双]",
    ]


def test_numbers_below_goods_are_no_months() -> None:
    found = told("捐赠单位,口罩（个）,\n,5,6\n甲公司,7,8\n")
    assert "5=" not in found
    assert "2020-05" not in found


def test_sums_of_all_times_are_no_gifts() -> None:
    headings = (
        "捐赠单位,2月1日,,2月2日,,合计,,备注\n,口罩（个）,手套（双）,口罩（个）,手套（双）,口罩（个）,手套（双）,\n"
    )
    rows = "甲公司,100,20,,5,100,25,\n乙公司,,5,10,15,10,20,已送\n"
    found = told(f"{headings}{rows}合计,100,25,10,20,110,45,\n")
    assert found.count(" receipt ") == 4
    assert "≠" not in found
    wrong = told(f"{headings}{rows}丙公司,1,1,1,1,9,9,\n丁公司,1,1,1,1,9,9,\n戊公司,1,1,1,1,9,9,\n")
    assert " receipt " not in wrong


MONTHS = "捐赠单位,1月,2月,合计\n甲公司,100,200,300\n乙公司,,5,5\n"


@pytest.mark.parametrize("title", ["2020年口罩捐赠统计", "2020年物资捐赠统计（单位：箱）", "2020年大米捐赠"])
def test_numbers_below_months_are_asked_about_where_the_title_speaks_of_goods(title: str) -> None:
    """Masks were booked as yuan."""
    assert told(f"{title},,,\n{MONTHS}").count(f": {WHICH} (") == 3


@pytest.mark.parametrize(
    "title", ["2020年捐款统计", "2020年口罩捐款统计", "2020年大米捐赠（单位：元）", "2020年捐赠统计"]
)
def test_numbers_below_months_are_money_where_the_title_says_so_or_nothing(title: str) -> None:
    assert told(f"{title},,,\n{MONTHS}").splitlines()[1].endswith("receipt 2020-01-31 donor=甲公司: CNY 100元 [100CNY]")


def test_numbers_below_months_are_of_the_goods_that_a_line_above_names() -> None:
    """These were yuan too."""
    found = told(f"2020年捐赠统计,,,\n品名：口罩（个）,,,\n{MONTHS}").splitlines()[1:]
    assert [line.partition(" ")[2] for line in found] == [
        "receipt 2020-01-31 donor=甲公司: 口罩 100个 [100个]",
        "receipt 2020-02-29 donor=甲公司: 口罩 200个 [200个]",
        "receipt 2020-02-29 donor=乙公司: 口罩 5个 [5个]",
    ]


@pytest.mark.parametrize(
    ("title", "line", "day"),
    [
        ("2018年2月3日捐赠物资", "2月4日", "2018-02-04"),
        ("2018年2月3日捐赠物资", "二、1月30日", "2018-01-30"),
        ("2018年12月30日捐赠物资", "1月2日", "2019-01-02"),
    ],
)
def test_a_day_above_headings_that_come_again_is_near_that_of_the_title(title: str, line: str, day: str) -> None:
    """It was of the year of today."""
    headings = "捐赠单位,物资,数量\n"
    found = told(f"{title}\n{headings}甲公司,口罩,100只\n{line}\n{headings}乙公司,口罩,50只\n")
    assert day in next(text for text in found.splitlines() if "乙公司" in text)


@pytest.mark.parametrize(
    ("first", "second"), [("第一次", "第二次"), ("第1批", "第2批"), ("首次", "第二次"), ("第一次捐款", "第二次捐款")]
)
def test_gifts_may_stand_in_a_column_for_each_time_that_nobody_dates(first: str, second: str) -> None:
    """Such headings were read for nothing."""
    found = told(f"捐赠人,{first},{second},合计（元）\n李华,100,200,300\n王芳,50,,50\n合计,150,200,350\n", "2020-03-31")
    assert [line.split("donor=")[1].split(" “")[0] for line in found.splitlines() if "receipt" in line] == [
        "李华: CNY 100元", "李华: CNY 200元", "王芳: CNY 50元"
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["姓名", "班级"])
def test_marks_of_several_times_are_no_gifts(who: str) -> None:
    assert "receipt" not in told(f"{who},第一次,第二次\n李华,90,95\n王芳,88,87\n", "2020-03-31")
