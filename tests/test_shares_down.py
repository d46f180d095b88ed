"""Goods shared out downwards, the amount of all merged over the rows of those who got some of it. Names and figures are invented."""

import pytest
from harness.tables import told

from donations.importers.layouts.shares_down import laid_out
from donations.importers.sheet import Merged

_OUT = """下拨单位,品种,数量,价值（元）,具体发放情况,,
,,,,发放地,数量,价值（元）
江南县,家庭包,1000,306000,洞桥镇,300,91800
,,,,高桥镇,700,214200
,毛巾被,300,1500,洞桥镇,100,500
,,,,县物业协会,200,1000
"""
_IN = """捐赠单位,品种,数量,分配情况,
,,,接收单位,数量
甲公司,家庭包,1000,市一院,300
,,,市二院,700
乙公司,夹克衫,200,市一院,150
"""
_DAY = "救灾物资发放情况（2020年2月1日）,,,,,,\n"


def test_each_who_got_some_is_booked_and_the_whole_is_not() -> None:
    """The outer amounts were read, and the rows of those who got some refused."""
    assert told(_DAY + _OUT).splitlines()[1:] == [
        "4 distribution (2020-02-01) recipient=洞桥镇: 家庭包 300@@91800 “下拨单位：江南县” [300 91800value]",
        "5 distribution (2020-02-01) recipient=高桥镇: 家庭包 700@@214200 “下拨单位：江南县” [700 214200value]",
        "6 distribution (2020-02-01) recipient=洞桥镇: 毛巾被 100@@500 “下拨单位：江南县” [100 500value]",
        "7 distribution (2020-02-01) recipient=县物业协会: 毛巾被 200@@1000 “下拨单位：江南县” [200 1000value]",
    ]


def test_what_one_gave_came_once_and_went_out_row_by_row() -> None:
    assert told(_DAY + _IN).splitlines()[1:] == [
        "4 receipt (2020-02-01) donor=甲公司: 家庭包 1000 [1000]",
        "4 distribution (2020-02-01) recipient=市一院: 家庭包 300 []",
        "5 distribution (2020-02-01) recipient=市二院: 家庭包 700 []",
        "6 receipt (2020-02-01) donor=乙公司: 夹克衫 200 [200]",
        "6 distribution (2020-02-01) recipient=市一院: 夹克衫 150 []",
    ]


def test_what_is_still_in_store_went_to_nobody() -> None:
    """It went out to one called 库存, and none was on hand."""
    left = _IN.replace("市二院,700", "库存,700")
    assert "donor=甲公司: 家庭包 1000 [1000]" in told(_DAY + left)
    assert "库存" not in "".join(line for line in told(_DAY + left).splitlines() if " distribution " in line)
    taken = [
        (number, line.split(",")) for number, line in enumerate(_OUT.replace("县物业协会", "库存").splitlines(), 1)
    ]
    assert list(laid_out(iter(taken))) == taken  # what is left of what one got is none of what went on


def test_what_went_whole_to_one_is_read_as_in_a_list_where_all_did() -> None:
    """Where a gift that was shared came below, those above were booked once more, as come and gone out."""
    headings = "捐赠单位,品种,数量,发放地点,发放数量"
    alone = f"救灾物资（2020年2月1日）,,,,\n{headings}\n甲公司,家庭包,1000,市一院,1000\n"
    relayed = "3 relay (2020-02-01) donor=甲公司 recipient=市一院: 家庭包 1000 [1000]"
    assert told(alone).splitlines()[1:] == [relayed]
    grown = told(f"{alone}乙公司,夹克衫,200,市一院,150\n,,,市二院,50\n").splitlines()
    assert grown[1] == relayed
    assert [line.split(" (")[0] for line in grown[2:]] == ["4 receipt", "4 distribution", "5 distribution"]


def test_headings_in_one_row_say_it_too() -> None:
    text = "下拨日期,下拨单位,品种,数量,发放地,发放数量\n2020-02-01,江南县,家庭包,1000,洞桥镇,300\n,,,,高桥镇,700\n"
    assert told(text).splitlines()[1:] == [
        "2 distribution 2020-02-01 recipient=洞桥镇: 家庭包 300 “下拨单位：江南县” [300]",
        "3 distribution 2020-02-01 recipient=高桥镇: 家庭包 700 “下拨单位：江南县” [700]",
    ]


def test_a_total_that_agrees_and_words_below_change_nothing() -> None:
    found = told(_DAY + _IN)
    assert told(f"{_DAY}{_IN}合计,,1200,,1150\n") == found
    assert told(f"{_DAY}{_IN}合计,,1200,,1150\n制表：王会计,,,,\n").startswith(found)


@pytest.mark.parametrize(
    "text",
    [
        _OUT.replace("700,214200", "600,214200"),
        _OUT.replace("700,214200", "700,214000"),
        _OUT.replace("县物业协会,200,1000", ",200,1000"),
        _OUT.replace("洞桥镇,100,500", "洞桥镇,,"),
        _OUT + "合计,,1200,307500,,1200,307500\n",
        _OUT + ",棉被,,,大徐镇,5,50\n",
        _IN.replace("市二院,700", "市二院,800"),
        f"{_IN}合计,,1200,,1160\n",
        _IN.replace("品种,数量", "品种,数量（箱）").replace("接收单位,数量", "接收单位,数量（只）"),
        _IN.replace("市一院,300", "市一院,约300"),
        _IN.replace("接收单位,", "单位,").replace("市一院,", "个,").replace("市二院,", "个,"),
    ],
)
def test_what_does_not_add_up_or_can_not_be_told_is_left_as_it_stands(text: str) -> None:
    rows = [(number, line.split(",")) for number, line in enumerate(text.splitlines(), 1)]
    assert list(laid_out(iter(rows))) == rows
    found = told(_DAY + text)
    assert not ("recipient=高桥镇" in found or "recipient=市二院" in found or "recipient=个" in found) or "!" in found


def test_merged_cells_say_what_they_are_merged_over() -> None:
    def under(text: str) -> str:
        return Merged(text, down=True)

    rows = [
        (1, ["下拨单位", "品种", "数量", "发放地", "发放数量"]),
        (2, ["江南县", "家庭包", "1000", "洞桥镇", "300"]),
        (3, [under("江南县"), under("家庭包"), under("1000"), "高桥镇", "700"]),
        (4, [under("江南县"), under("家庭包"), "50", "大徐镇", "50"]),
    ]
    assert [cells[:5] for _, cells in laid_out(iter(rows))][1:] == [
        ["下拨单位：江南县", "家庭包", "", "洞桥镇", "300"],
        ["下拨单位：江南县", "家庭包", "", "高桥镇", "700"],
        ["下拨单位：江南县", "家庭包", "", "大徐镇", "50"],
    ]


def test_other_headings_are_left_as_they_stand() -> None:
    for headings in (
        "捐赠单位,品种,数量,接收单位,数量",
        "捐赠单位,姓名,金额,发放地,发放数量",
        "品种,数量,发放地,备注,地址",
    ):
        rows = [(1, headings.split(",")), (2, ["甲公司", "口罩", "100", "洞桥镇", "100"])]
        assert list(laid_out(iter(rows))) == rows


ONE_ROW = (
    "接收时间,捐赠来源,物资,单位,数量,{}\n2020-02-01,甲公司,口罩,个,1000,{}\n{}2020-02-02,乙公司,防护服,套,50,{}\n"
)


@pytest.mark.parametrize(
    ("headings", "first", "second", "third"),
    [
        ("分配单位,分配数量", "市一院,600", ",,,,,市二院,300\n", "市一院,50"),
        ("分配去向,发放数量", "市一院,600", ",,,,,市二院,300\n", "市一院,50"),
        ("分配数量,分配单位,剩余数量", "600,市一院,100", ",,,,,300,市二院,\n", "50,市一院,0"),
        ("分配时间,分配单位,分配数量", "2020-02-01,市一院,600", ",,,,,2020-02-01,市二院,300\n", "2020-02-02,市一院,50"),
    ],
)
def test_shares_behind_a_gift_below_one_row_of_headings(headings: str, first: str, second: str, third: str) -> None:
    """The whole list was refused, since in some row less went on than came."""
    found = told(ONE_ROW.format(headings, first, second, third))
    assert "receipt 2020-02-01 donor=甲公司: 口罩 1000个" in found
    assert "distribution 2020-02-01 recipient=市一院: 口罩 600个" in found
    assert "distribution 2020-02-01 recipient=市二院: 口罩 300个" in found
    assert "donor=乙公司" in found
    assert "recipient=市一院: 防护服 50套" in found
    assert " ! " not in found


def test_shares_may_stand_with_their_units() -> None:
    found = told(
        "日期,捐赠单位,物资,数量,接收单位,分配数量\n2020-02-01,甲公司,口罩,1000个,市一院,600个\n,,,,市二院,400个\n"
    )
    assert "receipt 2020-02-01 donor=甲公司: 口罩 1000个" in found
    assert "distribution 2020-02-01 recipient=市二院: 口罩 400个" in found


@pytest.mark.parametrize(
    "row", ["10箱,市一院,600个,", "1000个,市一院,1200个,", "1000个,市一院,600个,300个", "1000个,,600个,"]
)
def test_shares_that_make_no_part_of_the_gift_are_refused(row: str) -> None:
    assert "receipt" not in told(f"日期,捐赠单位,物资,数量,分配单位,分配数量,剩余数量\n2020-02-01,甲公司,口罩,{row}\n")


@pytest.mark.parametrize(
    "headings",
    ["去向,去向数量", "去向,转赠数", "流向,流向数量", "转赠单位,转赠数量", "使用单位,使用数量", "接收单位,送达数量"],
)
def test_how_many_went_on_is_a_share_however_it_is_called(headings: str) -> None:
    """All of them had gone on, where 去向数量 said another number."""
    found = told(
        f"日期,捐赠单位,物资,数量,{headings}\n2020-02-01,甲公司,口罩,500个,市一院,300个\n2020-02-02,乙公司,手套,100双,,\n"
    )
    assert "receipt 2020-02-01 donor=甲公司: 口罩 500个" in found
    assert "distribution 2020-02-01 recipient=市一院: 口罩 300个" in found
    assert "receipt 2020-02-02 donor=乙公司: 手套 100双" in found
    assert "relay" not in found
