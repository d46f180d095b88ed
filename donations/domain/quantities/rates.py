"""What stands in a name and belongs to the amount, or nobody can tell: 150份面包/天×10天, 布料3米5."""

from collections.abc import Iterable
from itertools import pairwise

from donations import errors
from donations.domain.quantities.chain import Chain
from donations.domain.quantities.counted import Count
from donations.domain.quantities.frames import FRAMES, is_frame
from donations.domain.quantities.numerals import Style
from donations.domain.units import Rank


def without_rate(name: str, counts: Iterable[Count], got: str) -> str:
    """面包 for the 面包/天 of 150份面包/天×10天. Raises RateAlone where no count says for how many."""
    stem, slash, frame = name.rpartition("/")
    if not slash or not stem.strip() or frame.strip() not in FRAMES:
        return name
    if not any(is_frame(count.unit) for count in counts):
        raise errors.RateAlone(got=got[:60])
    return stem.strip()


def refuse_halved(low: str, found: tuple[Chain, ...]) -> None:
    """布料3米5: three and a half, or five of three; as 3元5. Raises SeveralReadings."""
    for one, other in pairwise(found):
        unit, digit = one.counts[-1].unit, low[other.start : other.end]
        if unit is None or unit.rank is not Rank.MEASURE or one.end != other.start or low[one.end - 1].isascii():
            continue
        bare = other.first.unit is None and other.first.currency is None and other.first.style is Style.DIGITS
        if bare and len(digit) == 1 and not low[other.end :].strip():
            whole = low[one.start : one.end]
            readings = f"{whole.removesuffix(unit.name)}.{digit}{unit.name}, {digit}×{whole}"
            raise errors.SeveralReadings(got=low[:60], readings=readings)
