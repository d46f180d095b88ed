"""Accounts of gifts that write nothing but names beside what came. All is invented."""

import pytest
from harness.tables import told

HEADINGS = "日期,收入（元）,支出（元）,说明\n"


def test_a_fault_beside_an_amount_is_no_name() -> None:
    assert "receipt" not in told(f"爱心款收支,,,\n{HEADINGS}3.2,200,,#N/A\n3.5,,300,购买慰问品\n")


def test_words_far_below_are_no_names() -> None:
    """房租 was who gave, below more rows than are looked at first."""
    rows = "".join(f"3.2,{number},,李华\n" for number in range(1, 480))
    found = told(f"爱心款收支,,,\n{HEADINGS}3.2,,5,买水\n{rows}3.3,100,,房租\n")
    assert "donor=房租" not in found
    assert found.count("donor=李华") == 479


@pytest.mark.parametrize("title", ["爱心款收支", "2020年3月善款公示", "捐款收支明细"])
@pytest.mark.parametrize("more", ["3.3,1.20,,利息\n", "3.4,100,,甲公司捐款\n", ",,,上月结余\n", ""])
def test_a_name_alone_beside_what_came_is_who_gave(title: str, more: str) -> None:
    """A donor was asked for, with the name in the question."""
    found = told(f"{title},,,\n{HEADINGS}3.2,200,,李华\n{more}3.5,,300,购买慰问品\n3.8,500,,王芳、赵敏\n")
    assert "receipt 2020-03-02 donor=李华: CNY 200元" in found
    assert "receipt 2020-03-08 donor=王芳、赵敏: CNY 500元" in found
    assert " ! " not in found


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("收支明细", "3.2,200,,李华\n3.5,,300,购买慰问品\n"),  # of dues, perhaps
        ("善款收支", "3.2,200,,李华\n3.5,,300,王芳\n"),  # who keeps the account
        ("善款收支", "3.2,200,,李华\n3.3,100,,场租\n3.5,,300,购买慰问品\n"),
        ("善款收支", "3.2,200,,李华\n3.3,100,,房租\n3.5,,300,购买慰问品\n"),
        ("善款收支", "3.2,200,,李华\n3.3,100,,江苏\n3.5,,300,购买慰问品\n"),
        ("善款收支", "3.2,200,,李华\n3.3,100,,管理\n3.5,,300,购买慰问品\n"),
        ("捐款及会费收支", "3.2,200,,李华\n3.5,,300,购买慰问品\n"),
    ],
)
def test_a_name_that_may_be_of_another_is_asked_about(title: str, rows: str) -> None:
    assert "donor=李华" not in told(f"{title},,,\n{HEADINGS}{rows}")


@pytest.mark.parametrize("heading", ["类别", "收入类型"])
@pytest.mark.parametrize("sort", ["会费", "利息", "报名费", "押金"])
def test_what_a_column_beside_names_calls_no_gift_is_none(heading: str, sort: str) -> None:
    """会费 was booked as a gift of whoever stood beside it, in an account of gifts."""
    text = f"爱心款收支\n日期,{heading},摘要,收入,支出\n2020-02-01,{sort},李华,100,\n2020-02-02,捐款,王芳,50,\n2020-02-03,办公,买纸,,20\n"
    assert "donor=李华" not in told(text)
    assert "donor=李华: CNY 100元" in told(text.replace(sort, "捐款"))


def test_who_paid_has_a_column_and_is_not_looked_for_elsewhere() -> None:
    """The name in the words may be of whoever wrote them."""
    text = "爱心款收支\n日期,付款人,摘要,收入,支出\n2020-02-01,,李华,100,\n2020-02-02,,王芳,50,\n2020-02-03,,买米,,20\n"
    assert "3 ! 付款人: a donor" in told(text)
