"""Cells that only say that what stands above is meant: 同上, 〃, ditto."""

from collections.abc import Iterable, Mapping

from donations.i18n import N_
from donations.importers.words.cells import InField

NOTHING_ABOVE = N_("what is meant, written out: no row above says what this repeats")
_DITTO = frozenset(
    ("同上", "同前", "〃", "″", "〞", "＂", '"', "''", "“", "”", "ditto", "-ditto-", "do.", "-do-", "same as above")
)
_REPEATED = (
    "date", "donor", "recipient", "supplier", "beneficiary", "via", "payer", "item", "specification", "unit", "city",
    "county", "address", "batch", "expires_on", "produced_on", "purpose", "store", "type", "status", "note", "currency", "onward",
)  # fmt: skip
_NAMES = ("donor", "recipient", "supplier", "beneficiary", "via", "payer", "item", "unit", "purpose", "store")


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


def refuse_alone(row: Mapping[str, str]) -> None:
    """Raises InField where such a word is left in the place of a name: in a first row, or in records that no other stands above."""
    for field in _NAMES:
        if is_ditto(text := row.get(field, "")):
            raise InField(field, NOTHING_ABOVE, text)
