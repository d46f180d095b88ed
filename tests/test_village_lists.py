"""Lists of villages, clans, temples and unions: work and materials beside money, ranks, lamps, what was due."""

from typing import Any

import pytest
from harness.tables import told

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "work is neither money nor goods: a remark beside either, and a row of nothing else is none",
        {"day": "2020-02-29"},
        """
序号,姓名,捐款（元）,捐水泥（吨）,捐砂石（方）,捐工（天）
1,李大山,1000,2,,
2,王小河,,,10,5
3,张石头,,,,3
合计,,1000,2,10,8
""",
        """
goods_in 1: 序号=serial 姓名=donor 捐款（元）=money 捐水泥（吨）=quantity 捐砂石（方）=quantity 捐工（天）=note
2 receipt (2020-02-29) donor=李大山: CNY 1000元, 水泥 2吨 [2吨 1000CNY]
3 receipt (2020-02-29) donor=王小河: 砂石 10立方米 “捐工（天）：5” [10立方米]
4 - work, and neither money nor goods
5 - a total
= 1000 in row 5
""",
    ),
    (
        "the same in the place of an amount",
        {"day": "2020-02-29"},
        """
姓名,金额
李大山,1000元
赵木林,砂石2车
周金根,捐工10天
合计,1000元
""",
        """
money_in 1: 姓名=donor 金额=money
2 receipt (2020-02-29) donor=李大山: CNY 1000元 [1000CNY]
3 receipt (2020-02-29) donor=赵木林: 砂石 2车 [2车]
4 - work, and neither money nor goods
5 - a total
= 1000 in row 5
""",
    ),
    (
        "资 that was given is cash, also where it stands beside goods in every row",
        {"day": "2020-02-29"},
        """
姓名,捐资（元）,捐料
李大山,100,水泥2吨
王小河,50,片石3方
""",
        """
goods_in 1: 姓名=donor 捐资（元）=money 捐料=item
2 receipt (2020-02-29) donor=李大山: CNY 100元, 水泥 2吨 [2吨 100CNY]
3 receipt (2020-02-29) donor=王小河: CNY 50元, 片石 3立方米 [3立方米 50CNY]
""",
    ),
    (
        "money that people raised among themselves",
        {"day": "2020-02-29"},
        """
村民,集资款,捐献物资
李大山,100,水泥2吨
王小河,200,
""",
        """
goods_in 1: 村民=donor 集资款=money 捐献物资=item
2 receipt (2020-02-29) donor=李大山: CNY 100元, 水泥 2吨 [2吨 100CNY]
3 receipt (2020-02-29) donor=王小河: CNY 200元 [200CNY]
""",
    ),
    (
        "what a temple does for those who gave is no gift of goods",
        {"day": "2020-02-29"},
        """
功德主芳名,随喜功德（元）,回向,供灯（盏）,往生牌位（个）
李居士,1000,全家平安,2,
王居士,500,身体健康,1,1
""",
        """
money_in 1: 功德主芳名=donor 随喜功德（元）=money 回向=note 供灯（盏）=note 往生牌位（个）=note
2 receipt (2020-02-29) donor=李居士: CNY 1000元 “回向：全家平安；供灯（盏）：2” [1000CNY]
3 receipt (2020-02-29) donor=王居士: CNY 500元 “回向：身体健康；供灯（盏）：1；往生牌位（个）：1” [500CNY]
""",
    ),
    (
        "the same words above goods alone are goods",
        {"day": "2020-02-29"},
        """
捐赠人,供灯（盏）
李居士,2
""",
        """
goods_in 1: 捐赠人=donor 供灯（盏）=quantity
2 receipt (2020-02-29) donor=李居士: 供灯 2盏 [2盏]
""",
    ),
    (
        "headings of which only one is known are no line of a board of names and amounts",
        {"day": "2020-02-29"},
        """
建庙功德榜,,,
善信芳名,喜缘（元）,祈愿,灯数
李居士,1000,全家平安,2
王居士,500,身体健康,1
""",
        """
unclear 0: A=- B=- C=- D=-
3 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (建庙功德榜 善信芳名 喜缘（元） 祈愿 灯数)
4 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (建庙功德榜 善信芳名 喜缘（元） 祈愿 灯数)
""",
    ),
    (
        "the ranks of those who gave as much head the rows below them",
        {"day": "2020-02-29"},
        """
宗祠重建芳名榜,,,
特等功德（10万元以上）,,,
陈国栋,168000,陈国梁,100000
二等功德（1万元以上）,,,
陈文辉,20000,陈文彬,18888
三等（1千元以上）,,,
陈阿宝,1688,陈阿贵,1000
""",
        """
money_in 0: A=donor B=money C=donor D=money
3 receipt (2020-02-29) donor=陈国栋: CNY 168000元 [168000CNY]
3 receipt (2020-02-29) donor=陈国梁: CNY 100000元 [100000CNY]
4 - a heading of the rows below it
5 receipt (2020-02-29) donor=陈文辉: CNY 20000元 [20000CNY]
5 receipt (2020-02-29) donor=陈文彬: CNY 18888元 [18888CNY]
6 - a heading of the rows below it
7 receipt (2020-02-29) donor=陈阿宝: CNY 1688元 [1688CNY]
7 receipt (2020-02-29) donor=陈阿贵: CNY 1000元 [1000CNY]
""",
    ),
    (
        "who of those who help took it in is no work that was given",
        {"day": "2020-02-29"},
        """
姓名,金额,义工
李大山,100,张三
王小河,,张三
陈木林,50,
""",
        """
money_in 1: 姓名=donor 金额=money 义工=note
2 receipt (2020-02-29) donor=李大山: CNY 100元 “义工：张三” [100CNY]
3 ! 金额: an amount; where there was none, write 0 or take the row out ()
4 receipt (2020-02-29) donor=陈木林: CNY 50元 [50CNY]
""",
    ),
    (
        "amounts for lamps beside others are money",
        {"day": "2020-02-29"},
        """
姓名,供灯,功德金
李大山,100,200
王小河,300,50
""",
        """
money_in 1: 姓名=donor 供灯=money 功德金=money
2 receipt (2020-02-29) donor=李大山: CNY 100元 for 供灯 [100CNY]
2 receipt (2020-02-29) donor=李大山: CNY 200元 [200CNY]
3 receipt (2020-02-29) donor=王小河: CNY 300元 for 供灯 [300CNY]
3 receipt (2020-02-29) donor=王小河: CNY 50元 [50CNY]
""",
    ),
    (
        "what was due, and what was given of it",
        {"day": "2020-02-29"},
        """
部门,姓名,应捐,实捐
财务科,李华,100,100
办公室,张伟,50,80
""",
        """
money_in 1: 部门=note 姓名=donor 应捐=- 实捐=money
2 receipt (2020-02-29) donor=李华: CNY 100元 “部门：财务科” [100CNY]
3 receipt (2020-02-29) donor=张伟: CNY 80元 “部门：办公室” [80CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_list_of_a_village_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """What came out was proofread."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")
