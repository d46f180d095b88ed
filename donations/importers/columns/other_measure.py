"""Whether a line among the rows of a table says that what follows is counted otherwise than what stands above it."""

import re
from collections.abc import Sequence

from donations.domain.amount import MONEY
from donations.domain.traditional import simplified
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.money_measures import CALLED_YUAN, measure_said
from donations.importers.words.own_units import unit_above

_OF_CHINA = pattern_of("人民币|rmb|cny", re.IGNORECASE)


def counts_otherwise(lines: Sequence[str], title: Title) -> bool:
    """Whether lines above headings that come again say that what is below them is counted otherwise than what is below the title:
    单位：元 behind 单位：万元, 人民币元 behind 美元, 单位：只 behind 单位：箱.
    """
    lines = [simplified(line) for line in lines]
    unit = unit_above(" ".join(lines))
    said, line = next(((measure, line) for line in lines if (measure := measure_said(line))), (None, ""))
    if said is None:
        return unit not in (None, title.unit)
    if title.currency not in (None, MONEY, said.currency):
        is_same = said.factor == title.factor or title.currency in CALLED_YUAN  # 元 may be of the title's place
        return unit not in (None, title.unit) if is_same and not _OF_CHINA.search(line) else True
    return said.factor != title.factor or said.currency not in (None, MONEY, title.currency)
