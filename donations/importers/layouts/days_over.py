"""Days in the row above the headings, one over each of the records that stand side by side: 2月3日 over 姓名 金额, 2月4日 over the next."""

from collections.abc import Sequence
from datetime import date

from donations.domain.quantities.goods import fold
from donations.importers.columns.columns import Group
from donations.importers.columns.title import last_day
from donations.importers.words.cells import looks_like_a_date, shown


def days_over(over: Sequence[str], groups: Sequence[Group], base: date) -> list[date]:
    """The day of each group; none where not just one stands over each of several. Without a year they are no later than `base`."""
    said = [(place, text) for place, cell in enumerate(over) if (text := shown(cell))]
    begins = [min(column.index for column in group.columns) for group in groups]
    ends = [-1, *(max(column.index for column in group.columns) for group in groups)]
    if len(said) < 2 or len(said) != len(begins) or not all(looks_like_a_date(text) for _, text in said):  # noqa: PLR2004
        return []
    found = [
        day
        for (place, text), begin, before in zip(said, begins, ends, strict=False)
        if before < place <= begin and (day := last_day(fold(text), base)) is not None
    ]
    return found if len(found) == len(begins) else []
