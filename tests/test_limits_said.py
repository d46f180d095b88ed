"""What a report is limited to stands above its tables, for whoever gets the paper alone."""

from pathlib import Path

import pytest
from conftest import Desk


@pytest.fixture
def given(desk: Desk) -> Desk:
    desk.do("receive 李华 5000元 口罩500个 --for 防疫 --city 庐山市 --date 2020-02-03")
    desk.do("receive 王芳 200元 --city 南昌市 --date 2020-02-04")
    return desk


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("totals --city 庐山市 --party 李华", "all dates · only 庐山市, 李华 · entries"),
        ("ledger --item 口罩 --month 2020-02", "2020-02-29 · only masks · entries"),
        ("journal --purpose 防疫", "all dates · only 防疫 · entries"),
        ("stock --item 口罩 --purpose 防疫 --as-of 2020-02-05", "until 2020-02-05 · only masks, 防疫 · entries"),
        ("totals", "all dates · entries"),
    ],
)
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_a_report_says_what_it_is_limited_to(given: Desk, tmp_path: Path, typed: str, said: str, ending: str) -> None:
    file = tmp_path / f"report.{ending}"
    given.do(f"{typed} -o {file}")
    assert said in file.read_text(encoding="utf-8")


def test_in_public_nobody_is_named_by_it(given: Desk, tmp_path: Path) -> None:
    page = tmp_path / "public.html"
    given.do(f"ledger --public --party 李华 -o {page}")
    text = page.read_text(encoding="utf-8")
    assert "only one party" in text
    assert "李华" not in text
