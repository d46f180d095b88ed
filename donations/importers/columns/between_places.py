"""Lists of goods that say from whom to whom each row went: whose list it is stands in all of them, now on one side, now on the other."""

from collections.abc import Iterable

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.heading_words import normal

_SENDER = pattern_of(r"(?:发出|调出|移交|发货|转出|出库|交出)(?:单位|部门|机构|方|人|者)+(?:名称)?|发自|出自")
"""Beside who received it; whoever sends goods may also be who carries them."""
_GIVES, _FEW = pattern_of("[捐赠]"), 2


def settle(senses: Senses) -> None:
    """What such a list says came to whoever keeps it came in, and what it says went from there went out of what they had:
    甲公司 → 仓库, 仓库 → 市一院.
    """
    takers = senses.of("recipient")
    if not senses.has("item") or not senses.has("quantity", "item_or_quantity") or len(takers) != 1:
        return
    givers = senses.of("donor") or [each for each in senses.columns if _may_send(each)]
    if len(givers) != 1 or takers[0].by_user:
        return
    own = _own(senses, givers[0], takers[0])
    if own is not None:
        takers[0].keeper, givers[0].field = own, "donor"


def keepers_of(takers: Iterable[Column], own: str | None) -> frozenset[str]:
    """The names, in comparable form, of who keeps a list: that of the book (`own`), and who so received some of what it lists."""
    return frozenset(normal(name) for name in (own, *(column.keeper for column in takers)) if name)


def _may_send(column: Column) -> bool:
    return (
        column.field in ("", PASSED, "party") and not column.by_user and _SENDER.fullmatch(column.said_as) is not None
    )


def _own(senses: Senses, giver: Column, taker: Column) -> str | None:
    """The one name that stands in each row that names both, and on either side at least once: of two gifts the second may be
    another's who had got the first.
    """
    cells = [(shown_at(row, giver.index), shown_at(row, taker.index)) for row in senses.records()]
    pairs = [pair for pair in cells if all(pair) and pair[0] != pair[1]]
    if len(pairs) <= _FEW and _GIVES.search(giver.in_words):
        return None
    names = set[str].intersection(*map(set, pairs)) if pairs else set()
    both = [name for name in names if {pair.index(name) for pair in pairs} == {0, 1}]
    return both[0] if len(both) == 1 else None
