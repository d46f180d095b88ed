"""Tables as associations really write them, and what is understood of each: proofread these as a treasurer would.

A line of an answer is a row: what is drafted of it [what it adds to the sums], `-` why it is no record, `!` what is wrong
with it. A date in brackets is not the row's own.
"""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from harness.tables import each_record, settings, sheet, sums, told

from donations.domain.amount import decimal_text
from donations.importers.tables import tables

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "a ledger of our own",
        {},
        """
entry,date,type,donor,item,unit,received,bought,spent,distributed,adjusted,certainty
1,2020-02-01,receipt,李华,口罩,个,500,0,0,0,0,exact
""",
        """
report 1: entry=- date=date type=category donor=donor item=item unit=unit received=- bought=- spent=spent distributed=- adjusted=- certainty=-
2 ! None: a paper of somebody else: this is a report of this program. What another book can take is written by `donations export book`; a book comes back with `donations restore FILE` (entry date type donor item unit received bought spent distri)
""",
    ),
    (
        "days that say their year for those that don't",
        {},
        """
序号,捐赠日期,捐赠（单位/姓名）,捐赠金额（元）
1,2018.12.30,甲公司,100
2,12月31日,李华,20
3,1月2日,王芳,5
合计,,,125
""",
        """
money_in 1: 序号=serial 捐赠日期=date 捐赠（单位/姓名）=donor 捐赠金额（元）=money
2 receipt 2018-12-30 donor=甲公司: CNY 100元 [100CNY]
3 receipt 2018-12-31 donor=李华: CNY 20元 [20CNY]
4 receipt 2019-01-02 donor=王芳: CNY 5元 [5CNY]
5 - a total
= 125 in row 5
""",
    ),
    (
        "goods in, donors merged downwards",
        {},
        """
九江市红十字会接收捐赠物资公示（第3期）
2020年2月1日—2月7日
捐赠单位,品名,规 格,计量单位,数量总计
甲公司,医用口罩,N95,个,"5,000"
,防护服,,套,20
,,均码,套,30
舟山市慈善总会,84消毒液,500ml,瓶,100
某某银行总行,手套,,双,1000
合计,,,,6150
注：以上数据截至2020年2月7日24时
九江市红十字会
2020年2月8日
""",
        """
goods_in 3: 捐赠单位=donor 品名=item 规 格=specification 计量单位=unit 数量总计=quantity
4 receipt (2020-02-07) donor=甲公司: 医用口罩（N95） 5000个 [5000个]
5 receipt (2020-02-07) donor=甲公司: 防护服 20套 [20套]
6 receipt (2020-02-07) donor=甲公司: 防护服（均码） 30套 [30套]
7 receipt (2020-02-07) donor=舟山市慈善总会: 84消毒液（500ml） 100瓶 [100瓶]
8 receipt (2020-02-07) donor=某某银行总行: 手套 1000双 [1000双]
9 - a total
10 - a note
11 - words below the table
12 - words below the table
= 6150 in row 9
""",
    ),
    (
        "units in the cell of the quantity",
        {},
        """
入库物资,捐赠单位,数量,日期
方便面,甲公司,198箱,2020.01.22
蔬菜,乙合作社,约500斤,2020年03月06日 下午14点10分
药品,丙药店,一批,25-Jan
矿泉水,丁公司,24瓶/件×400,43861
衣服,戊公司,222箱 规格大小不一,1月25日
口罩,己公司,50箱（每箱2000只）,2020-02-01 14:10:00
手套,庚公司,1.5万双,2月1日-2月7日
""",
        """
goods_in 1: 入库物资=item 捐赠单位=donor 数量=quantity 日期=date
2 receipt 2020-01-22 donor=甲公司: 方便面 198箱 [198箱]
3 receipt 2020-03-06 donor=乙合作社: 蔬菜 ~500斤 [500斤]
4 receipt 2020-01-25 donor=丙药店: 药品 ? []
5 receipt 2020-01-31 donor=丁公司: 矿泉水 9600瓶 [9600瓶]
6 receipt 2020-01-25 donor=戊公司: 衣服 222箱 [222箱]
7 receipt 2020-02-01 donor=己公司: 口罩 100000只 [100000只]
8 receipt 2020-02-07 donor=庚公司: 手套 15000双 [15000双]
""",
    ),
    (
        "amounts that didn't come or didn't stay",
        {},
        """
日期,捐赠人,金额
2020-02-01,甲,300(退)
2020-02-02,乙,300（退款）
2020-02-03,丙,300元(作废)
2020-02-03,丁,300（未到账）
2020-02-04,戊,200（微信）
""",
        """
money_in 1: 日期=date 捐赠人=donor 金额=money
2 ! 金额: an amount that came in and stayed: take out rows of what was given back, void or not arrived (300(退))
3 ! 金额: an amount that came in and stayed: take out rows of what was given back, void or not arrived (300（退款）)
4 ! 金额: an amount that came in and stayed: take out rows of what was given back, void or not arrived (300元(作废))
5 ! 金额: an amount that came in and stayed: take out rows of what was given back, void or not arrived (300（未到账）)
6 receipt 2020-02-04 donor=戊: CNY 200元 [200CNY]
""",
    ),
    (
        "goods that didn't stay",
        {},
        """
日期,捐赠人,物资,数量
2020-02-01,甲,口罩,500(退)
2020-02-01,乙,口罩,500个（退）
2020-02-01,丙,口罩,500个
""",
        """
goods_in 1: 日期=date 捐赠人=donor 物资=item 数量=quantity
2 ! 数量: an amount that came in and stayed: take out rows of what was given back, void or not arrived (500(退))
3 ! 数量: an amount that came in and stayed: take out rows of what was given back, void or not arrived (500个（退）)
4 receipt 2020-02-01 donor=丙: 口罩 500个 [500个]
""",
    ),
    (
        "numbers inside the name of what stands behind them",
        {},
        """
日期,捐赠人,捐赠款物
2020-02-01,甲,现金500+帽子1000个
2020-02-02,乙,口罩100和手套50双
2020-02-03,丙,口罩1000个+现金500元
""",
        """
goods_in 1: 日期=date 捐赠人=donor 捐赠款物=money_or_goods
2 ! 捐赠款物: each thing with its unit, or a comma between them, such as 现金200元、衣服3件 (现金500+帽子1000个)
3 ! 捐赠款物: each thing with its unit, or a comma between them, such as 现金200元、衣服3件 (口罩100和手套50双)
4 receipt 2020-02-03 donor=丙: CNY 500元, 口罩 1000个 [1000个 500CNY]
""",
    ),
    (
        "a summary beside gifts is a remark and restricts no money",
        {},
        """
日期,捐赠人,金额,摘要
2020-02-01,甲,300,捐款
2020-02-02,乙,200,助学
""",
        """
money_in 1: 日期=date 捐赠人=donor 金额=money 摘要=note
2 receipt 2020-02-01 donor=甲: CNY 300元 “捐款” [300CNY]
3 receipt 2020-02-02 donor=乙: CNY 200元 “助学” [200CNY]
""",
    ),
    (
        "money in the column of goods",
        {},
        """
日期,捐赠人,物品,数量,单位
2020-02-01,甲,美元,100,
2020-02-01,乙,美元,100,元
2020-02-01,丙,港币,100,
2020-02-01,丁,现金,100,美元
2020-02-01,戊,现金（元）,100,
2020-02-01,己,现金,500元,
2020-02-01,庚,捐款,2000元,
2020-02-01,辛,红包,88.88元,
2020-02-01,壬,人民币,1000,
2020-02-01,癸,现金,1000,
2020-02-01,癸1,现金,5万,元
2020-02-01,癸2,现金,5,万元
2020-02-01,癸3,现金,$100,
2020-02-01,癸4,美元,100美元,
2020-02-01,癸5,现金,100美元,
2020-02-01,癸6,欧元现金,100,
""",
        """
goods_in 1: 日期=date 捐赠人=donor 物品=item 数量=quantity 单位=unit
2 receipt 2020-02-01 donor=甲: USD 100美元 [100USD]
3 receipt 2020-02-01 donor=乙: USD 100美元 [100USD]
4 receipt 2020-02-01 donor=丙: HKD 100港元 [100HKD]
5 receipt 2020-02-01 donor=丁: USD 100美元 [100USD]
6 receipt 2020-02-01 donor=戊: CNY 100元 [100CNY]
7 receipt 2020-02-01 donor=己: CNY 500元 [500CNY]
8 receipt 2020-02-01 donor=庚: CNY 2000元 [2000CNY]
9 receipt 2020-02-01 donor=辛: CNY 88.88元 [88.88CNY]
10 receipt 2020-02-01 donor=壬: CNY 1000元 [1000CNY]
11 receipt 2020-02-01 donor=癸: CNY 1000元 [1000CNY]
12 receipt 2020-02-01 donor=癸1: CNY 50000元 [50000CNY]
13 receipt 2020-02-01 donor=癸2: CNY 50000元 [50000CNY]
14 receipt 2020-02-01 donor=癸3: USD 100美元 [100USD]
15 receipt 2020-02-01 donor=癸4: USD 100美元 [100USD]
16 receipt 2020-02-01 donor=癸5: USD 100美元 [100USD]
17 receipt 2020-02-01 donor=癸6: EUR 100欧元 [100EUR]
""",
    ),
    (
        "several goods in a cell",
        {},
        """
捐赠人,捐赠物资,时间
李华,医用口罩5万只、消毒液100件,2020/2/1
王明,"酒精50桶
护目镜20副",2020/2/1
赵六,现金1000元,2020/2/1
""",
        """
goods_in 1: 捐赠人=donor 捐赠物资=item 时间=date
2 receipt 2020-02-01 donor=李华: 医用口罩 50000只, 消毒液 100件 [50000只 100件]
3 receipt 2020-02-01 donor=王明: 酒精 50桶, 护目镜 20副 [50桶 20副]
4 receipt 2020-02-01 donor=赵六: CNY 1000元 [1000CNY]
""",
    ),
    (
        "goods out under a title that says received",
        {"day": "2020-02-01"},
        """
武汉接收捐赠物资情况
接收单位,品名,规格,计量单位,数量
第一医院,口罩,,个,100
第二医院,口罩,,个,200
,防护服,,套,5
""",
        """
goods_out 2: 接收单位=recipient 品名=item 规格=specification 计量单位=unit 数量=quantity
3 distribution (2020-02-01) recipient=第一医院: 口罩 100个 [100个]
4 distribution (2020-02-01) recipient=第二医院: 口罩 200个 [200个]
5 distribution (2020-02-01) recipient=第二医院: 防护服 5套 [5套]
""",
    ),
    (
        "money in, no donor is anonymous",
        {},
        """
捐款公示
单位：元
序号,捐赠日期,捐赠(单位/姓名）,捐赠金额（元）,备注
1,2020.01.22,王明,100,
2,,,50.5,微信
3,1月25日,*财发,¥200,
4,1月26日,爱心人士,1.5万元,
,合计,,15350.5,
制表：李某    审核：王某
""",
        """
money_in 3: 序号=serial 捐赠日期=date 捐赠(单位/姓名）=donor 捐赠金额（元）=money 备注=note
4 receipt 2020-01-22 donor=王明: CNY 100元 [100CNY]
5 receipt 2020-01-22 donor=爱心人士: CNY 50.5元 “微信” [50.5CNY]
6 receipt 2020-01-25 donor=*财发: CNY 200元 [200CNY]
7 receipt 2020-01-26 donor=爱心人士: CNY 15000元 [15000CNY]
8 - a total
9 - a note
= 15350.5 in row 8
""",
    ),
    (
        "money in ten thousands",
        {},
        """
捐赠单位及个人,金额（/万元）,日期
甲公司,12.5,2020-02-01
乙公司,0.0305,2020-02-01
丙,300元,2020-02-01
合计,12.8305万元,
""",
        """
money_in 1: 捐赠单位及个人=donor 金额（/万元）=money 日期=date
2 receipt 2020-02-01 donor=甲公司: CNY 125000元 [125000CNY]
3 receipt 2020-02-01 donor=乙公司: CNY 305元 [305CNY]
4 receipt 2020-02-01 donor=丙: CNY 300元 [300CNY]
5 - a total
= 128305 in row 5
""",
    ),
    (
        "the unit of money above the table",
        {},
        """
捐款明细（单位：万元）
姓名,捐款,日期
甲,1.5,2020-02-01
总计,1.5,
""",
        """
money_in 2: 姓名=donor 捐款=money 日期=date
3 receipt 2020-02-01 donor=甲: CNY 15000元 [15000CNY]
4 - a total
= 15000 in row 4
""",
    ),
    (
        "two records in a row",
        {},
        """
捐款名单 2020年2月3日
姓名,金额(元）,姓名,金额(元）
张三,100,李四,200
王五,50,,
合计,,,350
""",
        """
money_in 2: 姓名=donor 金额(元）=money
3 receipt (2020-02-03) donor=张三: CNY 100元 [100CNY]
3 receipt (2020-02-03) donor=李四: CNY 200元 [200CNY]
4 receipt (2020-02-03) donor=王五: CNY 50元 [50CNY]
5 - a total
= 350 in row 5
""",
    ),
    (
        "records in a row that share a date",
        {},
        """
日期,姓名,金额,姓名,金额
2020-02-01,张三,100,李四,200
2020-02-02,王五,50,,
""",
        """
money_in 1: 日期=date 姓名=donor 金额=money
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
2 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
3 receipt 2020-02-02 donor=王五: CNY 50元 [50CNY]
""",
    ),
    (
        "income and expenses side by side",
        {},
        """
捐赠者,金额,时间,收入类型,备注,支出事项,金额,时间,备注
李华,100,2020-02-01,微信,,运费,50,2020-02-02,
王明,200,2020-02-01,微信,谢,,,,
合计,300,,,,合计,50,,
""",
        """
money_in 1: 捐赠者=donor 金额=money 时间=date 收入类型=- 备注=note 支出事项=item 金额 G=spent
2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
2 expense 2020-02-02 : CNY 50元 “运费” [50CNY]
3 receipt 2020-02-01 donor=王明: CNY 200元 “谢” [200CNY]
4 - a total
""",
    ),
    (
        "three tables of different sorts",
        {"day": "2020-02-01"},
        """
一、人民币捐款
姓名,金额（元）
张三,100
李四,200
合计,300
二、外币捐款（美元）
姓名,金额（美元）
Wang,50
合计,50
三、发放物资
接收单位,物资,数量
第一医院,口罩,100个
""",
        """
money_in 2: 姓名=donor 金额（元）=money
3 receipt (2020-02-01) donor=张三: CNY 100元 [100CNY]
4 receipt (2020-02-01) donor=李四: CNY 200元 [200CNY]
5 - a total
= 300 in row 5
money_in 7: 姓名=donor 金额（美元）=money
8 receipt (2020-02-01) donor=Wang: USD 50美元 [50USD]
9 - a total
= 50 in row 9
goods_out 11: 接收单位=recipient 物资=item 数量=quantity
12 distribution (2020-02-01) recipient=第一医院: 口罩 100个 [100个]
""",
    ),
    (
        "headings again on each page",
        {},
        """
序号,姓名,金额,日期
1,张三,100,2020-02-01
2,李四,200,2020-02-01
,本页小计,300,
序号,姓名,金额,日期
3,王五,50,2020-02-01
,本页小计,50,
,总计,350,
""",
        """
money_in 1: 序号=serial 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
4 - a subtotal
5 - the headings again
6 receipt 2020-02-01 donor=王五: CNY 50元 [50CNY]
7 - a subtotal
8 - a total
= 350 in row 8
""",
    ),
    (
        "subtotals of which one is wrong",
        {},
        """
姓名,金额,日期
张三,100,2020-02-01
小计,100,
李四,200,2020-02-01
小计,250,
合计,300,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 - a subtotal
4 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
5 - a subtotal; the rows above it make another sum
6 - a total
= 300 in row 6
""",
    ),
    (
        "two rows of headings",
        {},
        """
捐赠方,,捐赠物资,,,接收方,备注
名称,日期,品名,数量,单位,名称,
甲公司,2020-02-01,口罩,100,个,第一医院,急用
乙公司,2020/2/2,手套,20,双,,
""",
        """
goods_in 1: 名称=donor 日期=date 品名=item 数量=quantity 单位=unit 接收方 名称=recipient 备注=note
3 relay 2020-02-01 donor=甲公司 recipient=第一医院: 口罩 100个 “急用” [100个]
4 receipt 2020-02-02 donor=乙公司: 手套 20双 [20双]
""",
    ),
    (
        "money and goods in one column",
        {},
        """
捐赠者,捐赠金额/物资,日期
李华,1000元,2月1日
王明,口罩500个,2月2日
赵六,500,2月3日
钱七,消毒液若干,2月3日
""",
        """
goods_in 1: 捐赠者=donor 捐赠金额/物资=money_or_goods 日期=date
2 receipt 2020-02-01 donor=李华: CNY 1000元 [1000CNY]
3 receipt 2020-02-02 donor=王明: 口罩 500个 [500个]
4 receipt 2020-02-03 donor=赵六: CNY 500元 [500CNY]
5 receipt 2020-02-03 donor=钱七: 消毒液 ? []
""",
    ),
    (
        "money and goods in columns of their own",
        {},
        """
捐赠单位,捐款（元）,捐赠物资,数量,单位,日期
甲公司,10000,,,,2020-02-01
乙公司,,口罩,500,个,2020-02-01
丙公司,200,手套,20,双,2020-02-01
合计,10200,,,,
""",
        """
goods_in 1: 捐赠单位=donor 捐款（元）=money 捐赠物资=item 数量=quantity 单位=unit 日期=date
2 receipt 2020-02-01 donor=甲公司: CNY 10000元 [10000CNY]
3 receipt 2020-02-01 donor=乙公司: 口罩 500个 [500个]
4 receipt 2020-02-01 donor=丙公司: CNY 200元, 手套 20双 [20双 200CNY]
5 - a total
= 10200 in row 5
""",
    ),
    (
        "goods with what they are worth",
        {"day": "2020-02-01"},
        """
序号,捐赠方,品名,折算金额（万元）,流向
1,甲公司,口罩、防护服一批,12.5,第一医院
2,乙公司,口罩5000个,1,
,合计,,13.5,
""",
        """
goods_in 1: 序号=serial 捐赠方=donor 品名=item 折算金额（万元）=value 流向=recipient
2 relay (2020-02-01) donor=甲公司 recipient=第一医院: 口罩、防护服一批 ?@@125000 [125000value]
3 receipt (2020-02-01) donor=乙公司: 口罩 5000个@@10000 [5000个 10000value]
4 - a total
= 135000 in row 4
""",
    ),
    (
        "prices and amounts of goods",
        {},
        """
捐赠单位,物资名称,数量,单位,单价（元）,金额（元）,日期
甲公司,口罩,100,个,2.5,250,2020-02-01
乙公司,手套,100,双,3,,2020-02-01
,,,,,250,
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 单位=unit 单价（元）=price 金额（元）=value 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100个@@250 [100个 250value]
3 receipt 2020-02-01 donor=乙公司: 手套 100双@3 [100双]
4 - a total
= 250 in row 4
""",
    ),
    (
        "spending",
        {},
        """
支出事项,金额,时间,备注
运费,500,2020-02-01,
口罩1000个,3500,2020-02-02,药店
合计：4000元,,,
""",
        """
spending 1: 支出事项=item 金额=spent 时间=date 备注=note
2 expense 2020-02-01 : CNY 500元 “运费” [500CNY]
3 purchase 2020-02-02 : 口罩 1000个@@3500 “药店” [1000个 3500CNY]
4 - a total
= 4000 in row 4
""",
    ),
    (
        "purchases",
        {},
        """
日期,采购物资,采购数量,单价,采购金额,供应商
2020-02-01,口罩,1000个,3.5,3500,顺达商行
2020-02-02,运输费,1,200,200,顺达货运
合计,,,,3700,
""",
        """
spending 1: 日期=date 采购物资=item 采购数量=quantity 单价=price 采购金额=spent 供应商=supplier
2 purchase 2020-02-01 supplier=顺达商行: 口罩 1000个@@3500 [1000个 3500CNY]
3 expense 2020-02-02 supplier=顺达货运: CNY 200元 “运输费” [200CNY]
4 - a total
= 3700 in row 4
""",
    ),
    (
        "money given on",
        {},
        """
救助资金发放名单
受助人,救助金额,发放日期
张某,500,2020-02-01
李某,800,2020-02-01
合计,1300,
""",
        """
spending 2: 受助人=recipient 救助金额=spent 发放日期=date
3 expense 2020-02-01 recipient=张某: CNY 500元 [500CNY]
4 expense 2020-02-01 recipient=李某: CNY 800元 [800CNY]
5 - a total
= 1300 in row 5
""",
    ),
    (
        "a name that says nothing of its side, and the title does",
        {},
        """
物资发放清单
单位,品名,单位,数量,日期
第一医院,口罩,个,100,2020-02-01
""",
        """
goods_out 2: 单位=recipient 品名=item 单位 C=unit 数量=quantity 日期=date
3 distribution 2020-02-01 recipient=第一医院: 口罩 100个 [100个]
""",
    ),
    (
        "goods of which nothing says whose",
        {},
        """
品名,数量,日期
口罩,100,2020-02-01
""",
        """
unclear 1: 品名=item 数量=quantity 日期=date
2 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (品名 数量 日期)
""",
    ),
    (
        "a column for each of the goods",
        {},
        """
捐赠单位,口罩（个）,防护服（套）,额温枪,合计,日期
甲公司,100,20,,120,2020-02-01
乙公司,,5,1,6,2020-02-01
合计,100,25,1,126,
""",
        """
goods_in 1: 捐赠单位=donor 口罩（个）=quantity 防护服（套）=quantity 额温枪=quantity 合计=- 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100个, 防护服 20套 [100个 20套]
3 receipt 2020-02-01 donor=乙公司: 防护服 5套, 额温枪 1 [5套 1]
4 - a total
= 126 in row 4
""",
    ),
    (
        "lines above the rows of a day",
        {},
        """
姓名,捐款
2020年2月1日,
张三,100
李四,200
2020年2月2日,
王五,300
共计746人次,600
""",
        """
money_in 1: 姓名=donor 捐款=money
2 - a heading of the rows below it
3 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
4 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
5 - a heading of the rows below it
6 receipt 2020-02-02 donor=王五: CNY 300元 [300CNY]
7 - a total
= 600 in row 7
""",
    ),
    (
        "a bare number at the foot",
        {},
        """
序号,单位,金额,时间
1,甲公司,100,2020-02-01
2,乙公司,200,2020-02-01
,,300,
""",
        """
money_in 1: 序号=serial 单位=donor 金额=money 时间=date
2 receipt 2020-02-01 donor=甲公司: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=乙公司: CNY 200元 [200CNY]
4 - a total
= 300 in row 4
""",
    ),
    (
        "a total in words and in prose",
        {},
        """
姓名,金额,时间
张三,100,2020-02-01
李四,1.5万元,2020-02-01
合计（大写）：壹万伍仟壹佰元整,,
""",
        """
money_in 1: 姓名=donor 金额=money 时间=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李四: CNY 15000元 [15000CNY]
4 - a total
= 15100 in row 4
""",
    ),
    (
        "a total in prose below",
        {},
        """
姓名,金额,时间
张三,100,2020-02-01
李四,200,2020-02-01
以上共计收到捐款300元，感谢各位爱心人士！,,
""",
        """
money_in 1: 姓名=donor 金额=money 时间=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
4 - a line that states the total
= 300 in row 4
""",
    ),
    (
        "the running total is of more than the table",
        {},
        """
姓名,金额,时间
张三,100,2020-02-01
合计,100,
累计,50000,
""",
        """
money_in 1: 姓名=donor 金额=money 时间=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 - a total
4 - a total
= 100 in row 3
""",
    ),
    (
        "what spreadsheets spoil",
        {},
        """
姓名,金额,日期
张三,1.10E+17,2020-02-01
李四,#N/A,2020-02-01
王五,12.345,2020-02-01
赵六,-5,2020-02-01
钱七,=SUM(A1),2020-02-01
孙八,100,#REF!
周九,100,昨儿
吴十,abc,2020-02-01
郑,0,2020-02-01
#N/A,5,2020-02-01
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 ! 金额: a number with all its digits: the spreadsheet has cut it to 15; type it again in a column formatted as text (1.10E+17)
3 ! 金额: a value, not a fault of the spreadsheet (#N/A)
4 ! 金额: yuan with at most two decimals (12.345)
6 ! 金额: a value: save the file once more in the spreadsheet program, so that it keeps what formulas give (=SUM(A1))
7 ! 日期: a value, not a fault of the spreadsheet (#REF!)
8 ! 日期: a date such as 2020-02-01, 2020年2月1日 or 2月1日 (昨儿)
9 ! 金额: an amount such as 1500, 1,500.00 or 1.5万元 (abc)
10 - an amount of zero
11 ! 姓名: a value, not a fault of the spreadsheet (#N/A)
5 return 2020-02-01 donor=赵六: CNY 5元 [-5CNY] or refused
""",
    ),
    (
        "quantities that are none",
        {},
        """
捐赠单位,品名,数量,日期
甲公司,口罩,2020-01-02,2020-02-01
甲公司,口罩,1月2日,2020-02-01
甲公司,口罩,1-2,2020-02-01
甲公司,口罩,,2020-02-01
甲公司,手套,-5,2020-02-01
甲公司,手套,很多,2020-02-01
甲公司,手套,0,2020-02-01
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 日期=date
2 ! 数量: a quantity: the spreadsheet may have made a date of it (2020-01-02)
3 ! 数量: a quantity: the spreadsheet may have made a date of it (1月2日)
4 ! 数量: one number, not a range (1-2)
5 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 ()
6 ! 数量: an amount above zero: of goods that went back write what stayed in the row of the gift, and take this row out; what the book has already, `donations refund`, `return` or `reverse` takes back (-5)
7 receipt 2020-02-01 donor=甲公司: 手套 ? []
8 - an amount of zero
""",
    ),
    (
        "no date anywhere",
        {},
        """
姓名,金额
张三,100
""",
        """
money_in 1: 姓名=donor 金额=money
2 ! None: a date: say it with --date ()
""",
    ),
    (
        "a time without a date",
        {},
        """
2020年2月3日捐款
姓名,金额,时间
张三,100,14:10
李四,100,15:20:30
""",
        """
money_in 2: 姓名=donor 金额=money 时间=date
3 receipt (2020-02-03) donor=张三: CNY 100元 [100CNY]
4 receipt (2020-02-03) donor=李四: CNY 100元 [100CNY]
""",
    ),
    (
        "dates without a heading",
        {},
        """
捐赠单位,品名,数量,
甲公司,口罩,100,43861
乙公司,口罩,100,43862
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity D=date
2 receipt 2020-01-31 donor=甲公司: 口罩 100 [100]
3 receipt 2020-02-01 donor=乙公司: 口罩 100 [100]
""",
    ),
    (
        "no headings, money",
        {},
        """
捐款名单
43861,张三,100
43862,李四,200
,合计,300
""",
        """
money_in 0: A=date B=donor C=money
2 receipt 2020-01-31 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
4 - a total
= 300 in row 4
""",
    ),
    (
        "no headings, goods",
        {"day": "2020-02-01"},
        """
接收捐赠物资
1,甲公司,口罩,100,个
2,乙公司,手套,50,双
""",
        """
goods_in 0: A=serial B=donor C=item D=quantity E=unit
2 receipt (2020-02-01) donor=甲公司: 口罩 100个 [100个]
3 receipt (2020-02-01) donor=乙公司: 手套 50双 [50双]
""",
    ),
    (
        "no headings and nothing tells",
        {"day": "2020-02-01"},
        """
甲公司,口罩,100,个
乙公司,手套,50,双
""",
        """
unclear 0: A=- B=- C=- D=-
1 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (甲公司 口罩 100 个)
2 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (乙公司 手套 50 双)
""",
    ),
    (
        "no headings, told by the user",
        {"columns": {"A": "date", "B": "donor", "C": "item", "D": "quantity", "E": "unit"}},
        """
43861,张三,口罩,100,个
43862,李四,手套,50,双
""",
        """
goods_in 0: A=date B=donor C=item D=quantity E=unit
1 receipt 2020-01-31 donor=张三: 口罩 100个 [100个]
2 receipt 2020-02-01 donor=李四: 手套 50双 [50双]
""",
    ),
    (
        "headings nobody knows, told by the user",
        {"columns": {"谁": "donor", "啥": "item", "多少": "quantity", "哪天": "date"}},
        """
谁,啥,多少,哪天,心情
李华,口罩,500,2020-02-01,好
""",
        """
goods_in 1: 谁=donor 啥=item 多少=quantity 哪天=date 心情=-
2 receipt 2020-02-01 donor=李华: 口罩 500 [500]
""",
    ),
    (
        "the user passes a column over",
        {"columns": {"备注": "-"}},
        """
姓名,金额,日期,备注
李华,500,2020-02-01,生日
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date 备注=-
2 receipt 2020-02-01 donor=李华: CNY 500元 [500CNY]
""",
    ),
    (
        "a statistic is no list of gifts",
        {},
        """
代码,指标名称,计量单位,数额
1,捐赠款总额,元,100
2,其中：定向,元,50
""",
        """
statistic 1: 代码=serial 指标名称=- 计量单位=unit 数额=money
2 - a figure of a statistic, no gift
3 - a figure of a statistic, no gift
""",
    ),
    (
        "a comma that was not quoted",
        {},
        """
捐赠单位,品名,数量,日期
甲公司,口罩,1,000,2020-02-01
乙公司,口罩,100,2020-02-01
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 日期=date
2 ! None: no more cells than headings: a comma in a cell needs quotes around the cell, a stroke in Markdown \\| (2020-02-01)
3 receipt 2020-02-01 donor=乙公司: 口罩 100 [100]
""",
    ),
    (
        "places, purposes, stores and numbers",
        {},
        """
日期,捐赠人,金额,城市,定向用途,交易单号,状态
2020-02-01,李华,100,九江,助学,10001234567,支付成功
2020-02-01,王明,100,朝阳区,非定向,10001234568,支付成功
2020-02-01,赵六,100,,,10001234569,已全额退款
2020-02-01,钱七,100,,,1.10101199003071E+17,支付成功
""",
        """
money_in 1: 日期=date 捐赠人=donor 金额=money 城市=city 定向用途=purpose 交易单号=number 状态=status
2 receipt 2020-02-01 donor=李华 in 九江市: CNY 100元 for 助学 #table:10001234567 [100CNY]
3 ! 城市: a prefecture-level city, or a county of only one city (朝阳区)
4 receipt 2020-02-01 donor=赵六: CNY 100元 #table:10001234569 [100CNY] -100
5 ! 交易单号: a number with all its digits: the spreadsheet has cut it to 15; type it again in a column formatted as text (1.10101199003071E+17)
""",
    ),
    (
        "regions that are no cities",
        {},
        """
日期,捐赠人,金额,地区,备注
2020-02-01,李华,100,江西省,
2020-02-01,王明,100,庐山市,谢谢
""",
        """
money_in 1: 日期=date 捐赠人=donor 金额=money 地区=county 备注=note
2 receipt 2020-02-01 donor=李华: CNY 100元 “江西省” [100CNY]
3 receipt 2020-02-01 donor=王明 in 九江市庐山市: CNY 100元 “谢谢” [100CNY]
""",
    ),
    (
        "joint, arranged and paid for",
        {},
        """
捐赠单位,对接人,付款人,捐款金额,日期
甲公司,李华,甲公司财务部,1000,2020-02-01
""",
        """
money_in 1: 捐赠单位=donor 对接人=via 付款人=payer 捐款金额=money 日期=date
2 receipt 2020-02-01 donor=甲公司 via=李华 payer=甲公司财务部: CNY 1000元 [1000CNY]
""",
    ),
    (
        "English",
        {},
        """
Donor,Item,Qty,Unit,Date,Remarks
Li Hua,Masks,"1,500",pcs,2020-02-01,
,Gloves,20,pairs,,urgent
Total,,1520,,,
""",
        """
goods_in 1: Donor=donor Item=item Qty=quantity Unit=unit Date=date Remarks=note
2 receipt 2020-02-01 donor=Li Hua: Masks 1500个 [1500pcs]
3 receipt 2020-02-01 donor=Li Hua: Gloves 20副 “urgent” [20pairs]
4 - a total
= 1520 in row 4
""",
    ),
    (
        "invisible blanks",
        {},
        """
捐赠\u200b单位,品\u3000名, 数量 ,日期\t
甲公司\u00a0,\u3000口罩,\u200b100\u00a0,2020-02-01\t
\u200b,手套,20,
""",
        """
goods_in 1: 捐赠单位=donor 品 名=item 数量=quantity 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100 [100]
3 receipt 2020-02-01 donor=甲公司: 手套 20 [20]
""",
    ),
    (
        "amounts in Chinese words",
        {},
        """
姓名,金额,日期
张三,三千元,2020-02-01
李四,壹万贰仟元整,2020-02-01
王五,５０００,2020-02-01
赵六,约11万元,2020-02-01
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 3000元 [3000CNY]
3 receipt 2020-02-01 donor=李四: CNY 12000元 [12000CNY]
4 receipt 2020-02-01 donor=王五: CNY 5000元 [5000CNY]
5 receipt 2020-02-01 donor=赵六: CNY ~110000元 [110000CNY]
""",
    ),
    (
        "a long list of goods in one name",
        {},
        """
捐赠单位,品名,价值（元）,日期
甲公司,第1种应急物资、第2种应急物资、第3种应急物资、第4种应急物资、第5种应急物资、第6种应急物资、第7种应急物资、第8种应急物资、第9种应急物资、第10种应急物资、第11种应急物资、第12种应急物资、第13种应急物资、第14种应急物资、第15种应急物资,1000,2020-02-01
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 价值（元）=value 日期=date
2 receipt 2020-02-01 donor=甲公司: 第1种应急物资、第2种应急物资、第3种应急物资、第4种应急物资、第5种应急物资、第6种应急物资、第7种应急物资等 ?@@1000 “第1种应急物资、第2种应急物资、第3种应急物资、第4种应急物资、第5种应急物资、第6种应急物资、第7种应急物资、第8种应急物资、第9种应急物资、第10种应急物资、第11种应急物资、第12种应急物资、第13种应急物资、第14种应急物资、第15种应急物资” [1000value]
""",
    ),
    (
        "goods given straight through",
        {},
        """
序号,捐赠单位,物资名称,规格型号,单位,数量,捐赠时间,接收单位,备注
1,阿里巴巴公益基金会,医用外科口罩,,只,100000,2020/1/26,武汉市红十字会,
2,,防护服,,件,500,,,
3,韩红爱心慈善基金会,"呼吸机（有创）",PB840,台,2,2020/1/27,协和医院,定向
""",
        """
goods_in 1: 序号=serial 捐赠单位=donor 物资名称=item 规格型号=specification 单位=unit 数量=quantity 捐赠时间=date 接收单位=recipient 备注=note
2 relay 2020-01-26 donor=阿里巴巴公益基金会 recipient=武汉市红十字会: 医用外科口罩 100000只 [100000只]
3 relay 2020-01-26 donor=阿里巴巴公益基金会 recipient=武汉市红十字会: 防护服 500件 [500件]
4 relay 2020-01-27 donor=韩红爱心慈善基金会 recipient=协和医院: 呼吸机（有创，PB840） 2台 “定向” [2台]
""",
    ),
    (
        "headings of which the lower one is only a unit",
        {},
        """
附件1：
XX市慈善总会接收社会捐赠款物公示表
（截至2020年2月10日16:00）
序号,捐赠单位（个人）,捐赠金额,捐赠物资,,备注
,,（元）,物资名称,数量,
1,甲公司,10000,,,
2,乙公司,,口罩,1000个,
3,丙公司,500,酒精,20桶,
合计,,10500,,,
""",
        """
goods_in 4: 序号=serial 捐赠单位（个人）=donor 捐赠金额 （元）=money 物资名称=item 数量=quantity 备注=note
6 receipt (2020-02-10) donor=甲公司: CNY 10000元 [10000CNY]
7 receipt (2020-02-10) donor=乙公司: 口罩 1000个 [1000个]
8 receipt (2020-02-10) donor=丙公司: CNY 500元, 酒精 20桶 [20桶 500CNY]
9 - a total
= 10500 in row 9
""",
    ),
    (
        "money among the goods",
        {},
        """
捐赠人,捐赠物品,数量,单位,捐赠日期
张三,现金,500,元,2020.2.3
李四,人民币,1.5,万元,2020.2.3
王五,口罩,100,个,2020.2.3
""",
        """
goods_in 1: 捐赠人=donor 捐赠物品=item 数量=quantity 单位=unit 捐赠日期=date
2 receipt 2020-02-03 donor=张三: CNY 500元 [500CNY]
3 receipt 2020-02-03 donor=李四: CNY 15000元 [15000CNY]
4 receipt 2020-02-03 donor=王五: 口罩 100个 [100个]
""",
    ),
    (
        "an account of what came and went",
        {},
        """
2020年2月份捐款收支明细
日期,摘要,收入,支出,余额
2月1日,张三捐款,100,,100
2月2日,买口罩,,50,50
""",
        """
money_in 2: 日期=date 摘要=note 收入=money 支出=spent 余额=-
3 receipt 2020-02-01 donor=张三: CNY 100元 “张三捐款” [100CNY]
4 expense 2020-02-02 : CNY 50元 “买口罩” []
""",
    ),
    (
        "dollars",
        {},
        """
Name,Amount (USD),Date
John,100,2020-02-01
Total,100,
""",
        """
money_in 1: Name=donor Amount (USD)=money Date=date
2 receipt 2020-02-01 donor=John: USD 100美元 [100USD]
3 - a total
= 100 in row 3
""",
    ),
    (
        "what money was used for",
        {},
        """
志愿者协会2月支出明细
序号,用途,金额（元）,日期,经手人
1,购买口罩200只,800,2020.2.3,李
2,打印费,35.5,2020.2.4,李
3,油费,200,2020.2.4,王
,合计,1035.5,,
""",
        """
spending 2: 序号=serial 用途=item 金额（元）=spent 日期=date 经手人=-
3 purchase 2020-02-03 : 口罩 200只@@800 [200只 800CNY]
4 expense 2020-02-04 : CNY 35.5元 “打印费” [35.5CNY]
5 expense 2020-02-04 : CNY 200元 “油费” [200CNY]
6 - a total
= 1035.5 in row 6
""",
    ),
    (
        "purchases with prices",
        {},
        """
采购清单
品名,单位,数量,单价,金额,供应商,日期
口罩,只,1000,2.5,2500,康泰药店,2020-2-3
消毒液,瓶,50,12,600,康泰药店,2020-2-3
合计,,,,3100,,
""",
        """
spending 2: 品名=item 单位=unit 数量=quantity 单价=price 金额=spent 供应商=supplier 日期=date
3 purchase 2020-02-03 supplier=康泰药店: 口罩 1000只@@2500 [1000只 2500CNY]
4 purchase 2020-02-03 supplier=康泰药店: 消毒液 50瓶@@600 [50瓶 600CNY]
5 - a total
= 3100 in row 5
""",
    ),
    (
        "goods out by where they went",
        {},
        """
序号,物资名称,规格,数量,单位,去向,发放时间
1,口罩,N95,200,只,人民医院,2020-2-3
2,护目镜,,50,副,人民医院,
,,,,,中医院,
3,口罩,,100,只,中医院,2月5日
""",
        """
goods_out 1: 序号=serial 物资名称=item 规格=specification 数量=quantity 单位=unit 去向=recipient 发放时间=date
2 distribution 2020-02-03 recipient=人民医院: 口罩（N95） 200只 [200只]
3 distribution 2020-02-03 recipient=人民医院: 护目镜 50副 [50副]
4 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 ()
5 distribution 2020-02-05 recipient=中医院: 口罩 100只 [100只]
""",
    ),
    (
        "records side by side without headings",
        {"day": "2020-02-01"},
        """
爱心捐款名单
1,张三,100元,2,李四,50元
3,王五,20元,4,赵六,10元
""",
        """
money_in 0: A=serial B=donor C=money D=serial E=donor F=money
2 receipt (2020-02-01) donor=张三: CNY 100元 [100CNY]
2 receipt (2020-02-01) donor=李四: CNY 50元 [50CNY]
3 receipt (2020-02-01) donor=王五: CNY 20元 [20CNY]
3 receipt (2020-02-01) donor=赵六: CNY 10元 [10CNY]
""",
    ),
    (
        "no headings, and money only by the title",
        {"day": "2020-02-01"},
        """
红十字会捐款 单位：元
张三,100
李四,50.5
合计,150.5
""",
        """
money_in 0: A=donor B=money
2 receipt (2020-02-01) donor=张三: CNY 100元 [100CNY]
3 receipt (2020-02-01) donor=李四: CNY 50.5元 [50.5CNY]
4 - a total
= 150.5 in row 4
""",
    ),
    (
        "the day above each page",
        {},
        """
捐赠时间：2020年2月3日
捐赠单位,物资,数量
甲公司,口罩,100只
捐赠时间：2020年2月4日
捐赠单位,物资,数量
乙公司,口罩,200只
""",
        """
goods_in 2: 捐赠单位=donor 物资=item 数量=quantity
3 receipt (2020-02-03) donor=甲公司: 口罩 100只 [100只]
4 - a heading of the rows below it
5 - the headings again
6 receipt 2020-02-04 donor=乙公司: 口罩 200只 [200只]
""",
    ),
    (
        "sections with subtotals",
        {},
        """
捐赠者,金额（元）,时间
一、单位捐款,,
甲公司,100,2020-2-1
乙公司,200,2020-2-1
小计,300,
二、个人捐款,,
张三,50,2020-2-1
小计,50,
合计,350,
""",
        """
money_in 1: 捐赠者=donor 金额（元）=money 时间=date
2 - a heading of the rows below it
3 receipt 2020-02-01 donor=甲公司: CNY 100元 [100CNY]
4 receipt 2020-02-01 donor=乙公司: CNY 200元 [200CNY]
5 - a subtotal
6 - a heading of the rows below it
7 receipt 2020-02-01 donor=张三: CNY 50元 [50CNY]
8 - a subtotal
9 - a total
= 350 in row 9
""",
    ),
    (
        "a column of subtotals",
        {},
        """
捐赠单位,物资名称,数量,单位,合计,日期
甲公司,口罩,100,只,150,2020-2-1
,手套,50,双,,
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 单位=unit 合计=- 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100只 [100只]
3 receipt 2020-02-01 donor=甲公司: 手套 50双 [50双]
""",
    ),
    (
        "one value of several goods",
        {},
        """
捐赠单位,捐赠物资及数量,折合金额（元）,捐赠日期
甲公司,口罩500只、消毒液20瓶,3000,2.1
乙公司,大米1000斤,3000,2.3
合计,,6000,
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资及数量=item 折合金额（元）=value 捐赠日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 500只, 消毒液 20瓶 “合计价值3000元” [500只 20瓶 3000value]
3 receipt 2020-02-03 donor=乙公司: 大米 1000斤@@3000 [1000斤 3000value]
4 - a total
= 6000 in row 4
""",
    ),
    (
        "yuan and ten thousands in one column",
        {},
        """
单位名称,捐赠金额,到账时间
甲公司,10万元,2020年1月28日
乙公司,5000元,2020年1月28日
丙公司,3.55万,2020年1月29日
合计,14.05万元,
""",
        """
money_in 1: 单位名称=donor 捐赠金额=money 到账时间=date
2 receipt 2020-01-28 donor=甲公司: CNY 100000元 [100000CNY]
3 receipt 2020-01-28 donor=乙公司: CNY 5000元 [5000CNY]
4 receipt 2020-01-29 donor=丙公司: CNY 35500元 [35500CNY]
5 - a total
= 140500 in row 5
""",
    ),
    (
        "thousands with commas",
        {},
        """
票据号,捐款人,捐款额,日期
0001234,张三,"1,000.00",2020-02-01
0001235,李四,"12,345.67",2020-02-01
0001235,李四,"￥ 5.00",2020-02-01
总计：,,"13,350.67",
""",
        """
money_in 1: 票据号=- 捐款人=donor 捐款额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 1000元 [1000CNY]
3 receipt 2020-02-01 donor=李四: CNY 12345.67元 [12345.67CNY]
4 receipt 2020-02-01 donor=李四: CNY 5元 [5CNY]
5 - a total
= 13350.67 in row 5
""",
    ),
    (
        "dates with a time of midnight",
        {},
        """
姓名,金额,日期
张三,100,2020-02-01 00:00:00
李四,0.1,2020-02-01
总计,100.1,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李四: CNY 0.1元 [0.1CNY]
4 - a total
= 100.1 in row 4
""",
    ),
    (
        "a title in several cells",
        {},
        """
公示表,,,
2020年,2,月,
姓名,金额,日期,
张三,100,2月3日,
""",
        """
money_in 3: 姓名=donor 金额=money 日期=date
4 receipt 2020-02-03 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "an amount of zero",
        {},
        """
姓名,金额,日期
张三,0.00,2020-02-01
李四,5,2020-02-01
合计,5,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 - an amount of zero
3 receipt 2020-02-01 donor=李四: CNY 5元 [5CNY]
4 - a total
= 5 in row 4
""",
    ),
    (
        "goods out in columns of their own",
        {},
        """
受赠单位,口罩数量（个）,防护服（套）,日期
第一医院,100,20,2020-2-3
第二医院,200,,2020-2-3
""",
        """
goods_out 1: 受赠单位=recipient 口罩数量（个）=quantity 防护服（套）=quantity 日期=date
2 distribution 2020-02-03 recipient=第一医院: 口罩 100个, 防护服 20套 [100个 20套]
3 distribution 2020-02-03 recipient=第二医院: 口罩 200个 [200个]
""",
    ),
    (
        "donor and recipient",
        {},
        """
捐赠方,受赠方,物资,数量,日期
甲公司,第一医院,口罩,100只,2020-2-3
,第二医院,口罩,200只,2020-2-3
乙公司,本会,手套,50双,2020-2-4
合计,,,350,
""",
        """
goods_in 1: 捐赠方=donor 受赠方=recipient 物资=item 数量=quantity 日期=date
2 relay 2020-02-03 donor=甲公司 recipient=第一医院: 口罩 100只 [100只]
3 relay 2020-02-03 donor=甲公司 recipient=第二医院: 口罩 200只 [200只]
4 receipt 2020-02-04 donor=乙公司: 手套 50双 [50双]
5 - a total
= 350 in row 5
""",
    ),
    (
        "yuan as a unit of goods",
        {"day": "2020-02-01"},
        """
捐赠单位,品名,计量单位,数量
甲公司,资金,元,10000
乙公司,口罩,只,500
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 计量单位=unit 数量=quantity
2 receipt (2020-02-01) donor=甲公司: CNY 10000元 [10000CNY]
3 receipt (2020-02-01) donor=乙公司: 口罩 500只 [500只]
""",
    ),
    (
        "more donors than a name holds",
        {},
        """
捐款人,金额,日期
张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、,100,2020-02-01
""",
        """
money_in 1: 捐款人=donor 金额=money 日期=date
2 ! 捐款人: a name of at most 100 characters (张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、张三、)
""",
    ),
    (
        "the total first",
        {},
        """
捐款人,金额,日期
合计,300,
张三,100,2020-02-01
李四,200,2020-02-01
""",
        """
money_in 1: 捐款人=donor 金额=money 日期=date
2 - a total
3 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
4 receipt 2020-02-01 donor=李四: CNY 200元 [200CNY]
= 300 in row 2
""",
    ),
    (
        "three records in a row, without a date",
        {},
        """
捐款名单（单位：元）
序号,姓名,金额,序号,姓名,金额,序号,姓名,金额
1,张,10,2,李,20,3,王,30
4,赵,40,5,钱,50,,,
,合计,,,,,,,150
2020年2月5日
""",
        """
money_in 2: 序号=serial 姓名=donor 金额=money
3 ! None: a date: say it with --date ()
3 ! None: a date: say it with --date ()
3 ! None: a date: say it with --date ()
4 ! None: a date: say it with --date ()
4 ! None: a date: say it with --date ()
5 - a total
6 - words below the table
= 150 in row 5
""",
    ),
    (
        "quantities of every kind",
        {"day": "2020-02-01"},
        """
接收单位,物资名称,数量,备注
人民医院,口罩,"1,000 个",
人民医院,体温枪,10把,
人民医院,方便面,50箱x12桶,
人民医院,牛奶,20件/240盒,
人民医院,中药,200副（袋）,
人民医院,大衣,各10件,
人民医院,食品,20+30箱,
""",
        """
goods_out 1: 接收单位=recipient 物资名称=item 数量=quantity 备注=note
2 distribution (2020-02-01) recipient=人民医院: 口罩 1000个 [1000个]
3 distribution (2020-02-01) recipient=人民医院: 体温枪 10把 [10把]
4 distribution (2020-02-01) recipient=人民医院: 方便面 600桶 [600桶]
5 distribution (2020-02-01) recipient=人民医院: 牛奶 240盒 [240盒]
6 distribution (2020-02-01) recipient=人民医院: 中药 200副 [200副]
7 distribution (2020-02-01) recipient=人民医院: 大衣 10件 [10件]
8 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (20+30箱)
""",
    ),
    (
        "headings of two lines",
        {},
        """
,,,
"序
号","捐赠
单位","金 额
（元）","捐赠
时间"
1,甲公司,100,2020-02-01
""",
        """
money_in 2: 序 号=serial 捐赠 单位=donor 金 额 （元）=money 捐赠 时间=date
3 receipt 2020-02-01 donor=甲公司: CNY 100元 [100CNY]
""",
    ),
    (
        "a bare number below goods",
        {},
        """
捐赠单位,品名,数量,日期
甲公司,口罩,100,2020-02-01
,手套,50,
,,150,
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100 [100]
3 receipt 2020-02-01 donor=甲公司: 手套 50 [50]
4 - a total
= 150 in row 4
""",
    ),
    (
        "sizes of one item",
        {},
        """
捐赠单位,品名,规格,单位,数量,日期
甲公司,口罩,大,个,100,2020-02-01
,,小,,50,
乙公司,口罩,大,个,100,2020-02-01
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 规格=specification 单位=unit 数量=quantity 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩（大） 100个 [100个]
3 receipt 2020-02-01 donor=甲公司: 口罩（小） 50个 [50个]
4 receipt 2020-02-01 donor=乙公司: 口罩（大） 100个 [100个]
""",
    ),
    (
        "a subtotal below the goods of each donor",
        {},
        """
捐赠单位,品名,数量,单位,日期
甲公司,口罩,100,个,2020-02-01
,手套,50,双,
,小计,150,,
乙公司,口罩,10,个,2020-02-01
合计,,160,,
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 单位=unit 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100个 [100个]
3 receipt 2020-02-01 donor=甲公司: 手套 50双 [50双]
4 - a subtotal
5 receipt 2020-02-01 donor=乙公司: 口罩 10个 [10个]
6 - a total
= 160 in row 6
""",
    ),
    (
        "a total of goods in words",
        {},
        """
捐赠单位,品名,数量,单位,日期
甲公司,口罩,100,个,2020-02-01
总计：口罩100个,,,,
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 单位=unit 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100个 [100个]
3 - words below the table
""",
    ),
    (
        "a total in Chinese words",
        {},
        """
捐款人,金额,日期
甲,3000,2020-02-01
共计：叁仟元整（¥3000.00）,,
""",
        """
money_in 1: 捐款人=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=甲: CNY 3000元 [3000CNY]
3 - a total
= 3000 in row 3
""",
    ),
    (
        "a total of Chinese words in the column",
        {},
        """
捐款人,金额,日期
甲,3000,2020-02-01
合计,人民币叁仟元整,
""",
        """
money_in 1: 捐款人=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=甲: CNY 3000元 [3000CNY]
3 - a total
= 3000 in row 3
""",
    ),
    (
        "prose with amounts above",
        {},
        """
关于接收社会捐赠的公示
当日收到捐款12笔，共计3000元，累计收到50000元。
其中单位捐款,2,笔,2000元
捐款人,金额,日期,备注
甲,3000,2020-02-01,
""",
        """
money_in 4: 捐款人=donor 金额=money 日期=date 备注=note
5 receipt 2020-02-01 donor=甲: CNY 3000元 [3000CNY]
= 3000 in row None
""",
    ),
    (
        "spending with what is left",
        {},
        """
时间,支出项目,支出金额（元）,收款方,凭证号
2020年2月3日,购买口罩,3500.00,康泰药房,001
2020年2月4日,"运费（顺丰）",120.5,顺丰,002
支出合计,,3620.5,,
结余,,100,,
""",
        """
spending 1: 时间=date 支出项目=item 支出金额（元）=spent 收款方=supplier 凭证号=serial
2 expense 2020-02-03 supplier=康泰药房: CNY 3500元 “购买口罩” [3500CNY]
3 expense 2020-02-04 supplier=顺丰: CNY 120.5元 “运费（顺丰）” [120.5CNY]
4 - a total
5 - a total
= 3620.5 in row 4
""",
    ),
    (
        "bought, by the heading of the date",
        {},
        """
序号,物品名称,单位,数量,单价（元）,小计（元）,购买日期
1,口罩,包,10,25,250,2020-2-3
2,酒精,瓶,4,15.5,62,2020-2-3
,,,,总计,312,
""",
        """
spending 1: 序号=serial 物品名称=item 单位=unit 数量=quantity 单价（元）=price 小计（元）=spent 购买日期=date
2 purchase 2020-02-03 : 口罩 10包@@250 [10包 250CNY]
3 purchase 2020-02-03 : 酒精 4瓶@@62 [4瓶 62CNY]
4 - a total
= 312 in row 4
""",
    ),
    (
        "spending without suppliers",
        {"day": "2020-02-29"},
        """
2月份支出
项目,金额
办公费,100
运输费,200.5
合计,300.5
""",
        """
spending 2: 项目=item 金额=spent
3 expense (2020-02-29) : CNY 100元 “办公费” [100CNY]
4 expense (2020-02-29) : CNY 200.5元 “运输费” [200.5CNY]
5 - a total
= 300.5 in row 5
""",
    ),
    (
        "a class and its total",
        {"day": "2020-02-29"},
        """
三（2）班爱心捐款名单
学号,姓名,捐款金额
1,张三,10
2,李四,20元
3,王五,5.5
全班合计,,35.5
""",
        """
money_in 2: 学号=- 姓名=donor 捐款金额=money
3 receipt (2020-02-29) donor=张三: CNY 10元 [10CNY]
4 receipt (2020-02-29) donor=李四: CNY 20元 [20CNY]
5 receipt (2020-02-29) donor=王五: CNY 5.5元 [5.5CNY]
6 - a subtotal
= 35.5 in row 6
""",
    ),
    (
        "departments with the numbers of their givers",
        {"day": "2020-02-29"},
        """
单位,捐款人数,捐款金额
一车间,20,2000
二车间,15,1500
合计,35,3500
""",
        """
money_in 1: 单位=donor 捐款人数=- 捐款金额=money
2 receipt (2020-02-29) donor=一车间: CNY 2000元 [2000CNY]
3 receipt (2020-02-29) donor=二车间: CNY 1500元 [1500CNY]
4 - a total
= 3500 in row 4
""",
    ),
    (
        "money, and goods with their value",
        {},
        """
捐赠者,捐款（万元）,捐物,捐物折价（万元）,时间
甲公司,10,,,2.1
乙公司,,口罩1万只,5,2.2
丙公司,1,消毒液100瓶,0.2,2.3
合计,11,,5.2,
""",
        """
goods_in 1: 捐赠者=donor 捐款（万元）=money 捐物=item 捐物折价（万元）=value 时间=date
2 receipt 2020-02-01 donor=甲公司: CNY 100000元 [100000CNY]
3 receipt 2020-02-02 donor=乙公司: 口罩 10000只@@50000 [10000只 50000value]
4 receipt 2020-02-03 donor=丙公司: CNY 10000元, 消毒液 100瓶@@2000 [100瓶 10000CNY 2000value]
5 - a total
= 110000 in row 5
""",
    ),
    (
        "an account with names",
        {},
        """
日期,户名,收入金额,支出金额,附言
20200201,张三,100.00,0.00,捐款
20200202,李四,50.00,,抗疫
20200203,康泰药房,,80.00,货款
""",
        """
money_in 1: 日期=date 户名=donor 收入金额=money 支出金额=spent 附言=note
2 receipt 2020-02-01 donor=张三: CNY 100元 “捐款” [100CNY]
3 receipt 2020-02-02 donor=李四: CNY 50元 “抗疫” [50CNY]
4 expense 2020-02-03 supplier=康泰药房: CNY 80元 “货款” []
""",
    ),
    (
        "days of every kind",
        {},
        """
日期,捐赠者,物资
1.25-1.31,甲公司,口罩500个
2020年2月,乙公司,大米10袋
2/5,丙公司,食用油5桶
20/2/6,丁,鸡蛋2000个
""",
        """
goods_in 1: 日期=date 捐赠者=donor 物资=item
2 receipt 2020-01-31 donor=甲公司: 口罩 500个 [500个]
3 receipt 2020-02-29 donor=乙公司: 大米 10袋 [10袋]
4 receipt 2020-02-05 donor=丙公司: 食用油 5桶 [5桶]
5 receipt 2020-02-06 donor=丁: 鸡蛋 2000个 [2000个]
""",
    ),
    (
        "recipients together",
        {"day": "2020-02-29"},
        """
接收单位,医用口罩（只）,防护服（套）,护目镜（副）,备注
市一医院,1000,20,,
市二医院、市三医院,500,,10,
合计,1500,20,10,
""",
        """
goods_out 1: 接收单位=recipient 医用口罩（只）=quantity 防护服（套）=quantity 护目镜（副）=quantity 备注=note
2 distribution (2020-02-29) recipient=市一医院: 医用口罩 1000只, 防护服 20套 [1000只 20套]
3 distribution (2020-02-29) recipient=市二医院、市三医院: 医用口罩 500只, 护目镜 10副 [500只 10副]
4 - a total
= 1530 in row 4
""",
    ),
    (
        "for whom it is meant",
        {},
        """
捐赠单位,捐赠物资,数量,定向捐赠单位,日期
甲公司,口罩,1000只,市一医院,2.3
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item 数量=quantity 定向捐赠单位=purpose 日期=date
2 receipt 2020-02-03 donor=甲公司: 口罩 1000只 for 市一医院 [1000只]
""",
    ),
    (
        "units that say what they hold",
        {},
        """
捐赠单位,品名,单位,数量,日期
甲公司,水,箱（24瓶）,10,2.3
甲公司,水,24瓶/箱,10,2.3
甲公司,水,千克,10,2.3
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 单位=unit 数量=quantity 日期=date
2 receipt 2020-02-03 donor=甲公司: 水 10箱 [10箱（24瓶）]
3 receipt 2020-02-03 donor=甲公司: 水 240瓶 [240瓶]
4 receipt 2020-02-03 donor=甲公司: 水 10公斤 [10千克]
""",
    ),
    (
        "payments with nicknames",
        {},
        """
时间,昵称,金额
2020-02-01 10:00,,5
2020-02-01 11:00,小明,5
2020-02-01 12:00,,8.88
合计,,18.88
""",
        """
money_in 1: 时间=date 昵称=donor 金额=money
2 receipt 2020-02-01 donor=爱心人士: CNY 5元 [5CNY]
3 receipt 2020-02-01 donor=小明: CNY 5元 [5CNY]
4 receipt 2020-02-01 donor=爱心人士: CNY 8.88元 [8.88CNY]
5 - a total
= 18.88 in row 5
""",
    ),
    (
        "a signature below the column of amounts",
        {},
        """
捐赠单位,品名,数量,日期
甲公司,口罩,100个,2020-02-01
,,,
,,九江市红十字会,2020-02-08
""",
        """
goods_in 1: 捐赠单位=donor 品名=item 数量=quantity 日期=date
2 receipt 2020-02-01 donor=甲公司: 口罩 100个 [100个]
3 - a blank row
4 - words below the table
""",
    ),
    (
        "a signature at the right",
        {"day": "2020-02-01"},
        """
姓名,金额,备注
甲,100,
,,九江市红十字会
,,2020年2月8日
""",
        """
money_in 1: 姓名=donor 金额=money 备注=note
2 receipt (2020-02-01) donor=甲: CNY 100元 [100CNY]
3 - words below the table
4 - words below the table
""",
    ),
    (
        "a column of currencies",
        {},
        """
捐赠人,捐赠金额,币种,日期
John,100,USD,2020-02-01
张三,100,人民币,2020-02-01
""",
        """
money_in 1: 捐赠人=donor 捐赠金额=money 币种=currency 日期=date
2 receipt 2020-02-01 donor=John: USD 100美元 [100USD]
3 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "unknown amounts of one donor",
        {"day": "2020-02-29"},
        """
序号,捐赠单位,物资名称,数量
1,爱心企业,物资,一批
2,,药品,若干箱
""",
        """
goods_in 1: 序号=serial 捐赠单位=donor 物资名称=item 数量=quantity
2 receipt (2020-02-29) donor=爱心企业: 物资 ? []
3 receipt (2020-02-29) donor=爱心企业: 药品 ?箱 []
""",
    ),
    (
        "goods out with sums at the right",
        {"day": "2020-02-29"},
        """
接收单位,口罩,防护服,合计
市一医院,100,20,120
合计,100,20,120
""",
        """
goods_out 1: 接收单位=recipient 口罩=quantity 防护服=quantity 合计=-
2 distribution (2020-02-29) recipient=市一医院: 口罩 100, 防护服 20 [120]
3 - a total
= 120 in row 3
""",
    ),
    (
        "number and unit with a stroke",
        {},
        """
品名,数量/单位,捐赠方,捐赠时间
口罩,1000/只,甲公司,2020.2.1
""",
        """
goods_in 1: 品名=item 数量/单位=quantity 捐赠方=donor 捐赠时间=date
2 receipt 2020-02-01 donor=甲公司: 口罩 1000只 [1000只]
""",
    ),
    (
        "money for hospitals",
        {},
        """
收款单位,金额,事由,日期
市一医院,10000,购呼吸机,2020.2.1
市二医院,5000,,2020.2.1
合计,15000,,
""",
        """
spending 1: 收款单位=supplier 金额=spent 事由=item 日期=date
2 expense 2020-02-01 supplier=市一医院: CNY 10000元 “购呼吸机” [10000CNY]
3 expense 2020-02-01 supplier=市二医院: CNY 5000元 [5000CNY]
4 - a total
= 15000 in row 4
""",
    ),
    (
        "money passed on in ten thousands",
        {},
        """
XX慈善总会资金拨付情况
序号,拨付单位,拨付金额（万元）,拨付时间,用途
1,市一医院,10,2020.2.1,抗疫
2,市二医院,5.5,2020.2.1,抗疫
合计,,15.5,,
""",
        """
spending 2: 序号=serial 拨付单位=recipient 拨付金额（万元）=spent 拨付时间=date 用途=item
3 expense 2020-02-01 recipient=市一医院: CNY 100000元 “抗疫” [100000CNY]
4 expense 2020-02-01 recipient=市二医院: CNY 55000元 “抗疫” [55000CNY]
5 - a total
= 155000 in row 5
""",
    ),
    (
        "goods shared out",
        {"day": "2020-02-29"},
        """
捐赠物资分配表
序号,受赠单位,物资,型号,单位,分配数量,备注
1,市一医院,口罩,N95,只,100,
,市一医院,口罩,KN95,只,50,
2,市二医院,口罩,N95,只,10,
合计,,,,,160,
""",
        """
goods_out 2: 序号=serial 受赠单位=recipient 物资=item 型号=specification 单位=unit 分配数量=quantity 备注=note
3 distribution (2020-02-29) recipient=市一医院: 口罩（N95） 100只 [100只]
4 distribution (2020-02-29) recipient=市一医院: 口罩（KN95） 50只 [50只]
5 distribution (2020-02-29) recipient=市二医院: 口罩（N95） 10只 [10只]
6 - a total
= 160 in row 6
""",
    ),
    (
        "what came into store",
        {},
        """
入库日期,捐赠来源,品名,规格,单位,入库数量,存放地点
2020.2.1,甲公司,口罩,,只,100,一号仓库
2020.2.1,乙公司,口罩,,只,100,一号仓库
""",
        """
goods_in 1: 入库日期=date 捐赠来源=donor 品名=item 规格=specification 单位=unit 入库数量=quantity 存放地点=store
2 receipt 2020-02-01 donor=甲公司: 口罩 100只 in 一号仓库 [100只]
3 receipt 2020-02-01 donor=乙公司: 口罩 100只 in 一号仓库 [100只]
""",
    ),
    (
        "what headings of a receiver call goods",
        {},
        """
受赠物资明细表
捐赠人（单位）,受赠物资名称,规格,受赠数量,估值（元）,受赠日期,使用情况
甲公司,口罩,,100只,200,2020.2.1,已发放
合计,,,,200,,
""",
        """
goods_in 2: 捐赠人（单位）=donor 受赠物资名称=item 规格=specification 受赠数量=quantity 估值（元）=value 受赠日期=date 使用情况=note
3 receipt 2020-02-01 donor=甲公司: 口罩 100只@@200 “已发放” [100只 200value]
4 - a total
= 200 in row 4
""",
    ),
    (
        "English spending",
        {},
        """
Date,Description,Amount,Payee
2020-02-01,Freight,500,SF
2020-02-02,Printing,20.50,Shop
Total,,520.50,
""",
        """
spending 1: Date=date Description=item Amount=spent Payee=supplier
2 expense 2020-02-01 supplier=SF: CNY 500元 “Freight” [500CNY]
3 expense 2020-02-02 supplier=Shop: CNY 20.5元 “Printing” [20.5CNY]
4 - a total
= 520.5 in row 4
""",
    ),
    (
        "English goods out",
        {},
        """
Recipient,Item,Quantity,Unit,Date
Hospital No.1,Masks,100,pcs,2020-02-01
""",
        """
goods_out 1: Recipient=recipient Item=item Quantity=quantity Unit=unit Date=date
2 distribution 2020-02-01 recipient=Hospital No.1: Masks 100个 [100pcs]
""",
    ),
    (
        "foreign money in cells",
        {},
        """
捐赠人,捐赠金额,日期
王,100美元,2020-02-01
李,HK$500,2020-02-01
张,500,2020-02-01
""",
        """
money_in 1: 捐赠人=donor 捐赠金额=money 日期=date
2 receipt 2020-02-01 donor=王: USD 100美元 [100USD]
3 receipt 2020-02-01 donor=李: HKD 500港元 [500HKD]
4 receipt 2020-02-01 donor=张: CNY 500元 [500CNY]
""",
    ),
    (
        "amounts with remarks",
        {},
        """
捐赠人,捐赠金额,日期
王,1000元（微信）,2020-02-01
李,现金500,2020-02-01
""",
        """
money_in 1: 捐赠人=donor 捐赠金额=money 日期=date
2 receipt 2020-02-01 donor=王: CNY 1000元 [1000CNY]
3 receipt 2020-02-01 donor=李: CNY 500元 [500CNY]
""",
    ),
    (
        "masked names and phones",
        {},
        """
捐赠人,联系电话,捐赠金额（元）,备注,时间
王*,138****3356,100,,2020-02-01
""",
        """
money_in 1: 捐赠人=donor 联系电话=- 捐赠金额（元）=money 备注=note 时间=date
2 receipt 2020-02-01 donor=王*: CNY 100元 [100CNY]
""",
    ),
    (
        "empty columns at the right",
        {},
        """
捐赠人,捐赠金额（元）,时间,,,
王,100,2020-02-01,,,
合计,100,,,,
""",
        """
money_in 1: 捐赠人=donor 捐赠金额（元）=money 时间=date
2 receipt 2020-02-01 donor=王: CNY 100元 [100CNY]
3 - a total
= 100 in row 3
""",
    ),
    (
        "a total that counts givers",
        {},
        """
姓名,金额,时间
王,100,2020-02-01
李,100,2020-02-01
合计2人,200,
""",
        """
money_in 1: 姓名=donor 金额=money 时间=date
2 receipt 2020-02-01 donor=王: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=李: CNY 100元 [100CNY]
4 - a total
= 200 in row 4
""",
    ),
    (
        "a total in the column of numbers",
        {},
        """
序号,姓名,金额,时间
1,王,100,2020-02-01
共1笔,,100,
""",
        """
money_in 1: 序号=serial 姓名=donor 金额=money 时间=date
2 receipt 2020-02-01 donor=王: CNY 100元 [100CNY]
3 - a total
= 100 in row 3
""",
    ),
    (
        "the total again in words",
        {},
        """
姓名,金额,时间
王,100,2020-02-01
合计,100,
大写：壹佰元整,,
""",
        """
money_in 1: 姓名=donor 金额=money 时间=date
2 receipt 2020-02-01 donor=王: CNY 100元 [100CNY]
3 - a total
4 - a total
= 100 in row 3
""",
    ),
    (
        "a bank's account",
        {},
        """
账号：6222****1234,,,,,
交易日期,摘要,借方发生额,贷方发生额,余额,对方户名
2020-02-01,捐款,,500.00,1500.00,张三
2020-02-03,购买口罩,300.00,,1200.00,某药店
2020-02-04,结息,,1.20,1201.20,
2020-02-05,爱心捐款,,9.00,1210.20,
2020-02-06,退回,,8.00,1218.20,
""",
        """
money_in 2: 交易日期=date 摘要=note 借方发生额=spent 贷方发生额=money 余额=- 对方户名=donor
3 receipt 2020-02-01 donor=张三: CNY 500元 “捐款” [500CNY]
4 expense 2020-02-03 supplier=某药店: CNY 300元 “购买口罩” []
5 - interest, no gift
6 receipt 2020-02-05 donor=爱心人士: CNY 9元 “爱心捐款” [9CNY]
7 - income that is no gift by its type; where it is one, `donations receive` records it
""",
    ),
    (
        "an account whose cells say which way",
        {},
        """
日期,类型,姓名/商家,金额,备注
2020-02-01,收入,张三,500,捐款
2020-02-03,支出,某药店,300,购口罩
2020-02-04,不计收支,某银行,200,转存
""",
        """
money_in 1: 日期=date 类型=direction 姓名/商家=donor 金额=money 备注=note
2 receipt 2020-02-01 donor=张三: CNY 500元 “捐款” [500CNY]
3 expense 2020-02-03 supplier=某药店: CNY 300元 “购口罩” []
4 - neither income nor spending: money moved between accounts of one's own
""",
    ),
    (
        "debit and credit of one's own books say the contrary of a bank's",
        {},
        """
日期,摘要,借方,贷方,余额
2020-02-01,收张三捐款,500,,500
""",
        """
unclear 1: 日期=date 摘要=note 借方=money 贷方=spent 余额=-
2 ! None: which of two columns says what came in: say --map HEADING=money of it, and --map HEADING=spent of the other (日期 摘要 借方 贷方 余额)
""",
    ),
    (
        "the number goes before the number of boxes",
        {},
        """
捐赠方,产品名称,箱数,数量,单位,日期
甲,牛奶,10,240,盒,2020-02-01
""",
        """
goods_in 1: 捐赠方=donor 产品名称=item 箱数=note 数量=quantity 单位=unit 日期=date
2 receipt 2020-02-01 donor=甲: 牛奶 240盒 “10箱” [240盒]
""",
    ),
    (
        "a number of boxes alone is in boxes",
        {},
        """
捐赠方,品名,箱数,日期
甲,牛奶,10,2020-02-01
""",
        """
goods_in 1: 捐赠方=donor 品名=item 箱数=quantity 日期=date
2 receipt 2020-02-01 donor=甲: 牛奶 10箱 [10箱]
""",
    ),
    (
        "a number that is money or goods by the unit beside it",
        {},
        """
捐赠者名称,捐赠类型,数量/金额,单位,捐赠时间
甲,资金,1000,元,2020-02-01
乙,口罩,500,只,2020-02-01
丙,资金,0.5,万元,2020-02-02
""",
        """
goods_in 1: 捐赠者名称=donor 捐赠类型=item 数量/金额=quantity 单位=unit 捐赠时间=date
2 receipt 2020-02-01 donor=甲: CNY 1000元 [1000CNY]
3 receipt 2020-02-01 donor=乙: 口罩 500只 [500只]
4 receipt 2020-02-02 donor=丙: CNY 5000元 [5000CNY]
""",
    ),
    (
        "cash whose amount stands in the column of values",
        {},
        """
捐赠方,捐赠款物,价值,日期
甲,口罩5000只,约2万元,2020-02-01
乙,现金,10万元,2020-02-01
丙,现金,,2020-02-01
丁,口罩10只、酒精5瓶,300,2020-02-01
""",
        """
goods_in 1: 捐赠方=donor 捐赠款物=money_or_goods 价值=value 日期=date
2 receipt 2020-02-01 donor=甲: 口罩 5000只@@20000 [5000只 20000value]
3 receipt 2020-02-01 donor=乙: CNY 100000元 [100000CNY]
4 ! 捐赠款物: a quantity such as 500, 500个, 约500斤 or 一批 (现金)
5 receipt 2020-02-01 donor=丁: 口罩 10只, 酒精 5瓶 “合计价值300元” [10只 5瓶 300value]
""",
    ),
    (
        "what stands in brackets behind an amount",
        {},
        """
捐款人,金额(元),日期
甲,1000（现金）,2020-02-01
乙,1 000.50,2020-02-01
丙,500（美元）,2020-02-01
丁,200（口罩）,2020-02-01
""",
        """
money_in 1: 捐款人=donor 金额(元)=money 日期=date
2 receipt 2020-02-01 donor=甲: CNY 1000元 [1000CNY]
3 receipt 2020-02-01 donor=乙: CNY 1000.5元 [1000.5CNY]
4 receipt 2020-02-01 donor=丙: USD 500美元 [500USD]
5 ! 金额(元): an amount such as 1500, 1,500.00 or 1.5万元 (200（口罩）)
""",
    ),
    (
        "a unit in brackets behind the number",
        {},
        """
捐赠单位,物资名称,数量（单位）,接收时间
甲,口罩,200（个）,2020-02-01
乙,手套,（20双）,2020-02-01
""",
        """
goods_in 1: 捐赠单位=donor 物资名称=item 数量（单位）=quantity 接收时间=date
2 receipt 2020-02-01 donor=甲: 口罩 200个 [200个]
3 receipt 2020-02-01 donor=乙: 手套 20双 [20双]
""",
    ),
    (
        "headings of gifts say which way they went",
        {},
        """
姓名,捐款金额（元）,捐赠物资,日期
甲,100,口罩10个,2020-02-01
丁,,牛奶5箱,2020-02-01
""",
        """
goods_in 1: 姓名=donor 捐款金额（元）=money 捐赠物资=item 日期=date
2 receipt 2020-02-01 donor=甲: CNY 100元, 口罩 10个 [10个 100CNY]
3 receipt 2020-02-01 donor=丁: 牛奶 5箱 [5箱]
""",
    ),
    (
        "a total of all records side by side in its label",
        {"day": "2020-02-29"},
        """
姓名,金额,姓名,金额
王甲,100,王乙,200
合计：叁佰元整（300.00元）,,,
""",
        """
money_in 1: 姓名=donor 金额=money
2 receipt (2020-02-29) donor=王甲: CNY 100元 [100CNY]
2 receipt (2020-02-29) donor=王乙: CNY 200元 [200CNY]
3 - a total
= 300 in row 3
""",
    ),
    (
        "a total of all records side by side below the names",
        {"day": "2020-02-29"},
        """
序号,姓名,金额,序号,姓名,金额
1,王甲,100,2,王乙,200
合计,300,,,,
""",
        """
money_in 1: 序号=serial 姓名=donor 金额=money
2 receipt (2020-02-29) donor=王甲: CNY 100元 [100CNY]
2 receipt (2020-02-29) donor=王乙: CNY 200元 [200CNY]
3 - a total
= 300 in row 3
""",
    ),
    (
        "a summary of the gifts is no spending",
        {"day": "2020-02-29"},
        """
项目,金额（元）
单位捐款,300
个人捐款,30
合计,330
""",
        """
statistic 1: 项目=purpose 金额（元）=money
2 - a figure of a statistic, no gift
3 - a figure of a statistic, no gift
4 - a figure of a statistic, no gift
""",
    ),
    (
        "gifts that went on in parts",
        {},
        """
接收时间,捐赠单位,物资名称,数量,受赠单位,分配数量
2020-02-01,甲,口罩,1000只,市一院,600只
,,,,市二院,400只
""",
        """
goods_in 1: 接收时间=date 捐赠单位=donor 物资名称=item 数量=quantity 受赠单位=recipient 收发=direction
2 receipt 2020-02-01 donor=甲: 口罩 1000只 [1000只]
2 distribution 2020-02-01 recipient=市一院: 口罩 600只 []
3 distribution 2020-02-01 recipient=市二院: 口罩 400只 []
""",
    ),
    (
        "gifts that went on in parts, whose recipients are passed over",
        {"columns": {"受赠单位": "-"}},
        """
接收时间,捐赠单位,物资名称,数量,受赠单位,分配数量
2020-02-01,甲,口罩,1000只,市一院,600只
,,,,市二院,400只
""",
        """
goods_in 1: 接收时间=date 捐赠单位=donor 物资名称=item 数量=quantity 受赠单位=- 分配数量=-
2 receipt 2020-02-01 donor=甲: 口罩 1000只 [1000只]
3 - words below the table
""",
    ),
    (
        "gifts that went on whole",
        {},
        """
接收时间,捐赠单位,物资名称,数量,受赠单位,分配数量
2020-02-01,甲,口罩,1000只,市一院,1000只
""",
        """
goods_in 1: 接收时间=date 捐赠单位=donor 物资名称=item 数量=quantity 受赠单位=recipient 分配数量=-
2 relay 2020-02-01 donor=甲 recipient=市一院: 口罩 1000只 [1000只]
""",
    ),
    (
        "parts of the gift above",
        {"day": "2020-02-29"},
        """
捐赠方,捐赠金额（元）
甲公司,100
乙集团,500
其中：乙一,200
乙二,300
合计,600
""",
        """
money_in 1: 捐赠方=donor 捐赠金额（元）=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=乙集团: CNY 500元 [500CNY]
4 ! 捐赠方: a gift of its own; take out what only says of which parts the one above is made (其中) (其中：乙一)
5 receipt (2020-02-29) donor=乙二: CNY 300元 [300CNY]
6 - a total
= 600 in row 6
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_table_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


SAMPLES = {
    "goods_received.csv": ("goods_in", 6, "7918"),
    "money_received.csv": ("money_in", 5, "10439.38"),
    "goods_distributed.csv": ("goods_out", 4, "3110"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_add_up_to_what_their_foot_says(name: str) -> None:
    """The tables that come with the program are understood whole, and their sums are those stated."""
    text = (Path(__file__).parent.parent / "sample_data" / name).read_text(encoding="utf-8")
    [(sort, records, stated)] = [
        (table.sort, list(each_record(table)), table.stated_total) for table in tables(sheet(text), settings())
    ]
    gifts = [record for record in records if record.drafts]
    assert not [record for record in records if record.slips]
    assert (sort, len(gifts), decimal_text(stated or Fraction(0))) == SAMPLES[name]
    assert sum(sums(records).values()) == stated
