# ruff: noqa: N802 - the names of the catalogue
"""The house: which room may know which, how large a room may be, and where writing is done. See docs/architecture.md.

`EXCEPTIONS` names every import that goes another way, each with its reason; nothing else may.
"""

import ast
import importlib
import pkgutil
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from typer._click.core import Context

import donations
from donations import importers
from donations.cli import app, frame
from donations.cli.contents import CONTENTS
from donations.domain.entry import ENTRY_TYPES, LEAVING, Flow
from donations.domain.flows import COUNTS
from donations.i18n import _

PACKAGE = Path(donations.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
STEPS = sorted(PACKAGE.glob("store/schema/[0-9]*.sql"))

MAY_IMPORT = {
    "i18n": set(),
    "errors": {"i18n"},
    "files": {"errors"},
    "surroundings": set(),
    "late": set(),
    "domain": {"errors"},
    "store": {"domain", "errors", "files"},
    "services": {"store", "domain", "errors", "i18n", "importers.table"},
    "reports": {
        "store.book",
        "store.given",
        "store.kept",
        "store.refund_of",
        "store.same_sight",
        "domain",
        "errors",
        "i18n",
    },
    "importers": {"domain", "errors", "i18n"},
    "output": {"reports.table", "domain", "errors", "files", "i18n"},
    "cli": {"output", "services", "reports", "importers", "store", "domain", "errors", "files", "i18n", "surroundings"},
    "__main__": {"cli", "late"},
    "__init__": set(),
}
"""What a room may import, itself and `donations` (the version) always included."""

EXCEPTIONS: dict[str, set[str]] = {}

LIBRARIES: dict[str, set[str]] = {
    "typer": {"cli"},
    "sqlite_utils": {"store"},
    "rich": {"output", "cli"},
    "xlsxwriter": {"output"},
    "typst": {"output"},
    "openpyxl": set(),
    "xlrd": {"importers"},
}
"""Which rooms may import a library at all."""

KNOWS_SQLITE_BY_TYPE = {
    "services",  # hands the connection on from Book.write() to the store, and names its type
    "cli",
}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


ROOMS = sorted(set(map(room_of, FILES)))


def files_of(room: str) -> list[Path]:
    return [file for file in FILES if room_of(file) == room]


def part_of(file: Path) -> str:
    """Of a file of the importers: the folder below, or its own name."""
    return file.relative_to(PACKAGE / "importers").with_suffix("").parts[0]


def imports(file: Path) -> Iterator[str]:
    """Full names of the modules a file imports, late imports and those for types included."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            base = node.module or ""
            for alias in node.names:
                below = PACKAGE.parent.joinpath(*base.split("."), alias.name)
                is_module = below.with_suffix(".py").exists() or below.is_dir()
                yield f"{base}.{alias.name}" if is_module else base


def our_imports(file: Path) -> set[str]:
    return {name.removeprefix("donations.") for name in imports(file) if name.startswith("donations.")}


def is_allowed(name: str, allowed: set[str], room: str) -> bool:
    return any(name == other or name.startswith(other + ".") for other in {*allowed, room})


@pytest.mark.parametrize("room", ROOMS)
def test_imports_go_one_way(room: str) -> None:
    """domain < store < services | reports | importers < output < cli; errors and i18n at the bottom."""
    for file in files_of(room):
        allowed = MAY_IMPORT[room] | EXCEPTIONS.get(str(file.relative_to(PACKAGE)), set())
        assert {name for name in our_imports(file) if not is_allowed(name, allowed, room)} == set(), file


FLOORS = (
    {"sheet", "stream", "table", "patterns"}, {"words", "exchange_cells"}, {"readers", "bills", "columns", "exchange"}, {"files", "rows"},
    {"layouts"}, {"sums"}, {"quick"}, {"body"}, {"tables"},
)  # fmt: skip
"""What stands in importers/, from the lowest floor up: each knows those below it, and none beside it."""


@pytest.mark.parametrize("part", sorted(set().union(*FLOORS)))
def test_importers_stand_on_floors(part: str) -> None:
    """A sheet, its words, its columns, its rows, where tables begin and what they come to, then all of it together."""
    [floor] = [number for number, parts in enumerate(FLOORS) if part in parts]
    below = {part}.union(*FLOORS[:floor])
    found = [file for file in files_of("importers") if part_of(file) == part]
    assert found
    for file in found:
        assert {name.split(".")[1] for name in our_imports(file) if name.startswith("importers.")} <= below, file


def test_every_part_of_the_importers_has_its_floor() -> None:
    assert {part_of(file) for file in files_of("importers")} == {"__init__"}.union(*FLOORS)


def in_circles(known: dict[str, set[str]]) -> set[str]:
    """The modules from which one comes into a circle, going from each to what it imports."""
    known = {name: set(others) for name, others in known.items()}
    while ends := {name for name, others in known.items() if not others & known.keys()}:
        known = {name: others for name, others in known.items() if name not in ends}
    return set(known)


def test_no_files_import_each_other_in_a_circle() -> None:
    """Not inside a room either, nor late: what a file does can be read with what lies below it."""
    names = {
        file.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): file
        for file in FILES
    }
    known = {name: our_imports(file) & names.keys() for name, file in names.items()}
    assert not in_circles(known)
    assert in_circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == {"a", "b", "c"}


def test_the_import_test_sees_a_wrong_import(tmp_path: Path) -> None:
    """Broken by hand: a report that imports a service, late and inside a function, is found."""
    file = tmp_path / "report.py"
    file.write_text(
        "def f() -> None:\n    from donations.services import recording\n    import sqlite3\n", encoding="utf-8"
    )
    assert our_imports(file) == {"services.recording"}
    assert not is_allowed("services.recording", MAY_IMPORT["reports"], "reports")
    assert "sqlite3" in set(imports(file))


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_in_its_room_only(library: str) -> None:
    """Only cli imports Typer, only store imports sqlite_utils; Rich and openpyxl stay where things are rendered."""
    rooms = {room_of(file) for file in FILES for name in imports(file) if name.split(".")[0] == library}
    assert rooms <= LIBRARIES[library]


def test_sqlite3_is_used_in_the_store_only() -> None:
    """Elsewhere sqlite3 is the name of a type (a connection handed on), never called."""
    for file in FILES:
        if room_of(file) == "store" or "sqlite3" not in set(imports(file)):
            continue
        assert room_of(file) in KNOWS_SQLITE_BY_TYPE, file
        used = {
            ast.unparse(node)
            for node in ast.walk(tree(file))
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "sqlite3"
        }
        assert used <= {"sqlite3.Connection"}, file


# --- what is loaded when

LOADED = (
    "import sys\n"
    "from donations.cli import app, boundary\n"
    "code = boundary.run(app.root(), sys.argv[2:])\n"
    "heavy = [name for name in sys.argv[1].split(',') if name in sys.modules]\n"
    "print('LOADED', code, *heavy, file=sys.stderr)\n"
)


def loaded(names: str, *words: str) -> list[str]:
    """The exit code and which of `names` a fresh interpreter had loaded after the command."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, names, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=PACKAGE.parent,
        timeout=60,
        check=True,
    )
    [line] = [line for line in ended.stderr.splitlines() if line.startswith("LOADED")]
    return line.split()[1:]


def test_help_is_quick() -> None:
    """`--help` loads neither SQLite nor anything that is slow to import."""
    assert loaded("sqlite3,sqlite_utils,pydantic,rich,openpyxl", "--help") == ["0"]
    assert loaded("sqlite3,sqlite_utils,pydantic,rich,openpyxl", "receive", "--help") == ["0"]


def test_a_plain_report_is_quick(book_path: Path) -> None:
    """A report that goes into a pipe loads no library it has no need of; nor does recording."""
    assert loaded("sqlite_utils,rich,pydantic,openpyxl,xlsxwriter,typst", "totals", "--book", str(book_path)) == ["0"]
    assert loaded(
        "sqlite_utils,rich,pydantic,openpyxl,xlsxwriter,typst",
        "receive",
        "李华",
        "口罩5个",
        "--book",
        str(book_path),
    ) == ["0"]


# --- how large, how said


LONGER = {"bulk.py": 350}
"""Files that are not to be taken apart: they would have to know each other's insides."""


@pytest.mark.parametrize("room", ROOMS)
def test_a_file_is_one_room(room: str) -> None:
    """A file has at most 300 lines, and begins with one sentence on what it is for."""
    for file in files_of(room):
        said = ast.get_docstring(tree(file))
        assert said, f"{file}: no docstring"
        first = said.split("\n\n")[0]
        assert first.rstrip().endswith((".", ":", "”", "`")), (file, first)
        lines = len(file.read_text(encoding="utf-8").splitlines())
        assert lines <= LONGER.get(file.name, 300), f"{file}: {lines} lines"


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its length in lines, signature and docstring included."""
    for file in FILES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno is not None
                yield f"{file.relative_to(PACKAGE)}:{node.name}", node.end_lineno - node.lineno + 1


def test_functions_are_short() -> None:
    """None has more than 70 lines, and 95 of 100 at most 40."""
    lengths = dict(functions())
    assert {name: lines for name, lines in lengths.items() if lines > 70} == {}
    long = {name: lines for name, lines in lengths.items() if lines > 40}
    assert len(long) <= len(lengths) * 5 / 100, long


def test_an_option_is_declared_once() -> None:
    """What several verbs take stands in one place: none is written out twice in the same words."""
    declared = [
        ast.unparse(node)
        for file in FILES
        if room_of(file) == "cli"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"typer.Option", "typer.Argument"}
    ]
    assert len(declared) > 100
    assert [words for words, times in Counter(declared).items() if times > 1] == []


# --- SQL

WRITES = re.compile(
    r"\binsert\s+(or\s+\w+\s+)?into\b|\breplace\s+into\b|\bupdate\s+\w+\s+set\b|\bdelete\s+from\b|\b(create|drop|alter)\s+(table|view|trigger|index)\b",
    re.IGNORECASE,
)


def texts(file: Path) -> Iterator[str]:
    """Every text in a file except docstrings; f-strings with their holes as `{}`."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree(file))
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    inside = {id(part) for node in ast.walk(tree(file)) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | inside:
            yield node.value


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "store"])
def test_only_the_store_writes(room: str) -> None:
    """No other room holds SQL that changes anything."""
    assert [(file, text) for file in files_of(room) for text in texts(file) if WRITES.search(text)] == []


def base_tables() -> set[str]:
    schema = "".join(step.read_text(encoding="utf-8") for step in STEPS)
    return set(re.findall(r"create table (\w+)", schema))


@pytest.mark.parametrize("file", [file for file in FILES if room_of(file) == "reports"], ids=lambda file: file.name)
def test_reports_read_views_only(file: Path) -> None:
    """A table of the schema stands in no FROM and no JOIN of a report."""
    tables = base_tables()
    assert {"entry", "line", "party", "item", "flow", "chain", "day_total", "day_stock"} <= tables
    read = {name for text in texts(file) for name in re.findall(r"\b(?:from|join)\s+(\w+)", text, re.IGNORECASE)}
    assert not read & tables


@pytest.mark.parametrize("room", ROOMS)
def test_F10_no_float_touches_anything(room: str) -> None:
    """No float(), total() or avg() in Python, SQL or schema: money and goods are whole numbers."""
    for file in files_of(room):
        calls = [node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "float"], file
        assert not [text for text in texts(file) if re.search(r"\b(total|avg)\s*\(", text)], file


def test_F10_no_float_in_the_schema() -> None:
    """Every table of ours is STRICT and has no REAL."""
    for step in [*STEPS, *PACKAGE.glob("store/schema/*views.sql")]:
        sql = "\n".join(line.partition("--")[0] for line in step.read_text(encoding="utf-8").splitlines()).lower()
        assert not re.search(r"\b(total|avg)\s*\(|\breal\b|\bfloat\b|\bdouble\b", sql), step
        assert sql.count("create table") == len(re.findall(r"\)\s*strict\b", sql)), step


# --- words that stand in two places

MEANT = {  # how often a line of this flow counts in: received, bought, spent, distributed, adjusted, stock
    Flow.RECEIVED: (1, 0, 0, 0, 0, 1), Flow.RELAYED: (1, 0, 0, 1, 0, 0), Flow.REFUNDED: (-1, 0, 0, 0, 0, -1),
    Flow.BOUGHT: (0, 1, 0, 0, 0, 1), Flow.SPENT: (0, 0, 1, 0, 0, -1), Flow.DISTRIBUTED: (0, 0, 0, 1, 0, -1),
    Flow.RETURNED: (0, 0, 0, -1, 0, 1), Flow.GAINED: (0, 0, 0, 0, 1, 1), Flow.LOST: (0, 0, 0, 0, -1, -1),
    Flow.MOVED_IN: (0, 0, 0, 0, 0, 1), Flow.MOVED_OUT: (0, 0, 0, 0, 0, -1),
}  # fmt: skip


def test_the_flows_of_the_code_are_those_of_the_schema(book_path: Path) -> None:
    """Same names, the meaning that is meant, and the flows that leave are those that lessen stock."""
    connection = sqlite3.connect(book_path)
    rows = connection.execute("select name, received, bought, spent, distributed, adjusted, stock from flow").fetchall()
    connection.close()
    assert {Flow(name): tuple(counts) for name, *counts in rows} == MEANT == COUNTS
    assert {flow for flow, counts in MEANT.items() if counts[-1] < 0} == LEAVING
    assert {flow for entry_type in ENTRY_TYPES.values() for flow in entry_type.flows} == set(Flow)


VERBS = {
    "receipt": "receive", "relay": "receive", "purchase": "buy", "distribution": "distribute", "expense": "spend",
    "transfer": "transfer", "return": "return", "adjustment": "adjust", "missing": "salvage",
}  # fmt: skip


def test_every_type_of_entry_has_a_verb() -> None:
    """What can stand in the journal can be typed."""
    root = app.root()
    assert isinstance(root, frame.Verbs)
    assert set(VERBS) == set(ENTRY_TYPES)
    assert set(VERBS.values()) <= set(root.list_commands(Context(root)))


def test_contract_verbs_exist() -> None:
    """The verbs that others rely on."""
    root = app.root()
    known = set(root.list_commands(Context(root)))
    assert {
        "init",
        "receive",
        "distribute",
        "reverse",
        "correct",
        "show",
        "totals",
        "stock",
        "ledger",
        "month",
        "check",
    } <= known


def test_the_table_of_contents_names_every_verb() -> None:
    """A command imports the module its name leads to: no verb is registered that isn't listed, and none listed that isn't there."""
    for part in CONTENTS:
        assert list(part.load().entries) == list(part.summaries)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_table_of_contents_says_what_each_verb_says_of_itself(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """The page of all verbs is made of it, and imports none of them."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    for part in CONTENTS:
        for name, summary in part.summaries.items():
            entry = part.load().find(name)
            assert entry is not None
            assert (part.heading, _(summary) if summary else entry.hidden) == (
                entry.heading, entry.summary if summary else True,
            )  # fmt: skip


def test_no_two_expectations_of_importers_share_a_name() -> None:
    """What a cell was expected to be is known by one name in all readers of papers."""
    said: dict[str, set[str]] = {}
    for module in pkgutil.walk_packages(importers.__path__, "donations.importers."):
        for name, text in vars(importlib.import_module(module.name)).items():
            if name.isupper() and not name.startswith("_") and isinstance(text, str) and " " in text:
                said.setdefault(name, set()).add(text)
    assert {name: texts for name, texts in said.items() if len(texts) > 1} == {}
