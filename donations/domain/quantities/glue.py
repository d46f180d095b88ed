"""Whether a number hangs on a word, and is part of a name: N95, 3M, 60W, 30 suits."""

from donations.domain.quantities import words
from donations.domain.quantities.money import currency_before

_ENGLISH_THINGS = (
    "suit",
    "kit",
    "vehicle",
    "meal",
    "truck",
    "bowl",
    "cup",
    "cake",
    "bucket",
    "container",
    "basket",
    "pot",
)


def is_english_thing(text: str, start: int, first: int, end: int) -> bool:
    """30 suits, with no other name beside it: the suits are the goods, and no unit of something."""
    if text[first:end].removesuffix("s") not in _ENGLISH_THINGS:
        return False
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    nothing_before = not before or before.endswith((",", ";", "and", "&", "、", "about", "nearly", "over"))
    return nothing_before and (not behind or behind.startswith((",", ";", "and ", "@", "(", "、", "worth", "at ")))


def glued(text: str, start: int, end: int) -> bool:
    """Whether bare digits hang on Latin letters (N95, 3M), unless these are a whole word that is all the name (masks500)."""
    behind = text[end : end + 1]
    if behind.isascii() and behind.isalpha() and not _latin_word(text, end):
        return True
    before = text[start - 1 : start]
    if before in ("/", "-") and start > 1 and _is_letter(text[start - 2]):
        return True
    if not (before.isascii() and before.isalpha()) or before == "x" or currency_before(text, start):
        return False
    first = start
    while first and _is_letter(text[first - 1]):
        first -= 1
    if first and any(_is_chinese(character) for character in text[:first]):
        return True  # a word of letters behind a Chinese name says of what make it is: 开发板 HAND100
    return start - first < 4  # noqa: PLR2004 - letters of a model are fewer than those of a word


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _latin_word(text: str, position: int) -> bool:
    return words.latin().match(text, position) is not None
