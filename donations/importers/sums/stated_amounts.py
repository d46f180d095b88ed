"""The amount that a total row states: in its column, beside its word, or in it."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.domain.amount import MONEY
from donations.domain.paper_fields import PASSED
from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.columns.columns import ABROAD, AMOUNTS, MADE, MONEY_IN, Column
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import scaled
from donations.importers.rows.row_fields import is_filled
from donations.importers.rows.rows import RowReader
from donations.importers.sums.for_names import PEOPLE
from donations.importers.words.cells import number_of_yuan, plain_number, shown
from donations.importers.words.foot import number_in, says_factor, total_of
from donations.importers.words.heading_measures import measure_named
from donations.importers.words.heading_words import normal
from donations.importers.words.money_items import counts_money
from donations.importers.words.stated_words import bare_total_in, stated_in

OF_MONEY = ("money", "spent", "value")
_BETWEEN, _LONGEST = pattern_of(r"[、，；;+\n]+|,(?![0-9]{3})"), 400
_COUNTED = pattern_of(r"(?:.*[^0-9.,])?([0-9][0-9,.]*\s*[亿万千百]?)([^0-9.,亿万千百\s]{1,3})")
"""Goods with how much of them, or that alone."""
_AGAIN = pattern_of("其中|含|包括|[共合折约总]?计|[即约共]|每|折|内有")
"""What says again, or of what it is a part, how much stands before it: 10箱，共2000只."""
_LEFT = pattern_of("余|餘|结存|累|balance", re.IGNORECASE)
"""Columns of what is left, whose last amount a foot may state as a total."""


def stated_amount(group: RowReader, texts: Mapping[int, str], *, of_money: bool) -> Fraction | None:
    """The amount of a total row: in its column, else the only number there is, else what its label says."""
    fields = (*OF_MONEY, "money_or_goods") if of_money else ("quantity",)
    columns = [column for field in fields for column in group.by_field.get(field, [])]
    if of_money and any(column.cash for column in group.columns):
        return _of_all_money(group, texts)
    goods = [group.by_field[key][0] for key in group.dealer.reader.columns]
    named = [number for column in goods if (number := _in_column(group, column, texts[column.index]))]
    if not of_money and (counted := named or _of_each_unit(group, texts)):
        return sum(counted, Fraction(0))
    for column in columns:
        if (number := _in_column(group, column, texts.get(column.index, ""))) is not None:
            return number * (_measured(group, texts) if of_money else 1)
    others = {each.index for each in group.columns if each.field in (*AMOUNTS, ABROAD, MADE, "price", "serial")}
    passed = [each for each in group.group.columns if each.said.sense == PASSED and not _LEFT.search(each.heading)]
    elsewhere = others | {each.index for each in passed}  # 人数, Est. Value (PHP)
    said = [text for index, text in texts.items() if index not in elsewhere]
    numbers = [number for text in said if (number := plain_number(text)) is not None]
    if len(numbers) == 1 and not any(texts.get(index) for index in others):
        return numbers[0] * factor_of(group, columns)
    for text in texts.values():
        if text and total_of(text) is not None:
            plain = PEOPLE.sub("", simplified(text))
            number = number_in(plain)
            if number is not None:
                return number if says_factor(plain) else number * factor_of(group, columns)
    return None


def _of_each_unit(group: RowReader, texts: Mapping[int, str]) -> list[Fraction]:
    """How much of each unit, or of each of the goods, a total says in one cell of quantities: 800只、20桶; none of a cell that says one, or other words."""
    for column in group.by_field.get("quantity", []):
        parts = [part for part in _BETWEEN.split(simplified(texts.get(column.index, ""))[:_LONGEST]) if part]
        found = [_COUNTED.fullmatch(part) for part in parts]
        said = [number_in(each[1]) for each in found if each is not None and each[2] in spellings()]
        numbers = [number for number in said if number is not None]
        if len(parts) > 1 and len(numbers) == len(parts) and not any(map(_AGAIN.search, parts[1:])):
            return numbers
    return []


def _measured(group: RowReader, texts: Mapping[int, str]) -> int:
    """What a cell of units beside a total of money multiplies it with: 万元."""
    said = [texts.get(column.index, "") for column in group.by_field.get("unit", [])]
    measure = measure_named(normal(said[0])) if said and said[0] and counts_money(said[0]) else None
    return measure[0] if measure else 1


def _of_all_money(group: RowReader, texts: Mapping[int, str]) -> Fraction | None:
    """What all columns of money of a total row make together; None where they are of several currencies."""
    columns = [*group.by_field.get("money", []), *(column for column in group.columns if column.cash)]
    if len({column.said.currency or MONEY for column in columns}) > 1:
        return None
    said = [_in_column(group, column, texts.get(column.index, "")) for column in columns]
    return sum((number for number in said if number is not None), Fraction(0)) if any(said) else None


def _in_column(group: RowReader, column: Column, text: str) -> Fraction | None:
    number = (
        number_in(PEOPLE.sub("", simplified(text)) if total_of(text) else text)
        if text and not text.startswith("=")
        else None
    )
    if number is None:
        return None
    return number if says_factor(text) else number * factor_of(group, [column])


def factor_of(group: RowReader, columns: Sequence[Column]) -> int:
    """What a total below these columns is to be multiplied with."""
    return group.factor(columns[0]) if columns else 1


def amount_beside(cells: Sequence[str], group: RowReader) -> Fraction | None:
    """The total of all records side by side that stands in no column of amounts: the only number, or in the label."""
    texts = [text for cell in cells if (text := shown(cell))]
    plain = [found for text in texts if (found := plain_number(text)) is not None]
    factor = factor_of(group, group.amounts)
    if len(plain) == 1:
        return plain[0] * factor
    label = PEOPLE.sub("", simplified(next(text for text in texts if total_of(text) is not None)))
    said = None if plain else number_in(label)
    return said if said is None or says_factor(label) else said * factor


def amounts_in(cells: Sequence[str], groups: Sequence[RowReader]) -> dict[int, Fraction]:
    """The amounts in a row, by their column."""
    return {
        column.index: found * group.factor(column)
        for group in groups
        for column in group.amounts
        if column.index < len(cells) and (found := number_of_yuan(shown(cells[column.index]))) is not None
    }


def of_prose(found: Sequence[tuple[Fraction, bool]], sums: Sequence[int]) -> tuple[Fraction, bool] | None:
    """Of the totals that a line of words states, each with whether it is a running one, the one that is of the rows, or all of
    them together; None where neither is.
    """
    amount, running = found[0]
    if len(found) > 1 and scaled(amount) not in sums and not any(running for _, running in found):
        together = sum((each for each, _ in found), Fraction(0))  # 现金合计100元，转账合计200元
        return (together, running) if scaled(together) in sums else None
    return amount, running


def is_of_what_went(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether a row of an account is the total of what went out, 支出合计, beside that of what came in."""
    if group.sort != MONEY_IN or not ("spent" in group.said or "direction" in group.by_field):
        return False
    words = [text for text in texts.values() if text and total_of(text) is not None]
    return any("支出" in word for word in words) and not any("收" in word for word in words)


def said_in_title(title: str, sums: Sequence[int]) -> tuple[Fraction | None, Fraction | None]:
    """The total that words above the table state, where it is one of the sums of the rows; else the only one they state."""
    said = {amount for amount, running in stated_in(title) if not running}
    if not said and (bare := bare_total_in(title)) is not None:
        said = {bare}
    total = next((amount for whole in sums for amount in said if scaled(amount) == whole), None)
    return total, (next(iter(said)) if total is None and len(said) == 1 else None)


def counts_carried(grand: tuple[Fraction, int], carried: tuple[Fraction, int], sums: Sequence[int]) -> bool:
    """Whether a total, with its row, counts what a row above it says was there before: 上期结转."""
    (total, at), (before, above) = grand, carried
    return above < at and scaled(total) not in sums and scaled(total) - scaled(before) in sums


def came(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether an amount stands in the column of what came in."""
    return any(is_filled(texts.get(column.index, "")) for column in group.by_field.get("money", []))
