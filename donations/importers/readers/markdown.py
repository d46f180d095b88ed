"""Markdown: its pipe tables, each with the text that stands above it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from donations.importers.readers.source import Source
from donations.importers.readers.text import text_of
from donations.importers.sheet import Sheet

LARGEST = 12_000_000
"""Bytes: it is held in memory as a whole, in about twenty times its size."""
ABOVE = 8
"""Lines of text before a table that are taken along, so that its title is seen."""

RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
"""The line below the headings, `|---|:--:|`."""
_FENCE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|>[ \t]*|[-*+][ \t]+)?(.*?)[ \t]*#*[ \t]*")


def is_markdown(text: str) -> bool:
    """Whether a pipe table stands in `text`: headings, and a rule of as many cells below them."""
    lines = text.splitlines()
    return any("|" in rule and _is_rule(head, rule) for head, rule in pairwise(lines))


def _is_rule(head: str, rule: str) -> bool:
    return "|" in head and RULE.fullmatch(rule) is not None and len(cells_of(head)) == len(cells_of(rule))


def read(source: Source) -> Iterator[Sheet]:
    """A sheet for each table, with the numbers of its lines. Raises what `text_of` does, PaperTooLarge."""
    source.require_at_most(LARGEST)
    with text_of(source) as text:
        lines = text.read().splitlines()
    tables = list(_tables(lines))
    for number, rows in enumerate(tables, 1):
        yield Sheet(str(number) if len(tables) > 1 else None, iter(rows))


def _tables(lines: list[str]) -> Iterator[list[tuple[int, list[str]]]]:
    """The rows of each table, the lines above it first."""
    above: list[tuple[int, list[str]]] = []
    at = 0
    while at < len(lines):
        if at + 1 < len(lines) and "|" in lines[at + 1] and _is_rule(lines[at], lines[at + 1]):
            rows = [*above[-ABOVE:], (at + 1, cells_of(lines[at]))]
            at += 2
            while at < len(lines) and "|" in lines[at]:
                rows.append((at + 1, cells_of(lines[at])))
                at += 1
            yield rows
            above = []
            continue
        found = _HEADING.fullmatch(lines[at])
        if found is not None and found[1]:
            above.append((at + 1, [found[1]]))
        at += 1


def cells_of(line: str) -> list[str]:
    r"""The cells of a line of a table; `\|` is a stroke, `<br>` ends a line."""
    line = line.strip()
    parts = _FENCE.split(line)
    if line.startswith("|"):
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return [re.sub(r"<br ?/?>", "\n", part.strip().replace("\\|", "|")) for part in parts]
