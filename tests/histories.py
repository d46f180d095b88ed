"""Books full of random acts, for tests that need many: what the model of `model.py` can follow, and acts on the registers.

All from one `random.Random`, so that a run is replayed by its seed. Nothing here brings anything to disk safely.
"""

import random
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from conftest import NOW
from model import FOREIGN, MONEY, Act, Gift, Model, No
from test_treasurer import CITIES, COMING_IN, DAYS, GOODS, SAID, SCALE, UNITS, draft_of, written

from donations import errors
from donations.domain.parsing import parse_quantity
from donations.domain.place import parse_place
from donations.services import correcting, packing, recording, registering
from donations.services.changes import Changes
from donations.store.book import Book
from donations.store.items import NewItem
from donations.store.making import create_book

UNSAFE = ("synchronous=OFF", "journal_mode=MEMORY")
"""Settings for books that are thrown away."""


def new_book(path: Path) -> Book:
    """A book that knows its items, so that every amount of one is in the same unit."""
    book = create_book(path, "测试协会", NOW)
    for pragma in UNSAFE:
        book.connection.execute(f"pragma {pragma}")
    for item in GOODS:
        registering.add_item(
            book, NewItem(item, None, UNITS[item], 3 if UNITS[item] == "斤" else 0), NOW, meant_new=True
        )
    return book


def random_gift(chance: random.Random, item: str, kind: str) -> Gift:
    """Mostly a whole number; sometimes with decimals, about, unknown, or with a worth."""
    number: Fraction | None = Fraction(chance.randint(1, 40) * (10 if kind in COMING_IN else 1))
    way = chance.randrange(20)
    if way == 0 and item in SCALE:
        number = number / SCALE[item] if number else None
    elif way == 1 and item not in {MONEY, FOREIGN}:
        number = None
    about = number is not None and chance.randrange(8) == 0
    worth = (
        chance.randint(1, 9000)
        if item not in {MONEY, FOREIGN} and kind in {"receive", "relay", "buy"} and chance.random() < 0.4
        else None
    )
    return Gift(item, number, about, worth, worth is not None and chance.randrange(5) == 0)


def random_act(chance: random.Random, monies: tuple[str, ...] = (MONEY,)) -> Act:
    """Any act but a reversal or correction, of goods and `monies`; more comes in than goes out."""
    kind = chance.choice([*SAID, *COMING_IN, *COMING_IN, "distribute", "distribute"])
    allowed = (MONEY,) if kind == "spend" else GOODS if kind == "buy" else (*monies, *GOODS)
    items = chance.sample(allowed, min(chance.randint(1, 2), len(allowed)))
    day = chance.randrange(DAYS // 2) if kind in COMING_IN else chance.randrange(DAYS // 3, DAYS)
    store, purpose = chance.choice(("", "", "", "二号仓")), chance.choice(("", "", "", "", "小学"))
    gifts = tuple(random_gift(chance, item, kind) for item in items)
    return Act(
        kind,
        day,
        gifts,
        chance.choice(CITIES),
        store,
        purpose,
        "" if store else "二号仓",
        kind == "buy" and chance.random() < 0.5,
    )


@dataclass(slots=True)
class History:
    """A book and the model of it, kept alike. What both refuse is passed over; what only one refuses fails the test."""

    book: Book
    model: Model
    monies: tuple[str, ...] = (MONEY,)

    def record(self, act: Act) -> bool:
        """Whether the act was taken."""
        return self._both(None, act, lambda: recording.record(self.book, draft_of(act), NOW))

    def reverse(self, number: int) -> bool:
        """Take an entry back."""
        return self._both(number, None, lambda: correcting.reverse(self.book, number, "误记", NOW))

    def correct(self, number: int, chance: random.Random) -> bool:
        """Say one number of an entry anew; False where there is none to say."""
        act = self.model.entries[number][0]
        if act.type == "count":  # of a rough one the book keeps the difference only, which the model doesn't know
            return False
        at = chance.randrange(len(act.gifts))
        gift = replace(act.gifts[at], number=Fraction(chance.randint(1, 400)))
        right = replace(act, gifts=tuple(gift if other == at else each for other, each in enumerate(act.gifts)))
        if right == act:  # refused, as nothing would change
            return False
        changes = Changes(quantities=(parse_quantity(written(gift)),), given_before=True)
        return self._both(number, right, lambda: correcting.correct(self.book, number, changes, NOW))

    def step(self, chance: random.Random) -> bool:
        """One random act; whether it was taken."""
        way, standing = chance.randrange(12), list(self.model.entries)
        if way == 0 and standing:
            return self.reverse(chance.choice(standing))
        if way == 1 and standing:
            return self.correct(chance.choice(standing), chance)
        return self.record(random_act(chance, self.monies))

    def _both(self, wrong: int | None, right: Act | None, program: object) -> bool:
        assert callable(program)
        try:
            self.model.exchange(wrong, right)
        except No:
            with suppress(errors.DonationsError):
                program()
                message = f"the program takes what the model refuses: {wrong} {right}"
                raise AssertionError(message) from None
            return False
        program()
        return True


def begin(path: Path, monies: tuple[str, ...] = (MONEY,)) -> History:
    """A new book, with something of everything to begin with."""
    history = History(new_book(path), Model(), monies)
    assert history.record(Act("opening", 0, tuple(Gift(item, Fraction(600)) for item in (*monies, *GOODS)), CITIES[0]))
    return history


def grown(path: Path, chance: random.Random, entries: int, monies: tuple[str, ...] = (MONEY,)) -> History:
    """A book of at least so many entries, of goods and `monies`, in which every flow, and acts on every register, occur."""
    history = begin(path, monies)
    for kind in SAID:
        item, number = GOODS[0] if kind == "buy" else MONEY, Fraction(500 if kind == "count" else 1)
        assert history.record(Act(kind, DAYS // 2, (Gift(item, number),), CITIES[1], target="二号仓")), kind
    while history.model.last < entries:
        history.step(chance)
    touch_registers(history.book)
    return history


def touch_registers(book: Book) -> None:
    """One act of every kind on the registers, with reasons."""
    registering.add_party(book, "九江市青山小学", parse_place("九江市"), "organisation", NOW, new=True)
    registering.alias_party(book, "李华", "老李", NOW)
    registering.rename_party(book, "王芳", "王小芳", "更正", NOW)
    registering.merge_parties(book, "翰文苑小区", "市三院", "同一单位", NOW)
    registering.add_item(book, NewItem("防护口罩", None, "个", 0), NOW, meant_new=True)
    registering.rename_item(book, "消毒液", "84消毒液", None, "写全", NOW)
    registering.alias_item(book, "口罩", "面罩", NOW)
    registering.merge_items(book, "防护口罩", "口罩", "同一样东西", NOW)
    packing.set_pack(book, "口罩", "1箱=2000个", NOW)
    registering.describe_item(book, "口罩", "防护用品", "masks", None, NOW)
