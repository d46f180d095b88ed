"""Days that a spreadsheet took for numbers, 1.9, 1.1, 1.11: the tenth of January has lost its zero."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from donations.domain.quantities.goods import fold
from donations.importers.columns.columns import Layout
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import LOST_ZERO, Misfit, shown

_DAY = pattern_of(r"(0?[1-9]|1[0-2])\.([0-9]{1,2})")
_MAY_LACK_ONE = pattern_of(r"(?:0?[1-9]|1[0-2])\.[123]")
_FEWEST = 3


def refusing_lost_zeros(
    read: Callable[[str], date | None], layout: Layout, rows: Sequence[Sequence[str]]
) -> Callable[[str], date | None]:
    """What reads the days of a table: `read`, but for 1.1, 1.2 and 1.3 where the order of its rows tells that one is 1.10, 1.20 or 1.30.

    Which of several is, nobody knows by then: each raises Misfit.
    """
    columns = {column.index for group in layout.groups for column in group.of("date")}
    if not any(_lacks_zeros(row[index] for row in rows if index < len(row)) for index in columns):
        return read

    def day(text: str) -> date | None:
        if _MAY_LACK_ONE.fullmatch(fold(text).strip()):
            raise Misfit(LOST_ZERO)
        return read(text)

    return day


def _lacks_zeros(cells: Iterable[str]) -> bool:
    """Whether one of the days stands out of the order of the days of its month around it, and would not with a zero behind it."""
    for _month, days in groupby(_days(cells), key=lambda found: found[0]):
        written = [digits for _same, digits in days]
        whole = [int(digits) for digits in written if len(digits) > 1 or digits > "3"]
        is_rising = sum(first < second for first, second in pairwise(whole))
        is_falling = sum(first > second for first, second in pairwise(whole))
        if len(whole) < _FEWEST or (is_rising and is_falling):
            continue
        ordered = written if is_rising else written[::-1]
        if any(_stands_apart(ordered, at) for at, digits in enumerate(ordered) if len(digits) == 1 and digits <= "3"):
            return True
    return False


def _stands_apart(written: Sequence[str], at: int) -> bool:
    """Whether the day at that place, among those of a month in their order, comes behind a later one, and its tenfold doesn't."""
    whole = [int(digits) for digits in written if len(digits) > 1 or digits > "3"]
    before = [int(digits) for digits in written[:at] if len(digits) > 1 or digits > "3"]
    day, tenfold = int(written[at]), int(written[at]) * 10
    behind = whole[len(before) :]
    return bool(before) and before[-1] > day and before[-1] <= tenfold and (not behind or tenfold <= behind[0])


def _days(cells: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The month and the digits of the day of each cell that is written so; none where another is a day written otherwise."""
    for cell in cells:
        if found := _DAY.fullmatch(fold(shown(cell))):
            yield int(found[1]), found[2]
