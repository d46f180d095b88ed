# ruff: noqa: N802 - the names of the catalogue
"""F9: hledger and Beancount load the exported journal and come to our balances, per item, store and purpose, every day."""

import io
import random
import tracemalloc
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import journals
import pytest
import test_hostile
import test_laws
from conftest import NOW, Desk
from harness.counts import Tries
from histories import History, grown
from journals import Balances, by_beancount, by_hledger, hledger
from model import DECIMALS, FOREIGN, MONEY, Act, Gift
from test_treasurer import DAYS, day_of, draft_of

from donations.domain.period import Period
from donations.output.double_entry import told
from donations.output.journals import JOURNAL_NAMES, journal_for, render
from donations.reports.postings import postings
from donations.reports.selection import Selection
from donations.services import recording
from donations.store.book import Book

EVERY_DAY = [day_of(number) for number in range(DAYS)]
DAY = date(2020, 2, 10)
PROGRAMS = pytest.mark.parametrize("program", JOURNAL_NAMES)
RENAMED = {"消毒液": "84消毒液"}
"""What `histories.touch_registers` calls an item of the model."""

IN_TAG = str.maketrans({",": "，", "[": "［", "]": "］"})
HOSTILE = (
    "李华; a ｜ b", "a | b", 'He said "no"', "a\\", 'a\\"b', "(12) x", "* x", "! x", "= 5 CNY", "@ 3", "x  5 CNY", "a, date:2019-01-01",
    "[2019-01-01]", "date:2019-01-01", "2019-01-01 * x", "; x", "#tag ^link", "{1 CNY}", "a:b:c", "include /etc/passwd", "option", "~ 5", "%", "`x`",
    "a\nb", "a\n2019-01-01 * x", "a\tb", "a\r\n    ; x:y", "a\x1b[2Jb", "a\u2028b", "\u202eb", "x" * 300,
    "x = CNY 0", "P 2020-01-01 CNY 3 USD", "account", "end comment", "𠮷野家", "②号仓", "É", "ﬁ", "½", "🙂", "a\u0301\u0301", "Ⅷ", "ь",
)  # fmt: skip


def exported(book: Book, program: str, selection: Selection | None = None, *, public: bool = False) -> str:
    """The journal as text."""
    stream = io.StringIO()
    with book.read(public=public):
        render(postings(book, selection or Selection()), journal_for(program, ""), stream)
    return stream.getvalue()


def account(store: str, purpose: str) -> str:
    return f"Assets:Stock:{f'S2-{store}' if store else 'Main'}:{f'P2-{purpose}' if purpose else 'Unrestricted'}"


def as_modelled(history: History, day: int, text: str) -> Balances:
    """What the model has on hand, by the names of accounts and items; the numbers of names are read from the journal."""
    held: Balances = {}
    for (item, store, purpose), minor in history.model.stock(day).items():
        name = RENAMED.get(item, item)
        assert account(store, purpose) in text
        held[account(store, purpose), name] = Decimal(minor).scaleb(-DECIMALS[item])
    return held


def figures(history: History) -> dict[tuple[str, str], Decimal]:
    """The figures of the model over all days, by account and item, with the signs of bookkeeping."""
    sums: Counter[tuple[str, str]] = Counter()
    names = ("Income:Received", "Equity:Bought", "Expenses:Spent", "Expenses:Distributed", "Equity:Adjusted")
    for (_city, item), (of_item, _certainty, _worth) in history.model.totals(0, DAYS).items():
        for name, minor in zip(names, of_item, strict=True):
            sums[name, item] += (minor or 0) * (1 if name.startswith("Expenses") else -1)
    return {
        (name, RENAMED.get(item, item)): Decimal(minor).scaleb(-DECIMALS[item])
        for (name, item), minor in sums.items()
        if minor
    }


def rolled_up(balances: Balances) -> dict[tuple[str, str], Decimal]:
    """Accounts of figures with those below them."""
    sums: Counter[tuple[str, str]] = Counter()
    for (name, item), number in balances.items():
        sums[":".join(name.split(":")[:2]), item] += number  # type: ignore[assignment]
    return {key: Decimal(number) for key, number in sums.items() if number}


def of_stock(balances: Balances) -> Balances:
    return {key: number for key, number in balances.items() if key[0].startswith("Assets:")}


def of_figures(balances: Balances) -> Balances:
    return {key: number for key, number in balances.items() if not key[0].startswith("Assets:")}


def read_by(program: str, text: str, file: Path, days: list[date]) -> dict[date, Balances]:
    if program == "beancount":
        return by_beancount(text, days)
    file.write_text(text, encoding="utf-8")
    hledger(file, "check", "--strict", "ordereddates")
    return by_hledger(file, days)


@PROGRAMS
@pytest.mark.promise("F9", full=50, short=4)
def test_F9_others_come_to_our_balances_on_every_day(
    tmp_path: Path, program: str, tries: Tries, chance: random.Random
) -> None:
    """Random books with every type of entry, held against the model: stock on every day, and the figures of all days."""
    for number in tries:
        history = grown(tmp_path / f"{number}.db", chance, 40, (MONEY, FOREIGN))
        text = exported(history.book, program)
        assert text == exported(history.book, program), "the same book gives the same bytes"
        read = read_by(program, text, tmp_path / "x.journal", EVERY_DAY)
        for day, when in enumerate(EVERY_DAY):
            assert of_stock(read[when]) == as_modelled(history, day, text), f"book {number}, {when}"
        assert rolled_up(of_figures(read[EVERY_DAY[-1]])) == figures(history)
        history.book.close()


@PROGRAMS
def test_F9_a_period_begins_with_what_was_on_hand_before(tmp_path: Path, program: str, chance: random.Random) -> None:
    """A month of the book, one item or one purpose alone: loaded, with the balances of the whole on every day of it."""
    history = grown(tmp_path / "book.db", chance, 60, (MONEY, FOREIGN))
    first, last = DAYS // 3, DAYS - 10
    days = EVERY_DAY[first : last + 1]
    period = Period(days[0], days[-1])
    [money] = history.book.connection.execute("select item from item_now where name = ?", (MONEY,)).fetchone()
    selections = (
        (Selection(period), lambda _account, _item: True),
        (Selection(period, items=(money,)), lambda _account, item: item == MONEY),
        (Selection(period, purpose=2), lambda account, _item: "小学" in account),
        (Selection(Period(None, days[-1])), lambda _account, _item: True),
    )
    for selection, concerns in selections:
        text = exported(history.book, program, selection)
        read = read_by(program, text, tmp_path / "x.journal", days)
        for day in range(first, last + 1):
            whole = as_modelled(history, day, exported(history.book, program))
            assert of_stock(read[EVERY_DAY[day]]) == {key: n for key, n in whole.items() if concerns(*key)}


@PROGRAMS
def test_F9_periods_before_and_after_everything(eventful: Desk, tmp_path: Path, program: str) -> None:
    """Nothing but what was on hand before, or nothing at all: still a journal, and in balance."""
    far = date(2030, 1, 1)
    for words in ("--from 2030-01-01", "--from 2030-01-01 --to 2030-02-01"):
        late = eventful.do(f"export journal --format {program} {words}").out
        all_ = eventful.do(f"export journal --format {program}").out
        held = of_stock(read_by(program, all_, tmp_path / "a", [far])[far])
        assert held
        assert of_stock(read_by(program, late, tmp_path / "b", [far])[far]) == held
    for words in (
        "--to 2010-01-01",
        "--from 2010-01-01 --to 2010-01-31",
        "--from 2010-01-01 --item 手套 --to 2010-02-01",
    ):
        assert read_by(
            program, eventful.do(f"export journal --format {program} {words}").out, tmp_path / "c", [far]
        ) == {far: {}}


@PROGRAMS
def test_F9_a_wrong_balance_is_refused_by_the_other_program(
    tmp_path: Path, program: str, chance: random.Random
) -> None:
    """Broken on purpose: one unit more in the last entry, with the other side too, and the file isn't taken."""
    history = grown(tmp_path / "book.db", chance, 10)
    text = exported(history.book, program)
    extra = '\n2020-01-25 * "x"\n' if program == "beancount" else "\n2020-01-25 * x\n"
    wrong = f"{text.rstrip()}\n{extra}    Assets:Stock:Main:Unrestricted  0.01 CNY\n    Income:Received  -0.01 CNY\n"
    with pytest.raises(AssertionError, match=r"balance|Balance"):
        read_by(program, wrong, tmp_path / "x.journal", EVERY_DAY)


@PROGRAMS
def test_F9_names_that_look_like_syntax_stay_names(
    desk: Desk, tmp_path: Path, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Donors, notes, cities, items, stores and purposes of hostile text: loaded strictly, with our entries and balances."""
    lines = [
        f"receive 捐{number:03} {chr(0x6C00 + 7 * number)}货5个@2元 --for 用{number:03} --store 仓{number:03} --note 注{number:03}"
        " --city 九江市 --date 2020-02-01"
        for number in range(len(HOSTILE))
    ]
    file = tmp_path / "lines.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    desk.do(f"run {file}")
    before = read_by(program, desk.do(f"export journal --format {program}").out, tmp_path / "a.journal", [DAY])
    monkeypatch.setattr(test_hostile, "PAYLOADS", HOSTILE)
    test_hostile.poison(desk.book)
    text = desk.do(f"export journal --format {program}").out
    after = read_by(program, text, tmp_path / "x.journal", [DAY])
    assert sorted(after[DAY].values()) == sorted(before[DAY].values())
    assert len({account for account, _item in of_stock(after[DAY])}) == len(HOSTILE)
    assert len({item for _account, item in after[DAY]}) == len(HOSTILE)
    expected = {str(row["entry"]): row for row in desk.read("journal")}
    read = journals.metadata(text) if program == "beancount" else journals.by_code(tmp_path / "x.journal")
    assert set(read) == set(expected)
    for number, row in expected.items():
        for key in ("donor", "note"):
            wanted = told(row[key])
            assert read[number][key] == (wanted if program == "beancount" else wanted.translate(IN_TAG)), row
        assert read[number]["type"] == "receipt"
        assert {"city", "donor", "entry", "note", "recorded-at", "type"} <= set(read[number])
        assert not {"date", "tag", "x"} & set(read[number])


@PROGRAMS
def test_F9_every_currency_is_a_commodity_of_its_own(desk: Desk, tmp_path: Path, program: str) -> None:
    """Yuan and dollars never meet, and each has the code that programs know."""
    desk.do("receive 李华 1000元 100美元 30港元 口罩7个 --date 2020-02-01")
    text = desk.do(f"export journal --format {program}").out
    assert " 1000 CNY\n" in text
    assert " 100 USD\n" in text
    held = of_stock(read_by(program, text, tmp_path / "x.journal", [DAY])[DAY])
    assert {item: int(number) for (_account, item), number in held.items()} == {
        "CNY": 1000, "USD": 100, "HKD": 30, "口罩": 7,
    }  # fmt: skip


# --- what is not an amount


@pytest.fixture
def eventful(desk: Desk) -> Desk:
    """A book in which amounts are about, unknown, counted, passed on, taken back and corrected."""
    for line in (
        "receive 李华 口罩5000个@@1750元 5000元 --date 2020-02-01 --city 九江市 --note 第一批",
        "receive 王芳 约500斤蔬菜 大米若干@@约300元 --date 2020-02-02 --new",
        "receive 钱某 手套2000双 --to 市三院 --date 2020-02-03 --city 九江市 --new",
        "distribute 市三院 口罩100个 --date 2020-02-03",
        "reverse 4 --reason 误记",
        "adjust count 口罩4990个 --date 2020-02-04",
        "correct 1 口罩5100个",
    ):
        desk.do(line)
    return desk


def test_what_has_no_amount_is_told_in_tags(eventful: Desk) -> None:
    """About, unknown, worth, counted; a straight-through gift never touches stock; who takes back and corrects whom."""
    text = eventful.do("export journal --format hledger").out
    assert '  5000 "口罩"  ; value:1750\n' in text
    assert '  500 "蔬菜"  ; certainty:about\n' in text
    assert "    ; unknown-2:received 大米 value 300\n" in text
    assert '  -10 "口罩"  ; counted:4990\n    Equity:Adjusted:Count  10 "口罩"\n' in text
    relay = text.split("(3)")[1].split("\n\n")[0]
    assert "Assets" not in relay
    assert '    Income:Received:PassedOn  -2000 "手套"\n    Expenses:Distributed:PassedOn  2000 "手套"' in relay
    assert "    ; reverses:4\n" in text
    assert "    ; corrects:1\n" in text
    assert '"大米"' not in text.split("account")[-1].split("* on hand")[0], "no amount of ours is made up"


@PROGRAMS
def test_an_entry_that_is_lost_and_a_book_without_any(desk: Desk, tmp_path: Path, program: str) -> None:
    """An empty book is a journal too; a number that is kept for a lost entry is an entry that moves nothing."""
    assert read_by(program, desk.do(f"export journal --format {program}").out, tmp_path / "a.journal", [DAY]) == {
        DAY: {}
    }
    desk.do("receive 李华 5元 --date 2020-02-01")
    test_laws.sabotage(
        desk.book,
        "insert into entry (number, type, date, reason, recorded_at) values (2, 'missing', '2020-02-01', 'damaged', 'x');"
        "insert into chain (number, entry, digest) select max(number) + 1, 2, 'x' from chain;"
        "insert into register_change (number, register, subject, act, changed_at)"
        " select max(number) + 1, 'book', 1, 'salvaged', 'x' from register_change",
    )
    text = desk.do(f"export journal --format {program}").out
    assert "2020-02-01 !" in text
    assert "lost" in desk.do(f"export journal --format {program}").err
    assert "lost" in desk.do("bulletin 2020-02").err
    assert len(read_by(program, text, tmp_path / "b.journal", [DAY])[DAY]) == 2
    assert "missing" not in desk.do(f"export journal --format {program} --item 人民币").out


# --- the command


def test_the_program_is_said_by_name_or_by_the_file(eventful: Desk, tmp_path: Path) -> None:
    """--format, else the file's ending; without either, or with another one, it is refused and nothing is written."""
    for name, program in (
        ("a.journal", "hledger"),
        ("a.hledger", "hledger"),
        ("a.beancount", "beancount"),
        ("a.bean", "beancount"),
    ):
        said = eventful.do(f"export journal -o {tmp_path / name}").err
        assert "digest" in said
        assert (tmp_path / name).read_text(encoding="utf-8") == eventful.do(
            f"export journal --format {program.upper()}"
        ).out
    assert eventful.run(f"export journal -o {tmp_path / 'a.journal'}").code == 1, "never over another file"
    for words in ("", "--format ledger", f"-o {tmp_path / 'a.txt'}"):
        assert "hledger" in eventful.refused(f"export journal {words}", code=2)
    assert not (tmp_path / "a.txt").exists()


def test_what_is_public_names_nobody_who_did_not_agree(eventful: Desk, tmp_path: Path) -> None:
    """As in every public report: names masked, notes left out, and the balances are the same."""
    for program in JOURNAL_NAMES:
        text = eventful.do(f"export journal --public --format {program}").out
        for private in ("李华", "王芳", "钱某", "第一批", "误记"):
            assert private not in text
        ours = eventful.do(f"export journal --format {program}").out
        assert read_by(program, text, tmp_path / "a", [DAY]) == read_by(program, ours, tmp_path / "b", [DAY])


def test_a_large_journal_takes_no_more_room_than_a_small_one(tmp_path: Path, chance: random.Random) -> None:
    """Entries are written one by one: what Python holds at most doesn't grow with their number."""
    history = grown(tmp_path / "book.db", chance, 60)
    small = most_held(history.book)
    for _number in range(600):
        recording.record(history.book, draft_of(Act("receive", 1, (Gift(MONEY, Fraction(1)),), "九江市")), NOW)
    assert most_held(history.book) < small * 1.3 + 20_000


def most_held(book: Book) -> int:
    """How many bytes Python holds at most while the journal is written away."""

    class Away(io.StringIO):
        def write(self, text: str) -> int:
            return len(text)

    tracemalloc.start()
    with book.read():
        render(postings(book, Selection()), journal_for("hledger", ""), Away())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
