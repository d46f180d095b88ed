"""What is counted while texts are made."""


class Count:
    """How many cells were kept from being taken for formulas."""

    guarded = 0
