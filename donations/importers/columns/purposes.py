"""Which of several columns in English says what a gift is for: the fund that it is bound to goes before the campaign that brought it."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

_FUND = pattern_of(r"(?:gift)?fund(?:name|description|desc|title)?")


def settle(senses: Senses) -> None:
    """Passes over the others. The headings alone tell, so that the same list, sorted anew, is read alike."""
    found = [each for each in senses.columns if each.field == "purpose"]
    if any(each.by_user or not each.heading.isascii() for each in found):
        return
    funds = [each for each in found if _FUND.fullmatch(each.joined) and senses.cells(each)]
    for column in found if funds else ():
        column.field = "purpose" if column is funds[0] else PASSED
