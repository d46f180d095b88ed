"""Lists of those who gave as much: lines (壹万元：张三、李四) and tables of levels. All names and figures are invented."""

import io
from pathlib import Path

import pytest
from harness.tables import settings, told, told_of
from xlsxwriter import Workbook

from donations.importers.columns.each_or_all import EACH_OR_ALL
from donations.importers.columns.promises import PROMISES
from donations.importers.files import sheets
from donations.importers.rows.each_party import TOGETHER
from donations.importers.sheet import Opening
from donations.importers.tables import tables
from donations.importers.words.cells import MONEY_AND_GOODS, MONEY_WANTED
from donations.importers.words.level_lines import LONGEST, levels_of

TITLE = "2020年2月3日捐款名单\n"


def lines_of(path: Path) -> list[str]:
    return [
        line
        for sheet in sheets(path, Opening())
        for table in tables(sheet, settings())
        if table.layout == "table"
        for line in told_of(table)
    ]


def levels(folder: Path, text: str, suffix: str = ".txt") -> list[str]:
    """What a text is understood as, without its line of headings."""
    path = folder / f"榜{suffix}"
    path.write_text(text, encoding="utf-8")
    return lines_of(path)[1:]


def given(row: int, yuan: int, *names: str) -> list[str]:
    return [f"{row} receipt (2020-02-03) donor={name}: CNY {yuan}元 [{yuan}CNY]" for name in names]


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".md"])
def test_each_of_those_named_on_a_line_gave_as_much(tmp_path: Path, suffix: str) -> None:
    text = TITLE + "壹万元：周明、吴静、郑强\n5000元（2人）：王芳 李华夫妇\n合计：40000元\n某某村委会\n2020年2月5日\n"
    found = levels(tmp_path, text, suffix)
    assert found[:5] == [*given(2, 10000, "周明", "吴静", "郑强"), *given(3, 5000, "王芳", "李华夫妇")]
    assert found[5:] == ["4 - a total", "5 - words below the table", "6 - words below the table", "= 40000 in row 4"]


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "100元：周明、吴静；50元：郑强,王芳\n",
        TITLE + "100元：周明、吴静。\n50元：郑强；王芳。\n",
        TITLE + "- **100元**：周明、吴静\n- 【50元】：郑 强、王芳\n",
        "爱心公示 2020年2月3日\n捐款100元的有：周明、吴静；\n捐款50元的有：郑强、王芳。\n",
    ],
)
def test_levels_are_written_in_many_ways(tmp_path: Path, text: str) -> None:
    found = [line.partition(" ")[2] for line in levels(tmp_path, text)]
    told_each = [*given(0, 100, "周明", "吴静"), *given(0, 50, "郑强", "王芳")]
    assert found == [line.partition(" ")[2] for line in told_each]


def test_a_cell_of_lines_is_read_in_a_workbook(tmp_path: Path) -> None:
    held = io.BytesIO()
    with Workbook(held) as workbook:
        workbook.add_worksheet().write_string(0, 0, TITLE + "100元：周明、吴静\n50元：郑强")
    path = tmp_path / "a.xlsx"
    path.write_bytes(held.getvalue())
    assert lines_of(path)[1:] == [*given(1, 100, "周明", "吴静"), *given(1, 50, "郑强")]


@pytest.mark.parametrize(
    "line",
    [
        "50元（3人）：郑强、王芳",
        "50元：郑强等5人",
        "50元：郑强13812345678、王芳",
        "50元：全体党员",
        "郑强、王芳",
        "郑强",
        "50元：郑强 口罩5个",
        "50元：郑强/王芳",
        "50元：郑强。王芳",
        "50元以上",
        "其他：3人",
    ],
)
def test_a_line_that_may_name_others_is_refused(tmp_path: Path, line: str) -> None:
    found = levels(tmp_path, f"{TITLE}100元：周明、吴静\n{line}\n20元：李华\n")
    wanted = MONEY_AND_GOODS if "口罩" in line else MONEY_WANTED
    assert found == [*given(2, 100, "周明", "吴静"), f"3 ! 捐款金额: {wanted} ({line})", *given(4, 20, "李华")]


@pytest.mark.parametrize(
    "text",
    [
        "捐款回馈 2020年2月\n捐款100元：赠徽章、明信片\n捐款500元：赠纪念册、感谢信\n",
        "爱心款发放名单 2020年2月\n1000元：周明、吴静\n500元：郑强、王芳\n",
        "捐款活动报销 2020年2月\n1000元：周明、吴静\n500元：郑强、王芳\n",
        "获奖名单 2020年2月3日\n1000元：周明、吴静\n500元：郑强、王芳\n",
        "捐款说明\n账号：1234，电话：138\n100元：请联系周明\n",
        TITLE + "100元：周明、吴静\n",
    ],
)
def test_lines_that_list_no_givers_are_none(tmp_path: Path, text: str) -> None:
    assert levels(tmp_path, text) == []


def test_words_in_brackets_among_levels_are_a_note(tmp_path: Path) -> None:
    """（排名不分先后） was booked as a thing that nobody named had given."""
    found = levels(tmp_path, f"{TITLE}100元：周明、吴静\n（排名不分先后）\n--------\n20元：李华\n")
    assert [line for line in found if " - " not in line] == [*given(2, 100, "周明", "吴静"), *given(5, 20, "李华")]


def test_promises_by_level_are_refused(tmp_path: Path) -> None:
    found = levels(tmp_path, "认捐名单 2020年2月3日\n100元：周明、吴静\n50元：郑强\n")
    assert all(PROMISES in line for line in found)


def test_hostile_lines_are_read_at_once() -> None:
    for line in (
        "一" * 19_000,
        "1元：" + "一" * 19_000,
        "1元：" + "、" * 19_000,
        "1元：" + "各" * 19_000,
        "：" * LONGEST,
    ):
        assert all(not level.names or len(level.names) == 1 for level in levels_of(line))


EACH = [
    "2 receipt 2020-02-03 donor=周明: CNY 1000元 + receipt 2020-02-03 donor=吴静: CNY 1000元 [2000CNY]",
    "3 receipt 2020-02-03 donor=郑强: CNY 500元 [500CNY]",
]


@pytest.mark.parametrize(
    "text",
    [
        "档次,名单,日期\n壹仟元,周明、吴静,2020-02-03\n500元,郑强,2020-02-03\n",
        "每人捐款金额,捐款人,日期\n1000,周明、吴静,2020-02-03\n500,郑强,2020-02-03\n",
        "金额（元/人）,人数,名单,日期\n1000,2,周明、吴静,2020-02-03\n500,1,郑强,2020-02-03\n",
        "金额（元）,名单,小计,日期\n1000,周明、吴静,2000,2020-02-03\n500,郑强,500,2020-02-03\n",
        "金额,名单,日期\n各壹仟元,周明、吴静,2020-02-03\n500,郑强,2020-02-03\n",
        "捐款人,金额,日期\n周明、吴静,各人民币1000元,2020-02-03\n郑强,500,2020-02-03\n",
    ],
)
def test_each_of_those_in_a_cell_gave_as_much(text: str) -> None:
    assert told(text).splitlines()[1:] == EACH


def test_whether_each_gave_or_all_together_is_asked_about() -> None:
    """1000 beside three names of a list may be either: it was one gift of all three."""
    text = "捐款金额,人数,名单,日期\n{},2,周明、吴静,2020-02-03\n500,1,郑强,2020-02-03\n"
    assert EACH_OR_ALL in told(text.format("1000"))
    assert told(text.format("各1000元")).splitlines()[1:] == EACH
    assert "donor=周明、吴静: CNY 1000元" in told(text.format("共1000元"))
    together = "捐款人,金额,日期\n周明、吴静,1000,2020-02-03\n郑强,500,2020-02-03\n"
    assert "donor=周明、吴静: CNY 1000元" in told(together)
    summed = "金额,名单,合计,日期\n1000,周明、吴静,1000,2020-02-03\n500,郑强、李华,500,2020-02-03\n"
    assert "donor=周明、吴静: CNY 1000元" in told(summed)


@pytest.mark.parametrize(
    "text",
    [
        "级别,姓名,电话\n5,周明,138\n6,吴静,139\n",
        "奖学金发放名单,\n档次,名单\n1000元,周明、吴静\n",
        "会员级别,姓名,日期\n500元档,周明,2020-02-03\n",
    ],
)
def test_levels_of_other_things_are_no_amounts(text: str) -> None:
    assert "receipt" not in told(text, day="2020-02-03")


@pytest.mark.parametrize("amount", ["各EUR 500", "各若干"])
def test_an_amount_of_each_that_nobody_can_part_is_refused(amount: str) -> None:
    """It was one gift of all of them."""
    assert f"! 金额: {TOGETHER} ({amount})" in told(f"捐款人,金额,日期\n周明、吴静,{amount},2020-02-03\n")
    assert "EUR 500欧元 + receipt" in told("捐款人,金额,日期\n周明、吴静,各€500,2020-02-03\n")
