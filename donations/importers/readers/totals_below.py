"""Totals that are said in a line below a table: 合计：500元."""

from collections.abc import Iterable, Iterator

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown
from donations.importers.words.foot import GRAND, total_of
from donations.importers.words.stated_words import stated_in

_NEAREST = 3
"""So many lines below a table may speak of it; what stands further off is of something else."""
_LONGEST = 60
_BEGINS = pattern_of(r"(?:以上)?(?:合计|总计|共计|总额|共收到|共捐[款赠])")


def totals_below(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Those of the first lines below a table that are a total of all of it, as rows of it."""
    said = [(number, text) for number, line in lines if (text := shown(line))]
    yield from ((number, [text]) for number, text in said[:_NEAREST] if _is_total(text))


def _is_total(text: str) -> bool:
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    if total_of(text) == GRAND:
        return True
    return _BEGINS.match(text) is not None and [running for _, running in stated_in(text)] == [False]
