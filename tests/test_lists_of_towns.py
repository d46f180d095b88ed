"""Published tables of towns, villages and bodies: what each gave, got or did, what a project was paid with, and whose money it was."""

from typing import Any

import pytest
from harness.tables import told

from donations.importers.columns.sorts_told import BOTH_WAYS
from donations.importers.columns.whose_money import OF_A_PLACE

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "villages that gave goods beside money gave both; the goods were lost",
        {"day": "2020-03-20"},
        """
村,捐款（元）,大米（袋）
东村,500,20
西村,300,15
合计,800,35
""",
        """
goods_in 1: 村=donor 捐款（元）=money 大米（袋）=quantity
2 receipt (2020-03-20) donor=东村: CNY 500元, 大米 20袋 [20袋 500CNY]
3 receipt (2020-03-20) donor=西村: CNY 300元, 大米 15袋 [15袋 300CNY]
4 - a total
= 800 in row 4
""",
    ),
    (
        "towns that got a column of each of several goods",
        {"day": "2020-03-20"},
        """
防疫物资分配表
乡镇,口罩（个）,酒精（瓶）
东乡,20,3
西乡,15,
合计,35,3
""",
        """
goods_out 2: 乡镇=recipient 口罩（个）=quantity 酒精（瓶）=quantity
3 distribution (2020-03-20) recipient=东乡: 口罩 20个, 酒精 3瓶 [20个 3瓶]
4 distribution (2020-03-20) recipient=西乡: 口罩 15个 [15个]
5 - a total
= 38 in row 5
""",
    ),
    (
        "places are who received what went out, where nobody else is named",
        {"day": "2020-03-20"},
        """
物资发放情况
县区,口罩（个）,酒精（瓶）
浔阳区,20,3
柴桑区,15,4
""",
        """
goods_out 2: 县区=recipient 口罩（个）=quantity 酒精（瓶）=quantity
3 distribution (2020-03-20) recipient=浔阳区: 口罩 20个, 酒精 3瓶 [20个 3瓶]
4 distribution (2020-03-20) recipient=柴桑区: 口罩 15个, 酒精 4瓶 [15个 4瓶]
""",
    ),
    (
        "but no more than places beside who received it",
        {"day": "2020-03-20"},
        """
物资发放表
地区,接收单位,物资,数量
浔阳区,市一院,口罩,500个
""",
        """
goods_out 2: 地区=county 接收单位=recipient 物资=item 数量=quantity
3 distribution (2020-03-20) recipient=市一院 in 九江市浔阳区: 口罩 500个 [500个]
""",
    ),
    (
        "what bodies did besides is no goods: proposals, reports, visits, blood, hours",
        {"day": "2008-06-18"},
        """
各单位抗震救灾情况统计表
单位名称,捐款 (万元),口罩（个）,提案(件),社情民意(篇),参与志愿者（人次）,宣讲（场）,慰问困难家庭（户）,消杀面积（平方米）,无偿献血（毫升）,新闻报道
东县政协,230,200,10,16,53,4,6,600,400,9
西县政协,3.75,,,2,2,,,,,1
合 计,233.75,200,10,18,55,4,6,600,400,10
""",
        """
goods_in 2: 单位名称=donor 捐款 (万元)=money 口罩（个）=quantity 提案(件)=- 社情民意(篇)=- 参与志愿者（人次）=- 宣讲（场）=- 慰问困难家庭（户）=- 消杀面积（平方米）=- 无偿献血（毫升）=- 新闻报道=-
3 receipt (2008-06-18) donor=东县政协: CNY 2300000元, 口罩 200个 [200个 2300000CNY]
4 receipt (2008-06-18) donor=西县政协: CNY 37500元 [37500CNY]
5 - a total
= 2337500 in row 5
""",
    ),
    (
        "hours of work stay a remark",
        {"day": "2020-03-20"},
        """
姓名,捐款（元）,捐工（小时）
李华,50,3
""",
        """
money_in 1: 姓名=donor 捐款（元）=money 捐工（小时）=note
2 receipt (2020-03-20) donor=李华: CNY 50元 “捐工（小时）：3” [50CNY]
""",
    ),
    (
        "a column of goods whose cells say what they are counted in",
        {"day": "2020-03-20"},
        """
班级,捐款,图书
一班,500,20本
二班,300,一批
合计,800,
""",
        """
goods_in 1: 班级=donor 捐款=money 图书=quantity
2 receipt (2020-03-20) donor=一班: CNY 500元, 图书 20本 [20本 500CNY]
3 receipt (2020-03-20) donor=二班: CNY 300元, 图书 ? [300CNY]
4 - a total
= 800 in row 4
""",
    ),
    (
        "so is one whose heading nobody keeps a list of, where it ends as things do; what givers got is none",
        {"day": "2020-03-20"},
        """
班级,捐款,书籍,衣物,纪念品
一（1）班,523.5,35本,12件,1份
一（3）班,,,8件,
""",
        """
goods_in 1: 班级=donor 捐款=money 书籍=quantity 衣物=quantity 纪念品=-
2 receipt (2020-03-20) donor=一（1）班: CNY 523.5元, 书籍 35本, 衣物 12件 [35本 12件 523.5CNY]
3 receipt (2020-03-20) donor=一（3）班: 衣物 8件 [8件]
""",
    ),
    (
        "a name that lacks is none of the goods",
        {"day": "2020-03-20"},
        """
捐赠人,品名
李华,20箱
""",
        """
goods_in 1: 捐赠人=donor 品名=item
2 ! 品名: a quantity such as 500, 500个, 约500斤 or 一批 (20箱)
""",
    ),
    (
        "what a project was paid with is neither spent nor given by nobody",
        {"day": "2020-03-20"},
        """
修路资金情况
项目,金额（万元）
国补,37
村民自筹,8
村民自发捐款,13
缺口资金,34
""",
        """
statistic 2: 项目=purpose 金额（万元）=money
3 - a figure of a statistic, no gift
4 - a figure of a statistic, no gift
5 - a figure of a statistic, no gift
6 - a figure of a statistic, no gift
""",
    ),
    (
        "sums of so many gifts, whatever these are called together",
        {"day": "2020-03-20"},
        """
类别,笔数/批次,金额（万元）
捐款,58笔,92.28
捐赠物资,60批次,248.45
""",
        """
statistic 1: 类别=- 笔数/批次=- 金额（万元）=money
2 - a figure of a statistic, no gift
3 - a figure of a statistic, no gift
""",
    ),
    (
        "sums of all who are of one sort are nobody's gifts",
        {"day": "2020-03-20"},
        """
捐款来源,金额（元）
个人,672
企业,210
社会团体,3
合计,885
""",
        """
statistic 1: 捐款来源=donor 金额（元）=money
2 - a figure of a statistic, no gift
3 - a figure of a statistic, no gift
4 - a figure of a statistic, no gift
5 - a figure of a statistic, no gift
""",
    ),
    (
        "but those whom nobody names gave, and so did all of a school",
        {"day": "2020-03-20"},
        """
捐赠人,金额（元）
爱心企业,672
爱心人士,210
全体教师,500
""",
        """
money_in 1: 捐赠人=donor 金额（元）=money
2 receipt (2020-03-20) donor=爱心企业: CNY 672元 [672CNY]
3 receipt (2020-03-20) donor=爱心人士: CNY 210元 [210CNY]
4 receipt (2020-03-20) donor=全体教师: CNY 500元 [500CNY]
""",
    ),
    (
        "a line that says which list the rows below it are of, and its day; another without a day may be of any",
        {"day": "2020-03-20"},
        """
序号,捐赠单位,金额
第一批次（2020年2月4日）,,
1,甲公司,50
2020年2月6日第二批,,
2,乙公司,20
第三批,,
3,丙公司,30
""",
        """
money_in 1: 序号=serial 捐赠单位=donor 金额=money
2 - a heading of the rows below it
3 receipt 2020-02-04 donor=甲公司: CNY 50元 [50CNY]
4 - a heading of the rows below it
5 receipt 2020-02-06 donor=乙公司: CNY 20元 [20CNY]
6 - a heading of the rows below it
7 receipt (2020-03-20) donor=丙公司: CNY 30元 [30CNY]
""",
    ),
    (
        "such a line where names stand, also with what was done on its day",
        {},
        """
捐赠单位,金额,备注
第一期（截至2020年2月4日）,,
甲公司,50,
2020年2月6日接收捐款,,
乙公司,20,
""",
        """
money_in 1: 捐赠单位=donor 金额=money 备注=note
2 - a heading of the rows below it
3 receipt 2020-02-04 donor=甲公司: CNY 50元 [50CNY]
4 - a heading of the rows below it
5 receipt 2020-02-06 donor=乙公司: CNY 20元 [20CNY]
""",
    ),
    (
        "sums by sort name nobody, and no purpose",
        {"day": "2020-03-20"},
        """
县红十字会捐款收支情况表
项目,金额（万元）
市红十字会下拨,295
社会捐款,211.87
合计,506.87
""",
        """
statistic 2: 项目=purpose 金额（万元）=money
3 - a figure of a statistic, no gift
4 - a figure of a statistic, no gift
5 - a figure of a statistic, no gift
""",
    ),
    (
        "what was bought is spent, also where all of it were goods",
        {"day": "2020-03-20"},
        """
项目,金额
购防疫物资,37
采购生活物资,8
运费,13
""",
        """
spending 1: 项目=item 金额=spent
2 expense (2020-03-20) : CNY 37元 “购防疫物资” [37CNY]
3 expense (2020-03-20) : CNY 8元 “采购生活物资” [8CNY]
4 expense (2020-03-20) : CNY 13元 “运费” [13CNY]
""",
    ),
    (
        "what came among what was spent is asked about",
        {"day": "2020-03-20"},
        """
收支公示
项目,金额
社会捐款,37
运费,13
水泥,4
""",
        f"""
unclear 2: 项目=item 金额=spent
3 ! None: {BOTH_WAYS} (项目 金额)
4 ! None: {BOTH_WAYS} (项目 金额)
5 ! None: {BOTH_WAYS} (项目 金额)
""",
    ),
    (
        "below a title of what was spent it was all spent",
        {"day": "2020-03-20"},
        """
支出公示
项目,金额
转付捐款,37
运费,13
""",
        """
spending 2: 项目=item 金额=spent
3 expense (2020-03-20) : CNY 37元 “转付捐款” [37CNY]
4 expense (2020-03-20) : CNY 13元 “运费” [13CNY]
""",
    ),
    (
        "whose money a list in traditional characters is in is asked where its title names such a place",
        {"day": "2020-03-20"},
        """
惜食台灣協會 捐款名單
捐款人,金額
李華,500
""",
        f"""
unclear 2: 捐款人=donor 金額=money
3 ! None: {OF_A_PLACE} (捐款人 金額)
""",
    ),
    (
        "so it is of Macao, in numerals",
        {"day": "2020-03-20"},
        """
澳門某會 善款
捐款單位,善款
甲中學,三十七萬一千九百八十二元一角一分
""",
        f"""
unclear 2: 捐款單位=donor 善款=money
3 ! None: {OF_A_PLACE} (捐款單位 善款)
""",
    ),
    (
        "where it is said nothing is asked",
        {"day": "2020-03-20"},
        """
香港某會捐款名單
捐款人,金額（人民幣）
李華,500
""",
        """
money_in 2: 捐款人=donor 金額（人民幣）=money
3 receipt (2020-03-20) donor=李華: CNY 500元 [500CNY]
""",
    ),
    (
        "nor in simplified characters",
        {"day": "2020-03-20"},
        """
香港某会捐款名单
捐款人,金额
李华,500
""",
        """
money_in 2: 捐款人=donor 金额=money
3 receipt (2020-03-20) donor=李华: CNY 500元 [500CNY]
""",
    ),
    (
        "nor of other places",
        {"day": "2020-03-20"},
        """
某村捐款名單
捐款人,金額
李華,500
""",
        """
money_in 2: 捐款人=donor 金額=money
3 receipt (2020-03-20) donor=李華: CNY 500元 [500CNY]
""",
    ),
    (
        "headings in two languages, each with its measure",
        {"day": "2020-03-20"},
        """
捐助者 Donors,捐贈金額(港元) Amount Donated (HK$),摘要 Particulars
陳戊博士,"1,000",For a hostel
""",
        """
money_in 1: 捐助者 Donors=donor 捐贈金額(港元) Amount Donated (HK$)=money 摘要 Particulars=purpose
2 receipt (2020-03-20) donor=陳戊博士: HKD 1000港元 for For a hostel [1000HKD]
""",
    ),
    (
        "brackets that say how much of an amount is a part are a remark; of goods they are asked about, and so are parts of more than the whole",
        {"day": "2020-03-20"},
        """
单位,捐款数额
甲慈善总会,20292496.3元(含1300万元基金)
乙公司,5000元（其中定向3000元）
丙公司,1000（含代捐200元）
丁公司,300元（含口罩100元）
戊公司,300（含物资折价100元）
己公司,100元（含200元）
""",
        """
money_in 1: 单位=donor 捐款数额=money
2 receipt (2020-03-20) donor=甲慈善总会: CNY 20292496.3元 “含1300万元基金” [20292496.3CNY]
3 receipt (2020-03-20) donor=乙公司: CNY 5000元 “其中定向3000元” [5000CNY]
4 receipt (2020-03-20) donor=丙公司: CNY 1000元 “含代捐200元” [1000CNY]
5 ! 捐款数额: an amount such as 1500, 1,500.00 or 1.5万元 (300元（含口罩100元）)
6 ! 捐款数额: an amount such as 1500, 1,500.00 or 1.5万元 (300（含物资折价100元）)
7 ! 捐款数额: an amount such as 1500, 1,500.00 or 1.5万元 (100元（含200元）)
""",
    ),
    (
        "goods that nobody counted, in a column of goods or money",
        {"day": "2020-03-20"},
        """
捐赠人,捐赠情况
李华,500元
甲公司,方便面、矿泉水若干
乙公司,方便面、矿泉水等物资
丙公司,口罩500个、酒精
丁公司,方便面、矿泉水
""",
        """
goods_in 1: 捐赠人=donor 捐赠情况=money_or_goods
2 receipt (2020-03-20) donor=李华: CNY 500元 [500CNY]
3 receipt (2020-03-20) donor=甲公司: 方便面 ?, 矿泉水 ? []
4 receipt (2020-03-20) donor=乙公司: 方便面、矿泉水 ? []
5 ! 捐赠情况: a quantity such as 500, 500个, 约500斤 or 一批 (口罩500个、酒精)
6 ! 捐赠情况: a quantity such as 500, 500个, 约500斤 or 一批 (方便面、矿泉水)
""",
    ),
    (
        "how many of each size is a remark, where it makes as many as there are",
        {"day": "2020-03-20"},
        """
捐赠单位,物品,数量
甲公司,手套,2000双 (M1000双S1000双)
乙公司,防护服,100套（L50套，XL40套）
丙公司,口罩,5箱（每箱2000只）
""",
        """
goods_in 1: 捐赠单位=donor 物品=item 数量=quantity
2 receipt (2020-03-20) donor=甲公司: 手套 2000双 “M1000双S1000双” [2000双]
3 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (100套（L50套，XL40套）)
4 receipt (2020-03-20) donor=丙公司: 口罩 10000只 [10000只]
""",
    ),
    (
        "shares in brackets right behind each other are of several; none of them stays, or goes to the last alone",
        {"day": "2020-03-20"},
        """
捐赠单位,物品,数量,受赠单位
甲公司,手套,100双,市一院（60双）市二院（40双）
乙公司,口罩,5000个,甲图书馆(3000)乙图书馆(2000)
丙公司,手套,100双,市一院60双市二院40双
丁公司,书,60本,初一(1)班雷锋队60本
戊公司,手套,100双,市一院、市二院各50双
己公司,手套,100双,市一院（60双）;市二院（40双）。
""",
        """
goods_in 1: 捐赠单位=donor 物品=item 数量=quantity 受赠单位=recipient
2 relay (2020-03-20) donor=甲公司 recipient=市一院、市二院: 手套 100双 “市一院（60双）市二院（40双）” [100双]
3 relay (2020-03-20) donor=乙公司 recipient=甲图书馆、乙图书馆: 口罩 5000个 “甲图书馆(3000)乙图书馆(2000)” [5000个]
4 relay (2020-03-20) donor=丙公司 recipient=市一院60双市二院40双: 手套 100双 [100双]
5 relay (2020-03-20) donor=丁公司 recipient=初一(1)班雷锋队: 书 60本 [60本]
6 relay (2020-03-20) donor=戊公司 recipient=市一院、市二院: 手套 100双 “市一院、市二院各50双” [100双]
7 relay (2020-03-20) donor=己公司 recipient=市一院、市二院: 手套 100双 “市一院（60双）;市二院（40双）。” [100双]
""",
    ),
    (
        "what is said to be left of them stays",
        {"day": "2020-03-20"},
        """
捐赠单位,物品,数量,受赠单位
甲公司,手套,100双,东乡镇 60双；西乡镇 30双；剩余10双入库
乙公司,手套,100双,东乡镇60双，其余40双库存
""",
        """
goods_in 1: 捐赠单位=donor 物品=item 数量=quantity 受赠单位=recipient
2 receipt (2020-03-20) donor=甲公司: 手套 100双 “东乡镇 60双；西乡镇 30双；剩余10双入库” + distribution (2020-03-20) recipient=东乡镇: 手套 60双 “东乡镇 60双；西乡镇 30双；剩余10双入库” + distribution (2020-03-20) recipient=西乡镇: 手套 30双 “东乡镇 60双；西乡镇 30双；剩余10双入库” [100双]
3 receipt (2020-03-20) donor=乙公司: 手套 100双 “东乡镇60双，其余40双库存” + distribution (2020-03-20) recipient=东乡镇: 手套 60双 “东乡镇60双，其余40双库存” [100双]
""",
    ),
    (
        "what comes from above in an account is no gift, as 政府补助 is",
        {"day": "2020-03-20"},
        """
项目,收入,支出
上级补助,370000,
村民捐款,130000,
水泥,,280000
""",
        """
money_in 1: 项目=note 收入=money 支出=spent
2 - income that is no gift by its type; where it is one, `donations receive` records it
3 receipt (2020-03-20) donor=爱心人士: CNY 130000元 “村民捐款” [130000CNY]
4 expense (2020-03-20) : CNY 280000元 “水泥” []
""",
    ),
    (
        "社會捐款 of an account is nobody's, as 社会捐款 is",
        {"day": "2020-03-20"},
        """
项目,收入金额,支出金额
社會捐款,37,
運費,,13
""",
        """
money_in 1: 项目=note 收入金额=money 支出金额=spent
2 receipt (2020-03-20) donor=爱心人士: CNY 37元 “社會捐款” [37CNY]
3 expense (2020-03-20) : CNY 13元 “運費” []
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_published_table(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts and the reasons that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize("heading", ["系部", "院部", "科系", "系所", "二级学院", "教研室", "教研组"])
def test_the_parts_of_a_college_gave_where_nobody_else_is_named(heading: str) -> None:
    """No heading of the list was understood; beside names it is where they belong."""
    found = told(f"{heading},人数,捐款金额（元）\n护理系,120,3560.5\n药学系,80,1200\n", "2020-03-20")
    assert "2 receipt (2020-03-20) donor=护理系: CNY 3560.5元 [3560.5CNY]" in found
    found = told(f"{heading},姓名,捐款金额（元）\n护理系,李华,50\n药学系,王芳,20\n", "2020-03-20")
    assert f"2 receipt (2020-03-20) donor=李华: CNY 50元 “{heading}：护理系” [50CNY]" in found


@pytest.mark.parametrize("heading", ["侨胞", "乡贤", "捐资乡亲"])
def test_countrymen_give(heading: str) -> None:
    """The column was read by nobody."""
    found = told(f"{heading},捐款日期,捐款金额（元）\n何志,2020-02-02,100\n", "2020-03-20")
    assert "2 receipt 2020-02-02 donor=何志: CNY 100元 [100CNY]" in found


@pytest.mark.parametrize(
    "heading", ["会员企业", "会员", "会员名称", "企业会员", "成员企业", "副会长单位", "常务理事单位"]
)
def test_the_members_of_a_chamber_give(heading: str) -> None:
    """会员单位 alone was understood; beside who gave it is where they belong."""
    found = told(f"{heading},捐赠内容,日期\n甲公司,口罩500只,2020-02-01\n乙酒店,1000元,2020-02-01\n")
    assert "2 receipt 2020-02-01 donor=甲公司: 口罩 500只" in found
    assert "3 receipt 2020-02-01 donor=乙酒店: CNY 1000元 [1000CNY]" in found
    assert "donor=李华: CNY 50元" in told(f"{heading},捐赠人,金额（元）,日期\n是,李华,50,2020-02-01\n")
