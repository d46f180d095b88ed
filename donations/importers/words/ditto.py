"""Cells that only say that what stands above is meant: 同上, 〃."""

from collections.abc import Iterable, Mapping

_DITTO = frozenset(["同上", "〃", "″", "〞"])
_REPEATED = (
    "date", "donor", "recipient", "supplier", "beneficiary", "via", "payer", "item", "specification", "unit", "city",
    "county", "batch", "expires_on", "produced_on",
)  # fmt: skip


def is_any_ditto(texts: Iterable[str]) -> bool:
    """Whether one of the cells only repeats what stands above it."""
    return not _DITTO.isdisjoint(texts)


def repeat(row: dict[str, str], last: Mapping[str, str]) -> None:
    """Put what the row above says into the fields of a row that only say that they repeat it."""
    for field in _REPEATED:
        if row.get(field, "") in _DITTO:
            row[field] = last.get(field, row[field])
