"""Several tables in one page: the day above the first is that of those that say none. All is invented."""

from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from harness.tables import told_of

from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.table import Settings
from donations.importers.tables import tables

PAID = "<table><tr><td>受赠单位</td><td>拨付金额（元）</td></tr><tr><td>{}</td><td>{}</td></tr></table>"


def days(folder: Path, *parts: str, name: str = "a.html") -> list[str]:
    """The day of each row, as far as rows are taken."""
    path = folder / name
    path.write_text(f'<meta charset="utf-8"><body>{"".join(parts)}</body>', encoding="utf-8")
    read = [
        line
        for sheet in sheets(path, Opening())
        for table in tables(sheet, Settings(date(2020, 12, 31)))
        for line in islice(told_of(table), 1, None)
    ]
    return [line.split()[2].strip("()") if "! " not in line else "-" for line in read if line[0].isdigit()]


FIRST = "<h1>某慈善总会捐款使用公告（第7号）</h1><p>2020-03-27</p><p>一、拨付医院</p>" + PAID.format("市一院", "500")


@pytest.mark.parametrize(
    ("between", "day"),
    [
        ("<p>二、定向拨付</p>", "2020-03-27"),
        ("<p>二、4月2日定向拨付</p>", "2020-04-02"),
        ("<p>二、2020年4月2日定向拨付</p>", "2020-04-02"),
        ("<p>二、2019年度定向拨付</p>", "-"),
        ("<p>二、2020年度定向拨付</p>", "-"),
        ("<p>二、2020年2月定向拨付</p>", "2020-02-29"),
        ("<p>2月定向拨付</p>", "2020-02-29"),  # the year is that of the page
    ],
)
def test_the_day_above_the_first_table_is_that_of_those_that_say_none(tmp_path: Path, between: str, day: str) -> None:
    """It was asked for."""
    assert days(tmp_path, FIRST, between, PAID.format("市二院", "300")) == ["2020-03-27", day]


def test_a_day_above_a_later_table_is_its_own(tmp_path: Path) -> None:
    first = FIRST.replace("2020-03-27", "")
    later = "<p>二、2020年4月2日定向拨付</p>" + PAID.format("市二院", "300")
    assert days(tmp_path, first, later, "<p>三、其他</p>", PAID.format("市三院", "200")) == ["-", "2020-04-02", "-"]


def test_a_month_above_a_table_within_another_is_its_own(tmp_path: Path) -> None:
    """2020年3月捐款名单 had the month of the first."""
    paid = PAID.format("市一院", "500")
    within = f"<table><tr><td>2020年2月拨付<br>{paid}2020年3月拨付<br>{paid}</td></tr></table>"
    assert days(tmp_path, within) == ["2020-02-29", "2020-03-31"]


@pytest.mark.parametrize("title", ["第二批捐款名单", "第3次捐款名单", "二期捐款", "后续捐款名单"])
def test_a_later_lot_has_a_day_of_its_own(tmp_path: Path, title: str) -> None:
    """It was booked on the day of the first."""
    table = "<table><tr><td>捐款人</td><td>金额（元）</td></tr><tr><td>{}</td><td>{}</td></tr></table>"
    found = days(
        tmp_path, "<p>2020-03-05第一批捐款名单</p>", table.format("李华", 5), f"<p>{title}</p>", table.format("王芳", 6)
    )
    assert found == ["2020-03-05", "-"]
