"""Lists of givers as associations of Chinese abroad, temples and clans publish them. Names and figures are invented."""

import pytest
from harness.tables import told

from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import understood

ROSTER = """某会馆赈灾筹款芳名录（2020年2月1日）
编号,芳名,{heading},支票号
1,陈氏公会,"10,000",123456
2,林先生,500,223456
"""


def test_amounts_stand_below_a_word_of_giving_with_their_money() -> None:
    """The numbers of the cheques beside them were booked as yuan."""
    lines = told(ROSTER.format(heading="乐捐（新币）"))
    assert "money_in 2: 编号=serial 芳名=donor 乐捐（新币）=money 支票号=-" in lines
    assert "donor=陈氏公会: SGD 10000新加坡元" in lines


def test_headings_that_say_who_gave_are_headings_though_nobody_knows_the_amounts() -> None:
    assert "receipt" not in told(ROSTER.format(heading="某某").replace('"10,000"', "$1万"))


@pytest.mark.parametrize(
    ("heading", "sense"),
    [("樂助（港幣）", "money"), ("功德（元）", "money"), ("赞助（万元）", "money"), ("捐（元）", "money"), ("乐捐", "content"), ("捐赠内容（元）", "content")],
)  # fmt: skip
def test_what_is_given_has_many_words(heading: str, sense: str) -> None:
    assert understood(heading).sense == sense


@pytest.mark.parametrize(
    ("text", "kind"), [("三、结余", "running"), ("（三）本期结余：", "running"), ("三、收入", None)]
)
def test_what_was_left_may_be_numbered_as_a_part_of_the_paper(text: str, kind: str | None) -> None:
    assert total_of(text) == kind


def test_a_row_of_nothing_is_passed_over_whatever_money_it_names() -> None:
    lines = told('日期,捐款人,金額\n2020/01/05,王小明,"NT$ 1,000"\n2020/01/07,無名氏,NT$ 0\n')
    assert lines.splitlines()[1:] == [
        "2 receipt 2020-01-05 donor=王小明: TWD 1000新台币 [1000TWD]",
        "3 - an amount of zero",
    ]


def test_who_was_helped_may_be_called_after_the_household() -> None:
    lines = told("志工,發放日期,關懷戶姓名,物資內容,發放數量\n陳志工,2020-02-01,林阿嬤,白米,2\n")
    assert "distribution 2020-02-01 recipient=林阿嬤: 白米 2" in lines


@pytest.mark.parametrize("remark", ["作廢", "已註銷", "重複登記"])
def test_a_void_row_says_so_in_traditional_characters_too(remark: str) -> None:
    lines = told(f"日期,捐款人,金額（新臺幣）,備註\n2020-02-01,李華,80,{remark}\n")
    assert lines.splitlines()[1] == "2 - taken back, by its own word"
