"""What a word looks like that stands where it may not belong: a person, or a shop."""

import re

from donations.domain.masking import COMPOUND_SURNAMES, names_an_organisation
from donations.domain.traditional import simplified

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅卞齐康伍顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈祝董梁杜阮蓝贾路江童"
    "颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪石崔龚程邢陆翁荀段侯宁甘武刘景龙叶黎白蒲赖卓乔谭温庄柴阎连"
    "习艾容向古易廖耿曾沙关相游权简饶肖牟欧文闫冉桂兰涂丛岳佟仇谷辛敖管祖车代苑晏聂邝"
    "趙錢孫吳鮑馮陳衛蔣韓楊許呂張嚴華謝鄒竇蘇魯韋馬鳳費賀湯羅畢鄔齊顧黃蕭紀龐項藍賈顏鍾鐘駱盧鄧龔龍葉賴喬譚溫"
    "莊閻連關權簡饒歐閆蘭塗叢嶽聶鄺劉鄭陸萬寧習車"
)
"""Usual surnames of one character, in simplified and in traditional ones; without 全, 单, 年 and others that stand before 合计 as a word."""

_SELLER_WORDS = """
店 厂 公司 超市 商行 药房 商场 商城 经营部 批发部 门市部 专卖 商贸 合作社 菜市场
"""
_SELLERS = tuple(_SELLER_WORDS.split())
_FEWEST = 3
_THINGS = tuple(
    "巾糖粉油米面肉鱼蛋菜果瓜豆奶茶水液酒精药片皂鞋衣服裤袜帽被毯褥套罩布纸笔本书包袋盒箱桶车机器灯炉锅碗盆杯椅桌床垫伞绳架板旗计料材物资品具金费款灰砖沙木竹花草苗生粱薯菇榴葱蒜醋膏线鸡鸭牛羊猪"
)


_NO_NAMES = "任[务何]|何[时处地]|方[便式]|程序|路[人过]|常[年规]|费用|金[额秋色]|万元?|时[间候]|高[中校考管层]|谢谢|祝[福愿贺]|关[爱心]|温[暖馨]|成[人员]|向.区|车[队友租补险贴]|房[租金产]|余[额数]|管理|顾问|文印|安[装保全]|贺礼|常务|方案|广[场告]|连续|计划|白[条事]|喜事|江[苏西]|安徽|甘肃|宁夏|..付|.[^丰秋夏喜庆广永]收|.[^建世]交"
"""Words that begin with what is a surname too; 李华收 says who took the money, 王丰收 and 李建交 are people."""


def may_be_word(name: str) -> bool:
    """Whether what looks like a person's name is a word: 金额, 房租."""
    return re.fullmatch(_NO_NAMES, simplified(name)) is not None


def may_be_person(word: str) -> bool:
    """Whether it is a surname and one or two characters: 王芳, 欧阳小明; not 毛巾 or 白糖, which end like a thing."""
    compound = word[:2] in COMPOUND_SURNAMES
    given = word[2:] if compound and len(word) > 2 else word[1:]  # noqa: PLR2004 - 欧阳 alone is 欧 and a given name
    if not (compound or word[:1] in SURNAMES) or len(given) not in (1, 2):
        return False
    return all("\u3400" <= character <= "\u9fff" for character in word) and not word.endswith(_THINGS)


def may_be_seller(word: str) -> bool:
    """Whether it ends like a shop, a company or a body: 阳光粮油店, 甲公司."""
    return (len(word) >= _FEWEST and word.endswith(_SELLERS)) or names_an_organisation(word)
