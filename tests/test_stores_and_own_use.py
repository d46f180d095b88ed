"""Columns of stores, what went to whoever keeps the list, and blank recipients of what was spent. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.went_on import OWN_USE


@pytest.mark.parametrize("heading", ["仓库", "入库仓库", "存放仓库", "所在库房", "入库地点", "存放地点"])
def test_where_goods_lie_is_their_store(heading: str) -> None:
    assert "口罩 500个 in 东仓" in told(f"日期,捐赠单位,物资,数量,{heading}\n2020-02-03,甲公司,口罩,500个,东仓\n")


@pytest.mark.parametrize("many", [0, 60])
def test_what_went_to_whoever_keeps_the_list_is_asked_about(many: int) -> None:
    """They had received their own goods."""
    more = "2020-02-03,市一院,口罩,2个\n" * many
    found = told(f"日期,领用单位,物资,数量\n{more}2020-02-03,市一院,口罩,200个\n2020-02-04,本会,口罩,10个\n")
    assert found.count("distribution") == 1 + many
    assert f"! 领用单位: {OWN_USE} (本会)" in found


def test_what_was_spent_on_another_day_for_nobody_named_was_for_nobody() -> None:
    """It had gone to whom the row above names."""
    found = told("日期,支出项目,金额,受益对象\n2020-02-03,慰问金,1000,张三\n2020-02-05,转账手续费,2,\n").splitlines()
    assert found[1].startswith("2 expense 2020-02-03 recipient=张三: CNY 1000元")
    assert found[2].startswith("3 expense 2020-02-05 : CNY 2元")
    found = told("日期,支出项目,金额,受益对象\n2020-02-03,慰问金,1000,张三\n,慰问品,200,\n").splitlines()
    assert found[2].startswith("3 expense 2020-02-03 recipient=张三: CNY 200元")
