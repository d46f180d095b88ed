# ruff: noqa: N802 - the names of the catalogue
"""A3: the power goes off at any moment. What was written down of the disk is played back up to there, pessimistically."""

import random
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from harness.counts import Tries
from harness.disk import Disk, Event, events, power_cut, sectors
from harness.program import digests, gifts_file, memory, recording
from harness.warm import Warm

from donations.files import is_leftover

FINE, LOST, CORRUPT = "fine", "something confirmed is lost", "corrupt"
CONFIRMED = re.compile(rb"Saved as no\. |entries recorded\.|is closed, with everything|is published and kept")
LINES = 25


@dataclass(frozen=True, slots=True)
class Session:
    """Some commands, and all that they did to the disk."""

    folder: Path
    before: dict[str, bytes]
    log: list[Event]
    states: list[tuple[int, str]]
    """What the book is before the first command, and after each: how many entries, and the digest."""

    def confirmed(self, at: int) -> int:
        """Of how many commands the user has been told after the first `at` events."""
        return sum(len(CONFIRMED.findall(event.data)) for event in self.log[:at] if event.what == "M")


def commands_of(kind: str, book: Path) -> list[tuple[list[str], int]]:
    """Commands of one kind, each with how many entries it adds."""
    here = ["--date", "2020-02-01", "--book", str(book)]
    if kind == "receive":
        return [(["receive", "李华", f"口罩{number}个", "50元", *here], 1) for number in range(1, 9)]
    if kind == "distribute":
        return [(["distribute", "市三院", f"口罩{number}个", *here], 1) for number in range(1, 9)]
    if kind == "correct":
        return [
            (["correct", str(wrong), "李华", f"口罩{900 + wrong}个", "--book", str(book)], 2) for wrong in (1, 3, 5, 7)
        ]
    if kind in ACTS:
        return [([kind, f"2020-0{month}", "--book", str(book)], 0) for month in range(1, 9)]
    files = [gifts_file(book.parent.parent / f"{number}.txt", LINES) for number in range(3)]
    return [(recording(book, file), LINES) for file in files]


ACTS = ("close", "publish")
"""Commands that record no entry, but seal what they did to the book all the same."""

KINDS = ("receive", "distribute", "correct", "run a file", *ACTS)


def states_of(kind: str, book: Path, added: Sequence[int]) -> list[tuple[int, str]]:
    """What the book was before the first of these commands, and after each that added so many entries."""
    after = digests(book)
    if kind not in ACTS:
        assert max(after) == 1 + sum(added)
        return [(number, after[number]) for number in accumulate(added, initial=1)]
    with closing(sqlite3.connect(book)) as connection:
        query = (
            "select digest from chain join register_change as r on r.number = change where r.act = ? order by r.number"
        )
        done = [digest for (digest,) in connection.execute(query, (kind,))]
    assert len(done) == len(added)
    return [(1, digest) for digest in (after[1], *done)]


def record(on_disk: Warm, folder: Path, empty_book: Path, kind: str, patches: Sequence[str] = ()) -> Session:
    """Run the commands of one kind on a book with some stock, on a disk that writes everything down."""
    book = folder / "here" / "book.db"
    book.parent.mkdir(parents=True)
    shutil.copy(empty_book, book)
    on_disk.run("receive", "李华", "口罩1000个", "--date", "2020-01-31", "--book", str(book))
    before = {file.name: file.read_bytes() for file in book.parent.iterdir()}
    commands = commands_of(kind, book)
    watched = {"folder": str(book.parent), "log": str(folder / "log")}
    ended = on_disk.start(*(words for words, _added in commands), disk=watched, patches=list(patches)).wait()
    assert set(ended.codes) == {0}, ended.said
    states = states_of(kind, book, [added for _words, added in commands])
    session = Session(book.parent, before, events(folder / "log"), states)
    assert session.confirmed(len(session.log)) == len(commands)
    return session


def verdict(warm: Warm, session: Session, at: int, found: Path, chance: random.Random) -> str:
    """What the program finds after a power cut behind the first `at` events."""
    found.mkdir()
    for name, content in power_cut(session.log, session.folder, session.before, at, chance).items():
        if not name.endswith("-shm"):  # made anew by whoever opens the book
            (found / name).write_bytes(content)
    ended = warm.run("check", "--book", str(found / "book.db"))
    shutil.rmtree(found)
    whole = re.fullmatch(r"In order: (\d+) entr(?:y|ies), digest (\S+)\.\n", ended.out)
    if ended.code or not whole:
        return CORRUPT
    state = int(whole[1]), whole[2]
    if state not in session.states:
        return CORRUPT
    return FINE if session.states.index(state) >= session.confirmed(at) else LOST


def verdicts(warm: Warm, session: Session, tries: Tries, chance: random.Random) -> Counter[str]:
    """How often which; the last moment is among those tried."""
    found: Counter[str] = Counter()
    with TemporaryDirectory(dir=memory()) as folder:
        for number in tries:
            at = chance.randint(0, len(session.log)) if number else len(session.log)
            found[verdict(warm, session, at, Path(folder) / f"cut-{number}", chance)] += 1
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.promise("A3", full=500, short=40)
def test_A3_what_was_confirmed_survives_a_power_cut(
    on_disk: Warm, warm: Warm, empty_book: Path, tmp_path: Path, tries: Tries, chance: random.Random, kind: str
) -> None:
    """After every cut `check` finds a whole book: all commands up to one of them, and every confirmed one."""
    session = record(on_disk, tmp_path, empty_book, kind)
    assert verdicts(warm, session, tries, chance) == {FINE: tries.planned}


@pytest.mark.parametrize(
    ("broken", "seen", "share"),
    [("WAL and NORMAL", LOST, 0.2), ("DELETE and FULL", LOST, 0.08), ("DELETE and OFF", CORRUPT, 0.2)],
)
def test_A3_sees_settings_that_lose(
    on_disk: Warm, warm: Warm, empty_book: Path, tmp_path: Path, chance: random.Random,
    request: pytest.FixtureRequest, broken: str, seen: str, share: float,
) -> None:  # fmt: skip
    """Broken on purpose: the faster settings lose confirmed entries, or the book, in many of the same cuts."""
    tries = Tries(500 if request.config.option.full else 60)
    found = verdicts(warm, record(on_disk, tmp_path, empty_book, "receive", [broken]), tries, chance)
    assert found[seen] > share * tries.planned, found


@pytest.mark.parametrize("suffix", ["csv", "json"])
@pytest.mark.promise("A8", full=100, short=20)
def test_A8_a_power_cut_leaves_no_half_export(
    on_disk: Warm, book_path: Path, tmp_path: Path, tries: Tries, chance: random.Random, suffix: str
) -> None:
    """A file with the final name is whole, or the old one."""
    assert on_disk.run(*recording(book_path, gifts_file(tmp_path / "gifts.txt", 60))).code == 0
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / f"x.{suffix}"
    file.write_bytes(b"old")
    words = ["ledger", "--book", str(book_path), "-o", str(file), "--force"]
    assert on_disk.run(*words, disk={"folder": str(folder), "log": str(tmp_path / "log")}).code == 0
    log = events(tmp_path / "log")
    for number in tries:
        at = chance.randint(0, len(log)) if number else len(log)
        left = power_cut(log, folder, {file.name: b"old"}, at, chance)
        assert left[file.name] in (b"old", file.read_bytes())


@pytest.mark.promise("A8", full=100, short=20)
def test_A8_a_power_cut_leaves_no_half_file_of_many(
    on_disk: Warm, book_path: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """A statement for each donor, written side by side: what has a final name is whole, and in the end all are there."""
    for number in range(30):
        gift = ["receive", f"捐赠人{number}号", "口罩50个", "--date", "2020-02-01", "--book", str(book_path)]
        assert on_disk.run(*gift).code == 0
    folder = tmp_path / "out"
    folder.mkdir()
    words = ["statement", "--all", "--book", str(book_path), "-o", str(folder)]
    assert on_disk.run(*words, disk={"folder": str(folder), "log": str(tmp_path / "log")}).code == 0
    whole = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert len(whole) == 30
    log = events(tmp_path / "log")
    for number in tries:
        at = chance.randint(0, len(log)) if number else len(log)
        left = power_cut(log, folder, {}, at, chance)
        named = {name: content for name, content in left.items() if not is_leftover(name)}
        assert named.items() <= whole.items()
        assert number or named == whole


# --- the simulated disk itself


def test_sectors_are_cut_where_they_begin() -> None:
    data = bytes(range(256)) * 5
    parts = list(sectors(500, data))
    assert [begin for begin, _part in parts] == [500, 512, 1024, 1536]
    assert [len(part) for _begin, part in parts] == [12, 512, 512, 244]
    assert b"".join(part for _begin, part in parts) == data


def outcomes(*done: Event) -> set[tuple[tuple[str, bytes], ...]]:
    """Every folder that some power cut leaves after what was done to a folder with one file, `a`."""
    found = set()
    for seed in range(300):
        disk = Disk("/d", {"a": b"old"})
        for event in done:
            disk.play(event)
        found.add(tuple(sorted(disk.cut(random.Random(seed)).items())))
    return found


@pytest.fixture
def steps() -> dict[str, Event]:
    """Things done to a folder."""
    return {
        "write": Event("W", "/d/a", data=b"new"), "sync": Event("S", "/d/a"), "folder": Event("S", "/d"),
        "make": Event("C", "/d/b"), "fill": Event("W", "/d/b", data=b"b"), "remove": Event("U", "/d/a"),
        "rename": Event("R", "/d/b", "/d/a"), "shorten": Event("T", "/d/a", offset=1),
    }  # fmt: skip


def test_the_disk_keeps_what_was_synced_and_may_lose_the_rest(steps: dict[str, Event]) -> None:
    """Contents and names, each with and without the sync that makes them certain."""
    assert outcomes(steps["write"]) == {(("a", b"old"),), (("a", b"new"),)}
    assert outcomes(steps["write"], steps["sync"]) == {(("a", b"new"),)}
    assert outcomes(steps["shorten"]) == {(("a", b"old"),), (("a", b"o"),)}
    assert outcomes(steps["remove"]) == {(("a", b"old"),), ()}
    assert outcomes(steps["remove"], steps["folder"]) == {()}
    assert outcomes(steps["make"], steps["fill"], steps["remove"]) >= {
        (("a", b"old"),), (("a", b"old"), ("b", b"")), (("a", b"old"), ("b", b"b")), (("b", b""),), (("b", b"b"),),
    }  # fmt: skip
    assert () not in outcomes(steps["make"], steps["remove"]), "names change in their order"
    assert outcomes(steps["rename"]) == {(("a", b"old"),), (("b", b"old"),)}
    assert outcomes(steps["rename"], steps["write"], steps["folder"]) == {(("b", b"old"),)}, "a is no name by then"
