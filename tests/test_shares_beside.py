"""Goods that came, and a column for each of those who got them: 接收数 beside 分配情况.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import told

SHAPES: list[tuple[str, str, str]] = [
    (
        "the names below a heading that says that goods were shared out",
        """
抗疫物资分配情况表,,,,,
物资名称,单位,接收数,分配情况,,
,,,一院,二院,中心
口罩,只,1000,500,300,200
防护服,套,100,50,30,20
消毒液,瓶,30,20,,10
""",
        """
goods_out 2: 物资名称=item 单位=unit 接收数=- 一院=quantity 二院=quantity 中心=quantity
4 distribution (2020-03-01) recipient=一院: 口罩 500只 [500只]
4 distribution (2020-03-01) recipient=二院: 口罩 300只 [300只]
4 distribution (2020-03-01) recipient=中心: 口罩 200只 [200只]
5 distribution (2020-03-01) recipient=一院: 防护服 50套 [50套]
5 distribution (2020-03-01) recipient=二院: 防护服 30套 [30套]
5 distribution (2020-03-01) recipient=中心: 防护服 20套 [20套]
6 distribution (2020-03-01) recipient=一院: 消毒液 20瓶 [20瓶]
6 distribution (2020-03-01) recipient=中心: 消毒液 10瓶 [10瓶]
""",
    ),
    (
        "who gave them, and what is left",
        """
序号,捐赠单位,物资名称,单位,接收数,分配情况,,,库存
,,,,,一院,二院,中心,
1,甲公司,口罩,只,1000,500,300,200,0
2,乙公司,防护服,套,100,50,30,,20
""",
        """
goods_in 1: 序号=serial 捐赠单位=donor 物资名称=item 单位=unit 接收数=quantity 一院=quantity 二院=quantity 中心=quantity 库存=-
3 receipt (2020-03-01) donor=甲公司: 口罩 1000只 [1000只]
3 distribution (2020-03-01) recipient=一院: 口罩 500只 [500只]
3 distribution (2020-03-01) recipient=二院: 口罩 300只 [300只]
3 distribution (2020-03-01) recipient=中心: 口罩 200只 [200只]
4 receipt (2020-03-01) donor=乙公司: 防护服 100套 [100套]
4 distribution (2020-03-01) recipient=一院: 防护服 50套 [50套]
4 distribution (2020-03-01) recipient=二院: 防护服 30套 [30套]
""",
    ),
    (
        "what is left behind them",
        """
物资名称,单位,接收数量,分配数量,,,剩余
,,,人民医院,中医院,疾控中心,
口罩,只,1000,500,300,100,100
防护服,套,100,50,30,20,0
""",
        """
goods_out 1: 物资名称=item 单位=unit 接收数量=- 人民医院=quantity 中医院=quantity 疾控中心=quantity 剩余=-
3 distribution (2020-03-01) recipient=人民医院: 口罩 500只 [500只]
3 distribution (2020-03-01) recipient=中医院: 口罩 300只 [300只]
3 distribution (2020-03-01) recipient=疾控中心: 口罩 100只 [100只]
4 distribution (2020-03-01) recipient=人民医院: 防护服 50套 [50套]
4 distribution (2020-03-01) recipient=中医院: 防护服 30套 [30套]
4 distribution (2020-03-01) recipient=疾控中心: 防护服 20套 [20套]
""",
    ),
    (
        "more came than was shared out",
        """
物资分配情况表,,,,
物资名称,单位,接收数量,分配情况,
,,,市一院,市二院
口罩,只,1000,500,300
防护服,套,100,50,30
""",
        """
goods_out 2: 物资名称=item 单位=unit 接收数量=- 市一院=quantity 市二院=quantity
4 distribution (2020-03-01) recipient=市一院: 口罩 500只 [500只]
4 distribution (2020-03-01) recipient=市二院: 口罩 300只 [300只]
5 distribution (2020-03-01) recipient=市一院: 防护服 50套 [50套]
5 distribution (2020-03-01) recipient=市二院: 防护服 30套 [30套]
""",
    ),
    (
        "names in the only row of headings",
        """
捐赠物资接收分配表,,,,,,
捐赠单位,物资名称,单位,接收数量,市一院,市二院,东乡镇卫生院
甲公司,口罩,只,1000,500,300,200
乙公司,防护服,套,100,50,30,
""",
        """
goods_in 2: 捐赠单位=donor 物资名称=item 单位=unit 接收数量=quantity 市一院=quantity 市二院=quantity 东乡镇卫生院=quantity
3 receipt (2020-03-01) donor=甲公司: 口罩 1000只 [1000只]
3 distribution (2020-03-01) recipient=市一院: 口罩 500只 [500只]
3 distribution (2020-03-01) recipient=市二院: 口罩 300只 [300只]
3 distribution (2020-03-01) recipient=东乡镇卫生院: 口罩 200只 [200只]
4 receipt (2020-03-01) donor=乙公司: 防护服 100套 [100套]
4 distribution (2020-03-01) recipient=市一院: 防护服 50套 [50套]
4 distribution (2020-03-01) recipient=市二院: 防护服 30套 [30套]
""",
    ),
    (
        "goods side by side, for towns",
        """
救灾物资分配表,,,
乡镇,棉被（床）,大米（袋）,食用油（桶）
东乡镇,100,50,20
西乡镇,80,40,
合计,180,90,20
""",
        """
goods_out 2: 乡镇=recipient 棉被（床）=quantity 大米（袋）=quantity 食用油（桶）=quantity
3 distribution (2020-03-01) recipient=东乡镇: 棉被 100床, 大米 50袋, 食用油 20桶 [100床 50袋 20桶]
4 distribution (2020-03-01) recipient=西乡镇: 棉被 80床, 大米 40袋 [80床 40袋]
5 - a total
= 290 in row 5
""",
    ),
    (
        "and for classes",
        """
学习用品发放表,,
班级,书包（个）,笔记本（本）
三年级1班,40,80
三年级2班,38,76
""",
        """
goods_out 2: 班级=recipient 书包（个）=quantity 笔记本（本）=quantity
3 distribution (2020-03-01) recipient=三年级1班: 书包 40个, 笔记本 80本 [40个 80本]
4 distribution (2020-03-01) recipient=三年级2班: 书包 38个, 笔记本 76本 [38个 76本]
""",
    ),
    (
        "which may have given them",
        """
捐赠物资统计表,,
班级,书包（个）,笔记本（本）
三年级1班,40,80
三年级2班,38,76
""",
        """
goods_in 2: 班级=donor 书包（个）=quantity 笔记本（本）=quantity
3 receipt (2020-03-01) donor=三年级1班: 书包 40个, 笔记本 80本 [40个 80本]
4 receipt (2020-03-01) donor=三年级2班: 书包 38个, 笔记本 76本 [38个 76本]
""",
    ),
    (
        "sorts of goods are nobody",
        """
物资名称,单位,接收数量,分配数量,
,,,N95,普通
口罩,只,1000,500,300
""",
        """
unclear 1: 物资名称=item 单位=unit 接收数量=quantity 分配数量=-
2 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (物资名称 单位 接收数量 分配数量)
3 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (物资名称 单位 接收数量 分配数量)
""",
    ),
]


@pytest.mark.parametrize(("table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_goods_are_given_to_each(table: str, answer: str) -> None:
    """What came out was proofread."""
    assert told(table.lstrip("\n"), "2020-03-01").strip() == answer.strip()


@pytest.mark.parametrize("over", ["分配数量", "使用情况", "具体分配情况", "分配清单", "捐赠物资发放明细"])
def test_what_was_shared_out_is_called_the_same_in_every_layout(over: str) -> None:
    """A second list of such words knew neither 使用情况 nor 具体分配情况."""
    said = told(
        f"物资名称,单位,接收数量,{over},\n,,,市一院,市二院\n口罩,只,1000,600,400\n手套,双,100,60,40\n", "2020-03-01"
    )
    assert "recipient=市一院: 口罩 600只" in said
    assert "recipient=市二院: 手套 40双" in said
