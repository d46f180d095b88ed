"""The total below the last of several tables of a page, which counts all of them. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk

PAGES = [[("李华", "200"), ("王芳", "300.50")], [("甲公司", "1000")], [("赵敏", "99.50"), ("合计", "1600")]]


def day(who: str) -> str:
    """The day of a gift; a total has none."""
    return "" if "计" in who else "2022-06-03"


def page(tables: list[list[tuple[str, str]]], between: str = "<p>第1页 共3页</p>") -> str:
    """A page of tables with the same headings."""
    head = "<tr><th>姓名</th><th>日期</th><th>捐款金额（元）</th></tr>"
    made = [
        f"<table>{head}{''.join(f'<tr><td>{who}</td><td>{day(who)}</td><td>{much}</td></tr>' for who, much in rows)}</table>"
        for rows in tables
    ]
    return f"<html><meta charset=utf-8><body><p>捐款公示（2022年6月3日）</p>{between.join(made)}</body></html>"


def markdown(tables: list[list[tuple[str, str]]]) -> str:
    """The same in Markdown."""
    head = "| 姓名 | 日期 | 捐款金额（元） |\n|---|---|---|\n"
    made = [head + "".join(f"| {who} | {day(who)} | {much} |\n" for who, much in rows) for rows in tables]
    return "# 捐款公示（2022年6月3日）\n\n" + "\n第1页\n\n".join(made)


@pytest.mark.parametrize(("name", "text"), [("a.html", page(PAGES)), ("a.md", markdown(PAGES))])
def test_a_list_over_several_tables_has_its_total_below_the_last(
    desk: Desk, tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    desk.do(f"import {path} --yes")
    [row] = desk.read("totals --by item")
    assert row["received"] == "1600"
    desk.do(f"import {path} --yes")
    assert len(desk.read("ledger")) == 4


def test_a_total_that_is_neither_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page([*PAGES[:2], [("赵敏", "99.50"), ("合计", "1500")]]))
    answer = desk.run(f"import {path} --yes")
    assert answer.code == 65
    assert "as the stated total" in " ".join(answer.out.split() + answer.err.split())


def test_each_table_may_have_its_own_total(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    own = [[("李华", "200"), ("合计", "200")], [("王芳", "300"), ("赵敏", "5"), ("合计", "305"), ("总计", "505")]]
    path.write_text(page(own))
    desk.do(f"import {path} --yes")
    [row] = desk.read("totals --by item")
    assert row["received"] == "505"
