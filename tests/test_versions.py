# ruff: noqa: N802 - the names of the catalogue
"""E1 to E3, E7, A4, B4: books of other versions and of other programs, upgrades, and other versions of SQLite."""

import json
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk, content, fingerprint
from every_command import EVERY, OTHERS, START, verbs
from harness.counts import Tries
from harness.old_books import OLD, VALUES, as_stored, bytes_of, pile_of, said_then, values
from harness.program import integrity
from harness.warm import Warm
from test_bad_input import as_nobody, check_sentence
from test_concurrency import MAKERS, Start

from donations import errors
from donations.store import book as book_module
from donations.store import connecting, copies, evidence, migrations
from donations.store.headers import APPLICATION_ID
from donations.store.schema_files import SCHEMA_VERSION

KILLED = -signal.SIGKILL


def old_book(name: str, path: Path) -> Path:
    """The old book `name`, unpacked to `path`, for its owner only."""
    path.write_bytes(bytes_of(name))
    path.chmod(0o600)
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path, timeout=60)) as connection:
        return int(connection.execute("pragma user_version").fetchone()[0])


def test_every_verb_can_be_tried(desk: Desk) -> None:
    """A new verb has a row in every_command.py; all can be done in the book that they are for."""
    assert set(EVERY) | OTHERS == set(verbs())
    for line in START:
        desk.do(line)
    pristine = desk.book.with_name("pristine.db")
    shutil.copy(desk.book, pristine)
    for line in EVERY.values():
        shutil.copy(pristine, desk.book)
        desk.do(line)


# --- E1: a book of a newer version


def of_a_later_step(connection: sqlite3.Connection) -> None:
    connection.execute(f"pragma user_version={SCHEMA_VERSION + 1}")


def of_a_step_nobody_knows(connection: sqlite3.Connection) -> None:
    connection.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('donations', '0099_later', '2030-01-01')"
    )


@pytest.mark.promise("E1")
@pytest.mark.parametrize("how", [of_a_later_step, of_a_step_nobody_knows])
def test_E1_every_command_refuses_a_newer_book(desk: Desk, how: Callable[[sqlite3.Connection], None]) -> None:
    """Exit 65, both versions in one sentence, no byte changed, nothing put beside it."""
    for line in START:
        desk.do(line)
    with closing(sqlite3.connect(desk.book)) as connection:
        how(connection)
        connection.commit()
    before, beside = fingerprint(desk.book), sorted(desk.book.parent.iterdir())
    run = desk.book.with_name("run.txt")
    for verb, line in (*EVERY.items(), ("run", f"run {run}"), ("check", f"check --against {desk.book}")):
        run.write_text("receive 李华 口罩5个\n", encoding="utf-8")
        answer = desk.run(line)
        run.unlink()
        assert (answer.code, answer.out) == (65, ""), verb
        check_sentence(answer.err, "en")
        assert f"version {SCHEMA_VERSION + 1}" in answer.err, verb
        assert f"up to {SCHEMA_VERSION}" in answer.err, verb
        assert fingerprint(desk.book) == before, verb
        assert sorted(desk.book.parent.iterdir()) == beside, verb


def test_E1_sees_a_program_that_takes_newer_books(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: without the look at the version the book is opened, and written."""
    with closing(sqlite3.connect(desk.book)) as connection:
        of_a_later_step(connection)
    before = fingerprint(desk.book)
    monkeypatch.setattr(book_module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    desk.do("receive 李华 口罩5个")
    assert fingerprint(desk.book) != before


# --- E2: another program's file


def sqlite_file(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


OURS = APPLICATION_ID
FOREIGN: Mapping[str, Callable[[Path], object]] = {
    "bookmarks of a browser": lambda path: sqlite_file(path, "create table moz_places (id integer primary key, url text)"),
    "a browser's, in WAL mode": lambda path: sqlite_file(
        path, "pragma journal_mode=WAL; create table moz_places (id integer primary key, url text)"
    ),
    "another application's": lambda path: sqlite_file(path, "pragma application_id=305419896; create table entry (number)"),
    "tables named as ours": lambda path: sqlite_file(
        path, f"create table entry (number); create table book (name); pragma user_version={SCHEMA_VERSION}"
    ),
    "our number, nothing in it": lambda path: sqlite_file(path, f"pragma application_id={OURS}"),
    "our numbers, no tables": lambda path: sqlite_file(
        path, f"pragma application_id={OURS}; pragma user_version={SCHEMA_VERSION}"
    ),
    "a database without a table": lambda path: sqlite_file(path, "create table x (y); drop table x"),
    "CSV": lambda path: path.write_text("姓名,金额\n李华,500\n", encoding="utf-8"),
    "CSV of Excel": lambda path: path.write_text("姓名,金额\n李华,500\n", encoding="utf-16"),
    "XLSX": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40),
    "picture": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2000)),
    "empty file": lambda path: path.write_bytes(b""),
}  # fmt: skip


@pytest.mark.promise("E2")
@pytest.mark.parametrize("sort", FOREIGN)
def test_E2_every_command_leaves_another_programs_file_alone(desk: Desk, tmp_path: Path, sort: str) -> None:
    """Exit 65 and one sentence; its bytes, and what lies beside it, stay."""
    folder = tmp_path / "others"
    folder.mkdir()
    path = folder / "book.db"
    FOREIGN[sort](path)
    path.chmod(0o600)
    before = fingerprint(path)
    for verb, line in EVERY.items():
        answer = desk.run(f"{line} --book {path}")
        assert (answer.code, answer.out) == (65, ""), f"{verb}: {answer}"
        check_sentence(answer.err, "en")
        assert fingerprint(path) == before, verb
        assert [file.name for file in folder.iterdir()] == ["book.db"], verb
    answer = desk.run(f"init --name 协会 --book {path}")
    assert answer.code == 1
    assert fingerprint(path) == before


# --- E3: books of earlier versions


def same_figures(now: list[Mapping[str, Any]], then: list[Mapping[str, Any]]) -> bool:
    """Whether the tables of a report have the same rows, in the columns that there were then."""
    if len(now) != len(then):
        return False
    pairs = [
        (row, old)
        for one, two in zip(now, then, strict=True)
        for row, old in zip(one["rows"], two["rows"], strict=True)
    ]
    return all({key: row.get(key) for key in old} == old for row, old in pairs)


def reports_agree(desk: Desk, name: str, path: Path) -> bool:
    """Whether every report says of the book what the program of its version said."""
    then = said_then(name)
    lines = [line for line in then if line not in ("book", "digests")]
    return all(
        same_figures(desk.do(f"{line} --format json --book {path}").json["tables"], then[line]) for line in lines
    )


@pytest.mark.promise("E3")
@pytest.mark.parametrize("name", OLD)
def test_E3_an_old_book_says_the_same_after_its_upgrade(desk: Desk, tmp_path: Path, name: str) -> None:
    """Opened once by any command: figures, numbers and digests are those of then, `check` finds nothing, the old one is kept."""
    path = old_book(name, tmp_path / "old.db")
    before, then = content(path), said_then(name)
    answer = desk.do(f"totals --by city --format json --book {path}")
    assert "brought up to date" in answer.err
    assert version(path) == SCHEMA_VERSION
    assert reports_agree(desk, name, path)
    assert answer.json["book"]["entries"] == then["book"]["entries"]
    with closing(sqlite3.connect(path)) as connection:
        sealed = connection.execute("select digest from chain where entry is not null order by entry").fetchall()
    assert [digest for [digest] in sealed] == then["digests"]
    assert desk.do(f"check --book {path}").err == ""
    [kept] = tmp_path.glob("old-v*.db")
    assert kept.name in answer.err
    assert content(kept) == before
    assert kept.stat().st_mode & 0o777 == 0o600


def test_E3_sees_a_figure_that_changed(desk: Desk, tmp_path: Path) -> None:
    """Broken on purpose: one line more in the old book before its upgrade, and the reports no longer agree."""
    path = old_book("v1-february", tmp_path / "old.db")
    assert reports_agree(desk, "v1-february", path)
    desk.do(f"receive 赵某甲 1元 --city 九江市 --date 2020-02-01 --book {path}")
    assert not same_figures(
        desk.do(f"totals --by city --format json --book {path}").json["tables"],
        said_then("v1-february")["totals --by city"],
    )


def test_E3_the_values_that_are_kept_beside_old_books_are_of_what_they_held() -> None:
    """Each is of a row of the old book's stock, none is said twice, and of what was all there and unmoved it is that of then."""
    assert set(values()) <= set(OLD)
    assert sum(map(len, values().values())) == len(VALUES.read_text(encoding="utf-8").splitlines()) - 1
    for name, kept in values().items():
        then = {pile_of(row): row for row in as_stored(name)["stock"][0]["rows"]}
        assert kept.keys() <= then.keys()
        assert {pile for pile in kept if kept[pile][1] == "exact"} <= {
            pile for pile, row in then.items() if (row["value"], row["value_certainty"]) == kept.get(pile)
        }


def test_E3_sees_a_value_on_hand_that_changed(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: with one fen more in what is kept, the reports no longer agree."""
    path = old_book("v8-february", tmp_path / "old.db")
    assert reports_agree(desk, "v8-february", path)
    pile = next(iter(values()["v8-february"]))
    monkeypatch.setitem(values()["v8-february"], pile, ("0.01", "about"))
    assert not reports_agree(desk, "v8-february", path)


NEEDS_NO_ROOM = {"v9-february"}
"""Books that no step makes larger: only keys are made anew."""


def no_space(*_words: object) -> None:
    raise OSError(28, "No space left on device")


def full_book(connect: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
    """A connection whose file may grow no further."""

    def limited(path: Path, *, writing: bool) -> sqlite3.Connection:
        connection = connect(path, writing=writing)
        [pages] = connection.execute("pragma page_count").fetchone()
        connection.execute(f"pragma max_page_count={pages}")
        return connection

    return limited


@pytest.mark.promise("E3")
@pytest.mark.parametrize(
    ("name", "where"),
    [
        (name, where)
        for name in OLD
        for where in ("copy", "book", "step")
        if where != "book" or name not in NEEDS_NO_ROOM
    ],
)
def test_E3_a_book_that_can_not_be_upgraded_stays_as_it_was(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, where: str
) -> None:
    """No space for the copy, no space for the book, or a step that fails at its end: one sentence, every byte as before."""
    path = old_book(name, tmp_path / "old.db")
    before = fingerprint(path)
    with monkeypatch.context() as broken:
        if where == "copy":
            broken.setattr(copies, "copy_to", no_space)
        elif where == "book":
            broken.setattr("donations.store.upgrading.connect", full_book(connecting.connect))
        else:
            broken.setattr(
                migrations, "_make_views", lambda connection: connection.execute("select * from no_such_table")
            )
        answer = desk.run(f"totals --book {path}")
    if where == "step" and name in NEEDS_NO_ROOM:  # of its schema nothing is another's: it is known for a fault of ours
        assert (answer.code, answer.out) == (70, "")
    else:
        assert (answer.code, answer.out) == (65 if where == "step" else 74, "")
        check_sentence(answer.err, "en")
    assert fingerprint(path) == before
    assert reports_agree(desk, name, path)  # and once there is space again, it is brought up to date


@pytest.mark.promise("E3")
def test_E3_an_old_book_that_may_only_be_read_stays_as_it_was(desk: Desk, tmp_path: Path) -> None:
    """Somebody who may not write it is told in one sentence."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can run the program as somebody else")
    desk.do("totals --book", str(old_book("v1-february", tmp_path / "loaded.db")))  # what an upgrade imports is loaded
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = old_book("v1-february", folder / "old.db")
        path.chmod(0o644)
        before = fingerprint(path)
        code, out, said = as_nobody("totals", "--book", str(path))
        assert (code, out) == (74, ""), said
        check_sentence(said, "en")
        assert fingerprint(path) == before
        assert [file.name for file in folder.iterdir()] == ["old.db"]


# --- A4: killed while a book is upgraded


def state_after_kill(path: Path, before: str) -> int:
    """The version a killed upgrade left; anything between two versions fails."""
    assert integrity(path) == "ok"
    found = version(path)
    assert found in {*range(1, SCHEMA_VERSION + 1)}
    if found < SCHEMA_VERSION:
        assert content(path) == before, "neither the old book nor the new one"
    for kept in path.parent.glob(f"{path.stem}-v*.db"):
        assert content(kept) == before, "a copy that is not whole"
    return found


def kill_upgrade(warm: Warm, path: Path, seconds: float) -> int:
    child = warm.start(["totals", "--format", "json", "--book", str(path)])
    time.sleep(seconds)
    child.kill()
    return child.wait().code


@pytest.mark.promise("A4", full=300, short=12)
def test_A4_a_killed_upgrade_leaves_the_old_book_or_the_new_one(
    warm: Warm, desk: Desk, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """Killed after a random time, each old book in turn: then it is upgraded, with the same totals and a sound chain."""
    taken = {}
    for name in OLD:
        path = old_book(name, tmp_path / f"{name}-timed.db")
        taken[name] = warm.run("totals", "--format", "json", "--book", str(path)).seconds[0]
    found = []
    for number in tries:
        name = OLD[number % len(OLD)]
        folder = tmp_path / str(number)
        folder.mkdir()
        path = old_book(name, folder / "old.db")
        before = content(path)
        code = kill_upgrade(warm, path, chance.uniform(0, taken[name]))
        found.append((state_after_kill(path, before), code))
        assert reports_agree(desk, name, path)
        assert desk.run(f"check --book {path}").code == 0
        shutil.rmtree(folder)
    assert min(state for state, _code in found) < SCHEMA_VERSION, "none was killed before it was done"


def test_A4_sees_an_upgrade_in_pieces(on_disk: Warm, tmp_path: Path) -> None:
    """Broken on purpose: each statement of the step committed by itself leaves a book that is neither."""
    for point in range(10, 1000, 10):
        path = old_book("v1-february", tmp_path / f"{point}.db")
        before = content(path)
        watched = {"folder": str(tmp_path), "fail_at": point, "error": -1}
        job = {"disk": watched, "patches": ["upgrade in pieces"]}
        ended = on_disk.run("totals", "--format", "json", "--book", str(path), **job)
        assert ended.code == KILLED, "done, and each kill left an old book or a new one"
        try:
            state_after_kill(path, before)
        except AssertionError:
            return
    pytest.fail("an upgrade in pieces was not seen")


# --- B4: many upgrade the same book


def upgrade_at_once(warm: Warm, path: Path, patches: tuple[str, ...] = ()) -> list[str]:
    """Six programs open the same old book; what went wrong."""
    before = content(path)
    start = Start(warm, path.parent)
    for _program in range(MAKERS):
        start.add(["totals", "--format", "json", "--book", str(path)], patches=list(patches))
    ends = start.ends()
    harm = [ended.said for ended in ends if ended.code]
    if sum("brought up to date" in ended.said for ended in ends) != 1:
        harm.append("not upgraded by one")
    kept = list(path.parent.glob(f"{path.stem}-v*.db"))
    if [content(file) for file in kept] != [before]:
        harm.append(f"{len(kept)} copies")
    if len({json.dumps(json.loads(ended.out)["tables"]) for ended in ends if not ended.code}) != 1:
        harm.append("different totals")
    return harm


@pytest.mark.promise("B4", full=50, short=2)
def test_B4_six_programs_upgrade_the_same_book_once(warm: Warm, desk: Desk, tmp_path: Path, tries: Tries) -> None:
    """All six get their report; the book is upgraded by one of them, and kept once as it was."""
    for number in tries:
        name = OLD[number % len(OLD)]
        folder = tmp_path / str(number)
        folder.mkdir()
        path = old_book(name, folder / "old.db")
        assert upgrade_at_once(warm, path) == []
        assert reports_agree(desk, name, path)
        assert desk.run(f"check --book {path}").code == 0


def test_B4_sees_upgrades_that_do_not_wait_for_each_other(warm: Warm, tmp_path: Path) -> None:
    """Broken on purpose: begun deferred, without the lock, somebody is refused or the book is kept twice."""
    for number in range(10):
        folder = tmp_path / str(number)
        folder.mkdir()
        if upgrade_at_once(warm, old_book("v1-year", folder / "old.db"), ("deferred", "impatient")):
            return
    pytest.fail("upgrades side by side were not seen")


# --- E7: the SQLite in use

AS_FIRST_SEALED = """
select
  e.number as entry,
  json_array(
    e.number, e.type, e.date, e.city, e.county, e.reason, e.reverses, e.corrects, e.request, e.recorded_at,
    (select commitment from entry_note where entry = e.number),
    json((select json_group_array(json(part)) from (
      select json_array(ep.role, ep.position, n.commitment) as part
      from entry_party as ep join party_name as n on n.number = ep.name
      where ep.entry = e.number order by ep.role, ep.position))),
    json((select json_group_array(json(part)) from (
      select json_array(
        l.position, i.first_name, iif(l.amount_minor is null, null, i.unit), iif(l.amount_minor is null, null, i.decimals), l.flow, l.amount_minor, l.certainty,
        l.value_minor, l.value_certainty, l.value_basis, l.counted_minor, s.name, p.name,
        (select commitment from party_name where number = l.recipient),
        l.batch, l.expires_on, l.written) as part
      from line as l join item as i on i.number = l.item join store as s on s.number = l.store join purpose as p on p.number = l.purpose
      where l.entry = e.number order by l.position)))
  ) as evidence
from entry as e order by e.number
"""
"""The query by which entries were sealed when each array was still given to JSON."""


def test_E7_the_sqlite_in_use_is_one_that_we_support() -> None:
    assert sqlite3.sqlite_version_info >= connecting.OLDEST_SQLITE


def test_E7_evidence_says_itself_what_is_json() -> None:
    """Whether the JSON of a subquery is still known for JSON outside of it depends on the version of SQLite (not in 3.54)."""
    for query in (evidence.CHANGE_EVIDENCE, *evidence.STATES.values()):
        assert query.count("(select json_group_array(") == query.count("json((select json_group_array(")
    assert "json((select json_group_array(" in evidence.STATES["party"]
    assert "json_group_array" not in evidence.EVIDENCE  # of entries it is put together as text


def test_E7_evidence_of_entries_is_the_text_that_json_makes(tmp_path: Path) -> None:
    """One array in which an array of parties and one of lines stand, as all versions sealed it: read and written again it is the same."""
    with closing(sqlite3.connect(old_book("v1-year", tmp_path / "old.db"))) as connection:
        of_json = connection.execute(AS_FIRST_SEALED).fetchall()
        assert connection.execute(f"{evidence.EVIDENCE} order by e.number").fetchall() == of_json
    assert len(of_json) > 900
    assert {len(json.loads(text)[12]) for _number, text in of_json} > {1}, "some with more lines than one"


@pytest.mark.parametrize("line", ["totals", "receive 李华 口罩5个", "check", "init --name 协会 --book {new}"])
def test_E7_an_older_sqlite_is_refused_in_one_sentence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Both versions are named; nothing is read, made or written."""
    before = fingerprint(desk.book)
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.0")
    answer = desk.run(line.format(new=tmp_path / "new.db"))
    assert (answer.code, answer.out) == (errors.OldSQLite.exit_code, "")
    check_sentence(answer.err, "en")
    assert "3.36.0" in answer.err
    assert "3.37.0" in answer.err
    assert fingerprint(desk.book) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["book.db"]
