"""How words typed by people are tidied and compared."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from donations import errors

LONGEST_NAME = 100
LONGEST_NOTE = 1000

_SHORTEST_PLURAL = 4
_LONGEST_HOUSE = 9
"""Numbers with more digits are a telephone's or a card's, which are one however they are divided."""
_BETWEEN = "\x1f"
# Plain text, compiled on first use (and kept by re): plain reports tidy nothing, and most names are letters alone.
INVISIBLE = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
_BAD_BYTES = "[\ud800-\udfff]"
_CONTROL = r"[\x00-\x1f\x7f-\x9f]+"
_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_BLANKS = r"\s+"
_NUMBERS = r"(?<![0-9])[0-9]++(?:\s?[^\w\s%+#*][^\w%+#*]*[0-9]++)+"
_HIDING = "(?<=[\u3400-\u9fff])[○◯●×✕✖╳□■?]+"
"""Signs that stand for letters of a name, as stars do: 王○明."""


def tidy(text: str) -> str:
    """`text` without invisible, bidirectional and control characters, blanks folded to one, ends trimmed.

    What a person wrote otherwise stays: full-width letters and rare characters are kept as typed.
    Raises NotText where bytes came in that are no text.
    """
    if text.isalnum():  # most names: nothing in it is to be taken out
        return text
    if re.search(_BAD_BYTES, text):
        raise errors.NotText(got=re.sub(_BAD_BYTES, "?", text)[:40])
    return re.sub(_BLANKS, " ", re.sub(_CONTROL, " ", re.sub(INVISIBLE, "", text))).strip()


def one_line(text: str) -> str:
    """`text` with tabs, line breaks, control and direction characters replaced by a blank each, for a row a line."""
    return text if text.isprintable() else re.sub(_UNPRINTABLE, " ", text)


def file_name(name: str) -> str:
    """A file's name as text: one whose bytes are no UTF-8 is in GB18030, as an archive of Windows' leaves it when unpacked elsewhere."""
    if not re.search(_BAD_BYTES, name):
        return name
    try:
        return name.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        return re.sub(_BAD_BYTES, "\ufffd", name)


def name(text: str) -> str:
    """A tidy name of a party, item, purpose or store.

    Raises NameMissing where nothing is left, NameTooLong above LONGEST_NAME characters.
    """
    tidied = tidy(text)
    if not any(character.isalnum() for character in tidied):
        raise errors.NameMissing(got=text[:40])
    if len(tidied) > LONGEST_NAME:
        raise errors.NameTooLong(name=tidied[:20], length=len(tidied), longest=LONGEST_NAME)
    return tidied


def note(text: str) -> str:
    """A tidy remark; raises NoteTooLong above LONGEST_NOTE characters."""
    tidied = tidy(text)
    if len(tidied) > LONGEST_NOTE:
        raise errors.NoteTooLong(length=len(tidied), longest=LONGEST_NOTE)
    return tidied


@cache
def party_key(text: str) -> str:
    """What two spellings of one party's name share: width, case, blanks and punctuation don't count.

    An s does (Adam, Adams), and so do a sign between the numbers of a house (1-1201, 11-201) and stars that hide a part
    of a name (张*三, 张三).
    """
    folded = unicodedata.normalize("NFKC", tidy(text)).casefold()
    if folded.isalnum():
        return text if folded == text else folded  # one string, and not two alike, for each of very many names
    apart = re.sub(_HIDING, _stars, re.sub(_NUMBERS, _numbers_apart, folded))
    letters = "".join(c for c in apart if c.isalnum() or c in "%+#*" or c == _BETWEEN).replace(_BETWEEN, "-")
    bare = letters.rstrip("*")
    return bare if len(bare) > 1 else letters  # behind a whole name a star is a mark: 李华*


def _stars(found: re.Match[str]) -> str:
    return "*" * len(found[0])


def _numbers_apart(found: re.Match[str]) -> str:
    numbers = re.findall("[0-9]+", found[0])
    return ("" if sum(map(len, numbers)) > _LONGEST_HOUSE else _BETWEEN).join(numbers)


def exact_key(text: str) -> str:
    """By what a party's name is found as it stands there alone, where another party was found by their `party_key` before it."""
    return f"={tidy(text)}"


@cache
def key(text: str) -> str:
    """As `party_key`, of goods and all else that is named: an English plural doesn't count either (mask, masks)."""
    folded = unicodedata.normalize("NFKC", tidy(text)).casefold()
    if folded.isalnum():
        shared = _singular(folded)
        return text if shared == text else shared
    letters = "".join(c if c.isalnum() or c in "%+#" else " " for c in folded)
    return "".join(_singular(word) for word in letters.split())


def _singular(word: str) -> str:
    if not word.isascii() or len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    for plural, singular in (
        ("ies", "y"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("toes", "to"),
    ):
        if word.endswith(plural):
            return word[: -len(plural)] + singular
    return word[:-1]


def runs(numbers: Iterable[int]) -> list[str]:
    """Rising numbers, those that follow each other as one: 3, 5–7, 31."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ["–".join(map(str, run)) for run in found]
