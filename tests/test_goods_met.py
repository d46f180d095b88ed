"""Tables of goods with several peculiarities at once, as pages of associations combine them: proofread these as a treasurer would.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import told

from donations.importers.words.cells import SAID_TWICE

SHAPES = [
    (
        "a subtotal behind a long name is none of its gifts",
        """
序号,捐赠时间,捐赠单位,品名,单位,数量
（1）,2020-01-26,上海某某科技有限公司九江分公司,猪肉,公斤,0.5
上海某某科技有限公司九江分公司小计,,,,,0.5
（2）,2020-01-27,甲公司,大米,袋,3
""",
        """
goods_in 1: 序号=serial 捐赠时间=date 捐赠单位=donor 品名=item 单位=unit 数量=quantity
2 receipt 2020-01-26 donor=上海某某科技有限公司九江分公司: 猪肉 0.5公斤 [0.5公斤]
3 - a subtotal
4 receipt 2020-01-27 donor=甲公司: 大米 3袋 [3袋]
""",
    ),
    (
        "several goods in one cell, and how many of each in the cell beside it",
        """
捐赠日期,捐赠单位,物资,数量,规格,备注
2020-01-22,甲公司,大米、牛奶,200袋、120提,,
2020-01-23,乙商会,口罩（N95、平面），手套,"1,000只，20双",,冷藏
2020-01-24,丙药店,"防护服
矿泉水","200套
约12000件",,
2020-01-25,丁公司,大米 面粉,20袋 5箱,,
2020-01-26,戊公司,防护服、护目镜,200套、20副、5箱,,
2020-01-27,己公司,防护服、护目镜,20套、5副,均码,
2020-01-28,庚公司,矿泉水,1400瓶60箱,,
2020-01-29,辛公司,医用 口罩,2箱 400只,,
2020-01-30,壬公司,大米、面粉,各20袋,,
2020-01-31,癸公司,大米、面粉,20袋5箱,,
2020-02-01,寅公司,大米、面粉,20袋,,
""",
        """
goods_in 1: 捐赠日期=date 捐赠单位=donor 物资=item 数量=quantity 规格=specification 备注=note
2 receipt 2020-01-22 donor=甲公司: 大米 200袋, 牛奶 120提 [200袋 120提]
3 receipt 2020-01-23 donor=乙商会: 口罩（N95、平面） 1000只, 手套 20双 “冷藏” [1000只 20双]
4 receipt 2020-01-24 donor=丙药店: 防护服 200套, 矿泉水 ~12000件 [200套 12000件]
5 receipt 2020-01-25 donor=丁公司: 大米 20袋, 面粉 5箱 [20袋 5箱]
6 ! 数量: one for each of the goods in this row, in their order; or each of the goods in a row of its own (200套、20副、5箱)
7 ! 规格: one for each of the goods in this row, in their order; or each of the goods in a row of its own (均码)
8 receipt 2020-01-28 donor=庚公司: 矿泉水 1400瓶 [1400瓶]
9 ! 数量: one for each of the goods in this row, in their order; or each of the goods in a row of its own (2箱 400只)
10 receipt 2020-01-30 donor=壬公司: 大米 20袋, 面粉 20袋 [40袋]
11 ! 数量: one for each of the goods in this row, in their order; or each of the goods in a row of its own (20袋5箱)
12 receipt 2020-02-01 donor=寅公司: 大米、面粉 20袋 [20袋]
""",
    ),
    (
        "a line of goods on each line of a cell",
        """
捐赠日期,捐赠单位,捐赠物资及数量
2020-01-22,甲公司,"医用手套（L号）12双
75%酒精（20L）300桶"
2020-01-23,乙商会,"医用
口罩500个"
2020-01-24,丙药店,84消毒液（500ml）2瓶 猪肉2000公斤
""",
        """
goods_in 1: 捐赠日期=date 捐赠单位=donor 捐赠物资及数量=item
2 receipt 2020-01-22 donor=甲公司: 医用手套（L号） 12双, 75%酒精（20L） 300桶 [12双 300桶]
3 receipt 2020-01-23 donor=乙商会: 医用 口罩 500个 [500个]
4 receipt 2020-01-24 donor=丙药店: 84消毒液（500ml） 2瓶, 猪肉 2000公斤 [2瓶 2000公斤]
""",
    ),
    (
        "goods in columns of which some are hardly filled, with headings on each page",
        """
捐赠时间,捐赠单位,体温枪（支）,牛奶（提）,帐篷（顶）
2020-01-21,甲公司,2767,,
2020-01-26,乙商会,5000,,
捐赠时间,捐赠单位,体温枪（支）,牛奶（提）,帐篷（顶）
2020-01-28,丙药店,1500,约10,
2020-02-02,丁公司,,100,
捐赠时间,捐赠单位,体温枪（支）,牛奶（提）,帐篷（顶）
2020-02-07,戊公司,,,一批
""",
        """
goods_in 1: 捐赠时间=date 捐赠单位=donor 体温枪（支）=quantity 牛奶（提）=quantity 帐篷（顶）=quantity
2 receipt 2020-01-21 donor=甲公司: 体温枪 2767支 [2767支]
3 receipt 2020-01-26 donor=乙商会: 体温枪 5000支 [5000支]
4 - the headings again
5 receipt 2020-01-28 donor=丙药店: 体温枪 1500支, 牛奶 ~10提 [1500支 10提]
6 receipt 2020-02-02 donor=丁公司: 牛奶 100提 [100提]
7 - the headings again
8 receipt 2020-02-07 donor=戊公司: 帐篷 ? []
""",
    ),
    (
        "goods in the first column above a note and a signature",
        """
医用手套（双）,医用口罩（只）,捐赠单位,到货日期
50,10,甲公司,2020-01-25
注：以上数据截至1月25日。,,,
制表人：张三,,,审核人：李四
某某协会,,,
2020年1月26日,,,
""",
        """
goods_in 1: 医用手套（双）=quantity 医用口罩（只）=quantity 捐赠单位=donor 到货日期=date
2 receipt 2020-01-25 donor=甲公司: 医用手套 50双, 医用口罩 10只 [50双 10只]
3 - a note
4 - a note
5 - words below the table
6 - words below the table
""",
    ),
    (
        "a heading of goods with their unit that takes both rows of headings",
        """
到货日期,体温枪（支）,捐赠者,其他物资,
,,,矿泉水（件）,防护服（套）
2020-02-10,300,甲公司,20,33
""",
        """
goods_in 1: 到货日期=date 体温枪（支）=quantity 捐赠者=donor 矿泉水（件）=quantity 防护服（套）=quantity
3 receipt 2020-02-10 donor=甲公司: 体温枪 300支, 矿泉水 20件, 防护服 33套 [300支 20件 33套]
""",
    ),
    (
        "two records side by side whose goods name their amounts",
        """
到货日期,捐赠单位,捐赠物品,到货日期,捐赠单位,捐赠物品
2020-02-08,甲公司,医用口罩2个,2020-02-09,乙商会,矿泉水100件
2020-02-10,丙药店,手套5双,,,
""",
        """
goods_in 1: 到货日期=date 捐赠单位=donor 捐赠物品=item
2 receipt 2020-02-08 donor=甲公司: 医用口罩 2个 [2个]
2 receipt 2020-02-09 donor=乙商会: 矿泉水 100件 [100件]
3 receipt 2020-02-10 donor=丙药店: 手套 5双 [5双]
""",
    ),
    (
        "three rows of headings, which come again",
        """
接收捐赠物资公示（2020年1月22日—2月5日）
接收日期,捐赠方信息,,物资信息,,,发放对象
,明细,,明细,,,
,捐赠单位,联系单位,物品名,单位,数量,
2020-01-27,甲公司,市工商联,棉被,床,20,九江市第三中学
接收日期,捐赠方信息,,物资信息,,,发放对象
,明细,,明细,,,
,捐赠单位,联系单位,物品名,单位,数量,
2020-02-01,乙商会,,大米,袋,5,九江市第三中学
合计,,,,,25,
""",
        """
goods_in 2: 接收日期=date 捐赠单位=donor 联系单位=via 物品名=item 单位=unit 数量=quantity 发放对象=recipient
5 relay 2020-01-27 donor=甲公司 via=市工商联 recipient=九江市第三中学: 棉被 20床 [20床]
6 - the headings again
7 - the headings again
8 - the headings again
9 relay 2020-02-01 donor=乙商会 recipient=九江市第三中学: 大米 5袋 [5袋]
10 - a total
= 25 in row 10
""",
    ),
    (
        "two rows of headings that come again, the total below counts all pages",
        """
2020年1月29日,,,
捐赠企业,物资信息,,
,物资,数量,单位
甲公司,护目镜,2,副
捐赠企业,物资信息,,
,物资,数量,单位
乙商会,食用油,200,桶
合计,,202,
""",
        """
goods_in 2: 捐赠企业=donor 物资=item 数量=quantity 单位=unit
4 receipt (2020-01-29) donor=甲公司: 护目镜 2副 [2副]
5 - the headings again
6 - the headings again
7 receipt (2020-01-29) donor=乙商会: 食用油 200桶 [200桶]
8 - a total
= 202 in row 8
""",
    ),
    (
        "lines of days directly below headings of which one is blank",
        """
接收捐赠物资一览表（2020年1月25日—1月30日）
,捐赠单位,捐赠物品,数量,单位
日期：2020-01-25,,,,
,甲公司,测温仪,12,台
日期：2020-01-30,,,,
,乙商会,帐篷,10,顶
""",
        """
goods_in 2: 捐赠单位=donor 捐赠物品=item 数量=quantity 单位=unit
3 - a heading of the rows below it
4 receipt 2020-01-25 donor=甲公司: 测温仪 12台 [12台]
5 - a heading of the rows below it
6 receipt 2020-01-30 donor=乙商会: 帐篷 10顶 [10顶]
""",
    ),
    (
        "a number in Chinese before a gift of several rows heads none of them",
        """
发放捐赠物资明细表
序号,时间,接收单位,品名,数量,单位
一,2020-01-21,九江市第三中学,口罩,5,只
二,2020-01-21,市第一人民医院,棉被,10,床
,2020-01-21,,手套,10,双
""",
        """
goods_out 2: 序号=serial 时间=date 接收单位=recipient 品名=item 数量=quantity 单位=unit
3 distribution 2020-01-21 recipient=九江市第三中学: 口罩 5只 [5只]
4 distribution 2020-01-21 recipient=市第一人民医院: 棉被 10床 [10床]
5 distribution 2020-01-21 recipient=市第一人民医院: 手套 10双 [10双]
""",
    ),
    (
        "a total heading with its unit behind a stroke",
        """
捐赠时间,捐赠者,物资品名,数量合计/只,单价（元）,合计金额（元）
2020-02-07,甲公司,口罩,200,3,600
""",
        """
goods_in 1: 捐赠时间=date 捐赠者=donor 物资品名=item 数量合计/只=quantity 单价（元）=price 合计金额（元）=value
2 receipt 2020-02-07 donor=甲公司: 口罩 200只@@600 [200只 600value]
""",
    ),
    (
        "what goods are worth beside a second table and a note below",
        """
合计金额（元）,单位,捐赠单位,数量,捐赠日期,物资名称
500,桶,甲公司,20,2020-01-26,食用油
注：以上数据截至1月26日。,,,,,
,,,,,
发放物资明细表,,,,,
接收单位,物资名称,数量,日期,,
市第九医院,雨衣,7件,2020-02-08,,
""",
        """
goods_in 1: 合计金额（元）=value 单位=unit 捐赠单位=donor 数量=quantity 捐赠日期=date 物资名称=item
2 receipt 2020-01-26 donor=甲公司: 食用油 20桶@@500 [20桶 500value]
3 - a note
4 - a blank row
goods_out 6: 接收单位=recipient 物资名称=item 数量=quantity 日期=date
7 distribution 2020-02-08 recipient=市第九医院: 雨衣 7件 [7件]
""",
    ),
    (
        "a gift of several rows is of one place, and came through the same hands",
        """
时间,城市,捐赠单位,对接单位,品名,数量
2020-01-28,九江市,甲公司,市工商联,酒精,5桶
,,,,体温枪,12支
2020-01-29,,乙商会,,体温枪,2支
〃,〃,〃,〃,手套,2双
""",
        """
goods_in 1: 时间=date 城市=city 捐赠单位=donor 对接单位=via 品名=item 数量=quantity
2 receipt 2020-01-28 donor=甲公司 via=市工商联 in 九江市: 酒精 5桶 [5桶]
3 receipt 2020-01-28 donor=甲公司 via=市工商联 in 九江市: 体温枪 12支 [12支]
4 receipt 2020-01-29 donor=乙商会: 体温枪 2支 [2支]
5 receipt 2020-01-29 donor=乙商会: 手套 2双 [2双]
""",
    ),
    (
        "lines of cities above rows",
        """
接收时间,捐赠单位,品名,数量
一、赣州市,,,
2020-01-20,甲公司,猪肉,30公斤
地区：九江市,,,
2020-01-22,乙商会,手套,20双
""",
        """
goods_in 1: 接收时间=date 捐赠单位=donor 品名=item 数量=quantity
2 - a heading of the rows below it
3 receipt 2020-01-20 donor=甲公司 in 赣州市: 猪肉 30公斤 [30公斤]
4 - a heading of the rows below it
5 receipt 2020-01-22 donor=乙商会 in 九江市: 手套 20双 [20双]
""",
    ),
    (
        "a city above the rows of one donor",
        """
接收捐赠物资一览表
捐赠单位：乙商会
接收时间,捐赠物资名称,单位,数量
地区：萍乡市,,,
2020-01-24,猪肉,公斤,1.5
""",
        """
goods_in 3: 接收时间=date 捐赠物资名称=item 单位=unit 数量=quantity
4 - a heading of the rows below it
5 receipt 2020-01-24 donor=乙商会 in 萍乡市: 猪肉 1.5公斤 [1.5公斤]
""",
    ),
    (
        "givers above what went straight on",
        """
接收捐赠物资公示
日期,名称,单位,数量,使用单位
合计,,,15,
捐赠单位：甲公司,,,,
2020-01-20,消毒液,桶,5,己社区居委会
捐赠单位：李华,,,,
2020-01-21,大米,袋,10,东乡镇卫生院
""",
        """
goods_in 2: 日期=date 名称=item 单位=unit 数量=quantity 使用单位=recipient
3 - a total
4 - a heading of the rows below it
5 relay 2020-01-20 donor=甲公司 recipient=己社区居委会: 消毒液 5桶 [5桶]
6 - a heading of the rows below it
7 relay 2020-01-21 donor=李华 recipient=东乡镇卫生院: 大米 10袋 [10袋]
= 15 in row 3
""",
    ),
    (
        "a title above headings that come again, in the column of givers",
        """
来源,接收时间,单位,总数量,物资名称
甲公司,2020-01-27,桶,50,消毒液
接收捐赠物资公示
来源,接收时间,单位,总数量,物资名称
乙商会,2020-01-27,提,6,牛奶
""",
        """
goods_in 1: 来源=donor 接收时间=date 单位=unit 总数量=quantity 物资名称=item
2 receipt 2020-01-27 donor=甲公司: 消毒液 50桶 [50桶]
3 - a heading of the rows below it
4 - the headings again
5 receipt 2020-01-27 donor=乙商会: 牛奶 6提 [6提]
""",
    ),
    (
        "each giver's total is called 合计",
        """
接收时间,捐赠单位,物资,数量,单位
2020-02-03,甲公司,体温枪,30,支
合计,,,30,
2020-02-08,乙商会,鞋套,5,双
2020-02-08,乙商会,手套,5,双
合计,,,10,
总计,,,40,
""",
        """
goods_in 1: 接收时间=date 捐赠单位=donor 物资=item 数量=quantity 单位=unit
2 receipt 2020-02-03 donor=甲公司: 体温枪 30支 [30支]
3 - a subtotal
4 receipt 2020-02-08 donor=乙商会: 鞋套 5双 [5双]
5 receipt 2020-02-08 donor=乙商会: 手套 5双 [5双]
6 - a subtotal
7 - a total
= 40 in row 7
""",
    ),
    (
        "nothing but the amount of the only gift again, or a day in the column of amounts",
        """
数量,物资,捐赠单位
日期：2020-01-26,,
5000袋,大米,甲公司
5000,,
""",
        """
goods_in 1: 数量=quantity 物资=item 捐赠单位=donor
2 - a heading of the rows below it
3 receipt 2020-01-26 donor=甲公司: 大米 5000袋 [5000袋]
4 ! 数量: a word like 小计 beside it if it is the sum of the rows above it, which it would be; or who gave it, like 爱心人士 (5000)
""",
    ),
    (
        "zeros where nothing was given, in lists of money and goods",
        """
日期,捐赠者,捐款（元）,捐赠物资,物资折价（元）
2020-02-23,甲公司,80000,0,0
2020-02-23,乙公司,20000,0元,
2020-02-23,丙公司,0,大米20袋,900
2020-02-23,丁公司,0,0,0
2020-02-23,戊公司,500,大米0袋,
""",
        """
goods_in 1: 日期=date 捐赠者=donor 捐款（元）=money 捐赠物资=item 物资折价（元）=value
2 receipt 2020-02-23 donor=甲公司: CNY 80000元 [80000CNY]
3 receipt 2020-02-23 donor=乙公司: CNY 20000元 [20000CNY]
4 receipt 2020-02-23 donor=丙公司: 大米 20袋@@900 [20袋 900value]
5 - an amount of zero
6 ! 捐赠物资: an amount above zero (大米0袋)
""",
    ),
    (
        "no goods, but what none of them were worth",
        """
日期,捐赠单位,品名,数量,单位,金额（元）
2020-02-23,甲公司,口罩,500,个,0
2020-02-23,乙公司,口罩,0,个,800
2020-02-23,丙公司,,0,,900
2020-02-23,丁公司,口罩,0,个,0
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 数量=quantity 单位=unit 金额（元）=value
2 receipt 2020-02-23 donor=甲公司: 口罩 500个 [500个]
3 ! 数量: an amount above zero (0)
4 receipt 2020-02-23 donor=丙公司: CNY 900元 [900CNY]
5 - an amount of zero
""",
    ),
    (
        "goods that have no column beside goods that have one each",
        """
日期,捐赠单位,捐款（元）,口罩（个）,防护服（套）,捐赠物资
2020-02-23,甲公司,,500,,
2020-02-23,乙公司,1000,,20,药品一批
2020-02-23,丙公司,0,0,0,大米10袋、食用油5桶
2020-02-23,丁公司,300,100,0,0
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 捐款（元）=money 口罩（个）=quantity 防护服（套）=quantity 捐赠物资=item
2 receipt 2020-02-23 donor=甲公司: 口罩 500个 [500个]
3 receipt 2020-02-23 donor=乙公司: CNY 1000元, 药品 ?, 防护服 20套 [20套 1000CNY]
4 receipt 2020-02-23 donor=丙公司: 大米 10袋, 食用油 5桶 [10袋 5桶]
5 receipt 2020-02-23 donor=丁公司: CNY 300元, 口罩 100个 [100个 300CNY]
""",
    ),
    (
        "what goods were worth below a heading of goods with a measure of money",
        """
捐赠情况统计表（截至2020年2月20日）
序号,捐赠单位,捐款（万元）,捐物（万元）,合计（万元）
1,甲公司,10,2.05,12.05
2,乙公司,5,,5
3,丙医院,,3,3
合计,,15,5.05,20.05
""",
        """
money_in 2: 序号=serial 捐赠单位=donor 捐款（万元）=money 捐物（万元）=value 合计（万元）=-
3 receipt (2020-02-20) donor=甲公司: CNY 100000元, 物资 ?@@20500 [100000CNY 20500value]
4 receipt (2020-02-20) donor=乙公司: CNY 50000元 [50000CNY]
5 receipt (2020-02-20) donor=丙医院: 物资 ?@@30000 [30000value]
6 - a total
= 150000 in row 6
""",
    ),
    (
        "the same below 捐物 alone, where the sum of the row tells",
        """
捐赠情况统计表（截至2020年2月20日）
单位：万元
捐赠单位,捐款,捐物,合计
甲公司,10,2.05,12.05
乙公司,5,,5
丙医院,,3,3
""",
        """
money_in 3: 捐赠单位=donor 捐款=money 捐物=value 合计=-
4 receipt (2020-02-20) donor=甲公司: CNY 100000元, 物资 ?@@20500 [100000CNY 20500value]
5 receipt (2020-02-20) donor=乙公司: CNY 50000元 [50000CNY]
6 receipt (2020-02-20) donor=丙医院: 物资 ?@@30000 [30000value]
""",
    ),
    (
        "what goods were worth in Hong Kong",
        """
捐款者,現金（港幣）,物資（港幣）,日期
甲公司,"$80,000",$0,2020-02-27
丙公司,"$20,000","$2,080",2020-02-28
丁公司,$0,不詳,2020-02-28
""",
        """
money_in 1: 捐款者=donor 現金（港幣）=money 物資（港幣）=note 日期=date
2 receipt 2020-02-27 donor=甲公司: HKD 80000港元 [80000HKD]
3 receipt 2020-02-28 donor=丙公司: HKD 20000港元, 物资 ? “价值$2,080” [20000HKD]
4 receipt 2020-02-28 donor=丁公司: 物资 ? “价值不詳” []
""",
    ),
    (
        "a column for each sort of goods, with their names and amounts",
        """
捐赠统计
单位,防护用品,消毒用品,生活物资,资金,日期
甲公司,口罩500只、手套100双,,,,2020-02-03
乙商行,,84消毒液20桶,方便面10箱,100元,2020-02-03
丙,,,,500,2020-02-03
""",
        """
goods_in 2: 单位=donor 防护用品=item 消毒用品=item 生活物资=item 资金=money 日期=date
3 receipt 2020-02-03 donor=甲公司: 口罩 500只, 手套 100双 [500只 100双]
4 receipt 2020-02-03 donor=乙商行: CNY 100元, 84消毒液 20桶, 方便面 10箱 [20桶 10箱 100CNY]
5 receipt 2020-02-03 donor=丙: CNY 500元 [500CNY]
""",
    ),
    (
        "money called after a word of giving beside goods and what these were worth",
        """
序号,爱心企业,爱心款(元),爱心物资,市场价(元),捐赠时间
1,甲公司,10000,—,—,2020-02-22
2,乙公司,—,帐篷100顶,80000,2020-02-23
3,丙公司,5000,棉被200床,20000,2020-02-24
合计,,15000,,100000,
""",
        """
goods_in 1: 序号=serial 爱心企业=donor 爱心款(元)=money 爱心物资=item 市场价(元)=note 捐赠时间=date
2 receipt 2020-02-22 donor=甲公司: CNY 10000元 [10000CNY]
3 receipt 2020-02-23 donor=乙公司: 帐篷 100顶 “市场价(元)：80000” [100顶]
4 receipt 2020-02-24 donor=丙公司: CNY 5000元, 棉被 200床 “市场价(元)：20000” [200床 5000CNY]
5 - a total
= 15000 in row 5
""",
    ),
    (
        "sums without a word at the foot, of which one stands where nobody reads it",
        """
Date,Donor,Item,Qty,Est Value,Total
2020-01-05,Ann,Winter coats,12,$15.00,$180.00
2020-01-05,Ann,Blankets,4,$20.00,$80.00
2020-01-08,Bob,Cash,,,$100.00
,,,16,,$360.00
""",
        """
goods_in 1: Date=date Donor=donor Item=item Qty=quantity Est Value=note Total=-
2 receipt 2020-01-05 donor=Ann: Winter coats 12 “价值$15.00” [12]
3 receipt 2020-01-05 donor=Ann: Blankets 4 “价值$20.00” [4]
4 ! Qty: a quantity such as 500, 500个, 约500斤 or 一批 ()
5 - a total
= 16 in row 5
""",
    ),
    (
        "rows of words right above the headings of another table",
        """
接收捐赠物资公示（截至2020年2月10日）
捐赠单位,捐赠物资,
甲公司,口罩500个,
乙商会,手套一批,
捐款人,金额（元）,日期
丙药店,500,2020-02-06
捐赠单位,品名,规格,单位,数量
丁公司,猪肉,,公斤,12余
捐款人,金额（元）,日期,,
戊公司,300,2020-02-06,,
""",
        """
goods_in 2: 捐赠单位=donor 捐赠物资=item
3 receipt (2020-02-10) donor=甲公司: 口罩 500个 [500个]
4 receipt (2020-02-10) donor=乙商会: 手套 ? []
money_in 5: 捐款人=donor 金额（元）=money 日期=date
6 receipt 2020-02-06 donor=丙药店: CNY 500元 [500CNY]
goods_in 7: 捐赠单位=donor 品名=item 规格=specification 单位=unit 数量=quantity
8 receipt (2020-02-10) donor=丁公司: 猪肉 ~12公斤 [12公斤]
money_in 9: 捐款人=donor 金额（元）=money 日期=date
10 receipt 2020-02-06 donor=戊公司: CNY 300元 [300CNY]
""",
    ),
]


@pytest.mark.parametrize(("table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_goods_are_read_as_they_were_given(table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n")) == answer.lstrip("\n")


def test_the_specification_beside_goods_named_with_their_amount_is_theirs() -> None:
    """防护服50套 beside XL; of several goods nobody knows whose it is, and it is noted; 50套 says no more."""
    text = "日期,捐赠单位,品名,规格\n2020-02-01,甲公司,防护服50套,XL\n2020-02-01,乙公司,手套（XL）20双,L\n2020-02-03,李华,口罩100个、手套20双,均码\n2020-02-04,周敏,防护服50套,50套\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=甲公司: 防护服（XL） 50套 [50套]",
        "3 receipt 2020-02-01 donor=乙公司: 手套（XL，L） 20双 [20双]",
        "4 receipt 2020-02-03 donor=李华: 口罩 100个, 手套 20双 “规格：均码” [100个 20双]",
        "5 receipt 2020-02-04 donor=周敏: 防护服 50套 [50套]",
    ]


@pytest.mark.parametrize(
    ("foot", "reason"),
    [
        ("制表：王会计,,审核：李主任,,,2020年4月1日", "a note"),
        ("制表人,王会计,审核人,,,李主任", "a note"),
        ("经手人（签字）：,,负责人（签字）：,,,年　月　日", "a note"),
        (",星火协会,,,,2020-04-01", "words below the table"),
        (",,某协会,,,二〇二〇年四月一日", "words below the table"),
    ],
)
def test_who_signs_below_a_table_gave_nothing(foot: str, reason: str) -> None:
    """Whatever column the day stands below, with no blank row before it."""
    table = f"星火协会接收物资公示,,,,,\n日期,捐赠单位,品名,规格,单位,数量\n2020-02-01,甲公司,口罩,,个,100\n{foot}\n"
    assert told(table).splitlines()[2:] == [f"4 - {reason}"]


def test_what_only_looks_like_a_signature_is_refused_as_before() -> None:
    """One word of those who sign may be a name, and a day instead of a number may be what a program made of 3-1."""
    table = "日期,捐赠单位,品名,规格,单位,数量\n2020-02-01,甲公司,口罩,,个,100\n会计,出纳,口罩,,个,若干\n2020-02-02,星火协会,,,,2020-03-01\n"
    assert [line.split()[1] for line in told(table).splitlines()[1:]] == ["receipt", "!", "!"]


@pytest.mark.parametrize(
    ("title", "row"), [("大家各捐100元", ",2020-02-02,100元"), ("口罩一批捐赠公示", ",2020-02-02,一批")]
)
def test_an_amount_that_stands_in_the_title_is_no_signature(title: str, row: str) -> None:
    """Below a list of money it is a gift of nobody's, below one of goods it is asked whose."""
    table = f"{title}\n捐赠人,日期,捐赠金额/物资\n李华,2020-02-01,口罩100个\n{row}\n"
    assert not told(table).splitlines()[-1].startswith("4 -")


@pytest.mark.parametrize(
    ("headings", "cells", "said"),
    [
        ("箱数,每箱,合计（只）", "5,2000,10000", "口罩 10000只 “5箱” [10000只]"),
        ("数量（箱）,每箱（只）,折合（只）", "5,2000,10000", "口罩 5箱 “10000只” [5箱]"),
        ("数量（箱）,总计（只）", "5,10000", "口罩 5箱 “10000只” [5箱]"),
        ("数量,单位,总计（只）", "5,箱,10000", "口罩 5箱 “10000只” [5箱]"),
        ("数量（箱）,合计（箱）", "5,5", "口罩 5箱 [5箱]"),
        ("数量,折合（元）", "5个,100", "口罩 5个@@100 [5个 100value]"),
        ("数量,价值（块）", "5个,100", "口罩 5个@@100 [5个 100value]"),
    ],
)
def test_how_many_there_are_in_all_is_no_worth_and_not_lost(headings: str, cells: str, said: str) -> None:
    """折合（只） counts what came, in another measure; only money says what it is worth."""
    table = f"日期,捐赠单位,品名,{headings}\n2020-02-01,甲公司,口罩,{cells}\n"
    assert told(table).splitlines()[1] == f"2 receipt 2020-02-01 donor=甲公司: {said}"


@pytest.mark.parametrize(
    ("number", "said"), [("十二", "12箱"), ("三", "3箱"), ("拾", "10箱"), ("二十", "20箱"), ("一百", "100箱")]
)
def test_a_number_in_words_beside_its_unit(number: str, said: str) -> None:
    """As in one cell with it, 十二箱; what may be two numbers is refused."""
    table = f"日期,捐赠单位,品名,单位,数量\n2020-02-01,甲公司,口罩,箱,{number}\n2020-02-01,甲公司,口罩,箱,一二\n"
    lines = told(table).splitlines()
    assert lines[1] == f"2 receipt 2020-02-01 donor=甲公司: 口罩 {said} [{said}]"
    assert lines[2].startswith("3 ! 数量")


def test_what_is_left_may_count_in_the_sum_of_what_each_got() -> None:
    """总数 100 is 50, 30 and 20 in stock; another number is refused."""
    table = "物资分配表 2020年2月5日\n品名,单位,总数,市一院,市二院,库存\n酒精,瓶,10,5,5,0\n口罩,个,100,50,30,20\n手套,双,90,50,30,20\n"
    lines = told(table).splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [["3", "distribution"], ["3", "distribution"], ["4", "distribution"], ["4", "distribution"], ["5", "!"]]  # fmt: skip


def test_a_remark_that_is_a_unit_alone_counts_the_number_beside_it() -> None:
    """大米 50 beside a remark 袋 was booked as 50斤. In a long list, which is read by columns, too."""
    rows = "".join(
        f"2020-02-{day:02},某公司,{item},50,{note}\n"
        for day in range(1, 29)
        for item, note in (("大米", "袋"), ("口罩", "急需"))
    )
    lines = told(f"日期,捐赠单位,物资名称,数量,备注\n{rows}").splitlines()
    assert sum(": 大米 50袋 " in line for line in lines) == 28
    assert sum(": 口罩 50 “急需” [50]" in line for line in lines) == 28
    assert ": 大米 50箱 " in told("日期,捐赠单位,物资名称,数量（箱）,备注\n2020-02-01,某公司,大米,50,袋\n")


CASH = "日期,品名,单位,捐赠人,数量,金额\n2020-03-04,现金,{unit},李华,{many},{amount}\n2020-03-05,口罩,盒,王芳,6,150\n合计,,,,,{total}\n"


@pytest.mark.parametrize(
    ("unit", "many"), [("", "1"), ("笔", "1"), ("笔", "3"), ("户", "2"), ("元", "100"), ("", "100"), ("", "")]
)
def test_cash_among_goods_is_what_it_is_worth(unit: str, many: str) -> None:
    """现金 1 beside 100元 was booked as 1 yuan, and 现金 1 笔 as a thing counted in 笔."""
    lines = told(CASH.format(unit=unit, many=many, amount=100, total=250)).splitlines()
    assert "donor=李华: CNY 100元 " in lines[1]
    assert "donor=王芳: 口罩 6盒@@150 " in lines[2]
    assert lines[-1] == "= 250 in row 4"


@pytest.mark.parametrize(("unit", "many"), [("元", "1"), ("万元", "1"), ("", "50")])
def test_cash_that_is_said_twice_and_differs_is_asked_about(unit: str, many: str) -> None:
    assert SAID_TWICE in told(CASH.format(unit=unit, many=many, amount=100, total=250))


def test_cash_of_so_many_at_a_price_is_their_sum() -> None:
    assert "CNY 2500元" in told(
        "日期,品名,捐赠人,数量,单价,金额\n2020-03-04,慰问金,李华,5,500,2500\n2020-03-05,口罩,王芳,6,25,150\n"
    )


def test_goods_between_slashes_have_each_their_own_amount() -> None:
    """They were refused, though each had its unit."""
    found = told(
        "捐赠人,物资,数量,日期\n乙公司,防护服 / 护目镜,50 套 / 20 副,2020/2/2\n丙公司,口罩/手套,50只/20双,2020/2/2\n"
    )
    assert "donor=乙公司: 防护服 50套, 护目镜 20副" in found
    assert "donor=丙公司: 口罩 50只, 手套 20双" in found
    assert "receipt" not in told("捐赠人,物资,数量,日期\n丁公司,消毒液/酒精,50/20,2020/2/2\n")
    # one thing, perhaps, in two packings
    assert "饮用水 240瓶" not in told("捐赠人,物资,数量,日期\n甲公司,矿泉水/饮用水,10箱/240瓶,2020/2/2\n").replace(
        "矿泉水/", "/"
    )[:0] + told("捐赠人,物资,数量,日期\n甲公司,矿泉水/饮用水,10箱/240瓶,2020/2/2\n").replace("矿泉水/饮用水", "")
