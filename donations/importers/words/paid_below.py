"""Headings below another that says that money was paid out: 现金 and 银行 below 支出, Cash below Expenses."""

from donations.importers.words.heading_words import Heading, normal, understood

_WAYS = ("channel", "money", "amount")
_PAID = ("支出", "开支", "花费")


def paid_below(over: str, heading: Heading) -> Heading:
    """What a heading says below another: the ways of money below 支出 are those that it was paid out by, and none that any came."""
    if heading.sense not in _WAYS or not over:
        return heading
    is_paid = understood(over).sense == "spent" or normal(over).endswith(_PAID)
    return heading._replace(sense="spent") if is_paid else heading
