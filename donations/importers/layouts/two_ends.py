"""Lists of transfers with both ends in each row, Source and Target with a name, an amount and a currency each: laid out as an account,
with whoever stands on the other side and what came or went on one's own.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from donations.importers.patterns import pattern_of
from donations.importers.sheet import Struck
from donations.importers.stream import Row
from donations.importers.words.cells import cell_at, shown
from donations.importers.words.heading_words import normal

_LOOKED_AT = 30
"""Such headings stand in so many rows: most sheets have none, and are passed on as they come."""
_END = pattern_of(
    r"(?P<end>source|sender|target|recipient)(?P<what>name|(?:amount|currency))(?:\((?:after|net of|including|incl\.?)fees?\))?"
)
_FROM = frozenset({"source", "sender"})
_DIRECTION = "direction"
_OWN_END = {"in": "to", "out": "from"}
"""Which end of a row is one's own; of another row neither amount came or went."""
_WHAT = ("name", "amount", "currency")


def in_accounts(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a sheet; those of such a list with one name, amount and currency, below headings of these."""
    first = list(islice(rows, _LOOKED_AT))
    rows = chain(first, rows)
    at = next((place for place, (_, cells) in enumerate(first) if _ends(cells)), None)
    return rows if at is None else _laid_out(rows, at)


def _ends(cells: Sequence[str]) -> Mapping[tuple[str, str], int]:
    """(from or to, what) → place, where headings name both ends in full and which way each row went; else nothing."""
    headings = [normal(cell) for cell in cells]
    if _DIRECTION not in headings:
        return {}
    found = {
        ("from" if match["end"] in _FROM else "to", match["what"]): place
        for place, heading in enumerate(headings)
        if (match := _END.fullmatch(heading)) is not None
    }
    return found if len(found) == len(_WHAT) * 2 else {}


def _laid_out(rows: Iterator[Row], at: int) -> Iterator[Row]:
    yield from islice(rows, at)
    number, headings = next(rows)
    ends = _ends(headings)
    kept = [place for place in range(len(headings)) if place not in ends.values()]
    way = next(place for place in kept if normal(headings[place]) == _DIRECTION)
    yield number, [*(headings[place] for place in kept), "Counterparty", "Amount", "Currency"]
    for number, cells in rows:
        own = _OWN_END.get(shown(cell_at(cells, way)).casefold(), "")
        laid = [
            *("" if place == way and not own else cell_at(cells, place) for place in kept),
            *_one_end(cells, ends, own),
        ]
        yield number, Struck(laid, range(len(laid))) if isinstance(cells, Struck) else laid


def _one_end(cells: Sequence[str], ends: Mapping[tuple[str, str], int], own: str) -> list[str]:
    """The name on the other side, the amount and its currency: as it was paid where both ends have one currency, since the service
    may have kept a part of what came; else as it came, or went.
    """
    said = {key: cell_at(cells, place) for key, place in ends.items()}
    is_one = shown(said["from", "currency"]) == shown(said["to", "currency"])
    amount = "from" if is_one or own == "from" else "to"
    return [said["from" if own == "to" else "to", "name"], said[amount, "amount"], said[amount, "currency"]]
