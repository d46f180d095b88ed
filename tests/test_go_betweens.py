"""Who stood between, written beside who gave in one cell. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.go_betweens import between


@pytest.mark.parametrize(
    ("text", "donor", "via"),
    [
        ("甲公司（通过乙商会）", "甲公司", "乙商会"), ("甲公司（由乙商会转交）", "甲公司", "乙商会"), ("甲公司(经乙商会捐赠)", "甲公司", "乙商会"),
        ("王芳（李华代捐）", "王芳", "李华"), ("甲公司（乙商会组织）", "甲公司", "乙商会"), ("乙商会（由丙公司执行）", "乙商会", "丙公司"), ("李华代王芳", "王芳", "李华"), ("李华代甲公司捐赠", "甲公司", "李华"),
        ("王芳委托李华捐款", "王芳", "李华"), ("甲公司通过市红十字会", "甲公司", "市红十字会"), ("王芳（委托李华）", "王芳", "李华"),
        ("王芳（由李华代）", "王芳", "李华"),
    ],
)  # fmt: skip
def test_who_stood_between_is_no_part_of_the_givers_name(text: str, donor: str, via: str) -> None:
    """甲公司（通过乙商会） was a giver of that name."""
    assert between(text) == (donor, via)
    assert f"donor={donor} via={via}: 口罩 5个" in told(f"日期,捐赠人,物品,数量\n2020-02-01,{text},口罩,5个\n")


@pytest.mark.parametrize(
    "text",
    [
        "时代公司", "现代汽车有限公司", "代县红十字会", "通达公司", "李代沫", "世代友好协会", "高通公司", "三代人", "甲公司（中国）", "甲公司（由来已久）", "李华（代转）", "王芳（委托人）",
        "王芳（对接人李华）", "时代甲公司", "甲公司（第二代）", "甲公司（由丙公司运送）", "李华（组织部）", "市委组织部", "中国移动通信公司", "王芳（联系电话）", "李华（介绍）",
        "王芳（经济学院）", "王芳（经管学院）", "王芳（经济学院组织）", "李华（由良小学）", "王芳（经三路社区）", "王芳（委托方甲公司）", "市红十字会（由甲公司捐赠）",
    ],
)  # fmt: skip
def test_names_with_such_characters_stay_as_they_are(text: str) -> None:
    assert between(text) is None
    assert f"donor={text}: " in told(f"日期,捐赠人,物品,数量\n2020-02-01,{text},口罩,5个\n")


def test_a_column_that_says_it_goes_before() -> None:
    found = told("日期,捐赠人,对接单位,物品,数量\n2020-02-01,甲公司（通过乙商会）,丙协会,口罩,5个\n")
    assert "donor=甲公司（通过乙商会） via=丙协会" in found


def test_long_lists_are_read_alike() -> None:
    rows = "".join(f"2020-02-01,甲公司（通过乙商会）,口罩,{number}个\n" for number in range(1, 600))
    assert told(f"日期,捐赠人,物品,数量\n{rows}").count("donor=甲公司 via=乙商会") == 599
