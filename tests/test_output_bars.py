"""Bars on a terminal: `totals --bars`."""

import io
from contextlib import closing

import pytest
from conftest import Desk

from donations.output import terminal
from donations.output.width import width
from donations.reports.selection import Selection
from donations.reports.totals import Grouping, totals
from donations.store.book import open_book


@pytest.fixture
def cities(desk: Desk) -> Desk:
    """Two cities with money and masks, one with an amount that nobody counted, one where more came back than went out."""
    for line in (
        "receive 李华 8000元 口罩2000个 --city 九江市 --date 2020-02-01 --yes --new",
        "receive 王芳 约1000元 口罩一批 --city 呼和浩特市 --date 2020-02-02 --yes --new",
        "receive 王芳 1元 --city 吉安市 --date 2020-02-03 --yes --new",
        "distribute 市三院 口罩500个 --city 九江市 --date 2020-02-04 --yes --new",
        "distribute 市三院 口罩100个 --city 呼和浩特市 --date 2020-02-05 --yes --new",
        "return 市三院 口罩200个 --city 呼和浩特市 --date 2020-02-06 --yes --new",
    ):
        desk.do(line)
    return desk


def bars_of(said: str) -> dict[str, list[str]]:
    """By the title of each item, the lines of its bars."""
    found: dict[str, list[str]] = {}
    for block in said.split("\n\n"):
        title, *lines = block.splitlines()
        if "█" in block or "#" in block:
            found[title] = lines
    return found


def test_bars_are_as_long_as_the_numbers_are_large(cities: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    found = bars_of(cities.do("totals --bars --format table").out)
    assert list(found) == ["资金 · 元", "口罩 · 个"]
    money = {line.split()[0]: line.count("█") for line in found["资金 · 元"]}
    assert money["九江市"] == 80 - width("呼和浩特市  受赠  约1,000.00  ")
    assert money["呼和浩特市"] == money["九江市"] // 8
    assert money["吉安市"] == 1, "a little is more than nothing"
    assert found["口罩 · 个"][1].split() == ["发放", "500", "█" * found["口罩 · 个"][1].count("█")]
    assert found["口罩 · 个"][2:] == ["呼和浩特市  受赠   不详", "            发放   -100"], (
        "no bar for what nobody knows, or is less than nothing"
    )


@pytest.mark.parametrize("cells", [40, 52, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_bars_stand_in_one_column_and_fit_the_screen(
    cities: Desk, monkeypatch: pytest.MonkeyPatch, cells: int, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(cells))
    monkeypatch.setenv("DONATIONS_LANG", language)
    found = bars_of(cities.do("totals --bars --format table").out)
    assert len(found) == 2
    for lines in found.values():
        begin = {width(line.partition("█")[0]) for line in lines if "█" in line}
        assert len(begin) == 1, lines
        assert max(map(width, lines)) <= cells, lines


def test_a_screen_that_has_no_blocks_gets_other_signs(cities: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="gbk", write_through=True)
    with closing(open_book(cities.book, writing=False)) as book, book.read():
        terminal.render(totals(book, Grouping.CITY, Selection(), bars=True), stream)
    said = raw.getvalue().decode("gbk")
    assert "█" not in said
    assert {len(line) for lines in bars_of(said).values() for line in lines if line.startswith("九江市")} <= set(
        range(40, 80)
    )
    assert said.count("#") > 40


def test_bars_of_groups_that_have_no_picture_elsewhere(cities: Desk) -> None:
    found = bars_of(cities.do("totals --by donor --bars --format table").out)
    assert [line.split()[0] for line in found["money · yuan"]] == ["李华", "王芳"]


def test_where_nothing_is_to_be_compared_it_is_said(cities: Desk) -> None:
    assert "nothing to compare" in cities.do("totals --by item --bars --format table").out
    assert "█" not in cities.do("totals --format table").out


def test_totals_of_blocks_do_not_say_that_their_group_is_not_stated(
    cities: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a narrow screen too the sums over all groups name none."""
    monkeypatch.setenv("COLUMNS", "40")
    for number in range(3):
        cities.do(f"receive 李华 90000000000{number}元 --city 九江市 --date 2020-02-07 --yes")
    said = cities.do("totals --by month --format table").out
    assert "Month:" in said
    assert "unstated" not in said
