"""What a book remembers of appeals and yearly reports: said once, over when it is said to be, and read only where it is whole."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from conftest import NOW

from donations import errors
from donations.domain.deadlines import Appeals
from donations.services.reminding import can_be_read, remember, remembered
from donations.store.book import Book, open_book

FIRST, LAST = date(2020, 2, 1), date(2020, 5, 1)


@pytest.fixture
def book(book_path: Path) -> Iterator[Book]:
    """A new, empty book."""
    with closing(open_book(book_path, writing=True)) as opened:
        yield opened


def said(book: Book, over: frozenset[str] = frozenset(), **new: object) -> Appeals:
    """What is remembered when that was said."""
    made = remember(book, Appeals(**new), over, NOW)  # type: ignore[arg-type]
    assert remembered(book) == made
    return made


def acts(book: Book) -> int:
    """How often something new was said."""
    [count] = book.connection.execute("select count(*) from register_change where act = 'appeals'").fetchone()
    return int(count)


def test_what_is_said_is_kept_beside_what_was_said(book: Book) -> None:
    """Each word once; what is over is gone; nothing said is no act."""
    assert said(book) == Appeals()
    assert acts(book) == 0
    assert said(book, emergency=FIRST) == Appeals(emergency=FIRST)
    assert said(book, campaign=FIRST, reported=2019) == Appeals(emergency=FIRST, campaign=FIRST, reported=2019)
    assert said(book, reported=2019).reported == 2019
    assert acts(book) == 2
    assert said(book, frozenset({"emergency"})) == Appeals(campaign=FIRST, reported=2019)
    assert acts(book) == 3


def test_a_campaign_ends_no_sooner_than_it_begins(book: Book) -> None:
    with pytest.raises(errors.CampaignUnclear):
        said(book, campaign_end=LAST)
    with pytest.raises(errors.CampaignUnclear):
        said(book, campaign=LAST, campaign_end=FIRST)
    assert acts(book) == 0
    assert said(book, campaign=FIRST, campaign_end=FIRST).campaign_end == FIRST


@pytest.mark.parametrize(
    ("written", "is_read"),
    [
        ("{}", True), ('{"reported": 2019}', True), ('{"emergency": "2020-02-01"}', True), ('{"campaign": "2020-02-01", "campaign_end": "2020-05-01"}', True),
        ('{"reported": "2019"}', False), ('{"emergency": "2020-02-30"}', False), ('{"campaign": 5}', False), ("[]", False), ("{", False), ("7", False),
    ],
)  # fmt: skip
def test_only_what_is_whole_is_read(written: str, is_read: bool) -> None:
    """Of a damaged book: else the act would stop whoever reads the new one."""
    assert can_be_read(written) is is_read
