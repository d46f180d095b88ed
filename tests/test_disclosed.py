"""Tables that hospitals, red crosses and charities must disclose: what became of gifts, who handed them on, what they are worth."""

from typing import Any

import pytest
from harness.tables import told

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "what became of a gift is a remark and never its name",
        {},
        """
序号,捐赠人,捐赠时间,捐赠项目/物资,数量,金额(万元),用途,使用情况,捐赠协议
1,甲慈善会,2020.1.5,彩超机,1台,85.6,临床诊疗,已投入使用,有
2,李国强,2020.2.1,现金,/,0.5,贫困患者救助,未使用,无
合计,,,,,86.1,,,
""",
        """
goods_in 1: 序号=serial 捐赠人=donor 捐赠时间=date 捐赠项目/物资=item 数量=quantity 金额(万元)=value 用途=purpose 使用情况=note 捐赠协议=-
2 receipt 2020-01-05 donor=甲慈善会: 彩超机 1台@@856000 for 临床诊疗 “已投入使用” [1台 856000value]
3 receipt 2020-02-01 donor=李国强: CNY 5000元 for 贫困患者救助 “未使用” [5000CNY]
4 - a total
= 861000 in row 4
""",
    ),
    (
        "a column called after what was given in name names it, beside how much",
        {"day": "2020-02-29"},
        """
捐赠方,捐赠财产名称,数量,价值（元）,执行情况
甲公司,婴儿奶粉,20箱,9600,已发放
陈女士,人民币,,5000,
""",
        """
goods_in 1: 捐赠方=donor 捐赠财产名称=item 数量=quantity 价值（元）=value 执行情况=note
2 receipt (2020-02-29) donor=甲公司: 婴儿奶粉 20箱@@9600 “已发放” [20箱 9600value]
3 receipt (2020-02-29) donor=陈女士: CNY 5000元 [5000CNY]
""",
    ),
    (
        "so does one of either without any number",
        {"day": "2020-02-29"},
        """
捐赠人,捐赠财产,数量,价值（元）
甲公司,口罩,500个,1000
李华,现金,,500
""",
        """
goods_in 1: 捐赠人=donor 捐赠财产=item 数量=quantity 价值（元）=value
2 receipt (2020-02-29) donor=甲公司: 口罩 500个@@1000 [500个 1000value]
3 receipt (2020-02-29) donor=李华: CNY 500元 [500CNY]
""",
    ),
    (
        "who handed out what others received is none of them",
        {},
        """
拨付表,,,,
日期,拨付单位,物资名称,数量,接收单位
2020/1/19,省红十字会,棉被,500床,甲县红十字会
2020/1/20,省红十字会,帐篷,100顶,大河镇政府
""",
        """
goods_out 2: 日期=date 拨付单位=note 物资名称=item 数量=quantity 接收单位=recipient
3 distribution 2020-01-19 recipient=甲县红十字会: 棉被 500床 “拨付单位：省红十字会” [500床]
4 distribution 2020-01-20 recipient=大河镇政府: 帐篷 100顶 “拨付单位：省红十字会” [100顶]
""",
    ),
    (
        "and gave it where the title says that it came",
        {},
        """
接收物资明细,,,,
日期,拨付单位,物资名称,数量,领用单位
2020/1/19,省红十字会,棉被,500床,大河镇政府
""",
        """
goods_in 2: 日期=date 拨付单位=donor 物资名称=item 数量=quantity 领用单位=recipient
3 relay 2020-01-19 donor=省红十字会 recipient=大河镇政府: 棉被 500床 [500床]
""",
    ),
    (
        "what is taken out of a store was given by nobody",
        {},
        """
Date,From,To,Item,Qty,Unit
2020-01-05,Central Warehouse,Camp 1,Blankets,500,pcs
2020-01-06,Central Warehouse,Camp 2,Tents,20,pcs
""",
        """
goods_out 1: Date=date From=store To=recipient Item=item Qty=quantity Unit=unit
2 distribution 2020-01-05 recipient=Camp 1: Blankets 500个 in Central Warehouse [500pcs]
3 distribution 2020-01-06 recipient=Camp 2: Tents 20个 in Central Warehouse [20pcs]
""",
    ),
    (
        "the same in Chinese",
        {},
        """
日期,来源,去向,品名,数量
2020-01-05,中心仓库,东乡镇,棉被,500床
2020-01-06,2号库房,西乡镇,帐篷,20顶
""",
        """
goods_out 1: 日期=date 来源=store 去向=recipient 品名=item 数量=quantity
2 distribution 2020-01-05 recipient=东乡镇: 棉被 500床 in 中心仓库 [500床]
3 distribution 2020-01-06 recipient=西乡镇: 帐篷 20顶 in 2号库房 [20顶]
""",
    ),
    (
        "the number of a row is no part of a name",
        {"day": "2020-02-29"},
        """
捐赠人,金额
1、李华,100
2. 甲公司,200
（3）第一中学,300
84消毒液公司,400
""",
        """
money_in 1: 捐赠人=donor 金额=money
2 receipt (2020-02-29) donor=李华: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=甲公司: CNY 200元 [200CNY]
4 receipt (2020-02-29) donor=第一中学: CNY 300元 [300CNY]
5 receipt (2020-02-29) donor=84消毒液公司: CNY 400元 [400CNY]
""",
    ),
    (
        "the goods that each received are no part of their names",
        {},
        """
捐赠单位,捐赠物资,捐赠时间,分配去向
甲公司,"棉被200床、大米5吨",2020.1.24,"东乡镇棉被100床、大米3吨；西乡镇棉被100床、大米2吨"
乙公司,"棉被200床、大米5吨",2020.1.24,东乡镇棉被200床
丙公司,棉被200床,2020.1.25,"东乡镇（棉被100床）、西乡镇（棉被50床）"
丁公司,棉被200床,2020.1.25,"棉被100床、东乡镇棉被100床"
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item 捐赠时间=date 分配去向=recipient
2 relay 2020-01-24 donor=甲公司 recipient=东乡镇、西乡镇: 棉被 200床, 大米 5吨 “东乡镇棉被100床、大米3吨；西乡镇棉被100床、大米2吨” [200床 5吨]
3 relay 2020-01-24 donor=乙公司 recipient=东乡镇: 棉被 200床, 大米 5吨 [200床 5吨]
4 receipt 2020-01-25 donor=丙公司: 棉被 200床 “东乡镇（棉被100床）、西乡镇（棉被50床）” + distribution 2020-01-25 recipient=东乡镇: 棉被 100床 “东乡镇（棉被100床）、西乡镇（棉被50床）” + distribution 2020-01-25 recipient=西乡镇: 棉被 50床 “东乡镇（棉被100床）、西乡镇（棉被50床）” [200床]
5 ! 分配去向: the names of who received it, each before what it got: this says the goods alone (棉被100床、东乡镇棉被100床)
""",
    ),
    (
        "those who help with money beside goods gave both",
        {},
        """
帮扶单位,帮扶对象,帮扶时间,帮扶物资,帮扶资金（元）
县财政局,李老汉,2020.1.20,"大米2袋、食用油1桶",500
县水利局,赵大爷,2020.1.22,,1000
""",
        """
goods_in 1: 帮扶单位=donor 帮扶对象=recipient 帮扶时间=date 帮扶物资=item 帮扶资金（元）=money
2 relay 2020-01-20 donor=县财政局 recipient=李老汉: CNY 500元, 大米 2袋, 食用油 1桶 [2袋 1桶 500CNY]
3 relay 2020-01-22 donor=县水利局 recipient=赵大爷: CNY 1000元 [1000CNY]
""",
    ),
    (
        "the parts of a gift in rows of their own are refused as such",
        {"day": "2020-02-29"},
        """
捐赠人,本年捐赠额（元）,用途
1. 甲公司,1500000,助学
其中：捐款,1000000,
""",
        """
money_in 1: 捐赠人=donor 本年捐赠额（元）=money 用途=purpose
2 receipt (2020-02-29) donor=甲公司: CNY 1500000元 for 助学 [1500000CNY]
3 ! 捐赠人: a gift of its own; take out what only says of which parts the one above is made (其中) (其中：捐款)
""",
    ),
    (
        "what goods gave in kind stand beside amounts",
        {"day": "2020-02-29"},
        """
Sponsor,Level,Amount,In-kind Contribution
Acme Ltd.,Gold,"$5,000",
Jane's Bakery,Friend,,200 sandwiches
""",
        """
goods_in 1: Sponsor=donor Level=- Amount=money In-kind Contribution=item
2 receipt (2020-02-29) donor=Acme Ltd.: USD 5000美元 [5000USD]
3 receipt (2020-02-29) donor=Jane's Bakery: sandwiches 200 [200]
""",
    ),
    (
        "what was paid to date of a pledge",
        {},
        """
Donor,Pledge Amount,Paid to Date,Balance Due,Date of Last Payment
Acme Ltd.,10000,4000,6000,2020-03-05
Jane Roe,500,500,0,2020-03-08
""",
        """
money_in 1: Donor=donor Pledge Amount=- Paid to Date=money Balance Due=- Date of Last Payment=date
2 receipt 2020-03-05 donor=Acme Ltd.: CNY 4000元 [4000CNY]
3 receipt 2020-03-08 donor=Jane Roe: CNY 500元 [500CNY]
""",
    ),
    (
        "heads of households receive",
        {"day": "2020-02-29"},
        """
S/N,Name of Household Head,Family Size,Rice (kg),Blankets (pcs),Signature
1,John Doe,5,25,5,
2,Jane Roe,3,15,3,
""",
        """
goods_out 1: S/N=serial Name of Household Head=recipient Family Size=- Rice (kg)=quantity Blankets (pcs)=quantity Signature=-
2 distribution (2020-02-29) recipient=John Doe: Rice 25公斤, Blankets 5个 [25公斤 5个]
3 distribution (2020-02-29) recipient=Jane Roe: Rice 15公斤, Blankets 3个 [15公斤 3个]
""",
    ),
    (
        "what a platform or a company adds is no gift of theirs whom it is added for",
        {},
        """
日期,捐赠人,捐赠额,平台配捐,合计
2020-01-05,李华,100,30,130
2020-01-05,王芳,50,15,65
""",
        """
money_in 1: 日期=date 捐赠人=donor 捐赠额=money 平台配捐=note 合计=-
2 receipt 2020-01-05 donor=李华: CNY 100元 “平台配捐：30” [100CNY]
3 receipt 2020-01-05 donor=王芳: CNY 50元 “平台配捐：15” [50CNY]
""",
    ),
    (
        "what is in the pipeline has not come, and an ETA is no day of it",
        {"day": "2020-02-29"},
        """
Donor,Item,Qty,Unit,Status,ETA
Relief Aid,Tents,500,pcs,In pipeline,2020-04-01
Relief Aid,Kits,200,pcs,Arrived,2020-03-01
Relief Aid,Nets,30,pcs,Planned,
""",
        """
goods_in 1: Donor=donor Item=item Qty=quantity Unit=unit Status=status ETA=-
2 - not received, by its own word
3 receipt (2020-02-29) donor=Relief Aid: Kits 200个 [200pcs]
4 - not received, by its own word
""",
    ),
    (
        "what all the goods of a row weigh is a remark",
        {},
        """
日期,捐赠人,衣物（件）,鞋（双）,重量（斤）
2020-01-05,李华,12,2,8
2020-01-06,王芳,5,,3.5
""",
        """
goods_in 1: 日期=date 捐赠人=donor 衣物（件）=quantity 鞋（双）=quantity 重量（斤）=note
2 receipt 2020-01-05 donor=李华: 衣物 12件, 鞋 2双 “重量（斤）：8” [12件 2双]
3 receipt 2020-01-06 donor=王芳: 衣物 5件 “重量（斤）：3.5” [5件]
""",
    ),
    (
        "a mark of a footnote is no part of a name",
        {"day": "2020-02-29"},
        """
捐赠单位,金额
甲公司①,100
王芳,20
""",
        """
money_in 1: 捐赠单位=donor 金额=money
2 receipt (2020-02-29) donor=甲公司: CNY 100元 [100CNY]
3 receipt (2020-02-29) donor=王芳: CNY 20元 [20CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_disclosed_table_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """What came out was proofread."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")
