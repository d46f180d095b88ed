"""Amounts as people write them that were once misread: numbers beside each other, models, packs, values, names that swallow numbers."""

import pytest
from test_quantity import said

from donations import errors
from donations.domain.parsing import parse_quantities

AMOUNTS = """口罩500个、护目镜20 → 口罩 500个 ; 护目镜 20
矿泉水20箱、24瓶/箱 → 矿泉水 480瓶 (20箱)
矿泉水24/箱，400 → 矿泉水 9600 (400箱)
矿泉水24/箱×400 → 矿泉水 9600 (400箱)
口罩500，共20箱 → 口罩 500 (20箱)
口罩500，2.5元/个 → 口罩 500 @2.5/个
口罩500，每箱50个 → 口罩 25000个 (500箱)
口罩5，000个 → 口罩 5000个
现金500、300元 → CNY 500元 ; CNY 300元
口罩1,2345,6789个 → 口罩 123456789个
口罩KN95，500只 → 口罩KN95 500只
口罩N95,500个、手套20双 → 口罩N95 500个 ; 手套 20双
KN95，500 → KN95 500
A4，10包 → A4 10包
A4,10包 → A4 10包
华为P40，20台 → 华为P40 20台
B12片100瓶 → B12片 100瓶
VC100片 → VC 100片
维生素C120片 → 维生素C 120片
PVC手套1,000双 → PVC手套 1000双
PVC1,000双 → PVC 1000双
masks1,000 → masks 1000
RMB1,000 → CNY 1000元
CT12台 → CT 12台
防护服L25套 → 防护服L 25套
防护服L码25套、防护服M码30套 → 防护服L码 25套 ; 防护服M码 30套
UPS2台 → UPS 2台
米10袋，折款800元 → 米 10袋 @@800
米10袋、折算800元 → 米 10袋 @@800
米10袋，市场价800元 → 米 10袋 @@800
米10袋，计人民币800元 → 米 10袋 @@800
米10袋折800元 → 米 10袋 @@800
米10袋，折800元 → 米 10袋 @@800
米10袋⏎折款800元 → 米 10袋 @@800
米10袋，折款80元、面10袋，折款60元 → 米 10袋 @@80 ; 面 10袋 @@60
折叠床5张，折叠椅10把 → 折叠床 5张 ; 折叠椅 10把
矿泉水550ml*24瓶 10箱 → 矿泉水550ml 240瓶 (10箱)
牛奶250ml×12 10箱 → 牛奶250ml 120 (10箱)
water 24x500ml 10 cases → water 500ml 240 (10箱)
酒精10箱共24瓶 → 酒精 24瓶 (10箱)
矿泉水1400瓶60箱 → 矿泉水 1400瓶 (60箱)
油20桶10箱 → 油 20桶 (10箱)
10 500ml bottles of water → water 500ml 10瓶
10 500-ml bottles of water → water 500ml 10瓶
20 10kg bags of rice → rice 200公斤 (20袋)
10 500 kg rice → rice 10500公斤
1000元和口罩20包 → CNY 1000元 ; 口罩 20包
口罩20包+1000元 → 口罩 20包 ; CNY 1000元
口罩20包加1000元现金 → 口罩 20包 ; CNY 1000元
20 masks and 500 yuan → masks 20 ; CNY 500元
大米10袋价值1000元和口罩20包 → 大米 10袋 @@1000 ; 口罩 20包
口罩1000个、手套20双价值2000元 → 口罩 1000个 ; 手套 20双 @@2000
口罩1000个共2000元 → 口罩 1000个 @@2000
口罩，500个和手套，20双 → 口罩 500个 ; 手套 20双
口罩500个 + 手套20双 → 口罩 500个 ; 手套 20双
N95口罩500个及3M口罩、20个 → N95口罩 500个 ; 3M口罩 20个
口罩500个/包装袋20个 → 口罩 500个 ; 包装袋 20个
口罩500个|手套20双 → 口罩 500个 ; 手套 20双
大米50kg20袋 → 大米50kg 20袋
硬盘2T 5块 → 硬盘2T 5块
后勤物资、50箱×2000只口罩 → 后勤物资 ? ; 口罩 100000只 (50箱)
94式帐篷（1，000顶） → 94式帐篷 1000顶
50箱口罩5000个 → 口罩 5000个 (50箱)
口罩（500个）和手套（20双） → 口罩 500个 ; 手套 20双
护目镜（12个） + 一次性手套（1000公斤） → 护目镜 12个 ; 一次性手套 1000公斤
口罩500个（20箱）和手套20双 → 口罩 500个 (20箱) ; 手套 20双
50箱N95 口罩5000个 → N95 口罩 5000个 (50箱)
金龙鱼 5升调和油20桶 → 金龙鱼 5升调和油 20桶
衣服三件 → 衣服 3件
床上三件套5套 → 床上三件套 5套
被子四件套20套 → 被子四件套 20套
B超2台 → B超 2台
彩超2台 → 彩超 2台
线上课5场 → 线上课 5场
线上5场 → 线上 5场
床上3件套2套 → 床上3件套 2套
口罩上百个 → ~ 口罩 100个
口罩超500个 → ~ 口罩 500个
折合约500元的口罩10箱 → 口罩 10箱 @@~500
爱心84消毒液20瓶 → 爱心84消毒液 20瓶
红星1000大米20袋 → 红星1000大米 20袋"""
"""A text and what it says, as in `test_quantity`; ⏎ is a line break."""

REFUSED = """SeveralReadings ← 5000元，大写肆仟元整
NoQuantity ← 10W
NoQuantity ← 5w
SeveralReadings ← 口罩500、300个
SeveralReadings ← 口罩500、300
SeveralReadings ← 口罩500;300
SeveralReadings ← 口罩500。300个
SeveralReadings ← 口罩500, 300个
SeveralReadings ← 口罩1、500个
SeveralReadings ← 口罩500个、300
SeveralReadings ← 口罩500，共300个
SeveralReadings ← 口罩500，20箱
SeveralReadings ← 现金500、300
NoNumber ← 口罩1,0000个
SeveralReadings ← KN95500只
SeveralReadings ← 口罩N95500个
SeveralReadings ← 口罩KF94100个
SeveralReadings ← 口罩FFP2100个
SeveralReadings ← 手机华为P4020台
SeveralReadings ← 打印机HP10202台
SeveralReadings ← A410包
SeveralReadings ← 维生素B12，100片
SeveralReadings ← 口罩P2，100个
NoQuantity ← 防护服L25套、M30套
NoQuantity ← 雨靴42码20双、43码30双
MoneyOrGoods ← 折款800元
ValueForSeveral ← 米10袋、面10袋，折款800元
ValueForSeveral ← 口罩1000个和手套20双共2000元
MoneyOrGoods ← 参加1000元
SeveralReadings ← 口罩10 手套
SeveralReadings ← 口罩，500个 手套，20双
SeveralReadings ← 口罩，100盒 消毒液20瓶
SeveralReadings ← 300包牛奶 防护服200瓶
SeveralReadings ← 5箱牛奶/防护服20套
SeveralReadings ← 5个口罩（2万套）
SeveralReadings ← iPhone12（20台）
SeveralReadings ← iPhone12300台
SeveralReadings ← iPhone12，432台
SeveralReadings ← 10公斤的口罩以及方便面50盒
SeveralReadings ← KN95万只
SeveralReadings ← 20盒方便面和口罩500个
SeveralReadings ← 60件3M口罩以及N95口罩2534袋
SeveralReadings ← 2247双A4纸及5公斤大米
SeveralReadings ← KN951,000只
SeveralReadings ← 矿泉水24瓶10箱
SeveralReadings ← 口罩50个20盒
SeveralReadings ← 牛奶12盒 10箱
SeveralReadings ← 矿泉水500ml*60瓶 5箱
SeveralReadings ← 矿泉水550ml*24瓶，10箱
SeveralReadings ← water 10 500ml
SeveralReadings ← 口罩500 护目镜20
SeveralReadings ← 口罩500护目镜20
SeveralReadings ← 口罩500 护目镜20个
SeveralReadings ← 现金1000口罩20包
SeveralReadings ← 捐款1000捐物口罩20包
SeveralReadings ← 善款1万口罩20包"""
MULTIPLIED = """A4纸500张×10令 → A4纸 5000张 (10令)
铅笔12支×10打 → 铅笔 120支 (10打)
铅笔10打×12支 → 铅笔 120支 (10打)
手套2只×50双 → 手套 100只 (50双)
袜子5双×20套 → 袜子 100双 (20套)
鸡蛋30枚*12盘 → 鸡蛋 360枚 (12盘)
图书20本×3套 → 图书 60本 (3套)
药片100粒×20瓶 → 药片 2000粒 (20瓶)
大米10kgx20袋 → 大米 200公斤 (20袋)
矿泉水550mlx24瓶x10件 → 矿泉水550ml 240瓶 (10件)
帆布120cmx60cm 5块 → 帆布120cmx60cm 5块
口罩10箱（2000只/箱）共20000只 → 口罩 20000只 (10箱)
口罩10箱(2000只/箱)=2万只 → 口罩 20000只 (10箱)
水10件（24瓶/件），共240瓶，价值500元 → 水 240瓶 (10件) @@500
大米20袋×25公斤，合计0.5吨 → 大米 500公斤 (20袋)
5000元，伍仟元整 → CNY 5000元
¥5000，大写：伍仟元整 → CNY 5000元
人民币伍仟元整，小写5000元 → CNY 5000元
现金500元、微信壹仟元 → CNY 500元 ; CNY 1000元
现金500元、微信500元 → CNY 500元 ; CNY 500元
现金5000元，支票伍仟元 → CNY 5000元 ; CNY 5000元
个人捐款5000元，单位捐款伍仟元 → CNY 5000元 ; CNY 5000元
3万元，叁万元整 → CNY 30000元
5000元，捐款大写伍仟元整 → CNY 5000元"""
"""What holds others is on the outside, whichever stands first; a total behind a product repeats it, as words do the digits of money."""


@pytest.mark.parametrize(
    ("text", "expected"), [line.split(" → ") for line in (*AMOUNTS.splitlines(), *MULTIPLIED.splitlines())]
)
def test_what_an_amount_says(text: str, expected: str) -> None:
    assert " ; ".join(map(said, parse_quantities(text.replace("⏎", "\n")))) == expected


@pytest.mark.parametrize(("reason", "text"), [line.split(" ← ") for line in REFUSED.splitlines()])
def test_what_may_be_two_amounts_is_refused(reason: str, text: str) -> None:
    with pytest.raises(getattr(errors, reason)):
        parse_quantities(text)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("口罩2箱5盒", "共5盒, 每箱5盒"),
        ("大米25公斤20袋", "共25公斤, 每袋25公斤"),
        ("口罩5箱×20个=90个", "100个, 90个"),
        ("口罩10箱（2000只/箱）共3万只", "20000只, 3万只"),
    ],
)
def test_the_readings_are_named_with_their_numbers(text: str, readings: str) -> None:
    with pytest.raises(errors.SeveralReadings) as refused:
        parse_quantities(text)
    assert refused.value.facts["readings"] == readings
