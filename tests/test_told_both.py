"""Names and amounts below words that speak of what came and of what went: who of both they are. All is invented."""

from collections.abc import Mapping

import pytest
from harness.tables import told

from donations.importers.columns.told_both import EITHER

ROWS = "姓名,金额,日期\n柳依依,350,2020-03-01\n钱多多,250,2020-03-02\n"


def read(line: str, columns: Mapping[str, str] | None = None) -> list[str]:
    """The columns, and what each row is."""
    return told(f"{line},,\n{ROWS}", columns=columns).splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "截至3月31日，共收到捐款600元，支出275元，结余325元。",
        "收到捐款600元，已使用275元。",
        "本月共收到善款600元；发放助学金275元。",
        "截至3月31日，共收到捐款600元，已全部拨付。",
        "爱心基金（上月结余100元，本月收入600元，支出275元）",
        "共收到捐款1,600元，支出275元。现将3月捐款名单公布如下：",
        "修桥总收入9600元，总支出9500元，结余100元。捐款芳名：",
        "为做好捐赠款物的使用管理，现将连日来接收捐赠情况予以公示（名单附后）",
    ],
)
def test_what_the_rows_make_came(line: str) -> None:
    """They were read as paid out to those who gave."""
    assert [row.split(":")[0] for row in read(line)[1:3]] == [
        "3 receipt 2020-03-01 donor=柳依依",
        "4 receipt 2020-03-02 donor=钱多多",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "截至3月31日，共收到捐款9600元，支出275元。",
        "共收到捐款9600元，支出600元。",
        "2019年共收到爱心捐款600元，资助学生2名，发放助学金600元。",
        "收到5笔捐赠资金，共9600元；汇缴上级275元，发放棉被20条。",
        "捐款及使用情况公示",
        "善款收入和支出公示",
        "捐款接收使用情况",
        "捐赠资金及使用情况",
        "捐款收支明细",
        "Donations received and spent",
        "Receipt and use of donations",
        "Income and expenditure of gifts",
        "Donations used to buy masks",
    ],
)
def test_what_may_be_of_either_is_asked(line: str) -> None:
    """They were read as paid out to those who gave, or as gifts of those who were paid."""
    assert all(EITHER in row for row in read(line)[1:3])


def test_what_the_user_says_goes_before() -> None:
    assert "donor=柳依依" in read("共收到捐款9600元，支出275元。", {"姓名": "donor"})[1]


@pytest.mark.parametrize(
    "line",
    [
        "善款支出公示",
        "Use of Donations",
        "现将捐款使用情况公布如下：",
        "共收到捐款9600元。现将3月发放明细公布如下：",
        "接收捐赠物资发放公示",
        "共收到爱心捐款9600元，发放助学金600元，受助学生名单如下：",
        "根据捐赠意愿，现将我会使用捐款275元情况公告如下。",
    ],
)
def test_what_went_out_did(line: str) -> None:
    assert "姓名=recipient" in read(line)[0]


@pytest.mark.parametrize(
    "title",
    [
        "How our donations were used",
        "Where your donations went",
        "Donation utilisation",
        "Payments from donations",
        "Utilization of funds",
    ],
)
def test_a_title_of_what_gifts_were_used_for_lists_what_was_spent(title: str) -> None:
    found = told(f"{title}\nName,Amount (CNY),Date\nOffice Depot,100,2020-03-01\n")
    assert "3 expense 2020-03-01 recipient=Office Depot: CNY 100元" in found


def test_a_list_of_gifts_beside_which_accounts_are_told_of_is_of_gifts() -> None:
    assert EITHER not in told(f"捐款名单（经费收支情况另附）\n{ROWS}")
    assert EITHER in told(f"经费收支情况公示\n{ROWS}")
