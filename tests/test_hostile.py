# ruff: noqa: N802 - the names of the catalogue
"""I1, I3, I4, H8, H9, E6: names that mean harm, plug-ins, other people's eyes, and terminals that know few characters."""

import io
import os
import random
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk, content, fingerprint
from every_command import EVERY, READING, START
from harness.counts import Tries
from harness.program import surroundings
from harness.shares import each_once
from test_bad_input import check_sentence
from test_laws import sabotage
from test_output_terminal import PAYLOADS, SGR
from test_versions import old_book

from donations.cli import app, boundary, signals
from donations.domain import text
from donations.output import cells

STEERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What nothing printed may hold, but for line breaks and our own colours."""

STEERS_A_PIPE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Of what goes to programs: those keep what a person wrote, invisible marks too, but nothing that moves or turns text."""

# --- I1: stored texts on the screen

STORED = 150
TEXT_COLUMNS = {
    "party_name": ("name",), "entry_note": ("note",), "register_change": ("reason", "before", "after"), "store": ("name",),
    "purpose": ("name",), "item": ("name", "first_name", "specification", "english", "category"), "item_name": ("name",),
    "line": ("written", "batch", "value_basis"), "entry": ("city", "county", "reason", "request"), "party": ("city", "county"),
    "item_pack": ("unit",),
}  # fmt: skip


@pytest.fixture
def poisoned(desk: Desk, tmp_path: Path) -> Desk:
    """A book in which every text that a person may have typed is a payload, put there past our own tidying."""
    lines = [
        f"receive 捐{number:03} {_goods(number)}5个@2元 --for 用{number:03} --store 仓{number:03} --note 注{number:03} --city 九江市"
        f" --request-id 请{number:03} --date 2020-02-01"
        for number in range(STORED)
    ]
    lines += [f"items pack {_goods(1)} 1箱=5个", "donors merge 捐002 捐003 --reason 同", "reverse 5 --reason 误"]
    file = tmp_path / "lines.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    desk.do(f"run {file}")
    poison(desk.book)
    return desk


def _goods(number: int) -> str:
    return f"货{chr(0x6C00 + 7 * number)}"


def poison(book: Path) -> None:
    """Write the payloads, one after the other, into every row of every text column."""
    values = ", ".join("(" + ", ".join((str(at), f"cast(x'{payload.encode(errors='replace').hex()}' as text)")) + ")" for at, payload in enumerate(PAYLOADS))  # fmt: skip
    updates = [
        f"update or ignore {table} set {column} = (select t from payload where n = {table}_rank.rank % {len(PAYLOADS)})"
        f" from (select {_key(table)} as at, row_number() over () as rank from {table}) as {table}_rank"
        f" where {table}_rank.at = {table}.{_key(table)} and {column} is not null and {column} <> ''"
        for table, columns in TEXT_COLUMNS.items()
        for column in columns
    ]
    script = f"create temp table payload (n, t); insert into payload values {values}; {'; '.join(updates)}"
    sabotage(book, f"{script}; update book set name = 'a\x1b]0;owned\x07b\u202e';")


def _key(table: str) -> str:
    return {"item_name": "key", "line": "entry", "item_pack": "item", "entry_note": "entry"}.get(table, "number")


def printed_by(desk: Desk, lines: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What each command prints and says, in the formats for people and for pipes."""
    for line in lines.values():
        for form in ("", " --format table", " --format tsv", " --format json", " --format md"):
            if form and line in ("info", "start"):
                continue
            answer = desk.run(line + form)
            assert "Traceback" not in answer.err
            yield line + form, answer.out + answer.err


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_I1_no_command_lets_stored_text_steer_the_terminal(
    poisoned: Desk, monkeypatch: pytest.MonkeyPatch, language: str, request: pytest.FixtureRequest, tries: Tries
) -> None:
    """150 payloads in every stored text: reports in every format, refusals, confirmations; nothing but text comes out.

    Of the entries by themselves a short run shows a third: the lists show all of them.
    """
    monkeypatch.setenv("DONATIONS_LANG", language)
    shows = {
        f"show {number}": f"show {number}" for number in range(1, STORED + 2, 1 if request.config.option.full else 3)
    }
    groups = {by: f"totals --by {by}" for by in ("donor", "recipient", "item", "category", "purpose", "month")}
    recording = {
        "again": "receive 捐700 口罩5个",
        "alias": "donors alias 捐700 捐701",
        "none": "distribute 捐700 口罩9999个",
    }
    for line, said in printed_by(poisoned, {**READING, **groups, **shows}):
        steers = STEERS if line.endswith((" table", " md")) or line in ("info", "start") else STEERS_A_PIPE
        assert not steers.search(SGR.sub("", said)), (line, steers.findall(said))
        tries.add(1)
    for line in recording.values():
        answer = poisoned.run(line)
        assert not STEERS.search(answer.out + answer.err), line


@pytest.mark.promise("I1", full=len(PAYLOADS), short=60)
def test_I1_no_refusal_lets_an_argument_steer_the_terminal(desk: Desk, tries: Tries) -> None:
    """The payloads typed as names, quantities, numbers, dates, cities, files and options: whatever is said of them is text."""
    desk.do("receive 李华 口罩500个")
    for number in tries:
        payload = PAYLOADS[number * len(PAYLOADS) // tries.planned].replace("\x00", "")
        words = (
            ("receive", payload, "口罩5个"), ("receive", "李华", payload), ("show", payload), ("distribute", "李华", f"口罩{payload}个"),
            ("totals", "--city", payload), ("totals", "--party", payload), ("totals", "--format", payload), ("run", payload),
            ("receive", "李华", "口罩1个", "--date", payload), ("totals", "--book", payload), (payload,), ("totals", f"--{payload}"),
        )  # fmt: skip
        line, *more = words[number % len(words)]
        answer = desk.run("", line, *more)
        assert not STEERS.search(answer.err + answer.out.replace("\t", "")), (words[number % len(words)], answer)
        assert "Traceback" not in answer.err


def test_I1_sees_text_that_is_printed_as_it_is_stored(poisoned: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: without the cleaning, the payloads come out."""
    for module in [module for name, module in sys.modules.items() if name.startswith("donations.output")]:
        if hasattr(module, "clean"):
            monkeypatch.setattr(module, "clean", lambda stored: stored)
    assert hasattr(cells, "clean")
    assert STEERS.search(poisoned.run("donors list --format table").out)


# --- I3: names that mean harm to the program

SQL = (
    "'); DROP TABLE entry;--", '"); DROP TABLE party;--', "Robert'); DELETE FROM line;--", "1 OR 1=1", "' OR ''='", "x' UNION SELECT digest FROM chain--",
    "entry", "line", "party_name", "number", "rowid", "sqlite_master", "main.entry", "NULL", "null", "None", "nan", "true", "select", "$name", ":name", "?1",
    "@name", "%s", "%(name)s", "{name}", "{0}", "{0.__class__}", "{now}", "a;b", "a--b", "a/*b*/c", "`entry`", "[entry]", '"entry"', "x'00'", "0x10",
    "a\\", "a\\'b", "a''b", 'a""b', "a%b_c", "*a?", "a*", "-a", "--help", "--book", "-h", "~root", "$HOME", "$(id)", "`id`", "|id", ">a", "&a", "!!a",
    "甲';--", "甲＇乙", "＜script＞甲", "<script>alert(1)</script>", "=1+1甲", "+甲", "-甲", "@甲", "=cmd|' /C calc'!A0", "甲\t乙", "甲\r乙", "甲\n乙",
    "json_array(1)", "a,b", "a、b", "甲@5元", "甲@@5元", "甲 5个", "约5个甲", "一批", "若干甲", "5", "0", "-5甲", "CNY", "元", "2020-02-01", "九江市",
)  # fmt: skip
NAMES = (*SQL, *(f"{name}{number}" for number, name in enumerate(SQL * 2)))[:200]

SLOTS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "donor": (("receive", "\0", "口罩5个"), "party_name.name"),
    "joint donor": (("receive", "李华", "口罩5个", "--with", "\0"), "party_name.name"),
    "arranged by": (("receive", "李华", "口罩5个", "--via", "\0"), "party_name.name"),
    "payer": (("receive", "李华", "口罩5个", "--payer", "\0"), "party_name.name"),
    "benefits": (("receive", "李华", "口罩5个", "--benefits", "\0"), "party_name.name"),
    "recipient": (("distribute", "\0", "口罩1个"), "party_name.name"),
    "straight to": (("receive", "李华", "口罩5个", "--to", "\0"), "party_name.name"),
    "supplier": (("buy", "口罩1个", "--from", "\0"), "party_name.name"),
    "purpose": (("receive", "李华", "口罩5个", "--for", "\0"), "purpose.name"),
    "store": (("receive", "李华", "口罩5个", "--store", "\0"), "store.name"),
    "note": (("receive", "李华", "口罩5个", "--note", "\0"), "entry_note.note"),
    "request": (("receive", "李华", "口罩5个", "--request-id", "\0"), "entry.request"),
    "reason": (("reverse", "1", "--reason", "\0"), "entry_note.note"),
    "party": (("donors", "add", "\0"), "party_name.name"),
    "party's name": (("donors", "rename", "李华", "\0"), "party_name.name"),
    "party's alias": (("donors", "alias", "李华", "\0"), "party_name.name"),
    "item": (("items", "add", "\0"), "item.name"),
    "item's name": (("items", "rename", "口罩", "\0"), "item.name"),
    "item's alias": (("items", "alias", "口罩", "\0"), "item_name.name"),
    "specification": (("items", "add", "手套", "--specification", "\0"), "item.specification"),
    "category": (("items", "describe", "口罩", "--category", "\0"), "item.category"),
    "english": (("items", "describe", "口罩", "--english", "\0"), "item.english"),
}
"""Every place where a name is typed: the words, and the column that keeps it."""


def type_hostile(desk: Desk, slot: str, name: str) -> bool:
    """Type the name there: it is stored as typed (True), or refused in one sentence; nothing else happens to the book."""
    words, column = SLOTS[slot]
    new = (
        ["--new"] if slot in ("party", "item", "specification") or words[0] in ("receive", "distribute", "buy") else []
    )
    typed = [word.replace("\0", name) for word in words]
    if name.startswith("-") and words[1] == "\0":
        typed.insert(1, "--")
        typed, new = [typed[0], *new, *typed[1:]], []
    before = content(desk.book)
    answer = desk.run("", *typed, *new)
    if answer.code:
        assert answer.code in {1, 2, 65}, (slot, name, answer)
        check_sentence(answer.err, "en")
        assert content(desk.book) == before, (slot, name)
        return False
    table, field = column.split(".")
    with closing(sqlite3.connect(desk.book)) as connection:
        kept = {value for [value] in connection.execute(f"select {field} from {table}")}
    wanted = name if slot == "request" else text.tidy(name)  # an id is another program's, and means nothing to us
    assert wanted in kept or name.startswith(("-h", "--help")), (slot, name, kept)
    return True


@pytest.mark.promise("I3", full=len(NAMES) * len(SLOTS), short=200)
def test_I3_words_of_sql_are_stored_as_they_stand(desk: Desk, tries: Tries, chance: random.Random) -> None:
    """Names of tables, quotation marks, comments, format fields and shell words, in every argument that takes a name."""
    assert len(set(NAMES)) == 200
    desk.do("receive 李华 口罩500个")
    pristine, stored = desk.book.with_name("pristine.db"), 0
    shutil.copy(desk.book, pristine)
    pairs = [(slot, name) for name in NAMES for slot in SLOTS]
    chance.shuffle(pairs)
    for number in tries:
        shutil.copy(pristine, desk.book)  # two names may be one to a person: 甲/乙 is found by 甲 乙
        stored += type_hostile(desk, *pairs[number])
        assert number % 10 or desk.is_in_order()
    assert stored > tries.planned / 2


def test_I3_sees_a_name_that_is_put_into_sql(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: where a name is put between the quotation marks of a statement, the test fails."""

    def careless(connection: sqlite3.Connection, number: int, note: str) -> None:
        connection.executescript(f"insert into entry_note values ({number}, '{note}', null, 'x')")

    def put(connection: sqlite3.Connection, entry: object, now: str) -> object:
        recorded = honest(connection, entry, now)  # type: ignore[arg-type]
        careless(connection, recorded.number, "'); DROP TABLE entry;--")
        return recorded

    from donations.store import journal

    honest = journal.append
    desk.do("receive 李华 口罩500个")
    monkeypatch.setattr(journal, "append", put)
    with pytest.raises(AssertionError):
        type_hostile(desk, "note", "x")


# --- I4: plug-ins

PLUGIN = """
import os
from pathlib import Path
from sqlite_utils import hookimpl

Path(os.environ["PLUGIN_RAN"] + ".imported").touch()

@hookimpl
def prepare_connection(conn):
    Path(os.environ["PLUGIN_RAN"]).touch()
"""


def with_plugin(folder: Path, *words: str, marker: Path) -> int:
    """Run Python with a plug-in of sqlite-utils installed; its exit code."""
    folder.mkdir(exist_ok=True)
    (folder / "dummy_plugin.py").write_text(PLUGIN, encoding="utf-8")
    info = folder / "dummy_plugin-1.0.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: dummy-plugin\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[sqlite_utils]\ndummy = dummy_plugin\n", encoding="utf-8")
    environment = surroundings(folder, {"PLUGIN_RAN": str(marker)})
    environment["PYTHONPATH"] = os.pathsep.join((str(folder), environment["PYTHONPATH"]))
    return subprocess.run([sys.executable, *words], env=environment, timeout=300, check=False).returncode


def test_I4_an_installed_plug_in_is_not_run(tmp_path: Path) -> None:
    """Neither where a book is made, nor where one is written, upgraded or read."""
    marker, book = tmp_path / "ran", tmp_path / "book.db"
    old = old_book("v1-empty", tmp_path / "old.db")
    for words in (
        ("init", "--name", "协会", "--book", str(book)), ("receive", "李华", "口罩5个", "--book", str(book)),
        ("totals", "--book", str(book)), ("totals", "--book", str(old)), ("check", "--book", str(book)),
    ):  # fmt: skip
        assert with_plugin(tmp_path / "plugins", "-m", "donations", *words, marker=marker) == 0, words
        assert not list(tmp_path.glob("ran*")), words


def test_I4_sees_a_plug_in_that_runs(tmp_path: Path) -> None:
    """Broken on purpose: sqlite-utils as it is used elsewhere runs the plug-in."""
    marker = tmp_path / "ran"
    code = "import sqlite_utils; sqlite_utils.Database(memory=True).query('select 1')"
    assert with_plugin(tmp_path / "plugins", "-c", code, marker=marker) == 0
    assert marker.exists()


# --- H8: names and files

PATHS = (
    "../../x", "..\\..\\x", "/etc/passwd", "a/b", "a\\b", "C:\\x", "\\\\server\\x", "CON", "NUL", "con.csv", "aux", "名" * 100, "x" * 300,
    "-rf", "--output", ".", "..", "...", ".hidden", "~", "~/x", "$HOME/x", "%TEMP%", "a:b", "a|b", "a?b", "a*b", "a\nb", "a\tb", " a", "a ", "a.",
    "file:///etc/passwd", "book.db", "book.db-journal", "book.db.lock", "a\u202eb", "名/../../x", "%2e%2e%2fx", "&&x",
)  # fmt: skip
FILE_NAMES = (*PATHS, *(f"{name}.csv" for name in PATHS), *(f"a{name}" for name in PATHS))[:100]


@pytest.mark.promise("H8", full=len(FILE_NAMES), short=20)
def test_H8_no_name_leads_a_file_elsewhere(tmp_path: Path, desk: Desk, tries: Tries) -> None:
    """As association, party, item, purpose, store and note: no file but the book and the export that was asked for."""
    for number in tries:
        name = FILE_NAMES[number * len(FILE_NAMES) // tries.planned]
        folder = tmp_path / str(number) / "books"
        folder.mkdir(parents=True)
        here = ("--book", str(folder / "the.db"))
        if desk.run("init --name", name, *here).code:
            desk.do("init --name 协会", *here)
        for words in (
            ("receive", name, "口罩5个"), ("receive", "李华", f"{name}5个"), ("receive", "李华", "口罩5个", "--for", name),
            ("receive", "李华", "口罩5个", "--store", name), ("receive", "李华", "口罩5个", "--note", name), ("items", "add", name),
        ):  # fmt: skip
            desk.run("", *words, "--new", *here)
        desk.do("ledger --force -o", str(folder / "ledger.csv"), *here)
        left = {file.relative_to(tmp_path / str(number)).as_posix() for file in (tmp_path / str(number)).rglob("*")}
        assert left <= {"books", "books/the.db", "books/the.db.lock", "books/ledger.csv"}, name


@pytest.mark.promise("H8", full=len(FILE_NAMES), short=50)
def test_H8_a_file_gets_the_name_that_was_typed_or_none(desk: Desk, tmp_path: Path, tries: Tries) -> None:
    """`-o`: exactly that file, or one sentence; never over another without --force."""
    desk.do("receive 李华 口罩5个")
    for number in tries:
        name = FILE_NAMES[number * len(FILE_NAMES) // tries.planned]
        folder = tmp_path / f"out-{number}"
        folder.mkdir()
        target = (
            folder / name.lstrip("/").replace("../", "").replace("..", "dots") if name.strip("./") else folder / "x"
        )
        answer = desk.run("ledger --format csv -o", str(target))
        files = [file for file in folder.rglob("*") if file.is_file()]
        if answer.code:
            check_sentence(answer.err, "en")
            assert (answer.code, files) in ((74, []), (66, [])), (name, answer)
            continue
        assert files == [target]
        before = fingerprint(target)
        desk.do("receive 李华 口罩5个")
        assert desk.run("ledger --format csv -o", str(target)).code == 1
        assert fingerprint(target) == before
        assert [file for file in folder.rglob("*") if file.is_file()] == [target]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are kept as bytes there")
@pytest.mark.parametrize(
    ("raw", "said"), [("账本".encode("gb18030"), "账本"), (b"\xff\xfe", "��"), (b"\xb5\xda1\xc6\xda", "第1期")]
)
def test_H8_a_name_that_is_no_text_is_read_as_windows_wrote_it(
    desk: Desk, tmp_path: Path, raw: bytes, said: str
) -> None:
    """What an archive of Windows' leaves when it is unpacked elsewhere: the book is made, papers are imported, as others are."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw))
    folder.mkdir()
    book, paper = folder / os.fsdecode(raw + b".db"), folder / os.fsdecode(raw + b".csv")
    paper.write_text("日期,捐赠人,金额\n2020-02-01,李华,5\n", encoding="utf-8")
    desk.do("init --book", str(book))
    assert desk.do("totals --format json --book", str(book)).json["book"]["name"] == said
    answer = desk.do("import --yes --format json --book", str(book), str(paper))
    assert [file["file"] for file in answer.json["files"]] == [f"{said}.csv"]
    assert [row["files"] for row in desk.read(f"imports --book {book}")] == [f"{said}.csv"]
    commands = folder / os.fsdecode(raw + b".txt")
    commands.write_text("receive 王芳 6元\n", encoding="utf-8")
    for _ in range(2):
        desk.do("run --book", str(book), str(commands))
    assert desk.do("check --format json --book", str(book)).json["book"]["entries"] == 2


# --- H9: who may read

MASKS = (0o000, 0o002, 0o022, 0o027, 0o077)


@pytest.fixture
def mask() -> Iterator[None]:
    """Puts the process's umask back."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", MASKS, ids=oct)
@pytest.mark.usefixtures("mask")
def test_H9_what_is_made_is_for_its_owner_only(desk: Desk, tmp_path: Path, umask: int) -> None:
    """New folders 0700; book, its journal while it is written, lock, exports and kept copies 0600; whatever the umask."""
    from donations.store.book import open_book

    os.umask(umask)
    book = tmp_path / "new" / "folders" / "book.db"
    desk.do(f"init --name 协会 --book {book}")
    desk.do(f"receive 李华 口罩5个 --book {book}")
    for name in ("ledger.csv", "ledger.json", "ledger.txt"):
        desk.do(f"ledger --book {book} -o {book.with_name(name)}")
    old = old_book("v1-empty", book.with_name("old.db"))
    desk.do(f"totals --book {old}")
    with closing(open_book(book, writing=True)) as opened, opened.write() as connection:
        connection.execute("pragma cache_spill=1")
        connection.execute("insert into told values ('x', 'x')")
        seen = {file.name: mode(file) for file in book.parent.iterdir()}
        connection.execute("delete from told")
    assert "book.db-journal" in seen
    assert {name: mode_ for name, mode_ in seen.items() if mode_ != 0o600} == {}
    assert [mode(folder) for folder in (book.parent, book.parent.parent)] == [0o700, 0o700]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_H9_a_book_that_others_can_read_is_said(desk: Desk) -> None:
    """By the commands about the book itself, with what to do; not where its folder is closed; not by every report."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        book = Path(name) / "book.db"
        shutil.copy(desk.book, book)
        for folder, file, warned in (
            (0o755, 0o644, True),
            (0o755, 0o660, True),
            (0o700, 0o644, False),
            (0o755, 0o600, False),
        ):
            Path(name).chmod(folder)
            book.chmod(file)
            for line in ("info", "check", "start"):
                said = desk.do(f"{line} --book {book}").err
                assert (f"chmod 600 {book}" in said) == warned, (oct(folder), oct(file), line)
            assert desk.do(f"totals --book {book}").err == ""


def test_H9_sees_folders_made_as_the_system_likes(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mask: None
) -> None:
    """Broken on purpose: `mkdir(parents=True)` keeps the mode for the last folder only."""
    del mask
    monkeypatch.setattr("donations.files.new_folders", lambda folder: folder.mkdir(parents=True, mode=0o700))
    desk.do(f"init --name 协会 --book {tmp_path}/new/folders/book.db")
    assert mode(tmp_path / "new") != 0o700


# --- E6: terminals that know few characters

ENCODINGS = ("ascii", "gbk", "cp936", "cp1252", "big5", "latin-1")


def on_terminal(monkeypatch: pytest.MonkeyPatch, encoding: str, words: list[str]) -> tuple[int, bytes, bytes]:
    """Run the program as the console script does, on streams of that encoding."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", write_through=True) for _ in range(2)]
    with monkeypatch.context() as patched:
        patched.setattr(signals, "raise_here", lambda: None)
        patched.setattr(signals, "leave_at_once", lambda: None)
        patched.setattr(sys, "stdout", streams[0])
        patched.setattr(sys, "stderr", streams[1])
        patched.setattr(sys, "argv", ["donations", *words])
        with pytest.raises(SystemExit) as left:
            boundary.main(app.root())
    out, said = (stream.detach() for stream in streams)
    assert isinstance(out, io.BytesIO)
    assert isinstance(said, io.BytesIO)
    return int(left.value.code or 0), out.getvalue(), said.getvalue()


@pytest.mark.parametrize(("encoding", "language"), each_once(ENCODINGS, ("en", "zh_CN")))
def test_E6_every_command_ends_as_elsewhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, encoding: str, language: str
) -> None:
    """Rare characters in names and notes, every verb and a refusal: no exception, and the exit code of a UTF-8 terminal."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    for line in START:
        desk.do(line)
    desk.do("receive 李𠮷 口罩500个@¥2 --note", "¥500 € ✓ 😷 𠮷 ①")
    pristine = desk.book.with_name("pristine.db")
    shutil.copy(desk.book, pristine)
    for line in (*EVERY.values(), "donors rename 李𠮷 李€", "ledger --format json", "ledger --format table"):
        shutil.copy(pristine, desk.book)
        code, _out, said = on_terminal(monkeypatch, encoding, line.split())
        assert code == 0, (line, said)
        assert b"Traceback" not in said
    for line in ("distribute 市三院 口罩99999个", "donors rename 𠮷€ 甲", "--nonsense", "frobnicate"):
        code, out, said = on_terminal(monkeypatch, encoding, line.split())
        assert code in {1, 2, 66}, line
        assert out == b""
        assert len(said.splitlines()) == 1


def test_E6_sees_a_stream_that_is_left_strict(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: where the streams keep their way with errors, a Chinese page on an ASCII terminal is a fault."""
    monkeypatch.setenv("DONATIONS_LANG", "zh_CN")
    strict = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")
    monkeypatch.setattr(sys, "stdout", strict)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert desk.book.exists()
    assert boundary.run(app.root(), ["start"]) not in {0, 141}
