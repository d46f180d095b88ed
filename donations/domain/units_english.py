"""What English readers read for the units gifts are counted in."""

from donations.domain.currencies import CURRENCIES
from donations.domain.units import Rank, units

_SHOWN = {
    "双": "pairs", "对": "pairs", "人": "persons", "次": "times", "提": "packs", "板": "trays", "管": "tubes", "筒": "canisters",
    "坛": "jars", "缸": "vats", "筐": "baskets", "篓": "baskets", "扎": "bundles", "排": "rows", "摞": "stacks", "沓": "stacks",
    "叠": "stacks", "小盒": "small boxes", "中盒": "medium boxes", "大盒": "large boxes", "小包": "small packs", "中包": "medium packs",
    "大包": "large packs", "小袋": "small bags", "中袋": "medium bags", "大袋": "large bags", "小桶": "small buckets",
    "大桶": "large buckets", "小瓶": "small bottles", "大瓶": "large bottles", "编织袋": "woven bags", "小箱": "small cartons",
    "中箱": "medium cartons", "大箱": "large cartons", "泡沫箱": "foam boxes", "纸箱": "paper cartons", "整箱": "full cartons",
    "卡车": "truckloads", "货车": "truckloads", "托盘": "pallets", "集装箱": "containers", "船": "shiploads",
}  # fmt: skip
"""What people read for units that have no English word to type."""

_READ_AS = dict.fromkeys("条支张台片粒块", "pcs") | {
    "本": "copies", "头": "head", "人份": "portions", "顿": "meals", "亩": "mu", "场": "sessions", "节": "sessions", "滴": "drops",
    "身": "suits", "桌": "tables", "间": "rooms", "串": "strings", "束": "bunches", "盆": "pots", "盘": "plates", "刀": "quires",
    "针": "doses",
}  # fmt: skip
"""What people read for counters of many sorts of things: 条 counts towels, fishes and cartons of cigarettes, though `bars` is typed for it."""

_MONEY = {"元": "yuan"} | {unit: english for _code, unit, english, _decimals in CURRENCIES}
"""What amounts of money are counted in, which is no unit of goods."""


def english_of(unit: str) -> str:
    """The unit in English for people to read; the Chinese one where there is no word for it."""
    known = units().get(unit)
    if known is None:
        return _MONEY.get(unit, unit)
    if unit in _READ_AS:
        return _READ_AS[unit]
    if not known.english:  # Chinese counts hats, quilts and cars by words that English does without
        return _SHOWN.get(unit, "pcs" if known.rank is Rank.PIECE else unit)
    plurals = (word for word in known.english if word.endswith("s") and known.dimension is None)
    return next(plurals, known.english[0])


def english_of_one(unit: str) -> str:
    """The unit in English where there is one of it; the Chinese one where there is no word for it."""
    shown, known = english_of(unit), units().get(unit)
    if known is None or not shown.endswith("s"):
        return shown
    singular = None if unit in _READ_AS else next((word for word in known.english if not word.endswith("s")), None)
    return singular or _of_one(shown)


def _of_one(plural: str) -> str:
    if plural.endswith("ies"):
        return plural.removesuffix("ies") + "y"
    return plural.removesuffix("es" if plural.endswith(("xes", "ches")) else "s")
