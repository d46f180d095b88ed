"""Gifts of goods are made up first and laid out as tables then, in many ways at once: what is read is what was made up, or refused."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from harness.tables import each_record, settings

from donations.domain.amount import Certainty
from donations.domain.entry import Draft, Role
from donations.importers.sheet import Merged, Sheet
from donations.importers.tables import tables

GOODS = (
    ("医用口罩", "N95", "只"), ("84消毒液", "500ml", "瓶"), ("75%酒精", "20L", "桶"), ("防护服", "均码", "套"), ("大米", "25kg", "袋"),
    ("矿泉水", "", "件"), ("医用手套", "L号", "双"), ("体温枪", "", "支"), ("猪肉", "", "公斤"), ("图书", "", "册"),
)  # fmt: skip
DONORS = (
    "甲公司", "舟山市慈善总会", "某某银行总行", "第三人民医院", "一米阳光公益联合会", "李华", "2008届3班全体同学", "合计科技有限公司",
    "上海某某科技有限公司九江分公司", "注册会计师协会", "爱心人士", "Kaiyuan Tech Ltd.",
)  # fmt: skip
TAKERS = ("市第一人民医院", "东乡镇卫生院", "九江市第三中学")
HEADINGS = {
    "serial": ("序号", "编号"), "date": ("日期", "捐赠时间", "接收日期"), "donor": ("捐赠单位", "捐赠方", "捐赠单位（个人）", "来源"),
    "recipient": ("接收单位", "受赠方", "去向"), "item": ("品名", "物资名称", "捐赠物资"), "specification": ("规格", "规格型号"),
    "unit": ("单位", "计量单位"), "quantity": ("数量", "数量总计", "捐赠数量"), "value": ("折算金额（元）", "价值（元）", "金额（元）"),
    "content": ("捐赠物资及数量", "捐赠物品"), "note": ("备注", "说明"),
}  # fmt: skip
ABOVE = {"item": "物资信息", "specification": "物资信息", "unit": "物资信息", "quantity": "物资信息"}
CHOICES = {
    "way": ("in", "in", "relay"), "goods": ("split", "split", "one cell", "listed", "content"), "days": ("column", "column", "line", "title"),
    "levels": (1, 1, 2, 3), "repeated": ("written", "blank", "merged"), "serial": ("", "", "1", "一", "（1）"), "again": (False, False, True),
    "subtotal": ("", "", "小计", "合计", "name"), "total": (False, True), "foot": ("", "注：以上数据截至3月1日。", "signed"), "value": (False, False, True),
    "side": (False, False, False, True), "mixed": (False, False, True), "apart": ("、", "；", "\n"), "note": (False, True),
}  # fmt: skip
HAN = "零一二三四五六七八九十"


@dataclass(frozen=True)
class Line:
    """One of the goods of a gift."""

    day: date
    donor: str
    recipient: str
    item: str
    specification: str
    unit: str
    number: int
    value: int | None
    note: str
    gift: int


def gifts_of(chance: random.Random, how: dict[str, object]) -> list[Line]:
    """The truth, as far as such a table can say it."""
    lines, day = list[Line](), date(2020, 1, 20)
    for gift in range(chance.randint(1, 7)):
        day += timedelta(days=chance.choice((0, 1, 3)))
        donor, taker = chance.choice(DONORS), chance.choice(TAKERS) if how["way"] == "relay" else ""
        note = chance.choice(("", "冷藏", "第一批")) if how["note"] else ""
        for item, specification, unit in chance.sample(GOODS, chance.choice((1, 1, 2, 3))):
            number = chance.choice((1, 5, 20, 100, 1500, chance.randint(2, 9999)))
            value = number * chance.randint(2, 50) if how["value"] and chance.random() < 0.8 else None
            lines.append(Line(day, donor, taker, item, specification, unit, number, value, note, gift))
    if how["days"] == "title":
        lines = [replace(line, day=day) for line in lines]
    if how["goods"] in ("listed", "content"):
        lines = [replace(line, specification="", value=None) for line in lines]
    return lines


def columns_of(chance: random.Random, how: dict[str, object]) -> list[str]:
    """Which columns there are, in which order."""
    goods = {
        "split": ["item", "specification", *chance.choice((["unit", "quantity"], ["quantity", "unit"]))],
        "one cell": ["item", "specification", "quantity"],
        "listed": ["item", "quantity"],
        "content": ["content"],
    }[str(how["goods"])]
    rest = [*(["date"] if how["days"] == "column" else []), "donor", *goods]
    rest += ["value"] if how["value"] and how["goods"] in ("split", "one cell") else []
    rest += ["recipient"] if how["way"] == "relay" else []
    rest += ["note"] if how["note"] else []
    if how["mixed"] and how["levels"] == 1:
        chance.shuffle(rest)
    return ["serial", *rest] if how["serial"] else rest


class Page:
    """A table as it grows; `merged` says which cells lie under the one above."""

    def __init__(self, chance: random.Random, how: dict[str, object], columns: list[str]) -> None:
        self.how, self.columns, self.rows = how, columns, list[list[str]]()
        self.named = {column: chance.choice(HEADINGS[column]) for column in columns}
        self.count = 0

    def words(self, text: str) -> None:
        self.rows.append([text, *[""] * (len(self.columns) - 1)])

    def headings(self) -> None:
        names = [self.named[column] for column in self.columns]
        over = [ABOVE.get(column, "") for column in self.columns]
        if self.how["levels"] == 1 or sum(map(bool, over)) < 2:
            self.rows.append(names)
            return
        first = [
            name if not up else up if over.index(up) == at else ""
            for at, (name, up) in enumerate(zip(names, over, strict=True))
        ]
        second = ["明细" if up and over.index(up) == at else "" for at, up in enumerate(over)]
        self.rows += [
            first,
            *([second] if self.how["levels"] == 3 else []),
            [name if up else "" for name, up in zip(names, over, strict=True)],
        ]

    def gift(self, lines: list[Line], *, is_more: bool) -> None:
        """A row of one or more goods; `is_more`: of the gift of the row above."""
        self.count += 1
        first, sign = lines[0], str(self.how["apart"])
        amounts = [f"{line.number}{line.unit}" for line in lines]
        said = {
            "serial": {"1": f"{self.count}", "一": HAN[self.count] if self.count <= 10 else f"{self.count}"}.get(str(self.how["serial"]), f"（{self.count}）"),
            "date": f"{first.day:%Y.%-m.%-d}", "donor": first.donor, "recipient": first.recipient, "item": sign.join(line.item for line in lines),
            "specification": first.specification, "unit": first.unit, "value": "" if first.value is None else f"{first.value}", "note": first.note,
            "quantity": f"{first.number:,}" if self.how["goods"] == "split" else sign.join(amounts),
            "content": sign.join(f"{line.item}{amount}" for line, amount in zip(lines, amounts, strict=True)),
        }  # fmt: skip
        above = self.rows[-1]
        row = [said[column] for column in self.columns]
        if is_more and self.how["repeated"] != "written":
            for at, column in enumerate(self.columns):
                if column in ("date", "donor"):
                    upper = above[at]
                    of = upper.of if isinstance(upper, Merged) else upper
                    row[at] = Merged(of, down=True) if self.how["repeated"] == "merged" else ""
        self.rows.append(row)

    def total(self, word: str, lines: list[Line]) -> None:
        sums = {"quantity": sum(line.number for line in lines), "value": sum(line.value or 0 for line in lines)}
        at = next(at for at, column in enumerate(self.columns) if column not in ("quantity", "value"))
        row = [
            f"{sums[column]}" if sums.get(column) and self.how["goods"] != "listed" else "" for column in self.columns
        ]
        row[at] = word
        if any(text for place, text in enumerate(row) if place != at):
            self.rows.append(row)


def laid_out(lines: list[Line], chance: random.Random, how: dict[str, object]) -> list[list[str]]:
    """The table of these gifts."""
    page = Page(chance, how, columns_of(chance, how))
    page.words(f"某某协会接收捐赠物资公示（截至2020年{lines[-1].day:%-m月%-d日}）")
    page.headings()
    in_one = how["goods"] in ("listed", "content")
    rows = [[line] for line in lines]
    if in_one:
        rows = [[line for line in lines if line.gift == gift] for gift in sorted({line.gift for line in lines})]
    if how["side"] and how["days"] != "line":
        return side_by_side(page, rows)
    part, last = list[Line](), None
    for row in rows:
        line = row[0]
        new = last is None or line.gift != last.gift
        if last is not None and new and how["subtotal"]:
            page.total(f"{last.donor}小计" if how["subtotal"] == "name" else str(how["subtotal"]), part)
            part = []
        if last is not None and new and how["again"] and chance.random() < 0.4:
            page.headings()
        if how["days"] == "line" and (last is None or line.day != last.day):
            page.words(f"日期：{line.day}")
        page.gift(row, is_more=not new)
        part, last = [*part, *row], line
    if how["total"]:
        page.total("总计", lines)
    if how["foot"] == "signed" and len(page.columns) > 1:
        page.rows.append(["制表人：李四", *[""] * (len(page.columns) - 2), "审核人：王五"])
    elif how["foot"]:
        page.words(str(how["foot"]))
    return page.rows


def side_by_side(page: Page, rows: list[list[Line]]) -> list[list[str]]:
    """Two gifts in each row."""
    title, headings = page.rows[0], [page.named[column] for column in page.columns]
    page.rows = [title]
    page.how = {**page.how, "repeated": "written"}
    for row in rows:
        page.gift(row, is_more=False)
    singles = [*page.rows[1:], *([[""] * len(headings)] if len(rows) % 2 else [])]
    pairs = zip(singles[::2], singles[1::2], strict=True)
    return [[*title, *[""] * len(headings)], headings * 2, *([*left, *right] for left, right in pairs)]


def read(rows: list[list[str]]) -> tuple[Counter[tuple[object, ...]], list[str]]:
    """What is drafted of a table, and what is refused of it."""
    found, refused = Counter[tuple[object, ...]](), list[str]()
    for table in tables(Sheet(None, iter(list(enumerate(rows, 1)))), settings()):
        for record in each_record(table):
            refused += [slip.expected for slip in record.slips]
            found.update(told(record.drafts))
        refused += [f"{table.differing}"] if table.differing else []
    return found, refused


def told(drafts: tuple[Draft, ...]) -> Iterator[tuple[object, ...]]:
    for draft in drafts:
        for line in draft.lines:
            quantity = line.quantity
            assert quantity.certainty is Certainty.EXACT
            worth = None if quantity.price is None else quantity.price.yuan
            parties = [draft.parties.get(role, ("",)) for role in (Role.DONOR, Role.RECIPIENT)]
            yield (
                draft.date,
                *parties,
                quantity.item,
                quantity.specification or "",
                quantity.unit,
                quantity.number,
                worth,
                draft.note or "",
            )


@pytest.mark.parametrize("many", [150, pytest.param(6000, marks=pytest.mark.long)])
def test_goods_are_read_as_they_were_made_up(chance: random.Random, many: int) -> None:
    """Line by line what was made up, or refused; and of a hundred such tables hardly any is refused."""
    refused = 0
    for _ in range(many):
        how: dict[str, object] = {name: chance.choice(choices) for name, choices in CHOICES.items()}
        lines = gifts_of(chance, how)
        rows = laid_out(lines, chance, how)
        found, why = read(rows)
        wanted = Counter(
            (line.day, (line.donor,), (line.recipient,), line.item, line.specification, line.unit, Fraction(line.number),
             None if line.value is None else Fraction(line.value), line.note)
            for line in lines
        )  # fmt: skip
        assert why or found == wanted, (how, rows)
        refused += bool(why)
    assert refused * 50 <= many
