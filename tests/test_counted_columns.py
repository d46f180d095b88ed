"""Columns of goods whose names nobody knows, told by amounts with units below them. All is invented."""

import pytest
from harness.tables import told

_ROWS = "2020-02-01,北江校友会,400个,1500只,500个,\n2020-02-02,南江校友会,200个,,约30个,快递\n"


@pytest.mark.parametrize("headings", ["N95口罩,医用手套,医用外科头套", "N95口罩,一次性医用手套,头套"])
def test_amounts_with_units_beside_known_goods_are_of_the_goods_above_them(headings: str) -> None:
    """They were passed over beside two known ones, and the table was refused beside one."""
    _, other, name = headings.split(",")
    assert told(f"日期,捐赠人,{headings},备注\n{_ROWS}").splitlines()[1:] == [
        f"2 receipt 2020-02-01 donor=北江校友会: N95口罩 400个, {other} 1500只, {name} 500个 [900个 1500只]",
        f"3 receipt 2020-02-02 donor=南江校友会: N95口罩 200个, {name} ~30个 “快递” [230个]",
    ]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("每人", "2个,3个"), ("纪念品", "1份,2份"), ("楼层", "2层,3层"), ("陪同", "2人,3人"), ("剩余头套", "5个,6个"), ("批示", "同意,3个"), ("感谢信", "1封,1封"), ("荣誉牌", "1块,1块"), ("运输车辆", "1辆,2辆"), ("捐赠凭证", "1份,1份"), ("感謝狀", "1張,1張"), ("受益儿童", "3个,5个"), ("原有", "50只,50只"), ("单箱装", "50只,50只"), ("距离", "5公里,5公里"), ("覆盖社区", "5个,3个"), ("参与团队", "5支,3支"), ("合影", "5张,3张"), ("受益科室", "5个,3个"), ("捐赠证书", "1本,1本"), ("头套", "张三,5个")],
)  # fmt: skip
def test_other_numbers_and_words_are_no_goods(heading: str, cells: str) -> None:
    first, second = cells.split(",")
    text = f"日期,捐赠人,N95口罩,医用手套,{heading}\n2020-02-01,甲公司,400个,1500只,{first}\n2020-02-02,乙公司,200个,,{second}\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=甲公司: N95口罩 400个, 医用手套 1500只 [400个 1500只]",
        "3 receipt 2020-02-02 donor=乙公司: N95口罩 200个 [200个]",
    ]


def test_beside_columns_of_all_goods_they_stay_unread() -> None:
    found = told("日期,捐赠人,品名,数量,头套\n2020-02-01,甲公司,口罩,400个,5个\n")
    assert "口罩 400个" in found
    assert "头套 5个" not in found


@pytest.mark.parametrize("name", ["爱心礼包", "红外测量仪", "数据线", "餐具"])
def test_names_that_only_begin_like_other_numbers_and_words_are_goods(name: str) -> None:
    """They were passed over, and so lost."""
    found = told(
        f"日期,捐赠人,N95口罩,医用手套,{name}\n2020-02-01,甲公司,400个,1500只,5套\n2020-02-02,乙公司,200个,,3套\n"
    )
    assert f"N95口罩 400个, 医用手套 1500只, {name} 5套" in found
