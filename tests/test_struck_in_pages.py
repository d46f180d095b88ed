"""What is struck through in a page or in a list in Markdown, by elements, styles and signs."""

from pathlib import Path

import papers
import pytest
from test_struck_through import understood

HTML = """<style>.x, td.y {{color: red; text-decoration: line-through}} .z td {{ text-decoration-line:line-through; }} .no {{text-decoration:none}} .v_1-a {{text-decoration:line-through}}</style>
<table><tr><th>日期</th><th>姓名</th><th>金额</th><th>备注</th></tr>{}<tr><td>2020-02-09</td><td>李华</td><td>5</td></tr></table>"""
AS_A_WHOLE = [
    "<tr><td><s>2020-02-01</s></td><td><del>王芳</del></td><td><strike>50</strike></td><td>作废</td></tr>",
    "<tr style='text-decoration:line-through'><td>2020-02-01<td>王芳<td>50",
    "<tr class='x'><td>2020-02-01</td><td>王芳</td><td>50</td></tr>",
    "<tr class='v_1-a'><td>2020-02-01</td><td>王芳</td><td>50</td></tr>",
    "<tr class='no z'><td>2020-02-01</td><td>王芳</td><td>50</td></tr>",
    "<tr><td class='y'>2020-02-01</td><td style='TEXT-DECORATION: underline LINE-THROUGH red'>王芳</td><td class='a x'>50</td></tr>",
    "<tr><td><font class='x'>2020-02-01</font><td><s><b>王<br>芳</b></s><td><s>50",
]


@pytest.mark.parametrize("row", AS_A_WHOLE)
def test_rows_of_pages(tmp_path: Path, row: str) -> None:
    """Elements, styles and classes say it; what stands behind such a row isn't struck through, whatever nobody ended."""
    lines = understood(papers.written(tmp_path / "a.html", HTML.format(row)))
    assert lines == ["2 - struck through", "3 receipt 2020-02-09 donor=李华: CNY 5元 [5CNY]"]


@pytest.mark.parametrize(
    "cell",
    [
        "<s>500</s>300",
        "<del>500</del><ins>300</ins>",
        "<span style='text-decoration:line-through'>500</span> 300",
        "<s>5<b>0</b>0</s><br>300",
        "<span class='x'><span>50</span>0</span>300",
        "<p class='x'>500</p><p>300</p>",
    ],
)
def test_parts_of_a_cell_of_a_page(tmp_path: Path, cell: str) -> None:
    """They were read as 500,300."""
    row = f"<tr><td>2020-02-01</td><td>王芳</td><td>{cell}</td></tr>"
    lines = understood(papers.written(tmp_path / "a.html", HTML.format(row)))
    assert lines[0] == "2 receipt 2020-02-01 donor=王芳: CNY 300元 [300CNY]"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("~~2020-02-01~~ | ~~王芳~~ | ~~50~~", "- struck through"),
        (
            "**~~2020-02-01~~** | <del>王芳</del> | <span style='text-decoration:line-through'>50</span>",
            "- struck through",
        ),
        ("2020-02-01 | 王芳 | ~~500~~ 300", "receipt 2020-02-01 donor=王芳: CNY 300元 [300CNY]"),
        ("2020-02-01 | 王芳 | <s>500</s>300", "receipt 2020-02-01 donor=王芳: CNY 300元 [300CNY]"),
        ("2020-02-01 | 王芳 | **~~500~~ 300**", "receipt 2020-02-01 donor=王芳: CNY 300元 [300CNY]"),
        ("2020-02-01 | 王芳 | <span class='a'>300</span>", "receipt 2020-02-01 donor=王芳: CNY 300元 [300CNY]"),
        ("2020-02-01 | 王~芳~~ | 300", "receipt 2020-02-01 donor=王~芳~~: CNY 300元 [300CNY]"),
    ],
)
def test_markdown(tmp_path: Path, row: str, said: str) -> None:
    file = papers.written(tmp_path / "a.md", f"| 日期 | 姓名 | 金额 |\n|---|---|---|\n| {row} |\n")
    assert understood(file) == [f"3 {said}"]


def test_a_cell_of_markdown_that_is_struck_through_alone_is_asked_about(tmp_path: Path) -> None:
    file = papers.written(tmp_path / "a.md", "| 日期 | 姓名 | 金额 |\n|---|---|---|\n| 2020-02-01 | 王芳 | ~~500~~ |\n")
    assert understood(file)[0].startswith("3 ! 金额: a row that is struck through as a whole or not at all")
