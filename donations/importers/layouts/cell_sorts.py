"""What the cells of a column are where no heading says it: numbers of rows, days, amounts, words."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit, looks_like_a_date, plain_number, shown_at
from donations.importers.words.counting import Counted, counted
from donations.importers.words.money_cells import says_yuan
from donations.importers.words.phones import is_phone

_AMOUNTS = ("number", "money", "quantity")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 55153  # the days of 2000 to 2050, as spreadsheets count them
_NEARLY_ALL = Fraction(4, 5)
_ROW_NUMBER = pattern_of(
    r"(?:第|[(（]|no\.?)?([0-9]{1,5})[.．、,，:：)）]{0,2}(?:[名号位]|[)）][.、]?)?", re.IGNORECASE
)
_CODE = pattern_of(r"([a-z]{1,8})[-_]?[0-9]{1,12}(?:-[0-9]{1,6})?", re.IGNORECASE)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def sorts_of(data: Sequence[Sequence[str]], width: int) -> list[str]:
    """What each column is. The first one numbers the rows, too, where it begins anew with each part of the list; amounts beside
    names (李华 1, 王芳 2, 张伟 1) may look the same, so that another column must say how much.
    """
    sorts = [sort_of(texts_at(data, index)) for index in range(width)]
    first = next((index for index, sort in enumerate(sorts) if sort != "blank"), 0)
    if sorts[first] == "number" and any(sort in _AMOUNTS for sort in sorts[first + 1 :]):
        numbers = [plain_number(text) for text in texts_at(data, first)]
        sorts[first] = "serial" if _counts_anew([number for number in numbers if number is not None]) else "number"
    return sorts


def row_number(text: str) -> Fraction | None:
    """The number of a row, with the mark that lists have behind or around it: 1. 2、 (3) ④ 第5名; None of anything else."""
    if len(text) == 1 and text in _CIRCLED:
        return Fraction(_CIRCLED.index(text) + 1)
    found = _ROW_NUMBER.fullmatch(text)
    return None if found is None else Fraction(found[1])


def are_codes(texts: Sequence[str]) -> bool:
    """Whether all cells of a column are codes, each another after the same letters: A001, JZ-2022-003; but N95, KN95 are goods."""
    found = [code for text in texts if (code := _CODE.fullmatch(text)) is not None]
    alike = {code[1].upper() for code in found}
    return len(set(texts)) == len(texts) == len(found) > 1 and len(alike) == 1


def texts_at(data: Sequence[Sequence[str]], index: int) -> list[str]:
    """What stands at a place of the rows, without blanks."""
    return [text for cells in data if (text := shown_at(cells, index))]


def sort_of(texts: Sequence[str]) -> str:
    """What nearly all cells of a column are."""
    if not texts:
        return "blank"
    numbers = [number for text in texts if (number := plain_number(text)) is not None]
    if _counts_up(numbers, texts) or _counts_up([number for text in texts if (number := row_number(text))], texts):
        return "serial"
    if (
        len(numbers) == len(texts)
        and all(_FIRST_SERIAL <= number <= _LAST_SERIAL for number in numbers)
        and _is_close(numbers)
    ):
        return "date"
    tests = (
        ("phone", is_phone), ("date", looks_like_a_date), ("number", lambda text: plain_number(text) is not None), ("money", says_yuan),
        ("unit", lambda text: text.casefold() in spellings()), ("quantity", _is_quantity),
    )  # fmt: skip
    return next((name for name, test in tests if sum(map(test, texts)) >= _NEARLY_ALL * len(texts)), "text")


def _counts_up(numbers: Sequence[Fraction], texts: Sequence[str]) -> bool:
    steps = pairwise(numbers)
    return len(numbers) == len(texts) > 1 and numbers[0] <= 1 and all(later - one == 1 for one, later in steps)


def _counts_anew(numbers: Sequence[Fraction]) -> bool:
    """Whether each number is one more than the one before it, but where a part of the list begins anew with 1."""
    steps = [later - number == 1 for number, later in pairwise(numbers)]
    anew = [later == 1 for later, step in zip(numbers[1:], steps, strict=True) if not step]
    return numbers[0] in (0, 1) and all(anew) and 2 * len(anew) <= len(steps)


def _is_close(numbers: Sequence[Fraction]) -> bool:
    return max(numbers) - min(numbers) < 800  # noqa: PLR2004 - a list of gifts spans two years at most


def _is_quantity(text: str) -> bool:
    if not text[:1].isdigit():
        return False
    try:
        found = counted(text, "", 1)
    except Misfit:
        return False
    return isinstance(found, Counted) and found.number is not None and found.unit is not None
