"""Headings of what stands within something else in JSON: donor.nickname, donor.createdAt, items.expiryDate."""

from collections.abc import Callable

from donations.domain.paper_fields import PASSED
from donations.importers.patterns import pattern_of

_NAME_OF = pattern_of(r"(?:full|nick|real|user|display|screen)?_?(?:name|title|login)|姓名|昵称|名称|名字")
_PARTIES = frozenset(("donor", "party", "group", "recipient", "payer", "via", "supplier", "beneficiary"))
_OTHERS = frozenset(("purpose", "project", "store"))
_GOODS = frozenset(("item", "category", "content", "item_or_quantity"))
_OF_OTHERS = pattern_of(
    r"(?:event|program(?:me)?|drive|fundraiser|page|team|member|account|profile|volunteer|contact|subscription|membership|plan)s?|活动|会员|账户"
)
_OF_A_GIFT = pattern_of(r"donat|gift|given|paid|pay|receiv|捐|赠|到账|付款|支付")
_BARE = pattern_of(r"date|day|time(?:stamp)?|日期|时间")


def parts_of(plain: str) -> tuple[str, str] | None:
    """What a heading (normal) stands within, and what it is called there: donor and name of data.donor.name; None of others."""
    owner, dot, own = plain.rpartition(".")
    owner = owner.rpartition(".")[2]
    return (owner, own) if dot and owner and own else None


def reading_of(plain: str) -> list[str]:
    """What such a heading may be read as instead: donor.nickname is the donor's name, and donor.phone a phone."""
    found = parts_of(plain)
    return [] if found is None else [found[0] if _NAME_OF.fullmatch(found[1]) else found[1]]


def is_day_of_another(plain: str, sense_of: Callable[[str], str | None]) -> bool:
    """Whether a heading (normal) of days is one of the days of somebody or something else than the gift: donor.createdAt is when
    the donor was entered, campaign.startDate when that began, items.expiryDate how long goods keep; donation.date is the gift's, and donor.date, where
    no other is.
    """
    found = parts_of(plain)
    if found is None:
        return False
    owner, own = found
    sense = sense_of(owner)
    if sense_of(own) == PASSED:
        return True
    if sense in _GOODS | _PARTIES and _BARE.fullmatch(own):
        return False
    is_others = sense in _PARTIES | _OTHERS | _GOODS or _OF_OTHERS.fullmatch(owner) is not None
    return is_others and _OF_A_GIFT.search(own) is None
