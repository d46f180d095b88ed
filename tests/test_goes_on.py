"""Goods that came, of which only a remark says that they went on: their rows are told. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.went_on import WENT_ON
from donations.importers.words.goes_on import says_where


@pytest.mark.parametrize(
    "remark",
    ["转赠市一院", "其中50双转赠市二院", "已送往向阳社区", "直接送达东乡镇卫生院，周某签收", "已轉交市一院", "发往黄冈市", "拨付给向阳小学300个", "分给三中", "支援抗疫医疗队", "运到县医院", "已運至東鄉鎮", "发到各社区"],
)  # fmt: skip
@pytest.mark.parametrize("many", [0, 60])
def test_goods_that_went_on_by_a_remark_are_told(remark: str, many: int) -> None:
    """They stood in stock, and nobody was told."""
    more = "".join(f"2020-02-03,张{chr(0x4E00 + number)},口罩,5个,\n" for number in range(many))
    found = told(f"日期,捐赠单位,物资,数量,备注\n{more}2020-02-03,甲公司,口罩,500个,{remark}\n")
    assert found.count(WENT_ON.split("{")[0]) == 1
    assert f"“{remark}”" in found


@pytest.mark.parametrize(
    "remark",
    [
        "暂存仓库",
        "转交本会仓库",
        "送货上门",
        "分两批送到",
        "支援武汉",
        "转账",
        "交接给我会",
        "甲公司捐给武汉的心意",
        "将转赠市一院",
        "未送达市一院",
        "计划送往市一院",
        "请转交市一院",
        "希望转赠市一院",
        "用于支援一线医院",
        "",
    ],
)
def test_other_remarks_are_not(remark: str) -> None:
    assert not says_where(remark)


def test_where_the_row_says_who_received_it_nothing_is_told() -> None:
    found = told("日期,捐赠单位,物资,数量,接收单位,备注\n2020-02-03,甲公司,口罩,500个,市一院,已送往市一院\n")
    assert "relay" in found
    assert WENT_ON.split("{")[0] not in found
    assert WENT_ON.split("{")[0] not in told("日期,捐款人,金额,备注\n2020-02-03,甲公司,500,转赠市一院\n")


@pytest.mark.parametrize(
    "goods",
    [
        "口罩1000个（其中市一院500个、市二院500个）",
        "口罩1000个（给市一院）",
        "口罩1000个（送市一院）",
        "口罩1000个（定向市一院）",
        "口罩1000个（转赠市一院）",
    ],
)
def test_what_stands_behind_goods_and_says_who_gets_them_is_noted_and_told(goods: str) -> None:
    """It was lost."""
    found = told(f"日期,捐赠单位,捐赠物资\n2020-02-03,甲公司,{goods}\n")
    aside = goods.partition("（")[2].rstrip("）")
    assert f"口罩 1000个 “{aside}” [1000个]" in found
    assert found.count(WENT_ON.split("{")[0]) == 1


@pytest.mark.parametrize(
    "aside", ["一次性医用", "用于防疫", "送货上门", "送到本会仓库", "定向捐赠", "其中N95口罩500个"]
)
def test_other_brackets_behind_goods_say_no_such_thing(aside: str) -> None:
    found = told(f"日期,捐赠单位,捐赠物资\n2020-02-03,甲公司,口罩1000个（{aside}）\n")
    assert "口罩 1000个 [1000个]" in found


@pytest.mark.parametrize("remark", ["定向市一院", "指定捐给市一院", "其中市一院500个、市二院500个"])
def test_remarks_of_who_is_to_get_goods_are_told(remark: str) -> None:
    found = told(f"日期,捐赠单位,物资名称,数量,备注\n2020-02-03,甲公司,口罩,1000个,{remark}\n")
    assert found.count(WENT_ON.split("{")[0]) == 1


@pytest.mark.parametrize("store", ["1号库", "三号库", "冷库", "冷藏库", "物资库", "东库"])
def test_a_store_by_a_short_name_received_nothing(store: str) -> None:
    """It was given on to the store."""
    rows = f"2020-02-01,甲公司,口罩,500只,{store}\n2020-02-02,乙公司,手套,50双,{{}}\n"
    mixed = told(f"日期,捐赠单位,物资,数量,去向\n{rows}".format("市一院"))
    assert "2 ! 去向: who received it: this is a store." in mixed
    assert "recipient=市一院" in mixed
    assert f"口罩 500只 in {store}" in told(f"日期,捐赠单位,物资,数量,接收地点\n{rows}".format("西仓库"))


@pytest.mark.parametrize("where", ["已入库", "入库", "均已入库", "已经入库"])
def test_what_is_in_store_by_now_went_to_nobody(where: str) -> None:
    found = told(
        f"日期,捐赠单位,物资,数量,去向\n2020-02-01,甲公司,口罩,500只,{where}\n2020-02-02,乙公司,手套,50双,市一院\n"
    )
    assert f"2 receipt 2020-02-01 donor=甲公司: 口罩 500只 “{where}”" in found
