"""Whether a line among the rows of a table says that what follows is counted otherwise than what stands above it."""

from collections.abc import Sequence

from donations.domain.amount import MONEY
from donations.importers.columns.title import Title
from donations.importers.words.money_measures import measure_said
from donations.importers.words.own_units import unit_above


def counts_otherwise(lines: Sequence[str], title: Title) -> bool:
    """Whether lines above headings that come again say that what is below them is counted otherwise than what is below the title:
    单位：元 behind 单位：万元, 单位：只 behind 单位：箱.
    """
    unit = unit_above(" ".join(lines))
    said = next(filter(None, map(measure_said, lines)), None)
    if said is None or title.currency not in (None, MONEY, said.currency):  # 元 may be of the title's place
        return unit not in (None, title.unit)
    return said.factor != title.factor or said.currency not in (None, MONEY, title.currency)
