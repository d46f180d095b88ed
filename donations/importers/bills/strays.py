"""Rows below a bill that are none of its payments, and yet say that somebody gave: 李四 | 100."""

from collections.abc import Sequence

from donations.domain.slip_words import may_be_person
from donations.i18n import N_
from donations.importers.bills.row import plain, yuan_in
from donations.importers.words.foot import line_of_account, sums_up

STRAY = N_(
    "a row of the bill, with its day, 收/支, amount and state below the headings above; put another list into a file or a sheet of its own"
)
_MOST = 4


def is_stray(cells: Sequence[str]) -> bool:
    """Whether a row of a few cells names a person and an amount, and sums up nothing."""
    said = [text for cell in cells if (text := plain(cell).strip("\"`' "))]
    if not 1 < len(said) <= _MOST or sums_up(said) or any(map(line_of_account, said)):
        return False
    return any(map(may_be_person, said)) and any(amount for text in said if (amount := yuan_in(text)))
