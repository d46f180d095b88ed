"""Lists as those who examine a treasurer would have them: of one day beside what came so far, with sides of their own days, merged names.

Names and figures are invented.
"""

import pytest
from harness.tables import settings, told, told_of

from donations.importers.sheet import Merged, Sheet
from donations.importers.tables import tables

DAY = "2020-03-20"


def test_what_went_out_has_the_day_of_its_own_side() -> None:
    """It was booked on the day on which the goods of its row came in."""
    found = told(
        "入库日期,捐赠单位,品名,单位,入库数量,出库日期,领用单位,出库数量,结存\n"
        "2020-02-01,甲公司,棉衣,件,200,,,,200\n2020-02-03,乙公司,棉衣,件,60,2020-02-06,东山社区,80,180\n"
    )
    assert "receipt 2020-02-03 donor=乙公司: 棉衣 60件" in found
    assert "distribution 2020-02-06 recipient=东山社区: 棉衣 80件" in found


def test_days_below_what_came_and_what_went_are_each_sides() -> None:
    found = told(
        "接收,,,,,发放,,,结余\n日期,捐赠人,品名,数量,单位,日期,领用单位,数量,\n2020-02-01,甲公司,棉衣,200,件,2020-02-05,东山社区,80,120\n"
    )
    assert "receipt 2020-02-01 donor=甲公司: 棉衣 200件" in found
    assert "distribution 2020-02-05 recipient=东山社区: 棉衣 80件" in found


def test_the_whole_beside_packs_is_how_much_there_is() -> None:
    """10 of the pieces that the unit names were booked for 10 boxes of them."""
    found = told("捐赠单位,品名,箱数,总数,单位\n甲公司,口罩,10,20000,只\n乙公司,湿巾,6,144,包\n", DAY)
    assert "donor=甲公司: 口罩 20000只 “10箱” [20000只]" in found
    assert "donor=乙公司: 湿巾 144包 “6箱” [144包]" in found


def test_packs_beside_the_whole_are_asked_about_where_only_some_are_counted_in_packs() -> None:
    """10 pieces were booked for 10 boxes of 2000."""
    found = told("捐赠单位,品名,箱数,总数,单位\n甲公司,口罩,10,20000,只\n乙公司,牛奶,20,20,箱\n", DAY)
    assert "2 ! None: how many there are in the unit beside them" in found
    found = told("捐赠单位,品名,箱数,总数,单位\n甲公司,口罩,10,10,箱\n乙公司,牛奶,20,20,箱\n", DAY)
    assert "donor=乙公司: 牛奶 20箱" in found


@pytest.mark.parametrize("heading", ["数量", "物资数量", "捐赠数量"])
@pytest.mark.parametrize("wanted", ["应收数量", "需求数量"])
def test_how_many_were_meant_to_come_goes_behind_how_many_there_were(wanted: str, heading: str) -> None:
    """As many as were meant to come were booked, or nothing was."""
    found = told(f"捐赠单位,品名,单位,{wanted},{heading}\n甲公司,灯管,支,100,98\n", DAY)
    assert "donor=甲公司: 灯管 98支 [98支]" in found


def test_what_has_not_come_beside_a_quantity_is_still_asked_about() -> None:
    found = told("捐赠单位,品名,单位,未到货数量,数量\n甲公司,灯管,支,20,100\n", DAY)
    assert "one column of quantities" in found


def test_the_unit_of_all_goods_may_stand_above_the_table() -> None:
    """They were counted in nothing, and so in whatever the book counts them in."""
    found = told(
        "捐赠蔬菜登记（2020年2月，单位：斤）\n捐赠单位,品种,数量,备注\n甲合作社,青菜,500,\n甲合作社,萝卜,30公斤,\n甲合作社,大米（袋）,20,\n甲合作社,醋,50,瓶\n甲合作社,现金,100,\n"
    )
    assert "青菜 500斤 [500斤]" in found
    assert "萝卜 30公斤" in found
    assert "大米 20袋" in found
    assert "醋 50瓶" in found
    assert "CNY 现金100" in found or "[100CNY]" in found


@pytest.mark.parametrize("above", ["单位：个、套", "捐赠单位：甲公司", "单位：元"])
def test_other_words_above_the_table_are_no_unit_of_goods(above: str) -> None:
    found = told(f"捐赠物资登记（2020年2月）\n{above}\n捐赠单位,品名,数量\n乙公司,口罩,500\n")
    assert "口罩 500 [500" in found


def test_a_name_merged_over_year_and_class_is_who_gave() -> None:
    """Nobody was named for what the teachers gave."""
    rows = [
        ["年级", "班级", "捐款金额（元）"],
        ["一年级", "1班", "500"],
        ["教师", Merged("教师", down=False), "3000"],
    ]
    found = "\n".join(
        line
        for table in tables(Sheet("捐款", iter(list(enumerate(rows, 1)))), settings(DAY))
        for line in told_of(table)
    )
    assert "donor=教师: CNY 3000元" in found
    assert "年级：教师" not in found


@pytest.mark.parametrize("words", ["库存", "剩余", "损耗", "其他", "报损"])
def test_what_became_of_goods_is_nobodys_name(words: str) -> None:
    """They were given out to 库存, merged over the number and the name of who gets them."""
    rows = [
        ["序号", "接收单位", "品名", "数量", "单位"],
        ["1", "市一院", "口罩", "300", "只"],
        [words, Merged(words, down=False), "口罩", "200", "只"],
    ]
    found = tables(Sheet("发放", iter(list(enumerate(rows, 1)))), settings(DAY))
    assert f"recipient={words}" not in "\n".join(line for table in found for line in told_of(table))


def test_a_store_where_gifts_came_in_received_nothing() -> None:
    """The goods were given straight through to the store, and none was on hand."""
    found = told("捐赠单位,品名,数量,单位,接收地点\n甲公司,口罩,500,只,东区仓库\n乙公司,酒精,5,桶,西区仓库\n", DAY)
    assert "receipt (2020-03-20) donor=甲公司: 口罩 500只" in found


def test_those_who_help_pupils_gave() -> None:
    """The money was booked as spent on the pupils, and nobody gave it."""
    found = told("助学到账公示\n助学人,到账金额（元）,到账日期,受助学生\n李华,1200,2020-02-03,小明\n")
    assert "relay 2020-02-03 donor=李华 recipient=小明: CNY 1200元" in found


def test_a_colon_behind_a_heading_of_goods_is_no_part_of_their_name() -> None:
    found = told("捐赠单位,口罩（个）,体温枪（把）：\n甲公司,500,3\n", DAY)
    assert "体温枪 3把" in found


def test_a_list_of_one_day_is_read_beside_what_came_so_far() -> None:
    found = told(
        "2020年2月6日物资接收日报\n捐赠单位,物资名称,单位,本日接收,累计接收\n甲公司,口罩,只,100,300\n乙公司,手套,双,,20\n"
    )
    assert "donor=甲公司: 口罩 100只 [100只]" in found
    assert "- nothing in the time that the list is of" in found


def test_money_of_one_day_is_read_beside_what_came_so_far() -> None:
    found = told("2020年2月6日捐款日报\n捐款人,本日捐款（元）,累计捐款（元）\n李华,100,300\n合计,100,300\n")
    assert "donor=李华: CNY 100元 [100CNY]" in found
    assert "= 100 in row 4" in found


def test_days_in_words_above_a_table_are_its_days() -> None:
    found = told("捐款芳名榜\n公元二〇二〇年二月十六日\n姓名,金额（元）\n李华,100\n")
    assert "receipt (2020-02-16) donor=李华" in found
    found = told("二○一九年十二月捐款名单\n姓名,金额（元）\n李华,100\n")
    assert "receipt (2019-12-31) donor=李华" in found


def test_what_was_claimed_is_a_promise_until_it_came() -> None:
    found = told("认领到账名单\n认领人,认领份数,认领金额（元）,到账日期\n李华,2,300,2020-02-03\n王芳,1,150,\n")
    assert "receipt 2020-02-03 donor=李华: CNY 300元" in found
    assert "- promised, and nothing says that it came" in found
    assert "amounts that came" in told("认领名单\n认领人,认领金额（元）\n李华,300\n", DAY)


def test_a_federation_alone_in_a_row_gave_what_stands_below_it() -> None:
    found = told(
        "接收捐赠物资明细\n品名,单位,数量\n一、甲纺织有限公司,,\n棉被,床,100\n二、县工商联,,\n手套,双,200\n", DAY
    )
    assert "donor=县工商联: 手套 200双" in found


@pytest.mark.parametrize("net", ["金额", "不含税金额"])
def test_what_was_paid_is_with_its_tax(net: str) -> None:
    """What was paid was booked without its tax."""
    found = told(
        f"采购明细表\n采购日期,供应商,物资名称,单位,数量,单价,{net},税额,价税合计\n"
        "2020-03-10,甲商行,防护服,套,100,39.823,3982.3,517.7,4500\n2020-03-12,乙医药,酒精,瓶,200,7.0796,1415.93,184.07,1600\n合计,,,,,,5398.23,701.77,6100\n"
    )
    assert "[100套 4500CNY" in found
    assert "= 6100 in row 5" in found
    assert "39.823" not in found


def test_what_gifts_of_goods_are_worth_is_with_its_tax() -> None:
    found = told("捐赠单位,物资名称,单位,数量,不含税金额,税额,价税合计\n甲公司,防护服,套,100,3982.3,517.7,4500\n", DAY)
    assert "donor=甲公司: 防护服 100套@@4500 [100套 4500value]" in found


def test_a_long_title_that_ends_with_its_currency_says_it() -> None:
    """Hong Kong dollars were booked as yuan."""
    found = told("Annual Flag Day – Record of Donations 2019 (HK$)\nDate,Donor,Amount\n2019-09-03,Wong Ming,500\n")
    assert "[500HKD]" in found
    found = told("Annual Flag Day – Record of Donations 2019 (No. 3)\nDate,Donor,Amount\n2019-09-03,Wong Ming,500\n")
    assert "[500CNY]" in found


def test_one_gift_counted_in_two_units_is_asked_about() -> None:
    """20 cartons were booked and the 480 packets in them too."""
    found = told("捐赠单位,品名,数量1,单位1,数量2,单位2\n甲公司,牛奶,20,箱,480,盒\n", DAY)
    assert "one column of quantities" in found


def test_teachers_below_the_heading_of_years_gave_what_no_class_did() -> None:
    """Nobody was named for it."""
    found = told("年级,班级,捐款金额\n一年级,1班,512\n一年级,2班,300\n教职工,,3000\n", DAY)
    assert "donor=一年级2班: CNY 300元" in found
    assert "donor=教职工: CNY 3000元" in found


@pytest.mark.parametrize("heading", ["到账日期", "入库日期"])
def test_a_gift_that_went_back_by_its_remark_is_asked_about_beside_the_day_that_it_came(heading: str) -> None:
    """It was booked."""
    found = told(f"{heading},捐赠单位,物资,数量,单位,备注\n2020-02-22,甲公司,大米,30,袋,已退回\n")
    assert "this says that it went back" in found


def test_what_is_left_behind_what_went_back_is_no_second_gift() -> None:
    found = told(
        "捐款日期,捐款人,捐款金额,退款金额,实收金额\n2020-02-01,李华,1000,,1000\n2020-02-02,王芳,500,200,300\n2020-02-03,张伟,300,300,0\n"
    )
    assert "donor=李华: CNY 1000元" in found
    assert "donor=王芳: CNY 500元" in found
    assert "donor=张伟" not in found


def test_marks_around_the_times_of_columns_are_no_part_of_them() -> None:
    found = told("定期捐款到账表（2019年）\n姓名,1月：,2月,*4月\n李华,100,50,20\n")
    assert "receipt 2019-01-31 donor=李华: CNY 100元" in found
    assert "receipt 2019-04-30 donor=李华: CNY 20元" in found


def test_ways_of_hong_kong_are_ways_that_money_came() -> None:
    found = told("Date,Donor,Cash,Cheque,FPS,Total\n2019-09-03,Wong Ming,500,,,500\n2019-09-04,Lam Kei,,300,20,320\n")
    assert "donor=Lam Kei: CNY 300元, CNY 20元 [320CNY]" in found


def test_a_title_above_names_and_months_alone_is_no_heading_of_them() -> None:
    """It was taken for one, and nobody knew any more that gifts were meant."""
    found = told("2019年度捐款\n姓名,1月,2月\n李华,100,50\n")
    assert "receipt 2019-02-28 donor=李华: CNY 50元" in found


def test_numbers_of_goods_below_two_months_are_not_booked_as_money() -> None:
    """The title was taken for a heading above them, and 100 masks were 100 yuan."""
    found = told("口罩捐赠统计\n捐赠人,2020年1月,2020年2月\n甲公司,100,50\n")
    assert "whether these numbers count goods or money" in found


def test_bodies_before_quantities_on_both_sides_gave_and_got() -> None:
    found = told(
        "日期,物资,接收,,,发放,,\n,,单位,数量,计量单位,单位,数量,计量单位\n2020-02-03,口罩,甲公司,100,只,一院,50,只\n"
    )
    assert "receipt 2020-02-03 donor=甲公司: 口罩 100只" in found
    assert "distribution 2020-02-03 recipient=一院: 口罩 50只" in found


def test_what_went_to_a_store_of_somebody_else_went_on_to_them() -> None:
    """It was on hand."""
    found = told("捐赠单位,品名,数量,单位,送达地点\n甲公司,口罩,500,只,市一院物资仓库\n", DAY)
    assert "relay (2020-03-20) donor=甲公司 recipient=市一院物资仓库" in found
    found = told("捐赠单位,品名,数量,单位,接收地点\n甲公司,口罩,500,只,协会1号仓库\n乙公司,口罩,5,只,高新区仓库\n", DAY)
    assert "receipt (2020-03-20) donor=甲公司: 口罩 500只 in 协会1号仓库" in found


def test_where_somebody_who_received_goods_has_them_is_no_store_of_ours() -> None:
    found = told("捐赠单位,品名,数量,单位,接收单位,接收地点\n甲公司,口罩,500,只,市一院,东区仓库\n", DAY)
    assert "recipient=市一院: 口罩 500只 “接收地点：东区仓库”" in found


def test_an_account_with_a_tax_of_what_was_paid_keeps_what_came() -> None:
    """The gift was booked as paid."""
    found = told("日期,摘要,收入,支出,税额,价税合计\n2020-03-01,买口罩,,100,13,113\n2020-03-02,李华捐款,500,,,\n", DAY)
    assert "receipt 2020-03-02 donor=李华: CNY 500元" in found
    assert "expense 2020-03-01 : CNY 100元" in found


def test_a_column_of_its_own_says_that_a_gift_went_back_beside_the_day_that_it_came() -> None:
    """It was asked about, although 退款日期 says when."""
    found = told("到账日期,捐款人,金额,退款日期,备注\n2020-03-01,李华,500,2020-03-03,已退\n2020-03-01,王芳,500,,\n")
    assert "2 - taken back, by its own word" in found
    found = told("到账日期,捐款人,金额,状态,备注\n2020-03-01,李华,500,已到账,已退回\n2020-03-01,王芳,500,已到账,\n")
    assert "this says that it went back" in found


@pytest.mark.parametrize("way", ["FPS", "PayPal"])
@pytest.mark.parametrize("total", ["Total", "Total Amount"])
def test_cheques_beside_another_way_that_make_the_total_are_money(way: str, total: str) -> None:
    """They were taken for the numbers of cheques, and no amount was left in their rows."""
    found = told(f"Date,Donor,Cheque,{way},{total}\n2020-03-01,Li Hua,20,,20\n2020-03-02,Wong Ming,,30,30\n")
    assert "donor=Li Hua: CNY 20元" in found
    assert "donor=Wong Ming: CNY 30元" in found
    found = told("Date,Donor,Cheque,Amount\n2020-03-01,Li Hua,10001,20\n")
    assert "donor=Li Hua: CNY 20元" in found


@pytest.mark.parametrize("heads", ["FPS,Total", "FPS,Amount", "微信,合计", "Octopus,Cheque,Total"])
def test_what_came_in_all_is_read_beside_one_way_that_only_some_of_it_came(heads: str) -> None:
    """The gifts that came in another way were lost."""
    number = ",700124" if "Cheque" in heads else ""
    blank = number and ","
    found = told(f"Date,Donor,{heads}\n2020-03-01,Li Hua,100{blank},100\n2020-03-02,Wong Ming,{number},200\n")
    assert "donor=Li Hua: CNY 100元" in found
    assert "donor=Wong Ming: CNY 200元" in found


def test_more_in_all_than_one_way_says_is_asked_about() -> None:
    found = told("日期,捐款人,微信,合计\n2020-03-01,李华,100,150\n2020-03-02,王芳,50,50\n")
    assert "one column of money" in found
    found = told("日期,捐款人,微信,合计\n2020-03-01,李华,100,100\n2020-03-02,王芳,50,150\n")
    assert "donor=王芳: CNY 50元" in found  # a sum so far


def test_what_came_before_and_goods_are_no_part_of_one_way() -> None:
    found = told("日期,捐款人,微信,上次捐款,合计\n2020-03-01,李华,100,50,150\n2020-03-02,王芳,,20,20\n")
    assert "donor=李华: CNY 100元" in found
    assert "donor=王芳" not in found
    found = told("日期,捐款人,微信,合计,物资\n2020-03-01,李华,100,100,\n2020-03-02,王芳,,20,口罩10只\n")
    assert "donor=李华: CNY 100元" in found
    assert "donor=王芳: 口罩 10只" in found


def test_ways_beside_a_column_that_makes_their_total_with_them_are_gifts_each() -> None:
    """支票 is no word for a way that is known: the list was refused."""
    found = told("姓名,FPS,支票,現金,合計\n陳大文,100,,,100\n李小明,,200,,200\n", DAY)
    assert "donor=陳大文: CNY 100元" in found
    assert "donor=李小明: CNY 200元" in found


def test_who_helps_below_a_title_of_what_was_handed_out_gave_nothing() -> None:
    """The aid that a pupil got was booked as a gift of the union."""
    found = told("圆梦大学生助学金发放表\n助学单位,姓名,金额\n市总工会,李华,5000\n", DAY)
    assert "expense (2020-03-20) recipient=李华: CNY 5000元" in found


@pytest.mark.parametrize("end", ["part (B)", "in Hong Kong (SAR)", "the general fund (M)"])
def test_letters_that_call_a_part_or_a_place_at_the_end_of_a_title_are_no_money(end: str) -> None:
    """All amounts were refused as money that isn't kept."""
    for title in (
        f"Donations {end}",
        f"Volunteers Association list of donations received in 2022 for the relief, {end}",
    ):
        assert "donor=Ann Lee: CNY 100元" in told(f"{title}\nDonor,Amount,Date\nAnn Lee,100,2020-02-03\n")
    for money in ("PHP", "SAR"):  # riyals were booked as yuan
        assert "donor=" not in told(f"Donation list ({money})\nDonor,Amount,Date\nAnn Lee,100,2020-02-03\n")


def test_packs_are_not_counted_in_the_unit_of_what_they_hold() -> None:
    """Ten masks were booked of ten boxes, and ten of two hundred."""
    found = told("捐赠单位,品名,单位,箱数\n甲公司,口罩,只,10\n乙公司,手套,双,5\n", DAY)
    assert "how many there are in the unit beside them" in found
    found = told("捐赠单位,品名,箱数,盒数,单位\n甲公司,口罩,10,200,盒\n", DAY)
    assert "donor=甲公司: 口罩 200盒 “10箱”" in found
    found = told("捐赠单位,品名,单位,箱数\n甲公司,衣服,件,10\n乙公司,口罩,箱,5\n", DAY)
    assert "donor=甲公司: 衣服 10件" in found


def test_a_way_is_read_where_whoever_imports_passes_over_the_whole_beside_it() -> None:
    """The advice to do so led to another question."""
    text = "姓名,微信,合计\n李红,100,100\n张强,50,80\n"
    assert "one column of money" in told(text, DAY)
    assert "donor=张强: CNY 50元" in told(text, DAY, {"合计": "-"})


@pytest.mark.parametrize("beside", ["惠及家庭（个）,覆盖社区（个）", "出动人员,参与队伍", "照片（张）,合影"])
def test_whom_goods_reached_and_who_came_along_are_no_goods(beside: str) -> None:
    """They were booked as goods."""
    found = told(f"捐赠单位,口罩,手套,{beside}\n甲公司,100,2,5,1\n乙公司,50,1,5,1\n", DAY)
    assert "donor=甲公司: 口罩 100, 手套 2 [102]" in found
