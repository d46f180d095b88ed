"""What is struck through in a page of HTML: by an element for it, by the style of any element, or by that of its class."""

from collections.abc import Iterable, Mapping

_ELEMENTS = frozenset({"s", "del", "strike"})
_VOID = frozenset(
    {"br", "img", "hr", "input", "wbr", "col", "area", "base", "embed", "link", "meta", "source", "track"}
)
_WITHIN = frozenset({"td", "th", "tr", "tbody", "span", "p", "div", "font", "*"})
_DEEPEST = 200
"""No page that a program has written stands deeper in itself."""
LONGEST_STYLES = 1 << 18
"""Characters of style sheets that are read: pages of spreadsheet programs have some thousands."""


class PageStrikes:
    """Tells whether text that comes next in a page is struck through. Elements that nothing strikes aren't kept."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._classes: set[str] = set()
        self._sheet: list[str] | None = None
        self._size = 0

    def __bool__(self) -> bool:
        """Whether what comes next is struck through."""
        return bool(self._open)

    @property
    def depth(self) -> int:
        """How many elements are kept, for `end_to`."""
        return len(self._open)

    def begin(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """An element begins."""
        is_kept = tag not in _VOID and len(self._open) < _DEEPEST
        if is_kept and (self._open or self._strikes(tag, attributes)):
            self._open.append(tag)

    def end(self, tag: str) -> None:
        """An element ends, and those within it that nobody ended."""
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def end_to(self, depth: int) -> None:
        """All elements end that began since there were so many."""
        del self._open[depth:]

    def begin_styles(self) -> None:
        """A style sheet of the page begins."""
        self._sheet = []

    def add_styles(self, text: str) -> None:
        """A piece of the style sheet; of any other text nothing."""
        if self._sheet is not None and self._size < LONGEST_STYLES:
            self._size += len(text)
            self._sheet.append(text)

    def end_styles(self) -> None:
        """The style sheet ends, if one has begun."""
        sheet, self._sheet = self._sheet, None
        for rule in "".join(sheet or ())[:LONGEST_STYLES].replace("<!--", "").split("}"):
            selectors, _, body = rule.rpartition("{")
            if _draws_line(body.split(";")):
                self._classes.update(filter(None, map(_class_of, selectors.rpartition("*/")[2].split(","))))

    def _strikes(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        if tag in _ELEMENTS or _draws_line((attributes.get("style") or "").split(";")):
            return True
        return bool(self._classes) and not self._classes.isdisjoint((attributes.get("class") or "").split())


def _draws_line(declarations: Iterable[str]) -> bool:
    """Whether one of the declarations of a style is text-decoration: line-through."""
    for declaration in declarations:
        name, _, value = declaration.partition(":")
        if (
            name.strip().casefold() in {"text-decoration", "text-decoration-line"}
            and "line-through" in value.casefold()
        ):
            return True
    return False


def _class_of(selector: str) -> str:
    """The class that a selector is of, td.xl66 or .void td; "" where it is of anything else."""
    parts = selector.split()
    if not parts or any(part.casefold() not in _WITHIN for part in parts[1:]):
        return ""
    name = parts[0].partition(".")[2]
    return name if name.replace("-", "").replace("_", "").isalnum() else ""
