"""Foundations beside who gave money: it went to them, or came through them, and only the user can say which."""

import re

from donations.i18n import N_
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

WHAT_IT_DID = N_(
    "what the foundation beside who gave did: say --map HEADING=via where the gifts came through it, --map HEADING=recipient (and HEADING=donor of who gave) where they went on to it, or --map HEADING=- to pass it over"
)
WHAT_THEY_DID = N_(
    "what those who were paid beside who gave did: say --map HEADING=recipient (and HEADING=donor of who gave) where the gifts went on to them, --map HEADING=via where they came through them, or --map HEADING=- to pass it over"
)
_FOUNDATION = pattern_of(
    r"(?:捐[赠款助]|公益|慈善|公募)?基金会(?:名称)?|(?:charitable)?(?:foundation|charity|charities|nonprofit)s?(?:name)?"
)
_PAID = pattern_of(r"收款(?:单位|机构|组织|基金会|方)(?:名称)?|payees?(?:name)?")
_BODY = pattern_of(
    r"(?:基金会?|慈善会|总会|协会|红十字会|联合会|促进会)(?:[(（].*)?$|\b(?:foundation|fund|trust|charity|charities|society|association)\b",
    re.IGNORECASE,
)
"""What such bodies are called; Wildlife below Charity is what a gift was for."""
_HELPED = pattern_of(
    r"(?:医院|卫生院|[一二三四五六七八九十]院|[小中大]学|学校|[一二三四五六七八九十]中|幼儿园|福利院|敬老院|养老院)(?:[(（].*)?$|\b(?:hospital|school|clinic|orphanage|hospice|university)\b",
    re.IGNORECASE,
)
"""What those are called who may have got it all, where several were paid: no branches, 一支部, which took it in."""
_GAVE = pattern_of("捐|donor", re.IGNORECASE)
OURS = pattern_of(r"[本我](?:会|院|校|社|中心|单位|机构|基金会)")
_GIVERS = ("donor", "party", "payer", "name", "name_part")
_BESIDE = ("recipient", "beneficiary", "via", "spent", "direction", "supplier")


def settle(senses: Senses) -> str | None:
    """What would have to be said where a column is called so, which would be passed over: 姓名 金额 基金会; and where 收款单位 beside
    捐款人 names several of them, or of hospitals and schools, so that not all are whoever keeps the list.
    """
    if (why := _paid_several(senses)) is not None:
        return why
    if not senses.has(*_GIVERS) or not senses.has("money", "amount") or senses.has(*_BESIDE):
        return None
    unread = [column for column in senses.columns if not column.field and column.said.sense is None]
    said = [senses.entries(column) for column in unread if _FOUNDATION.fullmatch(column.joined)]
    return (
        WHAT_IT_DID if any(2 * sum(1 for cell in cells if _BODY.search(cell)) > len(cells) for cells in said) else None
    )


def _paid_several(senses: Senses) -> str | None:
    """What would have to be said of a column of who was paid beside who gave that names several such bodies."""
    if senses.has("spent", "direction", "payer") or not any(_GAVE.search(one.in_words) for one in senses.of("donor")):
        return None
    paid = [one for one in senses.of("supplier") if _PAID.fullmatch(one.said_as) and not one.by_user]
    said = {cell for column in paid for cell in senses.entries(column)}
    names = [name for name in said if not any(other != name and other.endswith(name) for other in said)]  # 市慈善总会
    others = [name for name in names if not OURS.fullmatch(name)]
    if len(names) < 2 or not all(_BODY.search(name) or _HELPED.search(name) for name in others):  # noqa: PLR2004 - several
        return None
    return WHAT_THEY_DID if any(map(_HELPED.search, names)) else WHAT_IT_DID
