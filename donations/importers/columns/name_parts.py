"""First and last names in columns of their own, which together are who gave."""

import re

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

NAMED = ("donor", "party", "payer", "recipient", "beneficiary", "supplier", "via")
_FIRST, _LAST = (
    pattern_of(r".*(?:first(?:name)?(?:or(?:company|organi[sz]ation)(?:name)?)?|given(?:name)?|forename)"),
    pattern_of(r".*(?:last(?:name)?|surname|family(?:name)?)"),
)
_COMPANY = pattern_of(r".*(?:compan(?:y|ies)|organi[sz]ation|org|employer|公司|单位|企业|机构).*")
_OF_GIVERS = pattern_of("donor|supporter|sponsor|contributor|giver")
_PARTNER = pattern_of(r"partners?(?:/?name)?")
"""Through whose pages people gave, where these are named in parts."""


def settle(senses: Senses) -> None:
    """First name and last name, where no column says the whole name."""
    called = [(column, re.sub("[_-]|[(][^()]*[)]$", "", normal(column.heading))) for column in senses.columns]
    parts = [
        next((c for c, name in called if c.field == "name_part" and each.fullmatch(name)), None)
        for each in (_FIRST, _LAST)
    ]
    if None not in parts:
        for column in senses.columns:
            column.field = PASSED if _PARTNER.fullmatch(column.said_as) and not column.by_user else column.field
    named = senses.of(*NAMED)
    if of_givers := all(part is not None and _OF_GIVERS.match(part.said_as) for part in parts):
        named = [column for column in named if column.field in ("donor", "party", "payer")]
    is_person = bool(named) and not all(_COMPANY.fullmatch(column.said_as) for column in named)
    is_whole = None not in parts and not is_person and all(column.field == "party" for column in named)
    for column in senses.columns:
        if column.field == "name_part":
            column.is_part = is_whole and column in parts
            field = "donor" if of_givers and senses.has("recipient") else "party"
            column.field = field if column.is_part else PASSED
