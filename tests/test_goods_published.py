"""Lists of goods as they are published: where the goods came from, how far they have come, what they cost, and where they went."""

import pytest
from harness.tables import told

SORTS = "who gave the goods"


def lines(text: str, day: str | None = None) -> list[str]:
    return told(text, day).splitlines()


@pytest.mark.parametrize("heading", ["来源", "物资来源"])
def test_sorts_of_goods_are_nobodys_names(heading: str) -> None:
    found = lines(
        f"日期,物资名称,数量,{heading}\n2020-02-01,口罩,500只,采购\n2020-02-03,手套,20双,上级调拨\n2020-02-05,大米,9袋,甲公司\n"
    )
    assert found[0].startswith("unclear")
    assert all(SORTS in line for line in found[1:])


def test_goods_given_and_bought_in_one_column_of_sources() -> None:
    found = lines("日期,物资名称,数量,来源\n2020-02-01,口罩,500只,社会捐赠\n2020-02-03,手套,20双,自购\n")
    assert "a donor" in found[1]
    assert found[2] == "3 purchase 2020-02-03 : 手套 20双 [20双]"


def test_a_source_that_says_gift_beside_who_gave_is_a_remark() -> None:
    found = lines("日期,捐赠单位,来源,物资名称,数量\n2020-02-01,甲公司,社会捐赠,口罩,500只\n")
    assert found[1] == "2 receipt 2020-02-01 donor=甲公司: 口罩 500只 “来源：社会捐赠” [500只]"


def test_sources_of_what_was_handed_out_gave_nothing() -> None:
    found = lines(
        "领用日期,领用科室,物资名称,数量,物资来源\n2020-02-11,急诊科,防护服,10套,乙公司捐赠\n2020-02-12,感染科,护目镜,20副,自购\n"
    )
    assert found[1] == "2 distribution 2020-02-11 recipient=急诊科: 防护服 10套 “物资来源：乙公司捐赠” [10套]"
    assert found[2] == "3 distribution 2020-02-12 recipient=感染科: 护目镜 20副 “物资来源：自购” [20副]"


def test_what_came_into_the_store_and_was_bought_by_another_column() -> None:
    found = lines(
        "日期,业务形态,类型,物资名称,数量,往来单位\n2020-02-01,物资入库,捐赠,口罩,500只,甲公司\n2020-02-02,物资入库,采购,手套,20双,乙商行\n"
        "2020-02-03,物资出库,直接发放,口罩,200只,东风社区\n"
    )
    assert found[1] == "2 receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]"
    assert found[2] == "3 purchase 2020-02-02 supplier=乙商行: 手套 20双 [20双]"
    assert found[3] == "4 distribution 2020-02-03 recipient=东风社区: 口罩 200只 []"


@pytest.mark.parametrize(
    "state", ["备货中", "生产中", "清关中", "采购中", "待清关", "筹集中", "in customs", "即将运抵", "即将到货"]
)
def test_goods_that_are_made_ready_have_not_come(state: str) -> None:
    found = lines(
        f"日期,捐赠单位,物资,数量,状态\n2020-02-01,甲公司,口罩,500只,{state}\n2020-02-02,乙公司,手套,20双,已签收\n"
    )
    assert found[1] == "2 - not received, by its own word"
    assert found[2] == "3 receipt 2020-02-02 donor=乙公司: 手套 20双 [20双]"


@pytest.mark.parametrize("state", ["待发货", "已发货"])
def test_goods_that_the_store_sends_on_came(state: str) -> None:
    found = lines(f"日期,捐赠单位,物资,数量,状态\n2020-02-01,甲公司,口罩,500只,{state}\n")
    assert found[1] == "2 receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]"


def test_what_a_row_comes_to_beside_price_and_quantity() -> None:
    found = lines(
        "支出明细\n项目,单价,数量,小计\n美术材料,100,24,2400\n影印纸,538,2,1076\n参访车费,1500,,1500\n杂支,,,84\n支出总计,,,5060\n",
        "2020-03-06",
    )
    assert found[0].endswith("小计=spent")
    assert [line.split(" : ")[1].split("元")[0] for line in found[3:5]] == ["CNY 1500", "CNY 84"]
    assert found[-1] == "= 5060 in row 7"


def test_a_total_behind_merged_cells_is_that_of_the_money() -> None:
    found = lines("支出明细\n项目,单价,数量,小计\n彩纸,240,1,240\n糖果,100,1,100\n支出总计,,340,\n", "2020-03-06")
    assert not any(line.startswith("≠") for line in found)


def test_another_total_behind_merged_cells_is_told() -> None:
    found = lines("支出明细\n项目,单价,数量,小计\n彩纸,240,1,240\n糖果,100,1,100\n支出总计,,345,\n", "2020-03-06")
    assert any(line.startswith("≠") for line in found)


def test_another_product_is_no_cost() -> None:
    found = lines("支出明细\n物资名称,单价,数量,合计\n口罩,3,100,500\n", "2020-03-06")
    assert "合计=-" in found[0]


def test_money_raised_for_projects_was_not_spent() -> None:
    found = lines("项目,募集金额（元）\n助学项目,1000\n助老项目,500\n", "2020-03-06")
    assert found[0].startswith("unclear")


@pytest.mark.parametrize("heading", ["收到捐款（元）", "接收捐赠资金（元）", "募集善款（元）"])
def test_bodies_that_were_given_money_gave_none(heading: str) -> None:
    found = lines(
        f"单位,{heading},支出（元）,结余（元）\n市红十字会,6258,4907,1351\n市慈善总会,2461,2303,158\n", "2020-03-06"
    )
    assert found[0].startswith("statistic")
    assert all("a figure of a statistic" in line for line in found[1:])


def test_who_gave_and_what_was_spent_of_it() -> None:
    found = lines("班级,捐款（元）,支出（元）,结余（元）\n一班,625,490,135\n", "2020-03-06")
    assert "donor=一班: CNY 625元" in found[1]


@pytest.mark.parametrize(
    ("headings", "party"),
    [
        ("发放日期,户主,物资,数量", "distribution 2020-02-01 recipient"),
        ("日期,姓名,物资,领取数量", "distribution 2020-02-01 recipient"),
        ("日期,姓名,物资,实际发放数量", "distribution 2020-02-01 recipient"),
        ("捐赠日期,姓名,物资,数量", "receipt 2020-02-01 donor"),
    ],
)
def test_the_heading_of_the_day_says_which_way_goods_went(headings: str, party: str) -> None:
    assert f"{party}=李华: 大米 5袋" in lines(f"{headings}\n2020-02-01,李华,大米,5袋\n")[1]


@pytest.mark.parametrize("headings", ["接收日期,姓名,物资,数量", "发放日期,姓名,物资,接收数量", "日期,姓名,物资,数量"])
def test_other_headings_leave_it_open(headings: str) -> None:
    assert lines(f"{headings}\n2020-02-01,李华,大米,5袋\n")[0].startswith("unclear")


@pytest.mark.parametrize("headings", ["援助地,援助数量", "发往地区,调运数量", "发放居民区,数量", "发放村委会,数量"])
def test_where_goods_were_sent(headings: str) -> None:
    found = lines(f"日期,物资名称,{headings}\n2020-02-01,帐篷,南山,421顶\n")
    assert found[1] == "2 distribution 2020-02-01 recipient=南山: 帐篷 421顶 [421顶]"


def test_an_english_card_of_a_store() -> None:
    found = lines(
        "Date,Item,Received From,Received,Issued To,Issued,Balance\n2020-02-01,Blankets,Acme Ltd,200,,,200\n2020-02-03,Blankets,,,Hope School,120,80\n"
    )
    assert found[1] == "2 receipt 2020-02-01 donor=Acme Ltd: Blankets 200 [200]"
    assert found[2] == "3 distribution 2020-02-03 recipient=Hope School: Blankets 120 []"


@pytest.mark.parametrize("heading", ["折合餐数", "约合份数", "折算成餐数"])
def test_how_many_meals_food_makes_is_no_worth(heading: str) -> None:
    found = lines(f"日期,捐赠企业,品类,重量（公斤）,{heading}\n2020-02-01,甲超市,面包,35.5,88\n")
    assert found[1] == f"2 receipt 2020-02-01 donor=甲超市: 面包 35.5公斤 “{heading}：88” [35.5公斤]"


def test_sorts_of_gifts_beside_who_gave_are_a_remark_also_where_one_of_them_is_unknown() -> None:
    found = lines("捐赠人,来源,品名,数量,日期\n李华,社会捐赠,口罩,500,2020-02-03\n王芳,个人捐赠,口罩,50,2020-02-03\n")
    assert found[1].startswith("2 receipt 2020-02-03 donor=李华: 口罩 500")
    assert "donor=王芳: 口罩 50 “来源：个人捐赠”" in found[2]
    bought = lines("捐赠人,来源,品名,数量,日期\n李华,采购,口罩,500,2020-02-03\n王芳,个人捐赠,口罩,50,2020-02-03\n")
    assert all(SORTS in line for line in bought[1:])
