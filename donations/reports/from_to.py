"""From whom a line came and to whom it went, in the room a terminal has: 李华 → 市三院."""

from collections.abc import Callable, Iterable, Iterator

from donations.i18n import N_
from donations.reports.table import Column, Row, Screen, Value

WHO = Column("who", N_("From → to"), screen=Screen.WHERE_USED, for_programs=False)
OTHER = "case type when 'return' then flow else supplier end"
OTHER_WITH_STORES = """
case type when 'return' then flow when 'transfer' then iif(stock_sign > 0, '→ ', '') || nullif(store_name, '') else supplier end"""
"""What a query has in the column's place, the second where no other column says between which stores things moved.

Put together in SQL, names would be looked up again wherever they are said.
"""


def told(read: Callable[[], Iterable[Row]], columns: tuple[Column, ...]) -> Callable[[], Iterator[Row]]:
    """The same rows with `WHO`, one of the `columns`, put together of the others."""
    keys = [column.key for column in columns]
    type_at, donor_at, recipient_at, at = map(keys.index, ("type", "donor", "recipient", WHO.key))

    def rows() -> Iterator[Row]:
        for row in read():
            yield (*row[:at], _who(row[type_at], row[donor_at], row[recipient_at], row[at]), *row[at + 1 :])

    return rows


def _who(of_type: Value, donor: Value, recipient: Value, other: Value) -> Value:
    """`other`: who sold or was paid; of what was given back, which way it went; of what moved, where it lay or lies."""
    if of_type == "transfer":
        return other
    if of_type == "return":
        source, target = (recipient, None) if other == "returned" else (None, donor if other == "refunded" else None)
    elif of_type == "expense":
        source, target = None, other
    else:
        source, target = other if donor is None else donor, recipient
    if target is None:
        return source
    return f"→ {target}" if source is None else f"{source} → {target}"
