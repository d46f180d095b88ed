"""What an association raised for each of its projects: sums of many gifts, which are neither gifts nor spending. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize("heading", ["收入项目", "收入类别", "募集渠道", "善款名称", "平台名称"])
@pytest.mark.parametrize("title", ["", "2019年善款收入情况\n"])
def test_a_project_is_nobody_who_gave(heading: str, title: str) -> None:
    """The row of headings was dropped, and “99公益日”活动 booked as a donor."""
    rows = f"{heading},金额（元）\n某市某会救助项目转入,474491\n“99公益日”活动募集,9413.1\n合计,483904.1\n"
    assert "receipt" not in told(title + rows, "2020-03-01")


@pytest.mark.parametrize("item", ["人道救助项目募集", "“99公益日”活动募集", "甲乙项目筹款", "困难家庭众筹"])
def test_what_a_project_raised_is_not_spent(item: str) -> None:
    """It was booked as spent."""
    assert "expense" not in told(f"项目,金额（元）\n{item},165084.78\n某医院同心救助项目,10185\n", "2020-03-01")


def test_a_list_of_names_below_its_own_headings_is_read() -> None:
    assert told("捐款名单\n李华,500元\n王芳,300元\n", "2020-03-01").count("receipt") == 2


def test_what_is_called_after_raising_is_spent() -> None:
    assert told("项目,金额（元）\n募捐箱制作,500\n运费,300\n", "2020-03-01").count("expense") == 2
