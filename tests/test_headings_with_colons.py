"""Headings of which some have a colon, as forms have them, over a second row of headings. All is invented."""

import pytest
from harness.tables import told

_ROWS = "2020-02-08,穆氏珠宝,10000,,\n2020-02-08,萧山面点,,月饼200盒,新的\n"
_BELOW = ",,资金（元）,物资,\n"


@pytest.mark.parametrize(
    "headings",
    [
        "日期：,捐赠单位：,捐赠内容,,备注",
        "日期：,捐赠单位,捐赠内容,,备注",
        "日期：,捐赠单位：,捐赠内容：,,备注：",
    ],
)
def test_headings_are_such_with_a_colon_too(headings: str) -> None:
    """日期：began a caption, so that the rows below the second row of headings named nobody."""
    assert told(f"{headings}\n{_BELOW}{_ROWS}").splitlines() == [
        "goods_in 1: 日期=date 捐赠单位=donor 资金（元）=money 物资=item 备注=note",
        "3 receipt 2020-02-08 donor=穆氏珠宝: CNY 10000元 [10000CNY]",
        "4 receipt 2020-02-08 donor=萧山面点: 月饼 200盒 “新的” [200盒]",
    ]


@pytest.mark.parametrize(
    "line",
    ["日期：,2020-02-05,捐赠方式：,微信", "捐赠单位：,个人,,", "捐赠单位：,企业,单位：,元", "日期：,,单位：元,"],
)
def test_labels_with_what_they_say_are_no_headings(line: str) -> None:
    found = told(f"{line}\n姓名,金额,日期,\n周明,100,2020-02-05,\n")
    assert "3 receipt 2020-02-05 donor=周明: CNY 100元 [100CNY]" in found
