"""Gifts as people write them, composed from a seed, and what each is read as; `python tests/readings.py` writes the list anew.

The list is held so that nobody changes by accident how a text is read: whoever means to sees here what else changes.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from donations import errors
from donations.domain.parsing import parse_quantities
from donations.domain.quantity import Quantity

LIST = Path(__file__).with_suffix(".txt")
APART = "\t"
NUMBER = 2000


def _words(text: str) -> list[str]:
    """Apart by blanks; one within a word is written _."""
    return [word.replace("_", " ") for word in text.split()]


ITEMS = _words(
    "口罩 N95口罩 医用口罩（N95） 84消毒液 75%酒精 酒精500ml 大米 四季豆 面罩 体温枪 矿泉水 牛奶 苹果 护目镜（3M） B12片 包子 消毒片 masks rice 现金 善款 "
    "物资 棉被 一次性手套 百合 3M口罩 方便面 蔬菜"
)
NUMBERS = _words(
    "5 20 500 1.5 5,000 三千 1万2 十几 几百 两 半 12 60 1/2 1½ 100000 3万 二十 half_a two_hundred 一百五十 0 .5 5w 2k"
)
UNITS = _words(
    "个 只 箱 瓶 盒 斤 公斤 毫升 ml 升 kg 包 提 桶 吨 袋 件 套 双 台 元 美元 块 张 人份 米 boxes cartons 两 罐 批 床"
)
BEFORE_NAME = ("", "", "", "", "捐赠", "收到", "共捐赠")
BEFORE_COUNT = ("", "", "", "捐赠", "约", "近", "共", "收到", "另有")
BETWEEN = ("", "", "", " ", "：", "，", "×", "x", "共", "约", "数量", " - ", "（", "各")
BEHIND = (
    "",
    "",
    "",
    "",
    "",
    "余",
    "左右",
    "等",
    "（其中N95 20个）",
    "@3.5",
    "@@5000元",
    "，单价2.5元",
    "/箱",
    "，每箱24瓶",
    "整",
    "，价值约3000元",
    "一批",
    "，送往九江",
)
JOINS = ("、", "，", "；", " ", "和", "+", "\n", " and ")


def _count(chance: random.Random) -> str:
    number, unit = chance.choice(NUMBERS), chance.choice(UNITS)
    blank = " " if unit.isascii() and not number[-1].isdigit() else ""
    packed = (
        f"{chance.choice('×x*')}{chance.choice(NUMBERS[:4])}{chance.choice(UNITS)}" if chance.random() < 0.2 else ""
    )
    return f"{number}{blank}{unit}{packed}"


def _gift(chance: random.Random) -> str:
    item, count = chance.choice(ITEMS), _count(chance)
    behind, between = chance.choice(BEHIND), chance.choice(BETWEEN)
    if chance.random() < 0.3:
        return f"{chance.choice(BEFORE_COUNT)}{count}{chance.choice(('', '的', ' ', ' of '))}{item}{behind}"
    return f"{chance.choice(BEFORE_NAME)}{item}{between}{count}{'）' if between == '（' else ''}{behind}"


def texts() -> Iterator[str]:
    """The composed texts, always the same."""
    chance = random.Random(5)
    for _ in range(NUMBER):
        many = 1 if chance.random() < 0.7 else chance.randint(2, 3)
        yield chance.choice(JOINS).join(_gift(chance) for _ in range(many))


def said(one: Quantity) -> str:
    """All that was read of one gift."""
    price = one.price and f"{'@@' if one.price.whole else '@'}{one.price.yuan} {one.price.per} {one.price.certainty}"
    return f"{one.item}, {one.specification}, {one.number} {one.unit}, {one.certainty}, {one.packs} {one.pack_unit}, {price}"


def read(text: str) -> str:
    """What the text is read as, or which refusal it is."""
    try:
        return "; ".join(map(said, parse_quantities(text)))
    except errors.DonationsError as refusal:
        return type(refusal).__name__


def listed() -> list[tuple[str, str]]:
    """Each text and what it is read as, as the list has it."""
    pairs = (line.partition(APART) for line in LIST.read_text(encoding="utf-8").splitlines())
    return [(text.replace("⏎", "\n"), reading) for text, _, reading in pairs]


if __name__ == "__main__":
    lines = (f"{text}{APART}{read(text)}".replace("\n", "⏎") for text in sorted(set(texts())))
    LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")
