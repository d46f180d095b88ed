"""What stands in the place of names that aren't told, as English readers read it: 爱心人士2位 is `2 unnamed donors`."""

import re

from donations.domain.nameless import (
    COUNTED_BY,
    HELPED,
    HELPED_ORGANISATION,
    HELPED_PERSON,
    KIND_ORGANISATION,
    KIND_PERSON,
    SELLER,
)
from donations.i18n import N_, gettext_in

_ONE = {
    KIND_PERSON: N_("unnamed donor"),
    KIND_ORGANISATION: N_("unnamed organisation"),
    HELPED_PERSON: N_("person who was helped"),
    HELPED_ORGANISATION: N_("organisation that was helped"),
    HELPED: N_("unnamed recipient"),
    SELLER: N_("unnamed seller"),
}
_IN_TITLE = {KIND_PERSON: N_("an unnamed donor"), KIND_ORGANISATION: N_("an unnamed organisation")}
_SEVERAL = {
    KIND_PERSON: N_("{count} unnamed donors"),
    KIND_ORGANISATION: N_("{count} unnamed organisations"),
    HELPED_PERSON: N_("{count} persons who were helped"),
    HELPED_ORGANISATION: N_("{count} organisations that were helped"),
    HELPED: N_("{count} unnamed recipients"),
    SELLER: N_("{count} unnamed sellers"),
}
_ERASED = re.compile("（已删除）([0-9]+)号(?!（)")
_ERASED_SAID = N_("(erased) no. {number}")
_AND, _COMMA, _THEN = "、", ", ", "→"
_COUNTED = re.compile(rf"({'|'.join(_ONE)})(?:([0-9]+)(?:{'|'.join(sorted(set(COUNTED_BY.values())))}))?")


def erased_in(language: str, number: int | str) -> str:
    """What stands for the erased name of the party of that number."""
    return gettext_in(language, _ERASED_SAID).format(number=number)


def with_erased_in(language: str, names: str) -> str:
    """The names of a cell, with what stands for erased ones in `language`."""
    return _ERASED.sub(lambda found: erased_in(language, found[1]), names)


def giver_in_title(language: str, name: str) -> str:
    """The name of who gave, as anybody may read it, within a title."""
    return gettext_in(language, _IN_TITLE[name]) if name in _IN_TITLE else name


def said_in(language: str, names: str) -> str:
    """The names of a cell that may be read in public, `李华、爱心人士2位 → 张*`, with ours among them in `language`."""
    return f" {_THEN} ".join(_together(language, part.strip()) for part in names.split(_THEN)).strip()


def _together(language: str, names: str) -> str:
    found = [(name, _COUNTED.fullmatch(name)) for name in names.split(_AND)]
    if not any(ours for _name, ours in found):
        return names
    return _COMMA.join(name if ours is None else _ours(language, ours) for name, ours in found)


def _ours(language: str, found: re.Match[str]) -> str:
    word, count = found.groups()
    return (
        gettext_in(language, _ONE[word]) if count is None else gettext_in(language, _SEVERAL[word]).format(count=count)
    )
