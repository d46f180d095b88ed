"""Addresses abroad beside gifts: where those live whom a list names, which is no place of ours and no state of the gift."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

_PARTS = ("state", "zip", "zipcode", "postalcode", "postcode", "state/province", "country")
_OF_ONE = pattern_of(
    r"(?:billing|mailing|shipping|home|preferred|primary|donor|supporter|buyer)?[-_]?(?:city|state(?:code)?|region|province|county|country)(?:/?(?:province|region))?(?:[(](?:billing|shipping|mailing|home)[)])?"
)
_BLOCK = pattern_of(
    r"(?:billing|mailing|shipping|home|preferred|primary|donor|supporter|buyer)|[(](?:billing|shipping|mailing|home)[)]$"
)


def abroad(senses: Senses) -> None:
    """City beside State or Zip is of an address abroad: neither is a place of ours, or a state of the gift; so are the parts of two
    addresses, Billing City and Mailing City, and a region beside its country.
    """
    headings = {column.joined: column for column in senses.columns}
    is_abroad = "city" in headings and not headings.keys().isdisjoint(_PARTS)
    of_one = [column for name, column in headings.items() if _OF_ONE.fullmatch(name)]
    in_block = any(_BLOCK.search(name) for name, column in headings.items() if column in of_one)
    for column in of_one:
        name = column.joined
        is_part = (is_abroad and name in ("city", "state")) or (in_block and _BLOCK.search(name))
        if (is_part or (name == "region" and "country" in headings)) and not column.by_user:
            column.field = PASSED
