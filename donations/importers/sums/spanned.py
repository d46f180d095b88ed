"""合计 merged over several rows, each of which says how much there is of one of the goods: no row of these is anybody's gift."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.importers.rows.drafting import scaled
from donations.importers.rows.rows import RowReader
from donations.importers.sheet import Merged, Spanning
from donations.importers.sums.stated import SUBTOTAL, TOTAL, Stated
from donations.importers.sums.stated_amounts import stated_amount
from donations.importers.words.cells import shown
from donations.importers.words.foot import GRAND, PART, total_of


def spanned(
    stated: Stated, group: RowReader, number: int, cells: Sequence[str], texts: Mapping[int, str]
) -> str | None:
    """What a row is that such a word lies over; None of others. What all rows below it say together is held against the sum."""
    first = next((cell for cell in cells if cell or isinstance(cell, Merged)), "")
    if not isinstance(first, Spanning) and not (isinstance(first, Merged) and first.down):
        return None
    sort = total_of(shown(first.of))
    if sort is None or not stated.is_alone:
        return None
    if sort != GRAND:
        if isinstance(first, Spanning):  # what stands below begins another part
            stated.take(number, group, dict.fromkeys(texts, ""), PART)
        return SUBTOTAL
    of_one, yuan = stated.moneys.take(number, group, texts)  # 人民币 in one row, 美元 in another
    if of_one:
        stated.met.update({} if yuan is None else {GRAND: (yuan, number)})
        return TOTAL
    amount = stated_amount(group, texts, of_money=stated.of_money)
    before = stated.met.get(GRAND, (Fraction(0), number))[0] if isinstance(first, Merged) else Fraction(0)
    if amount is not None and not _is_said_again(stated, before, texts):
        stated.met[GRAND] = (before + amount, number)
    return TOTAL


def _is_said_again(stated: Stated, before: Fraction, texts: Mapping[int, str]) -> bool:
    """Whether the rows before say all there is, which this one repeats, or it says it in words alone: 大写：伍仟元整."""
    in_words = not any(any(map(str.isdigit, text)) for text in texts.values())
    return before != 0 and (in_words or scaled(before) in stated.sums)
