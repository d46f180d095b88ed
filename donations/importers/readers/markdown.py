"""Markdown: its pipe tables, each with the text that stands above it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise

from donations import errors
from donations.importers.patterns import pattern_of
from donations.importers.readers import html
from donations.importers.readers.markdown_cells import shown, shown_line
from donations.importers.readers.said_again import told_again
from donations.importers.readers.source import Source
from donations.importers.readers.text import LINE_ENDS, text_of
from donations.importers.readers.totals_below import totals_below
from donations.importers.readers.years_said import YearsSaid
from donations.importers.sheet import OnePage, Sheet, Struck
from donations.importers.words.gift_lists import ABOVE as ABOVE_LIST
from donations.importers.words.gift_lists import begin_of

LARGEST = 12_000_000
"""Bytes: it is held in memory as a whole, in about twenty times its size."""
ABOVE = 8
"""Lines of text before a table that are taken along, so that its title is seen."""

RULE = pattern_of(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?")
"""The line below the headings, `|---|:--:|`."""
_FENCE = pattern_of(r"(?<!\\)\|")
_QUOTED = pattern_of(r"(?:>[ \t]?)+")
_MAY_BE_STRUCK = pattern_of(
    r"(?<!\\)~~([^~]+)~~|<(s|del|strike)(?:\s[^<>]*)?>([^<>]*)</\2>|<span\s([^<>]*)>([^<>]*)</span>", re.IGNORECASE
)
_GONE = "\ue000"
_COMMENT = "<!--", "-->"
"""Around what nobody is shown: a list that was taken out, or an example."""
_HTML_TABLE = pattern_of(r"<table[\s>]", re.IGNORECASE)
_MARK = pattern_of(r"(?:#{1,6}[ \t]+|>|[-*+][ \t]+)")
"""What a line begins with that is a heading, a quotation or one of a list."""

_BLANKS = " \t"
_LEVEL = pattern_of(r"[ \t]{0,3}(#{1,6})[ \t]")
_BREAK = pattern_of(r"[ \t]{0,3}(?:-{2,}|={2,}|\*{3,})[ \t]*")
"""A line that parts sections, or makes a heading of the one above it."""
_TIME = pattern_of(
    r"(?<![0-9])(?:19|20)[0-9]{2}\s{0,2}(?:年度?(?:\s{0,2}[0-9]{1,2}\s{0,2}月)?|[-/.][0-9]{1,2}(?![0-9])|(?![0-9./-]))"
)


def is_markdown(text: str) -> bool:
    """Whether a pipe table stands in `text`: headings, and a rule of as many cells below them."""
    lines = [line for _number, line in _without_gaps(list(enumerate(_lines(text))))]
    return any("|" in rule and _is_rule(head, rule) for head, rule in pairwise(lines))


def _without_gaps(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines without blank ones between headings and the rule below them, as texts have them that went through other programs."""
    parted = [at for at, (_number, line) in enumerate(lines) if line[:1] == "|" and RULE.fullmatch(line)]
    gone = set[int]()
    for rule in parted:
        head = rule - 1
        while head >= 0 and not lines[head][1].strip():
            head -= 1
        if head >= 0 and lines[head][1][:1] == "|" and _is_rule(lines[head][1], lines[rule][1]):
            gone.update(range(head + 1, rule))
    return [line for at, line in enumerate(lines) if at not in gone] if gone else lines


def _lines(text: str) -> list[str]:
    """The lines, without the signs of a quotation before a table in one."""
    return [
        _QUOTED.sub("", line, count=1) if line[:1] == ">" and "|" in line else line for line in LINE_ENDS.split(text)
    ]


def _is_rule(head: str, rule: str) -> bool:
    if "|" not in head or RULE.fullmatch(rule) is None:
        return False
    headings, dashes = len(cells_of(head)), len(cells_of(rule))
    return headings == dashes or min(headings, dashes) > 1  # some write a cell too many, or one too few


def read(source: Source) -> Iterator[Sheet]:
    """A sheet for each table, with the numbers of its lines, those written in HTML after the others, and one for a list in lines.

    Raises what `text_of` does, PaperTooLarge.
    """
    source.require_at_most(LARGEST)
    with text_of(source) as text:
        whole = text.read()
    lines, below = _shown(whole), list[tuple[int, str]]()
    tables: list[Iterable[tuple[int, list[str]]]] = list(_tables(_without_gaps(lines), below))
    if _HTML_TABLE.search(whole):
        with suppress(errors.NoTableInside):  # pictures side by side, as a rule
            tables += [list(sheet.rows) for sheet in html.read(source) if not sheet.is_lines]
    if len(tables) == 1:  # else it may be of several
        tables = [[*tables[0], *totals_below(below)]]
    listed = told_again(_list_of_gifts(lines), tables)
    if listed:
        tables.append(listed)
    page_sums = OnePage()
    for number, rows in enumerate(tables, 1):
        is_list = rows is listed
        yield Sheet(str(number) if len(tables) > 1 else None, iter(rows), is_lines=is_list, page=page_sums)


def _list_of_gifts(lines: list[tuple[int, str]]) -> list[tuple[int, list[str]]]:
    """The lines outside of tables from shortly above the first that is a gift of a list, `- 2020-02-03 李华 100元`; none where there is no such list.

    One without days may say the sums of those in the tables.
    """
    plain = [(number, "" if "|" in line or is_inside else line) for (number, line), is_inside in _in_html(lines)]
    begin = begin_of([shown_line(line) for _number, line in plain], dated=True)
    if begin is None:
        return []
    above = [at for at in range(begin) if plain[at][1].strip()][-ABOVE_LIST:]
    return [(number, [line]) for number, line in plain[above[0] if above else begin :]]


def _in_html(lines: list[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], bool]]:
    """The lines, each with whether it is of a table written in HTML."""
    is_inside = False
    for number, line in lines:
        is_inside = is_inside or _HTML_TABLE.search(line) is not None
        yield (number, line), is_inside
        is_inside = is_inside and "</table>" not in line.casefold()


def _shown(whole: str) -> list[tuple[int, str]]:
    """The lines with their numbers, without comments: a line of nothing else is none."""
    begin, end = _COMMENT
    if begin not in whole:
        return list(enumerate(_lines(whole), 1))
    parts, at = list[str](), 0
    while (found := whole.find(begin, at)) >= 0 and (behind := whole.find(end, found + len(begin))) >= 0:
        lines = whole.count("\n", found, behind)
        parts += [whole[at:found], _GONE + f"\n{_GONE}" * lines]
        at = behind + len(end)
    marked = "".join([*parts, whole[at:]])
    return [
        (number, line.replace(_GONE, ""))
        for number, line in enumerate(_lines(marked), 1)
        if _GONE not in line or line.replace(_GONE, "").strip()
    ]


def _tables(lines: list[tuple[int, str]], below: list[tuple[int, str]]) -> Iterator[list[tuple[int, list[str]]]]:
    """The rows of each table, the lines above it first; `below`: those below the last, as far as its section goes.

    A table goes on behind blank lines and words, where as many cells stand between strokes again as it has headings.
    """
    sections = _Sections()
    above: list[tuple[int, list[str]]] = []
    rows: list[tuple[int, list[str]]] = []
    width = at = 0
    is_beside = False  # whether nothing parts the line from a row of the table above it
    while at < len(lines):
        number, line = lines[at]
        if not is_beside and at + 1 < len(lines) and "|" in lines[at + 1][1] and _is_rule(line, lines[at + 1][1]):
            if rows:
                yield rows
            headings = cells_of(line)
            rows, above = [*sections.times(above[-ABOVE:]), *above[-ABOVE:], (number, headings)], []
            width, is_beside, at = len(headings), True, at + 2
            continue
        is_row = "|" in line and (is_beside or (bool(rows) and _goes_on(line, width)))
        if is_row:
            rows += [*above, (number, _unstruck(line))]
            above = []
        elif words := _words_of(line):
            above.append((number, [words]))
            sections.begin(number, line, words)
        is_beside = is_row
        at += 1
    if rows:
        end = _end_of_section(lines, rows[-1][0])
        below += [(number, shown(words)) for number, [words] in above if number < end]
        yield rows


def _end_of_section(lines: list[tuple[int, str]], begin: int) -> int:
    """The number of the first line behind one that no longer belongs to its section."""
    ends = (number - 1 if _BREAK.fullmatch(line) else number for number, line in lines if _ends_section(line))
    return next((number for number in ends if number >= begin), lines[-1][0] + 1)


def _ends_section(line: str) -> bool:
    return _LEVEL.match(line) is not None or _BREAK.fullmatch(line) is not None


def _words_of(line: str) -> str:
    """What a line of text says without its mark: ## 捐款名单 ##."""
    line = line.lstrip(_BLANKS)
    mark = _MARK.match(line)
    words = line[mark.end() :] if mark else line
    return words.rstrip(_BLANKS).rstrip("#").strip(_BLANKS)


class _Sections:
    """The headings of the sections that a line stands in, outermost first, and the years said before them."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int, str]] = []
        self._years = YearsSaid()

    def begin(self, number: int, line: str, heading: str) -> None:
        """A line that may begin a section, with its heading: it ends those as deep as its own."""
        if (signs := _LEVEL.match(line)) is not None:
            level = len(signs[1])
            self._open = [*(section for section in self._open if section[0] < level), (level, number, heading)]

    def times(self, above: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
        """The years and months in headings above those lines, where they say no year, ## 2023 年 stands above ### 支出 too; else
        the year said above the tables before.
        """
        texts = [text for _, cells in above for text in cells]
        before = self._years.above(texts)
        if any(map(_TIME.search, texts)):
            return []
        first = above[0][0] if above else None
        said = [(number, _TIME.search(text)) for _, number, text in self._open if first is None or number < first]
        return [(number, [found[0]]) for number, found in said if found] or [(0, [line]) for line in before]


def _goes_on(line: str, width: int) -> bool:
    return line.lstrip().startswith("|") and len(cells_of(line)) == width > 1


def _unstruck(line: str) -> list[str]:
    """The cells of a line of a table without what is struck through, ~~500~~ 300; those that are so as a whole are said."""
    if "~~" not in line and "<" not in line:
        return cells_of(line)
    parts = _parts(line)
    left = [_MAY_BE_STRUCK.sub(lambda found: found[0] if _struck_in(found) is None else "", part) for part in parts]
    struck = [at for at, part in enumerate(parts) if left[at] != part and not left[at].strip("*_` \t")]
    for at in struck:
        left[at] = _MAY_BE_STRUCK.sub(lambda found: _struck_in(found) or "", parts[at])
    cells = [shown(part.strip()) for part in left]
    struck = [at for at in struck if cells[at]]
    return Struck(cells, struck) if struck else cells


def _struck_in(found: re.Match[str]) -> str | None:
    """The text that is struck through; None where it isn't."""
    if found[4] is not None:
        return found[5] if "line-through" in found[4].casefold() else None
    return found[1] or found[3]


def cells_of(line: str) -> list[str]:
    r"""The cells of a line of a table; `\|` is a stroke, `<br>` ends a line."""
    return [shown(part.strip()) for part in _parts(line)]


def _parts(line: str) -> list[str]:
    line = line.strip()
    parts = _FENCE.split(line)
    if line.startswith("|"):
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return parts
