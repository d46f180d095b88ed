"""Gifts with what an employer put to them, in the list of a platform that paid out both: Match Amount is a gift of Company's."""

from collections.abc import Sequence
from dataclasses import replace

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import MONEY_IN, REMARK, Column, Group
from donations.importers.columns.payouts import is_fee
from donations.importers.patterns import pattern_of
from donations.importers.rows.row_fields import MATCHED

_MATCH = pattern_of(MATCHED)
_COMPANY = pattern_of(r"(?:company|employer|corporation|corporate|matchingcompany)(?:name)?")
_OF_BOTH = ("date", "currency", "purpose", "city", "status")
_TELLS_WHOSE = ("donor", "party", "number")


def with_matches(groups: Sequence[Group]) -> list[Group]:
    """The groups of a table; where one is of gifts with their fees, what matched each and the company that did, another of what matched them.

    Without fees nothing says that what matched a gift was paid: then it is a remark of the gift.
    """
    if len(groups) != 1 or groups[0].sort != MONEY_IN:
        return list(groups)
    columns = groups[0].columns
    match = [each for each in columns if each.field == REMARK and _MATCH.fullmatch(each.joined) and not each.by_user]
    company = [each for each in columns if _COMPANY.fullmatch(each.joined) and not each.by_user]
    own = groups[0].of("money")
    if len(match) != 1 or len(company) != 1 or len(own) != 1 or not any(map(is_fee, columns)):
        return list(groups)
    given = replace(groups[0], columns=[column for column in columns if column is not match[0]])
    more = [_of_match(column, company[0], match[0]) for column in columns if column is not own[0]]
    return [given, Group(MONEY_IN, more)]


def _of_match(column: Column, company: Column, match: Column) -> Column:
    """A column as it stands beside what matched a gift: whose gift that was, and its number, are a remark."""
    if column is company:
        return replace(column, field="donor", said=column.said._replace(sense="donor"), is_part=False)
    if column is match:
        return replace(column, field="money", said=column.said._replace(sense="money"))
    field = REMARK if column.field in _TELLS_WHOSE else column.field if column.field in _OF_BOTH else PASSED
    return replace(column, field=field)
