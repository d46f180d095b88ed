"""What a list of income says was there before it, 上月结余, is nobody's gift, wherever the words stand. All names are invented."""

import pytest
from harness.tables import told

OPENINGS = [
    "上月结余", "上期余额", "上年结转", "期初余额", "前期结余", "上月剩余", "上次剩余", "上届移交", "前任会计移交款", "原有资金", "上年度滚存结余", "上月余额：",
    "Opening Balance", "balance b/f",
]  # fmt: skip


@pytest.mark.parametrize("words", OPENINGS)
@pytest.mark.parametrize(
    "row",
    [
        "日期,来源,金额\n2020-03-01,{},3000\n2020-03-02,李华,1000\n",
        "日期,捐款人,金额,备注\n2020-03-01,,3000,{}\n2020-03-02,李华,1000,\n",
        "日期,摘要,收入\n2020-03-01,{},3000\n2020-03-02,李华捐款,1000\n",
        "日期,项目,收入金额,经手人\n2020-03-01,{},3000,赵六\n2020-03-02,李华捐款,1000,赵六\n",
    ],
)
def test_it_is_no_gift(words: str, row: str) -> None:
    found = told(row.format(words))
    assert "\n2 - a total\n" in found
    assert "3 receipt 2020-03-02 donor=李华: CNY 1000元" in found


def test_a_total_may_count_it() -> None:
    found = told("日期,来源,金额\n2020-03-01,上届移交,3000\n2020-03-02,李华,1000\n合计,,4000\n")
    assert "≠" not in found


@pytest.mark.parametrize("words", ["上月结余", "上届移交"])
def test_a_remark_beside_a_name_makes_it_none(words: str) -> None:
    found = told(f"日期,捐款人,金额,备注\n2020-03-01,王芳,3000,{words}\n2020-03-02,李华,1000,\n")
    assert "2 receipt 2020-03-01 donor=王芳: CNY 3000元" in found


@pytest.mark.parametrize("name", ["余额宝公益", "上届校友", "移交小组", "原有才"])
def test_who_is_called_so_gave(name: str) -> None:
    assert f"donor={name}: CNY 3000元" in told(f"日期,捐款人,金额\n2020-03-01,{name},3000\n2020-03-02,李华,1000\n")
