"""Whether a cell of several lines is one, or rows that a stray quotation mark swallowed up to the next."""

from collections.abc import Sequence
from typing import Final

from donations.importers.patterns import pattern_of
from donations.importers.readers.text import LINE_ENDS

_NUMBER: Final = pattern_of(r"[¥￥$€]?[0-9][0-9,.:/年月 -]{0,30}[元日]?")
_GOODS: Final = pattern_of(r"[^0-9]{1,20}[0-9][0-9,.]{0,15}[^0-9]{0,3}")
_TWO = 2


def swallows_rows(cells: Sequence[str], width: int, delimiter: str) -> bool:
    """Whether each line of a row of several has as many cells as the rows of its table, which are `width` wide, and what
    stands in one column of them, that of the quotation mark aside, are numbers or goods. So lines of a true cell hardly are.
    """
    own = next((at for at, cell in enumerate(cells) if LINE_ENDS.search(cell)), None)
    if own is None or width < _TWO:
        return False
    # The delimiters in cells of one line stand between quotation marks of their own, and part nothing.
    parts = (cell if LINE_ENDS.search(cell) else cell.replace(delimiter, " ") for cell in cells)
    lines = [line.split(delimiter) for line in LINE_ENDS.split(delimiter.join(parts)) if line.strip()]
    if len(lines) < _TWO or any(len(line) != width for line in lines):
        return False
    kinds = (_NUMBER, _GOODS) if width > _TWO else (_NUMBER,)
    columns = [column for at, column in enumerate(zip(*lines, strict=True)) if at != own]
    return any(all(kind.fullmatch(cell.strip()) for cell in column) for column in columns for kind in kinds)
