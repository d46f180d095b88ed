"""Days and periods as people type them: a table of each, and what holds for all of them."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from donations.domain.period import Period, parse_date, spoken_day, spoken_month
from donations.errors import DonationsError, NoDate, NoPeriod, YearUnlikely

TODAY = date(2020, 3, 5)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMATS = (
    "{0}-{1:02}-{2:02}",
    "{0}-{1}-{2}",
    "{0}.{1:02}.{2:02}",
    "{0}.{1}.{2}",
    "{0}/{1}/{2}",
    "{0}{1:02}{2:02}",
    "{0}年{1}月{2}日",
    "{0}年{1:02}月{2:02}号",
    " {0} 年 {1} 月 {2} 日 ",
)
WIDE = str.maketrans("0123456789-./", "０１２３４５６７８９－．／")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-02-01", date(2020, 2, 1)),
        ("2020-2-1", date(2020, 2, 1)),
        ("2020.02.01", date(2020, 2, 1)),
        ("2020/2/1", date(2020, 2, 1)),
        ("20200201", date(2020, 2, 1)),
        ("2020年2月1日", date(2020, 2, 1)),
        ("2020年2月1号", date(2020, 2, 1)),
        ("２０２０－０２－０１", date(2020, 2, 1)),
        ("２０２０年２月１日", date(2020, 2, 1)),
        ("2020。2。1", date(2020, 2, 1)),
        ("2020–02–01", date(2020, 2, 1)),  # en dashes, as a word processor makes them
        ("\u200b2020-02-01\u00a0", date(2020, 2, 1)),
        ("2月1日", date(2020, 2, 1)),
        ("2-1", date(2020, 2, 1)),
        ("02-01", date(2020, 2, 1)),
        ("2.1", date(2020, 2, 1)),
        ("2/1", date(2020, 2, 1)),
        ("3月5日", TODAY),
        ("3月6日", date(2019, 3, 6)),
        ("12-31", date(2019, 12, 31)),
        ("2月29日", date(2020, 2, 29)),
        ("二月一日", date(2020, 2, 1)),
        ("十二月三十一日", date(2019, 12, 31)),
        ("十月廿五号", date(2019, 10, 25)),
        ("二〇二〇年二月一日", date(2020, 2, 1)),
        ("二零二零年二月二十九日", date(2020, 2, 29)),
        ("2020年二月一日", date(2020, 2, 1)),
    ],
)
def test_a_day_is_read(text: str, expected: date) -> None:
    assert parse_date(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大前天", date(2020, 3, 2)),
        ("今天", TODAY),
        ("昨天", date(2020, 3, 4)),
        ("前天", date(2020, 3, 3)),
        ("Today", TODAY),
        ("YESTERDAY", date(2020, 3, 4)),
        ("三天前", date(2020, 3, 2)),
        ("两天以前", date(2020, 3, 3)),
        ("10天前", date(2020, 2, 24)),
        ("十二天前", date(2020, 2, 22)),
        ("5 days ago", date(2020, 2, 29)),
        ("5号", TODAY),
        ("５日", TODAY),
        ("6日", date(2020, 2, 6)),
        ("29号", date(2020, 2, 29)),
        ("31日", date(2020, 1, 31)),
        ("32日", None),
        ("0日", None),
        ("十十天前", None),
        ("3月", None),
        ("2020-02-01", None),
    ],
)
def test_a_day_is_read_as_people_say_it(text: str, expected: date | None) -> None:
    assert spoken_day(text, TODAY) == expected


def test_the_latest_day_of_a_month_may_lie_in_the_year_before() -> None:
    assert spoken_day("31日", date(2020, 1, 30)) == date(2019, 12, 31)
    assert spoken_day("30日", date(2020, 2, 29)) == date(2020, 1, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2020-02-30",
        "2020-13-01",
        "2020-00-01",
        "2020-01-00",
        "0000-01-01",
        "2019-02-29",
        "20200230",
        "2020-02",
        "2020-02.01",
        "2020021",
        "202002011",
        "2020-02-01x",
        "13月1日",
        "2月30日",
        "十三月一日",
        "一月十一十日",
        "月日",
        "明天",
        "43861",
        "²-1-1-1",
        "",
        " ",
        "早上",
    ],
)
def test_anything_else_is_no_day(text: str) -> None:
    with pytest.raises(NoDate):
        parse_date(text, TODAY)


@pytest.mark.parametrize("text", ["1899-12-31", "2101-01-01", "2200年4月1日"])
def test_a_day_of_an_unlikely_year_is_one_all_the_same(text: str) -> None:
    with pytest.raises(YearUnlikely):
        parse_date(text, TODAY)


def test_a_leap_day_is_the_last_one_even_eight_years_back() -> None:
    assert parse_date("2月29日", date(2023, 1, 1)) == date(2020, 2, 29)
    assert parse_date("2-29", date(1912, 2, 28)) == date(1908, 2, 29)


@given(DAYS, st.sampled_from(FORMATS), st.booleans())
def test_a_day_written_in_any_way_is_read_back(day: date, form: str, wide: bool) -> None:
    text = form.format(day.year, day.month, day.day)
    assert parse_date(text.translate(WIDE) if wide else text, TODAY) == day


@given(st.dates(date(1910, 1, 1), date(2100, 12, 31)), st.integers(0, 364))
def test_a_day_without_a_year_is_the_latest_not_after_today(today: date, ago: int) -> None:
    day = today - timedelta(days=ago)
    read = parse_date(f"{day.month}月{day.day}日", today)
    assert read <= today
    assert (read.month, read.day) == (day.month, day.day)
    assert read == day


@given(st.text(max_size=30) | st.text("0123456789-./年月日号一二三十廿今昨天q季度Q第", max_size=14), st.dates())
@example("前天", date.min)
@example("1月1日", date.min)
def test_arbitrary_text_is_read_or_refused(text: str, today: date) -> None:
    with suppress(DonationsError):
        assert 1900 <= parse_date(text, today).year <= 2100 or abs((parse_date(text, today) - today).days) <= 2
    for read, days in ((Period.month, range(28, 32)), (Period.quarter, range(90, 93))):
        with suppress(DonationsError):
            period = read(text)
            assert period.begin is not None
            assert period.end is not None
            assert (period.end - period.begin).days + 1 in days


@pytest.mark.parametrize(
    "text", ["2020-02", "2020.2", "2020/02", "202002", "2020年2月", "２０２０年２月", "2020年02月份"]
)
def test_a_month_is_read(text: str) -> None:
    assert Period.month(text) == Period(date(2020, 2, 1), date(2020, 2, 29))


@pytest.mark.parametrize(
    "text", ["2020-Q1", "2020Q1", "2020q1", "2020年第1季度", "2020年一季度", "2020年第一季度", "２０２０Ｑ１"]
)
def test_a_quarter_is_read(text: str) -> None:
    assert Period.quarter(text) == Period(date(2020, 1, 1), date(2020, 3, 31))


@pytest.mark.parametrize("text", ["2020", "2020年", "2020年度", "２０２０"])
def test_a_year_is_read(text: str) -> None:
    assert Period.year(text) == Period(date(2020, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize("text", ["2020-13", "2020-0", "20202", "2-2020", "2020-02-01", "2月", "1899-01", "2020", ""])
def test_no_month(text: str) -> None:
    with pytest.raises(NoPeriod) as caught:
        Period.month(text)
    assert caught.value.facts == {"got": text, "period": "month", "example": "2020-02"}


@pytest.mark.parametrize("text", ["2020-Q5", "2020-Q0", "Q1", "2020年五季度", "2020", "2101Q1", ""])
def test_no_quarter(text: str) -> None:
    with pytest.raises(NoPeriod) as caught:
        Period.quarter(text)
    assert caught.value.facts["period"] == "quarter"


@pytest.mark.parametrize("text", ["20", "1899", "2101", "0000", "去年", "2020-01", ""])
def test_no_year(text: str) -> None:
    with pytest.raises(NoPeriod) as caught:
        Period.year(text)
    assert caught.value.facts["period"] == "year"


@given(DAYS)
def test_months_and_quarters_tile_the_year(day: date) -> None:
    year = Period.year(str(day.year))
    months = [Period.month(f"{day.year}-{number:02}") for number in range(1, 13)]
    quarters = [Period.quarter(f"{day.year}-Q{number}") for number in range(1, 5)]
    for parts in (months, quarters):
        assert sum((part.begin or date.max) <= day <= (part.end or date.min) for part in parts) == 1
        assert (parts[0].begin, parts[-1].end) == (year.begin, year.end)
        for part, following in pairwise(parts):
            assert part.end is not None
            assert part.end + timedelta(days=1) == following.begin


@pytest.mark.parametrize(
    ("text", "today", "month"),
    [
        ("上个月", date(2020, 3, 31), "2020-02"), ("上月", date(2020, 1, 5), "2019-12"), ("last month", date(2020, 1, 1), "2019-12"),
        ("本月", date(2020, 2, 29), "2020-02"), ("这个月", date(2020, 12, 31), "2020-12"), ("11月", date(2020, 11, 1), "2020-11"),
        ("11月份", date(2020, 10, 31), "2019-11"), ("１月", date(2020, 1, 1), "2020-01"), ("十二月", date(2020, 3, 1), "2019-12"),
        ("二月份", date(2020, 3, 1), "2020-02"), (" 上 月 ", date(2020, 3, 1), "2020-02"),
    ],
)  # fmt: skip
def test_a_month_may_be_said_as_people_say_it(text: str, today: date, month: str) -> None:
    """“11月” and “上个月” were said to be no months."""
    assert spoken_month(text, today) == Period.month(month)


@pytest.mark.parametrize(
    "text", ["13月", "0月", "二十月", "月", "11", "2020-02", "2020年2月", "上上月", "三个月", "2月1日", "上月底"]
)
def test_what_else_is_said_is_no_month_without_a_year(text: str) -> None:
    assert spoken_month(text, date(2020, 3, 1)) is None
