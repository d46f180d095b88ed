"""Writes what the documents quote from the program: the reference of every command, and the screens in the READMEs.

    python scripts/make_reference.py           # write docs/commands.md, docs/commands.zh-CN.md, and the READMEs' screens
    python scripts/make_reference.py --check   # change nothing; exit 1 where that would change something

It is run by hand after a verb, an option, a translation or a report's look was changed; a test says when that was
forgotten. The reference is the program's own `--help`, at a width of 100. A screen is what stands between

    <!-- screen: FILE; COMMAND -->   and   <!-- end of screen -->

in a README: FILE (commands for `donations run`) is recorded in a new book, then COMMAND is shown as on a terminal of 80
columns, in Chinese. A book's digest is its own, so every digest is replaced by the same twelve characters.
"""

import argparse
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import typer

from donations.cli import app, boundary, frame

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
REFERENCES = {
    "docs/commands.md": (
        "en",
        "Every command",
        "This page is written by `scripts/make_reference.py` from what `donations COMMAND --help` prints; don't edit it by hand.",
        "中文版：[commands.zh-CN.md](commands.zh-CN.md)",
    ),
    "docs/commands.zh-CN.md": (
        "zh_CN",
        "全部命令",
        "本页由 `scripts/make_reference.py` 从 `donations 命令 --help` 的输出生成，请不要手改。",
        "English: [commands.md](commands.md)",
    ),
}
HELP_COLUMNS, SCREEN_COLUMNS = "100", "80"
DIGEST = "0123456789ab"
_SCREEN = re.compile(
    r"(<!-- screen: (?P<file>[^;]+); (?P<command>.+?) -->\n\n```text\n)(?P<shown>.*?)(```\n\n<!-- end of screen -->)",
    re.DOTALL,
)


def reference(language: str, heading: str, *remarks: str) -> str:
    """One page with the help of every command."""
    paths = list(_commands())
    contents = [
        f"- [`{' '.join(path)}`](#{'-'.join(path)})" for path in paths if len(path) <= len(("donations", "verb"))
    ]
    lines = [f"# {heading}", "", "\n\n".join(remarks), "", *contents]
    for path in paths:
        level = "##" if len(path) <= len(("donations", "verb")) else "###"
        lines += [
            "",
            f"{level} {' '.join(path)}",
            "",
            "```text",
            printed(language, HELP_COLUMNS, [*path[1:], "--help"]),
            "```",
        ]
    return "\n".join(lines) + "\n"


def _commands() -> Iterator[tuple[str, ...]]:
    root = app.root()
    with typer.Context(root, info_name=frame.NAME) as context:
        yield (frame.NAME,)
        for name in root.list_commands(context):
            verb = root.get_command(context, name)
            assert isinstance(verb, (frame.Verb, frame.Verbs)), name
            if verb.entry.hidden:
                continue
            yield frame.NAME, name
            if isinstance(verb, frame.Verbs):
                yield from ((frame.NAME, name, below) for below in verb.list_commands(context))


def printed(language: str, columns: str, words: list[str], book: Path | None = None) -> str:
    """What the program prints for `words`; everything it is told by the environment is told here."""
    out, said = io.StringIO(), io.StringIO()
    environment = {"DONATIONS_LANG": language, "COLUMNS": columns, "LINES": "1000", "NO_COLOR": "1"}
    if book is not None:
        environment["DONATIONS_BOOK"] = str(book)
    with _environment(environment), redirect_stdout(out), redirect_stderr(said):
        code = boundary.run(app.root(), words)
    assert code == 0, said.getvalue()
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


@contextmanager
def _environment(settings: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def with_screens(text: str) -> str:
    """The README `text` with its screens as the program prints them now."""
    return _SCREEN.sub(lambda found: found[1] + screen(ROOT / found["file"], found["command"]) + "\n" + found[5], text)


def screen(file: Path, command: str) -> str:
    """What `command` shows of a new book in which the commands of `file` were recorded."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.db"
        printed("zh_CN", SCREEN_COLUMNS, ["run", str(file)], book)
        shown = printed("zh_CN", SCREEN_COLUMNS, [*shlex.split(command)[1:], "--format", "table"], book)
    return re.sub(r"\b[0-9a-f]{12}\b", DIGEST, shown)


def pages() -> dict[Path, str]:
    """Every file this writes, with what it should hold."""
    wanted = {ROOT / name: reference(*words) for name, words in REFERENCES.items()}
    wanted.update({ROOT / name: with_screens((ROOT / name).read_text(encoding="utf-8")) for name in READMES})
    return wanted


def main() -> int:
    parser = argparse.ArgumentParser(description="Write what the documents quote from the program.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where something would change")
    check = parser.parse_args().check
    stale = {
        path: text for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        print(f"{'out of date' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            path.write_text(text, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
