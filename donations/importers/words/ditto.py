"""Cells that only say that what stands above is meant: 同上, 〃, ditto."""

from collections.abc import Iterable, Mapping

_DITTO = frozenset(
    ("同上", "同前", "〃", "″", "〞", "＂", '"', "''", "“", "”", "ditto", "-ditto-", "do.", "-do-", "same as above")
)
_REPEATED = (
    "date", "donor", "recipient", "supplier", "beneficiary", "via", "payer", "item", "specification", "unit", "city",
    "county", "batch", "expires_on", "produced_on", "purpose", "store", "type", "status", "note",
)  # fmt: skip


def is_ditto(text: str) -> bool:
    """Whether a cell only repeats what stands above it."""
    return text.casefold() in _DITTO


def is_any_ditto(texts: Iterable[str]) -> bool:
    """Whether one of the cells does."""
    return any(map(is_ditto, texts))


def repeat(row: dict[str, str], last: Mapping[str, str]) -> None:
    """Put what the row above says into the fields of a row that only say that they repeat it."""
    for field in _REPEATED:
        if is_ditto(row.get(field, "")):
            row[field] = last.get(field, row[field])
