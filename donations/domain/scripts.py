"""Names in traditional characters beside the same in simplified ones: 華為公司, 华为公司. What no table says, two usual sets of characters do."""

from donations.domain.traditional import VARIANTS, find_traditional, simplified

ONE_WAY = "\u3013"
"""Stands in the shape of a name for a character that is either traditional or simplified, and not both."""
_OLD, _NEW = "big5", "gb2312"  # what Taiwan and the mainland counted as their usual characters
_LONG = 4
"""A name of so many characters, half of which are the same, is hardly another one."""


class _Scripts(dict[int, str]):
    """What stands for a character in `shape`: one sign for all that only one way of writing has. Asked once of each."""

    def __missing__(self, at: int) -> str:
        found = self[at] = ONE_WAY if _is_of_one_way(chr(at)) else chr(at)
        return found


_SCRIPTS = _Scripts()


def shape(name: str) -> str:
    """A name as it is alike in traditional and simplified characters: 〓〓公司 of 華為公司 and 华为公司."""
    return name if name.isascii() else simplified(name).translate(_SCRIPTS)


def is_traditional(name: str) -> bool:
    """Whether a character of the name is traditional alone."""
    return not name.isascii() and (
        find_traditional(name) is not None or any(_SCRIPTS[ord(c)] is ONE_WAY and _has(_OLD, c) for c in name)
    )


def same_but_for_script(one: str, other: str) -> bool:
    """Whether one may be the other in traditional characters, as far as that shows without a table of all of them.

    Characters that this table doesn't know are let pass in long names alone, and where half of them or more are the same.
    """
    if len(one) != len(other) or shape(one) != shape(other):
        return False
    differing = [(a, b) for a, b in zip(simplified(one), simplified(other), strict=True) if a != b]
    if not differing:
        return True
    if len(one) < _LONG or 2 * len(differing) > len(one) or any(a in VARIANTS or b in VARIANTS for a, b in differing):
        return False
    return {(_has(_OLD, a), _has(_OLD, b)) for a, b in differing} in ({(True, False)}, {(False, True)})


def _is_of_one_way(character: str) -> bool:
    return _has(_OLD, character) != _has(_NEW, character)


def _has(codec: str, character: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
