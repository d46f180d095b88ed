"""What the cells of a column are where no heading says it: numbers of rows, days, amounts, words."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from donations.domain.units import spellings
from donations.importers.words.cells import Misfit, looks_like_a_date, plain_number, shown_at
from donations.importers.words.counting import Counted, counted
from donations.importers.words.money_cells import says_yuan
from donations.importers.words.phones import is_phone

_AMOUNTS = ("number", "money", "quantity")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 55153  # the days of 2000 to 2050, as spreadsheets count them
_NEARLY_ALL = Fraction(4, 5)


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


def texts_at(data: Sequence[Sequence[str]], index: int) -> list[str]:
    """What stands at a place of the rows, without blanks."""
    return [text for cells in data if (text := shown_at(cells, index))]


def sort_of(texts: Sequence[str]) -> str:
    """What nearly all cells of a column are."""
    if not texts:
        return "blank"
    numbers = [number for text in texts if (number := plain_number(text)) is not None]
    if len(numbers) == len(texts) > 1 and numbers[0] <= 1 and all(later - one == 1 for one, later in pairwise(numbers)):
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
