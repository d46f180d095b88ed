"""Pages of HTML in which one table is parted: where a printed page ended, or a head that stays in sight."""

from pathlib import Path

import pytest
from papers import read, written


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


HEAD = _row("序号", "姓名", "金额（元）")


@pytest.mark.parametrize("between", ["", "<p>&nbsp;</p>", "<p>（续）</p>", "<p>第 2 页 共 3 页</p>", "<p>续表</p>"])
def test_a_table_goes_on_in_the_next_that_has_no_headings(tmp_path: Path, between: str) -> None:
    """The rows of both are those of one table, numbered on."""
    page = f"<p>捐款名单</p><table>{HEAD}{_row('1', '甲一', '100')}</table>{between}<table>{_row('2', '乙二', '')}{_row('', '合计', '300')}</table>"
    rows = [["捐款名单"], ["序号", "姓名", "金额（元）"], ["1", "甲一", "100"], ["2", "乙二"], ["", "合计", "300"]]
    assert read(written(tmp_path / "page.html", page)) == {None: list(enumerate(rows, 1))}


def test_a_head_that_stays_in_sight_is_that_of_the_rows(tmp_path: Path) -> None:
    """Programs show the headings in a table of their own, whose rows scroll in another."""
    page = f"<div><div><table>{HEAD}</table></div><div><table>{_row('1', '甲一', '100')}</table></div></div>"
    assert read(written(tmp_path / "page.html", page)) == {
        None: [(1, ["序号", "姓名", "金额（元）"]), (2, ["1", "甲一", "100"])]
    }


@pytest.mark.parametrize(
    "further",
    [
        f"<p>二、支出</p><table>{_row('2', '乙二', '200')}</table>",  # of something else
        f"<table>{_row('2', '200')}</table>",  # of another width
        f"<table>{HEAD}{_row('2', '乙二', '200')}</table>",  # with headings of its own
        f"<table>{_row('制表', '王会计', '审核')}</table>",  # without any figure
    ],
)
def test_another_table_stays_one(tmp_path: Path, further: str) -> None:
    """What may be of something else isn't put to the rows above."""
    page = f"<table>{HEAD}{_row('1', '甲一', '100')}</table>{further}"
    assert list(read(written(tmp_path / "page.html", page))) == ["1", "2"]


def test_tables_without_headings_stay_apart(tmp_path: Path) -> None:
    """Where the first has none either, nobody can tell that they are one."""
    page = f"<table>{_row('甲一', '100')}</table><table>{_row('乙二', '200')}</table>"
    assert list(read(written(tmp_path / "page.html", page))) == ["1", "2"]


def test_the_year_above_an_earlier_table_is_that_of_the_days_below_a_later_one(tmp_path: Path) -> None:
    """7月24日 in the second table of 2021年防汛捐赠公示 is of 2021, until another year is said, or two are."""
    table = f"<table>{_row('日期', '捐赠人', '金额')}{_row('7月24日', '甲一', '100')}</table>"
    said = ("2021年防汛捐赠公示", "捐物", "2022年", "支出", "2022年及2023年", "其他")
    page = "".join(f"<h2>{words}</h2>{table}" for words in said)
    found = read(written(tmp_path / "page.html", page))
    assert [[row[0] for _, row in rows[:-2]] for rows in found.values()] == [
        ["2021年防汛捐赠公示"], ["2021年", "捐物"], ["2022年"], ["2022年", "支出"], ["2022年及2023年"], ["其他"],
    ]  # fmt: skip
    assert [rows[-1][0] for rows in found.values()] == [3, 3, 3, 3, 3, 3]  # what was said before has no number here


@pytest.mark.parametrize(
    "menu",
    [
        "支出公示 | 联系我们",
        "<a>支出公示</a><br><a>联系我们</a>",
        "<a>首页</a> <a>支出公示</a>",
        "上一篇：2021年物资发放公示",
    ],
)
def test_a_menu_in_such_a_table_is_no_title(tmp_path: Path, menu: str) -> None:
    page = f"<p>2019年捐款名单</p><table><tr><td>{menu}<table>{HEAD}{_row('1', '甲一', '100')}</table></table>"
    assert [row for _, row in read(written(tmp_path / "page.html", page))["1"]][:2] == [
        ["2019年捐款名单"],
        ["序号", "姓名", "金额（元）"],
    ]


def test_a_title_in_a_table_that_lays_the_page_out(tmp_path: Path) -> None:
    """What its cell says stands above the table in it; what stands beside and behind that is none of it, nor its rows a part of it."""
    head, rows = _row("姓名", "金额（元）"), _row("甲一", "100")
    page = (
        "<table><tr><td>首页<td><p>2019年捐款名单（第1期）</p><table>"
        f"{head}{rows}</table><p>2020年捐款名单（第2期）</p><table>{head}{rows}</table>完</table>"
    )
    found = read(written(tmp_path / "page.html", page))
    assert [[row for _, row in found[name]] for name in ("1", "2")] == [
        [["2019年捐款名单（第1期）"], ["姓名", "金额（元）"], ["甲一", "100"]],
        [["2020年捐款名单（第2期）"], ["姓名", "金额（元）"], ["甲一", "100"]],
    ]
    assert found["3"][-1][1][0] == "首页"
