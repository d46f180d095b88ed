# ruff: noqa: N802 - the names of the catalogue
"""H5, H1: an exported book makes another that says the same; what a spreadsheet would calculate stays text and comes back."""

import csv
import hashlib
import io
import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import histories
import openpyxl
import pytest
from conftest import NOW, Answer, Desk
from gifts import imported, random_gifts
from harness.counts import Tries

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.exchange import joined, parted
from donations.domain.imported import Outcome
from donations.domain.period import Period
from donations.domain.place import parse_place
from donations.domain.quantity import Quantity
from donations.domain.spreadsheet import guarded, is_calculated, unguarded
from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.table import Settings
from donations.importers.tables import tables
from donations.output import formats
from donations.reports.exchange import exchange
from donations.services import checking, closing, correcting, forgetting, import_exchange, import_registers, privacy, recording
from donations.services.changes import Changes
from donations.services.closing import IfClosed
from donations.services.import_rows import Wishes
from donations.services.importing import Paper, import_papers
from donations.services.naming import Meant
from donations.store import journal
from donations.store.book import Book
from donations.store.exchange import statements
from donations.store.making import create_book

TODAY = date(2020, 4, 1)
STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'=", "''@", " =", "\u3000＝", "\ufeff+", "\t=", "\r@", "\n-", "－", "−")
ENDS = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x.example","点我")', "SUM(A1:A9)", "李华", "0001", "2020-02-01")
LIKE_NUMBERS = (
    "00123", "1-2", "3/4", "2020-02-01", "2月1日", "1E5", "12:30", "50%", "¥5", "1,000", "'007", "TRUE", "true", "Mar 5", "１２３",
    "123456789012345678", "0.10", "1.0", "(5)", "'2020/1/1",
)  # fmt: skip
WORDS = ("甲、乙公司", "a\\b、c", '张"三"', "𠮷𪚥", "a,b;c", "第一批", "备注；说明", "′", "N95-口罩", "@@x", "“引”")


def text_of(chance: random.Random) -> str:
    """What a person could have written, most of it made to be misread."""
    way = chance.randrange(4)
    if way == 0:
        return chance.choice(STARTS) + chance.choice(ENDS)
    return chance.choice(LIKE_NUMBERS if way == 1 else WORDS) + ("" if way < 3 else str(chance.randrange(99)))  # noqa: PLR2004


def name_of(chance: random.Random) -> str:
    """A name that nobody has yet, as misleading."""
    return f"{text_of(chance)}{chance.choice(('', '甲', ' 7'))}{chance.randrange(10**6)}"


# --- books with everything in them


def full_book(path: Path, chance: random.Random) -> Book:
    """Every sort of entry, line, name, link and act that an export has something of."""
    book = histories.grown(path, chance, chance.randint(15, 40)).book
    imported(book, random_gifts(chance, chance.randint(1, 12)))
    for _number in range(chance.randint(1, 6)):
        record_hostile(book, chance)
    split_lines(book, chance)
    consents(book, chance)
    if chance.random() < 0.7:
        close_a_month(book, chance)
    if chance.random() < 0.5:
        forget(book, chance.choice(("李华", "九江市青山小学")), all_notes=chance.random() < 0.5)
    record_hostile(book, chance)
    return book


def forget(book: Book, who: str, *, all_notes: bool) -> None:
    """Erase a party."""
    agreed = forgetting.to_forget(book, who, all_notes=all_notes)
    forgetting.forget(book, who, None, NOW, all_notes=all_notes, agreed=agreed)


def record_hostile(book: Book, chance: random.Random) -> None:
    """A gift of which every text is one that a spreadsheet would make something else of."""
    known = chance.random() < 0.8
    quantity = Quantity(
        text_of(chance), name_of(chance), chance.choice((None, "N95", "1-2", "84 ＋")),
        Fraction(chance.randrange(1, 10**6)) if known else None, "个" if known else None,
        chance.choice((Certainty.EXACT, Certainty.ABOUT)) if known else Certainty.UNKNOWN, None, None, None,
    )  # fmt: skip
    line = DraftLine(
        quantity, Flow.RECEIVED, chance.choice((None, name_of(chance))), chance.choice((None, name_of(chance))),
        text_of(chance), chance.choice((None, date(2021, 2, 28))),
    )  # fmt: skip
    parties = {
        Role.DONOR: tuple(name_of(chance) for _ in range(chance.randint(1, 3))), Role.VIA: (name_of(chance),),
        Role.BENEFICIARY: (name_of(chance),),
    }  # fmt: skip
    place = chance.choice((None, parse_place("九江市"), parse_place("庐山市")))
    worth = (Fraction(chance.randrange(1, 10**7), 100), Certainty.ABOUT) if chance.random() < 0.5 else None
    draft = Draft(
        "receipt", date(2020, 3, chance.randint(1, 31)), (line,), parties, place, worth, text_of(chance) if worth else None,
        note=chance.choice((None, text_of(chance))), consent=chance.choice((None, "named", "anonymous")),
    )  # fmt: skip
    recorded = recording.record(book, draft, NOW, Meant(new=True))
    if chance.random() < 0.3:
        correcting.correct(book, recorded.number, Changes(note=text_of(chance), reason=text_of(chance)), NOW, Meant(new=True))


def split_lines(book: Book, chance: random.Random) -> None:
    """An entry whose lines go to a recipient each."""
    with book.write() as connection:
        [number] = connection.execute("select max(entry) from line where flow = 'received' and amount_minor > 0").fetchone()
        names = [row[0] for row in connection.execute("select number from party_name where is_main = 1 and name is not null limit 2")]
        first = journal.read(connection, number)
        lines = tuple(replace(first.lines[0], flow=Flow.RELAYED, recipient=name) for name in names)
        parties = {Role.DONOR: first.parties.get(Role.DONOR, (names[0],)), Role.RECIPIENT: tuple(names)}
        closing.append(connection, replace(first, type="relay", lines=lines, parties=parties, request=None, reverses=None, corrects=None), NOW)


def consents(book: Book, chance: random.Random) -> None:
    """What was said of being named, by parties and of gifts."""
    privacy.set_party_consent(book, "市三院", chance.choice(("named", "anonymous")), NOW, again=True)


def close_a_month(book: Book, chance: random.Random) -> None:
    """A closed month, an entry that was let into it since, and one that takes back what is in it."""
    closing.close(book, Period.month("2020-01"), TODAY, NOW)
    quantity = Quantity.parse("5元")
    draft = Draft("receipt", date(2020, 1, 30), (DraftLine(quantity, Flow.RECEIVED),), {Role.DONOR: (name_of(chance),)}, into_closed=text_of(chance))
    late = recording.record(book, draft, NOW, Meant(new=True))
    if chance.random() < 0.5:
        correcting.reverse(book, late.number, text_of(chance), NOW, if_closed=IfClosed(TODAY, chance.choice((None, "说明"))))
    if chance.random() < 0.5:
        closing.close(book, Period.month("2020-02"), TODAY, NOW)


# --- out and in again


def exported(book: Book, format_name: str = "csv", *, raw: bool = False) -> bytes:
    """The book as a file has it."""
    stream = io.StringIO()
    with book.read() as connection:
        formats.render(exchange(book, lambda: statements(connection)), format_name, stream, raw=raw)
    return stream.getvalue().encode()


def taken(book: Book, *files: Path, **wishes: Any) -> Outcome:
    """What importing the files did."""
    papers = [
        Paper(file.name, hashlib.sha256(file.read_bytes()).hexdigest(), _tables(file))
        for file in files
    ]
    return import_papers(book, papers, Wishes(if_closed=IfClosed(TODAY), **wishes), NOW)


def _tables(file: Path) -> Iterator[Any]:
    return (table for sheet in sheets(file, Opening()) for table in tables(sheet, Settings(TODAY)))


def empty(path: Path) -> Book:
    """A book of another association, kept in memory as far as that goes."""
    book = create_book(path, "另一协会", NOW)
    for pragma in histories.UNSAFE:
        book.connection.execute(f"pragma {pragma}")
    return book


def assert_all(outcome: Outcome, became: str) -> None:
    """Every row of every table is of that class, but for those that only say what the file is."""
    assert outcome.problems == 0, [file.problems for file in outcome.files]
    for file in outcome.files:
        for table in file.tables:
            assert table.rows == table.accepted + table.duplicate + table.ignored + table.rejected
            assert getattr(table, became) == table.rows - table.ignored > 0, table
            assert set(table.reasons) <= {import_exchange.HEAD, import_exchange.CLOSED_ELSEWHERE}


@pytest.mark.promise("H5", full=200, short=8)
def test_H5_an_exported_book_makes_one_that_says_the_same(tries: Tries, chance: random.Random, tmp_path: Path) -> None:
    """Exported, imported into an empty book and exported again: the same bytes in CSV, TSV, raw or not; in JSON the same rows.

    The new book holds every rule. The same file again, and into the book that it came from, adds nothing.
    """
    for number in tries:
        folder = tmp_path / str(number)
        folder.mkdir()
        book = full_book(folder / "a.db", chance)
        name, raw = chance.choice((("csv", False), ("csv", True), ("tsv", False), ("tsv", True), ("json", False)))
        file = folder / f"book.{name}"
        file.write_bytes(exported(book, name, raw=raw))
        other = empty(folder / "b.db")
        assert_all(taken(other, file), "accepted")
        for format_name in ("csv", "tsv"):
            for is_raw in (False, True):
                assert exported(other, format_name, raw=is_raw) == exported(book, format_name, raw=is_raw)
        first, second = (json.loads(exported(each, "json")) for each in (book, other))
        assert first["tables"] == second["tables"]
        assert checking.check(other) == []
        before = other.last()
        assert_all(taken(other, file), "duplicate")
        assert_all(taken(book, file), "duplicate")
        assert other.last() == before
        shutil.rmtree(folder)
