# ruff: noqa: N802 - the names of the catalogue
"""The frame around the verbs, on a toy registry: run as a script, this file is the toy program itself."""

import errno
import os
import re
import subprocess
import sys
from enum import Enum
from gettext import NullTranslations
from pathlib import Path
from typing import Annotated, NamedTuple

import pytest
import typer

from donations import i18n
from donations.cli import always, boundary, facts, frame, usage
from donations.cli.option_sets import OptionSet, spelled_out
from donations.cli.options import BookOption
from donations.cli.registry import Registry
from donations.cli.session import chosen_book
from donations.domain.thing import Hint
from donations.errors import LineRefused, NoPeriod, NotOnHand, NotPositive, SeveralMeant, UnknownParty
from donations.i18n import N_
from donations.output.width import width

ROOT = Path(__file__).parent.parent
EXAMPLE = "donations receive 李华 口罩5000个 约500斤蔬菜 --city 九江市 --value 17500元 --new   # 两个空格  不变"
Book = BookOption


class By(Enum):
    CITY = "city"
    ITEM = "item"


def tell(*values: object) -> None:
    print(*values)  # noqa: T201 - what a toy is for


def toy() -> frame.Verbs:
    """A root over a few verbs, each of which prints what reached it."""
    record, names = Registry(heading=N_("Record")), Registry(heading=N_("Names"))

    @record.verb("receive", help=N_("Record a gift.\n\nInto stock,\nor straight through."), epilog=EXAMPLE)
    def receive(
        *,
        donor: Annotated[str, typer.Argument(metavar=N_("DONOR"), help=N_("Who gives."))],
        quantity: Annotated[list[str], typer.Argument(metavar=N_("QUANTITY"), help=N_("What is given."))],
        value: Annotated[str | None, typer.Option(help=N_("What it is worth."))] = None,
        by: Annotated[By, typer.Option(help=N_("In groups."))] = By.CITY,
        month: Annotated[int, typer.Option(min=1, max=12, help=N_("Which month."))] = 2,
        new: Annotated[bool, typer.Option("--new", help=N_("New names."))] = False,
        book: Book = None,
    ) -> None:
        tell(donor, quantity, value, by.value, month, new, chosen_book(book))

    @record.verb("give", help=N_("Give out."))
    def give(recipient: Annotated[str, typer.Option(metavar=N_("NAME"))]) -> None:
        tell("gave", recipient)

    donors = names.group("donors", help=N_("List and change donors."), alone="list")

    @donors.verb("list", help=N_("List donors."))
    def list_(format_: Annotated[str, typer.Option("--format")] = "table", book: Book = None) -> None:
        tell("list", format_, chosen_book(book))

    @donors.verb("add", help=N_("Add a donor."))
    def add(name: str, book: Book = None) -> None:
        tell("add", name, chosen_book(book))

    @names.verb("trouble", help=N_("Raise what is asked for."), hidden=True)
    def trouble(what: str) -> int:
        if what in TROUBLES:
            raise TROUBLES[what]
        return int(what)

    @names.verb("print", help=N_("Print so many lines."), hidden=True)
    def print_lines(count: int) -> None:
        for number in range(count):
            tell("收到", number)

    def root(book: Book = None) -> None:
        pass

    both = Registry()
    both.entries.update(record.entries | names.entries)
    return frame.build(both, root, help=N_("A gift book."))


TROUBLES: dict[str, BaseException] = {
    "refused": NotPositive(got="-5个"),
    "unfit": UnknownParty(nothing="fits"),
    "fault": ZeroDivisionError("by zero"),
    "interrupt": KeyboardInterrupt(),
    "eof": EOFError(),
    "abort": typer.Abort(),
    "exit": typer.Exit(1),
    "no-file": PermissionError(errno.EACCES, "Permission denied", "账本.db"),
    "no-space": OSError(errno.ENOSPC, "No space left on device"),
    "pipe": BrokenPipeError(),
    "usage": typer.BadParameter("这样不行"),
}


class Marked(NullTranslations):
    """A catalogue in which every word of ours is 译: what is left in Latin letters was never translated."""

    def gettext(self, message: str) -> str:
        def translated(found: re.Match[str]) -> str:
            return found[0] if found[0][0] in "{`" else "译"

        return re.sub(r"\{[^}]*\}|`[^`]*`|[A-Za-z]+", translated, message)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", lambda _language: Marked())


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the toy."""
    code = boundary.run(toy(), list(words))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, __file__, *words], env=surroundings(environment), capture_output=True, check=False
    )


def surroundings(more: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **more}


# --- help


def test_the_root_lists_summaries_under_headings_and_builds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    root = toy()
    assert boundary.run(root, ["--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Usage: donations [OPTIONS] COMMAND [ARGS]...\n\n  A gift book.\n\nRecord:\n  receive")
    assert re.search(r"Record:\n  receive +Record a gift\.\n  give .*\n\nNames:\n  donors ", page)
    assert "trouble" not in page
    assert root.commands == {}
    assert boundary.run(root, ["trouble", "0"]) == 0
    assert list(root.commands) == ["trouble"]


@pytest.mark.parametrize("words", [[], ["-h"], ["--help"]])
def test_no_words_are_a_question_for_help(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    code, out, err = said(capsys, *words)
    assert (code, err) == (0, "")
    assert "Commands" not in out
    assert "--version" in out


def test_the_page_of_a_verb(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = said(capsys, "receive", "-h")
    assert code == 0
    assert out.splitlines()[0] == "Usage: donations receive [OPTIONS] DONOR QUANTITY..."
    assert "\n  Record a gift.\n\n  Into stock, or straight through.\n\nArguments:\n" in out
    assert re.search(r"\n  DONOR +Who gives\.  \[required\]\n", out)
    assert re.search(r"\n  --by city\|item +In groups\.  \[default: city\]\n", out)
    assert re.search(r"\n  --month NUMBER +Which month\.  \[1–12; default: 2\]\n", out)
    assert re.search(r"\n  --new +New names\.\n", out)
    assert out.endswith(f"\nExamples:\n  {EXAMPLE}\n")


@pytest.mark.parametrize(("language", "words"), [("en", "[PARTY] [QUANTITY...]"), ("zh", "[单位/个人] [数量...]")])
def test_what_may_be_left_out_stands_in_brackets_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    """`correct` takes a party, quantities, both or none: `[[PARTY] [QUANTITY...]...]` says that to nobody."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    from donations.cli.app import root as program

    assert boundary.run(program(), ["correct", "--help"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].endswith(f" {words}")
    assert "...]..." not in out


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("help", "-h"),
        ("帮助", "-h"),
        ("Help help", "-h"),
        ("help receive", "receive -h"),
        ("help --new receive --help", "receive -h"),
        ("help donors", "donors -h"),
        ("help donors add", "donors add -h"),
        ("donors help", "donors -h"),
        ("donors help add", "donors add -h"),
    ],
)
def test_the_word_help_asks_for_a_page(capsys: pytest.CaptureFixture[str], words: str, page: str) -> None:
    """As git and others have it."""
    assert said(capsys, *words.split()) == said(capsys, *page.split())


def test_help_with_what_is_no_command_is_answered_as_that_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "help", "recieve") == said(capsys, "recieve")


PAGES: list[list[str]] = [[], ["receive", "-h"], ["give", "-h"], ["donors", "-h"], ["donors", "add", "-h"]]


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("words", PAGES)
@pytest.mark.parametrize("columns", [40, 57, 100, 300])
def test_I6_pages_keep_to_the_terminal_and_align_by_cells(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    _code, out, _err = said(capsys, *words)
    page = out.partition("译:\n  译 译 李华")[0]  # examples are not wrapped
    assert max(width(line) for line in page.splitlines()) <= min(columns, 100)
    starts = {
        width(line[: found.end()]) for line in page.splitlines() if (found := re.match(r"  \S.*?  +(?=译)", line))
    }
    assert len(starts) <= 1


ALLOWED = {"donations", "receive", "give", "donors", "list", "add", "city", "item", "NAME", "ad", "recieve"}


def left_over(text: str) -> set[str]:
    """Latin words that are no names of commands, options or values."""
    return set(re.findall(r"[A-Za-z]{2,}", re.sub(r"`[^`]*`|--?[a-z-]+", " ", text))) - ALLOWED


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("words", PAGES)
def test_I5_every_word_of_a_page_is_translated(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    _code, out, _err = said(capsys, *words)
    assert "译" in out
    assert left_over(out) == set()


# --- wrong usage

MISTAKES = {
    ("recieve",): "There is no command “recieve”; did you mean receive? `donations --help` lists them all.",
    ("ad",): "There is no command “ad”. `donations --help` lists them.",
    ("donors", "ad"): "There is no command “ad”; did you mean add? `donations donors --help` lists them all.",
    ("--book", "x.db"): "`donations` wants a command after it: `donations --help` lists them.",
    ("-5",): "There is no option -5 here. `donations --help` lists them.",
    ("receive", "-z"): "There is no option -z here.",
    ("receive", "a", "1", "--monht", "2"): "There is no option --monht here; did you mean --month?",
    ("receive",): "DONOR is missing: write `donations receive [OPTIONS] DONOR QUANTITY...`;",
    ("receive", "a"): "QUANTITY is missing: write `donations receive ",
    ("give",): "The option --recipient is missing: write it as `--recipient NAME`;",
    ("give", "--recipient"): "A value is missing after --recipient: write it as `--recipient NAME`;",
    ("receive", "a", "1", "--new=2"): "--new takes no value: write --new alone;",
    (
        "donors",
        "add",
        "一",
        "二",
        "三",
    ): "“二 三” is more than this command takes: write `donations donors add [OPTIONS] NAME`",
    ("receive", "a", "1", "--by", "moon"): "--by must be one of city, item;",
    ("receive", "a", "1", "--month", "x"): "--month must be a whole number (1–12);",
    ("receive", "a", "1", "--month", "13"): "--month must be a whole number (1–12);",
}


@pytest.mark.parametrize(("words", "sentence"), MISTAKES.items())
def test_wrong_usage_is_one_sentence_that_says_what_to_type(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    code, out, err = said(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {sentence}")
    assert err.count("\n") == 1
    assert re.search(r"`donations( \w+)* --help` (lists|explains)", err)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("words", MISTAKES)
def test_I5_every_word_about_wrong_usage_is_translated(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    _code, _out, err = said(capsys, *words)
    assert left_over(err) == set()


def test_what_typer_says_of_its_own_is_handed_on(capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, err = said(capsys, "trouble", "usage")
    assert code == 2
    assert "(这样不行)" in err


# --- words that look like options, and the book


@pytest.mark.parametrize("amount", ["-5个口罩", "-5", "-¥5", "-￥5", "-$5", "－5", "−5", "-５个", "-.5", "-三千个"])
def test_I7_a_negative_amount_is_a_word(capsys: pytest.CaptureFixture[str], amount: str) -> None:
    assert said(capsys, "receive", "李华", amount)[1] == f"李华 ['{amount}'] None city 2 False None\n"
    words = ["receive", "--value", amount, "李华", "1个", amount, "--new"]
    assert said(capsys, *words)[1] == f"李华 ['1个', '{amount}'] {amount} city 2 True None\n"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("receive a 1", "None"),
        ("--book before.db receive a 1", "before.db"),
        ("receive a 1 --book after.db", "after.db"),
        ("--book before.db receive --book after.db a 1", "after.db"),
        ("donors", "list table None"),
        ("donors --format csv", "list csv None"),
        ("--book before.db donors", "list table before.db"),
        ("donors --book between.db", "list table between.db"),
        ("--book before.db donors --book=between.db add 李华", "add 李华 between.db"),
        ("donors --book between.db list --book after.db --format csv", "list csv after.db"),
    ],
)
def test_the_book_may_be_named_anywhere_and_the_last_wins(
    capsys: pytest.CaptureFixture[str], line: str, answer: str
) -> None:
    code, out, err = said(capsys, *line.split())
    assert (code, err) == (0, "")
    assert out.endswith(f"{answer}\n")


# --- the boundary


@pytest.mark.parametrize(
    ("trouble", "code", "sentence"),
    [
        ("0", 0, ""),
        ("1", 1, ""),
        ("exit", 1, ""),
        ("refused", 65, "Error: “-5个”: an amount must be above zero."),
        ("interrupt", 130, "Interrupted.\n"),
        ("eof", 130, "Interrupted.\n"),
        ("abort", 130, "Interrupted.\n"),
        ("pipe", 141, ""),
        ("no-file", 74, "Error: 账本.db could not be read or written (not allowed).\n"),
        ("no-space", 74, "Error: Reading or writing failed (the disk is full);"),
        ("fault", 70, "Error: This is a fault of donations, not yours (ZeroDivisionError: "),
        ("unfit", 70, "Error: This is a fault of donations, not yours (KeyError: "),
    ],
)
def test_what_is_raised_becomes_an_exit_code_and_a_sentence(
    capsys: pytest.CaptureFixture[str], trouble: str, code: int, sentence: str
) -> None:
    hook = sys.excepthook
    got, out, err = said(capsys, "trouble", trouble)
    assert (got, out) == (code, "")
    assert err.startswith(sentence)
    assert err.count("\n") == bool(sentence)
    assert sys.excepthook is hook


def test_the_traceback_only_for_who_looks_for_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DONATIONS_DEBUG", "1")
    _code, _out, err = said(capsys, "trouble", "fault")
    assert "Traceback" in err
    assert "\nError: This is a fault" in err


def test_speaking_cleans_and_joins_facts() -> None:
    assert "\x1b" not in facts.speak(UnknownParty(name="李\x1b[31m华\u202e", hint=Hint("\x1b[31m王芳")))
    assert "王一, 王二" in facts.speak(SeveralMeant(name="王", candidates=["王一", "王二"]))
    inner = NotOnHand(item="口罩", want="5个", have="3个", day="2020-02-01", where="")
    spoken = facts.speak(LineRefused(path=Path("a.txt"), line=3, reason=inner))
    assert spoken.startswith("a.txt, line 3: masks: 5个 wanted, but on 2020-02-01 only 3个 on hand.")


@pytest.mark.usefixtures("marked")
def test_speaking_translates_our_words_and_not_the_users() -> None:
    spoken = facts.speak(NoPeriod(got="month", period=N_("month"), example="2020-02"))
    assert "“month”" in spoken
    assert spoken.count("month") == 1


def test_a_registered_name_is_registered_once() -> None:
    registry = Registry()
    registry.verb("a", help="")(print)
    with pytest.raises(AssertionError, match="twice"):
        registry.verb("a", help="")(print)


class Pair(NamedTuple):
    """Two options as one parameter."""

    left: Annotated[int, typer.Option("--left", help=N_("The left one."))] = 1
    right: Annotated[int, typer.Option("--right", help=N_("The right one."))] = 2


def test_a_set_of_options_is_typed_one_by_one_and_comes_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Its options stand where the set stands, with their own defaults; what makes the set may refuse them."""

    def summed(
        one: Annotated[int, typer.Option("--one")] = 0, other: Annotated[int, typer.Option("--other")] = 0
    ) -> int:
        if one > other:
            raise NotPositive(got="sum")
        return one + other

    registry = Registry()

    @registry.verb("both", help=N_("Both."))
    def both(
        first: Annotated[int, typer.Option("--first")] = 0,
        *,
        pair: Annotated[Pair, OptionSet(Pair)],
        total: Annotated[int, OptionSet(summed)],
        last: Annotated[int, typer.Option("--last")] = 9,
    ) -> None:
        tell(first, pair, total, last)

    root = frame.build(registry, help="")
    command = root.get_command(root.make_context("x", ["both"]), "both")
    assert command is not None
    assert [parameter.opts[0] for parameter in command.params] == [
        "--first", "--left", "--right", "--one", "--other", "--last",
    ]  # fmt: skip
    assert boundary.run(root, ["both", "--right", "5", "--one", "3", "--other", "4"]) == 0
    assert capsys.readouterr().out == "0 Pair(left=1, right=5) 7 9\n"
    assert boundary.run(root, ["both", "--one", "3"]) == NotPositive.exit_code


def test_a_verb_without_sets_is_left_alone() -> None:
    """What has nothing to spell out is the very function that was registered."""

    def verb(book: Book = None) -> None:
        tell(book)

    assert spelled_out(verb) is verb


def test_every_sentence_of_the_frame_can_be_spoken() -> None:
    names = (
        "name",
        "candidates",
        "command",
        "usage",
        "example",
        "words",
        "choices",
        "range",
        "place",
        "message",
        "path",
        "reason",
        "type",
    )
    given = dict.fromkeys(names, "事")
    for error in vars(usage).values():
        if isinstance(error, type) and error.__module__ == usage.__name__ and hasattr(error, "sentence"):
            assert facts.speak(error(**given)).isprintable()


# --- as a process: streams, encodings, completion, what is imported


def test_version() -> None:
    assert re.fullmatch(rb"donations \d+\.\d+\.\d+\s*", process("--version").stdout)


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
@pytest.mark.parametrize("words", [["receive", "-h"], ["print", "2"], ["trouble", "refused"]])
def test_E6_no_encoding_is_too_poor(encoding: str, words: list[str]) -> None:
    done = process(*words, PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode in {0, 65}
    assert b"fault" not in done.stderr
    assert b"Traceback" not in done.stderr
    if words[0] == "print":
        assert done.stdout.split()[0] == "收到".encode(encoding, "replace")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["--help"], ["print", "1"], ["print", "50000"]])
def test_C4_a_full_disk_is_said_once(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, __file__, *words], env=surroundings({}), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 74
    assert re.match(rb"Error: (The answer|Reading or writing) .*\(the disk is full\)", done.stderr)
    assert done.stderr.count(b"\n") == 1


def test_H10_a_reader_that_leaves_early_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, __file__, "print", "100000"],
        env=surroundings({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 141


def test_H10_closed_streams() -> None:
    command = f'exec "{sys.executable}" "{__file__}" "$@" >&- 2>&-'
    for words, code in ((["--help"], 0), (["print", "3"], 0), (["trouble", "refused"], 65)):
        assert subprocess.run(["sh", "-c", command, "sh", *words], env=surroundings({}), check=False).returncode == code


def test_H10_without_an_error_output_nothing_strays_into_the_result(tmp_path: Path) -> None:
    """What belongs on stderr is said nowhere; at a terminal nobody can be asked, and a look-alike is refused as in a script."""
    book = str(tmp_path / "book.db")
    command = f'exec "{sys.executable}" -m donations "$@" --book {book} 2>&-'

    def done(*words: str, stdin: int = subprocess.DEVNULL) -> tuple[int, bytes]:
        ended = subprocess.run(
            ["sh", "-c", command, "sh", *words], stdin=stdin, stdout=subprocess.PIPE, env=surroundings({}), check=False
        )
        return ended.returncode, ended.stdout

    assert done("init", "--name", "协会")[0] == 0
    assert done("receive", "九江市第三人民医院", "5元")[0] == 0
    assert done("donors", "contact", "九江市第三人民医院", "--phone", "1") == (0, b"")
    master, slave = os.openpty()
    assert done("receive", "九江市第三人民医院院", "5元", stdin=slave) == (1, b"")
    os.close(master)
    os.close(slave)


def completed(shell: str, line: str) -> str:
    variables = {"_DONATIONS_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line, "COMP_WORDS": line}
    variables |= {"COMP_CWORD": str(len(line.split(" ")) - 1), "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    done = process(**variables)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_offers_commands_options_and_choices(shell: str) -> None:
    offered = completed(shell, "donations re")
    assert "receive" in offered
    assert "donors" not in offered
    assert "trouble" not in completed(shell, "donations ")
    assert ("Record a gift." in offered) == (shell != "bash")
    assert "--month" in completed(shell, "donations receive --mo")
    assert "city" in completed(shell, "donations receive a --by ")
    assert "add" in completed(shell, "donations donors ")
    assert "--format" in completed(shell, "donations donors --fo")


@pytest.mark.parametrize(
    ("shell", "installed"),
    [
        ("bash", (".bash_completions/donations.sh", "complete -o default")),
        ("zsh", (".zfunc/_donations", "#compdef donations")),
        ("fish", (".config/fish/completions/donations.fish", "complete --command donations")),
    ],
)
def test_completion_is_shown_and_installed(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    shell: str,
    installed: tuple[str, str],
) -> None:
    file, mark = installed
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", f"/bin/{shell}")
    monkeypatch.setattr(always, "_get_shell_name", lambda: "dash")
    code, out, _err = said(capsys, "--show-completion")
    assert code == 0
    assert mark in out
    assert "_DONATIONS_COMPLETE=complete_" in out
    code, out, _err = said(capsys, "--install-completion", "--help")
    assert (code, "--install-completion" in out, (tmp_path / file).exists()) == (0, True, False)
    code, out, _err = said(capsys, "--install-completion")
    assert (code, out.split()[:3]) == (0, ["Completion", "for", shell])
    assert mark in (tmp_path / file).read_text()
    monkeypatch.setenv("SHELL", "/bin/dash")
    assert said(capsys, "--show-completion")[0] == 2


def test_help_loads_nothing_that_is_not_needed() -> None:
    code = (
        "import sys, typer; from donations.cli import boundary, frame, registry; r = registry.Registry(); r.verb('a', help='b')(print)\n"
        "assert boundary.run(frame.build(r, help='c'), ['--help']) == 0; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=surroundings({}), capture_output=True, check=True)
    loaded = done.stdout.decode().splitlines()[-1].split()
    assert not {"rich", "pydantic", "sqlite3", "sqlite_utils", "asyncio", "decimal", "logging"} & set(loaded)
    assert len(loaded) < 180


if __name__ == "__main__":
    boundary.main(toy())
