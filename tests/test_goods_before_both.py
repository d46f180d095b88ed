"""Goods named before 接收 and 发放, below each of which stands who and how much. All is invented."""

import pytest
from harness.tables import told

_TOP = "物资收发登记,,,,,\n日期,物资,接收,,发放,\n"
_ROWS = "2020-02-01,苹果,鲁东果业,100,,\n2020-02-02,苹果,,,第二福利院,30\n2020-02-02,牛奶,晨光乳业,80,儿童福利院,20\n"


@pytest.mark.parametrize(
    "below",
    [
        ",,来源单位,数量（箱）,去向单位,数量（箱）\n",
        ",,来源单位,数量,去向单位,数量\n,,,（箱）,,（箱）\n",
        ",,捐赠单位,数量（箱）,接收单位,数量（箱）\n",
    ],
)
def test_what_came_and_what_went_out_of_the_same_goods_are_two(below: str) -> None:
    """They were two amounts of one gift, and refused."""
    found = told(_TOP + below + _ROWS).splitlines()[1:]
    assert [line.partition(" ")[2] for line in found] == [
        "receipt 2020-02-01 donor=鲁东果业: 苹果 100箱 [100箱]",
        "distribution 2020-02-02 recipient=第二福利院: 苹果 30箱 [30箱]",
        "receipt 2020-02-02 donor=晨光乳业: 牛奶 80箱 [80箱]",
        "distribution 2020-02-02 recipient=儿童福利院: 牛奶 20箱 [20箱]",
    ]


def test_goods_of_each_side_stay_its_own() -> None:
    text = "物资收发登记,,,,,,\n日期,接收,,,发放,,\n,来源单位,物资,数量,去向单位,物资,数量\n2020-02-01,甲公司,口罩,100,市人民医院,手套,50\n"
    found = told(text)
    assert "receipt 2020-02-01 donor=甲公司: 口罩 100" in found
    assert "distribution 2020-02-01 recipient=市人民医院: 手套 50" in found
