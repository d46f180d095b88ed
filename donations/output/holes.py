"""Where a page would show holes: the texts with characters that the font of a PDF lacks."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from donations.i18n import N_
from donations.output.cells import Reader

_IN_ROW = N_("“{text}” ({table}, row {row}, which begins with {first})")
_IN_TEXT = N_("“{text}”")

_MOST, _LONGEST = 3, 60
"""How many places are named at most, and how many characters of a text are shown."""


def holes(data: dict[str, Any], characters: Collection[str], reader: Reader) -> list[str]:
    """The first few texts of a page with any of the `characters`, each once, with the row where it stands."""
    found = dict.fromkeys(islice(_found(data, characters, reader), _MOST + 1))
    return [*list(found)[:_MOST], *(["…"] if len(found) > _MOST else [])]


def _found(data: dict[str, Any], characters: Collection[str], reader: Reader) -> Iterator[str]:
    seen: set[str] = set()
    for sheet in data["sheets"]:
        for number, row in enumerate(sheet["rows"], 1):
            for text in row:
                if text not in seen and not set(characters).isdisjoint(text):
                    seen.add(text)
                    facts = {"table": sheet["title"] or data["title"], "row": number, "first": row[0]}
                    yield reader.say(_IN_ROW).format(text=_short(text), **facts)
    for text in _texts(data):
        if text not in seen and not set(characters).isdisjoint(text):
            seen.add(text)
            yield reader.say(_IN_TEXT).format(text=_short(text))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _texts(data: object) -> Iterator[str]:
    """All texts in `data`, whatever it is made of."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _texts(value)
