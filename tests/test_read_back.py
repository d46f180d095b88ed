# ruff: noqa: N802 - the names of the catalogue
"""A6: what stands in the book is what was confirmed, in every field, whatever characters it is written in."""

import json
import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from conftest import NOW, Desk
from harness.counts import Tries

from donations.domain import text
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.parsing import parse_quantity
from donations.domain.place import parse_place
from donations.output.confirmation import as_json
from donations.services import recording
from donations.services.naming import Meant
from donations.store.book import Book, open_book

ALPHABETS = (
    "李王张陈静怡志愿者协会",
    "𠮷𪚥𬌗㐂龘",
    "abcÉßñøŁ",
    "ＡＢｃ１２",
    "🎁😷👩‍⚕️",
    "مرحبا",
    "ー々〇",
    "'\"\\;--%_[]{}|<>&=+@#/",
)
CITIES = ("九江市", "吉安市", "萍乡市", "庐山市")
ITEMS = (("口罩", "个", 1), ("护目镜", "副", 1), ("蔬菜", "斤", 1000), ("资金", "元", 100))


@dataclass(frozen=True, slots=True)
class Said:
    """One entry as it was said: what must be found again."""

    donors: tuple[str, ...]
    note: str
    day: date
    city: str
    written: str
    minor: int
    item: str
    request: str

    def draft(self) -> Draft:
        """What is handed to the program."""
        line = DraftLine(parse_quantity(self.written), Flow.RECEIVED)
        parties = {Role.DONOR: self.donors}
        return Draft(
            "receipt", self.day, (line,), parties, parse_place(self.city), note=self.note, request=self.request
        )


def words(chance: random.Random, longest: int) -> str:
    """Anything a person may paste, with at least one letter."""
    length = chance.choice((1, 2, 5, 20, longest))
    return "文" + "".join(chance.choice(chance.choice(ALPHABETS)) for _ in range(length - 1))


def said(chance: random.Random, number: int) -> Said:
    """A random gift."""
    item, unit, scale = chance.choice(ITEMS)
    minor = chance.randint(1, 10**9)
    amount = f"{minor // scale}.{minor % scale:0{len(str(scale)) - 1}}" if scale > 1 else str(minor)
    written = f"{amount}{unit}" if unit == "元" else f"{item} {amount}{unit}"
    # two spellings of one name are one party, under the first of them: so each has a number behind it, and a sign before
    # that which no name has, lest １ and 665 make 1665
    donors = tuple(f"{words(chance, 85)}第{number}号{place}" for place in range(chance.choice((1, 1, 1, 3))))
    day = date(2019, 12, 1) + timedelta(days=chance.randrange(400))
    return Said(donors, words(chance, 255), day, chance.choice(CITIES), written, minor, item, f"r{number}")


_FOUND = """
select e.date, e.city, e.county, e.request, t.note, l.amount_minor, i.name, l.written, l.certainty,
  (select group_concat(name, char(10)) from (
    select n.name from entry_party as p join party_name as n on n.number = p.name where p.entry = e.number order by p.position))
from entry as e join line as l on l.entry = e.number join item as i on i.number = l.item
left join entry_note as t on t.entry = e.number where e.number = ?
"""


def differences(connection: sqlite3.Connection, number: int, one: Said) -> list[str]:
    """The fields of entry `number` that are not as they were said, read past our own code."""
    day, city, county, request, note, minor, item, written, certainty, donors = connection.execute(
        _FOUND, (number,)
    ).fetchone()
    place = parse_place(one.city)
    wanted: dict[str, tuple[object, object]] = {
        "date": (day, one.day.isoformat()), "place": ((city, county), (place.city, place.county)), "request": (request, one.request),
        "note": (note, text.tidy(one.note)), "amount": (minor, one.minor), "item": (item, "CNY" if one.item == "资金" else one.item),
        "written": (written, one.written), "certainty": (certainty, "exact"),
        "donors": (donors, "\n".join(dict.fromkeys(text.tidy(donor) for donor in one.donors))),
    }  # fmt: skip
    return [field for field, (found, meant) in wanted.items() if found != meant]


def record(book: Book, one: Said) -> tuple[int, dict[str, Any]]:
    """Record it; its number, and what the program confirms."""
    recorded = recording.record(book, one.draft(), NOW, Meant(new=True))
    confirmed: dict[str, Any] = json.loads(as_json(recorded))
    return recorded.number, confirmed


@pytest.fixture
def book(desk: Desk) -> Book:
    """A book that is thrown away."""
    opened = open_book(desk.book, writing=True)
    for pragma in ("synchronous=OFF", "journal_mode=MEMORY"):
        opened.connection.execute(f"pragma {pragma}")
    return opened


@pytest.mark.promise("A6", full=10_000, short=250)
def test_A6_every_field_is_read_back_as_it_was_confirmed(
    book: Book, desk: Desk, tries: Tries, chance: random.Random
) -> None:
    """Rare and combined characters, signs of SQL and markup, notes of 255 characters, days and amounts of all sizes."""
    for number in tries:
        one = said(chance, number)
        entry, confirmed = record(book, one)
        assert differences(book.connection, entry, one) == [], one
        assert (confirmed["entry"], confirmed["date"], confirmed["city"]) == (
            entry,
            one.day.isoformat(),
            parse_place(one.city).city,
        )
    book.close()
    assert desk.is_in_order()


@pytest.mark.parametrize(
    ("field", "spoil"),
    [
        ("note", lambda one: Said(one.donors, one.note[:-1] + "别", one.day, one.city, one.written, one.minor, one.item, one.request)),
        ("amount", lambda one: Said(one.donors, one.note, one.day, one.city, one.written, one.minor + 1, one.item, one.request)),
        ("donors", lambda one: Said(("别人",), one.note, one.day, one.city, one.written, one.minor, one.item, one.request)),
    ],
)  # fmt: skip
def test_the_comparison_sees_a_field_that_differs(
    book: Book, chance: random.Random, field: str, spoil: Callable[[Said], Said]
) -> None:
    one = said(chance, 1)
    entry, _confirmed = record(book, one)
    assert differences(book.connection, entry, spoil(one)) == [field]
