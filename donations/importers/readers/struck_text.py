"""Texts of several runs, of which some are struck through: what is left of them; and of which some stand above the line."""

from typing import NamedTuple

from donations.importers.patterns import pattern_of

_OF_A_PRICE = pattern_of(r"\.[0-9]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """A text that stands above the line: the mark of a footnote makes no 3001 of 300; .90 belongs to the 19 before it."""
    return text if _OF_A_PRICE.match(text) else text.translate(_RAISED)


class RichText(NamedTuple):
    """What a text of several runs is in a cell whose own style doesn't strike its text through, and in one whose style does."""

    is_struck: bool
    """In the first: whether all of it is struck through."""
    in_struck: str
    """What is left of it in the second; "" where nothing is."""


def left_of(text: str, rich: RichText | None, *, in_struck: bool) -> tuple[str, bool]:
    """The text of a cell without what is struck through, and whether all of it is; `in_struck`: by the style of the cell."""
    if in_struck and rich is not None and rich.in_struck.strip():
        return rich.in_struck, False
    return text, bool(text.strip()) and (in_struck or (rich is not None and rich.is_struck))


class Runs:
    """Puts a text together from its runs; one without a style of its own looks as its cell does."""

    def __init__(self) -> None:
        self._whole, self._left, self._in_struck = list[str](), list[str](), list[str]()
        self._has_style = self._is_struck = self._is_raised = False
        self.length = 0
        """How many characters there are so far."""

    def begin_run(self) -> None:
        """Another run begins, of whose style nothing is known yet."""
        self._has_style = self._is_struck = self._is_raised = False

    def style(self) -> None:
        """The run has a style of its own."""
        self._has_style = True

    def strike(self, said: str | None) -> None:
        """What the style of the run says of striking through: nothing beside it means that it does."""
        self._is_struck = said not in {"0", "false", "off"}

    def align(self, said: str | None) -> None:
        """What the style of the run says of where it stands: `superscript` is above the line."""
        self._is_raised = said == "superscript"

    def add(self, text: str) -> None:
        """The text of the run."""
        if not text:
            return
        if self._is_raised:
            text = raised(text)
        self.length += len(text)
        self._whole.append(text)
        if not self._is_struck:
            self._left.append(text)
            if self._has_style:
                self._in_struck.append(text)

    def end(self) -> tuple[str, RichText | None]:
        """The text, and what is to be known of it where its cell, or a part of it, is struck through; begins anew."""
        whole, left, in_struck = ("".join(each) for each in (self._whole, self._left, self._in_struck))
        for each in (self._whole, self._left, self._in_struck):
            each.clear()
        self.length = 0
        self.begin_run()
        is_struck = bool(whole.strip()) and not left.strip()
        return (whole if is_struck else left), (RichText(is_struck, in_struck) if is_struck or in_struck else None)
