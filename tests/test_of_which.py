"""Rows that only say of which parts the row above is made, and amounts that came in whatever they are for. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

PARTS = {
    "goods": "日期,捐赠人,品名,数量,单位\n2020-02-01,李华,口罩,500,个\n2020-02-01,李华,其中：N95口罩,100,个\n",
    "goods without a colon": "日期,捐赠人,品名,数量,单位\n2020-02-01,李华,口罩,500,个\n2020-02-01,李华,其中N95口罩,100,个\n",
    "goods in one cell": "日期,捐赠人,物资\n2020-02-01,李华,口罩500个\n2020-02-01,李华,其中：N95口罩100个\n",
    "a purpose": "日期,捐赠人,金额,用途\n2020-02-01,李华,500,\n2020-02-01,李华,200,其中：助学\n",
    "costs": "日期,用途,支出金额（元）\n2020-02-01,助学,500\n2020-02-01,其中：书本,200\n",
    "English goods": "Date,Donor,Item,Quantity,Unit\n2020-02-01,Mary,masks,500,pcs\n2020-02-01,Mary,of which: N95 masks,100,pcs\n",
    "a statistic": "捐赠情况统计表（截至2020年2月2日）,,\n项目,单位,金额\n捐赠款总额,元,30000\n其中：定向捐赠,元,20000\n",
}


@pytest.mark.parametrize("rows", PARTS.values(), ids=PARTS)
def test_a_part_of_the_row_above_is_no_gift_of_its_own(desk: Desk, tmp_path: Path, rows: str) -> None:
    """Booked, it counted twice: 500 masks, 100 of them N95, were 600."""
    desk.do("receive 前人 90000元 --date 2019-01-01 --yes")
    said = desk.run(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert said.code == 65
    assert "take out what only says of which parts the one above is made" in said.out
    assert len(desk.read("journal")) == 1


@pytest.mark.parametrize(
    "purpose",
    [
        "其中200元助学",
        "其中三百元助学，其余济困",
        "其中贰佰元为奖学金",
        "其中一半助学",
        "其中部分用于运费",
        "其中兩成用於運費",
    ],
)
def test_what_a_gift_is_partly_for_is_said_of_it(desk: Desk, tmp_path: Path, purpose: str) -> None:
    """With amounts in it, the cell speaks of its own row."""
    rows = f"日期,捐赠人,金额,用途\n2020-02-01,李华,500,{purpose}\n"
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert [row["received"] for row in desk.read("ledger")] == ["500"]


@pytest.mark.parametrize("heading", ["收入金额（元）", "收入", "Income"])
def test_what_came_in_for_a_project_is_not_booked_as_spent(desk: Desk, tmp_path: Path, heading: str) -> None:
    """Nothing says who gave it: that is asked, whatever stands beside it."""
    desk.do("receive 前人 90000元 --date 2019-01-01 --yes")
    rows = f"日期,项目,{heading}\n2020-02-01,助学,500\n2020-02-02,扶贫,200\n"
    said = desk.run(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert said.code == 65
    assert "headings that tell who gave or who received" in said.out
    assert len(desk.read("journal")) == 1
