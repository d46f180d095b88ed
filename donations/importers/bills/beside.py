"""What somebody wrote beside the payments of a bill, in columns of their own: 捐款人, 是否捐款."""

from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.bills.row import BillRow
from donations.importers.patterns import pattern_of
from donations.importers.words.who_gave import is_not_known, is_still_sought, means_who_paid, says_no_gift
from donations.importers.words.yes_no import NO, YES

A_GIVER = N_("the name of who gave; of several take the row out and record each with `donations receive`")
WHETHER_GIVEN = N_("是 or 否, or nothing where the words of the bill say it; or take the row out")
NO_GIVER = N_("the name of who gave, or nothing where it was who paid; where nobody gave it, take the row out")
_SEVERAL = pattern_of(r"[、,，;；]|等[0-9一二三四五六七八九十几多]*[人位]?$")
_GIFT = pattern_of(r"(?:是|属于?|算)?(?:爱心|公益)?(?:捐[款赠助]|善款)款?")


def giver(row: BillRow) -> str:
    """Who gave, in a column 捐款人 beside the bill's own of who paid; "" where that says nothing else."""
    said = row.text("giver")
    plain = said.casefold()
    if plain in NO or says_no_gift(said) or is_still_sought(said) or is_not_known(said):
        row.refuse("giver", NO_GIVER)
    if plain in YES or means_who_paid(said) or not any(map(str.isalnum, said)):
        return ""
    if _SEVERAL.search(said):
        row.refuse("giver", A_GIVER)
    return said


def is_gift(row: BillRow) -> bool | None:
    """What 是否捐款 says; None where it says neither."""
    said = simplified(row.text("is_gift")).casefold()
    if said in NO or says_no_gift(said):
        return False
    return True if said in YES or _GIFT.fullmatch(said) else None


def refuse_unsaid(row: BillRow) -> None:
    """Refuses a gift of which 是否捐款 says neither yes nor no: 待定."""
    if row.text("is_gift") and is_gift(row) is None:
        row.refuse("is_gift", WHETHER_GIVEN)
