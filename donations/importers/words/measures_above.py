"""What several lines above a table say that its amounts are counted in, taken together: （港币） and 单位：万元 are 万港元."""

from collections.abc import Sequence

from donations.domain.amount import MONEY
from donations.importers.patterns import pattern_of
from donations.importers.words.money_measures import CALLED_YUAN, OTHER, Measure, measure_said

_SAYS_ONE = pattern_of(r"(?<![美欧加日澳港韩])[元圆块]|dollars?", 2)
"""单位：元 says that nothing is counted by the ten thousand; （港币） and 单位：港元 only of which money it is."""


def measure_above(lines: Sequence[str], kept_in: str | None) -> tuple[Measure, str | None]:
    """The measure that the lines say, and the currency `kept_in` of the account, which goes before theirs.

    The currency is OTHER where two lines say two things that can't both be.
    """
    said = [(measure, line) for line in lines if (measure := measure_said(line)) is not None]
    measures = [measure for measure, _ in said]
    first = measures[0] if measures else Measure(1, None)
    if len(set(measures)) <= 1 or any(each.currency == OTHER for each in measures):
        return first, kept_in
    times = {each.factor for each in measures if each.factor != 1}
    ones = [line for measure, line in said if measure.factor == 1]
    if len(times) > 1 or (times and any(map(_SAYS_ONE.search, ones))):
        return Measure(1, OTHER), None
    currency = kept_in or _one_of({each.currency for each in measures})
    return Measure(max(times, default=1), currency), kept_in


def _one_of(currencies: set[str | None]) -> str | None:
    """The one currency that several measures say; 元 is of that place where its money is called so. OTHER where they say two."""
    abroad = currencies - {MONEY, None}
    if len(abroad) > 1 or (abroad and MONEY in currencies and not abroad <= set(CALLED_YUAN)):
        return OTHER
    return next(iter(abroad), MONEY)
