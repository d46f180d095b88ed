"""Tables of money in which several things meet that each alone is understood: found by `test_money_oracle`.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

from typing import Any

import pytest
from harness.tables import told

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "one's own books whose balance says which side came in, beside who stood on the other side",
        {},
        """
日期,摘要,对方单位,借方,贷方,余额
2020-02-01,捐款,甲公司,500,,500
2020-02-02,买水,乙超市,,30,470
2020-02-03,捐款,李华,20,,490
""",
        """
money_in 1: 日期=date 摘要=note 对方单位=donor 借方=money 贷方=spent 余额=-
2 receipt 2020-02-01 donor=甲公司: CNY 500元 “捐款” [500CNY]
3 expense 2020-02-02 supplier=乙超市: CNY 30元 “买水” []
4 receipt 2020-02-03 donor=李华: CNY 20元 “捐款” [20CNY]
""",
    ),
    (
        "the same without balances is nobody's to guess",
        {},
        """
日期,摘要,对方单位,借方,贷方
2020-02-01,捐款,甲公司,500,
2020-02-02,买水,乙超市,,30
""",
        """
unclear 1: 日期=date 摘要=note 对方单位=donor 借方=money 贷方=spent
2 ! None: which of two columns says what came in: say --map HEADING=money of it, and --map HEADING=spent of the other (日期 摘要 对方单位 借方 贷方)
3 ! None: which of two columns says what came in: say --map HEADING=money of it, and --map HEADING=spent of the other (日期 摘要 对方单位 借方 贷方)
""",
    ),
    (
        "what came in and what was spent beside each other, each with a day of its own",
        {},
        """
日期,捐款人,金额,日期,用途,支出金额
2020-02-01,李华,500,2020-02-05,买水,30
2020-02-02,王芳,20,2020-02-06,邮寄费,8
,,,2020-02-07,打印费,2
合计,,520,合计,,40
""",
        """
money_in 1: 日期=date 捐款人=donor 金额=money 用途=item 支出金额=spent
2 receipt 2020-02-01 donor=李华: CNY 500元 [500CNY]
2 expense 2020-02-05 : CNY 30元 “买水” [30CNY]
3 receipt 2020-02-02 donor=王芳: CNY 20元 [20CNY]
3 expense 2020-02-06 : CNY 8元 “邮寄费” [8CNY]
4 expense 2020-02-07 : CNY 2元 “打印费” [2CNY]
5 - a total
""",
    ),
    (
        "the same, their days behind",
        {},
        """
捐款人,收入金额,收入日期,备注,支出事项,支出金额,支出日期
李华,500,2020-02-01,助学,运费,30,2020-02-05
王芳,20,2020-02-02,,水费,8,2020-02-06
""",
        """
money_in 1: 捐款人=donor 收入金额=money 收入日期=date 备注=note 支出事项=item 支出金额=spent 支出日期=date
2 receipt 2020-02-01 donor=李华: CNY 500元 “助学” [500CNY]
2 expense 2020-02-05 : CNY 30元 “运费” [30CNY]
3 receipt 2020-02-02 donor=王芳: CNY 20元 [20CNY]
3 expense 2020-02-06 : CNY 8元 “水费” [8CNY]
""",
    ),
    (
        "what was promised and what came have a day each, and are one gift",
        {},
        """
认捐日期,捐款人,认捐金额,到账日期,到账金额
2020-02-01,李华,500,2020-02-03,300
""",
        """
money_in 1: 认捐日期=date 捐款人=donor 认捐金额=- 到账日期=- 到账金额=money
2 receipt 2020-02-01 donor=李华: CNY 300元 [300CNY]
""",
    ),
    (
        "ways that money came, zeros where it came another way",
        {},
        """
日期,捐款人,现金,转账
2020-02-01,李华,20,0
2020-02-02,王芳,0,0.50
2020-02-03,张伟,0,0
2020-02-04,赵敏,5,5.5
合计,,25,6.00
""",
        """
money_in 1: 日期=date 捐款人=donor 现金=money 转账=money
2 receipt 2020-02-01 donor=李华: CNY 20元 [20CNY]
3 receipt 2020-02-02 donor=王芳: CNY 0.5元 [0.5CNY]
4 - an amount of zero
5 receipt 2020-02-04 donor=赵敏: CNY 5元, CNY 5.5元 [10.5CNY]
6 - a total
= 31 in row 6
""",
    ),
    (
        "ways that money came, above signatures that stand in their columns",
        {},
        """
捐款人,日期,微信,支付宝,银行
李华,2020-02-01,300,200,
王芳,2020-02-02,100,50,
,,,制表：王会计,
,,,某某志愿者协会,
,,,2020年2月9日,
""",
        """
money_in 1: 捐款人=donor 日期=date 微信=money 支付宝=money 银行=-
2 receipt 2020-02-01 donor=李华: CNY 300元, CNY 200元 [500CNY]
3 receipt 2020-02-02 donor=王芳: CNY 100元, CNY 50元 [150CNY]
4 - a note
5 - words below the table
6 - words below the table
""",
    ),
    (
        "what an amount makes in yuan, where all of it was yuan",
        {},
        """
日期,捐款人,捐款金额,折合人民币（元）
2020-02-01,李华,50元,50
2020-02-02,王芳,100美元,700
合计,,,750
""",
        """
money_in 1: 日期=date 捐款人=donor 捐款金额=money 折合人民币（元）=note
2 receipt 2020-02-01 donor=李华: CNY 50元 [50CNY]
3 receipt 2020-02-02 donor=王芳: USD 100美元 “折合700元” [100USD]
4 - a total
""",
    ),
    (
        "foreign money beside what it makes in yuan",
        {},
        """
日期,捐款人,币种,原币金额,折合人民币
2020-02-01,李华,人民币,50,50
2020-02-02,王芳,港币,1000,910
""",
        """
money_in 1: 日期=date 捐款人=donor 币种=currency 原币金额=money 折合人民币=note
2 receipt 2020-02-01 donor=李华: CNY 50元 [50CNY]
3 receipt 2020-02-02 donor=王芳: HKD 1000港元 “折合910元” [1000HKD]
""",
    ),
    (
        "only what foreign money makes in yuan",
        {},
        """
日期,捐款人,币种,折合人民币
2020-02-01,李华,人民币,50
2020-02-02,王芳,港币,910
""",
        """
money_in 1: 日期=date 捐款人=donor 币种=- 折合人民币=money
2 receipt 2020-02-01 donor=李华: CNY 50元 [50CNY]
3 receipt 2020-02-02 donor=王芳: CNY 910元 [910CNY]
""",
    ),
    (
        "a fund's book with 0.00 beside what went, and with notes",
        {},
        """
日期,摘要,收入,支出,备注
2020-02-01,李华捐款,100,0.00,
2020-02-02,邮寄费,0.00,300,已报销
2020-02-03,退货,12,0.00,
""",
        """
money_in 1: 日期=date 摘要=note 收入=money 支出=spent 备注=note
2 receipt 2020-02-01 donor=李华: CNY 100元 “李华捐款” [100CNY]
3 expense 2020-02-02 : CNY 300元 “邮寄费，已报销” []
4 - income that is no gift by its type; where it is one, `donations receive` records it
""",
    ),
    (
        "who gave by the words of an account: several, with numbers, and words that name nobody",
        {},
        """
日期,摘要,收入,支出,备注
2020-02-01,李华、王芳捐款,100,,
2020-02-01,南湖中学2019届3班捐款,100,,
2020-02-02,二次捐款,100,,
2020-02-02,张伟捐款,100,,二次捐款
2020-02-02,甲公司捐款,100,,抗疫捐款
2020-02-03,助学、助困捐款,100,,
2020-02-03,李华爱心款,100,,
2020-02-04,买水,,20,
""",
        """
money_in 1: 日期=date 摘要=note 收入=money 支出=spent 备注=note
2 receipt 2020-02-01 donor=李华、王芳: CNY 100元 “李华、王芳捐款” [100CNY]
3 receipt 2020-02-01 donor=南湖中学2019届3班: CNY 100元 “南湖中学2019届3班捐款” [100CNY]
4 receipt 2020-02-02 donor=爱心人士: CNY 100元 “二次捐款” [100CNY]
5 receipt 2020-02-02 donor=张伟: CNY 100元 “张伟捐款，二次捐款” [100CNY]
6 receipt 2020-02-02 donor=甲公司: CNY 100元 “甲公司捐款，抗疫捐款” [100CNY]
7 receipt 2020-02-03 donor=爱心人士: CNY 100元 “助学、助困捐款” [100CNY]
8 receipt 2020-02-03 donor=李华: CNY 100元 “李华爱心款” [100CNY]
9 expense 2020-02-04 : CNY 20元 “买水” []
""",
    ),
    (
        "totals of what came and what went in one column",
        {},
        """
日期,摘要,收/支,金额
2020-02-01,李华捐款,收入,100
2020-02-02,买水,支出,30
,收入合计,,100
,支出合计,,30
""",
        """
money_in 1: 日期=date 摘要=note 收/支=direction 金额=money
2 receipt 2020-02-01 donor=李华: CNY 100元 “李华捐款” [100CNY]
3 expense 2020-02-02 : CNY 30元 “买水” []
4 - a total
5 - a total
= 100 in row 4
""",
    ),
    (
        "below a list of what came, under its note, what was spent",
        {},
        """
捐款公示
捐款人,金额,日期
李华,100,2019-12-30
注：以上捐款已全部存入专用账户。
事项,金额,日期
交通费,30,12月31日
购买学习用品,8,1月2日
""",
        """
money_in 2: 捐款人=donor 金额=money 日期=date
3 receipt 2019-12-30 donor=李华: CNY 100元 [100CNY]
spending 5: 事项=item 金额=spent 日期=date
6 expense 2019-12-31 : CNY 30元 “交通费” [30CNY]
7 expense 2020-01-02 : CNY 8元 “购买学习用品” [8CNY]
""",
    ),
    (
        "a title that says until when, without its year, of two years",
        {},
        """
2019年11月至2020年2月捐款公示
截至2月10日，共收到2人次捐款，合计300元。
捐款人,金额,日期
李华,100,12.20
王芳,200,2.1
""",
        """
money_in 3: 捐款人=donor 金额=money 日期=date
4 receipt 2019-12-20 donor=李华: CNY 100元 [100CNY]
5 receipt 2020-02-01 donor=王芳: CNY 200元 [200CNY]
= 300 in row None
""",
    ),
    (
        "days of the month that the title says",
        {},
        """
2020年2月捐款公示
捐款人,金额,日期
李华,100,5日
王芳,200,25号
张伟,200,30号
""",
        """
money_in 2: 捐款人=donor 金额=money 日期=date
3 receipt 2020-02-05 donor=李华: CNY 100元 [100CNY]
4 receipt 2020-02-25 donor=王芳: CNY 200元 [200CNY]
5 ! 日期: a date such as 2020-02-01, 2020年2月1日 or 2月1日 (30号)
""",
    ),
    (
        "headings that nobody understands above columns of money are no table without headings",
        {},
        """
某某志愿者协会2020年2月收支明细
日期,摘要,甲栏,乙栏
2020-02-01,李华捐款,100元,0
2020-02-02,买水,0,30元
""",
        """
unclear 0: A=date B=- C=- D=-
3 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (2020-02-01 李华捐款 100元 0)
4 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (2020-02-02 买水 0 30元)
""",
    ),
    (
        "an account with 收款 and 付款, and who stood on the other side",
        {},
        """
日期,摘要,对方,收款,付款
2020-02-01,捐款,李华,100元,0
2020-02-02,买水,乙超市,0,30元
""",
        """
money_in 1: 日期=date 摘要=note 对方=donor 收款=money 付款=spent
2 receipt 2020-02-01 donor=李华: CNY 100元 “捐款” [100CNY]
3 expense 2020-02-02 supplier=乙超市: CNY 30元 “买水” []
""",
    ),
    (
        "amounts below zero, in red, of each, and below each other",
        {},
        """
日期,捐款人,金额
2020-02-01,李华,- 500
2020-02-01,李华,"- ￥1,000.00"
2020-02-01,李华,—500
2020-02-01,李华,500元（红字）
2020-02-01,李华,每人500
2020-02-01,李华,"500
200"
2020-02-01,李华,5块5毛
2020-02-01,李华,1 000
2020-02-01,李华,100元每月
""",
        """
money_in 1: 日期=date 捐款人=donor 金额=money
4 ! 金额: an amount above zero; money that takes back a gift has 冲正 in its note, what was paid out a column 支出 (—500)
5 ! 金额: an amount that came in and stayed: take out rows of what was given back, void or not arrived (500元（红字）)
6 ! 金额: what they gave or got together: nobody can tell how many there are of whom each had as much; write their names with 、 between them, or a row for each (每人500)
7 ! 金额: an amount such as 1500, 1,500.00 or 1.5万元 (500、200)
8 receipt 2020-02-01 donor=李华: CNY 5.5元 [5.5CNY]
9 receipt 2020-02-01 donor=李华: CNY 1000元 [1000CNY]
10 ! 金额: an amount such as 1500, 1,500.00 or 1.5万元 (100元每月)
2 return 2020-02-01 donor=李华: CNY 500元 [-500CNY] or refused
3 return 2020-02-01 donor=李华: CNY 1000元 [-1000CNY] or refused
""",
    ),
    (
        "lists by class: names of classes among those of who gave",
        {},
        """
姓名,金额,日期
三年级2班,,
李华,100,2020-02-01
王芳,20,2020-02-01
第二支部（12人）,,
张伟,30,2020-02-02
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 - a heading of the rows below it, which is not kept; where it shall stand in their notes, put it into a column of its own (支部, 班级 or 小组)
3 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
4 receipt 2020-02-01 donor=王芳: CNY 20元 [20CNY]
5 - a heading of the rows below it, which is not kept; where it shall stand in their notes, put it into a column of its own (支部, 班级 or 小组)
6 receipt 2020-02-02 donor=张伟: CNY 30元 [30CNY]
""",
    ),
    (
        "headings again below the name of each part",
        {},
        """
捐款名单
东湖村
姓名,金额,日期
李华,100,2020-02-01
西湖村
姓名,金额,日期
张伟,30,2020-02-02
""",
        """
money_in 3: 姓名=donor 金额=money 日期=date
4 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
5 - a heading of the rows below it
6 - the headings again
7 receipt 2020-02-02 donor=张伟: CNY 30元 [30CNY]
""",
    ),
    (
        "totals and balances of an account that have a day of their own",
        {},
        """
日期,摘要,收入,支出,结余
2020-01-01,上年度结余,40,,40
2020-02-01,李华捐款,100,,140
2020-02-02,买水,,30,110
2020-02-29,月计,100,30,110
2020-02-29,支出合计,,30,
2020-02-29,二月份支出合计,,30,
2020-02-29,总支出,,30,
2020-02-29,截至2月29日账面余额,,,110
2020-03-01,印刷费用合计,,20,90
2020-03-02,王芳捐款,10,,100
""",
        """
money_in 1: 日期=date 摘要=note 收入=money 支出=spent 结余=-
2 - a total
3 receipt 2020-02-01 donor=李华: CNY 100元 “李华捐款” [100CNY]
4 expense 2020-02-02 : CNY 30元 “买水” []
5 - a total
6 - a total
7 - a total
8 - a total
9 - a total
10 expense 2020-03-01 : CNY 20元 “印刷费用合计” []
11 receipt 2020-03-02 donor=王芳: CNY 10元 “王芳捐款” [10CNY]
= 110 in row 9
""",
    ),
    (
        "days without a year follow the day above them",
        {},
        """
捐款人,金额,日期
李华,100,2018.5.16
王芳,20,8.20
张伟,20,12.30
赵敏,20,1.4
""",
        """
money_in 1: 捐款人=donor 金额=money 日期=date
2 receipt 2018-05-16 donor=李华: CNY 100元 [100CNY]
3 receipt 2018-08-20 donor=王芳: CNY 20元 [20CNY]
4 receipt 2018-12-30 donor=张伟: CNY 20元 [20CNY]
5 receipt 2019-01-04 donor=赵敏: CNY 20元 [20CNY]
""",
    ),
    (
        "days without a year that would be torn apart are asked for",
        {},
        """
捐款人,金额,日期
李华,100,2月5日
王芳,20,3月30日
张伟,20,4月8日
""",
        """
money_in 1: 捐款人=donor 金额=money 日期=date
2 receipt 2020-02-05 donor=李华: CNY 100元 [100CNY]
3 receipt 2020-03-30 donor=王芳: CNY 20元 [20CNY]
4 ! 日期: a date no later than today: nothing that is still to come can be imported; correct the day (4月8日)
""",
    ),
    (
        "days below a table whose days say their year",
        {},
        """
捐款公示
捐款人,金额,日期
李华,100,2018-03-01
王芳,20,2018-09-14
支出事项,支出金额,日期
运费,8,2/4
水费,5,8/18
""",
        """
money_in 2: 捐款人=donor 金额=money 日期=date
3 receipt 2018-03-01 donor=李华: CNY 100元 [100CNY]
4 receipt 2018-09-14 donor=王芳: CNY 20元 [20CNY]
spending 5: 支出事项=item 支出金额=spent 日期=date
6 expense 2018-02-04 : CNY 8元 “运费” [8CNY]
7 expense 2018-08-18 : CNY 5元 “水费” [5CNY]
""",
    ),
    (
        "who gave, several of them, behind the word",
        {},
        """
日期,摘要,收入,支出
2020-02-01,捐款-李华、王芳,100,
2020-02-02,捐款（张伟、赵敏、钱多多）,100,
2020-02-03,捐款：助学、助困,100,
2020-02-03,买水,,8
""",
        """
money_in 1: 日期=date 摘要=note 收入=money 支出=spent
2 receipt 2020-02-01 donor=李华、王芳: CNY 100元 “捐款-李华、王芳” [100CNY]
3 receipt 2020-02-02 donor=张伟、赵敏、钱多多: CNY 100元 “捐款（张伟、赵敏、钱多多）” [100CNY]
4 receipt 2020-02-03 donor=爱心人士: CNY 100元 “捐款：助学、助困” [100CNY]
5 expense 2020-02-03 : CNY 8元 “买水” []
""",
    ),
    (
        "each class with its own 合计, and none of all",
        {},
        """
姓名,金额,日期
三年级1班,,
李华,100,2020-02-01
合计,100,
三年级2班,,
王芳,20,2020-02-01
张伟,30,2020-02-01
合计,50,
三年级3班,,
赵敏,7,2020-02-01
合计,7,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 - a heading of the rows below it, which is not kept; where it shall stand in their notes, put it into a column of its own (支部, 班级 or 小组)
3 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
4 - a subtotal
5 - a heading of the rows below it, which is not kept; where it shall stand in their notes, put it into a column of its own (支部, 班级 or 小组)
6 receipt 2020-02-01 donor=王芳: CNY 20元 [20CNY]
7 receipt 2020-02-01 donor=张伟: CNY 30元 [30CNY]
8 - a subtotal
9 - a heading of the rows below it, which is not kept; where it shall stand in their notes, put it into a column of its own (支部, 班级 or 小组)
10 receipt 2020-02-01 donor=赵敏: CNY 7元 [7CNY]
11 - a subtotal
""",
    ),
    (
        "a total that is neither that of all nor of the last class",
        {},
        """
姓名,金额,日期
李华,100,2020-02-01
合计,100,
王芳,20,2020-02-01
张伟,30,2020-02-01
合计,30,
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
3 - a subtotal
4 receipt 2020-02-01 donor=王芳: CNY 20元 [20CNY]
5 receipt 2020-02-01 donor=张伟: CNY 30元 [30CNY]
6 - a total
= 30 in row 6
""",
    ),
    (
        "an account with signs beside who gave, which the balance says too",
        {},
        """
日期,摘要,捐款人,金额,结余
2020-02-01,捐款,李华,100,100
2020-02-02,买水,,-30,70
2020-02-03,捐款,王芳,5,75
""",
        """
money_in 1: 日期=date 摘要=note 捐款人=donor 金额=money 结余=-
2 receipt 2020-02-01 donor=李华: CNY 100元 “捐款” [100CNY]
3 expense 2020-02-02 : CNY 30元 “买水” []
4 receipt 2020-02-03 donor=王芳: CNY 5元 “捐款” [5CNY]
""",
    ),
    (
        "signs that the balance does not say are asked for",
        {},
        """
日期,摘要,捐款人,金额,结余
2020-02-01,捐款,李华,100,100
2020-02-02,买水,,-30,170
2020-02-03,捐款,王芳,5,175
""",
        """
money_in 1: 日期=date 摘要=note 捐款人=donor 金额=money 结余=-
2 receipt 2020-02-01 donor=李华: CNY 100元 “捐款” [100CNY]
3 ! 金额: an amount above zero; money that takes back a gift has 冲正 in its note, what was paid out a column 支出 (-30)
4 receipt 2020-02-03 donor=王芳: CNY 5元 “捐款” [5CNY]
""",
    ),
    (
        "what was spent, its total in words, above signatures below the amounts",
        {},
        """
善款使用明细
支出事项,支出金额,日期
交通费,1,2020-02-01
打印费,4,2020-02-02
共支出5元,,
,制表：王会计,
,某某志愿者协会,
""",
        """
spending 2: 支出事项=item 支出金额=spent 日期=date
3 expense 2020-02-01 : CNY 1元 “交通费” [1CNY]
4 expense 2020-02-02 : CNY 4元 “打印费” [4CNY]
5 - a line that states the total
6 - a note
7 - words below the table
= 5 in row 5
""",
    ),
    (
        "numbered headings above what came in and what was spent",
        {},
        """
收支公示
一、收入,,,二、支出,,
日期,捐款人,捐款金额,日期,用途,金额
2020-02-01,李华,100,2020-02-05,买水,30
2020-02-02,王芳,20,,,
""",
        """
money_in 2: 日期=date 捐款人=donor 捐款金额=money 用途=item 金额=spent
4 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
4 expense 2020-02-05 : CNY 30元 “买水” [30CNY]
5 receipt 2020-02-02 donor=王芳: CNY 20元 [20CNY]
""",
    ),
    (
        "the word of a total in a column of notes, beside totals of ways that brought nothing",
        {},
        """
银行,微信,附言,支付宝,姓名,捐赠时间
5000,,,,王芳,2020-02-15
1,,,,李华,2020-02-19
5001,0,总计,0,,
""",
        """
money_in 1: 银行=money 微信=money 附言=note 支付宝=money 姓名=donor 捐赠时间=date
2 receipt 2020-02-15 donor=王芳: CNY 5000元 [5000CNY]
3 receipt 2020-02-19 donor=李华: CNY 1元 [1CNY]
4 - a total
= 5001 in row 4
""",
    ),
    (
        "ways that money came, and headings that are partly the same above what was spent",
        {},
        """
序号,姓名,转账,日期,备注,现金
1,李华,1.00,2020-02-14,助学,0
2,王芳,0,2020-02-21,,9537.92
序号,支出金额,用途,日期
1,200,交通费,2020-02-18
""",
        """
money_in 1: 序号=serial 姓名=donor 转账=money 日期=date 备注=note 现金=money
2 receipt 2020-02-14 donor=李华: CNY 1元 “助学” [1CNY]
3 receipt 2020-02-21 donor=王芳: CNY 9537.92元 [9537.92CNY]
spending 4: 序号=serial 支出金额=spent 用途=item 日期=date
5 expense 2020-02-18 : CNY 200元 “交通费” [200CNY]
""",
    ),
    (
        "a way that money came with a word among its amounts",
        {},
        """
姓名,日期,微信,现金
李华,2020-02-14,100,
王芳,2020-02-15,待定,
赵敏,2020-02-16,,20
张伟,2020-02-17,30,
""",
        """
money_in 1: 姓名=donor 日期=date 微信=money 现金=money
2 receipt 2020-02-14 donor=李华: CNY 100元 [100CNY]
3 ! 微信: an amount such as 1500, 1,500.00 or 1.5万元 (待定)
4 receipt 2020-02-16 donor=赵敏: CNY 20元 [20CNY]
5 receipt 2020-02-17 donor=张伟: CNY 30元 [30CNY]
""",
    ),
    (
        "an amount beside a day is no heading of a day",
        {},
        """
某某协会捐款公示
日期,捐赠者,善款金额
2月7日,, 1.20
2月8日,王芳, 200.00
2月9日,,3.10
2月10日,李华,1.30
""",
        """
money_in 2: 日期=date 捐赠者=donor 善款金额=money
3 receipt 2020-02-07 donor=爱心人士: CNY 1.2元 [1.2CNY]
4 receipt 2020-02-08 donor=王芳: CNY 200元 [200CNY]
5 receipt 2020-02-09 donor=爱心人士: CNY 3.1元 [3.1CNY]
6 receipt 2020-02-10 donor=李华: CNY 1.3元 [1.3CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_table_of_money_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize("title", ["爱心捐款名单", "爱心捐款（单位：元）"])
def test_a_list_without_headings_may_have_a_total(title: str) -> None:
    """Its row is no part of what tells the columns apart: a word stands in it where the numbers of the rows are."""
    lines = told(f"{title}\n1,甲公司,10000\n2,乙公司,5000\n3,张三,200\n合计,,15200\n", day="2020-02-10").splitlines()
    assert [line.split("donor=")[1].split(":")[0] for line in lines[1:4]] == ["甲公司", "乙公司", "张三"]
    assert lines[4:] == ["5 - a total", "= 15200 in row 5"]


def test_a_list_without_headings_may_be_numbered_anew_in_each_part() -> None:
    parts = "一、企业捐款\n1,甲公司,10000\n2,乙公司,5000\n小计,,15000\n二、个人捐款\n1,张三,200\n2,李四,100\n小计,,300\n合计,,15300\n"
    lines = told(parts, day="2020-02-10").splitlines()
    assert [line.split("donor=")[1].split(":")[0] for line in lines if "donor=" in line] == [
        "甲公司",
        "乙公司",
        "张三",
        "李四",
    ]
    assert lines[-1] == "= 15300 in row 9"


def test_amounts_that_count_up_now_and_then_are_no_numbers_of_rows() -> None:
    """1, 5, 6 beside names stay what they were: amounts."""
    lines = told("爱心捐款名单\n张三,1\n李四,5\n王五,6\n", day="2020-02-10").splitlines()
    assert len([line for line in lines if "donor=" in line]) == 3
