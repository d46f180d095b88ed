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
4 ! 合计: the sum of the amounts beside it in its row: they make another (11)
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
unclear 1: 姓名=party 2018年=money 2019年=money
2 ! None: a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor (姓名 2018年 2019年)
2 ! None: a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor (姓名 2018年 2019年)
3 - a blank row
unclear 4: 姓名=party 2020年1月5日=money 2月5日=money
5 ! None: a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor (姓名 2020年1月5日 2月5日)
5 ! None: a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor (姓名 2020年1月5日 2月5日)
""",
    ),
    (
        "times that are no columns of gifts",
        {"day": "2020-02-29"},
        """
项目,1月,2月
捐款收入,100,200
活动支出,50,60
""",
        """
unclear 0: A=- B=- C=-
2 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (项目 1月 2月)
3 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (项目 1月 2月)
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
3 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (物资接收表 捐赠单位 品名 甲库 乙库 丙库 丁库 戊库)
4 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (物资接收表 捐赠单位 品名 甲库 乙库 丙库 丁库 戊库)
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
6 ! None: who gave or who received, in a column, or above the rows as 捐赠单位：NAME or 接收单位：NAME: nobody can tell whether this line is a name (热心的人)
""",
    ),
    (
        "who gave stands alone above rows that say who got it",
        {},
        """
2020年2月抗疫捐赠物资接收明细表
日期,品名,数量,单位,接收单位
（一）甲公司,,,,
2020-02-01,口罩,500,只,市一院
（二）乙企业,,,,
2020-02-03,手套,100,双,市一院
三、明月斋,,,,
2020-02-04,大米,5,袋,东乡镇
张三,,,,
2020-02-04,方便面,5,箱,东乡镇
""",
        """
goods_in 2: 日期=date 品名=item 数量=quantity 单位=unit 接收单位=recipient
3 - a heading of the rows below it
4 relay 2020-02-01 donor=甲公司 recipient=市一院: 口罩 500只 [500只]
5 - a heading of the rows below it
6 relay 2020-02-03 donor=乙企业 recipient=市一院: 手套 100双 [100双]
7 - a heading of the rows below it
8 ! None: who gave or who received, in a column, or above the rows as 捐赠单位：NAME or 接收单位：NAME: nobody can tell whether this line is a name (三、明月斋)
9 - a heading of the rows below it
10 relay 2020-02-04 donor=张三 recipient=东乡镇: 方便面 5箱 [5箱]
""",
    ),
    (
        "places above rows that came are of who gave or of who got it",
        {},
        """
2020年2月各乡镇接收物资明细
日期,品名,数量,单位,接收单位
东山乡镇,,,,
2020-02-01,口罩,500,只,东山卫生院
""",
        """
goods_in 2: 日期=date 品名=item 数量=quantity 单位=unit 接收单位=recipient
3 - a heading of the rows below it
4 ! None: who gave or who received, in a column, or above the rows as 捐赠单位：NAME or 接收单位：NAME: nobody can tell whether this line is a name (东山乡镇)
""",
    ),
    (
        "who received the list stands below it, and gave nothing",
        {},
        """
2020年2月接收物资明细
日期,品名,数量,单位,接收单位
医疗物资,,,,
2020-02-01,口罩,500,只,市一院
第二批,,,,
2020-02-02,口罩,20,只,市一院
浔阳区,,,,
2020-02-03,口罩,30,只,区医院
合计,,550,,
某某县慈善总会,,,,
2020年3月1日,,,,
""",
        """
goods_out 2: 日期=date 品名=item 数量=quantity 单位=unit 接收单位=recipient
3 - a heading of the rows below it
4 distribution 2020-02-01 recipient=市一院: 口罩 500只 [500只]
5 - a heading of the rows below it
6 distribution 2020-02-02 recipient=市一院: 口罩 20只 [20只]
7 - a heading of the rows below it
8 distribution 2020-02-03 recipient=区医院 in 九江市浔阳区: 口罩 30只 [30只]
9 - a total
10 - words below the table
11 - words below the table
= 550 in row 9
""",
    ),
    (
        "a sort of givers ends what the one above it gave",
        {"day": "2020-02-29"},
        """
接收捐赠物资明细
序号,品名,单位,数量
一、企业,,,
九江甲商贸有限公司,,,
1,口罩,只,500
（二）个人,,,
1,酒精,瓶,20
张三,,,
1,手套,双,100
""",
        """
goods_in 2: 序号=serial 品名=item 单位=unit 数量=quantity
3 - a heading of the rows below it
4 - a heading of the rows below it
5 receipt (2020-02-29) donor=九江甲商贸有限公司: 口罩 500只 [500只]
6 - a heading of the rows below it
7 ! None: who gave or who received, in a column, or above the rows as 捐赠单位：NAME or 接收单位：NAME: nobody can tell whether this line is a name (（二）个人)
8 - a heading of the rows below it
9 receipt (2020-02-29) donor=张三: 手套 100双 [100双]
""",
    ),
    (
        "what is of all records of a row stands behind the last of them",
        {},
        """
2020年2月3日慈善一日捐名单（单位：元）
部门,姓名,金额,姓名,金额,小计,备注
办公室,李华,100,王芳,200,300,微信
财务科,张三,50,,,50,
""",
        """
money_in 2: 部门=note 姓名=donor 金额=money 小计=- 备注=note
3 receipt (2020-02-03) donor=李华: CNY 100元 “微信；部门：办公室” [100CNY]
3 receipt (2020-02-03) donor=王芳: CNY 200元 “微信；部门：办公室” [200CNY]
4 receipt (2020-02-03) donor=张三: CNY 50元 “部门：财务科” [50CNY]
""",
    ),
    (
        "the day of all records of a row stands behind the last of them",
        {},
        """
姓名,金额,姓名,金额,日期
李华,100,王芳,200,2020-02-01
张三,50,,,2020-02-02
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
2 receipt 2020-02-01 donor=王芳: CNY 200元 [200CNY]
3 receipt 2020-02-02 donor=张三: CNY 50元 [50CNY]
""",
    ),
    (
        "who gave and when stand above each block",
        {},
        """
捐赠单位：甲公司,,捐赠日期：2020年2月5日,,
品名,规格,单位,数量,金额
口罩,N95,只,1000,15000
捐赠单位：乙公司,,捐赠日期：2020年2月6日,,
品名,规格,单位,数量,金额
酒精,5L,桶,20,2000
捐赠单位：丙公司,,联系人：李四,日期：2020年2月7日,
品名,规格,单位,数量,金额
酒精,5L,桶,30,3000
""",
        """
goods_in 2: 品名=item 规格=specification 单位=unit 数量=quantity 金额=value
3 receipt (2020-02-05) donor=甲公司: 口罩（N95） 1000只@@15000 [1000只 15000value]
4 - a heading of the rows below it
5 - the headings again
6 receipt 2020-02-06 donor=乙公司: 酒精（5L） 20桶@@2000 [20桶 2000value]
7 - a heading of the rows below it
8 - the headings again
9 receipt 2020-02-07 donor=丙公司: 酒精（5L） 30桶@@3000 [30桶 3000value]
""",
    ),
    (
        "forms below each other",
        {},
        """
捐赠物资接收单
编号：001,,,日期：2020年2月5日
捐赠单位（人）：甲公司,,,联系电话：0792-1234567
序号,物资名称,规格,数量
1,口罩,N95,500只
接收人：李四,,,捐赠人签字：
,,,
捐赠物资接收单
编号：002,,,日期：2020年2月6日
捐赠单位（人）：乙公司,,,联系电话：0792-1234568
序号,物资名称,规格,数量
1,手套,L,100双
接收人：李四,,,捐赠人签字：
捐赠物资接收单
编号：003,,,日期：
捐赠单位（人）：,,,联系电话：
序号,物资名称,规格,数量
1,手套,L,10双
接收人：李四,,,捐赠人签字：
""",
        """
goods_in 4: 序号=serial 物资名称=item 规格=specification 数量=quantity
5 receipt (2020-02-05) donor=甲公司: 口罩（N95） 500只 [500只]
6 - a note
7 - a blank row
8 - a heading of the rows below it
9 - a heading of the rows below it
10 - a heading of the rows below it
11 - the headings again
12 receipt 2020-02-06 donor=乙公司: 手套（L） 100双 [100双]
13 - a note
14 - a heading of the rows below it
15 - a heading of the rows below it
16 - a heading of the rows below it
17 - the headings again
18 ! None: who gave or who received, in a column, or above the rows as 捐赠单位：NAME or 接收单位：NAME: nobody can tell whether this line is a name (捐赠单位（人）：); None: a date such as 2020-02-01, 2020年2月1日 or 2月1日 (日期：)
19 - a note
""",
    ),
    (
        "a name alone above headings that come again",
        {"day": "2020-02-29"},
        """
某某县慈善会
接收捐赠物资明细
品名,数量,单位
甲公司,,
口罩,500,只
乙公司,,
品名,数量,单位
手套,20,双
某某县慈善会,,
品名,数量,单位
酒精,5,瓶
""",
        """
goods_in 3: 品名=item 数量=quantity 单位=unit
4 - a heading of the rows below it
5 receipt (2020-02-29) donor=甲公司: 口罩 500只 [500只]
6 - a heading of the rows below it
7 - the headings again
8 receipt (2020-02-29) donor=乙公司: 手套 20双 [20双]
9 - a heading of the rows below it
10 - the headings again
11 receipt (2020-02-29) donor=乙公司: 酒精 5瓶 [5瓶]
""",
    ),
    (
        "a total with a word in brackets behind it",
        {},
        """
班级,姓名,金额,币种,日期
一班,李华,5000,人民币,2020-02-01
二班,王芳,1000,美元,2020-02-02
合计（折人民币）,,约1.2万,,
""",
        """
money_in 1: 班级=note 姓名=donor 金额=money 币种=currency 日期=date
2 receipt 2020-02-01 donor=李华: CNY 5000元 “班级：一班” [5000CNY]
3 receipt 2020-02-02 donor=王芳: USD 1000美元 “班级：二班” [1000USD]
4 - a total
= 12000 in row 4
""",
    ),
    (
        "what temples call who gave, and what",
        {},
        """
施主,供品,数量,日期
李华,大米,50斤,2020-02-03
""",
        """
goods_in 1: 施主=donor 供品=item 数量=quantity 日期=date
2 receipt 2020-02-03 donor=李华: 大米 50斤 [50斤]
""",
    ),
    (
        "what temples call a purpose",
        {},
        """
芳名,功德金,供养项目,日期
李华,500,印经,2020-02-03
""",
        """
money_in 1: 芳名=donor 功德金=money 供养项目=purpose 日期=date
2 receipt 2020-02-03 donor=李华: CNY 500元 for 印经 [500CNY]
""",
    ),
    (
        "who gave money stands above it",
        {},
        """
2020年2月捐款收入明细
日期,金额
张三,
2020-02-01,500
2020-02-01,20
李四,
2020-02-02,300
""",
        """
money_in 2: 日期=date 金额=money
3 - a heading of the rows below it
4 receipt 2020-02-01 donor=张三: CNY 500元 [500CNY]
5 receipt 2020-02-01 donor=张三: CNY 20元 [20CNY]
6 - a heading of the rows below it
7 receipt 2020-02-02 donor=李四: CNY 300元 [300CNY]
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
    (
        "sorts without units, and what came in several batches",
        {"day": "2020-02-29"},
        """
接收单位,口罩,,防护服（套）,
,N95,平面,第一批,第二批
县医院,10,5,3,2
""",
        """
goods_out 1: 接收单位=recipient N95口罩=quantity 口罩（平面）=quantity 防护服（套）=quantity 防护服（套） E=quantity
3 distribution (2020-02-29) recipient=县医院: N95口罩 10, 口罩（平面） 5, 防护服 3套, 防护服 2套 [15 5套]
""",
    ),
    (
        "other goods beside columns of some",
        {"day": "2020-02-29"},
        """
捐赠单位,口罩（只）,现金（元）,其他
甲公司,100,1000,
乙公司,5,,饼干2箱
""",
        """
goods_in 1: 捐赠单位=donor 口罩（只）=quantity 现金（元）=money 其他=item
2 receipt (2020-02-29) donor=甲公司: CNY 1000元, 口罩 100只 [100只 1000CNY]
3 receipt (2020-02-29) donor=乙公司: 饼干 2箱, 口罩 5只 [2箱 5只]
""",
    ),
    (
        "units of ten thousand",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,单位,数量
甲公司,口罩,万只,1.2
乙公司,消毒液,吨,3.5
丙公司,口罩,只,500
丁公司,手套,千双,约3
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 单位=unit 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 口罩 12000只 [12000只]
3 receipt (2020-02-29) donor=乙公司: 消毒液 3.5吨 [3.5吨]
4 receipt (2020-02-29) donor=丙公司: 口罩 500只 [500只]
5 receipt (2020-02-29) donor=丁公司: 手套 ~3000双 [3000双]
""",
    ),
    (
        "a price of units of ten thousand",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,单位,数量,单价
甲公司,口罩,万只,1.2,3
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 单位=unit 数量=quantity 单价=price
2 ! 单价: what they are worth together, in a column of its own (金额): nothing says which of the two quantities the price is of (3)
""",
    ),
    (
        "what was given in goods and in money beside what it makes",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠内容,金额（元）
甲公司,现金,20000
乙公司,大米2吨、食用油100桶,约15000
丙公司,口罩3000只,3000
合计,,38000
""",
        """
goods_in 1: 捐赠单位=donor 捐赠内容=item 金额（元）=money
2 receipt (2020-02-29) donor=甲公司: CNY 20000元 [20000CNY]
3 receipt (2020-02-29) donor=乙公司: 大米 2吨, 食用油 100桶 “合计价值约15000” [2吨 100桶 15000value]
4 receipt (2020-02-29) donor=丙公司: 口罩 3000只@@3000 [3000只 3000value]
5 - a total
= 38000 in row 5
""",
    ),
    (
        "matters that name no goods beside money",
        {"day": "2020-02-29"},
        """
捐款人,捐赠事项,金额（元）
甲公司,助学,2000
乙公司,为3名学生,800
合计,,2800
""",
        """
money_in 1: 捐款人=donor 捐赠事项=note 金额（元）=money
2 receipt (2020-02-29) donor=甲公司: CNY 2000元 “助学” [2000CNY]
3 receipt (2020-02-29) donor=乙公司: CNY 800元 “为3名学生” [800CNY]
4 - a total
= 2800 in row 4
""",
    ),
    (
        "a running total of what was received",
        {"day": "2020-02-29"},
        """
序号,捐赠方,捐赠金额（元）
1,甲公司,1000
小计,,1000
累计接收,,23000
""",
        """
money_in 1: 序号=serial 捐赠方=donor 捐赠金额（元）=money
2 receipt (2020-02-29) donor=甲公司: CNY 1000元 [1000CNY]
3 - a subtotal
4 - a total
= 1000 in row 3
""",
    ),
    (
        "a college or a department gave",
        {"day": "2020-02-29"},
        """
序号,学院/部门,捐款人数,捐款金额(元)
1,文学院,56,120.50
2,离退休处,12,30
合计,,68,150.50
""",
        """
money_in 1: 序号=serial 学院/部门=donor 捐款人数=- 捐款金额(元)=money
2 receipt (2020-02-29) donor=文学院: CNY 120.5元 [120.5CNY]
3 receipt (2020-02-29) donor=离退休处: CNY 30元 [30CNY]
4 - a total
= 150.5 in row 4
""",
    ),
    (
        "a column for each currency",
        {"day": "2020-02-29"},
        """
姓名,国家,美元,欧元,人民币
陈生,美国,"1,000",,
林生,法国,,500,
王生,中国,,,2000
""",
        """
money_in 1: 姓名=donor 国家=- 美元=money 欧元=money 人民币=money
2 receipt (2020-02-29) donor=陈生: USD 1000美元 [1000USD]
3 receipt (2020-02-29) donor=林生: EUR 500欧元 [500EUR]
4 receipt (2020-02-29) donor=王生: CNY 2000元 [2000CNY]
""",
    ),
    (
        "numbered names above the goods that they gave",
        {"day": "2020-02-29"},
        """
抗洪救灾捐赠物资清单
序号,物资名称,单位,数量
一,甲食品公司,,
1,矿泉水,箱,100
二,乙志愿者协会,,
1,雨衣,件,200
合计,,,300
""",
        """
goods_in 2: 序号=serial 物资名称=item 单位=unit 数量=quantity
3 - a heading of the rows below it
4 receipt (2020-02-29) donor=甲食品公司: 矿泉水 100箱 [100箱]
5 - a heading of the rows below it
6 receipt (2020-02-29) donor=乙志愿者协会: 雨衣 200件 [200件]
7 - a total
= 300 in row 7
""",
    ),
    (
        "numbered sorts of goods that nobody is said to have given",
        {"day": "2020-02-29"},
        """
接收捐赠物资明细
序号,物资名称,单位,数量
一,食品类,,
1,矿泉水,箱,100
""",
        """
goods_in 2: 序号=serial 物资名称=item 单位=unit 数量=quantity
3 - a heading of the rows below it
4 ! None: a donor; where another column names it: --map HEADING=donor; where one gave all of it: --donor NAME; where it is a gift of an account, write 捐款 behind the name ()
""",
    ),
    (
        "several recipients with what each got, without commas",
        {"day": "2020-02-29"},
        """
捐赠单位,物资,流向
甲公司,口罩36000个,仁爱医院1.8万 天佑医院1.8万
乙公司,护目镜144个,徐家社区72个 西区医疗队72
丙公司,口罩3000个,东站 西站
""",
        """
goods_in 1: 捐赠单位=donor 物资=item 流向=recipient
2 relay (2020-02-29) donor=甲公司 recipient=仁爱医院、天佑医院: 口罩 36000个 “仁爱医院1.8万 天佑医院1.8万” [36000个]
3 relay (2020-02-29) donor=乙公司 recipient=徐家社区、西区医疗队: 护目镜 144个 “徐家社区72个 西区医疗队72” [144个]
4 relay (2020-02-29) donor=丙公司 recipient=东站 西站: 口罩 3000个 [3000个]
""",
    ),
    (
        "what went on in another amount than it came in",
        {"day": "2020-02-29"},
        """
捐赠单位,品名,数量,接收单位,发放数量
甲公司,口罩,1000个,县医院,600个
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 接收单位=recipient 收发=direction
2 receipt (2020-02-29) donor=甲公司: 口罩 1000个 [1000个]
2 distribution (2020-02-29) recipient=县医院: 口罩 600个 []
""",
    ),
    (
        "units that few tell, above those who sign",
        {"day": "2020-02-29"},
        """
捐赠物资清单
捐赠单位：甲公司
序号,品名,单位,数量
1,方便面,箱,20
经办人：张三,,接收人：李四,
""",
        """
goods_in 3: 序号=serial 品名=item 单位=unit 数量=quantity
4 receipt (2020-02-29) donor=甲公司: 方便面 20箱 [20箱]
5 - a note
""",
    ),
    (
        "hours of volunteers by month are no gifts",
        {"day": "2020-02-29"},
        """
志愿服务时长统计表
姓名,1月,2月,合计
张三,10,5,15
李四,,8,8
""",
        """
unclear 2: 姓名=party 1月=money 2月=money 合计=-
3 ! None: a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor (姓名 1月 2月 合计)
3 ! None: a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor (姓名 1月 2月 合计)
4 ! None: a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor (姓名 1月 2月 合计)
""",
    ),
    (
        "allowances by month",
        {},
        """
2019年困难补助发放表
姓名,1月,2月,合计
张三,100,50,150
""",
        """
spending 2: 姓名=recipient 1月=spent 2月=spent 合计=-
3 expense 2019-01-31 recipient=张三: CNY 100元 [100CNY]
3 expense 2019-02-28 recipient=张三: CNY 50元 [50CNY]
""",
    ),
    (
        "months that say that they are of gifts",
        {"day": "2020-02-29"},
        """
姓名,1月捐款,2月捐款
张三,100,50
""",
        """
money_in 1: 姓名=donor 1月捐款=money 2月捐款=money
2 receipt 2020-01-31 donor=张三: CNY 100元 [100CNY]
2 receipt 2020-02-29 donor=张三: CNY 50元 [50CNY]
""",
    ),
    (
        "who keeps the list received what came in",
        {"day": "2020-02-29"},
        """
捐赠物资接收清单
接收单位：某县慈善会
品名,单位,数量
大米,袋,100
""",
        """
goods_in 3: 品名=item 单位=unit 数量=quantity
4 ! None: a donor; where another column names it: --map HEADING=donor; where one gave all of it: --donor NAME; where it is a gift of an account, write 捐款 behind the name ()
""",
    ),
    (
        "who gave and who received in one line, of whom none need be we",
        {"day": "2020-02-29"},
        """
捐赠物资登记表
捐赠单位：甲公司,,接收单位：县医院
品名,单位,数量
口罩,个,100
""",
        """
goods_in 3: 品名=item 单位=unit 数量=quantity
4 ! None: a donor; where another column names it: --map HEADING=donor; where one gave all of it: --donor NAME; where it is a gift of an account, write 捐款 behind the name ()
""",
    ),
    (
        "sizes are no units",
        {"day": "2020-02-29"},
        """
捐赠单位,品名,数量
甲公司,防护服（L）,10
乙公司,手套（M）,20
丙公司,大米（kg）,5
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 防护服（L） 10 [10]
3 receipt (2020-02-29) donor=乙公司: 手套（M） 20 [20]
4 receipt (2020-02-29) donor=丙公司: 大米 5公斤 [5kg]
""",
    ),
    (
        "goods with units below what is no goods, beside sorts and other goods",
        {"day": "2020-02-29"},
        """
收到捐赠物资明细
单位,口罩,,消毒用品,,其他物资
,N95（个）,外科（个）,84（桶）,酒精（瓶）,
甲公司,100,200,10,,
乙药房,,,,20,体温计5支
合计,100,200,10,20,
""",
        """
goods_in 2: 单位=donor N95口罩（个）=quantity 口罩（外科）（个）=quantity 消毒用品（84）（桶）=quantity 酒精（瓶）=quantity 其他物资=item
4 receipt (2020-02-29) donor=甲公司: N95口罩 100个, 口罩（外科） 200个, 消毒用品（84） 10桶 [300个 10桶]
5 receipt (2020-02-29) donor=乙药房: 体温计 5支, 酒精 20瓶 [5支 20瓶]
6 - a total
""",
    ),
    (
        "a total of a column of goods that is another",
        {"day": "2020-02-29"},
        """
捐赠单位,口罩（只）,酒精（瓶）,其他
甲公司,100,5,饼干2箱
乙公司,5,1,
合计,106,6,
""",
        """
goods_in 1: 捐赠单位=donor 口罩（只）=quantity 酒精（瓶）=quantity 其他=item
2 receipt (2020-02-29) donor=甲公司: 饼干 2箱, 口罩 100只, 酒精 5瓶 [2箱 100只 5瓶]
3 receipt (2020-02-29) donor=乙公司: 口罩 5只, 酒精 1瓶 [5只 1瓶]
4 - a total
≠ 4 口罩（只）: 106 for 105
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_wide_table_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")
