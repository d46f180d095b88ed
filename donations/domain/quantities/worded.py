"""Gifts with nothing but a blank between them, one of an amount that nobody knows: 口罩500个 棉被一批."""

from donations import errors
from donations.domain.catalogue import common_named
from donations.domain.quantities import name as names
from donations.domain.quantities import words
from donations.domain.quantities.chain import chains
from donations.domain.quantities.goods import fold, lowered


def each_a_gift(text: str) -> list[str] | None:
    """The words of `text`, where each says a gift and one says that nobody knows how many; None where they don't.

    Raises SeveralReadings where the last word only names goods, so that it may be a gift or none.
    """
    said = text.split(" ")
    if len(said) < 2 or "(" in fold(text):  # noqa: PLR2004 - one word is one gift
        return None
    counted = [_is_counted(word) for word in said]
    if all(done or _is_uncounted(word) for word, done in zip(said, counted, strict=True)):
        return None if all(counted) else said
    if all(counted[:-1]) and common_named(said[-1]) is not None and said[-1] not in said[-2]:
        goods = " ".join(said[:-1])
        raise errors.SeveralReadings(got=text[:60], readings=f"{goods}、{said[-1]}一批; {goods}")
    return None


def _is_counted(word: str) -> bool:
    """Whether it says an amount and a name, or money: 口罩500个, 500个口罩, 5000元."""
    low = lowered(fold(word)).partition("@")[0]
    found = chains(low)
    if len(found) != 1 or found[0].first.is_vague or found[0].first.fault:
        return False
    before, behind = low[: found[0].start], low[found[0].end :]
    if found[0].first.currency:
        return not before and not behind
    is_before, is_behind = not names.is_lead(before), not names.is_remark(behind)
    return found[0].first.unit is not None and is_before != is_behind


def _is_uncounted(word: str) -> bool:
    """Whether it says a name, and that nobody knows how many: 棉被一批, 若干毛巾."""
    low = lowered(fold(word))
    found = words.vague().search(low)
    if found is None or any(not chain.first.is_vague for chain in chains(low)):
        return False
    name = low[: found.start()] + low[found.end() :]
    return bool(name) and not names.is_remark(name) and not names.is_lead(name)
