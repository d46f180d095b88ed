"""Tables that are wider or deeper than lists: times, sorts and names as columns or above rows, units below headings.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

from typing import Any

import pytest
from harness.tables import told

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "months beside each other, with their sum",
        {},
        """
甲助学会2019年会员捐款统计表
序号,姓名,1月,2月,12月,合计
1,张三,100,50,,150
2,李四,,200,300,500
,合计,100,250,300,650
""",
        """
money_in 2: 序号=serial 姓名=donor 1月=money 2月=money 12月=money 合计=-
3 receipt 2019-01-31 donor=张三: CNY 100元 [100CNY]
3 receipt 2019-02-28 donor=张三: CNY 50元 [50CNY]
4 receipt 2019-02-28 donor=李四: CNY 200元 [200CNY]
4 receipt 2019-12-31 donor=李四: CNY 300元 [300CNY]
5 - a total
= 650 in row 5
""",
    ),
    (
        "months below their year, and a row whose sum is another",
        {},
        """
捐款人,2019年,,合计
,11月,12月,
张三,10,20,30
李四,5,5,11
王五,1,2,3
""",
        """
money_in 1: 捐款人=donor 11月=money 12月=money 合计=-
3 receipt 2019-11-30 donor=张三: CNY 10元 [10CNY]
3 receipt 2019-12-31 donor=张三: CNY 20元 [20CNY]
4 ! 合计: the sum of the amounts beside it in the row, which make another (11)
5 receipt 2019-11-30 donor=王五: CNY 1元 [1CNY]
5 receipt 2019-12-31 donor=王五: CNY 2元 [2CNY]
""",
    ),
    (
        "quarters, and sums with a word before them",
        {},
        """
2019年度捐款明细
捐款人,一季度,二季度,第3季度,Q4,全年合计
张三,1000,,,1000,2000
""",
        """
money_in 2: 捐款人=donor 一季度=money 二季度=money 第3季度=money Q4=money 全年合计=-
3 receipt 2019-03-31 donor=张三: CNY 1000元 [1000CNY]
3 receipt 2019-12-31 donor=张三: CNY 1000元 [1000CNY]
""",
    ),
    (
        "goods by month, with the unit behind their names",
        {},
        """
2019年接收捐赠物资
捐赠单位,品名,1月,2月
甲公司,大米（袋）,10,20
乙超市,食用油,5桶,
""",
        """
goods_in 2: 捐赠单位=donor 品名=item 1月=quantity 2月=quantity
3 receipt 2019-01-31 donor=甲公司: 大米 10袋 [10袋]
3 receipt 2019-02-28 donor=甲公司: 大米 20袋 [20袋]
4 receipt 2019-01-31 donor=乙超市: 食用油 5桶 [5桶]
""",
    ),
    (
        "years and days",
        {},
        """
姓名,2018年,2019年
张三,100,200

姓名,2020年1月5日,2月5日
张三,10,20
""",
        """
money_in 1: 姓名=donor 2018年=money 2019年=money
2 receipt 2018-12-31 donor=张三: CNY 100元 [100CNY]
2 receipt 2019-12-31 donor=张三: CNY 200元 [200CNY]
3 - a blank row
money_in 4: 姓名=donor 2020年1月5日=money 2月5日=money
5 receipt 2020-01-05 donor=张三: CNY 10元 [10CNY]
5 receipt 2020-02-05 donor=张三: CNY 20元 [20CNY]
""",
    ),
    (
        "times that are no columns of gifts",
        {"day": "2020-02-29"},
        """
项目,1月,2月
捐款收入,100,200
""",
        """

""",
    ),
    (
        "headings that nobody understands are no reason to read without them",
        {"day": "2020-02-29"},
        """
物资接收表
捐赠单位,品名,甲库,乙库,丙库,丁库,戊库
甲公司,大米,10,,20袋,,
乙超市,食用油,5桶,5桶,,,
""",
        """
unclear 0: A=- B=- C=- D=- E=- F=- G=-
3 ! None: a row of headings such as 捐赠单位, 品名, 数量; or say what each column is: --map A=donor --map B=item (甲公司 大米 10 20袋)
4 ! None: a row of headings such as 捐赠单位, 品名, 数量; or say what each column is: --map A=donor --map B=item (乙超市 食用油 5桶 5桶)
""",
    ),
    (
        "a row of units below goods",
        {"day": "2020-02-29"},
        """
序号,捐赠单位,口罩,防护服,护目镜
,,个,套,副
1,甲公司,1000,50,
2,乙公司,,,30
合计,,1000,50,30
""",
        """
goods_in 1: 序号=serial 捐赠单位=donor 口罩（个）=quantity 防护服（套）=quantity 护目镜（副）=quantity
3 receipt (2020-02-29) donor=甲公司: 口罩 1000个, 防护服 50套 [1000个 50套]
4 receipt (2020-02-29) donor=乙公司: 护目镜 30副 [30副]
5 - a total
= 1080 in row 5
""",
    ),
    (
        "units in brackets below goods, and what calls them so",
        {"day": "2020-02-29"},
        """
物资分配表
接收单位,口罩,护目镜
（单位）,（个）,（副）
县医院,10,5
""",
        """
goods_out 2: 接收单位=recipient 口罩（个）=quantity 护目镜（副）=quantity
4 distribution (2020-02-29) recipient=县医院: 口罩 10个, 护目镜 5副 [10个 5副]
""",
    ),
    (
        "measures of money below headings",
        {"day": "2020-02-29"},
        """
捐赠单位,捐款,物资折价
,万元,元
甲公司,1.5,200
""",
        """
money_in 1: 捐赠单位=donor 捐款（万元）=money 物资折价（元）=value
3 receipt (2020-02-29) donor=甲公司: CNY 15000元, 物资 ?@@200 [15000CNY 200value]
""",
    ),
    (
        "sorts below the goods that they are of",
        {"day": "2020-02-29"},
        """
捐赠单位,口罩（个）,,酒精（桶）
,N95,平面,
甲公司,100,20,5
乙公司,,50,
合计,100,70,5
""",
        """
goods_in 1: 捐赠单位=donor N95口罩（个）=quantity 口罩（平面）（个）=quantity 酒精（桶）=quantity
3 receipt (2020-02-29) donor=甲公司: N95口罩 100个, 口罩（平面） 20个, 酒精 5桶 [120个 5桶]
4 receipt (2020-02-29) donor=乙公司: 口罩（平面） 50个 [50个]
5 - a total
= 175 in row 5
""",
    ),
    (
        "numbers and units below each of the goods",
        {"day": "2020-02-29"},
        """
捐赠单位,口罩,,酒精,
,数量,单位,数量,单位
甲公司,100,个,20,桶
乙公司,50,盒,,
""",
        """
goods_in 1: 捐赠单位=donor 数量=quantity 单位=unit
3 receipt (2020-02-29) donor=甲公司: 口罩 100个 [100个]
3 receipt (2020-02-29) donor=甲公司: 酒精 20桶 [20桶]
4 receipt (2020-02-29) donor=乙公司: 口罩 50盒 [50盒]
""",
    ),
    (
        "the unit within the name of the goods",
        {"day": "2020-02-29"},
        """
捐赠单位,品名,数量
甲公司,大米（袋）,10
乙公司,酒精(500ml/瓶),30
丙公司,食用油/桶,5
丁公司,牛奶（250ml）,20箱
戊公司,口罩（个）,2000个
己公司,手套（盒）,约50
庚公司,方便面（桶）,6箱
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 大米 10袋 [10袋]
3 receipt (2020-02-29) donor=乙公司: 酒精（500ml/瓶） 30瓶 [30瓶]
4 receipt (2020-02-29) donor=丙公司: 食用油 5桶 [5桶]
5 receipt (2020-02-29) donor=丁公司: 牛奶（250ml） 20箱 [20箱]
6 receipt (2020-02-29) donor=戊公司: 口罩 2000个 [2000个]
7 receipt (2020-02-29) donor=己公司: 手套 ~50盒 [50盒]
8 receipt (2020-02-29) donor=庚公司: 方便面（桶） 6箱 [6箱]
""",
    ),
    (
        "the unit within the name and beside it",
        {"day": "2020-02-29"},
        """
捐赠单位,品名,单位,数量
甲公司,大米（袋）,袋,10
乙公司,牛奶（箱）,提,5
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 单位=unit 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 大米 10袋 [10袋]
3 receipt (2020-02-29) donor=乙公司: 牛奶（箱） 5提 [5提]
""",
    ),
    (
        "who received stands above the rows",
        {"day": "2020-02-29"},
        """
防疫物资发放明细表
物资名称,单位,数量,备注
县人民医院,,,
口罩,个,200,
酒精,桶,5,急
东乡镇卫生院,,,
口罩,个,100,
""",
        """
goods_out 2: 物资名称=item 单位=unit 数量=quantity 备注=note
3 - a heading of the rows below it
4 distribution (2020-02-29) recipient=县人民医院: 口罩 200个 [200个]
5 distribution (2020-02-29) recipient=县人民医院: 酒精 5桶 “急” [5桶]
6 - a heading of the rows below it
7 distribution (2020-02-29) recipient=东乡镇卫生院: 口罩 100个 [100个]
""",
    ),
    (
        "who received is said above the rows",
        {"day": "2020-02-29"},
        """
序号,品名,单位,数量
接收单位：东乡镇
1,棉被,床,20
接收单位：西乡镇
1,棉被,床,10
2,帐篷,顶,3
合计,,,33
""",
        """
goods_out 1: 序号=serial 品名=item 单位=unit 数量=quantity
2 - a heading of the rows below it
3 distribution (2020-02-29) recipient=东乡镇: 棉被 20床 [20床]
4 - a heading of the rows below it
5 distribution (2020-02-29) recipient=西乡镇: 棉被 10床 [10床]
6 distribution (2020-02-29) recipient=西乡镇: 帐篷 3顶 [3顶]
7 - a total
= 33 in row 7
""",
    ),
    (
        "who gave is said above each table",
        {"day": "2020-02-29"},
        """
捐赠物资清单
捐赠单位：甲公司    联系人：张三
品名,单位,数量
口罩,个,100
捐赠单位：乙公司
品名,单位,数量
酒精,瓶,5
""",
        """
goods_in 3: 品名=item 单位=unit 数量=quantity
4 receipt (2020-02-29) donor=甲公司: 口罩 100个 [100个]
5 - a heading of the rows below it
6 - the headings again
7 receipt (2020-02-29) donor=乙公司: 酒精 5瓶 [5瓶]
""",
    ),
    (
        "who gave and when, above a table that is signed",
        {},
        """
捐赠物资清单
捐赠单位：甲公司,,捐赠日期：2020年2月3日
序号,品名,单位,数量
1,方便面,箱,20
经办人：张三,,接收人：李四,
""",
        """
goods_in 3: 序号=serial 品名=item 单位=unit 数量=quantity
4 receipt (2020-02-03) donor=甲公司: 方便面 20箱 [20箱]
5 - a note
""",
    ),
    (
        "whose the rows below a line are that is no name, nobody knows",
        {"day": "2020-02-29"},
        """
防疫物资发放明细表
物资名称,单位,数量
县人民医院,,
口罩,个,200
热心的人,,
口罩,个,100
""",
        """
goods_out 2: 物资名称=item 单位=unit 数量=quantity
3 - a heading of the rows below it
4 distribution (2020-02-29) recipient=县人民医院: 口罩 200个 [200个]
5 - a heading of the rows below it
6 ! None: a recipient; where another column names it: --map HEADING=recipient ()
""",
    ),
    (
        "sorts above rows take nobody's name",
        {"day": "2020-02-29"},
        """
防疫物资发放明细表
物资名称,单位,数量
县人民医院,,
防护类,,
口罩,个,200
一、消毒,,
酒精,瓶,5
""",
        """
goods_out 2: 物资名称=item 单位=unit 数量=quantity
3 - a heading of the rows below it
4 - a heading of the rows below it
5 distribution (2020-02-29) recipient=县人民医院: 口罩 200个 [200个]
6 - a heading of the rows below it
7 distribution (2020-02-29) recipient=县人民医院: 酒精 5瓶 [5瓶]
""",
    ),
    (
        "a table that lies on its side",
        {"day": "2020-02-29"},
        """
捐赠单位,甲公司,乙公司
品名,口罩,酒精
单位,个,桶
数量,100,30
""",
        """
unclear 2: 品名=item 口罩（个）=- 酒精（桶）=-
4 ! None: headings beside each other; here they stand below each other: copy the table and paste it turned round (Paste special, Transpose) (品名 口罩（个） 酒精（桶）)
""",
    ),
    (
        "goods with their unit in the heading",
        {"day": "2020-02-29"},
        """
捐赠单位,物资/单位,数量
甲公司,大米/袋,10
""",
        """
goods_in 1: 捐赠单位=donor 物资/单位=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 大米 10袋 [10袋]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_wide_table_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")
