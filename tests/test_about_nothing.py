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


@pytest.mark.parametrize(
    "limits",
    ["--city 吉安市", "--item 护目镜", "--by donor --party 王芳", "--by purpose --purpose 抗疫", "--party 王芳"],
)
def test_totals_of_what_is_not_there_do_not_come_to_nothing(chinese: Desk, limits: str) -> None:
    """Where nothing was recorded of a city, an item, a party or a purpose, but of others, all totals were said to be 0."""
    recorded(chinese, "receive 王芳 护目镜5个 --for 抗疫 --city 南昌市 --date 2020-03-01", *EXACTLY_BACK)
    said = chinese.do(f"totals {limits} --month 2020-04 --format table").out
    assert "没有记录" in said
    assert "各项合计都是 0" not in said


def test_a_known_loss_beside_what_nobody_counted_is_no_plus_and_minus(chinese: Desk) -> None:
    """Some money that nobody counted, of which 100 yuan were given back."""
    recorded(
        chinese, "receive 丙公司有限公司 若干元 --date 2020-04-01", "adjust opening 500元 --date 2020-04-01",
        "refund 丙公司有限公司 100元 --date 2020-04-02",
    )  # fmt: skip
    said = chinese.do("statement 丙公司有限公司 --format table").out
    assert "不详-100.00 元" in said
    assert "“不详-”后面是" in said


OVER_CITIES = (
    "receive 甲公司有限公司 口罩100个 500元 --city 九江市 --date 2020-02-01", "refund 甲公司有限公司 口罩100个 --city 吉安市 --date 2020-02-02",
    "receive 乙公司有限公司 100美元 --city 九江市 --date 2020-02-03", "refund 乙公司有限公司 100美元 --city 九江市 --date 2020-02-04",
)  # fmt: skip


@pytest.mark.parametrize("limits", ["", "--purpose 防疫"])
def test_what_evens_out_over_groups_has_a_total_of_0(chinese: Desk, tmp_path: Path, limits: str) -> None:
    """Added up by the kept sums or by the lines; what evens out within each group has no row, and none below."""
    purpose = " --for 防疫" if limits else ""
    recorded(chinese, *(f"{line}{purpose}" for line in OVER_CITIES))
    for name in sorted(PAPER):
        path = tmp_path / f"totals.{name}"
        chinese.do(f"totals --by city {limits} -o {path}")
        rows = paper_rows(path)
        assert column(rows, "品名") == ["资金", "口罩", "口罩", "资金", "口罩"]
        assert column(rows, "受赠") == ["500.00", "100", "-100", "500.00", "0"]
    [table] = chinese.do(f"totals --by city {limits} --format json").json["tables"]
    assert [(row["item"], row["received"], row["certainty"]) for row in table["totals"]] == [("CNY", "500", "exact"), ("口罩", "0", "exact")]  # fmt: skip


def test_one_figure_of_several_that_evens_out_is_0_in_the_total(chinese: Desk, tmp_path: Path) -> None:
    recorded(
        chinese,
        *OVER_CITIES,
        "adjust opening 口罩50个 --date 2020-02-01",
        "distribute 九江市第一医院 口罩20个 --date 2020-02-05",
    )
    chinese.do(f"totals --by city -o {tmp_path / 'totals.md'}")
    rows = paper_rows(tmp_path / "totals.md")
    assert (column(rows, "受赠")[-1], column(rows, "发放")[-1], column(rows, "调整")[-1]) == ("0", "20", "50")


def test_an_issue_has_the_total_of_what_evens_out(chinese: Desk) -> None:
    recorded(chinese, *OVER_CITIES)
    issue = chinese.do("publish 2020-02 --dry-run --format table").out
    totals = [line.split() for line in issue.splitlines() if line.split()[-2:] in (["个", "0"], ["0", "美元"])]
    assert totals[:2] == [["0", "美元"], ["合计", "口罩", "个", "0"]]


def test_a_pile_of_about_nothing_is_on_hand(chinese: Desk, tmp_path: Path) -> None:
    """As in the month's closing; an exact count of none takes it away."""
    recorded(
        chinese,
        "receive 甲公司有限公司 约50斤蔬菜 --date 2020-02-01",
        "distribute 九江市第一医院 约50斤蔬菜 --date 2020-02-02",
    )
    for name in sorted(PAPER):
        path = tmp_path / f"stock.{name}"
        chinese.do(f"stock -o {path}")
        assert column(paper_rows(path), "结存") == ["约0"]
    assert "约0 斤" in chinese.do("month 2020-02 --format table").out.split("流水")[0].split("结存")[-1]
    assert [(row["on_hand"], row["certainty"]) for row in chinese.read("stock")] == [("0", "about")]
    recorded(chinese, "adjust count 0斤蔬菜 --date 2020-02-03")
    assert chinese.read("stock") == []
