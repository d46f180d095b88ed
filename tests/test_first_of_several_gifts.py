"""首批捐款 beside a total: what came later is no part of it. All is invented."""

import pytest
from harness.tables import told

ASKED = "one column of money"


@pytest.mark.parametrize("first", ["首批捐款", "首次捐款", "首笔捐款金额", "第一批捐款"])
@pytest.mark.parametrize("whole", ["捐款总额", "合计"])
def test_a_total_that_counts_more_than_the_first_of_several_gifts_is_asked_about(first: str, whole: str) -> None:
    """The first was booked as all, or the total passed over."""
    rows = f"日期,捐赠人,{first},{whole}\n2020-02-01,李华,100,300\n2020-02-02,王芳,50,50\n"
    assert ASKED in told(rows)
    assert "CNY 300元" in told(rows, columns={first: "-", whole: "money"})
    assert "CNY 100元" in told(rows, columns={whole: "-"})


def test_where_it_counts_the_same_nothing_is_asked() -> None:
    found = told("日期,捐赠人,首批捐款,捐款总额\n2020-02-01,李华,100,100\n2020-02-02,王芳,50,50\n")
    assert "CNY 100元" in found
    assert ASKED not in found
