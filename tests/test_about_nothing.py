"""What nets to nothing, and what is below it: read as it is in every report and format."""

from pathlib import Path

import pytest
from conftest import Desk
from paper import PAPER
from test_figures import paper_rows

ROUGHLY_BACK = (
    "receive 丙公司有限公司 500元 --date 2020-03-01 --sort organisation", "distribute 九江市第一医院 100元 --date 2020-03-02",
    "distribute 九江市第三人民医院 约100元 --date 2020-04-01", "return 九江市第一医院 100元 --date 2020-04-02",
)  # fmt: skip
EXACTLY_BACK = (
    "receive 丙公司有限公司 口罩100个 --date 2020-04-01",
    "refund 丙公司有限公司 口罩100个 --date 2020-04-02",
)


@pytest.fixture
def chinese(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty book, read in Chinese."""
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    return desk


def recorded(desk: Desk, *lines: str) -> None:
    for line in lines:
        desk.do(f"{line} --yes --new" if "--sort" not in line else f"{line.partition(' --sort')[0]} --yes --new")


def column(rows: list[list[str]], title: str) -> list[str]:
    return [row[rows[0].index(title)] for row in rows[1:]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("totals --by item", ["约0.00"]),
        ("totals --by month", ["约0.00", "约0.00"]),
        ("totals --by city --public", ["约0.00", "约0.00"]),
        ("totals --by recipient", ["-100.00", "约100.00", "约0.00"]),
    ],
)
def test_about_nothing_is_not_nothing(chinese: Desk, tmp_path: Path, line: str, expected: list[str]) -> None:
    """Its row, its column and its total stand there, whoever adds up: the kept sums or the lines."""
    recorded(chinese, *ROUGHLY_BACK)
    for name in sorted(PAPER):  # a PDF is held against the web page
        path = tmp_path / f"totals.{name}"
        chinese.do(f"{line} --month 2020-04 -o {path}")
        assert column(paper_rows(path), "发放") == expected


@pytest.mark.parametrize("limits", ["", "--public"])
def test_a_month_with_records_has_no_summary_without(chinese: Desk, limits: str) -> None:
    """What came back from one recipient as much as roughly went to another is in the totals, and in those of the money."""
    recorded(chinese, *ROUGHLY_BACK)
    said = chinese.do(f"month 2020-04 {limits} --format table").out
    assert said.count("约0.00 元") == 3
    assert "没有记录" not in said


@pytest.mark.parametrize("line", ["month 2020-04", "totals --by donor", "totals --by item --month 2020-04"])
def test_what_evens_out_to_the_last_was_recorded(chinese: Desk, line: str) -> None:
    """No report says that nothing was recorded, or moved, where something was."""
    assert "没有记录" in chinese.do(f"{line} --format table").out
    recorded(chinese, *EXACTLY_BACK)
    said = chinese.do(f"{line} --format table").out
    assert "没有记录" not in said
    assert said.count("各项合计都是 0") == (2 if line == "month 2020-04" else 1)


def test_a_known_loss_beside_what_nobody_counted_is_no_plus_and_minus(chinese: Desk) -> None:
    """Some money that nobody counted, of which 100 yuan were given back."""
    recorded(
        chinese, "receive 丙公司有限公司 若干元 --date 2020-04-01", "adjust opening 500元 --date 2020-04-01",
        "refund 丙公司有限公司 100元 --date 2020-04-02",
    )  # fmt: skip
    said = chinese.do("statement 丙公司有限公司 --format table").out
    assert "不详-100.00 元" in said
    assert "“不详-”后面是" in said
