"""Workbooks in which one sheet says again what others do, with other remarks, other days or summed up; and those that only look so."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from conftest import Desk

Rows = list[list[Any]]
HEADINGS = ["日期", "捐款人", "金额", "备注"]
GIVERS = [("李华", 100), ("王芳", 50), ("张三", 20)]


def workbook(file: Path, parts: dict[str, Rows]) -> Path:
    """A workbook with a sheet for each name."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in parts.items():
        one = book.create_sheet(name)
        for row in rows:
            one.append(row)
    book.save(file)
    return file


def month(number: int, note: str = "", more: int = 0) -> Rows:
    """What came in a month, with remarks."""
    return [[f"2020-0{number}-0{day}", who, much + more, note] for day, (who, much) in enumerate(GIVERS, 1)]


def months(note: str = "", more: int = 0) -> dict[str, Rows]:
    """A sheet for each of two months; `more` in the second."""
    return {f"{number}月": [HEADINGS, *month(number, note, more * (number - 1))] for number in (1, 2)}


def undated(*names: str) -> dict[str, Rows]:
    """The same without days, which the titles say."""
    return {name: [[f"2020年{name}捐款"], ["捐款人", "金额"], *map(list, GIVERS)] for name in names}


BOTH = [*month(1), *month(2)]
AGAIN: dict[str, tuple[dict[str, Rows], str, str]] = {
    "without its remarks": ({**months("微信"), "全年": [HEADINGS[:3], *(row[:3] for row in BOTH)]}, "1月", "全年"),
    "summed up by giver, with a day": (
        {**months(), "按人": [["捐款人", "日期", "金额"], *([who, "2020-02-28", 2 * much] for who, much in GIVERS)]},
        "按人",
        "1月、2月",
    ),
    "with days, of sheets without": ({**undated("1月", "2月"), "全年": [HEADINGS, *BOTH]}, "全年", "1月、2月"),
    "without days, of sheets without": (
        {**undated("1月", "2月"), "全年": [["2020年1月—2月捐款"], ["捐款人", "金额"], *([who, 2 * much] for who, much in GIVERS)]},
        "全年",
        "1月、2月",
    ),
    "by class": (
        {
            "明细": [["2020-02-05 捐款"], ["班级", "姓名", "金额"], ["一班", "李华", 10], ["一班", "王芳", 20], ["二班", "张三", 30]],
            "班级汇总": [["2020-02-05 捐款"], ["班级", "金额"], ["一班", 30], ["二班", 30]],
        },
        "班级汇总",
        "明细",
    ),
    "with a row put right in each": (
        {
            "1月": [HEADINGS, *month(1), *month(3)],
            "全年": [HEADINGS, *month(1), *month(3)[:2], ["2020-03-03", "张三", 21, ""], *month(2, more=7)],
        },
        "1月",
        "全年",
    ),
    "by day, of nobody": (
        {
            "一": [["2020年2月3日捐款"], ["捐款人", "金额"], *map(list, GIVERS)],
            "二": [["2020年2月4日捐款"], ["捐款人", "金额"], *map(list, GIVERS)],
            "每日": [["2020年捐款"], ["日期", "笔数", "金额"], ["2月3日", 3, 170], ["2月4日", 3, 170]],
        },
        "每日",
        "一、二",
    ),
    "a copy": (
        {name: [["2020年2月3日捐款"], ["捐款人", "金额"], *map(list, GIVERS)] for name in ("捐款", "备份")}, "捐款", "备份",
    ),
    "of a part": ({"微信": [HEADINGS, *month(1)], "现金": [HEADINGS, *month(2)], "总": [HEADINGS, *month(1, "已入账"), *month(2)]}, "微信", "总"),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "sheet", "others"), AGAIN.values(), ids=AGAIN)
def test_what_stands_in_other_sheets_too_is_not_booked_twice(
    desk: Desk, tmp_path: Path, parts: dict[str, Rows], sheet: str, others: str
) -> None:
    """The sheets that say it are named, and no others."""
    file = workbook(tmp_path / "a.xlsx", parts)
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert f"what sheet “{sheet}” says stands in {others} too, and would be booked twice" in answer.err
    assert desk.read("ledger") == []


GOODS = ["日期", "捐赠人", "物品", "数量"]
OTHERS: dict[str, dict[str, Rows]] = {
    "the same each month": months(),
    "the same each month, without days": undated("1月", "2月", "3月"),
    "goods and money of the same givers": {**months(), "物资总表": [GOODS, *([day, who, "口罩", much] for day, who, much, _ in BOTH)]},
    "a sum by chance": {"一组": [HEADINGS, *month(1)], "二组": [HEADINGS, ["2020-01-05", "赵四", 170, ""]]},
    "the same in each week of a month": {name: [["2020年2月捐款"], ["捐款人", "金额"], *map(list, GIVERS)] for name in ("第一周", "第二周")},
    "the same for each purpose": {name: [[f"2020年2月{name}捐款"], ["捐款人", "金额"], *map(list, GIVERS)] for name in ("教育", "医疗")},
    "some rows alike": {"一组": [HEADINGS, *month(1), *month(2)], "二组": [HEADINGS, *month(1)[:2], *month(3)]},
    "a total that is no sum of the others": {**months(), "总表": [["日期", "捐款人", "金额"], ["2020-03-01", "李华", 3], ["2020-03-02", "陈二", 4]]},
}  # fmt: skip


@pytest.mark.parametrize("parts", OTHERS.values(), ids=OTHERS)
def test_sheets_that_only_look_alike_are_taken(desk: Desk, tmp_path: Path, parts: dict[str, Rows]) -> None:
    assert desk.run(f"import {workbook(tmp_path / 'a.xlsx', parts)} --yes").code == 0
    rows = sum(
        row[0] not in (HEADINGS[0], GOODS[0]) and len(row) > 1 and row[0] != "捐款人"
        for part in parts.values()
        for row in part
    )
    assert len(desk.read("ledger")) == rows


BELOW = {
    "by giver": ["2020年1月捐款,,", "日期,捐款人,金额", "1月1日,李华,10", "1月2日,王芳,20", "1月3日,李华,20", ",,", "按人汇总,,", "捐款人,金额,", "李华,30,", "王芳,20,"],
    "by class": ["2020年1月捐款,,", "捐款人,班级,金额", "李华,一班,10", "王芳,一班,20", "张三,二班,20", ",,", "按班级汇总,,", "班级,金额,", "一班,30,", "二班,20,"],
    "of those alone above it": ["2020年1月捐款,,", "日期,捐款人,金额", "1月1日,李华,10", "1月2日,王芳,20", ",,", "捐款人,金额,", "李华,10,", "王芳,20,"],
}  # fmt: skip


@pytest.mark.parametrize("lines", BELOW.values(), ids=BELOW)
def test_sums_below_the_gifts_are_not_booked_twice(desk: Desk, tmp_path: Path, lines: list[str]) -> None:
    """In the same sheet, where the title lends them a day."""
    file = tmp_path / "a.csv"
    file.write_text("\n".join(lines) + "\n")
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    row = 6 if lines[5] == "捐款人,金额," else 8
    assert f"row {row}: the table that begins there sums up what stands above it" in answer.err
    assert desk.read("ledger") == []


def test_sums_above_the_gifts_are_not_booked_twice(desk: Desk, tmp_path: Path) -> None:
    lines = ["截至2020年1月31日捐款,,", "届别,人数,金额", "1998届,2,30", "1999届,1,20", ",,", "明细,,", "姓名,日期,金额", "李华,1月1日,10", "王芳,1月2日,20", "张三,1月3日,20"]  # fmt: skip
    file = tmp_path / "a.csv"
    file.write_text("\n".join(lines) + "\n")
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert "row 2: the table that begins there sums up what stands below it" in answer.err
    file.write_text("\n".join(lines).replace("1月3日,20", "1月3日,21") + "\n")
    assert desk.run(f"import {file} --yes").code == 0


def test_another_table_below_is_one_of_its_own(desk: Desk, tmp_path: Path) -> None:
    """Givers with other amounts."""
    file = tmp_path / "a.csv"
    file.write_text("\n".join([*BELOW["by giver"][:-1], "张三,21,"]) + "\n")
    assert desk.run(f"import {file} --yes").code == 0
    assert len(desk.read("ledger")) == 5


BESIDE = {
    "by giver": ["捐款人,金额", "李华,30", "王芳,20", ","],
    "by day": ["日期,小计", "1月1日,10", "1月2日,20", "1月3日,20"],
    "by few days": ["日期,金额", "1月2日,30", "1月3日,20", ","],
    "by place": ["地区,金额", "九江市,30", "赣州市,20", "合计,50"],
}  # fmt: skip


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
@pytest.mark.parametrize("title", ["2020年1月捐款", "2020年1月"])
def test_sums_beside_the_gifts_are_not_booked_twice(desk: Desk, tmp_path: Path, beside: list[str], title: str) -> None:
    """Nobody is named in them, or those who gave, with what they gave together; another sum is asked about."""
    gifts = ["日期,捐款人,金额", "1月1日,李华,10", "1月2日,王芳,20", "1月3日,李华,20"]
    file = tmp_path / "a.csv"
    lines = [f"{title},,,,,", *(f"{one},,{other}" for one, other in zip(gifts, beside, strict=True))]
    file.write_text("\n".join(lines) + "\n")
    assert desk.run(f"import {file} --yes").code == 0
    assert [row["received"] for row in desk.read("ledger")] == ["10", "20", "20"]
    file.write_text("\n".join(lines).replace("李华,10,", "李华,11,") + "\n")
    assert desk.run(f"import {file} --yes").code == 65
    assert len(desk.read("ledger")) == 3


DAYS_BELOW = ["2020年1月捐款,,", "日期,捐款人,金额", "1月1日,李华,10", "1月1日,王芳,20", "1月3日,李华,20", ",,", "每日捐款合计,,", "日期,金额,", "1月1日,30,", "1月3日,20,"]  # fmt: skip


def test_sums_of_days_below_the_gifts_are_not_booked_twice(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("\n".join(DAYS_BELOW) + "\n")
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert "row 8: the table that begins there sums up what stands above it" in answer.err
    assert desk.read("ledger") == []


def test_sums_beside_the_gifts_have_no_day(desk: Desk, tmp_path: Path) -> None:
    """The title's day is lent to none that stand beside gifts with days of their own, since they may sum them up."""
    file = tmp_path / "a.csv"
    lines = ["2020年1月捐款,,,,,,", "日期,捐款人,金额,,捐款人,次数,金额", "1月1日,李华,10,,李华,2,30", "1月2日,王芳,20,,王芳,1,20", "1月3日,李华,25,,,,"]  # fmt: skip
    file.write_text("\n".join(lines) + "\n")
    assert desk.run(f"import {file} --yes").code
    assert desk.read("ledger") == []
    file.write_text("\n".join([lines[0], "捐款人,金额,,捐款人,金额,,", "李华,10,,王芳,20,,"]) + "\n")
    assert desk.run(f"import {file} --yes").code == 0
    assert len(desk.read("ledger")) == 2


DETAILS: Rows = [
    ["日期", "班级", "姓名", "金额"], ["2020-02-03", "一班", "李华", 100], ["2020-02-03", "一班", "王芳", 200], ["2020-02-03", "二班", "陈明", 300],
]  # fmt: skip
BY_CLASS: Rows = [["班级", "金额"], ["一班", 300], ["二班", 300]]


@pytest.mark.parametrize(("name", "is_told"), [("班级汇总", True), ("合计", True), ("二月", False)])
def test_a_summary_of_which_nothing_can_be_taken_need_not_be(
    desk: Desk, tmp_path: Path, name: str, is_told: bool
) -> None:
    """It was only asked for a day, with which the whole is refused since it says the list again."""
    paper = workbook(tmp_path / "a.xlsx", {"捐款明细": DETAILS, name: BY_CLASS})
    answer = desk.run(f"import {paper} --yes")
    assert answer.code == 65
    assert ("only adds up what is in 捐款明细, nothing is missing" in answer.out) == is_told
    assert len(desk.read("ledger")) == 3


MASKED: Rows = [
    ["日期", "捐款人", "金额"],
    ["2020-01-01", "李*", 100],
    ["2020-01-02", "*芳", 50],
    ["2020-01-03", "张三", 20],
]


@pytest.mark.parametrize("is_dated", [True, False])
def test_a_sheet_for_the_public_with_stars_in_its_names_is_not_booked_twice(
    desk: Desk, tmp_path: Path, *, is_dated: bool
) -> None:
    """Whether it says the days or only how much each gave."""
    public = MASKED if is_dated else [["2020年1月捐款公示"], *(row[1:] for row in MASKED)]
    file = workbook(tmp_path / "a.xlsx", {"明细": [HEADINGS, *month(1)], "公示": public})
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert "what sheet “明细” says stands in 公示 too" in answer.err
    assert desk.read("ledger") == []


def test_other_people_with_stars_are_others(desk: Desk, tmp_path: Path) -> None:
    other: Rows = [MASKED[0], ["2020-01-01", "赵*", 100], ["2020-01-02", "*芳", 50]]
    assert (
        desk.run(f"import {workbook(tmp_path / 'a.xlsx', {'一组': [HEADINGS, *month(1)], '二组': other})} --yes").code
        == 0
    )
    assert len(desk.read("ledger")) == len(GIVERS) + 2


def test_stars_of_another_month_are_of_other_gifts(desk: Desk, tmp_path: Path) -> None:
    """By the days of their titles."""
    parts: dict[str, Rows] = {
        "2月": [["2020年2月捐款"], ["捐款人", "金额"], ["李*", 100], ["王*", 50]],
        "3月": [["2020年3月捐款"], ["捐款人", "金额"], ["李华", 100], ["王芳", 50]],
    }
    assert desk.run(f"import {workbook(tmp_path / 'a.xlsx', parts)} --yes").code == 0
    assert len(desk.read("ledger")) == 4


CAME: Rows = [
    ["日期", "捐赠人", "物资", "数量"],
    ["2020-02-01", "甲公司", "大米", "50袋"],
    ["2020-02-02", "李华", "大米", "10袋"],
]


def given_on(*rows: list[Any], who: str = "领取单位", source: str = "物资来源") -> Rows:
    return [["日期", who, "物资", "数量", source], *rows]


def test_hand_outs_that_say_whose_gift_they_were_are_not_booked_twice(desk: Desk, tmp_path: Path) -> None:
    """What is said to do does what is meant."""
    went = given_on(
        ["2020-02-05", "东湖社区", "大米", "30袋", "甲公司"], ["2020-02-06", "西湖社区", "大米", "10袋", "李华"]
    )
    file = workbook(tmp_path / "a.xlsx", {"接收": CAME, "发放": went})
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert "sheet “发放” says again who gave what 接收 says came in" in answer.err
    assert desk.read("ledger") == []
    assert desk.run(f"import {file} --sheet 接收 --yes").code == 0
    assert desk.run(f"import {file} --sheet 发放 --map 物资来源=- --yes").code == 0
    types = [row["type"] for row in desk.read("ledger")]
    assert types == ["receipt"] * 2 + ["distribution"] * 2


@pytest.mark.parametrize(
    "went",
    [
        given_on(
            ["2020-02-05", "东湖社区", "大米", "60袋", "甲公司"], ["2020-02-06", "西湖社区", "大米", "10袋", "李华"]
        ),
        given_on(
            ["2020-02-05", "东湖社区", "面粉", "30袋", "甲公司"], ["2020-02-06", "西湖社区", "大米", "10袋", "李华"]
        ),
        given_on(["2020-02-05", "一院", "大米", "30袋", "甲公司"], who="受赠单位", source="捐赠单位"),
    ],
    ids=["more than came", "what never came", "straight through"],
)
def test_what_others_gave_straight_through_is_no_hand_out(desk: Desk, tmp_path: Path, went: Rows) -> None:
    name = "发放" if went[0][1] == "领取单位" else "定向捐赠"
    assert desk.run(f"import {workbook(tmp_path / 'a.xlsx', {'接收': CAME, name: went})} --yes").code == 0
    assert len(desk.read("ledger")) == len(CAME) + len(went) - 2


def unnamed(*names: str) -> dict[str, Rows]:
    """A sheet for each, of money that came on days of its own, and nobody who gave it."""
    return {
        name: [["捐款明细"], ["日期", "金额", "用途"], [f"2020-01-0{day}", 10 * day, "助学"]]
        for day, name in enumerate(names, 1)
    }


@pytest.mark.parametrize("names", [("李华", "王小芳"), ("李华", "江城市第一中学")])
def test_sheets_called_after_who_gave_are_asked_about(desk: Desk, tmp_path: Path, names: tuple[str, str]) -> None:
    """What is said to do does what is meant."""
    file = workbook(tmp_path / "a.xlsx", unnamed(*names))
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert f"the sheets {'、'.join(names)} list, and they are called after somebody" in answer.err
    assert desk.read("ledger") == []
    for name in names:
        assert desk.run(f"import {file} --sheet {name} --donor {name} --yes").code == 0
    assert [row["donor"] for row in desk.read("ledger")] == list(names)


@pytest.mark.parametrize(
    "names",
    [
        ("微信", "现金"),
        ("1月", "2月"),
        ("助学", "李华"),
        ("高一", "高二"),
        ("周一", "周二"),
        ("武汉", "黄冈"),
        ("江西", "安徽"),
    ],
)
def test_sheets_called_otherwise_are_of_nobody(desk: Desk, tmp_path: Path, names: tuple[str, str]) -> None:
    assert desk.run(f"import {workbook(tmp_path / 'a.xlsx', unnamed(*names))} --yes").code == 0
    assert len(desk.read("ledger")) == len(names)


def test_gifts_worked_out_from_a_sheet_that_lists_none_are_asked_about(desk: Desk, tmp_path: Path) -> None:
    """They are no sums of what is read there; --sheet takes them."""
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        gifts, notes = book.add_worksheet("捐款"), book.add_worksheet("小额")
        for at, row in enumerate([["日期", "捐款人", "金额"], ["2020-01-01", "李华", 100], ["2020-01-02", "业主群"]]):
            gifts.write_row(at, 0, row)
        gifts.write_formula("C3", "=SUM(小额!B2:B3)", None, 30.5)
        notes.write_column(0, 1, ["接龙截图", 20, 10.5])
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert "rows of the sheet “捐款” (1) are worked out from other sheets, which list no gifts" in answer.err
    assert desk.read("ledger") == []
    assert desk.run(f"import {file} --sheet 捐款 --yes").code == 0
    assert [row["received"] for row in desk.read("ledger")] == ["100", "30.5"]


def test_hand_outs_that_say_when_it_came_are_not_booked_twice(desk: Desk, tmp_path: Path) -> None:
    """With a day of its own for each; what is said to do does what is meant."""
    went: Rows = [
        ["接收日期", "捐赠人", "物资", "数量", "发放日期", "领取单位"],
        ["2020-02-01", "甲公司", "大米", "30袋", "2020-02-05", "东湖社区"],
        ["2020-02-01", "甲公司", "大米", "20袋", "2020-02-06", "西湖社区"],
    ]
    file = workbook(tmp_path / "a.xlsx", {"接收": CAME, "发放": went})
    answer = desk.run(f"import {file} --yes")
    assert answer.code == 1
    assert "sheet “发放” says again who gave what 接收 says came in" in answer.err
    assert desk.read("ledger") == []
    assert desk.run(f"import {file} --sheet 接收 --yes").code == 0
    assert desk.run(f"import {file} --sheet 发放 --map 捐赠人=- --yes").code == 0
    days = [(row["type"], row["date"]) for row in desk.read("ledger")][2:]
    assert days == [("distribution", "2020-02-05"), ("distribution", "2020-02-06")]
