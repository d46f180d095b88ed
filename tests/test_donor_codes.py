"""Givers that are known by a number, 会员号 or Donor ID: their names stand in another sheet, or nowhere. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from openpyxl import Workbook

GIFTS: list[list[object]] = [
    ["会员号", "日期", "金额"],
    ["V001", "2020-02-01", 500],
    ["V002", "2020-02-02", 100],
    ["V001", "2020-02-03", 20],
]
REGISTER: list[list[object]] = [["会员号", "姓名", "电话"], ["V001", "李华", "13800000000"], ["V002", "王芳", ""]]


def booked(desk: Desk, tmp_path: Path, *sheets: list[list[object]]) -> list[str]:
    """The donors of what a workbook with these sheets is booked as."""
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"第{number}张")
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    assert desk.run(f"import {tmp_path / 'a.xlsx'} --yes").code == 0
    return [str(row["donor"]) for row in desk.read("ledger")]


def test_numbers_of_rows_are_those_of_givers_where_a_sheet_names_them(desk: Desk, tmp_path: Path) -> None:
    gifts: list[list[object]] = [["捐款明细"], ["编号", "捐款日期", "捐款金额"]]
    gifts += [["12", "2020-02-01", 500], ["15", "2020-02-02", 100]]
    register: list[list[object]] = [["编号", "姓名"], ["15", "王芳"], ["12", "李华"]]
    assert booked(desk, tmp_path, gifts, register) == ["李华", "王芳"]


@pytest.mark.parametrize("first", ["gifts", "register"])
def test_the_names_stand_in_another_sheet(desk: Desk, tmp_path: Path, first: str) -> None:
    sheets = (GIFTS, REGISTER) if first == "gifts" else (REGISTER, GIFTS)
    assert booked(desk, tmp_path, *sheets) == ["李华", "王芳", "李华"]


@pytest.mark.parametrize(
    ("heading", "register"),
    [
        ("捐赠人编号", [["编号", "姓名"], ["V001", "李华"], ["V002", "王芳"]]),
        ("捐赠人", [["编号", "姓名"], ["V001", "李华"], ["V002", "王芳"]]),
        ("编号", [["编号", "单位"], ["V001", "李华"], ["V002", "王芳"]]),
        ("Donor ID", [["Member No.", "First Name", "Last Name"], ["V001", "李", "华"], ["V002", "王", "芳"]]),
    ],
)
def test_the_sheets_may_call_the_numbers_otherwise(
    desk: Desk, tmp_path: Path, heading: str, register: list[list[object]]
) -> None:
    headings: list[object] = [heading, "捐款日期", "捐款金额"]
    gifts = [headings]
    gifts += GIFTS[1:]
    assert [name.replace(" ", "") for name in booked(desk, tmp_path, gifts, register)] == [
        "李华",
        "王芳",
        "李华",
    ]


@pytest.mark.parametrize(
    "register",
    [
        [["序号", "姓名"], [1, "李华"], [2, "王芳"]],
        [["编号", "姓名", "捐款日期", "金额"], [1, "李华", "2020-03-01", 5], [2, "王芳", "2020-03-01", 5]],
        [["会员号", "姓名"], [1, "李华"], [1, "王芳"], [2, "王芳"], [2, "李华"]],
        [["编号", "姓名"], [1, "李华"], [2, "王芳"]],
    ],
)
def test_other_numbers_are_nobodys(desk: Desk, tmp_path: Path, register: list[list[object]]) -> None:
    """Those that count rows, of goods, with two names, or of who knows what."""
    gifts: list[list[object]] = [["会员号", "日期", "金额"], [1, "2020-02-01", 500], [2, "2020-02-02", 100]]
    assert booked(desk, tmp_path, gifts, register)[:2] == ["会员号1", "会员号2"]


def test_without_a_register_the_number_is_who_gave() -> None:
    """And not nobody, who would be one for all; in digits alone it is no name."""
    assert [line.split()[3] for line in told("会员号,日期,金额\nV001,2020-02-01,500\n").splitlines()[1:]] == [
        "donor=V001:"
    ]
    said = told("Donor ID,Date,Amount (CNY)\n17,2020-02-01,500\n").splitlines()[1]
    assert said == "2 receipt 2020-02-01 donor=Donor ID 17: CNY 500元 [500CNY]"


def test_a_name_goes_before_its_number() -> None:
    said = told("会员号,姓名,日期,金额\nV001,李华,2020-02-01,500\nV002,,2020-02-02,100\n")
    assert [line.split()[3] for line in said.splitlines()[1:]] == ["donor=李华:", "donor=V002:"]


def test_goods_by_number(desk: Desk, tmp_path: Path) -> None:
    """A blank one is that of the row above, as a blank name is."""
    gifts: list[list[object]] = [["会员号", "日期", "品名", "数量", "单位"], ["V001", "2020-02-01", "口罩", 5, "个"]]
    gifts += [["", "2020-02-01", "手套", 5, "双"], ["V002", "2020-02-02", "口罩", 7, "个"]]
    assert booked(desk, tmp_path, gifts, REGISTER) == ["李华", "李华", "王芳"]


def test_the_number_of_who_got_something_is_no_givers() -> None:
    said = told("发放表\n学号,姓名,品名,数量,单位,日期\n2019001,李华,书包,1,个,2020-02-01\n").splitlines()[1]
    assert said == "3 distribution 2020-02-01 recipient=李华: 书包 1个 [1个]"


def test_numbers_of_rows_and_receipts_are_nobodys() -> None:
    for heading in ("编号", "序号", "票号"):
        said = told(f"捐款明细\n{heading},捐款日期,捐款金额\nHX001,2020-02-01,500\nHX002,2020-02-02,100\n")
        assert [line.split()[3] for line in said.splitlines()[1:]] == ["donor=爱心人士:"] * 2
