"""Papers that say how much came by sort, by way or from how many, and cash and goods with one sum: nobody's gift is made of them."""

import pytest
from harness.tables import told

from donations.domain.parsing import parse_quantities
from donations.importers.columns import figures

STATISTIC = "a figure of a statistic, no gift"


@pytest.mark.parametrize(
    "text",
    [
        "某会募捐情况,\n类别,金额（元）\n单位捐款,242850\n个人捐款,3597358\n合计,3840208\n",
        "某会接收捐赠款物,\n类别,金额（元）\n善款,2094713\n物资折价,2895163.57\n合计,4989876.57\n",
        "善款收入,\n捐赠类型,金额（元）\n定向捐赠,500\n非定向捐赠,300\n",
        "来源,金额（元）\n微信,500\n支付宝,300\n银行转账,200\n合计,1000\n",
    ],
)
def test_sums_by_sort_or_by_way_are_figures(text: str) -> None:
    rows = told(text, "2020-02-01").splitlines()[1:]
    assert rows
    assert all(row.startswith("=") or row.endswith(STATISTIC) for row in rows)


def test_gifts_of_one_giver_by_sort_are_his() -> None:
    read = told("捐赠清单,\n类别,金额（元）\n善款,500\n物资折价,300\n", "2020-02-01", donor="甲公司")
    assert "donor=甲公司: CNY 500元" in read
    assert STATISTIC not in read


def test_sorts_with_a_day_each_or_twice_are_no_figures() -> None:
    for text in (
        "某会募捐情况,,\n日期,类别,金额（元）\n2020-02-01,个人捐款,500\n2020-02-02,单位捐款,300\n",
        "某会募捐情况,\n类别,金额（元）\n个人捐款,500\n个人捐款,300\n",
    ):
        assert STATISTIC not in told(text, "2020-02-01")


@pytest.mark.parametrize(
    "text",
    [
        "某校捐款情况,\n年级,人数\n一年级,50\n二年级,30\n三年级,20\n合计,100\n",
        "某会善款接收情况,\n方式,笔数\n微信,39\n支付宝,122\n银行转账,55\n合计,216\n",
        "某会捐款情况,\n地区,次数\n东乡,50\n西乡,30\n南乡,20\n",
        "捐款类型,金额（元）\n个人捐款,500\n个人捐款,300\n单位捐款,200\n",
        "某会募捐情况,\n微信,500\n支付宝,300\n现金,200\n合计,1000\n",
    ],
)
def test_numbers_of_people_and_ways_are_nobodys_money(text: str) -> None:
    assert "receipt" not in told(text, "2020-02-01")


def test_lists_without_headings_are_read_still() -> None:
    for above in ("捐款名单,\n", "某会捐款名单,2020年2月\n"):
        assert "donor=李华: CNY 500元" in told(f"{above}李华,500\n王芳,300\n微信,200\n", "2020-02-01")


def test_total_with_a_little_more_is_in_its_measure() -> None:
    read = told("捐款单位,金额\n甲公司,200余万元\n乙公司,70余万元\n合计,270余万元\n", "2020-02-01")
    assert "= 2700000 in row 4" in read


BOTH = "money and goods with a comma between them"


@pytest.mark.parametrize(
    "text",
    [
        "现金及物资共计10万元",
        "捐款及物资价值30万元",
        "口罩和现金共5万元",
        "现金、物资共5万元",
        "款物合计5万元",
        "現金及物資共計10萬元",
    ],
)
def test_one_sum_of_cash_and_goods_is_no_cash_and_no_worth(text: str) -> None:
    for heading in ("捐赠内容", "捐赠金额"):
        assert f"2 ! {heading}: {BOTH}" in told(f"捐赠单位,{heading}\n甲公司,{text}\n", "2020-02-01")


def test_what_cash_and_goods_are_worth_together_is_asked() -> None:
    read = told("捐赠单位,物资名称,价值（元）\n甲公司,现金及物资,50000\n乙公司,口罩,500\n", "2020-02-01")
    assert f"2 ! 物资名称: {BOTH}" in read
    assert "donor=乙公司: 口罩 ?@@500" in read


@pytest.mark.parametrize("text", ["现金500元、口罩100个", "现金1万元及物资价值2万元", "捐款及利息共500元", "现金500元"])
def test_each_with_its_own_sum_is_read(text: str) -> None:
    assert " ! " not in told(f"捐赠单位,捐赠内容\n甲公司,{text}\n", "2020-02-01")


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("“84”消毒液100箱", "84消毒液"), ("“康康”牌口罩100箱", "康康牌口罩"), ("100箱“84”消毒液", "84消毒液"),
        ("消毒液“84”100瓶", "消毒液84"), ("“口罩”500个", "口罩"), ('15"显示器5台', '15"显示器'),
    ],
)  # fmt: skip
def test_quotation_marks_within_a_name_are_no_part_of_it(text: str, item: str) -> None:
    [found] = parse_quantities(text)
    assert found.item == item


def test_who_it_went_through_and_to() -> None:
    read = told("捐赠方,经由,受赠方,品名,数量\n甲会,乙会,丙院,口罩,500个\n", "2020-02-01")
    assert "经由=via" in read
    assert "捐款对象=recipient" in told("渠道,捐款对象,金额\n甲会,丙院,10万元\n", "2020-02-01")


@pytest.mark.parametrize(
    "text",
    [
        "某会接收捐赠情况,\n类别,金额（元）\n实名获捐,689213.88\n匿名获捐,333762.54\n合计,1022976.42\n",
        "一日捐善款构成,\n来源,金额（万元）\n个人捐赠,2243.73\n企业认捐,2392.6\n定向捐赠,2229.44\n合计,6865.77\n",
        "某会捐款收支,\n项目,金额（元）\n收到捐款,18000\n支出,3000\n余额,15000\n",
    ],
)
def test_sums_of_what_came_and_went_are_figures(text: str) -> None:
    rows = told(text, "2020-02-01").splitlines()[1:]
    assert rows
    assert all(row.startswith("=") or row.endswith(STATISTIC) for row in rows)


def test_lines_of_an_account_are_no_sums_of_all() -> None:
    for text in (
        "捐款收支,\n项目,金额（元）\n收到李华捐款,500\n支出打印费,300\n",
        "捐款收支,,\n日期,项目,金额（元）\n2020-02-01,收到捐款,500\n2020-02-03,支出,300\n",
        "捐款名单,\n捐款单位,金额（元）\n甲企业捐款,500\n三年级捐款,300\n",
    ):
        assert STATISTIC not in told(text, "2020-02-01")


def test_what_goods_cost_is_read_though_no_row_says_price_and_number() -> None:
    read = told("支出,,,\n项目,单价,数量,小计\n作业本,,24,270\n颜料,,,191\n支出总计,461,,\n", "2020-02-01")
    assert "270CNY" in read
    assert "191CNY" in read


def test_sum_beside_price_and_number_that_is_no_number_is_refused() -> None:
    read = told("支出,,,\n项目,单价,数量,小计\n作业本,,24,270\n颜料,158+33,,158+33\n", "2020-02-01")
    assert "! 小计" in read


@pytest.mark.parametrize("words", ["社会个人", "机关", "本年", "会员机关"])
def test_words_of_sorts_many_times_over_are_read_in_no_time(words: str) -> None:
    """Two ways to take each of them apart would be a thousand millions of thirty."""
    assert figures._SORT_OF_GIFTS.fullmatch(words * 30 + "x") is None
    assert figures._OF_ALL.fullmatch(words * 30 + "x") is None
