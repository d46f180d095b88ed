"""慰问人 and 慰问单位 beside 慰问对象, who brought what others got, and got nothing themselves."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import REMARK
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

_BROUGHT = pattern_of(r"(?:慰问|救助)(?:单位|部门|机构|组织|团体|方|人员?|者)+(?:姓名|名称)?|帮扶(?:人员?|者)(?:姓名)?")
_VISITOR = pattern_of("(?:慰问|帮扶)人(?:姓名)?")


def settle(senses: Senses) -> None:
    """Who brought something to others is a remark; 慰问人 beside goods may be they or those who were visited, where nobody else is
    named, and is asked about.
    """
    takers = [column for column in senses.of("recipient") if not column.by_user]
    brought = [column for column in takers if _BROUGHT.fullmatch(normal(column.heading))]
    is_other = len(takers) > len(brought) or senses.headed == "recipient" or senses.has("beneficiary")
    for column in brought:
        if is_other:
            column.field = REMARK
        elif _VISITOR.fullmatch(normal(column.heading)) and senses.has("item") and not senses.has("spent"):
            column.field = PASSED
