"""What a page strikes through: text within <del> and <s>, or within elements whose style says so."""

from collections.abc import Sequence
from typing import Final

_ALWAYS: Final = frozenset({"del", "s", "strike"})
_BY_STYLE: Final = frozenset({"span", "font", "td", "th", "tr"})
_MOST: Final = 32


class Strokes:
    """The open elements around a text that may strike it through."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    def __bool__(self) -> bool:
        """Whether text that stands here is struck through."""
        return any(strikes for _, strikes in self._open)

    def begin(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        """An element begins; what was left open in another cell or row doesn't reach into this one."""
        if tag in {"td", "th"}:
            self._open = [each for each in self._open if each[0] == "tr"]
        elif tag == "tr":
            self._open.clear()
        if tag in _ALWAYS | _BY_STYLE and len(self._open) < _MOST:
            self._open.append((tag, tag in _ALWAYS or "line-through" in (dict(attributes).get("style") or "")))

    def end(self, tag: str) -> None:
        """An element ends, and those within it that were not ended."""
        if tag in _ALWAYS | _BY_STYLE:
            places = [place for place, (name, _) in enumerate(self._open) if name == tag]
            del self._open[places[-1] if places else len(self._open) :]
