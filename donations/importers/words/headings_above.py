"""What the heading above another says of it, that money was paid out, or of which currency: 现金 and 银行 below 支出, 收入 below 美元."""

from donations.domain.amount import MONEY
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import Heading, normal, understood
from donations.importers.words.money_measures import money_measure

_WAYS = ("channel", "money", "amount")
_OF_MONEY = ("money", "spent", "amount")
_PAID = ("支出", "开支", "花费")
_CAME_TOO = pattern_of(r"收|进账|非")
"""收入与支出 over ways says nothing of which way the money went; 非支出 that it didn't."""


def as_said_above(over: str, heading: Heading) -> Heading:
    """What a heading says below another: the ways of money below 支出 are those that it was paid out by, and none that any came;
    what stands below 美元 is of these.
    """
    measure = money_measure(normal(over)) if heading.sense in _OF_MONEY and heading.currency is None else None
    if measure is not None and measure.currency not in (None, MONEY):
        heading = heading._replace(currency=measure.currency)
    if heading.sense not in _WAYS or not over:
        return heading
    words = normal(over)
    is_paid = (understood(over).sense == "spent" or words.endswith(_PAID)) and not _CAME_TOO.search(words)
    return heading._replace(sense="spent") if is_paid else heading
