"""Exported books that were changed and signed anew: whole as files, and yet no book can have said this.

Everything that the digest of a file would catch is right again, so that only the rules for entries stand in the way.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing as closed
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Desk
from gifts import Gift, imported, money, paper
from test_round_trip import TODAY, empty, exported, paper_of, taken

from donations import errors
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.exchange import BookSaid, ClosingSaid, EntrySaid, ItemSaid, Said, Whole
from donations.domain.imported import Outcome
from donations.domain.parsing import parse_quantity
from donations.domain.period import Period
from donations.output import formats
from donations.reports.exchange import exchange
from donations.services import checking, closing, recording
from donations.services.closing import IfClosed
from donations.services.importing.papers import import_papers
from donations.services.importing.rows import Wishes
from donations.services.naming import Meant
from donations.store.book import Book, open_book
from donations.store.exchange import statements
from donations.store.making import create_book

Change = Callable[[Said], Iterable[Said]]

ACTS = (
    "receive 李华 口罩10个@2元 --date 2020-02-01", "receive 王芳 100元 --date 2020-02-02",
    "distribute 市三院 口罩3个 --date 2020-02-03 --new", "receive 赵六 消毒液5瓶@3元 --date 2020-02-04",
    "reverse 4 --reason 退回", "adjust count 口罩8个 --date 2020-02-06",
    "transfer 口罩4个 --to 二号仓 --date 2020-02-07", "receive 李华 口罩20个 --date 2020-02-08 --yes",
    "correct 8 口罩30个 --reason 数错", "adjust loss 口罩一批 --date 2020-02-12",
)  # fmt: skip
"""Entry 5 takes back 4; 9 takes back 8, and 10 says it aright."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book with entries of most types, one that was taken back, and one that was corrected; it is only read."""
    path = tmp_path_factory.mktemp("signed") / "book.db"
    create_book(path, "测试协会", NOW).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DONATIONS_BOOK", str(path))
        patch.setenv("DONATIONS_LANG", "en")
        for line in ACTS:
            Desk(path).do(line)
    with closed(open_book(path, writing=False)) as opened:
        yield opened


def signed(book: Book, change: Change, file: Path) -> Path:
    """The book exported with each statement changed; counted and signed again, so that the file itself is whole."""
    with book.read() as connection:
        said = [new for old in statements(connection) if not hasattr(old, "digest") for new in change(old)]
    entries = [each for each in said if isinstance(each, EntrySaid)]
    rows = sum(max(len(each.lines), 1) for each in entries)
    said = [BookSaid(each.version, len(entries), rows) if isinstance(each, BookSaid) else each for each in said]
    whole = Whole()
    for each in said:
        whole.add(each)
    stream = io.StringIO()
    formats.render(exchange(book, lambda: [*said, whole.end()]), "csv", stream)
    file.write_text(stream.getvalue(), encoding="utf-8")
    return file


def of_entry(number: int, **facts: Any) -> Change:
    """Says something else of one entry."""
    return lambda said: [replace(said, **facts) if isinstance(said, EntrySaid) and said.number == number else said]


def of_line(number: int, place: int = 0, **facts: Any) -> Change:
    """Says something else of one line of an entry."""

    def change(said: Said) -> Iterable[Said]:
        if not isinstance(said, EntrySaid) or said.number != number:
            return [said]
        lines = [replace(line, **facts) if at == place else line for at, line in enumerate(said.lines)]
        return [replace(said, lines=tuple(lines))]

    return change


def said_of(outcome: Outcome) -> list[tuple[str, str]]:
    """What is said of rows that can't be taken, and of which entry."""
    return [(problem.expected, problem.got) for file in outcome.files for problem in file.problems]


def entries_in(book: Book) -> int:
    """How many entries a book has."""
    [count] = book.connection.execute("select count(*) from entry").fetchone()
    return int(count)


def test_signed_anew_without_a_change_it_is_the_same_file(book: Book, tmp_path: Path) -> None:
    file = signed(book, lambda said: [said], tmp_path / "1.csv")
    assert file.read_bytes() == exported(book)


UNFIT: dict[str, tuple[int, Change, type[errors.DonationsError]]] = {
    "a gift that gives out": (1, of_line(1, flow="distributed"), errors.LineUnfit),
    "goods given out that come in": (3, of_line(3, flow="received"), errors.LineUnfit),
    "a gift of nothing": (1, of_entry(1, lines=()), errors.WithoutLine),
    "a gift of nobody": (1, of_entry(1, parties={}), errors.RoleLacking),
    "a gift of who arranged it": (1, of_entry(1, parties={"via": ("李华",)}), errors.RoleLacking),
    "given out to nobody": (3, of_entry(3, parties={"donor": ("市三院",)}), errors.RoleLacking),
    "a gift that was counted": (1, of_entry(1, reason="count"), errors.ReasonUnfit),
    "an adjustment without a reason": (6, of_entry(6, reason=None), errors.ReasonUnfit),
    "an adjustment of a reason of its own": (6, of_entry(6, reason="盘点"), errors.ReasonUnfit),
    "an exact amount that isn't said": (1, of_line(1, amount=None, unit=None), errors.AmountUnfit),
    "an unknown amount that is said": (1, of_line(1, certainty="unknown"), errors.AmountUnfit),
    "less than nothing": (1, of_line(1, amount="-10"), errors.AmountUnfit),
    "nothing": (1, of_line(1, amount="0"), errors.AmountUnfit),
    "another unit": (1, of_line(1, unit="箱"), errors.AmountUnfit),
    "no unit": (1, of_line(1, unit=None), errors.AmountUnfit),
    "a count below zero": (6, of_line(6, counted="-8"), errors.AmountUnfit),
    "a value that nobody says how sure it is": (1, of_line(1, value_certainty=None), errors.AmountUnfit),
    "no value, but how sure it is": (1, of_line(1, value=None), errors.AmountUnfit),
    "a value below zero": (1, of_line(1, value="-20"), errors.AmountUnfit),
    "taken back by giving once more": (5, of_line(5, amount="5", value="15"), errors.AmountUnfit),
    "taken back at a value once more": (5, of_line(5, value="15"), errors.AmountUnfit),
    "an item that isn't said": (1, of_line(1, item="帽子"), errors.UnknownItem),
    "takes back what comes later": (5, of_entry(5, reverses=8), errors.LinkUnclear),
    "takes back itself": (5, of_entry(5, reverses=5), errors.LinkUnclear),
    "takes back what isn't there": (5, of_entry(5, reverses=99), errors.LinkUnclear),
    "takes back what takes back": (9, of_entry(9, reverses=5), errors.LinkUnclear),
    "takes back what was taken back": (9, of_entry(9, reverses=4), errors.LinkUnclear),
    "says aright what stands": (10, of_entry(10, corrects=1), errors.LinkUnclear),
    "says aright what isn't there": (10, of_entry(10, corrects=99), errors.LinkUnclear),
    "takes back and says aright": (9, of_entry(9, corrects=4), errors.LinkUnclear),
}  # fmt: skip
"""Which entry is told, what was changed, and why it is no entry."""


@pytest.mark.parametrize("case", UNFIT)
def test_what_no_entry_can_be_is_told_and_nothing_comes_in(book: Book, tmp_path: Path, case: str) -> None:
    number, change, why = UNFIT[case]
    other = empty(tmp_path / "b.db")
    outcome = taken(other, signed(book, change, tmp_path / "1.csv"))
    assert said_of(outcome)[0] == (why.sentence, str(number))
    assert outcome.number is None
    assert entries_in(other) == 0
    assert checking.check(other) == []


def test_said_aright_twice_is_told(book: Book, tmp_path: Path) -> None:
    """The second of two entries that both say the same one aright."""
    other = empty(tmp_path / "b.db")

    def twice(said: Said) -> Iterable[Said]:
        if isinstance(said, EntrySaid) and said.number == 11:
            return [replace(said, corrects=8)]
        return [said]

    outcome = taken(other, signed(book, twice, tmp_path / "1.csv"))
    assert said_of(outcome) == [(errors.LinkUnclear.sentence, "11")]


FIT: dict[str, Change] = {
    "a gift with a reason of its own": of_entry(1, reason="补登"),
    "counted, and nothing differs": of_line(6, amount="0", counted="7"),
    "counted: none is left": of_line(6, counted="0"),
    "an amount nobody knows": of_line(11, amount=None, unit=None, certainty="unknown"),
    "worth nothing": of_line(1, value="0"),
    "worth an amount nobody is sure of": of_line(1, value_certainty="about"),
    "not worth anything that is said": of_line(1, value=None, value_certainty=None),
}
"""What is as good as what was exported."""


@pytest.mark.parametrize("case", FIT)
def test_what_an_entry_can_be_comes_in(book: Book, tmp_path: Path, case: str) -> None:
    """The next export says it too."""
    other, file = empty(tmp_path / "b.db"), signed(book, FIT[case], tmp_path / "1.csv")
    outcome = taken(other, file)
    assert said_of(outcome) == []
    assert entries_in(other) == entries_in(book)
    assert exported(other) == file.read_bytes()
    assert checking.check(other) == []


WHOLE: dict[str, tuple[int, Change]] = {
    "a reversal that takes back less": (5, of_line(5, amount="-4")),
    "a transfer that brings more than it takes": (7, of_line(7, 1, amount="5")),
}
"""From which entry on the file isn't what was exported, and what was changed."""


@pytest.mark.parametrize("case", WHOLE)
def test_what_only_entries_together_show_refuses_the_file(book: Book, tmp_path: Path, case: str) -> None:
    """Also in a book that has entries of its own: they are not what is told."""
    number, change = WHOLE[case]
    file = signed(book, change, tmp_path / "1.csv")
    for before in (0, 2):
        other = empty(tmp_path / f"{before}.db")
        imported(other, [Gift("钱七", "手套", 1 + row, "双") for row in range(before)])
        outcome = taken(other, file)
        assert isinstance(outcome.refused, errors.ExportUnfit)
        assert outcome.refused.facts == {"number": number + before}
        assert entries_in(other) == before


# --- months that were closed


@pytest.fixture
def january(tmp_path: Path) -> Book:
    """A book that closed January and let two gifts into it afterwards, one of its last day, and got one of February 1."""
    book = empty(tmp_path / "january.db")
    imported(book, [money("李华", yuan=5, day=date(2020, 1, 5))])
    closing.close(book, Period.month("2020-01"), TODAY, NOW)
    for yuan, day, reason in (
        (6, date(2020, 1, 31), "补记"),
        (7, date(2020, 2, 1), None),
        (8, date(2020, 1, 1), "又补"),
    ):
        imported(book, [money("王芳", yuan=yuan, day=day)], if_closed=IfClosed(TODAY, reason))
    return book


def reasons(book: Book) -> list[tuple[int, str]]:
    """By entry why it was let into a closed month."""
    query = "select subject, reason from register_change where act = 'into_closed' order by subject"
    return [(int(entry), str(reason)) for entry, reason in book.connection.execute(query)]


def of_closing(*days: str) -> Change:
    """Says something else of when months were closed."""
    return lambda said: [ClosingSaid(day) for day in days] if isinstance(said, ClosingSaid) else [said]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2020-01-30"], "2020-01-30"),
        (["2020-01-31", "2020-01-31"], "2020-01-31"),
        (["2020-02-29", "2020-01-31"], "2020-01-31"),
    ],
)
def test_months_are_closed_by_their_last_day_in_their_order(
    january: Book, tmp_path: Path, days: list[str], told: str
) -> None:
    """The row is told by the day in it; it is of no entry."""
    other = empty(tmp_path / "b.db")
    file = signed(january, of_closing(*days), tmp_path / "1.csv")
    outcome = import_papers(other, [paper_of(file)], Wishes(if_closed=IfClosed(TODAY, "同意")), NOW)
    [problem] = [each for file in outcome.files for each in file.problems]
    assert (problem.expected, problem.got) == (errors.LastDayUnfit.sentence, "")
    assert problem.facts == {"day": told}
    assert problem.is_sentence
    assert entries_in(other) == 0


def test_a_new_book_takes_over_what_was_closed_and_why_entries_came_after_it(january: Book, tmp_path: Path) -> None:
    """The reasons are those of the file; the last day of a closed month is of it, the day after isn't."""
    other, file = empty(tmp_path / "b.db"), signed(january, lambda said: [said], tmp_path / "1.csv")
    outcome = import_papers(other, [paper_of(file)], Wishes(if_closed=IfClosed(TODAY, "不用")), NOW)
    assert said_of(outcome) == []
    assert reasons(other) == reasons(january) == [(2, "补记"), (4, "又补")]
    assert checking.check(other) == []


@pytest.mark.parametrize("number", [2, 4])
def test_an_entry_of_a_closed_month_without_a_reason_is_told(january: Book, tmp_path: Path, number: int) -> None:
    """Unless the user has one."""
    file = signed(january, of_entry(number, into_closed=None), tmp_path / "1.csv")
    other = empty(tmp_path / "b.db")
    outcome = taken(other, file)
    assert said_of(outcome) == [(errors.ClosedMonth.sentence, str(number))]
    assert outcome.files[0].problems[0].facts["month"] == "2020-01"
    outcome = import_papers(other, [paper_of(file)], Wishes(if_closed=IfClosed(TODAY, "同意")), NOW)
    assert said_of(outcome) == []
    assert dict(reasons(other))[number] == "同意"


def test_a_book_and_papers_in_one_command_each_have_reasons_of_their_own(january: Book, tmp_path: Path) -> None:
    """Papers before, between and behind exported books; every entry of the closed month has one reason."""
    other = empty(tmp_path / "b.db")
    imported(other, [money("钱七", yuan=1, day=date(2020, 1, 2))])
    closing.close(other, Period.month("2020-01"), TODAY, NOW)
    file = signed(january, lambda said: [said], tmp_path / "1.csv")
    papers = [
        paper([money("孙八", yuan=yuan, day=date(2020, 1, 3))], f"{yuan}.csv", f"{yuan:064}") for yuan in (21, 22, 23)
    ]
    again = signed(january, of_entry(1, date="2020-01-06"), tmp_path / "2.csv")
    files = [papers[0], paper_of(file), papers[1], paper_of(again), papers[2]]
    outcome = import_papers(other, files, Wishes(if_closed=IfClosed(TODAY, "同意")), NOW)
    assert said_of(outcome) == []
    inside = [
        int(number)
        for [number] in other.connection.execute(
            "select number from entry where date <= '2020-01-31' and number > 1 order by number"
        )
    ]
    assert reasons(other) == [(number, "同意") for number in inside]
    assert len(inside) == 7
    assert checking.check(other) == []


def test_some_of_what_comes_in_is_shown(book: Book, tmp_path: Path) -> None:
    """Five entries as they are: who, on which day, what; behind the names of goods what was written, else how many."""
    other = empty(tmp_path / "b.db")
    change = of_line(2, written=None)
    [file] = taken(other, signed(book, change, tmp_path / "1.csv")).files
    [table] = file.tables
    shown = [
        (sample.type, sample.date, sample.parties, "、".join(map("".join, sample.goods))) for sample in table.samples
    ]
    assert shown == [
        ("receipt", "2020-02-01", "李华", "口罩10个@2元"), ("receipt", "2020-02-02", "王芳", "CNY100元"),
        ("distribution", "2020-02-03", "市三院", "口罩3个"), ("receipt", "2020-02-04", "赵六", "消毒液5瓶@3元"),
        ("receipt", "2020-02-04", "赵六", "消毒液5瓶@3元"),
    ]  # fmt: skip
    [again] = taken(other, tmp_path / "1.csv").files
    assert again.tables[0].samples == []


def until_entry(number: int) -> Change:
    """Leaves out what came after that entry."""
    return lambda said: [] if isinstance(said, EntrySaid) and said.number > number else [said]


def test_the_first_new_entry_can_be_what_is_unfit(book: Book, tmp_path: Path) -> None:
    """What stands before it is known already."""
    other = empty(tmp_path / "b.db")
    taken(other, signed(book, until_entry(6), tmp_path / "1.csv"))
    outcome = taken(other, signed(book, of_line(7, 1, amount="5"), tmp_path / "2.csv"))
    assert isinstance(outcome.refused, errors.ExportUnfit)
    assert outcome.refused.facts == {"number": 7}
    assert entries_in(other) == 6


def test_new_names_are_counted_once(book: Book, tmp_path: Path) -> None:
    """Of parties and of items; those that are known aren't new."""
    other, file = empty(tmp_path / "b.db"), signed(book, until_entry(3), tmp_path / "1.csv")
    outcome = taken(other, file)
    assert (outcome.new_parties, outcome.new_items) == (4, 3)  # 赵六 and 消毒液 are said before any entry
    outcome = taken(other, signed(book, lambda said: [said], tmp_path / "2.csv"))
    assert (outcome.new_parties, outcome.new_items) == (0, 0)
    assert outcome.entries == entries_in(book) - 3


def test_an_item_that_the_file_does_not_say_is_known_by_its_name(book: Book, tmp_path: Path) -> None:
    other = empty(tmp_path / "b.db")
    taken(other, signed(book, until_entry(6), tmp_path / "1.csv"))
    file = signed(book, lambda said: [] if isinstance(said, ItemSaid) else [said], tmp_path / "2.csv")
    assert said_of(taken(other, file)) == []
    assert entries_in(other) == entries_in(book)
    assert checking.check(other) == []


def test_who_and_what_is_shown_of_an_entry_with_several(tmp_path: Path) -> None:
    """All who stand in it, and all goods; a question mark where nobody knows how much."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    lines = tuple(DraftLine(parse_quantity(said), Flow.RECEIVED) for said in ("口罩3个", "手套一批", "5元"))
    roles = {Role.DONOR: ("李华", "王芳"), Role.VIA: ("赵六",)}
    recording.record(book, Draft("receipt", date(2020, 2, 1), lines, roles), NOW, Meant(new=True))

    def unwritten(said: Said) -> Iterable[Said]:
        if isinstance(said, EntrySaid):
            return [replace(said, lines=tuple(replace(line, written=None) for line in said.lines))]
        return [said]

    [file] = taken(other, signed(book, unwritten, tmp_path / "1.csv")).files
    [sample] = file.tables[0].samples
    assert (sample.parties, "、".join(map("".join, sample.goods))) == ("李华、王芳、赵六", "口罩3个、手套?、CNY5元")
