"""Goods that are given everywhere: usual unit, category and English names, so that `masks` finds 口罩."""

from functools import cache
from typing import NamedTuple

from donations.domain import text
from donations.domain.amount import MONEY, MONEY_DECIMALS
from donations.domain.currencies import CURRENCIES


class Common(NamedTuple):
    """One common item; the first English name is the one shown to English readers."""

    name: str
    unit: str
    category: str
    english: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    decimals: int = 0
    is_money: bool = False


MONEY_NAMES = ("人民币", "现金", "善款", "捐款", "资金", "money", "cash", "yuan", "rmb")

_CATEGORIES = {
    "资金": "money", "防护用品": "protective equipment", "消毒用品": "disinfection supplies", "医疗用品": "medical supplies", "食品": "food",
    "生活用品": "daily necessities", "设备": "equipment", "服务": "services",
}  # fmt: skip
"""The categories below, and what people read for them in English."""

_ROWS = """
防护用品|口罩|个|masks,face masks,mask
防护用品|医用口罩|个|medical masks,surgical masks
防护用品|N95口罩|个|N95 masks,N95 respirators
防护用品|KN95口罩|个|KN95 masks
防护用品|护目镜|个|goggles,safety goggles
防护用品|防护服|套|protective suits,protective clothing,hazmat suits
防护用品|隔离衣|件|isolation gowns
防护用品|手套|双|gloves
防护用品|医用手套|双|medical gloves
防护用品|面罩|个|face shields
防护用品|鞋套|双|shoe covers
防护用品|帽子|顶|caps
防护用品|雨衣|件|raincoats
消毒用品|消毒液|瓶|disinfectant,disinfectants
消毒用品|84消毒液|瓶|84 disinfectant
消毒用品|酒精|瓶|alcohol
消毒用品|75%酒精|瓶|75% alcohol
消毒用品|免洗洗手液|瓶|hand sanitizer,hand sanitiser
消毒用品|洗手液|瓶|hand wash
消毒用品|喷雾器|台|sprayers
消毒用品|香皂|块|soap,soap bars
医疗用品|体温计|支|thermometers
医疗用品|额温枪|把|forehead thermometers,infrared thermometers
医疗用品|药品|盒|medicines,medicine
医疗用品|中药|包|herbal medicine
医疗用品|呼吸机|台|ventilators
医疗用品|棉签|包|cotton swabs
食品|鸡蛋|个|eggs,chicken eggs
食品|鸭蛋|个|duck eggs,eggs
食品|蔬菜|斤|vegetables
食品|水果|斤|fruit,fruits
食品|大米|斤|rice
食品|面粉|斤|flour
食品|食用油|桶|cooking oil
食品|猪肉|斤|pork
食品|土豆|斤|potatoes
食品|萝卜|斤|radishes
食品|白菜|斤|cabbages,Chinese cabbage
食品|橙子|斤|oranges
食品|苹果|斤|apples
食品|牛奶|箱|milk
食品|方便面|箱|instant noodles,noodles
食品|矿泉水|箱|mineral water,bottled water,water
食品|饮料|箱|drinks
食品|盒饭|份|boxed meals
食品|面包|个|bread
食品|饼干|箱|biscuits
生活用品|棉被|床|quilts
生活用品|毛毯|床|blankets
生活用品|毛巾|条|towels
生活用品|棉衣|件|padded coats
生活用品|衣服|件|clothes
生活用品|帐篷|顶|tents
生活用品|纸巾|包|tissues
生活用品|后勤物资|批|logistics supplies,supplies
设备|广播设备|套|broadcasting equipment
设备|电脑|台|computers
设备|平板电脑|台|tablets
设备|液晶平面电视|台|LCD televisions,flat-screen televisions
服务|心理咨询|人次|counselling,counseling
"""


@cache
def common_items() -> tuple[Common, ...]:
    """Every common item; money first."""
    money = Common(MONEY, "元", "资金", ("money",), MONEY_NAMES, MONEY_DECIMALS, is_money=True)
    foreign = tuple(
        Common(code, unit, "资金", (english,), decimals=decimals, is_money=True)
        for code, unit, english, decimals in CURRENCIES
    )
    return (money, *foreign, *_goods())


def _goods() -> list[Common]:
    rows = [row.split("|") for row in _ROWS.strip().splitlines()]
    return [Common(name, unit, category, tuple(english.split(","))) for category, name, unit, english in rows]


@cache
def goods_named() -> frozenset[str]:
    """The Chinese names of common goods."""
    return frozenset(row.split("|")[1] for row in _ROWS.strip().splitlines())


def common_named(name: str) -> Common | None:
    """The common item that `name` (Chinese or English) first of all means: eggs are 鸡蛋."""
    return _by_key().get(text.key(name))


def english_name(name: str) -> str:
    """The English name of a common item; its own where there is none."""
    common = common_named(name)
    return common.english[0] if common is not None and common.name == name and common.english else name


def english_category(category: str) -> str:
    """The English name of a category of common items; that of another is as somebody wrote it."""
    return _CATEGORIES.get(category, category)


@cache
def _by_key() -> dict[str, Common]:
    found: dict[str, Common] = {}
    for common in common_items():
        for name in (common.name, *common.english, *common.aliases):
            found.setdefault(text.key(name), common)
    return found


def all_named(name: str) -> list[str]:
    """The Chinese names of every common item that `name` can mean: eggs are 鸡蛋 and 鸭蛋."""
    key = text.key(name)
    return [
        common.name
        for common in common_items()
        if key in {text.key(n) for n in (common.name, *common.english, *common.aliases)}
    ]
