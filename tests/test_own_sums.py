"""What accounts say of themselves at their foot in words of their own. All is invented."""

import pytest
from harness.tables import told

from donations.importers.sums.own_sums import LIST_SUMS, OwnSums

ROWS = "交易日期,摘要,支出金额,收入金额,余额,对方户名\n2020-03-01,转账,,100.00,1100.00,李华\n2020-03-02,购物,30.50,,1069.50,某公司\n"


@pytest.mark.parametrize(
    "foot",
    [
        "总收入笔数,总收入金额,总支出笔数,总支出金额\n1,100.00,1,30.50\n",
        "借方合计笔数：1,借方合计金额：30.50,贷方合计笔数：1,贷方合计金额：100.00\n",
        "总收入笔数,1,总收入金额,100.00\n总支出笔数,1,总支出金额,30.50\n",
        "汇总交易笔数,2笔,汇总借方发生额,30.50,汇总贷方发生额,100.00\n",
        "总支出,30.50,总收入,100.00,期末余额,1069.50\n",
        "借方笔数,借方金额,贷方笔数,贷方金额,期末余额\n1,30.50,1,100.00,1069.50\n",
    ],
)
def test_sums_of_its_own_are_no_rows(foot: str) -> None:
    """As banks write them behind their last row: neither records nor another table, and rows behind them are read."""
    lines = told(ROWS + foot + "2020-03-03,转账,,7.00,1076.50,王芳\n").splitlines()
    assert [line.split(" ", 1)[1] for line in lines[3:-1]] == [f"- {LIST_SUMS}"] * foot.count("\n")
    assert "receipt 2020-03-03 donor=王芳" in lines[-1]


def test_other_rows_are_none() -> None:
    """One word for a sum, headings of columns, figures below a row of a table."""
    sums = OwnSums()
    for row in (["合计", "", "30.50"], ["收入金额", "支出金额"], ["5", "7.00"], ["2020-03-01", "总金额", "笔数"]):
        assert not sums.are_said(row)


@pytest.mark.parametrize("foot", ["合计金额,总额,30.50,500.00,,\n", "本月合计金额,,30.50,500.00,总金额,\n"])
def test_figures_below_the_headings_are_totals_of_the_list(foot: str) -> None:
    """They are held against its rows."""
    assert "≠ 4 收入金额: 500 for 100" in told(ROWS + foot)
