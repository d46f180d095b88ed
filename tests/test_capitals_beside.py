"""大写 beside 金额: an amount is said twice in a row, and both must agree. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    ("heading", "beside", "figures", "capitals", "agrees"),
    [
        ("金额（元）", "大写", "1000", "壹仟元整", True),
        ("捐款金额", "金额大写", "￥2,500.50", "人民币贰仟伍佰元伍角", True),
        ("金额（万元）", "大写", "1.5", "壹万伍仟元整", True),
        ("金额（元）", "大写金额", "2000", "贰仟圆正", True),
        ("金额（元）", "大写", "2000", "贰仟伍佰元整", False),
        ("金额（万元）", "人民币大写", "1.5", "壹万伍仟零伍元整", False),
        ("金額（元）", "大寫", "2000", "貳仟圓整", True),
        ("金額（元）", "大寫", "36000", "參萬元整", False),
        ("金额（元）", "大写", "2000", "", True),
        ("金额（元）", "大写", "2000", "见收据", True),
        ("金额（元）", "姓名大写", "2000", "贰仟伍佰元整", True),
    ],
)
def test_figures_and_capitals_of_a_row_agree(
    heading: str, beside: str, figures: str, capitals: str, agrees: bool
) -> None:
    """Also in the way that many plain rows are read at once."""
    row = f'2020-02-01,李华,"{figures}",{capitals}\n'
    found = told(f"日期,捐款人,{heading},{beside}\n2020-02-01,王芳,1,\n{row}2020-02-01,张伟,1,\n")
    assert ("3 receipt 2020-02-01 donor=李华: CNY " in found) == agrees
    assert (f"3 ! {beside}: the amount of the figures beside it" in found) != agrees
