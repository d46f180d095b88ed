"""Transaction numbers that an import has met: the same in memory and in the table, also where a sheet is taken back."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import NOW, Desk
from test_papers_met import file

from donations.services.importing.papers import SAMPLES
from donations.services.importing.rows import Rows
from donations.store.book import open_book
from donations.store.bulk import numbers_met
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.guards import write_many
from donations.store.bulk.numbers_met import Met, NumbersMet

if TYPE_CHECKING:
    from donations.importers.table import Record


def _identity(number: int) -> bytes:
    return random.Random(number).randbytes(16)


@pytest.mark.parametrize("in_memory", [1, 7, 1000])
def test_what_was_met_is_found_wherever_it_is_kept(
    monkeypatch: pytest.MonkeyPatch, chance: random.Random, in_memory: int
) -> None:
    """Held against a dict, with savepoints that are kept or taken back."""
    monkeypatch.setattr(numbers_met, "IN_MEMORY", in_memory)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        met, model = NumbersMet(lambda: connection), dict[bytes, Met]()
        for _sheet in range(6):
            met.settle()
            connection.execute("savepoint sheet")
            before = dict(model)
            for _step in range(200):
                some = [_identity(chance.randrange(300)) for _each in range(chance.randrange(1, 6))]
                places = {place for place, one in enumerate(some) if one in model or one in some[:place]}
                assert met.again(some) == places
                assert [met.of(one) for one in some] == [model.get(one) for one in some]
                source, gists = chance.randrange(3), [chance.randbytes(16) for _each in some]
                if chance.random() < 0.5:
                    met.put_each(some, source, gists)
                    model |= {one: Met(source, gist) for one, gist in zip(some, gists, strict=True)}
                else:
                    met.put(some[0], Met(source, gists[0]))
                    model[some[0]] = Met(source, gists[0])
            if chance.random() < 0.5:
                connection.execute("rollback to sheet")
                met.go_back()
                model = before
            connection.execute("release sheet")
        met.end()
        assert connection.execute("select count(*) from temp.sqlite_master").fetchone() == (0,)


def test_numbers_of_a_sheet_that_was_taken_back_are_forgotten_by_the_import(
    book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether they stood in memory or in the table by then."""
    monkeypatch.setattr(numbers_met, "IN_MEMORY", 3)
    with (
        closing(open_book(book_path, writing=True)) as book,
        write_many(book) as connection,
        Bulk(connection, NOW) as many,
    ):
        many.numbers.put(b"a" * 16, Met(1, b"1" * 16))
        many.mark("sheet")
        many.numbers.put_each([bytes([number]) * 16 for number in range(4)], 2, [b"2" * 16] * 4)
        many.numbers.put(b"c" * 16, Met(2, b"3" * 16))
        many.go_back("sheet")
        assert many.numbers.of(b"a" * 16) == Met(1, b"1" * 16)
        assert many.numbers.again([b"c" * 16, b"\0" * 16, b"a" * 16]) == {2}
        many.end()


HEAD = "交易单号,日期,捐赠人,物资,规格,数量,单位\n"
ORDER = [
    "4200000000000000001,2020-02-01,李华,手套,大号,100,双",
    "4200000000000000001,2020-02-01,李华,手套,小号,100,双",
    "4200000000000000001,2020-02-01,王芳,手套,小号,50,双",
    "4200000000000000001,2020-02-01,王芳,手套,小号,50,双",
]


def test_one_number_of_two_sizes_or_two_amounts_is_several_gifts(desk: Desk, tmp_path: Path) -> None:
    """Only what says the same of all is a slip; and each is known when it comes again, in any order."""
    for at, lines in enumerate((ORDER, ORDER[::-1], ORDER[2:] + ORDER[:2])):
        paper = file(tmp_path, f"{at}.csv", HEAD + "\n".join(lines) + "\n")
        [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
        assert (table["accepted"], table["duplicate"]) == ((3, 1) if at == 0 else (0, 4))
    assert [(row["donor"], row["item"]) for row in desk.read("ledger")] == [
        ("李华", "手套（大号）"),
        ("李华", "手套（小号）"),
        ("王芳", "手套（小号）"),
    ]


def test_a_row_behind_one_that_was_refused_comes_in_once(desk: Desk, tmp_path: Path) -> None:
    """Whichever of the two stands first when the list comes again, and whether the other was put right by then."""
    good, bad, mended = ORDER[0], ORDER[2].replace("50", "一百零半"), ORDER[2]
    imports = [([bad, good], (1, 0)), ([good, bad], (0, 1)), ([mended, good], (1, 1)), ([good, mended], (0, 2))]
    for at, (lines, expected) in enumerate(imports):
        paper = file(tmp_path, f"{at}.csv", HEAD + "\n".join(lines) + "\n")
        answer = desk.run(f"import {paper} --yes --accept-good --format json")
        [table] = answer.json["files"][0]["tables"]
        assert (table["accepted"], table["duplicate"]) == expected, lines


def test_rows_with_numbers_are_booked_by_columns(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand only the first, of which more is told, and one whose number comes twice go one by one."""
    careful: list[Record] = []
    take = Rows.take
    monkeypatch.setattr(Rows, "take", lambda self, record: careful.append(record) or take(self, record))  # type: ignore[func-returns-value]
    lines = [f"42000000000000{place:05},2020-02-01,人{place % 50},手套,,{place + 1},双" for place in range(1000)]
    paper = file(tmp_path, "long.csv", HEAD + "\n".join([*lines, lines[7]]) + "\n")
    [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["duplicate"]) == (1000, 1)
    assert len(careful) == SAMPLES + 1
