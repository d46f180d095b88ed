"""What programs write where nothing was said, null or NaN: nobody's name, and no remark."""

_WORDS = frozenset(("null", "NULL", "None", "none", "nan", "NaN", "N/A", "n/a", "NA", "nil", "undefined", "(null)", "<NA>", "\\N"))  # fmt: skip
_BLANK = frozenset(("note", "purpose", "city", "county", "store", "specification", "via", "payer", "supplier", "beneficiary", "batch", "expires_on", "produced_on"))  # fmt: skip
"""Fields that mean nothing else where they are blank, and never what stands above."""


def is_nothing(text: str) -> bool:
    """Whether a cell is a word by which a program says that there is nothing."""
    return text in _WORDS


def meant(field: str, text: str) -> str:
    """What a cell says of its field: "" where a program wrote that there is nothing, as banks do by a line of dashes; the text as
    it is in other fields.
    """
    return "" if field in _BLANK and (text in _WORDS or not text.strip("-—－")) else text
