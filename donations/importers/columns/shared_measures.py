"""Amounts beside others that are counted in 万元, below headings that say no measure: theirs, where the sum tells, or unknown."""

from collections.abc import Sequence
from fractions import Fraction

from donations.domain.amount import MONEY
from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.words.cells import plain_number, shown_at
from donations.importers.words.promise_words import promises

WHICH_MEASURE = N_(
    "what these amounts are counted in: those beside them are in 万元, and this heading doesn't say; write it behind the heading, 物资折价（万元） or 物资折价（元）, or pass the column over with --map HEADING=-"
)
_AMOUNTS = ("money", "spent", "value")
_SENSES = (*_AMOUNTS, "amount", "total", "channel", None)
_YUAN = (None, MONEY)
_BESIDE_EACH_OTHER = ("value", "money", "item")


def settle(senses: Senses) -> str | None:
    """Gives columns without a measure that of the one whose sum they are: 捐款 and 捐物折价 beside 合计（万元）. Says what would have to
    be said where nothing tells.
    """
    _without_sum_of_both(senses)
    _with_cash(senses)
    measured = [
        each
        for each in senses.columns
        if each.said.factor > 1 and each.said.sense in _SENSES and each.said.currency in _YUAN
    ]
    bare = [each for each in senses.columns if _is_bare(each) and _numbers(senses, each)]
    if not measured or not bare:
        return None
    for whole in measured:
        if len(bare) > 1 and _makes(senses, bare, whole):
            for column in bare:
                column.said = column.said._replace(factor=whole.said.factor)
            return None
    promised = [each for each in measured if promises(each.said_as)]
    if len(bare) == len(promised) == 1 and (factor := _paid_in(senses, bare[0], promised[0])) is not None:
        bare[0].said = bare[0].said._replace(factor=factor)
        return None
    return WHICH_MEASURE


def _paid_in(senses: Senses, paid: Column, promised: Column) -> int | None:
    """What amounts that came are counted in beside those that were promised, 认捐金额（万元）: some are just what was promised, and
    none is more; None where that doesn't tell.
    """
    rows = senses.records()
    numbers = [[plain_number(shown_at(row, each.index)) for each in (paid, promised)] for row in rows]
    pairs = [(came, said) for came, said in numbers if came and said]
    factor = promised.said.factor
    alike, in_yuan = (any(came == said * times for came, said in pairs) for times in (1, factor))
    if alike == in_yuan or any(came > said * (1 if alike else factor) for came, said in pairs):
        return None
    return factor if alike else 1


def _without_sum_of_both(senses: Senses) -> None:
    """款物折价合计 that makes the cash and what the goods beside it are worth is neither."""
    values = [each for each in senses.columns if each.field == "value" and _numbers(senses, each)]
    cash = [each for each in senses.columns if each.field == "money" or each.cash]
    for whole in values if len(values) > 1 and cash else ():
        if not whole.by_user and _makes(senses, [*cash, *(each for each in values if each is not whole)], whole):
            whole.field = PASSED
            return


def _with_cash(senses: Senses) -> None:
    """价值 that says of cash alone how much it is, 5000 beside 5000, counts the cash beside goods as well."""
    worth, cash, goods = ([each for each in senses.columns if each.field == field] for field in _BESIDE_EACH_OTHER)
    if (
        len(worth) != 1
        or len(cash) != 1
        or not goods
        or worth[0].by_user
        or worth[0].said.factor != cash[0].said.factor
    ):
        return
    rows = senses.records()
    numbers = [[plain_number(shown_at(row, each.index)) for each in (worth[0], cash[0])] for row in rows]
    has_goods = [any(shown_at(row, each.index) for each in goods) for row in rows]
    said = [(own, paid, beside) for (own, paid), beside in zip(numbers, has_goods, strict=True) if own and paid]
    alone = [own == paid for own, paid, beside in said if not beside]
    worth[0].counts_cash = bool(alone) and all(alone) and all(own >= paid for own, paid, _ in said)


def _is_bare(column: Column) -> bool:
    is_amount = column.field in _AMOUNTS or column.cash
    return is_amount and column.said.factor == 1 and column.said.currency is None


def _numbers(senses: Senses, column: Column) -> bool:
    """Whether bare numbers stand in the column, and not amounts with their measure: 20万元."""
    cells = [cell for cell in senses.cells(column) if plain_number(cell) != 0]
    return any(plain_number(cell) is not None for cell in cells)


def _makes(senses: Senses, parts: Sequence[Column], whole: Column) -> bool:
    """Whether the numbers of the parts make that of the whole in each row."""
    rows = senses.records()
    made = [
        sum((plain_number(shown_at(row, each.index)) or Fraction(0) for each in parts), Fraction(0)) for row in rows
    ]
    return bool(rows) and made == [plain_number(shown_at(row, whole.index)) for row in rows]
