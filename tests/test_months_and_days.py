"""Days whose month or year stands elsewhere: in a column beside them, in the title, in the name of the sheet or of the file."""

from pathlib import Path

import pytest
from harness.tables import each_record, settings, sheet, told, told_of

from donations.importers.files import sheets
from donations.importers.readers.formats import in_part
from donations.importers.readers.years_said import told_of_years
from donations.importers.sheet import NoYear, Opening, Sheet
from donations.importers.tables import tables
from donations.importers.words.cells import OTHER_YEAR

DAYS_ALONE = "日期,捐款人,金额（元）\n3日,李华,100\n15,王芳,200\n"


def days_of(text: str, name: str | None = None, file: str | None = None) -> list[str]:
    """The day of each row, or what is wrong with it."""
    one = sheet(text, name)
    one.files = (file,) if file else ()
    return [
        f"{record.drafts[0].date}" if record.drafts else record.slips[0].expected
        for table in tables(one, settings())
        for record in each_record(table)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("月份,日期,捐款人,金额\n1月,3日,李华,100\n,15日,王芳,200\n12月,3日,赵一,300\n", "2019-01-03 2019-01-15 2019-12-03"),
        ("月份,日期,捐款人,金额\n1,3,李华,100\n1,15,王芳,200\n", "2019-01-03 2019-01-15"),
        ("日期,月份,捐款人,金额\n3号,一月份,李华,100\n5号,十二月,王芳,200\n", "2019-01-03 2019-12-05"),
        ("月份,捐款人,金额\n1,李华,100\n二月,王芳,200\n", "2019-01-31 2019-02-28"),
        ("月份,捐款人,日期,金额\n1月,李华,2019-01-03,100\n", "2019-01-03"),
        ("Month,Day,Donor,Amount (CNY)\nJan,3,Li Hua,100\nFebruary,5,Wang Fang,200\n", "2019-01-03 2019-02-05"),
    ],
)  # fmt: skip
def test_month_in_a_column_beside_the_day(rows: str, expected: str) -> None:
    """月份 beside 日期 says the month of days alone; where 日期 says whole days, it says nothing more."""
    assert " ".join(days_of("2019年捐款名单\n" + rows)) == expected


@pytest.mark.parametrize("heading", ["年,月", "年度,月份", "年份,月份", "Year,Month"])
def test_year_in_a_column_beside_the_month(heading: str) -> None:
    """Each row is of the year that it says, whatever the title does."""
    rows = f"2019年度捐款名单\n{heading},捐款人,金额\n2018,1,李华,100\n2019,2,王芳,200\n"
    assert days_of(rows) == ["2018-01-31", "2019-02-28"]


@pytest.mark.parametrize(
    ("title", "name", "file"),
    [
        ("2019年2月捐款名单", None, None),
        ("捐款名单", "2019年2月", None),
        ("2019年捐款名单", "2月", None),
        ("2019年捐款名单", "二月份", None),
        ("捐款名单", "02月", "2019年捐款"),
        ("捐款名单", None, "爱心捐款2019年2月"),
        ("捐款名单（2019）", "2月捐款", None),
    ],
)
def test_days_alone_are_of_the_one_month_that_is_said(title: str, name: str | None, file: str | None) -> None:
    """3日 and 15, with their month in the title, or in the names of the sheet and its file."""
    assert days_of(f"{title}\n{DAYS_ALONE}", name, file) == ["2019-02-03", "2019-02-15"]


@pytest.mark.parametrize(
    ("title", "name", "file"),
    [
        ("捐款名单", None, None),
        ("捐款名单", "2月", None),
        ("2019年捐款名单", None, None),
        ("2019年捐款名单", "1月-2月", None),
        ("捐款名单", "2月", "2018-2020年捐款"),
        ("2019年2月—3月捐款名单", None, None),
    ],
)
def test_days_alone_without_one_month_are_refused(title: str, name: str | None, file: str | None) -> None:
    """Nothing is guessed, and the sentence says where to write the month."""
    said = days_of(f"{title}\n{DAYS_ALONE}", name, file)
    assert all("write the month of all rows" in one for one in said), said


def test_a_year_that_a_title_says_in_english_is_no_year_of_ours() -> None:
    """Donations 2019 above Jan 3."""
    assert days_of("Donations 2019\nDate,Donor,Amount (CNY)\nJan 3,Li Hua,100\n") == ["2019-01-03"]
    assert days_of("Donations of 2020 yuan\nDate,Donor,Amount (CNY)\n2019-01-03,Li Hua,100\n") == ["2019-01-03"]


def test_the_name_of_a_file_says_the_year_of_days_and_no_day_itself(tmp_path: Path) -> None:
    """2019年.csv holds 1月3日 of 2019; what has no day at all is still asked for."""
    path = tmp_path / "2019年捐款.csv"
    path.write_text("日期,捐款人,金额（元）\n1月3日,李华,100\n\n捐赠单位,品名,数量\n甲公司,口罩,20个\n")
    said = [line for one in sheets(path, Opening()) for table in tables(one, settings()) for line in told_of(table)]
    assert said[1] == "2 receipt 2019-01-03 donor=李华: CNY 100元 [100CNY]"
    assert said[-1] == "5 ! None: a date: say it with --date ()"


def test_sums_by_month_stay_a_statistic() -> None:
    """A column of months alone makes no gifts of sums."""
    assert told("年,月,收入,支出\n2019,1,100,200\n2019,2,30,40\n").startswith("statistic")


LOST = "a day here has lost its zero"


@pytest.mark.parametrize(
    ("days", "refused"),
    [
        ("1.8 1.9 1.1 1.11 1.12", {2}),
        ("1.12 1.11 1.1 1.9 1.8", {2}),
        ("1.1 1.8 1.9 1.1 1.1 1.11", {0, 3, 4}),
        ("1.15 1.18 1.19 1.2 1.21", {3}),
        ("1.25 1.28 1.29 1.3 2.4 2.5 2.6", {3}),
        ("1.1 1.2 1.3 1.4 1.5 1.6", set()),
        ("1.1 1.2 1.3 1.9 1.10 1.11 1.20 1.30", set()),
        ("1.30 1.20 1.11 1.9 1.3 1.2 1.1", set()),
        ("1.9 1.1 1.25 1.4 1.2 1.17", set()),
        ("1.5 1.6 1.7 2.1 2.2 2.3 2.10", set()),
        ("1.1 1.11 1.12", set()),
    ],
)  # fmt: skip
def test_a_day_that_lost_its_zero_is_none_of_the_first_three(days: str, refused: set[int]) -> None:
    """Only where the rows stand in the order of their days, and one would not: in any order 1.1 is the first of January."""
    rows = "".join(f"{day},李华,{100 + at}\n" for at, day in enumerate(days.split()))
    found = days_of(f"2020年捐款名单\n日期,捐款人,金额（元）\n{rows}")
    assert {at for at, said in enumerate(found) if LOST in said} == refused
    assert len(found) == len(days.split())


DAYS = "日期,捐款人,金额（元）\n7月25日,李华,5\n12月2日,王芳,6\n"
SHEETS = {
    "a title": ([("收入", "2019年防汛捐款\n" + DAYS), ("物资", DAYS)], "2019-07-25 2019-12-02"),
    "its days": ([("收入", "日期,捐款人,金额\n2019-07-24,李华,5\n"), ("物资", "明细\n" + DAYS)], "2019-07-25 2019-12-02"),
    "its name": ([("2018年", DAYS), ("补", DAYS)], "2018-07-25 2018-12-02"),
    "its own": ([("收入", "2018年捐款\n" + DAYS), ("2019", DAYS)], "2019-07-25 2019-12-02"),
    "two years": ([("甲", "2017年捐款\n" + DAYS), ("乙", "2018年捐款\n" + DAYS), ("丙", DAYS)], None),
    "an amount": ([("甲", "捐款人,金额（元）\n李华,2018.5\n"), ("乙", DAYS)], None),
}  # fmt: skip


@pytest.mark.parametrize("name", SHEETS)
def test_the_year_that_the_sheets_before_say_is_that_of_a_sheet_without_one(name: str) -> None:
    """Of a workbook whose first sheet alone says 2019; where they say several, or none, nothing is taken over."""
    texts, expected = SHEETS[name]
    several = [sheet(text, at) for at, text in texts]
    last = list(told_of_years(iter(several)))[-1]
    found = [
        f"{record.drafts[0].date}"
        for table in tables(last, settings())
        for record in each_record(table)
        if record.drafts
    ]
    assert " ".join(found) == (expected or " ".join(days_of(texts[-1][1])))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("民國107年4月地震捐款徵信（新臺幣）", "2018-04-03"),
        ("107年4月地震捐款徵信（新臺幣）", "2018-04-03"),
        ("捐款期間107/04/01至107/04/30（新臺幣）", "2018-04-03"),
        ("107年度捐款（人民币）", "2018-04-03"),
        ("107年捐款芳名錄（新臺幣）", "2018-04-03"),
        ("平成30年4月義援金（日元）", "2018-04-03"),
        ("平成28年熊本地震義援金（日元）", "2016-04-03"),
        ("H30年度義援金（日元）", "2018-04-03"),
        ("建校107年捐款（人民币）", "2019-04-03"),
        ("107年校庆捐款（人民币）", "2019-04-03"),
    ],
)
def test_years_counted_otherwise_stand_in_titles_too(title: str, expected: str) -> None:
    """And an age is no year: nothing says of which the day is, which is then the latest one."""
    rows = "日期,捐款人,金額\n4月3日,李华,100\n"
    assert days_of(f"{title}\n{rows}") == [expected]


def test_years_counted_otherwise_stand_in_names_too() -> None:
    rows = "日期,捐款人,品名,數量\n4月3日,李华,水,5箱\n"
    assert days_of(rows, name="107年4月") == ["2018-04-03"]
    assert days_of(rows, file="平成30年度寄附") == ["2018-04-03"]


@pytest.mark.parametrize(
    ("title", "days", "expected"),
    [
        ("2018年捐款名单", ["2019-01-25", "2019-02-25"], "!!"),
        ("2018年12月捐款名单", ["2019-12-25"], "!"),
        ("捐款名单（截至2018年12月31日）", ["2019-12-25"], "!"),
        ("2018年捐款名单", ["2018-12-25", "2019-01-25"], "2018-12-25 2019-01-25"),
        ("2018年度至2019年度捐款名单", ["2019-01-25"], "2019-01-25"),
        ("捐款名单", ["2019-01-25"], "2019-01-25"),
        ("捐款名单（截至2019年1月5日）", ["2018-11-25", "2018-12-25"], "2018-11-25 2018-12-25"),
        ("捐款名单 制表日期：2019年1月5日", ["2018-12-25"], "2018-12-25"),
        ("2019年1月捐款名单", ["2018-12-30"], "2018-12-30"),
        ("2018年12月31日至今捐款名单", ["2019-01-25"], "2019-01-25"),
        ("某协会（2008年成立）捐款名单", ["2019-01-25"], "2019-01-25"),
        ("某协会2015年成立大会捐款名单", ["2019-01-25"], "2019-01-25"),
        ("2016年捐款名单", ["2019-01-25", "2019-02-25"], "!!"),
        ("2010年捐款名单", ["2019-01-25"], "2019-01-25"),
    ],
)
def test_days_that_show_no_year_are_of_the_title(title: str, days: list[str], expected: str) -> None:
    """Who types 1-25 in 2019 into a list of 2018 sees 1月25日 in it, and the sheet holds 2019."""
    rows = [[title], ["日期", "捐款人", "金额（元）"], *([NoYear(day), "李华", "100"] for day in days)]
    one = Sheet(None, iter(list(enumerate(rows, 1))))
    found = [record for table in tables(one, settings("2020-06-01")) for record in each_record(table)]
    said = [f"{record.drafts[0].date}" if record.drafts else record.slips[0].expected for record in found]
    assert " ".join(said) == " ".join([OTHER_YEAR] * len(days) if "!" in expected else [expected])


def test_a_day_that_shows_its_year_is_taken_beside_one_that_does_not() -> None:
    rows = [
        ["2018年捐款名单"],
        ["日期", "捐款人", "金额（元）"],
        [NoYear("2019-01-25"), "李华", "100"],
        ["2019-02-25", "王芳", "1"],
    ]
    one = Sheet(None, iter(list(enumerate(rows, 1))))
    found = [record for table in tables(one, settings("2020-06-01")) for record in each_record(table)]
    assert [bool(record.slips) for record in found] == [True, False]


@pytest.mark.parametrize(
    ("day", "shown", "is_short"),
    [
        ("2025-01-25", "1月25日", True),
        ("2025-01-24", "1月24日", True),
        ("2025-01-25", "25-Jan", True),
        ("2012-12-05", "12月5日", True),
        ("2025-01-25", "25/1/2025", False),
        ("2025-01-25", "25-1-25", False),
        ("2025-01-01", "25年1月", False),
    ],
)
def test_a_day_of_the_number_of_its_year_shows_no_year(day: str, shown: str, *, is_short: bool) -> None:
    """25 is the day of 1月25日, also in 2025."""
    assert isinstance(in_part(day, shown), NoYear) == is_short


UNDATED = "捐款人,金额（元）\n李华,100\n王芳,200\n"


@pytest.mark.parametrize(
    ("title", "name", "file", "day"),
    [
        ("某会捐款公示（2019年2月1日—2月28日）", "2月3日", None, "2019-02-03"),
        ("某会捐款公示（2019年2月1日—2月28日）", "2月3日接收", None, "2019-02-03"),
        ("某会捐款公示（2019年2月1日—2月28日）", "2.3", None, "2019-02-03"),
        ("某会捐款公示（2019年2月1日—2月28日）", "2-3", None, "2019-02-03"),
        ("某会捐款公示（2019年2月1日—2月28日）", "3.2", None, "2019-02-28"),  # of no day of that time
        ("某会捐款公示（2019年2月1日—2月28日）", "2月3日至5日", None, "2019-02-28"),
        ("某会捐款公示（截至2019年2月10日）", "2月3日", None, "2019-02-10"),
        ("2019年某会捐款公示", "2月3日", None, "2019-02-03"),
        ("2019年某会捐款公示", "2.13", None, "2019-02-13"),
        ("2019年某会捐款公示", "2.03", None, "2019-02-03"),
        ("某会捐款公示（2019年1月1日—3月31日）", "2.3", None, "2019-02-03"),
        ("某会捐款公示（2019年1月1日—3月31日）", "1-2", None, "2019-03-31"),  # a class
        ("某会捐款公示", "2月3日", "2019年捐款", "2019-02-03"),
        ("某会捐款公示", "2月3日", None, "2020-02-03"),
    ],
)
def test_day_in_the_name_of_the_sheet(title: str, name: str, file: str | None, day: str) -> None:
    """It is that of the rows, where the title only says a longer time that it lies in; the year may be the file's."""
    assert days_of(f"{title},\n{UNDATED}", name, file) == [day, day]


@pytest.mark.parametrize("name", ["2-3", "2-13", "2.3", "第2页", "2.30"])
def test_other_names_of_sheets_are_no_days(name: str) -> None:
    """2-3 in a whole year may be the second part and the third, and 2.3 a chapter of a report or a version of a list."""
    assert all("date" in said for said in days_of(f"2019年某会捐款公示,\n{UNDATED}", name))


@pytest.mark.parametrize(
    ("month", "day"), [("2020年2月", "2020-02-03"), ("2020-02", "2020/2/3"), ("2020.2", "2020年2月3日 10:00")]
)
def test_the_day_goes_before_the_month_that_it_lies_in(month: str, day: str) -> None:
    """The last day of the month was read."""
    assert "2 receipt 2020-02-03 " in told(f"月份,日期,姓名,捐款\n{month},{day},周明,5\n合计,,,5\n")


@pytest.mark.parametrize("day", ["2021-07-20", ""])
def test_the_month_is_read_beside_a_day_of_another_or_none(day: str) -> None:
    assert "2 receipt 2020-02-29 " in told(f"月份,日期,姓名,捐款\n2020年2月,{day},周明,5\n2020年3月,{day},周明,6\n")


@pytest.mark.parametrize(("month", "day"), [("202001", "2020-01-03"), ("2020年1月", "20200103"), ("2020年1月", "3日")])
def test_a_day_is_read_beside_its_month_however_both_are_written(month: str, day: str) -> None:
    assert "2 receipt 2020-01-03 donor=李华" in told(f"月份,日期,捐款人,金额\n{month},{day},李华,5\n")


@pytest.mark.parametrize(
    "days", [("1月3日", "1月5日", "2月5日"), ("1/3", "1/5", "2/5"), ("3日", "5", "2月5号"), ("01-03", "01-05", "02-05")]
)
def test_a_day_that_says_its_month_again_has_its_year_from_the_column_of_months(days: tuple[str, str, str]) -> None:
    """The last of the month was booked."""
    found = told("月份,日期,姓名,金额\n2020年1月,{},李华,100\n,{},王芳,200\n2020年2月,{},王芳,300\n".format(*days))
    assert [line.split()[2] for line in found.splitlines() if "receipt" in line] == [
        "2020-01-03",
        "2020-01-05",
        "2020-02-05",
    ]


def test_a_day_of_another_month_than_the_one_beside_it_is_not_made_one_of_it() -> None:
    assert "2020-01-05" not in told("月份,日期,姓名,金额\n2020年1月,2月5日,李华,100\n")
    assert "2020-01-05" not in told("月,日,姓名,金额\n1,2月5日,李华,100\n")
