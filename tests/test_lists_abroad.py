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
