"""收入/支出 over two columns, as one merged heading is exported: what came stands in the one, and what went in the other."""

from collections.abc import Sequence

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan, shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal

_CAME, _WENT = "收入?|incomes?|receipts?|moneyin|in", "支出?|expenses?|expenditures?|payments?|moneyout|out"
_BOTH = pattern_of(
    rf"(?:(?P<in>{_CAME})[/、与和及&-]?(?P<out>{_WENT})|(?P<first>{_WENT})[/、与和及&-]?(?P<then>{_CAME}))(?:金?额)?(?:[(].*[)])?"
)
_CALLED = ("收入", "支出")


def parted(rows: Sequence[Sequence[str]], first: Sequence[str]) -> list[str] | None:
    """The headings with one for each of the two columns, in the order in which the words stand; None where none is so: each row but a
    total has an amount in one of the columns alone, and some do in either.
    """
    for index, heading in enumerate(first[:-1]):
        found = _BOTH.fullmatch(normal(heading)) if heading and first[index + 1] in ("", heading) else None
        if found is None or not _are_apart(rows[1:], index):
            continue
        called = _CALLED if found["in"] else _CALLED[::-1]
        measure = "".join(heading.partition("（" if "（" in heading else "(")[1:])
        return [*first[:index], *(f"{each}{measure}" for each in called), *first[index + 2 :]]
    return None


def _are_apart(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether the column and the one right of it hold amounts, which no row has in both."""
    pairs = [(shown_at(row, index), shown_at(row, index + 1)) for row in rows if not sums_up(row)]
    sides = [[text for text in side if text and number_of_yuan(text) != 0] for side in zip(*pairs, strict=True)]
    if not all(sides) or any((number_of_yuan(text) or 0) <= 0 for side in sides for text in side):
        return False
    return not any(all(number_of_yuan(text) for text in pair if text) and all(pair) for pair in pairs)
