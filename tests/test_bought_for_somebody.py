"""What was bought for somebody, 慰问老人购大米10袋, and sums of either side in one row. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk


def told_of(desk: Desk, tmp_path: Path, rows: str) -> tuple[int, str]:
    (tmp_path / "a.csv").write_text(rows)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes --opening --date 2024-04-01")
    return answer.code, answer.out


@pytest.mark.parametrize(
    ("words", "item", "number", "note"),
    [
        ("慰问老人购大米10袋", "大米", "10", "慰问老人"),
        ("给孩子买书20本", "书", "20", "给孩子"),
        ("为敬老院采购口罩100个", "口罩", "100", "为敬老院"),
        ("购大米10袋", "大米", "10", None),
        ("慰问品大米10袋", "慰问品大米", "10", None),
        ("慰问采购员口罩10个", "慰问采购员口罩", "10", None),
        ("购物袋100个", "购物袋", "100", None),
    ],
)
def test_whom_it_was_bought_for_is_no_part_of_its_name(
    desk: Desk, tmp_path: Path, words: str, item: str, number: str, note: str | None
) -> None:
    """慰问老人购大米 was a thing in the store."""
    code, told = told_of(desk, tmp_path, f"日期,摘要,支出\n2024-03-01,{words},800\n")
    bought = [line for line in desk.read("ledger") if line["type"] == "purchase" and line["item"] != "CNY"]
    assert [(line["item"], line["bought"], line["note"]) for line in bought] == [(item, number, note)], (code, told)


@pytest.mark.parametrize(("came", "went", "code"), [(1500, 300, 0), (1500, 310, 65), (1600, 300, 65)])
@pytest.mark.parametrize("words", [("收入合计", "支出合计"), ("合计", "合计")])
def test_sums_of_either_side_are_held_against_its_rows(
    desk: Desk, tmp_path: Path, came: int, went: int, code: int, words: tuple[str, str]
) -> None:
    """收入合计 and 支出合计 in one row were passed over, whatever they said."""
    rows = "摘要,收入,摘要,支出\n李华捐款,1000,买水,200\n王芳捐款,500,打印,100\n"
    assert told_of(desk, tmp_path, f"{rows}{words[0]},{came},{words[1]},{went}\n")[0] == code
