"""A table with a column for each of hundreds of goods is read in time that grows as they do, and no faster. All is invented."""

import sys
from types import FrameType

from harness.tables import settings, told_of

from donations.importers.sheet import Sheet
from donations.importers.tables import tables

Rows = list[list[str]]


def table_of(goods: int, first: int = 0) -> Rows:
    """Goods whose names no other table has that begins elsewhere: what was understood once is known from then on."""
    named = [f"{chr(0x4E00 + at)}{chr(0x5000 + at)}物（个）" for at in range(first, first + goods)]
    given = [[f"2020-03-0{row}", f"第{row}公司", *[f"{(at + row) % 7}" for at in range(goods)]] for row in (1, 2, 3)]
    return [["日期", "捐赠单位", *named], *given]


def calls_for(rows: Rows) -> tuple[int, int]:
    """How many functions are called to read the rows, and how many lines are told of them."""
    calls = lines = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        for table in tables(Sheet(None, iter(list(enumerate(rows, 1)))), settings()):
            lines += len(list(told_of(table)))
    finally:
        sys.setprofile(None)
    return calls, lines


def test_twice_the_columns_are_twice_the_work() -> None:
    """Each column was compared with all others, six times over: 3,000 took most of a minute."""
    calls_for(table_of(20))
    some, lines = calls_for(table_of(350, 1000))
    twice, _ = calls_for(table_of(700, 2000))
    assert lines > 3
    assert (
        twice < 2.7 * some
    )  # some is remembered of few columns and forgotten of many; compared in pairs they take four times as much


def test_many_columns_of_money_are_not_compared_in_pairs() -> None:
    """Each was held against each other, row by row: eighty of them took half a minute."""

    def gifts(columns: int) -> Rows:
        row = ["2020-02-01", "李华", *["5"] * columns]
        return [["日期", "捐赠人", *["捐款"] * columns], *[row] * 10]

    calls_for(gifts(5))
    some, _ = calls_for(gifts(15))
    assert calls_for(gifts(30))[0] < 3 * some
