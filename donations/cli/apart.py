"""What stands in several words and belongs in one, or stands alone where two belong: said so, with what to write."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from donations import errors
from donations.domain.catalogue import common_named
from donations.domain.parsing import parse_quantities
from donations.domain.quantity import Quantity
from donations.domain.slip_words import may_be_person, may_be_seller
from donations.domain.text import tidy
from donations.domain.units import spellings

_SHOWN = 60
_WIDE = "\u3000"
_PROSE = frozenset({"--note", "--reason", "--into-closed"})
"""Options whose values are sentences: behind these even the name of common goods goes on."""
_EXAMPLE = "李华 {got}"
_LONGEST = 5
"""So many words are put together: 约 500 斤 新鲜 蔬菜."""


def clearer(refused: errors.NoQuantity | errors.BareName, given: Mapping[str, Any]) -> errors.DonationsError:
    """A sentence that says which words belong together (口罩 200个), where they do, or what a number alone lacks (500, 5千); else
    what was said already.

    `given` has the words of each argument, by its name: those of one that takes several in a row.
    """
    for words in given.values():
        if isinstance(words, (tuple, list)):
            typed = list(map(str, words))  # words that were read already say how they were typed
            for at, word in enumerate(typed):
                if tidy(word)[:_SHOWN] == refused.facts["got"] and (found := _together(typed, at)) is not None:
                    return found
    return _number_alone(refused) or refused


def _number_alone(refused: errors.NoQuantity | errors.BareName) -> errors.NumberAlone | None:
    """The sentence for a number that says no unit, which would be money with one."""
    got = str(refused.facts["got"])
    money = f"{got}元"
    is_number = isinstance(refused, errors.NoQuantity) and not re.search("[A-Za-z]", got)  # 5w stays as it is
    meant = _one(money) if is_number else None
    if meant is None or not meant.is_money or meant.number is None:
        return None
    return errors.NumberAlone(got=got, money=money)


def behind_option(words: Sequence[str], with_value: Collection[str]) -> errors.WordsBehindOption | None:
    """A sentence for words that belong to the value of an option before them: --note 放在 门口, behind what was given.

    `with_value` are the options that take one. 门口 would be booked as goods of unknown amount.
    """
    at, is_given = 0, False
    while at < len(words):
        option, joined, behind = words[at].partition("=")
        if option not in with_value:
            is_given = is_given or _one(words[at]) is not None
            at += 1
            continue
        value = behind if joined else "".join(words[at + 1 : at + 2])
        at += 1 if joined else 2
        tail = list(takewhile(_is_bare, words[at:])) if is_given and not value.startswith("-") else []
        if tail and (option in _PROSE or common_named(tail[0]) is None):
            return errors.WordsBehindOption(got=" ".join(tail), option=option, value=value)
    return None


def wide_blank(words: Sequence[str]) -> errors.WideBlank | None:
    """A sentence for the first word with a full-width blank in it, which an input method writes and no shell parts words at."""
    for word in words:
        if _WIDE in word.strip():
            return errors.WideBlank(got=word, right=" ".join(word.split()))
    return None


def _is_bare(word: str) -> bool:
    """Whether it would be goods of which no amount is said."""
    try:
        found = parse_quantities(word)
    except errors.BadInput:
        return False
    return not word.startswith("-") and len(found) == 1 and found[0].is_bare


def alone(word: str | None) -> errors.AmountForName | None:
    """The sentence for an amount that is all that was typed, where a name comes first; None where it is no amount."""
    return None if not word or _one(word) is None else errors.AmountForName(got=word, example=_EXAMPLE.format(got=word))


def _together(words: Sequence[str], at: int) -> errors.QuantityInParts | None:
    """The words around `words[at]` that are one quantity: with its unit before without, few before many, the first before later ones."""
    if at and words[at] in spellings() and (counted := _one(words[at - 1])) is not None and counted.unit is None:
        right = _joined(words[at - 1 : at + 1])  # 蔬菜50 斤: the first word is a quantity, too
        return errors.QuantityInParts(got=f"{words[at - 1]} {words[at]}", right=right)
    found = _rows(words, at)
    if not found:
        return None
    start, end = min(found, key=lambda span: _rank(span, found[span]))
    if _may_be_name(found[start, end]):  # the number belongs to what follows
        found |= {span: said for span, said in _rows(words, end - 1).items() if not _may_be_name(said)}
        start, end = min(found, key=lambda span: _rank(span, found[span]))
    said = found[start, end]
    for wider in ((start - 1, end), (start, end + 1)):
        more = found.get(wider)
        if more is not None and (more.item, more.number, more.unit) == (said.item, said.number, said.unit):
            start, end = wider  # 约 before it, or its price behind it
    right = _joined(words[start:end])
    return errors.QuantityInParts(got=" ".join(words[start:end]), right=f"'{right}'" if " " in right else right)


def _rows(words: Sequence[str], at: int) -> dict[tuple[int, int], Quantity]:
    """The quantities that rows of several words with `words[at]` among them are."""
    return {
        (start, end): quantity
        for start, end in _windows(words, at)
        if (quantity := _one(_joined(words[start:end]))) is not None
    }


def _rank(span: tuple[int, int], said: Quantity) -> tuple[bool, bool, int, int]:
    """Which of several rows is told: with a unit, in few words, the first; what may be a name only where nothing else is."""
    return _may_be_name(said), said.unit is None, span[1] - span[0], span[0]


def _may_be_name(said: Quantity) -> bool:
    """Whether its goods may be a part of a name in Latin letters, as San is of Zhang San 500 masks; Chinese names have no blanks."""
    return said.item.isascii() and not said.is_money and common_named(said.item) is None


def _windows(words: Sequence[str], at: int) -> Iterator[tuple[int, int]]:
    """Where a row of several words begins and ends that has the word in it, and no other that is a quantity by itself, or a party."""
    apart = [
        index != at and common_named(word) is None and (_one(word) is not None or _is_party(word))
        for index, word in enumerate(words)
    ]
    for start in range(max(at - _LONGEST + 1, 0), at + 1):
        for end in range(max(at + 1, start + 2), min(start + _LONGEST, len(words)) + 1):
            if not any(apart[start:end]):
                yield start, end


def _is_party(word: str) -> bool:
    return common_named(word) is None and (may_be_person(word) or may_be_seller(word))


def _joined(words: Sequence[str]) -> str:
    text = words[0]
    for word in words[1:]:
        text += " " * (text[-1:].isascii() and text[-1:].isalnum() and word[:1].isascii() and word[:1].isalnum()) + word
    return text


def _one(text: str) -> Quantity | None:
    """The one quantity that `text` is, with a number or a word that nobody counted it (一批); None where it is none, or several."""
    try:
        found = parse_quantities(text)
    except errors.BadInput:
        return None
    return found[0] if len(found) == 1 and not found[0].is_bare else None
