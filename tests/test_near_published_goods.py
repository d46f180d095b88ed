"""Neighbours of lists of goods as they are published: who gave or paid is named after all, or words of a cover stand where a name belongs."""

import pytest
from harness.tables import told

DAY = "2020-03-03"


def lines(text: str) -> list[str]:
    return told(text, DAY).splitlines()


@pytest.mark.parametrize("heading", ["捐款人", "捐赠单位", "姓名", "爱心企业"])
def test_who_gave_collected_nothing(heading: str) -> None:
    found = lines(f"{heading},收到捐款,支出\n甲公司,100,50\n乙公司,200,70\n")
    assert found[1].startswith(f"2 receipt ({DAY}) donor=甲公司: CNY 100元")


@pytest.mark.parametrize(
    "above",
    [
        "目标,一万元",
        "募捐目标,一万元",
        "人均,十元",
        "起捐,十元",
        "昨日累计,伍仟元",
        "第一批,口罩若干",
        "附件,书籍一批",
        "捐赠单位,捐赠物资一批",
        "活动主题,一元捐",
        "截至今日,一万元",
        "上期,一万元",
        "每人,十元",
        "班费,一百元",
        "手续费,一元",
        "购买口罩,一百元",
        "其中,口罩500个",
        "序号,一",
    ],
)
def test_words_of_a_cover_beside_an_amount_gave_nothing(above: str) -> None:
    found = lines(f"捐款名单\n{above}\n张大伟,100元\n王小明,200元\n李四,50元\n")
    assert [line.split()[0] for line in found[1:]] == ["3", "4", "5"]


def test_names_among_sorts_beside_who_received_are_asked_about() -> None:
    found = lines(
        "日期,物资来源,接收单位,物资名称,数量\n2020-02-01,甲公司,一小,口罩,20个\n2020-02-02,社会捐赠,二小,手套,5双\n"
    )
    assert found[0].startswith("unclear")
    assert all("who gave the goods" in line for line in found[1:])


@pytest.mark.parametrize("heading", ["领用单位", "发放单位"])
def test_names_among_sorts_of_what_was_handed_out_are_a_remark(heading: str) -> None:
    found = lines(
        f"日期,物资来源,{heading},物资名称,数量\n2020-02-01,甲公司,一小,口罩,20个\n2020-02-02,自购,二小,手套,5双\n"
    )
    assert found[1] == "2 distribution 2020-02-01 recipient=一小: 口罩 20个 “物资来源：甲公司” [20个]"


def test_one_of_two_columns_of_sources_says_gift_of_all() -> None:
    found = lines("日期,物资来源,来源,物资,数量\n2020-02-01,甲公司,捐赠,口罩,500只\n2020-02-02,李华,捐赠,手套,5双\n")
    assert found[1] == "2 receipt 2020-02-01 donor=甲公司: 口罩 500只 “来源：捐赠” [500只]"


def test_what_was_handed_out_and_came_from_another_is_not_told_by_its_day() -> None:
    found = lines("发放日期,单位,物资,数量,提供方\n2020-02-01,一小,大米,5袋,甲公司\n")
    assert "distribution" not in found[1]


def test_what_was_given_into_the_store_was_not_bought_by_it() -> None:
    found = lines(
        "日期,业务,采购方式,物资名称,数量,往来单位\n2020-02-01,捐赠入库,采购,口罩,500只,甲公司\n2020-02-03,出库,发放,口罩,200只,东风社区\n"
    )
    assert found[1] == "2 receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]"


def test_what_may_have_been_paid_at_a_sale_is_asked_about() -> None:
    found = lines("姓名,商品,单价,数量,捐款\n李华,画,100,2,200\n王明,书,10,5,50\n")
    assert all(line[2:4] == "! " and "worth" in line for line in found[1:])
