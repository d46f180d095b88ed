"""Days that are of something else than the gift are no dates of it: of expiry, of birth, of joining, of the last gift.

Names and figures are invented.
"""

import pytest
from harness.tables import told

from donations.importers.columns.blank_days import WHEN_PAID
from donations.importers.columns.days import is_moment
from donations.importers.words.cells import NO_DATE
from donations.importers.words.heading_words import understood

OTHERS = [
    "Expiry Date", "expiry_date", "Expiration", "Best By", "best-before date", "Use by date", "Exp. Date", "Date of Expiry", "DOB", "Date of Birth",
    "birth_date", "Join Date", "joined_at", "Member Since", "Registration Date", "last_donation_date", "First Gift Date", "updated_at",
    "donor_birth_date", "donorBirthDate", "Donor Registration Date", "campaign_start_date", "campaignEndDate", "Event Start Date",
    "member_join_date", "user_created_at", "项目开始时间", "捐赠人注册时间", "Last Updated", "Thank You Date", "过期日期", "失效日期", "到期日", "有效期至", "截止日期", "出厂日期", "入会时间", "更新时间", "最近捐款时间",
]  # fmt: skip
OF_GIFTS = ["Date", "Donor Date", "Event Date", "捐款登记日期", "Donation Date", "date_received", "Received on", "Receipt Date", "created_at", "捐赠日期", "公示日期", "到账时间", "发放日期"]  # fmt: skip


@pytest.mark.parametrize("heading", OTHERS)
def test_a_day_of_something_else_is_no_date(heading: str) -> None:
    assert understood(heading).sense == "-"
    text = f"Donor,Item,Quantity,{heading}\nAnn Lee,Rice,5 bags,2020-01-05\nBob Ray,Beans,3 boxes,2020-01-09"
    assert told(text).count(NO_DATE) == 2
    assert "receipt (2020-02-01) donor=Ann Lee: Rice 5袋" in told(text, day="2020-02-01")


@pytest.mark.parametrize("heading", OF_GIFTS)
def test_a_day_of_the_gift_is_its_date(heading: str) -> None:
    assert "date" in (understood(heading).sense or told(f"Donor,Amount,{heading}\nAnn Lee,5,2020-01-05"))


def test_the_day_of_the_gift_is_read_wherever_it_stands() -> None:
    text = "捐赠人,生日,物资,数量,有效期至,捐赠日期\n周明,1980-03-04,口罩,50个,2020-01-31,2020-01-05"
    assert "receipt 2020-01-05 donor=周明: 口罩 50个" in told(text)


@pytest.mark.parametrize("heading", ["预计到货日期", "承诺日期", "Due Date", "Expected delivery date"])
def test_the_day_on_which_a_gift_is_awaited_makes_it_a_promise(heading: str) -> None:
    assert "list of promises" in told(f"捐赠人,物资,数量,{heading}\n周明,口罩,50个,2020-01-05")


@pytest.mark.parametrize("cell", ["-", "—", "——", "/", "无"])
def test_a_dash_where_the_day_belongs_is_not_the_day_above(cell: str) -> None:
    """A blank means the day above it; what says that there is none asks for one."""
    text = f"日期,捐赠人,金额\n2020-01-05,周明,50\n{cell},吴静,20\n,郑强,10\n"
    found = told(text).splitlines()
    assert found[1:4] == [
        "2 receipt 2020-01-05 donor=周明: CNY 50元 [50CNY]", f"3 ! 日期: {NO_DATE} ()", f"4 ! 日期: {NO_DATE} ()",
    ]  # fmt: skip
    assert told(text.replace(cell, "")).count("receipt 2020-01-05") == 3
    assert "3 receipt (2020-01-31) donor=吴静: CNY 20元" in told(text, day="2020-01-31")


@pytest.mark.parametrize(
    "cell",
    [
        "Fri Jan 03 2020 00:00:00 GMT+0000 (Coordinated Universal Time)",
        "Fri Jan 03 2020 23:59:59 GMT+0800 (中国标准时间)",
        "Fri Jan 3 2020 08:00:00 GMT+0800 (CST)",
    ],
)
def test_a_day_as_browsers_write_it(cell: str) -> None:
    found = told(f"Donor,Date,Item,Quantity\nAnn Lee,{cell},Books,15")
    assert "receipt 2020-01-03 donor=Ann Lee: Books 15" in found


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        ("43829,李华,10\n43467,王芳,20", "2019-12-30 2019-01-02"),
        ("30-Dec-19,李华,10\n2-Jan-19,王芳,20", "2019-12-30 2019-01-02"),
        ("108/12/30,李华,10\n108/1/2,王芳,20", "2019-12-30 2019-01-02"),
        ("2018年1月5日,李华,10\n1月6日,王芳,20\n2019年1月3日,赵一,30\n1月6日,钱二,40", "2018-01-05 2018-01-06 2019-01-03 2019-01-06"),
        ("2018-12-05,李华,10\n2019-12-05,王芳,20\n2018-12-05,李华,30\n12月7日,钱二,40", "2018-12-05 2019-12-05 2018-12-05 2018-12-07"),
    ],
)  # fmt: skip
def test_a_day_that_says_its_year_stays_in_it_and_others_are_near_the_day_above(rows: str, days: str) -> None:
    """In whatever way a year is written; and the same words may mean a day of another year in another row."""
    found = told(f"日期,捐赠人,金额（新台币）\n{rows}").splitlines()[1:]
    assert " ".join(line.split()[2] for line in found) == days


def test_a_year_with_a_month_behind_it_is_no_day_of_1955() -> None:
    assert told("日期,捐赠人,金额\n20203,李华,10\n").count("a date such as") == 1


@pytest.mark.parametrize("month", ["十十", "十十月", "二二"])
def test_a_month_that_is_no_numeral_is_refused_where_it_stands(month: str) -> None:
    assert "2 ! 日: a date such as" in told(f"月,日,捐赠人,金额\n{month},5,李华,10\n2,6,王芳,20\n")


def test_a_title_of_the_year_nought_says_no_time() -> None:
    assert "receipt" in told("0000年1月1日至2月1日捐款\n捐赠人,金额\n李华,10\n", day="2020-02-01")


PAID = "捐款人,金额,{}\n周明,100,2020-01-05 10:00:00\n李华,50,{}\n赵敏,20,\n王芳,10,2020-01-06T11:30:00Z\n"


@pytest.mark.parametrize("heading", ["支付时间", "时间", "paid_at", "Date"])
def test_a_blank_is_not_the_minute_when_another_was_paid(heading: str) -> None:
    """Orders that nobody paid were booked as gifts of the day above them."""
    text = told(PAID.format(heading, ""))
    assert text.count(WHEN_PAID) == 2
    assert "donor=王芳" in text
    assert "receipt (2020-02-01) donor=李华" in told(PAID.format(heading, ""), day="2020-02-01")


def test_nor_is_it_the_last_day_of_the_title() -> None:
    """What nobody may have paid was booked on the last day of the time that the title says."""
    text = told("2020年1月捐款名单\n" + PAID.format("支付时间", ""))
    assert text.count(WHEN_PAID) == 2


@pytest.mark.parametrize("above", ["2020-01-05", "2020-01-05 00:00:00", "2020/1/5 0:00", "1月5日下午"])
def test_a_blank_is_the_day_above_it(above: str) -> None:
    text = told(f"捐款人,金额,日期\n周明,100,{above}\n李华,50,\n")
    assert "receipt 2020-01-05 donor=李华" in text


def test_the_same_written_out_is_that_of_the_row_above() -> None:
    assert "receipt 2020-01-05 donor=李华" in told(PAID.format("支付时间", "同上"))


def test_goods_that_came_together_stand_below_one_time() -> None:
    text = told("日期,捐赠单位,物资,数量\n2020-01-05 14:30,甲公司,口罩,50个\n,,手套,20双\n")
    assert "receipt 2020-01-05 donor=甲公司: 手套 20双" in text


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("2020-01-05 10:00", True), ("1624791463000", True), ("2020-01-05", False), ("2020-01-05 00:00:00", False), ("", False), ("9" * 32000, False)],
)  # fmt: skip
def test_what_says_the_minute(text: str, is_one: bool) -> None:
    assert is_moment(text) is is_one


@pytest.mark.parametrize(
    "headings", ["Date,createdTime", "日期,创建时间", "Date,Timestamp", "day,submitted_at", "date,date_added"]
)
def test_the_day_that_a_program_kept_comes_after_any_other(headings: str) -> None:
    day, kept = headings.split(",")
    for order, cells in (((day, kept), "2020-01-05,2020-02-07"), ((kept, day), "2020-02-07,2020-01-05")):
        assert "receipt 2020-01-05 donor=周明" in told(f"捐赠人,金额,{','.join(order)}\n周明,5,{cells}\n")


def test_goods_came_on_the_day_on_which_they_were_got_and_not_on_that_on_which_they_were_given_out() -> None:
    """收到日期 was passed over for 发放日期, and who had given what is still in store got the day of the row above."""
    text = "收到日期,捐赠方,物品,数量,发放日期,接收方\n2020-01-02,甲公司,口罩,50个,2020-01-05,第三人民医院\n2020-01-03,周明,手套,20双,,\n"
    found = told(text)
    assert "3 receipt 2020-01-03 donor=周明: 手套 20双" in found
    assert found.count("2020-01-02") == 1
