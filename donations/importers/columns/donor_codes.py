"""Numbers that an association calls its givers by, 会员号 or Donor ID: whose gift a row is where no name stands in it."""

import re

from donations.importers.columns.columns import CODE
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.heading_words import normal

_NAMED = ("donor", "party", "payer", "name_part", "unit_or_party", "name", "recipient", "supplier", "beneficiary")
_COUNTING = pattern_of(r"序号?|no|nr|#|行号|序列|排序|凭证号|票号|serial(?:no|num|number)?")
"""What numbers rows or papers, and nobody."""
_LONGEST = 20
_CODE = pattern_of(r"(?=[^0-9]*[0-9])[a-z]{0,6}[-_.#]?[0-9]{1,10}(?:[-_.][0-9]{1,6})?", re.IGNORECASE)


def is_code(text: str) -> bool:
    """Whether a cell is a number as givers have, with letters before it or not: V001, D-17, 20190012."""
    return len(text) <= _LONGEST and _CODE.fullmatch(text) is not None


def settle(senses: Senses) -> None:
    """A column of codes says who gave where nobody is named, and else only where the name is blank."""
    for column in senses.columns:
        if column.field == "serial" and not column.by_user and not _COUNTING.fullmatch(normal(column.heading)):
            cells = senses.cells(column)
            again = len(set(cells)) < len(cells) and all(map(is_code, cells)) and not all(map(str.isdigit, cells))
            column.field = "code" if again and not senses.has(*_NAMED, "code") else column.field
    if senses.has("code") and not senses.has(*_NAMED):
        senses.first("code", "donor", CODE)
    senses.become("code", CODE)
    named = [column.index for column in senses.of(*_NAMED)]
    for column in senses.columns:
        if column.field == CODE:
            column.is_silent = not any(
                is_code(shown_at(row, column.index)) and not any(shown_at(row, at) for at in named)
                for row in senses.below
            )
    for column in senses.columns:
        cells = senses.cells(column) if column.field in ("donor", "party") else []
        column.is_code = bool(cells) and all(map(is_code, cells))
