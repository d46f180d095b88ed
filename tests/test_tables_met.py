"""Tables of shapes that were met in published lists, banks' lists and papers of open projects: proofread these as a treasurer would.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import random
from typing import Any

import pytest
from harness.tables import told

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "a bank's list without signs whose balance says which way each amount went",
        {},
        """
交易日期,交易金额,余额,对方户名,摘要
2020-02-01,,1000.00,,上期余额
2020-02-02,300,700.00,某药店,购口罩
2020-02-03,500,"1,200.00",李华,捐款
2020-02-03,3.20,1203.20,,结息
合计,803.20,,,
""",
        """
money_in 1: 交易日期=date 交易金额=money 余额=- 对方户名=donor 摘要=note
2 - a total
3 expense 2020-02-02 supplier=某药店: CNY 300元 “购口罩” []
4 receipt 2020-02-03 donor=李华: CNY 500元 “捐款” [500CNY]
5 - interest, no gift
6 - a total
""",
    ),
    (
        "the same with the newest first, the oldest with a sign since nothing stands before it",
        {},
        """
交易日期,交易金额,余额,对方户名,附言
2020-02-04,20,1220,王芳,捐款
2020-02-03,500,1200,李华,捐款
2020-02-02,30,700,某超市,水
2020-02-01,-300,730,某药店,购口罩
""",
        """
money_in 1: 交易日期=date 交易金额=money 余额=- 对方户名=donor 附言=note
2 receipt 2020-02-04 donor=王芳: CNY 20元 “捐款” [20CNY]
3 receipt 2020-02-03 donor=李华: CNY 500元 “捐款” [500CNY]
4 expense 2020-02-02 supplier=某超市: CNY 30元 “水” []
5 expense 2020-02-01 supplier=某药店: CNY 300元 “购口罩” []
""",
    ),
    (
        "the first row of a list told by its balances, and one that contradicts them",
        {},
        """
交易日期,交易金额,余额,对方户名
2020-02-01,300,700,某药店
2020-02-02,500,1200,李华
2020-02-03,20,1220,王芳
2020-02-04,30,1190,某超市
2020-02-05,10,1300,王芳
2020-02-06,10,1310,王芳
""",
        """
money_in 1: 交易日期=date 交易金额=money 余额=- 对方户名=donor
2 ! 交易金额: which way this amount went, written -1200 or +500: the balance says it of the other rows, but here there is none to compare it with (300)
3 receipt 2020-02-02 donor=李华: CNY 500元 [500CNY]
4 receipt 2020-02-03 donor=王芳: CNY 20元 [20CNY]
5 expense 2020-02-04 supplier=某超市: CNY 30元 []
6 ! 交易金额: the amount by which the balance changed, from the row of the payment before to this one (10)
7 receipt 2020-02-06 donor=王芳: CNY 10元 [10CNY]
""",
    ),
    (
        "two equal amounts, of which the days say which came first",
        {},
        """
交易日期,交易金额,余额,对方户名
2020-02-02,300,700,某药店
2020-02-01,300,1000,李华
""",
        """
money_in 1: 交易日期=date 交易金额=money 余额=- 对方户名=donor
2 expense 2020-02-02 supplier=某药店: CNY 300元 []
3 ! 交易金额: which way this amount went, written -1200 or +500: the balance says it of the other rows, but here there is none to compare it with (300)
""",
    ),
    (
        "two equal amounts of one day, which came first nobody says",
        {},
        """
交易日期,交易金额,余额,对方户名
2020-02-02,300,700,某药店
2020-02-02,300,1000,李华
""",
        """
unclear 1: 交易日期=date 交易金额=money 余额=- 对方户名=donor
2 ! None: which way each amount went: -1200 or +500, a column of 收入 or 支出, or a column of amounts for each; where all of them came in, take the column of the balance out (交易日期 交易金额 余额 对方户名)
3 ! None: which way each amount went: -1200 or +500, a column of 收入 or 支出, or a column of amounts for each; where all of them came in, take the column of the balance out (交易日期 交易金额 余额 对方户名)
""",
    ),
    (
        "things of which each row counts one, by the title",
        {},
        """
捐赠设备一览表（每行一台）
日期,捐赠单位,设备名称,折算金额（元）
2020-02-01,甲公司,呼吸机,80000
2020-02-02,乙公司,监护仪3台,60000
2020-02-03,丙公司,药品一批,500
""",
        """
goods_in 2: 日期=date 捐赠单位=donor 设备名称=item 折算金额（元）=value
3 receipt 2020-02-01 donor=甲公司: 呼吸机 1台@@80000 [1台 80000value]
4 receipt 2020-02-02 donor=乙公司: 监护仪 3台@@60000 [3台 60000value]
5 receipt 2020-02-03 donor=丙公司: 药品 ?@@500 [500value]
""",
    ),
    (
        "things of which each row counts one, by the heading of their number",
        {},
        """
日期,捐赠单位,品名,单位,数量（未填数量的均为1件）
2020-02-01,甲公司,呼吸机,台,
2020-02-02,甲公司,监护仪,,
2020-02-03,乙公司,口罩,个,500
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 单位=unit 数量（未填数量的均为1件）=quantity
2 receipt 2020-02-01 donor=甲公司: 呼吸机 1台 [1台]
3 receipt 2020-02-02 donor=甲公司: 监护仪 1件 [1件]
4 receipt 2020-02-03 donor=乙公司: 口罩 500个 [500个]
""",
    ),
    (
        "one per row, in English",
        {},
        """
Gifts received (one piece per row)
Date,Donor,Item,Value
2020-02-01,Li Hua,ventilator,80000
""",
        """
goods_in 2: Date=date Donor=donor Item=item Value=value
3 receipt 2020-02-01 donor=Li Hua: ventilator 1个@@80000 [1个 80000value]
""",
    ),
    (
        "headings of numbers by what is counted",
        {},
        """
日期,捐赠单位,品名,折算金额（元）,台数
2020-02-01,甲公司,呼吸机,80000,2
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 折算金额（元）=value 台数=quantity
2 receipt 2020-02-01 donor=甲公司: 呼吸机 2台@@80000 [2台 80000value]
""",
    ),
    (
        "the number with its packing below one heading",
        {},
        """
日期,捐赠单位,品名,规格及数量,折算金额（元）
2020-02-01,甲公司,口罩,50只/盒×10盒,80
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 规格及数量=quantity 折算金额（元）=value
2 receipt 2020-02-01 donor=甲公司: 口罩 500只@@80 [500只 80value]
""",
    ),
    (
        "numbers for each of many, heaps and shares",
        {},
        """
日期,捐赠单位,品名,数量
2020-02-01,甲公司,盒饭,150份/天×10天
2020-02-01,甲公司,大米,四分之一吨
2020-02-01,甲公司,旧衣服,一堆
2020-02-01,甲公司,早餐,150份/天
2020-02-01,甲公司,苹果100斤梨50斤,
2020-02-01,甲公司,面粉100斤+油50升,
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 数量=quantity
2 receipt 2020-02-01 donor=甲公司: 盒饭 1500份 [1500份]
3 receipt 2020-02-01 donor=甲公司: 大米 0.25吨 [0.25吨]
4 receipt 2020-02-01 donor=甲公司: 旧衣服 ? []
5 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (150份/天)
6 receipt 2020-02-01 donor=甲公司: 苹果 100斤, 梨 50斤 [150斤]
7 receipt 2020-02-01 donor=甲公司: 面粉 100斤, 油 50升 [100斤 50升]
""",
    ),
    (
        "money of which only some is said",
        {},
        """
日期,捐款人,金额（元）
2020-02-01,李华,若干
2020-02-01,李华,数千元
2020-02-01,李华,近万元
2020-02-01,李华,500元/户×20户
2020-02-01,李华,三四百元
""",
        """
money_in 1: 日期=date 捐款人=donor 金额（元）=money
2 receipt 2020-02-01 donor=李华: CNY ?元 [0CNY]
3 receipt 2020-02-01 donor=李华: CNY ~1000元 [1000CNY]
4 receipt 2020-02-01 donor=李华: CNY ~10000元 [10000CNY]
5 receipt 2020-02-01 donor=李华: CNY 10000元 [10000CNY]
6 ! 金额（元）: one number, not a range (三四百元)
""",
    ),
    (
        "a bank's list with signs",
        {},
        """
某某银行交易流水
记账日期,币别,金额,余额,交易名称,附言,对方账户名,对方账号
2020-02-03,人民币,"-1,200.00","3,800.00",跨行转账,购口罩,某药店,6222******5669
2020-02-03,人民币,500.00,"4,300.00",网上转账,捐款,李华,6217******1303
2020-02-04,人民币,3.20,"4,303.20",结息,个人活期结息,,
2020-02-05,人民币,80.00,"4,383.20",网上快捷退款,某商城,某商城,Z200******010N
2020-02-06,人民币,+20.00,"4,403.20",转账,,王芳 6222021234567890123,
""",
        """
money_in 2: 记账日期=date 币别=currency 金额=money 余额=- 交易名称=note 附言=note 对方账户名=donor 对方账号=-
3 expense 2020-02-03 supplier=某药店: CNY 1200元 “跨行转账，购口罩” []
4 receipt 2020-02-03 donor=李华: CNY 500元 “网上转账，捐款” [500CNY]
5 - interest, no gift
7 receipt 2020-02-06 donor=王芳: CNY 20元 “转账” [20CNY]
6 return 2020-02-05 supplier=某商城: CNY 80元 “网上快捷退款，某商城” [] or income that is no gift by its type; where it is one, `donations receive` records it
""",
    ),
    (
        "a bank's list that nowhere says which way the money went",
        {},
        """
交易日期,交易金额,余额,对方户名,摘要
2020-02-02,300,1200,某药店,购口罩
""",
        """
unclear 1: 交易日期=date 交易金额=money 余额=- 对方户名=donor 摘要=note
2 ! None: which way each amount went: -1200 or +500, a column of 收入 or 支出, or a column of amounts for each; where all of them came in, take the column of the balance out (交易日期 交易金额 余额 对方户名 摘要)
""",
    ),
    (
        "a bank's list whose cells say 借 and 贷 in two languages",
        {},
        """
序号,交易日期,交易类型,借贷,交易金额,余额,对方户名,摘要
1,2020-02-01,转账,贷 Cr,100.00,100.00,李华,
2,2020-02-02,网上支付,借 Dr,30.00,70.00,某超市,矿泉水
3,2020-02-03,存款利息,贷 Cr,0.02,70.02,应付个人活期储蓄存款利息,
4,2020-02-04,转账,冲,1.00,71.02,李华,
""",
        """
money_in 1: 序号=serial 交易日期=date 交易类型=note 借贷=direction 交易金额=money 余额=- 对方户名=donor 摘要=note
2 receipt 2020-02-01 donor=李华: CNY 100元 “转账” [100CNY]
3 expense 2020-02-02 supplier=某超市: CNY 30元 “网上支付，矿泉水” []
4 - interest, no gift
5 ! 借贷: 收入, 支出, 不计收支 or / (冲)
""",
    ),
    (
        "a bank's list of what was traded and what was booked",
        {},
        """
交易日期,摘要,交易场所,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
2020-02-01,他行汇入,,钞,-,-,-,"1,234.56",,人民币,1234.56,李华
2020-02-02,消费,某店,钞,-,10.00,美元,,70.10,人民币,1164.46,某店
2020-02-03,工资,,钞,-,-,-,900.00,,人民币,2064.46,某单位
人民币合计,,,,,,,"2,134.56",70.10,,,
""",
        """
money_in 1: 交易日期=date 摘要=note 交易场所=- 钞/汇=- 交易金额(收入)=- 交易金额(支出)=- 交易币种=- 记账金额(收入)=money 记账金额(支出)=spent 记账币种=currency 余额=- 对方户名=donor
2 receipt 2020-02-01 donor=李华: CNY 1234.56元 “他行汇入” [1234.56CNY]
3 expense 2020-02-02 supplier=某店: CNY 70.1元 “消费” []
4 - income that is no gift by its type; where it is one, `donations receive` records it
5 - a total
= 2134.56 in row 5
""",
    ),
    (
        "one's own book, which names givers in its words alone",
        {},
        """
2020年2月收支
日期,摘要,收入（元）,支出（元）,结余（元）
,上月结余,,,1200.00
2月1日,张三捐款,500.00,,1700.00
2月2日,微信捐款,300.00,,2000.00
2月3日,购买口罩,,800.00,1200.00
2月8日,退还运费,10.00,,1210.00
""",
        """
money_in 2: 日期=date 摘要=note 收入（元）=money 支出（元）=spent 结余（元）=-
3 - a total
4 receipt 2020-02-01 donor=张三: CNY 500元 “张三捐款” [500CNY]
5 receipt 2020-02-02 donor=爱心人士: CNY 300元 “微信捐款” [300CNY]
6 expense 2020-02-03 : CNY 800元 “购买口罩” []
7 - income that is no gift by its type; where it is one, `donations receive` records it
""",
    ),
    (
        "sponsors in two languages",
        {"day": "2020-12-31"},
        """
赞助时间 / Date,赞助人 / Sponsor,赞助金额 / Amount,赞助方式 / Method,网站 / Website
Mar 4,某人,¥6.66,微信红包,-
Sep 03,**林,$20.00,Paypal,https://example.org
Nov 27,:-),¥16.66,微信,-
""",
        """
money_in 1: 赞助时间 / Date=date 赞助人 / Sponsor=donor 赞助金额 / Amount=money 赞助方式 / Method=- 网站 / Website=-
2 receipt 2020-03-04 donor=某人: CNY 6.66元 [6.66CNY]
3 receipt 2019-09-03 donor=**林: USD 20美元 [20USD]
4 receipt 2019-11-27 donor=爱心人士: CNY 16.66元 “:-)” [16.66CNY]
""",
    ),
    (
        "headings with pictures in them",
        {},
        """
🕓 Date,😀 Sponsors,💰 Amount,❤️ Methods
2020-02-01 10:00:00,Amy,¥11.11,WeChat
2020-02-02 10:00:00,,¥5.00,WeChat
""",
        """
money_in 1: 🕓 Date=date 😀 Sponsors=donor 💰 Amount=money ❤️ Methods=-
2 receipt 2020-02-01 donor=Amy: CNY 11.11元 [11.11CNY]
3 receipt 2020-02-02 donor=爱心人士: CNY 5元 [5CNY]
""",
    ),
    (
        "years of two digits in Chinese",
        {},
        """
捐助时间,捐助者,捐助内容
20.2.5,李华,¥100.00
19.12.17,王芳,20.00
""",
        """
goods_in 1: 捐助时间=date 捐助者=donor 捐助内容=money_or_goods
2 receipt 2020-02-05 donor=李华: CNY 100元 [100CNY]
3 receipt 2019-12-17 donor=王芳: CNY 20元 [20CNY]
""",
    ),
    (
        "years of two digits in nobody knows what",
        {},
        """
Date,Donor,Amount
17.2.05,Li Hua,100
""",
        """
money_in 1: Date=date Donor=donor Amount=money
2 ! Date: a date such as 2020-02-01, 2020年2月1日 or 2月1日 (17.2.05)
""",
    ),
    (
        "an example of how to fill it in",
        {"day": "2020-02-29"},
        """
序号,捐赠者,金额（元）
例如,王小明,666
1,李华,20
""",
        """
money_in 1: 序号=serial 捐赠者=donor 金额（元）=money
2 - an example of how to fill in the table
3 receipt (2020-02-29) donor=李华: CNY 20元 [20CNY]
""",
    ),
    (
        "money and goods in one cell",
        {"day": "2020-02-29"},
        """
捐赠人,捐赠金额
甲公司,6000元+口罩500只
李华,1000+消毒液20桶
王芳,口罩10个和50元
赵一,200元/口罩5只
合计,7050元
""",
        """
money_in 1: 捐赠人=donor 捐赠金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 6000元, 口罩 500只 [500只 6000CNY]
3 receipt (2020-02-29) donor=李华: CNY 1000元, 消毒液 20桶 [20桶 1000CNY]
4 receipt (2020-02-29) donor=王芳: CNY 50元, 口罩 10个 [10个 50CNY]
5 ! 捐赠金额: money and goods with a comma between them, such as 6000元、口罩500只 (200元/口罩5只)
6 - a total
= 7050 in row 6
""",
    ),
    (
        "several ways that money came",
        {"day": "2020-02-29"},
        """
姓名,现金,微信,支付宝,合计
李华,100,,,100
王芳,50,20,,70
赵一,,,30,30
合计,150,20,30,200
""",
        """
money_in 1: 姓名=donor 现金=money 微信=money 支付宝=money 合计=-
2 receipt (2020-02-29) donor=李华: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=王芳: CNY 50元, CNY 20元 [70CNY]
4 receipt (2020-02-29) donor=赵一: CNY 30元 [30CNY]
5 - a total
= 200 in row 5
""",
    ),
    (
        "a way that is an account and no money",
        {"day": "2020-02-29"},
        """
姓名,微信,捐款金额
李华,lihua88,100
""",
        """
money_in 1: 姓名=donor 微信=- 捐款金额=money
2 receipt (2020-02-29) donor=李华: CNY 100元 [100CNY]
""",
    ),
    (
        "money of two countries",
        {"day": "2020-02-29"},
        """
姓名,捐款（美元）,捐款（人民币）
Amy,100,
李华,,500
王芳,10,20
合计,110,520
""",
        """
money_in 1: 姓名=donor 捐款（美元）=money 捐款（人民币）=money
2 receipt (2020-02-29) donor=Amy: USD 100美元 [100USD]
3 receipt (2020-02-29) donor=李华: CNY 500元 [500CNY]
4 receipt (2020-02-29) donor=王芳: USD 10美元, CNY 20元 [10USD 20CNY]
5 - a total
""",
    ),
    (
        "what was promised and what came",
        {"day": "2020-02-29"},
        """
捐赠单位,认捐金额（万元）,到账金额（万元）
甲公司,10,5
乙公司,20,20
""",
        """
money_in 1: 捐赠单位=donor 认捐金额（万元）=- 到账金额（万元）=money
2 receipt (2020-02-29) donor=甲公司: CNY 50000元 [50000CNY]
3 receipt (2020-02-29) donor=乙公司: CNY 200000元 [200000CNY]
""",
    ),
    (
        "what was promised and came later or never",
        {"day": "2020-02-29"},
        """
捐赠单位,认捐金额,到账金额
甲公司,1000,0
乙公司,2000,0
丙公司,,500
""",
        """
money_in 1: 捐赠单位=donor 认捐金额=- 到账金额=money
2 - an amount of zero
3 - an amount of zero
4 receipt (2020-02-29) donor=丙公司: CNY 500元 [500CNY]
""",
    ),
    (
        "what was promised, what came and what is still to come",
        {"day": "2020-02-29"},
        """
捐赠单位,认捐金额,已到账金额,未到账金额
甲公司,1000,600,400
乙公司,2000,2000,0
""",
        """
money_in 1: 捐赠单位=donor 认捐金额=- 已到账金额=money 未到账金额=-
2 receipt (2020-02-29) donor=甲公司: CNY 600元 [600CNY]
3 receipt (2020-02-29) donor=乙公司: CNY 2000元 [2000CNY]
""",
    ),
    (
        "the same amount each of two ways",
        {"day": "2020-02-29"},
        """
姓名,微信,支付宝
李华,100,
王芳,20,20
""",
        """
money_in 1: 姓名=donor 微信=money 支付宝=money
2 receipt (2020-02-29) donor=李华: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=王芳: CNY 20元, CNY 20元 [40CNY]
""",
    ),
    (
        "two columns of money that nobody can tell apart",
        {"day": "2020-02-29"},
        """
捐赠单位,金额,捐款
甲公司,10,5
""",
        """
unclear 1: 捐赠单位=donor 金额=money 捐款=-
2 ! None: one column of money: say --map HEADING=- of each other, which is the same money or none that came, or --map HEADING=money of each where all of them came (捐赠单位 金额 捐款)
""",
    ),
    (
        "money, goods and what both are worth",
        {},
        """
某慈善会接收捐赠款物明细表,,,,,
（截至2020年2月20日）,,,,,单位：元
序号,捐赠单位,捐款金额,捐赠物资名称及数量,物资折价,合计
1,甲商会,50000,,,50000
2,乙超市,,方便面100箱、矿泉水50箱,4800,4800
3,李华,300,口罩200只,600,900
合计,,50300,,5400,55700
""",
        """
goods_in 3: 序号=serial 捐赠单位=donor 捐款金额=money 捐赠物资名称及数量=item 物资折价=value 合计=-
4 receipt (2020-02-20) donor=甲商会: CNY 50000元 [50000CNY]
5 receipt (2020-02-20) donor=乙超市: 方便面 100箱, 矿泉水 50箱 “合计价值4800元” [150箱 4800value]
6 receipt (2020-02-20) donor=李华: CNY 300元, 口罩 200只@@600 [200只 300CNY 600value]
7 - a total
= 50300 in row 7
""",
    ),
    (
        "money said twice",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠内容,折合金额（万元）
甲公司,现金20万元,20
乙公司,现金20万元,30
""",
        """
goods_in 1: 捐赠单位=donor 捐赠内容=money_or_goods 折合金额（万元）=value
2 receipt (2020-02-29) donor=甲公司: CNY 200000元 [200000CNY]
3 ! 折合金额（万元）: the amount that stands beside it: it is said twice, and differs (30万元)
""",
    ),
    (
        "what was bought, by the title alone",
        {},
        """
采购支出明细表,,,,,,
日期,品名,规格,数量,单价（元）,金额（元）,经办人
2020/2/3,84消毒液,5L,20,38,760,张
2020/2/4,运费,,,,120,李
合计,,,,,880,
""",
        """
spending 2: 日期=date 品名=item 规格=specification 数量=quantity 单价（元）=price 金额（元）=spent 经办人=-
3 purchase 2020-02-03 : 84消毒液（5L） 20@@760 [20 760CNY]
4 expense 2020-02-04 : CNY 120元 “运费” [120CNY]
5 - a total
= 880 in row 5
""",
    ),
    (
        "how much came each day",
        {},
        """
编号,日期,当日捐款 万元,累计捐款 万元,当日拨付 万元
2,31-Jan,800.2,6900.11,200
1,30-Jan,100,,
""",
        """
statistic 1: 编号=serial 日期=date 当日捐款 万元=- 累计捐款 万元=- 当日拨付 万元=-
2 - a figure of a statistic, no gift
3 - a figure of a statistic, no gift
""",
    ),
    (
        "sums by sort",
        {},
        """
业务类型,收入合计,支出合计
交易付款,3162.56,0
""",
        """
statistic 1: 业务类型=- 收入合计=money 支出合计=spent
2 - a figure of a statistic, no gift
""",
    ),
    (
        "recipients with what each got",
        {"day": "2020-02-29", "donor": "甲公司"},
        """
物资,数量,流向
口罩,36000个,甲医院1.8万，乙医院1.8万
护目镜,10副,丙医院
""",
        """
goods_in 1: 物资=item 数量=quantity 流向=recipient
2 relay (2020-02-29) recipient=甲医院、乙医院 donor=甲公司: 口罩 36000个 “甲医院1.8万，乙医院1.8万” [36000个]
3 relay (2020-02-29) recipient=丙医院 donor=甲公司: 护目镜 10副 [10副]
""",
    ),
    (
        "a total at the foot that counts the table above too",
        {"day": "2020-02-29"},
        """
一、捐款
捐赠单位/个人,金额（元）,,
甲寺,20000,,
李华,1000,,
小计,21000,,
二、捐物
捐赠单位/个人,物资名称,数量,价值（元）
乙药房,酒精,40瓶,600
李某,手套,20双,60
小计,,,660
合计（款物）,,,21660
""",
        """
money_in 2: 捐赠单位/个人=donor 金额（元）=money
3 receipt (2020-02-29) donor=甲寺: CNY 20000元 [20000CNY]
4 receipt (2020-02-29) donor=李华: CNY 1000元 [1000CNY]
5 - a subtotal
= 21000 in row 5
goods_in 7: 捐赠单位/个人=donor 物资名称=item 数量=quantity 价值（元）=value
8 receipt (2020-02-29) donor=乙药房: 酒精 40瓶@@600 [40瓶 600value]
9 receipt (2020-02-29) donor=李某: 手套 20双@@60 [20双 60value]
10 - a subtotal
11 - a total
= 660 in row 10
""",
    ),
    (
        "a book of a store",
        {},
        """
防疫物资出入库台账（2020年2月）
日期,品名,单位,入库数量,出库数量,库存数量,来源,去向,备注
2020-2-1,上期结转,,,,500,,,
2020-2-1,口罩,个,2000,,2000,甲公司,,
2020-2-1,口罩,个,0,300,1700,,乙社区,急
2020-2-2,酒精,瓶,40,10,30,李华,丙社区,
2020-2-3,口罩,个,,,,,,
合计,,,2040,310,,,,
""",
        """
goods_in 2: 日期=date 品名=item 单位=unit 入库数量=quantity 出库数量=quantity 库存数量=- 来源=donor 去向=recipient 备注=note
3 - a row in which nothing came in or went out
4 receipt 2020-02-01 donor=甲公司: 口罩 2000个 [2000个]
5 distribution 2020-02-01 recipient=乙社区: 口罩 300个 “急” []
6 receipt 2020-02-02 donor=李华: 酒精 40瓶 + distribution 2020-02-02 recipient=丙社区: 酒精 10瓶 [40瓶]
7 - a row in which nothing came in or went out
8 - a total
""",
    ),
    (
        "a book of a store with prices, and one column for whom it came from or went to",
        {},
        """
日期,品名,单位,入库,,出库,,结存,来源/去向
,,,数量,金额,数量,金额,数量,
2020-2-1,口罩,个,2000,4000,,,2000,甲公司
2020-2-1,口罩,个,,,300,600,1700,乙社区
2020-2-2,口罩,个,,,100,200,1600,
""",
        """
goods_in 1: 日期=date 品名=item 单位=unit 数量=quantity 金额=value 出库 金额=value 结存 数量=- 来源/去向=donor
3 receipt 2020-02-01 donor=甲公司: 口罩 2000个@@4000 [2000个 4000value]
4 distribution 2020-02-01 recipient=乙社区: 口罩 300个@@600 []
5 ! 来源/去向: a recipient; where another column names it: --map HEADING=recipient ()
""",
    ),
    (
        "a book of a store whose row names one party for what came in and went out",
        {},
        """
日期,品名,单位,入库数量,出库数量,结存,来源/去向
2020-02-01,口罩,只,1000,400,600,甲公司
2020-02-02,口罩,只,,100,500,市一院
""",
        """
goods_in 1: 日期=date 品名=item 单位=unit 入库数量=quantity 出库数量=quantity 结存=- 来源/去向=donor
2 ! 来源/去向: a row for what came in and a row for what went out: this column names one party, and can't be both its giver and its receiver (甲公司)
3 distribution 2020-02-02 recipient=市一院: 口罩 100只 []
""",
    ),
    (
        "what came and what of it went on, in other amounts",
        {},
        """
序号,物资名称,单位,捐赠单位,接收日期,接收数量,发放日期,发放数量,接收单位,剩余数量
1,口罩,个,甲公司,2020-2-1,1000,2020-2-3,600,乙医院,400
2,手套,双,李华,2020-2-2,20,,,,20
""",
        """
goods_in 1: 序号=serial 物资名称=item 单位=unit 捐赠单位=donor 接收日期=date 接收数量=quantity 发放日期=date 发放数量=quantity 接收单位=recipient 剩余数量=-
2 receipt 2020-02-01 donor=甲公司: 口罩 1000个 + distribution 2020-02-03 recipient=乙医院: 口罩 600个 [1000个]
3 receipt 2020-02-02 donor=李华: 手套 20双 [20双]
""",
    ),
    (
        "one donor's list",
        {"day": "2020-02-29", "donor": "甲公司"},
        """
物资名称,单位,数量
口罩,只,500
手套,双,20
合计,,520
""",
        """
goods_in 1: 物资名称=item 单位=unit 数量=quantity
2 receipt (2020-02-29) donor=甲公司: 口罩 500只 [500只]
3 receipt (2020-02-29) donor=甲公司: 手套 20双 [20双]
4 - a total
= 520 in row 4
""",
    ),
    (
        "blank donors of a list somebody else gave",
        {"day": "2020-02-29", "donor": "甲公司"},
        """
姓名,金额
李华,50
,20
""",
        """
money_in 1: 姓名=donor 金额=money
2 receipt (2020-02-29) donor=李华: CNY 50元 [50CNY]
3 receipt (2020-02-29) donor=甲公司: CNY 20元 [20CNY]
""",
    ),
    (
        "a list of a year",
        {},
        """
2019年度捐款明细,,
日期,姓名,金额（元）
1月5日,张三,100
2月3日,张三,100
6月1日,张三,100
""",
        """
money_in 2: 日期=date 姓名=donor 金额（元）=money
3 receipt 2019-01-05 donor=张三: CNY 100元 [100CNY]
4 receipt 2019-02-03 donor=张三: CNY 100元 [100CNY]
5 receipt 2019-06-01 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "a list of a month, with a day outside",
        {},
        """
2019年2月接收捐款,,
日期,姓名,金额（元）
2月1日,张三,100
2月28日,张三,100
12月31日,张三,100
""",
        """
money_in 2: 日期=date 姓名=donor 金额（元）=money
3 receipt 2019-02-01 donor=张三: CNY 100元 [100CNY]
4 receipt 2019-02-28 donor=张三: CNY 100元 [100CNY]
5 receipt 2019-12-31 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "a list of a month with a dot, made later",
        {},
        """
2019.3捐款（制表：2019年5月4日）,,
日期,姓名,金额（元）
3月1日,张三,100
3月31日,张三,100
""",
        """
money_in 2: 日期=date 姓名=donor 金额（元）=money
3 receipt 2019-03-01 donor=张三: CNY 100元 [100CNY]
4 receipt 2019-03-31 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "a list over new year",
        {},
        """
2019年12月—2020年1月捐款,,
日期,姓名,金额（元）
12月3日,张三,100
1月2日,张三,100
""",
        """
money_in 2: 日期=date 姓名=donor 金额（元）=money
3 receipt 2019-12-03 donor=张三: CNY 100元 [100CNY]
4 receipt 2020-01-02 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "a list up to the last day of a year",
        {},
        """
捐款，截至2019年12月31日,,
日期,姓名,金额（元）
1月5日,张三,100
12月30日,张三,100
""",
        """
money_in 2: 日期=date 姓名=donor 金额（元）=money
3 receipt 2019-01-05 donor=张三: CNY 100元 [100CNY]
4 receipt 2019-12-30 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "rows without a day below a month",
        {},
        """
2020年2月捐款,
姓名,金额（元）
张三,100
""",
        """
money_in 2: 姓名=donor 金额（元）=money
3 receipt (2020-02-29) donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "a total below each of two columns, one of them wrong",
        {},
        """
捐赠单位,日期,口罩（个）,现金（元）
甲公司,2020-03-11,1000,500
丙,2020-03-13,300,88.8
合计,,1400,588.8
""",
        """
goods_in 1: 捐赠单位=donor 日期=date 口罩（个）=quantity 现金（元）=money
2 receipt 2020-03-11 donor=甲公司: CNY 500元, 口罩 1000个 [1000个 500CNY]
3 receipt 2020-03-13 donor=丙: CNY 88.8元, 口罩 300个 [300个 88.8CNY]
4 - a total
= 588.8 in row 4
≠ 4 口罩（个）: 1400 for 1300
""",
    ),
    (
        "a total below a column whose cells are no plain numbers",
        {},
        """
捐赠单位,日期,品名,数量,现金（元）
甲公司,2020-03-11,口罩,10箱×100个,500
丙,2020-03-13,手套,约20双,88.8
合计,,,30,588.8
""",
        """
goods_in 1: 捐赠单位=donor 日期=date 品名=item 数量=quantity 现金（元）=money
2 receipt 2020-03-11 donor=甲公司: CNY 500元, 口罩 1000个 [1000个 500CNY]
3 receipt 2020-03-13 donor=丙: CNY 88.8元, 手套 ~20双 [20双 88.8CNY]
4 - a total
= 588.8 in row 4
""",
    ),
    (
        "money that is still to come",
        {},
        """
日期,姓名,金额（元）
2020-03-31,张三,100
2020-04-01,李四,100
""",
        """
money_in 1: 日期=date 姓名=donor 金额（元）=money
2 receipt 2020-03-31 donor=张三: CNY 100元 [100CNY]
3 ! 日期: a date no later than today: nothing that is still to come can be imported; correct the year (2020-04-01)
""",
    ),
    (
        "goods that are still to come",
        {},
        """
日期,捐赠单位,品名,数量
2020-03-31,甲,口罩,100只
2030-02-20,乙,口罩,100
2020-03-30,乙,口罩,100
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 数量=quantity
2 receipt 2020-03-31 donor=甲: 口罩 100只 [100只]
3 ! 日期: a date no later than today: nothing that is still to come can be imported; correct the year (2030-02-20)
4 receipt 2020-03-30 donor=乙: 口罩 100 [100]
""",
    ),
    (
        "two lists side by side, with totals of each",
        {"day": "2020-02-29"},
        """
姓名,金额,姓名,金额
甲,10,乙,20
丙,30,丁,40
小计,40,小计,60
戊,5,己,6
小计,5,小计,7
合计,45,合计,66
""",
        """
money_in 1: 姓名=donor 金额=money
2 receipt (2020-02-29) donor=甲: CNY 10元 [10CNY]
2 receipt (2020-02-29) donor=乙: CNY 20元 [20CNY]
3 receipt (2020-02-29) donor=丙: CNY 30元 [30CNY]
3 receipt (2020-02-29) donor=丁: CNY 40元 [40CNY]
4 - a subtotal
5 receipt (2020-02-29) donor=戊: CNY 5元 [5CNY]
5 receipt (2020-02-29) donor=己: CNY 6元 [6CNY]
6 - a subtotal; the rows above it make another sum
7 - a total
= 111 in row 7
""",
    ),
    (
        "as many of each of several goods",
        {},
        """
捐赠人,物资,数量,日期,单位
丁,大米、面粉,各50袋,2020-02-20,
戊,口罩和手套,各20,2020-02-20,包
""",
        """
goods_in 1: 捐赠人=donor 物资=item 数量=quantity 日期=date 单位=unit
2 receipt 2020-02-20 donor=丁: 大米 50袋, 面粉 50袋 [100袋]
3 receipt 2020-02-20 donor=戊: 口罩 20包, 手套 20包 [40包]
""",
    ),
    (
        "goods behind a word for buying",
        {},
        """
日期,用途,金额
2020-01-01,购口罩1000个,2000
2020-01-02,采购 医用口罩100个、购手套20双,200
2020-01-03,购物袋10个,20
2020-01-04,购物资一批,20
2020-01-05,买水,20
""",
        """
spending 1: 日期=date 用途=item 金额=spent
2 purchase 2020-01-01 : 口罩 1000个@@2000 [1000个 2000CNY]
3 purchase 2020-01-02 : 医用口罩 100个, 手套 20双 “医用口罩100个、手套20双，合计200元” + expense 2020-01-02 : CNY 200元 “医用口罩100个、手套20双，合计200元” [100个 20双 200CNY]
4 purchase 2020-01-03 : 购物袋 10个@@20 [10个 20CNY]
5 expense 2020-01-04 : CNY 20元 “购物资一批” [20CNY]
6 expense 2020-01-05 : CNY 20元 “买水” [20CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_table_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize(
    ("headings", "each", "last", "said"),
    [
        (
            "金额,捐款",
            "100,100",
            "100,40",
            "! 捐款: the amount that stands beside it: it is said twice, and differs (40)",
        ),
        (
            "微信,支付宝,合计",
            "9,9,18",
            "9,4,15",
            "! 合计: the amount that stands beside it: it is said twice, and differs (15)",
        ),
        ("线上捐款,线下捐款", "100,100", "100,40", "receipt (2020-02-29) donor=王芳: CNY 100元, CNY 40元 [140CNY]"),
    ],
)
def test_a_row_far_below_that_contradicts_what_its_columns_seemed(
    headings: str, each: str, last: str, said: str
) -> None:
    """Columns are settled by the first rows; one that says the same there is held against the others to the end."""
    text = f"姓名,{headings}\n" + f"李华,{each}\n" * 60 + f"王芳,{last}\n"
    assert told(text, day="2020-02-29").splitlines()[-1] == f"62 {said}"


def test_a_total_that_contradicts_the_ways_money_came_is_passed_over_on_demand() -> None:
    """20, 20 and a total of 20 may be one gift said thrice, so the treasurer is asked."""
    text = "姓名,微信,支付宝,合计\n李华,100,,100\n王芳,20,20,20\n"
    assert told(text, day="2020-02-29").startswith("unclear")
    passed = told(text, day="2020-02-29", columns={"合计": "-"})
    assert passed.splitlines()[-1] == "3 receipt (2020-02-29) donor=王芳: CNY 20元, CNY 20元 [40CNY]"


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("newest_first", [False, True])
def test_balances_tell_every_sign(seed: int, newest_first: bool) -> None:
    """Whatever came and went, in either order of time: each amount goes the way that the balance says."""
    chance = random.Random(seed)
    left, rows, expected = 100_000, [], []
    for number in range(60):
        amount = chance.choice([1, -1]) * chance.randint(1, 900)
        left += amount
        rows.append(f"2020-02-{1 + number // 10:02},{abs(amount)},{left},李华{number}")
        expected.append("receipt" if amount > 0 else "expense")
    if newest_first:
        rows, expected = rows[::-1], expected[::-1]
    answer = told("\n".join(["交易日期,交易金额,余额,对方户名", *rows]) + "\n").splitlines()[1:]
    alone = len(rows) - 1 if newest_first else 0
    for place, (line, way) in enumerate(zip(answer, expected, strict=True)):
        assert line.split()[1] == ("!" if place == alone else way), line


def test_balances_that_fit_no_amount_leave_the_list_unclear() -> None:
    """A second column of another sort tells nothing."""
    answer = told("交易日期,交易金额,余额,对方户名\n2020-02-02,300,700,某药店\n2020-02-03,500,5000,李华\n")
    assert answer.startswith("unclear 1:")
