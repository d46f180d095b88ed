"""Rows with two days and one quantity: what came on the first went out on the second, to whoever stands there."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

GIFTS = "甲公司,大米,100,袋"
BOTH = "2 receipt 2020-03-01 donor=甲公司: 大米 100袋 + distribution 2020-03-03 recipient=东湖社区: 大米 100袋 [100袋]"


@pytest.mark.parametrize(
    ("came", "went", "who"),
    [
        ("接收日期", "发放日期", "接收单位"),
        ("入库时间", "出库时间", "去向"),
        ("捐赠日期", "领用日期", "领用单位"),
        ("日期", "发放时间", "受赠单位"),
        ("Date Received", "Date Distributed", "Recipient"),
        ("Donation Date", "Date Issued", "Issued To"),
    ],
)
def test_what_came_and_what_went_have_a_day_each(came: str, went: str, who: str) -> None:
    rows = f"{came},捐赠单位,物资,数量,单位,{went},{who}\n2020-03-01,{GIFTS},2020-03-03,东湖社区\n"
    assert told(rows).splitlines()[1] == BOTH
    turned = f"{went},{who},{came},捐赠单位,物资,数量,单位\n2020-03-03,东湖社区,2020-03-01,{GIFTS}\n"
    assert told(turned).splitlines()[1] == BOTH


def test_two_rows_of_headings() -> None:
    rows = "物资,,,接收,,发放,\n名称,数量,单位,日期,捐赠方,日期,接收单位\n大米,100,袋,2020-03-01,甲公司,2020-03-03,东湖社区\n"
    assert told(rows).splitlines()[1] == BOTH.replace("2 ", "3 ", 1)


def test_what_went_on_the_day_it_came_goes_straight_through() -> None:
    rows = f"接收日期,捐赠单位,物资,数量,单位,发放日期,接收单位\n2020-03-03,{GIFTS},2020-03-03,东湖社区\n2020-03-02,{GIFTS},2020-03-04,西湖社区\n"
    found = told(rows).splitlines()
    assert found[1] == "2 relay 2020-03-03 donor=甲公司 recipient=东湖社区: 大米 100袋 [100袋]"
    assert "receipt 2020-03-02" in found[2]
    assert "distribution 2020-03-04 recipient=西湖社区" in found[2]


@pytest.mark.parametrize("blank", ["", "未发放", "待发"])
def test_what_has_not_gone_yet_came_in(blank: str) -> None:
    rows = f"接收日期,捐赠单位,物资,数量,单位,发放日期,接收单位\n2020-03-01,{GIFTS},2020-03-03,东湖社区\n2020-03-02,{GIFTS},{blank},\n"
    assert told(rows).splitlines()[2] == "3 receipt 2020-03-02 donor=甲公司: 大米 100袋 [100袋]"


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (f"2020-03-02,{GIFTS},,西湖社区", "the day on which it went to who is named"),
        (f"2020-03-02,{GIFTS},2020-03-04,", "the name of who received it"),
        (f"2020-03-02,{GIFTS},2020-03-01,西湖社区", "a day no earlier than that on which it came"),
        (f"2020-03-02,{GIFTS},2020-08-01,西湖社区", "a date no later than today"),
        (f"2020-03-02,{GIFTS},送完,西湖社区", "a date such as"),
    ],
)
def test_what_only_half_says_that_it_went_is_asked_about(row: str, wanted: str) -> None:
    rows = f"接收日期,捐赠单位,物资,数量,单位,发放日期,接收单位\n2020-03-01,{GIFTS},2020-03-03,东湖社区\n{row}\n"
    found = told(rows).splitlines()[2]
    assert found.startswith("3 !")
    assert wanted in found


def test_the_day_that_went_can_be_passed_over() -> None:
    rows = f"接收日期,捐赠单位,物资,数量,单位,发放日期,接收单位\n2020-03-01,{GIFTS},2020-03-03,东湖社区\n"
    assert told(rows, columns={"发放日期": "-"}).splitlines()[1].startswith("2 relay 2020-03-01")


def test_money_that_was_paid_out_later() -> None:
    rows = "到账日期,捐款人,金额（元）,拨付日期,受助单位\n2020-03-01,李华,500,2020-03-20,柳河小学\n"
    wanted = "2 receipt 2020-03-01 donor=李华: CNY 500元 + expense 2020-03-20 recipient=柳河小学: CNY 500元 [500CNY]"
    assert told(rows).splitlines()[1] == wanted


def test_goods_of_a_purpose_leave_with_it() -> None:
    rows = f"接收日期,捐赠单位,物资,数量,单位,用途,发放日期,接收单位\n2020-03-01,{GIFTS},助学,2020-03-03,柳河小学\n"
    assert told(rows).splitlines()[1].count("助学") == 2


def test_a_block_of_one_giver_repeats_who_got_it_and_when() -> None:
    rows = (
        f"接收日期,捐赠单位,物资,数量,单位,发放日期,接收单位\n2020-03-01,{GIFTS},2020-03-03,东湖社区\n,,面粉,20,袋,,\n"
    )
    assert "distribution 2020-03-03 recipient=东湖社区: 面粉 20袋" in told(rows).splitlines()[2]


def test_lists_of_what_went_out_have_the_day_on_which_it_did() -> None:
    rows = "入库日期,物资,数量,单位,出库日期,领用单位\n2020-03-01,大米,100,袋,2020-03-03,东湖社区\n"
    assert told(rows).splitlines()[1] == "2 distribution 2020-03-03 recipient=东湖社区: 大米 100袋 [100袋]"


def test_where_goods_went_without_anybody_being_named_they_came_on_their_day() -> None:
    rows = f"发放日期,接收日期,捐赠单位,物资,数量,单位\n2020-03-03,2020-03-01,{GIFTS}\n"
    assert told(rows).splitlines()[1] == "2 receipt 2020-03-01 donor=甲公司: 大米 100袋 [100袋]"


def test_a_day_that_repeats_the_one_above() -> None:
    rows = f"接收日期,捐赠单位,物资,数量,单位,发放日期,接收单位\n2020-03-01,{GIFTS},2020-03-03,东湖社区\n2020-03-02,{GIFTS},同上,西湖社区\n"
    assert "distribution 2020-03-03 recipient=西湖社区" in told(rows).splitlines()[2]


HEAD = "接收日期,捐赠单位,物资,数量,单位,发放日期,接收单位\n"


def test_a_day_without_a_year_is_the_next_one_after_it_came() -> None:
    rows = f"2019-12-30,{GIFTS},1月3日,东湖社区\n2月1日,{GIFTS},9月1日,东湖社区\n"
    found = told(HEAD + rows.replace("9月1日", "3月1日")).splitlines()
    assert "receipt 2019-12-30" in found[1]
    assert "distribution 2020-01-03" in found[1]
    assert "receipt 2020-02-01" in found[2]
    assert "distribution 2020-03-01" in found[2]


@pytest.mark.parametrize("late", ["12月1日", "2019年12月1日"])
def test_days_that_went_late_move_no_day_of_the_rows_below(late: str) -> None:
    """They were read a year too late, or none at all."""
    rows = f"2019年2月1日,{GIFTS},{late},东湖社区\n2月2日,{GIFTS},2月5日,东湖社区\n"
    found = told(HEAD + rows).splitlines()
    assert "distribution 2019-12-01" in found[1]
    assert "receipt 2019-02-02" in found[2]
    assert "distribution 2019-02-05" in found[2]


@pytest.mark.parametrize("word", ["当天", "同日"])
def test_on_the_same_day_it_goes_straight_through(word: str) -> None:
    rows = f"2020-03-01,{GIFTS},2020-03-03,东湖社区\n2020-03-02,{GIFTS},{word},西湖社区\n"
    assert told(HEAD + rows).splitlines()[2].startswith("3 relay 2020-03-02")


def test_times_of_day_are_no_days_of_their_own() -> None:
    rows = f"日期,捐赠单位,物资,数量,单位,发放时间,接收单位\n2020-03-01,{GIFTS},14:30,东湖社区\n2020-03-02,{GIFTS},15:30,西湖社区\n"
    assert [line[2:18] for line in told(rows).splitlines()[1:]] == ["relay 2020-03-01", "relay 2020-03-02"]


def test_what_was_handed_to_who_keeps_the_book_came_in(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"捐赠日期,捐赠单位,物资,数量,单位,移交日期,接收单位\n2020-03-01,{GIFTS},2020-03-05,测试协会\n")
    desk.do(f"import {file} --yes")
    assert [(row["date"], row["type"]) for row in desk.read("ledger")] == [("2020-03-01", "receipt")]


@pytest.mark.parametrize("who", ["库存", "在库"])
def test_what_stayed_went_on_no_day(who: str) -> None:
    rows = f"2020-03-01,{GIFTS},2020-03-03,东湖社区\n2020-03-02,{GIFTS},2020-03-04,{who}\n"
    assert told(HEAD + rows).splitlines()[2].startswith("3 receipt 2020-03-02")


def test_who_is_lacking_is_asked_about_where_the_day_stands() -> None:
    rows = f"2020-03-01,{GIFTS},2020-03-03,东湖社区\n2020-03-02,{GIFTS},2020-03-04,\n"
    assert told(HEAD + rows).splitlines()[2].startswith("3 ! 发放日期: the name of who received it")
