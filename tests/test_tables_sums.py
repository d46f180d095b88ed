"""Tables that say something again: sums without a word, names like words for sums, one amount in two measures.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import each_record, settings, sheet, told

from donations.importers.tables import tables
from donations.importers.words.foot import number_in

SHAPES: list[tuple[str, str, str]] = [
    (
        "a part of which a row is refused is not compared with its subtotal, the next is",
        """
姓名,金额,日期
张三,100,2020-02-01
王五,200,2020-02-31
小计,300,
李四,200,2020-02-01
小计,250,
合计,500,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 ! 日期: a date such as 2020-02-01, 2020年2月1日 or 2月1日 (2020-02-31)
4 - a subtotal; not compared, since rows above it can't be taken
5 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
6 - a subtotal; the rows above it make another sum
7 - a total
= 500 in row 7
""",
    ),
    (
        "a giver whose name ends in a word for totals, told by the day beside it",
        """
姓名,金额,日期
张三,100,2020-02-01
陈合计,200,2020-02-02
合计,300,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-02 donor=陈合计: CNY 200元 [200CNY]
4 - a total
= 300 in row 4
""",
    ),
    (
        "the same told by their numbers",
        """
序号,姓名,金额,备注
1,张三,100,现金
2,陈合计,200,微信
3,王小计,50,微信
,合计,350,
""",
        """
money_in 1: 序号=serial 姓名=donor 金额=money 备注=note
2 receipt (2020-02-29) donor=张三: CNY 100元 “现金” [100CNY]
3 receipt (2020-02-29) donor=陈合计: CNY 200元 “微信” [200CNY]
4 receipt (2020-02-29) donor=王小计: CNY 50元 “微信” [50CNY]
5 - a total
= 350 in row 5
""",
    ),
    (
        "the same told by what they gave",
        """
捐赠单位,品名,数量,单位
张三,口罩,100,只
陈合计,口罩,200,只
合计,,300,
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 单位=unit
2 receipt (2020-02-29) donor=张三: 口罩 100只 [100只]
3 receipt (2020-02-29) donor=陈合计: 口罩 200只 [200只]
4 - a total
= 300 in row 4
""",
    ),
    (
        "a name and an amount, which is no sum, where that is all that rows have",
        """
姓名,金额
张三,100
陈合计,200
李四,50
合计,350
""",
        """
money_in 1: 姓名=donor 金额=money
2 receipt (2020-02-29) donor=张三: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=陈合计: CNY 200元 [200CNY]
4 receipt (2020-02-29) donor=李四: CNY 50元 [50CNY]
5 - a total
= 350 in row 5
""",
    ),
    (
        "a name or a total, where nothing tells which",
        """
姓名,金额,日期
张三,100,2020-02-01
李四,300,2020-02-01
陈合计,200,
合计,600,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李四: CNY 300元 [300CNY]
4 ! 姓名: a total that is the sum of the rows above it; or if it is somebody's name, the day or the number of the row beside it (陈合计)
5 - a total
= 600 in row 5
""",
    ),
    (
        "real totals with words before them, and givers called like one",
        """
捐赠人,金额,日期
欧阳小计,100,2020-02-01
陳合計,50,2020-02-01
个人合计,150,
甲公司,300,2020-02-02
企业小计,300,
总计,450,
""",
        """
money_in 1: 捐赠人=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=欧阳小计: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=陳合計: CNY 50元 [50CNY]
4 - a subtotal
5 receipt 2020-02-02 donor=甲公司: CNY 300元 [300CNY]
6 - a subtotal
7 - a total
= 450 in row 7
""",
    ),
    (
        "sums of sections without any word, the total at the end among them",
        """
姓名,金额,日期
张三,100,2020-02-01
李四,200,2020-02-02
,300,
王五,50,2020-02-03
赵六,60,2020-02-03
,110,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-02 donor=李四: CNY 200元 [200CNY]
4 - a subtotal
5 receipt 2020-02-03 donor=王五: CNY 50元 [50CNY]
6 receipt 2020-02-03 donor=赵六: CNY 60元 [60CNY]
7 - a subtotal
""",
    ),
    (
        "a sum of a section that doesn't tie out, once one did",
        """
序号,捐赠单位,品名,数量,单位
1,甲公司,口罩,100,只
2,乙公司,口罩,200,只
,,,300,
3,丙公司,口罩,50,只
4,丁公司,口罩,60,只
,,,111,
""",
        """
goods_in 1: 序号=serial 捐赠单位=donor 品名=item 数量=quantity 单位=unit
2 receipt (2020-02-29) donor=甲公司: 口罩 100只 [100只]
3 receipt (2020-02-29) donor=乙公司: 口罩 200只 [200只]
4 - a subtotal
5 receipt (2020-02-29) donor=丙公司: 口罩 50只 [50只]
6 receipt (2020-02-29) donor=丁公司: 口罩 60只 [60只]
7 ! 数量: the sum of the rows above it, like the other rows without a name; or who gave it (111 ≠ 110)
""",
    ),
    (
        "sections of one row, and the sum of all at the end",
        """
姓名,金额
张三,100
,100
李四,50
王五,60
,110
赵六,7
,7
,217
""",
        """
money_in 1: 姓名=donor 金额=money
2 receipt (2020-02-29) donor=张三: CNY 100元 [100CNY]
3 - a subtotal
4 receipt (2020-02-29) donor=李四: CNY 50元 [50CNY]
5 receipt (2020-02-29) donor=王五: CNY 60元 [60CNY]
6 - a subtotal
7 receipt (2020-02-29) donor=赵六: CNY 7元 [7CNY]
8 - a subtotal
9 - a total
= 217 in row 9
""",
    ),
    (
        "sums of sections side by side",
        """
捐赠单位,金额,捐赠单位,金额
张三,100,李四,1
王五,60,赵六,2
,160,,3
王五,60,赵六,2
王五,6,赵六,3
,66,,5
""",
        """
money_in 1: 捐赠单位=donor 金额=money
2 receipt (2020-02-29) donor=张三: CNY 100元 [100CNY]
2 receipt (2020-02-29) donor=李四: CNY 1元 [1CNY]
3 receipt (2020-02-29) donor=王五: CNY 60元 [60CNY]
3 receipt (2020-02-29) donor=赵六: CNY 2元 [2CNY]
4 - a subtotal
5 receipt (2020-02-29) donor=王五: CNY 60元 [60CNY]
5 receipt (2020-02-29) donor=赵六: CNY 2元 [2CNY]
6 receipt (2020-02-29) donor=王五: CNY 6元 [6CNY]
6 receipt (2020-02-29) donor=赵六: CNY 3元 [3CNY]
7 - a subtotal
""",
    ),
    (
        "a number of nobody's that is no sum stays a gift of nobody's",
        """
姓名,金额,日期
张三,100,2020-02-01
李四,200,2020-02-02
,250,2020-02-02
,300,2020-02-02
,20,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-02 donor=李四: CNY 200元 [200CNY]
4 receipt 2020-02-02 donor=爱心人士: CNY 250元 [250CNY]
5 receipt 2020-02-02 donor=爱心人士: CNY 300元 [300CNY]
6 receipt 2020-02-02 donor=爱心人士: CNY 20元 [20CNY]
""",
    ),
    (
        "running sums without any word",
        """
姓名,金额,日期
张三,100,2020-02-01
李四,200,2020-02-02
,300,
王五,50,2020-02-03
赵六,60,2020-02-03
,410,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-02 donor=李四: CNY 200元 [200CNY]
4 - a subtotal
5 receipt 2020-02-03 donor=王五: CNY 50元 [50CNY]
6 receipt 2020-02-03 donor=赵六: CNY 60元 [60CNY]
7 - a total
= 410 in row 7
""",
    ),
    (
        "a sum of a section with nothing but its amount and its unit, where names are written once",
        """
捐赠单位,品名,数量,单位
甲公司,口罩,100,只
,手套,200,只
,,300,只
乙公司,口罩,50,只
,手套,60,只
,,110,只
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 单位=unit
2 receipt (2020-02-29) donor=甲公司: 口罩 100只 [100只]
3 receipt (2020-02-29) donor=甲公司: 手套 200只 [200只]
4 - a subtotal
5 receipt (2020-02-29) donor=乙公司: 口罩 50只 [50只]
6 receipt (2020-02-29) donor=乙公司: 手套 60只 [60只]
7 - a subtotal
""",
    ),
    (
        "two columns that count one gift in two measures: one gift, and the other measure in its note",
        """
捐赠单位,品名,数量（箱）,数量（只）
甲公司,口罩,10,20000
乙公司,口罩,,500
丙公司,口罩,3,
合计,,13,20500
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量（箱）=quantity 数量（只）=note
2 receipt (2020-02-29) donor=甲公司: 口罩 10箱 “20000只” [10箱]
3 receipt (2020-02-29) donor=乙公司: 口罩 500只 [500只]
4 receipt (2020-02-29) donor=丙公司: 口罩 3箱 [3箱]
5 - a total
""",
    ),
    (
        "the same where all rows say both",
        """
捐赠单位,品名,数量（箱）,数量（只）,备注
甲公司,口罩,10,20000,送到
乙公司,口罩,3,6000,
合计,,13,26000,
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量（箱）=quantity 数量（只）=note 备注=note
2 receipt (2020-02-29) donor=甲公司: 口罩 10箱 “送到；20000只” [10箱]
3 receipt (2020-02-29) donor=乙公司: 口罩 3箱 “6000只” [3箱]
4 - a total
= 13 in row 4
""",
    ),
    (
        "a total of the second measure that is wrong",
        """
捐赠单位,品名,数量（箱）,数量（只）
甲公司,口罩,10,20000
乙公司,口罩,,500
合计,,10,20501
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量（箱）=quantity 数量（只）=note
2 receipt (2020-02-29) donor=甲公司: 口罩 10箱 “20000只” [10箱]
3 receipt (2020-02-29) donor=乙公司: 口罩 500只 [500只]
4 - a total
≠ 4 数量（只）: 20501 for 20500
""",
    ),
    (
        "a price that may be that of either",
        """
捐赠单位,品名,数量（箱）,数量（只）,单价
甲公司,口罩,10,20000,3
乙公司,口罩,,500,3
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量（箱）=quantity 数量（只）=note 单价=price
2 ! 单价: what they are worth together, in a column of its own (金额): nothing says which of the two quantities the price is of (3)
3 ! 单价: what they are worth together, in a column of its own (金额): nothing says which of the two quantities the price is of (3)
""",
    ),
    (
        "a unit in a column of its own, nothing counted, and about how many",
        """
接收单位,品名,数量,单位,数量（只）,金额
市三院,口罩,10,箱,20000,3000
市四院,口罩,0,箱,500,75
市五院,口罩,,箱,约1万只,
市五院,口罩,7,箱,0,
""",
        """
goods_out 1: 接收单位=recipient 品名=item 数量=quantity 单位=unit 数量（只）=note 金额=value
2 distribution (2020-02-29) recipient=市三院: 口罩 10箱@@3000 “20000只” [10箱 3000value]
3 distribution (2020-02-29) recipient=市四院: 口罩 500只@@75 [500只 75value]
4 distribution (2020-02-29) recipient=市五院: 口罩 ~10000只 [10000只]
5 distribution (2020-02-29) recipient=市五院: 口罩 7箱 [7箱]
""",
    ),
    (
        "the second measure in ten thousands",
        """
捐赠单位,品名,数量（箱）,数量（万只）
甲公司,口罩,10,2
乙公司,口罩,,0.5
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量（箱）=quantity 数量（万只）=note
2 receipt (2020-02-29) donor=甲公司: 口罩 10箱 “20000只” [10箱]
3 receipt (2020-02-29) donor=乙公司: 口罩 5000只 [5000只]
""",
    ),
    (
        "a weight beside the number of pieces",
        """
捐赠单位,品名,数量(件),重量(公斤)
甲公司,大米,10,200
乙公司,大米,,50
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量(件)=quantity 重量(公斤)=note
2 receipt (2020-02-29) donor=甲公司: 大米 10件 “200公斤” [10件]
3 receipt (2020-02-29) donor=乙公司: 大米 50公斤 [50公斤]
""",
    ),
    (
        "boxes beside the number that the price is of",
        """
捐赠方,品名,箱数,数量,单位,单价
甲公司,牛奶,10,240,盒,5
乙公司,牛奶,2,,盒,5
""",
        """
goods_in 1: 捐赠方=donor 品名=item 箱数=note 数量=quantity 单位=unit 单价=price
2 receipt (2020-02-29) donor=甲公司: 牛奶 240盒@5 “10箱” [240盒]
3 ! 单价: what they are worth together, in a column of its own (金额): nothing says which of the two quantities the price is of (5)
""",
    ),
]


@pytest.mark.parametrize(("table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_what_counts_is_told_from_what_only_says_it_again(table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), "2020-02-29") == answer.lstrip("\n")


def test_a_quantity_is_shown_in_the_unit_it_has() -> None:
    """500只 in a column of boxes are no boxes; 5万 is so many of the column's."""
    text = "捐赠单位,品名,数量（箱）,数量（只）\n甲,口罩,,500\n乙,口罩,5万,\n丙,口罩,5,\n丁,口罩,约1万只,\n"
    records = [record for table in tables(sheet(text), settings("2020-02-29")) for record in each_record(table)]
    shown = [record.drafts[0].lines[0].quantity.written for record in records]
    assert shown == ["口罩500只", "口罩5万箱", "口罩5箱", "口罩约1万只"]


@pytest.mark.parametrize("number", ["0,500", "1,20", "1,2000,000"])
def test_commas_at_a_wrong_place_are_refused(number: str) -> None:
    table = told(f'捐赠单位,品名,数量\n甲,口罩,"{number}"\n乙,口罩,"{number}个"\n', "2020-02-29")
    assert [line[:3] for line in table.splitlines()[1:]] == ["2 !", "3 !"]


GIVERS = "姓名,金额（元）\n李华,100\n王芳,200\n赵一,300\n"


def lines(text: str) -> list[str]:
    """What is told of each row of a list of 2020-02-29."""
    return told(text, "2020-02-29").splitlines()[1:]


@pytest.mark.parametrize(
    ("row", "total"),
    [
        ("汇总,600", "600"),
        ("Σ,600", "600"),
        ("总,600", "600"),
        ("计：,600", "600"),
        ("全部,600", "600"),
        ("共计,6百元", "600"),
        ("捐款总人数,3", None),
        ("总人次：,3", None),
    ],
)
def test_words_for_totals_that_gave_nothing(row: str, total: str | None) -> None:
    """They were booked as givers, and 6百元 stated 6."""
    found = lines(f"{GIVERS}{row}\n")
    assert found[3:] == ["5 - a total", *([f"= {total} in row 5"] if total else [])]


def test_a_name_of_one_sign_is_a_name_beside_what_is_no_sum() -> None:
    found = lines(f"{GIVERS}总,50\n合,20\n")
    assert [line.partition(" donor=")[2] for line in found[3:]] == ["总: CNY 50元 [50CNY]", "合: CNY 20元 [20CNY]"]


@pytest.mark.parametrize(
    "table",
    [
        "序号,姓名,金额\n1,李华,100\n2,王芳,200\n合,计,300\n",
        "捐赠单位,品名,数量,单位\n甲公司,口罩,100,个\n乙公司,口罩,200,个\n合,计,300,个\n",
    ],
)
def test_a_word_for_a_total_in_two_cells(table: str) -> None:
    assert lines(table)[2:] == ["4 - a total", "= 300 in row 4"]


ONE, TWO = "企业,500\n甲公司,200\n乙公司,300\n", "个人,300\n李华,100\n王芳,200\n"


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        (ONE + TWO, [2, 5]),
        (ONE + TWO + "合计,800\n", [2, 5]),
        (ONE + TWO + "其他,20\n赵一,20\n", [2, 5, 8]),
        ("企业,1000\n" + "甲公司,1\n" * 1000 + "个人,2\n李华,2\n", [2, 1003]),
        ("个人,500\n" + "".join(f"{name},100\n" for name in ("李华", "王芳", "赵一", "陈一", "陈二")), [2]),
    ],
)
def test_the_sum_of_the_rows_below_a_sort_of_givers_is_no_gift(rows: str, heads: list[int]) -> None:
    found = lines(f"姓名,金额（元）\n{rows}")
    assert [line for line in found if line.endswith("a subtotal")] == [f"{row} - a subtotal" for row in heads]


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (TWO, True),
        ("群众,100\n李华,100\n王芳,200\n", False),
        ("群众,100\n李华,100\n个人,200\n王芳,200\n", False),
        ("群众,350\n李华,100\n王芳,200\n", False),
        ("爱心人士,300\n李华,100\n王芳,200\n", False),
        ("爱心居民,300\n李华,100\n王芳,200\n", False),
    ],
)
def test_where_it_may_be_a_gift_as_well_it_is_asked_about(rows: str, asked: bool) -> None:
    first = lines(f"姓名,金额（元）\n{rows}")[0]
    assert ("the sum of the rows below it" in first) == asked
    assert first.startswith("2 receipt") != asked


def test_a_sort_of_givers_among_numbered_ones_is_one_that_gave() -> None:
    found = lines("姓名,金额（元）\n一、企业,600\n党员,100\n甲公司,500\n二、个人,300\n李华,300\n合计,900\n")
    assert [line[:9] for line in found] == [
        "2 - a sub", "3 receipt", "4 receipt", "5 - a sub", "6 receipt", "7 - a tot", "= 900 in ",
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["全年", "总", "年度合计"])
def test_a_column_that_sums_up_times_is_known_by_its_sums(heading: str) -> None:
    found = told(f"2019年捐款\n姓名,Q1,Q2,第三季度,四季度,{heading}\n李华,1,2,3,4,10\n王芳,,2,,4,7\n", "2020-02-29")
    assert found.splitlines()[0].endswith(f"{heading}=-")
    assert [line.split()[2] for line in found.splitlines()[1:5]] == [
        "2019-03-31",
        "2019-06-30",
        "2019-09-30",
        "2019-12-31",
    ]
    assert f"4 ! {heading}" in found


@pytest.mark.parametrize(
    ("text", "number"), [("3千克", 3), ("3千", 3000), ("合计5百万元", 5_000_000), ("1.5千元", 1500)]
)
def test_numbers_with_words_for_their_powers(text: str, number: int) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("rows", "is_record"),
    [
        ("王芳,\n", True),
        ("王芳,\n赵一,5\n", True),
        ("\n王芳,\n", False),
        ("合计,600\n王芳,\n", False),
        ("某市红十字会,\n", False),
        ("谢谢,\n", False),
        ("祝安康,\n", False),
        ("制表：王芳,\n", False),
    ],
)
def test_a_name_right_below_the_others_lacks_its_amount(rows: str, *, is_record: bool) -> None:
    """As it does among them; behind a total or a blank row it is who signs."""
    assert any(line.startswith("5 ! ") for line in lines(GIVERS + rows)) == is_record


@pytest.mark.parametrize("words", ["本年累计", "今年累计", "当年累计", "本年度累计", "本季度累计", "累计"])
def test_a_sum_of_the_year_so_far_is_no_giver(words: str) -> None:
    """It was booked as what one of that name gave."""
    rows = told(f"日期,姓名,金额\n2020-02-01,甲一,5\n,小计,5\n,{words},5\n2020-02-02,乙二,6\n,合计,11\n").splitlines()
    assert [row.partition(" - ")[1] for row in rows[1:6]] == ["", " - ", " - ", "", " - "]
