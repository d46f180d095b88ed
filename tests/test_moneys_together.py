"""What villages, temples and groups collect, what came beside what was promised, what goods are worth beside cash.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import told

SHAPES: list[tuple[str, str, str]] = [
    (
        "money in red envelopes",
        """
序号,姓名,红包（元）
1,张三,66.66
2,李四,88
3,王五,200
,合计,354.66
""",
        """
money_in 1: 序号=serial 姓名=donor 红包（元）=money
2 receipt (2020-03-01) donor=张三: CNY 66.66元 [66.66CNY]
3 receipt (2020-03-01) donor=李四: CNY 88元 [88CNY]
4 receipt (2020-03-01) donor=王五: CNY 200元 [200CNY]
5 - a total
= 354.66 in row 5
""",
    ),
    (
        "the same without a measure",
        """
日期,微信昵称,红包金额,备注
2020-02-01,张三,66.66,武汉加油
2020-02-01,李四,88,
2020-02-02,王五,200,
""",
        """
money_in 1: 日期=date 微信昵称=donor 红包金额=money 备注=note
2 receipt 2020-02-01 donor=张三: CNY 66.66元 “武汉加油” [66.66CNY]
3 receipt 2020-02-01 donor=李四: CNY 88元 [88CNY]
4 receipt 2020-02-02 donor=王五: CNY 200元 [200CNY]
""",
    ),
    (
        "what guests bring",
        """
姓名,随礼金额,关系
张三,600,同事
李四,800,亲戚
王五,1000,同学
""",
        """
money_in 1: 姓名=donor 随礼金额=money 关系=-
2 receipt (2020-03-01) donor=张三: CNY 600元 [600CNY]
3 receipt (2020-03-01) donor=李四: CNY 800元 [800CNY]
4 receipt (2020-03-01) donor=王五: CNY 1000元 [1000CNY]
""",
    ),
    (
        "who sent the envelope",
        """
时间,发红包人,红包金额（元）,留言
2020/2/1 10:00,张三,66.66,加油
2020/2/1 10:05,李四,88,
2020/2/1 10:10,王五,200,
""",
        """
money_in 1: 时间=date 发红包人=donor 红包金额（元）=money 留言=note
2 receipt 2020-02-01 donor=张三: CNY 66.66元 “加油” [66.66CNY]
3 receipt 2020-02-01 donor=李四: CNY 88元 [88CNY]
4 receipt 2020-02-01 donor=王五: CNY 200元 [200CNY]
""",
    ),
    (
        "of every head, beside gifts, with their sum",
        """
修庙收入公布,,,,
姓名,丁口,丁口款,捐款,合计
张三,6,300,1000,1300
李四,10,500,,500
王五,4,200,200,400
""",
        """
money_in 2: 姓名=donor 丁口=- 丁口款=money 捐款=money 合计=-
3 receipt (2020-03-01) donor=张三: CNY 300元, CNY 1000元 [1300CNY]
4 receipt (2020-03-01) donor=李四: CNY 500元 [500CNY]
5 receipt (2020-03-01) donor=王五: CNY 200元, CNY 200元 [400CNY]
""",
    ),
    (
        "shares",
        """
姓名,份子钱
张三,200
李四,300
王五,500
""",
        """
money_in 1: 姓名=donor 份子钱=money
2 receipt (2020-03-01) donor=张三: CNY 200元 [200CNY]
3 receipt (2020-03-01) donor=李四: CNY 300元 [300CNY]
4 receipt (2020-03-01) donor=王五: CNY 500元 [500CNY]
""",
    ),
    (
        "rice and oil that are paid for",
        """
信众姓名,斋粮（元）,香油钱（元）
张三,200,100
李四,300,
王五,,50
""",
        """
money_in 1: 信众姓名=donor 斋粮（元）=money 香油钱（元）=money
2 receipt (2020-03-01) donor=张三: CNY 200元, CNY 100元 [300CNY]
3 receipt (2020-03-01) donor=李四: CNY 300元 [300CNY]
4 receipt (2020-03-01) donor=王五: CNY 50元 [50CNY]
""",
    ),
    (
        "a gift beside what every head pays",
        """
姓名,丁数,丁钱,乐捐
张三,6,300,100
李四,2,100,
""",
        """
money_in 1: 姓名=donor 丁数=- 丁钱=money 乐捐=money
2 receipt (2020-03-01) donor=张三: CNY 300元, CNY 100元 [400CNY]
3 receipt (2020-03-01) donor=李四: CNY 100元 [100CNY]
""",
    ),
    (
        "two of these, one of which stands alone",
        """
姓名,功德款,乐捐
张三,300,100
李四,,50
""",
        """
money_in 1: 姓名=donor 功德款=money 乐捐=money
2 receipt (2020-03-01) donor=张三: CNY 300元, CNY 100元 [400CNY]
3 receipt (2020-03-01) donor=李四: CNY 50元 [50CNY]
""",
    ),
    (
        "two words for a gift may say the same",
        """
姓名,捐款,奉献
张三,300,100
李四,100,
""",
        """
unclear 1: 姓名=donor 捐款=money 奉献=-
2 ! None: one column of money: say --map HEADING=- of each other, which is the same money or none that came, or --map HEADING=money of each where all of them came (姓名 捐款 奉献)
3 ! None: one column of money: say --map HEADING=- of each other, which is the same money or none that came, or --map HEADING=money of each where all of them came (姓名 捐款 奉献)
""",
    ),
    (
        "a sum that counts what nobody understands",
        """
姓名,捐款,人数,开光,合计
张三,300,3,100,450
李四,100,2,,100
""",
        """
unclear 1: 姓名=donor 捐款=money 人数=- 开光=- 合计=-
2 ! None: one column of money: say --map HEADING=- of each other, which is the same money or none that came, or --map HEADING=money of each where all of them came (姓名 捐款 人数 开光 合计)
3 ! None: one column of money: say --map HEADING=- of each other, which is the same money or none that came, or --map HEADING=money of each where all of them came (姓名 捐款 人数 开光 合计)
""",
    ),
    (
        "what came is counted as what was promised, where it is just as much",
        """
序号,捐赠单位,认捐金额（万元）,到账金额
1,甲公司,20,20
2,乙公司,5,5
""",
        """
money_in 1: 序号=serial 捐赠单位=donor 认捐金额（万元）=- 到账金额=money
2 receipt (2020-03-01) donor=甲公司: CNY 200000元 [200000CNY]
3 receipt (2020-03-01) donor=乙公司: CNY 50000元 [50000CNY]
""",
    ),
    (
        "or in yuan, where that is just as much",
        """
序号,捐赠单位,认捐金额（万元）,到账金额
1,甲公司,20,200000
2,乙公司,5,30000
""",
        """
money_in 1: 序号=serial 捐赠单位=donor 认捐金额（万元）=- 到账金额=money
2 receipt (2020-03-01) donor=甲公司: CNY 200000元 [200000CNY]
3 receipt (2020-03-01) donor=乙公司: CNY 30000元 [30000CNY]
""",
    ),
    (
        "and asked about where nothing tells",
        """
单位,认捐金额（万元）,到账金额
甲公司,20,10
乙公司,5,3
""",
        """
unclear 1: 单位=donor 认捐金额（万元）=- 到账金额=money
2 ! None: what these amounts are counted in: those beside them are in 万元, and this heading doesn't say; write it behind the heading, 物资折价（万元） or 物资折价（元）, or pass the column over with --map HEADING=- (单位 认捐金额（万元） 到账金额)
3 ! None: what these amounts are counted in: those beside them are in 万元, and this heading doesn't say; write it behind the heading, 物资折价（万元） or 物资折价（元）, or pass the column over with --map HEADING=- (单位 认捐金额（万元） 到账金额)
""",
    ),
    (
        "or both do",
        """
单位,认捐金额（万元）,到账金额
甲公司,20,20
乙公司,5,50000
""",
        """
unclear 1: 单位=donor 认捐金额（万元）=- 到账金额=money
2 ! None: what these amounts are counted in: those beside them are in 万元, and this heading doesn't say; write it behind the heading, 物资折价（万元） or 物资折价（元）, or pass the column over with --map HEADING=- (单位 认捐金额（万元） 到账金额)
3 ! None: what these amounts are counted in: those beside them are in 万元, and this heading doesn't say; write it behind the heading, 物资折价（万元） or 物资折价（元）, or pass the column over with --map HEADING=- (单位 认捐金额（万元） 到账金额)
""",
    ),
    (
        "what goods are worth, without the cash that the column counts too",
        """
捐赠单位,现金（元）,物资,价值（元）
甲公司,20000,矿泉水500箱,32500
乙公司,,口罩500个,1000
丙公司,5000,,5000
合计,25000,,38500
""",
        """
goods_in 1: 捐赠单位=donor 现金（元）=money 物资=item 价值（元）=value
2 receipt (2020-03-01) donor=甲公司: CNY 20000元, 矿泉水 500箱@@12500 [500箱 20000CNY 12500value]
3 receipt (2020-03-01) donor=乙公司: 口罩 500个@@1000 [500个 1000value]
4 receipt (2020-03-01) donor=丙公司: CNY 5000元 [5000CNY]
5 - a total
= 25000 in row 5
""",
    ),
    (
        "but not where a row says otherwise",
        """
捐赠单位,现金（元）,物资,价值（元）
甲公司,20000,矿泉水500箱,12500
丙公司,5000,,5000
""",
        """
goods_in 1: 捐赠单位=donor 现金（元）=money 物资=item 价值（元）=value
2 receipt (2020-03-01) donor=甲公司: CNY 20000元, 矿泉水 500箱@@12500 [500箱 20000CNY 12500value]
3 receipt (2020-03-01) donor=丙公司: CNY 5000元 [5000CNY]
""",
    ),
    (
        "states of goods",
        """
日期,捐赠单位,品名,数量,状态
2020-02-01,甲公司,口罩,500个,submitted
2020-02-01,乙公司,口罩,500个,open
2020-02-01,丙公司,口罩,500个,异常
2020-02-01,丁公司,口罩,500个,returned
2020-02-01,戊公司,口罩,500个,待审核
2020-02-01,己公司,口罩,500个,已驳回
2020-02-01,庚公司,口罩,500个,作废
2020-02-01,辛公司,口罩,500个,已入库
2020-02-01,壬公司,口罩,500个,approved
2020-02-01,癸公司,口罩,500个,审核通过
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 品名=item 数量=quantity 状态=status
2 - not received, by its own word
3 - not received, by its own word
4 - not received, by its own word
5 - taken back, by its own word
6 - not received, by its own word
7 - not received, by its own word
8 - taken back, by its own word
9 receipt 2020-02-01 donor=辛公司: 口罩 500个 [500个]
10 receipt 2020-02-01 donor=壬公司: 口罩 500个 [500个]
11 receipt 2020-02-01 donor=癸公司: 口罩 500个 [500个]
""",
    ),
    (
        "states of goods that were given out",
        """
日期,接收单位,品名,数量,状态
2020-02-01,甲医院,口罩,500个,待发放
2020-02-01,乙医院,口罩,500个,已发放
2020-02-01,丙医院,口罩,500个,已签收
2020-02-01,丁医院,口罩,500个,已退回
2020-02-01,戊医院,口罩,500个,运输中
2020-02-01,己医院,口罩,500个,异常
""",
        """
goods_out 1: 日期=date 接收单位=recipient 品名=item 数量=quantity 状态=status
2 - not given out, by its own word
3 distribution 2020-02-01 recipient=乙医院: 口罩 500个 [500个]
4 distribution 2020-02-01 recipient=丙医院: 口罩 500个 [500个]
5 - taken back, by its own word
6 distribution 2020-02-01 recipient=戊医院: 口罩 500个 [500个]
7 - not given out, by its own word
""",
    ),
]


@pytest.mark.parametrize(("table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_a_list_is_understood(table: str, answer: str) -> None:
    """What came out was proofread."""
    assert told(table.lstrip("\n"), "2020-03-01").strip() == answer.strip()


def test_what_people_did_is_no_goods() -> None:
    """Hours, blood, proposals and households were booked as things that were given; what they wore was."""
    headings = "捐款（元）,口罩（个）,志愿服务（小时）,无偿献血（毫升）,慰问困难家庭（户）,提案(件),宣传报道（篇）,志愿服务马甲（件）,慰问大米（袋）"
    found = told(f"支部,{headings}\n第一支部,5000,20,120,400,6,3,5,30,10\n", "2020-03-01")
    assert found.splitlines()[1] == (
        "2 receipt (2020-03-01) donor=第一支部: CNY 5000元, 口罩 20个, 志愿服务马甲 30件, 慰问大米 10袋 [20个 30件 10袋 5000CNY]"
    )
