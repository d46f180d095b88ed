"""Tables of others: in traditional characters, of programs, schools and villages, with sections and odd quantities.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

from datetime import date
from typing import Any

import pytest
from harness.tables import settings, sheet, told

from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.importers.columns.days import read_day
from donations.importers.columns.title import read_title
from donations.importers.tables import tables
from donations.importers.words.cells import Misfit
from donations.importers.words.heading_words import understood

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "cells that only say what stands above them",
        {},
        """
捐赠单位,品名,规格,数量,日期
甲公司,口罩,N95,100只,2020-02-01
同上,酒精,,20瓶,同上
乙公司,手套,M,5双,2020-02-02
〃,〃,同上,6双,〃
丙公司,同上,L,7双,2020-02-03
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 规格=specification 数量=quantity 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩（N95） 100只 [100只]
3 receipt 2020-02-01 donor=甲公司: 酒精 20瓶 [20瓶]
4 receipt 2020-02-02 donor=乙公司: 手套（M） 5双 [5双]
5 receipt 2020-02-02 donor=乙公司: 手套（M） 6双 [6双]
6 receipt 2020-02-03 donor=丙公司: 手套（L） 7双 [7双]
""",
    ),
    (
        "a donor of money who is the one above",
        {},
        """
姓名,金额,日期
张三,100,2020-02-01
同上,200,2020-02-02
李四,50,同上
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-02 donor=张三: CNY 200元 [200CNY]
4 receipt 2020-02-02 donor=李四: CNY 50元 [50CNY]
""",
    ),
    (
        "headings in two rows with a blank one between them",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠物资,,捐款
,,,
,品名,数量,金额（元）
甲公司,口罩,100只,
乙公司,,,500
合计,,,500
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 金额（元）=money
4 receipt (2020-02-29) donor=甲公司: 口罩 100只 [100只]
5 receipt (2020-02-29) donor=乙公司: CNY 500元 [500CNY]
6 - a total
= 500 in row 6
""",
    ),
    (
        "a table of its own behind a blank row is none of the headings above it",
        {},
        """
姓名,金额（元）,日期
,,
,捐赠人,品名,数量,时间
,甲公司,口罩,100只,2020-02-01
""",
        """
money_in 1: 姓名=donor 金额（元）=money 日期=date
2 - a blank row
goods_in 3: 捐赠人=donor 品名=item 数量=quantity 时间=date
4 receipt 2020-02-01 donor=甲公司: 口罩 100只 [100只]
""",
    ),
    (
        "letters among digits are named; litres are none",
        {"day": "2020-02-29"},
        """
捐赠单位,品名,数量,金额（元）
甲公司,口罩,5OO只,
乙公司,口罩,l00,
丙公司,酒精,5l,
丁公司,,,1O0元
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 金额（元）=money
2 ! 数量: digits only: a letter (O, l or I) stands where a 0 or 1 belongs (5OO只)
3 ! 数量: digits only: a letter (O, l or I) stands where a 0 or 1 belongs (l00)
4 receipt (2020-02-29) donor=丙公司: 酒精 5升 [5升]
5 ! 金额（元）: digits only: a letter (O, l or I) stands where a 0 or 1 belongs (1O0元)
""",
    ),
    (
        "money of which nobody says how much",
        {"day": "2020-02-29"},
        """
姓名,金额（元）
张三,500
李四,若干
王五,若干元
赵六,金额不详
合计,500
""",
        """
money_in 1: 姓名=donor 金额（元）=money
2 receipt (2020-02-29) donor=张三: CNY 500元 [500CNY]
3 receipt (2020-02-29) donor=李四: CNY ?元 [0CNY]
4 receipt (2020-02-29) donor=王五: CNY ?元 [0CNY]
5 receipt (2020-02-29) donor=赵六: CNY ?元 [0CNY]
6 - a total
= 500 in row 6
""",
    ),
    (
        "foreign money with its rate and what it makes",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量,单位,单价（元）,总价（元）
甲公司,美元,100,美元,7,700
丙公司,口罩,100,只,3,300
合计,,,,,1000
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 单位=unit 单价（元）=price 总价（元）=value
2 receipt (2020-02-29) donor=甲公司: USD 100美元 “700元” [100USD 700value]
3 receipt (2020-02-29) donor=丙公司: 口罩 100只@@300 [100只 300value]
4 - a total
= 1000 in row 4
""",
    ),
    (
        "classes whose name is two numerals, and people who give together, are no totals of others",
        {"day": "2020-02-29"},
        """
班级,金额（元）
一、二年级,300
三年级,100
四年级,200
""",
        """
money_in 1: 班级=donor 金额（元）=money
2 receipt (2020-02-29) donor=一、二年级: CNY 300元 [300CNY]
3 receipt (2020-02-29) donor=三年级: CNY 100元 [100CNY]
4 receipt (2020-02-29) donor=四年级: CNY 200元 [200CNY]
""",
    ),
    (
        "so many people among others, whose gift is just the sum above",
        {},
        """
姓名,金额（元）,时间
张三,100,2020-02-01
李四,200,2020-02-01
3人,300,2020-02-02
王五,50,2020-02-03
4人,650,2020-02-03
""",
        """
money_in 1: 姓名=donor 金额（元）=money 时间=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
4 receipt 2020-02-02 donor=3人: CNY 300元 [300CNY]
5 receipt 2020-02-03 donor=王五: CNY 50元 [50CNY]
6 - a total
= 650 in row 6
""",
    ),
    (
        "people with a number of their own give",
        {"day": "2020-02-29"},
        """
序号,捐款人,金额（元）
1,甲组,10
2,乙组,20
3,30人,30
""",
        """
money_in 1: 序号=serial 捐款人=donor 金额（元）=money
2 receipt (2020-02-29) donor=甲组: CNY 10元 [10CNY]
3 receipt (2020-02-29) donor=乙组: CNY 20元 [20CNY]
4 receipt (2020-02-29) donor=30人: CNY 30元 [30CNY]
""",
    ),
    (
        "nobody's amount among others may be their sum, or a gift that is so by chance: that is asked",
        {"day": "2020-02-29"},
        """
姓名,金额
张三,100
李四,100
,200
王五,50
""",
        """
money_in 1: 姓名=donor 金额=money
2 receipt (2020-02-29) donor=张三: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=李四: CNY 100元 [100CNY]
4 ! 金额: a word like 小计 beside it if it is the sum of the rows above it, which it would be; or who gave it, like 爱心人士 (200)
5 receipt (2020-02-29) donor=王五: CNY 50元 [50CNY]
""",
    ),
    (
        "a list in traditional characters with its total",
        {},
        """
序號,捐款日期,捐款人,捐款金額,捐款用途,收據編號
1,2020/2/5,李華,"3,000",賑災,A01
2,2020/2/6,王芳,200,賑災,A02
,,合計,"3,200",,
備註：以上捐款已開立收據
""",
        """
money_in 1: 序號=serial 捐款日期=date 捐款人=donor 捐款金額=money 捐款用途=purpose 收據編號=-
2 receipt 2020-02-05 donor=李華: CNY 3000元 for 賑災 [3000CNY]
3 receipt 2020-02-06 donor=王芳: CNY 200元 for 賑災 [200CNY]
4 - a total
5 - a note
= 3200 in row 4
""",
    ),
    (
        "goods in traditional characters, their units as they are written",
        {"day": "2020-02-29"},
        """
某縣紅十字會接收社會捐贈情況公示
捐贈單位,物資名稱,數量,單位,受贈單位
甲公司,護目鏡,30,個,縣醫院
乙公司,手套,20,雙,縣醫院
總計,,50,,
""",
        """
goods_in 2: 捐贈單位=donor 物資名稱=item 數量=quantity 單位=unit 受贈單位=recipient
3 relay (2020-02-29) donor=甲公司 recipient=縣醫院: 護目鏡 30个 [30個]
4 relay (2020-02-29) donor=乙公司 recipient=縣醫院: 手套 20双 [20雙]
5 - a total
= 50 in row 5
""",
    ),
    (
        "names of a list of a temple or of Taiwan",
        {"day": "2020-02-29"},
        """
芳名,金額
李華,"NT$ 1,000"
王芳,HK$500
""",
        """
money_in 1: 芳名=donor 金額=money
2 receipt (2020-02-29) donor=李華: TWD 1000新台币 [1000TWD]
3 receipt (2020-02-29) donor=王芳: HKD 500港元 [500HKD]
""",
    ),
    (
        "the person beside the department gave",
        {"day": "2020-02-29"},
        """
部门,姓名,捐款金额
办公室,李华,100
,王芳,50
合计,,150
""",
        """
money_in 1: 部门=note 姓名=donor 捐款金额=money
2 receipt (2020-02-29) donor=李华: CNY 100元 “部门：办公室” [100CNY]
3 receipt (2020-02-29) donor=王芳: CNY 50元 [50CNY]
4 - a total
= 150 in row 4
""",
    ),
    (
        "the way a gift came beside the name of who gave it",
        {},
        """
来源,昵称,金额,时间
微信,李华,9.80,2020-02-11
支付宝,王芳,500.00,2020-02-12
""",
        """
money_in 1: 来源=- 昵称=donor 金额=money 时间=date
2 receipt 2020-02-11 donor=李华: CNY 9.8元 [9.8CNY]
3 receipt 2020-02-12 donor=王芳: CNY 500元 [500CNY]
""",
    ),
    (
        "groups alone gave what they gathered",
        {"day": "2020-02-29"},
        """
村（社区）,捐款人数,捐款金额（元）
东村,20,1200
西村,30,3000
合计,50,4200
""",
        """
money_in 1: 村（社区）=donor 捐款人数=- 捐款金额（元）=money
2 receipt (2020-02-29) donor=东村: CNY 1200元 [1200CNY]
3 receipt (2020-02-29) donor=西村: CNY 3000元 [3000CNY]
4 - a total
= 4200 in row 4
""",
    ),
    (
        "a number of gifts in yuan is money",
        {"day": "2020-02-29"},
        """
单位,捐款人数（人）,捐款数（元）
甲局,30,3000
乙局,20,2000.50
合计,50,5000.50
""",
        """
money_in 1: 单位=donor 捐款人数（人）=- 捐款数（元）=money
2 receipt (2020-02-29) donor=甲局: CNY 3000元 [3000CNY]
3 receipt (2020-02-29) donor=乙局: CNY 2000.5元 [2000.5CNY]
4 - a total
= 5000.5 in row 4
""",
    ),
    (
        "name and specification in one column",
        {"day": "2020-02-29"},
        """
捐赠单位,名称及规格,单位,数量
甲公司,医用口罩,盒,20
乙公司,酒精 500ml,瓶,30
""",
        """
goods_in 1: 捐赠单位=donor 名称及规格=item 单位=unit 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 医用口罩 20盒 [20盒]
3 receipt (2020-02-29) donor=乙公司: 酒精500ml 30瓶 [30瓶]
""",
    ),
    (
        "who took what was given",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量,单位,接收捐赠单位
甲公司,口罩,100,只,县医院
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 单位=unit 接收捐赠单位=recipient
2 relay (2020-02-29) donor=甲公司 recipient=县医院: 口罩 100只 [100只]
""",
    ),
    (
        "weights alone are the quantity",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,重量（吨）,折价（万元）
甲公司,大米,5,3
合计,,5,3
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 重量（吨）=quantity 折价（万元）=value
2 receipt (2020-02-29) donor=甲公司: 大米 5吨@@30000 [5吨 30000value]
3 - a total
= 30000 in row 3
""",
    ),
    (
        "fields of a program, its seconds since 1970",
        {},
        """
donorName,payAmount,createTime,message
李华,100,1581011280,加油
王芳,50.5,1581011280000,
""",
        """
money_in 1: donorName=donor payAmount=money createTime=date message=note
2 receipt 2020-02-07 donor=李华: CNY 100元 “加油” [100CNY]
3 receipt 2020-02-07 donor=王芳: CNY 50.5元 [50.5CNY]
""",
    ),
    (
        "a list of nothing but names, which a program calls ID",
        {},
        """
ID,金额,时间
李华,1.98,2020-02-24
王芳,0.99,2020-02-25
""",
        """
money_in 1: ID=donor 金额=money 时间=date
2 receipt 2020-02-24 donor=李华: CNY 1.98元 [1.98CNY]
3 receipt 2020-02-25 donor=王芳: CNY 0.99元 [0.99CNY]
""",
    ),
    (
        "a quantity with its unit in brackets is no heading",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量
甲公司,口罩,100个
乙公司,口罩,500（只）
丙公司,手套,10双
丁公司,药品,1批（价值5万元）
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 口罩 100个 [100个]
3 receipt (2020-02-29) donor=乙公司: 口罩 500只 [500只]
4 receipt (2020-02-29) donor=丙公司: 手套 10双 [10双]
5 receipt (2020-02-29) donor=丁公司: 药品 ?@@50000 []
""",
    ),
    (
        "how many they are altogether is no total",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量
甲公司,口罩,共50只
乙公司,手套,总计10双
,,共60
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 口罩 50只 [50只]
3 receipt (2020-02-29) donor=乙公司: 手套 10双 [10双]
4 - a total
= 60 in row 4
""",
    ),
    (
        "a quantity with the size of each",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量
甲公司,消毒液,500ml*20瓶
乙公司,消毒液,20瓶×500毫升
丙公司,口罩,计300只
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 消毒液 20瓶 [20瓶]
3 receipt (2020-02-29) donor=乙公司: 消毒液 20瓶 [20瓶]
4 receipt (2020-02-29) donor=丙公司: 口罩 300只 [300只]
""",
    ),
    (
        "sections with what the rows below them add up to",
        {"day": "2020-02-29"},
        """
捐款单位,捐款金额
一、机关单位,3000
甲局,1000
乙局,2000
二、企业,500
丙公司,500
合计,3500
""",
        """
money_in 1: 捐款单位=donor 捐款金额=money
2 - a subtotal
3 receipt (2020-02-29) donor=甲局: CNY 1000元 [1000CNY]
4 receipt (2020-02-29) donor=乙局: CNY 2000元 [2000CNY]
5 - a subtotal
6 receipt (2020-02-29) donor=丙公司: CNY 500元 [500CNY]
7 - a total
= 3500 in row 7
""",
    ),
    (
        "sections by their number, with sums and without",
        {"day": "2020-02-29"},
        """
序号,捐款单位,捐款金额（元）
一,机关单位,3000
1,甲局,1000
2,乙局,2000
二,企业,
1,丙公司,500
,合计,3500
""",
        """
money_in 1: 序号=serial 捐款单位=donor 捐款金额（元）=money
2 - a subtotal
3 receipt (2020-02-29) donor=甲局: CNY 1000元 [1000CNY]
4 receipt (2020-02-29) donor=乙局: CNY 2000元 [2000CNY]
5 - a heading of the rows below it
6 receipt (2020-02-29) donor=丙公司: CNY 500元 [500CNY]
7 - a total
= 3500 in row 7
""",
    ),
    (
        "a numbered row that is no sum of those below it is a gift",
        {"day": "2020-02-29"},
        """
捐款单位,捐款金额
一、甲局,3000
乙局,2000
""",
        """
money_in 1: 捐款单位=donor 捐款金额=money
2 receipt (2020-02-29) donor=一、甲局: CNY 3000元 [3000CNY]
3 receipt (2020-02-29) donor=乙局: CNY 2000元 [2000CNY]
""",
    ),
    (
        "recipients above each other in two rows of headings, with a sum that says otherwise",
        {"day": "2020-02-29"},
        """
物资发放表
物资名称,单位,接收单位,,合计
,,市一院,市二院,
口罩,只,100,200,310
防护服,套,10,20,30
""",
        """
goods_out 2: 物资名称=item 单位=unit 市一院=quantity 市二院=quantity 合计=-
4 ! 合计: the sum of the amounts beside it in its row: they make another (310)
5 distribution (2020-02-29) recipient=市一院: 防护服 10套 [10套]
5 distribution (2020-02-29) recipient=市二院: 防护服 20套 [20套]
""",
    ),
    (
        "records below one that was taken for headings are not lost",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量
甲公司,口罩,100只
姓名,物品,单位
乙公司,口罩,20只
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 口罩 100只 [100只]
unclear 3: 姓名=party 物品=item 单位=note
4 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (姓名 物品 单位)
""",
    ),
    (
        "goods shared out with a column for each recipient",
        {"day": "2020-02-29"},
        """
防疫物资分配表（2020年2月3日）
序号,物资名称,规格,单位,市一院,东乡镇,某区红十字会,小计,备注
1,口罩,N95,只,100,10,5,115,
2,防护服,,套,10,,,10,急
合计,,,,110,10,5,125,
""",
        """
goods_out 2: 序号=serial 物资名称=item 规格=specification 单位=unit 市一院=quantity 东乡镇=quantity 某区红十字会=quantity 小计=- 备注=note
3 distribution (2020-02-29) recipient=市一院: 口罩（N95） 100只 [100只]
3 distribution (2020-02-29) recipient=东乡镇: 口罩（N95） 10只 [10只]
3 distribution (2020-02-29) recipient=某区红十字会: 口罩（N95） 5只 [5只]
4 distribution (2020-02-29) recipient=市一院: 防护服 10套 “急” [10套]
5 - a total
= 125 in row 5
""",
    ),
    (
        "the same with the recipients in a second row of headings",
        {"day": "2020-02-29"},
        """
物资明细
物资名称,单位,接收单位,,合计
,,市一院,甲,
口罩,只,100,200,300
""",
        """
goods_out 2: 物资名称=item 单位=unit 市一院=quantity 甲=quantity 合计=-
4 distribution (2020-02-29) recipient=市一院: 口罩 100只 [100只]
4 distribution (2020-02-29) recipient=甲: 口罩 200只 [200只]
""",
    ),
    (
        "the same with a sum that says otherwise",
        {"day": "2020-02-29"},
        """
防疫物资分配表
物资名称,单位,市一院,东乡镇,合计
口罩,只,100,200,310
""",
        """
unclear 2: 物资名称=item 单位=unit 市一院=- 东乡镇=- 合计=quantity
3 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (物资名称 单位 市一院 东乡镇 合计)
""",
    ),
    (
        "colours are no recipients",
        {"day": "2020-02-29"},
        """
防疫物资分配表
物资名称,单位,白色,黑色,合计
口罩,只,100,200,300
""",
        """
unclear 2: 物资名称=item 单位=unit 白色=- 黑色=- 合计=quantity
3 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (物资名称 单位 白色 黑色 合计)
""",
    ),
    (
        "a note below goods with their value, in a row as wide as the table",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量,折价（元）
甲公司,方便面,20包,40
乙公司,额温枪,3,600
,,,
注：以上物资已入库,,,
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 折价（元）=value
2 receipt (2020-02-29) donor=甲公司: 方便面 20包@@40 [20包 40value]
3 receipt (2020-02-29) donor=乙公司: 额温枪 3@@600 [3 600value]
4 - a blank row
5 - a note
""",
    ),
    (
        "money beside what goods are worth that nobody names",
        {"day": "2020-02-29"},
        """
序号,捐赠单位,现金（元）,物资折款（元）,合计（元）
1,李华,,254,254
2,甲公司,334,,334
3,乙公司,35,169,204
合计,,369,423,792
""",
        """
money_in 1: 序号=serial 捐赠单位=donor 现金（元）=money 物资折款（元）=value 合计（元）=-
2 receipt (2020-02-29) donor=李华: 物资 ?@@254 [254value]
3 receipt (2020-02-29) donor=甲公司: CNY 334元 [334CNY]
4 receipt (2020-02-29) donor=乙公司: CNY 35元, 物资 ?@@169 [35CNY 169value]
5 - a total
= 369 in row 5
""",
    ),
    (
        "捐款数/元 is money",
        {"day": "2020-02-29"},
        """
编号,捐款单位,捐款数/元
1,甲公司,1500.06
2,李华,3226.43
,小计,4726.49
""",
        """
money_in 1: 编号=serial 捐款单位=donor 捐款数/元=money
2 receipt (2020-02-29) donor=甲公司: CNY 1500.06元 [1500.06CNY]
3 receipt (2020-02-29) donor=李华: CNY 3226.43元 [3226.43CNY]
4 - a subtotal
= 4726.49 in row 4
""",
    ),
    (
        "totals of people and yuan in traditional characters",
        {"day": "2020-02-29"},
        """
單位名稱,捐贈數額（元）
甲公司,1052
李華,1906
小計,2958
（一）單位,
乙公司,1萬
合計：共3筆，12958元,
""",
        """
money_in 1: 單位名稱=donor 捐贈數額（元）=money
2 receipt (2020-02-29) donor=甲公司: CNY 1052元 [1052CNY]
3 receipt (2020-02-29) donor=李華: CNY 1906元 [1906CNY]
4 - a subtotal
5 - a heading of the rows below it
6 receipt (2020-02-29) donor=乙公司: CNY 10000元 [10000CNY]
7 - a total
= 12958 in row 7
""",
    ),
    (
        "a note about a part of the total",
        {"day": "2020-02-29"},
        """
捐赠人,金额
甲公司,100
李华,200
注：其中党员捐款合计100元,
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=李华: CNY 200元 [200CNY]
4 - a note
""",
    ),
    (
        "a line with the totals of the parts",
        {"day": "2020-02-29"},
        """
捐赠人,金额
甲公司,100
李华,200
现金合计100元，转账合计200元,
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=李华: CNY 200元 [200CNY]
4 - a line that states the total
= 300 in row 4
""",
    ),
    (
        "a total in capitals where a name would stand",
        {"day": "2020-02-29"},
        """
捐赠人,金额
甲公司,100
李华,200
人民币（大写）：叁佰元整,（小写）：300.00
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=李华: CNY 200元 [200CNY]
4 - a total
= 300 in row 4
""",
    ),
    (
        "how many people gave the total",
        {"day": "2020-02-29"},
        """
捐赠人,金额
甲公司,100
李华,200
2人,300
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=李华: CNY 200元 [200CNY]
4 - a total
= 300 in row 4
""",
    ),
    (
        "a number of people that gave together",
        {"day": "2020-02-29"},
        """
捐赠人,金额
甲公司,100
李华,200
12人,50
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=李华: CNY 200元 [200CNY]
4 receipt (2020-02-29) donor=12人: CNY 50元 [50CNY]
""",
    ),
    (
        "a total with what was there before",
        {"day": "2020-02-29"},
        """
捐赠人,金额
甲公司,100
李华,200
上期结转,5000
总计,5300
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=李华: CNY 200元 [200CNY]
4 - a total
5 - a total
""",
    ),
    (
        "interest among gifts",
        {"day": "2020-02-29"},
        """
捐赠人,金额
甲公司,100
银行利息,1.50
总计,101.50
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 - interest, no gift
4 - a total
= 101.5 in row 4
""",
    ),
    (
        "goods numbered by their headings",
        {"day": "2020-02-29"},
        """
捐赠企业,捐赠物品1,数量1,捐赠物品2,数量2
甲公司,口罩,100只,手套,20双
乙公司,酒精,5瓶,,
""",
        """
goods_in 1: 捐赠企业=donor 捐赠物品1=item 数量1=quantity 捐赠物品2=item 数量2=quantity
2 receipt (2020-02-29) donor=甲公司: 口罩 100只 [100只]
2 receipt (2020-02-29) donor=甲公司: 手套 20双 [20双]
3 receipt (2020-02-29) donor=乙公司: 酒精 5瓶 [5瓶]
""",
    ),
    (
        "goods with their numbers in several columns of one sort",
        {"day": "2020-02-29"},
        """
捐赠单位,物资1,物资2,物资3
甲公司,口罩100只,手套20双,
乙公司,酒精5瓶,,大米10袋
""",
        """
goods_in 1: 捐赠单位=donor 物资1=item 物资2=item 物资3=item
2 receipt (2020-02-29) donor=甲公司: 口罩 100只, 手套 20双 [100只 20双]
3 receipt (2020-02-29) donor=乙公司: 酒精 5瓶, 大米 10袋 [5瓶 10袋]
""",
    ),
    (
        "the names of goods beside what sort of goods they are",
        {"day": "2020-02-29"},
        """
捐赠单位,物资类别,物资名称,数量
甲公司,防护用品,口罩,100只
乙公司,消杀用品,酒精,5瓶
""",
        """
goods_in 1: 捐赠单位=donor 物资类别=- 物资名称=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 口罩 100只 [100只]
3 receipt (2020-02-29) donor=乙公司: 酒精 5瓶 [5瓶]
""",
    ),
    (
        "details that are there for some",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠物资,物资明细,数量
甲公司,医疗物资,口罩,100
乙公司,大米,,20
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item 物资明细=- 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 医疗物资 100 [100]
3 receipt (2020-02-29) donor=乙公司: 大米 20 [20]
""",
    ),
    (
        "one heading above goods, number and unit",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠物资,,,备注
甲公司,口罩,100,只,
乙公司,酒精,5,瓶,急
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item C=quantity D=unit 备注=note
2 receipt (2020-02-29) donor=甲公司: 口罩 100只 [100只]
3 receipt (2020-02-29) donor=乙公司: 酒精 5瓶 “急” [5瓶]
""",
    ),
    (
        "totals of a table that nobody understands",
        {"day": "2020-02-29"},
        """
医院名称,N95口罩（个）,防护服（件）
市一院,100,30
合计,100,30
""",
        """
unclear 1: 医院名称=party N95口罩（个）=quantity 防护服（件）=quantity
2 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (医院名称 N95口罩（个） 防护服（件）)
3 - a total
= 130 in row 3
""",
    ),
    (
        "what was meant to be handed out beside what was",
        {"day": "2020-02-29"},
        """
物资发放表
领取单位,物资名称,应发数量,实发数量,单位
市一院,口罩,100,80,只
市二院,手套,50,50,双
""",
        """
goods_out 2: 领取单位=recipient 物资名称=item 应发数量=- 实发数量=quantity 单位=unit
3 distribution (2020-02-29) recipient=市一院: 口罩 80只 [80只]
4 distribution (2020-02-29) recipient=市二院: 手套 50双 [50双]
""",
    ),
    (
        "two numbers of one thing",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量,接收数量
甲公司,口罩,100只,90只
""",
        """
unclear 1: 捐赠单位=donor 物资名称=item 数量=quantity 接收数量=-
2 ! None: one column of quantities: say --map HEADING=- of each other, which says another number (捐赠单位 物资名称 数量 接收数量)
""",
    ),
    (
        "the unit of the number beside it",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量,数量单位
甲公司,口罩,10,箱
乙公司,手套,20,双
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 数量单位=unit
2 receipt (2020-02-29) donor=甲公司: 口罩 10箱 [10箱]
3 receipt (2020-02-29) donor=乙公司: 手套 20双 [20双]
""",
    ),
    (
        "what a fee left of a gift",
        {"day": "2020-02-29"},
        """
捐款单位,捐款金额（元）,捐款金额（大写）,手续费,到账金额
甲公司,100,壹佰元整,0.6,99.4
乙公司,200,贰佰元整,1.2,198.8
""",
        """
money_in 1: 捐款单位=donor 捐款金额（元）=money 捐款金额（大写）=- 手续费=- 到账金额=-
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=乙公司: CNY 200元 [200CNY]
""",
    ),
    (
        "what should be paid and what was",
        {"day": "2020-02-29"},
        """
捐款人,应缴金额,实缴金额
李华,100,80
""",
        """
money_in 1: 捐款人=donor 应缴金额=- 实缴金额=money
2 receipt (2020-02-29) donor=李华: CNY 80元 [80CNY]
""",
    ),
    (
        "columns of goods with blanks that are no blanks, and with an odd cell",
        {"day": "2020-02-29"},
        """
捐赠单位,护目镜（只）,防护服（只）,口罩（套）
甲公司,　０　, 217 ,167
乙公司,　/ ,5,约20
丙公司,338,394,0
""",
        """
goods_in 1: 捐赠单位=donor 护目镜（只）=quantity 防护服（只）=quantity 口罩（套）=quantity
2 receipt (2020-02-29) donor=甲公司: 防护服 217只, 口罩 167套 [217只 167套]
3 receipt (2020-02-29) donor=乙公司: 防护服 5只, 口罩 ~20套 [5只 20套]
4 receipt (2020-02-29) donor=丙公司: 护目镜 338只, 防护服 394只 [732只]
""",
    ),
    (
        "a blank column before what goods are worth",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,单位,数量,,单价（元）,总价（元）
甲公司,棉被,床,10,,18.10,181.00
合计,,,,,,181.00
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 单位=unit 数量=quantity 单价（元）=price 总价（元）=value
2 receipt (2020-02-29) donor=甲公司: 棉被 10床@@181 [10床 181value]
3 - a total
= 181 in row 3
""",
    ),
    (
        "a column that nobody understands but that makes the total",
        {"day": "2020-02-29"},
        """
姓名,捐款,义卖,合计
李华,100,20,120
王芳,50,,50
""",
        """
money_in 1: 姓名=donor 捐款=money 义卖=money 合计=-
2 receipt (2020-02-29) donor=李华: CNY 100元, CNY 20元 [120CNY]
3 receipt (2020-02-29) donor=王芳: CNY 50元 [50CNY]
""",
    ),
    (
        "a thing that nobody knows among columns of things",
        {"day": "2020-02-29"},
        """
物资发放表
接收单位,口罩（只）,靴套,面屏,泡腾片（瓶）
市一院,100,20,30,4
市二院,50,10,,2
""",
        """
goods_out 2: 接收单位=recipient 口罩（只）=quantity 靴套=quantity 面屏=quantity 泡腾片（瓶）=quantity
3 distribution (2020-02-29) recipient=市一院: 口罩 100只, 靴套 20, 面屏 30, 泡腾片 4瓶 [100只 50 4瓶]
4 distribution (2020-02-29) recipient=市二院: 口罩 50只, 靴套 10, 泡腾片 2瓶 [50只 10 2瓶]
""",
    ),
    (
        "sorts of things with their unit above numbers",
        {"day": "2020-02-29"},
        """
捐赠单位,人数,捐款（元）,衣物（件）,药品（盒）
甲公司,10,100,20,3
乙公司,,,1,
合计,10,100,21,3
""",
        """
goods_in 1: 捐赠单位=donor 人数=- 捐款（元）=money 衣物（件）=quantity 药品（盒）=quantity
2 receipt (2020-02-29) donor=甲公司: CNY 100元, 衣物 20件, 药品 3盒 [20件 3盒 100CNY]
3 receipt (2020-02-29) donor=乙公司: 衣物 1件 [1件]
4 - a total
= 100 in row 4
""",
    ),
    (
        "the same above names",
        {"day": "2020-02-29"},
        """
捐赠单位,药品（盒）,数量
甲公司,连花清瘟,10
""",
        """
goods_in 1: 捐赠单位=donor 药品（盒）=item 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 连花清瘟 10盒 [10盒]
""",
    ),
    (
        "a minus beside the word that says the same",
        {},
        """
交易日期,收/支,交易金额,对方户名,摘要
2020-02-01,支出,-20.00,某药店,口罩
2020-02-02,收入,+30.00,李华,捐款
2020-02-03,收入,40.00,王芳,捐款
""",
        """
money_in 1: 交易日期=date 收/支=direction 交易金额=money 对方户名=donor 摘要=note
2 expense 2020-02-01 supplier=某药店: CNY 20元 “口罩” []
3 receipt 2020-02-02 donor=李华: CNY 30元 “捐款” [30CNY]
4 receipt 2020-02-03 donor=王芳: CNY 40元 “捐款” [40CNY]
""",
    ),
    (
        "a minus for what was taken back among what went out",
        {},
        """
交易日期,收/支,交易金额,对方户名,摘要
2020-02-01,支出,20.00,某药店,口罩
2020-02-02,支出,-5.00,某药店,退货
""",
        """
money_in 1: 交易日期=date 收/支=direction 交易金额=money 对方户名=donor 摘要=note
2 expense 2020-02-01 supplier=某药店: CNY 20元 “口罩” []
3 return 2020-02-02 supplier=某药店: CNY 5元 “退货” [] or refused
""",
    ),
    (
        "a blank column before the unit of goods",
        {"day": "2020-02-29"},
        """
捐赠单位,物资名称,数量,,单位,金额（元）
甲公司,口罩,10,,只,20
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 单位=unit 金额（元）=value
2 receipt (2020-02-29) donor=甲公司: 口罩 10只@@20 [10只 20value]
""",
    ),
    (
        "amounts first, with words and days below them",
        {"day": "2020-02-29"},
        """
金额（元）,数量,物资名称,捐赠单位
200,100只,口罩,甲公司
50,5瓶,酒精,乙公司
250,,,合计
注：以上物资已入库,,,
2020年2月20日,,,
""",
        """
goods_in 1: 金额（元）=value 数量=quantity 物资名称=item 捐赠单位=donor
2 receipt (2020-02-29) donor=甲公司: 口罩 100只@@200 [100只 200value]
3 receipt (2020-02-29) donor=乙公司: 酒精 5瓶@@50 [5瓶 50value]
4 - a total
5 - a note
6 - words below the table
= 250 in row 4
""",
    ),
    (
        "sections and a total behind the amounts",
        {"day": "2020-02-29"},
        """
捐款金额,捐赠人,电话
二、个人捐款,,
100,李华,
200,王芳,
300,,总额
""",
        """
money_in 1: 捐款金额=money 捐赠人=donor 电话=-
2 - a heading of the rows below it
3 receipt (2020-02-29) donor=李华: CNY 100元 [100CNY]
4 receipt (2020-02-29) donor=王芳: CNY 200元 [200CNY]
5 - a total
= 300 in row 5
""",
    ),
    (
        "an account in English",
        {},
        """
Date,Description,Income,Expense,Balance
2020-02-01,Donation from Li Hua,100,,100
2020-02-02,Masks,,50,50
""",
        """
money_in 1: Date=date Description=note Income=money Expense=spent Balance=-
2 receipt 2020-02-01 donor=Li Hua: CNY 100元 “Donation from Li Hua” [100CNY]
3 expense 2020-02-02 : CNY 50元 “Masks” []
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_table_of_others_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("113/04/05", "2024-04-05"),
        ("民國113年4月5日", "2024-04-05"),
        ("民国99年12月1日", "2010-12-01"),
        ("2020-02-03T10:00:00+08:00", "2020-02-03"),
        ("2020年二月三日", "2020-02-03"),
        ("二〇二〇年二月三日", "2020-02-03"),
        ("二零一九年十二月二十一日", "2019-12-21"),
        ("2020.02.03.", "2020-02-03"),
        ("20年2月3日", "2020-02-03"),
        ("1580659200", "2020-02-03"),
        ("1580659199999", "2020-02-02"),
        ("2020年一二月", None),
        ("1131/04/05", None),
        ("2020年1月24日（除夕）", "2020-01-24"),
        ("2月8日(正月十五)", "2020-02-08"),
        ("2月8日（预计）", None),
        ("2020-1-24至2020-1-26", "2020-01-26"),
        ("2020-01-24 - 2020-01-26", "2020-01-26"),
        ("2020-1-26至2020-1-24", None),
    ],
)
def test_days_as_others_write_them(written: str, day: str | None) -> None:
    """The years of Taiwan, days in words, and the clocks of programs, whose days are China's."""
    if day is None:
        with pytest.raises(Misfit):
            read_day(written, date(2020, 3, 31))
    else:
        assert str(read_day(written, date(2020, 3, 31))) == day


HEADINGS = {
    "donor": "捐赠单位/捐赠人 捐款物单位 爱心团队 功德主 捐款支部 出资人 众筹人 支持人 donorName donor_unit 善長芳名 赠与人 善心人士 义捐人 捐出单位 冠名单位 乡贤 居士 香客",
    "recipient": "受助学生 领用科室 调往单位 指定受赠单位 受赠使用单位 接收捐赠单位 接受捐赠的单位 捐往 receiver_name 领物单位",
    "city": "来源城市 所属地市",
    "party": "群昵称 户主姓名 网友 业主 称呼 名讳 hospitalName companyName",
    "group": "学院 院系 党支部 村（社区） 村组 街道 镇 工作单位",
    "item": "防控物资 器材名称 图书名称 捐赠品 捐赠品种 名称及规格 物资名称及规格型号 品项 goodsName material_name",
    "specification": "产品规格 物资规格 商品规格型号",
    "quantity": "数量/件 册数 重量（吨） num",
    "money": "现金捐赠 金额￥ 实际到账 已到位 赞助费 赠款 金额小写 捐款数（元） 捐款数/元 实缴金额 payAmount donated_amount 钱款 善心款 义捐金额",
    "purpose": "意向用途 用途意向 定向用途",
    "value": "物资总价 约合人民币 捐物金额",
    "date": "createTime donatedAt pay_time timestamp 年月 月份",
}


@pytest.mark.parametrize(
    ("heading", "sense"), [(word, sense) for sense, words in HEADINGS.items() for word in words.split()]
)
def test_a_heading_of_others_is_understood(heading: str, sense: str) -> None:
    assert understood(heading).sense == sense


def test_traditional_characters_are_read_one_for_one() -> None:
    """Places in a text stay as they are; what is no word of papers stays too."""
    assert simplified("捐贈單位：臺北市李贇") == "捐赠单位：台北市李贇"
    assert simplified(fold("總計3萬元")) == "总计3万元"
    assert simplified("plain") == "plain"


@pytest.mark.parametrize(
    ("title", "way"),
    [
        ("捐资助学名单", "in"),
        ("受赠物资明细", "in"),
        ("募集物资清单", "in"),
        ("物资领取登记表", "out"),
        ("防疫物资配发表", "out"),
        ("募集资金使用情况", "out"),
        ("受赠物資發放情況", "out"),
        ("捐赠物资接收及发放情况", None),
        ("流浪动物救助协会捐款名单", "in"),
        ("某某救助站2023年3月爱心捐款公示", "in"),
        ("救助白血病女孩捐款名单", "in"),
        ("春节慰问困难群众捐款明细", "in"),
        ("资助贫困学生捐款名单", "in"),
        ("慰问品接收明细", "in"),
        ("困难职工帮扶捐款名单", "in"),
        ("捐助贫困学生名单", None),
        ("城东动物救助站", None),
        ("城东救助站救助名单", "out"),
        ("捐款慰问困难群众明细", "out"),
        ("发放捐赠物资明细", "out"),
        ("救助资金使用明细", "out"),
        ("捐款救助支出明细", "out"),
        ("2023年受助学生名单", "out"),
        ("受捐赠单位名单", "out"),
        ("受捐赠物资明细", "in"),
        ("困难补助名单", "out"),
        ("贫困学生名单", "out"),
        ("奖学金获得者名单", "out"),
    ],
)
def test_which_way_gifts_went_by_the_title(title: str, way: str | None) -> None:
    assert read_title([title], date(2020, 3, 31)).way == way


@pytest.mark.parametrize(
    ("name", "above", "sort"),
    [
        ("物资发放", "", "goods_out"),
        ("物资接收", "", "goods_in"),
        ("支出", "", "spending"),
        ("物资发放", "某校接收捐赠物资公示\n", "goods_in"),
        ("Sheet1", "", "unclear"),
        (None, "", "unclear"),
    ],
)
def test_the_name_of_a_sheet_tells_where_no_title_does(name: str | None, above: str, sort: str) -> None:
    text = above + (
        "日期,事项,金额\n2020-03-01,买口罩,300\n" if name == "支出" else "单位,物资,数量\n甲公司,口罩,30个\n"
    )
    found = tables(sheet(text, name), settings("2020-02-29"))
    assert [table.sort for table in found if [*table.records]] == [sort]
