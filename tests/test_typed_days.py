"""Days on which rows were typed, below titles that say when the gifts came. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.typed_days import WHICH_DAY

_ROWS = "姓名,金额,录入时间\n周明,100,2020-02-10\n吴静,50,2020-02-11 10:30\n合计,150,\n"


@pytest.mark.parametrize(
    "title", ["2020年2月3日捐款公示", "2020年1月捐款公示", "2019年度捐款", "捐款公示（截至2020年2月5日）"]
)
def test_days_of_typing_behind_the_time_of_the_title_are_asked_about(title: str) -> None:
    """They were taken for the days of the gifts."""
    text = f"{title},,\n{_ROWS}"
    assert WHICH_DAY in told(text)
    assert "receipt" not in told(text)
    assert "3 receipt 2020-02-10 donor=周明" in told(text, columns={"录入时间": "date"})
    assert WHICH_DAY not in told(text, columns={"录入时间": "-"})


@pytest.mark.parametrize(
    "text",
    [
        _ROWS,
        f"捐款公示,,\n{_ROWS}",
        f"2020年2月捐款公示,,\n{_ROWS}",
        f"2020年2月10日捐款公示,,\n{_ROWS}",
        f"2020年1月捐款公示,,\n{_ROWS.replace('录入时间', '捐款时间')}",
        f"2020年1月捐款公示,,\n{_ROWS.replace('录入时间', '登记日期')}",
    ],
)
def test_other_days_are_those_of_the_gifts(text: str) -> None:
    assert "receipt 2020-02-10 donor=周明" in told(text)


@pytest.mark.parametrize("line", ["第一批（2020年2月3日）", "日期：2020年2月3日", "2020年2月3日接收捐款"])
def test_days_of_typing_behind_those_of_lines_among_the_rows_are_asked_about(line: str) -> None:
    """The lines said the days, and those of typing were booked."""
    rows = "第一批（2020年1月20日）,,\n周明,100,2020-02-10\n" + f"{line},,\n吴静,50,2020-02-11\n"
    text = f"姓名,金额,录入时间\n{rows}"
    assert WHICH_DAY in told(text)
    assert "receipt" not in told(text)
    assert "receipt 2020-01-20 donor=周明" in told(text, columns={"录入时间": "-"})
    assert "receipt 2020-02-10 donor=周明" in told(text.replace("录入时间", "捐款时间"))
