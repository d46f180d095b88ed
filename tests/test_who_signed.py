"""Persons below 领取人 of what a body got by a line above the rows, or by the name of the sheet. All is invented."""

import pytest
from harness.tables import settings, sheet, told, told_of

from donations.importers.columns.fetched import SIGNED_FOR
from donations.importers.tables import tables

ROWS = "日期,品名,数量,领取人\n2020-03-01,口罩,10个,张三\n2020-03-08,手套,10双,李四\n"


def of_sheet(text: str, name: str) -> str:
    """What is read of a sheet with that name."""
    return "\n".join(line for table in tables(sheet(text, name), settings()) for line in told_of(table))


@pytest.mark.parametrize("label", ["领用单位", "领取单位"])
def test_who_signed_got_nothing_where_a_line_above_names_a_body(label: str) -> None:
    """Persons were booked as recipients."""
    found = told(f"{label}：市一院\n{ROWS}")
    assert found.count("recipient=市一院") == 2


@pytest.mark.parametrize("name", ["市一院", "第一小学", "东乡镇", "江城养老院", "市三中"])
@pytest.mark.parametrize("title", ["", "物资领用登记表\n"])
def test_in_a_sheet_called_after_who_gets_goods_it_is_asked(name: str, title: str) -> None:
    assert SIGNED_FOR in of_sheet(title + ROWS, name)


@pytest.mark.parametrize(
    "lines", ["发放清单\n市第一医院\n", "江城县人民医院\n物资领用登记表\n", "发放清单\n  市三院  \n"]
)
def test_below_a_line_that_is_a_hospital_it_is_asked(lines: str) -> None:
    """Who signed was booked as having received it, and the hospital was lost."""
    assert SIGNED_FOR in told(lines + ROWS)


@pytest.mark.parametrize("lines", ["发放清单\n东林村\n", "市第一医院捐赠物资发放表\n", "发放清单（市第一医院赠）\n"])
def test_below_other_lines_those_named_got_it(lines: str) -> None:
    found = told(lines + ROWS)
    assert SIGNED_FOR not in found
    assert found.count("recipient=张三") == 1


@pytest.mark.parametrize("name", ["2020年3月", "Sheet1", "发放", "口罩", "各学校", "李华"])
def test_other_sheets_name_nobody(name: str) -> None:
    assert of_sheet(ROWS, name).count("recipient=张三") == 1


def test_bodies_below_it_got_it() -> None:
    found = told("接收单位：东乡镇\n日期,品名,数量,领取人\n2020-03-01,口罩,10个,市二院\n")
    assert "recipient=市二院" in found
