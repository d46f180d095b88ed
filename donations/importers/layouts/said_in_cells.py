"""Tables that say of each gift in one cell who gave what (3月1日 | 甲公司捐赠口罩500个), laid out with a cell for each."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from donations.importers.layouts.gift_lines import line_of
from donations.importers.layouts.goods_lines import is_headed, line_said
from donations.importers.stream import Row
from donations.importers.words.cells import looks_like_a_date, shown, shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import understood

_LOOKED_AT, _FEWEST = 300, 2
_HIGHEST_FIRST, _DIGITS = 9_999, 8
"""What the first row of a list may be numbered; 20200301 is a day."""
_GIVER, _GIFT = "捐赠人", "捐赠款物"
_BESIDE = {"serial": "序号", "date": "捐赠日期"}
_MAY_STAND_BESIDE = ("serial", "date", "number")


def laid_out(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a sheet; in such a table who gave and what stand in cells of their own, below headings."""
    first = list(islice(rows, _LOOKED_AT))
    found = _begin(first)
    return chain(first, rows) if found is None else _in_cells(chain(first, rows), *found)


def _begin(rows: Sequence[Row]) -> tuple[int, int] | None:
    """The place of the first such row and that of the cell that says it, where most rows below, but totals and lines, are such,
    and the others have their words there too.
    """
    begin = next((place for place, row in enumerate(rows) if _place_of(row) is not None), None)
    if begin is None or (at := _place_of(rows[begin])) is None or not is_headed(list(map(line_of, rows[:begin]))):
        return None
    below = [row for row in rows[begin:] if _is_filled(row)]
    said = [each for row in below if (each := line_said(shown_at(row[1], at))) is not None]
    are_sure = 2 * sum(1 for each in said if each.is_sure) > len(said) >= _FEWEST  # else 男装 and 女装
    are_such = are_sure and 3 * len(said) >= 2 * len(below) and all(_words_at(row) == at for row in below)
    are_such = are_such and _are_numbered(rows[:begin], below, at)
    return (begin, at) if are_such and _may_stand_beside(rows[:begin]) else None


def _are_numbered(above: Sequence[Row], below: Sequence[Row], at: int) -> bool:
    """Whether numbers beside the words, in columns without a heading, count the rows; else they may be what it is worth, or days."""
    headings = _headings(above)
    for place in {place for _, cells in below for place in range(len(cells))} - {at}:
        numbers = [int(text[:_DIGITS]) for _, cells in below if (text := shown_at(cells, place)).isdecimal()]
        counted = range(numbers[0], numbers[0] + len(numbers)) if numbers and numbers[0] <= _HIGHEST_FIRST else ()
        if not shown_at(headings, place) and numbers != list(counted):
            return False
    return True


def _is_filled(row: Row) -> bool:
    """Whether a row has more than one cell, and adds nothing up."""
    texts = [text for cell in row[1] if (text := shown(cell))]
    return len(texts) > 1 and not any(total_of(text) for text in texts)


def _place_of(row: Row) -> int | None:
    """Where in a row it stands who gave what, beside a number of the row or a day and nothing else; None where it doesn't."""
    place = _words_at(row)
    return None if place is None or line_said(shown_at(row[1], place)) is None else place


def _words_at(row: Row) -> int | None:
    """The place of the only words in a row, beside numbers and days."""
    texts = {place: text for place, cell in enumerate(row[1]) if (text := shown(cell))}
    words = [place for place, text in texts.items() if not text.isdigit() and not _is_day(text)]
    return words[0] if len(words) == 1 < len(texts) else None


def _is_day(text: str) -> bool:
    return text[0].isdigit() and looks_like_a_date(text)


def _may_stand_beside(above: Sequence[Row]) -> bool:
    """Whether headings above, where there are any, are of days and numbers beside what is said."""
    headings = _headings(above)
    told = [understood(text).sense for cell in headings if (text := shown(cell))]
    return sum(1 for sense in told if sense not in _MAY_STAND_BESIDE) <= 1


def _headings(above: Sequence[Row]) -> Sequence[str]:
    """The cells of the row right above, where it has more than one."""
    cells = above[-1][1] if above else []
    return cells if sum(1 for cell in cells if shown(cell)) > 1 else []


def _in_cells(rows: Iterator[Row], begin: int, at: int) -> Iterator[Row]:
    """The rows, those of the table below headings."""
    above = list(islice(rows, begin))
    headings = _headings(above)
    yield from above[:-1] if headings else above
    first = next(rows)
    places = [place for place in range(max(len(first[1]), len(headings))) if place != at]
    beside = [(place, shown_at(headings, place), shown_at(first[1], place)) for place in places]
    named = [(place, _heading(heading, text)) for place, heading, text in beside if heading or text]
    known = {at, *(place for place, _ in named)}
    own = shown_at(headings, at)
    gift = (
        own if understood(own).sense == "content" else _GIFT
    )  # what is wrong in a row is said by the file's own heading
    yield (above[-1][0] if headings else first[0]), [*(heading for _, heading in named), _GIVER, gift]
    for number, cells in chain([first], rows):
        said = line_said(shown_at(cells, at))
        if said is None or any(shown(cell) for place, cell in enumerate(cells) if place not in known):
            yield number, _untold(cells, named, at)
        else:
            yield number, [*(shown_at(cells, place) for place, _ in named), said.name, "、".join(said.goods)]


def _heading(said: str, text: str) -> str:
    """What heads a column beside: its own heading, or what its cells are."""
    return said or _BESIDE["serial" if text.isdigit() else "date"]


def _untold(cells: Sequence[str], named: Sequence[tuple[int, str]], at: int) -> list[str]:
    """A row that nobody can take apart stands where names do, and beside it nothing; what a total adds up below the gifts; lines as they are."""
    text, beside = shown_at(cells, at), [shown_at(cells, place) for place, _ in named]
    if any(map(total_of, filter(None, beside))):
        return [*beside, "", text]
    return [*beside, text, ""] if text and any(beside) else list(cells)
