"""Totals that a page or a text says in a line below its table: they were not held against the rows."""

from pathlib import Path

import pytest
from harness.tables import told
from papers import cells, read, written

PIPES = "# 捐款\n\n| 姓名 | 金额 |\n|---|---|\n| 李华 | 100 |\n| 王芳 | 200 |\n\n"
PAGE = "<h2>捐款</h2><table><tr><td>姓名</td><td>金额</td></tr><tr><td>李华</td><td>100</td></tr></table>"


def _last(tmp_path: Path, name: str, text: str) -> list[str]:
    return cells(written(tmp_path / name, text))[-1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("合计：300 元", "合计：300 元"),
        ("> 共计 2 人，总计 300 元", "共计 2 人，总计 300 元"),
        ("- **合计**：300 元", "合计：300 元"),
        ("以上共计 300 元，感谢大家！", "以上共计 300 元，感谢大家！"),
    ],
)
def test_a_line_below_the_only_table_that_is_its_total(tmp_path: Path, line: str, said: str) -> None:
    assert _last(tmp_path, "a.md", PIPES + line + "\n") == [said]
    assert _last(tmp_path, "a.html", f"{PAGE}<p>{said}</p>") == [said]


@pytest.mark.parametrize(
    "text",
    [
        PIPES + "累计收到 8000 元\n",  # of more than the table
        PIPES + "## 支出\n\n合计：500 元\n",  # of another section
        PIPES + "支出\n----\n合计：500 元\n",
        PIPES.rstrip() + "\n---\n合计：500 元\n",
        PIPES + "每一份支持\n\n都记在这里\n\n谢谢大家\n\n合计：300 元\n",  # too far off
        PIPES + "合计见公众号\n",
        PIPES + "人均 150 元，合计约 300 元\n",
        PIPES + "总计支出 150 元\n",
        PIPES + "总计目标：5000 元\n",
        PIPES + "总计：微信 100 元，支付宝 200 元\n",
        PIPES + "合计 150 元用于购买口罩\n",
        PIPES + "总计捐款 1300 元（含历史捐款）\n",
    ],
)
def test_what_may_be_of_something_else_is_no_row(tmp_path: Path, text: str) -> None:
    assert _last(tmp_path, "a.md", text) == ["王芳", "200"]


def test_below_several_tables_a_total_may_be_of_all(tmp_path: Path) -> None:
    texts = {"a.md": PIPES + PIPES + "合计：600 元\n", "a.html": f"{PAGE}{PAGE}<p>合计：200 元</p>"}
    found = [read(written(tmp_path / name, text))["2"][-1][1] for name, text in texts.items()]
    assert found == [["王芳", "200"], ["李华", "100"]]


def test_such_a_total_has_the_number_of_its_line(tmp_path: Path) -> None:
    assert read(written(tmp_path / "a.md", PIPES + "合计：300 元\n"))[None][-1][0] == 8
    assert read(written(tmp_path / "a.html", f"{PAGE}<p>合计：100 元</p>"))[None][-1][0] == 4


@pytest.mark.parametrize(
    ("headings", "rows", "sums"),
    [
        ("序号,捐赠人,金额", ("1,李华,100", "2,王芳,200", "2人,,300"), {4}),
        ("序号,捐赠人,金额", ("1,李华,100", "2,王芳,200", "共2筆,,300"), {4}),
        ("姓名,金额,编号", ("李华,100,1", "王芳,200,2", ",300,2人"), {4}),
        ("班级,姓名,金额", ("一班,李华,100", "一班,王芳,200", "2人,,300"), {4}),
        ("班级,姓名,金额", ("一班,李华,100", "一班,王芳,200", "一班2人,,300", "二班,张三,50", "1人,,50"), {4, 6}),
    ],
)
def test_how_many_gave_where_a_number_or_a_class_belongs_is_a_total(
    headings: str, rows: tuple[str, ...], sums: set[int]
) -> None:
    """Beside nobody's name, and the sum of those above: it was a gift of nobody's."""
    read = told("\n".join([headings, *rows]) + "\n", "2020-02-29").split("\n")
    totals = {int(line.split()[0]) for line in read if line.endswith(("- a total", "- a subtotal"))}
    assert totals == sums
    assert sum("receipt" in line for line in read) == len(rows) - len(sums)


def test_what_a_class_of_so_many_gave_is_a_gift() -> None:
    """Another amount than the sum; and where a name stands."""
    assert "3 receipt" in told("班级,姓名,金额\n一班,李华,100\n二班30人,,260\n", "2020-02-29")
    assert "donor=二班30人" in told("序号,捐赠人,金额\n1,李华,100\n2,二班30人,100\n", "2020-02-29")


@pytest.mark.parametrize(
    "text",
    [
        "单位,姓名,金额\n甲公司12人,,500\n乙公司8人,,500\n丙公司,李华,100\n",
        "班级,姓名,金额\n一班,李华,100\n二班5人,,100\n三班,王芳,5\n",
        "班级,姓名,金额\n一班,李华,100\n二班1人,,100\n",
        "人数,姓名,金额\n2人,,100\n3人,,100\n1人,李华,50\n",
        "班级,姓名,金额\n一班,李华,100\n一班,王芳,200\n二班30人,,300\n",
    ],
)
def test_so_many_people_who_gave_as_much_as_those_above_gave_it(text: str) -> None:
    """The second of two gifts of one amount was passed over as the subtotal of the first."""
    read = told(text, "2020-02-29").splitlines()[1:]
    assert all(" receipt " in line for line in read), read
