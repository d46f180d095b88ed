"""领取人 below lines that name the body whose goods they are: whoever signed for them got nothing."""

import pytest
from harness.tables import told

_TITLE = "2020年2月物资发放明细表\n"
_HEADS = "日期,物资名称,单位,数量,领取人\n"


@pytest.mark.parametrize("line", ["接收单位：{}", "领用单位：{}", "{}", "一、{}"])
def test_persons_sign_for_the_hospital_that_a_line_among_the_rows_names(line: str) -> None:
    rows = "{}\n2020-02-03,医用酒精,瓶,6,李华\n2020-02-04,口罩,只,500,王芳\n{}\n2020-02-05,口罩,只,70,张伟\n"
    got = told(_TITLE + _HEADS + rows.format(line.format("市第一人民医院"), line.format("市疾控中心")))
    assert "4 distribution 2020-02-03 recipient=市第一人民医院: 医用酒精 6瓶" in got
    assert "5 distribution 2020-02-04 recipient=市第一人民医院: 口罩 500只" in got
    assert "7 distribution 2020-02-05 recipient=市疾控中心: 口罩 70只" in got
    assert "领取人=-" in got.splitlines()[0]


def test_so_they_do_below_a_line_above_the_headings() -> None:
    got = told(f"{_TITLE}接收单位：市第一人民医院\n{_HEADS}2020-02-03,口罩,只,6,李华\n")
    assert "recipient=市第一人民医院: 口罩 6只" in got


def test_more_than_anybody_needs_is_for_the_town() -> None:
    rows = "接收单位：东乡镇\n2020-02-03,大米,袋,60,李华\n接收单位：西湖街道办事处\n2020-02-04,大米,袋,70,王芳\n"
    got = told(_TITLE + _HEADS + rows)
    assert "recipient=东乡镇: 大米 60袋" in got
    assert "recipient=西湖街道办事处: 大米 70袋" in got


def test_whose_people_may_have_got_a_part_each_is_asked_about() -> None:
    rows = "接收单位：东乡镇\n2020-02-03,大米,袋,1,李华\n2020-02-03,大米,袋,2,王芳\n"
    assert "distribution" not in (asked := told(_TITLE + _HEADS + rows))
    assert "4 ! 领取人: whether those named below this heading got the goods" in asked
    assert "recipient=东乡镇: 大米 1袋" in told(_TITLE + _HEADS + rows, columns={"领取人": "-"})


def test_a_hospital_beside_a_village_is_asked_about() -> None:
    rows = "市第一人民医院\n2020-02-03,口罩,只,900,李华\n红旗社区\n2020-02-04,大米,袋,1,张磊生\n"
    assert "distribution" not in told(_TITLE + _HEADS + rows)


def test_a_hospital_by_its_short_name_is_asked_about() -> None:
    """Whoever signed for 市一院 had got it."""
    rows = "市一院\n2020-02-03,口罩,只,900,李华\n县二院\n2020-02-04,口罩,只,500,王芳\n"
    assert told(_TITLE + _HEADS + rows).count("! 领取人: whether those named") == 2
    assert "recipient=李华" in told(_TITLE + _HEADS + rows, columns={"领取人": "recipient"})


def test_families_below_the_name_of_their_village_got_it_themselves() -> None:
    got = told(_TITLE + _HEADS + "红旗社区\n2020-02-03,大米,袋,1,李华\n2020-02-03,大米,袋,2,王芳\n")
    assert "recipient=李华: 大米 1袋" in got
