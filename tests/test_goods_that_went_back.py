"""Goods of which a part went back, in a column beside how many came: whether the quantity counts them is asked, and nobody guesses."""

from pathlib import Path

import pytest
from conftest import Desk
from test_lists_again import Rows, paper

GOODS: Rows = [
    ["日期", "捐赠单位", "品名", "数量", "退回数量", "单位"],
    ["2024-02-01", "甲公司", "口罩", "500", "20", "只"],
    ["2024-02-02", "乙公司", "手套", "200", "", "双"],
    ["2024-02-03", "丙公司", "饼干", "100", "0", "箱"],
    ["2024-02-04", "丁公司", "面包", "30", "无", "箱"],
]


def headed(heading: str, of_quantity: str = "数量") -> Rows:
    return [[*GOODS[0][:3], of_quantity, heading, "单位"], *GOODS[1:]]


@pytest.mark.parametrize("heading", ["退回数量", "退货数", "其中退还", "退库（只）", "返还物资数量"])
def test_how_many_went_back_is_asked_about(desk: Desk, tmp_path: Path, heading: str) -> None:
    answer = desk.run(f"import {paper(tmp_path, 'list.csv', headed(heading))} --yes --format json")
    assert answer.code == 65
    [problem] = answer.json["files"][0]["problems"]
    assert (problem["row"], problem["column"], problem["got"]) == (2, heading, "20")
    assert problem["expected"].startswith(
        "nothing here, and what stayed in the column of quantities; or --map HEADING=-"
    )


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (GOODS, ["--map", "退回数量=-"]),
        (headed("退回数量", "实收数量"), []),
        ([*GOODS[:1], *GOODS[2:]], []),
        (headed("退回日期"), []),
    ],
    ids=["said", "what stayed is counted", "nothing went back", "no quantity"],
)
def test_what_is_sure_is_read_as_it_stands(desk: Desk, tmp_path: Path, rows: Rows, more: list[str]) -> None:
    found = desk.do(f"import {paper(tmp_path, 'list.csv', rows)} --yes --format json", *more).json
    assert found["entries"] == len(rows) - 1
    assert found["files"][0]["tables"][0]["sums"]["双"] == "200"
