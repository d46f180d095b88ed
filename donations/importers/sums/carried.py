"""What an account says was there before its rows: 上月结转 or Opening balance in a row above them, or in words above the table."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.importers.columns.columns import MONEY_IN
from donations.importers.columns.ways_told import is_of_balances
from donations.importers.patterns import pattern_of
from donations.importers.rows.rows import RowReader
from donations.importers.sums.for_names import NAMED
from donations.importers.words.cells import number_of_yuan
from donations.importers.words.heading_words import normal
from donations.importers.words.openings import LEFT_BEFORE, OPENING, is_opening

_NUMBER = r"[0-9]{1,3}(?: [0-9]{3})+(?=元|\.[0-9]{1,2}元)(?:\.[0-9]+)?|[0-9][0-9,，]*(?:\.[0-9]+)?"
"""12,000, also 12 000元: so it stands where the comma parted cells."""
_AMOUNT = rf"[¥￥]?(?P<number>{_NUMBER})(?P<unit>万?元?)"
_ROW = pattern_of(rf"(?:{OPENING})[:：为有是]{{0,2}}(?:{_AMOUNT})?", re.IGNORECASE)
_ABOVE = pattern_of(
    rf"{LEFT_BEFORE}(?:人民币)?\s*[:：为有是]{{0,2}}\s*(?:人民币)?{_AMOUNT}(?![0-9.,，年月日个只]| [0-9]{{3}}(?![0-9])| [0-9.]+元)"
)
_WORDS = ("note", "purpose")
_MEASURE = pattern_of(r"单位[:：]|[(（][百千万]*元[)）]")
"""What stands above a table that says in what all of its sums are."""


def was_there(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether the words of a row of a list of money that names nobody say that its amount was there before the list: 上月结余."""
    if group.sort != MONEY_IN or any(texts.get(column.index) for column in group.columns if column.field in NAMED):
        return False
    words = (texts.get(column.index, "") for field in _WORDS for column in group.by_field.get(field, []))
    return any(is_opening(normal(text)) for text in words if text)


class Carried:
    """What rows say that sum up what was there before, as they go by."""

    def __init__(self, groups: Sequence[RowReader]) -> None:
        paid = [group.factor(column) for group in groups for column in group.by_field.get("money", [])]
        self._factor = paid[0] if paid else 1
        """What a number is to be multiplied with that says no measure: 10,000 below 单位：万元."""
        self._said: list[tuple[str, Fraction]] = []
        self._is_known = True

    def take(self, group: RowReader, texts: Mapping[int, str], *, is_above: bool) -> None:
        """One more row that sums up: kept, where it `is_above` all records of the table, and of what was there before them."""
        label, said = next(
            ((text, said) for text in texts.values() if (said := _ROW.fullmatch(normal(text)))), (None, None)
        )
        if label is None or said is None or not is_above:
            return
        balances = [column for column in group.group.of(PASSED, "") if is_of_balances(column.heading)]
        of_balance = [
            number * (column.said.factor if column.said.currency else self._factor)
            for column in balances
            if (number := number_of_yuan(texts.get(column.index, ""))) is not None
        ]
        of_money = [
            number * group.factor(column)
            for column in group.by_field.get("money", [])
            if (number := number_of_yuan(texts.get(column.index, ""))) is not None
        ]
        amounts = of_balance or of_money or self._in_words(said)
        if len(amounts) == 1:
            self._said.append((label, amounts[0]))
        else:
            self._is_known = False

    def amount(self, title: str) -> Fraction | None:
        """How many yuan, or of what else the table is in, were there before it; None where it isn't said, or two rows say it."""
        found = {number for _, number in self._said}
        if not self._said:
            above = simplified(fold(title))
            is_open = self._factor != 1 and _MEASURE.search(above) is None  # 万元 of the headings alone
            said = [one for one in _ABOVE.finditer(above) if one["unit"] or not is_open]
            found = {number for one in said for number in self._in_words(one)}
        return found.pop() if len(found) == 1 and self._is_known else None

    def _in_words(self, said: re.Match[str]) -> Sequence[Fraction]:
        if not said["number"]:
            return []
        number = Fraction(re.sub("[ ,，]", "", said["number"]))
        return [number * (10_000 if "万" in said["unit"] else 1 if said["unit"] else self._factor)]
