"""Months of gifts beside the day on which a list was exported: which of both is the day of a gift. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.cells import NO_DATE


@pytest.mark.parametrize(
    "heading", ["Export Date", "Export Day", "Exported at", "Exported on", "Download date", "导出日期"]
)
@pytest.mark.parametrize("months", [("Jan 2020", "February 2020"), ("2020-01", "2020-02"), ("Jan", "Feb")])
def test_the_month_is_the_day_and_not_that_of_the_export(heading: str, months: tuple[str, str]) -> None:
    rows = f"Ann Lee,{months[0]},100,2020-03-05\nBo Lin,{months[1]},200,2020-03-05\n"
    found = told(f"Name,Month,Amount (CNY),{heading}\n{rows}")
    assert "2 receipt 2020-01-31 donor=Ann Lee" in found
    assert "3 receipt 2020-02-29 donor=Bo Lin" in found


def test_a_month_with_its_year_is_a_day_where_nothing_else_is() -> None:
    assert "receipt 2020-01-31 donor=Ann Lee" in told("Month,Name,Amount (CNY)\nJan 2020,Ann Lee,100\n")
    found = told("Name,Month,Amount (CNY),Gift Date\nAnn Lee,Jan 2020,100,2020-03-01\n")
    assert "receipt 2020-03-01 donor=Ann Lee" in found  # paid later for that month


@pytest.mark.parametrize("heading", ["Export Date", "导出日期", "打印时间"])
def test_the_day_of_an_export_alone_is_asked_about(heading: str) -> None:
    text = f"Name,Amount (CNY),{heading}\nAnn Lee,100,2020-03-05\n"
    assert NO_DATE in told(text)
    assert "2020-02-01" in told(text, "2020-02-01")
    assert "receipt 2020-03-05" in told(text, columns={heading: "date"})
