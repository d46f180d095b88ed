"""Headings that name goods by their sort: 衣物名称, 蔬菜品种. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk


@pytest.mark.parametrize(
    "heading",
    ["衣物名称", "捐赠服装名称", "蔬菜品种", "水果名称", "文具名称", "农产品名称", "家电品名", "药名", "树苗品种"],
)
def test_a_sort_of_goods_named_by_its_heading_is_the_item(desk: Desk, tmp_path: Path, heading: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"日期,捐赠人,{heading},件数\n2019-12-01,甲公司,山茶,40\n2019-12-02,李华,海棠,15\n")
    desk.do(f"import {path} --yes")
    assert [(row["donor"], row["item"], row["received"]) for row in desk.read("ledger")] == [
        ("甲公司", "山茶", "40"),
        ("李华", "海棠", "15"),
    ]


@pytest.mark.parametrize("heading", ["基金名称", "票据名称", "姓名"])
def test_what_is_no_sort_of_goods_is_none(desk: Desk, tmp_path: Path, heading: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"日期,捐赠人,{heading},件数\n2019-12-01,甲公司,山茶,40\n")
    assert desk.run(f"import {path} --yes").code == 65
