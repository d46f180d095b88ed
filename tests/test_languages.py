# ruff: noqa: N802 - the names of the catalogue
"""Both languages: every text is translated, and no screen, help page or refusal mixes them."""

import ast
import importlib.util
import re
from collections.abc import Callable, Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from donations import errors, i18n
from donations.cli import boundary, facts
from donations.cli.app import root
from donations.cli.registry import Registry
from donations.domain.catalogue import common_items
from donations.domain.entry import ENTRY_TYPES, Flow, Role
from donations.domain.thing import Hint
from donations.errors import DonationsError
from donations.i18n import CHINESE, ENGLISH
from donations.output.terms import TERMS
from donations.output.width import width

ROOT = Path(__file__).parent.parent
CATALOGUE = i18n.CATALOGUES / CHINESE / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
SETTINGS = ("DONATIONS_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")

Run = Callable[..., str]


def translated() -> dict[str, str]:
    """Every text of the catalogue with its translation."""
    compiled = GNUTranslations(BytesIO(CATALOGUE.read_bytes()))
    texts: dict[str, str] = vars(compiled)["_catalog"]
    return {text: translation for text, translation in texts.items() if text}


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """`speak("en")` sets the language that the program speaks; nothing else in the environment names one."""
    for setting in SETTINGS:
        monkeypatch.setenv(setting, "")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("DONATIONS_BOOK", raising=False)
    return lambda language: monkeypatch.setenv("DONATIONS_LANG", language)


@pytest.fixture
def answer(capsys: pytest.CaptureFixture[str]) -> Run:
    """`answer("totals", "--by", "item")` is what the command prints; it must succeed and say nothing beside it."""

    def run(*words: str) -> str:
        capsys.readouterr()
        code = boundary.run(root(), list(words))
        captured = capsys.readouterr()
        assert (code, captured.err) == (0, ""), words
        return captured.out

    return run


# --- the catalogue


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """scripts/make_catalogues.py."""
    pytest.importorskip("babel")
    found = importlib.util.spec_from_file_location("make_catalogues", ROOT / "scripts" / "make_catalogues.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_I5_every_text_of_the_code_is_translated_and_nothing_else(script: ModuleType) -> None:
    texts = script.translations(script.FOLDER / "donations.po")
    code = script.texts_in_code()
    assert [text for text in code if not texts.get(text)] == []
    assert texts.keys() - code.keys() == set()
    advice = "run scripts/make_catalogues.py"
    assert (script.FOLDER / "donations.po").read_text("utf-8") == script.po_text(script.merged(code, texts), code), (
        advice
    )
    assert script.mo_bytes(texts) == CATALOGUE.read_bytes(), advice
    assert translated() == texts


def test_the_catalogue_tells_nothing_of_who_made_it_when_and_where(script: ModuleType) -> None:
    for content in ((script.FOLDER / "donations.po").read_text("utf-8"), CATALOGUE.read_bytes().decode("latin-1")):
        assert not re.search(r"Babel|Date:|Translator|Project-Id|/home/|/tmp/|:\d+$", content, re.MULTILINE)


def fields(text: str) -> list[str]:
    return sorted({name for _literal, name, _format, _conversion in Formatter().parse(text) if name is not None})


COMMAND = re.compile(r"`[^`]*`|--[a-z][a-z-]+")
WORD = re.compile(r"\b[A-Z]{2,}\b")


def with_words(command: str) -> str:
    """The command with what stands for a word of one's own in Chinese, as help pages have it: NAME is 名称."""
    return WORD.sub(lambda found: translated().get(found[0], found[0]), command)


def test_placeholders_commands_and_ends_are_the_same() -> None:
    for text, translation in translated().items():
        assert fields(text) == fields(translation)
        assert set(map(with_words, COMMAND.findall(text))) == set(COMMAND.findall(translation))
        assert text.count("\n") == translation.count("\n"), text
        assert not re.search(r" .*[^.][.?]$", text) or re.search(r"[。？]$", translation), text
        plain = without_samples(translation).replace("...", "")
        assert not re.search(r"[一-鿿][,.:;?!]|[\"']|[一-鿿] [一-鿿]", plain), translation


# --- what is left over of the other language

KNOWN_WORDS = frozenset(
    "donations zh_CN DONATIONS_BOOK DONATIONS_DEBUG SQLite JSON XLSX HTML Markdown Excel LibreOffice json bash fish PowerShell install upgrade opening count loss expiry SELECT _minor hledger Beancount beancount journal".split()  # noqa: SIM905
)


def without_samples(text: str) -> str:
    """`text` without what is typed as it stands: commands, options, choices, files, digests."""
    text = COMMAND.sub(" ", text)
    text = re.sub(r"donations [a-z]+[^\n。；]*", " ", text)  # an example of a command
    text = re.sub(r"\b[a-z]+(\|[a-z]+)+\b", " ", text)  # choices
    text = re.sub(r"\b[0-9a-f]{12,64}\b", " ", text)
    return re.sub(r"(?:如|写成|的写) [^。；，]*", " ", text)  # sample values


def english_left_in(text: str) -> set[str]:
    """Words of four letters and more that no Chinese reader should meet."""
    return set(re.findall(r"[A-Za-z_]{4,}", without_samples(text))) - KNOWN_WORDS


def chinese_left_in(text: str, data: str = "") -> set[str]:
    """Chinese (and its punctuation) that stands neither in the English texts, as a sample, nor in `data`."""
    samples = "\n".join(translated())
    runs = re.findall(r"[一-鿿]+|[，。：；！？（）「」]", text)
    return {run for run in runs if run not in samples and run not in data}


# --- help


def commands(registry: Registry, *path: str) -> Iterator[tuple[str, ...]]:
    """Every verb and group below `registry`, as it is typed."""
    for name in registry.names():
        entry = registry.find(name)
        assert entry is not None
        yield (*path, entry.name)
        if entry.verbs is not None:
            yield from commands(entry.verbs, *path, entry.name)


def every_command() -> list[tuple[str, ...]]:
    registry = root().entry.verbs
    assert registry is not None
    return [(), *commands(registry)]


def without_examples(page: str, heading: str) -> str:
    """The page up to its examples, without the names in its tables of commands and the choices' words."""
    page = page.partition(f"\n{heading}")[0]
    choices = {word for found in re.findall(r"\b[a-z]+(?:\|[a-z]+)+\b", page) for word in found.split("|")}
    page = re.sub(r"(?<=：)(\w+)(?=[\];；])", lambda found: "" if found[0] in choices else found[0], page)
    names = {name for path in every_command() for name in path}
    return re.sub(r"^  ([a-z]+)(?=  |$)", lambda found: "" if found[1] in names else found[0], page, flags=re.MULTILINE)


def test_the_walk_reaches_verbs_and_the_verbs_of_groups() -> None:
    assert {("receive",), ("totals",), ("items", "pack"), ("donors", "merge"), ("start",)} <= set(every_command())


@pytest.mark.parametrize("path", every_command(), ids=" ".join)
def test_I5_a_help_page_in_chinese_has_no_english_and_the_other_way_round(
    path: tuple[str, ...], speak: Callable[[str], None], answer: Run
) -> None:
    speak(CHINESE)
    page = answer(*path, "--help")
    assert page.startswith("用法：")
    assert english_left_in(without_examples(page, "示例：")) == set()
    speak(ENGLISH)
    page = answer(*path, "--help")
    assert page.startswith("Usage:")
    assert chinese_left_in(page.partition("\nExamples:")[0]) == set()


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_help_pages_fit_the_terminal(
    language: str, columns: int, speak: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, answer: Run
) -> None:
    speak(language)
    monkeypatch.setenv("COLUMNS", str(columns))
    for path in every_command():
        page = answer(*path, "--help")
        page = re.split(r"\n(?:示例：|Examples:)", page)[0]  # examples are not broken: what is copied must work
        assert max(map(width, page.splitlines())) <= columns, path


# --- refusals


def refusals(family: type[DonationsError] = DonationsError) -> Iterator[type[DonationsError]]:
    """Every class of error that says a sentence of its own; those of the package are read where they are asked for."""
    for file in errors.FILES:
        importlib.import_module(f"donations.errors.{file}")
    for reason in family.__subclasses__():
        if "sentence" in vars(reason) and reason.__module__.startswith("donations."):
            yield reason
        yield from refusals(reason)


FACTS: dict[str, object] = {
    "period": "month",
    "reason": "Permission denied",
    "found": "an empty file",
    "candidates": ["某甲", "某乙"],
    "hint": Hint.of(["某甲"]),
    "command": "donations totals",
    "usage": "donations totals",
    "example": "某例",
}


def spoken(refusal: type[DonationsError], more: dict[str, object]) -> str:
    given = {name: FACTS.get(name, "某事") for name in fields(refusal.sentence)} | more
    return facts.speak(refusal(**given))


@pytest.mark.parametrize("refusal", list(refusals()), ids=lambda refusal: refusal.__name__)
def test_I5_a_refusal_is_a_whole_sentence_in_either_language(
    refusal: type[DonationsError], speak: Callable[[str], None]
) -> None:
    more: dict[str, object] = {"reason": errors.QuoteOpen()} if refusal is errors.LineRefused else {}
    speak(CHINESE)
    sentence = spoken(refusal, more)
    assert re.search(r"[一-鿿]", sentence)
    assert english_left_in(sentence) == set()
    assert not re.search(r"[{}]|。。|，。", sentence)
    assert re.search(r"(。|donations items pack \S+ \S+)$", sentence)
    speak(ENGLISH)
    sentence = spoken(refusal, more)
    assert chinese_left_in(sentence, data="某事某例某甲、某乙") == set()
    assert not re.search(r"[{}]|\.\.", sentence.replace("...", ""))
    assert re.search(r"(\.|--reason …|donations items pack \S+ \S+)$", sentence)


@pytest.mark.parametrize("refusal", list(refusals()), ids=lambda refusal: refusal.__name__)
def test_I5_whatever_of_our_words_stands_in_the_braces_is_translated_too(
    refusal: type[DonationsError], speak: Callable[[str], None]
) -> None:
    """Each sentence with every word that the program puts into it."""
    speak(CHINESE)
    for name in set(fields(refusal.sentence)) & facts.TRANSLATED.keys():
        for word in facts.TRANSLATED[name]:
            assert english_left_in(spoken(refusal, {name: word})) == set(), word


def words_put_into_sentences() -> Iterator[tuple[str, str]]:
    """Every fact that stands in the code as words of ours, with its name: of refusals, and of what `check` finds."""
    for file in sorted((ROOT / "donations").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            given = [(word.arg, word.value) for word in call.keywords if word.arg]
            if ast.unparse(call.func) == "Problem":
                dicts = [part for part in call.args if isinstance(part, ast.Dict)]
                given = [
                    (ast.literal_eval(key), value)
                    for part in dicts
                    for key, value in zip(part.keys, part.values, strict=True)
                    if key is not None
                ]
            elif not ast.unparse(call.func).startswith(("errors.", "said.")):
                continue
            for name, value in given:
                for word in constants(value, tree):
                    if re.search(r"[A-Za-z]{4,}", word):
                        yield name, word


def constants(value: ast.expr, tree: ast.Module) -> Iterator[str]:
    """The texts in an expression; of a variable, what it is set to anywhere in the file."""
    if isinstance(value, ast.Name):
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and any(ast.unparse(target) == value.id for target in node.targets):
                yield from constants(node.value, tree)
    elif isinstance(value, ast.IfExp):
        yield from constants(value.body, tree)
        yield from constants(value.orelse, tree)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value


def test_I5_words_of_ours_in_the_braces_are_known_to_be_such() -> None:
    """Else they would be said in English: what a sentence repeats as typed (formats), and names of sorts and parts of files, are no words for people."""
    found = {(name, word) for name, word in words_put_into_sentences() if name not in {"formats", "part", "sort"}}
    assert ("found", "an empty file") in found
    assert ("reason", "bytes that are no text") in found
    assert {(name, word) for name, word in found if word not in facts.TRANSLATED.get(name, ())} == set()


def test_I5_the_words_of_programs_in_the_braces_have_words_for_people() -> None:
    """Types of entries, roles and flows stand in what `check` finds."""
    words = [*ENTRY_TYPES, *(role.value for role in Role), *(flow.value for flow in Flow)]
    assert [word for word in words if not translated().get(TERMS.get(word, word))] == []


# --- screens

BOOK = """
init --name 青山志愿者协会
items add 口罩 --unit 个
items pack 口罩 1箱=2000个
donors add 李华 --city 九江市 --sort person
adjust opening 口罩200个 --date 2020-02-01 --note 上年结存
adjust opening 2000元 --store 现金箱 --date 2020-02-01
receive 李华 5000元 口罩500个 --city 九江市 --date 2020-02-02
receive 东林寺 150万元 --via 爱心车队 --for 疫情防控 --date 2020-02-02
receive 一米阳光公益联合会 口罩5000个 护目镜461个 --to 庐山市防控指挥部 --to 第三人民医院 --city 九江市 --date 2020-02-03
receive 爱心人士 约500斤蔬菜 --date 2020-02-05 --city 永丰县
receive 爱心企业 后勤物资@@约11万元 --date 2020-02-10
receive 王明 护目镜300个@12元 --with 张伟 --date 2020-02-06 --note 微信群接龙
buy 口罩1000个@3.5元 --from 康民药店 --date 2020-02-07
distribute 翰文苑小区 蔬菜100斤 --date 2020-02-09
spend 800元 --to 顺达货运 --note 运费 --date 2020-02-10
transfer 口罩500个 --to 二号仓 --date 2020-02-11
return 翰文苑小区 蔬菜20斤 --date 2020-02-12
refund 李华 500元 --note 重复转账 --date 2020-02-12
adjust loss 口罩36个 --note 运输破损 --date 2020-02-13
adjust count 蔬菜380斤 --date 2020-02-13
adjust expiry 口罩5个 --date 2020-02-14
adjust use 口罩5个 --date 2020-02-14
reverse 14 --reason 重复登记
correct 3 口罩480个 --reason 清点有误
donors rename 李华 李桦
"""
REPORTS = (
    "totals", "totals --by item", "totals --by donor", "totals --by recipient", "totals --by category", "totals --by month",
    "totals --by purpose", "totals --month 2019-01", "stock", "stock --as-of 2019-01-01", "ledger", "ledger --item 口罩",
    "ledger --from 2020-02-05", "month 2020-02", "month 2019-01", "journal", "journal --to 2020-02-05", "show 1", "show 3",
    "show 5", "show 14", "show 19", "show 21", "donors", "recipients", "items", "check",
)  # fmt: skip
DATA = " ".join(
    [
        BOOK,
        "九江市 吉安市 庐山市 永丰县 元 斤 个 箱",
        *(f"{item.name} {item.category} {item.unit}" for item in common_items()),
    ]
)
DATA += " ".join(" ".join(item.aliases) for item in common_items())
LATIN_DATA = frozenset(
    word
    for item in common_items()
    for name in (*item.english, *item.aliases)
    for word in re.findall(r"[A-Za-z]{4,}", name)
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with an entry of every type, recorded by commands."""
    path = tmp_path_factory.mktemp("book") / "book.db"
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("DONATIONS_BOOK", str(path))
        monkeypatch.setenv("DONATIONS_LANG", ENGLISH)
        for line in BOOK.strip().splitlines():
            assert boundary.run(root(), line.split()) == 0, line
    return path


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("columns", [80, 120])
def test_I5_a_report_speaks_one_language_and_fits(
    report: str, columns: int, book: Path, speak: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, answer: Run
) -> None:
    monkeypatch.setenv("DONATIONS_BOOK", str(book))
    monkeypatch.setenv("COLUMNS", str(columns))
    words = [*report.split(), "--format", "table"]
    speak(CHINESE)
    screen = answer(*words)
    assert re.search(r"[一-鿿]", screen)
    assert english_left_in(screen) - LATIN_DATA == set()
    assert max(map(width, screen.splitlines())) <= columns
    speak(ENGLISH)
    screen = answer(*words)
    assert chinese_left_in(screen, DATA) == set()
    assert max(map(width, screen.splitlines())) <= columns


@pytest.mark.parametrize("words", ["check", "info", "start"])
def test_I5_what_is_said_of_the_book_is_in_one_language(
    words: str, book: Path, speak: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, answer: Run
) -> None:
    for path in (book, book.with_name("none")):
        monkeypatch.setenv("DONATIONS_BOOK", str(path))
        if words == "check" and path != book:
            continue
        speak(CHINESE)
        screen = answer(words).replace(str(path), "")
        assert re.search(r"[一-鿿]", screen)
        assert english_left_in(screen) == set()
        speak(ENGLISH)
        assert chinese_left_in(answer(words).replace(str(path), ""), DATA) == set()


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_I5_what_is_said_of_what_was_recorded_is_in_one_language(
    language: str,
    tmp_path: Path,
    speak: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DONATIONS_BOOK", str(tmp_path / "book.db"))
    speak(language)
    for line in BOOK.strip().splitlines():
        assert boundary.run(root(), line.split()) == 0
        said = "".join(capsys.readouterr()).replace(str(tmp_path / "book.db"), "")
        assert said, line
        left = english_left_in(said) if language == CHINESE else chinese_left_in(said, DATA + "、")
        assert left == set(), line


# --- which language

CHOICES = {
    "nothing": ({}, CHINESE),
    "C": ({"LC_ALL": "C", "LANG": "C"}, CHINESE),
    "POSIX": ({"LANG": "POSIX"}, CHINESE),
    "another": ({"LANG": "de_DE.UTF-8"}, CHINESE),
    "English": ({"LANG": "en_GB.UTF-8"}, ENGLISH),
    "Chinese": ({"LANG": "zh_CN.UTF-8"}, CHINESE),
    "Taiwan": ({"LANG": "zh_TW.UTF-8"}, CHINESE),
    "LC_ALL before LANG": ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, ENGLISH),
    "LC_MESSAGES before LANG": ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, CHINESE),
    "one of no language of ours is passed over": ({"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, ENGLISH),
    "ours before all": ({"DONATIONS_LANG": "en", "LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}, ENGLISH),
    "ours before all, in Chinese": ({"DONATIONS_LANG": "zh_CN", "LC_ALL": "en_US.UTF-8"}, CHINESE),
    "ours written otherwise": ({"DONATIONS_LANG": "ZH-tw", "LC_ALL": "en_US.UTF-8"}, CHINESE),
    "ours empty": ({"DONATIONS_LANG": "", "LANG": "en_US.UTF-8"}, ENGLISH),
}


@pytest.mark.parametrize(("environment", "language"), CHOICES.values(), ids=CHOICES)
def test_I5_the_language_is_the_one_the_environment_names_else_chinese(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch, answer: Run
) -> None:
    for setting in SETTINGS:
        monkeypatch.setenv(setting, "en")  # so that what the run itself sets is put back
        monkeypatch.delenv(setting)
    for setting, value in environment.items():
        monkeypatch.setenv(setting, value)
    assert i18n.chosen_language() == language
    assert answer("--help").startswith("用法：" if language == CHINESE else "Usage:")
