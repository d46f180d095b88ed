"""Rows of papers as an importer gives them, for tests that import without a file."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from donations.domain.amount import MONEY, Certainty
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.imported import Outcome
from donations.domain.place import parse_place
from donations.domain.quantity import Quantity
from donations.importers.table import Record, Slip, Table
from donations.services.importing.papers import Paper, import_papers
from donations.services.importing.rows import Wishes
from donations.store.book import Book

NOW = "2020-04-01T08:00:00Z"
FLOWS = {"receipt": (Role.DONOR, Flow.RECEIVED), "distribution": (Role.RECIPIENT, Flow.DISTRIBUTED)}


@dataclass(frozen=True, slots=True)
class Gift:
    """One row: who gave or got what and how much, on which day."""

    who: str = "李华"
    item: str = "口罩"
    number: int | Fraction | None = 10
    unit: str | None = "个"
    day: date = date(2020, 2, 1)
    type: str = "receipt"
    city: str | None = "九江市"
    note: str | None = None
    identity: str | None = None
    refunded: int | None = None
    has_date: bool = True
    written: str | None = None

    def draft(self) -> Draft:
        """What it says."""
        role, flow = FLOWS[self.type]
        number = None if self.number is None else Fraction(self.number)
        certainty = Certainty.UNKNOWN if number is None else Certainty.EXACT
        words = self.written or f"{self.item}{self.number or '一批'}{self.unit or ''}"
        quantity = Quantity(words, self.item, None, number, self.unit, certainty, None, None, None)
        place = parse_place(self.city) if self.city else None
        return Draft(self.type, self.day, (DraftLine(quantity, flow),), {role: (self.who,)}, place, note=self.note)

    def record(self, row: int) -> Record:
        """As an importer gives it."""
        sums = {} if self.number is None else {self.unit or "": Fraction(self.number)}
        refunded = None if self.refunded is None else Fraction(self.refunded)
        return Record(row, (self.draft(),), self.identity, self.has_date, refunded, sums)


def money(who: str = "李华", yuan: int = 100, identity: str | None = None, **more: object) -> Gift:
    """A gift of money."""
    return replace(Gift(who, MONEY, yuan, "元", identity=identity), **more)  # type: ignore[arg-type]


BAD = Record(0, slips=(Slip("数量", "a number", "若干吧"),))
"""A row that can't be taken."""


def paper(rows: Iterable[Gift | Record], name: str = "gifts.csv", sha256: str = "0" * 64, **table: object) -> Paper:
    """A file with one table of these rows."""
    records = (
        row.record(number) if isinstance(row, Gift) else row._replace(row=number) for number, row in enumerate(rows, 2)
    )
    said = {"sheet": None, "title": "", "stated_total": None, "stated_at": None, **table}
    one = Table(
        "table", "goods_in", said["sheet"], 1, {"数量": "quantity"}, "数量", said["title"], records,  # type: ignore[arg-type]
        said["stated_total"], said["stated_at"],  # type: ignore[arg-type]
    )  # fmt: skip
    return Paper(name, sha256, [one])


def imported(book: Book, *papers: Paper | Sequence[Gift | Record], **wishes: object) -> Outcome:
    """What importing them did; files that are rows alone get names and digests of their own."""
    files = [
        one if isinstance(one, Paper) else paper(one, f"{number}.csv", f"{hash(repr(one)) & (1 << 255) - 1:064x}")
        for number, one in enumerate(papers)
    ]
    return import_papers(book, files, Wishes(**wishes), NOW)  # type: ignore[arg-type]


WHO = ("李华", "王芳", "赣州兴达公司", '张"三"', "Li\\Wei", "欧阳𠮷", "九江市红十字会", "A&B <Co>", "爱心人士\u200bA")
WHAT = (("口罩", "个"), ("消毒液", "瓶"), ("大米", "斤"), ("手套", "双"))


def random_gifts(chance: random.Random, count: int, *, leaving: bool = False) -> list[Gift]:
    """Gifts that make sense together; with `leaving` some go out again, never more than came in."""
    rows, held = [], dict.fromkeys((item for item, _unit in WHAT), 0)
    for _row in range(count):
        item, unit = chance.choice(WHAT)
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(60))
        note = chance.choice((None, None, "第一批", '说 "好"\\', "二\t行"))
        number = chance.choice((1, 5, 10, 500, 12))
        if leaving and held[item] >= number and chance.random() < 0.3:
            held[item] -= number
            rows.append(Gift("市三院", item, number, unit, date(2020, 3, 20), "distribution", "九江市", note))
            continue
        held[item] += number
        rows.append(
            Gift(
                chance.choice(WHO), item, number, unit, day, "receipt", chance.choice(("九江市", "吉安市", None)), note
            )
        )
    return rows
