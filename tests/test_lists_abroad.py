"""Lists of givers as associations of Chinese abroad, temples and clans publish them. Names and figures are invented."""

from contextlib import closing
from pathlib import Path

import pytest
from gifts import imported
from harness.tables import settings, sheet, told

from donations.importers.tables import tables
from donations.importers.words.cells import WORTH_IN_YUAN
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import understood
from donations.importers.words.row_reasons import WHO_GAVE
from donations.services.importing.papers import Paper
from donations.store.book import open_book

ROSTER = """某会馆赈灾筹款芳名录（2020年2月1日）
编号,芳名,{heading},支票号
1,陈氏公会,"10,000",123456
2,林先生,500,223456
"""


def test_amounts_stand_below_a_word_of_giving_with_their_money() -> None:
    """The numbers of the cheques beside them were booked as yuan."""
    lines = told(ROSTER.format(heading="乐捐（新币）"))
    assert "money_in 2: 编号=serial 芳名=donor 乐捐（新币）=money 支票号=-" in lines
    assert "donor=陈氏公会: SGD 10000新加坡元" in lines


def test_headings_that_say_who_gave_are_headings_though_nobody_knows_the_amounts() -> None:
    assert "receipt" not in told(ROSTER.format(heading="某某").replace('"10,000"', "$1万"))


@pytest.mark.parametrize(
    ("heading", "sense"),
    [("樂助（港幣）", "money"), ("功德（元）", "money"), ("赞助（万元）", "money"), ("捐（元）", "money"), ("乐捐", "content"), ("捐赠内容（元）", "content")],
)  # fmt: skip
def test_what_is_given_has_many_words(heading: str, sense: str) -> None:
    assert understood(heading).sense == sense


@pytest.mark.parametrize(
    ("text", "kind"), [("三、结余", "running"), ("（三）本期结余：", "running"), ("三、收入", None)]
)
def test_what_was_left_may_be_numbered_as_a_part_of_the_paper(text: str, kind: str | None) -> None:
    assert total_of(text) == kind


def test_a_row_of_nothing_is_passed_over_whatever_money_it_names() -> None:
    lines = told('日期,捐款人,金額\n2020/01/05,王小明,"NT$ 1,000"\n2020/01/07,無名氏,NT$ 0\n')
    assert lines.splitlines()[1:] == [
        "2 receipt 2020-01-05 donor=王小明: TWD 1000新台币 [1000TWD]",
        "3 - an amount of zero",
    ]


def test_who_was_helped_may_be_called_after_the_household() -> None:
    lines = told("志工,發放日期,關懷戶姓名,物資內容,發放數量\n陳志工,2020-02-01,林阿嬤,白米,2\n")
    assert "distribution 2020-02-01 recipient=林阿嬤: 白米 2" in lines


@pytest.mark.parametrize("remark", ["作廢", "已註銷", "重複登記"])
def test_a_void_row_says_so_in_traditional_characters_too(remark: str) -> None:
    lines = told(f"日期,捐款人,金額（新臺幣）,備註\n2020-02-01,李華,80,{remark}\n")
    assert lines.splitlines()[1] == "2 - taken back, by its own word"


@pytest.mark.parametrize(
    "heading",
    [
        "Paid",
        "Paid?",
        "Received",
        "Is Paid",
        "Payment Received",
        "已付",
        "到账与否",
        "收到",
        "款项已收",
        "收款",
        "已繳費",
    ],
)
def test_a_heading_may_ask_whether_a_gift_came(heading: str) -> None:
    """Of yes and no below it; those who had not paid were booked."""
    lines = told(f"Sponsor,Amount,Date,{heading}\nAnn,100,2020-02-01,Yes\nBob,50,2020-02-01,No\n").splitlines()
    assert lines[1:] == ["2 receipt 2020-02-01 donor=Ann: CNY 100元 [100CNY]", "3 - not paid, by its own word"]


def test_what_goods_are_worth_in_dollars_is_no_money_beside_them() -> None:
    lines = told('Sponsor,Cash,In-Kind,Item,Date\nAnn,"$5,000",,,2020-02-01\nBob,,$300,200 T-shirts,2020-02-01\n')
    assert lines.splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=Ann: USD 5000美元 [5000USD]",
        "3 receipt 2020-02-01 donor=Bob: T-shirts 200 “价值$300” [200]",
    ]


def test_goods_in_brackets_behind_the_sort_of_a_gift_are_those_given() -> None:
    lines = told(
        "捐赠人,捐赠形式,金额/价值（元）,日期\n甲,货币,500,2020-02-01\n乙,实物（电脑50台）,150,2020-02-01\n"
        "丙,实物,20,2020-02-01\n丁,实物（书籍）,30,2020-02-01\n戊,实物（见附件）,40,2020-02-01\n"
    )
    assert lines.splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=甲: CNY 500元 [500CNY]",
        "3 receipt 2020-02-01 donor=乙: 电脑 50台@@150 [50台 150value]",
        "4 receipt 2020-02-01 donor=丙: 物资 ?@@20 [20value]",
        "5 receipt 2020-02-01 donor=丁: 书籍 ?@@30 [30value]",
        "6 receipt 2020-02-01 donor=戊: 物资 ?@@40 [40value]",
    ]


def test_unions_may_give_in_sums_of_many() -> None:
    """They were taken for figures of a statistic, since each says of how many it is made."""
    text = "捐款汇总表（2020年2月5日）\n基层工会名称,捐款人数,个人捐款,单位捐款,合计\n甲公司工会,120,200,500,700\n乙学校工会,85,100,,100\n"
    assert "donor=甲公司工会: CNY 200元, CNY 500元 [700CNY]" in told(text)
    assert WHO_GAVE in told(text.replace("基层工会名称", "某某点"))


def test_names_below_a_heading_that_nobody_understands_are_asked_about() -> None:
    """The gifts were booked as nobody's, and the names were lost."""
    text = "爱心捐款公示\n帮扶点,捐款金额（元）,日期\n张三,100,2020-02-01\n李四,50,2020-02-01\n"
    assert WHO_GAVE in told(text)
    assert "donor=张三" in told(text, columns={"帮扶点": "donor"})
    assert "donor=爱心人士" in told(text, columns={"帮扶点": "-"})
    assert "donor=爱心人士" in told(text.replace("张三", "第一次").replace("李四", "第二次"))


def test_sources_that_are_sorts_of_money_name_nobody() -> None:
    """The dues of an association were booked as a gift of somebody called 会费."""
    text = "收入明细\n收入来源,金额,日期\n会费,5000,2020-02-01\n政府补助,20000,2020-02-01\n李华,300,2020-02-01\n"
    assert "sorts of income" in told(text)
    assert "donor=王芳" in told(text.replace("会费", "甲公司").replace("政府补助", "王芳"))


def test_nicknames_below_a_heading_that_nobody_understands_are_asked_about() -> None:
    """No surname tells that they are names; what most rows say apart from the others was lost all the same."""
    text = "捐款名单\n日期,大侠,金额\n2020-02-01,wumei,5元\n2020-02-02,山下流水,20元\n2020-02-03,fan,10元\n"
    assert WHO_GAVE in told(text)
    assert "donor=山下流水" in told(text.replace("大侠", "小伙伴"))
    ways = text.replace("wumei", "微信").replace("山下流水", "支付宝").replace("fan", "微信")
    assert "donor=爱心人士" in told(ways)


def test_a_total_of_dollars_counts_no_goods(book_path: Path) -> None:
    """30 pizzas were added to it, and the list was refused."""
    text = 'Sponsor,Cash,Item,Date\nAnn,"$5,000",,2020-02-01\nBob,,30 pizzas,2020-02-01\nTotal,"$5,000",,\n'
    with closing(open_book(book_path, writing=True)) as book:
        outcome = imported(book, Paper("a.csv", "0" * 64, tables(sheet(text), settings())))
    assert outcome.entries == 2
    assert outcome.files[0].problems == []


def test_what_is_left_behind_a_fee_is_no_second_gift_where_some_had_none() -> None:
    text = (
        "捐款时间,捐款人,捐款金额,手续费,实收金额\n2020-02-01,李华,100.00,0.60,99.40\n2020-02-02,王芳,50.00,0,50.00\n"
    )
    lines = told(text).splitlines()
    assert lines[0].endswith("捐款金额=money 手续费=- 实收金额=-")
    assert lines[2] == "3 receipt 2020-02-02 donor=王芳: CNY 50元 [50CNY]"


def test_who_came_for_goods_received_none_of_them() -> None:
    """In rows whose 接收单位 is that above, as of merged cells, the goods were booked to whoever fetched them."""
    text = "接收单位,物资名称,数量,单位,领取人,日期\n市一院,口罩,100,只,张某,2020-02-01\n,手套,50,双,张某,2020-02-01\n"
    assert "3 distribution 2020-02-01 recipient=市一院: 手套 50双 [50双]" in told(text)
    text = "接收单位,物资名称,数量,单位,领取人,日期\n市一院,口罩,100,只,,2020-02-01\n,手套,50,双,李华,2020-02-01\n"
    assert "3 distribution 2020-02-01 recipient=李华: 手套 50双 [50双]" in told(text)


ABROAD = """各界捐款及支援一覽（截至2020年3月20日）
機構,捐款金額（港元）,{heading}
甲集團,"2,000萬",
丙科技,"1,000萬",{goods}
合計,3000萬,
"""


@pytest.mark.parametrize("heading", ["物資及其他支援", "物资和其它帮助", "物資"])
def test_institutions_gave_where_nobody_else_is_named(heading: str) -> None:
    """機構 was passed over as the branch of a bank."""
    lines = told(ABROAD.format(heading=heading, goods="毛毯500張、充電器200個"))
    assert f"goods_in 2: 機構=donor 捐款金額（港元）=money {heading}=item" in lines
    assert "donor=丙科技: HKD 10000000港元, 毛毯 500张, 充電器 200个" in lines
    assert "= 30000000 in row 5" in lines


def test_an_amount_of_hundreds_of_millions_is_no_heading() -> None:
    """The last gift and the total of 1.6億 were headings, below which no row stood: nothing was read, and nothing said."""
    lines = told("某某,金額（港元）,某事\n甲,1億,\n乙,1000萬,\n丙,,價值500萬元物資\n合計,1.6億,\n")
    assert not lines.startswith("money_in 4")
    assert "價值500萬元物資" not in lines.splitlines()[0]


def test_words_like_headings_at_the_end_do_not_hide_the_rows_above_them() -> None:
    """Nobody knows what the columns are: that is said, instead of a table without rows."""
    lines = told("谁,多少,别的\n李华,5,\n王芳,6,\n赵一,7,\n捐款人,金额,\n").splitlines()
    assert [line[:3] for line in lines[1:]] == ["2 !", "3 !", "4 !"]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("現金5000元", "HKD 5000港元"),
        ("捐款5000元、口罩500個", "HKD 5000港元, 口罩 500个"),
        ("現金人民幣5000元", "CNY 5000元"),
        ("美元500元", "USD 500美元"),
    ],
)
def test_money_beside_goods_is_that_of_the_list(cell: str, said: str) -> None:
    """5000元 below 捐款名單（港元） was booked as yuan where the column holds goods too."""
    for heading in ("捐款或物資", "捐贈內容"):
        lines = told(f"捐款名單（港元）\n日期,捐款者,{heading}\n2020-03-01,甲公司,{cell}\n")
        assert f"donor=甲公司: {said} " in lines, heading


@pytest.mark.parametrize("title", ["捐款名單（港元）\n日期,捐款者,捐款金額", "捐款名單\n日期,捐款者,捐款金額（港元）"])
def test_goods_are_not_worth_yuan_in_a_list_of_other_money(title: str) -> None:
    for goods in ("口罩500個（價值1000元）", "價值500萬元物資"):
        assert WORTH_IN_YUAN in told(f"{title},物資\n2020-03-01,甲公司,,{goods}\n")
    assert "口罩 500个@@1000" in told(f"{title},物資\n2020-03-01,甲公司,,口罩500個（價值人民幣1000元）\n")
    assert "口罩 500个@@1000" in told("日期,捐款者,捐款金額（美元）,物資\n2020-03-01,甲公司,,口罩500個（價值1000元）\n")


def test_a_total_of_what_is_passed_over_is_none_of_the_goods() -> None:
    """The worth of goods in money that isn't kept was held against how many they are."""
    table = "Date,Donor,Item,Qty,Unit,Est. Total Value (PHP)\n2020-03-01,Ann,Rice,10,sacks,1100\n2020-03-02,Bob,Water,5,cases,900\nTOTAL,,,,,2000\n"
    assert told(table).splitlines()[-1] == "4 - a total"
    assert (
        told("日期,捐赠单位,物资名称,数量,受益人数\n2020-03-01,甲公司,口罩,5个,3\n合计,,,,3\n").splitlines()[-1]
        == "3 - a total"
    )


@pytest.mark.parametrize(
    "amount", ["$500/mo", "$50/year", "$5/wk", "$50/month", "$50 per month", "500元/月", "每月50元"]
)
def test_what_came_nobody_knows_how_often_is_no_amount(amount: str) -> None:
    """$500/mo was one gift of 500."""
    lines = told(f"Date,Sponsor,Amount\n2020-03-01,Ann,{amount}\n2020-03-02,Bob,$5\n").splitlines()
    assert [line[:3] for line in lines[1:]] == ["2 !", "3 r"]


@pytest.mark.parametrize("heading", ["赞助金额", "捐款金额", "打赏金额"])
def test_what_gifts_are_asked_for_is_not_what_was_spent(heading: str) -> None:
    """A list of what one may sponsor was read as one of costs."""
    assert told(f"项目,{heading}\n定制功能,¥100\n答疑,¥100\n", day="2020-03-01").startswith("unclear")


@pytest.mark.parametrize("item", ["Cash", "Cash donation", "Check"])
@pytest.mark.parametrize("many", ["", "1"])
def test_cash_among_goods_is_what_stands_below_their_worth(item: str, many: str) -> None:
    """Cash 1 beside $50 was 1 yuan, and Cash beside $100 money of unknown amount."""
    rows = f"2020-03-04,{item},Ann,{many},$50\n2020-03-05,Blankets,Bob,6 boxes,$150\n"
    lines = told(f"Date,Item,Donor,Quantity,Estimated Value\n{rows}").splitlines()
    assert "donor=Ann: USD 50美元 " in lines[1]
    assert "donor=Bob: Blankets 6" in lines[2]
    assert "USD 100美元" in told(
        "日期,品名,捐赠人,数量,价值（美元）\n2020-03-04,现金,李华,,100\n2020-03-05,口罩,王芳,6盒,150\n"
    )


@pytest.mark.parametrize(
    ("title", "item", "said"),
    [
        ("港元", "現金,5000元,", "HKD 5000港元"),
        ("港元", "現金,5000,元", "HKD 5000港元"),
        ("港元", "人民幣,5000,元", "CNY 5000元"),
        ("日元", "現金,5000,", "JPY 5000日元"),
    ],
)
def test_cash_among_goods_is_money_of_the_list(title: str, item: str, said: str) -> None:
    lines = told(
        f"捐款名單（{title}）\n日期,捐款者,品名,數量,單位\n2020-03-01,甲公司,{item}\n2020-03-01,乙公司,口罩,9,個\n"
    )
    assert f"donor=甲公司: {said} " in lines


@pytest.mark.parametrize(
    "title",
    ["102年级捐款", "110年风雨兼程——校友捐款", "100年大庆捐款", "第100年度捐款名单", "建会110年 1月捐款", "捐款单位101-1-2班", "地址：中山路120-12-30室", "热线110/12/5"],
)  # fmt: skip
def test_classes_ages_and_addresses_in_titles_are_no_years_of_taiwan(title: str) -> None:
    assert "receipt 2020-02-01 donor=周明: CNY 5元" in told(f"{title}\n日期,捐款人,金额\n2020-02-01,周明,5\n")


@pytest.mark.parametrize(
    "title",
    [
        "109年捐款徵信錄",
        "109年 冬令救濟",
        "109年第一季",
        "109年度捐款",
        "109年3月",
        "日期：109/3/31", "109.1.1~109.3.31", "某某協會109年3月捐款", "基金會109年度徵信", "徵信 109.03.01-109.03.31", "捐款名單109/3/31", "109年慈善會捐款",
    ],
)  # fmt: skip
def test_years_of_taiwan_in_titles_are_those(title: str) -> None:
    assert "receipt 2020-03-20 donor=陳大文" in told(f"{title}\n日期,捐款人,金額（新台幣）\n3/20,陳大文,5\n")
