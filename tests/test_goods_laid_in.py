"""Tables of goods as registers of relief and of hospitals lay them out: who gave them, how many, and what amounts beside them are.

Names and figures are invented.
"""

import pytest
from harness.tables import settings, told, told_of

from donations.importers.sheet import Merged, Sheet, Spanning
from donations.importers.tables import tables

DAY = "2020-03-20"


def test_a_column_of_sorts_tells_which_amounts_are_what_goods_are_worth() -> None:
    """What goods were worth was booked as cash as well."""
    found = told(
        "捐赠单位,类别,内容,数量,金额（元）\n甲公司,捐款,,,5000\n乙公司,捐物,口罩,500只,1500\n李华,捐款,,,300\n合计,,,,6800\n",
        DAY,
    )
    assert "donor=甲公司: CNY 5000元 [5000CNY]" in found
    assert "donor=乙公司: 口罩 500只@@1500 [500只 1500value]" in found
    assert "= 6800 in row 5" in found or "= 6800 in row 6" in found


def test_amounts_beside_goods_where_others_stand_alone_are_asked_about() -> None:
    """They were all booked as cash."""
    found = told("捐赠单位,物资名称,数量,金额（元）\n甲公司,,,5000\n乙公司,口罩,500只,1500\n", DAY)
    assert "whether the amounts beside goods were given too" in found


@pytest.mark.parametrize("heading", ["接收人", "接收人员", "验收人", "收货人签字"])
def test_who_took_goods_in_is_not_who_they_went_to(heading: str) -> None:
    """The goods were given out to whoever signed for them, and none was on hand."""
    found = told(
        f"捐赠物资登记表\n捐赠单位,物资名称,数量,{heading}\n甲公司,口罩,100只,张三\n乙公司,酒精,10桶,李四\n", DAY
    )
    assert "receipt (2020-03-20) donor=甲公司: 口罩 100只 [100只]" in found
    assert "receipt (2020-03-20) donor=乙公司: 酒精 10桶 [10桶]" in found


def test_a_body_below_the_same_heading_is_given_the_goods() -> None:
    found = told("捐赠物资登记表\n捐赠单位,物资名称,数量,接收人\n甲公司,口罩,100只,东乡镇\n", DAY)
    assert "relay (2020-03-20) donor=甲公司 recipient=东乡镇: 口罩 100只 [100只]" in found


def test_packs_times_what_each_holds_are_as_many_as_the_whole_says() -> None:
    """10 of the pieces that the unit names were booked for 10 boxes of 2,000."""
    found = told(
        "捐赠单位,品名,箱数,每箱数量,总数,单位\n甲公司,口罩,10,2000,20000,只\n乙公司,防护服,5,50,250,套\n合计,,15,,20250,\n",
        DAY,
    )
    assert "donor=甲公司: 口罩 20000只 “10箱” [20000只]" in found
    assert "= 20250 in row 4" in found


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("箱数,每箱数量,总数,单位", "10,2000,19000,只"),
        ("箱数,每箱数量,单位", "10,2000,只"),
        ("箱数,每箱数量,散装,总数,单位", "10,2000,20,20020,只"),
    ],
)
def test_packs_that_make_another_whole_are_asked_about(headings: str, row: str) -> None:
    """10 boxes were booked as 10 of the pieces that the unit names."""
    found = told(f"捐赠单位,品名,{headings}\n甲公司,口罩,{row}\n", DAY)
    assert "2 ! None: how many there are in the unit beside them" in found


def test_packs_beside_units_of_which_some_hold_nothing_are_asked_about() -> None:
    found = told("捐赠单位,品名,箱数,单位\n甲公司,口罩,10,只\n乙公司,牛奶,3,盒\n", DAY)
    assert "2 ! None: how many there are in the unit beside them" in found
    assert "乙公司: 呼吸机 3台" in told("捐赠单位,品名,箱数,单位\n甲公司,口罩,10,箱\n乙公司,呼吸机,3,台\n", DAY)


@pytest.mark.parametrize(
    ("headings", "row", "said"),
    [
        ("箱数,每箱,总数,单位", "10,2000只,20000,只", "20000只 “10箱”"),
        ("箱数,每箱数量,数量,单位", "10,2000,19000,只", "19000只 “10箱”"),
        ("箱数,单位", "10,箱", "10箱"),
        ("件数,单位,单价", "10,个,5", "10个@5"),
    ],
)
def test_one_of_them_says_how_many_there_are(headings: str, row: str, said: str) -> None:
    assert f"口罩 {said} [" in told(f"捐赠单位,品名,{headings}\n甲公司,口罩,{row}\n", DAY)


def test_a_row_that_says_what_goods_are_worth_is_no_row_of_headings() -> None:
    """爱心商家 and the amount in its cell began a table of their own, and the gift was lost without a word."""
    found = told("捐赠方,捐赠物品\n甲公司,挂面十吨\n爱心商家,价值1000元的毛巾和价值1000元的风油精、药品\n", DAY)
    assert found.count("捐赠方=donor") == 1
    assert "3 ! " in found or "3 receipt" in found


@pytest.mark.parametrize("said", ["口罩800只、消毒液20桶", "800只、20桶", "800只，20桶", "N95口罩800只；84消毒液20桶"])
def test_a_total_of_several_units_is_held_against_all_of_them(said: str) -> None:
    """Its first number alone was held against the sum of all units, and the table refused."""
    rows = "捐赠单位,物资,数量\n甲公司,口罩,500只\n乙公司,消毒液,20桶\n丙公司,口罩,300只\n"
    assert "= 820 in row 5" in told(f"{rows}合计,,{said}\n", DAY)


def test_a_total_merged_over_the_rows_of_each_of_the_goods_gave_nothing() -> None:
    """合计 was the giver of all but the first of them."""
    rows = [
        ["捐赠单位", "物资", "数量"],
        ["甲公司", "口罩", "500只"],
        ["乙公司", "消毒液", "20桶"],
        ["丙公司", "口罩", "300只"],
        [Spanning("合计"), "口罩", "800只"],
        [Merged("合计", down=True), "消毒液", "20桶"],
    ]
    found = tables(Sheet("捐赠", iter(list(enumerate(rows, 1)))), settings(DAY))
    lines = [line for table in found for line in told_of(table)]
    assert lines[4:6] == ["5 - a total", "6 - a total"]
    assert lines[6].startswith("= 820 in row")


def test_a_unit_alone_below_the_heading_of_specifications_is_what_is_counted() -> None:
    """500 pieces of 消毒液（瓶） were booked."""
    found = told("捐赠单位,物资名称,规格,数量\n甲公司,消毒液,瓶,500\n乙公司,防护服,L,20\n丙公司,手套,双,100双\n", DAY)
    assert "donor=甲公司: 消毒液 500瓶 [500瓶]" in found
    assert "防护服（L） 20 [" in found


def test_the_same_in_a_long_list() -> None:
    rows = "".join(f"公司{number % 7},消毒液,瓶,{number + 1}\n" for number in range(400))
    found = told(f"捐赠单位,物资名称,规格,数量\n{rows}", DAY)
    assert found.count("瓶]") == 400


@pytest.mark.parametrize(
    ("masks", "said"), [("", "receipt 2020-02-01 donor=丙公司: CNY 500元, 酒精 20桶 ["), ("3000", "! None: whether")]
)
def test_amounts_beside_counted_goods_of_which_some_have_none_are_cash(masks: str, said: str) -> None:
    """金额 stands beside 物资名称 and 数量 in lists of money and goods; where all goods have amounts, these may be their worth."""
    rows = f"甲公司,10000,,\n乙公司,{masks},口罩,1000个\n丙公司,500,酒精,20桶\n"
    found = told(f"捐赠单位,金额（元）,物资名称,数量\n{rows}", day="2020-02-01")
    assert said.replace("2020-02-01", "(2020-02-01)") in found


@pytest.mark.parametrize(
    "who",
    ["黄冈中学,实验小学", "李家庄,王家坝", "武汉协和,同济", "医护人员,贫困户", "老年公寓,敬老之家", "安置点,方舱"],
)
def test_who_is_no_person_was_given_what_was_taken_in(who: str) -> None:
    """Schools, villages and wards got nothing, and their goods stayed on hand."""
    first, second = who.split(",")
    found = told(f"捐赠单位,物资名称,数量,接收人\n甲公司,口罩,100只,{first}\n乙公司,酒精,10桶,{second}\n", DAY)
    assert f"donor=甲公司 recipient={first}: 口罩 100只" in found
    assert f"donor=乙公司 recipient={second}: 酒精 10桶" in found


@pytest.mark.parametrize(
    ("headings", "behind"),
    [("爱心人士,物品,数量,接收人", ""), ("捐赠单位,物品,数量,接收人,发放日期", ",2020-02-03"), ("捐赠单位,物品,数量,收货人,地址", ",九江市长虹大道1号")],
)  # fmt: skip
def test_persons_that_things_are_for_are_given_them(headings: str, behind: str) -> None:
    """王芳 gave 张三 a coat, which stayed on hand."""
    many = 1 if not behind else 20
    found = told(f"{headings}\n王芳,棉衣,{many}件,张三{behind}\n李华,棉被,{many}床,李四{behind}\n", DAY)
    assert "donor=王芳 recipient=张三" in found
    assert "donor=李华 recipient=李四" in found


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("捐赠人,物品,数量,接收人", "王芳,大米,20斤,张三\n李华,面粉,50斤,李四\n"),
        ("捐赠人,物品,数量,单位,接收人", "王芳,大米,20,斤,张三\n李华,面粉,50,公斤,李四\n"),
        ("捐贈人,物品,數量,接收人", "王芳,圖書,12本,張三\n李華,尿片,24片,李四\n"),
        ("捐赠人,物品,数量,接收人", "王芳,棉衣,1件,张三\n李华,棉被,1床,李四\n赵强,书包,1个,张三\n孙丽,毛衣,1件,王五\n"),
    ],
)  # fmt: skip
def test_a_sack_of_rice_is_for_a_family_and_two_gifts_for_one_of_many_children(headings: str, rows: str) -> None:
    """They were taken for the goods of many that somebody signed for, and stayed on hand."""
    found = told(f"{headings}\n{rows}", DAY)
    assert found.count("relay (2020-03-20)") == rows.count("\n")


def test_who_took_in_what_several_gave_is_not_who_it_went_to() -> None:
    found = told("捐贈單位,物資名稱,數量,接收人\n甲公司,口罩,1箱,張三\n乙公司,酒精,2桶,張三\n", DAY)
    assert found.count("receipt (2020-03-20)") == 2


@pytest.mark.parametrize(
    ("headings", "gifts"),
    [
        ("捐赠人,捐赠款物,接收人", ["5000元、口罩500只", "200元", "办公桌10张", "消毒液5箱"]),
        ("捐赠人,捐款金额,接收人", ["5000", "200", "100", "50"]),
    ],
)
def test_who_took_in_the_money_of_several_may_be_whom_it_was_for(headings: str, gifts: list[str]) -> None:
    """The treasurer's helpers were given all of it, and the association had none."""
    givers, takers = ("甲公司", "李华", "乙公司", "王芳"), ("赵六", "赵六", "孙七", "孙七")
    rows = "".join(f"{who},{what},{by}\n" for who, what, by in zip(givers, gifts, takers, strict=True))
    found = told(f"捐赠登记表\n{headings}\n{rows}", DAY)
    assert found.count("! 接收人: whether those named took the gifts in") == 4
    assert "relay" not in found
    passed = told(f"捐赠登记表\n{headings}\n{rows}", DAY, {"接收人": "-"})
    assert passed.count("receipt (2020-03-20)") == 4
    assert told(f"捐赠登记表\n{headings}\n{rows}", DAY, {"接收人": "recipient"}).count("relay (2020-03-20)") == 4


def test_each_who_is_given_the_money_of_one_gets_it() -> None:
    found = told("捐赠人,金额,接收人\n李华,2000,张三\n王芳,1000,李四\n", DAY)
    assert found.count("relay (2020-03-20)") == 2


@pytest.mark.parametrize("heading", ["捐书人", "捐衣单位", "来源单位/个人"])
def test_who_gave_books_is_read_before_the_school_that_got_them(heading: str) -> None:
    """The books were given out of stock, and nobody had given them."""
    found = told(f"{heading},品名,数量,接收单位\n李华,唐诗,20册,红星小学\n", DAY)
    assert "donor=李华 recipient=红星小学: 唐诗 20册" in found


@pytest.mark.parametrize("row", ["合计,,100个,500", "累计,,100,500", "丙公司,,0,300"])
def test_a_total_or_zero_goods_say_no_worth(row: str) -> None:
    """Cash and goods in rows apart were asked about, where a total stands below."""
    found = told(f"捐赠单位,物资名称,数量,金额（元）\n甲公司,口罩,100个,\n乙公司,,,500\n{row}\n", DAY)
    assert "donor=甲公司: 口罩 100个 [100个]" in found
    assert "donor=乙公司: CNY 500元 [500CNY]" in found


@pytest.mark.parametrize(
    ("headings", "row", "read"),
    [
        ("捐赠单位,品名,箱数,每箱数量,总数", "甲公司,口罩,10,2000,20000", "口罩 10箱 [10箱]"),
        ("捐赠单位,品名,单位,箱数,每箱数量,总数", "甲公司,口罩,箱,10,2000,20000", "口罩 10箱 [10箱]"),
    ],
)
def test_a_whole_without_a_unit_of_its_own_is_not_read(headings: str, row: str, read: str) -> None:
    """10 boxes became 20,000 of nothing, or 20,000 boxes."""
    assert read in told(f"{headings}\n{row}\n", DAY)


@pytest.mark.parametrize(
    ("total", "stated"),
    [
        ("10箱，计2000只", 10),
        ("10箱，共2000只", 10),
        ("10箱 2000只", 10),
        ("10箱，其中N95口罩4箱", 10),
        ("10箱（2000只）", 10),
    ],
)
def test_a_total_that_says_again_how_many_there_are_is_one(total: str, stated: int) -> None:
    """Boxes and what they hold were added up, and the list said to differ."""
    found = told(f"捐赠单位,品名,数量\n甲公司,口罩,6箱\n乙公司,N95口罩,4箱\n合计,,{total}\n", DAY)
    assert f"= {stated} in row 4" in found
    assert "≠" not in found


def _merged(word: str, headings: str, rows: str, totals: str, below: str = "") -> str:
    """What is understood where a word lies over all the rows of totals."""
    lines = [row.split(",") for row in (headings + "\n" + rows).splitlines()]
    over = [
        [*([Spanning(word)] if at == 0 else [Merged(word, down=True)]), *row.split(",")]
        for at, row in enumerate(totals.splitlines())
    ]
    all_of_it = [*lines, *over, *(row.split(",") for row in below.splitlines())]
    found = tables(Sheet(None, iter(list(enumerate(all_of_it, 1)))), settings(DAY))
    return "\n".join(line for table in found for line in told_of(table))


@pytest.mark.parametrize("words", ["伍仟元整", "大写：伍仟元整", "人民币伍仟元整", "5000"])
def test_a_merged_total_that_is_said_again_is_one(words: str) -> None:
    """5000 and 伍仟元整 below it were 10,000, and the list said to differ."""
    found = _merged("合计", "捐赠单位,金额（元）", "甲公司,3000\n乙公司,2000", f"5000\n{words}")
    assert "= 5000 in row 4" in found
    assert "≠" not in found


def test_what_is_below_merged_subtotals_is_a_part_of_its_own() -> None:
    rows = "甲公司,口罩,10只\n甲公司,酒精,5桶"
    found = _merged(
        "小计", "捐赠单位,品名,数量", rows, "口罩,10只\n酒精,5桶", "乙公司,口罩,20只\n小计,口罩,20只\n合计,,35"
    )
    assert "7 - a subtotal\n" in found
    assert "= 35 in row 8" in found


def test_a_unit_in_the_name_of_the_goods_goes_before_one_below_the_specification() -> None:
    assert "口罩（盒） 500只" in told("捐赠单位,品名,规格,数量\n甲公司,口罩（只）,盒,500\n", DAY)


def test_each_row_below_a_merged_total_may_be_of_a_money_of_its_own() -> None:
    """Yuan and dollars were added up, and the list refused."""
    found = _merged("合计", "捐赠单位,币种,金额", "甲公司,人民币,3000\n乙公司,美元,200", "人民币,3000\n美元,200")
    assert "= 3000 in row 4" in found
    assert "≠" not in found
