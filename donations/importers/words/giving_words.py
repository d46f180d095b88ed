"""What lists of money say in the place of goods: that it was given, or by which way it came."""

GIVING = frozenset((
    "捐款", "捐赠", "捐助", "donation", "donations", "contribution", "contributions", "cash gift", "cash gifts", "monetary gift",
    "monetary gifts", "cash contribution", "monetary contribution", "general contribution", "monthly contribution",
    "bank transfer", "wire transfer", "e-transfer", "one-time gift", "monthly gift", "recurring gift", "online gift",
    "check", "checks", "cheque", "cheques",
))  # fmt: skip
"""Names (folded, lower case, simplified) of money by themselves. A gift alone may be a present."""
