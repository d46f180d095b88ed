"""Brings the Chinese catalogue up to what the code says, and compiles it.

    python scripts/make_catalogues.py           # update donations/locale/zh_CN/LC_MESSAGES/donations.po and .mo
    python scripts/make_catalogues.py --check   # change nothing; exit 1 where that would change something

It is run by hand after a text for people was added or changed; both files are checked in, and the program reads only
the .mo. Every text marked by `_()` or `N_()` in donations/ becomes an entry, in the order of the files and lines.
Translations are kept; texts that no longer stand in the code are dropped; new ones are empty until somebody writes
them into the .po and runs this again (an empty one is listed, and people read it in English). Nothing is guessed from
similar texts. Neither file holds a date, a version, a person or a line number, so that the same texts give the same
files everywhere.

Needs Babel, which the program itself does not.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "donations"
LANGUAGE, DOMAIN = "zh_CN", "donations"
FOLDER = PACKAGE / "locale" / LANGUAGE / "LC_MESSAGES"
KEYWORDS: dict[str, None] = {"_": None, "N_": None}
ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})

HEADER = {
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
COMMENT = """\
# The texts of donations in simplified Chinese, brought up to the code by scripts/make_catalogues.py.
# Only the msgstr lines are written by hand. What stands in {braces}, `backquotes` and after -- stays as it is.
"""


class _Catalogue(Catalog):
    """A catalogue whose header is ours: Babel's own holds dates and its version."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return list(HEADER.items())


Texts = dict[str, str]
"""Translations by their English text, in the order they are written in."""


def texts_in_code() -> dict[str, list[str]]:
    """Every marked text of donations/ with the files it stands in, in the order of files and lines."""
    found: dict[str, list[str]] = {}
    with redirect_stderr(io.StringIO()):  # Babel warns of every `_(text or "")`
        every = list(extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS))
    for file, _line, text, _comments, _context in sorted(every, key=lambda message: (message[0], message[1])):
        assert isinstance(text, str), text  # no plural forms: Chinese has none
        places = found.setdefault(text, [])
        name = (Path("donations") / file).as_posix()
        if name not in places:
            places.append(name)
    return found


def translations(path: Path) -> Texts:
    """What a .po file says, the entries that are commented out left aside; nothing where there is no file."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=LANGUAGE, ignore_obsolete=True, abort_invalid=True)
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def merged(code: dict[str, list[str]], known: Texts) -> Texts:
    """The texts of the code with the translations there are; an empty one where there is none yet."""
    return {text: known.get(text, "") for text in code}


def po_text(texts: Texts, code: dict[str, list[str]]) -> str:
    """The .po file: one line a text, however long, so that a change shows as one."""
    return "".join(_po_parts(texts, code))


def _po_parts(texts: Texts, code: dict[str, list[str]]) -> Iterator[str]:
    yield COMMENT + 'msgid ""\nmsgstr ""\n'
    for name, value in HEADER.items():
        yield f'"{name}: {value}\\n"\n'
    for text, translation in texts.items():
        yield f'\n#: {" ".join(code[text])}\nmsgid "{text.translate(ESCAPED)}"\nmsgstr "{translation.translate(ESCAPED)}"\n'


def mo_bytes(texts: Texts) -> bytes:
    """The compiled catalogue, byte for byte the same for the same texts."""
    catalogue = _Catalogue(locale=LANGUAGE, domain=DOMAIN, charset="utf-8", fuzzy=False)
    for text, translation in texts.items():
        if translation:
            catalogue.add(text, translation)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def main() -> int:
    """Update the two files, or with --check only compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 where the files are not up to date"
    )
    check = parser.parse_args().check

    po, mo = FOLDER / f"{DOMAIN}.po", FOLDER / f"{DOMAIN}.mo"
    code, known = texts_in_code(), translations(po)
    texts = merged(code, known)
    wanted = {po: po_text(texts, code).encode(), mo: mo_bytes(texts)}
    stale = [path for path, content in wanted.items() if not path.exists() or path.read_bytes() != content]
    missing = [text for text, translation in texts.items() if not translation]
    for text in missing:
        print(f"not translated: {text}")
    for text in known.keys() - texts.keys():
        print(f"no longer in the code: {text}")
    if check:
        return 1 if stale or missing else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_bytes(wanted[path])
        print(f"written: {path.relative_to(ROOT)}")
    print(f"{len(texts)} texts, {len(missing)} of them not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
