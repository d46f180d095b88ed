"""Which way the amount of an account's row went: by a word beside it, its sign, whose list it is, or the column it stands in."""

from collections.abc import Sequence

from donations.importers.columns.columns import Column
from donations.importers.columns.own_names import by_own_name
from donations.importers.words import accounts


class Ways:
    """What the columns of a table say of it; a table that is no account says nothing, and its rows stay as they are."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.is_signed = any(column.signed for column in columns)
        self._own = next((column.own for column in columns if column.own), "")
        self._repeats = any(column.repeats_way for column in columns)
        self._repeats_spent = any(column.repeats_way for column in columns if column.field == "spent")

    def settle(self, row: dict[str, str]) -> None:
        """Put the amount where it went, `money` or `spent`, and leave of both sides the other one."""
        if "direction" in row:
            row.setdefault("spent", "")
            accounts.turned(row, signed=self._repeats)
        if self.is_signed:
            row.setdefault("spent", "")
            accounts.by_sign(row)
            by_own_name(row, self._own)
        if "spent" in row:
            accounts.one_side(row)
        if self._repeats_spent:
            accounts.unsigned(row)
