"""Lines that name the part of a body, 第一支部：, above the gifts of its members. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.row_reasons import SECTION_LOST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第一支部：", "第二支部："),
        ("一班", "二班"),
        ("第一小组（3人）", "第二小组"),
        ("Team A:", "Grade 5 (12 pupils):"),
    ],
)
def test_a_line_that_names_a_part_says_that_it_is_not_kept(one: str, other: str) -> None:
    """Nothing said that 第一支部 was lost, and Team A: was a gift without its amount."""
    head, name = ("Name,Amount,Date", ("Ann Lee", "Bob May")) if one.isascii() else ("姓名,金额,日期", ("李华", "王芳"))
    for number in ("", "1"):  # the line stands in the column of names, or in that of numbers
        front = "No.," if number and one.isascii() else "序号," if number else ""
        first, second = (f"{number}{',' if number else ''}{each},5,2020-02-03" for each in name)
        lines = told(f"{front}{head}\n{one},,\n{first}\n{other},,\n{second}\n").splitlines()[1:]
        assert [line.split(" ", 1)[1].split(" ", 1)[0] for line in lines] == ["-", "receipt", "-", "receipt"]
        assert sum(SECTION_LOST in line for line in lines) == 2
