"""An entry in which thousands stand together costs each command a thousand times what one in which a few do, and no more."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk
from test_growth import MARGIN, steps

from donations.store.book import open_book

FEW, MANY = 100, 1000


def together(option: str, many: int) -> str:
    return " ".join(f"{option} 志愿队{number}号" for number in range(1, many))


@pytest.fixture(scope="session")
def joint(tmp_path_factory: pytest.TempPathFactory, empty_book: Path) -> Callable[[int], Path]:
    """Books in which so many gave together, and as many received together; each is made once."""
    folder = tmp_path_factory.mktemp("joint")

    def made(many: int) -> Path:
        book = folder / f"{many}.db"
        if not book.exists():
            shutil.copy(empty_book, book)
            with pytest.MonkeyPatch.context() as patched:
                patched.setenv("DONATIONS_BOOK", str(book))
                desk = Desk(book)
                desk.do(f"receive 志愿队0号 手套9999双 --date 2020-02-01 --yes --new {together('--with', many)}")
                desk.do(f"distribute 志愿队0号 手套999双 --date 2020-02-02 --yes {together('--to', many)}")
                desk.do("donors merge 志愿队3号 志愿队5号 --reason 同一个")
        return book

    return made


@pytest.mark.parametrize(
    "command",
    [
        "ledger", "ledger --public", "ledger --item 手套", "journal", "journal --public", "totals --by donor", "totals --by recipient",
        "totals --public --by recipient", "handover 2", "show 2", "receipt 1", "statement 志愿队7号", "statement --all", "trace 志愿队7号",
        "trace 1", "month 2020-02", "month 2020-02 --public", "bulletin 2020-02", "publish --dry-run", "export journal --format hledger",
        "export book", "check", "refund 志愿队7号 手套1双 --date 2020-02-03 --yes", "return 志愿队7号 手套1双 --date 2020-02-03 --yes",
        "reverse 2 --reason 错", "correct 2 --note 改",
    ],
)  # fmt: skip
def test_ten_times_as_many_in_an_entry_take_ten_times_the_steps(
    joint: Callable[[int], Path], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a thousand who stand together at most 1.5 times ten times as many as of a hundred: nobody is looked for among all."""
    monkeypatch.setenv("DONATIONS_BOOK", "")  # put back at the end, whatever is set meanwhile
    monkeypatch.setenv("DONATIONS_LANG", "en")
    few, many = (steps(joint(size), command, monkeypatch) for size in (FEW, MANY))
    assert few > 0, command
    assert many <= MANY // FEW * MARGIN * few, (few, many)


def test_the_public_sees_names_masked_also_within_a_sight_that_expected_crowds(
    joint: Callable[[int], Path], tmp_path: Path
) -> None:
    """What stands in for the views in the treasurer's sight shows every name; it gives way to what anybody may read, and ends with its sight."""
    query = "select donor from entries where number = 1"
    shutil.copy(joint(FEW), tmp_path / "book.db")
    with closing(open_book(tmp_path / "book.db", writing=False)) as book:
        book.expect_crowds()  # no sight, nothing to end it
        assert book.connection.execute("select count(*) from temp.sqlite_master").fetchone() == (0,)
        with book.read() as connection:
            plain = connection.execute(query).fetchone()
            book.expect_crowds()
            book.expect_crowds()
            assert connection.execute(query).fetchone() == plain
            with book.read(public=True):
                book.expect_crowds()
                assert "志愿队8号" not in connection.execute(query).fetchone()[0]
            book.expect_crowds()
            assert connection.execute(query).fetchone() == plain
        assert book.connection.execute("select count(*) from temp.sqlite_master").fetchone() == (0,)
        assert book.connection.execute("pragma query_only").fetchone() == (1,)


def test_each_is_told_once_by_whatever_name(joint: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Two names of one party that stand in one entry are one, in the order in which they were written."""
    book = joint(FEW)
    monkeypatch.setenv("DONATIONS_BOOK", str(book))
    [gift, given] = Desk(book).read("ledger")
    every = [f"志愿队{number}号" for number in range(FEW)]
    told = [every[5] if number == 3 else name for number, name in enumerate(every) if number != 5]
    assert gift["donor"] == given["recipient"] == "、".join(told)
    assert [row["donor"] for row in Desk(book).read("totals --by donor")] == ["、".join(told)]
