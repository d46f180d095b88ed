"""A column of sums beside several that it adds up: 合计 beside a column for each recipient or month."""

from collections.abc import Sequence
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.i18n import N_
from donations.importers.columns.columns import AMOUNTS, Column, Group
from donations.importers.patterns import pattern_of
from donations.importers.table import Slip
from donations.importers.words.cells import cell_at, number_of_yuan, shown_at
from donations.importers.words.foot import number_in, sums_up
from donations.importers.words.heading_words import normal

_COUNTED = pattern_of(r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,9})?\s*([^\s0-9.,，()（）*×/]{1,4})")
_SIGN = pattern_of(r"^(?:[A-Za-z]{2,3})?\s?[$£€]\s?(?=[0-9])")
"""Before amounts in foreign money, which are added up all the same: $100, HK$ 50."""
NO_SUM = N_("the sum of the amounts beside it in its row: they make another")

_LEFT = pattern_of(r"(?:现有?|当前|剩余|结余)?(?:库存|结余|剩余|结存|留存|余)(?:[量数额]|数量)?")
"""What nobody got, beside what each got, which the sum may count too."""


def is_left(heading: str) -> bool:
    """Whether a heading says how much nobody got: 结存."""
    return _LEFT.fullmatch(normal(heading)) is not None


def adds_up(
    parts: Sequence[Column], sums: Column | None, below: Sequence[Sequence[str]], beside: Sequence[Column] = ()
) -> bool:
    """Whether only amounts stand in the columns `parts`, and mostly make the sum that stands in the column of `sums`.

    `beside`: other columns, of which what nobody got may count in it.
    """
    fits, others, any_number = 0, 0, False
    for row in below:
        texts = _texts(parts, row)
        if sums_up(row) or not texts:
            continue
        numbers = [_number(text) for text in texts]
        if None in numbers:
            return False
        any_number = True
        if (stated := _at(row, sums)) is not None:
            same = _makes(stated, numbers, beside, row)
            fits, others = fits + same, others + (not same)
    return any_number and fits >= others


def other_sum(groups: Sequence[Group], cells: Sequence[str]) -> tuple[Slip, ...]:
    """What is wrong with a row that states another sum than its columns make, where a column of sums is theirs."""
    sums = groups[0].sums
    stated = None if sums is None else _at(cells, sums)
    if sums is None or stated is None:
        return ()
    numbers = [_number(text) for text in _texts([_part(group) for group in groups], cells)]
    if None in numbers or _makes(stated, numbers, groups[0].columns, cells):
        return ()
    return (Slip(sums.heading, NO_SUM, decimal_text(stated)),)


def _makes(
    stated: Fraction, numbers: Sequence[Fraction | None], beside: Sequence[Column], cells: Sequence[str]
) -> bool:
    """Whether the numbers make the sum that is stated, without what is left of all beside them or with it."""
    total = sum(filter(None, numbers), Fraction(0))
    left = [_at(cells, column) for column in beside if _LEFT.fullmatch(normal(column.heading))]
    return stated in (total, total + sum(filter(None, left), Fraction(0)))


def settle_unit(row: dict[str, str], sums: Column | None, cells: Sequence[str]) -> None:
    """The unit behind the sum of a row is that of its parts too, where they say none: 800个 beside 500 and 300."""
    if sums is not None and not row.get("unit"):
        found = _COUNTED.fullmatch(cell_at(cells, sums.index).strip())
        row["unit"] = found[1] if found else ""


def _part(group: Group) -> Column:
    """The column of a group that is a part of the sum: that of its amounts."""
    amounts = group.of(*AMOUNTS)
    return amounts[-1] if amounts else group.columns[-1]


def _number(text: str) -> Fraction | None:
    text = _SIGN.sub("", text)
    return number_in(text) if text[:1].isdigit() else number_of_yuan(text)


def _texts(columns: Sequence[Column], cells: Sequence[str]) -> list[str]:
    return [text for each in columns if (text := shown_at(cells, each.index))]


def _at(cells: Sequence[str], column: Column | None) -> Fraction | None:
    return _number(shown_at(cells, column.index)) if column is not None else None
