"""The sums of each money among rows of several, yuan and US dollars: 人民币合计 beside 美元合计 are held against their own."""

import re
from collections.abc import Mapping
from fractions import Fraction

from donations.domain.amount import MONEY
from donations.domain.currencies import FOREIGN
from donations.domain.slip_words import may_be_person
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.columns.columns import AMOUNTS
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import Deal
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Stream
from donations.importers.sums.bare_sums import is_bare
from donations.importers.table import Differing
from donations.importers.words import money_cells
from donations.importers.words.cells import InField, Misfit, number_of_yuan, shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.heading_measures import LONGEST_HEADING, measure_named
from donations.importers.words.heading_words import normal
from donations.importers.words.moneys_named import money_alone

MONEY_FOR_NAME = N_(
    "who gave: this is the name of a money; take the row out if it says what the others come to (they make another sum), or write 合计 before it"
)
SUM_OF_MONEY = N_("who gave; or, if this is what the rows of this money add up to, their sum and 合计 before it")

_TOTAL = pattern_of(
    r"(?:本[页期月次日]|累计|其中)?(?:[合总小共]计|总额|总数|subtotals?|(?:grand)?totals?)(?:金额)?(?:in)?|其中"
)
_ABOUT = pattern_of(r"[()\[\]:：]+")
_OF_PART = pattern_of(r"小计|累计|本[页期月日次]|sub-?total", re.IGNORECASE)
_CLAUSES = pattern_of(r"[，,。；;\s]+(?![0-9])")
_MOST_SIGNS, _LONGEST = 40, 400
_NAMES = ("donor", "recipient")
_AT_FOOT = 20
"""Rows, blank ones too, among which the sums of all moneys stand."""

Stated = tuple[str, Fraction]
"""A money, by its item, and how much of it a row states."""


class Moneys:
    """The sums of the rows so far, and since the last total, of each money."""

    def __init__(self) -> None:
        self.sums: dict[str, Fraction] = {}
        self._told: set[str] = set()
        """Those of which a total row has stated the sum."""
        self._since: dict[str, Fraction] = {}
        self.differing: list[Differing] = []

    def add(self, deal: Deal) -> None:
        """One more record."""
        for money, number in deal.sums.items():
            if money == MONEY or money in FOREIGN:
                self.add_one(money, number)

    def add_one(self, money: str, number: Fraction) -> None:
        """An amount of one money, by its item."""
        self.sums[money] = self.sums.get(money, Fraction(0)) + number
        self._since[money] = self._since.get(money, Fraction(0)) + number

    def take(self, number: int, group: RowReader, texts: Mapping[int, str]) -> tuple[bool, Fraction | None]:
        """Whether a total row states one of several moneys by its name; and how much yuan it says there are in all.

        Foreign money that the rows don't add up to is kept in `differing`.
        """
        stated = _stated(group, texts) if len(self.sums) > 1 else None
        if stated is None or stated[0] not in self.sums:
            return False, None
        money, amount = stated
        self._told.add(money)
        since, whole = self._since.pop(money, Fraction(0)), self.sums[money]
        is_part = amount == since != whole or any(_OF_PART.search(text) for text in texts.values())
        if not is_part and money != MONEY and amount != whole:
            self.differing.append(Differing(number, None, whole, amount))
        return True, amount if money == MONEY and not is_part else None

    def says_total(self, number: int, text: str) -> bool:
        """Whether a line of words below the rows states the total of one of several foreign moneys, 美元合计：120美元, which is held
        against the rows.
        """
        found = [
            said
            for clause in _CLAUSES.split(simplified(text[:_LONGEST]))
            if len(self.sums) > 1 and (said := _in_words(clause)) is not None and said[0] in self.sums
        ]
        for money, amount in found:
            if money != MONEY and amount != self.sums[money] and not _OF_PART.search(text):
                self.differing.append(Differing(number, None, self.sums[money], amount))
        return bool(found)

    def is_named(self, group: RowReader, texts: Mapping[int, str]) -> bool:
        """Whether a money stands where a name would, 人民币, beside the sum of the rows of it. Raises InField where it is another."""
        named = [(column, texts.get(column.index, "")) for field in _NAMES for column in group.by_field.get(field, [])]
        filled = [(column.field, text) for column, text in named if text]
        if len(filled) != 1 or (money := money_alone(filled[0][1])) is None:
            return False
        field, text = filled[0]
        said, amount = _in_cells(group, texts), _amounts(group, texts)
        amount = said[1] if amount is None and said is not None and said[0] == money else amount
        if amount is not None and amount in (self.sums.get(money), self._since.get(money)):
            return True
        if amount is None or may_be_person(text):
            return False
        raise InField(field, MONEY_FOR_NAME, text)

    def is_bare_sum(self, group: RowReader, texts: Mapping[int, str], below: Stream) -> bool:
        """Whether a row without any word says just the sum of one of several moneys, with its name: 100美元, or 美元 in a cell of its own.

        Raises InField where it stands among such sums and is another.
        """
        stated = _in_cells(group, texts) if len(self.sums) > 1 else None
        if stated is None or stated[0] not in self.sums:
            return False
        if not any(texts.get(column.index) for column in group.by_field.get("currency", [])):
            return stated[0] != MONEY and self.sums[stated[0]] == stated[1] and is_bare(group, texts)
        if not _says_money_alone(group, texts):
            return False
        others = self._told - {stated[0]} | set(self._sums_below(group, texts, below))
        if self.sums[stated[0]] == stated[1]:
            return {*others, stated[0]} == self.sums.keys()
        if others and self._told:
            raise InField("currency", SUM_OF_MONEY, " ".join(filter(None, texts.values())))
        return False

    def _sums_below(self, group: RowReader, like: Mapping[int, str], below: Stream) -> list[str]:
        """The moneys whose sums the rows right below say, each with its money and nothing else; none where other amounts follow."""
        found: list[str] = []
        for _, cells in below.peek(_AT_FOOT):
            texts = {index: shown_at(cells, index) for index in like}
            if not any(texts.values()):
                continue
            stated = _in_cells(group, texts) if _says_money_alone(group, texts) else None
            if stated is None or self.sums.get(stated[0]) != stated[1]:
                return [] if any(texts.get(column.index) for column in group.amounts) else found
            found.append(stated[0])
        return found


def _says_money_alone(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether a row says an amount and its money, and nothing else."""
    said = {column.index for column in group.group.of(*AMOUNTS, "currency")}
    return all(index in said for index, text in texts.items() if text)


def _stated(group: RowReader, texts: Mapping[int, str]) -> Stated | None:
    """The money that a total row names, in its cell of a currency, its amount or its words, and the amount; None where it names
    none, or several.
    """
    if (found := _in_cells(group, texts)) is not None:
        return found
    for text in texts.values():
        plain = simplified(text)
        if not text or len(text) > _MOST_SIGNS or (total_of(text) is None and money_alone(text) is None):
            continue
        words = "".join(each for each in _ABOUT.split(_TOTAL.sub("", normal(plain), count=1)) if each)
        amount = _amounts(group, texts)
        if amount is not None and len(words) < LONGEST_HEADING and (measure := measure_named(words)) is not None:
            return (measure[1] or MONEY, amount * measure[0]) if measure[2] is None else None
        if amount is None and (said := _in_words(plain)) is not None:
            return said
    return None


def _in_words(plain: str) -> Stated | None:
    """The same by words alone: 美元合计：120, 合计：120美元."""
    found = _TOTAL.search(plain)
    behind = plain[found.end() :].strip(" :：") if found else ""
    named = measure_named(normal(plain[: found.start()])) if found and found.start() < LONGEST_HEADING else None
    said = _money(behind, named[1] if named else None)
    if said is None or (named is None and said[0] == MONEY) or (named and named[1] not in (None, said[0])):
        return None
    return said


def _in_cells(group: RowReader, texts: Mapping[int, str]) -> Stated | None:
    """The same by the cells of amounts, and the cell of a currency beside them."""
    columns = [column for column in group.columns if column.field == "money" or column.cash]
    filled = [(column, text) for column in columns if (text := texts.get(column.index, ""))]
    if len(filled) != 1:
        return None
    [(column, text)] = filled
    said = [texts.get(each.index, "") for each in group.by_field.get("currency", [])]
    measure = measure_named(normal(said[0])) if said and 0 < len(said[0]) < LONGEST_HEADING else None
    currency = (measure and measure[1]) or column.said.currency
    is_named = currency is not None or number_of_yuan(text) is None
    found = _money(text, currency, column.said.factor)
    return found if is_named or (found is not None and found[0] != MONEY) else None


def _amounts(group: RowReader, texts: Mapping[int, str]) -> Fraction | None:
    """The only bare amount below the headings of money."""
    columns = [column for column in group.columns if column.field == "money" or column.cash]
    found = [
        number * column.said.factor
        for column in columns
        if (number := number_of_yuan(texts.get(column.index, ""))) is not None
    ]
    return found[0] if len(found) == 1 else None


def _money(text: str, currency: str | None, factor: int = 1) -> Stated | None:
    try:
        found = money_cells.money(text, factor, currency) if 0 < len(text) <= _MOST_SIGNS else ()
    except Misfit:
        return None
    if len(found) != 1 or not found[0].is_money or found[0].number is None:
        return None
    return found[0].item, found[0].number
