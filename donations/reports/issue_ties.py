"""How the figures of an issue tie out (钩稽关系): each figure by two ways, printed with a tick where both agree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from donations.domain.issue import Tie
from donations.i18n import N_
from donations.reports.issue_details import Printed
from donations.reports.issue_sums import ADJUSTED, BOUGHT, FIGURES, OUT, RECEIVED, Item, Sum, Sums, number
from donations.reports.table import Column, Row, Screen, Table, Type

TICK, CROSS = "✓", "✗"
_COLUMNS = (
    Column("check", N_("Cross-check"), Type.TERM),
    Column("one", N_("One way (yuan)"), Type.MONEY, Screen.WHERE_USED),
    Column("other", N_("The other way (yuan)"), Type.MONEY, Screen.WHERE_USED),
    Column("items", N_("Items held"), Type.INTEGER),
    Column("agrees", N_("Agrees")),
)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to the same figures: the kept day sums, the lines, the rows that are printed, and the issue before."""

    period: Sums
    running: Sums
    changed: Sums
    previous: Sums | None
    recomputed: Sums
    held: Mapping[int, Sum]
    details: Sequence[Printed]
    cities: Sequence[Row]


def ties(ways: Ways, items: Sequence[Item]) -> list[Tie]:
    """Every figure that is held against another way to it, in the order it is printed."""
    return [tie for find in (_details, _before, _running, _cities, _on_hand) for tie in find(ways, items)]


def _tie(key: str, item: Item, one: int, other: int, before: int | None = None) -> Tie:
    return Tie(key, item.label, item.unit, item.decimals, one, other, before)


def _details(ways: Ways, items: Sequence[Item]) -> Iterator[Tie]:
    """The rows of each table add up to its totals, which come from the day sums."""
    for printed in ways.details:
        figure = printed.detail.figure
        for item in items:
            if item.is_money != printed.detail.money:
                continue
            one, other = printed.added_up.get(item.number, figure), ways.period.get(item.number, figure)
            if not (one.is_none and other.is_none):
                yield _tie(f"details_{printed.detail.key}", item, one.minor, other.minor)


def _before(ways: Ways, items: Sequence[Item]) -> Iterator[Tie]:
    """What the last issue said in all is what the journal had then."""
    for item in items:
        for figure in FIGURES:
            other = ways.recomputed.get(item.number, figure).minor
            one = other if ways.previous is None else ways.previous.get(item.number, figure).minor
            if one or other:
                yield _tie("as_before", item, one, other)


def _running(ways: Ways, items: Sequence[Item]) -> Iterator[Tie]:
    """In all before + corrections + this period = in all now."""
    previous = ways.recomputed if ways.previous is None else ways.previous
    for figure in (RECEIVED, OUT):
        for item in items:
            rows = sum((one.added_up.get(item.number, figure).minor for one in ways.details), 0)
            before = previous.get(item.number, figure).minor
            one = before + ways.changed.get(item.number, figure).minor + rows
            other = ways.running.get(item.number, figure).minor
            if one or other or before:
                yield _tie("running_in" if figure == RECEIVED else "running_out", item, one, other, before)


def _cities(ways: Ways, items: Sequence[Item]) -> Iterator[Tie]:
    """The cities add up to the whole."""
    added: dict[tuple[int, str], int] = {}
    for _city, numbered, _label, _unit, *values, _decimals in ways.cities:
        for figure, value in ((RECEIVED, values[0]), (OUT, values[3])):
            key = (number(numbered), figure)
            added[key] = added.get(key, 0) + number(value)
    for item in items:
        for figure in (RECEIVED, OUT):
            one, other = added.get((item.number, figure), 0), ways.period.get(item.number, figure).minor
            if one or other:
                yield _tie("cities", item, one, other)


def _on_hand(ways: Ways, items: Sequence[Item]) -> Iterator[Tie]:
    """In all: received + bought - out ± adjusted = on hand."""
    for item in items:
        figures = {figure: ways.running.get(item.number, figure).minor for figure in FIGURES}
        one = figures[RECEIVED] + figures[BOUGHT] - figures[OUT] + figures[ADJUSTED]
        other = ways.held.get(item.number, Sum()).minor
        if one or other or any(figures.values()):
            yield _tie("money_on_hand" if item.is_money else "goods_on_hand", item, one, other)


def table(found: Sequence[Tie]) -> Table:
    """A row a rule: both ways to the money, how many figures were held, and a tick."""
    keys = list(dict.fromkeys(tie.key for tie in found))
    made: list[Row] = []
    for key in keys:
        these = [tie for tie in found if tie.key == key]
        money = [tie for tie in these if tie.item == "CNY"]
        one, other = (money[0].one, money[0].other) if len(money) == 1 else (None, None)
        made.append((key, one, other, len(these), TICK if all(tie.holds for tie in these) else CROSS))
    return Table("ties", N_("Cross-checks"), _COLUMNS, lambda: made, empty=N_("Nothing to hold against each other."))
