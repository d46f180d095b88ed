"""The amounts within a text: neighbouring counts that say one amount are one chain."""

from functools import lru_cache
from typing import NamedTuple

from donations import errors
from donations.domain.amount import decimal_text
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.goods import LONG_AT_ONCE
from donations.domain.quantities.numerals import TOO_LARGE
from donations.domain.quantities.packing import Packed, joins


class Read(NamedTuple):
    """What one text says: an item (or money) and its amount."""

    item: str
    specification: str | None
    amount: Packed


class Chain(NamedTuple):
    """Neighbouring counts that say one amount, from `start` to `end`."""

    start: int
    end: int
    counts: tuple[Count, ...]

    @property
    def first(self) -> Count:
        return self.counts[0]


@lru_cache(maxsize=LONG_AT_ONCE)
def chains(low: str) -> tuple[Chain, ...]:
    """The amounts in `low` (folded, lower case), those that only say "some" left out where others say how many."""
    found = counts(low)
    if any(count.is_vague for count in found) and any(is_plain(count) for count in found):
        found = tuple(count for count in found if not count.is_vague)
    groups: list[list[Count]] = []
    for count in found:
        if groups and joins(low, groups[-1][-1], count):
            groups[-1].append(count)
        else:
            groups.append([count])
    return tuple(Chain(group[0].start, group[-1].end, tuple(group)) for group in groups)


def is_plain(count: Count) -> bool:
    return not count.is_vague and (count.unit is not None or count.currency is not None)


def check(amount: Packed, got: str) -> None:
    """Raises what keeps an amount from being counted with: the fault of a count, AmountTooLarge, SeveralReadings."""
    fault = amount.fault
    too_large = fault is errors.AmountTooLarge or (amount.number or 0) >= TOO_LARGE
    if too_large:
        raise errors.AmountTooLarge(got=got[:60], largest=str(TOO_LARGE - 1))
    if fault is errors.SeveralReadings:
        raise errors.SeveralReadings(got=got[:60], readings=_packing_readings(amount))
    if fault is not None:
        raise fault(got=got[:60])


def _packing_readings(amount: Packed) -> str:
    """共5盒, 每箱5盒 for 2箱5盒; without the numbers where they are what nobody can tell. 100个, 90个 for 5箱×20个=90个."""
    if amount.unit is None or amount.pack_unit is None:
        return "×, 每, 共"
    inner = f"{'' if amount.number is None else decimal_text(amount.number)}{amount.unit.name}"
    if amount.rival is not None:
        return f"{inner}, {amount.rival}"
    return f"共{inner}, 每{amount.pack_unit.name}{inner}"
