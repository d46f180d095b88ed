"""Which way an amount went, told by the balance beside it: where 1,000 became 1,300 with 300, these came in."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from donations.i18n import N_
from donations.importers.stream import Stream
from donations.importers.words.accounts import is_signed
from donations.importers.words.cells import InField, Misfit, plain_number, shown, shown_at
from donations.importers.words.reversal_words import puts_right

NO_NEIGHBOUR = N_(
    "which way this amount went, written -1200 or +500: the balance says it of the other rows, but here there is none to compare it with"
)
OTHER_CHANGE = N_("the amount by which the balance changed, from the row of the payment before to this one")
_AHEAD = 3
_FEWEST = 2
_ENOUGH = 3
_SIGNS = "+-−－＋()（）¥￥元 "


class ByBalance(NamedTuple):
    """How the sign of an amount is told: where it and the balance stand, and in which order of time the rows do."""

    amount: int
    balance: int
    newest_first: bool
    all_came: bool = False
    """Whether the heading says that all came in, 收入, and so does the balance of each row that has one before it."""

    def signed(self, cells: Sequence[str], earlier: Fraction | None) -> str | None:
        """The amount of the row with its sign, `earlier` being the balance before it; None where the row says no payment.

        Raises Misfit.
        """
        amount, balance = _numbers(cells, self.amount, self.balance)
        if not amount or balance is None:
            return None
        text = shown(cells[self.amount])
        if earlier is None:
            if not is_signed(text) and not self.all_came:
                raise Misfit(NO_NEIGHBOUR)
            return text if is_signed(text) else f"+{text}"
        change = balance - earlier
        if abs(change) != amount or (is_signed(text) and (change < 0) != _is_below_zero(text)):
            raise Misfit(OTHER_CHANGE)
        return text if is_signed(text) else f"{'-' if change < 0 else '+'}{text}"

    def balance_in(self, cells: Sequence[str]) -> Fraction | None:
        """The balance of a row; None where it says none."""
        return _numbers(cells, self.amount, self.balance)[1]


class Balances:
    """The balances of a table as its rows are read: what gives each amount its sign."""

    def __init__(self, way: ByBalance | None, stream: Stream) -> None:
        """`way` is None where signs, or columns, say it."""
        self._way, self._stream = way, stream
        self._last: Fraction | None = None

    def signed(self, cells: Sequence[str], texts: dict[int, str]) -> dict[int, str]:
        """The texts of a row, its amount with a sign before it. Raises InField."""
        way = self._way
        if way is None:
            return texts
        earlier = self._next() if way.newest_first else self._last
        balance = way.balance_in(cells)
        self._last = self._last if balance is None else balance
        try:
            amount = way.signed(cells, earlier)
        except Misfit as misfit:
            raise InField("money", misfit.expected, texts[way.amount]) from None
        return texts if amount is None else {**texts, way.amount: amount}

    def _next(self) -> Fraction | None:
        """The balance of the next row that says one."""
        assert self._way is not None
        balances = (self._way.balance_in(cells) for _, cells in self._stream.peek(_AHEAD))
        return next((balance for balance in balances if balance is not None), None)


def by_balance(rows: Sequence[Sequence[str]], amount: int, balance: int, day: int | None) -> ByBalance | None:
    """How the balance tells the signs of `rows`, where they lack and it tells them; `day` is where the days stand.

    A list of one row tells nothing, nor one that says the same read from either end, but for its days.
    """
    known = [(row, *_numbers(row, amount, balance)) for row in rows]
    said = [_Said(row, number, left, shown(row[amount])) for row, number, left in known if number and left is not None]
    if len(said) < _FEWEST:
        return None
    ways = [newest_first for newest_first in (False, True) if _mostly_holds(said[::-1] if newest_first else said)]
    if len(ways) > 1:
        ways = [way for way in ways if way is _is_newest_first(said, day)]
    if len(ways) != 1:
        return None
    ordered = said[::-1] if ways[0] else said
    lacking = any(later.balance < earlier.balance and not is_signed(later.text) for earlier, later in pairwise(ordered))
    return ByBalance(amount, balance, ways[0]) if lacking or not any(is_signed(one.text) for one in said) else None


def signs_fit(rows: Sequence[Sequence[str]], amount: int, balance: int) -> bool:
    """Whether each amount, as its sign has it, is what the balance beside it changed by, in either order of time."""
    known = [(row, *_numbers(row, amount, balance)) for row in rows]
    said = [
        (-number if is_signed(text := shown(row[amount])) and _is_below_zero(text) else number, left)
        for row, number, left in known
        if number and left is not None
    ]
    return len(said) >= _FEWEST and any(
        all(later[1] - earlier[1] == later[0] for earlier, later in pairwise(ordered)) for ordered in (said, said[::-1])
    )


def side_that_came(rows: Sequence[Sequence[str]], sides: tuple[int, int], balance: int) -> int | None:
    """Which of two columns of amounts the balance grew by; None where it tells of neither, or of both.

    The other is what it fell by, whichever end of time the rows begin with. A minus is either that of a row which takes back
    another, as its words may say (冲正), or stands before all that went out: one that may be both tells nothing.
    """
    taken_back = _side_by(
        rows, sides, balance, lambda row, text: _is_red(text) and any(puts_right(shown(c)) for c in row)
    )
    by_signs = _side_by(rows, sides, balance, lambda _row, text: _is_red(text))
    red = [row for row in rows for side in sides if _is_red(shown_at(row, side))]
    if len(red) == 1 and by_signs is not None and taken_back != by_signs:
        return None if taken_back is not None else by_signs
    return by_signs if taken_back is None else taken_back


def _side_by(
    rows: Sequence[Sequence[str]],
    sides: tuple[int, int],
    balance: int,
    is_below: Callable[[Sequence[str], str], bool],
) -> int | None:
    """The side that came, where the amounts of which `is_below` says so are below zero."""
    said = []
    for row in rows:
        (one, left), (other, _) = (_numbers(row, side, balance) for side in sides)
        amounts = [
            (-number if is_below(row, shown_at(row, side)) else number) if number else Fraction(0)
            for side, number in zip(sides, (one, other), strict=True)
        ]
        if left is not None and any(amounts):
            said.append((amounts[0] - amounts[1], left))
    fits = {
        (side, is_reversed): [later[1] - earlier[1] == sign * later[0] for earlier, later in pairwise(ordered)]
        for is_reversed, ordered in ((False, said), (True, said[::-1]))
        for side, sign in zip(sides, (1, -1), strict=True)
    }
    if len(said) < _FEWEST:
        return None
    found = {way[0] for way, each in fits.items() if all(each)} or {
        way[0] for way, each in fits.items() if mostly(each)
    }
    return found.pop() if len(found) == 1 else None


def _is_red(text: str) -> bool:
    return is_signed(text) and _is_below_zero(text)


class _Said(NamedTuple):
    row: Sequence[str]
    amount: Fraction
    balance: Fraction
    text: str


def _mostly_holds(ordered: Sequence[_Said]) -> bool:
    """Whether each balance is the one before it and the amount beside it, or without that; signs must agree.

    In a longer list one in four may be another: such a row is refused by itself when it is read.
    """
    fits = [
        abs(later.balance - earlier.balance) == later.amount
        and (not is_signed(later.text) or _is_below_zero(later.text) == (later.balance < earlier.balance))
        for earlier, later in pairwise(ordered)
    ]
    return all(fits) or (sum(fits) >= _ENOUGH and 4 * fits.count(False) <= len(fits))


def mostly(fits: Sequence[bool]) -> bool:
    """Whether two in three are so, since one wrong balance spoils two, and not only one or two."""
    return sum(fits) >= _ENOUGH and 2 * fits.count(False) <= sum(fits)


def _is_newest_first(said: Sequence[_Said], day: int | None) -> bool | None:
    """Whether the days of the rows go back; None where they don't say."""
    if day is None:
        return None
    days = [tuple(map(int, re.findall(r"[0-9]+", shown(one.row[day])))) for one in said if day < len(one.row)]
    if len(set(days)) < _FEWEST:
        return None
    return False if days == sorted(days) else True if days == sorted(days, reverse=True) else None


def _is_below_zero(text: str) -> bool:
    return text[0] not in "+＋"


def signed_number(cells: Sequence[str], index: int) -> Fraction | None:
    """The number at that place of a row, below zero with a minus or in brackets; None for what is no number."""
    text = shown_at(cells, index)
    found = plain_number(text.strip(_SIGNS))
    return -found if found is not None and text[:1] in "-−－(（" else found


def _numbers(cells: Sequence[str], amount: int, balance: int) -> tuple[Fraction | None, Fraction | None]:
    """The amount without its sign, and the balance; None for what is no number."""
    return plain_number(shown_at(cells, amount).strip(_SIGNS)), signed_number(cells, balance)
