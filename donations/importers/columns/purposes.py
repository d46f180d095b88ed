"""Which of several columns in English says what a gift is for: the fund that it is bound to goes before the campaign that brought it."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

_FUND = pattern_of(r"(?:gift)?fund(?:name|description|desc|title)?")
_FORM = pattern_of("form")
"""A form that was filled in says less than any of them."""


def settle(senses: Senses) -> None:
    """Passes over the others. The headings alone tell, so that the same list, sorted anew, is read alike."""
    found = [each for each in senses.columns if each.field == "purpose"]
    if any(each.by_user or not each.heading.isascii() for each in found):
        return
    funds = [each for each in found if _FUND.fullmatch(each.joined) and senses.cells(each)]
    others = [each for each in found if not _FORM.match(each.joined)]
    for column in found:
        is_passed = column is not funds[0] if funds else bool(others) and column not in others
        column.field = PASSED if is_passed else "purpose"
