"""Lines and words that say which way the rows of a table went: 接收, 发放, 收入, 支出.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import told

SHAPES: list[tuple[str, str, str]] = [
    (
        "a line above headings that come again says that what is below them went out",
        """
防疫物资台账,,,
接收,,,
日期,单位,口罩（个）,手套（双）
2020-02-01,甲公司,500,200
发放,,,
日期,单位,口罩（个）,手套（双）
2020-02-02,市一院,300,100
""",
        """
goods_in 3: 日期=date 单位=donor 口罩（个）=quantity 手套（双）=quantity
4 receipt 2020-02-01 donor=甲公司: 口罩 500个, 手套 200双 [500个 200双]
goods_out 6: 日期=date 单位=recipient 口罩（个）=quantity 手套（双）=quantity
7 distribution 2020-02-02 recipient=市一院: 口罩 300个, 手套 100双 [300个 100双]
""",
    ),
    (
        "the same lines among the rows of one table",
        """
日期,单位,口罩（个）,手套（双）
接收,,,
2020-02-01,甲公司,500,200
发放,,,
2020-02-02,市一院,300,100
""",
        """
goods_in 1: 日期=date 单位=donor 口罩（个）=quantity 手套（双）=quantity
2 - a heading of the rows below it
3 receipt 2020-02-01 donor=甲公司: 口罩 500个, 手套 200双 [500个 200双]
goods_out 4: 日期=date 单位=recipient 口罩（个）=quantity 手套（双）=quantity
5 distribution 2020-02-02 recipient=市一院: 口罩 300个, 手套 100双 [300个 100双]
""",
    ),
    (
        "also below a title that says that all came in",
        """
捐赠物资接收台账,,,
日期,单位,口罩（个）,手套（双）
一、接收情况,,,
2020-02-01,甲公司,500,200
二、发放情况,,,
2020-02-02,市一院,300,100
""",
        """
goods_in 2: 日期=date 单位=donor 口罩（个）=quantity 手套（双）=quantity
3 - a heading of the rows below it
4 receipt 2020-02-01 donor=甲公司: 口罩 500个, 手套 200双 [500个 200双]
goods_out 5: 日期=date 单位=recipient 口罩（个）=quantity 手套（双）=quantity
6 distribution 2020-02-02 recipient=市一院: 口罩 300个, 手套 100双 [300个 100双]
""",
    ),
    (
        "money in and money out",
        """
爱心捐款收支公示,,
日期,姓名/单位,金额
收入,,
2020-02-01,张三,500
支出,,
2020-02-02,东乡超市,300
""",
        """
money_in 2: 日期=date 姓名/单位=donor 金额=money
3 - a heading of the rows below it
4 receipt 2020-02-01 donor=张三: CNY 500元 [500CNY]
spending 5: 日期=date 姓名/单位=recipient 金额=spent
6 expense 2020-02-02 recipient=东乡超市: CNY 300元 [300CNY]
""",
    ),
    (
        "with a total of each part",
        """
善款收支,,
日期,姓名,金额
收入,,
2020-02-01,张三,500
2020-02-01,李四,500
合计,,1000
支出,,
2020-02-02,东乡超市,300
合计,,300
结余,,700
""",
        """
money_in 2: 日期=date 姓名=donor 金额=money
3 - a heading of the rows below it
4 receipt 2020-02-01 donor=张三: CNY 500元 [500CNY]
5 receipt 2020-02-01 donor=李四: CNY 500元 [500CNY]
6 - a subtotal
= 1000 in row 6
spending 7: 日期=date 姓名=recipient 金额=spent
8 expense 2020-02-02 recipient=东乡超市: CNY 300元 [300CNY]
9 - a total
10 - a total
= 300 in row 9
""",
    ),
    (
        "headings that say it themselves are read as they are",
        """
日期,捐赠单位,品名,数量
2020-02-01,甲公司,口罩,500个
发放情况,,,
日期,接收单位,品名,数量
2020-02-02,市一院,口罩,300个
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 数量=quantity
2 receipt 2020-02-01 donor=甲公司: 口罩 500个 [500个]
goods_out 4: 日期=date 接收单位=recipient 品名=item 数量=quantity
5 distribution 2020-02-02 recipient=市一院: 口罩 300个 [300个]
""",
    ),
    (
        "what became of each gift is no way that it went",
        """
捐款公示,,,
日期,捐款人,金额,进度
2020-02-01,张三,500,接收
2020-02-02,李四,300,拨付
""",
        """
money_in 2: 日期=date 捐款人=donor 金额=money 进度=-
3 receipt 2020-02-01 donor=张三: CNY 500元 [500CNY]
4 receipt 2020-02-02 donor=李四: CNY 300元 [300CNY]
""",
    ),
    (
        "each row says who gave and who received",
        """
捐赠物资去向,,,
捐赠单位,接收单位,品名,数量
接收情况,,,
甲公司,市一院,口罩,500个
发放情况,,,
乙公司,市二院,口罩,300个
""",
        """
goods_in 2: 捐赠单位=donor 接收单位=recipient 品名=item 数量=quantity
3 - a heading of the rows below it
4 relay (2020-03-01) donor=甲公司 recipient=市一院: 口罩 500个 [500个]
5 - a heading of the rows below it
6 relay (2020-03-01) donor=乙公司 recipient=市二院: 口罩 300个 [300个]
""",
    ),
    (
        "what was bought stands where names would: refused",
        """
捐款公示,,
日期,姓名,金额
2020-02-01,李华,500
支出,,
2020-02-02,购口罩,300
2020-02-02,购手套,100
""",
        """
money_in 2: 日期=date 姓名=donor 金额=money
3 receipt 2020-02-01 donor=李华: CNY 500元 [500CNY]
unclear 4: 日期=date 姓名=recipient 金额=spent
5 ! None: headings of their own for the rows below a line like 支出 or 发放情况, which went another way than the others: 接收单位, 品名, 数量 or 支出事项, 金额 of what went out, 捐赠人 beside what came (日期 姓名 金额)
6 ! None: headings of their own for the rows below a line like 支出 or 发放情况, which went another way than the others: 接收单位, 品名, 数量 or 支出事项, 金额 of what went out, 捐赠人 beside what came (日期 姓名 金额)
""",
    ),
    (
        "what came in below headings of what was spent: refused",
        """
支出明细,,
日期,用途,金额
2020-02-02,购口罩,300
收入,,
2020-02-01,场租,500
""",
        """
spending 2: 日期=date 用途=item 金额=spent
3 expense 2020-02-02 : CNY 300元 “购口罩” [300CNY]
unclear 4: 日期=date 用途=purpose 金额=money
5 ! None: headings of their own for the rows below a line like 支出 or 发放情况, which went another way than the others: 接收单位, 品名, 数量 or 支出事项, 金额 of what went out, 捐赠人 beside what came (日期 用途 金额)
""",
    ),
    (
        "a word of each row beside columns of goods",
        """
日期,类型,单位,口罩（个）,手套（双）
2020-02-01,接收,甲公司,500,200
2020-02-02,发放,市一院,300,100
2020-02-03,接收,乙公司,,50
""",
        """
goods_in 1: 日期=date 类型=direction 单位=donor 口罩（个）=quantity 手套（双）=quantity
2 receipt 2020-02-01 donor=甲公司: 口罩 500个, 手套 200双 [500个 200双]
3 distribution 2020-02-02 recipient=市一院: 口罩 300个, 手套 100双 []
4 receipt 2020-02-03 donor=乙公司: 手套 50双 [50双]
""",
    ),
    (
        "in short, in the last column",
        """
日期,往来单位,口罩（个）,手套（双）,收/发
2020-02-01,甲公司,500,200,收
2020-02-02,市一院,300,100,发
""",
        """
goods_in 1: 日期=date 往来单位=donor 口罩（个）=quantity 手套（双）=quantity 收/发=direction
2 receipt 2020-02-01 donor=甲公司: 口罩 500个, 手套 200双 [500个 200双]
3 distribution 2020-02-02 recipient=市一院: 口罩 300个, 手套 100双 []
""",
    ),
    (
        "beside what the goods are worth",
        """
捐赠物资台账
日期,类型,单位,物资,数量,金额（元）
2020-02-01,接收,甲公司,口罩,500个,1000
2020-02-02,发放,市一院,口罩,300个,600
""",
        """
goods_in 2: 日期=date 类型=direction 单位=donor 物资=item 数量=quantity 金额（元）=value
3 receipt 2020-02-01 donor=甲公司: 口罩 500个@@1000 [500个 1000value]
4 distribution 2020-02-02 recipient=市一院: 口罩 300个@@600 []
""",
    ),
    (
        "beside goods with how much of them in one cell",
        """
捐赠台账
日期,类型,单位,内容
2020-02-01,接收,甲公司,口罩500个
2020-02-02,发放,市一院,口罩300个
""",
        """
goods_in 2: 日期=date 类型=direction 单位=donor 内容=money_or_goods
3 receipt 2020-02-01 donor=甲公司: 口罩 500个 [500个]
4 distribution 2020-02-02 recipient=市一院: 口罩 300个 []
""",
    ),
    (
        "beside money alone",
        """
捐赠台账
日期,类型,单位,金额
2020-02-01,接收,甲公司,5000
2020-02-02,发放,李华,300
""",
        """
money_in 2: 日期=date 类型=direction 单位=donor 金额=money
3 receipt 2020-02-01 donor=甲公司: CNY 5000元 [5000CNY]
4 expense 2020-02-02 supplier=李华: CNY 300元 “发放” []
""",
    ),
    (
        "money and goods beside each other may not go both ways",
        """
日期,类型,单位,现金,口罩（个）
2020-02-01,接收,甲公司,1000,500
2020-02-02,发放,市一院,,300
2020-02-02,发放,李华,200,
""",
        """
unclear 1: 日期=date 类型=- 单位=- 现金=money 口罩（个）=-
2 ! None: a table for what came in and one for what went out: here a word in each row says that, of money and of goods beside it (日期 类型 单位 现金 口罩（个）)
3 ! None: a table for what came in and one for what went out: here a word in each row says that, of money and of goods beside it (日期 类型 单位 现金 口罩（个）)
4 ! None: a table for what came in and one for what went out: here a word in each row says that, of money and of goods beside it (日期 类型 单位 现金 口罩（个）)
""",
    ),
    (
        "what was bought and what came in are told apart by the reader",
        """
日期,类型,单位,物资,数量,金额（元）
2020-02-01,收入,甲公司,口罩,500个,1000
2020-02-02,支出,市一院,口罩,300个,600
""",
        """
unclear 1: 日期=date 类型=direction 单位=supplier 物资=item 数量=quantity 金额（元）=spent
2 ! None: what the amounts beside the goods are, of which some came in: say --map HEADING=value where it is what they are worth, or take the rows that came in out where the others were bought (日期 类型 单位 物资 数量 金额（元）)
3 ! None: what the amounts beside the goods are, of which some came in: say --map HEADING=value where it is what they are worth, or take the rows that came in out where the others were bought (日期 类型 单位 物资 数量 金额（元）)
""",
    ),
    (
        "接收 and 发放 over the same goods, behind one column of names",
        """
日期,单位,接收,,发放,
,,口罩（个）,手套（双）,口罩（个）,手套（双）
2020-02-01,甲公司,500,200,,
2020-02-02,市一院,,,300,100
""",
        """
goods_in 1: 日期=date 单位=donor 口罩（个）=quantity 手套（双）=quantity 口罩（个） E=quantity 手套（双） F=quantity
3 receipt 2020-02-01 donor=甲公司: 口罩 500个, 手套 200双 [500个 200双]
4 distribution 2020-02-02 recipient=市一院: 口罩 300个, 手套 100双 []
""",
    ),
]


@pytest.mark.parametrize(("table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_each_row_goes_its_way(table: str, answer: str) -> None:
    """What came out was proofread."""
    assert told(table.lstrip("\n"), "2020-03-01").strip() == answer.strip()


def test_lines_of_sorts_may_stand_below_a_line_of_the_way() -> None:
    """（一）医院 below 二、发放物资: what hospitals got was booked as given by them."""
    rows = (
        "单位名称,物资名称,数量,日期\n一、接收物资,,,\n（一）企业捐赠,,,\n甲公司,口罩,500个,2020-02-01\n"
        "二、发放物资,,,\n（一）医院,,,\n市一院,口罩,300个,2020-02-03\n（二）社区,,,\n东社区,手套,100双,2020-02-04\n"
    )
    found = [line for line in told(f"2020年物资台账,,,\n{rows}").splitlines() if " - " not in line and ":" in line]
    assert [line.split(": ")[0] for line in found if line[0].isdigit()] == [
        "5 receipt 2020-02-01 donor=甲公司",
        "8 distribution 2020-02-03 recipient=市一院",
        "10 distribution 2020-02-04 recipient=东社区",
    ]
