"""Lists that say of each gift nothing but its year. All is invented."""

import pytest
from harness.tables import told

GIFTS = "{},捐赠人,金额（元）\n{},李华,10\n{},王芳,20\n"


@pytest.mark.parametrize("heading", ["年份", "年度", "年"])
@pytest.mark.parametrize(("first", "second"), [("2018", "2019"), ("2018年", "2019年度")])
def test_a_year_alone_is_its_last_day(heading: str, first: str, second: str) -> None:
    """--date said the day of all of them, whatever year stood there."""
    for day in (None, "2020-02-29"):
        found = told(GIFTS.format(heading, first, second), day)
        assert "receipt (2018-12-31) donor=李华" in found
        assert "receipt (2019-12-31) donor=王芳" in found


def test_of_a_year_that_isnt_over_the_day_is_asked_for() -> None:
    assert "a date: say it with --date" in told(GIFTS.format("年份", "2019", "2020"))
    assert "receipt (2020-02-29) donor=王芳" in told(GIFTS.format("年份", "2019", "2020"), "2020-02-29")


def test_a_list_of_goods_may_begin_with_the_year() -> None:
    assert "receipt (2018-12-31) donor=李华: 口罩 5个" in told("序号,年份,捐赠人,物品,数量\n1,2018,李华,口罩,5个\n")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("年份,月份,捐赠人,金额（元）\n2018,3,李华,10\n", "2018-03-31"),
        ("年度,捐赠日期,捐赠人,金额（元）\n2018,2019-01-03,李华,10\n", "2019-01-03"),
        ("捐赠人,物品,数量,年份\n李华,茅台酒,1瓶,2008\n", None),
        ("捐赠人,物品,年份,数量\n李华,轿车,2015,1辆\n", None),
        ("Donor,Item,Year,Qty\nLi Hua,Car,2015,1\n", None),
        ("姓名,班级,年份,金额（元）\n李华,高三2班,2008,10\n", None),
        ("Name,Department,Class,Year,Donation\nLi Hua,Law,A,2008,10\n", None),
        ("姓名,年份,捐款金额（元）\n李华,1978,10\n王芳,2009,20\n", None),
        ("毕业年份,捐赠日期,捐赠人,金额（元）\n2018,2019-01-03,李华,10\n", "2019-01-03"),
    ],
)
def test_what_says_the_day_better_is_read(text: str, day: str | None) -> None:
    """Of what a column of years says elsewhere, of a car, a wine or a class, nothing is the day of the gift."""
    if day is None:
        assert "receipt (2020-02-29) donor=" in told(text, "2020-02-29")
    else:
        assert f"receipt {day} donor=李华" in told(text)


def test_long_lists_are_read_alike() -> None:
    rows = "".join(f"{2015 + number % 5},人{number}号,{number + 1}\n" for number in range(500))
    found = told(f"年份,捐赠人,金额（元）\n{rows}", "2020-02-29")
    assert found.count("-12-31) donor") == 500


WHICH = "whether these are the years in which it was given"


@pytest.mark.parametrize(
    ("title", "heading", "asked"),
    [
        ("捐款名单（2019年5月1日）", "年份", True),
        ("校友捐款名单", "年份", True),
        ("校友捐款名单", "捐赠年度", False),
        ("校友捐款名单（2019年5月1日）", "捐款年份", False),
        ("历年捐款名单（2019年5月1日）", "年份", False),
        ("2018年度捐款名单（2019年5月1日）", "年度", False),
        ("捐款名单（2018年5月）", "年份", False),
        ("Class of 2001 Gifts", "Year", True),
        ("校友捐款名單", "年度", True),
    ],
)
def test_a_year_beside_another_day_is_asked_about(title: str, heading: str, asked: bool) -> None:
    """1998 below 年份 of those who left a school is no day of a gift; 捐赠年度 always is."""
    for day in (None, "2020-02-29"):
        found = told(f"{title}\n{heading},捐赠人,金额（元）\n2018,李华,10\n2018,王芳,20\n", day)
        assert (WHICH in found) == asked
        assert asked or "receipt (2018-" in found


@pytest.mark.parametrize("title", ["", "历年捐款名单（2019年5月1日）\n"])
def test_a_blank_year_is_that_above_and_a_total_is_none(title: str) -> None:
    found = told(f"{title}年份,捐赠人,金额（元）\n2017,李华,10\n,王芳,20\n小计,,30\n2018,张强,5\n合计,,35\n")
    for year, name in ((2017, "李华"), (2017, "王芳"), (2018, "张强")):
        assert f"({year}-12-31) donor={name}" in found


def test_the_day_on_which_years_were_put_together_is_no_other_year_of_them() -> None:
    found = told("2014-2019年捐款统计（2019年12月31日）\n" + GIFTS.format("年度", "2017", "2018"))
    assert "receipt (2017-12-31) donor=李华" in found
    found = told("2018-2019年校友捐款\n" + GIFTS.format("年份", "1998", "2005"))
    assert "donor=李华" not in found
