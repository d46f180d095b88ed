"""Names of goods that hold numerals or units, and the folding of a text before it is read.

No grammar can know that 四季豆 is no four of 季豆: these names are data, and the grammar asks for them.
"""

import unicodedata
from fractions import Fraction
from functools import cache, lru_cache

from donations.domain.text import tidy
from donations.domain.traditional import GOODS

_NUMBER_NAMES = """
84消毒 84_disinfectant 84_disinfectants 84_disinfecting 84_disinfection 84_sanitizer 84_sanitiser 84_bleach 84_powder 84_liquid 84_solution 84_cleaner 84_antiseptic
84牌 84液 84泡腾 502胶 502强力 502_glue 502_adhesive 999感冒 999皮炎 999胃泰 999小儿 999抗 999_cold 999_flu 999_ganmao 999_granules 999_medicine 360儿童 360手机 360摄像 360行车 361度 8848手机 1573国窖 3m 3d 4g 5g 7喜 95酒精 75酒精 75度 53度 13价 23价
一次 一体 一滴水 一品 一口 一级 一等 一号 一角 一生 一家 一字 一片云 一加 一汽 一念 一叶
二手 二次 二维 二氧 二甲 二胡 二号 二级 二锅头 两用 两面针 两性霉素
三七 三角 三轮 三脚 三层 三黄 三九 三星 三文 三合 三明治 三通 三防 三用 三联 三只松鼠 三枪 三鲜 三门冰箱 三件套
四季 四物 四方 四件套 四轮 四氯 四川 四特
五粮 五香 五金 五花 五角 五菱 五谷 五常 五星 五味 五芳 五羊
六味 六神 六角 六必 六一 七分裤 七分袖 七匹狼 七喜 七彩 七星 七座
八宝 八角 八珍 八喜 八仙 八马 八段 九阳 九制 九价 九分裤 九层塔 九牧
十三香 十滴水 十全 十字 十月 十面埋伏
百合 百事 百岁 百香 百洁 百雀 百草 百威 百年 百部 百叶 百变 百科 百货 百褶 百丽 百家 百洋 百灵 百度 百安 百花 百奇 百醇
千层 千张 千斤顶 千金 千岛 千页 千叶 千禾 千纸鹤 千里光 千足金
万金油 万能 万用 万年 万向 万花 万通 万应 万宝 万和 万家 万圣 万艾可 万古 万寿 万科 万达
亿滋 亿家 亿联 亿田 零食 零件 零钱 零部件 半袖 半身 半导体 半成品 半自动 半挂 半截 半夏 半球 半枝莲 半边莲 半边天 半面罩 半干 半价 半年
数据 数码 数控 数显 数学 数字 数位 几何 几内亚 多功能 几丁
三八节 三八妇女 三八红旗 一心 一帆 一马当先 一鼓作气 一尘不染 一诺千金 一千零一夜 两全其美 三心二意 三头六臂 三生有幸 三阳开泰 四面八方 四通八达 四海 五湖四海 五颜六色 五福
六六大顺 七上八下 八方支援 九牛一毛 十拿九稳 十万火急 十万个为什么 十万八千里 百发百中 百里挑一 百折不挠 百家争鸣 百家姓 百万雄师 百万富翁 百花齐放 百战百胜
千方百计 千言万语 千家万户 千山万水 千军万马 千载难逢 千秋万代 千古 千辛万苦 千钧一发 千里马 千里之 千百年 万事如意 万事大吉 万众一心 万水千山 万无一失 万象更新
万紫千红 万里长城 万里无云 万家灯火 亿万
"""

_UNIT_NAMES = """
包子 包菜 包装 包裹 包被 包谷 片仔癀 罐头 罐装 桶装 桶面 袋装 瓶装 盒装 盒饭 盒子 袋子 瓶子 箱子 箱包 桶子 板蓝根 板凳 板房 板栗 板鸭 卷纸
卷心菜 卷筒 卷尺 卷轴 面粉 面包 面罩 面巾 面条 面膜 面屏 面霜 面食 面料 面筋 米粉 米面 米饭 米线 米糊 米油 米酒 米糕 米醋 床单 床垫 床上
床头 床品 床架 床罩 头套 头盔 头孢 头灯 头巾 头罩 头戴 头绳 头饰 本子 本册 把手 台灯 台历 台式 台布 台秤 车票 车载 车辆 支架 支气管 方便 方舱
方桌 方糖 对讲 对联 对虾 管子 管件 管材 管钳 串珠 筒灯 针管 针头 针织 针线 针剂 门帘 门禁 门票 门锁 架子 令牌 打火 打印 打包 打气 打字
盘子 盘碟 杯子 杯面 碗筷 碗面 碗碟 盆栽 盆子 壶铃 刀具 刀片 块菌 块煤 贴纸 贴膜 元宵 元件 元器件 分析 分餐 分体 分液 分子 升降 克林霉素 克拉
克霉唑 人参 人血 人造 人字 组合 组装 组件 套装 套餐 套头 套鞋 套筒 套裙 副食 提包 提子 提篮 提灯 枝江 枝条 花卉 粒子 颗粒 听诊 听力 场地
封条 封箱 封口 条幅 条码 座椅 座机 座垫 杆秤 扇子 节能 剂型 节目 根茎 株苗 件套 张力 张贴 份子 份饭 份菜 瓶盖 瓶起 双肩 双氧 双黄连 双层
双面 双人 双头 双开 双门 双频 双汇 双歧 两用 块状 片剂 粒状 管状 条状 排球 排骨 排插 排风 排气 组织 吨包 身份 身体 具有 架空 部队
幅面 顿号 打底 打蛋 公斤秤 米尺 升级 排毒 扎带 扎啤 扎丝 板材 板鞋 板擦 板式 管道 管理 捆绑 捆扎 t恤 t台 筐子 篮子 篮球 缸子 坛子 尾货
"""
"""Goods that begin with a unit: 100面罩 is a hundred 面罩, while 100面镜子 is a hundred 面 of 镜子."""


TEXTS_AT_ONCE, LONG_AT_ONCE = 1024, 256
"""While a cell is read its parts are looked at a dozen times, and cells below it say again 手套20双.

Of fewer it is kept what counts stand in them: of a long text that can be a hundred.
"""


_NUMERALS = "參"
"""What is a number beside a word's character: 參萬 and 參加; 参 of 丹参 is none."""


@lru_cache(maxsize=TEXTS_AT_ONCE)
def fold(text: str) -> str:
    """`text` for reading, character for character: widths, dashes and signs of multiplication made plain, and the traditional
    characters of the words that it is read by (捐贈口罩500個).
    """
    return "".join(map(_folded, text))


@cache
def _folded(character: str) -> str:
    plain = _PLAIN.get(character)
    if plain:
        return plain
    if unicodedata.category(character) == "No":
        return character  # ² and ① are no digits to count with
    normal = unicodedata.normalize("NFKC", character)
    return character if len(normal) != 1 or normal in _NUMERALS else normal.translate(GOODS)


_PLAIN = {
    "−": "-", "–": "-", "‐": "-", "‑": "-", "―": "—", "─": "—",
    "✕": "×", "✖": "×", "╳": "×", "⨯": "×", "*": "×", "＊": "×", "·": "×", "•": "×", "∙": "×",
    "⋅": "×", "乘": "×", "【": "(", "】": ")", "[": "(", "]": ")", "［": "(", "］": ")", "〔": "(", "〕": ")", "〈": "(",
    "〉": ")", "｛": "(", "｝": ")", "{": "(", "}": ")", "〜": "~", "∼": "~", "≒": "≈", "‧": "×",
    "圆": "元", "圓": "元", "個": "个", "來": "来",
}  # fmt: skip


@lru_cache(maxsize=TEXTS_AT_ONCE)
def lowered(text: str) -> str:
    """`text` in lower case, character for character."""
    low = text.lower()
    if len(low) == len(text) and "Σ" not in text:  # the last of a word would be ς
        return low
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def prepared(text: str) -> str:
    """`text` tidied, with full-width letters and digits made plain."""
    return "".join(map(_plain_letter, tidy(text)))


def _plain_letter(character: str) -> str:
    wide = "\uff10" <= character <= "\uff19" or "\uff21" <= character <= "\uff3a" or "\uff41" <= character <= "\uff5a"
    return unicodedata.normalize("NFKC", character) if wide else character


@cache
def _by_first(words: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in words.split():
        found.setdefault(word[0], []).append(word.replace("_", " "))
    return {first: tuple(sorted(of, key=len, reverse=True)) for first, of in found.items()}


def number_name_at(text: str, position: int) -> int:
    """The length of the name beginning with a numeral at `position` (84消毒液, 百合, 一次性); 0 where none is."""
    return _name_at(_NUMBER_NAMES, text, position)


def begins_with_multiplier(text: str, position: int, digit: Fraction) -> bool:
    """Whether the 百 or 千 at `position` behind `digit` begins a name, 5百合; not so in 宣传单5千张, though 千张 is a name too."""
    length = number_name_at(text, position)
    is_counted = length == 2 and text[position + 1] in COUNTERS and digit < 10  # noqa: PLR2004 - 千张, 百部
    return length > 0 and not is_counted


def unit_name_at(text: str, position: int) -> int:
    """The length of the name beginning with a unit at `position` (包子, 面罩); 0 where none is."""
    return _name_at(_UNIT_NAMES, text, position)


_RAISED = frozenset("²³")


def _name_at(words: str, text: str, position: int) -> int:
    for word in _by_first(words).get(text[position : position + 1], ()):
        if text.startswith((word, _spaced(word)), position):
            behind = text[position + len(word) : position + len(word) + 1]
            cut = word[-1].isascii() and (
                (behind.isascii() and behind.isalnum()) or behind in _RAISED
            )  # 3m in 3mm, 3m²
            return 0 if cut else len(word)
    return 0


@cache
def _spaced(word: str) -> str:
    """84 消毒 for 84消毒."""
    digits = word.rstrip("".join(character for character in word if not character.isascii()))
    return f"{digits} {word[len(digits) :]}" if digits and len(digits) < len(word) else word


COUNTERS = frozenset("个只件箱盒瓶台包袋支副套双条片张份把顶本块根粒斤公吨升元万千百十亿位名人床辆部桶提卷罐枚")
"""Characters by which 一两 is one or two of something, and no 两 of it."""


def takes_from_word(text: str, unit_start: int, unit_end: int) -> bool:
    """Whether reading a unit there would cut a word of goods in two: 包|子 in 100包子."""
    if unit_start + unit_name_at(text, unit_start) <= unit_end:
        return False
    return not (unit_name_at(text, unit_end) or number_name_at(text, unit_end))
