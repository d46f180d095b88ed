"""助学金 and 奖学金 over amounts: what somebody got, or what was given for it. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.aid import WHO_OF_AID

ROWS = "2020-02-01,小明,500\n2020-02-02,小红,300\n"


@pytest.mark.parametrize(
    "head",
    [
        "日期,受助学生,助学金（元）\n",
        "助学金发放表\n日期,姓名,助学金\n",
        "日期,受助人,奖学金\n",
        "捐资助学受助学生名单\n日期,姓名,助学金\n",
        "奖学金发放名单\n日期,学生姓名,奖学金额\n",
    ],
)
def test_a_list_of_those_who_got_it_was_spent(head: str) -> None:
    """No headings were found: as if there were none, letters were asked for."""
    found = told(head + ROWS)
    assert found.count("CNY 500元") == found.count("CNY 300元") == 1
    assert found.count("expense ") == 2
    assert "小明" in found


def test_months_of_one_who_got_it() -> None:
    found = told("受助人：小明\n月份,助学金\n2020年1月,500\n2020年2月,500\n合计,1000\n")
    assert "3 expense 2020-01-31" in found
    assert "4 expense 2020-02-29" in found
    assert found.count("小明") >= 2


@pytest.mark.parametrize("head", ["日期,捐款人,助学金\n", "助学金捐款名单\n日期,姓名,助学金\n"])
def test_it_was_given_where_someone_gave(head: str) -> None:
    found = told(head + ROWS)
    assert "donor=小明: CNY 500元" in found
    assert "expense" not in found


def test_from_one_to_another_it_went_straight_on() -> None:
    found = told("日期,捐赠人,受助学生,助学金\n2020-02-01,李华,小明,500\n")
    assert "relay 2020-02-01 donor=李华 recipient=小明: CNY 500元" in found


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("日期,姓名,助学金\n", "2020-02-01,小明,500\n"),  # who gave, or who got?
        ("日期,受助学生,助学金,生活费\n", "2020-02-01,小明,500,100\n"),  # and this?
        ("日期,受助学生,助学金,奖学金\n", "2020-02-01,小明,500,100\n"),
        ("2020年助学金发放表（小明）\n月份,助学金\n", "1月,500\n"),  # to nobody
        ("助学金发放表\n日期,姓名,分数,助学金\n", "2020-02-01,小明,95,500\n"),
    ],
)
def test_what_is_open_is_asked(head: str, row: str) -> None:
    found = told(head + row)
    assert " ! " in found
    assert "CNY" not in found


def test_beside_other_amounts_it_is_not_read() -> None:
    found = told("日期,捐款人,捐款金额,助学金\n2020-02-01,李华,500,500\n2020-02-02,王芳,300,\n")
    assert found.count("CNY") == found.count("receipt") * 2
    assert "expense" not in found


@pytest.mark.parametrize(
    "head",
    [
        "市一小收到助学金学生名单\n日期,姓名,助学金\n",
        "捐资助学名单\n日期,姓名,助学金\n",
        "助学金捐款名单\n日期,学生姓名,助学金\n",
        "2020年收到助学款明细\n日期,姓名,助学款\n",
    ],
)
def test_who_is_named_is_asked_where_the_title_may_mean_either(head: str) -> None:
    """Those who got it were read as those who gave."""
    found = told(head + ROWS)
    assert found.count("! None:") == 2
    assert "CNY" not in found
    assert WHO_OF_AID in found


def test_what_the_user_says_of_them_is_so() -> None:
    head = "捐资助学名单\n日期,姓名,助学金\n"
    assert "receipt 2020-02-01 donor=小明" in told(head + ROWS, columns={"姓名": "donor"})
    assert "expense 2020-02-01 recipient=小明" in told(head + ROWS, columns={"姓名": "recipient"})


def test_those_with_handicaps_got_it() -> None:
    """They were read as who sold something."""
    found = told("助残金发放表\n日期,残疾人姓名,助残金\n" + ROWS)
    assert "expense 2020-02-01 recipient=小明" in found


@pytest.mark.parametrize("title", ["爱心企业捐款情况", "2020年善款情况（单位：元）"])
def test_how_gifts_went_is_said_of_gifts(title: str) -> None:
    """Whoever stands beside 助学金 was asked about."""
    assert "receipt 2020-02-03 donor=甲公司: CNY 5000元" in told(f"{title}\n日期,单位,助学金\n2020-02-03,甲公司,5000\n")
    assert "receipt" not in told("捐款使用情况\n日期,单位,助学金\n2020-02-03,甲公司,5000\n")
