"""Goods that were lent and came back are not given out; titles of 捐书 and 捐衣."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    ("headings", "cell"),
    [
        ("日期,物资名称,领用数量,领用人,归还数量", "2"),
        ("日期,物资名称,领用数量,领用人,归还日期", "2020-02-03"),
        ("Date,Item,Qty Issued,Issued To,Qty Returned", "2"),
        ("Date,Item,Qty Issued,Issued To,Date Returned", "2020-02-03"),
    ],
)
def test_what_came_back_is_asked_about(headings: str, cell: str) -> None:
    """A row that says that goods came back is not booked as given out; the others are."""
    found = told(f"{headings}\n2020-02-01,对讲机,2台,李华,{cell}\n2020-02-01,口罩,50个,王芳,\n").splitlines()
    assert "nothing here, and what stayed" in found[1]
    assert found[2] == "3 distribution 2020-02-01 recipient=王芳: 口罩 50个 [50个]"


@pytest.mark.parametrize("title", ["阳光小学捐书登记表", "爱心捐书名单", "捐衣登记表"])
def test_titles_of_what_was_given(title: str) -> None:
    """捐书 says as much as 捐物 does."""
    found = told(f"{title} 2020年2月3日,,\n姓名,物品,数量\n李华,图书,3本\n").splitlines()
    assert found[1] == "3 receipt (2020-02-03) donor=李华: 图书 3本 [3本]"
