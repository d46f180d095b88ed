"""Stock cards (收入 | 发出 | 结存 below 品名：口罩), and what came in beside what went out, each below its own heading. All is invented."""

import pytest
from harness.tables import told

from donations.importers.layouts.stock_books import NAMED_BY_WORDS

CARD = "品名：口罩,单位：只,,,\n"
OPENING = ",上期结存,,,60\n"
ROWS = "2020-02-01,甲公司,500,,560\n2020-02-02,市一院,,200,360\n2020-02-03,张三,20,,380\n"
SPLIT = "2020-02-01,甲公司,,500,,560\n2020-02-02,,市一院,,200,360\n2020-02-03,张三,,20,,380\n"
GONE = [
    "receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]",
    "distribution 2020-02-02 recipient=市一院: 口罩 200只 []",
    "receipt 2020-02-03 donor=张三: 口罩 20只 [20只]",
]
ONE = ("来源/去向", "捐赠单位/领用单位", "往来单位")
COUNTS = ("收入,发出,结存", "收,发,结存", "收入数量,发出数量,结存数量", "入库,出库,库存", "入库数量,出库数量,结存")


def rows_of(text: str) -> list[str]:
    """What each record is, without its number; those that are none are left out."""
    lines = [line.partition(" ")[2] for line in told(text).splitlines()[1:]]
    return [line for line in lines if not line.startswith("- ")]


@pytest.mark.parametrize("card", [CARD, "品名：,口罩,单位：,只\n", "物资名称：口罩    计量单位：只,,,,\n"])
@pytest.mark.parametrize("counts", COUNTS)
@pytest.mark.parametrize("opening", ["", OPENING])
def test_what_came_in_and_went_out_of_the_goods_of_a_card(card: str, counts: str, opening: str) -> None:
    """With a column for each side, or one for both; what was there before is neither."""
    split = opening.replace("结存,", "结存,,")
    for who in ONE:
        assert rows_of(f"物资收发存登记卡\n{card}日期,{who},{counts}\n{opening}{ROWS}") == GONE, who
    assert rows_of(f"物资收发存登记卡\n{card}日期,捐赠单位,领用单位,{counts}\n{split}{SPLIT}") == GONE


@pytest.mark.parametrize("counts", ["收入,发出,结存", "收入数量,发出数量,结存数量", "入库,出库,库存"])
def test_the_same_below_a_heading_over_all_three(counts: str) -> None:
    for who in ONE:
        assert rows_of(f"{CARD}日期,{who},数量,,\n,,{counts}\n{ROWS}") == GONE, who
    goods = ROWS.replace("2020-02-0", "口罩,只,2020-02-0")
    assert rows_of(f"品名,单位,日期,来源/去向,数量,,\n,,,,{counts}\n{goods}") == GONE


def test_a_card_on_which_nothing_went_out_is_of_goods_too() -> None:
    """收入 of it was taken for money that came."""
    assert rows_of(f"{CARD}日期,捐赠单位,去向,收入,发出,结存\n2020-02-01,甲公司,,500,,500\n") == GONE[:1]


def test_income_and_spending_are_money_as_before() -> None:
    said = rows_of("日期,捐款人,收入,支出,结余\n2020-02-01,张三,500,,500\n")
    assert said == ["receipt 2020-02-01 donor=张三: CNY 500元 [500CNY]"]


CAME = "receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]"
WENT = "distribution {} recipient=市一院: 手套 20双"


@pytest.mark.parametrize("who", ["单位", "捐赠单位", "捐赠方"])
@pytest.mark.parametrize(
    ("came", "went"), [("接收", "发放"), ("收入", "支出"), ("接收情况", "发放情况"), ("接收捐赠", "物资发放")]
)
@pytest.mark.parametrize("title", ["", "物资收发台账\n", "物资发放明细\n"])
def test_what_stands_below_received_and_given_out_went_that_way(title: str, came: str, went: str, who: str) -> None:
    """单位 below 接收 is no 接收单位: what it gave was booked as given out to it. The day before both is that of both."""
    for taker, goods in (("单位", "品名"), ("接收单位", "物资名称")):
        shared = f"{title}日期,{came},,,{went},,\n,{who},品名,数量,{taker},{goods},数量\n2020-02-01,甲公司,口罩,500只,市一院,手套,20双\n"
        assert sorted(rows_of(shared)) == sorted([CAME, WENT.format("2020-02-01") + " [20双]"])
        own = f"{title}{came},,,,{went},,,\n日期,{who},品名,数量,日期,{taker},{goods},数量\n2020-02-01,甲公司,口罩,500只,2020-02-03,市一院,手套,20双\n"
        assert sorted(rows_of(own)) == sorted([CAME, WENT.format("2020-02-03") + " [20双]"])


def test_giver_below_received_alone() -> None:
    """接收 above 捐赠单位 doesn't make a receiver of whoever gave."""
    assert rows_of("日期,接收物资,,\n,捐赠单位,品名,数量\n2020-02-01,甲公司,口罩,500只\n") == [CAME]


@pytest.mark.parametrize("taker", ["去向", "接收单位", "领用单位"])
def test_what_is_given_out_in_parts_is_of_the_goods_that_came_in(taker: str) -> None:
    """Named below 接收情况 alone, once for all its parts."""
    said = rows_of(
        f"接收情况,,,,,发放情况,,,,库存\n日期,来源,物资,单位,数量,日期,{taker},数量,领取人,数量\n"
        "8.1,甲公司,矿泉水,件,500,8.2,东村,300,王,200\n,,,,,8.3,西村,150,李,50\n8.2,乙公司,棉被,床,100,8.3,东村,100,王,0\n"
    )
    plain = [line.partition(" [")[0].partition(" “")[0] for line in said]
    came, went = ([line for line in plain if line.startswith(way)] for way in ("receipt", "distribution"))
    assert came == ["receipt 2019-08-01 donor=甲公司: 矿泉水 500件", "receipt 2019-08-02 donor=乙公司: 棉被 100床"]
    assert went == [
        "distribution 2019-08-02 recipient=东村: 矿泉水 300件",
        "distribution 2019-08-03 recipient=西村: 矿泉水 150件",
        "distribution 2019-08-03 recipient=东村: 棉被 100床",
    ]
    assert len(said) == len(came) + len(went)


@pytest.mark.parametrize("who", ["帮扶单位", "援助单位"])
def test_whether_who_helped_paid_or_was_paid_is_asked(who: str) -> None:
    """帮扶资金 beside no other name: paid by them, or to them, unless the title says so."""
    rows = f"{who},帮扶资金,日期\n甲市,10000,2020-02-03\n"
    assert "donor or HEADING=recipient" in told(rows)
    assert "receipt 2020-02-03 donor=甲市: CNY 10000元" in told(f"接受帮扶资金明细,,\n{rows}")
    assert "expense 2020-02-03 recipient=甲市: CNY 10000元" in told(f"帮扶资金发放表,,\n{rows}")


WORDED = (
    "品名：口罩（个）,,,,\n日期,摘要,收入,发出,结存\n2020-02-03,甲公司捐赠,500,,500\n2020-02-04,发放给市一院,,200,300\n"
)


def test_the_words_of_a_card_say_who_gave_and_who_got() -> None:
    """Each row was refused, for who gave or received it was asked."""
    found = told(f"{WORDED}2020-02-05,东乡镇卫生院领用,,100,200\n").splitlines()
    assert [line.partition(":")[0] for line in found[1:]] == [
        "3 receipt 2020-02-03 donor=甲公司",
        "4 distribution 2020-02-04 recipient=市一院",
        "5 distribution 2020-02-05 recipient=东乡镇卫生院",
    ]


@pytest.mark.parametrize("words", ["爱心企业捐赠", "捐赠", "市二院领用"])
def test_words_that_surely_name_nobody_who_gave_are_asked_about(words: str) -> None:
    found = told(f"{WORDED}2020-02-05,{words},100,,400\n")
    assert "5 ! None: a donor" in found
    assert "distribution" not in found  # nobody says of those rows that their words are names


def test_words_that_name_nobody_further_down_are_refused() -> None:
    """Only the first rows are looked at before; 报损 is no name of who got it, and 盘盈 none of who gave."""
    rows = "2020-02-04,市一院领用,,1,300\n" * 150
    found = told(f"{WORDED}{rows}2020-02-05,报损,,1,299\n2020-02-06,盘盈,1,,300\n")
    assert f"155 ! 摘要: {NAMED_BY_WORDS} (报损)" in found
    assert "156 ! 摘要: " in found
