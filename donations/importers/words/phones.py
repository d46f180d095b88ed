"""Numbers by which people are reached or known: telephones, identity cards. They are no amounts, and no sheet of them is a list of gifts."""

import re

_OF_PEOPLE = re.compile(
    r"(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}[- ][0-9]{7,8}|[1-9][0-9]{16}[0-9Xx]|[1-9](?:\.[0-9]{1,14})?E\+17"
)
"""Of mobile telephones, of others with the number of their town, and of identity cards, also as spreadsheets spoil them."""


def is_phone(text: str) -> bool:
    """Whether all that a cell says is such a number."""
    return _OF_PEOPLE.fullmatch(text) is not None
