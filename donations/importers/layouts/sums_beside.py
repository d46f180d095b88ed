"""Small tables of sums beside the gifts that they sum up: 日期 | 姓名 | 金额 | | 日期 | 小计, or | 姓名 | 金额 of each giver."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.importers.columns.columns import MONEY_IN, UNCLEAR, Group
from donations.importers.words.cells import number_of_yuan, shown
from donations.importers.words.foot import total_of

_SAYS = (
    "donor",
    "recipient",
    "payer",
    "supplier",
    "via",
    "beneficiary",
    "item",
    "note",
    "direction",
    "spent",
    "number",
)
"""What tells of an amount whose it is, or what it was for."""
_FEWEST = 2
"""So many amounts that make the sum of others are no chance."""


def without_sums(groups: list[Group], below: Sequence[Sequence[str]]) -> list[Group]:
    """The groups without those that sum up the gifts beside them; one of nobody's amounts that make another sum is unclear."""
    gifts = [group for group in groups if group.sort == MONEY_IN and group.has("donor")]
    sorts = (MONEY_IN, UNCLEAR)
    nobodys = [group for group in groups if group.sort in sorts and not group.has(*_SAYS) and group.headed is None]
    undated = [group for group in gifts if not group.has("date") and any(one.has("date") for one in gifts)]
    gifts = [group for group in gifts if group not in undated]
    if not gifts or not (nobodys or undated):
        return groups
    given = [found for group in gifts if (found := _amounts(group, below)) is not None]
    sums = [group for group in nobodys if _are_sums(_amounts(group, below), given)]
    sums += [group for group in undated if _amounts(group, below) in given]
    for group in nobodys:
        group.sort = group.sort if group in sums else UNCLEAR
    return [group for group in groups if group not in sums]


def _are_sums(stated: Mapping[str, Fraction] | None, given: Sequence[Mapping[str, Fraction]]) -> bool:
    """Whether several amounts make what the gifts beside them make."""
    if stated is None or len(stated) < _FEWEST:
        return False
    return any(sum(stated.values()) == sum(each.values()) for each in given)


def _amounts(group: Group, below: Sequence[Sequence[str]]) -> dict[str, Fraction] | None:
    """How much is whose in the rows below the headings, or of which row where nobody is named; totals are left out. None
    where an amount is no plain number.
    """
    found: dict[str, Fraction] = {}
    for place, row in enumerate(below):
        texts = {column.index: shown(row[column.index]) for column in group.columns if column.index < len(row)}
        said = [text for column in group.of("money") if (text := texts.get(column.index))]
        if not said or any(map(total_of, texts.values())):
            continue
        numbers = [number_of_yuan(text) for text in said]
        whose = [texts.get(column.index, "") for column in group.of("donor")]
        for number in numbers:
            if number is None:
                return None
            key = next(filter(None, whose), f"{place}")
            found[key] = found.get(key, Fraction(0)) + number
    return found
