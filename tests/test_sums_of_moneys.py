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
