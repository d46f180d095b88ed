"""How a bulletin tells each figure of an item: what happened, what went the other way, and what corrections make of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from donations.domain.amount import Certainty, SumCertainty
from donations.reports.table import Column, Row, Table, Type, Value
from donations.reports.totals import DECIMALS, ITEM, UNIT, certainty_of

Amounts = Mapping[Value, Row]
"""Of each item its row of a table of what moved: item, unit, amount, certainty, decimals."""

TAKEN_OFF, ALONE, AS_MUCH, MORE = "taken_off", "alone", "as_much", "more"
"""How what went back is told: taken off what went there, by itself, as just as much, as more than it."""


class Figure(NamedTuple):
    """A figure of the totals, and the tables that say what went there and what came back; None where nothing can."""

    key: str
    there: str
    back: str | None = None


TOLD = (
    Figure("received", "gifts", "refunded"),
    Figure("bought", "bought"),
    Figure("spent", "spent"),
    Figure("distributed", "handed_out", "returned"),
)

_COLUMNS = (
    Column("figure", ""),
    ITEM,
    UNIT,
    *(column for key in ("said", "back", "less", "corrected") for column in (Column(key, "", Type.QUANTITY), certainty_of(key))),
    Column("back_told", ""),
    Column("is_corrected", "", Type.INTEGER),
    DECIMALS,
)  # fmt: skip


def told(totals: Table, moved: Mapping[str, Amounts]) -> Table:
    """A row a figure and item of which something is told, for sentences alone; `moved`: by table, what moved of each item.

    `said` came or went, `back` went the other way (`back_told` says how it compares, `less` what is missing then), and
    `corrected` is what corrections of earlier months make of the figure, where it `is_corrected` (1). The others are 0 where they
    are not told; None is an unknown amount.
    """
    sums = {row["item"]: row for row in totals.by_key()}
    found = [row for figure in TOLD for row in _of_figure(figure, sums, moved)]
    return Table("told", "", _COLUMNS, lambda: found)


def _of_figure(
    figure: Figure, sums: Mapping[Value, Mapping[str, Value]], moved: Mapping[str, Amounts]
) -> Iterator[Row]:
    there, back = moved.get(figure.there, {}), moved.get(figure.back or "", {})
    for item in dict.fromkeys((*sums, *there, *back)):
        row = sums.get(item, {})
        net = _Sum(row.get(figure.key, 0), row.get(f"{figure.key}_certainty", Certainty.EXACT))
        some = _compared(net, _sum(there.get(item)), _sum(back.get(item)))
        if some is not None:
            unit, decimals = (row["unit"], row["decimals"]) if row else _unit(there.get(item) or back[item])
            yield figure.key, item, unit, *some, decimals


class _Sum(NamedTuple):
    minor: Value
    certainty: Value

    @property
    def known(self) -> int:
        return self.minor if isinstance(self.minor, int) else 0

    @property
    def unknown(self) -> bool:
        """Whether some of it was never counted."""
        return self.minor is None or SumCertainty.parse(str(self.certainty)).unknown > 0

    @property
    def is_exact(self) -> bool:
        return self.certainty == Certainty.EXACT


_NONE = _Sum(0, Certainty.EXACT)


def _sum(row: Row | None) -> _Sum:
    return _NONE if row is None else _Sum(row[2], row[3])


def _unit(row: Row) -> tuple[Value, Value]:
    return row[1], row[4]


def _compared(net: _Sum, there: _Sum, back: _Sum) -> Sequence[Value] | None:
    """Said, back, less and corrected, each with its certainty, how what went back is told, and whether it is corrected.

    None where nothing of it is told.
    """
    if there.known - back.known != net.known or _is_uncounted_alone(net, there, back):
        return *there, *back, *_NONE, *net, ALONE, 1
    if back == _NONE:
        said, less, how = net if there != _NONE else _NONE, _NONE, ALONE
    else:
        said, less, how = _gone_back(net, there, back)
    return None if (said, back) == (_NONE, _NONE) else (*said, *back, *less, *_NONE, how, 0)


def _is_uncounted_alone(net: _Sum, there: _Sum, back: _Sum) -> bool:
    """Whether the figure is an unknown amount of which nothing came or went: a correction's."""
    return net.minor is None and there == _NONE and back == _NONE


def _gone_back(net: _Sum, there: _Sum, back: _Sum) -> tuple[_Sum, _Sum, str]:
    """What is said to have gone there, what is missing, and how what went back is told.

    Nothing is taken off by what nobody counted, and only exact sums are said to be as much or more.
    """
    if there == _NONE:
        return _NONE, _NONE, ALONE
    if net.known > 0 and not back.unknown:
        return net, _NONE, TAKEN_OFF
    if not (there.is_exact and back.is_exact):
        return there, _NONE, ALONE
    if net.known == 0:
        return _NONE, _NONE, AS_MUCH
    return _NONE, _Sum(-net.known, net.certainty), MORE
