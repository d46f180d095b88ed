"""Quantities as treasurers type them: a table of literal cases, and properties over thousands of composed ones."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from donations import errors
from donations.domain.amount import Certainty, decimal_text
from donations.domain.quantity import Price, Quantity, parse_money, parse_quantities


@contextmanager
def suppress_refusals() -> Iterator[None]:
    """Lets every refusal pass whose sentence can be written, and nothing else."""
    try:
        yield
    except errors.DonationsError as refusal:
        str(refusal)


def said(quantity: Quantity) -> str:
    """The quantity in the notation of the table: `~ item[specification] number unit (packs) @price/per`."""
    number = "?" if quantity.number is None else decimal_text(quantity.number)
    about = "~ " if quantity.certainty is Certainty.ABOUT else ""
    specification = f"[{quantity.specification}]" if quantity.specification else ""
    text = f"{about}{quantity.item}{specification} {number}{quantity.unit or ''}"
    if quantity.packs is not None or quantity.pack_unit:
        text += f" ({'?' if quantity.packs is None else decimal_text(quantity.packs)}{quantity.pack_unit or ''})"
    return text + (price_said(quantity.price) if quantity.price else "")


def price_said(price: Price) -> str:
    about = "~" if price.certainty is Certainty.ABOUT else ""
    return f" {'@@' if price.whole else '@'}{about}{decimal_text(price.yuan)}{'/' + price.per if price.per else ''}"


# text → what it says; several gifts apart by ;
AMOUNTS = """消毒片100片*50瓶 → 消毒片 5000片 (50瓶)
张三捐款500元 → CNY 500元
口罩500个 含氯消毒片20瓶 → 口罩 500个 ; 含氯消毒片 20瓶
口罩500个、送风机2台 → 口罩 500个 ; 送风机 2台
口罩500个、等离子空气消毒机2台 → 口罩 500个 ; 等离子空气消毒机 2台
口罩（500个）手套（20双） → 口罩 500个 ; 手套 20双
口罩500个/手套20双 → 口罩 500个 ; 手套 20双
共享单车5辆、每日坚果5箱 → 共享单车 5辆 ; 每日坚果 5箱
口罩500个（其中N95 200个） → 口罩 500个
口罩500个，送武汉 → 口罩 500个
口罩5000个 → 口罩 5000个
口罩 5000 个 → 口罩 5000个
口罩：5000个 → 口罩 5000个
口罩约5000余个 → ~ 口罩 5000个
5000个口罩 → 口罩 5000个
5000只N95口罩 → N95口罩 5000只
约500斤的蔬菜 → ~ 蔬菜 500斤
5000 masks → masks 5000
masks 5000 → masks 5000
5,000 N95 masks → N95 masks 5000
20 boxes of masks → masks 20盒
500 kg of rice → rice 500公斤
about 500 jin of vegetables → ~ vegetables 500斤
口罩5000 → 口罩 5000
5000口罩 → 口罩 5000
口罩×5000 → 口罩 5000
口罩x5000 → 口罩 5000
口罩*5000 → 口罩 5000
masks x 500 → masks 500
后勤物资 → 后勤物资 ?
后勤物资@@约11万元 → 后勤物资 ? @@~110000
口罩222箱 规格大小不一 → 口罩 222箱
口罩500个（一次性） → 口罩 500个
84消毒液100瓶 → 84消毒液 100瓶
100瓶84消毒液 → 84消毒液 100瓶
N95口罩50箱 → N95口罩 50箱
5000个N95口罩 → N95口罩 5000个
KN95口罩两百只 → KN95口罩 200只
3M口罩200个 → 3M口罩 200个
200个3M口罩 → 3M口罩 200个
75%酒精20桶 → 75%酒精 20桶
500ml消毒液20瓶 → 500ml消毒液 20瓶
一次性口罩500个 → 一次性口罩 500个
500个一次性口罩 → 一次性口罩 500个
三层口罩100个 → 三层口罩 100个
八宝粥20箱 → 八宝粥 20箱
百合10斤 → 百合 10斤
10斤百合 → 百合 10斤
半斤百合 → 百合 0.5斤
万金油5瓶 → 万金油 5瓶
四季豆50斤 → 四季豆 50斤
维生素C100片 → 维生素C 100片
二手电脑3台 → 二手电脑 3台
六味地黄丸3盒 → 六味地黄丸 3盒
七分裤10条 → 七分裤 10条
百事可乐2箱 → 百事可乐 2箱
5双双肩包 → 双肩包 5双
100包包子 → 包子 100包
五粮液2瓶 → 五粮液 2瓶
24瓶装矿泉水3箱 → 24瓶装矿泉水 3箱
两面针牙膏5支 → 两面针牙膏 5支
千层饼10个 → 千层饼 10个
第三代试剂盒5盒 → 第三代试剂盒 5盒
84消毒液 → 84消毒液 ?
N95 → N95 ?
KN95 500 → KN95 500
三两茶叶 → 茶叶 3两
3斤2两茶叶 → 茶叶 3.2斤
大米5吨300公斤 → 大米 5.3吨
1元5角 → CNY 1.5元
3角5分 → CNY 0.35元
12块5 → CNY 12.5元
5元3角2分 → CNY 5.32元
消毒液1400瓶60箱 → 消毒液 1400瓶 (60箱)
口罩5000个/50箱 → 口罩 5000个 (50箱)
口罩5000个（50箱） → 口罩 5000个 (50箱)
口罩50箱共5000个 → 口罩 5000个 (50箱)
口罩50箱5000个 → 口罩 5000个 (50箱)
口罩50箱×2000只 → 口罩 100000只 (50箱)
口罩 50箱 x 2000只 → 口罩 100000只 (50箱)
消毒液24瓶/件×400 → 消毒液 9600瓶 (400件)
消毒液24瓶/件×400件 → 消毒液 9600瓶 (400件)
口罩50箱（每箱2000只） → 口罩 100000只 (50箱)
口罩50箱,每箱2000只 → 口罩 100000只 (50箱)
口罩每箱2000只×50箱 → 口罩 100000只 (50箱)
口罩50箱×2000只/箱 → 口罩 100000只 (50箱)
口罩2000只/箱×50箱 → 口罩 100000只 (50箱)
口罩50箱*2000 → 口罩 100000 (50箱)
20 boxes x 50 masks → masks 1000 (20盒)
口罩10箱×24盒×50只 → 口罩 12000只 (10箱)
消毒液400件×24瓶 → 消毒液 9600瓶 (400件)
消毒液400件(24瓶/件) → 消毒液 9600瓶 (400件)
酒精20桶×5升 → 酒精 100升 (20桶)
大米25公斤/袋×10袋 → 大米 250公斤 (10袋)
口罩5000只@3.5元 → 口罩 5000只 @3.5
口罩5000只@3.5 → 口罩 5000只 @3.5
口罩5000只＠3.5元 → 口罩 5000只 @3.5
口罩5000只@¥3.5 → 口罩 5000只 @3.5
口罩5000只@3.5元/只 → 口罩 5000只 @3.5/只
口罩50箱@700元/箱 → 口罩 50箱 @700/箱
口罩5000只@@17500元 → 口罩 5000只 @@17500
口罩5000只@@1.1万 → 口罩 5000只 @@11000
口罩5000只，单价3.5元 → 口罩 5000只 @3.5
口罩5000只，每只3.5元 → 口罩 5000只 @3.5/只
口罩50箱 每箱700元 → 口罩 50箱 @700/箱
口罩5000只，价值约11万元 → 口罩 5000只 @@~110000
后勤物资价值11万余元 → 后勤物资 ? @@~110000
后勤物资折合11万元 → 后勤物资 ? @@110000
口罩5000个 共计17500元 → 口罩 5000个 @@17500
masks 5000 worth about 110000 yuan → masks 5000 @@~110000
5000 masks at 3.5 yuan each → masks 5000 @3.5
150万元 → CNY 1500000元
¥1,500.00 → CNY 1500元
￥28.16 → CNY 28.16元
28.16元 → CNY 28.16元
人民币5000元整 → CNY 5000元
5000元人民币 → CNY 5000元
RMB5000 → CNY 5000元
CNY 5000 → CNY 5000元
5000 yuan → CNY 5000元
5千块 → CNY 5000元
500块钱 → CNY 500元
现金5000元 → CNY 5000元
捐款5000元 → CNY 5000元
微信红包5000元 → CNY 5000元
五千元 → CNY 5000元
壹万贰仟元整 → CNY 12000元
11万余元 → ~ CNY 110000元
近11万元 → ~ CNY 110000元
1.5 million yuan → CNY 1500000元
5000RMB → CNY 5000元
5块香皂 → 香皂 5块
5块 → CNY 5元
$100 → USD 100美元
US$100 → USD 100美元
100美元 → USD 100美元
HK$500 → HKD 500港元
500港币 → HKD 500港元
500港元 → HKD 500港元
100欧元 → EUR 100欧元
€100 → EUR 100欧元
10000日元 → JPY 10000日元
10000円 → JPY 10000日元
100英镑 → GBP 100英镑
£100 → GBP 100英镑
100 dollars → USD 100美元
一批现金 → CNY ?元
现金若干 → CNY ?元
口罩5000+个 → ~ 口罩 5000个
十几个口罩 → ~ 口罩 10个
口罩数百个 → ~ 口罩 100个
上百个口罩 → ~ 口罩 100个
几十个口罩 → ~ 口罩 10个
几百个口罩 → ~ 口罩 100个
几个口罩 → 口罩 ?个
口罩一批 → 口罩 ?
口罩若干 → 口罩 ?
若干个口罩 → 口罩 ?个
一些口罩 → 口罩 ?
少量口罩 → 口罩 ?
口罩数量不详 → 口罩 ?
口罩等 → 口罩 ?
some masks → masks ?
several boxes of masks → masks ?盒
a batch of masks → masks ?
a number of masks → masks ?
masks unknown → masks ?
近五百斤左右蔬菜 → ~ 蔬菜 500斤
蔬菜近五百斤左右 → ~ 蔬菜 500斤
口罩5万只、消毒液100件 → 口罩 50000只 ; 消毒液 100件
2000个鸭蛋、近500斤蔬菜 → 鸭蛋 2000个 ; ~ 蔬菜 500斤
口罩500个和护目镜20个 → 口罩 500个 ; 护目镜 20个
masks 500, goggles 20 pcs → masks 500 ; goggles 20个
口罩（N95）500个 → 口罩[N95] 500个
口罩500个 护目镜20个 → 口罩 500个 ; 护目镜 20个
口罩500个护目镜20个 → 口罩 500个 ; 护目镜 20个
500个口罩20个护目镜 → 口罩 500个 ; 护目镜 20个
口罩、护目镜各100个 → 口罩 100个 ; 护目镜 100个
口罩、护目镜等物资5000件 → 口罩、护目镜等物资 5000件
口罩1万2千个 → 口罩 12000个
一百二十个口罩 → 口罩 120个
a dozen masks → masks 12
two hundred and fifty masks → masks 250
half a kg of tea → tea 0.5公斤
口罩5k个 → 口罩 5000个
口罩5w个 → 口罩 50000个
1.5个口罩 → 口罩 1.5个
收到口罩5000个 → 口罩 5000个
捐赠口罩5000个 → 口罩 5000个
捐赠箱5个 → 捐赠箱 5个
捐赠物资一批 → 捐赠物资 ?
医用外科口罩（一次性，无菌）2000只 → 医用外科口罩[一次性，无菌] 2000只
医用外科口罩(17.5cm*9.5cm) 2000只 → 医用外科口罩[17.5cm*9.5cm] 2000只
防护服200套、护目镜300副、手套1000双 → 防护服 200套 ; 护目镜 300副 ; 手套 1000双
防护服200套，护目镜300副，手套1000双 → 防护服 200套 ; 护目镜 300副 ; 手套 1000双
防护服200套；护目镜300副； → 防护服 200套 ; 护目镜 300副
1、口罩500个 2、护目镜20个 → 口罩 500个 ; 护目镜 20个
1. 口罩500个 → 口罩 500个
口罩 500 → 口罩 500
500 口罩 → 口罩 500
口罩 数量：500个 → 口罩 500个
口罩 数量500 → 口罩 500
口罩，500个 → 口罩 500个
体温计500支 → 体温计 500支
血压计20台 → 血压计 20台
红外线测温枪10把 → 红外线测温枪 10把
额温枪 5 把 → 额温枪 5把
方便面500桶 → 方便面 500桶
500方便面 → 方便面 500
500桶方便面 → 方便面 500桶
方便面 20箱 （24桶/箱） → 方便面 480桶 (20箱)
1000面罩 → 面罩 1000
面罩1000个 → 面罩 1000个
300对讲机 → 对讲机 300
矿泉水（24瓶/箱）×30箱 → 矿泉水 720瓶 (30箱)
矿泉水30箱，24瓶/箱 → 矿泉水 720瓶 (30箱)
消毒液（500ml）20瓶 → 消毒液[500ml] 20瓶
消毒液20瓶（500ml） → 消毒液 20瓶
大米20袋（25公斤/袋） → 大米 500公斤 (20袋)
大米25kg×20袋 → 大米 500公斤 (20袋)
大米5000斤200袋 → 大米 5000斤 (200袋)
大米20袋，共500公斤 → 大米 500公斤 (20袋)
20袋大米 → 大米 20袋
10袋面粉 → 面粉 10袋
10面条幅 → 条幅 10面
10面锦旗 → 锦旗 10面
鸡蛋300斤 → 鸡蛋 300斤
鸡蛋30枚×10板 → 鸡蛋 300枚 (10板)
鸡蛋1000枚 → 鸡蛋 1000枚
蔬菜三吨 → 蔬菜 3吨
白萝卜5吨 → 白萝卜 5吨
白菜2车 → 白菜 2车
一车蔬菜 → 蔬菜 1车
两卡车蔬菜 → 蔬菜 2卡车
蔬菜近10吨 → ~ 蔬菜 10吨
土豆1万斤 → 土豆 10000斤
苹果200箱，每箱10斤 → 苹果 2000斤 (200箱)
苹果200箱（10斤装） → 苹果 200箱
核桃露50提 → 核桃露 50提
牛奶 100 箱 → 牛奶 100箱
20箱纯牛奶 → 纯牛奶 20箱
酒精喷雾100ml 50瓶 → 酒精喷雾100ml 50瓶
75%医用酒精500ml*20瓶 → 75%医用酒精 10000毫升 (20瓶)
84消毒液 20桶 25kg/桶 → 84消毒液 500公斤 (20桶)
84消毒液25kg/桶*20桶 → 84消毒液 500公斤 (20桶)
84 消毒液 100 瓶 → 84 消毒液 100瓶
N95 口罩 500 只 → N95 口罩 500只
N95口罩500 → N95口罩 500
KN95口罩 1,000只 → KN95口罩 1000只
KF94口罩 200个 → KF94口罩 200个
3M 1860口罩 200只 → 3M 1860口罩 200只
救护车1辆 → 救护车 1辆
负压救护车5辆 → 负压救护车 5辆
呼吸机两台 → 呼吸机 2台
一台呼吸机 → 呼吸机 1台
棉被一百床 → 棉被 100床
棉衣200件 → 棉衣 200件
旧衣服3大袋 → 旧衣服 3大袋
旧衣服若干件 → 旧衣服 ?件
书籍1200册 → 书籍 1200册
图书 500 本 → 图书 500本
课桌椅50套 → 课桌椅 50套
电脑20台 → 电脑 20台
笔记本电脑5台 → 笔记本电脑 5台
笔记本500本 → 笔记本 500本
篮球10个 → 篮球 10个
三轮车2辆 → 三轮车 2辆
三轮电动车2辆 → 三轮电动车 2辆
两轮车3辆 → 两轮车 3辆
五金工具一批 → 五金工具 ?
一次性手套5000双 → 一次性手套 5000双
一次性使用医用口罩（非无菌）2000个 → 一次性使用医用口罩[非无菌] 2000个
一箱口罩 → 口罩 1箱
口罩两箱半 → 口罩 2.5箱
口罩1箱半 → 口罩 1.5箱
一百来个口罩 → ~ 口罩 100个
百余件衣物 → ~ 衣物 100件
千余只口罩 → ~ 口罩 1000只
近千只口罩 → ~ 口罩 1000只
近千口罩 → ~ 口罩 1000
万余斤蔬菜 → ~ 蔬菜 10000斤
口罩上万个 → ~ 口罩 10000个
口罩超10万只 → ~ 口罩 100000只
逾10万只口罩 → ~ 口罩 100000只
口罩10万+ → ~ 口罩 100000
口罩500+ → ~ 口罩 500
口罩1000多个 → ~ 口罩 1000个
1000多个口罩 → ~ 口罩 1000个
口罩一千多个 → ~ 口罩 1000个
20余箱口罩 → ~ 口罩 20箱
口罩20余万只 → ~ 口罩 200000只
口罩约合500个 → ~ 口罩 500个
口罩500个左右 → ~ 口罩 500个
口罩大约有500个 → ~ 口罩 500个
口罩不少于500个 → ~ 口罩 500个
至少500个口罩 → ~ 口罩 500个
差不多500个口罩 → ~ 口罩 500个
口罩将近500个 → ~ 口罩 500个
不到500个口罩 → ~ 口罩 500个
数千个口罩 → ~ 口罩 1000个
好几百个口罩 → ~ 口罩 100个
1-2岁奶粉5罐 → 1-2岁奶粉 5罐
5号电池100节 → 5号电池 100节
2号电池20节 → 2号电池 20节
A4纸10包 → A4纸 10包
A4复印纸10箱 → A4复印纸 10箱
4G手机5台 → 4G手机 5台
iPhone12手机3台 → iPhone12手机 3台
iPad 5台 → iPad 5台
5G手机3台 → 5G手机 3台
维生素B12 100瓶 → 维生素B12 100瓶
维生素B12片100瓶 → 维生素B12片 100瓶
B超机1台 → B超机 1台
X光机1台 → X光机 1台
CT机1台 → CT机 1台
T恤500件 → T恤 500件
LED灯100盏 → LED灯 100盏
60W灯泡10个 → 60W灯泡 10个
220V发电机2台 → 220V发电机 2台
5kW发电机2台 → 5kW发电机 2台
5千瓦发电机2台 → 5千瓦发电机 2台
10米长帐篷5顶 → 10米长帐篷 5顶
12平米帐篷50顶 → 12平米帐篷 50顶
12㎡帐篷50顶 → 12㎡帐篷 50顶
帐篷(12平方米)50顶 → 帐篷[12平方米] 50顶
100m²彩条布5卷 → 100m²彩条布 5卷
彩条布500平方米 → 彩条布 500平方米
彩条布500㎡ → 彩条布 500平方米
水管100米 → 水管 100米
电线500m → 电线 500米
铁丝50kg → 铁丝 50公斤
50KG大米 → 大米 50公斤
大米50KG → 大米 50公斤
大米50Kg → 大米 50公斤
大米 50 千克 → 大米 50公斤
大米50市斤 → 大米 50斤
大米1.5吨 → 大米 1.5吨
5千克大米 → 大米 5公斤
食用油5L×4桶 → 食用油 20升 (4桶)
食用油5L*4桶/箱*10箱 → 食用油 200升 (10箱)
金龙鱼食用油5L 20桶 → 金龙鱼食用油5L 20桶
金龙鱼5L食用油20桶 → 金龙鱼5L食用油 20桶
食用油20桶（5L） → 食用油 20桶
维生素C100片5盒 → 维生素C100片 5盒
大米50㎏ → 大米 50公斤
大米5kg 100袋 → 大米5kg 100袋
口罩5000个，现金2000元 → 口罩 5000个 ; CNY 2000元
现金2000元、口罩5000个 → CNY 2000元 ; 口罩 5000个
口罩5000个和现金2000元 → 口罩 5000个 ; CNY 2000元
价值5000元的口罩 → 口罩 ? @@5000
价值5000元的口罩500个 → 口罩 500个 @@5000
价值约11万元的防疫物资一批 → 防疫物资 ? @@~110000
防疫物资一批，价值约11万元 → 防疫物资 ? @@~110000
防疫物资一批（价值约11万元） → 防疫物资 ? @@~110000
防疫物资一批@@11万 → 防疫物资 ? @@110000
防疫物资一批，折合人民币110,000元 → 防疫物资 ? @@110000
口罩5000个（单价3.5元） → 口罩 5000个 @3.5
口罩5000个（单价：3.5元，合计17500元） → 口罩 5000个 @@17500
口罩5000个 单价3.5 总价17500 → 口罩 5000个 @@17500
口罩5000个 3.5元/个 → 口罩 5000个 @3.5/个
口罩5000个 3.5元一个 → 口罩 5000个 @3.5/个
口罩5000个，3.5元/个，共17500元 → 口罩 5000个 @@17500
口罩5000个，每个3块5 → 口罩 5000个 @3.5/个
口罩5000个@3块5 → 口罩 5000个 @3.5
口罩5000个@ 3.5 元 / 个 → 口罩 5000个 @3.5/个
口罩50箱@700元每箱 → 口罩 50箱 @700/箱
口罩@3.5元 → 口罩 ? @3.5
5000个口罩@3.5元/个 → 口罩 5000个 @3.5/个
5000个口罩@@1.75万元 → 口罩 5000个 @@17500
5000个口罩@@约1.75万元左右 → 口罩 5000个 @@~17500
救灾款10万元 → CNY 100000元
爱心款500元 → CNY 500元
支付宝转账188.88元 → CNY 188.88元
微信转账66.6 → CNY 66.6元
捐款 100 → CNY 100元
善款 → CNY ?元
善款若干 → CNY ?元
善款一批 → CNY ?元
红包10个 → 红包 10个
现金捐款人民币伍仟元整 → CNY 5000元
人民币伍万元整 → CNY 50000元
人民币壹拾万零伍佰元整 → CNY 100500元
贰拾万元 → CNY 200000元
50万元整 → CNY 500000元
十万元 → CNY 100000元
10w元 → CNY 100000元
1.5w元 → CNY 15000元
5k元 → CNY 5000元
1千5百元 → CNY 1500元
一千五百块 → CNY 1500元
三百块钱 → CNY 300元
两块五 → CNY 2.5元
两块五毛 → CNY 2.5元
3块 → CNY 3元
8毛 → CNY 0.8元
8毛钱 → CNY 0.8元
5分钱 → CNY 0.05元
100元5角 → CNY 100.5元
100元零5角 → CNY 100.5元
¥100.5 → CNY 100.5元
￥1,000 → CNY 1000元
¥ 500 → CNY 500元
500¥ → CNY 500元
500 RMB → CNY 500元
RMB 500.00 → CNY 500元
CNY500 → CNY 500元
人民币 5,000.00 元 → CNY 5000元
5000元（伍仟元整） → CNY 5000元
¥5000元 → CNY 5000元
5000元左右 → ~ CNY 5000元
5000多元 → ~ CNY 5000元
几千元 → ~ CNY 1000元
数万元 → ~ CNY 10000元
上万元 → ~ CNY 10000元
百万元 → CNY 1000000元
近百万元 → ~ CNY 1000000元
100余万元 → ~ CNY 1000000元
一百多万元 → ~ CNY 1000000元
5000元 定向用于武汉 → CNY 5000元
捐5000元 → CNY 5000元
捐了5000元 → CNY 5000元
捐赠现金5000元 → CNY 5000元
共计5000元 → CNY 5000元
合计：5000元 → CNY 5000元
金额：5000元 → CNY 5000元
$1,000 → USD 1000美元
1000 USD → USD 1000美元
USD 1000 → USD 1000美元
1000美金 → USD 1000美元
美元1000 → USD 1000美元
港币500元 → HKD 500港元
HKD500 → HKD 500港元
10万港元 → HKD 100000港元
5万日元 → JPY 50000日元
1000 euros → EUR 1000欧元
€ 1,000.50 → EUR 1000.5欧元
500澳元 → AUD 500澳元
新台币1000元 → TWD 1000新台币
一分钱 → CNY 0.01元
5块肥皂 → 肥皂 5块
肥皂5块 → 肥皂 5块
元宵5袋 → 元宵 5袋
5袋元宵 → 元宵 5袋
100元宵 → 元宵 100
9个月婴儿奶粉20罐 → 9个月婴儿奶粉 20罐
1段奶粉20罐 → 1段奶粉 20罐
三段奶粉20罐 → 三段奶粉 20罐
三合一咖啡10盒 → 三合一咖啡 10盒
八角50斤 → 八角 50斤
八角 → 八角 ?
三角板20个 → 三角板 20个
五香豆干3箱 → 五香豆干 3箱
七彩画笔50盒 → 七彩画笔 50盒
九价疫苗10支 → 九价疫苗 10支
十字绣5幅 → 十字绣 5幅
百岁山矿泉水20箱 → 百岁山矿泉水 20箱
百洁布500片 → 百洁布 500片
千斤顶2台 → 千斤顶 2台
千纸鹤1000只 → 千纸鹤 1000只
万用表5个 → 万用表 5个
四件套50套 → 四件套 50套
床上四件套50套 → 床上四件套 50套
3件套床品20套 → 3件套床品 20套
三明治200个 → 三明治 200个
一次性餐盒1000个 → 一次性餐盒 1000个
一体机2台 → 一体机 2台
二维码扫描枪3把 → 二维码扫描枪 3把
二锅头10箱 → 二锅头 10箱
零食20箱 → 零食 20箱
零食一批 → 零食 ?
零件5箱 → 零件 5箱
半自动洗衣机2台 → 半自动洗衣机 2台
半袖衫100件 → 半袖衫 100件
数据线50根 → 数据线 50根
数码相机2台 → 数码相机 2台
几何模型5套 → 几何模型 5套
多功能电饭煲10个 → 多功能电饭煲 10个
10多功能电饭煲 → 多功能电饭煲 10
第二批口罩5000个 → 第二批口罩 5000个
第1批口罩500个 → 第1批口罩 500个
老三样10份 → 老三样 10份
初三课本50本 → 初三课本 50本
周黑鸭20盒 → 周黑鸭 20盒
小米10斤 → 小米 10斤
小米手机5台 → 小米手机 5台
小米5斤 → 小米 5斤
大米十斤 → 大米 10斤
大白菜2000斤 → 大白菜 2000斤
大枣5箱 → 大枣 5箱
黄豆3袋 → 黄豆 3袋
两栖车1辆 → 两栖车 1辆
999感冒灵10盒 → 999感冒灵 10盒
999感冒灵颗粒 → 999感冒灵颗粒 ?
502胶水5瓶 → 502胶水 5瓶
5瓶502胶水 → 502胶水 5瓶
360儿童手表5个 → 360儿童手表 5个
8424西瓜100斤 → 8424西瓜 100斤
7喜2箱 → 7喜 2箱
1号电池20节 → 1号电池 20节
7号电池 → 7号电池 ?
3D打印机1台 → 3D打印机 1台
2B铅笔500支 → 2B铅笔 500支
0糖饮料20箱 → 0糖饮料 20箱
0.9%氯化钠注射液100瓶 → 0.9%氯化钠注射液 100瓶
5%葡萄糖250ml 100瓶 → 5%葡萄糖250ml 100瓶
5%葡萄糖注射液 100瓶 → 5%葡萄糖注射液 100瓶
100%果汁5箱 → 100%果汁 5箱
75度酒精20桶 → 75度酒精 20桶
53度白酒2箱 → 53度白酒 2箱
95%酒精5L → 95%酒精 5升
50寸电视5台 → 50寸电视 5台
55英寸电视机5台 → 55英寸电视机 5台
8寸蛋糕3个 → 8寸蛋糕 3个
38码鞋10双 → 38码鞋 10双
L码T恤50件 → L码T恤 50件
XL号防护服20套 → XL号防护服 20套
185型防护服20套 → 185型防护服 20套
180/100A防护服20套 → 180/100A防护服 20套
口罩 N95 50个 → 口罩 N95 50个
N95 50个 → N95 50个
口罩(N95) 50个 → 口罩[N95] 50个
口罩[N95] 50个 → 口罩[N95] 50个
口罩【N95】50个 → 口罩[N95] 50个
口罩（N95型）（无阀）50个 → 口罩[N95型，无阀] 50个
N95口罩（3M 1860）50个 → N95口罩[3M 1860] 50个
口罩 50个（N95） → 口罩 50个
5000个口罩（N95） → 口罩[N95] 5000个
（N95）口罩50个 → 口罩[N95] 50个
masks (N95) 500 → masks[N95] 500
500 masks (N95) → masks[N95] 500
N95 masks 500 pcs → N95 masks 500个
500 pcs N95 masks → N95 masks 500个
500pcs masks → masks 500个
masks: 500 → masks 500
masks - 500 → masks 500
masks 500 → masks 500
500 x masks → masks 500
Masks 1,000 → Masks 1000
1.5k masks → masks 1500
a box of masks → masks 1盒
two boxes of gloves → gloves 2盒
100 pairs of gloves → gloves 100副
5 bags of rice → rice 5袋
rice 5 bags → rice 5袋
5 bags rice → rice 5袋
50 kg rice → rice 50公斤
rice 50kg → rice 50公斤
rice 50 kg → rice 50公斤
20 cartons x 24 bottles of water → water 480瓶 (20箱)
20 cartons of 24 bottles water → water 480瓶 (20箱)
water 20 cartons (24 bottles per carton) → water 480瓶 (20箱)
24 bottles/carton x 20 cartons water → water 480瓶 (20箱)
half a ton of rice → rice 0.5吨
nearly 500 masks → ~ masks 500
more than 500 masks → ~ masks 500
over 5,000 masks → ~ masks 5000
at least 500 masks → ~ masks 500
some 500 masks → ~ masks 500
500+ masks → ~ masks 500
500 or so masks → ~ masks 500
hundreds of masks → ~ masks 100
several hundred masks → ~ masks 100
thousands of masks → ~ masks 1000
dozens of blankets → ~ blankets 12
a few masks → masks ?
a few hundred masks → ~ masks 100
several masks → masks ?
many masks → masks ?
a couple of tents → tents ?
twenty-five tents → tents 25
one hundred and twenty tents → tents 120
one tent → tent 1
an ambulance → ambulance 1
a mask → mask 1
2 ambulances → ambulances 2
masks 500 and goggles 20 → masks 500 ; goggles 20
500 masks and 20 goggles → masks 500 ; goggles 20
500 masks, 20 goggles and 30 suits → masks 500 ; goggles 20 ; suits 30
masks → masks ?
medical supplies → medical supplies ?
medical supplies worth about 110000 yuan → medical supplies ? @@~110000
500 masks worth 1,750 yuan → masks 500 @@1750
500 masks @3.5 → masks 500 @3.5
500 masks @ 3.5 yuan each → masks 500 @3.5
masks 500 at 3.5 yuan each → masks 500 @3.5
50 test kits → test kits 50
50 first aid kits → first aid kits 50
10 sleeping bags → sleeping bags 10
1 set of dental tools → dental tools 1套
200 sets of bedding → bedding 200套
5 tons of vegetables → vegetables 5吨
five hundred masks → masks 500
three thousand masks → masks 3000
vitamin C 100 tablets → vitamin C 100片
Vitamin B12 50 bottles → Vitamin B12 50瓶
24瓶装矿泉水 → 24瓶装矿泉水 ?
30 suits → suits 30
医用口罩5000只、防护服100套等 → 医用口罩 5000只 ; 防护服 100套
口罩、手套、消毒液等防疫物资一批 → 口罩、手套、消毒液等防疫物资 ?
口罩、手套、消毒液等防疫物资，价值约5万元 → 口罩、手套、消毒液等防疫物资 ? @@~50000
口罩、手套一批 → 口罩 ? ; 手套 ?
口罩500个及护目镜20副 → 口罩 500个 ; 护目镜 20副
口罩500个以及护目镜20副 → 口罩 500个 ; 护目镜 20副
口罩500个，另有护目镜20副 → 口罩 500个 ; 护目镜 20副
口罩500个;护目镜20副 → 口罩 500个 ; 护目镜 20副
口罩500个 ； 护目镜20副 → 口罩 500个 ; 护目镜 20副
口罩500个+护目镜20副 → 口罩 500个 ; 护目镜 20副
口罩500个 + 护目镜20副 → 口罩 500个 ; 护目镜 20副
口罩 500个、 护目镜 20副、 → 口罩 500个 ; 护目镜 20副
和田枣5箱 → 和田枣 5箱
和田大枣5箱、和面机2台 → 和田大枣 5箱 ; 和面机 2台
与众不同牌袜子5双 → 与众不同牌袜子 5双
防护服、护目镜、口罩各50套 → 防护服 50套 ; 护目镜 50套 ; 口罩 50套
口罩和护目镜各100个 → 口罩 100个 ; 护目镜 100个
口罩和护目镜共100个 → 口罩和护目镜 100个
口罩、护目镜共100个 → 口罩、护目镜 100个
500只口罩、20副护目镜 → 口罩 500只 ; 护目镜 20副
500只口罩，20副护目镜，3台呼吸机 → 口罩 500只 ; 护目镜 20副 ; 呼吸机 3台
口罩5000个/50箱，单价3.5元 → 口罩 5000个 (50箱) @3.5
口罩@3.5元 5000个 → 口罩 5000个 @3.5
口罩500个@3.5元、手套20双@@100元 → 口罩 500个 @3.5 ; 手套 20双 @@100
口罩500个@3.5元 手套20双@@100元 → 口罩 500个 @3.5 ; 手套 20双 @@100
口罩500个@3.5元，手套20双@@100元 → 口罩 500个 @3.5 ; 手套 20双 @@100
手套20双价值100元、口罩500个单价3.5元 → 手套 20双 @@100 ; 口罩 500个 @3.5
大米100袋（每袋25公斤） → 大米 2500公斤 (100袋)
大米100袋，25公斤/袋 → 大米 2500公斤 (100袋)
大米25公斤/袋，100袋 → 大米 2500公斤 (100袋)
大米100袋*25kg → 大米 2500公斤 (100袋)
大米 100袋 × 25公斤 → 大米 2500公斤 (100袋)
100袋×25公斤大米 → 大米 2500公斤 (100袋)
25公斤装大米100袋 → 25公斤装大米 100袋
大米（25kg装）100袋 → 大米[25kg装] 100袋
大米25kg装100袋 → 大米25kg装 100袋
大米（25kg/袋）100袋 → 大米 2500公斤 (100袋)
矿泉水24瓶×100箱 → 矿泉水 2400瓶 (100箱)
矿泉水100箱/2400瓶 → 矿泉水 2400瓶 (100箱)
矿泉水2400瓶（100箱） → 矿泉水 2400瓶 (100箱)
矿泉水100箱(2400瓶) → 矿泉水 2400瓶 (100箱)
矿泉水100箱共计2400瓶 → 矿泉水 2400瓶 (100箱)
矿泉水100箱=2400瓶 → 矿泉水 2400瓶 (100箱)
矿泉水100箱×24瓶=2400瓶 → 矿泉水 2400瓶 (100箱)
每箱24瓶的矿泉水100箱 → 矿泉水 2400瓶 (100箱)
100箱矿泉水，每箱24瓶 → 矿泉水 2400瓶 (100箱)
100箱矿泉水（每箱24瓶） → 矿泉水 2400瓶 (100箱)
矿泉水100箱，每箱24瓶，每箱30元 → 矿泉水 2400瓶 (100箱) @30/箱
矿泉水100箱 每箱装24瓶 → 矿泉水 2400瓶 (100箱)
矿泉水100箱（24瓶装） → 矿泉水 100箱
矿泉水100箱（24入） → 矿泉水 100箱
口罩20盒，每盒50只，单价35元/盒 → 口罩 1000只 (20盒) @35/盒
口罩20盒×50 → 口罩 1000 (20盒)
口罩20盒*50只/盒 → 口罩 1000只 (20盒)
口罩50只/盒*20盒 → 口罩 1000只 (20盒)
口罩 50只/盒 20盒 → 口罩 1000只 (20盒)
口罩20盒 50只/盒 → 口罩 1000只 (20盒)
口罩20盒（共1000只） → 口罩 1000只 (20盒)
口罩1000只（20盒） → 口罩 1000只 (20盒)
口罩1000只(50只/盒) → 口罩 1000只
口罩1000只，50只/盒 → 口罩 1000只
口罩1000只（50只/盒，20盒） → 口罩 1000只
口罩1000只/20盒 → 口罩 1000只 (20盒)
10打袜子 → 袜子 10打
袜子10打 → 袜子 10打
一打鸡蛋 → 鸡蛋 1打
两打毛巾 → 毛巾 2打
一双鞋 → 鞋 1双
三双鞋子 → 鞋子 3双
两副手套 → 手套 2副
手套一副 → 手套 1副
一百张床 → 床 100张
床10张 → 床 10张
100张床 → 床 100张
口罩 5 → 口罩 5
口罩5 → 口罩 5
口罩50樘 → 口罩 50樘
玻璃门5樘 → 玻璃门 5樘
香烟2条 → 香烟 2条
2条香烟 → 香烟 2条
5人份快餐 → 快餐 5人份
快餐500份 → 快餐 500份
500份盒饭 → 盒饭 500份
盒饭500份 → 盒饭 500份
500盒饭 → 盒饭 500
自热米饭300盒 → 自热米饭 300盒
50桶桶装水 → 桶装水 50桶
桶装水50桶 → 桶装水 50桶
100瓶瓶装水 → 瓶装水 100瓶
10箱箱包 → 箱包 10箱
50条条幅 → 条幅 50条
100本本子 → 本子 100本
3支支架 → 支架 3支
20块块煤 → 块煤 20块
5管管子 → 管子 5管
100片片仔癀 → 片仔癀 100片
口罩五千个 → 口罩 5000个
五千口罩 → 口罩 5000
口罩贰仟只 → 口罩 2000只
口罩两千五 → 口罩 2500
口罩2千5个 → 口罩 2500个
口罩1亿2千万只 → 口罩 120000000只
口罩壹萬貳仟個 → 口罩 12000个
手套一百雙 → 手套 100双
口罩 ５０００ 个 → 口罩 5000个
口罩５，０００个 → 口罩 5000个
口罩1,000,000个 → 口罩 1000000个
口罩1,0000个 → 口罩 10000个
口罩5 000个 → 口罩 5000个
5 000 masks → masks 5000
口罩五〇〇个 → 口罩 500个
口罩一五〇〇个 → 口罩 1500个
口罩(500个) → 口罩 500个
口罩【500个】 → 口罩 500个
口罩—500个 → 口罩 500个
口罩——500个 → 口罩 500个
口罩 - 500个 → 口罩 500个
口罩=500个 → 口罩 500个
口罩/500个 → 口罩 500个
口罩:500 → 口罩 500
"口罩500个" → 口罩 500个
口罩500个。 → 口罩 500个
口罩500个！ → 口罩 500个
口罩500个; → 口罩 500个
、口罩500个 → 口罩 500个
捐口罩500个 → 口罩 500个
捐赠了500个口罩 → 口罩 500个
共500个口罩 → 口罩 500个
共捐赠口罩500个 → 口罩 500个
总共500个口罩 → 口罩 500个
口罩共计500个 → 口罩 500个
口罩合计约500个 → ~ 口罩 500个
口罩若干、手套一批 → 口罩 ? ; 手套 ?
蔬菜约500余斤 → ~ 蔬菜 500斤
蔬菜500余斤左右 → ~ 蔬菜 500斤
500多斤蔬菜 → ~ 蔬菜 500斤
五百多斤蔬菜 → ~ 蔬菜 500斤
蔬菜一千余斤 → ~ 蔬菜 1000斤
价值不详的药品一批 → 药品 ?
药品一批（价值不详） → 药品 ?
药品（数量不详） → 药品 ?
药品 不详 → 药品 ?
药品等 → 药品 ?
药品等一批 → 药品 ?
生活物资若干 → 生活物资 ?
若干生活物资 → 生活物资 ?
一批生活物资 → 生活物资 ?
2批生活物资 → 生活物资 ?
生活物资3批 → 生活物资 ?
生活物资一车 → 生活物资 1车
生活物资2卡车 → 生活物资 2卡车
几箱水果 → 水果 ?箱
水果几箱 → 水果 ?箱
数箱水果 → 水果 ?箱
好几箱水果 → 水果 ?箱
多箱水果 → 水果 ?箱
水果多箱 → 水果 ?箱
数十箱水果 → ~ 水果 10箱
上千只口罩 → ~ 口罩 1000只
近万只口罩 → ~ 口罩 10000只
一袋半大米 → 大米 1.5袋
两斤半茶叶 → 茶叶 2.5斤
茶叶两斤半 → 茶叶 2.5斤
一个半西瓜 → 西瓜 1.5个
三斤二两肉 → 肉 3.2斤
3斤半肉 → 肉 3.5斤
2公斤500克糖 → 糖 2.5公斤
半箱口罩 → 口罩 0.5箱
半打毛巾 → 毛巾 0.5打
百余只口罩 → ~ 口罩 100只
口罩数百余只 → ~ 口罩 100只
几十万只口罩 → ~ 口罩 100000只
十多万只口罩 → ~ 口罩 100000只
口罩5个左右 → ~ 口罩 5个
口罩一 → 口罩一 ?
口罩一只 → 口罩 1只
一只口罩 → 口罩 1只
一次性口罩 → 一次性口罩 ?
一次性口罩一次性500个 → 一次性口罩一次性 500个
防护服(连体)100套 → 防护服[连体] 100套
防护服 100 套 （连体） → 防护服 100套
防护服100套/50箱 → 防护服 100套 (50箱)
防护服100套，共50箱 → 防护服 100套 (50箱)
XX牌口罩5000个 → XX牌口罩 5000个
3层一次性口罩5000个 → 3层一次性口罩 5000个
三层一次性口罩五千个 → 三层一次性口罩 5000个
口罩3层500个 → 口罩3层 500个
医用外科口罩 (50只/盒) 100盒 → 医用外科口罩 5000只 (100盒)
医用外科口罩 100盒 (50只/盒) @35元/盒 → 医用外科口罩 5000只 (100盒) @35/盒
医用外科口罩100盒×50只@0.7元 → 医用外科口罩 5000只 (100盒) @0.7
医用外科口罩100盒×50只@35元/盒 → 医用外科口罩 5000只 (100盒) @35/盒
N95口罩50箱×2000只@3.5元 → N95口罩 100000只 (50箱) @3.5
口罩5000个@3.5元 一次性 → 口罩 5000个 @3.5
后勤物资 @@ 约11万元 → 后勤物资 ? @@~110000
后勤物资@@11万余元 → 后勤物资 ? @@~110000
后勤物资@@近11万 → 后勤物资 ? @@~110000
广播设备 → 广播设备 ?
广播设备一套 → 广播设备 1套
广播设备1套@@5万元 → 广播设备 1套 @@50000
4K电视1台 → 4K电视 1台
WiFi6路由器20台 → WiFi6路由器 20台
CPAP呼吸机2台 → CPAP呼吸机 2台
ECMO 1台 → ECMO 1台
PCR仪1台 → PCR仪 1台
新冠检测试剂 1000人份 → 新冠检测试剂 1000人份
核酸检测试剂盒（50人份/盒）20盒 → 核酸检测试剂盒 1000人份 (20盒)
连花清瘟胶囊24粒×500盒 → 连花清瘟胶囊 12000粒 (500盒)
连花清瘟胶囊500盒(24粒/盒) → 连花清瘟胶囊 12000粒 (500盒)
一两茶叶 → 茶叶 1两
茶叶一两 → 茶叶 1两
"""

REFUSED = """SeveralReadings ← 抗疫物资一批（口罩500个、手套20双）
SeveralReadings ← 抗疫物资一批（口罩500个）
SeveralReadings ← 100箱矿泉水（含20箱农夫山泉）
SeveralReadings ← 口罩500个（手套20双）
NoQuantity ← 1500
NoQuantity ← NaN
NoQuantity ← inf
NoQuantity ← null
NoQuantity ← None
NoQuantity ← -
NoQuantity ← @3.5元
NoQuantity ← 50万
NoQuantity ← 100床
NoQuantity ← 10台
NoQuantity ← 500件
NoQuantity ← 500个
NoQuantity ← 台
NoQuantity ← 个
NoQuantity ← 口罩 个
NoQuantity ← 约5个
TooFine ← 0.001元
TooFine ← 1.234元
MoneyOrGoods ← 口罩5000元
MoneyOrGoods ← 5000元口罩
MoneyOrGoods ← 口罩 5000元
MoneyWithValue ← 5000元@3
QuantityRange ← 500-600个口罩
QuantityRange ← 蔬菜500~600斤
QuantityRange ← 口罩3至5箱
QuantityRange ← 口罩三五个
QuantityRange ← 两三百个口罩
QuantityRange ← 三四十箱牛奶
QuantityRange ← 七八个
QuantityRange ← 十五六箱水果
QuantityRange ← 口罩500—600个
QuantityRange ← 口罩500到600个
QuantityRange ← 500个到600个口罩
QuantityRange ← 100-200元
QuantityRange ← 100元-200元
QuantityRange ← 500-600 masks
QuantityRange ← 500 to 600 masks
QuantityRange ← 口罩一两个
QuantityRange ← 口罩一两百个
QuantityRange ← 口罩二三十个
QuantityRange ← 口罩5~6个
NoNumber ← 口罩1e5个
NoNumber ← 口罩NaN个
NoNumber ← 口罩inf个
NoNumber ← 2^63个口罩
NoNumber ← 1/0个口罩
NoNumber ← 1,50个口罩
NoNumber ← 1,23,456个口罩
NoNumber ← 1.2.3个口罩
NoNumber ← 1e5元
NoNumber ← NaN元
NoNumber ← 1,50元
NoNumber ← 1e5 masks
NotPositive ← 口罩0个
NotPositive ← 口罩-5个
NotPositive ← 口罩－5个
NotPositive ← -5个口罩
NotPositive ← 口罩负5个
NotPositive ← 零个口罩
NotPositive ← 口罩5000个@0元
NotPositive ← 口罩5000个@-3元
NotPositive ← 口罩5000个价值0元
NotPositive ← -100元
NotPositive ← 0元
NotPositive ← 负100元
NotPositive ← 0 masks
NotPositive ← -5 masks
NotPositive ← masks -5
NotPositive ← 口罩-500
AmountTooLarge ← 9223372036854775808个口罩
AmountTooLarge ← 口罩1000000000000000个
AmountTooLarge ← 99999999999999999元
SeveralReadings ← 口罩、护目镜500个
SeveralReadings ← 大米25公斤20袋
SeveralReadings ← 口罩5000个，2000元
SeveralReadings ← 口罩5000个2000元
SeveralReadings ← 发电机2台5000元
SeveralReadings ← type 3 masks
SeveralReadings ← 矿泉水100箱×24瓶=2500瓶
SeveralReadings ← 口罩5000只/箱
SeveralReadings ← 口罩5箱5只
NotMoney ← 口罩5000个@abc
NotMoney ← 口罩5000个@
NotMoney ← 口罩5000个@$3
NotMoney ← 口罩5000个@3.5元@@17500
NotMoney ← 口罩5000个@1e5
ValueForSeveral ← 一次性医用口罩5000只，防护服100套，合计价值约5万元
ValueForSeveral ← 医用口罩5000只、防护服100套等物资，价值约5万元
"""


def rows(table: str, sign: str) -> list[tuple[str, str]]:
    return [
        (left.strip(" "), right.strip(" ")) for left, right in (row.split(sign) for row in table.strip().splitlines())
    ]


@pytest.mark.parametrize(("text", "expected"), rows(AMOUNTS, " → "))
def test_what_a_text_says(text: str, expected: str) -> None:
    found = parse_quantities(text)
    assert " ; ".join(map(said, found)) == expected
    assert all((one.number is None) == (one.certainty is Certainty.UNKNOWN) for one in found)


@pytest.mark.parametrize(("reason", "text"), rows(REFUSED, " ← "))
def test_what_is_refused(reason: str, text: str) -> None:
    with pytest.raises(getattr(errors, reason)) as caught:
        parse_quantities(text)
    assert str(caught.value)


def test_invisible_and_wide_characters_change_nothing() -> None:
    plain = Quantity.parse("N95口罩5000个")
    for text in (
        "\ufeffN95口\u200b罩5000个",
        "Ｎ９５口罩\u30005000\u00a0个",
        "N95口罩５０００個",
        "  N95口罩\t5000个\n",
    ):
        found = Quantity.parse(text)
        assert (found.item, found.number, found.unit) == (plain.item, plain.number, plain.unit)


def test_written_keeps_the_remark() -> None:
    assert Quantity.parse(" 口罩222箱  规格大小不一 ").written == "口罩222箱 规格大小不一"


def test_money_or_goods_shows_both_ways_out() -> None:
    with pytest.raises(errors.MoneyOrGoods) as caught:
        Quantity.parse("口罩5000元")
    assert caught.value.facts == {"got": "口罩5000元", "money": "5000元 --for 口罩", "goods": "口罩@@5000元"}
    ways = Quantity.parse("口罩@@5000元")
    assert (ways.item, ways.number, ways.price) == (
        "口罩",
        None,
        Price(Fraction(5000), Certainty.EXACT, whole=True, per=None),
    )


def test_lines_are_gifts_of_their_own() -> None:
    assert list(map(said, parse_quantities("口罩500个\n防护服20套\n\n现金2000元"))) == [
        "口罩 500个",
        "防护服 20套",
        "CNY 2000元",
    ]


def test_one_is_asked_for() -> None:
    with pytest.raises(errors.SeveralReadings):
        Quantity.parse("口罩500个、手套20双")


@pytest.mark.parametrize(
    ("text", "yuan", "certainty"),
    [
        ("3.5", "3.5", Certainty.EXACT),
        ("1,500.00元", "1500", Certainty.EXACT),
        ("¥28.16", "28.16", Certainty.EXACT),
        ("约11万元", "110000", Certainty.ABOUT),
        ("11万余元", "110000", Certainty.ABOUT),
        ("三千五百元整", "3500", Certainty.EXACT),
        ("12块5", "12.5", Certainty.EXACT),
        ("0.035", "0.035", Certainty.EXACT),
        ("人民币 5千元", "5000", Certainty.EXACT),
    ],
)
def test_money(text: str, yuan: str, certainty: Certainty) -> None:
    assert parse_money(text) == (Fraction(yuan), certainty)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", errors.NotMoney),
        ("abc", errors.NotMoney),
        ("$100", errors.NotMoney),
        ("100美元", errors.NotMoney),
        ("口罩5000元", errors.NotMoney),
        ("5个", errors.NotMoney),
        ("若干", errors.NotMoney),
        ("1e5", errors.NoNumber),
        ("1,50", errors.NoNumber),
        ("0", errors.NotPositive),
        ("-3元", errors.NotPositive),
        ("9223372036854775808", errors.AmountTooLarge),
        ("9" * 200, errors.AmountTooLarge),
        ("100-200元", errors.QuantityRange),
    ],
)
def test_money_refused(text: str, reason: type[errors.DonationsError]) -> None:
    with pytest.raises(reason):
        parse_money(text)


# --- composed: number form × certainty form × unit × item × order

NUMBERS = {
    "5000": 5000, "5,000": 5000, "5，000": 5000, "５０００": 5000, "1,0000": 10000, "1.5万": 15000, "３.４万": 34000, "1万2千": 12000, "1万2": 12000,
    "三千": 3000, "两万五": 25000, "一百二十": 120, "一千零五十": 1050, "三点五万": 35000, "壹万贰仟": 12000, "5百": 500, "3千": 3000, "5k": 5000,
    "二十五": 25, "两": 2, "7": 7, "1亿": 10**8, "十五": 15,
}  # fmt: skip
BEFORE = {
    "": False,
    "约": True,
    "近": True,
    "大约": True,
    "逾": True,
    "超过": True,
    "将近": True,
    "至少": True,
    "~": True,
    "共": False,
    "共约": True,
}
MIDDLE = {"": False, "余": True, "多": True}
BEHIND = {"": False, "左右": True, "以上": True, "上下": True}
UNITS = ["个", "只", "箱", "瓶", "件", "台", "套", "双", "斤", "公斤", "吨", "桶", "袋", "盒", "顶", "大箱"]
ITEMS = [
    "口罩", "N95口罩", "KN95口罩", "84消毒液", "75%酒精", "一次性手套", "三层口罩", "八宝粥", "百合", "四季豆", "万金油", "二手电脑", "六味地黄丸",
    "五粮液", "百事可乐", "两面针牙膏", "千层饼", "3M防护面具", "蔬菜", "方便面", "体温计", "负压救护车", "双肩包", "面罩",
]  # fmt: skip
ORDERS = [
    "{item}{amount}",
    "{item} {amount}",
    "{item}：{amount}",
    "{amount}{item}",
    "{amount} {item}",
    "{amount}的{item}",
    "{item}（{amount}）",
    "{item}，{amount}",
]


@st.composite
def composed(draw: st.DrawFn) -> tuple[str, str, Fraction, str, Certainty]:
    """A text, and the item, number, unit and certainty it was made of."""
    number, value = draw(st.sampled_from(sorted(NUMBERS.items())))
    unit, item = draw(st.sampled_from(UNITS)), draw(st.sampled_from(ITEMS))
    before, middle, behind = (
        draw(st.sampled_from(sorted(BEFORE))),
        draw(st.sampled_from(sorted(MIDDLE))),
        draw(st.sampled_from(sorted(BEHIND))),
    )
    about = BEFORE[before] or MIDDLE[middle] or BEHIND[behind]
    order = draw(st.sampled_from(ORDERS))
    text = order.format(item=item, amount=f"{before}{number}{middle}{unit}{behind}")
    return text, item, Fraction(value), unit, Certainty.ABOUT if about else Certainty.EXACT


@given(composed())
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_composition_reads_back(made: tuple[str, str, Fraction, str, Certainty]) -> None:
    text, item, value, unit, certainty = made
    found = Quantity.parse(text)
    assert (found.item, found.number, found.unit, found.certainty) == (item, value, unit, certainty), text
    assert found.price is None
    assert found.packs is None


@given(
    st.sampled_from(ITEMS),
    st.integers(1, 500),
    st.integers(2, 500),
    st.sampled_from(["箱", "件", "大箱"]),
    st.sampled_from(["只", "瓶", "个", "副"]),
    st.sampled_from(
        [
            "{i}{a}{o}×{b}{u}",
            "{i} {a}{o} x {b}{u}",
            "{i}{a}{o}（每{o}{b}{u}）",
            "{i}{a}{o}，每{o}{b}{u}",
            "{i}{b}{u}/{o}×{a}",
            "{i}每{o}{b}{u}×{a}{o}",
            "{a}{o}{i}，{b}{u}/{o}",
            "{i}（{b}{u}/{o}）{a}{o}",
        ]
    ),
)
@settings(max_examples=400, deadline=None)
def test_packs_multiply(item: str, packs: int, each: int, outer: str, unit: str, form: str) -> None:
    found = Quantity.parse(form.format(i=item, a=packs, b=each, o=outer, u=unit))
    assert (found.item, found.number, found.unit, found.packs, found.pack_unit) == (
        item,
        Fraction(packs * each),
        unit,
        Fraction(packs),
        outer,
    )


@given(
    st.lists(st.tuples(st.sampled_from(ITEMS), st.integers(1, 10**6), st.sampled_from(UNITS)), min_size=1, max_size=5),
    st.sampled_from(["、", "，", "；", ";", "\n", ", "]),
)
@settings(max_examples=300, deadline=None)
def test_lists_read_back(goods: list[tuple[str, int, str]], separator: str) -> None:
    found = parse_quantities(separator.join(f"{item}{number}{unit}" for item, number, unit in goods))
    assert [(one.item, one.number, one.unit) for one in found] == [
        (item, Fraction(number), unit) for item, number, unit in goods
    ]


@given(
    st.sampled_from(ITEMS),
    st.decimals("0.01", "99999", places=2),
    st.sampled_from(["@{p}", "@{p}元", "@¥{p}", "，单价{p}元", "@{p}元/只", "，每只{p}元", " {p}元/只"]),
)
@settings(max_examples=200, deadline=None)
def test_unit_prices_read_back(item: str, yuan: object, form: str) -> None:
    found = Quantity.parse(f"{item}500只{form.format(p=yuan)}")
    assert found.price is not None
    assert (found.item, found.number, found.price.yuan, found.price.whole) == (
        item,
        Fraction(500),
        Fraction(str(yuan)),
        False,
    )


FRAGMENTS = st.sampled_from(
    [
        *NUMBERS,
        *BEFORE,
        *UNITS,
        *ITEMS,
        *"×x*/()（）@¥$元、,，；和各-—.每的等+%第零",
        "@@",
        "价值",
        "单价",
        "一批",
        "若干",
        "masks",
        "box of",
        "about",
        "1e5",
        "NaN",
        "\x01",
        "²",
        "㎡",
        "①",
        " ",
        "\n",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=25).map("".join)))
@settings(max_examples=1500, deadline=None)
@example("\ud800")
@example("ŉ1İ个ß")
def test_nothing_but_refusals_is_raised(text: str) -> None:
    for parse in (parse_quantities, parse_money):
        with suppress_refusals():
            parse(text)
    with suppress_refusals():
        assert all(
            one.item.strip() and (one.number is None or 0 < one.number < 10**15) for one in parse_quantities(text)
        )


@pytest.mark.parametrize(
    "piece", ["1个", "(", "每箱", "1,", "百", "1-", "a ", "口罩1个 ", "1×", "hundred ", "9", "@", "约", " "]
)
@pytest.mark.parametrize("length", [300, 10_000])
def test_long_texts_are_fast(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    began = time.process_time()
    for parse in (parse_quantities, parse_money):
        with suppress_refusals():
            parse(text)
    assert time.process_time() - began < 0.2  # twice 0.1 s; a slow machine is given some of it
