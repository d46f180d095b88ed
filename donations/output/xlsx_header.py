"""What stands above each printed page of a workbook: whose it is, its title, of when; texts that never cover each other."""

from collections.abc import Iterable

from donations.output.width import width, wrap

_BESIDE = 28
"""Cells of what stands on the left and on the right, at most."""

_LINE = 60
"""Cells of a line of the title, at most."""

_BETWEEN = 3
"""Cells between the title and what stands beside it."""

_MOST, _MOST_OF_ONE = 255, 80
"""Characters that a spreadsheet takes, codes included; and those kept of each part where it would be more."""


def page_header(named: str, title: str, when: str, room: int) -> str:
    """The header of a page of `room` cells, as a spreadsheet codes it; a long title goes over two lines."""
    if when:
        named, when = _cut(named, _BESIDE), _cut(when, _BESIDE)
        middle = room - 2 * max(width(named), width(when)) - 2 * _BETWEEN
        parts = named, _over_two_lines(title, min(middle, _LINE)), when
    else:  # the title stands where the period would, and the name has the room between
        title = _over_two_lines(title, min(room - _BESIDE - _BETWEEN, _LINE))
        parts = _cut(named, room - max(map(width, title.splitlines()), default=0) - _BETWEEN), "", title
    coded = _coded(part.replace("&", "&&") for part in parts)
    return coded if len(coded) <= _MOST else _coded(part.replace("&", "＆")[:_MOST_OF_ONE] for part in parts)


def _coded(parts: Iterable[str]) -> str:
    return "".join(f"&{side}{part}" for side, part in zip("LCR", parts, strict=True))


def _over_two_lines(text: str, cells: int) -> str:
    """`text` over two lines of at most `cells` cells, broken between words."""
    text = text.strip()
    first = wrap(text, cells)[0]
    rest = text[len(first) :].strip()
    return f"{first}\n{_cut(rest, cells)}" if rest else first


def _cut(text: str, cells: int) -> str:
    """`text` within `cells` cells; an ellipsis shows that something was left out."""
    return text if width(text) <= cells else f"{wrap(text, cells - 1)[0]}…"
