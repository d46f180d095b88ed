"""援助单位 and 结对学校: those who may have given, or been given, by who stands beside them and by the title."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.aid import WHO_OF_AID
from donations.importers.columns.columns import MONEY_IN, UNCLEAR
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

HELPED = pattern_of(r"(?:对口)?(?:支援|援助|帮扶)(?:单位|方|者|企业|公司|机构|组织|团体|部门)+(?:名称)?")
_PAIRED = pattern_of(r"(?P<may>对口)?(?:支援|援助|帮扶|(?P<pair>结对))的?(?:村|社区|学校|[小中]学|医院)(?:名称)?")
"""Those who got what others gave; alone, below words of what came, or in lists that don't say which way, they may have given it."""


def settle(senses: Senses) -> None:
    """援助单位 gave beside 受援单位, or below a title that says so; of what went out it was given. 结对学校 alone may have done either."""
    if senses.has("donor") or senses.way == "out":
        return
    takers = [column for column in senses.of("recipient") if not column.by_user]
    for column in takers:
        if HELPED.fullmatch(column.said_as):
            beside = any(other is not column for other in senses.of("recipient"))
            column.field = "donor" if beside or senses.way == "in" else "party"
    found = _PAIRED.fullmatch(takers[0].said_as) if len(takers) == 1 else None
    if found is None or senses.has("donor", "party", "payer"):
        return
    is_of_money = senses.has("money", "amount") and not senses.has("spent", "item", "goods", "quantity")
    if senses.way == "in" or found["may"] or found["pair"]:
        takers[0].field = "" if senses.way == "in" or is_of_money else "party"  # beside money alone a party gave it


def asks(senses: Senses, sort: str) -> str | None:
    """What would have to be said of money beside 结对学校 alone, which below words of what came would be a gift of nobody's."""
    if sort not in (MONEY_IN, UNCLEAR) or senses.has("donor", "party", "payer", "recipient"):
        return None
    unread = [column for column in senses.columns if column.field in ("", PASSED) and not column.by_user]
    return WHO_OF_AID if any(_PAIRED.fullmatch(column.said_as) for column in unread) else None
