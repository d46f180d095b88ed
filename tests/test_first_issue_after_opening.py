"""The first issue of a book that begins with what was there before: it takes the day of that along, by itself."""

from pathlib import Path

import pytest
from conftest import Desk

PAPER = "上月结余：12000元\n日期,姓名,收入,支出,余额\n2020-02-05,李华捐款,500,,12500\n2020-02-06,买水,,100,12400\n"


@pytest.fixture
def opened(desk: Desk, tmp_path: Path) -> Desk:
    """A book whose only entry of January is what was there."""
    paper = tmp_path / "二月.csv"
    paper.write_text(PAPER, encoding="utf-8")
    desk.do(f"import {paper} --opening --yes")
    return desk


def published(desk: Desk, words: str, out: Path) -> str:
    """The days of the issue."""
    issue = desk.do(f"publish {words} -o {out} --yes --format json")
    return out.read_text(encoding="utf-8") if out.exists() else issue.out


@pytest.mark.parametrize("words", ["2020-02", "--from 2020-02-01 --to 2020-02-29", ""])
def test_the_month_after_an_opening_is_published_by_its_name(opened: Desk, tmp_path: Path, words: str) -> None:
    """It was refused: entry 3 is dated before the first issue would begin."""
    text = published(opened, words, tmp_path / "a.json")
    assert '"from": "2020-01-31"' in text
    if words:
        assert '"to": "2020-02-29"' in text
    assert opened.is_in_order()


def test_a_gift_of_that_day_is_not_taken_along(opened: Desk, tmp_path: Path) -> None:
    opened.do("receive 王芳 5元 --new --date 2020-01-31")
    assert "--from 2020-01-31" in opened.refused(f"publish 2020-02 -o {tmp_path / 'a.json'} --yes")


def test_an_opening_long_before_is_asked_about(opened: Desk, tmp_path: Path) -> None:
    assert "--from 2020-01-31" in opened.refused(f"publish 2020-03 -o {tmp_path / 'a.json'} --yes")
