"""Truth first: gifts and spending are made up, laid out as treasurers do in many ways at once, and read back to the fen.

A paper may be refused, but whatever is read of one that isn't must be the truth: who, when, how much, which way.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from harness.tables import each_record

from donations.domain.entry import Role
from donations.importers.sheet import Merged, Sheet
from donations.importers.table import Settings
from donations.importers.tables import tables

TODAY = date(2026, 11, 26)
SHORT, LONG = 250, 20_000
REFUSED = 2
"""Of a hundred papers at most so many may be refused; each has all that a treasurer would need to read it."""

Facts = Counter[tuple[str, date, str | None, Decimal]]
NAMES = ("李华", "王芳", "甲公司", "舟山市慈善总会", "合计科技有限公司", "一米阳光公益联合会", "南湖中学2019届3班", "王*明", "张伟、赵敏", "")  # fmt: skip
COSTS = ("交通费", "购买学习用品", "邮寄费", "慰问困难老人", "印刷宣传资料", "手续费", "志愿者午餐")
DONOR = ("捐款人", "姓名", "捐赠单位/个人", "捐款单位（个人）", "捐赠者", "单位/姓名")
AMOUNT = ("金额", "金额（元）", "捐款金额", "捐赠金额(元)", "善款金额", "金  额", "捐赠金额/元")
DAY = ("日期", "捐款日期", "捐赠时间", "到账日期", "日 期")
SPENT_FOR = ("支出事项", "用途", "支出项目", "支出内容", "款项用途")
SPENT = ("支出金额", "支出金额（元）", "使用金额（元）", "支出")
NOTE = ("备注", "说明", "附言")
TOTAL = ("合计", "总计", "合 计", "共计", "合计（元）")
OPENING = ("上月结余", "期初余额", "上年结转", "承前页", "上期账面余额")


@dataclass(frozen=True)
class Fact:
    """A gift, or what was spent."""

    day: date
    who: str
    yuan: Decimal
    is_gift: bool

    def known(self) -> tuple[str, date, str | None, Decimal]:
        """What must be read of it."""
        kind = "receipt" if self.is_gift else "expense"
        return kind, self.day, (self.who or "爱心人士") if self.is_gift else None, self.yuan


class Maker:
    """One paper: what it says, and how."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.rows = chance, list[list[str]]()
        year, month = chance.choice((2020, 2023, 2025, 2026)), chance.randrange(1, 11)
        self.first = date(year, month, 1)
        self.gifts = self._facts(NAMES, chance.randrange(2, 9), is_gift=True)
        self.spent = self._facts(COSTS, chance.randrange(2, 6), is_gift=False)
        self.amount_style = chance.randrange(7)
        self.day_style = chance.randrange(7)

    def _facts(self, names: Sequence[str], many: int, *, is_gift: bool) -> list[Fact]:
        days = sorted(self.first + timedelta(self.chance.randrange(28)) for _ in range(many))
        fen = [self.chance.choice((1, 100, 20_000, 500_000, self.chance.randrange(1, 3_000_000))) for _ in days]
        return [
            Fact(day, self.chance.choice(names), Decimal(each) / 100, is_gift)
            for day, each in zip(days, fen, strict=True)
        ]

    def one_of(self, *words: str) -> str:
        """One of several words that mean the same."""
        return self.chance.choice(words)

    def maybe(self) -> bool:
        """Whether the paper has something that it may have."""
        return self.chance.random() < 0.4

    def yuan(self, amount: Decimal) -> str:
        """An amount as this paper writes it."""
        plain = f"{amount.normalize():f}"
        return (plain, f"{amount:.2f}", f"{amount:,.2f}", f"￥{amount:,.2f}", f"{plain}元", f" {amount:,.2f} ", f"¥{plain}")[self.amount_style]  # fmt: skip

    def day(self, day: date) -> str:
        """A day as this paper writes it."""
        short = f"{day.month}月{day.day}日", f"{day.month}.{day.day}", f"{day.day}号"
        return (day.isoformat(), f"{day:%Y.%m.%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}", *short)[self.day_style]  # fmt: skip

    def title(self, *words: str) -> None:
        """The words above the table, which say the month."""
        month = f"{self.first.year}年{self.first.month}月"
        self.rows.append([self.one_of(f"某某志愿者协会{month}{words[0]}", f"{words[-1]}（{month}）")])
        if self.maybe():
            self.rows.append([self.one_of("单位：元", "金额单位：人民币元")])

    def table(self, columns: dict[str, str], records: Sequence[dict[str, str]], *, total: dict[str, str]) -> None:
        """Headings, records and what may stand among and below them; the columns in any order."""
        keys = list(columns)
        self.chance.shuffle(keys)
        if self.maybe():
            columns, keys = {"serial": self.one_of("序号", "编号"), **columns}, ["serial", *keys]
        if self.maybe():
            columns, keys = {**columns, "hand": "经手人"}, [*keys, "hand"]
        heads = [columns[key] for key in keys]
        self.rows.append(heads)
        if self.maybe():  # merged with the row below
            self.rows.append([Merged(text, down=True) for text in heads])
        pages = self.maybe()
        for count, record in enumerate(records, 1):
            said = {"serial": f"{count}", "hand": "王会计", **record}
            self.rows.append([said.get(key, "") for key in keys])
            if pages and count % 3 == 0:
                self.rows.append(self.chance.choice(([""] * len(keys), heads)))
        if total and self.maybe():
            label = next(key for key in keys if key not in total)
            self.rows.append([self.one_of(*TOTAL) if key == label else total.get(key, "") for key in keys])
        if self.maybe():
            self.rows.append(["注：以上款项均已入账。"])
        if self.maybe():
            self.rows += [["", "", "制表：王会计"], ["", "", "某某志愿者协会"]]

    def gift_list(self) -> list[Fact]:
        """Gifts, perhaps with a column for each way that money came; perhaps, below them, what was spent."""
        self.title("捐款公示", "爱心捐款明细表", "募捐台账")
        columns = {"who": self.one_of(*DONOR), "day": self.one_of(*DAY)} | ({"note": self.one_of(*NOTE)} if self.maybe() else {})  # fmt: skip
        ways = self.chance.choice(([], [], ["现金", "转账"], ["微信", "支付宝", "银行"]))
        none, sums = self.one_of("", "", "0", "-"), dict[str, Decimal]()
        records = []
        for gift in self.gifts:
            way = self.chance.choice(ways) if ways else "yuan"
            sums[way] = sums.get(way, Decimal(0)) + gift.yuan
            came = {each: self.yuan(gift.yuan) if each == way else none for each in ways or ["yuan"]}
            records.append({"who": gift.who, "day": self.day(gift.day), "note": self.one_of("", "助学"), **came})
        columns |= {way: way for way in ways} or {"yuan": self.one_of(*AMOUNT)}
        self.table(columns, records, total={way: self.yuan(sums.get(way, Decimal(0))) for way in ways or ["yuan"]})
        if not self.maybe():
            return self.gifts
        self.rows += self.chance.choice(([], [[]], [["二、支出明细"]]))
        self._spending()
        return [*self.gifts, *self.spent]

    def spending_list(self) -> list[Fact]:
        """What was spent."""
        self.title("善款使用明细", "支出公示")
        self._spending()
        return self.spent

    def _spending(self) -> None:
        columns = {"for": self.one_of(*SPENT_FOR), "yuan": self.one_of(*SPENT), "day": self.one_of("日期", "支出日期")}
        records = [{"for": one.who, "yuan": self.yuan(one.yuan), "day": self.day(one.day)} for one in self.spent]
        self.table(columns, records, total={"yuan": self.yuan(sum((one.yuan for one in self.spent), Decimal(0)))})

    def account(self) -> list[Fact]:
        """A cash book: two columns, one with a word, or one with signs; balances, an opening one, sums of the month."""
        self.title("收支明细", "现金日记账", "财务收支公示")
        facts = sorted([*self.gifts, *self.spent], key=lambda fact: fact.day)
        form = self.one_of("two", "sides", "word", "sign")
        came, went = self.chance.choice((("收入", "支出"), ("收入金额", "支出金额"), ("捐款收入", "支出"), ("进账", "出账")))  # fmt: skip
        if form == "sides":
            came, went = "借方", "贷方"
        columns = {"day": "日期", "for": self.one_of("摘要", "事由", "内容", "收支事项")}
        columns |= (
            {"in": came, "out": went} if form in ("two", "sides") else {"yuan": self.one_of("金额", "金额（元）")}
        )
        columns |= {"way": self.one_of("收/支", "收支类型")} if form == "word" else {}
        is_balanced = form in ("sides", "sign") or self.maybe()
        columns |= {"left": self.one_of("结余", "余额", "结余（元）")} if is_balanced else {}
        columns |= {"who": self.one_of("捐款人", "对方单位", "往来单位")} if self.maybe() else {}
        none, left = self.one_of("", "", "0.00", "-"), Decimal(200_000)
        records = [{"for": self.one_of(*OPENING), "left": self.yuan(left), "day": self.one_of("", self.day(self.first))}] if is_balanced and self.maybe() else []  # fmt: skip
        for fact in facts:
            left += fact.yuan if fact.is_gift else -fact.yuan
            said = {"day": self.day(fact.day), "left": self.yuan(left), "way": "收入" if fact.is_gift else "支出"}
            said |= {"in": self.yuan(fact.yuan) if fact.is_gift else none, "out": none if fact.is_gift else self.yuan(fact.yuan)}  # fmt: skip
            said |= {"yuan": f"{'-' if form == 'sign' and not fact.is_gift else ''}{self.yuan(fact.yuan).strip()}"}
            named = f"{fact.who}捐款" if fact.who else "匿名捐款"
            said |= {"for": ("捐款" if "who" in columns else named) if fact.is_gift else fact.who}
            records.append(said | {"who": fact.who if fact.is_gift else ""})
        sums = [self.yuan(sum((fact.yuan for fact in each), Decimal(0))) for each in (self.gifts, self.spent)]
        if form in ("two", "sides") and self.maybe():
            day = self.one_of("", self.day(facts[-1].day))
            records.append({"for": self.one_of("本月合计", "月计", "收支合计"), "in": sums[0], "out": sums[1], "left": self.yuan(left), "day": day})  # fmt: skip
        self.table(columns, records, total={})
        return facts

    def side_by_side(self) -> list[Fact]:
        """What came in at the left, what was spent at the right."""
        self.title("收支公示")
        if numbered := self.maybe():
            self.rows.append([self.one_of("收入", "一、收入"), "", "", self.one_of("支出", "二、支出"), "", ""])
        self.rows.append(["日期", self.one_of("捐款人", "姓名"), "捐款金额", "日期", "用途", "金额" if numbered else "支出金额"])  # fmt: skip
        for place in range(max(len(self.gifts), len(self.spent))):
            row = [""] * 6
            for facts, at in ((self.gifts, 0), (self.spent, 3)):
                if place < len(facts):
                    fact = facts[place]
                    row[at : at + 3] = [self.day(fact.day), fact.who or "匿名", self.yuan(fact.yuan)]
            self.rows.append(row)
        return [*self.gifts, *self.spent]


PAPERS = (Maker.gift_list, Maker.gift_list, Maker.spending_list, Maker.account, Maker.account, Maker.side_by_side)


def read(rows: list[list[str]]) -> tuple[Facts, bool]:
    """What is read of a paper, and whether anything of it is refused."""
    found, is_refused = Facts(), True
    for table in tables(Sheet("Sheet1", iter(list(enumerate(rows, 1)))), Settings(TODAY)):
        is_refused = False
        for record in each_record(table):
            if record.slips:
                return Facts(), True
            for draft in record.drafts:
                yuan = sum(Decimal(f"{float(line.quantity.number or 0):.2f}") for line in draft.lines)
                donor: Any = draft.parties.get(Role.DONOR, (None,))[0]
                found[draft.type, draft.date, "爱心人士" if donor == "匿名" else donor, Decimal(yuan)] += 1
    return found, is_refused


@pytest.mark.parametrize("paper", range(len(PAPERS)))
def test_what_is_read_of_a_paper_is_what_was(paper: int, request: pytest.FixtureRequest) -> None:
    """However what a treasurer writes is put together, it is read right or refused, and seldom that."""
    many = (LONG if request.config.option.full else SHORT) // len(PAPERS)
    refused = 0
    for number in range(many):
        maker = Maker(random.Random(f"{request.config.option.seed} {paper} {number}"))
        truth = Counter(fact.known() for fact in PAPERS[paper](maker))
        found, is_refused = read(maker.rows)
        refused += is_refused
        told = "\n".join(" | ".join(row) for row in maker.rows)
        assert is_refused or found == truth, f"{number}:\n{told}\nnot read: {truth - found}\nread: {found - truth}"
    assert 100 * refused <= REFUSED * many, f"{refused} of {many} refused"
