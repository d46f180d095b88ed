"""Amounts beside several names, 1000元 beside 张三、李四: whether each of them gave as much, or all of them together."""

from collections.abc import Sequence
from fractions import Fraction

from donations import errors
from donations.domain.paper_fields import PASSED
from donations.domain.parsing import parse_money
from donations.i18n import N_
from donations.importers.columns.columns import MONEY_IN, UNCLEAR, Column, Group
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan, shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal
from donations.importers.words.money_measures import OTHER
from donations.importers.words.names_alone import BETWEEN, name_alone, parts_of

EACH_OR_ALL = N_(
    "whether each of those named gave the amount beside them, or all of them together: write 各1000元 where each did, and 共1000元 where they gave it together"
)
_AMOUNT, _YUAN = pattern_of(r"每|.*标准"), pattern_of(r"[元圆块¥￥]")
"""Below 级别 a number alone may be any; only 5元 is an amount."""
_PER_HEAD = pattern_of(r".*元/每?[人位户].*")
_LIST = pattern_of(r".*(?:名单|芳名录?|名录|名册)")
_SUM = pattern_of(r"(?:小计|合计|总计|总额|总金额|(?:捐款)?金额[合小总]计|[合小]计金额)(?:[(].*)?")
_SAID = pattern_of(r"[各共每均合]")
_FEWEST, _LONGEST = 2, 30
_OTHERS = (
    "money", "amount", "total", "spent", "value", "item", "quantity", "money_or_goods", "item_or_quantity", "content", "recipient",
    "beneficiary", "supplier",
)  # fmt: skip


def said_of_each(amount: str, named: str) -> str:
    """An amount that each of those named gave, as cells say it: 各1000元 beside several; of one, or where it says so itself, as it stands."""
    return f"各{amount}" if BETWEEN.search(named) and not _SAID.search(amount) else amount


def settle(senses: Senses) -> None:
    """捐款档次 above amounts, beside who gave and no other amounts, is how much each of those named gave."""
    levels = senses.of("level")
    senses.become("level", PASSED)
    if senses.has(*_OTHERS) or len(levels) != 1 or senses.way == "out":
        return
    cells = senses.entries(levels[0])
    says_amount = _AMOUNT.match(levels[0].said_as) is not None
    are_amounts = all(_amount(cell) is not None and (says_amount or _YUAN.search(cell)) for cell in cells)
    if cells and are_amounts and senses.has("donor", "party"):
        levels[0].field = "money"


def judge(groups: Sequence[Group], rows: Sequence[Sequence[str]]) -> None:
    """Marks amounts that each of several gave; where nothing tells whether it was each, the table is refused.

    Who is named alone, or in a cell that itself says 各 or 共, leaves nothing open.
    """
    for group in groups:
        amounts, donors = group.of("money"), group.of("donor")
        if group.sort != MONEY_IN or group.has("spent", "direction") or len(amounts) != 1 or len(donors) != 1:
            continue
        amount, donor = amounts[0], donors[0]
        if _says_each(amount):
            amount.of_each = True
            continue
        if _SUM.fullmatch(normal(amount.heading)):
            continue  # 小计 is theirs together
        below = [row for row in rows if shown_at(row, amount.index) and not sums_up(row)]
        several = [row for row in below if _many(shown_at(row, donor.index)) > 1]
        unsaid = [row for row in several if not _SAID.search(shown_at(row, amount.index))]
        is_level = amount.index < donor.index and len(several) >= _FEWEST and 2 * len(several) > len(below)
        is_level = is_level and not group.has("date")
        if not unsaid or not (is_level or _LIST.fullmatch(donor.said_as)) or _are_gifts(below, amount, donor):
            continue
        of_each = _by_sums(group, amount, donor, unsaid)
        amount.of_each = of_each is True
        if of_each is None:
            group.sort, group.why = UNCLEAR, EACH_OR_ALL


def _are_gifts(rows: Sequence[Sequence[str]], amount: Column, donor: Column) -> bool:
    """Whether rows that name one each say the same amount: a list of levels would name all who gave as much in one row."""
    alone = [shown_at(row, amount.index) for row in rows if _many(shown_at(row, donor.index)) == 1]
    return len(set(alone)) < len(alone)


def _says_each(column: Column) -> bool:
    """Whether a heading of amounts says that they are those of each: 每人金额, 金额（元/人）."""
    said = normal(column.heading)
    if _PER_HEAD.fullmatch(said) and column.said.currency == OTHER:
        column.said = column.said._replace(currency=None)
        return True
    return column.said.sense == "level"


def _by_sums(group: Group, amount: Column, donor: Column, rows: Sequence[Sequence[str]]) -> bool | None:
    """Whether a column of sums says of all rows that each gave as much, or all of them together; None where it says neither."""
    sums = [column for column in group.columns if column is not amount and _SUM.fullmatch(normal(column.heading))]
    if len(sums) != 1:
        return None
    said = [(_amount(shown_at(row, amount.index)), _amount(shown_at(row, sums[0].index)), row) for row in rows]
    if any(one is None or total is None for one, total, _row in said):
        return None
    if all(total == (one or 0) * _many(shown_at(row, donor.index)) for one, total, row in said):
        return True
    return False if all(one == total for one, total, _row in said) else None


def _amount(text: str) -> Fraction | None:
    """Yuan that a cell says, in digits or in words: 壹万元."""
    if (plain := number_of_yuan(text)) is not None or len(text) > _LONGEST:
        return plain
    try:
        return parse_money(text)[0]
    except errors.DonationsError:
        return None


def _many(text: str) -> int:
    """How many people or bodies a cell names with 、 between them; 1 where some part of it is no name."""
    names = parts_of(text)
    return len(names) if all(name_alone(name) is not None for name in names) else 1
