"""Accounts with one column of amounts, of which a sign and the words of each row say which way it went. All is invented."""

import pytest
from harness.tables import told

_HEADINGS = "日期,摘要,金额\n"
_CAME = "2020-02-01,张伟捐款,1000\n"
_WENT = "2020-02-02,买口罩,-300\n"


def test_words_that_agree_with_the_signs_tell_what_came_and_what_was_paid() -> None:
    """It was refused with the advice to write two columns."""
    assert told(f"{_HEADINGS}{_CAME}{_WENT}2020-02-03,李小梅,200\n2020-02-05,运费,(45.5)\n合计,,854.5\n").splitlines()[
        1:5
    ] == [
        "2 receipt 2020-02-01 donor=张伟: CNY 1000元 “张伟捐款” [1000CNY]",
        "3 expense 2020-02-02 : CNY 300元 “买口罩” []",
        "4 ! None: a donor; where another column names it: --map HEADING=donor; where one gave all of it: --donor NAME; where it is a gift of an account, write 捐款 behind the name (李小梅)",
        "5 expense 2020-02-05 : CNY 45.5元 “运费” []",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"爱心协会收支明细,,\n{_HEADINGS}{_CAME}{_WENT}",
        f"日期,项目,收支金额（元）,备注\n{_CAME.replace('1000', '+1000,')}{_WENT.replace('-300', '-300,给敬老院')}",
        f"日期,摘要,金额,余额\n{_CAME.replace('1000', '1000,1000')}{_WENT.replace('-300', '-300,700')}",
    ],
)
def test_other_headings_and_a_title_change_nothing(text: str) -> None:
    found = told(text)
    assert "receipt 2020-02-01 donor=张伟: CNY 1000元" in found
    assert "expense 2020-02-02 : CNY 300元" in found


@pytest.mark.parametrize(
    "rows",
    [
        f"{_CAME}2020-02-02,退张伟捐款,-300\n",
        f"{_CAME}{_WENT}2020-02-02,退张伟捐款,-300\n",
        f"{_CAME}{_WENT}2020-02-02,捐给市一院,-300\n",
        f"{_CAME}2020-02-02,买口罩,300\n2020-02-03,运费,-5\n",
        f"{_CAME}{_WENT}2020-02-03,口罩退货,20\n",
        "2020-02-01,张伟捐款,-1000\n2020-02-02,买口罩,300\n",
        f"{_CAME}2020-02-02,李梅,-300\n",
        "2020-02-01,张伟,1000\n2020-02-02,买口罩,-300\n",
    ],
)
def test_words_that_do_not_agree_are_asked_about(rows: str) -> None:
    found = told(_HEADINGS + rows)
    assert "receipt" not in found
    assert "expense 2020-02-02 : CNY 300元" not in found


def test_what_a_temple_was_given_is_told_by_its_word_too() -> None:
    """功德 beside an electricity bill with a minus was booked as spent."""
    found = told(f"{_HEADINGS}2020-02-01,功德款,1000\n2020-02-02,电费,-300\n")
    assert "expense 2020-02-01" not in found
    assert "expense 2020-02-02 : CNY 300元" in found


def test_gifts_that_go_back_and_lists_of_what_was_spent_stay_what_they_were() -> None:
    assert "3 return 2020-02-02 donor=王小明" in told(
        "日期,姓名,金额\n2020-02-01,王小明,1000\n2020-02-02,王小明,-300\n"
    )
    assert "receipt" not in told(f"支出明细,,\n{_HEADINGS}{_CAME}{_WENT}")
    assert "receipt" not in told(f"日期,摘要,捐款金额\n{_CAME}{_WENT}")


def test_words_in_traditional_characters_agree_too() -> None:
    found = told("日期,摘要,金額\n2020-02-01,張偉捐款,1000\n2020-02-02,購買口罩,-300\n")
    assert "receipt 2020-02-01 donor=張偉: CNY 1000元" in found
    assert "expense 2020-02-02 : CNY 300元" in found


@pytest.mark.parametrize(
    ("cells", "total"),
    [("100,-50,200", "250"), ("100,(50),200", "250"), ("100,-50,200", "300"), ("100,－50,200", "260")],
)
def test_a_total_of_amounts_with_signs_may_be_what_is_left(cells: str, total: str) -> None:
    """It was held against what came alone, and the list refused."""
    first, second, third = cells.split(",")
    rows = f"日期,摘要,金额\n2020-02-03,李华捐款,{first}\n2020-02-04,购买口罩,{second}\n2020-02-05,王芳捐款,{third}\n"
    found = told(f"{rows}合计,,{total}\n").splitlines()
    assert sum(" receipt " in line for line in found) == 2
    assert any(line.startswith("= ") for line in found) is (total != "250")
