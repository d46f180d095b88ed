"""Forms with a cell for each word and one for what it says, 捐赠人：| 甲公司 | 日期：| 2月3日: made one cell each, as others write them."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from donations.importers.columns.headed import is_label
from donations.importers.stream import Row
from donations.importers.words.cells import shown
from donations.importers.words.foot import total_of

_LOOKED_AT = 30
"""The first form begins in so many rows: most sheets are none, and are passed on as they come."""
_LONGEST_LABEL = 12
_COLONS = ("：", ":")


def in_one(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a sheet; of those that are labels of a form with what they say beside them, one cell for both."""
    first = list(islice(rows, _LOOKED_AT))
    every = chain(first, rows)
    if not any(_label(cells) for _, cells in first):
        return every
    return ((number, _joined(cells) if _label(cells) else cells) for number, cells in every)


def _label(cells: Sequence[str]) -> bool:
    """Whether the first cell that is filled ends as a label does."""
    return next((cell for cell in cells if cell), "").rstrip()[-1:] in _COLONS


def _joined(cells: list[str]) -> list[str]:
    """The cells with each label and what it says in one; as they are, where they aren't labels two by two."""
    filled = [(index, text) for index, cell in enumerate(cells) if (text := shown(cell))]
    labels, values = filled[::2], filled[1::2]
    if len(labels) != len(values) or any(text[-1:] not in _COLONS or len(text) > _LONGEST_LABEL for _, text in labels):
        return cells
    if any(total_of(text) for _, text in labels):
        return cells  # 总人次：| 3
    said = {index: f"{label}{value}" for (index, label), (_, value) in zip(labels, values, strict=True)}
    if any(":" in text or "：" in text for _, text in values) or not all(map(is_label, said.values())):
        return cells
    return [said.get(index, "") for index in range(len(cells))]
