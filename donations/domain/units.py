"""The units gifts are counted in: which of them convert exactly, which hold others, and their English names."""

from enum import IntEnum
from fractions import Fraction
from functools import cache
from typing import NamedTuple


class Rank(IntEnum):
    """How far out a unit stands in a packing: 50箱×2000只 is counted in 只, 20桶×5升 in 升."""

    MEASURE = 0
    PIECE = 1
    PACK = 2
    CASE = 3
    LOAD = 4


class Unit(NamedTuple):
    """One unit: units of one `dimension` convert by `factor` (how many of the dimension's base one of it is)."""

    name: str
    rank: Rank
    english: tuple[str, ...] = ()
    dimension: str | None = None
    factor: Fraction = Fraction(1)
    decimals: int = 0


_MEASURES: dict[str, dict[str, tuple[Fraction, int, tuple[str, ...]]]] = {
    # dimension: unit: (base units in one, decimals an item counted in it keeps, English)
    "mass": {
        "斤": (Fraction(500), 3, ("jin", "catty", "catties")),
        "公斤": (Fraction(1000), 3, ("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms")),
        "克": (Fraction(1), 0, ("g", "gram", "grams")),
        "两": (Fraction(50), 2, ("liang",)),
        "吨": (Fraction(1000000), 6, ("t", "ton", "tons", "tonne", "tonnes")),
        "毫克": (Fraction(1, 1000), 0, ("mg",)),
        "磅": (Fraction("453.59237"), 3, ("lb", "lbs", "pound", "pounds")),
    },
    "volume": {
        "升": (Fraction(1000), 3, ("l", "litre", "litres", "liter", "liters")),
        "毫升": (Fraction(1), 0, ("ml", "millilitre", "millilitres", "milliliter", "milliliters")),
        "立方米": (
            Fraction(1000000),
            6,
            ("m3", "m³", "㎥", "cubic metre", "cubic metres", "cubic meter", "cubic meters"),
        ),
    },
    "length": {
        "米": (Fraction(1000), 3, ("m", "metre", "metres", "meter", "meters")),
        "厘米": (Fraction(10), 1, ("cm",)),
        "毫米": (Fraction(1), 0, ("mm",)),
        "公里": (Fraction(1000000), 3, ("km",)),
    },
    "area": {"平方米": (Fraction(1), 2, ("sqm", "m2", "m²", "㎡", "square metre", "square metres", "square meters"))},
}

_PIECES: dict[str, tuple[str, ...]] = {
    "个": ("pcs", "pc", "piece", "pieces", "unit", "units"),
    "只": (),
    "枚": (),
    "件": ("item", "items", "parcel", "parcels"),
    "台": ("machine", "machines"),
    "盒": (),
    "瓶": ("bottle", "bottles", "btl", "btls"),
    "支": ("tube", "tubes", "stick", "sticks"),
    "副": ("pair", "pairs", "pr", "prs"),
    "套": ("set", "sets", "suit", "suits", "kit", "kits"),
    "双": (),
    "对": (),
    "条": ("bar", "bars"),
    "片": ("tablet", "tablets", "slice", "slices"),
    "张": ("sheet", "sheets"),
    "份": ("portion", "portions", "serving", "servings", "meal", "meals", "share", "shares"),
    "把": (),
    "顶": (),
    "本": ("volume", "volumes"),
    "块": ("block", "blocks", "cake", "cakes"),
    "根": (),
    "粒": ("pill", "pills"),
    "颗": (),
    "部": (),
    "辆": ("vehicle", "vehicles"),
    "架": (),
    "头": ("head", "heads"),
    "匹": (),
    "尾": (),
    "株": (),
    "棵": (),
    "幅": (),
    "面": (),
    "床": (),
    "封": (),
    "册": ("copy", "copies"),
    "枝": (),
    "朵": (),
    "具": (),
    "门": (),
    "盏": (),
    "杆": (),
    "座": (),
    "扇": (),
    "剂": ("dose", "doses"),
    "针": (),
    "贴": ("plaster", "plasters"),
    "人次": ("person-time", "person-times"),
    "人": ("person", "persons"),
    "场": (),
    "次": (),
    "节": (),
    "滴": (),
    "听": ("can", "cans", "tin", "tins"),
    "罐": ("jar", "jars"),
    "碗": ("bowl", "bowls"),
    "杯": ("cup", "cups"),
    "壶": ("pot", "pots"),
    "盆": (),
    "盘": (),
    "串": (),
    "打": ("dozen", "dozens", "doz", "dz"),
    "刀": (),
    "令": ("ream", "reams"),
    "身": (),
    "间": (),
    "艘": (),
    "顿": (),
    "亩": (),
    "人份": (),
    "樘": (),
    "束": (),
    "挂": (),
    "尊": (),
    "丸": (),
    "桌": (),
}

_SIZED = ("小盒", "中盒", "大盒", "小包", "中包", "大包", "小袋", "中袋", "大袋", "小桶", "大桶", "小瓶", "大瓶", "编织袋")  # fmt: skip

_PACKS: dict[str, tuple[str, ...]] = {
    "盒": ("box", "boxes", "bx", "bxs"),
    "包": ("pack", "packs", "packet", "packets", "package", "packages", "pk", "pks", "pkg", "pkgs"),
    "袋": ("bag", "bags", "sack", "sacks"),
    "提": (),
    "桶": ("bucket", "buckets", "barrel", "barrels", "drum", "drums"),
    "卷": ("roll", "rolls"),
    "捆": ("bundle", "bundles"),
    "筒": (),
    "坛": (),
    "缸": (),
    "篮": ("basket", "baskets"),
    "筐": (),
    "篓": (),
    "扎": (),
    "板": ("tray", "trays"),
    "管": (),
    "排": (),
    "摞": (),
    "沓": (),
    "叠": (),
    "组": ("group", "groups"),
    **dict.fromkeys(_SIZED, ()),
}

_CASES: dict[str, tuple[str, ...]] = {
    "箱": ("carton", "cartons", "case", "cases", "crate", "crates", "ctn", "ctns"),
    "件": (),
    "小箱": (),
    "中箱": (),
    "大箱": (),
    "泡沫箱": (),
    "纸箱": (),
    "整箱": (),
}

_LOADS: dict[str, tuple[str, ...]] = {
    "车": ("truckload", "truckloads", "truck", "trucks"),
    "卡车": (),
    "货车": (),
    "托": ("pallet", "pallets"),
    "托盘": (),
    "柜": ("container", "containers"),
    "集装箱": (),
    "船": (),
}

_OWN_MEASURES: dict[str, tuple[str, ...]] = {
    "加仑": ("gallons", "gallon", "gal", "gals"),
    "盎司": ("ounces", "ounce", "oz"),
    "夸脱": ("quarts", "quart", "qt", "qts"),
}
"""Measures of which several sizes bear one name (a gallon of England or America, ounces of weight or of a fluid): they convert to nothing."""

_OTHER_NAMES = {
    "千克": "公斤",
    "㎏": "公斤",
    "㎎": "毫克",
    "㎖": "毫升",
    "㏄": "毫升",
    "cc": "毫升",
    "㎝": "厘米",
    "㎜": "毫米",
    "㎞": "公里",
    "市斤": "斤",
    "公升": "升",
    "平米": "平方米",
    "立方": "立方米",
    "方": "立方米",
    "千米": "公里",
    "件套": "套",
    "箱子": "箱",
    "盒子": "盒",
    "袋子": "袋",
    "瓶子": "瓶",
    "樽": "瓶",
    "個": "个",
    "隻": "只",
    "雙": "双",
    "張": "张",
    "條": "条",
    "臺": "台",
    "輛": "辆",
    "噸": "吨",
    "組": "组",
    "顆": "颗",
    "塊": "块",
    "頂": "顶",
    "對": "对",
    "車": "车",
    **dict.fromkeys(("整车", "大车"), "车"),
    "櫃": "柜",
    "籃": "篮",
    "捲": "卷",
    "綑": "捆",
    "疊": "叠",
    "劑": "剂",
    "貼": "贴",
    "壺": "壶",
    "冊": "册",
    "間": "间",
    "牀": "床",
    "罐子": "罐",
    "麻袋": "袋",
}
"""Other ways to write one of the units above."""

SAME_PIECE = frozenset({"个", "只", "枚"})
"""The plain counters: one 只 of a thing is one 个 of it."""
_OF_ONE_THING = frozenset("把顶根条支张台部辆架头匹尾株棵幅面床枝具盏座艘尊")
"""Counters of things that are one each: one 顶 of tents is one 个. 片, 粒, 块, 件 and 份 may be a part of one, or hold several."""
_OF_PAIRS = frozenset("双对副")


@cache
def units() -> dict[str, Unit]:
    """Every unit by its Chinese name."""
    known: dict[str, Unit] = {}
    for rank, names in ((Rank.PIECE, _PIECES), (Rank.PACK, _PACKS), (Rank.CASE, _CASES), (Rank.LOAD, _LOADS)):
        for name, english in names.items():
            earlier = known.get(name)
            known[name] = Unit(name, rank, english or (earlier.english if earlier else ()))
    known.update({name: Unit(name, Rank.MEASURE, english, decimals=3) for name, english in _OWN_MEASURES.items()})
    for dimension, members in _MEASURES.items():
        for name, (factor, decimals, english) in members.items():
            known[name] = Unit(name, Rank.MEASURE, english, dimension, factor, decimals)
    return known


@cache
def spellings() -> dict[str, Unit]:
    """Every way to write a unit, Chinese and English (lower case), with the unit it means."""
    known = units()
    every = dict(known)
    every.update({other: known[name] for other, name in _OTHER_NAMES.items() if name in known})
    for unit in known.values():
        every.update(dict.fromkeys(unit.english, unit))
    return every


def unit_named(text: str) -> Unit:
    """The unit that `text` writes; a word that is none of ours is a unit of its own, counted in whole pieces."""
    return spellings().get(text.casefold()) or Unit(text, Rank.PIECE)


def factor_between(unit: str, base: str) -> Fraction | None:
    """How many `base` one `unit` is, exactly; None where nothing in general says so (箱 in 只)."""
    if unit == base or _is_counted_alike({unit, base}):
        return Fraction(1)
    one, other = unit_named(unit), unit_named(base)
    if one.dimension and one.dimension == other.dimension:
        return one.factor / other.factor
    return None


def _is_counted_alike(both: set[str]) -> bool:
    """Whether one of either unit is one of the other, of whatever is counted in them."""
    return both <= SAME_PIECE or both <= _OF_PAIRS or ("个" in both and not both.isdisjoint(_OF_ONE_THING))
