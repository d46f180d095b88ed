"""What the documents say is so: their commands run, their screens are the program's, their files and links are there."""

import importlib.util
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest
import typer
from conftest import Answer, Desk
from test_structure import MAY_IMPORT

from donations.cli import always, app, boundary, frame
from donations.domain.parsing import parse_quantities

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = (*READMES, *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
SAMPLES = ("article.txt", "february.txt")
SEE_IT = "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/donations --book february.db run sample_data/february.txt"
TEST_IT = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/python -m pytest -q -n 2"


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fenced(name: str) -> list[str]:
    """The lines inside the fenced blocks of a document, in order."""
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text_of(name), re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()]


def words_of(line: str) -> list[str]:
    """The words behind `donations`, as a shell would split them."""
    return shlex.split(line, comments=True)[1:]


# --- commands


@pytest.fixture
def desk_of_newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A newcomer in a copy of the project where the first command of the README was run; no book is named anywhere."""
    shutil.copytree(ROOT / "sample_data", tmp_path / "sample_data")
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("DONATIONS_BOOK", raising=False)
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    desk = Desk(tmp_path / "home" / "donations" / "book.db")
    command = SEE_IT.rpartition("/donations ")[2]
    assert "九江市" in desk.do(command).out
    assert not desk.book.exists(), "the book that was named is written, and no other"
    return desk


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_a_document_runs(desk_of_newcomer: Desk, name: str) -> None:
    for line in fenced(name):
        if line.startswith("donations "):
            answer = run(words_of(line), desk_of_newcomer)
            assert answer.code == 0, f"{name}: {line}: {answer.err}"


def run(words: list[str], desk: Desk) -> Answer:
    return desk.run("", *words)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_example_of_a_document_can_be_typed(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(frame.Verb, "invoke", lambda _verb, _context: None)
    monkeypatch.setenv("HOME", str(tmp_path))  # --install-completion is an example too, and writes there
    monkeypatch.setenv("SHELL", "/bin/bash")
    monkeypatch.setattr(always, "_get_shell_name", lambda: "bash")
    lines = [line.strip() for line in fenced(name)]
    inline = re.findall(r"`(donations [^`]+)`", text_of(name)) if name in READMES else []
    for line in [*lines, *inline]:
        if line.startswith("donations ") and not re.search("FILE|文件|编号", line):
            code = boundary.run(app.root(), words_of(line))
            assert code == 0, f"{name}: {line}: {capsys.readouterr().err}"


def test_the_typing_test_sees_a_wrong_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame.Verb, "invoke", lambda _verb, _context: None)
    for wrong in (
        "donations recieve 李华 1元",
        "donations receive 李华",
        "donations totals --by town",
        "donations buy 5000元 --form 药店",
    ):
        assert boundary.run(app.root(), words_of(wrong)) != 0, wrong


@pytest.mark.parametrize("name", READMES)
def test_the_two_commands_of_a_newcomer_stand_in_both_readmes(name: str) -> None:
    lines = fenced(name)
    assert SEE_IT in lines
    assert TEST_IT in lines


def test_ci_runs_the_readmes_test_command() -> None:
    script = text_of(".ci/run")
    [expression] = re.findall(r"grep -m 1 -E '([^']+)' README.md", script)
    found = [line for line in text_of("README.md").splitlines() if re.search(expression, line)]
    assert found[0] == TEST_IT


def verbs() -> dict[str, typer.core.TyperCommand]:
    """Every command by what is typed for it, groups left out."""
    found = {}
    root = app.root()
    with typer.Context(root, info_name=frame.NAME) as context:
        for name in root.list_commands(context):
            verb = root.get_command(context, name)
            if isinstance(verb, frame.Verbs):
                found.update(
                    {f"{name} {below}": verb.get_command(context, below) for below in verb.list_commands(context)}
                )
            elif isinstance(verb, frame.Verb) and not verb.entry.hidden:
                found[name] = verb
    return {name: verb for name, verb in found.items() if isinstance(verb, frame.Verb)}


@pytest.mark.parametrize("name", READMES)
def test_every_verb_is_in_a_readme(name: str) -> None:
    text = text_of(name)
    for verb in verbs():
        for word in verb.split():
            assert re.search(rf"`{word}\b", text), verb


@pytest.mark.parametrize("name", ["docs/commands.md", "docs/commands.zh-CN.md"])
def test_every_verb_and_option_is_in_the_reference(name: str) -> None:
    sections = dict(
        re.findall(r"^##+ donations ([^\n]+)\n\n```text\n(.*?)^```", text_of(name), re.DOTALL | re.MULTILINE)
    )
    for verb, command in verbs().items():
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert all(option in sections[verb] for option in parameter.opts), (verb, parameter.opts)


# --- what is quoted from the program


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The script that writes what documents quote from the program."""
    specification = importlib.util.spec_from_file_location("make_reference", ROOT / "scripts" / "make_reference.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_what_documents_quote_is_what_the_program_prints(reference: ModuleType) -> None:
    stale = [path.name for path, text in reference.pages().items() if path.read_text(encoding="utf-8") != text]
    assert not stale, "run `python scripts/make_reference.py`"


@pytest.mark.parametrize("name", READMES)
def test_a_readme_shows_a_screen(reference: ModuleType, name: str) -> None:
    text = text_of(name)
    assert reference.with_screens(text) == text
    assert "1,500,000.00 元" in text
    spoilt = text.replace("1,500,000.00 元", "1,500,001.00 元")
    assert reference.with_screens(spoilt) == text


@pytest.mark.parametrize("name", READMES)
def test_every_quantity_a_readme_teaches_is_understood(name: str) -> None:
    [table] = re.findall(r"<!-- quantities -->(.*?)<!-- end of quantities -->", text_of(name), re.DOTALL)
    forms = [
        form
        for row in table.splitlines()
        if row.startswith("| `")
        for form in re.findall("`([^`]+)`", row.split("|")[1])
    ]
    assert len(forms) > 15
    for form in forms:
        assert parse_quantities(form), form


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_refusal_that_a_readme_shows_is_the_programs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    desk.do("receive 李华 口罩500个 --city 九江市")
    desk.do("distribute 九江市第三人民医院 口罩300个")
    monkeypatch.setenv("DONATIONS_LANG", language)
    assert desk.refused("distribute 第三人民医院 口罩10个") in fenced(name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", text_of(name)):
        assert ((ROOT / name).parent / target).exists(), f"{name}: {target}"


# --- the samples


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_runs_clean_and_records_nothing_twice(desk: Desk, name: str) -> None:
    desk.book.unlink()
    file = shlex.quote(str(ROOT / "sample_data" / name))
    first = desk.do(f"run {file}")
    assert re.search(rf"^{name}: [1-9][0-9]* entries recorded", first.err, re.MULTILINE)
    assert desk.is_in_order()
    second = desk.do(f"run {file}")
    assert f"{name}: 0 entries recorded" in second.err
    assert second.out == first.out
    assert desk.is_in_order()


def test_the_article_adds_up_to_its_facts(desk: Desk) -> None:
    desk.book.unlink()
    desk.do(f"run {shlex.quote(str(ROOT / 'sample_data' / 'article.txt'))}")
    totals = {
        (city, item): tuple(
            row[key] for key in ("received", "bought", "distributed", "certainty", "value", "value_certainty")
        )
        for (city, item), row in desk.totals().items()
    }
    assert totals == {
        ("九江市", "CNY"): ("1500000", "0", "0", "exact", None, None),
        ("九江市", "口罩"): ("5500", "0", "5500", "exact", None, None),
        ("九江市", "护目镜"): ("461", "0", "461", "exact", None, None),
        ("九江市", "后勤物资"): (None, "0", None, "unknown", "110000", "about"),
        ("九江市", "液晶平面电视"): ("0", None, None, "unknown", None, None),
        ("吉安市", "口罩"): ("17700", "0", "17700", "exact", None, None),
        ("吉安市", "鸭蛋"): ("2000", "0", "2000", "exact", None, None),
        ("吉安市", "蔬菜"): ("500", "0", "500", "about", None, None),
        ("萍乡市", "广播设备"): ("0", None, "0", "unknown", None, None),
    }


def test_the_february_sample_shows_the_whole_field(desk: Desk) -> None:
    desk.book.unlink()
    desk.do(f"run {shlex.quote(str(ROOT / 'sample_data' / 'february.txt'))}")
    journal = desk.read("journal")
    assert {row["type"] for row in journal} == {
        "receipt", "relay", "purchase", "distribution", "expense", "transfer", "return", "adjustment",
    }  # fmt: skip
    assert {row["reason"] for row in journal} >= {"opening", "count", "loss", "expiry", "use"}
    assert any(row["reverses"] for row in journal)
    assert any(row["corrects"] for row in journal)
    assert {row["certainty"] for row in journal} == {"exact", "about", "unknown"}
    assert len({city for city, _item in desk.totals()}) >= 5
    assert all("2020-02-01" <= row["date"] <= "2020-02-29" for row in journal)


# --- the plan of the house


def test_the_plan_says_what_the_import_test_holds() -> None:
    rows = re.findall(r"^\| `(\w+)/` \| ([^|]+) \|", text_of("docs/architecture.md"), re.MULTILINE)
    said = dict(rows)
    assert set(said) >= {"domain", "store", "services", "reports", "output", "cli"}
    for folder, cell in said.items():
        named = {name.removesuffix(".py").replace("/", ".") for name in re.findall(r"`([^`]+)`", cell)}
        assert named - {folder} == MAY_IMPORT[folder] or cell == "everything", folder


def test_every_file_the_plan_names_is_there() -> None:
    text = text_of("docs/architecture.md")
    for name in re.findall(r"`((?:donations|scripts|tests)/[\w./]+)`", text):
        if not re.search(r"NAME|NNNN|LANGUAGE", name):
            assert (ROOT / name).exists(), name
    for name in re.findall(r"`((?:cli|output|services|reports|importers|store|domain)/[\w./]+\.\w+)`", text):
        assert (ROOT / "donations" / name).exists(), name


@pytest.mark.parametrize(
    "name", re.findall(r"`([A-Za-z_]{3,})`", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
)
def test_every_name_the_plan_uses_stands_in_the_code(name: str) -> None:
    sources = [
        *(ROOT / "donations").rglob("*.py"),
        *(ROOT / "donations").rglob("*.sql"),
        *(ROOT / "scripts").glob("*.py"),
    ]
    assert any(re.search(rf"\b{name}\b", file.read_text(encoding="utf-8")) for file in sources), name


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_the_ci_script_is_one_that_bash_reads() -> None:
    assert subprocess.run(["bash", "-n", ROOT / ".ci" / "run"], check=False).returncode == 0
