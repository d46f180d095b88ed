"""援助单位 and 结对学校: those who may have given, or been given, by who stands beside them and by the title."""

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
    if senses.way == "in":
        takers[0].field = ""
    elif found["may"] or found["pair"]:
        takers[0].field = "party"
