"""Lists of several moneys, each with a total of its own, which is held against its own sum. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk

IN_CELLS = "捐赠人,日期,金额\n李华,2020-03-01,500元\nJohn Lee,2020-03-02,100美元\n王芳,2020-03-02,300元\n"
BY_NAME = (
    "捐赠人,日期,币种,金额\n李华,2020-03-01,人民币,500\nJohn Lee,2020-03-02,美元,100\n王芳,2020-03-02,人民币,300\n"
)
COLUMNS = "捐赠人,日期,金额（元）,金额（美元）\n李华,2020-03-01,500,\nJohn Lee,2020-03-02,,100\n王芳,2020-03-02,300,\n"
TOTALS = {
    "below an amount with its money": IN_CELLS + "人民币合计,,{yuan}\n美元合计,,{dollars}\n",
    "the money behind the word": IN_CELLS + "合计（人民币）,,{yuan}\n合计（美元）,,{dollars}\n",
    "the money in the amount": IN_CELLS + "合计,,{yuan}元\n合计,,{dollars}美元\n",
    "in words": IN_CELLS + "人民币合计：{yuan}元,,\n美元合计：{dollars}美元,,\n",
    "below a column of currencies": BY_NAME + "人民币合计,,,{yuan}\n美元合计,,,{dollars}\n",
    "beside a currency": BY_NAME + "合计,,人民币,{yuan}\n合计,,美元,{dollars}\n",
    "below columns of their own": COLUMNS + "人民币合计,,{yuan},\n美元合计,,,{dollars}\n",
}


@pytest.mark.parametrize("shape", TOTALS)
@pytest.mark.parametrize(("yuan", "dollars", "wrong"), [(800, 100, None), (800, 120, "100"), (900, 100, "800")])
def test_each_total_is_of_its_own_money(
    desk: Desk, tmp_path: Path, shape: str, yuan: int, dollars: int, wrong: str | None
) -> None:
    """The second was passed over, or taken for a total of all."""
    (tmp_path / "a.csv").write_text(TOTALS[shape].format(yuan=yuan, dollars=dollars))
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes")
    assert (f"expected {wrong}, which the rows add up to" in answer.out) == (wrong is not None), answer.out
    assert len(desk.read("ledger")) == (3 if wrong is None else 0)


def test_a_bare_sum_of_the_other_money_is_no_gift(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(IN_CELLS + "合计,,800元\n,,100美元\n")
    assert desk.run(f"import {tmp_path / 'a.csv'} --yes").code == 0
    assert [row["donor"] for row in desk.read("ledger")] == ["李华", "John Lee", "王芳"]


def test_totals_of_parts_and_what_all_makes_in_yuan(desk: Desk, tmp_path: Path) -> None:
    part = "1月合计（人民币）,,500\n1月合计（美元）,,100\n"
    more = "王芳,2020-03-02,300元\nJohn Kim,2020-03-02,60美元\n人民币合计,,800\n美元合计,,160\n折合人民币合计,,1920\n"
    first = "捐赠人,日期,金额\n李华,2020-03-01,500元\nJohn Lee,2020-03-02,100美元\n"
    (tmp_path / "a.csv").write_text(first + part + more)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes")
    assert (answer.code, len(desk.read("ledger"))) == (0, 4), answer.out


NAMED = {
    "where a name would stand": IN_CELLS + "人民币,,{yuan}\n美元,,{dollars}\n",
    "codes": BY_NAME + "RMB,,,{yuan}\nUSD,,,{dollars}\n",
    "with a colon": BY_NAME + "人民币：,,,{yuan}\n美元：,,,{dollars}\n",
    "合计 beside the first alone": BY_NAME + "合计,,人民币,{yuan}\n,,美元,{dollars}\n",
    "no word at all": BY_NAME + ",,人民币,{yuan}\n,,美元,{dollars}\n",
}


@pytest.mark.parametrize("shape", NAMED)
def test_the_sum_of_a_money_is_nobodys_gift(desk: Desk, tmp_path: Path, shape: str) -> None:
    """They were booked as gifts of 人民币, 美元 or 爱心人士."""
    (tmp_path / "a.csv").write_text(NAMED[shape].format(yuan=800, dollars=100))
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes")
    assert (answer.code, [row["donor"] for row in desk.read("ledger")]) == (0, ["李华", "John Lee", "王芳"]), answer.out


@pytest.mark.parametrize("shape", list(NAMED)[:4])
def test_a_sum_that_is_another_is_asked_about(desk: Desk, tmp_path: Path, shape: str) -> None:
    (tmp_path / "a.csv").write_text(NAMED[shape].format(yuan=800, dollars=120))
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes")
    assert (answer.code, desk.read("ledger")) == (65, []), answer.out
    assert "expected who gave" in answer.out


@pytest.mark.parametrize(
    ("rows", "gifts"),
    [
        ("欧元,2020-03-03,人民币,300\n", 4),
        (",,人民币,800\n李华,2020-03-04,人民币,60\n", 5),
        (",2020-03-03,人民币,800\n,2020-03-03,美元,100\n", 5),
        (",,美元,100\n", 4),
        ("美元基金会,2020-03-03,人民币,300\n", 4),
    ],
)
def test_who_may_be_somebody_gave(desk: Desk, tmp_path: Path, rows: str, gifts: int) -> None:
    """欧元 is a person's name too, and a row among others, with a day of its own, or of one money alone may be a gift of nobody's."""
    (tmp_path / "a.csv").write_text(BY_NAME + rows)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes --date 2020-03-05")
    assert (answer.code, len(desk.read("ledger"))) == (0, gifts), answer.out


def test_money_among_goods_that_others_gave(desk: Desk, tmp_path: Path) -> None:
    """人民币 says what was given there, not who."""
    (tmp_path / "a.csv").write_text("捐赠人,品名,金额\n李华,人民币,500\n王芳,人民币,500\n张伟,人民币,1000\n")
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes --date 2020-03-05")
    assert (answer.code, len(desk.read("ledger"))) == (0, 3), answer.out


def test_a_gift_that_is_as_much_as_another_is_none_of_these(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(IN_CELLS + "张伟,2020-03-03,100美元\n")
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes")
    assert (answer.code, len(desk.read("ledger"))) == (0, 4), answer.out
