"""What tables drawn by chance from all usual parts together showed: units, years, sums and headings that only came to harm beside others."""

from pathlib import Path

import pytest
from harness.tables import settings, told, told_of
from papers import written

from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.sums.times_told import HEADINGS_AGAIN
from donations.importers.tables import tables

GOODS = "日期,捐赠单位,物资,数量\n2020-02-01,甲公司,"


def last_of(text: str) -> str:
    """What the last row is understood as."""
    return told(text).splitlines()[-1].partition(" ")[2]


@pytest.mark.parametrize(
    "row",
    [
        "大写金额：,捌佰元整,",
        "人民币大写：,捌佰元整,",
        ",人民币（大写）：捌佰元整,",
        "大写,,捌佰元伍角",
        "金额（大写）,捌佰元整,",
    ],
)
def test_a_sum_in_capitals_with_its_label_beside_it_is_no_gift(row: str) -> None:
    """In whatever columns the label and the sum stand."""
    head = "捐款名单（截至2020年2月3日）\n序号,金额（元）,捐款人\n1,500,李华\n2,300,王芳\n合计：,800,\n"
    assert "\n6 - a total\n" in told(f"{head}{row}\n")


def test_a_sum_in_capitals_may_end_with_jiao_or_fen() -> None:
    rows = "捐款名单（截至2020年2月3日）\n序号,捐款人,金额（元）\n1,李华,500.52\n合计,,500.52\n人民币大写：,伍佰元伍角贰分,\n"
    assert told(rows).splitlines()[-2:] == ["5 - a total", "= 500.52 in row 4"]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("2018春风会捐款公示", "2018-11-05"),
        ("春风会2017抗疫捐款名单", "2017-11-05"),
        ("春风会 2018爱心榜", "2018-11-05"),
        ("春风会2020届校友捐款", "2019-11-05"),
        ("春风会共2018人捐款名单", "2019-11-05"),
    ],
)
def test_a_year_without_its_word_is_that_of_days_without_one(title: str, day: str) -> None:
    """Not what counts people, or is the year of those who gave."""
    assert told(f"{title}\n捐款人,金额（元）,日期\n李华,500,11月5日\n").splitlines()[1].startswith(f"3 receipt {day} ")


@pytest.mark.parametrize("name", ["方便面(件)", "方便面（件）", "方便面/件"])
@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("一百一十四", "114"),
        ("一", "1"),
        ("两百余", "~200"),
        ("500左右", "~500"),
        ("约五百", "~500"),
        ("3.5万", "35000"),
    ],
)
def test_the_unit_within_the_name_is_that_of_a_number_in_words(name: str, written: str, amount: str) -> None:
    assert f": 方便面 {amount}件 [" in last_of(f"{GOODS}{name},{written}\n")


def test_what_may_be_a_unit_itself_is_none_of_another() -> None:
    """三两 are 150 grams."""
    assert ": 茶叶（盒） 3两 [" in last_of(f"{GOODS}茶叶(盒),三两\n")


def test_goods_with_their_unit_behind_a_stroke_are_columns() -> None:
    text = "截至2020年2月3日\n序号,接收单位,口罩/个,84消毒液/瓶,备注\n1,市一院,5,7,自提\n2,市二院,,3,\n,合计,5,10,\n"
    assert told(text).splitlines()[1:3] == [
        "3 distribution (2020-02-03) recipient=市一院: 口罩 5个, 84消毒液 7瓶 “自提” [5个 7瓶]",
        "4 distribution (2020-02-03) recipient=市二院: 84消毒液 3瓶 [3瓶]",
    ]


def test_records_below_headings_that_nobody_understands_are_not_passed_over() -> None:
    """Although a table that is understood stands below them."""
    text = "序号,捐赠单位,某甲,某乙\n1,李华,2,60\n2,王芳,5,\n3,张伟,300,30\n\n捐款人,金额（元）,日期\n赵六,500,2020-02-03\n"
    lines = told(text).splitlines()
    assert [line[:3] for line in lines[1:4]] == ["2 !", "3 !", "4 !"]
    assert lines[-1] == "7 receipt 2020-02-03 donor=赵六: CNY 500元 [500CNY]"


def test_words_with_figures_above_a_table_are_still_no_table() -> None:
    text = "开户名称,某协会,\n账号,6217000012345678,\n电话,0792-8888888,\n捐款人,金额（元）,日期\n赵六,500,2020-02-03\n"
    assert len(told(text).splitlines()) == 2


@pytest.mark.parametrize("foot", ["注：排名不分先后。\n2020-03-10", "春风会\n2020年3月10日"])
def test_the_day_that_signs_a_table_says_nothing_of_the_one_below(foot: str) -> None:
    first = "捐款公示（2018年11月8日至11月15日）\n捐款人,金额（元）\n李华,500\n王芳,300\n"
    assert " 2018-03-07 donor=甲公司" in last_of(
        f"{first}{foot}\n春风会2018年度接收物资公示\n捐赠单位,日期,物资,数量\n甲公司,3月7日,口罩,5个\n"
    )


def test_neither_does_it_in_a_page(tmp_path: Path) -> None:
    page = written(
        tmp_path / "a.md",
        "捐款公示（2018年11月8日至11月15日）\n\n|捐款人|金额（元）|\n|---|---|\n|李华|500|\n\n注：排名不分先后。\n\n2020年3月10日\n\n"
        "春风会2018年度接收物资公示\n\n|捐赠单位|日期|物资|数量|\n|---|---|---|---|\n|甲公司|3月7日|口罩|5个|\n",
    )
    found = [line for one in sheets(page, Opening()) for table in tables(one, settings()) for line in told_of(table)]
    assert " 2018-03-07 donor=甲公司" in found[-1]


def test_what_goods_and_money_a_row_gives_are_no_headings() -> None:
    """Of the rows below it: 橘子972斤；RMB 200 beside 热心市民."""
    text = "捐赠单位,捐赠物资（资金）\n张伟,羽绒服1822件\n热心市民,橘子972斤；RMB 200\n王芳,RMB 666\n"
    assert "热心市民=donor" not in told(text, day="2020-02-03")


@pytest.mark.parametrize("sort", ["单位捐款", "机关事业单位", "企业"])
def test_a_sort_of_givers_alone_in_a_row_heads_the_rows_below(sort: str) -> None:
    text = f"截至2020年1月12日\n序号,捐赠单位,捐款金额（元）\n,{sort},\n1,李华,200\n,小计,200\n,个人捐款,\n1,王芳,300\n"
    lines = told(text).splitlines()
    assert lines[1] == lines[4].replace("6 ", "3 ") == "3 - a heading of the rows below it"
    assert lines[-1] == "7 receipt (2020-01-12) donor=王芳: CNY 300元 [300CNY]"


def test_a_sort_of_givers_gave_no_goods_itself() -> None:
    text = "截至2020年1月12日\n捐赠单位,物资,数量\n企业,,\n甲公司,口罩,5个\n个人,,\n,衣服,20件\n"
    assert last_of(text).startswith("! 捐赠单位: ")


def test_another_time_of_the_same_day_is_the_same_day() -> None:
    text = "捐赠单位,物资,数量,日期\n甲公司,口罩,5个,2020-02-03 12:25:00\n,衣服,20件,2020-02-03 08:44:00\n"
    assert last_of(text) == "receipt 2020-02-03 donor=甲公司: 衣服 20件 [20件]"
    assert last_of(text.replace("03 08", "04 08")).startswith("! 捐赠单位: ")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("口罩,5,个", "口罩 5个@2"),
        ("口罩,5个,", "口罩 5个@2"),
        ("口罩（个）,5,", "口罩 5个@2"),
        ("口罩,5,", "口罩 5@2"),
        ("口罩,5,箱", "口罩 5箱 “单价（元/个）：2”"),
        ("口罩,5,只", "口罩 5只@2"),
        ("口罩,5箱,", "口罩 5箱 “单价（元/个）：2”"),
        ("口罩（箱）,5,", "口罩 5箱 “单价（元/个）：2”"),
    ],
)
def test_a_price_of_one_unit_is_the_price_of_rows_in_that(row: str, said: str) -> None:
    """In others it may be that of 个 all the same: it stands in the note."""
    rows = f"日期,捐赠单位,物资,数量,单位,单价（元/个）\n2020-02-01,甲公司,{row},2\n"
    assert last_of(rows).startswith(f"receipt 2020-02-01 donor=甲公司: {said} [")


@pytest.mark.parametrize(
    ("price", "count", "said"),
    [
        ("2元/只", "5只", "5只@2"),
        ("￥2/个", "5只", "5只@2"),
        ("2 / 只", "5只", "5只@2"),
        ("2元/每只", "5只", "5只@2"),
        ("2元/箱", "5只", "5只 “单价：2元/箱”"),
        ("30", "10箱（每箱50只）", "500只 “单价：30”"),
        ("2", "24瓶/件×400", "9600瓶 “单价：2”"),
        ("2", "5000只（50箱）", "5000只@2"),
    ],
)
def test_a_price_may_say_itself_what_it_is_of_one_of(price: str, count: str, said: str) -> None:
    rows = f"日期,捐赠单位,物资,数量,单价\n2020-02-01,甲公司,口罩,{count},{price}\n"
    assert last_of(rows).startswith(f"receipt 2020-02-01 donor=甲公司: 口罩 {said} [")


@pytest.mark.parametrize(
    ("unit", "count", "said"),
    [
        ("kg", "100千克", "100公斤@2"),
        ("公斤", "1千公斤", "1000公斤@2"),
        ("克", "100千克", "100公斤 “单价（元/克）：2”"),
    ],
)
def test_kilograms_are_no_thousand_grams_beside_a_price(unit: str, count: str, said: str) -> None:
    rows = f"日期,捐赠单位,物资,数量,单价（元/{unit}）\n2020-02-01,甲公司,大米,{count},2\n"
    assert f": 大米 {said} [" in last_of(rows)


@pytest.mark.parametrize(
    "heading", ["体重/公斤", "体重（公斤）", "身高/厘米", "献血量（毫升）", "服务时长（小时）", "种植面积/亩"]
)
def test_measures_of_people_are_no_goods(heading: str) -> None:
    rows = f"日期,姓名,捐款金额,{heading}\n2020-02-01,李华,100,50\n"
    assert last_of(rows) == "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]"
    assert ": 体重秤 5台 [" in last_of("日期,捐赠人,体重秤（台）,体温计（支）\n2020-02-01,李华,5,\n")


def test_who_gave_stands_below_the_heading_of_goods_where_nobody_else_does() -> None:
    rows = "日期,捐物,,\n,单位,品名,数量\n2020-02-01,春风公司,口罩,5\n2020-02-01,秋月公司,手套,5\n"
    assert last_of(rows) == "receipt 2020-02-01 donor=秋月公司: 手套 5 [5]"


@pytest.mark.parametrize("title", ["春风会捐赠2015支体温计", "捐赠手套2015双", "收到捐赠2015把测温枪"])
def test_a_number_of_goods_in_the_title_is_no_year(title: str) -> None:
    assert " 2020-02-01 " in last_of(f"{title}\n日期,捐赠人,物资,数量\n2月1日,李华,体温计,5\n")


@pytest.mark.parametrize(
    ("written", "meant"), [("萍鄉市", "萍乡市"), ("吉安縣", "吉安市吉安县"), ("濂溪區", "九江市濂溪区")]
)
def test_places_in_traditional_characters(written: str, meant: str) -> None:
    rows = f"日期,捐赠人,金额（元）,所在地区\n2020-02-01,李华,500,{written}\n"
    assert f" in {meant}: " in last_of(rows)


@pytest.mark.parametrize(
    "line",
    [
        "共計2笔，合计800元",
        "共2人次捐款，总计800元",
        "以上合计：2笔，捌佰元",
        "大写：捌佰元整",
        "人民币（大写）捌佰元整",
    ],
)
def test_totals_in_words_in_the_column_of_amounts_are_no_gift(line: str) -> None:
    """Where that stands first, as whoever merges a row over all columns has it."""
    rows = f"截至2020年3月3日\n捐款金额（元）,捐款人\n500,马克\n300,李华\n{line},\n"
    assert told(rows).splitlines()[-2:] == ["5 - a total", "= 800 in row 5"]


def test_another_sum_in_words_is_refused() -> None:
    rows = "截至2020年3月3日\n捐款金额（元）,捐款人\n500,马克\n300,李华\n大写：玖佰元整,\n"
    assert told(rows).splitlines()[-1] == "= 900 in row 5"


def test_money_of_nobodys_in_words_is_a_gift_and_a_level_of_gifts_is_none() -> None:
    rows = "截至2020年3月3日\n捐款金额,捐款人\n壹万元以上,\n20000,王芳\n1000元至5000元,\n2000,李华\n二百元,\n"
    assert [line.partition(" ")[2] for line in told(rows).splitlines()[1:]] == [
        "- a heading of the rows below it",
        "receipt (2020-03-03) donor=王芳: CNY 20000元 [20000CNY]",
        "- a heading of the rows below it",
        "receipt (2020-03-03) donor=李华: CNY 2000元 [2000CNY]",
        "receipt (2020-03-03) donor=爱心人士: CNY 200元 [200CNY]",
    ]


def test_the_heading_above_says_that_an_amount_is_money_and_what_goods_are_counted_in() -> None:
    """金额 below 捐款 is none of their worth, 单位 below 捐物 nobody who gave."""
    rows = "截至2020年3月3日\n序号,捐赠方,捐款,捐物,,\n,,金额（元）,品名,数量,单位\n1,马克,15416,食用油,500,瓶\n"
    assert last_of(rows) == "receipt (2020-03-03) donor=马克: CNY 15416元, 食用油 500瓶 [500瓶 15416CNY]"
    assert "单位=donor" in told("截至2020年3月3日\n捐赠,,物资,\n单位,日期,品名,数量\n甲公司,3.1,食用油,500瓶\n")


def test_the_title_of_the_next_table_is_no_goods() -> None:
    """Although it stands in the column of goods, below a row whose donor a blank would mean."""
    title = "春风会爱心捐款明细（2020年2月19日至2月19日）"
    rows = f"截至2020年3月3日\n款/物,捐赠单位\n口罩5个,甲公司\n{title}\n序号,姓名,捐款金额（元）\n1,李华,500\n"
    assert told(rows).splitlines()[-1] == "6 receipt (2020-02-19) donor=李华: CNY 500元 [500CNY]"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("捐赠单位：甲公司（九江分公司）", "甲公司（九江分公司）"),
        ("（捐赠单位：甲公司）", "甲公司"),
        ("【捐赠单位：甲（九江）】", "甲（九江）"),
        ("捐赠单位：甲公司（九江） 日期：2020-02-03", "甲公司（九江）"),
    ],
)
def test_a_bracket_that_ends_a_name_belongs_to_it(line: str, name: str) -> None:
    assert f" donor={name}: " in last_of(f"截至2020年3月3日\n品名,数量\n{line}\n口罩,10个\n")


def test_a_price_beside_one_thing_in_a_cell_of_money_or_goods_is_its_own() -> None:
    rows = "捐赠日期,捐赠单位,捐赠内容,单价\n2020-02-03,甲公司,500元,\n2020-02-03,甲公司,酒精120斤,2\n"
    assert last_of(rows) == "receipt 2020-02-03 donor=甲公司: 酒精 120斤@2 [120斤]"


@pytest.mark.parametrize("title", ["2020年春风会捐款名单", "2020年", "春风会2020年2月捐款公示"])
def test_the_title_of_the_next_part_says_its_year(title: str) -> None:
    """Above headings that come again: the days below it were taken for those of the year of the first title."""
    rows = f"2019年春风会捐款名单\n日期,姓名,金额\n12月1日,李华,5\n合计,,5\n{title}\n日期,姓名,金额\n2月1日,王芳,6\n合计,,6\n总计,,11\n"
    assert [line for line in told(rows).splitlines() if "receipt" in line] == [
        "3 receipt 2019-12-01 donor=李华: CNY 5元 [5CNY]",
        "7 receipt 2020-02-01 donor=王芳: CNY 6元 [6CNY]",
    ]
    assert "≠" not in told(rows)


@pytest.mark.parametrize("title", ["2020年春风会捐款名单", "2020年", "2020年2月"])
def test_another_year_without_headings_below_it_is_asked_about(title: str) -> None:
    rows = f"2019年春风会捐款名单\n日期,姓名,金额\n12月1日,李华,5\n{title}\n{{}},王芳,6\n"
    assert told(rows.format("2月1日")).splitlines()[2].startswith(f"4 ! None: {HEADINGS_AGAIN}")
    assert last_of(rows.format("2020-02-01")) == "receipt 2020-02-01 donor=王芳: CNY 6元 [6CNY]"


def test_a_month_that_the_days_below_it_say_too_parts_nothing() -> None:
    rows = "2020年1月捐款名单\n日期,姓名,金额\n1月3日,李华,5\n2020年2月捐款\n2月3日,王芳,6\n"
    assert last_of(rows) == "receipt 2020-02-03 donor=王芳: CNY 6元 [6CNY]"


def test_the_total_of_all_months_of_a_year_is_held_below_the_last() -> None:
    """Of goods too: where the days tell the months themselves the parts stay one table."""
    part = "2020年{0}月物资明细\n日期,捐赠单位,物资,数量\n{0}月3日,甲公司,口罩,5\n"
    text = told(part.format(1) + part.format(2) + "合计,,,10\n").splitlines()
    assert text[2:4] == ["4 - a heading of the rows below it", "5 - the headings again"]
    assert text[-2:] == ["7 - a total", "= 10 in row 7"]
    assert "6 receipt 2020-02-03 donor=甲公司: 口罩 5 [5]" in text


def test_what_the_next_part_spent_is_no_gift() -> None:
    """Although its headings are the same: its title says which way the money went."""
    rows = "2020年1月收入\n日期,姓名,金额\n1月3日,李华,5\n2020年2月支出\n日期,姓名,金额\n2月3日,乙店,6\n"
    assert last_of(rows).startswith("expense 2020-02-03")


@pytest.mark.parametrize("line", ["2019年下半年捐款", "2010级校友", "2010年建的图书馆", "2019年", "12月"])
def test_lines_that_say_no_other_time_part_nothing(line: str) -> None:
    rows = f"2019年春风会捐款名单\n日期,姓名,金额\n11月1日,李华,5\n{line}\n12月2日,王芳,6\n"
    assert last_of(rows) == "receipt 2019-12-02 donor=王芳: CNY 6元 [6CNY]"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("口罩,10箱（每箱50只）,30元/箱", "口罩 500只 “单价：30元/箱”"),
        ("口罩10箱,,3元/只", "! 单价: "),
        ("口罩,1,3元/万只", "! 单价: "),
    ],
)
def test_a_price_of_one_is_none_of_goods_that_are_counted_in_another_unit(row: str, said: str) -> None:
    """500 masks were worth 30 yuan each, and 10 boxes 3 yuan."""
    rows = f"捐赠单位,物资,数量,单价\n甲公司,{row}\n"
    assert said in told(rows, day="2020-02-29")


@pytest.mark.parametrize("words", ["其中500元未到账", "含500元待收", "其中退500元"])
def test_a_part_that_did_not_come_is_no_remark(words: str) -> None:
    """The whole counted as come."""
    found = told(f"日期,捐款人,金额\n2020-02-01,李华,1000元（{words}）\n2020-02-01,王芳,1000元（其中定向500元）\n")
    assert "2 ! 金额: " in found
    assert "donor=王芳: CNY 1000元 “其中定向500元” [1000CNY]" in found
