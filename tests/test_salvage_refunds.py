# ruff: noqa: N802 - the names of the catalogue
"""D5: of which gift a refund is comes over into the new book of a damaged one, or is said to be lost."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from test_laws import sabotage
from test_salvage_besides import fates, salvaged

from donations.store.refund_of import gifts_of_refunds

DONE = (
    "receive 李华 500元 --date 2020-02-01 --new", "receive 李华 300元 --date 2020-02-02",
    "refund 李华 200元 --date 2020-02-05 --of 1", "refund 李华 50元 --date 2020-02-06",
    "receive 王芳 口罩9个 --date 2020-02-07 --new",
)  # fmt: skip
"""Two gifts, and what went back of the first, and of one that nobody named."""


@pytest.fixture
def book(desk: Desk) -> Path:
    for line in DONE:
        desk.do(f"{line} --yes")
    return desk.book


def rescued(desk: Desk, book: Path) -> tuple[dict[int, int], dict[str, Any]]:
    """By refund its gift in the new book, and what is said of those that lost theirs."""
    _code, said, new, _answer = salvaged(desk, book)
    with closing(sqlite3.connect(new)) as connection:
        return gifts_of_refunds(connection), fates(said).get("refunds_of", {})


def test_D5_each_refund_stays_of_the_gift_that_was_said_last(desk: Desk, book: Path) -> None:
    desk.do("correct 3 --of 2 --reason 退的是第二笔")
    with closing(sqlite3.connect(book)) as connection:
        [(corrected,)] = connection.execute("select number from entry where corrects = 3 and reverses is null")
    assert rescued(desk, book) == ({3: 1, corrected: 2}, {})


@pytest.mark.parametrize(
    ("lost", "gifts", "said"),
    [
        ("delete from line where entry = 1", {}, {"is_lost": "3"}),
        ("delete from line where entry = 2", {3: 1}, {}),
        ("delete from line where entry not in (1, 3)", {3: 1}, {}),
        ("delete from line where entry = 3", {}, {}),
        ("update register_change set after = 'x' where act = 'refund_of'", {}, {"is_lost": "3"}),
        ("update register_change set after = '99' where act = 'refund_of'", {}, {"is_lost": "3"}),
        ("delete from register_change where act = 'refund_of'", {}, {"maybe_lost": "3–4"}),
        ("delete from register_change where act = 'refunded_by'", {3: 1}, {"maybe_lost": "4"}),
    ],
    ids=["its gift", "another gift", "all others", "the refund", "no number", "no such gift", "the act", "another act"],
)
def test_D5_a_refund_whose_gift_is_lost_says_so(
    desk: Desk, book: Path, lost: str, gifts: dict[int, int], said: dict[str, Any]
) -> None:
    """With the act that said it gone, it may be any that gave back; never what was received or handed out."""
    sabotage(book, lost)
    assert rescued(desk, book) == (gifts, said)
