"""Released steps of the schema stay as they are, and whatever changes what a book holds comes with a step of its own."""

import gzip
import importlib.util
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from conftest import NOW

from donations.services.checking import check
from donations.store import guards, migrations
from donations.store.book import Book
from donations.store.schema_files import SCHEMA_VERSION, VIEWS, steps

ROOT = Path(__file__).parent.parent
BOOKS = Path(__file__).parent / "books"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """scripts/freeze_steps.py."""
    found = importlib.util.spec_from_file_location("freeze_steps", ROOT / "scripts" / "freeze_steps.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_no_released_step_was_changed_and_none_is_missing(script: ModuleType) -> None:
    """Each fault says what to do."""
    assert list(script.faults(script.released(), script.present(steps(), VIEWS))) == []
    assert len(script.released()) == SCHEMA_VERSION


@pytest.mark.parametrize("book", sorted(BOOKS.glob("*.db.gz")), ids=lambda file: file.name)
def test_old_books_have_what_is_written_down_of_their_step(script: ModuleType, book: Path, tmp_path: Path) -> None:
    """Tables, triggers and views: so the list says what books out there have, not what this program thinks."""
    path = tmp_path / "book.db"
    path.write_bytes(gzip.decompress(book.read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        [version] = connection.execute("pragma user_version").fetchone()
        step = script.released()[version - 1]
        assert (step.schema, step.views) == script.digests(connection)


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A copy of the schema's files, to be changed."""
    folder = tmp_path / "schema"
    shutil.copytree(steps()[0].parent, folder)
    return folder


def views_in(folder: Path) -> list[Path]:
    return [folder / file.name for file in VIEWS]


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


CHANGES = {
    "a remark in a released step": ("0001_journal.sql", "-- another remark\n", "step 0001_journal was released"),
    "a table in a released step": (
        "0002_evidence_and_privacy.sql",
        "create table more (a integer) strict;\n",
        "step 0002",
    ),
    "another view": ("views.sql", "create view more as select 1 as a;\n", "the views are not those of step"),
    "another view for people": ("public_views.sql", "create view more as select 1 as a;\n", "the views are not those"),
    "a step without its line": ("0099_later.sql", "-- nothing\n", "step 0099_later is not written down yet"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_without_a_step_is_seen(script: ModuleType, schema: Path, change: str) -> None:
    """Broken by hand: it says so in a sentence, with the command that follows."""
    name, text, said = CHANGES[change]
    (schema / name).touch()
    append(schema / name, text)
    found = list(script.faults(script.released(), script.present(sorted(schema.glob("[0-9]*.sql")), views_in(schema))))
    assert found
    assert all("python scripts/freeze_steps.py" in fault for fault in found)
    assert said in found[0]


def test_remarks_in_a_view_s_file_change_no_book(script: ModuleType, schema: Path) -> None:
    """Only what stands in a book counts."""
    append(schema / "views.sql", "-- a remark between two views\n")
    assert not list(
        script.faults(script.released(), script.present(sorted(schema.glob("[0-9]*.sql")), views_in(schema)))
    )


def test_a_step_taken_away_is_seen(script: ModuleType) -> None:
    assert "can't be taken away" in next(script.faults(script.released(), script.present(steps(), VIEWS)[:-1]))


def test_the_command_adds_the_line_of_a_new_step_and_touches_no_other(
    script: ModuleType, schema: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once; written anew only where that is asked for, and never over what was released."""
    monkeypatch.setattr(script, "LIST", shutil.copy(script.LIST, tmp_path / "steps.tsv"))
    monkeypatch.setattr(script.released, "__defaults__", (script.LIST,))
    monkeypatch.setattr(script, "steps", lambda: sorted(schema.glob("[0-9]*.sql")))
    monkeypatch.setattr(script, "VIEWS", views_in(schema))
    before = script.LIST.read_text("utf-8")

    def run(*words: str) -> int:
        monkeypatch.setattr("sys.argv", ["freeze_steps.py", *words])
        return int(script.main())

    assert (run(), script.LIST.read_text("utf-8")) == (0, before)
    append(schema / "views.sql", "create view more as select 1 as a;\n")
    assert (run(), script.LIST.read_text("utf-8")) == (1, before)
    (schema / "0099_views.sql").write_text("-- views only\n", encoding="utf-8")
    assert run() == 0
    with_step = script.LIST.read_text("utf-8")
    assert with_step.startswith(before)
    assert with_step.count("\n") == before.count("\n") + 1
    append(schema / "views.sql", "create view still_more as select 1 as a;\n")
    assert (run(), script.LIST.read_text("utf-8")) == (1, with_step)
    assert run("--again") == 0
    assert script.LIST.read_text("utf-8").startswith(before)
    append(schema / "0001_journal.sql", "-- a remark\n")
    again = script.LIST.read_text("utf-8")
    assert (run("--again"), script.LIST.read_text("utf-8")) == (1, again)


# --- a book of the step before, whose views were others


@pytest.fixture
def later(schema: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program with one step more than this one, which holds a remark alone, and with views changed, gone and new."""
    (schema / "0099_views.sql").write_text("-- views only\n", encoding="utf-8")
    views = (
        (schema / "views.sql")
        .read_text("utf-8")
        .replace("create view purposes as select number,", "create view purposes as select 1 as one, number,")
    )
    assert "1 as one" in views
    (schema / "views.sql").write_text(views + "create view more as select 1 as a;\n", encoding="utf-8")
    for module in (migrations, guards):
        monkeypatch.setattr(module, "steps", lambda: sorted(schema.glob("[0-9]*.sql")))
        monkeypatch.setattr(module, "VIEWS", views_in(schema))
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    guards._wanted.cache_clear()
    yield
    monkeypatch.undo()
    guards._wanted.cache_clear()


@pytest.mark.usefixtures("later")
def test_views_that_change_with_a_step_are_made_again_in_every_book(book_path: Path) -> None:
    """`check` refuses the views of the step before, and after the upgrade finds nothing, though the step holds no SQL."""
    with closing(sqlite3.connect(book_path, isolation_level=None)) as connection:
        book = Book(book_path, connection)
        assert {problem.facts["name"] for problem in check(book)} == {"purposes", "more"}
        connection.execute("begin immediate")
        migrations.apply(connection, NOW)
        connection.execute("commit")
        assert check(book) == []
        assert connection.execute("pragma user_version").fetchone() == (SCHEMA_VERSION + 1,)
